//! Everything that was recorded, latest day first; each record corrected and deleted in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::intl;
use crate::catalogue::{self, Word};
use crate::domain::partner::{StageChange, TierChange, TimelineItem, TimelineKind};
use crate::domain::{
    Commitment, Date, Direction, Id, LedgerEntry, Milestone, Partner, PartnerId, PromiseState, Pulse,
    Refusal, Side, Touchpoint, TractionEvent,
};
use crate::kit::Icon;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::Open;

/// Records drawn at once; more on request.
const PAGE_ITEMS: usize = 100;

/// The records of a partner.
#[component]
pub fn History(id: PartnerId, partner: Memo<Option<Arc<Partner>>>, open: RwSignal<Open>) -> impl IntoView {
    let shown = RwSignal::new(PAGE_ITEMS);
    let items = Memo::new(move |_| {
        partner.with(|partner| partner.as_ref().map(|partner| partner.timeline()).unwrap_or_default())
    });
    let count = move || items.with(Vec::len);
    let drawn =
        Memo::new(move |_| items.with(|items| items.iter().take(shown.get()).copied().collect::<Vec<_>>()));
    view! {
        <section class="section" aria-labelledby="history">
            <div class="section__head">
                <h2 id="history">"History"</h2>
                <span class="count">{count}</span>
            </div>
            <ul class="items history">
                <For each=move || drawn.get() key=|item| *item let:item>
                    <HistoryItem id item partner open />
                </For>
            </ul>
            {move || {
                let hidden = count().saturating_sub(shown.get());
                (hidden > 0)
                    .then(|| {
                        view! {
                            <button
                                class="button"
                                type="button"
                                on:click=move |_| shown.update(|shown| *shown += PAGE_ITEMS)
                            >
                                {format!("Show older records, {} more", intl::counted(hidden, "record", "records"))}
                            </button>
                        }
                    })
            }}
        </section>
    }
}

/// One record. Shows nothing once it is deleted.
#[component]
fn HistoryItem(
    id: PartnerId,
    item: TimelineItem,
    partner: Memo<Option<Arc<Partner>>>,
    open: RwSignal<Open>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| {
        let today = desk.today();
        partner.with(|partner| partner.as_ref().and_then(|partner| tell(partner, item, today)))
    });
    let delete = move |_| {
        let result = desk.change(deeds::DELETE, |workspace, _| delete(workspace.partner_mut(id)?, item));
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let reopen = move |_| {
        let result = desk.change(deeds::REOPEN, |workspace, moment| {
            reopen(workspace.partner_mut(id)?, item, moment.today())
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let can_correct = !matches!(item.kind, TimelineKind::Stage | TimelineKind::Tier);
    move || {
        told.get().map(|told| {
            let name = told.title.clone();
            view! {
                <li class="item">
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
                                    <p class="history__note" dir="auto">
                                        {note}
                                    </p>
                                }
                            })}
                    </div>
                    <span class="item__when">
                        <time datetime=item.on.to_string()>{catalogue::day(item.on)}</time>
                    </span>
                    <span class="item__actions screen-only">
                        {told
                            .is_closed
                            .then(|| {
                                view! {
                                    <button
                                        class="button button--quiet"
                                        data-shape="icon"
                                        data-size="small"
                                        type="button"
                                        aria-label=format!("{} {name}", deeds::REOPEN.doing)
                                        title=deeds::REOPEN.doing
                                        on:click=reopen
                                    >
                                        <Icon name="undo" />
                                    </button>
                                }
                            })}
                        {can_correct
                            .then(|| {
                                view! {
                                    <button
                                        class="button button--quiet"
                                        data-shape="icon"
                                        data-size="small"
                                        type="button"
                                        aria-label=format!("Edit {name}")
                                        on:click=move |_| open.set(Open::Correct(item.kind, item.id_bits))
                                    >
                                        <Icon name="edit" />
                                    </button>
                                }
                            })}
                        <button
                            class="button button--quiet"
                            data-shape="icon"
                            data-size="small"
                            type="button"
                            aria-label=format!("Delete {name}")
                            on:click=delete
                        >
                            <Icon name="trash" />
                        </button>
                    </span>
                </li>
            }
        })
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
    icon: &'static str,
    title: String,
    meta: Vec<String>,
    note: Option<String>,
    /// Whether it is a promise or milestone that was closed.
    is_closed: bool,
}

fn tell(partner: &Partner, item: TimelineItem, today: Date) -> Option<Told> {
    let bits = item.id_bits;
    let told = match item.kind {
        TimelineKind::Touchpoint => {
            let touch = partner.entry::<Touchpoint>(Id::from_bits(bits))?;
            Told {
                icon: "chat",
                title: touch.channel.word().to_owned(),
                meta: vec![if touch.two_way { "two-way" } else { "one-way" }.to_owned()],
                note: touch.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Traction => {
            let event = partner.entry::<TractionEvent>(Id::from_bits(bits))?;
            let points = intl::counted(usize::from(event.kind.points()), "point", "points");
            let mut meta = vec!["Result".to_owned(), points, event.attribution.word().to_lowercase()];
            meta.extend(event.amount.as_ref().map(ToString::to_string));
            Told {
                icon: "traction",
                title: event.kind.word().to_owned(),
                meta,
                note: event.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Ledger => {
            let entry = partner.entry::<LedgerEntry>(Id::from_bits(bits))?;
            let points = intl::counted(usize::from(entry.points.get()), "point", "points");
            Told {
                icon: if entry.direction == Direction::Give { "ours" } else { "theirs" },
                title: format!("{}: {}", entry.direction.word(), entry.kind.word().to_lowercase()),
                meta: vec![points],
                note: entry.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Pulse => {
            let pulse = partner.entry::<Pulse>(Id::from_bits(bits))?;
            Told {
                icon: "star",
                title: format!("Rated {} of 5", pulse.rating.get()),
                meta: vec![format!("by {}", pulse.by.word().to_lowercase())],
                note: pulse.note.as_ref().map(ToString::to_string),
                is_closed: false,
            }
        }
        TimelineKind::Commitment => {
            let promise = partner.entry::<Commitment>(Id::from_bits(bits))?;
            let mut meta =
                vec![if promise.side == Side::Ours { "Our promise" } else { "Their promise" }.to_owned()];
            meta.extend(promise.person.as_ref().map(ToString::to_string));
            meta.push(state_words(&promise.dates.state_on(today), "done"));
            Told {
                icon: if promise.side == Side::Ours { "ours" } else { "theirs" },
                title: promise.what.to_string(),
                meta,
                note: None,
                is_closed: promise.dates.outcome().is_some(),
            }
        }
        TimelineKind::Milestone => {
            let milestone = partner.entry::<Milestone>(Id::from_bits(bits))?;
            let state = state_words(&milestone.dates.state_on(today), "reached");
            Told {
                icon: "flag",
                title: milestone.what.to_string(),
                meta: vec!["Milestone".to_owned(), state],
                note: None,
                is_closed: milestone.dates.outcome().is_some(),
            }
        }
        TimelineKind::Stage => {
            let change = partner.stage_changes.get(&Id::from_bits(bits))?;
            Told {
                icon: "clock",
                title: format!("Stage: {}", change.to.word()),
                meta: change.reason.iter().map(ToString::to_string).collect(),
                note: None,
                is_closed: false,
            }
        }
        TimelineKind::Tier => {
            let change = partner.tier_changes.get(&Id::from_bits(bits))?;
            Told {
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

fn state_words(state: &PromiseState, done: &str) -> String {
    match state {
        PromiseState::NotMade => "dated ahead".to_owned(),
        PromiseState::Open { due } => format!("due {}", catalogue::day(*due)),
        PromiseState::Done { on, due } if on > due => {
            let late = usize::try_from(due.days_until(*on)).unwrap_or(0);
            format!("{done} {}, {} late", catalogue::day(*on), intl::counted(late, "day", "days"))
        }
        PromiseState::Done { on, .. } => format!("{done} {}, on time", catalogue::day(*on)),
        PromiseState::Dropped { on } => format!("dropped {}", catalogue::day(*on)),
    }
}
