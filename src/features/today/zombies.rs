//! The decisions that are owed: one slab, and a line for every further Zombie.

use leptos::prelude::*;

use crate::catalogue::{partner_health, today as words};
use crate::domain::agenda::Decision;
use crate::domain::health::Case;
use crate::domain::partner::TimelineKind;
use crate::domain::{PartnerId, Workspace};
use crate::kit::Icon;
use crate::parts::zombie::{Evidence, slab};
use crate::route::Route;
use crate::state::agenda::DayAgenda;
use crate::state::boards::Boards;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use super::rows::{Row, go_to, name_of, section};

/// The Zombie whose decision is owed the longest as a slab, the others as rows.
#[component]
pub fn Decisions() -> impl IntoView {
    let (desk, boards, agenda) = (Desk::of_page(), Boards::of_page(), DayAgenda::of_page());
    let owed = Memo::new(move |_| agenda.read(|agenda| agenda.decisions.clone()));
    let first = Memo::new(move |_| {
        let id = owed.with(|owed| owed.first().map(|one| one.partner))?;
        let evidence = boards.read(|board, _| {
            desk.read(|workspace| {
                let (health, people) = (board.health(id)?, board.people().at(id));
                let (model, _) = workspace.health_model();
                let partner = workspace.partner(id)?;
                let case =
                    Case { id, partner, people, model: &model, fiscal: workspace.settings.fiscal_start };
                Evidence::of(case, health, &|who| {
                    workspace.contacts.get(&who).map(|contact| contact.person.name.to_string())
                })
            })
        })?;
        Some((id, evidence))
    });
    let others = move || owed.with(|owed| owed.iter().skip(1).copied().collect::<Vec<_>>());
    view! {
        {move || {
            first
                .get()
                .map(|(id, evidence)| {
                    let actions = actions(id, evidence.was_put_off);
                    slab(evidence, actions)
                })
        }}
        {move || {
            let others = others();
            (!others.is_empty())
                .then(|| {
                    let rows = desk
                        .read(|workspace| others.iter().filter_map(|one| row(workspace, *one)).collect::<Vec<_>>());
                    section("owed", words::OWED_TOO, None, rows)
                })
        }}
    }
}

fn actions(id: PartnerId, was_put_off: bool) -> AnyView {
    let wishes = Wishes::of_page();
    let put_off = (!was_put_off).then(|| {
        view! {
            <button
                class="button button--slab-quiet"
                type="button"
                on:click=move |_| wishes.ask(Wish::PutOff(id))
            >
                {deeds::PUT_OFF.doing}
            </button>
        }
    });
    view! {
        <a class="button button--slab" href=Route::Ending(id).href()>
            <Icon name="gate" />
            {deeds::BEGIN_ENDING.doing}
        </a>
        <button
            class="button button--slab-quiet"
            type="button"
            on:click=move |_| wishes.ask(Wish::Record(id, TimelineKind::Traction))
        >
            {partner_health::RECORD_MISSED}
        </button>
        {put_off}
        <a href=Route::Partner(id).href()>{words::SEE_PARTNER}</a>
    }
    .into_any()
}

fn row(workspace: &Workspace, owed: Decision) -> Option<AnyView> {
    let name = name_of(workspace, owed.partner)?;
    let id = owed.partner;
    Some(
        Row {
            icon: "zombie",
            href: Route::Partner(id).href(),
            title: words::zombie(&name),
            meta: vec![words::NO_RESULT_FOR_TWO.to_owned()],
            when: words::since(owed.fires_on),
            urgency: "late",
            deed: deeds::BEGIN_ENDING.doing,
            about: name,
            act: go_to(Route::Ending(id)),
            asked: None,
            other: None,
        }
        .into_view(),
    )
}
