//! Contacts: people, who survive a change of employer.
//!
//! [`employment`] says where they work and what they are to us, [`history`] reads and corrects what
//! was, [`research`] holds what we found out about them.

pub mod employment;
pub mod history;
pub mod research;

use serde::Serialize;

use crate::domain::fields::reads;

use super::collection::Collection;
use super::date::Date;
use super::id::Id;
use super::link::Link;
use super::listing;
use super::moment::Moment;
use super::partner::{PartnerId, Tier};
use super::refusal::{Field, Refusal};
use super::text::{EmailAddress, Line, Note};

pub use employment::{Employment, Role, RoleHeld};
pub use research::Research;

/// The identity of a contact.
pub type ContactId = Id<Contact>;

/// A person. Where they work and what they are to us is dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who it is.
    pub person: Person,
    /// Whether they came with the sample and go with it.
    pub is_sample: bool,
    /// What we found out about them; private.
    pub research: Research,
    /// Links; they carry their order.
    pub links: Collection<Link>,
    /// Where the person works and worked.
    pub employments: Collection<Employment>,
    /// What the person is and was to us; the only place of roles.
    pub roles: Collection<RoleHeld>,
}

/// Who a contact is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The person's name.
    pub name: Line<120>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// Phone number, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Line<60>>,
    /// Our investment in the person; absent: that of the partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// What to remember.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Note>,
    /// Whether to keep in touch whatever becomes of the partnership.
    #[serde(skip_serializing_if = "is_false")]
    pub nurture: bool,
}

reads!(Person { name } or_not { email, phone, tier, notes, nurture });

impl Contact {
    /// A person without employment or role.
    pub fn new(person: Person) -> Self {
        Self {
            person,
            is_sample: false,
            research: Research::default(),
            links: Collection::new(),
            employments: Collection::new(),
            roles: Collection::new(),
        }
    }

    /// The links in their order; [`listing`] adds, edits, moves and removes them.
    pub fn links_in_order(&self) -> Vec<(Id<Link>, &Link)> {
        listing::in_order(&self.links)
    }

    /// The employment at `partner` that holds on `day`; the latest begun if there are several.
    pub fn employment_at(&self, partner: PartnerId, day: Date) -> Option<(Id<Employment>, &Employment)> {
        self.employments
            .iter()
            .filter(|(_, job)| job.partner == partner && job.holds_on(day))
            .max_by_key(|(id, job)| (job.from, **id))
            .map(|(id, job)| (*id, job))
    }

    /// Whether the person works at `partner` on `day`.
    pub fn works_at(&self, partner: PartnerId, day: Date) -> bool {
        self.employment_at(partner, day).is_some()
    }

    /// The roles the person has at `partner` on `day`; none once they no longer work there.
    pub fn roles_at(&self, partner: PartnerId, day: Date) -> Vec<Role> {
        if !self.works_at(partner, day) {
            return Vec::new();
        }
        let holds_on = |role: &Role| {
            let mut held = self.roles.values().filter(|held| held.partner == partner && held.role == *role);
            held.any(|held| held.holds_on(day))
        };
        Role::ALL.into_iter().filter(holds_on).collect()
    }

    /// Begins an employment at `partner`. `from` absent means since ever.
    pub fn join(
        &mut self,
        partner: PartnerId,
        title: Option<Line<120>>,
        from: Option<Date>,
        moment: &mut Moment<'_>,
    ) -> Id<Employment> {
        let id = moment.new_id();
        self.employments.insert(id, Employment { partner, title, from, to: None });
        id
    }

    /// Ends whatever the person does at `partner` with `last_day`, roles too; the history stays.
    /// Refuses a day on which the person did not work there.
    pub fn leave(&mut self, partner: PartnerId, last_day: Date) -> Result<(), Refusal> {
        let ended: Vec<_> = self
            .employments
            .iter()
            .filter(|(_, job)| job.partner == partner && job.holds_on(last_day))
            .map(|(id, job)| (*id, Employment { to: Some(last_day), ..job.clone() }))
            .collect();
        if ended.is_empty() {
            return Err(self.absent_on(partner, last_day));
        }
        self.employments.extend(ended);
        self.give_up_roles(partner, last_day);
        Ok(())
    }

    /// Ends every role at `partner`: an open one would come back to life if the person ever returned.
    fn give_up_roles(&mut self, partner: PartnerId, last_day: Date) {
        for role in Role::ALL {
            self.give_up_role(partner, role, last_day);
        }
    }

    /// Corrects the title of the employment at `partner` that holds on `day`. Refuses when there is
    /// none.
    pub fn retitle(
        &mut self,
        partner: PartnerId,
        title: Option<Line<120>>,
        day: Date,
    ) -> Result<(), Refusal> {
        let (id, job) = self.employment_at(partner, day).ok_or(Refusal::Gone { what: "This employment" })?;
        if job.title != title {
            let corrected = Employment { title, ..job.clone() };
            self.employments.insert(id, corrected);
        }
        Ok(())
    }

    /// From today on the person plays this role at `partner` and no other; those before end with
    /// yesterday, or vanish when they began today.
    pub fn play(&mut self, partner: PartnerId, role: Option<Role>, moment: &mut Moment<'_>) {
        let today = moment.today();
        let open = |held: &RoleHeld| held.partner == partner && held.holds_on(today);
        let others: Vec<_> = self
            .roles
            .iter()
            .filter(|(_, held)| open(held) && Some(held.role) != role)
            .map(|(id, held)| (*id, held.clone()))
            .collect();
        for (id, held) in others {
            if held.from == Some(today) {
                self.roles.remove(&id);
            } else {
                self.roles.insert(id, RoleHeld { to: Some(today.plus_days(-1)), ..held });
            }
        }
        if let Some(role) =
            role.filter(|role| !self.roles.values().any(|held| open(held) && held.role == *role))
        {
            self.take_role(partner, role, Some(today), moment);
        }
    }

    /// Takes up a role at `partner`. `from` absent means since ever.
    pub fn take_role(
        &mut self,
        partner: PartnerId,
        role: Role,
        from: Option<Date>,
        moment: &mut Moment<'_>,
    ) -> Id<RoleHeld> {
        let id = moment.new_id();
        self.roles.insert(id, RoleHeld { partner, role, from, to: None });
        id
    }

    /// Gives up a role at `partner` with `last_day`.
    pub fn give_up_role(&mut self, partner: PartnerId, role: Role, last_day: Date) {
        let held: Vec<_> = self
            .roles
            .iter()
            .filter(|(_, held)| held.partner == partner && held.role == role && held.holds_on(last_day))
            .map(|(id, held)| (*id, RoleHeld { to: Some(last_day), ..held.clone() }))
            .collect();
        self.roles.extend(held);
    }

    /// Why the person cannot have left `partner` on `day`, when they did not work there then.
    fn absent_on(&self, partner: PartnerId, day: Date) -> Refusal {
        let jobs = || self.employments.values().filter(|job| job.partner == partner);
        let next_first_day = jobs().filter_map(|job| job.from).filter(|from| *from > day).min();
        let previous_last_day = jobs().filter_map(|job| job.to).filter(|to| *to < day).max();
        match (next_first_day, previous_last_day) {
            (Some(earliest), _) => Refusal::Before { field: Field::On, earliest, why: "the first day" },
            (None, Some(latest)) => Refusal::After { field: Field::On, latest, why: "the last day there" },
            (None, None) => Refusal::Gone { what: "This employment" },
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_false(is: &bool) -> bool {
    !is
}
