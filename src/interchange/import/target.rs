//! What a column can become.

use serde::{Deserialize, Serialize};

use crate::domain::Line;
use crate::domain::refusal::Field;

/// What each row of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A partner, perhaps with a person of theirs.
    Partners,
    /// A person, perhaps with the partner they work at.
    Contacts,
}

/// What a column becomes. What belongs to the partner stands first, then what belongs to the person; both are offered for
/// either [`Subject`], because a row can speak of both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// The partner's name; for people the employer.
    PartnerName,
    /// The partner's web domain.
    Domain,
    /// What kind of partnership.
    Kind,
    /// Where it stands today.
    Stage,
    /// How much we invest in the partner.
    Tier,
    /// Who is responsible on our side.
    Owner,
    /// Tags, commas or semicolons between them.
    Tags,
    /// What to remember of the partner; several columns follow each other.
    Notes,
    /// A link of the partner; several columns are several links.
    Link,
    /// The first day the partner worked with us.
    LaunchedOn,
    /// The day from which absence of a record means absence.
    TrackedFrom,
    /// A field of one's own with this name.
    Own(String),
    /// The person's name as a whole.
    PersonName,
    /// The person's first name.
    FirstName,
    /// The person's last name.
    LastName,
    /// The person's mail address.
    Email,
    /// The person's phone number.
    Phone,
    /// The person's title at the partner.
    Title,
    /// What the person is to us at the partner.
    Role,
    /// Our investment in the person.
    PersonTier,
    /// What to remember of the person; several columns follow each other.
    PersonNotes,
    /// A link of the person; several columns are several links.
    PersonLink,
}

impl Target {
    /// What can be chosen from a list for rows of this subject, in its order; [`Target::Own`] comes beside them.
    pub const fn offered(subject: Subject) -> &'static [Self] {
        const PARTNER: [Target; 18] = [
            Target::PartnerName,
            Target::Domain,
            Target::Stage,
            Target::Tier,
            Target::Kind,
            Target::Owner,
            Target::Tags,
            Target::LaunchedOn,
            Target::TrackedFrom,
            Target::Link,
            Target::Notes,
            Target::PersonName,
            Target::FirstName,
            Target::LastName,
            Target::Title,
            Target::Role,
            Target::Email,
            Target::Phone,
        ];
        const CONTACT: [Target; 12] = [
            Target::PersonName,
            Target::FirstName,
            Target::LastName,
            Target::Email,
            Target::Phone,
            Target::PartnerName,
            Target::Domain,
            Target::Title,
            Target::Role,
            Target::PersonTier,
            Target::PersonLink,
            Target::PersonNotes,
        ];
        match subject {
            Subject::Partners => &PARTNER,
            Subject::Contacts => &CONTACT,
        }
    }

    /// Whether several columns may have it.
    pub const fn may_be_many(&self) -> bool {
        matches!(
            self,
            Self::Tags | Self::Notes | Self::PersonNotes | Self::Link | Self::PersonLink | Self::Role
        )
    }

    /// Whether its cells are days.
    pub const fn is_day(&self) -> bool {
        matches!(self, Self::LaunchedOn | Self::TrackedFrom)
    }

    /// Whether its cells are words of a list.
    pub const fn is_word(&self) -> bool {
        matches!(self, Self::Kind | Self::Stage | Self::Tier | Self::Role | Self::PersonTier)
    }

    /// Whether it belongs to the person.
    pub const fn is_of_person(&self) -> bool {
        matches!(
            self,
            Self::PersonName
                | Self::FirstName
                | Self::LastName
                | Self::Email
                | Self::Phone
                | Self::Title
                | Self::Role
                | Self::PersonTier
                | Self::PersonNotes
                | Self::PersonLink
        )
    }

    /// A field of one's own named as a column is, shortened to what a name holds.
    pub fn own(heading: &str) -> Option<Self> {
        let begin: String = heading.chars().take(60).collect();
        let name = Line::<60>::parse(Field::FieldName, &begin).ok()?;
        Some(Self::Own(name.as_str().to_owned()))
    }
}
