//! Calendars and cards for other programs: what stands in them, and where they are taken from.

use super::domain::{Word, day};
use super::meeting::listed;
use crate::catalogue::intl::counted;
use crate::domain::Side;
use crate::domain::ending::Wanted;
use crate::domain::occasion::{Kind, Occasion, What};
use crate::domain::{Contact, Date};

// ---------------------------------------------------------------- what stands in a calendar

/// What calendars call a file of everything.
pub const NAME: &str = "Bridgekeeper";

/// An occasion in one line: "We owe Northquay: the price list".
pub fn summary(occasion: &Occasion) -> String {
    let name = occasion.partner.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    let with_name = |what: &str| if name.is_empty() { what.to_owned() } else { format!("{name}: {what}") };
    match &occasion.what {
        What::Promise { what, side: Side::Ours, .. } => format!("We owe {name}: {what}"),
        What::Promise { what, side: Side::Theirs, .. } => format!("{name} owes us: {what}"),
        What::Milestone { what } => format!("Milestone with {name}: {what}"),
        What::Meeting { title, .. } => with_name(title),
        What::Item { text, .. } => with_name(text),
        What::Partner { .. } => format!("Be in touch with {name}"),
        What::Person { name: person, .. } => format!("Be in touch with {person}, {name}"),
        What::Ending { wanted, about } => with_name(&match wanted {
            Wanted::Talk => "the honest call".to_owned(),
            Wanted::Review => "the post-mortem".to_owned(),
            Wanted::Action => about.clone(),
            Wanted::Note if about.is_empty() => "the note to the person we keep".to_owned(),
            Wanted::Note => format!("the note to {about}"),
        }),
    }
}

/// More about an occasion, in one or two sentences.
pub fn description(occasion: &Occasion) -> String {
    match &occasion.what {
        What::Promise { person, .. } => {
            let who = person.as_ref().map(|person| format!("{person} sees to it. ")).unwrap_or_default();
            let moved = match occasion.moves {
                0 => String::new(),
                1 => ", moved once".to_owned(),
                times => format!(", moved {times} times"),
            };
            format!("{who}Promised on {}{moved}.", day(occasion.said_on))
        }
        What::Milestone { .. } => format!("Agreed by both sides on {}.", day(occasion.said_on)),
        What::Meeting { how, theirs, .. } => format!("{} with {}.", how.word(), listed(theirs)),
        What::Item { playbook, .. } => format!("An item of the playbook {playbook}."),
        What::Partner { last: None } => "No two-way touch so far.".to_owned(),
        What::Partner { last: Some(last) } | What::Person { last, .. } => {
            format!("The last two-way touch was on {}.", day(*last))
        }
        What::Ending { wanted: Wanted::Action, .. } => "What was to change because of an ending.".to_owned(),
        What::Ending { .. } => "Part of an ending.".to_owned(),
    }
}

// ---------------------------------------------------------------- taking it along

/// A file with one thing, or a few.
pub const TO_CALENDAR: &str = "Add to calendar";
/// Downloads what was chosen.
pub const DOWNLOAD: &str = "Download calendar";
/// Above the choice of kinds.
pub const KINDS: &str = "What goes into the calendar";
/// Below it.
pub const ABOUT: &str = "One file (.ics) that calendars open. Open a newer one later: what is there already is brought up to date, not doubled.";
/// Nothing was chosen, or nothing has a day.
pub const NOTHING: &str = "Nothing of what you chose has a day to come, so there is nothing to download.";

/// A kind in the choice.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Promise => "Open promises, ours and theirs",
        Kind::Milestone => "Open milestones",
        Kind::Meeting => "Meetings to come",
        Kind::Item => "Playbook items with a day",
        Kind::Partner => "When partners should hear from us",
        Kind::Person => "When people should hear from us",
        Kind::Ending => "Endings: calls, post-mortems, actions, notes",
    }
}

/// Said once a calendar is downloaded.
pub fn downloaded(count: usize) -> String {
    format!("{} downloaded for your calendar", counted(count, "entry", "entries"))
}

/// The name of a file of a day.
pub fn file(stem: &str, day: Date) -> String {
    format!("bridgekeeper-{stem}-{day}.ics")
}

// ---------------------------------------------------------------- cards

/// Downloads somebody as a card.
pub const CARD: &str = "Download card (.vcf)";
/// The same, with what is private.
pub const CARD_WITH_NOTES: &str = "Download with private notes";
/// Downloads a list of people as cards.
pub const CARDS: &str = "Download as cards (.vcf)";

/// Said once cards are downloaded; `counted` as in "12 people".
pub fn cards_downloaded(counted: &str) -> String {
    format!("{counted} downloaded, without private notes")
}

/// Said once a card is downloaded, with what is private or without.
pub const fn card_downloaded(with_notes: bool) -> &'static str {
    if with_notes {
        "Card downloaded, private notes included"
    } else {
        "Card downloaded, without private notes"
    }
}

/// The name of a file of cards.
pub fn card_file(stem: &str) -> String {
    format!("{stem}.vcf")
}

/// The name of a file of several people.
pub fn people_stem(day: Date) -> String {
    format!("bridgekeeper-people-{day}")
}

/// What is private about somebody, for a card of theirs.
pub fn private(contact: &Contact) -> String {
    let research = &contact.research;
    let parts = [
        ("", &contact.person.notes),
        ("The path they came: ", &research.path),
        ("What they share with us: ", &research.shares),
        ("What they wrote or said: ", &research.said),
        ("What they care about: ", &research.cares_about),
    ];
    let parts = parts.into_iter().filter_map(|(label, note)| Some([label, note.as_ref()?.as_str()].concat()));
    parts.collect::<Vec<_>>().join("\n")
}
