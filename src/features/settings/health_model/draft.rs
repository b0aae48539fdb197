//! The figures as they are typed, and what is wrong with them.

use leptos::prelude::*;

use crate::domain::Refusal;
use crate::domain::health::{ModelEdition, ModelFault, ModelPart};
use crate::domain::{Date, FiscalStart};
use crate::kit::Icon;

/// All figures of a model, as typed. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Draft {
    /// In the order of [`ModelPart::ALL`].
    texts: StoredValue<[RwSignal<String>; 25]>,
    /// What is shown as wrong: known once a figure is left, or all are sent.
    faults: RwSignal<Vec<ModelFault>>,
}

impl Draft {
    /// Nothing is typed yet.
    pub fn new() -> Self {
        let texts = std::array::from_fn(|_| RwSignal::new(String::new()));
        Self { texts: StoredValue::new(texts), faults: RwSignal::default() }
    }

    /// The texts of a list.
    pub fn list(self, part: ModelPart) -> Vec<RwSignal<String>> {
        let before = ModelPart::ALL.iter().take_while(|other| **other != part);
        let first: usize = before.map(|other| other.count()).sum();
        self.texts.with_value(|texts| texts.iter().skip(first).take(part.count()).copied().collect())
    }

    /// Writes the figures of an edition into the form.
    pub fn fill(self, edition: &ModelEdition) {
        self.faults.set(Vec::new());
        for part in ModelPart::ALL {
            for (text, figure) in self.list(part).iter().zip(edition.figures(part)) {
                text.set(figure.to_string());
            }
        }
    }

    /// Reads the figures, and follows them. Names every one that is none or breaks a rule.
    pub fn read(self, on: Date) -> Result<ModelEdition, Vec<ModelFault>> {
        let mut edition = ModelEdition::empty(on);
        let mut faults = Vec::new();
        for part in ModelPart::ALL {
            for (place, text) in self.list(part).iter().enumerate() {
                let figure = text.with(|text| number(text, part));
                let figure = figure.unwrap_or_else(|refusal| {
                    faults.push(ModelFault { part, place: Some(place), refusal });
                    0
                });
                edition.figures_mut(part).push(figure);
            }
        }
        let broken = edition.faults();
        let is_known = |fault: &&ModelFault| faults.iter().any(|known| known.part == fault.part);
        let others: Vec<ModelFault> = broken.iter().filter(|fault| !is_known(fault)).cloned().collect();
        faults.extend(others);
        if faults.is_empty() { Ok(edition) } else { Err(faults) }
    }

    /// The sum of the figures of a list; none while one cannot be read.
    pub fn sum(self, part: ModelPart) -> Option<i32> {
        self.list(part).iter().map(|text| text.with(|text| number(text, part)).ok()).sum()
    }

    /// Shows what is wrong.
    pub fn show(self, faults: Vec<ModelFault>) {
        if self.faults.with_untracked(|known| *known != faults) {
            self.faults.set(faults);
        }
    }

    /// Shows what is wrong with what was typed so far.
    pub fn look_again(self) {
        // The day of the edition has no part in what is wrong with it.
        self.show(untrack(|| self.read(Date::MIN)).err().unwrap_or_default());
    }

    /// Whether something is shown as wrong.
    pub fn is_faulty(self) -> bool {
        self.faults.with_untracked(|faults| !faults.is_empty())
    }

    /// What is wrong with a figure, or with a list when no place is named.
    pub fn fault(self, part: ModelPart, place: Option<usize>) -> Option<String> {
        self.faults.with(|faults| {
            let fault = faults.iter().find(|fault| fault.part == part && fault.place == place)?;
            Some(fault.refusal.to_string())
        })
    }
}

/// The id of the sentence about what is wrong.
pub fn fault_id(part: ModelPart, place: Option<usize>) -> String {
    let place = place.map(|place| place.to_string()).unwrap_or_default();
    format!("model-{}-{place}", part as usize)
}

/// The sentence about what is wrong with a figure or a list, where it stands; nothing while all is well.
pub fn wrong(draft: Draft, part: ModelPart, place: Option<usize>) -> AnyView {
    let told = move || {
        let sentence = draft.fault(part, place)?;
        let id = fault_id(part, place);
        Some(view! {
            <span class="field__error" id=id>
                <Icon name="warning" />
                <span>{sentence}</span>
            </span>
        })
    };
    told.into_any()
}

fn number(text: &str, part: ModelPart) -> Result<i32, Refusal> {
    match text.trim() {
        "" => Err(Refusal::Empty { field: part.field() }),
        text => text.parse().map_err(|_| part.out_of_bounds()),
    }
}

/// The fiscal year that begins in the month at this place of the list.
pub fn fiscal_start(place: usize) -> Result<FiscalStart, Refusal> {
    FiscalStart::new(u8::try_from(place + 1).unwrap_or(0))
}
