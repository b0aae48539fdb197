//! Two partners become one.

use super::{joined, line_up, line_up_links, take_over};
use crate::domain::contact::Contact;
use crate::domain::date::Date;
use crate::domain::link::{Link, LinkAddress};
use crate::domain::moment::Moment;
use crate::domain::partner::{Partner, PartnerId, Profile};
use crate::domain::refusal::Refusal;
use crate::domain::table::Table;
use crate::domain::workspace::Workspace;
use crate::domain::{Collection, ContactId};
use std::sync::Arc;

impl Workspace {
    /// Hands everything of `gone` over to `stays`, and deletes `gone`.
    ///
    /// Name, kind, stage, tier and their histories are those of `stays`. It counts as tracked, and launched, since the
    /// earlier of both days. People keep the places they have at either.
    ///
    /// Refuses when one of them is gone already, when both are the same, when `gone` has an ending, whose history is
    /// read-only, and notes that together are too long.
    pub fn merge_partners(
        &mut self,
        stays: PartnerId,
        gone: PartnerId,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        if stays == gone {
            return Err(Refusal::MergedWithItself);
        }
        let leaving = Arc::clone(self.partner(gone).ok_or(Refusal::Gone { what: "This partner" })?);
        if !leaving.chapters().is_empty() {
            return Err(Refusal::HasEnding { name: leaving.profile.name.to_string() });
        }
        let merged = self.partner_mut(stays)?;
        // Made beside what is there, so that a refusal changes nothing.
        let mut partner = merged.clone();
        take_profile(&mut partner, &leaving.profile, &leaving, moment)?;
        take_records(&mut partner, &leaving);
        *merged = partner;
        self.partners.remove(&gone);
        move_people(&mut self.contacts, gone, stays);
        Ok(())
    }
}

fn take_profile(
    partner: &mut Partner,
    other: &Profile,
    leaving: &Partner,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let own = partner.profile.clone();
    let named = (!own.name.has_same_letters(&other.name)).then(|| other.name.to_string());
    let owner = other.owner.as_ref().filter(|owner| own.owner.as_ref().is_some_and(|own| own != *owner));
    let differing = leaving.fields.values().filter(|field| {
        partner
            .fields
            .values()
            .any(|known| known.name.has_same_letters(&field.name) && known.value != field.value)
    });
    let differing = differing.map(|field| format!("{}: {}", field.name, field.value));
    let more: Vec<String> =
        named.into_iter().chain(owner.map(ToString::to_string)).chain(differing).collect();
    let notes = joined(own.notes.as_ref(), other.notes.as_ref(), more)?;
    partner.profile = Profile {
        domain: own.domain.clone().or_else(|| other.domain.clone()),
        owner: own.owner.or_else(|| other.owner.clone()),
        notes,
        launched_on: earlier(own.launched_on, other.launched_on),
        tracked_from: own.tracked_from.min(other.tracked_from),
        ..own
    };
    line_up_links(&mut partner.links, &leaving.links);
    if let Some(domain) =
        other.domain.as_ref().filter(|domain| partner.profile.domain.as_ref() != Some(*domain))
        && let Ok(address) = LinkAddress::parse(domain.as_str())
    {
        let link = Link::new(None, address);
        let one = Collection::from_iter([(moment.new_id(), link)]);
        line_up_links(&mut partner.links, &one);
    }
    line_up(&mut partner.fields, &leaving.fields, |known, other| known.name.has_same_letters(&other.name));
    Ok(())
}

fn take_records(partner: &mut Partner, leaving: &Partner) {
    // Taken apart, so that a kind of record to come cannot be forgotten. What is named without being taken is said to
    // stay that of the partner that stays: who it is, and how its stage and tier went.
    let Partner {
        profile: _,
        is_sample,
        tags,
        links: _,
        fields: _,
        stage_changes: _,
        tier_changes: _,
        touchpoints,
        commitments,
        milestones,
        traction,
        ledger,
        pulses,
        facts,
        answers,
        playbooks,
        meetings,
        endings,
    } = leaving;
    partner.is_sample &= is_sample;
    take_over(&mut partner.tags, tags);
    take_over(&mut partner.touchpoints, touchpoints);
    take_over(&mut partner.commitments, commitments);
    take_over(&mut partner.milestones, milestones);
    take_over(&mut partner.traction, traction);
    take_over(&mut partner.ledger, ledger);
    take_over(&mut partner.pulses, pulses);
    take_over(&mut partner.facts, facts);
    take_over(&mut partner.answers, answers);
    take_over(&mut partner.playbooks.runs, &playbooks.runs);
    take_over(&mut partner.playbooks.copies, &playbooks.copies);
    take_over(&mut partner.playbooks.marks, &playbooks.marks);
    take_over(&mut partner.meetings.all, &meetings.all);
    take_over(&mut partner.meetings.briefs, &meetings.briefs);
    take_over(&mut partner.meetings.probes, &meetings.probes);
    take_over(&mut partner.meetings.objections, &meetings.objections);
    take_over(&mut partner.meetings.notes, &meetings.notes);
    take_over(&mut partner.meetings.differences, &meetings.differences);
    // No chapter is among them, so none can meet one of the same number.
    take_over(&mut partner.endings, endings);
}

/// Gives everybody the place at `stays` that they have at `gone`, unless they have the same there.
fn move_people(contacts: &mut Table<ContactId, Arc<Contact>>, gone: PartnerId, stays: PartnerId) {
    let named: Vec<ContactId> = contacts
        .iter()
        .filter(|(_, contact)| {
            contact.employments.values().any(|job| job.partner == gone)
                || contact.roles.values().any(|held| held.partner == gone)
        })
        .map(|(id, _)| *id)
        .collect();
    for id in named {
        let Some(contact) = contacts.get_mut(&id).map(Arc::make_mut) else { continue };
        let jobs: Vec<_> = contact.employments.iter().filter(|(_, job)| job.partner == gone).collect();
        let jobs: Vec<_> = jobs.into_iter().map(|(id, job)| (*id, job.clone())).collect();
        for (job_id, mut job) in jobs {
            job.partner = stays;
            contact.employments.remove(&job_id);
            contact.settle_employment(job_id, job);
        }
        let roles: Vec<_> = contact.roles.iter().filter(|(_, held)| held.partner == gone).collect();
        let roles: Vec<_> = roles.into_iter().map(|(id, held)| (*id, held.clone())).collect();
        for (role_id, mut held) in roles {
            held.partner = stays;
            contact.roles.remove(&role_id);
            contact.settle_role(role_id, held);
        }
    }
}

fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    [one, other].into_iter().flatten().min()
}
