//! What the headings of other programs mean: those of common CRMs, partner portals, address books and of our own exports.
//!
//! A heading is compared without capitals and signs. Within a list the surer one stands first.

use super::target::{Subject, Target};
use super::words::key;

/// Headings of one target, the surest first.
type Known = (Target, &'static [&'static str]);

/// Where a row is a partner.
const PARTNERS: [Known; 18] = [
    (
        Target::PartnerName,
        &[
            "partner name",
            "partner",
            "partner company",
            "partner company name",
            "partner account",
            "account name",
            "company name",
            "organization name",
            "organisation name",
            "organization",
            "organisation",
            "company",
            "account",
            "vendor name",
            "business name",
            "client name",
            "customer name",
            "name",
        ],
    ),
    (
        Target::Domain,
        &[
            "domain",
            "company domain name",
            "company domain",
            "partner domain",
            "domain name",
            "web domain",
            "account domain",
            "website",
            "company website",
            "account website",
            "organization website",
            "organisation website",
            "partner website",
            "website url",
            "web site",
            "web page",
            "web address",
            "website address",
            "homepage",
            "company url",
            "url",
            "site",
        ],
    ),
    (
        Target::Stage,
        &[
            "stage",
            "partner stage",
            "partnership stage",
            "partner status",
            "partnership status",
            "partner lifecycle stage",
            "relationship status",
            "lifecycle stage",
            "pipeline stage",
            "account status",
            "company status",
            "lead status",
            "status",
        ],
    ),
    (
        Target::Tier,
        &[
            "tier",
            "partner tier",
            "program tier",
            "partner program tier",
            "partner level",
            "program level",
            "account tier",
            "tier level",
            "partner program level",
            "level",
        ],
    ),
    (
        Target::Kind,
        &[
            "kind",
            "partner type",
            "partnership type",
            "partner kind",
            "type of partner",
            "partner category",
            "relationship type",
            "account type",
            "company type",
            "organization type",
            "partner role",
            "type",
            "category",
        ],
    ),
    (
        Target::Owner,
        &[
            "owner",
            "partner owner",
            "partner manager",
            "account owner",
            "company owner",
            "organization owner",
            "organisation owner",
            "partner account manager",
            "partner account owner",
            "channel account manager",
            "cam",
            "pam",
            "channel manager",
            "partner success manager",
            "relationship owner",
            "account manager",
            "owner name",
            "account owner name",
            "record owner",
            "assigned to",
            "responsible",
        ],
    ),
    (
        Target::Tags,
        &[
            "tags",
            "tag",
            "labels",
            "label",
            "organization label",
            "organization labels",
            "keywords",
            "segments",
        ],
    ),
    (
        Target::LaunchedOn,
        &[
            "launched on",
            "launch date",
            "launched",
            "go live date",
            "partner since",
            "partner start date",
            "partnership start date",
            "contract start date",
            "start date",
            "activation date",
            "join date",
            "joined at",
            "date joined",
            "joined",
        ],
    ),
    (Target::TrackedFrom, &["tracked from"]),
    (
        Target::Link,
        &[
            "link",
            "links",
            "linkedin company page",
            "linkedin url",
            "linkedin",
            "linkedin page",
            "organization linkedin profile",
            "partner portal",
            "portal url",
        ],
    ),
    (
        Target::Notes,
        &[
            "notes",
            "note",
            "description",
            "account description",
            "company description",
            "about us",
            "about",
            "comments",
            "comment",
            "remarks",
        ],
    ),
    (
        Target::PersonName,
        &[
            "contact name",
            "primary contact name",
            "primary contact",
            "main contact",
            "main contact name",
            "partner contact",
            "contact person",
            "contact full name",
            "contact",
            "full name",
        ],
    ),
    (Target::FirstName, &["contact first name", "primary contact first name", "first name"]),
    (Target::LastName, &["contact last name", "primary contact last name", "last name"]),
    (Target::Title, &["contact title", "contact job title", "primary contact title", "job title", "title"]),
    (Target::Role, &["contact role", "role for us"]),
    (
        Target::Email,
        &[
            "contact email",
            "primary contact email",
            "contact email address",
            "main contact email",
            "partner email",
            "email address",
            "email",
        ],
    ),
    (
        Target::Phone,
        &[
            "contact phone",
            "primary contact phone",
            "contact phone number",
            "main contact phone",
            "contact mobile",
        ],
    ),
];

/// Where a row is a person.
const CONTACTS: [Known; 12] = [
    (
        Target::PersonName,
        &[
            "full name",
            "contact name",
            "person name",
            "display name",
            "name",
            "contact",
            "contact full name",
            "primary contact",
            "formatted name",
        ],
    ),
    (
        Target::FirstName,
        &["first name", "given name", "firstname", "person first name", "contact first name", "forename"],
    ),
    (
        Target::LastName,
        &["last name", "family name", "surname", "lastname", "person last name", "contact last name"],
    ),
    (
        Target::Email,
        &[
            "email",
            "email address",
            "email 1 value",
            "email 1 address",
            "person email work",
            "work email",
            "business email",
            "primary email",
            "email address 1",
            "email 1",
            "person email",
            "contact email",
            "contact email address",
            "primary contact email",
            "email work",
            "person email other",
            "person email home",
            "secondary email",
            "email 2 value",
            "email 2 address",
        ],
    ),
    (
        Target::Phone,
        &[
            "phone",
            "phone number",
            "work phone",
            "business phone",
            "direct phone",
            "phone 1 value",
            "person phone work",
            "contact phone",
            "primary phone",
            "mobile phone",
            "mobile phone number",
            "mobile",
            "person phone mobile",
            "person phone",
            "cell phone",
            "telephone",
            "main phone",
            "office phone",
            "company main phone",
            "phone 2 value",
            "person phone other",
            "person phone home",
            "home phone",
        ],
    ),
    (
        Target::Title,
        &[
            "job title",
            "organization title",
            "organization 1 title",
            "person job title",
            "position",
            "contact title",
            "contact job title",
            "designation",
            "title",
        ],
    ),
    (
        Target::PartnerName,
        &[
            "works at",
            "company",
            "company name",
            "account name",
            "account name account name",
            "organization name",
            "organisation name",
            "organization",
            "organisation",
            "organization 1 name",
            "person organization",
            "person organisation",
            "associated company",
            "primary associated company",
            "associated company name",
            "employer",
            "partner",
            "partner name",
            "partner company",
            "parent customer",
            "account",
            "vendor name",
            "business name",
        ],
    ),
    (
        Target::Domain,
        &[
            "company domain name",
            "company domain",
            "domain",
            "account domain",
            "email domain",
            "partner domain",
            "company website",
            "account website",
            "website url",
            "website",
        ],
    ),
    (
        Target::Role,
        &[
            "roles for us",
            "role for us",
            "buying role",
            "contact role",
            "contact roles",
            "stakeholder role",
            "role",
        ],
    ),
    (Target::PersonTier, &["cadence of their own", "tier", "contact tier", "person tier"]),
    (
        Target::PersonLink,
        &[
            "url",
            "linkedin url",
            "linkedin profile",
            "linkedin",
            "linkedin profile url",
            "linkedin bio",
            "person linkedin",
            "person linkedin url",
            "profile url",
            "website 1 value",
            "web page",
            "personal web page",
            "personal website",
        ],
    ),
    (
        Target::PersonNotes,
        &[
            "notes",
            "note",
            "person notes",
            "description",
            "comments",
            "comment",
            "about",
            "remarks",
            "private notes",
        ],
    ),
];

/// A heading as headings are compared.
pub fn heading_key(heading: &str) -> String {
    let key = key(heading);
    key.strip_prefix("e mail").map_or_else(|| key.replace(" e mail", " email"), |rest| format!("email{rest}"))
}

/// What a heading means, and how sure that is: 0 is the surest.
pub fn meaning(subject: Subject, heading: &str) -> Option<(Target, usize)> {
    let key = heading_key(heading);
    let known: &[Known] = match subject {
        Subject::Partners => &PARTNERS,
        Subject::Contacts => &CONTACTS,
    };
    known.iter().find_map(|(target, words)| {
        let rank = words.iter().position(|word| *word == key)?;
        Some((target.clone(), rank))
    })
}

/// What the rows of a file seem to be, by its headings.
pub fn subject(headings: &[String]) -> Subject {
    let keys: Vec<String> = headings.iter().map(|heading| heading_key(heading)).collect();
    let is_of_contact = |key: &str| key.contains("contact ") || key.starts_with("main ");
    let of_person: usize = keys
        .iter()
        .map(|key| match meaning(Subject::Contacts, key) {
            _ if is_of_contact(key) => 0,
            Some((Target::FirstName | Target::LastName, _)) => 3,
            Some((Target::PersonName, _)) if key != "name" && key != "contact" => 3,
            Some((Target::Email, _)) => 3,
            Some((Target::Title | Target::Role, _)) => 2,
            Some((Target::PartnerName, 0)) => 2,
            Some((Target::Phone, _)) => 1,
            _ => 0,
        })
        .sum();
    let of_partner: usize = keys
        .iter()
        .map(|key| match meaning(Subject::Partners, key) {
            Some((Target::Kind | Target::Stage, _)) => 3,
            Some((Target::Domain, _)) if key != "url" => 2,
            Some((Target::Tier | Target::LaunchedOn, _)) => 2,
            Some((Target::PartnerName, 0..=4)) => 2,
            Some((Target::Owner, _)) => 1,
            _ => 0,
        })
        .sum();
    if of_person > of_partner { Subject::Contacts } else { Subject::Partners }
}
