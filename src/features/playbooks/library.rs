//! All playbooks: those at work, one's own, and those that come with the product.

use leptos::prelude::*;

use crate::catalogue::at_hand::AT_HAND;
use crate::catalogue::{playbooks as words, run};
use crate::domain::checklist::{BuiltIn, Template, TemplateKey};
use crate::domain::find::Sought;
use crate::domain::order::sorted_by;
use crate::domain::{Date, Workspace};
use crate::kit::{Icon, SearchField, Segmented, focus_search};
use crate::library::checklists;
use crate::parts::run::list::at_work;
use crate::parts::run::{RunRow, StartForm};
use crate::route::Route;
use crate::state::at_hand::{AtHand, Shelf};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};
use crate::state::wishes::{Wish, Wishes};

use super::editor::{Editing, Editor};
use super::file::Import;

/// The first playbook of each phase after the first, in the order of [`BuiltIn`].
const PHASE_BEGINS: [usize; 5] = [3, 9, 12, 16, 20];

/// Where a playbook belongs in a partnership.
fn phase_of(one: BuiltIn) -> usize {
    PHASE_BEGINS.iter().filter(|begin| one.place() >= **begin).count()
}

/// A playbook in a list.
#[derive(Clone, PartialEq)]
struct Listed {
    key: TemplateKey,
    title: String,
    purpose: String,
    items: usize,
    phase: Option<usize>,
}

/// All playbooks.
#[component]
pub fn PlaybooksPage() -> impl IntoView {
    let desk = Desk::of_page();
    let at_hand = AtHand::on(desk, Shelf::Playbooks);
    let query = RwSignal::new(String::new());
    let look = RwSignal::new(0_usize);
    let is_editing = RwSignal::new(false);
    let is_starting = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let running = Memo::new(move |_| {
        let today: Date = desk.today();
        desk.read(|workspace| at_work(workspace, today))
    });
    let found = Memo::new(move |_| {
        let sought = Sought::new(&query.get());
        let look = look.get();
        desk.read(|workspace| listed(workspace, &sought, look))
    });
    let groups = move || {
        let found = found.get();
        let mut groups = Vec::new();
        // While one looks for something, each stands where it belongs alone.
        if look.get() == 0 && query.with(|query| query.trim().is_empty()) {
            let kept = at_hand.kept();
            let rows = kept.iter().filter_map(|name| found.iter().find(|one| one.key.to_string() == *name));
            let rows: Vec<_> = rows.cloned().map(row).collect();
            if !rows.is_empty() {
                groups.push(group(AT_HAND, rows));
            }
        }
        let headings = std::iter::once((None, words::OWN));
        let phases = words::PHASE.into_iter().enumerate().map(|(place, heading)| (Some(place), heading));
        for (phase, heading) in headings.chain(phases) {
            let rows: Vec<_> = found.iter().filter(|one| one.phase == phase).cloned().map(row).collect();
            if !rows.is_empty() {
                groups.push(group(heading, rows));
            }
        }
        groups
    };
    let search = NodeRef::<leptos::html::Input>::new();
    Keys::of_page().bind(keys::FIND, Callback::new(move |()| focus_search(search)));
    Wishes::of_page().grant(move |wish| {
        let is_it = wish == Wish::StartPlaybook;
        if is_it {
            is_starting.set(true);
        }
        is_it
    });
    let looks: Vec<String> =
        [words::ALL, words::OWN].into_iter().chain(words::PHASE).map(str::to_owned).collect();
    let close_editor = Callback::new(move |()| is_editing.set(false));
    let close_start = Callback::new(move |()| is_starting.set(false));
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{words::PLAYBOOKS}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
            <div class="page__actions">
                <button class="button button--primary" type="button" on:click=move |_| is_starting.set(true)>
                    <Icon name="plus" />
                    {run::START}
                </button>
                <button class="button" type="button" on:click=move |_| is_editing.set(true)>
                    {words::NEW}
                </button>
                <Import refused />
            </div>
        </div>
        {move || refused.get().map(|sentence| view! {
            <div class="banner" data-tone="warn" role="alert">
                <Icon name="warning" />
                <p><bdi>{sentence}</bdi></p>
                <button class="button" data-size="small" type="button" on:click=move |_| refused.set(None)>
                    {words::PUT_AWAY}
                </button>
            </div>
        })}
        {move || is_starting.get().then(|| view! { <StartForm partner=None template=None on_close=close_start /> })}
        {move || is_editing.get().then(|| view! { <Editor editing=Editing::New on_close=close_editor /> })}
        <section class="section" aria-labelledby="at-work">
            <div class="section__head">
                <h2 id="at-work">{run::AT_WORK}</h2>
                <span class="count">{move || running.with(Vec::len)}</span>
            </div>
            {move || running.with(Vec::is_empty).then(|| view! { <p class="quiet">{run::NONE_AT_WORK}</p> })}
            <ul class="items runs">
                <For each=move || running.get() key=|run| run.id let:run>
                    <RunRow run names_partner=true />
                </For>
            </ul>
        </section>
        <section class="stack" data-gap="5" aria-labelledby="library">
            <div class="section__head">
                <h2 id="library">{words::LIBRARY}</h2>
                <span class="section__note" role="status">
                    {move || words::found(found.with(Vec::len))}
                </span>
            </div>
            <div class="toolbar">
                <SearchField label=words::SEARCH hint=words::SEARCH_HINT shortcut=keys::FIND value=query node=search />
                <div class="playbooks__looks">
                    <Segmented label=words::PHASES choices=looks place=look />
                </div>
            </div>
            {groups}
            {move || {
                found
                    .with(Vec::is_empty)
                    .then(|| {
                        let words = if look.get() == 1 { words::NO_OWN } else { words::NO_MATCH };
                        view! { <p class="quiet">{words}</p> }
                    })
            }}
        </section>
    }
}

fn listed(workspace: &Workspace, sought: &Sought, look: usize) -> Vec<Listed> {
    let of = |key: TemplateKey, template: &Template, phase: Option<usize>| {
        let is_looked_at = match look {
            0 => true,
            1 => phase.is_none(),
            look => phase == Some(look - 2),
        };
        (is_looked_at && says(template, sought)).then(|| Listed {
            key,
            title: template.title.clone(),
            purpose: template.purpose.clone(),
            items: template.items().count(),
            phase,
        })
    };
    let own = workspace.templates.iter();
    let own = own.filter_map(|(id, template)| of(TemplateKey::Own(*id), template, None)).collect();
    let mut all =
        sorted_by(own, |one: &Listed, other| one.title.to_lowercase().cmp(&other.title.to_lowercase()));
    all.extend(
        BuiltIn::all()
            .filter_map(|one| of(TemplateKey::BuiltIn(one), checklists::template(one)?, Some(phase_of(one)))),
    );
    all
}

/// Whether the title, the purpose or an item says what is sought.
fn says(template: &Template, sought: &Sought) -> bool {
    sought.is_empty()
        || sought.is_found_in(&template.title)
        || sought.is_found_in(&template.purpose)
        || template.items().any(|(_, item)| sought.is_found_in(&item.text))
}

fn group(heading: &'static str, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section>
            <h3 class="playbooks__phase">{heading}</h3>
            <ul class="playbooks">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(listed: Listed) -> AnyView {
    let Listed { key, title, purpose, items, .. } = listed;
    view! {
        <li class="playbook">
            <p class="playbook__title">
                <a href=Route::Playbook(key).href()>
                    <bdi>{title}</bdi>
                </a>
                <span class="quiet">{words::items(items)}</span>
            </p>
            <p class="playbook__purpose" dir="auto">
                {purpose}
            </p>
        </li>
    }
    .into_any()
}
