//! The reactive seam between the workspace and the page.
//!
//! [`session`] (pure) joins the workspace, its vault and [`undo`]; the rest needs a browser:
//! [`desk`] is the only door to change, [`tabs`] listens to other tabs and to waking up, [`clock`]
//! and [`ids`] are the only sources of time and identity, [`address`] leads to another place, [`here`] is where the page
//! itself stands, by the rules of [`place`] (pure), [`notices`] is what the shell says, [`offline`] keeps the page open
//! without its server, [`keys`] and
//! [`wishes`] carry what the user wants to the screen that does it.
//!
//! Deliberately absent: rules. Whatever can be said without signals is said in the domain.

pub mod backup_age;
pub mod differences;
pub mod notices;
pub mod place;
pub mod record_words;
pub mod session;
pub mod trash;
pub mod undo;

#[cfg(feature = "web")]
pub mod address;
#[cfg(feature = "web")]
pub mod agenda;
#[cfg(feature = "web")]
pub mod appearance;
#[cfg(feature = "web")]
pub mod at_hand;
#[cfg(feature = "web")]
pub mod automatic;
#[cfg(feature = "web")]
pub mod boards;
#[cfg(feature = "web")]
pub mod clock;
#[cfg(feature = "web")]
pub mod crash;
#[cfg(feature = "web")]
pub mod desk;
#[cfg(feature = "web")]
pub mod edition;
#[cfg(feature = "web")]
pub mod files;
#[cfg(feature = "web")]
pub mod here;
#[cfg(feature = "web")]
pub mod ids;
#[cfg(feature = "web")]
pub mod keys;
#[cfg(feature = "web")]
pub mod offline;
#[cfg(feature = "web")]
pub mod page_name;
#[cfg(feature = "web")]
pub mod persistence;
#[cfg(feature = "web")]
pub mod preferences;
#[cfg(feature = "web")]
pub mod tabs;
#[cfg(feature = "web")]
pub mod wishes;

// The names of what the desk does are words on buttons, and stand with the others.
#[cfg(feature = "web")]
pub use crate::catalogue::deeds;
