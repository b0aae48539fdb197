//! From the domain to documents: only what changed.

use std::any::Any;
use std::sync::Arc;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::domain::checklist::Runs;
use crate::domain::contact::Research;
use crate::domain::fact::Fact;
use crate::domain::meeting::Meetings;
use crate::domain::table::Table;
use crate::domain::{Collection, Contact, Id, Partner};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::vault::Change;

use super::{PERSON, PROFILE, RESEARCH, SAMPLE, WriteError};

/// A record as it is written, whatever its kind. Behind a pointer, so that writing is compiled once
/// and not for each of a dozen kinds.
pub(super) trait Writable {
    fn as_any(&self) -> &dyn Any;

    fn is_same(&self, other: &dyn Writable) -> bool;

    fn json(&self) -> serde_json::Result<String>;
}

impl<T: Serialize + PartialEq + 'static> Writable for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Writable) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// Records of one kind by the bits of their ids, whatever their kind.
pub(super) trait WritableCollection {
    fn at(&self, place: usize) -> Option<(u128, &dyn Writable)>;

    fn of(&self, id: u128) -> Option<&dyn Writable>;
}

impl<T: Serialize + PartialEq + 'static> WritableCollection for Collection<T> {
    fn at(&self, place: usize) -> Option<(u128, &dyn Writable)> {
        self.iter().nth(place).map(|(id, record)| (id.bits(), record as &dyn Writable))
    }

    fn of(&self, id: u128) -> Option<&dyn Writable> {
        self.get(&Id::from_bits(id)).map(|record| record as &dyn Writable)
    }
}

/// The text of a record as it stands.
pub(super) type Stored<'w, 'a> = dyn Fn(&DocumentKey, &RecordPath) -> Option<&'a str> + 'w;

/// Gathers what has to be written.
pub(super) struct Writer<'w, 'a> {
    pub(super) stored: &'w Stored<'w, 'a>,
    pub(super) changes: Vec<Change>,
}

impl Writer<'_, '_> {
    pub(super) fn partner(
        &mut self,
        key: &DocumentKey,
        before: Option<&Arc<Partner>>,
        after: &Partner,
    ) -> Result<(), WriteError> {
        let before = before.map(Arc::as_ref);
        self.begin(key, before.is_none())?;
        self.one(key, PROFILE, before.map(|partner| &partner.profile as &dyn Writable), &after.profile)?;
        self.mark(key, SAMPLE, before.is_some_and(|partner| partner.is_sample), after.is_sample)?;
        self.all(key, "tags", before.map(|partner| &partner.tags), &after.tags)?;
        self.all(key, "links", before.map(|partner| &partner.links), &after.links)?;
        self.all(key, "fields", before.map(|partner| &partner.fields), &after.fields)?;
        self.all(key, "stages", before.map(|partner| &partner.stage_changes), &after.stage_changes)?;
        self.all(key, "tiers", before.map(|partner| &partner.tier_changes), &after.tier_changes)?;
        self.all(key, "touchpoints", before.map(|partner| &partner.touchpoints), &after.touchpoints)?;
        self.all(key, "commitments", before.map(|partner| &partner.commitments), &after.commitments)?;
        self.all(key, "milestones", before.map(|partner| &partner.milestones), &after.milestones)?;
        self.all(key, "traction", before.map(|partner| &partner.traction), &after.traction)?;
        self.all(key, "ledger", before.map(|partner| &partner.ledger), &after.ledger)?;
        self.all(key, "pulses", before.map(|partner| &partner.pulses), &after.pulses)?;
        self.facts(key, before.map(|partner| &partner.facts), &after.facts)?;
        self.all(key, "answers", before.map(|partner| &partner.answers), &after.answers)?;
        self.runs(key, before.map(|partner| &partner.playbooks), &after.playbooks)?;
        self.all(key, "endings", before.map(|partner| &partner.endings), &after.endings)?;
        self.meetings(key, before.map(|partner| &partner.meetings), &after.meetings)
    }

    fn meetings(
        &mut self,
        key: &DocumentKey,
        before: Option<&Meetings>,
        after: &Meetings,
    ) -> Result<(), WriteError> {
        if before.is_some_and(|before| before.is_same(after)) {
            return Ok(());
        }
        self.all(key, "meetings", before.map(|before| &before.all), &after.all)?;
        self.all(key, "briefs", before.map(|before| &before.briefs), &after.briefs)?;
        self.all(key, "probes", before.map(|before| &before.probes), &after.probes)?;
        self.all(key, "objections", before.map(|before| &before.objections), &after.objections)?;
        self.all(key, "notes", before.map(|before| &before.notes), &after.notes)?;
        self.all(key, "differences", before.map(|before| &before.differences), &after.differences)
    }

    pub(super) fn runs(
        &mut self,
        key: &DocumentKey,
        before: Option<&Runs>,
        after: &Runs,
    ) -> Result<(), WriteError> {
        self.all(key, "runs", before.map(|before| &before.runs), &after.runs)?;
        self.all(key, "copies", before.map(|before| &before.copies), &after.copies)?;
        self.all(key, "marks", before.map(|before| &before.marks), &after.marks)
    }

    fn facts(
        &mut self,
        key: &DocumentKey,
        before: Option<&Collection<Fact>>,
        after: &Collection<Fact>,
    ) -> Result<(), WriteError> {
        if before.is_some_and(|before| before.ptr_eq(after)) {
            return Ok(());
        }
        let path = |id: &Id<Fact>, fact: &Fact| format!("{}/{id}", fact.kind().collection());
        for (id, fact) in after {
            let old = before.and_then(|before| before.get(id)).filter(|old| old.kind() == fact.kind());
            self.one(key, &path(id, fact), old.map(|fact| fact as &dyn Writable), fact)?;
        }
        for (id, old) in before.into_iter().flatten() {
            if after.get(id).is_none_or(|fact| fact.kind() != old.kind()) {
                self.delete(key, &path(id, old))?;
            }
        }
        Ok(())
    }

    pub(super) fn contact(
        &mut self,
        key: &DocumentKey,
        before: Option<&Arc<Contact>>,
        after: &Contact,
    ) -> Result<(), WriteError> {
        let before = before.map(Arc::as_ref);
        self.begin(key, before.is_none())?;
        self.one(key, PERSON, before.map(|contact| &contact.person as &dyn Writable), &after.person)?;
        self.mark(key, SAMPLE, before.is_some_and(|contact| contact.is_sample), after.is_sample)?;
        // A person nobody looked into has no such record.
        let nothing = Research::default();
        let research = before.map_or(&nothing, |contact| &contact.research);
        self.one(key, RESEARCH, Some(research), &after.research)?;
        self.all(key, "links", before.map(|contact| &contact.links), &after.links)?;
        self.all(key, "employments", before.map(|contact| &contact.employments), &after.employments)?;
        self.all(key, "roles", before.map(|contact| &contact.roles), &after.roles)
    }

    /// A document begins with its lifecycle, by which it is deleted later.
    fn begin(&mut self, key: &DocumentKey, is_new: bool) -> Result<(), WriteError> {
        self.mark(key, RecordPath::LIFECYCLE, false, is_new)
    }

    fn mark(&mut self, key: &DocumentKey, path: &str, was: bool, is: bool) -> Result<(), WriteError> {
        if was == is {
            return Ok(());
        }
        if !is {
            return self.delete(key, path);
        }
        let (path, value) = (RecordPath::new(path)?, Some(RawValue::from_string("{}".to_owned())?));
        self.changes.push(Change { document: key.clone(), path, value });
        Ok(())
    }

    pub(super) fn one(
        &mut self,
        key: &DocumentKey,
        path: &str,
        before: Option<&dyn Writable>,
        after: &dyn Writable,
    ) -> Result<(), WriteError> {
        let is_same = |before: &dyn Writable| std::ptr::addr_eq(before, after) || before.is_same(after);
        if before.is_some_and(is_same) {
            return Ok(());
        }
        let path = RecordPath::new(path)?;
        let text = match (before, (self.stored)(key, &path)) {
            (Some(before), Some(stored)) => with_unknown_fields(stored, &before.json()?, after.json()?)?,
            _ => after.json()?,
        };
        let value = Some(RawValue::from_string(text)?);
        self.changes.push(Change { document: key.clone(), path, value });
        Ok(())
    }

    pub(super) fn all<T: Serialize + PartialEq + 'static>(
        &mut self,
        key: &DocumentKey,
        collection: &str,
        before: Option<&Collection<T>>,
        after: &Collection<T>,
    ) -> Result<(), WriteError> {
        if before.is_some_and(|before| before.ptr_eq(after)) {
            return Ok(());
        }
        self.every(key, collection, before.map(|before| before as &dyn WritableCollection), after)
    }

    fn every(
        &mut self,
        key: &DocumentKey,
        collection: &str,
        before: Option<&dyn WritableCollection>,
        after: &dyn WritableCollection,
    ) -> Result<(), WriteError> {
        let path = |id: u128| format!("{collection}/{}", Id::<()>::from_bits(id));
        for (id, entry) in (0..).map_while(|place| after.at(place)) {
            let old = before.and_then(|before| before.of(id));
            self.one(key, &path(id), old, entry)?;
        }
        for (id, _) in before.iter().flat_map(|before| (0..).map_while(|place| before.at(place))) {
            if after.of(id).is_none() {
                self.delete(key, &path(id))?;
            }
        }
        Ok(())
    }

    pub(super) fn delete(&mut self, key: &DocumentKey, path: &str) -> Result<(), WriteError> {
        self.changes.push(Change { document: key.clone(), path: RecordPath::new(path)?, value: None });
        Ok(())
    }
}

/// The text `after`, with the fields of `stored` that do not come from `before`: those that a newer
/// version wrote and this one does not know.
fn with_unknown_fields(stored: &str, before: &str, after: String) -> Result<String, WriteError> {
    // Text compared first, because it is equal for all records that this version wrote.
    if before == stored {
        return Ok(after);
    }
    let fields = |text: &str| serde_json::from_str::<Table<String, Box<RawValue>>>(text);
    let known = fields(before)?;
    let mut merged = fields(&after)?;
    for (name, value) in fields(stored)?.into_iter().filter(|(name, _)| !known.contains_key(name)) {
        merged.get_or_insert_with(name, || value);
    }
    Ok(serde_json::to_string(&merged)?)
}
