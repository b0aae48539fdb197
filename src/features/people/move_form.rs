//! A person begins at a new employer. What was stays in the history; a company that is no partner yet
//! can become one on the way.

use leptos::prelude::*;

use crate::catalogue::people as words;
use crate::domain::workspace::NewPartner;
use crate::domain::{
    ContactId, Date, Field, Line, PartnerId, PartnerKind, PartnerName, Refusal, Stage, Tier, Workspace,
};
use crate::kit::{DateField, Icon, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Names offered while one types.
const SUGGESTED: usize = 50;

/// What was typed, once it could be read.
#[derive(Clone)]
struct Move {
    employer: PartnerName,
    title: Option<Line<120>>,
    first_day: Date,
}

/// Notes that a person works elsewhere from a day on.
#[component]
pub fn MoveForm(id: ContactId, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let employer = RwSignal::new(String::new());
    let title = RwSignal::new(String::new());
    let on = RwSignal::new(today.to_string());
    let works = desk.read_once(|workspace| {
        workspace.contacts.get(&id).is_some_and(|contact| !contact.employers_on(today).is_empty())
    });
    // The company that is no partner yet.
    let unknown = RwSignal::new(None::<String>);
    let read = move || -> Result<Move, Refusal> {
        Ok(Move {
            employer: PartnerName::parse(Field::Name, &employer.get_untracked())?,
            title: Line::parse_optional(Field::Title, &title.get_untracked())?,
            first_day: Refusal::date(Field::On, &on.get_untracked())?,
        })
    };
    let save = Callback::new(move |may_add: bool| {
        errors.clear();
        unknown.set(None);
        let Move { employer, title, first_day } = match read() {
            Ok(read) => read,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let known = desk.read_once(|workspace| find(workspace, &employer));
        if known.is_none() && !may_add {
            return unknown.set(Some(employer.to_string()));
        }
        let result = desk.change(deeds::MOVE_PERSON, |workspace, moment| {
            let partner = match known {
                Some(partner) => partner,
                None => workspace.add_partner(prospect(employer), moment)?,
            };
            workspace.contact_mut(id)?.move_to(partner, title, first_day, moment).map(|_| ())
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let suggestions = Signal::derive(move || {
        let typed = employer.with(|typed| typed.trim().to_lowercase());
        desk.read(|workspace| suggested(workspace, &typed))
    });
    let left = move |_| {
        let result = desk.change(deeds::LEAVE_PARTNER, |workspace, moment| {
            let last_day = moment.today().plus_days(-1);
            let contact = workspace.contact_mut(id)?;
            for partner in contact.employers_on(moment.today()) {
                contact.leave(partner, last_day)?;
            }
            Ok(())
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
        }
    };
    let more = works.then(|| {
        view! {
            <button class="button" type="button" on:click=left>
                {words::LEFT_FOR_ELSEWHERE}
            </button>
        }
        .into_any()
    });
    let heading = if works { words::MOVED } else { words::ADD_EMPLOYER };
    view! {
        <FormFrame
            title=heading
            send=words::SAVE
            errors
            on_send=Callback::new(move |()| save.run(false))
            on_close
            more=more.into_any()
        >
            <div class="columns">
                <TextField
                    label=words::EMPLOYER
                    value=employer
                    error=errors.at(Field::Name)
                    hint=words::EMPLOYER_HINT
                    suggestions
                    focus=true
                />
                <TextField label=words::TITLE value=title error=errors.at(Field::Title) optional=true />
                <DateField label=words::FIRST_DAY value=on error=errors.at(Field::On) />
            </div>
            {move || {
                unknown
                    .get()
                    .map(|name| {
                        view! {
                            <div class="banner" data-tone="info" role="alert">
                                <Icon name="info" />
                                <p>{words::not_a_partner(&name)}</p>
                                <div class="cluster">
                                    <button class="button button--primary" type="button" on:click=move |_| save.run(true)>
                                        {words::ADD_AS_PARTNER}
                                    </button>
                                </div>
                            </div>
                        }
                    })
            }}
        </FormFrame>
    }
}

/// The partner of that name, capitals aside.
fn find(workspace: &Workspace, name: &PartnerName) -> Option<PartnerId> {
    let name = name.as_str().to_lowercase();
    let mut partners = workspace.partners.iter();
    partners.find(|(_, partner)| partner.profile.name.as_str().to_lowercase() == name).map(|(id, _)| *id)
}

fn suggested(workspace: &Workspace, typed: &str) -> Vec<String> {
    let names = workspace.partners.values().map(|partner| partner.profile.name.as_str());
    names.filter(|name| name.to_lowercase().contains(typed)).take(SUGGESTED).map(str::to_owned).collect()
}

/// A partner nothing is agreed with yet.
fn prospect(name: PartnerName) -> NewPartner {
    NewPartner {
        name,
        domain: None,
        kind: PartnerKind::Referral,
        stage: Stage::Prospect,
        tier: Tier::DEFAULT,
        owner: None,
    }
}
