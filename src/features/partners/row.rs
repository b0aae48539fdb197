//! One partner in the list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner_health, partners as words};
use crate::domain::health::forecast::ARROW_POINTS;
use crate::domain::health::{Badge, Course, Health};
use crate::domain::partner::{NextStep, Stage};
use crate::domain::view::Column;
use crate::domain::{Cadence, Date, Partner, PartnerId};
use crate::kit::{Balance, Delta, HealthReading, Sparkline, Tag};
use crate::parts::band::{look, way};
use crate::route::Route;
use crate::state::desk::Desk;

use super::columns;
use super::state::ListState;

/// The points that fill a side of the beam.
const FULL_BEAM: u32 = 10;

/// One row of the list. Shows nothing once there is no partner for it.
///
/// A row belongs to its place and not to its partner, so that a key of search writes other words into
/// the rows that are there: making rows anew takes thrice as long.
#[component]
pub fn PartnerRow(
    /// The partners of all rows.
    rows: Memo<Vec<PartnerId>>,
    /// The place of this row among them.
    place: usize,
) -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    let shown = Memo::new_with_compare(
        move |_| {
            let id = rows.with(|rows| rows.get(place).copied())?;
            Shown::read(desk, list, id)
        },
        |before: Option<&Option<Shown>>, after| match (before, after) {
            (Some(Some(before)), Some(Some(after))) => !before.is_same(after),
            (Some(None), Some(None)) => false,
            _ => true,
        },
    );
    let is_selected = move || {
        shown.with(|shown| {
            shown.as_ref().is_some_and(|shown| list.selected.with(|selected| selected.contains(&shown.id)))
        })
    };
    move || {
        shown.get().map(|shown| {
            let profile = &shown.partner.profile;
            let cells: Vec<_> = columns::shown(list.columns.get())
                .filter(|column| *column != Column::Name)
                .map(|column| {
                    view! {
                        <td role="cell" class=columns::class(column)>
                            {cell(column, &shown)}
                        </td>
                    }
                })
                .collect();
            view! {
                <tr
                    role="row"
                    data-band=shown.badge().map(look)
                    data-state=move || is_selected().then_some("selected")
                >
                    <td role="cell" class="partners__check">
                        <label class="check check--bare">
                            <input
                                class="check__box"
                                type="checkbox"
                                aria-label=words::select(profile.name.as_str())
                                prop:checked=is_selected
                            />
                        </label>
                    </td>
                    <th role="rowheader" scope="row">
                        <span class="partners__name">
                            <a href=Route::Partner(shown.id).href()>
                                <bdi>{profile.name.to_string()}</bdi>
                            </a>
                            <small>{words::kind_and_tier(profile.kind, shown.partner.tier_on(shown.day))}</small>
                        </span>
                    </th>
                    {cells}
                </tr>
            }
        })
    }
}

/// What a row shows.
#[derive(Clone)]
struct Shown {
    id: PartnerId,
    partner: Arc<Partner>,
    day: Date,
    cadence: Cadence,
    /// The health, and the rule behind its badge.
    health: Option<(Health, Option<String>)>,
    course: Option<Course>,
}

impl Shown {
    fn read(desk: Desk, list: ListState, id: PartnerId) -> Option<Self> {
        let day = list.day.get();
        let (partner, cadence) = desk.read(|workspace| {
            let partner = workspace.partner(id)?.clone();
            let cadence = workspace.health_model().0.cadence(partner.tier_on(day));
            Some((partner, cadence))
        })?;
        let columns = list.columns.get();
        let board = list.boards().now;
        let health = columns.has(Column::Health) || columns.has(Column::Movement);
        let health = health.then(|| {
            board.read_soon(|board, _| {
                let health = *board.health(id)?;
                Some((health, board.fiscal().and_then(|fiscal| words::reason(&health, fiscal))))
            })
        });
        let health = health.flatten().flatten();
        let course = columns.has(Column::Movement) && health.is_some();
        let course = course.then(|| board.course(id)).flatten();
        Some(Self { id, partner, day, cadence, health, course })
    }

    /// Whether a row would show the same of both.
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.partner, &other.partner)
            && self.day == other.day
            && self.cadence == other.cadence
            && self.health == other.health
            && self.course == other.course
    }

    fn badge(&self) -> Option<Badge> {
        self.health.as_ref().map(|(health, _)| health.badge())
    }
}

fn cell(column: Column, shown: &Shown) -> AnyView {
    let Shown { partner, day: today, .. } = shown;
    let today = *today;
    match column {
        Column::Name => ().into_any(),
        Column::Health => health(shown),
        Column::Movement => movement(shown),
        Column::Stage => {
            let since = partner.in_stage_since(today).map(|since| words::since(since, today));
            view! {
                {partner.stage_on(today).word()}
                {since.map(|since| view! { <span class="partners__note">{since}</span> })}
            }
            .into_any()
        }
        Column::Tier => partner.tier_on(today).word().into_any(),
        Column::Kind => partner.profile.kind.word().into_any(),
        Column::Owner => {
            let owner = partner.profile.owner.as_ref().map(ToString::to_string);
            owner.map(|owner| view! { <bdi>{owner}</bdi> }).into_any()
        }
        Column::Tags => {
            let tags = partner.tags_in_order().into_iter();
            tags.map(|tag| view! { <Tag words=tag.as_str() /> }).collect::<Vec<_>>().into_any()
        }
        Column::Balance => balance(partner, today),
        Column::LastTwoWay => touch(partner, shown.cadence, today),
        Column::NextStep => {
            let step = partner.next_step(today).map(|step| next(&step, today));
            view! { <div class="partners__next">{step}</div> }.into_any()
        }
    }
}

/// Number, badge and rule; of a partner that is not scored, what became of the work.
fn health(shown: &Shown) -> AnyView {
    let Some((health, reason)) = &shown.health else {
        let stage = shown.partner.stage_on(shown.day);
        let (tone, icon) = match stage {
            Stage::Ending => (Some("accent"), "gate"),
            Stage::Paused => (None, "pause"),
            _ => return ().into_any(),
        };
        return view! {
            <span class="health">
                <span class="health__score"></span>
                <Tag words=stage.word() tone icon />
            </span>
        }
        .into_any();
    };
    let badge = health.badge();
    let score = health.score.map(u32::from);
    view! { <HealthReading score band=look(badge) word=badge.word() rule=reason.clone() /> }.into_any()
}

/// The line of twelve weeks, and how far the score moved in the last four.
fn movement(shown: &Shown) -> AnyView {
    let Some(course) = shown.course else { return ().into_any() };
    let values = course.scores().map(i32::from).collect();
    let delta = course.movement().map(|points| {
        let (_, words) = partner_health::movement(points, ARROW_POINTS);
        view! { <Delta way=way(points) figure=words::movement(points, ARROW_POINTS) words /> }
    });
    view! {
        <span class="partners__trend">
            <Sparkline values />
            {delta}
        </span>
    }
    .into_any()
}

fn balance(partner: &Partner, today: Date) -> AnyView {
    let balance = partner.balance(today);
    let words = words::balance(balance.given, balance.got);
    view! { <Balance give=balance.given get=balance.got full=FULL_BEAM words /> }.into_any()
}

fn touch(partner: &Partner, cadence: Cadence, today: Date) -> AnyView {
    let Some(last) = partner.last_two_way(today) else {
        return view! { <span class="quiet">{words::NEVER}</span> }.into_any();
    };
    let silent = last.days_until(today);
    let urgency = if !partner.stage_on(today).is_worked_with() {
        None
    } else if silent > i64::from(cadence.longest_days) {
        Some("late")
    } else if silent > i64::from(cadence.ideal_days) {
        Some("soon")
    } else {
        None
    };
    view! {
        <span class="partners__touch" data-when=urgency>
            {catalogue::days_ago(last, today)}
            <span class="partners__note">{catalogue::recent_day(last, today)}</span>
        </span>
    }
    .into_any()
}

fn next(step: &NextStep, today: Date) -> AnyView {
    let side = match step {
        NextStep::Promise { side, .. } => Some(*side),
        NextStep::Milestone { .. } => None,
    };
    let (due, urgency) = words::next_step(side, step.due(), today);
    view! {
        <p>
            <bdi>{step.what().to_owned()}</bdi>
        </p>
        <span class="partners__note" data-when=urgency>
            {due}
        </span>
    }
    .into_any()
}
