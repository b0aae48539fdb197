//! The design system: fields, icons, dialogs and files. Knows no domain.
//!
//! Every component has one CSS file of its own name in `style/kit/`.

pub mod dialog;
pub mod field;
pub mod file;
pub mod form;
pub mod icon;

pub use dialog::Dialog;
pub use field::{CheckField, ChoiceField, DateField, NoteField, TextField};
pub use form::Form;
pub use icon::Icon;
