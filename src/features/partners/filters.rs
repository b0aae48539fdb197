//! Filters as chips: those that are set, each to be taken away, and what else can be filtered by.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::{Word, partners as words};
use crate::domain::health::Badge;
use crate::domain::order::sorted_by;
use crate::domain::roster::Roster;
use crate::domain::tag::Tag;
use crate::domain::view::Filter;
use crate::domain::{Line, PartnerKind, Stage, Tier};
use crate::kit::{AddChip, Chip};

use super::state::{ListState, Rosters};

/// Tags or owners that are offered; a partner with any other is found by search.
const MOST_OFFERED: usize = 100;

/// Days without a two-way touch that can be asked for.
const QUIET_FOR_DAYS: [u16; 5] = [30, 60, 90, 180, 365];

/// What can be filtered by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Criterion {
    Stage,
    Band,
    Tier,
    Kind,
    Tag,
    Owner,
    Quiet,
}

/// One value of a criterion.
#[derive(Clone)]
enum Value {
    Stage(Stage),
    Band(Badge),
    Tier(Tier),
    Kind(PartnerKind),
    Tag(Tag),
    Owner(Option<Line<120>>),
    Quiet(u16),
}

/// The chips.
#[component]
pub fn FilterChips(roster: Rosters) -> impl IntoView {
    let list = ListState::of_page();
    view! {
        <div class="toolbar__chips" role="group" aria-label=words::FILTERS>
            {move || {
                Criterion::ALL
                    .into_iter()
                    .filter_map(|criterion| {
                        let chip = list.filter.with(|filter| criterion.chip(filter))?;
                        let take_away = Callback::new(move |()| {
                            list.narrow(|filter| criterion.clear(filter));
                            focus_first();
                        });
                        Some(view! { <Chip words=chip on_remove=take_away /> })
                    })
                    .collect::<Vec<_>>()
            }}
            {Criterion::ALL
                .into_iter()
                .map(|criterion| {
                    view! {
                        <AddChip label=criterion.label()>
                            {roster.with_untracked(|roster| choices(list, criterion, roster))}
                        </AddChip>
                    }
                })
                .collect::<Vec<_>>()}
        </div>
    }
}

/// The chip that was pressed is gone; the focus goes to the first that is left.
fn focus_first() {
    request_animation_frame(|| {
        let chip = document().query_selector(".toolbar__chips .chip").ok().flatten();
        if let Some(chip) = chip.and_then(|chip| chip.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A chip that left the page meanwhile takes no focus.
            let _ = chip.focus();
        }
    });
}

/// The values of a criterion, to be ticked.
fn choices(list: ListState, criterion: Criterion, roster: &Roster) -> AnyView {
    let mut values = criterion.values(roster);
    let left_out = values.len().saturating_sub(MOST_OFFERED);
    values.truncate(MOST_OFFERED);
    let note = if values.is_empty() {
        Some(words::NONE_YET.to_owned())
    } else {
        (left_out > 0).then(|| words::more_values(left_out))
    };
    let kind = if criterion == Criterion::Quiet { "radio" } else { "checkbox" };
    let boxes: Vec<_> = values
        .into_iter()
        .map(|value| {
            let label = value.words();
            let shown = value.clone();
            view! {
                <label class="check">
                    <input
                        class="check__box"
                        type=kind
                        name=criterion.label()
                        prop:checked=move || list.filter.with(|filter| shown.is_in(filter))
                        on:change=move |_| list.narrow(|filter| value.toggle(filter))
                    />
                    <bdi>{label}</bdi>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices">
            <legend class="visually-hidden">{criterion.label()}</legend>
            {boxes}
        </fieldset>
        {note.map(|note| view! { <p class="quiet">{note}</p> })}
    }
    .into_any()
}

impl Criterion {
    const ALL: [Self; 7] =
        [Self::Stage, Self::Band, Self::Tier, Self::Kind, Self::Tag, Self::Owner, Self::Quiet];

    const fn label(self) -> &'static str {
        match self {
            Self::Stage => words::STAGE,
            Self::Band => words::BAND,
            Self::Tier => words::TIER,
            Self::Kind => words::KIND,
            Self::Tag => words::TAG,
            Self::Owner => words::OWNER,
            Self::Quiet => words::QUIET_FOR,
        }
    }

    /// Everything that can be asked for; tags and owners as they are found.
    fn values(self, roster: &Roster) -> Vec<Value> {
        let profiles = || roster.lines().map(|line| &line.partner);
        match self {
            Self::Stage => Stage::ALL.into_iter().map(Value::Stage).collect(),
            Self::Band => Badge::ALL.into_iter().map(Value::Band).collect(),
            Self::Tier => Tier::ALL.into_iter().map(Value::Tier).collect(),
            Self::Kind => PartnerKind::ALL.into_iter().map(Value::Kind).collect(),
            Self::Tag => {
                distinct(profiles().flat_map(|partner| partner.tags.values().cloned().map(Value::Tag)))
            }
            Self::Owner => distinct(profiles().map(|partner| Value::Owner(partner.profile.owner.clone()))),
            Self::Quiet => QUIET_FOR_DAYS.into_iter().map(Value::Quiet).collect(),
        }
    }

    /// What is asked for, as its chip says it.
    fn chip(self, filter: &Filter) -> Option<String> {
        let worded: Vec<String> = match self {
            Self::Stage => filter.stages.iter().map(|stage| stage.word().to_owned()).collect(),
            Self::Band => filter.bands.iter().map(|badge| badge.word().to_owned()).collect(),
            Self::Tier => filter.tiers.iter().map(|tier| tier.number().to_string()).collect(),
            Self::Kind => filter.kinds.iter().map(|kind| kind.word().to_owned()).collect(),
            Self::Tag => filter.tags.iter().map(|tag| tag.as_str().to_owned()).collect(),
            Self::Owner => filter.owners.iter().map(|owner| owner_words(owner.as_ref())).collect(),
            Self::Quiet => filter.quiet_for_days.into_iter().map(words::days).collect(),
        };
        (!worded.is_empty()).then(|| words::filter_is(self.label(), &worded))
    }

    fn clear(self, filter: &mut Filter) {
        match self {
            Self::Stage => filter.stages.clear(),
            Self::Band => filter.bands.clear(),
            Self::Tier => filter.tiers.clear(),
            Self::Kind => filter.kinds.clear(),
            Self::Tag => filter.tags.clear(),
            Self::Owner => filter.owners.clear(),
            Self::Quiet => filter.quiet_for_days = None,
        }
    }
}

impl Value {
    fn words(&self) -> String {
        match self {
            Self::Stage(stage) => stage.word().to_owned(),
            Self::Band(badge) => badge.word().to_owned(),
            Self::Tier(tier) => tier.word().to_owned(),
            Self::Kind(kind) => kind.word().to_owned(),
            Self::Tag(tag) => tag.as_str().to_owned(),
            Self::Owner(owner) => owner_words(owner.as_ref()),
            Self::Quiet(days) => words::days(*days),
        }
    }

    fn is_in(&self, filter: &Filter) -> bool {
        match self {
            Self::Stage(stage) => filter.stages.contains(stage),
            Self::Band(badge) => filter.bands.contains(badge),
            Self::Tier(tier) => filter.tiers.contains(tier),
            Self::Kind(kind) => filter.kinds.contains(kind),
            Self::Tag(tag) => filter.tags.iter().any(|one| one.id() == tag.id()),
            Self::Owner(owner) => {
                filter.owners.iter().any(|one| folded(one.as_ref()) == folded(owner.as_ref()))
            }
            Self::Quiet(days) => filter.quiet_for_days == Some(*days),
        }
    }

    fn toggle(&self, filter: &mut Filter) {
        let is_in = self.is_in(filter);
        match self {
            Self::Stage(stage) => flip(&mut filter.stages, *stage, is_in, |one| one == stage),
            Self::Band(badge) => flip(&mut filter.bands, *badge, is_in, |one| one == badge),
            Self::Tier(tier) => flip(&mut filter.tiers, *tier, is_in, |one| one == tier),
            Self::Kind(kind) => flip(&mut filter.kinds, *kind, is_in, |one| one == kind),
            Self::Tag(tag) => flip(&mut filter.tags, tag.clone(), is_in, |one| one.id() == tag.id()),
            Self::Owner(owner) => {
                let own = folded(owner.as_ref());
                flip(&mut filter.owners, owner.clone(), is_in, |one| folded(one.as_ref()) == own);
            }
            Self::Quiet(days) => filter.quiet_for_days = (!is_in).then_some(*days),
        }
    }
}

fn flip<T>(values: &mut Vec<T>, value: T, is_in: bool, is_it: impl Fn(&T) -> bool) {
    if is_in {
        values.retain(|one| !is_it(one));
    } else {
        values.push(value);
    }
}

fn owner_words(owner: Option<&Line<120>>) -> String {
    owner.map_or_else(|| words::NOBODY.to_owned(), ToString::to_string)
}

fn folded(owner: Option<&Line<120>>) -> Option<String> {
    owner.map(|owner| owner.as_str().to_lowercase())
}

/// Each of the values once, capitals aside, by its words.
fn distinct(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let worded: Vec<(String, Value)> = values.map(|value| (value.words().to_lowercase(), value)).collect();
    let mut sorted = sorted_by(worded, |(one, _), (other, _)| one.cmp(other));
    sorted.dedup_by(|(words, _), (before, _)| words == before);
    sorted.into_iter().map(|(_, value)| value).collect()
}
