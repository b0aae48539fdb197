//! The fourth step: asking why, naming root causes, and what changes because of them.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::past::{causes, is_same_cause};
use crate::domain::ending::{Action, NewAction, PartId, Step};
use crate::domain::{Field, Line, Moment, Partner, PartnerId, Refusal};
use crate::kit::popover::Face;
use crate::kit::{DateField, Icon, Menu, MenuItem, Tag, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::deeds::{self, Deed};

use super::script::link;
use super::work::{self, Open, Standing, Work};

/// The step.
pub fn step(work: Work) -> AnyView {
    let body = view! {
        <div class="step__columns">
            <div class="stack">
                {whys(work)} {work.form(Open::Why(None), why_form)}
                <div class="cluster screen-only">
                    {move || {
                        let is_first = work.with(|_, chapter| chapter.whys.is_empty()).unwrap_or_default();
                        let label = if is_first { words::WHY_DID_IT_END } else { words::ANOTHER_REASON };
                        work.opens(Open::Why(None), label, if is_first { "button button--primary" } else { "button" })
                    }} {link("post-mortem-invite", work.id, words::INVITE)}
                    {link("post-mortem-summary", work.id, words::SUMMARY)}
                </div>
            </div>
            <div class="stack">{follows(work)} {review(work)}</div>
        </div>
    };
    work::step(work, Step::Lesson, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|partner, chapter| {
        let review = &chapter.review;
        let words = words::lesson_state(chapter.causes().len(), review.due, review.done_on, today);
        work::done_or(chapter.is_done(Step::Lesson, partner, today), words)
    })
}

// ------------------------------------------------------------ the whys

/// An answer in the words of the page.
#[derive(Clone, PartialEq)]
struct Told {
    id: PartId,
    depth: usize,
    what: String,
    cause: Option<String>,
    is_last: bool,
}

fn whys(work: Work) -> AnyView {
    let told = Memo::new(move |_| {
        work.with(|_, chapter| {
            let branch = |branch: &crate::domain::ending::Branch<'_>| Told {
                id: branch.id,
                depth: branch.depth,
                what: branch.why.what.to_string(),
                cause: branch.why.cause.as_ref().filter(|_| branch.is_last).map(ToString::to_string),
                is_last: branch.is_last,
            };
            chapter.branches().iter().map(branch).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let ids = Memo::new(move |_| told.with(|told| told.iter().map(|one| one.id).collect::<Vec<_>>()));
    let row = move |id: PartId| {
        let one = Memo::new(move |_| told.with(|told| told.iter().find(|one| one.id == id).cloned()));
        let depth = move || one.get().map_or(0, |one| one.depth);
        let is_cause = move || one.get().is_some_and(|one| one.cause.is_some()).to_string();
        view! {
            <li style:--depth=move || depth().min(MOST_DEPTH).to_string() data-cause=is_cause>
                {move || one.get().map(|one| answer(work, &one))}
                <div class="whys__form">
                    {work.form(Open::Why(Some(id)), why_form)} {work.form(Open::Reword(id), reword_form)}
                    {work.form(Open::Cause(id), cause_form)}
                </div>
            </li>
        }
        .into_any()
    };
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        {move || is_empty.get().then(|| view! { <p class="quiet">{words::NO_WHYS}</p> })}
        <ol class="whys" hidden=move || is_empty.get()>
            <For each=move || ids.get() key=|id| *id let:id>
                {row(id)}
            </For>
        </ol>
    }
    .into_any()
}

/// Steps to the right that are drawn; deeper answers stand below each other.
const MOST_DEPTH: usize = 6;

fn answer(work: Work, one: &Told) -> AnyView {
    let id = one.id;
    let question = if one.depth == 0 { words::WHY_DID_IT_END } else { words::WHY_IS_THAT };
    let cause = one.cause.clone();
    let has_cause = cause.is_some();
    let tag = cause.map(|cause| view! { <Tag words=cause tone="accent" icon="flag" /> });
    let unname = Callback::new(move |()| {
        work.press(deeds::UNNAME_CAUSE, |partner, number, _| partner.name_cause(number, id, None));
    });
    let remove = Callback::new(move |()| {
        work.press(deeds::REMOVE_WHY, |partner, number, _| partner.remove_why(number, id));
    });
    let open = move |form| Callback::new(move |()| work.toggle(form));
    let ask_on = (!has_cause).then(|| {
        let label = words::about(words::ASK_ON, &one.what);
        view! {
            <button
                class="button button--line"
                data-size="small"
                type="button"
                aria-label=label
                on:click=move |_| work.toggle(Open::Why(Some(id)))
            >
                {words::ASK_ON}
            </button>
        }
    });
    let name_it = (one.is_last && !has_cause).then(|| {
        let label = words::about(words::NAME_CAUSE, &one.what);
        view! {
            <button
                class="button button--line"
                data-size="small"
                type="button"
                aria-label=label
                on:click=move |_| work.toggle(Open::Cause(id))
            >
                {words::NAME_CAUSE}
            </button>
        }
    });
    view! {
        <i aria-hidden="true">{one.depth + 1}</i>
        <small>{question}</small>
        <p dir="auto">{one.what.clone()}</p>
        <div class="whys__tools">
            {tag} <span class="cluster screen-only" data-gap="1">
                {ask_on}
                {name_it}
                <Menu label=words::more_about(&one.what) face=Face::MORE>
                    <MenuItem words=deeds::REWORD_WHY.doing icon="edit" on_pick=open(Open::Reword(id)) />
                    {has_cause
                        .then(|| view! { <MenuItem words=words::NOT_A_CAUSE icon="undo" on_pick=unname /> })}
                    <MenuItem words=deeds::REMOVE_WHY.doing icon="trash" is_danger=true on_pick=remove />
                </Menu>
            </span>
        </div>
    }
    .into_any()
}

/// A form of one line, saved by a verb that takes it.
fn line_form<const MOST: usize>(
    work: Work,
    deed: Deed,
    (label, hint): (&'static str, &'static str),
    typed: String,
    field: Field,
    suggestions: Vec<String>,
    verb: impl Fn(&mut Partner, u16, Line<MOST>, &mut Moment<'_>) -> Result<(), Refusal> + Send + Sync + 'static,
) -> AnyView {
    let errors = FormErrors::new();
    let typed = RwSignal::new(typed);
    let send = move |()| {
        errors.clear();
        match Line::parse(field, &typed.get_untracked()) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(line) => {
                work.send(deed, errors, |partner, number, moment| verb(partner, number, line, moment));
            }
        }
    };
    view! {
        <FormFrame title=deed.doing send=words::SAVE errors on_send=Callback::new(send) on_close=work.on_close()>
            <TextField
                label
                value=typed
                error=errors.at(field)
                hint
                suggestions=Signal::stored(suggestions)
                focus=true
            />
        </FormFrame>
    }
    .into_any()
}

fn why_form(work: Work, which: Open) -> AnyView {
    let Open::Why(parent) = which else { return ().into_any() };
    let label = if parent.is_some() { words::WHY_IS_THAT } else { words::WHY_DID_IT_END };
    line_form(
        work,
        deeds::ANSWER_WHY,
        (label, ""),
        String::new(),
        Field::What,
        Vec::new(),
        move |partner, number, line, moment| partner.answer_why(number, parent, line, moment).map(|_| ()),
    )
}

fn reword_form(work: Work, which: Open) -> AnyView {
    let Open::Reword(id) = which else { return ().into_any() };
    let known = work.chapter.with_untracked(|chapter| {
        let whys = chapter.as_ref().map(|chapter| chapter.whys.iter());
        let found = whys.and_then(|mut whys| whys.find(|(known, _)| *known == id));
        found.map(|(_, why)| why.what.to_string()).unwrap_or_default()
    });
    line_form(
        work,
        deeds::REWORD_WHY,
        (words::ANSWER, ""),
        known,
        Field::What,
        Vec::new(),
        move |partner, number, line, _| partner.reword_why(number, id, line),
    )
}

fn cause_form(work: Work, which: Open) -> AnyView {
    let Open::Cause(id) = which else { return ().into_any() };
    let used = work.desk.read_once(|workspace| {
        let counted = crate::domain::ending::past::counted(&causes(workspace));
        counted.into_iter().map(|(cause, _)| cause).collect::<Vec<_>>()
    });
    line_form(
        work,
        deeds::NAME_CAUSE,
        (words::CAUSE_NAME, words::CAUSE_NAME_HINT),
        String::new(),
        Field::Tag,
        used,
        move |partner, number, line, _| partner.name_cause(number, id, Some(line)),
    )
}

// ------------------------------------------------------------ what follows

/// A root cause, and what changes because of it.
#[derive(Clone, PartialEq)]
struct Cause {
    id: PartId,
    name: String,
    action: Option<(PartId, Action)>,
    shared: Vec<(PartnerId, String)>,
}

fn follows(work: Work) -> AnyView {
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

/// Days that the form gives an action.
const ACTION_DAYS: i64 = 14;

// ------------------------------------------------------------ the meeting

/// When the post-mortem is held.
fn review(work: Work) -> AnyView {
    let state = move || {
        let today = work.desk.today();
        work.with(|_, chapter| {
            let review = &chapter.review;
            let is_held = review.done_on.is_some();
            let hold = move |_| {
                work.press(deeds::HOLD_REVIEW, |partner, number, moment| {
                    let today = moment.today();
                    partner.hold_review(number, (!is_held).then_some(today), today)
                });
            };
            let told = (review.due.is_some() || is_held)
                .then(|| words::lesson_state(0, review.due, review.done_on, today));
            let deed = if is_held { deeds::UNHOLD_TALK } else { deeds::HOLD_REVIEW };
            view! {
                {told.map(|told| view! { <p>{told}</p> })}
                <div class="cluster screen-only">
                    {work.opens(Open::Review, deeds::PLAN_REVIEW.doing, "button")}
                    <button class="button button--quiet" data-size="small" type="button" on:click=hold>
                        {deed.doing}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="aside-note">{state}</div>
        {work.form(Open::Review, review_form)}
    }
    .into_any()
}

fn review_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let known =
        work.chapter.with_untracked(|chapter| chapter.as_ref().and_then(|chapter| chapter.review.due));
    let due = known.unwrap_or_else(|| work.today_now().plus_days(ACTION_DAYS));
    let on = RwSignal::new(due.to_string());
    let send = move |()| {
        errors.clear();
        match Refusal::date(Field::Due, &on.get_untracked()) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(due) => work.send(deeds::PLAN_REVIEW, errors, |partner, number, _| {
                partner.plan_review(number, Some(due))
            }),
        }
    };
    view! {
        <FormFrame
            title=deeds::PLAN_REVIEW.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            <DateField label=words::REVIEW_ON value=on error=errors.at(Field::Due) />
        </FormFrame>
    }
    .into_any()
}
