//! Fields: a label above, help below, the error next to the thing that is wrong.
//!
//! A field holds what was typed, as typed; reading it is the form's business when it is sent.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::kit as words;

use super::icon::Icon;
use super::id::next_id;

/// What every field shows around its control.
#[component]
fn Frame(
    id: String,
    label: &'static str,
    optional: bool,
    hint: Option<&'static str>,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {label}
                {optional.then(|| view! { <span class="field__optional">{words::OPTIONAL}</span> })}
            </label>
            {children()}
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {error_line(error_id, error)}
        </div>
    }
}

/// What is wrong, next to the control that it describes.
pub fn error_line(id: String, error: Signal<Option<String>>) -> AnyView {
    let line = move || {
        error.get().map(|sentence| {
            view! {
                <p class="field__error" id=id.clone()>
                    <Icon name="warning" />
                    <span>{sentence}</span>
                </p>
            }
        })
    };
    line.into_any()
}

/// Why what was asked for was not done, said aloud when it happens. `place` is a class more, for where it stands.
pub fn alert(error: Signal<Option<String>>, place: &'static str) -> AnyView {
    let class = ["field__error ", place].concat();
    let line = move || {
        error.get().map(|sentence| {
            view! {
                <p class=class.clone()>
                    <Icon name="warning" />
                    <span>{sentence}</span>
                </p>
            }
        })
    };
    view! { <div role="alert">{line}</div> }.into_any()
}

/// Boxes to tick under one heading: the words of each, whether it is ticked, and what hears of a change.
pub fn tick_boxes(heading: &'static str, boxes: Vec<(String, bool, Callback<bool>)>) -> AnyView {
    let boxes: Vec<_> = boxes
        .into_iter()
        .map(|(words, is_ticked, on_change)| {
            view! {
                <label class="check">
                    <input
                        class="check__box"
                        type="checkbox"
                        checked=is_ticked
                        on:change=move |event| on_change.run(event_target_checked(&event))
                    />
                    <bdi>{words}</bdi>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field">
            <legend class="field__label">{heading}</legend>
            <div class="cluster" data-gap="4">
                {boxes}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The choices of a list of the browser's own, each by its place.
pub fn options(choices: Vec<String>, chosen: Signal<usize>) -> Vec<AnyView> {
    let option = |(place, words): (usize, String)| {
        view! {
            <option value=place.to_string() selected=move || chosen.get() == place>
                {words}
            </option>
        }
        .into_any()
    };
    choices.into_iter().enumerate().map(option).collect()
}

/// The ids that describe a control, as `aria-describedby` wants them.
fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    let ids: Vec<String> = [(has_error, "error"), (has_hint, "hint")]
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, what)| format!("{id}-{what}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// One line of text.
#[component]
pub fn TextField(
    /// The words above the control.
    label: &'static str,
    /// What was typed.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Help below the control.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Whether the form can be sent without it.
    #[prop(optional)]
    optional: bool,
    /// `text`, `email`, `tel` or `number`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in; nothing unless said.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What is offered while one types; anything else may be typed as well.
    #[prop(optional, into)]
    suggestions: Option<Signal<Vec<String>>>,
    /// Whether it takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    input(label, value, error, hint, optional, Input { kind, autocomplete, suggestions, focus })
}

/// A day, picked with the browser's own control.
#[component]
pub fn DateField(
    /// The words above the control.
    label: &'static str,
    /// What was typed, as `2026-11-21`; empty when the control holds no day.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Help below the control.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Whether the form can be sent without it.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    input(
        label,
        value,
        error,
        hint,
        optional,
        Input { kind: "date", autocomplete: "off", suggestions: None, focus: false },
    )
}

/// What one-line controls differ in.
struct Input {
    kind: &'static str,
    autocomplete: &'static str,
    suggestions: Option<Signal<Vec<String>>>,
    focus: bool,
}

/// A one-line control in its frame.
fn input(
    label: &'static str,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
    hint: Option<&'static str>,
    optional: bool,
    Input { kind, autocomplete, suggestions, focus }: Input,
) -> AnyView {
    // Callers that have no help for one of several fields say so with an empty text.
    let hint = hint.filter(|hint| !hint.is_empty());
    let id = next_id();
    let node = NodeRef::<leptos::html::Input>::new();
    if focus {
        focus_when_there(node);
    }
    let describe = {
        let id = id.clone();
        move || described_by(&id, hint.is_some(), error.with(Option::is_some))
    };
    let list = suggestions.map(|suggestions| offered(format!("{id}-list"), suggestions));
    let list_id = suggestions.map(|_| format!("{id}-list"));
    view! {
        <Frame id=id.clone() label optional hint error>
            <input
                class="input"
                id=id
                type=kind
                dir="auto"
                autocomplete=autocomplete
                list=list_id
                node_ref=node
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=describe
                aria-required=(!optional).then_some("true")
            />
            {list}
        </Frame>
    }
    .into_any()
}

/// What the browser offers beneath a control while one types.
fn offered(id: String, suggestions: Signal<Vec<String>>) -> AnyView {
    let options = move || {
        let options = suggestions.get().into_iter().map(|value| view! { <option value=value></option> });
        options.collect::<Vec<_>>()
    };
    view! { <datalist id=id>{options}</datalist> }.into_any()
}

/// Several lines of text, kept as typed.
#[component]
pub fn NoteField(
    /// The words above the control.
    label: &'static str,
    /// What was typed.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Help below the control.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Whether it takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
    /// Whether the form cannot be sent without it.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let id = next_id();
    let node = NodeRef::<leptos::html::Textarea>::new();
    if focus {
        focus_when_there(node);
    }
    let describe = {
        let id = id.clone();
        move || described_by(&id, hint.is_some(), error.with(Option::is_some))
    };
    view! {
        <Frame id=id.clone() label optional=!required hint error>
            <textarea
                class="input"
                id=id
                dir="auto"
                node_ref=node
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=describe
                aria-required=required.then_some("true")
            ></textarea>
        </Frame>
    }
}

/// A choice of one among few, by the browser's own list.
#[component]
pub fn ChoiceField(
    /// The words above the control.
    label: &'static str,
    /// The words of what can be chosen.
    choices: Vec<String>,
    /// The place of what is chosen among them.
    place: RwSignal<usize>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Help below the control.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Whether it takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let id = next_id();
    let node = NodeRef::<leptos::html::Select>::new();
    if focus {
        focus_when_there(node);
    }
    let describe = {
        let id = id.clone();
        move || described_by(&id, hint.is_some(), error.with(Option::is_some))
    };
    view! {
        <Frame id=id.clone() label optional=false hint error>
            <select
                class="input"
                id=id
                node_ref=node
                on:change:target=move |event| {
                    if let Ok(number) = event.target().value().parse() {
                        place.set(number);
                    }
                }
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=describe
            >
                {options(choices, place.into())}
            </select>
        </Frame>
    }
}

/// A yes or no.
#[component]
pub fn CheckField(
    /// The words beside the box.
    label: &'static str,
    /// Whether it is ticked.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                class="check__box"
                type="checkbox"
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            {label}
        </label>
    }
}

/// Gives a control the focus once it is in the page.
fn focus_when_there<E>(node: NodeRef<E>)
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            // A control that left the page meanwhile needs no focus.
            let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    });
}
