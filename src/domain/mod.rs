//! What partnership work means: the records, the verbs and the rules.
//!
//! Reading order: [`date`] and [`calendar`] (days and fiscal quarters), [`text`] (words a person
//! typed), [`id`], [`refusal`] (why a verb said no), [`moment`] (what a verb may know of the
//! world), then the records, the [`partner`] dossier that gathers them, [`contact`], the [`workspace`], the
//! [`roster`] that a table reads, and what all of it says of a partnership: [`health`] and its [`companion`]
//! scores; the [`agenda`] is what a day asks for, [`occasion`] what
//! calendars know of the days to come. A [`checklist`] is run beside it, a [`script`] is words with fields that
//! they fill, a [`meeting`] is prepared, held and recapped, and an [`ending`] walks through all of them. [`find`] and
//! [`quick_add`] read what is typed in a line.
//!
//! Deliberately absent: the web, storage, a clock, randomness, and anything derived. Overdue,
//! balance and the last touch are computed from dated records, so any past or future day can be
//! asked about.

pub mod agenda;
pub mod bulk;
pub mod calendar;
pub mod checklist;
pub mod collection;
pub mod commitment;
pub mod companion;
pub mod contact;
pub mod custom_field;
pub mod date;
pub mod ending;
pub mod entry;
pub mod fact;
pub mod fields;
pub mod find;
pub mod health;
pub mod id;
pub mod ledger;
pub mod link;
pub mod listing;
pub mod meeting;
pub mod merging;
pub mod milestone;
pub mod moment;
pub mod occasion;
pub mod order;
pub mod outline;
pub mod partner;
pub mod people;
pub mod promise;
pub mod pulse;
pub mod put_off;
pub mod quick_add;
pub mod refusal;
pub mod roster;
pub mod script;
pub mod sealed;
pub mod settings;
pub mod source;
pub mod table;
pub mod tag;
pub mod text;
pub mod touchpoint;
pub mod traction;
pub mod view;
pub mod workspace;

pub use bulk::{BulkEdit, BulkPreview};
pub use calendar::{Cadence, FiscalStart, Quarter};
pub use collection::Collection;
pub use commitment::{Commitment, Side};
pub use contact::{Contact, ContactId};
pub use custom_field::CustomField;
pub use date::Date;
pub use entry::Entry;
pub use fact::{Fact, FactId};
pub use health::{Band, HealthModel, ModelEdition};
pub use id::Id;
pub use ledger::{Direction, LedgerEntry, LedgerKind};
pub use link::{Link, LinkAddress};
pub use meeting::{Meeting, MeetingId};
pub use milestone::Milestone;
pub use moment::Moment;
pub use partner::{Partner, PartnerId, PartnerKind, Profile, Stage, StageChange, Tier, TierChange};
pub use promise::{Promise, PromiseState};
pub use pulse::{Pulse, Rating};
pub use refusal::{Field, Refusal};
pub use settings::Settings;
pub use tag::Tag;
pub use text::{Domain, Line, Note, PartnerName};
pub use touchpoint::{Channel, Touchpoint};
pub use traction::{Attribution, TractionEvent, TractionKind};
pub use view::{Column, Columns, Filter, SavedView, Sorting};
pub use workspace::Workspace;
