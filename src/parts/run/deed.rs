//! What is done to a run, each by one deed that can be undone.

use crate::domain::checklist::{Home, Runs};
use crate::domain::{Date, Moment, Refusal, Workspace};
use crate::state::deeds::Deed;
use crate::state::desk::{Declined, Desk};
use crate::state::notices::Offer;

type Verb<'v> = Box<dyn FnOnce(&mut Runs, Date) -> Result<(), Refusal> + 'v>;

/// Changes the runs of a partner, or our own.
pub fn change<'v>(
    desk: Desk,
    deed: Deed,
    home: Home,
    verb: impl FnOnce(&mut Runs, Date) -> Result<(), Refusal> + 'v,
) -> Result<(), Declined> {
    change_boxed(desk, deed, home, Box::new(verb))
}

/// As [`change`], for a button: why it was declined is said in a notice.
pub fn press<'v>(
    desk: Desk,
    deed: Deed,
    home: Home,
    verb: impl FnOnce(&mut Runs, Date) -> Result<(), Refusal> + 'v,
) {
    if let Err(declined) = change_boxed(desk, deed, home, Box::new(verb)) {
        desk.say(&declined.sentence, Offer::Nothing);
    }
}

// Compiled once, and not for each verb.
fn change_boxed(desk: Desk, deed: Deed, home: Home, verb: Verb<'_>) -> Result<(), Declined> {
    desk.change(deed, |workspace: &mut Workspace, moment: &mut Moment<'_>| {
        verb(workspace.runs_mut(home)?, moment.today())
    })
}
