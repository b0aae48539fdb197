//! Today: the decisions that are owed, how the portfolio stands, what is late and due, who is going quiet, and what
//! happens if nobody does anything. All of it is derived; a row is finished where it stands.

mod ahead;
mod change;
mod endings;
mod meetings;
mod playbooks;
mod rows;
mod waiting;
mod zombies;

use leptos::prelude::*;

use crate::catalogue::today as words;
use crate::domain::agenda::Agenda;
use crate::kit::EmptyState;
use crate::kit::empty::Drawing;
use crate::parts::first_run::FirstRun;
use crate::parts::portfolio::Portfolio;
use crate::state::agenda::DayAgenda;
use crate::state::boards::Compared;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use ahead::Ahead;
use rows::{Endings, Going, Items, Meetings, Quarters, Recaps, Signals, Tasks, Which};
use waiting::WaitingRows;
use zombies::Decisions;

/// What the day asks for.
#[component]
pub fn TodayPage() -> impl IntoView {
    let desk = Desk::of_page();
    let is_empty = Memo::new(move |_| desk.read(|workspace| workspace.partners.is_empty()));
    let wishes = Wishes::of_page();
    let add = Callback::new(move |()| wishes.ask(Wish::AddPartner));
    move || {
        if is_empty.get() {
            view! {
                <h1 class="visually-hidden" tabindex="-1">
                    {words::TODAY}
                </h1>
                <FirstRun on_add=add />
            }
            .into_any()
        } else {
            view! { <Day /> }.into_any()
        }
    }
}

#[component]
fn Day() -> impl IntoView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    agenda.want();
    let wishes = Wishes::of_page();
    let on_pick = Callback::new(move |badge| wishes.ask(Wish::ShowBadge(badge)));
    let is_calm = Memo::new(move |_| agenda.read(|agenda| agenda.count() == 0));
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{move || words::heading(desk.today())}</h1>
                <p class="page__lede">{move || agenda.read(lede)}</p>
            </div>
        </div>
        <Decisions />
        <Portfolio boards=Compared::of_page() on_pick />
        <div class="beside">
            <div class="stack" data-gap="8">
                {move || {
                    is_calm.get().then(|| view! { <EmptyState drawing=Drawing::Finished title=words::CALM why=words::CALM_WHY>""</EmptyState> })
                }}
                <Meetings />
                <Tasks which=Which::Late />
                <Tasks which=Which::Due />
                <Recaps />
                <Items />
                <Endings />
                <Going />
                <Quarters />
                <Signals />
                <WaitingRows />
            </div>
            <aside class="stack" data-gap="8" aria-label=words::AHEAD>
                <Ahead />
            </aside>
        </div>
    }
}

fn lede(agenda: &Agenda) -> String {
    words::lede(agenda.count(), agenda.late_by_side())
}
