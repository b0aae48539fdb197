//! What was recorded, latest day first; each record corrected and deleted in place.

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner as words};
use crate::domain::partner::{StageChange, TierChange, TimelineItem, TimelineKind};
use crate::domain::{
    Commitment, ContactId, Date, Direction, Id, LedgerEntry, Milestone, Partner, Pulse, Refusal, Side,
    Touchpoint, TractionEvent,
};
use crate::kit::Icon;
use crate::route::{PartnerPart, Route};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::subject::{Open, Place, Subject};

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
        let place = before.and_then(|items| items.iter().position(|item| correct(*item) == open));
        if let Some((place, kept)) = place.and_then(|place| Some((place, *before?.get(place)?)))
            && !drawn.iter().any(|item| correct(*item) == open)
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
                    <HistoryItem item subject />
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
    view! {
        <button class="button" type="button" on:click=move |_| shown.update(|shown| *shown += PAGE_ITEMS)>
            {words::show_older(hidden)}
        </button>
    }
    .into_any()
}

/// The form that corrects a record, beneath it.
fn correct(item: TimelineItem) -> Open {
    Open::Correct(item.kind, item.id_bits, Place::Records)
}

/// One record. Shows nothing once it is deleted.
#[component]
fn HistoryItem(item: TimelineItem, subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| {
        let today = desk.today();
        let (mut told, with) = subject.read(|partner| tell_with(partner, item, today)).flatten()?;
        if !with.is_empty() {
            told.meta.push(words::with_people(&names(&with)));
        }
        Some(told)
    });
    let form = subject.form_beneath(correct(item));
    view! {
        {move || told.get().map(|told| row(item, subject, told))}
        {move || form().map(|form| view! { <li>{form}</li> })}
    }
}

fn row(item: TimelineItem, subject: Subject, told: Told) -> AnyView {
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
    let edit_it = Callback::new(move |()| subject.open(correct(item)));
    let can_correct = !matches!(item.kind, TimelineKind::Stage | TimelineKind::Tier);
    let name = told.title.as_str();
    let buttons = [
        told.is_closed.then(|| deed("undo", words::reopen(name), deeds::REOPEN.doing, reopen_it)),
        can_correct.then(|| deed("edit", words::edit(name), words::EDIT, edit_it)),
        Some(deed("trash", words::delete(name), deeds::DELETE.doing, delete_it)),
    ];
    // What we think of the partner, and how much we invest, is nothing for the printed page.
    let is_ours = matches!(item.kind, TimelineKind::Pulse | TimelineKind::Tier);
    view! {
        <li class="item" class:screen-only=is_ours>
            <span class="item__lead">
                <Icon name=told.icon />
            </span>
            <div class="item__body">
                <p class="item__title">
                    <bdi>{told.title}</bdi>
                </p>
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
fn deed(icon: &'static str, label: String, title: &'static str, on_click: Callback<()>) -> AnyView {
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
        TimelineKind::Commitment => partner.remove::<Commitment>(Id::from_bits(bits)),
        TimelineKind::Milestone => partner.remove::<Milestone>(Id::from_bits(bits)),
        TimelineKind::Traction => partner.remove::<TractionEvent>(Id::from_bits(bits)),
        TimelineKind::Ledger => partner.remove::<LedgerEntry>(Id::from_bits(bits)),
        TimelineKind::Pulse => partner.remove::<Pulse>(Id::from_bits(bits)),
        TimelineKind::Stage => partner.remove_stage_change(Id::<StageChange>::from_bits(bits)),
        TimelineKind::Tier => partner.remove_tier_change(Id::<TierChange>::from_bits(bits)),
    }
}

/// A record in the words of the history.
#[derive(Clone, PartialEq)]
struct Told {
    on: Date,
    icon: &'static str,
    title: String,
    meta: Vec<String>,
    note: Option<String>,
    /// Whether it is a promise or milestone that was closed.
    is_closed: bool,
}

/// The record, and who took part in it.
fn tell_with(partner: &Partner, item: TimelineItem, today: Date) -> Option<(Told, Vec<ContactId>)> {
    let with = match item.kind {
        TimelineKind::Touchpoint => {
            partner.entry::<Touchpoint>(Id::from_bits(item.id_bits)).map(|touch| touch.with.clone())
        }
        _ => None,
    };
    Some((tell(partner, item, today)?, with.unwrap_or_default()))
}

fn names(people: &[ContactId]) -> Vec<String> {
    Desk::of_page().read(|workspace| {
        let contacts = people.iter().filter_map(|id| workspace.contacts.get(id));
        contacts.map(|contact| contact.person.name.to_string()).collect()
    })
}

fn tell(partner: &Partner, item: TimelineItem, today: Date) -> Option<Told> {
    let bits = item.id_bits;
    let told = match item.kind {
        TimelineKind::Touchpoint => {
            let touch = partner.entry::<Touchpoint>(Id::from_bits(bits))?;
            Told {
                on: touch.on,
                icon: "chat",
                title: touch.channel.word().to_owned(),
                meta: vec![if touch.two_way { words::TWO_WAY } else { words::ONE_WAY }.to_owned()],
                note: touch.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Traction => {
            let event = partner.entry::<TractionEvent>(Id::from_bits(bits))?;
            let points = words::points(event.kind.points());
            let mut meta = vec![words::RESULT.to_owned(), points, event.attribution.word().to_lowercase()];
            meta.extend(event.amount.as_ref().map(ToString::to_string));
            Told {
                on: event.on,
                icon: "traction",
                title: event.kind.word().to_owned(),
                meta,
                note: event.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Ledger => {
            let entry = partner.entry::<LedgerEntry>(Id::from_bits(bits))?;
            Told {
                on: entry.on,
                icon: if entry.direction == Direction::Give { "ours" } else { "theirs" },
                title: words::exchanged(entry.direction.word(), entry.kind.word()),
                meta: vec![words::points(entry.points.get())],
                note: entry.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Pulse => {
            let pulse = partner.entry::<Pulse>(Id::from_bits(bits))?;
            Told {
                on: pulse.on,
                icon: "star",
                title: words::rated(pulse.rating.get()),
                meta: vec![words::rated_by(pulse.by.word())],
                note: pulse.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Commitment => {
            let promise = partner.entry::<Commitment>(Id::from_bits(bits))?;
            let is_ours = promise.side == Side::Ours;
            let mut meta = vec![if is_ours { words::OUR_PROMISE } else { words::THEIR_PROMISE }.to_owned()];
            meta.extend(promise.person.as_ref().map(ToString::to_string));
            meta.push(words::promise_state(&promise.dates.state_on(today), words::DONE));
            Told {
                on: promise.dates.made_on(),
                icon: if promise.side == Side::Ours { "ours" } else { "theirs" },
                title: promise.what.to_string(),
                meta,
                note: None,
                is_closed: promise.dates.outcome().is_some(),
            }
        }
        TimelineKind::Milestone => {
            let milestone = partner.entry::<Milestone>(Id::from_bits(bits))?;
            let state = words::promise_state(&milestone.dates.state_on(today), words::REACHED);
            Told {
                on: milestone.dates.made_on(),
                icon: "flag",
                title: milestone.what.to_string(),
                meta: vec![words::MILESTONE.to_owned(), state],
                note: None,
                is_closed: milestone.dates.outcome().is_some(),
            }
        }
        TimelineKind::Stage => {
            let change = partner.stage_changes.get(&Id::from_bits(bits))?;
            Told {
                on: change.on,
                icon: "clock",
                title: words::stage_change(change.to.word()),
                meta: change.reason.iter().map(ToString::to_string).collect(),
                note: None,
                is_closed: false,
            }
        }
        TimelineKind::Tier => {
            let change = partner.tier_changes.get(&Id::from_bits(bits))?;
            Told {
                on: change.on,
                icon: "clock",
                title: change.to.word().to_owned(),
                meta: Vec::new(),
                note: None,
                is_closed: false,
            }
        }
    };
    Some(told)
}
