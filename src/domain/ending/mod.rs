//! Endings: how a partnership is ended without burning the bridge, and what is learnt from it.
//!
//! A partner has a chapter for each breakup, and a [`chapter`] is read from [`parts`]: the ending itself, the
//! conversation, the story both tell, the whys and their actions, the person to keep. [`verbs`] and [`lesson`] write
//! them, [`gate`] says what is missing before the chapter can be closed, [`due`] what it asks for on a day, and
//! [`past`] what earlier endings say to a partner that has just begun. The clean-up is an ordinary run of the
//! offboarding checklist; nothing of it is kept here but its id.
//!
//! Every part is sealed ([`super::sealed`]): the first load reads of them only what a day asks for.

pub mod chapter;
pub mod due;
pub mod gate;
pub mod lesson;
pub mod parts;
pub mod past;
pub mod verbs;

pub use chapter::{Branch, Chapter};
pub use due::{EndingDue, Wanted};
pub use gate::{Missing, Step, StepState};
pub use lesson::NewAction;
pub use parts::{
    Action, Ending, Heeded, Keep, Kind, Part, PartId, Present, Review, Scenario, Story, Talk, Why,
};
pub use past::{Match, PastCause};
pub use verbs::{Held, NewEnding, Told};

/// The item of the offboarding checklist that is done when the conversation was held.
pub const HOLD_CALL: &str = "hold-call";
/// The item by which our side confirms in writing that their data is deleted.
pub const DELETED_BY_US: &str = "delete-theirs";
/// The item by which their side confirms in writing that our data is deleted.
pub const DELETED_BY_THEM: &str = "delete-ours";
/// The item that has a step of its own in an ending.
pub const NOTE_ITEM: &str = "alumni-note";
/// The question of the offboarding checklist that the scenario answers.
pub const SCENARIO: &str = "scenario";
/// The built-in checklist that cleans up.
pub const OFFBOARDING: &str = "offboarding";

/// Days from the conversation to the note to the person.
pub const NOTE_DAYS: i64 = 14;
/// Days from the beginning to the conversation, as long as no other day is booked: whoever talks to them is told a
/// week ahead.
pub const TALK_DAYS: i64 = 7;
