//! What we found out about a person, and what to remember: for us alone.

use leptos::prelude::*;

use crate::catalogue::people as words;
use crate::domain::contact::Research;
use crate::domain::{Contact, ContactId, Field, Note, Refusal};
use crate::kit::{Icon, NoteField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;

/// A question of the research: its words, where its answer stands.
struct Question {
    words: &'static str,
    get: fn(&Contact) -> Option<&Note>,
}

const RESEARCH: &[Question] = &[
    Question { words: words::PATH, get: |contact| contact.research.path.as_ref() },
    Question { words: words::SHARES, get: |contact| contact.research.shares.as_ref() },
    Question { words: words::SAID, get: |contact| contact.research.said.as_ref() },
    Question { words: words::CARES_ABOUT, get: |contact| contact.research.cares_about.as_ref() },
];

const NOTES: &[Question] = &[Question { words: words::NOTES, get: |contact| contact.person.notes.as_ref() }];

/// The answers of a box, in the order of its questions.
type Answers = Vec<Option<Note>>;

/// What a box of private answers is about.
#[derive(Clone, Copy)]
struct Kept {
    title: &'static str,
    empty: &'static str,
    deed: Deed,
    questions: &'static [Question],
    put: fn(&mut Contact, Answers),
}

/// The research on a person, in four answers.
#[component]
pub fn Researched(id: ContactId) -> impl IntoView {
    let kept = Kept {
        title: words::RESEARCH,
        empty: words::NO_RESEARCH,
        deed: deeds::EDIT_RESEARCH,
        questions: RESEARCH,
        put: |contact, answers| {
            let mut answers = answers.into_iter();
            let mut next = || answers.next().flatten();
            contact.research = Research { path: next(), shares: next(), said: next(), cares_about: next() };
        },
    };
    private_box(id, kept)
}

/// What to remember of a person.
#[component]
pub fn PrivateNotes(id: ContactId) -> impl IntoView {
    let kept = Kept {
        title: words::NOTES,
        empty: words::NO_NOTES,
        deed: deeds::EDIT_NOTE,
        questions: NOTES,
        put: |contact, answers| contact.person.notes = answers.into_iter().next().flatten(),
    };
    private_box(id, kept)
}

fn private_box(id: ContactId, kept: Kept) -> AnyView {
    let desk = Desk::of_page();
    let is_open = RwSignal::new(false);
    let on_close = Callback::new(move |()| is_open.set(false));
    let told = Memo::new(move |_| {
        desk.read(|workspace| {
            workspace.contacts.get(&id).map(|contact| texts(kept, contact)).unwrap_or_default()
        })
    });
    let is_empty = move || told.with(|told| told.iter().all(String::is_empty));
    view! {
        <section class="private" aria-label=kept.title>
            <p>
                <Icon name="lock" size="s" />
                {words::PRIVATE}
            </p>
            <h2>{kept.title}</h2>
            {move || is_open.get().then(|| form(id, kept, on_close))}
            // Hidden rather than gone, so that the focus can come back to the button.
            <div class="stack" data-gap="2" hidden=move || is_open.get()>
                {move || is_empty().then(|| view! { <p>{kept.empty}</p> })}
                {move || {
                    let answers = kept.questions.iter().zip(told.get()).filter(|(_, answer)| !answer.is_empty());
                    answers.map(|(question, answer)| answered(kept, question.words, answer)).collect::<Vec<_>>()
                }}
            </div>
            <button
                class="button button--line"
                data-size="small"
                type="button"
                hidden=move || is_open.get()
                on:click=move |_| is_open.set(true)
            >
                {kept.deed.doing}
            </button>
        </section>
    }
    .into_any()
}

fn answered(kept: Kept, question: &'static str, answer: String) -> AnyView {
    let heading = (kept.questions.len() > 1).then(|| view! { <h3>{question}</h3> });
    view! {
        <div>
            {heading}
            <p class="private__text" dir="auto">
                {answer}
            </p>
        </div>
    }
    .into_any()
}

fn texts(kept: Kept, contact: &Contact) -> Vec<String> {
    let text = |question: &Question| (question.get)(contact).map(ToString::to_string).unwrap_or_default();
    kept.questions.iter().map(text).collect()
}

fn form(id: ContactId, kept: Kept, on_close: Callback<()>) -> AnyView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let standing = move || {
        desk.read_once(|workspace| {
            workspace.contacts.get(&id).map(|contact| texts(kept, contact)).unwrap_or_default()
        })
    };
    let known = standing();
    let typed: Vec<RwSignal<String>> = known.iter().cloned().map(RwSignal::new).collect();
    let fields: Vec<_> = kept
        .questions
        .iter()
        .zip(typed.clone())
        .enumerate()
        .map(|(place, (question, value))| {
            let error = if place == 0 { errors.at(Field::Note) } else { Signal::stored(None) };
            view! { <NoteField label=question.words value error focus=place == 0 /> }.into_any()
        })
        .collect();
    let theirs = RwSignal::new(None::<String>);
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let now = standing();
        if !over_theirs && now != known {
            return theirs.set(Some(now.join(" ")));
        }
        let answers: Result<Answers, Refusal> =
            typed.iter().map(|typed| typed.with_untracked(|typed| Note::parse_optional(typed))).collect();
        let answers = match answers {
            Ok(answers) => answers,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result = desk.change(kept.deed, |workspace, _| {
            (kept.put)(workspace.contact_mut(id)?, answers);
            Ok(())
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title=kept.deed.doing send=words::SAVE errors on_send=submit on_close>
            {fields}
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
    .into_any()
}
