//! The form that starts a playbook.

use leptos::prelude::*;

use crate::catalogue::{playbooks, run as words};
use crate::domain::checklist::run::Answered;
use crate::domain::checklist::{BuiltIn, Home, NewRun, TemplateKey};
use crate::domain::order::sorted_by;
use crate::domain::{Field, PartnerId, Refusal, Workspace};
use crate::kit::{CheckField, ChoiceField, DateField, RadioField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::review::template_now;

/// A question that is asked before the start, and the place of what was chosen.
#[derive(Clone)]
struct Asked {
    question: String,
    answers: Vec<String>,
    place: RwSignal<usize>,
}

/// Starts a playbook, for a partner or for ourselves, and goes to it.
#[component]
pub fn StartForm(
    /// For whom; chosen in the form when it is not known.
    partner: Option<PartnerId>,
    /// Which; chosen in the form when it is not known.
    template: Option<TemplateKey>,
    /// Called when the user leaves.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let homes = StoredValue::new(homes(desk, partner));
    let templates = StoredValue::new(templates(desk, template));
    let (home, which) = (RwSignal::new(0_usize), RwSignal::new(0_usize));
    let anchor = RwSignal::new(untrack(|| desk.today()).to_string());
    let working_days = RwSignal::new(false);
    let key = move || templates.with_value(|all| all.get(which.get()).map(|(key, _)| *key));
    let asked = StoredValue::new(Vec::<Asked>::new());
    // Another playbook asks other questions and counts from another day.
    let about = Memo::new(move |_| {
        let key = key()?;
        desk.read_once(|workspace| {
            let template = template_now(workspace, key)?;
            Some((template.anchor.clone(), template.questions.clone()))
        })
    });
    let questions = move || {
        let (anchor_words, questions) = about.get()?;
        let mut now = Vec::new();
        let fields: Vec<_> = questions
            .into_iter()
            .map(|question| {
                let answers: Vec<String> = question.answers.iter().map(|answer| answer.id.clone()).collect();
                let mut choices: Vec<String> =
                    question.answers.into_iter().map(|answer| answer.text).collect();
                choices.push(words::NOT_KNOWN.to_owned());
                let place = RwSignal::new(answers.len());
                now.push(Asked { question: question.id, answers, place });
                view! { <RadioField label=question.text choices place /> }
            })
            .collect();
        asked.set_value(now);
        Some(view! {
            <p class="field__hint">{playbooks::counted_from(&anchor_words)}</p>
            <div class="columns">{fields}</div>
        })
    };
    let send = move |()| {
        errors.clear();
        let anchor = match Refusal::date(Field::On, &anchor.get_untracked()) {
            Ok(anchor) => anchor,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let home = homes.with_value(|all| all.get(home.get_untracked()).and_then(|(home, _)| *home));
        let Some(key) = untrack(key) else { return };
        let answers = asked.with_value(|asked| asked.iter().filter_map(answered).collect());
        let new = NewRun { template: key, anchor, working_days: working_days.get_untracked(), answers };
        let started = desk.change(deeds::START_PLAYBOOK, |workspace, moment| {
            let template = template_now(workspace, key).cloned();
            let template = template.ok_or(Refusal::Gone { what: "This playbook" })?;
            Ok(workspace.runs_mut(home)?.start(new, &template, moment))
        });
        match started {
            Ok(id) => {
                on_close.run(());
                // A browser that does not let the page navigate stays where it is.
                let _ = window().location().set_hash(&Route::Run(id).to_string());
            }
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let for_whom = partner.is_none().then(|| {
        let choices = homes.with_value(|all| all.iter().map(|(_, name)| name.clone()).collect());
        view! { <ChoiceField label=words::FOR_WHOM choices place=home focus=true /> }
    });
    let of_which = template.is_none().then(|| {
        let choices = templates.with_value(|all| all.iter().map(|(_, name)| name.clone()).collect());
        view! { <ChoiceField label=words::WHICH choices place=which focus=partner.is_some() /> }
    });
    view! {
        <FormFrame
            title=deeds::START_PLAYBOOK.doing
            send=words::START_THIS
            errors
            on_send=Callback::new(send)
            on_close
        >
            {of_which}
            {for_whom}
            <DateField label=words::ANCHOR value=anchor error=errors.at(Field::On) />
            {questions}
            <CheckField label=words::WORKING_DAYS value=working_days />
        </FormFrame>
    }
}

fn answered(asked: &Asked) -> Option<Answered> {
    let answer = asked.answers.get(asked.place.get_untracked())?.clone();
    Some(Answered { question: asked.question.clone(), answer })
}

/// For whom a playbook can be started: the partner that is known, or all by name with ourselves in front.
fn homes(desk: Desk, partner: Option<PartnerId>) -> Vec<(Home, String)> {
    if partner.is_some() {
        return vec![(partner, String::new())];
    }
    let partners = desk.read_once(|workspace: &Workspace| {
        let named = workspace.partners.iter();
        named
            .map(|(id, partner)| (Some(*id), partner.profile.name.to_string()))
            .collect::<Vec<(Home, String)>>()
    });
    let mut homes = vec![(None, words::FOR_US.to_owned())];
    homes.extend(sorted_by(partners, |one, other| one.1.to_lowercase().cmp(&other.1.to_lowercase())));
    homes
}

/// What can be started: the playbook that is known, or one's own and then those that come with the product.
fn templates(desk: Desk, template: Option<TemplateKey>) -> Vec<(TemplateKey, String)> {
    if let Some(key) = template {
        return vec![(key, String::new())];
    }
    let mut all = desk.read_once(|workspace: &Workspace| {
        let own = workspace.templates.iter();
        own.map(|(id, template)| (TemplateKey::Own(*id), template.title.clone())).collect::<Vec<_>>()
    });
    all.extend(BuiltIn::all().map(|one| (TemplateKey::BuiltIn(one), one.title().to_owned())));
    all
}
