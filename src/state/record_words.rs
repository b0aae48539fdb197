//! What documents and records are to a user: what kind of thing, and in which words. Read from the JSON, whatever the
//! version, so that what cannot be understood any more still has a name.

use serde::Deserialize;

use crate::catalogue::{self, trash as nouns};
use crate::storage::document::{Document, Record};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::records::{CONTACT, PARTNER};

/// The words that records of any kind may have; what a record has not is absent.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Words {
    name: Option<String>,
    text: Option<String>,
    path: Option<String>,
    cares_about: Option<String>,
    what: Option<String>,
    note: Option<String>,
    title: Option<String>,
    role: Option<String>,
    on: Option<String>,
    dates: Option<Dates>,
}

#[derive(Deserialize)]
struct Dates {
    made_on: String,
}

fn words_of(record: &Record) -> Words {
    record.text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The name in a dossier's profile or in a person's record.
pub fn document_name(document: &Document) -> Option<String> {
    words_of(document.records.get("profile").or_else(|| document.records.get("person"))?).name
}

/// The words a user knows a record by, whatever kind it is.
pub fn own_words(record: &Record) -> String {
    let words = words_of(record);
    let day = words.on.or_else(|| Some(words.dates?.made_on)).map(day_or);
    let text = words.what.or(words.name).or(words.note).or(words.title).or(words.role).or(words.text);
    let text = text.or(words.path).or(words.cares_about);
    let text = text.map(|text| text.chars().take(80).collect::<String>());
    match (text, day) {
        (Some(text), Some(day)) => nouns::told(&text, &day),
        (Some(text), None) => text,
        (None, Some(day)) => day,
        (None, None) => nouns::WITHOUT_WORDS.to_owned(),
    }
}

/// A day as days are read; any other words as they are.
pub fn day_or(words: String) -> String {
    words.parse().map_or(words, catalogue::day)
}

/// What kind of thing a document is, to a user.
pub fn document_noun(key: &DocumentKey) -> &'static str {
    match key.kind() {
        PARTNER => nouns::PARTNER,
        CONTACT => nouns::PERSON,
        _ => nouns::DOCUMENT,
    }
}

/// What kind of thing a record is, to a user.
pub fn noun(path: &RecordPath) -> &'static str {
    match path.as_str().split('/').next().unwrap_or_default() {
        "touchpoints" => nouns::TOUCHPOINT,
        "commitments" => nouns::PROMISE,
        "milestones" => nouns::MILESTONE,
        "traction" => nouns::RESULT,
        "ledger" => nouns::GIVE_OR_GET,
        "pulses" => nouns::RATING,
        "stages" => nouns::CHANGE_OF_STAGE,
        "tiers" => nouns::CHANGE_OF_TIER,
        "saved" => nouns::SAVED_VIEW,
        "links" => nouns::LINK,
        "fields" => nouns::CUSTOM_FIELD,
        "research" => nouns::RESEARCH,
        "employments" => nouns::EMPLOYMENT,
        "roles" => nouns::ROLE,
        "answers" => nouns::ANSWER,
        "own" => nouns::SCRIPT,
        "runs" => nouns::PLAYBOOK,
        "templates" => nouns::OWN_PLAYBOOK,
        "meetings" => nouns::MEETING,
        "probes" => nouns::PROBE,
        "objections" => nouns::OBJECTION,
        "notes" => nouns::MEETING_NOTE,
        "profile" | "person" => nouns::DETAILS,
        "general" => nouns::WORKSPACE,
        "health_models" => nouns::HEALTH_MODEL,
        "put_off" => nouns::PUT_OFF,
        "tags" => nouns::TAG,
        "marks" | "copies" => nouns::PLAYBOOK_ITEM,
        "briefs" => nouns::PREPARATION,
        "differences" => nouns::READING,
        "endings" => nouns::ENDING,
        "adjustments" => nouns::BAND,
        "deferrals" => nouns::DEFERRAL,
        "breaches" => nouns::BREACH,
        "escalations" => nouns::ESCALATION,
        "signals" => nouns::SIGNAL,
        "stakeholders" => nouns::STAKEHOLDER,
        "fit" => nouns::FIT,
        "decision" => nouns::DECISION,
        "asks" => nouns::ASK,
        _ => nouns::RECORD,
    }
}
