//! One typed line as something to record: `Call Ana @Northwind fri` is a promise of ours to Northwind, due on
//! Friday; `log call @Northwind` is a touchpoint.
//!
//! What was understood is named with the place where it stands, so that it can be shown and turned back into
//! plain text by quoting it. Quoted text is never understood as anything. What was not understood is a
//! [`Trouble`], a sentence; nothing of the line is ever thrown away.

mod day;
mod token;

use super::commitment::{Commitment, Side};
use super::contact::ContactId;
use super::date::Date;
use super::find::{Fit, Name, Names, Sought, Who, folded};
use super::partner::PartnerId;
use super::promise::Promise;
use super::refusal::{Field, Refusal};
use super::text::{Line, Note};
use super::touchpoint::{Channel, Touchpoint};
use super::workspace::Workspace;

use day::Direction;
use token::{Token, TokenKind, tokens};

/// A part of the typed line, as byte positions from–to.
pub type Span = (usize, usize);

/// What a line records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A promise, ours or theirs.
    Promise(Side),
    /// A touchpoint that was held.
    Touch {
        /// How.
        channel: Channel,
        /// Whether they took part.
        two_way: bool,
    },
}

/// Something understood, and where it stands; no place when it was not typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// What it means.
    pub means: T,
    /// Where it stands.
    pub span: Option<Span>,
}

/// What stands in the way of recording a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody has the name after an `@`.
    #[error(
        "No partner or person is called “{typed}”. Correct the name, or put it in quotes to keep it as text"
    )]
    Unknown {
        /// The name as typed.
        typed: String,
    },
    /// Several have the name after an `@`.
    #[error("“{typed}” could be several: {}. Type more of the name", .names.join(", "))]
    Ambiguous {
        /// The name as typed.
        typed: String,
        /// Where it stands.
        span: Span,
        /// Who it could be; at most four.
        names: Vec<String>,
    },
    /// Two partners are named.
    #[error("{first} and {second} are both named. Keep one, and put the other in quotes")]
    TwoPartners {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// No partner is named.
    #[error("Name the partner: @ and the first letters, such as @Northwind")]
    NoPartner,
    /// The person works at no partner, or at several.
    #[error("Name the partner of {name} too")]
    WhichPartner {
        /// The person.
        name: String,
    },
    /// A promise without a day.
    #[error("Say when it is due: fri, 27 nov, in 2 weeks or 2026-12-04")]
    NoDay,
    /// A promise that would be due before today.
    #[error("{day} is past. Choose today or a later day")]
    Past {
        /// The day.
        day: Date,
    },
    /// A touchpoint that has not been held yet.
    #[error("{day} has not come yet. Log what happened on or before today, or leave out “log”")]
    Ahead {
        /// The day.
        day: Date,
    },
    /// A day that no calendar has.
    #[error("There is no day “{typed}”")]
    NoSuchDay {
        /// As typed.
        typed: String,
    },
    /// A word of the record is too long or missing.
    #[error("{0}")]
    Refused(Refusal),
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickAdd {
    /// What it records; its place when it was typed.
    pub kind: Found<Kind>,
    /// The words that are left.
    pub what: String,
    /// With whom.
    pub partner: Option<Found<PartnerId>>,
    /// The person: who keeps their promise, or took part.
    pub person: Option<Found<ContactId>>,
    /// When it is due, or was held.
    pub day: Option<Found<Date>>,
    /// What stands in the way, in the order of the line.
    pub troubles: Vec<Trouble>,
}

/// A record that a line makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A promise.
    Promise(Commitment),
    /// A touchpoint.
    Touch(Touchpoint),
}

/// What the reading of a line rests on.
#[derive(Clone, Copy, Debug)]
pub struct Known<'known> {
    /// The workspace.
    pub workspace: &'known Workspace,
    /// Its names.
    pub names: &'known Names,
    /// Today.
    pub today: Date,
    /// The partner whose page is open: meant when none is named.
    pub here: Option<PartnerId>,
}

impl QuickAdd {
    /// Reads a line.
    pub fn read(line: &str, known: Known<'_>) -> Self {
        let mut tokens = tokens(line);
        let mut troubles = Vec::new();
        let kind = take_kind(&mut tokens);
        let (partner, person) = take_names(&mut tokens, known, &mut troubles);
        let is_touch = matches!(kind.means, Kind::Touch { .. });
        let direction = if is_touch { Direction::Back } else { Direction::Ahead };
        let mut day = match day::take(&mut tokens, known.today, direction) {
            Ok(day) => day,
            Err(typed) => {
                troubles.push(Trouble::NoSuchDay { typed });
                None
            }
        };
        if is_touch && day.is_none() {
            day = Some(Found { means: known.today, span: None });
        }
        let what = token::words(&tokens);
        let mut read = Self { kind, what, partner, person, day, troubles };
        read.complete(known);
        read
    }

    /// The record, or why there is none.
    pub fn entry(&self, workspace: &Workspace, today: Date) -> Result<(PartnerId, Entry), Trouble> {
        if let Some(trouble) = self.troubles.first() {
            return Err(trouble.clone());
        }
        let partner = self.partner.as_ref().ok_or(Trouble::NoPartner)?.means;
        let day = self.day.as_ref().ok_or(Trouble::NoDay)?.means;
        let entry = match self.kind.means {
            Kind::Promise(side) => Entry::Promise(Commitment {
                what: Line::parse(Field::What, &self.what).map_err(Trouble::Refused)?,
                side,
                person: self.keeper(side, workspace),
                dates: Promise::new(today, day).map_err(Trouble::Refused)?,
                from_meeting: None,
            }),
            Kind::Touch { channel, two_way } => Entry::Touch(Touchpoint {
                on: day,
                channel,
                two_way,
                with: self.person.iter().map(|person| person.means).collect(),
                note: Note::parse_optional(&self.what).map_err(Trouble::Refused)?,
            }),
        };
        Ok((partner, entry))
    }

    /// Who keeps a promise: the person named keeps theirs, we keep ours.
    pub fn keeper(&self, side: Side, workspace: &Workspace) -> Option<Line<120>> {
        match side {
            Side::Ours => workspace.settings.own_name.clone(),
            Side::Theirs => {
                let person = self.person.as_ref()?.means;
                workspace.contacts.get(&person).map(|contact| contact.person.name.clone())
            }
        }
    }

    /// Adds what follows from the rest, and says what is missing.
    fn complete(&mut self, known: Known<'_>) {
        if self.partner.is_none()
            && let Some(person) = &self.person
            && let Some(contact) = known.workspace.contacts.get(&person.means)
        {
            let employers: Vec<PartnerId> = known
                .workspace
                .partners
                .keys()
                .filter(|partner| contact.works_at(**partner, known.today))
                .copied()
                .collect();
            match employers.as_slice() {
                [one] => self.partner = Some(Found { means: *one, span: None }),
                _ => self.troubles.push(Trouble::WhichPartner { name: contact.person.name.to_string() }),
            }
        }
        if self.partner.is_none() && self.troubles.is_empty() {
            match known.here {
                Some(here) => self.partner = Some(Found { means: here, span: None }),
                None => self.troubles.push(Trouble::NoPartner),
            }
        }
        let is_touch = matches!(self.kind.means, Kind::Touch { .. });
        match &self.day {
            Some(day) if is_touch && day.means > known.today => {
                self.troubles.push(Trouble::Ahead { day: day.means });
            }
            Some(day) if !is_touch && day.means < known.today => {
                self.troubles.push(Trouble::Past { day: day.means });
            }
            None if !self.troubles.iter().any(|trouble| matches!(trouble, Trouble::NoSuchDay { .. })) => {
                self.troubles.push(Trouble::NoDay);
            }
            _ => {}
        }
        if !is_touch && let Err(refusal) = Line::<200>::parse(Field::What, &self.what) {
            self.troubles.push(Trouble::Refused(refusal));
        }
    }
}

/// The line with a part of it quoted, so that it stays text.
pub fn quoted(line: &str, (from, to): Span) -> String {
    let part = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    let inner = part(from, to).replace(['"', '“', '”'], "");
    format!("{}\"{inner}\"{}", part(0, from), part(to, line.len()))
}

/// The line with the name of a partner or person in the place of what was typed after an `@`.
pub fn named(line: &str, (from, to): Span, name: &str) -> String {
    let part = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    format!("{}@\"{}\"{}", part(0, from), name.replace(['"', '“', '”'], ""), part(to, line.len()))
}

/// The kind that the first words say; a promise of ours when they say none.
fn take_kind(tokens: &mut Vec<Token>) -> Found<Kind> {
    let word = |place: usize| {
        let token = tokens.get(place).filter(|token| token.kind == TokenKind::Word);
        token.map(|token| token.folded.trim_end_matches(':').to_owned()).unwrap_or_default()
    };
    let (first, second) = (word(0), word(1));
    let (means, taken) = match (first.as_str(), second.as_str()) {
        ("they" | "theirs", _) => (Kind::Promise(Side::Theirs), 1),
        ("we" | "ours", _) => (Kind::Promise(Side::Ours), 1),
        ("log", "call") => (Kind::Touch { channel: Channel::Call, two_way: true }, 2),
        ("log", "visit" | "lunch" | "meeting") => {
            (Kind::Touch { channel: Channel::InPerson, two_way: true }, 2)
        }
        ("log", "reply") => (Kind::Touch { channel: Channel::Email, two_way: true }, 2),
        ("log", "email" | "mail") => (Kind::Touch { channel: Channel::Email, two_way: false }, 2),
        ("log", "chat" | "message") => (Kind::Touch { channel: Channel::Message, two_way: true }, 2),
        ("log", "touch" | "touchpoint") => (Kind::Touch { channel: Channel::Call, two_way: true }, 2),
        _ => (Kind::Promise(Side::Ours), 0),
    };
    let span = token::span_of(tokens.get(..taken).unwrap_or_default());
    tokens.drain(..taken.min(tokens.len()));
    Found { means, span }
}

/// The partner and the person that are named.
type Named = (Option<Found<PartnerId>>, Option<Found<ContactId>>);

/// Takes what stands after each `@` out of the line. A person's name stays in the text of what is ours.
fn take_names(tokens: &mut Vec<Token>, known: Known<'_>, troubles: &mut Vec<Trouble>) -> Named {
    let (mut partner, mut person) = (None::<(Found<PartnerId>, String)>, None);
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        if token.kind != TokenKind::Name {
            place += 1;
            continue;
        }
        let rest = tokens.get(place..).unwrap_or_default();
        let (found, taken) = look_up(rest, known.names);
        let span = token::span_of(rest.get(..taken).unwrap_or_default());
        match found {
            Err(trouble) => {
                troubles.push(trouble);
                place += 1;
            }
            Ok(name) => match (name.who, &partner) {
                (Who::Partner(_), Some((_, first))) => {
                    let (first, second) = (first.clone(), name.shown.to_string());
                    troubles.push(Trouble::TwoPartners { first, second });
                    place += 1;
                }
                (Who::Partner(id), None) => {
                    partner = Some((Found { means: id, span }, name.shown.to_string()));
                    tokens.drain(place..place + taken);
                }
                (Who::Person(id), _) => {
                    person = Some(Found { means: id, span });
                    let said = Token::said(name.shown.as_str(), span.unwrap_or_default());
                    tokens.splice(place..place + taken, [said]);
                    place += 1;
                }
            },
        }
    }
    (partner.map(|(partner, _)| partner), person)
}

/// Words that a name without quotes may have.
const MOST_WORDS: usize = 6;

/// Who is meant by the first of these tokens, and by how many of them: `@Halden & Roe fri` is three.
fn look_up<'names>(tokens: &[Token], names: &'names Names) -> (Result<&'names Name, Trouble>, usize) {
    let is_quoted = tokens.first().is_some_and(|token| token.is_quoted);
    let longest = if is_quoted { 1 } else { MOST_WORDS.min(tokens.len()) };
    for taken in (1..=longest).rev() {
        let words = tokens.get(..taken).unwrap_or_default();
        if words.iter().skip(1).any(|token| token.kind != TokenKind::Word) {
            continue;
        }
        let typed = token::words(words);
        let best = names.best(&Sought::new(&typed), 2, |_| true);
        match best.as_slice() {
            [(name, Fit::Whole), rest @ ..] if rest.iter().all(|(_, fit)| *fit < Fit::Whole) => {
                return (Ok(name), taken);
            }
            _ => {}
        }
    }
    let typed = tokens.first().map(|token| token.text.clone()).unwrap_or_default();
    let span = tokens.first().map_or((0, 0), |token| token.span);
    let best = names.best(&Sought::new(&typed), 4, |_| true);
    let best_fit = best.first().map(|(_, fit)| *fit);
    let equals: Vec<&Name> =
        best.iter().filter(|(_, fit)| Some(*fit) == best_fit).map(|(name, _)| *name).collect();
    let found = match equals.as_slice() {
        [] => Err(Trouble::Unknown { typed }),
        [one] => Ok(*one),
        several => {
            let names = several.iter().map(|name| name.shown.to_string()).collect();
            Err(Trouble::Ambiguous { typed, span, names })
        }
    };
    // The words after it that go on as the name does belong to it.
    let taken = found.as_ref().map_or(1, |name| going_on(tokens, &folded(name.shown.as_str())));
    (found, taken)
}

/// How many of the tokens spell a name from its start, word by word; at least one.
fn going_on(tokens: &[Token], name: &str) -> usize {
    let mut words = name.split_whitespace();
    let first = tokens.first().map(|token| token.folded.as_str()).unwrap_or_default();
    if words.next() != Some(first) {
        return 1;
    }
    let rest = tokens.iter().skip(1);
    1 + rest
        .zip(words)
        .take_while(|(token, word)| token.kind == TokenKind::Word && token.folded == *word)
        .count()
}
