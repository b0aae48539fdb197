//! How they get from yes to signed: six things to know, and who has a say.

use leptos::prelude::*;

use crate::catalogue::{Word, companion as words, partner as common};
use crate::domain::companion::DecisionClarity;
use crate::domain::fact::{DecisionTopic, FactKind, Part, Who};
use crate::domain::{Date, Fact, Partner, Workspace};
use crate::kit::{Dots, Icon, row_button};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::super::subject::{Open, Place, Subject};
use super::fit::edit_and_delete;
use super::lists::facts_of;

/// What is known of the six, what to ask next, and the stakeholders.
#[component]
pub fn Clarity(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let stakeholders = facts_of(subject, |fact, day| matches!(fact, Fact::Stakeholder(one) if one.on <= day));
    view! {
        <section class="panel screen-only" aria-labelledby="clarity">
            <div class="panel__head">
                <h2 id="clarity">{words::CLARITY}</h2>
                <span class="panel__note">{words::CLARITY_NOTE}</span>
            </div>
            <div class="companion__form">{subject.form_at(Place::Decision)}</div>
            {move || {
                let today = desk.today();
                desk.read(|workspace| subject.read(|partner| told(subject, workspace, partner, today)))
            }}
            <div class="panel__head companion__head">
                <h3>{words::STAKEHOLDERS}</h3>
                <button
                    class="button button--line push"
                    data-size="small"
                    type="button"
                    aria-label=deeds::ADD_STAKEHOLDER.doing
                    on:click=move |_| subject.open(name_somebody(Part::Other, Place::Stakeholders))
                >
                    {common::ADD}
                </button>
            </div>
            <div class="companion__form">{subject.form_at(Place::Stakeholders)}</div>
            <div class="companion__list">
                {super::lists::list(subject, stakeholders, Place::Stakeholders, words::NO_STAKEHOLDERS)}
            </div>
        </section>
    }
}

fn told(subject: Subject, workspace: &Workspace, partner: &Partner, today: Date) -> AnyView {
    let clarity = partner.decision_clarity(&workspace.contacts, today);
    let named = |part: Part| {
        let names: Vec<String> = partner
            .facts
            .values()
            .filter_map(|fact| match fact {
                Fact::Stakeholder(one) if one.on <= today && one.part == part => match &one.who {
                    Who::Contact(who) => {
                        workspace.contacts.get(who).map(|contact| contact.person.name.to_string())
                    }
                    Who::Name(name) => Some(name.to_string()),
                    Who::Unnamed => None,
                },
                _ => None,
            })
            .collect();
        (!names.is_empty()).then(|| words::listed(&names))
    };
    let answered = |topic| answer(subject, partner, topic, today);
    let approver = person(subject, Part::Approver, named(Part::Approver));
    let others = person(subject, Part::Other, named(Part::Other));
    let rows = vec![
        answered(DecisionTopic::Steps),
        approver,
        others,
        answered(DecisionTopic::Timeline),
        answered(DecisionTopic::Precedent),
        answered(DecisionTopic::PaperProcess),
    ];
    view! {
        {reading(&clarity)}
        <ul class="companion__six">{rows}</ul>
    }
    .into_any()
}

fn reading(clarity: &DecisionClarity) -> AnyView {
    let flags = [
        clarity.is_nobody_named.then_some(words::NOBODY_NAMED),
        (!clarity.precedent).then_some(words::NO_PRECEDENT),
    ];
    let flags: Vec<_> = flags
        .into_iter()
        .flatten()
        .map(|flag| {
            view! {
                <li>
                    <Icon name="warning" size="s" />
                    <span>{flag}</span>
                </li>
            }
        })
        .collect();
    let points = clarity.points();
    view! {
        <div class="reading companion__reading">
            <div class="reading__score">
                <b>{points}</b>
                <div>
                    <span class="soft">{words::OF_SIX}</span>
                    <Dots known=usize::from(points) all=6 />
                </div>
            </div>
            <p>{words::clarity(clarity)}</p>
            {(!flags.is_empty()).then(|| view! { <ul class="reading__rules">{flags}</ul> })}
        </div>
    }
    .into_any()
}

/// What was answered to a question, or the question.
fn answer(subject: Subject, partner: &Partner, topic: DecisionTopic, today: Date) -> AnyView {
    let latest = partner.decision_answer(topic, today);
    let is_known = latest.is_some_and(|(_, answer)| answer.known);
    let told = latest.map_or_else(
        || words::question(topic).to_owned(),
        |(_, answer)| {
            let bare = || words::bare_answer(topic, answer.known).to_owned();
            words::dated(&answer.answer.as_ref().map_or_else(bare, ToString::to_string), answer.on)
        },
    );
    let place = DecisionTopic::ALL.iter().position(|other| *other == topic).unwrap_or(0);
    let form = Open::NewFact(FactKind::Decision, place, Place::Decision);
    let more =
        latest.map(|(id, _)| edit_and_delete(subject, FactKind::Decision, id, Place::Decision, topic.word()));
    row(subject, topic.word(), told, is_known, words::ANSWER, form, more)
}

/// Who it is, or the question.
fn person(subject: Subject, part: Part, named: Option<String>) -> AnyView {
    let (title, question) = match part {
        Part::Approver => (words::APPROVER, words::ASK_APPROVER),
        Part::Other => (words::OTHERS, words::ASK_OTHERS),
    };
    let is_known = named.is_some();
    let told = named.unwrap_or_else(|| question.to_owned());
    let form = name_somebody(part, Place::Decision);
    row(subject, title, told, is_known, words::NAME_SOMEBODY, form, None)
}

/// The form of a stakeholder with a part.
fn name_somebody(part: Part, place: Place) -> Open {
    let first = Part::ALL.iter().position(|other| *other == part).unwrap_or(0);
    Open::NewFact(FactKind::Stakeholder, first, place)
}

fn row(
    subject: Subject,
    title: &'static str,
    told: String,
    is_known: bool,
    act: &'static str,
    form: Open,
    more: Option<AnyView>,
) -> AnyView {
    let (icon, state) = if is_known { ("check", words::KNOWN) } else { ("unknown", words::UNKNOWN) };
    view! {
        <li data-state=(!is_known).then_some("missing")>
            <Icon name=icon />
            <span>
                <b>
                    {title} <span class="visually-hidden">", " {state}</span>
                </b>
                <small dir="auto">{told}</small>
            </span>
            <span class="companion__actions">
                {row_button(act, common::about(act, title), move || subject.open(form))}
                {more}
            </span>
        </li>
    }
    .into_any()
}
