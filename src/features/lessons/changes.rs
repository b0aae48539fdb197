//! What changes because of root causes: owned, dated, and finished where it stands.

use leptos::prelude::*;

use crate::catalogue::{ending, lessons as words};
use crate::domain::ending::PartId;
use crate::domain::ending::past::causes;
use crate::domain::order::sorted_by_key;
use crate::domain::{Date, PartnerId, Workspace};
use crate::kit::Icon;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::fits;

/// An action in the words of the page.
#[derive(Clone, PartialEq)]
struct Change {
    partner: PartnerId,
    chapter: u16,
    id: PartId,
    name: String,
    cause: String,
    what: String,
    owner: String,
    due: Date,
    done_on: Option<Date>,
}

/// All actions: what is late first, then what is open, and last what is done.
fn changes(workspace: &Workspace, chosen: Option<&String>) -> Vec<Change> {
    let change = |past: crate::domain::ending::PastCause| {
        let (id, action) = past.action?;
        let name = workspace.partner(past.partner)?.profile.name.to_string();
        fits(chosen, &past.cause).then(|| Change {
            partner: past.partner,
            chapter: past.chapter,
            id,
            name,
            cause: past.cause,
            what: action.what.to_string(),
            owner: action.owner.to_string(),
            due: action.due,
            done_on: action.done_on,
        })
    };
    let all: Vec<Change> = causes(workspace).into_iter().filter_map(change).collect();
    sorted_by_key(all, |one| (one.done_on.is_some(), one.due))
}

/// The actions of the causes that are shown.
#[component]
pub fn Changes(chosen: RwSignal<Option<String>>) -> impl IntoView {
    let desk = Desk::of_page();
    let all = Memo::new(move |_| {
        let chosen = chosen.get();
        desk.read(|workspace| changes(workspace, chosen.as_ref()))
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>()));
    let open = move || all.with(|all| all.iter().filter(|one| one.done_on.is_none()).count());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let row = move |id: PartId| {
        let one = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.id == id).cloned()));
        row(desk, one)
    };
    view! {
        <section class="section" aria-labelledby="changes" hidden=move || is_empty.get()>
            <div class="section__head">
                <h2 id="changes">{words::CHANGES}</h2>
                <span class="count">{move || ids.with(Vec::len)}</span>
                <span class="section__note">{move || words::open(open())}</span>
            </div>
            <ul class="items">
                <For each=move || ids.get() key=|id| *id let:id>
                    {row(id)}
                </For>
            </ul>
        </section>
    }
}

/// One action. Its button stays where it is while what it says changes, and so does the focus.
fn row(desk: Desk, one: Memo<Option<Change>>) -> AnyView {
    let when = move || {
        let today = desk.today();
        one.get().map(|one| ending::action_when(one.due, one.done_on, today))
    };
    let deed = move || {
        let is_done = one.get().is_some_and(|one| one.done_on.is_some());
        if is_done { deeds::REOPEN_ACTION } else { deeds::FINISH_ACTION }
    };
    let press = move |_| {
        let Some(known) = one.get_untracked() else { return };
        let is_done = known.done_on.is_some();
        let changed = desk.change(untrack(deed), |workspace, moment| {
            let today = moment.today();
            let on = (!is_done).then_some(today);
            workspace.partner_mut(known.partner)?.finish_action(known.chapter, known.id, on, today)
        });
        if let Err(declined) = changed {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let text = move |read: fn(&Change) -> &String| one.get().map(|one| read(&one).clone());
    let href = move || one.get().map(|one| Route::Ending(one.partner).href());
    view! {
        <li class="item">
            <span class="item__lead">
                <Icon name="target" />
            </span>
            <div class="item__body">
                <p class="item__title" dir="auto">
                    {move || text(|one| &one.what)}
                </p>
                <p class="item__meta">
                    <bdi>{move || text(|one| &one.owner)}</bdi>
                    <bdi>{move || text(|one| &one.cause)}</bdi>
                    <a href=href>
                        <bdi>{move || text(|one| &one.name)}</bdi>
                    </a>
                </p>
            </div>
            <span class="item__when" data-when=move || when().and_then(|(_, urgency)| urgency)>
                {move || when().map(|(words, _)| words)}
            </span>
            <div class="item__actions">
                <button
                    class="button button--line"
                    data-size="small"
                    type="button"
                    aria-label=move || {
                        one.get().map(|one| ending::about(untrack(deed).doing, &one.what))
                    }
                    on:click=press
                >
                    {move || deed().doing}
                </button>
            </div>
        </li>
    }
    .into_any()
}
