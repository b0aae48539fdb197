//! From documents to the domain, record by record.

use std::str::FromStr;

use crate::domain::checklist::Runs;
use crate::domain::fact::{Fact, FactKind};
use crate::domain::fields::FromJson;
use crate::domain::meeting::Meetings;
use crate::domain::{Collection, Contact, Id, Partner};
use crate::storage::document::Document;
use crate::storage::names::{DocumentKey, RecordPath};

use super::{PERSON, PROFILE, RESEARCH, SAMPLE, Unsettled};

/// Reads one document. What it cannot understand it notes.
pub(super) struct Reader<'a> {
    pub(super) key: &'a DocumentKey,
    pub(super) document: Option<&'a Document>,
    pub(super) unsettled: Vec<Unsettled>,
}

impl<'a> Reader<'a> {
    pub(super) fn own_id<Of>(&mut self) -> Option<Id<Of>> {
        let id = self.key.id().parse();
        if let Err(error) = &id {
            self.absent(RecordPath::LIFECYCLE, error);
        }
        id.ok()
    }

    pub(super) fn partner(&mut self) -> Option<Partner> {
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

    pub(super) fn runs(&mut self) -> Runs {
        Runs { runs: self.all("runs"), copies: self.all("copies"), marks: self.all("marks") }
    }

    pub(super) fn contact(&mut self) -> Option<Contact> {
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

    pub(super) fn one<T: FromJson>(&mut self, path: &str) -> Option<T> {
        let text = self.document?.records.get(path).filter(|record| !record.deleted)?.text()?;
        T::from_json(text).map_err(|error| self.absent(path, &error)).ok()
    }

    pub(super) fn all<T: FromJson>(&mut self, collection: &str) -> Collection<T> {
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
