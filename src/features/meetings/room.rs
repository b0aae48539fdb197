//! What is said in the room: notes, and what speaks against it.

use leptos::prelude::*;

use crate::catalogue::{Word, meeting as words};
use crate::domain::meeting::{MeetingNote, Objection, ObjectionState, Weight};
use crate::domain::sealed::Sealed;
use crate::domain::{Field, Id, Line, Note, Refusal};
use crate::kit::{Form, Icon, Tag};
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds;
use crate::state::desk::Declined;

use super::probes::remove;
use super::sitting::Sitting;
use super::written::{Words, form_of};

/// A line with a button that adds what was typed, and is empty again. What is refused stays, with the sentence beneath.
pub fn capture(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    add: Callback<String, Result<(), Declined>>,
) -> AnyView {
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let send = Callback::new(move |()| {
        errors.clear();
        match add.run(typed.get_untracked()) {
            Ok(()) => typed.set(String::new()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let what = errors.at(Field::What);
    let note = errors.at(Field::Note);
    let wrong = Signal::derive(move || what.get().or_else(|| note.get()));
    view! {
        <Form class="capture" label on_send=send>
            <label class="field__label" for=id>
                {label}
            </label>
            <div class="capture__line">
                <input
                    class="input"
                    id=id
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    placeholder=hint
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                />
                <button class="button" type="submit">
                    {words::ADD}
                </button>
            </div>
            {move || wrong.get().map(|sentence| view! { <p class="field__error"><Icon name="warning" /><span>{sentence}</span></p> })}
            {move || wrong.with(Option::is_none).then(|| view! { <FormSummary errors /> })}
        </Form>
    }
    .into_any()
}

/// Notes, one line for each point.
#[component]
pub fn Notes(sitting: Sitting) -> impl IntoView {
    let ids = sitting.ids::<MeetingNote>();
    let add = move |typed: String| {
        sitting.change(deeds::TAKE_NOTE, |partner, moment| {
            let text = Note::parse_optional(&typed)?.ok_or(Refusal::Empty { field: Field::Note })?;
            partner.meetings.add(&MeetingNote { meeting: sitting.id, text, private: false }, moment)
        })
    };
    view! {
        <section class="panel" aria-labelledby="notes">
            <div class="panel__head">
                <h2 id="notes">{words::NOTES}</h2>
                <span class="panel__note">{words::NOTES_NOTE}</span>
            </div>
            {capture("new-note", words::NEW_NOTE, "", Callback::new(add))}
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="quiet room__empty">{words::NO_NOTES}</p> })}
            <ul class="items said">
                <For each=move || ids.get() key=|id| *id let:id>
                    <OneNote sitting id />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn OneNote(sitting: Sitting, id: Id<Sealed>) -> impl IntoView {
    let note = sitting.part::<MeetingNote>(id);
    let text = Memo::new(move |_| {
        note.with(|note| note.as_ref().map(|one| one.text.to_string())).unwrap_or_default()
    });
    let is_private = Memo::new(move |_| note.with(|note| note.as_ref().is_some_and(|one| one.private)));
    let is_open = RwSignal::new(false);
    let save = move |typed: String| {
        sitting.change(deeds::EDIT_MEETING_NOTE, |partner, _| {
            let text = Note::parse_optional(&typed)?.ok_or(Refusal::Empty { field: Field::Note })?;
            partner.meetings.change(id, |note: &mut MeetingNote| note.text = text)
        })
    };
    let edit = Words { label: words::NEW_NOTE, now: text.into(), save: Callback::new(save), is_open };
    let keep = move |_| {
        sitting.do_it(deeds::EDIT_MEETING_NOTE, |partner, _| {
            partner.meetings.change(id, |note: &mut MeetingNote| note.private ^= true)
        });
    };
    let secret = move || {
        let deed = if is_private.get() { words::SHARE } else { words::KEEP_TO_US };
        words::about(deed, &text.get())
    };
    view! {
        <li class="said__one" data-state=move || is_private.get().then_some("private")>
            <div class="said__text">
                <p class="written" dir="auto">
                    {text}
                </p>
                {move || is_private.get().then(|| view! { <Tag words=words::OURS_ALONE icon="lock" /> })}
            </div>
            <span class="cluster" data-gap="0">
                <button
                    class="button button--quiet"
                    data-shape="icon"
                    data-size="small"
                    type="button"
                    aria-label=secret
                    title=secret
                    aria-pressed=move || is_private.get().to_string()
                    on:click=keep
                >
                    <Icon name="lock" />
                </button>
                <button
                    class="button button--quiet"
                    data-shape="icon"
                    data-size="small"
                    type="button"
                    aria-label=move || words::about(words::EDIT, &text.get())
                    on:click=move |_| is_open.set(true)
                >
                    <Icon name="edit" />
                </button>
                {remove(move || text.get(), move || {
                    sitting.do_it(deeds::REMOVE_PART, |partner, _| partner.meetings.take_away::<MeetingNote>(id));
                })}
            </span>
            {form_of(edit)}
        </li>
    }
}

/// What speaks against it, the heaviest first.
#[component]
pub fn Objections(sitting: Sitting) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let all =
            sitting.read(|partner| partner.meetings.objections_in_order(sitting.id)).unwrap_or_default();
        all.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    });
    let add = move |typed: String| {
        sitting.change(deeds::NOTE_OBJECTION, |partner, moment| {
            let text = Line::parse(Field::What, &typed)?;
            let (weight, state) = (Weight::default(), ObjectionState::default());
            partner.meetings.add(&Objection { meeting: sitting.id, text, weight, state }, moment)
        })
    };
    view! {
        <section class="panel" aria-labelledby="objections">
            <div class="panel__head">
                <h2 id="objections">{words::OBJECTIONS}</h2>
            </div>
            {capture("new-objection", words::NEW_OBJECTION, "", Callback::new(add))}
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="quiet room__empty">{words::NO_OBJECTIONS}</p> })}
            <ul class="items said">
                <For each=move || ids.get() key=|id| *id let:id>
                    <OneObjection sitting id />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn OneObjection(sitting: Sitting, id: Id<Sealed>) -> impl IntoView {
    let objection = sitting.part::<Objection>(id);
    let text = Memo::new(move |_| {
        objection.with(|one| one.as_ref().map(|one| one.text.to_string())).unwrap_or_default()
    });
    let weight = Signal::derive(move || {
        let weight = objection.with(|one| one.as_ref().map_or(Weight::Serious, |one| one.weight));
        Weight::ALL.iter().position(|one| *one == weight).unwrap_or(0)
    });
    let state = Signal::derive(move || {
        let state = objection.with(|one| one.as_ref().map_or(ObjectionState::Open, |one| one.state));
        ObjectionState::ALL.iter().position(|one| *one == state).unwrap_or(0)
    });
    let change = move |change: Box<dyn FnOnce(&mut Objection)>| {
        sitting.do_it(deeds::CHANGE_OBJECTION, |partner, _| partner.meetings.change(id, change));
    };
    let weigh = Callback::new(move |place: usize| {
        if let Some(weight) = Weight::ALL.get(place).copied() {
            change(Box::new(move |one| one.weight = weight));
        }
    });
    let settle = Callback::new(move |place: usize| {
        if let Some(state) = ObjectionState::ALL.get(place).copied() {
            change(Box::new(move |one| one.state = state));
        }
    });
    let is_over = move || (state.get() != 0).then_some("over");
    view! {
        <li class="said__one" data-state=is_over>
            <p class="said__text written" dir="auto">
                {text}
            </p>
            {remove(move || text.get(), move || {
                sitting.do_it(deeds::REMOVE_PART, |partner, _| partner.meetings.take_away::<Objection>(id));
            })}
            <div class="said__picks">
                {pick(words::WEIGHT, text, Weight::ALL.map(Word::word).to_vec(), weight, weigh)}
                {pick(words::STATE, text, ObjectionState::ALL.map(Word::word).to_vec(), state, settle)}
            </div>
        </li>
    }
}

/// A small list to choose from; what is chosen applies at once.
fn pick(
    label: &'static str,
    about: Memo<String>,
    choices: Vec<&'static str>,
    place: Signal<usize>,
    on_pick: Callback<usize>,
) -> AnyView {
    let options: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(number, words)| {
            view! {
                <option value=number.to_string() selected=move || place.get() == number>
                    {words}
                </option>
            }
        })
        .collect();
    view! {
        <select
            class="input"
            data-size="small"
            aria-label=move || words::about(label, &about.get())
            prop:value=move || place.get().to_string()
            on:change:target=move |event| {
                if let Ok(number) = event.target().value().parse() {
                    on_pick.run(number);
                }
            }
        >
            {options}
        </select>
    }
    .into_any()
}
