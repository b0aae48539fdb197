//! The workspace: all partners, all people, saved views, and the settings.

use std::sync::Arc;

use super::checklist::{Home, RunId, Runs, Template, TemplateId, Traits};
use super::collection::Collection;
use super::contact::{Contact, ContactId};
use super::date::Date;
use super::health::model::{HealthModel, ModelEdition, in_force};
use super::meeting::{Meeting, MeetingId};
use super::moment::Moment;
use super::order::sorted_by;
use super::partner::{Partner, PartnerId, PartnerKind, Profile, Stage, StageChange, Tier, TierChange};
use super::put_off::PutOff;
use super::refusal::Refusal;
use super::sealed::Sealed;
use super::settings::Settings;
use super::table::Table;
use super::text::{Domain, Line, PartnerName};
use super::view::SavedView;

/// Everything one workbench holds. A copy is cheap: documents are shared pointers, copied when
/// changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    /// The dossiers.
    pub partners: Table<PartnerId, Arc<Partner>>,
    /// The people.
    pub contacts: Table<ContactId, Arc<Contact>>,
    /// Views of the partners table, saved under a name; they carry their order.
    pub views: Collection<SavedView>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// Every edition of the health model; the latest counts.
    pub health_editions: Collection<ModelEdition>,
    /// The user's own scripts ([`super::script::Script`]).
    pub scripts: Collection<Sealed>,
    /// Checklists of one's own.
    pub templates: Collection<Template>,
    /// Checklists at work that belong to no partner.
    pub playbooks: Runs,
    /// Rows of the agenda that were put off.
    pub put_off: Collection<PutOff>,
}

/// What it takes to add a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPartner {
    /// Display name.
    pub name: PartnerName,
    /// Web domain.
    pub domain: Option<Domain>,
    /// What kind of partnership.
    pub kind: PartnerKind,
    /// Where it stands today.
    pub stage: Stage,
    /// How much we invest.
    pub tier: Tier,
    /// Who is responsible on our side.
    pub owner: Option<Line<120>>,
}

impl Workspace {
    /// Whether both are the very same, told by their pointers and without looking into anything.
    pub fn is_same(&self, other: &Self) -> bool {
        // Taken apart, so that a field to come cannot be forgotten: a change to it would not be shown.
        let Self {
            partners,
            contacts,
            views,
            settings,
            health_editions,
            scripts,
            templates,
            playbooks,
            put_off,
        } = self;
        partners.ptr_eq(&other.partners)
            && contacts.ptr_eq(&other.contacts)
            && views.ptr_eq(&other.views)
            && Arc::ptr_eq(settings, &other.settings)
            && health_editions.ptr_eq(&other.health_editions)
            && scripts.ptr_eq(&other.scripts)
            && templates.ptr_eq(&other.templates)
            && playbooks.is_same(&other.playbooks)
            && put_off.ptr_eq(&other.put_off)
    }

    /// The dossier of a partner.
    pub fn partner(&self, id: PartnerId) -> Option<&Arc<Partner>> {
        self.partners.get(&id)
    }

    /// A meeting, and whose it is.
    pub fn meeting(&self, id: MeetingId) -> Option<(PartnerId, &Meeting)> {
        self.partners.iter().find_map(|(partner, dossier)| Some((*partner, dossier.meetings.all.get(&id)?)))
    }

    /// Adds a partner whose stage, tier and tracking begin today; a partner that begins in
    /// Onboarding or Active counts as launched today until another day is given. Refuses a domain
    /// that another partner has.
    pub fn add_partner(&mut self, new: NewPartner, moment: &mut Moment<'_>) -> Result<PartnerId, Refusal> {
        self.refuse_taken_domain(new.domain.as_ref(), None)?;
        let today = moment.today();
        let mut partner = Partner::new(Profile {
            name: new.name,
            domain: new.domain,
            kind: new.kind,
            owner: new.owner,
            notes: None,
            launched_on: new.stage.is_worked_with().then_some(today),
            tracked_from: today,
        });
        partner.stage_changes.insert(moment.new_id(), StageChange { on: today, to: new.stage, reason: None });
        partner.tier_changes.insert(moment.new_id(), TierChange { on: today, to: new.tier });
        let id = moment.new_id();
        self.partners.insert(id, Arc::new(partner));
        Ok(id)
    }

    /// The dossier of a partner, to change it. Refuses when it is gone.
    pub fn partner_mut(&mut self, id: PartnerId) -> Result<&mut Partner, Refusal> {
        self.partners.get_mut(&id).map(Arc::make_mut).ok_or(Refusal::Gone { what: "This partner" })
    }

    /// Replaces a partner's profile. Refuses a domain that another partner has, and what
    /// [`Partner::edit_profile`] refuses.
    pub fn edit_profile(
        &mut self,
        id: PartnerId,
        profile: Profile,
        moment: &Moment<'_>,
    ) -> Result<(), Refusal> {
        self.refuse_taken_domain(profile.domain.as_ref(), Some(id))?;
        self.partner_mut(id)?.edit_profile(profile, moment.today())
    }

    /// Deletes a partner with everything that belongs to it.
    pub fn remove_partner(&mut self, id: PartnerId) -> Result<(), Refusal> {
        self.partners.remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: "This partner" })
    }

    /// Adds a person.
    pub fn add_contact(&mut self, contact: Contact, moment: &mut Moment<'_>) -> ContactId {
        let id = moment.new_id();
        self.contacts.insert(id, Arc::new(contact));
        id
    }

    /// A person, to change them. Refuses when they are gone.
    pub fn contact_mut(&mut self, id: ContactId) -> Result<&mut Contact, Refusal> {
        self.contacts.get_mut(&id).map(Arc::make_mut).ok_or(Refusal::Gone { what: "This person" })
    }

    /// Deletes a person with their history.
    pub fn remove_contact(&mut self, id: ContactId) -> Result<(), Refusal> {
        self.contacts.remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: "This person" })
    }

    /// Whether anything of the sample is here.
    pub fn has_sample(&self) -> bool {
        self.partners.values().any(|partner| partner.is_sample)
            || self.contacts.values().any(|contact| contact.is_sample)
    }

    /// Deletes the partners and people of the sample, with whatever was added to them; what the user
    /// added beside them stays.
    pub fn remove_sample(&mut self) {
        self.partners.retain(|_, partner| !partner.is_sample);
        self.contacts.retain(|_, contact| !contact.is_sample);
    }

    /// Replaces the settings.
    pub fn change_settings(&mut self, settings: Settings) {
        self.settings = Arc::new(settings);
    }

    /// The health model in force, and what the stored one breaks if the default stands in for it.
    pub fn health_model(&self) -> (HealthModel, Option<Refusal>) {
        in_force(&self.health_editions)
    }

    /// Makes an edition of the health model, dated today, the one in force. Refuses what
    /// [`ModelEdition::model`] refuses.
    pub fn edit_health_model(
        &mut self,
        edition: ModelEdition,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        edition.model()?;
        let edition = ModelEdition { on: moment.today(), ..edition };
        self.health_editions.insert(moment.new_id(), edition);
        Ok(())
    }

    /// The playbooks of a partner, or our own.
    pub fn runs(&self, home: Home) -> Option<&Runs> {
        match home {
            Some(id) => self.partner(id).map(|partner| &partner.playbooks),
            None => Some(&self.playbooks),
        }
    }

    /// The playbooks of a partner, or our own, to change them. Refuses when the partner is gone.
    pub fn runs_mut(&mut self, home: Home) -> Result<&mut Runs, Refusal> {
        match home {
            Some(id) => self.partner_mut(id).map(|partner| &mut partner.playbooks),
            None => Ok(&mut self.playbooks),
        }
    }

    /// Goes on with a run that was finished. Refuses the clean-up of an ending whose gate is closed.
    pub fn reopen_run(&mut self, home: Home, id: RunId) -> Result<(), Refusal> {
        self.unless_closed_clean_up(home, id)?;
        self.runs_mut(home)?.reopen(id)
    }

    /// Deletes a run. Refuses the clean-up of an ending whose gate is closed.
    pub fn remove_run(&mut self, home: Home, id: RunId) -> Result<(), Refusal> {
        self.unless_closed_clean_up(home, id)?;
        self.runs_mut(home)?.remove(id)
    }

    fn unless_closed_clean_up(&self, home: Home, id: RunId) -> Result<(), Refusal> {
        let Some(partner) = home.and_then(|id| self.partner(id)) else { return Ok(()) };
        match partner.history_closed_on().filter(|_| partner.is_closed_clean_up(id)) {
            Some(closed_on) => Err(Refusal::History { closed_on }),
            None => Ok(()),
        }
    }

    /// What conditions may know on `day` of whose playbook it is.
    pub fn traits(&self, home: Home, day: Date) -> Option<Traits> {
        self.partner(home?).map(|partner| Traits::of(partner, day))
    }

    /// Adds a checklist of one's own.
    pub fn add_template(&mut self, template: Template, moment: &mut Moment<'_>) -> TemplateId {
        let id = moment.new_id();
        self.templates.insert(id, template);
        id
    }

    /// Replaces a checklist of one's own by its next version. What runs copied stays. Refuses when it is gone.
    pub fn edit_template(&mut self, id: TemplateId, template: Template) -> Result<(), Refusal> {
        let standing = self.templates.get(&id).ok_or(Refusal::Gone { what: "This playbook" })?;
        let version = standing.version.saturating_add(1);
        self.templates.insert(id, Template { version, ..template });
        Ok(())
    }

    /// Deletes a checklist of one's own. What runs copied stays. Refuses when it is gone.
    pub fn remove_template(&mut self, id: TemplateId) -> Result<(), Refusal> {
        self.templates.remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: "This playbook" })
    }

    /// The partners that share their domain with another, which two tabs can bring about, by domain.
    pub fn shared_domains(&self) -> Vec<(Domain, Vec<PartnerId>)> {
        let with_domain =
            self.partners.iter().filter_map(|(id, partner)| Some((partner.profile.domain.as_ref()?, *id)));
        let sorted = sorted_by(with_domain.collect(), |(one, _), (other, _)| one.cmp(other));
        sorted
            .chunk_by(|(one, _), (other, _)| one == other)
            .filter(|sharing| sharing.len() > 1)
            .filter_map(|sharing| {
                Some(((*sharing.first()?.0).clone(), sharing.iter().map(|(_, id)| *id).collect()))
            })
            .collect()
    }

    fn refuse_taken_domain(&self, domain: Option<&Domain>, but: Option<PartnerId>) -> Result<(), Refusal> {
        let Some(domain) = domain else { return Ok(()) };
        let holder = self
            .partners
            .iter()
            .find(|(id, partner)| Some(**id) != but && partner.profile.domain.as_ref() == Some(domain));
        match holder {
            Some((_, partner)) => Err(Refusal::DomainTaken {
                domain: domain.to_string(),
                name: partner.profile.name.to_string(),
            }),
            None => Ok(()),
        }
    }
}
