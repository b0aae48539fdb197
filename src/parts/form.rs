//! Forms that show a refusal where it belongs and keep what was typed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::form;
use crate::domain::{Field, Refusal};
use crate::kit::{Form, Icon};
use crate::state::desk::Declined;

/// What is wrong with a form: one refusal at a time, shown at its field and above the buttons.
#[derive(Clone, Copy)]
pub struct FormErrors {
    shown: RwSignal<Option<(Option<Field>, String)>>,
}

impl FormErrors {
    /// Nothing is wrong yet.
    pub fn new() -> Self {
        Self { shown: RwSignal::new(None) }
    }

    /// The sentence at a field.
    pub fn at(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.shown.with(|shown| match shown {
                Some((Some(at), sentence)) if *at == field => Some(sentence.clone()),
                _ => None,
            })
        })
    }

    /// Forgets what was wrong.
    pub fn clear(self) {
        self.shown.set(None);
    }

    /// Shows a refusal of the domain.
    pub fn show_refusal(self, refusal: &Refusal) {
        self.show(refusal.field(), refusal.to_string());
    }

    /// Shows why the desk declined a change.
    pub fn show_declined(self, declined: &Declined) {
        self.show(declined.field, declined.sentence.clone());
    }

    fn show(self, field: Option<Field>, sentence: String) {
        self.shown.set(Some((field, sentence)));
        // The field is marked in the next turn; then the focus goes to it.
        request_animation_frame(|| {
            let wrong = document().query_selector("form [aria-invalid='true']").ok().flatten();
            if let Some(control) = wrong.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
                // A control that left the page meanwhile needs no focus.
                let _ = control.focus();
            }
        });
    }
}

impl Default for FormErrors {
    fn default() -> Self {
        Self::new()
    }
}

/// What is wrong, said once above the buttons and read out.
#[component]
pub fn FormSummary(
    /// What is wrong.
    errors: FormErrors,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || {
                errors
                    .shown
                    .get()
                    .map(|(field, sentence)| {
                        let words = if field.is_some() {
                            form::ONE_FIELD.to_owned()
                        } else {
                            sentence
                        };
                        view! {
                            <p class="field__error">
                                <Icon name="warning" />
                                <span>{words}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// The panel around the fields of a form. What was typed stays until it is saved.
#[component]
pub fn FormFrame(
    /// The words above the form.
    title: &'static str,
    /// The words on the button that sends.
    send: &'static str,
    /// What is wrong.
    errors: FormErrors,
    /// Called to send.
    on_send: Callback<()>,
    /// Called when the user leaves.
    on_close: Callback<()>,
    /// More buttons, between the one that sends and the one that leaves.
    #[prop(optional)]
    more: Option<AnyView>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <Form class="panel form" label=title on_send on_leave=on_close>
            <div class="panel__head">
                <h2>{title}</h2>
            </div>
            <div class="panel__body stack">
                {children()} <FormSummary errors />
            </div>
            <div class="panel__foot">
                <button class="button button--primary" type="submit">
                    {send}
                </button>
                {more}
                <button class="button button--quiet" type="button" on:click=move |_| on_close.run(())>
                    {form::CANCEL}
                </button>
            </div>
        </Form>
    }
}

/// The buttons of a small form: the one that sends, and the one that leaves.
pub fn form_deeds(send: &'static str, on_close: Callback<()>) -> AnyView {
    view! {
        <div class="cluster">
            <button class="button button--primary" data-size="small" type="submit">
                {send}
            </button>
            <button
                class="button button--quiet"
                data-size="small"
                type="button"
                on:click=move |_| on_close.run(())
            >
                {form::CANCEL}
            </button>
        </div>
    }
    .into_any()
}

/// Asks which version should stand, when somebody else changed a thing while its form was open.
#[component]
pub fn Theirs(
    /// What the thing says now, in one line; nothing is asked while there is none.
    words: RwSignal<Option<String>>,
    /// Called to save what was typed all the same.
    on_mine: Callback<()>,
    /// Called to leave it as it is now.
    on_theirs: Callback<()>,
) -> impl IntoView {
    move || {
        words.get().map(|words| {
            view! {
                <div class="banner" data-tone="warn" role="alert">
                    <Icon name="warning" />
                    <p>
                        {form::CHANGED_MEANWHILE} <strong>
                            <bdi>{words}</bdi>
                        </strong>
                    </p>
                    <div class="cluster">
                        <button class="button" type="button" on:click=move |_| on_mine.run(())>
                            {form::SAVE_MINE}
                        </button>
                        <button class="button" type="button" on:click=move |_| on_theirs.run(())>
                            {form::KEEP_THEIRS}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
