//! The parts of a playbook in its editor: questions, headings and items, each added, moved by buttons or by dragging,
//! and taken away.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue::playbooks as words;
use crate::domain::checklist::check::{At, MOST_DAYS};
use crate::domain::checklist::{Answer, EvidenceKind, Item, Question, Section, Template};
use crate::kit::{CheckField, ChoiceField, DateField, Icon, NoteField, TextField};

use super::editor::{Draft, one_line};
use super::editor_conditions::conditions_view;
use super::editor_drag::{Drag, Place};

const EVIDENCE: [EvidenceKind; 4] =
    [EvidenceKind::None, EvidenceKind::Note, EvidenceKind::Link, EvidenceKind::Written];

/// What is asked when the playbook starts.
#[component]
pub fn Questions(draft: Draft) -> impl IntoView {
    let add = move |_| {
        draft.reshape(
            |template| {
                let id = template.free_question_id();
                let answer = |id: &str| Answer { id: id.to_owned(), text: String::new() };
                let answers = vec![answer("answer-1"), answer("answer-2")];
                template.questions.push(Question { id, text: String::new(), answers });
            },
            None,
        );
    };
    view! {
        <fieldset class="editor__group stack" data-gap="3">
            <legend>{words::QUESTIONS}</legend>
            <p class="field__hint">{words::QUESTIONS_WHY}</p>
            {move || draft.read(|template| {
                let questions = template.questions.iter().enumerate();
                questions.map(|(place, question)| question_view(draft, place, question)).collect::<Vec<_>>()
            })}
            <button class="button" data-size="small" type="button" on:click=add>
                <Icon name="plus" />
                {words::ADD_QUESTION}
            </button>
        </fieldset>
    }
}

fn question_view(draft: Draft, place: usize, question: &Question) -> AnyView {
    let at = |field| At { question: Some(place), field, ..At::default() };
    let text = RwSignal::new(question.text.clone());
    let answers: Vec<&str> = question.answers.iter().map(|answer| answer.text.as_str()).collect();
    let answers = RwSignal::new(answers.join("\n").trim().to_owned());
    draft.put(move |template| {
        let Some(question) = template.questions.get_mut(place) else { return Ok(()) };
        question.text = one_line(&text.get_untracked());
        let known: Vec<String> = question.answers.iter().map(|answer| answer.id.clone()).collect();
        let lines = answers.get_untracked();
        let lines = lines.lines().map(one_line).filter(|line| !line.is_empty());
        question.answers = lines
            .enumerate()
            .map(|(number, text)| {
                // A line keeps the id of the answer that stood there, and with it the conditions that name it.
                let id = known.get(number).cloned().unwrap_or_else(|| format!("answer-{}", number + 1));
                Answer { id, text }
            })
            .collect();
        Ok(())
    });
    let remove = move |_| draft.reshape(|template| template.remove_question(place), None);
    view! {
        <div class="editor__item stack" data-gap="3">
            <TextField label=words::QUESTION value=text error=draft.error(at("text")) />
            <NoteField label=words::ANSWERS value=answers error=draft.error(at("answers")) required=true />
            <button class="button button--line" data-size="small" type="button" on:click=remove>
                {words::REMOVE}
            </button>
        </div>
    }
    .into_any()
}

/// The headings and their items.
#[component]
pub fn Sections(draft: Draft) -> impl IntoView {
    let drag = Drag::none();
    let add = move |_| {
        draft.reshape(
            |template| {
                let item = Item::blank(template.free_item_id());
                template.sections.push(Section { title: String::new(), items: vec![item] });
            },
            None,
        );
    };
    view! {
        {move || draft.read(|template| {
            let sections = template.sections.iter().enumerate();
            sections.map(|(place, section)| section_view(draft, drag, template, place, section)).collect::<Vec<_>>()
        })}
        <button class="button" data-size="small" type="button" on:click=add>
            <Icon name="plus" />
            {words::ADD_SECTION}
        </button>
    }
}

fn section_view(draft: Draft, drag: Drag, template: &Template, place: usize, section: &Section) -> AnyView {
    let title = RwSignal::new(section.title.clone());
    draft.put(move |template| {
        if let Some(section) = template.sections.get_mut(place) {
            section.title = one_line(&title.get_untracked());
        }
        Ok(())
    });
    let at = At { section: Some(place), field: "title", ..At::default() };
    let items = section.items.iter().enumerate();
    let items: Vec<_> =
        items.map(|(item_place, item)| item_view(draft, drag, template, (place, item_place), item)).collect();
    let shift =
        move |is_up: bool| move |_| draft.reshape(|template| template.shift_section(place, is_up), None);
    let remove = move |_| {
        draft.reshape(
            |template| {
                if template.sections.len() > 1 {
                    template.sections.remove(place);
                }
            },
            None,
        );
    };
    let end = section.items.len();
    let add = move |_| {
        draft.reshape(
            |template| {
                let item = Item::blank(template.free_item_id());
                if let Some(section) = template.sections.get_mut(place) {
                    section.items.push(item);
                }
            },
            Some(text_id((place, end))),
        );
    };
    let name = if section.title.is_empty() { words::in_section(place) } else { section.title.clone() };
    view! {
        <fieldset class="editor__group stack" data-gap="3">
            <legend class="visually-hidden">{name.clone()}</legend>
            <div class="editor__line">
                <TextField label=words::SECTION value=title error=draft.error(at) />
                {small_button("up", words::UP, &name, None, shift(true))}
                {small_button("down", words::DOWN, &name, None, shift(false))}
                {(template.sections.len() > 1).then(|| small_button("trash", words::REMOVE, &name, None, remove))}
            </div>
            <ol class="editor__items">{items}</ol>
            <button class="button" data-size="small" type="button" on:click=add>
                <Icon name="plus" />
                {words::ADD_ITEM}
            </button>
        </fieldset>
    }
    .into_any()
}

fn small_button(
    icon: &'static str,
    deed: &'static str,
    about: &str,
    id: Option<String>,
    act: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    let label = crate::catalogue::run::about(deed, about);
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            id=id
            title=deed
            aria-label=label
            on:click=act
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}

fn item_view(draft: Draft, drag: Drag, template: &Template, (section, place): Place, item: &Item) -> AnyView {
    let at = move |field| At { section: Some(section), item: Some(place), field, ..At::default() };
    let here = (section, place);
    let (text, help) = (RwSignal::new(item.text.clone()), RwSignal::new(item.help.clone()));
    let days = RwSignal::new(item.due.map(|days| days.to_string()).unwrap_or_default());
    let on_day = RwSignal::new(item.due_on.map(|day| day.to_string()).unwrap_or_default());
    let required = RwSignal::new(item.required);
    let evidence = RwSignal::new(EVIDENCE.iter().position(|kind| *kind == item.evidence).unwrap_or(0));
    draft.put(move |template| {
        let item = template.sections.get_mut(section).and_then(|section| section.items.get_mut(place));
        let Some(item) = item else { return Ok(()) };
        item.text = one_line(&text.get_untracked());
        item.help = one_line(&help.get_untracked());
        item.required = required.get_untracked();
        item.evidence = EVIDENCE.get(evidence.get_untracked()).copied().unwrap_or_default();
        let (days, on_day) = (one_line(&days.get_untracked()), on_day.get_untracked());
        item.due = match days.as_str() {
            "" => None,
            days => match days.parse::<i32>() {
                Ok(days) if days.abs() <= MOST_DAYS => Some(days),
                _ => return Err((at("due"), words::NOT_DAYS.to_owned())),
            },
        };
        item.due_on = match on_day.as_str() {
            "" => None,
            day => Some(
                day.parse()
                    .map_err(|error: crate::domain::date::DateError| (at("due_on"), error.to_string()))?,
            ),
        };
        Ok(())
    });
    let name = if item.text.is_empty() { words::UNNAMED.to_owned() } else { item.text.clone() };
    let shift = move |is_up: bool| {
        move |_| {
            let mut moved = None;
            draft.reshape(|template| moved = template.shift_item(section, place, is_up), None);
            let side = if is_up { "up" } else { "down" };
            let id = button_id(moved.unwrap_or(here), side);
            request_animation_frame(move || focus(&id));
        }
    };
    let remove = move |_| {
        draft.reshape(
            |template| {
                let is_last = template.items().count() <= 1;
                if let (false, Some(section)) = (is_last, template.sections.get_mut(section)) {
                    section.items.remove(place);
                }
                template.sections.retain(|section| !section.items.is_empty());
            },
            None,
        );
    };
    let drop = move |_: PointerEvent| {
        if let Some((from, to)) = drag.end() {
            draft.reshape(
                |template| {
                    let _ = template.move_item(from, to);
                },
                None,
            );
        }
    };
    let evidences = EVIDENCE.map(|kind| words::evidence(kind).to_owned()).to_vec();
    view! {
        <li
            class="editor__item stack"
            data-gap="3"
            data-place=format!("{section} {place}")
            data-drop=move || (drag.over.get() == Some(here)).then_some("")
        >
            <div class="editor__line" id=text_id(here)>
                <span
                    class="editor__grip"
                    title=words::DRAG
                    on:pointerdown=move |event| drag.begin(here, &event)
                    on:pointermove=move |event| drag.go_on(&event)
                    on:pointerup=drop
                    on:pointercancel=move |_| {
                        drag.end();
                    }
                >
                    <Icon name="more" />
                </span>
                <TextField label=words::ITEM value=text error=draft.error(at("text")) />
                {small_button("up", words::UP, &name, Some(button_id(here, "up")), shift(true))}
                {small_button("down", words::DOWN, &name, Some(button_id(here, "down")), shift(false))}
                {small_button("trash", words::REMOVE, &name, None, remove)}
            </div>
            <NoteField label=words::HELP value=help error=draft.error(at("help")) required=true />
            <details class="disclosure" open=move || draft.is_wrong(&[at("due"), at("due_on"), at("only_if")])>
                <summary>
                    <Icon name="chevron-right" size="s" />
                    {words::DETAILS}
                </summary>
                <div class="stack" data-gap="3">
                    <div class="columns">
                        <TextField label=words::DAYS value=days error=draft.error(at("due")) kind="number" optional=true />
                        <DateField label=words::ON_DAY value=on_day error=draft.error(at("due_on")) optional=true />
                        <ChoiceField label=words::EVIDENCE choices=evidences place=evidence />
                    </div>
                    <CheckField label=words::REQUIRED value=required />
                    {conditions_view(draft, template, here, item)}
                </div>
            </details>
        </li>
    }
    .into_any()
}

fn text_id((section, place): Place) -> String {
    format!("item-{section}-{place}")
}

fn button_id((section, place): Place, side: &str) -> String {
    format!("item-{section}-{place}-{side}")
}

/// Gives the focus to the element of an id, or to the first field in it.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Ok(Some(details)) = element.closest("details") {
        // Details that stay shut keep the focus where it was.
        let _ = details.set_attribute("open", "");
    }
    let inside = element.query_selector("input, select").ok().flatten();
    if let Some(target) = inside.unwrap_or(element).dyn_ref::<HtmlElement>() {
        // An element that left the page meanwhile needs no focus.
        let _ = target.focus();
    }
}
