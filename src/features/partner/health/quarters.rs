//! The decision that a Zombie is owed, its outline while there is time, and the evidence.

use leptos::prelude::*;

use crate::catalogue::{Word, partner_health as words};
use crate::domain::Date;
use crate::domain::health::{Badge, Health, QuarterSeen};
use crate::domain::partner::TimelineKind;
use crate::kit::{Icon, Slab};
use crate::parts::band::look;
use crate::state::deeds;

use super::super::subject::{Open, Place, Subject};
use super::{Seen, rules};

/// The slab of a Zombie or of one on watch, with the form that its buttons open.
#[component]
pub fn ZombieSlab(subject: Subject) -> impl IntoView {
    view! {
        <div class="stack screen-only" data-gap="4">
            {move || {
                subject
                    .seen
                    .with(|seen| {
                        let seen = seen.as_deref()?;
                        let health = seen.health.as_ref()?;
                        match health.badge() {
                            Badge::Zombie => Some(zombie(subject, seen, health)),
                            Badge::ZombieWatch => Some(watch(subject, seen, health)),
                            _ => None,
                        }
                    })
            }} {subject.form_at(Place::Zombie)}
        </div>
    }
}

fn zombie(subject: Subject, seen: &Seen, health: &Health) -> AnyView {
    let Some(since) = health.rules.zombie.fires_on else { return ().into_any() };
    let is_put_off = health.rules.deferral.is_some();
    let title = words::nothing_to_show(seen.name(), last_result(seen));
    let quarters = quarters(seen);
    // The rule comes first among the sentences, and what was put off after it.
    let told = rules(seen, health).into_iter().take(1 + usize::from(is_put_off));
    let told: Vec<_> = told.map(|rule| view! { <p class="slab__text">{rule}</p> }).collect();
    let put_off = (!is_put_off).then(|| {
        view! {
            <button class="button button--slab-quiet" type="button" on:click=move |_| subject.open(Open::Defer)>
                {deeds::PUT_OFF.doing}
            </button>
        }
    });
    view! {
        <Slab
            icon=look(Badge::Zombie)
            word=Badge::Zombie.word()
            kicker=words::decision_owed(since)
            title
        >
            {told}
            {quarters}
            <div class="cluster">
                <button
                    class="button button--slab"
                    type="button"
                    on:click=move |_| subject.open(Open::New(TimelineKind::Traction, Place::Zombie))
                >
                    <Icon name="traction" />
                    {words::RECORD_MISSED}
                </button>
                {put_off}
            </div>
        </Slab>
    }
    .into_any()
}

fn watch(subject: Subject, seen: &Seen, health: &Health) -> AnyView {
    let Some(on) = health.rules.zombie.fires_on else { return ().into_any() };
    let title = words::nothing_to_show(seen.name(), last_result(seen));
    let quarters = quarters(seen);
    view! {
        <Slab
            icon=look(Badge::ZombieWatch)
            word=Badge::ZombieWatch.word()
            kicker=words::becomes_zombie(on)
            title
            is_outline=true
        >
            <p class="slab__text">{words::WATCH_WHY}</p>
            {quarters}
            <div class="cluster">
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |_| subject.open(Open::New(TimelineKind::Commitment, Place::Zombie))
                >
                    <Icon name="calendar" />
                    {words::MAKE_A_PLAN}
                </button>
                <button
                    class="button"
                    type="button"
                    on:click=move |_| subject.open(Open::New(TimelineKind::Traction, Place::Zombie))
                >
                    {words::RECORD_MISSED}
                </button>
            </div>
        </Slab>
    }
    .into_any()
}

fn last_result(seen: &Seen) -> Option<Date> {
    seen.partner.traction.values().map(|event| event.on).filter(|on| *on <= seen.today).max()
}

/// What each quarter brought, and what was done in it.
fn quarters(seen: &Seen) -> AnyView {
    let quarters: Vec<_> = seen.case().quarters(seen.today).iter().map(quarter).collect();
    view! {
        <ol class="quarters" aria-label=words::QUARTERS>
            {quarters}
        </ol>
    }
    .into_any()
}

fn quarter(seen: &QuarterSeen) -> AnyView {
    let name = words::quarter(seen.quarter, seen.is_complete);
    let passed_over = (!seen.is_evaluable()).then(|| words::passed_over(seen.is_known, seen.paused_days));
    view! {
        <li>
            <span>{name}</span>
            <b>{words::results(seen.events)}</b>
            <span>{words::effort(seen.touches, seen.gives)}</span>
            {passed_over.map(|words| view! { <span>{words}</span> })}
        </li>
    }
    .into_any()
}
