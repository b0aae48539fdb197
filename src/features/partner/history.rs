//! What was recorded, latest day first; each record corrected and deleted in place.

use leptos::prelude::*;

use crate::catalogue::{self, partner as words};
use crate::domain::fact::FactKind;
use crate::domain::partner::{StageChange, TierChange, TimelineItem, TimelineKind};
use crate::domain::{
    Commitment, Date, Fact, FactId, Id, LedgerEntry, Meeting, Milestone, Partner, Pulse, Refusal, Touchpoint,
    TractionEvent,
};
use crate::kit::{Icon, more_button, row_button};
use crate::route::{PartnerPart, Route};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::subject::{Open, Place, Subject};
use super::told::{Told, names, tell_with};

/// Records drawn at once; more on request.
const PAGE_ITEMS: usize = 100;
/// Records on the overview.
const LATEST: usize = 20;

/// Which records a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// The latest of all, with a way to the others.
    Latest,
    /// Those of some kinds.
    Of(&'static [TimelineKind]),
    /// Promises and milestones that were closed.
    Closed,
}

impl Which {
    fn has(self, partner: &Partner, item: TimelineItem) -> bool {
        match self {
            Self::All | Self::Latest => true,
            Self::Of(kinds) => kinds.contains(&item.kind),
            Self::Closed => is_closed(partner, item),
        }
    }
}

fn is_closed(partner: &Partner, item: TimelineItem) -> bool {
    let dates = match item.kind {
        TimelineKind::Commitment => {
            partner.entry::<Commitment>(Id::from_bits(item.id_bits)).map(|promise| &promise.dates)
        }
        TimelineKind::Milestone => {
            partner.entry::<Milestone>(Id::from_bits(item.id_bits)).map(|milestone| &milestone.dates)
        }
        _ => None,
    };
    dates.is_some_and(|dates| dates.outcome().is_some())
}

/// Records of a partner.
#[component]
pub fn Records(
    /// Of whom.
    subject: Subject,
    /// Which of them.
    which: Which,
    /// The words above them.
    heading: &'static str,
    /// Said when there are none.
    empty: &'static str,
    /// What can be added here.
    #[prop(optional)]
    adds: Option<TimelineKind>,
) -> impl IntoView {
    let shown = RwSignal::new(if which == Which::Latest { LATEST } else { PAGE_ITEMS });
    let items = Memo::new(move |_| {
        subject
            .read(|partner| {
                let mut items = partner.timeline();
                items.retain(|item| which.has(partner, *item));
                items
            })
            .unwrap_or_default()
    });
    let count = move || items.with(Vec::len);
    let drawn = Memo::new(move |before: Option<&Vec<TimelineItem>>| {
        let mut drawn = items.with(|items| items.iter().take(shown.get()).copied().collect::<Vec<_>>());
        let open = subject.open.get();
        // What was deleted elsewhere while its form is open stays, and with it what was typed.
        let place =
            before.and_then(|items| items.iter().position(|item| correct(*item, Place::Records) == open));
        if let Some((place, kept)) = place.and_then(|place| Some((place, *before?.get(place)?)))
            && !drawn.iter().any(|item| correct(*item, Place::Records) == open)
        {
            drawn.insert(place.min(drawn.len()), kept);
        }
        drawn
    });
    view! {
        <section class="section" aria-labelledby="history">
            <div class="section__head">
                <h2 id="history">{heading}</h2>
                <span class="count">{count}</span>
                {adds
                    .map(|kind| {
                        view! {
                            <button
                                class="button button--line push screen-only"
                                data-size="small"
                                type="button"
                                on:click=move |_| subject.open(Open::New(kind, Place::Records))
                            >
                                {words::LOG}
                            </button>
                        }
                    })}
            </div>
            {subject.form_at(Place::Records)}
            {move || items.with(Vec::is_empty).then(|| view! { <p class="quiet">{empty}</p> })}
            <ul class="items history">
                <For each=move || drawn.get() key=|item| (item.kind, item.id_bits) let:item>
                    <HistoryItem item subject place=Place::Records />
                </For>
            </ul>
            {move || {
                let hidden = count().saturating_sub(shown.get());
                (hidden > 0).then(|| more(subject, which, shown, hidden))
            }}
        </section>
    }
}

fn more(subject: Subject, which: Which, shown: RwSignal<usize>, hidden: usize) -> AnyView {
    if which == Which::Latest {
        let href = Route::PartnerPart(subject.id, PartnerPart::History).href();
        return view! {
            <p class="screen-only">
                <a class="button" href=href>
                    {words::ALL_RECORDS}
                </a>
            </p>
        }
        .into_any();
    }
    more_button(hidden, PAGE_ITEMS, shown, words::show_older).into_any()
}

/// The form that corrects a record, beneath it.
fn correct(item: TimelineItem, place: Place) -> Open {
    Open::Correct(item.kind, item.id_bits, place)
}

/// One record. Shows nothing once it is deleted.
#[component]
pub fn HistoryItem(
    item: TimelineItem,
    subject: Subject,
    /// Where its form opens, should the record stand in several places.
    place: Place,
) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| {
        let today = desk.today();
        let (mut told, with) = subject.read(|partner| tell_with(partner, item, today)).flatten()?;
        if matches!(item.kind, TimelineKind::Fact(_)) {
            // Who a stakeholder is stands in its title.
            told.title = names(&with).into_iter().next().unwrap_or(told.title);
        } else if !with.is_empty() {
            told.meta.push(words::with_people(&names(&with)));
        }
        Some(told)
    });
    let form = subject.form_beneath(correct(item, place));
    view! {
        {move || told.get().map(|told| row(item, subject, place, told))}
        {move || form().map(|form| view! { <li>{form}</li> })}
    }
}

fn row(item: TimelineItem, subject: Subject, place: Place, told: Told) -> AnyView {
    let desk = Desk::of_page();
    let id = subject.id;
    let say = move |result: Result<(), crate::state::desk::Declined>| {
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let delete_it = Callback::new(move |()| {
        say(desk.change(deeds::DELETE, |workspace, _| delete(workspace.partner_mut(id)?, item)));
    });
    let reopen_it = Callback::new(move |()| {
        say(desk.change(deeds::REOPEN, |workspace, moment| {
            reopen(workspace.partner_mut(id)?, item, moment.today())
        }));
    });
    let edit_it = Callback::new(move |()| subject.open(correct(item, place)));
    let settle_it = Callback::new(move |()| {
        let Some(deed) = settles(item.kind) else { return };
        say(desk.change(deed, |workspace, moment| settle(workspace.partner_mut(id)?, item, moment.today())));
    });
    let is_corrected_elsewhere =
        matches!(item.kind, TimelineKind::Stage | TimelineKind::Tier | TimelineKind::Meeting);
    let name = told.title.as_str();
    let settles = settles(item.kind).filter(|_| told.is_open);
    let buttons = [
        settles.map(|deed| {
            let about = words::about(deed.doing, name);
            // Among all records it is one deed of many; in a list of its own it is what the list is for.
            if place == Place::Records {
                small_button("check", about, deed.doing, settle_it)
            } else {
                row_button(deed.doing, about, move || settle_it.run(()))
            }
        }),
        told.is_closed.then(|| small_button("undo", words::reopen(name), deeds::REOPEN.doing, reopen_it)),
        (!is_corrected_elsewhere).then(|| small_button("edit", words::edit(name), words::EDIT, edit_it)),
        Some(small_button("trash", words::delete(name), deeds::DELETE.doing, delete_it)),
    ];
    // What we think of the partner, and how much we invest, is nothing for the printed page.
    let is_ours = matches!(item.kind, TimelineKind::Pulse | TimelineKind::Tier | TimelineKind::Fact(_));
    let title = match item.kind {
        TimelineKind::Meeting => {
            let href = Route::Meeting(Id::from_bits(item.id_bits)).href();
            view! { <a href=href><bdi>{told.title}</bdi></a> }.into_any()
        }
        _ => view! { <bdi>{told.title}</bdi> }.into_any(),
    };
    view! {
        <li class="item" class:screen-only=is_ours>
            <span class="item__lead">
                <Icon name=told.icon />
            </span>
            <div class="item__body">
                <p class="item__title">{title}</p>
                <p class="item__meta">
                    {told.meta.into_iter().map(|words| view! { <span>{words}</span> }).collect_view()}
                </p>
                {told
                    .note
                    .map(|note| {
                        view! {
                            <p class="history__note screen-only" dir="auto">
                                {note}
                            </p>
                        }
                    })}
            </div>
            <span class="item__when">
                <time datetime=told.on.to_string()>{catalogue::day(told.on)}</time>
            </span>
            <span class="item__actions screen-only">{buttons.into_iter().flatten().collect::<Vec<_>>()}</span>
        </li>
    }
    .into_any()
}

/// A small button of a row.
pub fn small_button(
    icon: &'static str,
    label: String,
    title: &'static str,
    on_click: Callback<()>,
) -> AnyView {
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            aria-label=label
            title=title
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}

/// What is done about a fact that is open.
fn settles(kind: TimelineKind) -> Option<Deed> {
    match kind {
        TimelineKind::Fact(FactKind::Signal) => Some(deeds::ANSWER_SIGNAL),
        TimelineKind::Fact(FactKind::Breach) => Some(deeds::CLEAR_BREACH),
        TimelineKind::Fact(FactKind::Escalation) => Some(deeds::CLOSE_ESCALATION),
        _ => None,
    }
}

/// Notes that a signal is answered, a breach cleared, an escalation closed.
fn settle(partner: &mut Partner, item: TimelineItem, today: Date) -> Result<(), Refusal> {
    partner.amend(Id::from_bits(item.id_bits), today, |fact: &mut Fact| {
        match fact {
            Fact::Signal(fact) => fact.answered_on = Some(today),
            Fact::Breach(fact) => fact.cleared_on = Some(today),
            Fact::Escalation(fact) => fact.closed_on = Some(today),
            _ => {}
        }
        Ok(())
    })
}

/// Deletes a short fact.
pub fn delete_fact(subject: Subject, fact: FactId) {
    let (desk, id) = (Desk::of_page(), subject.id);
    if let Err(declined) = desk.change(deeds::DELETE, |workspace, _| workspace.partner_mut(id)?.remove(fact))
    {
        desk.say(&declined.sentence, Offer::Nothing);
    }
}

/// Opens a closed promise or milestone again; nothing else can be closed.
fn reopen(partner: &mut Partner, item: TimelineItem, today: Date) -> Result<(), Refusal> {
    match item.kind {
        TimelineKind::Milestone => {
            partner.amend(Id::from_bits(item.id_bits), today, |milestone: &mut Milestone| {
                milestone.dates.reopen();
                Ok(())
            })
        }
        _ => partner.amend(Id::from_bits(item.id_bits), today, |promise: &mut Commitment| {
            promise.dates.reopen();
            Ok(())
        }),
    }
}

fn delete(partner: &mut Partner, item: TimelineItem) -> Result<(), Refusal> {
    let bits = item.id_bits;
    match item.kind {
        TimelineKind::Touchpoint => partner.remove::<Touchpoint>(Id::from_bits(bits)),
        TimelineKind::Meeting => partner.remove::<Meeting>(Id::from_bits(bits)),
        TimelineKind::Commitment => partner.remove::<Commitment>(Id::from_bits(bits)),
        TimelineKind::Milestone => partner.remove::<Milestone>(Id::from_bits(bits)),
        TimelineKind::Traction => partner.remove::<TractionEvent>(Id::from_bits(bits)),
        TimelineKind::Ledger => partner.remove::<LedgerEntry>(Id::from_bits(bits)),
        TimelineKind::Pulse => partner.remove::<Pulse>(Id::from_bits(bits)),
        TimelineKind::Fact(_) => partner.remove::<Fact>(Id::from_bits(bits)),
        TimelineKind::Stage => partner.remove_stage_change(Id::<StageChange>::from_bits(bits)),
        TimelineKind::Tier => partner.remove_tier_change(Id::<TierChange>::from_bits(bits)),
    }
}
