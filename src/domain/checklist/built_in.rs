//! The checklists that come with the product, by name. What they say is in the library.

use std::fmt;

use super::template::TemplateId;

/// Ids and titles, in the order of a partnership.
const NAMES: [(&str, &str); 22] = [
    ("launch-gate", "Ready to launch a program?"),
    ("early-wins", "Three early wins"),
    ("year-one-quarter", "Year-one quarter check"),
    ("fit-review", "Fit review"),
    ("meeting-prep", "Prepare the meeting"),
    ("decision-map", "Map the decision"),
    ("close-and-recap", "Close and recap"),
    ("give-first", "Give first"),
    ("account-mapping", "Account mapping"),
    ("go-live", "Partner go-live"),
    ("onboarding-30-60-90", "First 90 days"),
    ("enablement-kit", "Enablement before incentive"),
    ("business-review", "Quarterly business review"),
    ("zombie-sweep", "Quarterly zombie sweep"),
    ("improvement-plan", "Before the second empty quarter"),
    ("escalation", "Escalation"),
    ("ending-conversation", "Before the ending conversation"),
    ("offboarding", "Offboarding"),
    ("post-mortem", "Post-mortem"),
    ("alumni", "Keep the person"),
    ("directory-hygiene", "Directory hygiene"),
    ("backup-drill", "Backup drill"),
];

/// One of the checklists that come with the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BuiltIn(u8);

impl BuiltIn {
    /// All of them, in the order of a partnership.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.len()).filter_map(|place| u8::try_from(place).ok()).map(Self)
    }

    /// The one of an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::all().find(|one| one.id() == id)
    }

    /// Its id, which is also its place in an address.
    pub fn id(self) -> &'static str {
        NAMES.get(self.place()).map_or("", |(id, _)| id)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        NAMES.get(self.place()).map_or("", |(_, title)| title)
    }

    /// Its place among all.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

/// Which template: one that comes with the product, or one of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TemplateKey {
    /// Comes with the product.
    BuiltIn(BuiltIn),
    /// One's own.
    Own(TemplateId),
}

impl TemplateKey {
    /// Reads what [`fmt::Display`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        BuiltIn::of_id(text).map(Self::BuiltIn).or_else(|| text.parse().ok().map(Self::Own))
    }
}

impl fmt::Display for TemplateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(one) => f.write_str(one.id()),
            Self::Own(id) => id.fmt(f),
        }
    }
}
