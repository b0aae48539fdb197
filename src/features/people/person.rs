//! One person: where they work and worked, what they are to us, and every touch with them.

use leptos::prelude::*;

use crate::catalogue::merging::MERGE_PERSON;
use crate::catalogue::{self, Word, calendar, people as words};
use crate::domain::find::Who;
use crate::domain::partner::TimelineKind;
use crate::domain::people::{last_touch, tier_of};
use crate::domain::{ContactId, Date, Id, Meeting, PartnerId, Touchpoint, Workspace};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem, Tag, more_button};
use crate::parts::card::take_one;
use crate::parts::entries::{Links, Owner};
use crate::parts::gone::gone;
use crate::parts::merge_form::merge_form;
use crate::parts::person::{initials, job_at, role_tag};
use crate::parts::person_form::PersonForm;
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};
use crate::state::notices::Offer;
use crate::state::wishes::{Wish, Wishes};

use super::history::{Employments, Roles};
use super::move_form::MoveForm;
use super::research::{PrivateNotes, Researched};

/// Touches drawn at once; more on request.
const PAGE_TOUCHES: usize = 50;

/// Three dots among the deeds of a page.
const MORE: Face = Face { class: "button", is_small: false, ..Face::MORE };

/// Which form is open below the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Person,
    Move,
    Merge,
}

/// One person.
#[component]
pub fn PersonPage(
    /// Who.
    id: ContactId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let is_there = Memo::new(move |_| desk.read(|workspace| workspace.contacts.contains_key(&id)));
    move || {
        if is_there.get() {
            view! { <Known id /> }.into_any()
        } else {
            gone(words::NOT_HERE, words::NOT_HERE_WHY, Route::People, words::GO_TO_PEOPLE)
        }
    }
}

#[component]
fn Known(id: ContactId) -> impl IntoView {
    let open = RwSignal::new(Open::Nothing);
    let on_close = Callback::new(move |()| open.set(Open::Nothing));
    let edit = move |()| {
        // Set again it would be drawn anew, without what was typed.
        if open.get_untracked() != Open::Person {
            open.set(Open::Person);
        }
    };
    Keys::of_page().bind(keys::EDIT, Callback::new(edit));
    view! {
        <Masthead id open />
        {move || match open.get() {
            Open::Nothing => None,
            Open::Person => Some(view! { <PersonForm partner=None contact=Some(id) on_close /> }.into_any()),
            Open::Move => Some(view! { <MoveForm id on_close /> }.into_any()),
            Open::Merge => Some(merge_form(Who::Person(id), on_close)),
        }}
        <div class="beside">
            <Touches id />
            <aside class="stack" data-gap="8" aria-label=words::ABOUT>
                <Employments id />
                <Roles id />
                <Links owner=Owner::Person(id) />
                <Researched id />
                <PrivateNotes id />
            </aside>
        </div>
    }
}

#[component]
fn Masthead(id: ContactId, open: RwSignal<Open>) -> impl IntoView {
    let desk = Desk::of_page();
    let name = Memo::new(move |_| {
        desk.read(|workspace| {
            workspace.contacts.get(&id).map(|contact| contact.person.name.to_string()).unwrap_or_default()
        })
    });
    let employer = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| workspace.contacts.get(&id)?.employers_on(today).first().copied())
    });
    let delete = Callback::new(move |()| {
        match desk.change(deeds::DELETE_PERSON, |workspace, _| workspace.remove_contact(id)) {
            // A page that refuses a new hash says that the person is not here.
            Ok(()) => go(Route::People),
            Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
        }
    });
    let card = move |with_notes| Callback::new(move |()| take_one(desk, id, with_notes));
    view! {
        <header class="masthead">
            <span class="avatar" data-size="l" aria-hidden="true">
                {move || name.with(|name| initials(name))}
            </span>
            <div class="masthead__name">
                <h1 tabindex="-1">
                    <bdi>{move || name.get()}</bdi>
                </h1>
                {move || {
                    let today = desk.today();
                    desk.read(|workspace| tags(workspace, id, today))
                }}
            </div>
            <div class="page__actions screen-only">
                {move || employer.get().map(|partner| view! { <LogTouch partner /> })}
                <button class="button" type="button" on:click=move |_| open.set(Open::Move)>
                    <Icon name="right" />
                    {move || if employer.get().is_some() { words::MOVED } else { words::ADD_EMPLOYER }}
                </button>
                <Menu label=words::MORE_ACTIONS face=MORE>
                    <MenuItem
                        words=deeds::EDIT_PERSON.doing
                        icon="edit"
                        on_pick=Callback::new(move |()| open.set(Open::Person))
                    />
                    <MenuItem
                        words=MERGE_PERSON
                        icon="people"
                        on_pick=Callback::new(move |()| open.set(Open::Merge))
                    />
                    <MenuItem words=calendar::CARD icon="download" on_pick=card(false) />
                    <MenuItem words=calendar::CARD_WITH_NOTES icon="lock" on_pick=card(true) />
                    <hr />
                    <MenuItem words=deeds::DELETE_PERSON.doing icon="trash" is_danger=true on_pick=delete />
                </Menu>
            </div>
            {move || {
                let today = desk.today();
                desk.read(|workspace| facts(workspace, id, today))
            }}
        </header>
    }
}

/// Goes to the employer and opens the form there.
#[component]
fn LogTouch(partner: PartnerId) -> impl IntoView {
    let wishes = Wishes::of_page();
    view! {
        <button
            class="button button--primary"
            type="button"
            on:click=move |_| wishes.ask(Wish::Record(partner, TimelineKind::Touchpoint))
        >
            <Icon name="chat" />
            {deeds::LOG_TOUCHPOINT.doing}
        </button>
    }
}

/// Roles of today, and whether to keep in touch.
fn tags(workspace: &Workspace, id: ContactId, today: Date) -> Option<AnyView> {
    let contact = workspace.contacts.get(&id)?;
    let employers = contact.employers_on(today);
    let roles = employers.iter().flat_map(|partner| contact.roles_at(*partner, today));
    let roles: Vec<_> = roles.map(role_tag).collect();
    let nurture = contact.person.nurture.then(|| view! { <Tag words=words::KEEP_IN_TOUCH /> });
    Some(view! { <span class="cluster" data-gap="1">{roles} {nurture}</span> }.into_any())
}

fn facts(workspace: &Workspace, id: ContactId, today: Date) -> Option<AnyView> {
    let contact = workspace.contacts.get(&id)?;
    let person = &contact.person;
    let employers = contact.employers_on(today);
    let jobs: Vec<_> = employers.iter().map(|partner| job_at(workspace, contact, *partner, today)).collect();
    let jobs = if jobs.is_empty() {
        view! { <span>{words::NO_EMPLOYER}</span> }.into_any()
    } else {
        jobs.into_any()
    };
    let (model, _) = workspace.health_model();
    let cadence = tier_of(workspace, contact, today)
        .map(|tier| words::cadence(tier.number(), model.cadence(tier).ideal_days));
    let last = last_touch(workspace, id, today).map(|touch| catalogue::day(touch.on));
    let facts = [
        Some(fact(words::WORKS_AT, jobs)),
        Some(fact(words::CADENCE, cadence.unwrap_or_else(|| words::NO_CADENCE.to_owned()).into_any())),
        Some(fact(words::LAST_TWO_WAY, last.unwrap_or_else(|| words::NEVER.to_owned()).into_any())),
        person.email.as_ref().map(|email| {
            fact(words::EMAIL, reach(format!("mailto:{}", email.as_str()), email.as_str().to_owned()))
        }),
        person.phone.as_ref().map(|phone| {
            let number: String =
                phone.as_str().chars().filter(|one| one.is_ascii_digit() || *one == '+').collect();
            fact(words::PHONE, reach(format!("tel:{number}"), phone.to_string()))
        }),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    Some(view! { <dl class="facts facts--line">{facts}</dl> }.into_any())
}

fn fact(label: &'static str, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn reach(href: String, shown: String) -> AnyView {
    view! {
        <a href=href>
            <bdi>{shown}</bdi>
        </a>
    }
    .into_any()
}

/// Every touch with the person, whatever partner it was with, latest first.
#[component]
fn Touches(id: ContactId) -> impl IntoView {
    let desk = Desk::of_page();
    let shown = RwSignal::new(PAGE_TOUCHES);
    let all = Memo::new(move |_| desk.read(|workspace| touches(workspace, id)));
    let count = move || all.with(Vec::len);
    view! {
        <section class="section" aria-labelledby="touches">
            <div class="section__head">
                <h2 id="touches">{words::TOUCHES}</h2>
                <span class="count">{count}</span>
            </div>
            {move || (count() == 0).then(|| view! { <p class="quiet">{words::NO_TOUCHES}</p> })}
            <ul class="items history">
                <For
                    each=move || all.with(|all| all.iter().take(shown.get()).copied().collect::<Vec<_>>())
                    key=|touch| *touch
                    let:touch
                >
                    {move || desk.read(|workspace| touch_item(workspace, touch))}
                </For>
            </ul>
            {move || {
                let hidden = count().saturating_sub(shown.get());
                more_button(hidden, PAGE_TOUCHES, shown, words::show_older)
            }}
        </section>
    }
}

/// A touch: when, with which partner, the bits of its record, and whether that is a meeting.
type TouchKey = (Date, PartnerId, u128, bool);

fn touches(workspace: &Workspace, person: ContactId) -> Vec<TouchKey> {
    let all = workspace.partners.iter().flat_map(|(partner, dossier)| {
        let touches = dossier.touchpoints.iter().filter(|(_, touch)| touch.with.contains(&person));
        let touches = touches.map(|(id, touch)| (touch.on, *partner, id.bits(), false));
        let meetings = dossier.meetings.all.iter().filter(|(_, meeting)| meeting.with.contains(&person));
        touches
            .chain(meetings.filter_map(|(id, meeting)| Some((meeting.held_on?, *partner, id.bits(), true))))
    });
    crate::domain::order::sorted_by(all.collect(), |one: &TouchKey, other: &TouchKey| other.cmp(one))
}

fn touch_item(workspace: &Workspace, (on, partner, bits, is_meeting): TouchKey) -> Option<AnyView> {
    let dossier = workspace.partner(partner)?;
    let name = dossier.profile.name.to_string();
    let (icon, title, direction, note) = if is_meeting {
        let meeting = dossier.entry::<Meeting>(Id::from_bits(bits))?;
        let href = Route::Meeting(Id::from_bits(bits)).href();
        let title = view! { <a href=href><bdi>{meeting.title.to_string()}</bdi></a> }.into_any();
        ("meetings", title, meeting.how.word(), None)
    } else {
        let touch = dossier.entry::<Touchpoint>(Id::from_bits(bits))?;
        let direction = if touch.two_way { words::TWO_WAY } else { words::ONE_WAY };
        let note = touch.note.as_ref().map(ToString::to_string);
        ("chat", touch.channel.word().into_any(), direction, note)
    };
    let view = view! {
        <li class="item">
            <span class="item__lead">
                <Icon name=icon />
            </span>
            <div class="item__body">
                <p class="item__title">{title}</p>
                <p class="item__meta">
                    <span>{direction}</span>
                    <a href=Route::Partner(partner).href()>
                        <bdi>{name}</bdi>
                    </a>
                </p>
                {note
                    .map(|note| {
                        view! {
                            <p class="history__note" dir="auto">
                                {note}
                            </p>
                        }
                    })}
            </div>
            <span class="item__when">
                <time datetime=on.to_string()>{catalogue::day(on)}</time>
            </span>
        </li>
    };
    Some(view.into_any())
}
