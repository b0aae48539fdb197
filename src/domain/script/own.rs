//! The user's own scripts.

use crate::domain::fields::Unreadable;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::sealed::Sealed;
use crate::domain::workspace::Workspace;

use super::Script;

/// Own scripts of a workspace.
const MOST: usize = 200;
/// Characters of one, written down.
const MOST_WRITTEN: usize = 200_000;
const GONE: Refusal = Refusal::Gone { what: "This script" };

/// The identity of an own script.
pub type OwnScriptId = Id<Sealed>;

impl Workspace {
    /// The own scripts, oldest first; one that cannot be read says why.
    pub fn own_scripts(&self) -> Vec<(OwnScriptId, Result<Script, Unreadable>)> {
        self.scripts.iter().map(|(id, sealed)| (*id, Script::read(sealed.text()))).collect()
    }

    /// An own script.
    pub fn own_script(&self, id: OwnScriptId) -> Option<Script> {
        Script::read(self.scripts.get(&id)?.text()).ok()
    }

    /// Adds a script of the user's own, with whatever is wrong in its words. Refuses more than 200.
    pub fn add_script(&mut self, script: &Script, moment: &mut Moment<'_>) -> Result<OwnScriptId, Refusal> {
        Refusal::unless_room(Field::What, self.scripts.len(), MOST)?;
        let sealed = sealed(script)?;
        let id = moment.new_id();
        self.scripts.insert(id, sealed);
        Ok(id)
    }

    /// Replaces an own script. Refuses when it is gone.
    pub fn change_script(&mut self, id: OwnScriptId, script: &Script) -> Result<(), Refusal> {
        let sealed = sealed(script)?;
        if !self.scripts.contains_key(&id) {
            return Err(GONE);
        }
        self.scripts.insert(id, sealed);
        Ok(())
    }

    /// Deletes an own script. Refuses when it is gone.
    pub fn remove_script(&mut self, id: OwnScriptId) -> Result<(), Refusal> {
        self.scripts.remove(&id).map(|_| ()).ok_or(GONE)
    }
}

fn sealed(script: &Script) -> Result<Sealed, Refusal> {
    let sealed = Sealed::of(script).ok_or(GONE)?;
    let has = sealed.text().chars().count();
    if has > MOST_WRITTEN {
        return Err(Refusal::TooLong { field: Field::What, most: MOST_WRITTEN, has });
    }
    Ok(sealed)
}
