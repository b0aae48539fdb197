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

mod reader;
mod writer;

use std::sync::Arc;

use crate::domain::{ContactId, PartnerId, Settings, Workspace};

use super::document::Document;
use super::names::{DocumentKey, NameError, RecordPath};
use super::vault::Change;
use reader::Reader;
use writer::Writer;

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

/// The one document of a kind that belongs to the workspace as a whole.
pub fn workspace_key(kind: &str) -> Result<DocumentKey, NameError> {
    DocumentKey::new(kind, WORKSPACE)
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
    let settings_key = workspace_key(SETTINGS)?;
    writer.one(&settings_key, GENERAL, Some(&*before.settings), &*after.settings)?;
    let views_key = workspace_key(VIEWS)?;
    writer.all(&views_key, SAVED, Some(&before.views), &after.views)?;
    let scripts_key = workspace_key(SCRIPTS)?;
    writer.all(&scripts_key, OWN, Some(&before.scripts), &after.scripts)?;
    writer.all(&settings_key, HEALTH_MODELS, Some(&before.health_editions), &after.health_editions)?;
    let agenda_key = workspace_key(AGENDA)?;
    writer.all(&agenda_key, PUT_OFF, Some(&before.put_off), &after.put_off)?;
    let playbooks_key = workspace_key(PLAYBOOKS)?;
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
