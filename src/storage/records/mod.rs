//! Where the domain meets the documents: which record of which document holds what.
//!
//! Reading takes a document apart record by record, so one bad record does not take its dossier
//! along. Writing compares two workspaces and names only what changed. A field that this version
//! does not know survives the correction of its record.
//!
//! | document | records |
//! |---|---|
//! | `partner/<id>` | `lifecycle`, `profile`, `sample`, `tags/<id>`, `links/<id>`, `fields/<id>`, `stages/<id>`, `tiers/<id>`, `touchpoints/<id>`, `commitments/<id>`, `milestones/<id>`, `traction/<id>`, `ledger/<id>`, `pulses/<id>`, and the short facts: `adjustments/<id>`, `deferrals/<id>`, `breaches/<id>`, `escalations/<id>`, `signals/<id>`, `stakeholders/<id>`, `fit/<id>`, `decision/<id>`, `asks/<id>`; `answers/<id>`; playbooks: `runs/<id>`, `copies/<id>`, `marks/<id>`; meetings: `meetings/<id>`, `briefs/<id>`, `probes/<id>`, `objections/<id>`, `notes/<id>`, `differences/<id>`; endings: `endings/<id>` |
//! | `contact/<id>` | `lifecycle`, `person`, `sample`, `research`, `links/<id>`, `employments/<id>`, `roles/<id>` |
//! | `settings/workspace` | `general`, `health_models/<id>` |
//! | `views/workspace` | `saved/<id>` |
//! | `scripts/workspace` | `own/<id>` |
//! | `agenda/workspace` | `put_off/<id>` |
//! | `playbooks/workspace` | `templates/<id>`, `runs/<id>`, `copies/<id>`, `marks/<id>` |

use std::any::Any;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::domain::checklist::Runs;
use crate::domain::contact::Research;
use crate::domain::fact::{Fact, FactKind};
use crate::domain::fields::FromJson;
use crate::domain::meeting::Meetings;
use crate::domain::table::Table;
use crate::domain::{Collection, Contact, ContactId, Id, Partner, PartnerId, Settings, Workspace};

use super::document::Document;
use super::names::{DocumentKey, NameError, RecordPath};
use super::vault::Change;

/// Kind of the documents that hold dossiers.
pub const PARTNER: &str = "partner";
/// Kind of the documents that hold people.
pub const CONTACT: &str = "contact";
/// Kind of the document that holds the settings.
pub const SETTINGS: &str = "settings";
/// Kind of the document that holds the saved views.
pub const VIEWS: &str = "views";
/// Kind of the document that holds the user's own scripts.
pub const SCRIPTS: &str = "scripts";
/// Kind of the document that holds what was put off on the agenda.
pub const AGENDA: &str = "agenda";
/// Kind of the document that holds checklists of one's own, and those at work for no partner.
pub const PLAYBOOKS: &str = "playbooks";

const WORKSPACE: &str = "workspace";
const PROFILE: &str = "profile";
const PERSON: &str = "person";
const SAMPLE: &str = "sample";
const RESEARCH: &str = "research";
const GENERAL: &str = "general";
const SAVED: &str = "saved";
const OWN: &str = "own";
const HEALTH_MODELS: &str = "health_models";
const TEMPLATES: &str = "templates";
const PUT_OFF: &str = "put_off";

/// A record that could not be understood. It counts as absent and is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The record {path} of {document} counts as absent: {why}. It is kept as it is")]
pub struct Unsettled {
    /// The document.
    pub document: DocumentKey,
    /// The record.
    pub path: String,
    /// What is wrong with it.
    pub why: String,
}

/// The document that holds a partner's dossier.
pub fn partner_key(id: PartnerId) -> Result<DocumentKey, NameError> {
    DocumentKey::new(PARTNER, &id.to_string())
}

/// The document that holds a person.
pub fn contact_key(id: ContactId) -> Result<DocumentKey, NameError> {
    DocumentKey::new(CONTACT, &id.to_string())
}

/// Brings one document of the workspace up to what is stored, and says which of its records
/// count as absent. Documents of kinds that this version does not know are left alone.
pub fn refresh(workspace: &mut Workspace, key: &DocumentKey, document: Option<&Document>) -> Vec<Unsettled> {
    let document = document.filter(|document| !document.is_deleted());
    let mut reader = Reader { key, document, unsettled: Vec::new() };
    match key.kind() {
        PARTNER => {
            let Some(id) = reader.own_id() else { return reader.unsettled };
            match reader.partner() {
                Some(partner) => workspace.partners.insert(id, Arc::new(partner)),
                None => workspace.partners.remove(&id),
            };
        }
        CONTACT => {
            let Some(id) = reader.own_id() else { return reader.unsettled };
            match reader.contact() {
                Some(contact) => workspace.contacts.insert(id, Arc::new(contact)),
                None => workspace.contacts.remove(&id),
            };
        }
        VIEWS => workspace.views = reader.all(SAVED),
        SCRIPTS => workspace.scripts = reader.all(OWN),
        AGENDA => workspace.put_off = reader.all(PUT_OFF),
        SETTINGS => {
            workspace.settings = Arc::new(reader.one::<Settings>(GENERAL).unwrap_or_default());
            workspace.health_editions = reader.all(HEALTH_MODELS);
        }
        PLAYBOOKS => {
            workspace.templates = reader.all(TEMPLATES);
            workspace.playbooks = reader.runs();
        }
        _ => {}
    }
    reader.unsettled
}

/// What has to be written so that storage says `after` where it said `before`. `stored` gives the
/// text of a record as it stands, whose unknown fields are kept.
///
/// # Errors
/// When a record cannot be written as JSON, which no record of the domain brings about.
pub fn changes<'a>(
    before: &Workspace,
    after: &Workspace,
    stored: impl Fn(&DocumentKey, &RecordPath) -> Option<&'a str>,
) -> Result<Vec<Change>, WriteError> {
    let mut writer = Writer { stored: &stored, changes: Vec::new() };
    for (id, partner) in &after.partners {
        let old = before.partners.get(id);
        if !old.is_some_and(|old| Arc::ptr_eq(old, partner)) {
            writer.partner(&partner_key(*id)?, old, partner)?;
        }
    }
    for id in before.partners.keys().filter(|id| !after.partners.contains_key(id)) {
        writer.delete(&partner_key(*id)?, RecordPath::LIFECYCLE)?;
    }
    for (id, contact) in &after.contacts {
        let old = before.contacts.get(id);
        if !old.is_some_and(|old| Arc::ptr_eq(old, contact)) {
            writer.contact(&contact_key(*id)?, old, contact)?;
        }
    }
    for id in before.contacts.keys().filter(|id| !after.contacts.contains_key(id)) {
        writer.delete(&contact_key(*id)?, RecordPath::LIFECYCLE)?;
    }
    let settings_key = DocumentKey::new(SETTINGS, WORKSPACE)?;
    writer.one(&settings_key, GENERAL, Some(&*before.settings), &*after.settings)?;
    let views_key = DocumentKey::new(VIEWS, WORKSPACE)?;
    writer.all(&views_key, SAVED, Some(&before.views), &after.views)?;
    let scripts_key = DocumentKey::new(SCRIPTS, WORKSPACE)?;
    writer.all(&scripts_key, OWN, Some(&before.scripts), &after.scripts)?;
    writer.all(&settings_key, HEALTH_MODELS, Some(&before.health_editions), &after.health_editions)?;
    let agenda_key = DocumentKey::new(AGENDA, WORKSPACE)?;
    writer.all(&agenda_key, PUT_OFF, Some(&before.put_off), &after.put_off)?;
    let playbooks_key = DocumentKey::new(PLAYBOOKS, WORKSPACE)?;
    writer.all(&playbooks_key, TEMPLATES, Some(&before.templates), &after.templates)?;
    writer.runs(&playbooks_key, Some(&before.playbooks), &after.playbooks)?;
    Ok(writer.changes)
}

/// A workspace that cannot be written down.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A record does not become JSON.
    #[error("A record could not be written down: {0}")]
    Json(#[from] serde_json::Error),
    /// A document or record has an impossible name.
    #[error("{0}")]
    Name(#[from] NameError),
}

struct Reader<'a> {
    key: &'a DocumentKey,
    document: Option<&'a Document>,
    unsettled: Vec<Unsettled>,
}

impl<'a> Reader<'a> {
    fn own_id<Of>(&mut self) -> Option<Id<Of>> {
        let id = self.key.id().parse();
        if let Err(error) = &id {
            self.absent(RecordPath::LIFECYCLE, error);
        }
        id.ok()
    }

    fn partner(&mut self) -> Option<Partner> {
        let mut partner = Partner::new(self.one(PROFILE)?);
        partner.is_sample = self.is_marked(SAMPLE);
        partner.tags = self.all("tags");
        partner.links = self.all("links");
        partner.fields = self.all("fields");
        partner.stage_changes = self.all("stages");
        partner.tier_changes = self.all("tiers");
        partner.touchpoints = self.all("touchpoints");
        partner.commitments = self.all("commitments");
        partner.milestones = self.all("milestones");
        partner.traction = self.all("traction");
        partner.ledger = self.all("ledger");
        partner.pulses = self.all("pulses");
        partner.facts = self.facts();
        partner.answers = self.all("answers");
        partner.playbooks = self.runs();
        partner.meetings = self.meetings();
        partner.endings = self.all("endings");
        Some(partner)
    }

    /// What belongs to a meeting is looked for only where there is one: most dossiers of a large workspace have none.
    fn meetings(&mut self) -> Meetings {
        let all = self.all("meetings");
        if all.is_empty() {
            return Meetings::default();
        }
        Meetings {
            all,
            briefs: self.all("briefs"),
            probes: self.all("probes"),
            objections: self.all("objections"),
            notes: self.all("notes"),
            differences: self.all("differences"),
        }
    }

    fn runs(&mut self) -> Runs {
        Runs { runs: self.all("runs"), copies: self.all("copies"), marks: self.all("marks") }
    }

    fn contact(&mut self) -> Option<Contact> {
        let mut contact = Contact::new(self.one(PERSON)?);
        contact.is_sample = self.is_marked(SAMPLE);
        contact.research = self.one(RESEARCH).unwrap_or_default();
        contact.links = self.all("links");
        contact.employments = self.all("employments");
        contact.roles = self.all("roles");
        Some(contact)
    }

    /// Whether a record is there whose being there is all it says.
    fn is_marked(&self, path: &str) -> bool {
        self.document.and_then(|document| document.records.get(path)).is_some_and(|record| !record.deleted)
    }

    fn one<T: FromJson>(&mut self, path: &str) -> Option<T> {
        let text = self.document?.records.get(path).filter(|record| !record.deleted)?.text()?;
        T::from_json(text).map_err(|error| self.absent(path, &error)).ok()
    }

    fn all<T: FromJson>(&mut self, collection: &str) -> Collection<T> {
        let mut all = Collection::new();
        for (id, path, text) in self.texts(collection) {
            match T::from_json(text) {
                Ok(entry) => drop(all.insert(Id::from_bits(id), entry)),
                Err(error) => self.absent(path, &error),
            }
        }
        all
    }

    /// The bits of their ids, the paths, and the texts of the records of a collection. Apart from
    /// [`Self::all`], to be compiled once for all kinds.
    fn texts(&mut self, collection: &str) -> Vec<(u128, &'a str, &'a str)> {
        let mut texts = Vec::new();
        let document = self.document;
        for (path, record) in document.iter().flat_map(|document| &document.records) {
            let path = path.as_str();
            let Some(id) = path.strip_prefix(collection).and_then(|rest| rest.strip_prefix('/')) else {
                continue;
            };
            let (Some(text), false) = (record.text(), record.deleted) else { continue };
            match Id::<()>::from_str(id) {
                Ok(id) => texts.push((id.bits(), path, text)),
                Err(error) => self.absent(path, &error),
            }
        }
        texts
    }

    fn facts(&mut self) -> Collection<Fact> {
        let Some(document) = self.document else { return Collection::new() };
        let mut facts = Vec::new();
        for (path, record) in &document.records {
            let Some((collection, id)) = path.as_str().split_once('/') else { continue };
            let Some(kind) = FactKind::of_collection(collection) else { continue };
            let (Some(text), false) = (record.text(), record.deleted) else { continue };
            match (Id::from_str(id), FromJson::from_json(text).map(|written| Fact::read(kind, written))) {
                (Ok(id), Ok(Ok(fact))) => facts.push((id, fact)),
                (_, Err(error)) => self.absent(path.as_str(), &error),
                (_, Ok(Err(refusal))) => self.absent(path.as_str(), &refusal),
                (Err(error), _) => self.absent(path.as_str(), &error),
            }
        }
        facts.into_iter().collect()
    }

    fn absent(&mut self, path: &str, why: &dyn std::fmt::Display) {
        self.unsettled.push(Unsettled {
            document: self.key.clone(),
            path: path.to_owned(),
            why: why.to_string(),
        });
    }
}

/// A record as it is written, whatever its kind. Behind a pointer, so that writing is compiled once
/// and not for each of a dozen kinds.
trait Writable {
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
trait WritableCollection {
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

type Stored<'w, 'a> = dyn Fn(&DocumentKey, &RecordPath) -> Option<&'a str> + 'w;

struct Writer<'w, 'a> {
    stored: &'w Stored<'w, 'a>,
    changes: Vec<Change>,
}

impl Writer<'_, '_> {
    fn partner(
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

    fn runs(&mut self, key: &DocumentKey, before: Option<&Runs>, after: &Runs) -> Result<(), WriteError> {
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

    fn contact(
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

    fn one(
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

    fn all<T: Serialize + PartialEq + 'static>(
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

    fn delete(&mut self, key: &DocumentKey, path: &str) -> Result<(), WriteError> {
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
