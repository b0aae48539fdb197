//! What is in the trash or differs from a backup, by the nouns of the domain.

/// To what was deleted.
pub const LOOK_IN_DELETED: &str = "Look in Recently deleted";
/// A partner with everything about it.
pub const PARTNER: &str = "Partner";
/// A person with everything about them.
pub const PERSON: &str = "Person";
/// A whole document of no known kind.
pub const DOCUMENT: &str = "Document";
/// What kind of record was deleted.
pub const TOUCHPOINT: &str = "Touchpoint";
/// What kind of record was deleted.
pub const PROMISE: &str = "Promise";
/// What kind of record was deleted.
pub const MILESTONE: &str = "Milestone";
/// What kind of record was deleted.
pub const RESULT: &str = "Result";
/// What kind of record was deleted.
pub const GIVE_OR_GET: &str = "Give or get";
/// What kind of record was deleted.
pub const RATING: &str = "Rating";
/// What kind of record was deleted.
pub const CHANGE_OF_STAGE: &str = "Change of stage";
/// What kind of record was deleted.
pub const CHANGE_OF_TIER: &str = "Change of tier";
/// What kind of record was deleted.
pub const SAVED_VIEW: &str = "Saved view";
/// What kind of record was deleted.
pub const LINK: &str = "Link";
/// What kind of record was deleted.
pub const CUSTOM_FIELD: &str = "Custom field";
/// What kind of record was deleted.
pub const RESEARCH: &str = "Research";
/// What kind of record was deleted.
pub const EMPLOYMENT: &str = "Employment";
/// What kind of record was deleted.
pub const ROLE: &str = "Role";
/// What kind of record was deleted.
pub const ANSWER: &str = "Words for a script";
/// What kind of record was deleted.
pub const SCRIPT: &str = "Script";
/// What kind of record was deleted.
pub const PLAYBOOK: &str = "Playbook at work";
/// What kind of record was deleted.
pub const OWN_PLAYBOOK: &str = "Playbook of your own";
/// What kind of record was deleted.
pub const MEETING: &str = "Meeting";
/// What kind of record was deleted.
pub const PROBE: &str = "Hard question";
/// What kind of record was deleted.
pub const OBJECTION: &str = "Objection";
/// What kind of record was deleted.
pub const MEETING_NOTE: &str = "Note of a meeting";
/// What kind of record it is.
pub const DETAILS: &str = "Details";
/// What kind of record it is.
pub const WORKSPACE: &str = "Your name and company";
/// What kind of record it is.
pub const HEALTH_MODEL: &str = "Health model";
/// What kind of record it is.
pub const PUT_OFF: &str = "Put off on Today";
/// What kind of record it is.
pub const TAG: &str = "Tag";
/// What kind of record it is.
pub const PLAYBOOK_ITEM: &str = "Item of a playbook";
/// What kind of record it is.
pub const PREPARATION: &str = "Preparation of a meeting";
/// What kind of record it is.
pub const READING: &str = "Difference in reading";
/// What kind of record it is.
pub const ENDING: &str = "Part of an ending";
/// What kind of record it is.
pub const BAND: &str = "Band set by hand";
/// What kind of record it is.
pub const DEFERRAL: &str = "Decision put off";
/// What kind of record it is.
pub const BREACH: &str = "Breach";
/// What kind of record it is.
pub const ESCALATION: &str = "Escalation";
/// What kind of record it is.
pub const SIGNAL: &str = "Signal";
/// What kind of record it is.
pub const STAKEHOLDER: &str = "Person who decides";
/// What kind of record it is.
pub const FIT: &str = "Fit";
/// What kind of record it is.
pub const DECISION: &str = "How they decide";
/// What kind of record it is.
pub const ASK: &str = "Ask";
/// A record of no known kind.
pub const RECORD: &str = "Record";
/// Stands for a name that is missing.
pub const WITHOUT_A_NAME: &str = "Without a name";
/// Stands for a record that says nothing.
pub const WITHOUT_WORDS: &str = "Without words";

/// The words of a record and its day.
pub fn told(text: &str, day: &str) -> String {
    format!("{text} · {day}")
}
