//! All that is wrong with a script: each fault with its sentence and its place.

use std::fmt;

use crate::domain::order::sorted_by_key;

use super::records::RecordField;
use super::template::{self, Slip, Spot};
use super::{FORMAT, Medium, Script};

/// Where in a script something stands. Numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Its word.
    Id,
    /// What it is called.
    Title,
    /// When to use it.
    When,
    /// When not to.
    NotWhen,
    /// What keeps people from misusing it.
    Guardrail,
    /// The subject of the mail.
    Subject,
    /// A field it asks for.
    Field(usize),
    /// The words of a passage.
    Passage(usize),
    /// What stands beside the box of a passage.
    Label(usize),
    /// The whole of it.
    Whole,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id => f.write_str("Id"),
            Self::Title => f.write_str("Title"),
            Self::When => f.write_str("When to use it"),
            Self::NotWhen => f.write_str("When not to"),
            Self::Guardrail => f.write_str("Guardrail"),
            Self::Subject => f.write_str("Subject"),
            Self::Field(place) => write!(f, "Field {}", place + 1),
            Self::Passage(place) => write!(f, "Passage {}", place + 1),
            Self::Label(place) => write!(f, "Words beside the box of passage {}", place + 1),
            Self::Whole => f.write_str("Script"),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// A brace.
    #[error("{0}")]
    Slip(Slip),
    /// Nothing is written.
    #[error("Write something here")]
    Empty,
    /// Too much is written.
    #[error("Shorten this to {most} characters; it has {has}")]
    TooLong {
        /// Characters it may have.
        most: usize,
        /// Characters it has.
        has: usize,
    },
    /// A word that cannot be one.
    #[error("“{id}” cannot be a name. Use small letters, digits and {joint}")]
    NotAnId {
        /// The word.
        id: String,
        /// What joins its parts.
        joint: char,
    },
    /// Two have the same word.
    #[error("“{id}” is the name of another already. Choose a different one")]
    Twice {
        /// The word.
        id: String,
    },
    /// A field the records fill is asked for.
    #[error("“{id}” is filled from the records. Choose a different name, or use it without asking")]
    FromRecords {
        /// The word.
        id: String,
    },
    /// Nobody uses a field.
    #[error("No passage uses {{{id}}}. Insert it somewhere, or remove the field")]
    Unused {
        /// The word.
        id: String,
    },
    /// An optional passage without words beside its box.
    #[error("An optional passage needs words beside its box")]
    NoLabel,
    /// Only mails have a subject.
    #[error("Only a mail has a subject, and a mail needs one")]
    SubjectOfNoMail,
    /// Too few or too many.
    #[error("A script has {least} to {most} {what}; this one has {has}")]
    Count {
        /// What is counted.
        what: &'static str,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
        /// How many there are.
        has: usize,
    },
    /// A list in the midst of a line.
    #[error("{{{id}}} is a list. Let it stand on a line of its own")]
    ListInLine {
        /// The word of the field.
        id: String,
    },
}

/// A fault of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub wrong: Wrong,
    /// Line and column in the text of the place, from 1.
    pub at: Option<(usize, usize)>,
    /// Its bytes in the text of the place.
    pub span: Option<(usize, usize)>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => {
                write!(f, "{}, line {line}, column {column}: {}", self.place, self.wrong)
            }
            None => write!(f, "{}: {}", self.place, self.wrong),
        }
    }
}

/// Characters of a title.
pub const MOST_IN_TITLE: usize = 80;
/// Characters of when to use it, and when not to.
pub const MOST_IN_WHEN: usize = 400;
/// Characters of what keeps people from misusing it.
pub const MOST_IN_GUARDRAIL: usize = 300;
/// Characters of a subject.
pub const MOST_IN_SUBJECT: usize = 150;
/// Characters of a passage.
pub const MOST_IN_PASSAGE: usize = 2_000;
/// Characters of a label.
pub const MOST_IN_LABEL: usize = 60;
/// Characters of a hint.
pub const MOST_IN_HELP: usize = 200;
/// Passages of a script.
pub const MOST_PASSAGES: usize = 14;
/// Fields a script asks for.
pub const MOST_FIELDS: usize = 30;

/// Everything that is wrong with a script, in the order in which it is written. `[]` means that it can be used.
pub fn faults(script: &Script) -> Vec<Fault> {
    let mut checker = Checker { script, faults: Vec::new(), used: Vec::new() };
    checker.head();
    checker.passages();
    checker.fields();
    checker.faults
}

/// A text in pieces, each with whether it is wrong, by the faults of its place. Together the pieces are the text; of more
/// than `most` faults the first are told.
pub fn pieces<'t>(text: &'t str, faults: &[Fault], most: usize) -> Vec<(&'t str, bool)> {
    let spans = faults.iter().filter_map(|fault| fault.span).collect();
    let mut pieces = Vec::new();
    let mut done = 0;
    for (from, to) in sorted_by_key(spans, |span| *span).into_iter().take(most) {
        let from = from.max(done);
        let (Some(before), Some(wrong)) = (text.get(done..from), text.get(from..to)) else { continue };
        pieces.push((before, false));
        pieces.push((wrong, true));
        done = to;
    }
    pieces.push((text.get(done..).unwrap_or_default(), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

struct Checker<'s> {
    script: &'s Script,
    faults: Vec<Fault>,
    used: Vec<&'s str>,
}

impl<'s> Checker<'s> {
    fn head(&mut self) {
        let script = self.script;
        if script.format != FORMAT || !is_slug(&script.id) {
            self.fault(Place::Id, Wrong::NotAnId { id: script.id.clone(), joint: '-' });
        }
        self.length(Place::Title, &script.title, MOST_IN_TITLE);
        self.length(Place::When, &script.when, MOST_IN_WHEN);
        self.length(Place::NotWhen, &script.not_when, MOST_IN_WHEN);
        if let Some(guardrail) = &script.guardrail {
            self.length(Place::Guardrail, guardrail, MOST_IN_GUARDRAIL);
        }
        if script.subject.is_some() != (script.channel == Medium::Email) {
            self.fault(Place::Subject, Wrong::SubjectOfNoMail);
        }
        if let Some(subject) = &script.subject {
            self.length(Place::Subject, subject, MOST_IN_SUBJECT);
            self.text(Place::Subject, subject);
        }
    }

    fn passages(&mut self) {
        let passages = &self.script.passages;
        self.count("passages", passages.len(), 1, MOST_PASSAGES);
        for (place, passage) in passages.iter().enumerate() {
            let earlier = passages.iter().take(place).any(|other| other.id == passage.id);
            if !is_slug(&passage.id) {
                self.fault(Place::Passage(place), Wrong::NotAnId { id: passage.id.clone(), joint: '-' });
            } else if earlier {
                self.fault(Place::Passage(place), Wrong::Twice { id: passage.id.clone() });
            }
            match &passage.label {
                Some(label) => self.length(Place::Label(place), label, MOST_IN_LABEL),
                None if passage.optional => self.fault(Place::Label(place), Wrong::NoLabel),
                None => {}
            }
            self.length(Place::Passage(place), &passage.text, MOST_IN_PASSAGE);
            self.text(Place::Passage(place), &passage.text);
        }
    }

    fn fields(&mut self) {
        let fields = &self.script.fields;
        self.count("fields", fields.len(), 0, MOST_FIELDS);
        for (place, asked) in fields.iter().enumerate() {
            let (place_of, id) = (Place::Field(place), asked.id.clone());
            if !template::is_name(&id) {
                self.fault(place_of, Wrong::NotAnId { id, joint: '_' });
            } else if RecordField::named(&id).is_some() {
                self.fault(place_of, Wrong::FromRecords { id });
            } else if fields.iter().take(place).any(|other| other.id == id) {
                self.fault(place_of, Wrong::Twice { id });
            } else if !self.used.contains(&asked.id.as_str()) {
                self.fault(place_of, Wrong::Unused { id });
            }
            self.length(place_of, &asked.label, MOST_IN_LABEL);
            if let Some(help) = &asked.help {
                self.length(place_of, help, MOST_IN_HELP);
            }
        }
    }

    fn text(&mut self, place: Place, text: &'s str) {
        let script = self.script;
        let is_known = |name: &str| is_known(script, name);
        let (parts, spots) = template::parse(text, &is_known);
        for Spot { slip, from, to, line, column } in spots {
            let (at, span) = (Some((line, column)), Some((from, to)));
            self.faults.push(Fault { place, wrong: Wrong::Slip(slip), at, span });
        }
        for (number, part) in parts.iter().enumerate() {
            let template::Part::Field(name, from) = *part else { continue };
            if !self.used.contains(&name) {
                self.used.push(name);
            }
            let before = number.checked_sub(1).and_then(|before| parts.get(before));
            if RecordField::named(name).is_some_and(RecordField::is_list)
                && !is_alone(before, parts.get(number + 1))
            {
                let (at, span) = (Some(template::place_of(text, from)), Some((from, from + name.len() + 2)));
                let wrong = Wrong::ListInLine { id: name.to_owned() };
                self.faults.push(Fault { place, wrong, at, span });
            }
        }
    }

    fn length(&mut self, place: Place, text: &str, most: usize) {
        let has = text.chars().count();
        if text.trim().is_empty() {
            self.fault(place, Wrong::Empty);
        } else if has > most {
            self.fault(place, Wrong::TooLong { most, has });
        }
    }

    fn count(&mut self, what: &'static str, has: usize, least: usize, most: usize) {
        if !(least..=most).contains(&has) {
            self.fault(Place::Whole, Wrong::Count { what, least, most, has });
        }
    }

    fn fault(&mut self, place: Place, wrong: Wrong) {
        self.faults.push(Fault { place, wrong, at: None, span: None });
    }
}

/// Whether what stands before and after a field leaves it a line of its own.
fn is_alone(before: Option<&template::Part<'_>>, after: Option<&template::Part<'_>>) -> bool {
    let words = |part: Option<&template::Part<'_>>| match part {
        Some(template::Part::Words(words)) => Some((words.starts_with('\n'), words.ends_with('\n'))),
        Some(template::Part::Field(..)) => Some((false, false)),
        None => None,
    };
    words(before).is_none_or(|(_, ends)| ends) && words(after).is_none_or(|(starts, _)| starts)
}

/// Whether a script knows a field: from the records, or because it asks for it.
pub fn is_known(script: &Script, name: &str) -> bool {
    RecordField::named(name).is_some() || script.asked(name).is_some()
}

/// Whether a script or a passage can be called so: small letters, digits and hyphens, at most 60.
pub fn is_slug(id: &str) -> bool {
    (1..=60).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
