//! A first look at a workspace: a few partners of it, for a page that shows them before it has opened the vault.
//!
//! Opening reads everything, which takes the longer the more there is, and the first picture shows ten partners. What is
//! seen here is shown and nothing else: it is neither written nor reported, and the vault has the last word a moment later.

use crate::domain::{PartnerId, Workspace};

use super::keys::Keys;
use super::meta::Meta;
use super::migrate::Migrations;
use super::records;
use super::store::Store;
use super::written::read_document;

/// The workspace of that name with these of its partners alone, its settings and its views; partners that are no longer
/// there are left out. `None` where the vault might show something else of them: none is there, a document is damaged or of
/// another life, a later build has the last word, or an action has left something that its documents lack.
#[must_use]
pub fn first_look(store: &dyn Store, workspace: &str, partners: &[PartnerId]) -> Option<Workspace> {
    let keys = Keys::of(workspace);
    let meta = Meta::decode(&store.get(&keys.meta()).ok()??).ok()?;
    let is_at_rest = !store.keys().ok()?.iter().any(|key| keys.is_unfinished(key));
    if meta.is_beyond_us() || !is_at_rest {
        return None;
    }
    let mut seen = Workspace::default();
    let of_all = [records::SETTINGS, records::VIEWS].map(records::workspace_key);
    for document in partners.iter().map(|id| records::partner_key(*id)).chain(of_all) {
        let document = document.ok()?;
        let Some(value) = store.get(&keys.document(&document)).ok()? else { continue };
        let read = read_document(&document, &value, Migrations::current()).ok()?;
        if read.generation != meta.generation {
            return None;
        }
        records::refresh(&mut seen, &document, Some(&read.content));
    }
    (!seen.partners.is_empty()).then_some(seen)
}
