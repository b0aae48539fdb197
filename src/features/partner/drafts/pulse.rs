//! Rating the partnership.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::health::Step;
use crate::domain::pulse::RatedBy;
use crate::domain::{Field, Note, PartnerId, Pulse, Rating, Refusal};
use crate::kit::{ChoiceField, DateField, NoteField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{Deed, LOG_PULSE};

use super::{Draft, note_text, today_text};

/// What is typed about a rating.
#[derive(Clone, Copy)]
pub struct PulseDraft {
    on: RwSignal<String>,
    by: Choice<RatedBy>,
    /// Five less the rating: the place in the list, best first.
    rating: RwSignal<usize>,
    note: RwSignal<String>,
}

impl PulseDraft {
    /// A form with dull defaults.
    pub fn blank(_: PartnerId) -> Self {
        Self {
            on: today_text(),
            by: Choice::new(&RatedBy::ALL, RatedBy::Us),
            rating: RwSignal::new(2),
            note: RwSignal::default(),
        }
    }
}

impl Draft for PulseDraft {
    type Record = Pulse;

    fn adds(self) -> Deed {
        LOG_PULSE
    }

    fn corrects(self) -> &'static str {
        words::EDIT_RATING
    }

    fn meant(self, step: Step) -> Self {
        let by = if step == Step::PulseByThem { RatedBy::Them } else { RatedBy::Us };
        Self { by: Choice::new(&RatedBy::ALL, by), ..self }
    }

    fn of(_: PartnerId, record: &Pulse) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            by: Choice::new(&RatedBy::ALL, record.by),
            rating: RwSignal::new(5usize.saturating_sub(usize::from(record.rating.get()))),
            note: note_text(record.note.as_ref()),
        }
    }

    fn read(self, _: Option<&Pulse>) -> Result<Pulse, Refusal> {
        Ok(Pulse {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            by: self.by.chosen_or(RatedBy::Us),
            rating: Rating::new(
                u8::try_from(5usize.saturating_sub(self.rating.get_untracked())).unwrap_or(0),
            )?,
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        let ratings = words::RATINGS;
        let ratings = ratings.map(str::to_owned).to_vec();
        view! {
            <div class="columns">
                <ChoiceField
                    label=words::WHOSE_RATING
                    choices=self.by.words()
                    place=self.by.place()
                    focus=true
                />
                <ChoiceField label=words::HOW_IS_IT choices=ratings place=self.rating error=errors.at(Field::Rating) />
                <DateField label=words::DAY value=self.on error=errors.at(Field::On) />
            </div>
            <NoteField label=words::WHY_THAT value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &Pulse) -> String {
        records::pulse(record)
    }
}
