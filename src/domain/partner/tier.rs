//! Tiers: how much we invest in a partner.

use serde::Serialize;

use crate::domain::fields::{reads, reads_as};

use crate::domain::date::Date;
use crate::domain::refusal::{Field, Refusal};

/// How much we invest, from 1, the most, to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub enum Tier {
    /// Weekly attention.
    One,
    /// Regular attention.
    Two,
    /// Now and then.
    Three,
    /// Once a year.
    Four,
}

reads_as!(Tier, from u8);

impl Tier {
    /// All tiers, in their order.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// What a partner without any tier change counts as.
    pub const DEFAULT: Self = Self::Three;

    /// 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}

impl TryFrom<u8> for Tier {
    type Error = Refusal;

    fn try_from(number: u8) -> Result<Self, Refusal> {
        Self::ALL.into_iter().find(|tier| tier.number() == number).ok_or(Refusal::OutOfBounds {
            field: Field::What,
            least: 1,
            most: 4,
        })
    }
}

impl From<Tier> for u8 {
    fn from(tier: Tier) -> Self {
        tier.number()
    }
}

/// A change of tier on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TierChange {
    /// The day.
    pub on: Date,
    /// The tier from that day on.
    pub to: Tier,
}

reads!(TierChange { on, to });
