//! Where a person works and worked, and what they are and were to us.

use serde::Serialize;

use crate::domain::fields::{reads, reads_as, written_as};

use crate::domain::date::Date;
use crate::domain::partner::PartnerId;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;

/// A time at a partner. An absent `from` means since ever; `to` is the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Employment {
    /// Where.
    pub partner: PartnerId,
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Line<120>>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

reads_as!(Employment, from StoredEmployment);

impl Employment {
    /// Whether the person works there on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        holds(self.from, self.to, day)
    }

    /// Refuses a last day before the first.
    pub fn check(&self) -> Result<(), Refusal> {
        in_order(self.from, self.to)
    }
}

/// What a person can be to us at a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Speaks for us when we are not there.
    Champion,
    /// Decides about the money.
    EconomicSponsor,
    /// Does our job on their side.
    Counterpart,
    /// Decides who gets through.
    Gatekeeper,
    /// Works against it.
    Blocker,
}

written_as!(Role {
    Champion: "champion",
    EconomicSponsor: "economic_sponsor",
    Counterpart: "counterpart",
    Gatekeeper: "gatekeeper",
    Blocker: "blocker"
});

impl Role {
    /// All roles, in the order of a form.
    pub const ALL: [Self; 5] =
        [Self::Champion, Self::EconomicSponsor, Self::Counterpart, Self::Gatekeeper, Self::Blocker];
}

/// A role held at a partner. An absent `from` means since ever; `to` is the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleHeld {
    /// Where.
    pub partner: PartnerId,
    /// Which role.
    pub role: Role,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

reads_as!(RoleHeld, from StoredRole);

impl RoleHeld {
    /// Whether the role is held on `day`, if the person works there then.
    pub fn holds_on(&self, day: Date) -> bool {
        holds(self.from, self.to, day)
    }

    /// Refuses a last day before the first.
    pub fn check(&self) -> Result<(), Refusal> {
        in_order(self.from, self.to)
    }
}

/// Whether `day` lies in a time whose ends may be absent.
fn holds(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

fn in_order(from: Option<Date>, to: Option<Date>) -> Result<(), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => {
            Err(Refusal::Before { field: Field::On, earliest: from, why: "the first day" })
        }
        _ => Ok(()),
    }
}

#[derive()]
struct StoredEmployment {
    partner: PartnerId,
    title: Option<Line<120>>,
    from: Option<Date>,
    to: Option<Date>,
}

reads!(StoredEmployment { partner } or_not { title, from, to });

impl TryFrom<StoredEmployment> for Employment {
    type Error = Refusal;

    fn try_from(stored: StoredEmployment) -> Result<Self, Refusal> {
        let StoredEmployment { partner, title, from, to } = stored;
        in_order(from, to).map(|()| Self { partner, title, from, to })
    }
}

#[derive()]
struct StoredRole {
    partner: PartnerId,
    role: Role,
    from: Option<Date>,
    to: Option<Date>,
}

reads!(StoredRole { partner, role } or_not { from, to });

impl TryFrom<StoredRole> for RoleHeld {
    type Error = Refusal;

    fn try_from(stored: StoredRole) -> Result<Self, Refusal> {
        let StoredRole { partner, role, from, to } = stored;
        in_order(from, to).map(|()| Self { partner, role, from, to })
    }
}
