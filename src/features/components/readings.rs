//! Bands and readings; tags, chips, sides.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::health::Way;
use crate::kit::{AddChip, Band, Chip, Delta, HealthReading, Icon, Keys, RadioField, Tag, popover};

use super::{part, specimen};

/// Bands and readings.
pub fn bands() -> AnyView {
    let bands: Vec<_> =
        words::BANDS.into_iter().map(|(band, word)| view! { <Band band word /> }.into_any()).collect();
    let [fell, rose, steady, lowered, unknown] = words::READINGS;
    let [down, up, level] = words::MOVED;
    let [champion, record] = words::RULES;
    let [(healthy, healthy_word), (watch, watch_word), (risk, risk_word), _, _, _, (blank, blank_word)] =
        words::BANDS;
    let specimens = view! {
        <div class="cluster" data-gap="3">
            {bands}
        </div>
        <div class="specimens">
            {specimen(
                fell,
                view! {
                    <HealthReading
                        score=Some(73)
                        band=watch
                        word=watch_word
                        delta=view! { <Delta way=Way::Down figure="6" words=down /> }.into_any()
                    />
                },
            )}
            {specimen(
                rose,
                view! {
                    <HealthReading
                        score=Some(78)
                        band=watch
                        word=watch_word
                        delta=view! { <Delta way=Way::Up figure="8" words=up /> }.into_any()
                    />
                },
            )}
            {specimen(
                steady,
                view! {
                    <HealthReading
                        score=Some(91)
                        band=healthy
                        word=healthy_word
                        delta=view! { <Delta way=Way::Steady figure="+4" words=level /> }.into_any()
                    />
                },
            )}
            {specimen(
                lowered,
                view! { <HealthReading score=Some(76) band=risk word=risk_word rule=Some(champion.to_owned()) /> },
            )}
            {specimen(
                unknown,
                view! { <HealthReading score=None band=blank word=blank_word rule=Some(record.to_owned()) /> },
            )}
        </div>
    };
    part(words::BAND, specimens.into_any())
}

/// Tags, chips, sides, avatars and keys.
pub fn tags() -> AnyView {
    let tags: Vec<_> = words::TAGS
        .into_iter()
        .map(|(word, tone, icon)| view! { <Tag words=word tone icon /> }.into_any())
        .collect();
    let sides: Vec<_> = words::SIDES
        .into_iter()
        .map(|(icon, word)| {
            view! {
                <span class="side">
                    <Icon name=icon />
                    {word}
                </span>
            }
        })
        .collect();
    let specimens = view! {
        <div class="cluster" data-gap="3">
            {tags}
        </div>
        <div class="cluster" data-gap="3">
            {chips()}
        </div>
        <div class="cluster" data-gap="4">
            {sides} <span class="avatar" aria-hidden="true">
                "AB"
            </span> <span class="avatar" data-shape="company" aria-hidden="true">
                "N"
            </span> <span class="avatar" data-state="empty" aria-hidden="true">
                "?"
            </span> <span class="keys">
                <Keys keys=&["g"] />
                {words::THEN}
                <Keys keys=&["p"] />
            </span>
        </div>
    };
    part(words::TAG, specimens.into_any())
}

/// A filter on offer, and one that can be taken away and set again.
fn chips() -> AnyView {
    let is_set = RwSignal::new(true);
    let place = RwSignal::new(0);
    let (label, choices) = words::STAGE;
    view! {
        <AddChip label=label>
            <div class="stack" data-gap="3">
                <RadioField label choices=choices.map(str::to_owned).to_vec() place />
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |event| {
                        is_set.set(true);
                        popover::close_around(&event);
                    }
                >
                    {words::FILTER}
                </button>
            </div>
        </AddChip>
        {move || {
            is_set.get().then(|| view! { <Chip words=words::TIER_IS_1 on_remove=move |()| is_set.set(false) /> })
        }}
    }
    .into_any()
}
