//! What is wrong in a text, underlined where it stands, and listed below it with a way there.
//!
//! A text area cannot mark its own words. The same words lie over it once more, unseen and out of reach and broken into lines
//! as it breaks them; of these only the underlines show.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::catalogue::scripts as words;
use crate::domain::script::Fault;
use crate::domain::script::check::pieces;
use crate::domain::script::template::units_before;

use super::Editor;
use super::slot::Slot;

/// Faults listed and underlined at one text; more are counted.
const MOST: usize = 20;

/// The underlines over a control that has the words of a slot. It goes behind the control, in an element of class `slips`.
pub(super) fn underlines(value: Memo<String>, faults: Memo<Vec<Fault>>, is_one_line: bool) -> impl IntoView {
    let has_slips = Memo::new(move |_| faults.with(|faults| faults.iter().any(|fault| fault.span.is_some())));
    let lines = if is_one_line { "one" } else { "many" };
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(layer) = node.get()
            && let Some(control) = layer.previous_element_sibling()
        {
            follow(&control);
        }
    });
    let marked = move || {
        let part = |(words, is_wrong): (&str, bool)| {
            let words = words.replace('\r', "");
            if is_wrong { view! { <u>{words}</u> }.into_any() } else { words.into_any() }
        };
        faults.with(|faults| {
            value.with(|text| pieces(text, faults, MOST).into_iter().map(part).collect::<Vec<_>>())
        })
    };
    move || {
        has_slips.get().then(|| {
            view! {
                <div
                    class="slips__layer"
                    data-lines=lines
                    dir="auto"
                    aria-hidden="true"
                    node_ref=node
                >
                    <span>{marked}</span>
                </div>
            }
        })
    }
}

/// Scrolls the underlines to where the control is scrolled to.
pub(super) fn follow(control: &Element) {
    if let Some(layer) = control.next_element_sibling() {
        layer.set_scroll_top(control.scroll_top());
        layer.set_scroll_left(control.scroll_left());
    }
}

/// The faults of a slot as rows. One that has a place in the text leads there.
pub(super) fn listed(editor: Editor, slot: Slot, faults: &[Fault]) -> Vec<AnyView> {
    let more = faults.len().saturating_sub(MOST);
    let rows = faults.iter().take(MOST).map(|fault| row(editor, slot, fault));
    let rest = (more > 0).then(|| view! { <li>{words::and_more(more)}</li> }.into_any());
    rows.chain(rest).collect()
}

fn row(editor: Editor, slot: Slot, fault: &Fault) -> AnyView {
    // Beside its field the place need not be named.
    let wrong = fault.wrong.to_string();
    let (Some((line, column)), Some(span)) = (fault.at, fault.span) else {
        return view! { <li dir="auto">{wrong}</li> }.into_any();
    };
    view! {
        <li dir="auto">
            <button class="editor__slip" type="button" on:click=move |_| go_to(editor, slot, span)>
                {words::fault_at(line, column, &wrong)}
            </button>
        </li>
    }
    .into_any()
}

/// Selects what is wrong in the control of a slot.
fn go_to(editor: Editor, slot: Slot, (from, to): (usize, usize)) {
    let text = untrack(|| editor.read(|script| slot.read(script)));
    let unit = |byte| u32::try_from(units_before(&text, byte)).unwrap_or(u32::MAX);
    let (from, to) = (unit(from), unit(to));
    let Some(control) = document().get_element_by_id(&slot.id()) else { return };
    // The selection first: the focus then scrolls to it. A control that is on its way out keeps its caret.
    if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(from, to);
        let _ = area.focus();
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_selection_range(from, to);
        let _ = input.focus();
    }
}
