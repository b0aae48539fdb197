//! What follows from a root cause: the partners it ended too, and the one action it is given.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::past::{causes, is_same_cause};
use crate::domain::ending::{Action, NewAction, PartId};
use crate::domain::{Field, Line, PartnerId, Refusal};
use crate::kit::popover::Face;
use crate::kit::{DateField, Icon, Menu, MenuItem, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::deeds;

use super::super::work::{Open, Work};
use super::ACTION_DAYS;

/// A root cause, and what changes because of it.
#[derive(Clone, PartialEq)]
struct Cause {
    id: PartId,
    name: String,
    action: Option<(PartId, Action)>,
    shared: Vec<(PartnerId, String)>,
}

pub fn follows(work: Work) -> AnyView {
    let all = Memo::new(move |_| {
        let named = work.with(|_, chapter| {
            let cause = |branch: &crate::domain::ending::Branch<'_>| {
                let name = branch.why.cause.as_ref().map(ToString::to_string).unwrap_or_default();
                (branch.id, name, chapter.action_of(branch.id).map(|(id, action)| (id, action.clone())))
            };
            chapter.causes().iter().map(cause).collect::<Vec<_>>()
        });
        let others = work.desk.read(causes);
        let with_others = |(id, name, action): (PartId, String, Option<(PartId, Action)>)| {
            let mut shared: Vec<(PartnerId, String)> = Vec::new();
            for other in others.iter().filter(|other| other.partner != work.id) {
                let is_known = shared.iter().any(|(known, _)| *known == other.partner);
                if is_same_cause(&other.cause, &name) && !is_known {
                    let name = work.desk.read(|workspace| {
                        workspace.partner(other.partner).map(|partner| partner.profile.name.to_string())
                    });
                    shared.extend(name.map(|name| (other.partner, name)));
                }
            }
            Cause { id, name, action, shared }
        };
        named.unwrap_or_default().into_iter().map(with_others).collect::<Vec<_>>()
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>()));
    let row = move |id: PartId| {
        let one = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.id == id).cloned()));
        view! {
            <div class="stack" data-gap="3">
                {move || one.get().map(|one| cause(work, &one))} {work.form(Open::Action(id), action_form)}
            </div>
        }
        .into_any()
    };
    view! {
        <aside class="aside-note" aria-label=words::WHAT_FOLLOWS>
            <h3>{words::WHAT_FOLLOWS}</h3>
            {move || ids.with(Vec::is_empty).then(|| view! { <p>{words::NO_CAUSES}</p> })}
            <For each=move || ids.get() key=|id| *id let:id>
                {row(id)}
            </For>
        </aside>
    }
    .into_any()
}

fn cause(work: Work, one: &Cause) -> AnyView {
    let id = one.id;
    let name = one.name.clone();
    let shared = (!one.shared.is_empty()).then(|| {
        let links: Vec<_> = one
            .shared
            .iter()
            .map(|(id, name)| {
                view! {
                    " "
                    <a href=Route::Ending(*id).href()>
                        <bdi>{name.clone()}</bdi>
                    </a>
                }
            })
            .collect();
        view! {
            <div class="banner" data-tone="warn">
                <Icon name="warning" />
                <p>
                    <strong>{words::shared(one.shared.len())}</strong>
                    {links}
                </p>
            </div>
        }
    });
    let action = match &one.action {
        None => view! {
            <p>{words::ACTION_MISSING}</p>
            <div class="cluster screen-only">
                {work.opens(Open::Action(id), deeds::ADD_ACTION.doing, "button button--primary")}
            </div>
        }
        .into_any(),
        Some((action_id, action)) => action_view(work, id, *action_id, action),
    };
    view! {
        <dl class="facts">
            <dt>{words::CAUSE}</dt>
            <dd>
                <bdi>{name}</bdi>
            </dd>
        </dl>
        {action}
        {shared}
    }
    .into_any()
}

fn action_view(work: Work, cause: PartId, id: PartId, action: &Action) -> AnyView {
    let today = work.desk.today();
    let (when, urgency) = words::action_when(action.due, action.done_on, today);
    let is_done = action.done_on.is_some();
    let deed = if is_done { deeds::REOPEN_ACTION } else { deeds::FINISH_ACTION };
    let finish = move |_| {
        work.press(deed, |partner, number, moment| {
            let today = moment.today();
            partner.finish_action(number, id, (!is_done).then_some(today), today)
        });
    };
    let remove = Callback::new(move |()| {
        work.press(deeds::REMOVE_ACTION, |partner, number, _| partner.remove_action(number, id));
    });
    let edit = Callback::new(move |()| work.toggle(Open::Action(cause)));
    let proof = action.proof.as_ref().map(|proof| {
        let proof = proof.to_string();
        view! {
            <dt>{words::PROOF}</dt>
            <dd dir="auto">{proof}</dd>
        }
    });
    let what = action.what.to_string();
    let more = words::more_about(&what);
    view! {
        <dl class="facts">
            <dt>{words::CHANGE}</dt>
            <dd dir="auto">{what}</dd>
            <dt>{words::OWNER}</dt>
            <dd>
                <bdi>{words::owner_by(action.owner.as_str(), action.due)}</bdi>
            </dd>
            {proof}
        </dl>
        <div class="cluster screen-only">
            <span class="item__when" data-when=urgency>
                {when}
            </span>
            <button class="button" data-size="small" type="button" on:click=finish>
                {deed.doing}
            </button>
            <Menu label=more face=Face::MORE>
                <MenuItem words=deeds::EDIT_ACTION.doing icon="edit" on_pick=edit />
                <MenuItem words=deeds::REMOVE_ACTION.doing icon="trash" is_danger=true on_pick=remove />
            </Menu>
        </div>
    }
    .into_any()
}

fn action_form(work: Work, which: Open) -> AnyView {
    let Open::Action(cause) = which else { return ().into_any() };
    let errors = FormErrors::new();
    let known = work.chapter.with_untracked(|chapter| {
        let found = chapter.as_ref().and_then(|chapter| chapter.action_of(cause));
        found.map(|(id, action)| (id, action.clone()))
    });
    let own_name =
        work.desk.read_once(|workspace| workspace.settings.own_name.as_ref().map(ToString::to_string));
    let text = |read: fn(&Action) -> String| known.as_ref().map(|(_, action)| read(action));
    let what = RwSignal::new(text(|action| action.what.to_string()).unwrap_or_default());
    let owner = text(|action| action.owner.to_string()).or(own_name).unwrap_or_default();
    let due = text(|action| action.due.to_string());
    let due = due.unwrap_or_else(|| work.today_now().plus_days(ACTION_DAYS).to_string());
    let proof = text(|action| action.proof.as_ref().map(ToString::to_string).unwrap_or_default());
    let (owner, due, proof) =
        (RwSignal::new(owner), RwSignal::new(due), RwSignal::new(proof.unwrap_or_default()));
    let id = known.map(|(id, _)| id);
    let deed = if id.is_some() { deeds::EDIT_ACTION } else { deeds::ADD_ACTION };
    let send = move |()| {
        errors.clear();
        let read = || {
            Ok(NewAction {
                what: Line::parse(Field::What, &what.get_untracked())?,
                owner: Line::parse(Field::Person, &owner.get_untracked())?,
                due: Refusal::date(Field::Due, &due.get_untracked())?,
                proof: Line::parse_optional(Field::Evidence, &proof.get_untracked())?,
            })
        };
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(new) => work.send(deed, errors, |partner, number, moment| match id {
                Some(id) => partner.edit_action(number, id, new),
                None => partner.add_action(number, cause, new, moment).map(|_| ()),
            }),
        }
    };
    view! {
        <FormFrame title=deed.doing send=words::SAVE errors on_send=Callback::new(send) on_close=work.on_close()>
            <TextField label=words::WHAT_CHANGES value=what error=errors.at(Field::What) focus=true />
            <TextField label=words::OWNER value=owner error=errors.at(Field::Person) autocomplete="name" />
            <DateField label=words::BY value=due error=errors.at(Field::Due) />
            <TextField label=words::PROOF_FIELD value=proof error=errors.at(Field::Evidence) optional=true />
        </FormFrame>
    }
    .into_any()
}
