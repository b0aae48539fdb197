//! Playbooks: the library, one of them, and the editor of one's own.

use super::domain::day;
use crate::catalogue::intl::{self, counted};
use crate::domain::Date;
use crate::domain::checklist::{EvidenceKind, PartnerField};
use crate::domain::source::Source;

/// The name of the screen.
pub const PLAYBOOKS: &str = "Playbooks";
/// Beneath it.
pub const LEDE: &str = "Checklists for each part of a partnership. Start one: it counts the days, asks for proof where proof is needed, and puts what is due on Today.";
/// Heading of the library.
pub const LIBRARY: &str = "Library";
/// Searches the library.
pub const SEARCH: &str = "Search playbooks";
/// In the empty search.
pub const SEARCH_HINT: &str = "Title, purpose or item";
/// What is looked through, for those who do not see it.
pub const PHASES: &str = "Which part of a partnership";
/// All of them.
pub const ALL: &str = "All";
/// One's own.
pub const OWN: &str = "Your own";
/// Said when the search finds nothing.
pub const NO_MATCH: &str = "No playbook matches. Try one word of what is to be done.";
/// Said when there is none of one's own.
pub const NO_OWN: &str =
    "None of your own yet. Open one and choose “Duplicate to edit”, or begin an empty one.";
/// Parts of a partnership, in their order; the last is upkeep.
pub const PHASE: [&str; 6] =
    ["Begin a program", "Meet and agree", "Get going", "Keep it healthy", "End well", "Upkeep"];

/// Begins one of one's own.
pub const NEW: &str = "New playbook";
/// Takes one in from a file.
pub const IMPORT: &str = "Import";
/// Where a file that was refused is named.
pub fn refused(file: &str, fault: &str) -> String {
    format!(
        "{file} was not imported. {fault}. Nothing here has changed; correct the file and import it again."
    )
}
/// A file beyond any checklist; it follows "could not be read: ".
pub const TOO_LARGE: &str = "it is far larger than a checklist";
/// A file that could not be read at all.
pub fn unreadable(file: &str, why: &str) -> String {
    format!("{file} could not be read: {why}.")
}
/// Puts a refusal away.
pub const PUT_AWAY: &str = "Close";

/// Starts it.
pub const START: &str = "Start";
/// Makes a copy to change.
pub const DUPLICATE: &str = "Duplicate to edit";
/// Hands it out as a file.
pub const EXPORT: &str = "Export as a file";
/// Prints it.
pub const PRINT: &str = "Print";
/// Changes it.
pub const EDIT: &str = "Edit";
/// What else can be done with it.
pub const MORE: &str = "More for this playbook";
/// When to use it.
pub const WHEN: &str = "Use it";
/// When not to.
pub const NOT_WHEN: &str = "Leave it";
/// Where it comes from.
pub const SOURCES: &str = "Source";
/// What its days are counted from.
pub const DAYS_OF: &str = "Days";
/// What is asked.
pub const ASKS: &str = "Asks";
/// Beside one that comes with the product.
pub const BUILT_IN: &str = "Built in";
/// Beside one of one's own.
pub const IS_OWN: &str = "Your own";
/// Heading when it is gone.
pub const GONE: &str = "This playbook is not here";
/// Below [`GONE`].
pub const GONE_WHY: &str = "It may have been deleted, here or in another tab.";
/// The way on.
pub const GO_TO_PLAYBOOKS: &str = "Go to Playbooks";

/// The title of a copy.
pub fn copy_of(title: &str) -> String {
    format!("{title}, our way")
}

/// How many items there are.
pub fn items(count: usize) -> String {
    counted(count, "item", "items")
}

/// How many playbooks were found.
pub fn found(count: usize) -> String {
    counted(count, "playbook", "playbooks")
}

/// What the days are counted from.
pub fn counted_from(anchor: &str) -> String {
    format!("Days are counted from {anchor}.")
}

/// Which edition it is.
pub fn version(version: u32) -> String {
    format!("Version {version}")
}

/// When an item is due, by the template.
pub fn due(days: Option<i32>, on: Option<Date>) -> String {
    match (days, on) {
        (_, Some(on)) => day(on),
        (None, None) => String::new(),
        (Some(0), None) => "on the day".to_owned(),
        (Some(days), None) => {
            let count = usize::try_from(days.unsigned_abs()).unwrap_or(0);
            let side = if days < 0 { "before" } else { "after" };
            format!("{} {side}", counted(count, "day", "days"))
        }
    }
}

/// Where a practice comes from.
pub const fn source(source: Source) -> &'static str {
    match source {
        Source::Recover => "How to recover from a partnership failure",
        Source::FirstYear => "Why most partnership programs fail in the first year",
        Source::Meeting => "How to win a partnership meeting",
        Source::Practice => "Public practice",
    }
}

/// What shows that an item is done.
pub const fn evidence(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::None => "Nothing",
        EvidenceKind::Note => "A note",
        EvidenceKind::Link => "A link",
        EvidenceKind::Written => "A written confirmation",
    }
}

/// A field of the partner.
pub const fn partner_field(field: PartnerField) -> &'static str {
    match field {
        PartnerField::Kind => "Kind of partnership",
        PartnerField::Tier => "Tier",
        PartnerField::Stage => "Stage",
    }
}

/// A condition: what it looks at, and what for.
pub fn only_if(what: &str, is_one_of: &str) -> String {
    format!("Only if {what}: {is_one_of}")
}

/// Joins the answers of a condition.
pub const OR: &str = " or ";

/// Heading of the editor of a new one.
pub const EDITOR_NEW: &str = "A playbook of your own";
/// Heading of the editor.
pub const EDITOR: &str = "Edit playbook";
/// The title.
pub const TITLE: &str = "Title";
/// What it is for.
pub const PURPOSE: &str = "What is true when it is done";
/// When to use it.
pub const WHEN_FIELD: &str = "When to use it";
/// When not.
pub const NOT_WHEN_FIELD: &str = "When not to, and what to do instead";
/// What days are counted from.
pub const ANCHOR_FIELD: &str = "Days are counted from …";
/// Below it.
pub const ANCHOR_HINT: &str = "Such as “the review day”";
/// How often.
pub const RECURS: &str = "Comes round";
/// The choices of [`RECURS`].
pub const RECURRENCES: [&str; 3] = ["Never", "Every month", "Every quarter"];
/// A heading of items.
pub const SECTION: &str = "Heading";
/// What is to be done.
pub const ITEM: &str = "What is to be done";
/// How.
pub const HELP: &str = "How to do it well";
/// When.
pub const DAYS: &str = "Days after (before: negative)";
/// The very day.
pub const ON_DAY: &str = "Or a fixed day";
/// Whether it is needed.
pub const REQUIRED: &str = "The playbook cannot be finished without it";
/// What it asks for.
pub const EVIDENCE: &str = "What shows that it is done";
/// When it applies.
pub const CONDITION: &str = "Applies";
/// Always.
pub const ALWAYS: &str = "Always";
/// Ticks the answers.
pub const IS_ONE_OF: &str = "If it is one of";
/// A condition without an answer.
pub const CHOOSE_ONE: &str = "Tick at least one answer, or let it apply always";
/// A further condition.
pub const AND_ONLY_IF: &str = "And only if";
/// No further condition.
pub const NO_FURTHER: &str = "Nothing further";
/// Adds a condition.
pub const ADD_CONDITION: &str = "Add a condition";
/// Heading of the questions.
pub const QUESTIONS: &str = "Questions";
/// Below it.
pub const QUESTIONS_WHY: &str = "Asked when it starts; items can depend on the answer.";
/// A question.
pub const QUESTION: &str = "Question";
/// Its answers.
pub const ANSWERS: &str = "Answers, one a line";
/// Adds a question.
pub const ADD_QUESTION: &str = "Add a question";
/// Adds an item.
pub const ADD_ITEM: &str = "Add an item";
/// Adds a heading.
pub const ADD_SECTION: &str = "Add a heading";
/// Moves up.
pub const UP: &str = "Move up";
/// Moves down.
pub const DOWN: &str = "Move down";
/// Takes away.
pub const REMOVE: &str = "Remove";
/// Drags.
pub const DRAG: &str = "Drag to another place";
/// Saves.
pub const SAVE: &str = "Save";
/// Stands for an item without words.
pub const UNNAMED: &str = "New item";
/// Details of an item.
pub const DETAILS: &str = "Day, evidence and condition";
/// What the editor found.
pub fn fault(sentence: &str) -> String {
    format!("It is not saved yet. {sentence}.")
}
/// Which item a fault is in.
pub fn in_item(section: usize, item: usize) -> String {
    format!("Heading {}, item {}", intl::whole(section + 1), intl::whole(item + 1))
}
/// Which heading a fault is in.
pub fn in_section(section: usize) -> String {
    format!("Heading {}", intl::whole(section + 1))
}
/// Which question a fault is in.
pub fn in_question(question: usize) -> String {
    format!("Question {}", intl::whole(question + 1))
}
/// A number that is none.
pub const NOT_DAYS: &str = "Use a whole number of days from -365 to 365";
/// The words of a field that a fault is in, as files name it.
pub fn field(name: &str) -> &'static str {
    match name {
        "title" => TITLE,
        "purpose" => PURPOSE,
        "when" => WHEN_FIELD,
        "not_when" => NOT_WHEN_FIELD,
        "anchor" => ANCHOR_FIELD,
        "text" => ITEM,
        "help" => HELP,
        "answers" => ANSWERS,
        _ => "",
    }
}
