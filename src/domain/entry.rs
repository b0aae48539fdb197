//! What all dated records of a dossier have in common.

use super::collection::Collection;
use super::date::Date;
use super::partner::Partner;
use super::refusal::Refusal;

/// A record of a dossier: it lives in one of the partner's collections and has one day.
pub trait Entry: Clone + PartialEq + Sized {
    /// What the user calls it, as in "This touchpoint".
    const WHAT: &'static str;

    /// The day that places it in the history.
    fn on(&self) -> Date;

    /// Refuses a record that says something about days that have not come.
    fn check(&self, today: Date) -> Result<(), Refusal>;

    /// The collection it lives in.
    fn all(partner: &Partner) -> &Collection<Self>;

    /// The collection it lives in, to change it.
    fn all_mut(partner: &mut Partner) -> &mut Collection<Self>;
}
