//! Following the hash and naming the page.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue::shell as words;
use crate::domain::checklist::TemplateKey;
use crate::route::{Route, SettingsPart};
use crate::state::agenda::DayAgenda;
use crate::state::desk::Desk;
use crate::state::here;
use crate::state::page_name::PageName;
use crate::state::wishes::Wishes;

/// The route in the address, followed as it changes.
pub fn follow_hash(wishes: Wishes) -> RwSignal<Route> {
    let route = RwSignal::new(current());
    // Lives as long as the page.
    let _ = window_event_listener(ev::hashchange, move |_| {
        wishes.forget_elsewhere(current());
        route.set(current());
        request_animation_frame(|| focus_heading(MOST_FRAMES));
    });
    route
}

/// The place that the address means.
pub fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Has the whole workspace there before one goes anywhere and before anything that is pressed is answered. To be called
/// before anybody else listens.
pub fn open_rest_first(desk: Desk) {
    // All live as long as the page.
    let _ = window_event_listener(ev::hashchange, move |_| desk.open_rest());
    let _ = window_event_listener(ev::keydown, move |_| desk.open_rest());
    let _ = window_event_listener(ev::pointerdown, move |_| desk.open_rest());
}

/// Keeps the title of the page in step with the route, the partner's name and how much there is to do today: whoever has
/// other tabs in front sees it there.
pub fn name_page(desk: Desk, agenda: DayAgenda, route: RwSignal<Route>) {
    let to_do = Memo::new(move |_| agenda.count().unwrap_or(0));
    Effect::new(move |_| {
        let name = page_name(desk, route.get());
        document().set_title(&words::title(&name, to_do.get(), here::workspace().as_deref()));
    });
}

/// The name of a place, as titles and breadcrumbs show it.
pub fn page_name(desk: Desk, route: Route) -> String {
    match route {
        Route::Today => words::TODAY.to_owned(),
        Route::Partners => words::PARTNERS.to_owned(),
        Route::Partner(id) | Route::PartnerPart(id, _) => desk
            .read(|workspace| workspace.partner(id).map(|partner| partner.profile.name.to_string()))
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Ending(id) => desk
            .read(|workspace| workspace.partner(id).map(|_| words::ENDING.to_owned()))
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Lessons => words::LESSONS.to_owned(),
        Route::People => words::PEOPLE.to_owned(),
        Route::Person(id) => desk
            .read(|workspace| workspace.contacts.get(&id).map(|contact| contact.person.name.to_string()))
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Meetings => words::MEETINGS.to_owned(),
        Route::Meeting(id) => desk
            .read(|workspace| workspace.meeting(id).map(|(_, meeting)| meeting.title.to_string()))
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Playbooks => words::PLAYBOOKS.to_owned(),
        Route::Playbook(TemplateKey::BuiltIn(one)) => one.title().to_owned(),
        Route::Playbook(TemplateKey::Own(id)) => desk
            .read(|workspace| workspace.templates.get(&id).map(|template| template.title.clone()))
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Run(id) => desk
            .read(|workspace| {
                let partners = workspace.partners.values().map(|partner| &partner.playbooks);
                let mut all = std::iter::once(&workspace.playbooks).chain(partners);
                all.find_map(|runs| runs.runs.get(&id).map(|run| run.title.clone()))
            })
            .unwrap_or_else(|| words::NOT_HERE.to_owned()),
        Route::Scripts(_) => words::SCRIPTS.to_owned(),
        Route::Script(..) | Route::ScriptEditor(_) => PageName::of_page().get(words::SCRIPTS),
        Route::Settings(_) => words::SETTINGS.to_owned(),
        Route::Privacy => words::PRIVACY.to_owned(),
        Route::Import => crate::catalogue::import::IMPORT.to_owned(),
        Route::Kit => crate::catalogue::components::TITLE.to_owned(),
        Route::NotFound => words::NOT_FOUND.to_owned(),
    }
}

/// Moves the focus to the content. The address stays: it belongs to the route.
pub fn skip_to_content(event: &ev::MouseEvent) {
    event.prevent_default();
    focus("#main");
}

/// How long a screen that arrives in a module of its own is waited for: about ten seconds.
const MOST_FRAMES: u16 = 600;

/// Moves the focus to the heading once it is there, unless a form that was asked for has it already.
fn focus_heading(frames: u16) {
    let heading = document().query_selector("main h1").ok().flatten();
    if heading.is_none() && frames > 0 {
        request_animation_frame(move || focus_heading(frames - 1));
        return;
    }
    let asked = document()
        .active_element()
        .is_some_and(|focused| focused.matches("main :is(input, select, textarea)").unwrap_or(false));
    if asked {
        return;
    }
    focus("main h1");
    // The focus scrolls to the heading; a part of the settings lies further down.
    let hash = window().location().hash().unwrap_or_default();
    match Route::parse(&hash) {
        Route::Settings(part) if part != SettingsPart::Top => {
            if let Some(section) = document().get_element_by_id(part.slug()) {
                section.scroll_into_view();
            }
        }
        _ => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile needs no focus.
        let _ = element.focus();
    }
}
