//! The rows of the day, each with the deed that ends it.

use leptos::prelude::*;

use crate::catalogue::{self, Word, meeting as meeting_words, partner, partner_health, today as words};
use crate::domain::agenda::{Agenda, Asked, Decision, Due, Ending, Quiet};
use crate::domain::fact::Fact;
use crate::domain::partner::TimelineKind;
use crate::domain::{Date, PartnerId, Quarter, Workspace};
use crate::kit::{Icon, row_button};
use crate::parts::put_off::{later_button, later_question};
use crate::parts::task::{TaskItem, told_in_words};
use crate::route::Route;
use crate::state::address::go;
use crate::state::agenda::DayAgenda;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use super::change::{Change, change};
use super::{endings, meetings, playbooks};

/// Rows of a section that are drawn at once; the others on request.
const MOST_ROWS: usize = 30;

/// One row: why it is here, and the deed that ends it.
pub struct Row {
    /// Its icon.
    pub icon: &'static str,
    /// Where its title leads.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// What else is to be known.
    pub meta: Vec<String>,
    /// The day, or how far it is away.
    pub when: String,
    /// The value of `data-when`.
    pub urgency: &'static str,
    /// The words of its button.
    pub deed: &'static str,
    /// Whom the button is about, for those who hear it alone.
    pub about: String,
    /// What the button does.
    pub act: Callback<()>,
    /// What it asks for, when that can be seen again later.
    pub asked: Option<Asked>,
    /// Another button: its words, and what it does.
    pub other: Option<(&'static str, Callback<()>)>,
}

impl Row {
    /// Draws it.
    pub fn into_view(self) -> AnyView {
        let Self { icon, href, title, meta, when, urgency, deed, about, act, asked, other } = self;
        let button = |(deed, act): (&'static str, Callback<()>)| {
            row_button(deed, partner::about(deed, &about), move || act.run(()))
        };
        let is_put_off = RwSignal::new(false);
        let later = asked.is_some().then(|| later_button(is_put_off, &title));
        let meta: Vec<_> = meta.into_iter().map(|words| view! { <span>{words}</span> }).collect();
        view! {
            <li class="item">
                <span class="item__lead">
                    <Icon name=icon />
                </span>
                <div class="item__body">
                    <p class="item__title">
                        <a href=href>
                            <bdi>{title}</bdi>
                        </a>
                    </p>
                    <p class="item__meta">{meta}</p>
                </div>
                <span class="item__when" data-when=urgency>
                    {when}
                </span>
                <div class="item__actions">{other.map(button)} {button((deed, act))} {later}</div>
            </li>
            {asked.map(|asked| later_question(asked.id(), is_put_off))}
        }
        .into_any()
    }
}

/// A section of rows under a heading with their number. Its id also names the heading.
pub fn section(
    id: &'static str,
    heading: &'static str,
    note: Option<&'static str>,
    rows: Vec<AnyView>,
) -> AnyView {
    let count = rows.len();
    let is_all = RwSignal::new(false);
    let mut rows = rows.into_iter();
    let first: Vec<_> = rows.by_ref().take(MOST_ROWS).collect();
    let hidden = count.saturating_sub(MOST_ROWS);
    let rest = StoredValue::new_local(Some(rows.collect::<Vec<_>>()));
    let rest_view = move || is_all.get().then(|| rest.try_update_value(Option::take).flatten());
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section__head">
                <h2 id=id>{heading}</h2>
                <span class="count">{catalogue::intl::whole(count)}</span>
                {note.map(|note| view! { <span class="section__note">{note}</span> })}
            </div>
            <ul class="items">{first} {rest_view}</ul>
            {move || {
                (hidden > 0 && !is_all.get())
                    .then(|| {
                        view! {
                            <button class="button" type="button" on:click=move |_| is_all.set(true)>
                                {words::show_more(hidden)}
                            </button>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The name of a partner.
pub fn name_of(workspace: &Workspace, id: PartnerId) -> Option<String> {
    workspace.partner(id).map(|partner| partner.profile.name.to_string())
}

/// Which tasks a section holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Due before today.
    Late,
    /// Due today.
    Due,
}

impl Which {
    fn of(self, agenda: &Agenda) -> &[Due] {
        match self {
            Self::Late => &agenda.late,
            Self::Due => &agenda.due,
        }
    }
}

/// Promises and milestones.
#[component]
pub fn Tasks(which: Which) -> impl IntoView {
    let agenda = DayAgenda::of_page();
    let limit = RwSignal::new(MOST_ROWS);
    // Rows stay while the agenda changes around them, and with them what is typed beneath one.
    let tasks = Memo::new(move |_| agenda.read(|agenda| which.of(agenda).to_vec()));
    let is_empty = Memo::new(move |_| tasks.with(Vec::is_empty));
    let count = move || tasks.with(Vec::len);
    let (id, heading) = match which {
        Which::Late => ("late", words::LATE),
        Which::Due => ("due", words::DUE),
    };
    let drawn = move || tasks.with(|tasks| tasks.iter().take(limit.get()).copied().collect::<Vec<_>>());
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="section" aria-labelledby=id>
                    <div class="section__head">
                        <h2 id=id>{heading}</h2>
                        <span class="count">{count}</span>
                    </div>
                    <ul class="items">
                        <For each=drawn key=|due| (due.partner, due.task) let:due>
                            <TaskItem partner=due.partner task=due.task />
                        </For>
                    </ul>
                    {move || {
                        let hidden = count().saturating_sub(limit.get());
                        (hidden > 0)
                            .then(|| {
                                view! {
                                    <button
                                        class="button"
                                        type="button"
                                        on:click=move |_| limit.update(|limit| *limit += MOST_ROWS)
                                    >
                                        {words::show_more(hidden.min(MOST_ROWS))}
                                    </button>
                                }
                            })
                    }}
                </section>
            }
        })
    }
}

/// A section of rows that are made of the workspace; nothing when there are none. Of one kind for all sections, so
/// that it is compiled once.
fn rows_of(
    pick: fn(&Agenda) -> Vec<Asked>,
    (id, heading, note): (&'static str, &'static str, Option<&'static str>),
) -> AnyView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    let picked = Memo::new(move |_| agenda.read(pick));
    let rows = move || {
        let today = desk.today();
        let rows: Vec<AnyView> = picked.with(|picked| {
            desk.read(|workspace| {
                picked.iter().filter_map(|one| row_of(workspace, one, today)).map(Row::into_view).collect()
            })
        });
        (!rows.is_empty()).then(|| section(id, heading, note, rows))
    };
    rows.into_any()
}

/// The row that asks for something.
pub fn row_of(workspace: &Workspace, asked: &Asked, today: Date) -> Option<Row> {
    match asked {
        Asked::Task(due) => task(workspace, due, today),
        Asked::Item(one) => playbooks::item(workspace, one, today),
        Asked::Touch(one) => quiet(workspace, one, today),
        Asked::Result(one) => watch(workspace, one, today),
        Asked::Answer(one) => signal(workspace, one, today),
        Asked::Meeting(one) => meetings::meeting(workspace, one, today),
        Asked::Recap(one) => meetings::recap(workspace, one, today),
        Asked::Ending(one) => endings::ending(workspace, one, today),
    }
}

/// A promise or milestone as it waits; where it is owed it stands as a [`TaskItem`].
fn task(workspace: &Workspace, due: &Due, today: Date) -> Option<Row> {
    let (icon, title, whose) = told_in_words(due.task, workspace.partner(due.partner)?, today)?;
    Some(Row {
        icon,
        href: Route::Partner(due.partner).href(),
        about: title.clone(),
        title,
        meta: vec![whose, name_of(workspace, due.partner)?],
        when: String::new(),
        urgency: "",
        deed: "",
        act: Callback::new(|()| {}),
        asked: None,
        other: None,
    })
}

/// The meetings of today, and those of earlier days of which nobody said whether they were held.
#[component]
pub fn Meetings() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.meetings.iter().cloned().map(Asked::Meeting).collect();
    rows_of(pick, ("meetings", meeting_words::TODAY, None))
}

/// Recaps that are due.
#[component]
pub fn Recaps() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.recaps.iter().copied().map(Asked::Recap).collect();
    rows_of(pick, ("recaps", meeting_words::RECAPS_TODAY, Some(meeting_words::RECAPS_NOTE)))
}

/// Items of playbooks.
#[component]
pub fn Items() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.items.iter().cloned().map(Asked::Item).collect();
    rows_of(pick, ("items", words::ITEMS, Some(words::ITEMS_NOTE)))
}

/// A button that leads somewhere.
pub fn go_to(route: Route) -> Callback<()> {
    Callback::new(move |()| {
        go(route);
    })
}

/// What endings ask for.
#[component]
pub fn Endings() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.endings.iter().cloned().map(Asked::Ending).collect();
    rows_of(pick, ("endings", words::ENDINGS, None))
}

/// Who is going quiet.
#[component]
pub fn Going() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.quiet.iter().copied().map(Asked::Touch).collect();
    rows_of(pick, ("quiet", words::QUIET, Some(words::QUIET_NOTE)))
}

fn quiet(workspace: &Workspace, one: &Quiet, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let tier = workspace.partner(one.partner)?.tier_on(today);
    let id = one.partner;
    let wishes = Wishes::of_page();
    Some(Row {
        icon: "chat",
        href: Route::Partner(id).href(),
        title: words::silence(&name, one.last.map(|last| last.days_until(today))),
        meta: vec![words::cadence(tier.word(), one.cadence_days)],
        when: words::past(one.days_over),
        urgency: "soon",
        deed: words::LOG_TOUCH,
        about: name,
        act: Callback::new(move |()| wishes.ask(Wish::Record(id, TimelineKind::Touchpoint))),
        asked: Some(Asked::Touch(*one)),
        other: None,
    })
}

/// Quarters that closed with nothing recorded.
#[component]
pub fn Quarters() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.quarters.iter().copied().map(Asked::Result).collect();
    rows_of(pick, ("quarter", words::QUARTER, None))
}

fn watch(workspace: &Workspace, one: &Decision, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let id = one.partner;
    let wishes = Wishes::of_page();
    let quarter = Quarter::of(today, workspace.settings.fiscal_start).previous();
    Some(Row {
        icon: "zombie-watch",
        href: Route::Partner(id).href(),
        title: words::no_traction(&name, quarter),
        meta: vec![partner_health::becomes_zombie(one.fires_on)],
        when: words::left(today.days_until(one.fires_on)),
        urgency: "soon",
        deed: words::RECORD_RESULT,
        about: name,
        act: Callback::new(move |()| wishes.ask(Wish::Record(id, TimelineKind::Traction))),
        asked: Some(Asked::Result(*one)),
        other: None,
    })
}

/// Signals that end soon.
#[component]
pub fn Signals() -> impl IntoView {
    let pick = |agenda: &Agenda| agenda.signals.iter().copied().map(Asked::Answer).collect();
    rows_of(pick, ("signals", words::SIGNALS, Some(words::SIGNALS_NOTE)))
}

fn signal(workspace: &Workspace, one: &Ending, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let partner = workspace.partner(one.partner)?;
    let Some(Fact::Signal(signal)) = partner.facts.get(&one.signal) else { return None };
    let (id, fact) = (one.partner, one.signal);
    Some(Row {
        icon: "flag",
        href: Route::Partner(id).href(),
        title: signal.what.to_string(),
        meta: vec![name.clone(), words::seen(signal.on)],
        when: words::left(today.days_until(one.expires_on)),
        urgency: "soon",
        deed: deeds::ANSWER_SIGNAL.doing,
        about: name,
        act: change(Change::Signal(id, fact)),
        asked: Some(Asked::Answer(*one)),
        other: None,
    })
}
