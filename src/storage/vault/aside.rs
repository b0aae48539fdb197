//! What could not be read and was copied aside: looking at it, and letting it go for good.

use super::super::keys::Kept;
use super::super::quarantine::{self, Quarantined};
use super::super::stamp::Millis;
use super::super::store::StoreError;
use super::{Stop, Vault};

impl Vault {
    /// Everything that was copied aside because it could not be read.
    #[must_use]
    pub fn quarantined(&self) -> Vec<Quarantined> {
        quarantine::all(self.store.as_ref(), &self.keys)
    }

    /// Deletes a copy for good, and what it was copied from where that still lies there unchanged: it would be found again
    /// at every start.
    ///
    /// # Errors
    /// When this tab may not write or the storage refuses; what was not deleted is as it was.
    pub fn discard(&mut self, copy: &Quarantined, now: Millis) -> Result<(), StoreError> {
        self.pass_time(now);
        if !self.may_write()? {
            let why = if self.stop == Some(Stop::Superseded) {
                "another tab replaced it"
            } else {
                "it is read only"
            };
            return Err(StoreError::Failed(why.to_owned()));
        }
        if let Some(found) = &copy.found
            && let Some(kept) = self.keys.read(&found.from)
            && self.store.get(&found.from)?.as_ref() == Some(&copy.value)
        {
            self.remove(&found.from)?;
            if let Kept::Document(document) = kept {
                self.untouchable.remove(&document);
                if self.documents.contains_key(&document) {
                    self.unsettled.insert(document, now);
                }
                // Uncounted at once, so that nobody misses what was let go.
                self.write_census(now);
            }
        }
        self.remove(&copy.key)?;
        self.remove(&quarantine::found_key(&copy.key))?;
        self.problems.retain(|problem| problem.copy() != Some(&copy.key));
        self.refresh_status();
        Ok(())
    }
}
