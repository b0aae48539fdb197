//! The design system: fields, icons, menus, dialogs, charts and files. Knows no domain.
//!
//! Every component has its CSS in `style/kit/`; a look that needs no behaviour is a class there and nothing here. The
//! page at `#/kit` shows them all, in every state.

pub mod button;
pub mod checklist;
pub mod chip;
pub mod clipboard;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod file;
pub mod focus;
pub mod form;
pub mod gauge;
pub mod health;
pub mod icon;
mod id;
pub mod keys;
pub mod later;
pub mod letter;
pub mod menu;
pub mod meter;
mod notes;
pub mod popover;
pub mod search;
pub mod segmented;
pub mod slab;
pub mod sparkline;
pub mod switch;
pub mod tabs;
pub mod tag;
pub mod trend;
pub mod worker;

pub use button::{more_button, row_button};
pub use checklist::{ChecklistItem, Evidence};
pub use chip::{AddChip, Chip};
pub use dialog::{Dialog, dialog_head, on_enter};
pub use empty::EmptyState;
pub use field::{CheckField, ChoiceField, DateField, NoteField, TextField};
pub use form::Form;
pub use gauge::Gauge;
pub use health::{Band, Delta, HealthReading};
pub use icon::Icon;
pub use keys::Keys;
pub use letter::Letter;
pub use menu::{Menu, MenuItem};
pub use meter::{Balance, Dots, Meter, Points, Stacked};
pub use popover::Popover;
pub use search::{SearchField, focus_search};
pub use segmented::{RadioField, Segmented};
pub use slab::Slab;
pub use sparkline::Sparkline;
pub use switch::Switch;
pub use tabs::Tabs;
pub use tag::Tag;
pub use trend::TrendChart;
