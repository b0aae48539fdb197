//! When an item of a playbook applies: its conditions in the editor.

use leptos::prelude::*;

use crate::catalogue::playbooks as words;
use crate::domain::checklist::check::At;
use crate::domain::checklist::{Condition, Item, PartnerField, Question, Template};
use crate::kit::{ChoiceField, Icon};

use super::editor::Draft;
use super::editor_drag::Place;
use super::one::trait_word;

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

/// What has to be so for an item to apply: all of its conditions, or none.
pub fn conditions_view(draft: Draft, template: &Template, (section, place): Place, item: &Item) -> AnyView {
    let at = at_condition(section, place);
    let questions = StoredValue::new(template.questions.clone());
    let known = item.only_if.iter().map(Some);
    // Without a condition there is a row to choose the first.
    let blank = item.only_if.is_empty().then_some(None);
    let rows: Vec<Looked> =
        known.chain(blank).map(|condition| Looked::at(condition, &template.questions)).collect();
    let written = rows.clone();
    draft.put(move |template| {
        let item = template.sections.get_mut(section).and_then(|section| section.items.get_mut(place));
        let Some(item) = item else { return Ok(()) };
        item.only_if = questions
            .with_value(|questions| written.iter().filter_map(|row| row.condition(questions)).collect());
        if item.only_if.iter().any(|condition| condition.is_one_of.is_empty()) {
            return Err((at, words::CHOOSE_ONE.to_owned()));
        }
        Ok(())
    });
    let (last, count) = (rows.last().copied(), rows.len());
    let first_error = draft.error(at);
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(number, row)| {
            let lacks = move || row.about.get() != 0 && row.chosen.with(Vec::is_empty);
            let is_told_here = move || number == 0 || lacks();
            let error = Signal::derive(move || first_error.get().filter(|_| is_told_here()));
            let id = condition_id((section, place), number);
            view! {
                <div class="stack" data-gap="2" id=id>
                    {condition_view(questions, number, row, error)}
                </div>
            }
        })
        .collect();
    let add = move |_| {
        draft.reshape(
            |template| {
                let next = template.sections.get(section).and_then(|section| section.items.get(place));
                let next = next.map(|item| template.next_condition(item));
                let item =
                    template.sections.get_mut(section).and_then(|section| section.items.get_mut(place));
                if let Some(item) = item {
                    item.only_if.extend(next);
                }
            },
            Some(condition_id((section, place), count)),
        );
    };
    let has_room = move || last.is_some_and(|last| last.about.get() != 0);
    let more = move || {
        has_room().then(|| {
            view! {
                <button class="button" data-size="small" type="button" on:click=add>
                    <Icon name="plus" />
                    {words::ADD_CONDITION}
                </button>
            }
        })
    };
    view! {
        {rows}
        <div>{more}</div>
    }
    .into_any()
}

/// A condition as it is chosen. A copy is a pointer to the same.
#[derive(Clone, Copy)]
struct Looked {
    /// What it looks at: nothing, then the questions, then the fields of the partner.
    about: RwSignal<usize>,
    /// For which answers it holds.
    chosen: RwSignal<Vec<String>>,
}

impl Looked {
    fn at(condition: Option<&Condition>, questions: &[Question]) -> Self {
        let about = condition.map_or(0, |condition| {
            let question = condition.question.as_ref();
            let asked = question.and_then(|id| questions.iter().position(|question| question.id == *id));
            let field =
                condition.partner.and_then(|field| PartnerField::ALL.iter().position(|one| *one == field));
            asked.map(|at| at + 1).or(field.map(|at| at + 1 + questions.len())).unwrap_or(0)
        });
        let chosen = condition.map(|condition| condition.is_one_of.clone()).unwrap_or_default();
        Self { about: RwSignal::new(about), chosen: RwSignal::new(chosen) }
    }

    /// What was chosen; none when it looks at nothing.
    fn condition(self, questions: &[Question]) -> Option<Condition> {
        let at = self.about.get_untracked().checked_sub(1)?;
        let question = questions.get(at).map(|question| question.id.clone());
        let partner = at.checked_sub(questions.len()).and_then(|at| PartnerField::ALL.get(at).copied());
        Some(Condition { question, partner, is_one_of: self.chosen.get_untracked() })
    }

    /// What can be chosen: ids and words.
    fn offered(self, questions: &[Question]) -> Vec<(String, String)> {
        let Some(at) = self.about.get().checked_sub(1) else { return Vec::new() };
        if let Some(question) = questions.get(at) {
            let answers = question.answers.iter();
            return answers.map(|answer| (answer.id.clone(), answer.text.clone())).collect();
        }
        let field = at.checked_sub(questions.len()).and_then(|at| PartnerField::ALL.get(at));
        field.map_or(Vec::new(), |field| {
            let named = values(*field).iter();
            named.map(|value| ((*value).to_owned(), trait_word(*field, value))).collect()
        })
    }
}

fn condition_view(
    questions: StoredValue<Vec<Question>>,
    number: usize,
    row: Looked,
    error: Signal<Option<String>>,
) -> AnyView {
    let (label, none) =
        if number == 0 { (words::CONDITION, words::ALWAYS) } else { (words::AND_ONLY_IF, words::NO_FURTHER) };
    let mut choices = vec![none.to_owned()];
    questions.with_value(|questions| choices.extend(questions.iter().map(|question| question.text.clone())));
    choices.extend(PartnerField::ALL.map(|field| words::partner_field(field).to_owned()));
    let boxes = move || {
        let offered = questions.with_value(|questions| row.offered(questions));
        row.chosen.update_untracked(|chosen| chosen.retain(|one| offered.iter().any(|(id, _)| id == one)));
        (!offered.is_empty()).then(|| {
            let boxes: Vec<_> = offered.into_iter().map(|(id, text)| tick(row.chosen, id, text)).collect();
            view! {
                <fieldset class="choices">
                    <legend class="field__label">{words::IS_ONE_OF}</legend>
                    {boxes}
                </fieldset>
            }
        })
    };
    view! {
        <ChoiceField label choices place=row.about error />
        {boxes}
    }
    .into_any()
}

fn condition_id((section, place): Place, number: usize) -> String {
    format!("item-{section}-{place}-condition-{number}")
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
