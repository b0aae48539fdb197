//! The parts of a playbook in its editor: questions, headings and items, each added, moved by buttons or by dragging,
//! and taken away.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue::playbooks as words;
use crate::domain::checklist::check::{At, MOST_DAYS};
use crate::domain::checklist::{
    Answer, Condition, EvidenceKind, Item, PartnerField, Question, Section, Template,
};
use crate::kit::{CheckField, ChoiceField, DateField, Icon, NoteField, TextField};

use super::editor::{Draft, one_line};
use super::one::trait_word;

const EVIDENCE: [EvidenceKind; 4] =
    [EvidenceKind::None, EvidenceKind::Note, EvidenceKind::Link, EvidenceKind::Written];
const FIELDS: [PartnerField; 3] = [PartnerField::Kind, PartnerField::Tier, PartnerField::Stage];

/// The values of a field of the partner, as records write them.
const fn values(field: PartnerField) -> &'static [&'static str] {
    match field {
        PartnerField::Kind => {
            &["referral", "reseller", "technology", "services", "co_marketing", "strategic"]
        }
        PartnerField::Tier => &["1", "2", "3", "4"],
        PartnerField::Stage => {
            &["prospect", "qualifying", "onboarding", "active", "paused", "ending", "alumni"]
        }
    }
}

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
    let dragged = RwSignal::new(None::<(usize, usize)>);
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
            sections.map(|(place, section)| section_view(draft, dragged, template, place, section)).collect::<Vec<_>>()
        })}
        <button class="button" data-size="small" type="button" on:click=add>
            <Icon name="plus" />
            {words::ADD_SECTION}
        </button>
    }
}

fn section_view(
    draft: Draft,
    dragged: RwSignal<Option<(usize, usize)>>,
    template: &Template,
    place: usize,
    section: &Section,
) -> AnyView {
    let title = RwSignal::new(section.title.clone());
    draft.put(move |template| {
        if let Some(section) = template.sections.get_mut(place) {
            section.title = one_line(&title.get_untracked());
        }
        Ok(())
    });
    let at = At { section: Some(place), field: "title", ..At::default() };
    let items = section.items.iter().enumerate();
    let items: Vec<_> = items
        .map(|(item_place, item)| item_view(draft, dragged, template, (place, item_place), item))
        .collect();
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

fn item_view(
    draft: Draft,
    dragged: RwSignal<Option<(usize, usize)>>,
    template: &Template,
    (section, place): (usize, usize),
    item: &Item,
) -> AnyView {
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
    let drop_here = move |event: DragEvent| {
        event.prevent_default();
        if let Some(from) = dragged.get_untracked() {
            dragged.set(None);
            draft.reshape(
                |template| {
                    let _ = template.move_item(from, here);
                },
                None,
            );
        }
    };
    let grab = move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            // Without data no drag begins in Firefox; where it cannot be set, the buttons are left.
            let _ = data.set_data("text/plain", "item");
        }
        dragged.set(Some(here));
    };
    let evidences = EVIDENCE.map(|kind| words::evidence(kind).to_owned()).to_vec();
    view! {
        <li
            class="editor__item stack"
            data-gap="3"
            data-drop=move || dragged.get().is_some_and(|from| from != here).then_some("")
            on:dragover=move |event: DragEvent| {
                if dragged.get_untracked().is_some() {
                    event.prevent_default();
                }
            }
            on:drop=drop_here
        >
            <div class="editor__line" id=text_id(here)>
                <span
                    class="editor__grip"
                    draggable="true"
                    title=words::DRAG
                    on:dragstart=grab
                    on:dragend=move |_| dragged.set(None)
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
                    {condition_view(draft, template, here, item)}
                </div>
            </details>
        </li>
    }
    .into_any()
}

/// The first condition of an item; further ones, which a file can bring, stay as they are.
fn condition_view(
    draft: Draft,
    template: &Template,
    (section, place): (usize, usize),
    item: &Item,
) -> AnyView {
    let questions = template.questions.clone();
    let first = item.only_if.first();
    let about = first.map_or(0, |condition| {
        let question = condition.question.as_ref();
        let asked = question.and_then(|id| questions.iter().position(|question| question.id == *id));
        let field = condition.partner.and_then(|field| FIELDS.iter().position(|one| *one == field));
        asked.map(|at| at + 1).or(field.map(|at| at + 1 + questions.len())).unwrap_or(0)
    });
    let about = RwSignal::new(about);
    let chosen = RwSignal::new(first.map(|condition| condition.is_one_of.clone()).unwrap_or_default());
    let mut choices = vec![words::ALWAYS.to_owned()];
    choices.extend(questions.iter().map(|question| question.text.clone()));
    choices.extend(FIELDS.map(|field| words::partner_field(field).to_owned()));
    let questions = StoredValue::new(questions);
    draft.put(move |template| {
        let about = about.get_untracked();
        let asked = questions.with_value(Vec::len);
        let question = about
            .checked_sub(1)
            .and_then(|at| questions.with_value(|all| all.get(at).map(|question| question.id.clone())));
        let partner = about.checked_sub(1 + asked).and_then(|at| FIELDS.get(at).copied());
        let item = template.sections.get_mut(section).and_then(|section| section.items.get_mut(place));
        let Some(item) = item else { return Ok(()) };
        let rest = item.only_if.split_off(item.only_if.len().min(1));
        item.only_if = rest;
        if question.is_some() || partner.is_some() {
            let is_one_of = chosen.get_untracked();
            if is_one_of.is_empty() {
                return Err((at_condition(section, place), words::CHOOSE_ONE.to_owned()));
            }
            item.only_if.insert(0, Condition { question, partner, is_one_of });
        }
        Ok(())
    });
    let boxes = move || {
        let about = about.get();
        let asked = questions.with_value(Vec::len);
        let offered: Vec<(String, String)> = match about {
            0 => Vec::new(),
            about if about <= asked => questions.with_value(|questions| {
                let answers =
                    questions.get(about - 1).map(|question| question.answers.clone()).unwrap_or_default();
                answers.into_iter().map(|answer| (answer.id, answer.text)).collect()
            }),
            about => match FIELDS.get(about - 1 - asked) {
                Some(field) => {
                    let named = values(*field).iter();
                    named.map(|value| ((*value).to_owned(), trait_word(*field, value))).collect()
                }
                None => Vec::new(),
            },
        };
        chosen.update_untracked(|chosen| chosen.retain(|one| offered.iter().any(|(id, _)| id == one)));
        (!offered.is_empty()).then(|| {
            let boxes: Vec<_> = offered.into_iter().map(|(id, text)| tick(chosen, id, text)).collect();
            view! {
                <fieldset class="choices">
                    <legend class="field__label">{words::IS_ONE_OF}</legend>
                    {boxes}
                </fieldset>
            }
        })
    };
    let more =
        (item.only_if.len() > 1).then(|| view! { <p class="field__hint">{words::MORE_CONDITIONS}</p> });
    view! {
        <ChoiceField label=words::CONDITION choices place=about error=draft.error(at_condition(section, place)) />
        {boxes}
        {more}
    }
    .into_any()
}

fn at_condition(section: usize, place: usize) -> At {
    At { section: Some(section), item: Some(place), field: "only_if", ..At::default() }
}

fn tick(chosen: RwSignal<Vec<String>>, id: String, text: String) -> AnyView {
    let is_chosen = chosen.with_untracked(|chosen| chosen.contains(&id));
    view! {
        <label class="check">
            <input
                class="check__box"
                type="checkbox"
                prop:checked=is_chosen
                on:change:target=move |event| {
                    let is_ticked = event.target().checked();
                    chosen
                        .update(|chosen| {
                            chosen.retain(|one| *one != id);
                            if is_ticked {
                                chosen.push(id.clone());
                            }
                        });
                }
            />
            <bdi>{text}</bdi>
        </label>
    }
    .into_any()
}

fn text_id((section, place): (usize, usize)) -> String {
    format!("item-{section}-{place}")
}

fn button_id((section, place): (usize, usize), side: &str) -> String {
    format!("item-{section}-{place}-{side}")
}

/// Gives the focus to the element of an id, or to the first field in it.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let inside = element.query_selector("input").ok().flatten();
    if let Some(target) = inside.unwrap_or(element).dyn_ref::<HtmlElement>() {
        // An element that left the page meanwhile needs no focus.
        let _ = target.focus();
    }
}
