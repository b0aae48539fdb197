//! Checklists: templates, and the runs that copy them.
//!
//! [`template`] is what a checklist says and how it is written, [`check`] everything a file of one can get wrong and where,
//! [`built_in`] the names of those that come with the product. A [`run`] copies a template when it starts and goes its own
//! way; [`mark`] is how one item of it stands, [`sheet`] what a day makes of the run: which items apply, when each is due
//! and how far it has come. [`differences`] compares a run with what its template says now, [`edit`] changes a template of
//! one's own.
//!
//! Deliberately absent: the checklists themselves, which are in the library and no part of the first load.

pub mod built_in;
pub mod check;
pub mod differences;
pub mod edit;
pub mod mark;
pub mod run;
pub mod sheet;
pub mod template;

pub use built_in::{BuiltIn, TemplateKey};
pub use check::Fault;
pub use differences::{Difference, Differs};
pub use mark::{Evidence, Mark, MarkState};
pub use run::{Home, NewRun, Run, RunId, Runs};
pub use sheet::{Progress, Sheet, Standing, Traits};
pub use template::{
    Answer, Condition, EvidenceKind, Item, PartnerField, Question, Recurrence, Section, Template, TemplateId,
};
