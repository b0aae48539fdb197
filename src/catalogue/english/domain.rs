//! The words on screen for what the domain names, and dates as sentences use them.

use crate::catalogue::intl;
use crate::domain::contact::Role;
use crate::domain::pulse::RatedBy;
use crate::domain::{
    Attribution, Channel, Date, Direction, LedgerKind, PartnerKind, Side, Stage, Tier, TractionKind,
};

/// A word of the domain that can be chosen from a list.
pub trait Word: Copy + 'static {
    /// The word as a label, with a capital.
    fn word(self) -> &'static str;
}

impl Word for Stage {
    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Tier {
    fn word(self) -> &'static str {
        match self {
            Self::One => "Tier 1",
            Self::Two => "Tier 2",
            Self::Three => "Tier 3",
            Self::Four => "Tier 4",
        }
    }
}

impl Word for PartnerKind {
    fn word(self) -> &'static str {
        match self {
            Self::Referral => "Referral",
            Self::Reseller => "Reseller",
            Self::Technology => "Technology",
            Self::Services => "Services",
            Self::CoMarketing => "Co-marketing",
            Self::Strategic => "Strategic",
        }
    }
}

impl Word for Channel {
    fn word(self) -> &'static str {
        match self {
            Self::Call => "Call",
            Self::Email => "Email",
            Self::Message => "Message",
            Self::InPerson => "In person",
            Self::Other => "Other",
        }
    }
}

impl Word for Side {
    fn word(self) -> &'static str {
        match self {
            Self::Ours => "Ours",
            Self::Theirs => "Theirs",
        }
    }
}

impl Word for Direction {
    fn word(self) -> &'static str {
        match self {
            Self::Give => "We gave",
            Self::Get => "We got",
        }
    }
}

impl Word for LedgerKind {
    fn word(self) -> &'static str {
        match self {
            Self::CoMarketing => "Co-marketing",
            Self::Intel => "Market knowledge",
            Self::Product => "Product",
            Self::Enablement => "Enablement",
            Self::Referral => "Referral",
            Self::Introduction => "Introduction",
            Self::Data => "Data",
            Self::Other => "Other",
        }
    }
}

impl Word for TractionKind {
    fn word(self) -> &'static str {
        match self {
            Self::LeadBecameMeeting => "Lead became a meeting",
            Self::InfluencedOpportunity => "Opportunity influenced",
            Self::MeasuredCoMarketing => "Co-marketing with a measured response",
            Self::SourcedOpportunity => "Opportunity sourced",
            Self::LiveJointCustomer => "Joint customer went live",
            Self::Win => "Win",
        }
    }
}

impl Word for Attribution {
    fn word(self) -> &'static str {
        match self {
            Self::Sourced => "They brought it",
            Self::Influenced => "They helped it along",
        }
    }
}

impl Word for RatedBy {
    fn word(self) -> &'static str {
        match self {
            Self::Us => "Us",
            Self::Them => "Them",
        }
    }
}

impl Word for Role {
    fn word(self) -> &'static str {
        match self {
            Self::Champion => "Champion",
            Self::EconomicSponsor => "Economic sponsor",
            Self::Counterpart => "Counterpart",
            Self::Gatekeeper => "Gatekeeper",
            Self::Blocker => "Blocker",
        }
    }
}

/// A day as the reader writes it.
pub fn day(date: Date) -> String {
    intl::day(date.year(), date.month(), date.day())
}

/// A past day as briefly as it is clear: without its year when that is the last one.
pub fn recent_day(date: Date, today: Date) -> String {
    brief(date, today).unwrap_or_else(|| day(date))
}

/// The same, and of an earlier day only month and year.
pub fn recent_day_or_month(date: Date, today: Date) -> String {
    let month = || format!("{} {}", intl::month_short(date.month()), date.year());
    brief(date, today).unwrap_or_else(month)
}

fn brief(date: Date, today: Date) -> Option<String> {
    const CLEAR_DAYS: i64 = 330;
    let is_clear = (0..CLEAR_DAYS).contains(&date.days_until(today));
    is_clear.then(|| intl::day_of_year(date.year(), date.month(), date.day()))
}

/// How long ago a day is: "today", "yesterday", "12 days"; a day to come is written out.
pub fn days_ago(date: Date, today: Date) -> String {
    match date.days_until(today) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2.. => intl::counted(usize::try_from(days).unwrap_or(0), "day", "days"),
        _ => day(date),
    }
}

/// When something open is due, as of today: "5 days over", "today", "tomorrow", or the day; and
/// how urgent that is, as the value of `data-when`.
pub fn due(date: Date, today: Date) -> (String, Option<&'static str>) {
    match today.days_until(date) {
        0 => ("today".to_owned(), Some("today")),
        1 => ("tomorrow".to_owned(), Some("soon")),
        days if days < 0 => {
            let over = usize::try_from(days.unsigned_abs()).unwrap_or(0);
            (format!("{} over", intl::counted(over, "day", "days")), Some("late"))
        }
        _ => (day(date), None),
    }
}
