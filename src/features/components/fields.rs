//! Fields in every state.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::{
    CheckField, ChoiceField, DateField, Icon, NoteField, RadioField, Segmented, Switch, TextField,
};

use super::{part, specimen};

/// Fields in every state.
pub fn fields() -> AnyView {
    let text = |value: &str| RwSignal::new(value.to_owned());
    let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let (name, name_value) = words::PARTNER_NAME;
    let (due, due_value, due_error) = words::DUE;
    let (cadence, cadence_help) = words::CADENCE;
    let (stage, stages) = words::STAGE;
    let (launched, launched_value) = words::LAUNCHED;
    let (said, said_value) = words::SAID;
    let (whose, sides) = words::WHOSE;
    let (theme, themes) = words::THEME;
    let [notice, keep, needs] = words::CHECKS;
    let specimens = view! {
        <div class="specimens" style:--specimen="15rem">
            {specimen(words::REST, view! { <TextField label=name value=text(name_value) /> })}
            {specimen(words::FOCUS, still("focus", name, words::HALF_TYPED))}
            {specimen(
                words::ERROR,
                view! {
                    <TextField
                        label=due
                        value=text(due_value)
                        error=Signal::derive(move || Some(due_error.to_owned()))
                    />
                },
            )}
            {specimen(
                words::WITH_HELP,
                view! { <TextField label=cadence value=text("") hint=cadence_help optional=true kind="number" /> },
            )}
            {specimen(words::READ_ONLY, still("read-only", words::STARTED_FROM.0, words::STARTED_FROM.1))}
            {specimen(words::DISABLED, still("disabled", words::TIER.0, words::TIER.1))}
            {specimen(
                words::SELECT,
                view! { <ChoiceField label=stage choices=owned(&stages) place=RwSignal::new(0) /> },
            )}
            {specimen(words::DATE, view! { <DateField label=launched value=text(launched_value) /> })}
            {specimen(words::LONG_TEXT, view! { <NoteField label=said value=text(said_value) /> })}
            {specimen(words::SEARCH, search())}
            {specimen(
                words::CHECK,
                view! {
                    <div class="stack" data-gap="1">
                        <CheckField label=notice value=RwSignal::new(false) />
                        <CheckField label=keep value=RwSignal::new(true) />
                        <label class="check">
                            <input class="check__box" type="checkbox" disabled />
                            {needs}
                        </label>
                    </div>
                },
            )}
            {specimen(
                words::RADIO_AND_SWITCH,
                view! {
                    <div class="stack" data-gap="1">
                        <RadioField label=whose choices=owned(&sides) place=RwSignal::new(0) />
                        <Switch label=words::ENCRYPT value=RwSignal::new(true) />
                    </div>
                },
            )}
            {specimen(
                words::SEGMENTED,
                view! { <Segmented label=theme choices=owned(&themes) place=RwSignal::new(0) /> },
            )}
        </div>
    };
    part(words::FIELD, specimens.into_any())
}

/// A field held in one state.
fn still(state: &'static str, label: &'static str, value: &'static str) -> AnyView {
    let id = format!("still-{state}");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                class="input"
                id=id
                data-state=(state == "focus").then_some("focus")
                readonly=state == "read-only"
                disabled=state == "disabled"
                value=value
            />
        </div>
    }
    .into_any()
}

fn search() -> AnyView {
    view! {
        <label class="search">
            <span class="visually-hidden">{words::SEARCH}</span>
            <Icon name="search" />
            <input class="input" type="search" placeholder=words::SEARCH_HINT />
            <kbd class="kbd" aria-hidden="true">
                "/"
            </kbd>
        </label>
    }
    .into_any()
}
