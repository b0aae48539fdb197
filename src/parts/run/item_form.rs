//! What is asked about an item, beneath it.

use leptos::prelude::*;

use crate::catalogue::run as words;
use crate::domain::checklist::{Evidence, EvidenceKind, MarkState, Runs};
use crate::domain::{Date, Field, Line, Note, Refusal};
use crate::kit::{DateField, Form, NoteField, TextField};
use crate::parts::form::{FormErrors, FormSummary, form_deeds};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;

use super::deed::change;
use super::told::{RunOf, ToldItem};

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// What shows that it is done.
    Evidence,
    /// Why it does not apply.
    WhyNot,
    /// What it waits for.
    WaitsFor,
    /// Its day.
    Due,
    /// A note.
    Note,
}

impl Asking {
    const fn deed(self) -> Deed {
        match self {
            Self::Evidence => deeds::FINISH_ITEM,
            Self::WhyNot => deeds::SET_ITEM_ASIDE,
            Self::WaitsFor => deeds::BLOCK_ITEM,
            Self::Due => deeds::MOVE_ITEM,
            Self::Note => deeds::NOTE_ITEM,
        }
    }

    const fn send(self) -> &'static str {
        match self {
            Self::Evidence => words::MARK_DONE,
            _ => words::SAVE,
        }
    }
}

/// What was typed; each kind of question uses what it asks for. A copy is a pointer to the same.
#[derive(Clone, Copy)]
struct Draft {
    asking: Asking,
    evidence: EvidenceKind,
    text: RwSignal<String>,
    day: RwSignal<String>,
    on: RwSignal<String>,
    by: RwSignal<String>,
}

/// The form of a question about an item. What was typed stays until it is saved.
#[component]
pub fn ItemForm(
    /// The run.
    run: RunOf,
    /// The item, by its id.
    item: String,
    /// How it stands.
    told: ToldItem,
    /// What is asked.
    asking: Asking,
    /// Called when it is answered or left.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let own_name = desk.read_once(|workspace| workspace.settings.own_name.as_ref().map(ToString::to_string));
    let (text, day) = match asking {
        Asking::Evidence => (String::new(), today.to_string()),
        Asking::WhyNot => (String::new(), String::new()),
        Asking::WaitsFor => (told.waits_for.unwrap_or_default(), String::new()),
        Asking::Due => (String::new(), told.own_due.map(|due| due.to_string()).unwrap_or_default()),
        Asking::Note => (told.note.unwrap_or_default(), String::new()),
    };
    let draft = Draft {
        asking,
        evidence: told.evidence,
        text: RwSignal::new(text),
        day: RwSignal::new(day),
        on: RwSignal::new(today.to_string()),
        by: RwSignal::new(own_name.unwrap_or_default()),
    };
    let send = move |()| {
        errors.clear();
        let answer = match draft.read(today) {
            Ok(answer) => answer,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result =
            change(desk, asking.deed(), run.home, |runs, today| answer.give(runs, run, &item, today));
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    view! {
        <Form
            class="stack question"
            label=asking.deed().doing
            on_send=Callback::new(send)
            on_leave=on_close
        >
            {draft.fields(errors)}
            <FormSummary errors />
            {form_deeds(asking.send(), on_close)}
        </Form>
    }
}

/// What was answered.
enum Answer {
    State(MarkState),
    Due(Option<Date>),
    Note(Option<Note>),
}

impl Answer {
    fn give(self, runs: &mut Runs, run: RunOf, item: &str, today: Date) -> Result<(), Refusal> {
        match self {
            Self::State(state) => runs.set_state(run.id, item, state, today),
            Self::Due(due) => runs.set_due(run.id, item, due),
            Self::Note(note) => runs.set_note(run.id, item, note),
        }
    }
}

impl Draft {
    fn fields(self, errors: FormErrors) -> AnyView {
        let Self { text, day, by, .. } = self;
        let who = move |label| {
            view! { <TextField label value=by error=errors.at(Field::Person) optional=true autocomplete="name" /> }
        };
        match self.asking {
            Asking::Evidence => {
                view! {
                    {self.evidence_fields(errors)}
                    <div class="columns">
                        <DateField label=words::DONE_ON value=day error=errors.at(Field::DoneOn) /> {who(words::DONE_BY)}
                    </div>
                }
                .into_any()
            }
            Asking::WhyNot => {
                view! {
                    <TextField label=words::WHY_NOT value=text error=errors.at(Field::Reason) focus=true />
                    {who(words::DECIDED_BY)}
                }
                .into_any()
            }
            Asking::WaitsFor => {
                view! { <TextField label=words::WAITS_FOR value=text error=errors.at(Field::Reason) focus=true /> }
                    .into_any()
            }
            Asking::Due => view! {
                <DateField
                    label=words::DUE_ON
                    value=day
                    error=errors.at(Field::Due)
                    hint=words::DUE_ON_HINT
                    optional=true
                />
            }
            .into_any(),
            Asking::Note => {
                view! { <NoteField label=words::NOTE value=text error=errors.at(Field::Note) focus=true /> }.into_any()
            }
        }
    }

    fn evidence_fields(self, errors: FormErrors) -> AnyView {
        let Self { text, on, .. } = self;
        let error = errors.at(Field::Evidence);
        match self.evidence {
            EvidenceKind::None | EvidenceKind::Note => view! {
                <NoteField
                    label=words::WHAT_SHOWS_IT
                    value=text
                    error
                    hint=words::WHAT_SHOWS_IT_HINT
                    focus=true
                    required=true
                />
            }
            .into_any(),
            EvidenceKind::Link => view! {
                <TextField
                    label=words::WHERE_TO_SEE
                    value=text
                    error=errors.at(Field::Link)
                    hint=words::WHERE_TO_SEE_HINT
                    focus=true
                />
            }
            .into_any(),
            EvidenceKind::Written => view! {
                <NoteField label=words::WHAT_THEY_WROTE value=text error focus=true required=true />
                <DateField label=words::WRITTEN_ON value=on error=errors.at(Field::On) />
            }
            .into_any(),
        }
    }

    fn read(self, today: Date) -> Result<Answer, Refusal> {
        let text = self.text.get_untracked();
        let day = self.day.get_untracked();
        let by = || self.by.with_untracked(|by| Line::parse_optional(Field::Person, by));
        Ok(match self.asking {
            Asking::Evidence => {
                let received = self.on.get_untracked();
                let evidence = Evidence::parse(self.evidence, &text, &received, today)?;
                Answer::State(MarkState::Done {
                    on: Refusal::date(Field::DoneOn, &day)?,
                    by: by()?,
                    evidence,
                })
            }
            Asking::WhyNot => Answer::State(MarkState::NotApplicable {
                on: today,
                reason: Line::parse(Field::Reason, &text)?,
                by: by()?,
            }),
            Asking::WaitsFor => Answer::State(MarkState::Blocked { by: Line::parse(Field::Reason, &text)? }),
            Asking::Due if day.trim().is_empty() => Answer::Due(None),
            Asking::Due => Answer::Due(Some(Refusal::date(Field::Due, &day)?)),
            Asking::Note => Answer::Note(Note::parse_optional(&text)?),
        })
    }
}
