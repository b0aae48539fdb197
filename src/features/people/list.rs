//! Everybody, who is overdue first: search, and a few ways to look.

use leptos::prelude::*;

use crate::catalogue::calendar::CARDS;
use crate::catalogue::people as words;
use crate::domain::people::{Standing, overdue_first};
use crate::domain::{Contact, ContactId, Date, Stage, Tier, Workspace};
use crate::kit::empty::Drawing;
use crate::kit::{EmptyState, Icon, SearchField, Tag, focus_search};
use crate::parts::card::take_all;
use crate::parts::export::{Export, import_link};
use crate::parts::person::{avatar, due_words, job_at, role_tag};
use crate::parts::person_form::PersonForm;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};

use super::export::sheet;

/// Rows drawn at once; more on request.
const PAGE_ROWS: usize = 200;

/// Everybody across partners.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let desk = Desk::of_page();
    let is_adding = RwSignal::new(false);
    let query = RwSignal::new(String::new());
    let look = RwSignal::new(0usize);
    let shown_rows = RwSignal::new(PAGE_ROWS);
    let is_empty = Memo::new(move |_| desk.read(|workspace| workspace.contacts.is_empty()));
    let found = Memo::new(move |_| {
        let today = desk.today();
        let typed = query.with(|query| query.trim().to_lowercase());
        let look = Look::ALL.get(look.get()).copied().unwrap_or(Look::Everybody);
        desk.read(|workspace| {
            let mut standings = overdue_first(workspace, today);
            standings.retain(|standing| {
                workspace.contacts.get(&standing.id).is_some_and(|contact| {
                    look.has(workspace, contact, standing, today) && matches_words(workspace, contact, &typed)
                })
            });
            standings
        })
    });
    let rows = Memo::new(move |_| {
        found.with(|found| found.iter().take(shown_rows.get()).copied().collect::<Vec<_>>())
    });
    let hidden = move || found.with(Vec::len).saturating_sub(shown_rows.get());
    let search = NodeRef::<leptos::html::Input>::new();
    Keys::of_page().bind(keys::FIND, Callback::new(move |()| focus_search(search)));
    let close = Callback::new(move |()| is_adding.set(false));
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{words::PEOPLE}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
            <div class="page__actions">
                {move || {
                    let read = Callback::new(move |()| {
                        let day = desk.today();
                        (desk.read(|workspace| found.with(|found| sheet(workspace, found, day))), day)
                    });
                    let cards = Callback::new(move |()| {
                        let ids = found.with_untracked(|found| found.iter().map(|one| one.id).collect::<Vec<_>>());
                        take_all(desk, &ids);
                    });
                    (!is_empty.get())
                        .then(|| {
                            view! {
                                <Export
                                    read
                                    stem="people"
                                    counted=words::people
                                    other=(CARDS, cards)
                                />
                            }
                        })
                }}
                {import_link()}
                <button
                    class="button button--primary"
                    type="button"
                    aria-expanded=move || is_adding.get().to_string()
                    on:click=move |_| is_adding.set(true)
                >
                    <Icon name="plus" />
                    {deeds::ADD_PERSON.doing}
                </button>
            </div>
        </div>
        {move || is_adding.get().then(|| view! { <PersonForm partner=None contact=None on_close=close /> })}
        {move || {
            if is_empty.get() {
                return view! {
                    <EmptyState drawing=Drawing::Begun title=words::NOBODY why=words::NOBODY_WHY>
                        <a class="button" href=Route::Partners.href()>
                            {words::GO_TO_PARTNERS}
                        </a>
                    </EmptyState>
                }
                    .into_any();
            }
            view! {
                <div class="toolbar">
                    <SearchField
                        label=words::SEARCH
                        hint=words::SEARCH_HINT
                        shortcut=keys::FIND
                        value=query
                        node=search
                        on_type=Callback::new(move |()| shown_rows.set(PAGE_ROWS))
                    />
                    <Looks look />
                    <p class="quiet" role="status">
                        {move || words::people(found.with(Vec::len))}
                    </p>
                </div>
                <ul class="items people">
                    <For each=move || rows.get() key=key_of let:standing>
                        {move || {
                            let today = desk.today();
                            desk.read(|workspace| row(workspace, standing, today))
                        }}
                    </For>
                </ul>
                {move || found.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NO_MATCH}</p> })}
                {move || {
                    (hidden() > 0)
                        .then(|| {
                            view! {
                                <button
                                    class="button"
                                    type="button"
                                    on:click=move |_| shown_rows.update(|rows| *rows += PAGE_ROWS)
                                >
                                    {words::show_more(hidden())}
                                </button>
                            }
                        })
                }}
            }
                .into_any()
        }}
    }
}

/// What a row shows, so that it is drawn anew when that changes.
fn key_of(standing: &Standing) -> (ContactId, Option<u8>, Option<Date>, Option<Date>) {
    (standing.id, standing.tier.map(Tier::number), standing.due, standing.last.map(|last| last.on))
}

/// A way to look at the people.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Everybody,
    Overdue,
    Nurture,
    Alumni,
}

impl Look {
    const ALL: [Self; 4] = [Self::Everybody, Self::Overdue, Self::Nurture, Self::Alumni];

    const fn word(self) -> &'static str {
        match self {
            Self::Everybody => words::EVERYBODY,
            Self::Overdue => words::OVERDUE,
            Self::Nurture => words::KEEP_IN_TOUCH,
            Self::Alumni => words::ALUMNI,
        }
    }

    fn has(self, workspace: &Workspace, contact: &Contact, standing: &Standing, today: Date) -> bool {
        match self {
            Self::Everybody => true,
            Self::Overdue => standing.days_over(today).is_some(),
            Self::Nurture => contact.person.nurture,
            Self::Alumni => contact.employments.values().any(|job| {
                let partner = workspace.partner(job.partner);
                partner.is_some_and(|partner| partner.stage_on(today) == Stage::Alumni)
            }),
        }
    }
}

/// The ways to look, one of them chosen.
#[component]
fn Looks(look: RwSignal<usize>) -> impl IntoView {
    let looks: Vec<_> = Look::ALL
        .into_iter()
        .enumerate()
        .map(|(place, one)| {
            let is_here = move || look.get() == place;
            view! {
                <button
                    class="chip"
                    type="button"
                    aria-pressed=move || is_here().to_string()
                    data-state=move || is_here().then_some("set")
                    on:click=move |_| look.set(place)
                >
                    {one.word()}
                </button>
            }
        })
        .collect();
    view! {
        <div class="toolbar__chips" role="group" aria-label=words::WHOM>
            {looks}
        </div>
    }
}

fn matches_words(workspace: &Workspace, contact: &Contact, typed: &str) -> bool {
    if typed.is_empty() {
        return true;
    }
    let mut text = contact.person.name.to_string();
    for job in contact.employments.values() {
        let employer = workspace.partner(job.partner).map(|partner| partner.profile.name.as_str());
        for part in [employer, job.title.as_ref().map(crate::domain::Line::as_str)].into_iter().flatten() {
            text.push(' ');
            text.push_str(part);
        }
    }
    let text = text.to_lowercase();
    typed.split_whitespace().all(|word| text.contains(word))
}

/// One person. `None` once they are deleted.
fn row(workspace: &Workspace, standing: Standing, today: Date) -> Option<AnyView> {
    let contact = workspace.contacts.get(&standing.id)?;
    let name = contact.person.name.to_string();
    let employers = contact.employers_on(today);
    let jobs: Vec<_> = employers.iter().map(|partner| job_at(workspace, contact, *partner, today)).collect();
    let mut roles = Vec::new();
    for role in employers.iter().flat_map(|partner| contact.roles_at(*partner, today)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let (when, urgency) = due_words(standing, today);
    let nurture = contact.person.nurture.then(|| view! { <Tag words=words::KEEP_IN_TOUCH /> });
    let view = view! {
        <li class="item">
            {avatar(&name)}
            <div class="item__body">
                <p class="item__title">
                    <a href=Route::Person(standing.id).href()>
                        <bdi>{name}</bdi>
                    </a>
                    {roles.into_iter().map(role_tag).collect::<Vec<_>>()}
                    {nurture}
                </p>
                <p class="item__meta">
                    {jobs}
                    {standing.last.map(|last| words::last_spoken(last.on, today)).map(|words| view! { <span>{words}</span> })}
                </p>
            </div>
            <span class="item__when" data-when=urgency>
                {when}
            </span>
        </li>
    };
    Some(view.into_any())
}
