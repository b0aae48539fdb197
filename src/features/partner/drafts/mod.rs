//! What is typed into the form of each kind of record, until it is read as a record.

mod fact;
mod ledger;
mod milestone;
mod promise;
mod pulse;
mod touchpoint;
mod traction;

use leptos::prelude::*;

use crate::domain::health::Step;
use crate::domain::{Entry, PartnerId, Refusal};
use crate::parts::form::FormErrors;
use crate::state::deeds::Deed;
use crate::state::desk::Desk;

pub use fact::FactDraft;
pub use ledger::LedgerDraft;
pub use milestone::MilestoneDraft;
pub use promise::PromiseDraft;
pub use pulse::PulseDraft;
pub use touchpoint::TouchpointDraft;
pub use traction::TractionDraft;

/// What is typed into the form of one kind of record. A copy is a pointer to the same form.
pub trait Draft: Copy + Send + Sync + 'static {
    /// The kind of record.
    type Record: Entry + Send + Sync + 'static;

    /// The deed of adding one.
    fn adds(self) -> Deed;

    /// The words above the form when a record is corrected.
    fn corrects(self) -> &'static str;

    /// The same form about a step that would raise the score; as it is when the step is none of its own.
    #[must_use]
    fn meant(self, _: Step) -> Self {
        self
    }

    /// A form with a record of that partner in it.
    fn of(partner: PartnerId, record: &Self::Record) -> Self;

    /// Reads the record. `before` is the one being corrected, whose unseen parts are kept.
    fn read(self, before: Option<&Self::Record>) -> Result<Self::Record, Refusal>;

    /// The fields.
    fn fields(self, errors: FormErrors) -> AnyView;

    /// What a record says, in one line, to compare two versions.
    fn words(record: &Self::Record) -> String;
}

/// The text of an optional note.
fn note_text(note: Option<&crate::domain::Note>) -> RwSignal<String> {
    RwSignal::new(note.map(ToString::to_string).unwrap_or_default())
}

/// Today, as the text of a date field.
fn today_text() -> RwSignal<String> {
    RwSignal::new(untrack(|| Desk::of_page().today()).to_string())
}
