//! Items of a checklist: five states, each with its own mark and its own words.

use leptos::prelude::*;

use crate::catalogue::kit as words;

use super::icon::Icon;

/// How an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// To be done, and late.
    Overdue,
    /// Waiting for something named.
    Blocked,
    /// Decided against, with a reason.
    NotApplicable,
}

impl ItemState {
    /// Its name in `style/kit/checklist.css`, and the icon of its mark.
    const fn look(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Open => ("open", None),
            Self::Done => ("done", Some("check")),
            Self::Overdue => ("overdue", None),
            Self::Blocked => ("blocked", Some("pause")),
            Self::NotApplicable => ("not-applicable", Some("level")),
        }
    }
}

/// One item, a `<li>` of a `checklist`.
#[component]
pub fn ChecklistItem(
    /// How it stands.
    state: ItemState,
    /// The word for how it stands, for those who do not see the mark.
    word: &'static str,
    /// What is to be done.
    #[prop(into)]
    title: String,
    /// When: its day, or what it waits for.
    #[prop(into)]
    when: String,
    /// Beside the title: what it takes to finish it.
    #[prop(optional_no_strip, into)]
    must: Option<&'static str>,
    /// Called to finish it; without it the mark is no button.
    #[prop(optional_no_strip, into)]
    on_finish: Option<Callback<()>>,
    /// What is beneath: evidence, a cause, a reason, the next move.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (name, icon) = state.look();
    let mark = icon.map(|name| view! { <Icon name /> });
    let mark = match on_finish {
        Some(on_finish) => view! {
            <button
                class="checklist__mark"
                type="button"
                aria-label=words::finish(&title)
                on:click=move |_| on_finish.run(())
            >
                {mark}
            </button>
        }
        .into_any(),
        None => view! { <span class="checklist__mark">{mark}</span> }.into_any(),
    };
    view! {
        <li class="checklist__item" data-state=name>
            {mark}
            <div class="checklist__title">
                <bdi>{title}</bdi>
                <span class="visually-hidden">", " {word}</span>
                {must.map(|must| view! { " " <span class="checklist__must">{must}</span> })}
            </div>
            <span class="checklist__when">{when}</span>
            {children.map(|children| view! { <div class="checklist__more">{children()}</div> })}
        </li>
    }
}

/// Where the proof is, or that it is missing.
#[component]
pub fn Evidence(
    /// Where it is, or what is missing.
    #[prop(into)]
    words: String,
    /// Whether it is missing.
    #[prop(optional)]
    is_missing: bool,
) -> impl IntoView {
    let icon = if is_missing { "warning" } else { "record" };
    view! {
        <p class="evidence" data-state=is_missing.then_some("missing")>
            <Icon name=icon />
            <span dir="auto">{words}</span>
        </p>
    }
}
