//! Two people become one.

use std::sync::Arc;

use super::{joined, line_up_links, take_over};
use crate::domain::collection::Collection;
use crate::domain::contact::{Contact, ContactId, Employment, Person, Research, RoleHeld};
use crate::domain::fact::{Fact, Who};
use crate::domain::fields::FromJson;
use crate::domain::id::Id;
use crate::domain::partner::Partner;
use crate::domain::refusal::Refusal;
use crate::domain::script::Answer;
use crate::domain::sealed::Sealed;
use crate::domain::text::{EmailAddress, Line, Note};
use crate::domain::workspace::Workspace;

impl Workspace {
    /// Hands everything of the person `gone` over to `stays`, and deletes `gone`.
    ///
    /// Another name, address or number of `gone` goes into the notes. Touchpoints, meetings, stakeholders, answers to
    /// scripts and endings that named `gone` name `stays`.
    ///
    /// Refuses when one of them is gone already, when both are the same, and notes that together are too long.
    pub fn merge_contacts(&mut self, stays: ContactId, gone: ContactId) -> Result<(), Refusal> {
        if stays == gone {
            return Err(Refusal::MergedWithItself);
        }
        let leaving =
            self.contacts.get(&gone).map(Arc::clone).ok_or(Refusal::Gone { what: "This person" })?;
        let merged = self.contact_mut(stays)?;
        let mut contact = merged.clone();
        contact.take_from(&leaving)?;
        *merged = contact;
        self.contacts.remove(&gone);
        let naming: Vec<_> = self.partners.keys().copied().collect();
        for id in naming {
            let Some(partner) = self.partners.get(&id) else { continue };
            let renamed = renamed(partner, gone, stays);
            if let Some(renamed) = renamed {
                self.partners.insert(id, Arc::new(renamed));
            }
        }
        Ok(())
    }
}

impl Contact {
    fn take_from(&mut self, leaving: &Self) -> Result<(), Refusal> {
        // Taken apart, so that a kind of record to come cannot be forgotten.
        let Self { person: other, is_sample, research, links, employments, roles } = leaving;
        let own = self.person.clone();
        let email = other.email.as_ref().map(EmailAddress::as_str);
        let phone = other.phone.as_ref().map(Line::as_str);
        let told = [
            (!own.name.has_same_letters(&other.name)).then(|| other.name.as_str()),
            email.filter(|email| own.email.as_ref().is_some_and(|own| own.as_str() != *email)),
            phone.filter(|phone| own.phone.as_ref().is_some_and(|own| own.as_str() != *phone)),
        ];
        let told = told.into_iter().flatten().map(ToOwned::to_owned);
        let notes = joined(own.notes.as_ref(), other.notes.as_ref(), told)?;
        self.person = Person {
            email: own.email.or_else(|| other.email.clone()),
            phone: own.phone.or_else(|| other.phone.clone()),
            tier: own.tier.or(other.tier),
            nurture: own.nurture || other.nurture,
            notes,
            ..own
        };
        let both = |own: &Option<Note>, other: &Option<Note>| joined(own.as_ref(), other.as_ref(), []);
        self.research = Research {
            path: both(&self.research.path, &research.path)?,
            shares: both(&self.research.shares, &research.shares)?,
            said: both(&self.research.said, &research.said)?,
            cares_about: both(&self.research.cares_about, &research.cares_about)?,
        };
        self.is_sample &= is_sample;
        line_up_links(&mut self.links, links);
        for (id, job) in employments {
            self.settle_employment(*id, job.clone());
        }
        for (id, held) in roles {
            self.settle_role(*id, held.clone());
        }
        Ok(())
    }

    /// Adds an employment, unless the same time at the same partner is there; then a title fills the gap.
    pub(super) fn settle_employment(&mut self, id: Id<Employment>, job: Employment) {
        let is_same =
            |known: &Employment| (known.partner, known.from, known.to) == (job.partner, job.from, job.to);
        let same =
            self.employments.iter().find(|(_, known)| is_same(known)).map(|(id, known)| (*id, known.clone()));
        match same {
            Some((_, known)) if known.title.is_some() && job.title.is_some() && known.title != job.title => {
                self.employments.insert(id, job);
            }
            Some((known_id, known)) if known.title.is_none() => {
                self.employments.insert(known_id, Employment { title: job.title, ..known });
            }
            Some(_) => {}
            None => {
                self.employments.insert(id, job);
            }
        }
    }

    /// Adds a role, unless the same time in the same role is there.
    pub(super) fn settle_role(&mut self, id: Id<RoleHeld>, held: RoleHeld) {
        if !self.roles.values().any(|known| *known == held) {
            self.roles.insert(id, held);
        }
    }
}

/// The partner with one person named for another; `None` where nobody names them.
fn renamed(partner: &Partner, gone: ContactId, stays: ContactId) -> Option<Partner> {
    let mut renamed = partner.clone();
    rename_in(
        &mut renamed.touchpoints,
        |touch| rename_among(&touch.with, gone, stays),
        |touch, with| touch.with = with,
    );
    rename_in(
        &mut renamed.meetings.all,
        |meeting| rename_among(&meeting.with, gone, stays),
        |meeting, with| meeting.with = with,
    );
    rename_in(
        &mut renamed.facts,
        |fact| match fact {
            Fact::Stakeholder(stakeholder) if stakeholder.who == Who::Contact(gone) => {
                Some(Who::Contact(stays))
            }
            _ => None,
        },
        |fact, who| {
            if let Fact::Stakeholder(stakeholder) = fact {
                stakeholder.who = who;
            }
        },
    );
    let sealed = |record: &Sealed| record.renamed(gone, stays);
    for records in [
        &mut renamed.endings,
        &mut renamed.meetings.briefs,
        &mut renamed.meetings.probes,
        &mut renamed.meetings.objections,
        &mut renamed.meetings.notes,
        &mut renamed.meetings.differences,
    ] {
        rename_in(records, sealed, |record, renamed| *record = renamed);
    }
    rename_answers(&mut renamed.answers, gone, stays);
    (renamed != *partner).then_some(renamed)
}

/// Changes the records of which `new` makes something; the others are not copied.
fn rename_in<E: Clone, N>(
    all: &mut Collection<E>,
    new: impl Fn(&E) -> Option<N>,
    mut put: impl FnMut(&mut E, N),
) {
    let changed: Vec<_> = all.iter().filter_map(|(id, record)| Some((*id, new(record)?))).collect();
    for (id, new) in changed {
        if let Some(record) = all.get_mut(&id) {
            put(record, new);
        }
    }
}

fn rename_among(with: &[ContactId], gone: ContactId, stays: ContactId) -> Option<Vec<ContactId>> {
    with.contains(&gone).then(|| {
        let mut renamed: Vec<ContactId> = Vec::with_capacity(with.len());
        for id in with.iter().map(|id| if *id == gone { stays } else { *id }) {
            if !renamed.contains(&id) {
                renamed.push(id);
            }
        }
        renamed
    })
}

/// The id of an answer follows from whom it belongs to; what the one that stays said already holds.
fn rename_answers(answers: &mut Collection<Sealed>, gone: ContactId, stays: ContactId) {
    let read =
        |sealed: &Sealed| Answer::from_json(sealed.text()).ok().filter(|answer| answer.contact == Some(gone));
    let theirs: Vec<_> = answers.iter().filter_map(|(id, sealed)| Some((*id, read(sealed)?))).collect();
    let mut moved = Collection::new();
    for (id, answer) in theirs {
        answers.remove(&id);
        let answer = Answer { contact: Some(stays), ..answer };
        if let Some(sealed) = Sealed::of(&answer) {
            moved.insert(Answer::id(&answer.field, answer.contact), sealed);
        }
    }
    take_over(answers, &moved);
}
