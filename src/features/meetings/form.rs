//! Planning a meeting, and correcting when and with whom.

use leptos::prelude::*;

use crate::catalogue::meeting as words;
use crate::domain::meeting::{How, Time};
use crate::domain::order::sorted_by;
use crate::domain::{ContactId, Date, Field, Line, Meeting, MeetingId, PartnerId, Refusal, Workspace};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

/// How long a meeting is unless said otherwise.
const USUAL_MINUTES: &str = "45";

/// Somebody of theirs who can be ticked.
#[derive(Clone)]
struct Known {
    id: ContactId,
    name: Line<120>,
    comes: RwSignal<bool>,
}

/// What was typed.
#[derive(Clone, Copy)]
struct Draft {
    title: RwSignal<String>,
    on: RwSignal<String>,
    at: RwSignal<String>,
    minutes: RwSignal<String>,
    how: Choice<How>,
    others: RwSignal<String>,
    ours: RwSignal<String>,
    /// The people of the chosen partner, and those who are asked already, wherever they are now.
    people: RwSignal<Vec<Known>>,
}

/// The form that plans a meeting, or corrects one. It keeps what was typed until it is saved.
#[component]
pub fn MeetingForm(
    /// With whom; to be chosen when nobody is named.
    partner: Option<PartnerId>,
    /// The meeting to correct, as it was when the form opened.
    correcting: Option<(MeetingId, Meeting)>,
    /// Called when the form has done its work or the user leaves it.
    on_close: Callback<()>,
    /// Called to delete the meeting.
    on_deleted: Option<Callback<()>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let partners = partners(partner);
    let place = RwSignal::new(0);
    let chosen = StoredValue::new(partners.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    let whose = move || chosen.with_value(|all| all.get(place.get()).copied());
    let known = StoredValue::new(correcting.clone());
    let draft = Draft::of(desk, correcting.map(|(_, meeting)| meeting));
    // Who can be ticked follows from the partner.
    Effect::new(move |_| {
        if let Some(partner) = whose() {
            draft
                .people
                .set(known.with_value(|known| people(desk, partner, known.as_ref().map(|(_, one)| one))));
        }
    });
    let theirs = RwSignal::new(None::<String>);
    let send = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let read = draft.read(known.with_value(|known| known.as_ref().map(|(_, meeting)| meeting.clone())));
        let meeting = match read {
            Ok(meeting) => meeting,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let Some(partner) = untrack(whose) else { return };
        match known.get_value() {
            None => match add(desk, partner, meeting) {
                Ok(id) => {
                    on_close.run(());
                    go(Route::Meeting(id));
                }
                Err(declined) => errors.show_declined(&declined),
            },
            Some((id, before)) => {
                let now = desk.read_once(|workspace| {
                    workspace.partner(partner).and_then(|partner| partner.meetings.all.get(&id).cloned())
                });
                if let (false, Some(now)) = (over_theirs, now.filter(|now| *now != before)) {
                    return theirs.set(Some(words::in_one_line(&now)));
                }
                match correct(desk, partner, id, meeting) {
                    Ok(()) => on_close.run(()),
                    Err(declined) => errors.show_declined(&declined),
                }
            }
        }
    });
    let mine = Callback::new(move |()| send.run(true));
    let (deed, send_words) = if known.with_value(Option::is_some) {
        (deeds::EDIT_MEETING, words::SAVE)
    } else {
        (deeds::PLAN_MEETING, deeds::PLAN_MEETING.doing)
    };
    let names: Vec<String> = partners.into_iter().map(|(_, name)| name).collect();
    let choose = (partner.is_none()).then(|| {
        view! { <ChoiceField label=words::PARTNER choices=names place focus=true /> }
    });
    let is_first = partner.is_some();
    let more = on_deleted.map(|on_deleted| {
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| on_deleted.run(())>
                {words::DELETE}
            </button>
        }
        .into_any()
    });
    let people = move || {
        let people = draft.people.get();
        (!people.is_empty()).then(|| {
            let boxes: Vec<_> = people.into_iter().map(|one| tick(&one)).collect();
            view! {
                <fieldset class="choices">
                    <legend class="field__label">{words::THEIR_PEOPLE}</legend>
                    {boxes}
                </fieldset>
            }
        })
    };
    let fields = view! {
        <div class="columns">
            {choose}
            <TextField label=words::TITLE value=draft.title error=errors.at(Field::What) focus=is_first />
            <DateField label=words::DAY value=draft.on error=errors.at(Field::On) />
            <TextField
                label=words::TIME
                value=draft.at
                error=errors.at(Field::Time)
                kind="time"
                optional=true
            />
            <TextField
                label=words::MINUTES
                value=draft.minutes
                error=errors.at(Field::Minutes)
                kind="number"
                optional=true
            />
            <ChoiceField label=words::HOW choices=draft.how.words() place=draft.how.place() />
        </div>
        {people}
        <div class="columns">
            <TextField
                label=words::OTHERS
                value=draft.others
                error=errors.at(Field::Guests)
                hint=words::COMMAS
                optional=true
            />
            <TextField
                label=words::OUR_PEOPLE
                value=draft.ours
                error=errors.at(Field::Person)
                hint=words::COMMAS
                optional=true
            />
        </div>
        <Theirs words=theirs on_mine=mine on_theirs=on_close />
    };
    let on_send = Callback::new(move |()| send.run(false));
    let title = deed.doing;
    match more {
        Some(more) => view! {
            <FormFrame title send=send_words errors on_send on_close more>
                {fields}
            </FormFrame>
        }
        .into_any(),
        None => view! {
            <FormFrame title send=send_words errors on_send on_close>
                {fields}
            </FormFrame>
        }
        .into_any(),
    }
}

fn tick(one: &Known) -> AnyView {
    let comes = one.comes;
    view! {
        <label class="check">
            <input
                class="check__box"
                type="checkbox"
                prop:checked=comes
                on:change:target=move |event| comes.set(event.target().checked())
            />
            <bdi>{one.name.to_string()}</bdi>
        </label>
    }
    .into_any()
}

/// Who a meeting can be with: the partner that is named, or all by name.
fn partners(named: Option<PartnerId>) -> Vec<(PartnerId, String)> {
    let desk = Desk::of_page();
    let all = desk.read_once(|workspace| {
        let meant = workspace.partners.iter().filter(|(id, _)| named.is_none_or(|named| named == **id));
        meant.map(|(id, partner)| (*id, partner.profile.name.to_string())).collect::<Vec<_>>()
    });
    sorted_by(all, |one, other| one.1.to_lowercase().cmp(&other.1.to_lowercase()))
}

fn people(desk: Desk, partner: PartnerId, meeting: Option<&Meeting>) -> Vec<Known> {
    let asked = meeting.map(|meeting| meeting.with.as_slice()).unwrap_or_default();
    let today = untrack(|| desk.today());
    let of = |workspace: &Workspace| {
        let there = workspace
            .contacts
            .iter()
            .filter(|(id, contact)| contact.works_at(partner, today) || asked.contains(id));
        there.map(|(id, contact)| (*id, contact.person.name.clone(), asked.contains(id))).collect::<Vec<_>>()
    };
    let there = sorted_by(desk.read_once(of), |one, other| one.1.cmp(&other.1));
    // One person alone is the one to meet.
    let is_alone = meeting.is_none() && there.len() == 1;
    let known = there.into_iter();
    known.map(|(id, name, comes)| Known { id, name, comes: RwSignal::new(comes || is_alone) }).collect()
}

impl Draft {
    fn of(desk: Desk, meeting: Option<Meeting>) -> Self {
        let today = untrack(|| desk.today());
        let text = |text: String| RwSignal::new(text);
        let joined = |names: &[Line<120>]| names.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
        let people = RwSignal::new(Vec::new());
        match meeting {
            None => {
                let own = desk.read_once(|workspace| workspace.settings.own_name.clone());
                Self {
                    title: text(words::FIRST_MEETING.to_owned()),
                    on: text(today.to_string()),
                    at: text(String::new()),
                    minutes: text(USUAL_MINUTES.to_owned()),
                    how: Choice::new(&How::ALL, How::VideoCall),
                    others: text(String::new()),
                    ours: text(own.map(|own| own.to_string()).unwrap_or_default()),
                    people,
                }
            }
            Some(meeting) => {
                // Those who were deleted since stay by their names.
                let is_there = |contact: &ContactId| {
                    desk.read_once(|workspace| workspace.contacts.contains_key(contact))
                };
                let others: Vec<Line<120>> = meeting
                    .guests()
                    .filter(|(contact, _)| !contact.as_ref().is_some_and(is_there))
                    .map(|(_, name)| name.clone())
                    .collect();
                Self {
                    title: text(meeting.title.to_string()),
                    on: text(meeting.on.to_string()),
                    at: text(meeting.at.map(|at| at.to_string()).unwrap_or_default()),
                    minutes: text(meeting.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
                    how: Choice::new(&How::ALL, meeting.how),
                    others: text(joined(&others)),
                    ours: text(joined(&meeting.ours)),
                    people,
                }
            }
        }
    }

    fn read(self, before: Option<Meeting>) -> Result<Meeting, Refusal> {
        let on: Date = Refusal::date(Field::On, &self.on.get_untracked())?;
        let title: Line<120> = Line::parse(Field::What, &self.title.get_untracked())?;
        let how = self.how.chosen_or(How::VideoCall);
        let at = self.at.get_untracked();
        let at: Option<Time> = if at.trim().is_empty() { None } else { Some(at.parse()?) };
        let minutes = self.minutes.get_untracked();
        let minutes = match minutes.trim() {
            "" => None,
            typed => {
                let wrong = Refusal::OutOfBounds { field: Field::Minutes, least: 1, most: 1440 };
                Some(typed.parse().map_err(|_| wrong)?)
            }
        };
        let (mut with, mut theirs) = (Vec::new(), Vec::new());
        self.people.with_untracked(|people| {
            for one in people.iter().filter(|one| one.comes.get_untracked()) {
                with.push(one.id);
                theirs.push(one.name.clone());
            }
        });
        theirs.extend(names(Field::Guests, &self.others.get_untracked())?);
        if theirs.is_empty() {
            return Err(Refusal::Empty { field: Field::Guests });
        }
        let ours = names(Field::Person, &self.ours.get_untracked())?;
        let meeting = before.unwrap_or_else(|| Meeting::planned(on, how, title.clone(), Vec::new()));
        Ok(Meeting { on, at, minutes, how, title, with, theirs, ours, ..meeting })
    }
}

/// The names between commas.
fn names(field: Field, typed: &str) -> Result<Vec<Line<120>>, Refusal> {
    let typed = typed.split([',', ';']).filter(|name| !name.trim().is_empty());
    typed.map(|name| Line::parse(field, name)).collect()
}

fn add(desk: Desk, partner: PartnerId, meeting: Meeting) -> Result<MeetingId, Declined> {
    desk.change(deeds::PLAN_MEETING, |workspace, moment| {
        workspace.partner_mut(partner)?.record(meeting, moment)
    })
}

fn correct(desk: Desk, partner: PartnerId, id: MeetingId, meeting: Meeting) -> Result<(), Declined> {
    desk.change(deeds::EDIT_MEETING, |workspace, moment| {
        workspace.partner_mut(partner)?.correct(id, meeting, moment.today())
    })
}
