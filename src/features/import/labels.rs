//! The engine's own words for what it offers, as this page says them.

use crate::catalogue::{Word, import as words};
use crate::domain::contact::Role;
use crate::domain::{PartnerKind, Stage, Tier};
use crate::errands::messages::Becomes;
use crate::interchange::import::mapping::MatchKey;
use crate::interchange::import::{Delimiter, Quote, Subject, Target};

/// What a column becomes.
pub fn target(target: &Target) -> String {
    let word = match target {
        Target::PartnerName => words::PARTNER_NAME,
        Target::Domain => words::DOMAIN,
        Target::Kind => words::KIND,
        Target::Stage => words::STAGE,
        Target::Tier => words::TIER,
        Target::Owner => words::OWNER,
        Target::Tags => words::TAGS,
        Target::Notes => words::NOTES,
        Target::Link => words::LINK,
        Target::LaunchedOn => words::LAUNCHED_ON,
        Target::TrackedFrom => words::TRACKED_FROM,
        Target::Own(name) => return words::own_field(name),
        Target::PersonName => words::PERSON_NAME,
        Target::FirstName => words::FIRST_NAME,
        Target::LastName => words::LAST_NAME,
        Target::Email => words::EMAIL,
        Target::Phone => words::PHONE,
        Target::Title => words::TITLE,
        Target::Role => words::ROLE,
        Target::PersonTier => words::PERSON_TIER,
        Target::PersonNotes => words::PERSON_NOTES,
        Target::PersonLink => words::PERSON_LINK,
    };
    word.to_owned()
}

/// Our words that a word of a column can stand for.
pub fn ours(target: &Target) -> Vec<String> {
    fn all<W: Word>(words: &[W]) -> Vec<String> {
        words.iter().map(|word| word.word().to_owned()).collect()
    }
    match target {
        Target::Kind => all(&PartnerKind::ALL),
        Target::Stage => all(&Stage::ALL),
        Target::Tier | Target::PersonTier => all(&Tier::ALL),
        Target::Role => all(&Role::ALL),
        _ => Vec::new(),
    }
}

/// What a target says, as in a change: a word of ours by its place, anything else as it is.
pub fn value(target: &Target, text: &str) -> String {
    let word = || text.parse().ok().and_then(|place: usize| ours(target).into_iter().nth(place));
    target.is_word().then(word).flatten().unwrap_or_else(|| text.to_owned())
}

/// What each row is.
pub const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Partners => words::A_PARTNER,
        Subject::Contacts => words::A_PERSON,
    }
}

/// By what a row is recognised.
pub const fn key(key: MatchKey) -> &'static str {
    match key {
        MatchKey::Domain => words::BY_DOMAIN,
        MatchKey::Email => words::BY_EMAIL,
        MatchKey::Name => words::BY_NAME,
    }
}

/// What stands between cells.
pub const fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => words::COMMA,
        Delimiter::Semicolon => words::SEMICOLON,
        Delimiter::Tab => words::TAB,
        Delimiter::Pipe => words::PIPE,
    }
}

/// What stands around cells.
pub const fn quote(quote: Quote) -> &'static str {
    match quote {
        Quote::Double => words::DOUBLE,
        Quote::Single => words::SINGLE,
        Quote::Nothing => words::NO_QUOTES,
    }
}

/// What becomes of rows.
pub const fn becomes(becomes: Option<Becomes>) -> &'static str {
    match becomes {
        None => words::ALL,
        Some(Becomes::Create) => words::CREATE,
        Some(Becomes::Update) => words::UPDATE,
        Some(Becomes::Ask) => words::DECIDE,
        Some(Becomes::Skip) => words::SKIP,
        Some(Becomes::Error) => words::ERROR,
    }
}
