//! One of a few, all in sight: side by side or below each other.

use leptos::prelude::*;

use super::id::next_id;

/// Two to four choices that exclude each other, side by side. What is chosen applies at once.
#[component]
pub fn Segmented(
    /// What is chosen, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The words of the choices.
    choices: Vec<String>,
    /// The place of what is chosen among them.
    place: RwSignal<usize>,
) -> impl IntoView {
    one_of(
        Look { fieldset: "segmented", legend: "visually-hidden", label: "", input: "" },
        label,
        choices,
        place,
    )
}

/// A few choices that exclude each other, below each other.
#[component]
pub fn RadioField(
    /// The words above them.
    #[prop(into)]
    label: String,
    /// The words of the choices.
    choices: Vec<String>,
    /// The place of what is chosen among them.
    place: RwSignal<usize>,
) -> impl IntoView {
    let look = Look { fieldset: "choices", legend: "field__label", label: "check", input: "check__box" };
    one_of(look, label, choices, place)
}

/// The classes of the parts.
#[derive(Clone, Copy)]
struct Look {
    fieldset: &'static str,
    legend: &'static str,
    label: &'static str,
    input: &'static str,
}

fn one_of(look: Look, label: String, choices: Vec<String>, place: RwSignal<usize>) -> AnyView {
    let name = next_id();
    let choices: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(number, words)| {
            view! {
                <label class=look.label>
                    <input
                        class=look.input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || place.get() == number
                        on:change=move |_| place.set(number)
                    />
                    {words}
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class=look.fieldset>
            <legend class=look.legend>{label}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}
