//! Scripts: the library, filling one in, and the user's own.

use super::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::Date;
use crate::domain::script::{Category, Medium, RecordField};

/// Title of the screen.
pub const SCRIPTS: &str = "Scripts";
/// The column of scripts.
pub const LIBRARY: &str = "Script library";
/// The search in it.
pub const FIND: &str = "Find a script";
/// Said when the search finds nothing.
pub const NO_MATCH: &str = "No script has these words.";
/// Group: kept at hand.
pub const KEPT: &str = "At hand";
/// Group: used lately.
pub const RECENT: &str = "Used lately";
/// Group: the user's own.
pub const OWN: &str = "Your own";

/// Stands in the empty search: "36 scripts".
pub fn scripts(count: usize) -> String {
    counted(count, "script", "scripts")
}

/// How many the search finds, for those who hear it.
pub fn found(count: usize) -> String {
    counted(count, "script found", "scripts found")
}

/// Group: what suits a partner today.
pub fn fits(partner: &str) -> String {
    format!("Fits {partner} now")
}

/// A tag: how many faults an own script has.
pub fn faults(count: usize) -> String {
    format!("{} to put right", whole(count))
}

/// Said while no script is chosen.
pub const CHOOSE: &str = "What do you have to say?";
/// Below [`CHOOSE`].
pub const CHOOSE_WHY: &str = "Choose a script from the library. Names, dates and promises come from your records; the rest is asked once.";
/// Said when the script of the address is not there.
pub const NOT_HERE: &str = "This script is not here";
/// Below [`NOT_HERE`].
pub const NOT_HERE_WHY: &str =
    "It may have been deleted, here or in another tab. Undo or Recently deleted brings it back.";
/// Leads to the library.
pub const ALL_SCRIPTS: &str = "All scripts";

/// Keeps a script at hand.
pub const KEEP: &str = "Keep at hand";
/// Keeps it no longer.
pub const LET_GO: &str = "No longer keep at hand";
/// A script of the library.
pub const BUILT_IN: &str = "Built in";
/// A script of the user's own.
pub const OWN_TAG: &str = "Your own";
/// Stands for a title that is missing.
pub const WITHOUT_A_TITLE: &str = "Without a title";

/// A title, or what stands for it.
pub fn title_of(title: &str) -> &str {
    if title.trim().is_empty() { WITHOUT_A_TITLE } else { title }
}

impl Word for Category {
    fn word(self) -> &'static str {
        match self {
            Self::Meetings => "Meetings",
            Self::GiveFirst => "Give first",
            Self::KeepInTouch => "Keep in touch",
            Self::Reviews => "Reviews",
            Self::WatchAndEnd => "Watch and end",
            Self::AfterTheEnd => "After the end",
        }
    }
}

impl Word for Medium {
    fn word(self) -> &'static str {
        match self {
            Self::Email => "Email",
            Self::Call => "Call",
            Self::VideoCall => "Video call",
            Self::Note => "Note",
        }
    }
}

// ---------------------------------------------------------------- fields

/// The fields of a script.
pub const FIELDS: &str = "Fields";
/// With whom.
pub const PARTNER: &str = "Partner";
/// No partner is chosen.
pub const NO_PARTNER: &str = "Choose a partner";
/// There is no partner to choose.
pub const NO_PARTNERS: &str = "No partners yet";
/// To whom.
pub const TO: &str = "To";
/// Said when nobody is recorded at the partner.
pub const NOBODY_THERE: &str = "Nobody is recorded there yet, so you are asked for the name.";
/// The subject of a mail.
pub const SUBJECT: &str = "Subject";
/// Stands for a mail address that is missing.
pub const NO_ADDRESS: &str = "No mail address on record";
/// The boxes of optional passages.
pub const OPTIONAL: &str = "Say this too";
/// What stands in a field that is no day.
pub const NO_DAY: &str = "Write a day like 2026-11-21, between 1900 and 2200";
/// Where the words come from.
pub const FROM_RECORDS: &str = "From the records";
/// Where the words come from.
pub const FROM_SETTINGS: &str = "From the settings";
/// Where the words come from.
pub const TYPED_HERE: &str = "For this letter only";
/// Where the words come from.
pub const TYPED_INSTEAD: &str = "Changed for this letter only.";
/// Takes what was typed back.
pub const USE_RECORDS: &str = "Use the records";

/// Where the words come from: "Remembered since 21 Nov 2026".
pub fn remembered(on: Date) -> String {
    format!("Remembered for this partner since {}", day(on))
}

/// Where the words come from, when they belong to one person.
pub fn remembered_of_person(on: Date) -> String {
    format!("Remembered for this person since {}", day(on))
}

/// Somebody it can go to: "Ana Ruiz, Champion, Head of Alliances".
pub fn person(name: &str, standing: &str) -> String {
    if standing.is_empty() { name.to_owned() } else { [name, ", ", standing].concat() }
}

/// A field that the records fill.
pub fn record_field(field: RecordField) -> &'static str {
    match field {
        RecordField::ContactFirstName => "Their first name",
        RecordField::Contact => "Their full name",
        RecordField::ContactTitle => "Their title",
        RecordField::Partner => "Company",
        RecordField::Me => "Your name",
        RecordField::MyCompany => "Your company",
        RecordField::Today => "Today's date",
        RecordField::Quarter => "Latest completed quarter",
        RecordField::MonthsTogether => "Months together",
        RecordField::LastTouchDate => "Day you last spoke",
        RecordField::LastTopic => "What you last spoke about",
        RecordField::OpenCommitments => "What both sides still owe",
        RecordField::OurOpenCommitments => "What you still owe",
        RecordField::TheirOpenCommitments => "What they still owe",
        RecordField::MissedMilestones => "Missed milestones",
        RecordField::RecentResults => "Results of the last two quarters",
        RecordField::ZombieDay => "Day two quarters will have passed empty",
        RecordField::Ask => "What you ask for",
        RecordField::SuccessPicture => "What success looks like",
    }
}

// ---------------------------------------------------------------- doing

/// Copies the letter.
pub const COPY: &str = "Copy text";
/// Opens the mail program.
pub const OPEN_MAIL: &str = "Open in mail";
/// Copies the letter, and opens an empty mail.
pub const COPY_AND_MAIL: &str = "Copy, and open an empty mail";
/// Prints the letter.
pub const PRINT: &str = "Print";
/// Notes that the script was used.
pub const SAVE_TOUCHPOINT: &str = "Save as touchpoint";
/// Said when the letter is on the clipboard.
pub const COPIED: &str = "Text copied";
/// Said when the browser does not let the page copy.
pub const NOT_COPIED: &str =
    "This browser lets no page copy. The text is selected: copy it with Ctrl+C or ⌘C";

/// Stands before the fields that are missing.
pub fn missing(count: usize) -> String {
    match count {
        1 => "One field is empty:".to_owned(),
        _ => format!("{} fields are empty:", whole(count)),
    }
}

/// Said when an own script has faults.
pub fn has_faults(count: usize) -> String {
    format!("{} in this script. Put it right first.", counted(count, "fault is", "faults are"))
}

/// Said of a mail that is too long for the address of a mail.
pub fn too_long(has: usize, most: usize) -> String {
    format!(
        "This mail is too long to hand over whole: it takes {} characters, and mail programs cut off after {}. The text is copied; paste it into the mail that opens.",
        whole(has),
        whole(most)
    )
}

/// The note of a touchpoint: what it was, and its words.
pub fn noted(title: &str, text: &str) -> String {
    format!("{title}\n\n{text}")
}
