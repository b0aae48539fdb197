//! One partner in the list.

use leptos::prelude::*;

use crate::catalogue::{self, Word};
use crate::domain::partner::NextStep;
use crate::domain::{Cadence, Date, Partner, PartnerId, Side};
use crate::route::Route;
use crate::state::desk::Desk;

/// One partner in the list. Shows nothing once the partner is removed.
#[component]
pub fn PartnerRow(
    /// The partner.
    id: PartnerId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let partner = desk.partner(id);
    move || {
        let today = desk.today();
        partner.get().map(|partner| row(id, &partner, today))
    }
}

fn row(id: PartnerId, partner: &Partner, today: Date) -> impl IntoView + use<> {
    let profile = &partner.profile;
    let (stage, tier) = (partner.stage_on(today), partner.tier_on(today));
    let since = partner.in_stage_since(today).map(catalogue::day);
    let balance = partner.balance(today);
    let share = |points: u32| (points * 10).min(100).to_string();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="partners__name">
                    <a href=Route::Partner(id).href()>
                        <bdi>{profile.name.to_string()}</bdi>
                    </a>
                    <small>{format!("{}, {}", profile.kind.word(), tier.word())}</small>
                </span>
            </th>
            <td role="cell" class="partners__stage">
                {stage.word()}
                {since.map(|day| view! { <span class="partners__note">{format!("since {day}")}</span> })}
            </td>
            <td role="cell" class="partners__givecell">
                <span class="balance">
                    <span aria-hidden="true">{balance.given}</span>
                    <span
                        class="balance__beam"
                        style:--give=share(balance.given)
                        style:--get=share(balance.got)
                    >
                        <i></i>
                    </span>
                    <span aria-hidden="true">{balance.got}</span>
                    <span class="visually-hidden">
                        {format!("{} given, {} received in 180 days", balance.given, balance.got)}
                    </span>
                </span>
            </td>
            <td role="cell" class="partners__touchcell">
                {touch(partner, today)}
            </td>
            <td role="cell" class="partners__nextcell">
                <div class="partners__next">{partner.next_step(today).map(|step| next(&step, today))}</div>
            </td>
        </tr>
    }
}

fn touch(partner: &Partner, today: Date) -> impl IntoView + use<> {
    let Some(last) = partner.last_two_way(today) else {
        return view! { <span class="quiet">"never"</span> }.into_any();
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

fn next(step: &NextStep, today: Date) -> impl IntoView + use<> {
    let whose = match step {
        NextStep::Promise { side: Side::Ours, .. } => "Ours",
        NextStep::Promise { side: Side::Theirs, .. } => "Theirs",
        NextStep::Milestone { .. } => "Both",
    };
    let (due, urgency) = catalogue::due(step.due(), today);
    view! {
        <p>
            <bdi>{step.what().to_owned()}</bdi>
        </p>
        <span class="partners__note" data-when=urgency>
            {format!("{whose}, {due}")}
        </span>
    }
}
