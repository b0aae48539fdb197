//! People: the list across partners, one person, and the forms about them.

use super::domain::day;
use crate::catalogue::intl::counted;
use crate::domain::Date;

/// Title of the list.
pub const PEOPLE: &str = "People";

// ---------------------------------------------------------------- forms

/// Sends a new person.
pub const ADD_PERSON: &str = "Add person";
/// Saves a correction.
pub const SAVE: &str = "Save";
/// A person's name.
pub const NAME: &str = "Name";
/// A person's title at a partner.
pub const TITLE: &str = "Title";
/// What the person is to us.
pub const ROLE: &str = "Role for us";
/// No role.
pub const NO_ROLE: &str = "No role";
/// Mail address.
pub const EMAIL: &str = "Email";
/// Phone number.
pub const PHONE: &str = "Phone";
/// Where a new person works.
pub const WORKS_AT: &str = "Works at";
/// Works nowhere that is a partner.
pub const NOWHERE: &str = "No partner of ours";
/// What to remember of a person.
pub const NOTES: &str = "Notes";

/// What is known of a person, in one line: "Ana Ruiz: Champion, Head of Alliances".
pub fn summary(name: &str, facts: &[String]) -> String {
    format!("{name}: {}", facts.join(", "))
}

// ---------------------------------------------------------------- rows

/// Said of somebody who was never talked to.
pub const NEVER: &str = "never";

/// How long ago the last two-way touch was, for those who hear it: "Last two-way touch 36 days ago".
pub fn last_two_way(on: Date) -> String {
    format!("Last two-way touch on {}", day(on))
}

/// "6 days over".
pub fn over(days: u32) -> String {
    format!("{} over", counted(usize::try_from(days).unwrap_or(usize::MAX), "day", "days"))
}

/// "two-way touch 36 days ago".
pub fn last_spoken(on: Date, today: Date) -> String {
    match on.days_until(today) {
        0 => "two-way touch today".to_owned(),
        1 => "two-way touch yesterday".to_owned(),
        days => {
            let days = usize::try_from(days).unwrap_or(0);
            format!("two-way touch {} ago", counted(days, "day", "days"))
        }
    }
}

/// When somebody should hear from us next: "by 3 Dec 2026".
pub fn by(due: Date) -> String {
    format!("by {}", day(due))
}

/// Said of somebody who should hear from us and never did.
pub const NEVER_SPOKEN: &str = "never spoken to";
/// A tag, a way to look, and a field.
pub const KEEP_IN_TOUCH: &str = "Keep in touch";

/// "Partner manager at Northquay".
pub fn job(title: Option<&str>) -> String {
    title.map_or_else(|| "at".to_owned(), |title| format!("{title} at"))
}

// ---------------------------------------------------------------- list

/// Below the title.
pub const LEDE: &str = "Everybody across partners, who should hear from you first on top.";
/// Title of the empty list.
pub const NOBODY: &str = "The people behind your partnerships";
/// Below [`NOBODY`].
pub const NOBODY_WHY: &str = "Name who works at a partner, and they stay with you when they change employers. You see whom you have not talked to for too long.";
/// To the list of partners.
pub const GO_TO_PARTNERS: &str = "Go to Partners";
/// Heading of a column in a file.
pub const DUE: &str = "Due to hear from us";
/// The label of the search.
pub const SEARCH: &str = "Search people by name, title or employer";
/// In the empty search.
pub const SEARCH_HINT: &str = "Name, title or employer";
/// Which people are shown.
pub const WHOM: &str = "Which people";
/// A way to look.
pub const EVERYBODY: &str = "Everybody";
/// A way to look.
pub const OVERDUE: &str = "Overdue";
/// A way to look.
pub const ALUMNI: &str = "Alumni";
/// Said when nobody is found.
pub const NO_MATCH: &str = "Nobody matches. Search looks at names, titles and employers, past ones too.";

/// "12 people".
pub fn people(count: usize) -> String {
    counted(count, "person", "people")
}

/// Draws more of the list.
pub fn show_more(hidden: usize) -> String {
    format!("Show more, {} hidden", counted(hidden, "person", "people"))
}

// ---------------------------------------------------------------- one person

/// Heading when the person of the address is not in the workspace.
pub const NOT_HERE: &str = "This person is not here";
/// Below [`NOT_HERE`].
pub const NOT_HERE_WHY: &str =
    "They may have been deleted, here or in another tab, or the address is from another browser.";
/// To the list of people.
pub const GO_TO_PEOPLE: &str = "Go to People";
/// The deeds behind the three dots.
pub const MORE_ACTIONS: &str = "More actions";
/// The column beside the touches.
pub const ABOUT: &str = "About this person";
/// Opens the form of a new employer.
pub const MOVED: &str = "Moved to a new employer";
/// Opens the same form for somebody who works nowhere.
pub const ADD_EMPLOYER: &str = "Add an employer";
/// Said of somebody who works at no partner.
pub const NO_EMPLOYER: &str = "no partner of yours";
/// Label of a fact.
pub const CADENCE: &str = "Cadence";
/// Said of somebody we invest nothing in.
pub const NO_CADENCE: &str = "none";
/// Label of a fact.
pub const LAST_TWO_WAY: &str = "Last two-way touch";
/// Heading.
pub const TOUCHES: &str = "Touchpoints";
/// Said when there are none.
pub const NO_TOUCHES: &str =
    "None yet. Log a touchpoint at a partner and tick who took part; it shows here, whatever the employer.";
/// A touch they took part in.
pub const TWO_WAY: &str = "two-way";
/// A touch they took no part in.
pub const ONE_WAY: &str = "one-way";
/// Heading.
pub const EMPLOYMENTS: &str = "Works and worked at";
/// Said when there are none.
pub const NO_EMPLOYMENTS: &str = "No employer is known.";
/// Said of an employment without a title.
pub const WORKED: &str = "Worked there";
/// Stands where the partner was deleted.
pub const DELETED_PARTNER: &str = "a partner that was deleted";
/// Heading.
pub const ROLES: &str = "Roles for us";
/// Said when there are none.
pub const NO_ROLES: &str = "No role yet. Who speaks for us when we are not there?";
/// Adds one more.
pub const ADD: &str = "Add";
/// Title of a form.
pub const EDIT_EMPLOYMENT: &str = "Edit employment";
/// Title of a form.
pub const EDIT_ROLE: &str = "Edit role";
/// The first day.
pub const FROM: &str = "From";
/// Below [`FROM`].
pub const FROM_HINT: &str = "Leave empty when it began before anybody noted it.";
/// The last day.
pub const TO: &str = "Until";
/// Below [`TO`].
pub const TO_HINT: &str = "The last day. Leave empty while it lasts.";
/// The new employer.
pub const EMPLOYER: &str = "Employer";
/// Below [`EMPLOYER`].
pub const EMPLOYER_HINT: &str = "A partner of yours, or a company that is none yet.";
/// The first day at the new employer.
pub const FIRST_DAY: &str = "First day there";
/// Notes that somebody left and works at no partner.
pub const LEFT_FOR_ELSEWHERE: &str = "Left, and is at no partner";
/// Makes the new employer a partner.
pub const ADD_AS_PARTNER: &str = "Add it as a prospect and save";
/// Our investment in a person.
pub const TIER: &str = "Cadence of their own";
/// No tier of their own.
pub const TIER_OF_PARTNER: &str = "As their partner";
/// Below the box.
pub const KEEP_IN_TOUCH_HINT: &str = "Whatever becomes of the partnership: they hear from you every 30 days.";
/// Heading.
pub const RESEARCH: &str = "Research";
/// Said when there is none.
pub const NO_RESEARCH: &str =
    "Nothing found out yet. Ten minutes before the first call are worth an hour in it.";
/// A question of the research.
pub const PATH: &str = "The path they came";
/// A question of the research.
pub const SHARES: &str = "What they share with us";
/// A question of the research.
pub const SAID: &str = "What they wrote or said";
/// A question of the research.
pub const CARES_ABOUT: &str = "What they care about";
/// Said when there are no notes.
pub const NO_NOTES: &str = "Nothing noted.";
/// What "private" means.
pub const PRIVATE: &str = "Private, never on a printed page or on screen in presenter mode";

/// "1, touch every 30 days".
pub fn cadence(tier: u8, ideal_days: u16) -> String {
    format!("Tier {tier}, touch every {ideal_days} days")
}

/// The company that is no partner yet.
pub fn not_a_partner(name: &str) -> String {
    format!("{name} is not among your partners yet.")
}

/// From when to when: "3 Mar 2024 to 1 Feb 2026", "since 3 Mar 2024".
pub fn span(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{} to {}", day(from), day(to)),
        (Some(from), None) => format!("since {}", day(from)),
        (None, Some(to)) => format!("until {}", day(to)),
        (None, None) => "dates not noted".to_owned(),
    }
}

/// "Edit Champion".
pub fn edit(what: &str) -> String {
    format!("Edit {what}")
}

/// "Delete Champion".
pub fn delete(what: &str) -> String {
    format!("Delete {what}")
}

/// Draws more of the touches.
pub fn show_older(hidden: usize) -> String {
    format!("Show older touchpoints, {} more", counted(hidden, "touchpoint", "touchpoints"))
}
