//! One partner in the list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{self, Word, partners as words};
use crate::domain::partner::NextStep;
use crate::domain::view::Column;
use crate::domain::{Cadence, Date, Partner, PartnerId};
use crate::kit::{Balance, Tag};
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
            desk.read(|workspace| Some((id, workspace.partner(id).cloned()?)))
        },
        |before: Option<&Option<(PartnerId, Arc<Partner>)>>, after| match (before, after) {
            (Some(Some((_, before))), Some(Some((_, after)))) => !Arc::ptr_eq(before, after),
            (Some(None), Some(None)) => false,
            _ => true,
        },
    );
    let is_selected = move || {
        shown.with(|shown| {
            shown.as_ref().is_some_and(|(id, _)| list.selected.with(|selected| selected.contains(id)))
        })
    };
    move || {
        let today = desk.today();
        shown.get().map(|(id, partner)| {
            let profile = &partner.profile;
            let cells: Vec<_> = columns::shown(list.columns.get())
                .filter(|column| *column != Column::Name)
                .map(|column| {
                    view! {
                        <td role="cell" class=columns::class(column)>
                            {cell(column, &partner, today)}
                        </td>
                    }
                })
                .collect();
            view! {
                <tr role="row" data-state=move || is_selected().then_some("selected")>
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
                            <a href=Route::Partner(id).href()>
                                <bdi>{profile.name.to_string()}</bdi>
                            </a>
                            <small>{words::kind_and_tier(profile.kind, partner.tier_on(today))}</small>
                        </span>
                    </th>
                    {cells}
                </tr>
            }
        })
    }
}

fn cell(column: Column, partner: &Partner, today: Date) -> AnyView {
    match column {
        Column::Name => ().into_any(),
        Column::Stage => {
            let since = partner.in_stage_since(today).map(words::since);
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
        Column::LastTwoWay => touch(partner, today),
        Column::NextStep => {
            let step = partner.next_step(today).map(|step| next(&step, today));
            view! { <div class="partners__next">{step}</div> }.into_any()
        }
    }
}

fn balance(partner: &Partner, today: Date) -> AnyView {
    let balance = partner.balance(today);
    let words = words::balance(balance.given, balance.got);
    view! { <Balance give=balance.given get=balance.got full=FULL_BEAM words /> }.into_any()
}

fn touch(partner: &Partner, today: Date) -> AnyView {
    let Some(last) = partner.last_two_way(today) else {
        return view! { <span class="quiet">{words::NEVER}</span> }.into_any();
    };
    let cadence = Cadence::of(partner.tier_on(today));
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
            <span class="partners__note">{catalogue::day(last)}</span>
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
