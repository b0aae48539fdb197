//! Scripts: the library, filling one in, and the user's own.

use super::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::Date;
use crate::domain::script::{Category, FieldKind, Medium, RecordField};

/// Title of the screen.
pub const SCRIPTS: &str = "Scripts";
/// The column of scripts.
pub const LIBRARY: &str = "Script library";
/// The search in it.
pub const FIND: &str = "Find a script";
/// Said when the search finds nothing.
pub const NO_MATCH: &str = "No script has these words.";
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

/// Said of own scripts that cannot be read.
pub fn unreadable(count: usize) -> String {
    format!(
        "{} cannot be read here, perhaps because a newer version wrote them. They are kept as they are.",
        counted(count, "script of yours", "scripts of yours")
    )
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
        "This mail is too long to hand over whole: it takes {} characters, and mail programs cut off after {}. The button copies the text; paste it into the mail that opens.",
        whole(has),
        whole(most)
    )
}

/// The note of a touchpoint: what it was, and its words.
pub fn noted(title: &str, text: &str) -> String {
    format!("{title}\n\n{text}")
}

// ---------------------------------------------------------------- own scripts

/// Takes a script from a file.
pub const IMPORT: &str = "Import";
/// Hands a script out as a file.
pub const EXPORT: &str = "Export as a file";
/// Leads to the editor.
pub const EDIT: &str = "Edit";
/// Makes an own script of this one.
pub const DUPLICATE: &str = "Duplicate to edit";
/// More that can be done with a script.
pub const MORE: &str = "More for this script";
/// Stands above what is wrong with a file.
pub const NOT_IMPORTED: &str =
    "This file was not taken, and nothing was changed. Put this right in it and import it again:";
/// Takes a message away.
pub const DISMISS: &str = "Dismiss";
/// The title of a new script.
pub const BLANK_TITLE: &str = "New script";
/// When to use a new script.
pub const BLANK_WHEN: &str = "Say when to use it.";
/// When not to use a new script.
pub const BLANK_NOT_WHEN: &str = "Say when not to, and what to do instead.";
/// The subject of a new script.
pub const BLANK_SUBJECT: &str = "About {partner}";
/// The passages of a new script.
pub const BLANK_PASSAGES: [&str; 3] =
    ["Hello {contact_first_name},", "Write here what you want to say.", "{me}"];
/// A new passage.
pub const BLANK_PASSAGE: &str = "Write here what you want to say.";
/// A new field.
pub const BLANK_FIELD: &str = "New field";

/// The title of a copy.
pub fn copy_of(title: &str) -> String {
    let short: String = title.chars().take(70).collect();
    format!("{short}, ours")
}

/// How many more faults there are than are listed.
pub fn and_more(count: usize) -> String {
    format!("And {} more.", whole(count))
}

/// The editor.
pub const EDITOR: &str = "Edit the script";
/// Below the title of the editor.
pub const EDITOR_WHY: &str =
    "What you type is kept as soon as you leave a field. Write {{ and }} for braces themselves.";
/// Leaves the editor.
pub const DONE: &str = "Done";
/// What a script is called.
pub const TITLE: &str = "Title";
/// What it is for.
pub const CATEGORY: &str = "What it is for";
/// How it reaches people.
pub const MEDIUM: &str = "How it is said";
/// When to use it.
pub const WHEN: &str = "When to use it";
/// When not to.
pub const NOT_WHEN: &str = "When not to";
/// What keeps people from misusing it.
pub const GUARDRAIL: &str = "Guardrail (may be empty)";
/// Its parts.
pub const PASSAGES: &str = "Passages";
/// Adds a part.
pub const ADD_PASSAGE: &str = "Add a passage";
/// Puts a field in.
pub const INSERT_FIELD: &str = "Insert field";
/// Makes a passage optional.
pub const IS_OPTIONAL: &str = "Optional";
/// What stands beside the box of an optional passage.
pub const BESIDE_BOX: &str = "Words beside its box";
/// The fields a script asks for.
pub const ASKED_FIELDS: &str = "Fields to ask for";
/// Below [`ASKED_FIELDS`].
pub const ASKED_FIELDS_WHY: &str = "Names, dates and promises come from the records. What they do not hold is asked for here, once for each partner.";
/// Adds a field.
pub const ADD_FIELD: &str = "Add a field";
/// What the user reads at a field.
pub const FIELD_LABEL: &str = "Label";
/// The word of a field between braces.
pub const FIELD_NAME: &str = "Name between braces";
/// What is typed into a field.
pub const FIELD_KIND: &str = "Kind";
/// A hint below a field.
pub const FIELD_HELP: &str = "Hint (may be empty)";
/// Whether an answer belongs to a person.
pub const IS_PERSONAL: &str = "Belongs to the person, not to the partner";
/// The script as it will be read.
pub const PREVIEW: &str = "Preview";

impl Word for FieldKind {
    fn word(self) -> &'static str {
        match self {
            Self::Line => "One line",
            Self::Text => "Several lines",
            Self::Date => "Day",
            Self::Number => "Number",
        }
    }
}

/// A passage by its number.
pub fn passage(number: usize) -> String {
    format!("Passage {}", whole(number))
}

/// Moves a passage up.
pub fn passage_up(number: usize) -> String {
    format!("Move passage {} up", whole(number))
}

/// Moves a passage down.
pub fn passage_down(number: usize) -> String {
    format!("Move passage {} down", whole(number))
}

/// Takes a passage out.
pub fn remove_passage(number: usize) -> String {
    format!("Remove passage {}", whole(number))
}

/// A field by its number.
pub fn field(number: usize) -> String {
    format!("Field {}", whole(number))
}

/// Takes a field out.
pub fn remove_field(number: usize) -> String {
    format!("Remove field {}", whole(number))
}

/// A field in the menu that inserts one: its label and its name.
pub fn field_item(label: &str, name: &str) -> String {
    format!("{label} {{{name}}}")
}

/// A fault with its place in the text.
pub fn fault_at(line: usize, column: usize, what: &str) -> String {
    format!("Line {}, column {}: {what}", whole(line), whole(column))
}

/// How much is wrong with the script.
pub fn faults_listed(count: usize) -> String {
    format!(
        "{} to put right before it can be copied; each is listed at its place.",
        counted(count, "fault", "faults")
    )
}

/// Why the last change was not kept.
pub fn not_kept(sentence: &str) -> String {
    format!("The last change is not kept yet: {sentence}")
}
