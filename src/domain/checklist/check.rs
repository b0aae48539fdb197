//! Everything a file of a checklist can get wrong, and the line and column where it does.
//!
//! The texts of a file are walked as they stand, because a record that was read knows no places any more. The editor
//! checks the same way what it is about to save, and shows a fault by its [`At`].

use std::fmt;

use serde_json::value::RawValue;

use crate::domain::date::Date;
use crate::domain::fields::{Fields, FromJson};
use crate::domain::partner::{PartnerKind, Stage};
use crate::domain::refusal::Field;
use crate::domain::source::Source;
use crate::domain::text::Line;

use super::template::{
    Answer, Condition, EvidenceKind, Format, Item, PartnerField, Question, Recurrence, Section, Template,
};

/// Bytes a file may have.
pub const MOST_BYTES: usize = 300_000;
/// Items a checklist may have.
pub const MOST_ITEMS: usize = 100;
/// Sections a checklist may have.
pub const MOST_SECTIONS: usize = 20;
/// Questions a checklist may have.
pub const MOST_QUESTIONS: usize = 10;
/// Answers a question may have.
pub const MOST_ANSWERS: usize = 12;
/// Days from the anchor to a due day, either way.
pub const MOST_DAYS: i32 = 365;

/// Characters that texts may have.
pub mod most {
    /// A title.
    pub const TITLE: usize = 80;
    /// Purpose, when and when not.
    pub const PROSE: usize = 400;
    /// What the days are counted from.
    pub const ANCHOR: usize = 80;
    /// A heading.
    pub const HEADING: usize = 60;
    /// What is to be done.
    pub const ITEM: usize = 140;
    /// How to do it well.
    pub const HELP: usize = 400;
    /// A question.
    pub const QUESTION: usize = 120;
    /// An answer.
    pub const ANSWER: usize = 60;
}

/// What a fault is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The place of the section.
    pub section: Option<usize>,
    /// The place of the item in its section.
    pub item: Option<usize>,
    /// The place of the question.
    pub question: Option<usize>,
    /// The field, as files name it.
    pub field: &'static str,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What it is in.
    pub at: At,
    /// What to change.
    pub sentence: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}, column {}: {}", self.line, self.column, self.sentence)
    }
}

/// Reads a file of a checklist.
///
/// # Errors
/// The first thing that is wrong with it, in reading order.
pub fn read(text: &str) -> Result<Template, Fault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let top = Spot { whole: text, part: text, at: At::default() };
    if text.len() > MOST_BYTES {
        return top.fault("This is far larger than a checklist. Was another file picked?");
    }
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| {
        let told = error.to_string();
        let why = told.split(" at line ").next().unwrap_or_default();
        let sentence = format!("The file is not valid JSON from here on ({why})");
        Fault { line: error.line().max(1), column: error.column().max(1), at: At::default(), sentence }
    })?;
    top.to(whole.get()).template()
}

/// Everything that would be wrong with a file of this template.
///
/// # Errors
/// The first thing that is.
pub fn check(template: &Template) -> Result<(), Fault> {
    let text = serde_json::to_string(template).unwrap_or_default();
    read(&text).map(|_| ())
}

/// A part of the text, and where it is.
#[derive(Clone, Copy)]
struct Spot<'t> {
    whole: &'t str,
    part: &'t str,
    at: At,
}

/// An object taken apart.
struct Parts<'t> {
    spot: Spot<'t>,
    fields: Fields<'t>,
}

impl<'t> Spot<'t> {
    fn to(self, part: &'t str) -> Self {
        Self { part, ..self }
    }

    fn fault<T>(self, sentence: impl Into<String>) -> Result<T, Fault> {
        // A part of the whole lies behind its beginning.
        let offset = (self.part.as_ptr() as usize).saturating_sub(self.whole.as_ptr() as usize);
        let before = self.whole.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Err(Fault { line, column, at: self.at, sentence: sentence.into() })
    }

    fn parts(self, what: &str, known: &[&'static str]) -> Result<Parts<'t>, Fault> {
        let fields = match Fields::of(self.part) {
            Ok(fields) => fields,
            Err(_) if !self.part.starts_with('{') => {
                return self.fault(format!("Here {what} belongs, in braces"));
            }
            Err(error) => return self.fault(format!("This is not {what} that can be read: {error}")),
        };
        let unknown = fields.each().find(|(name, _)| !known.contains(name));
        if let Some((name, part)) = unknown {
            return self.to(part).fault(format!("“{}” is not a field of {what}", shortened(name)));
        }
        Ok(Parts { spot: self, fields })
    }

    fn list(self, what: &str, least: usize, most: usize) -> Result<Vec<Self>, Fault> {
        let Ok(parts) = serde_json::from_str::<Vec<&'t RawValue>>(self.part) else {
            return self.fault(format!("Here a list of {what} belongs, in brackets"));
        };
        if parts.len() < least || parts.len() > most {
            let has = parts.len();
            return self.fault(format!("There must be {least} to {most} {what} here; there are {has}"));
        }
        Ok(parts.into_iter().map(|part| self.to(part.get())).collect())
    }

    /// One line of words.
    fn words(self, most: usize) -> Result<String, Fault> {
        let Ok(text) = String::from_json(self.part) else {
            return self.fault("Here words belong, in quotation marks");
        };
        let has = text.chars().count();
        if has > most {
            return self.fault(format!("Shorten this to {most} characters; it has {has}"));
        }
        match Line::<500>::parse(Field::What, &text) {
            Ok(line) if line.as_str() == text => Ok(text),
            Ok(_) => {
                self.fault("Use one line of plain text: no line breaks, spaces at the ends or two in a row")
            }
            Err(_) => self.fault("Write something here"),
        }
    }

    fn id(self) -> Result<String, Fault> {
        let id = String::from_json(self.part).unwrap_or_default();
        let is_sound = (1..=60).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if is_sound {
            return Ok(id);
        }
        self.fault("An id is 1 to 60 characters of a-z, 0-9 and -, in quotation marks")
    }

    fn value<T: FromJson>(self, sentence: &str) -> Result<T, Fault> {
        T::from_json(self.part).or_else(|_| self.fault(sentence))
    }

    fn unless_taken(self, id: &str, taken: &mut Vec<String>, what: &str) -> Result<(), Fault> {
        if taken.iter().any(|known| known == id) {
            return self.fault(format!("There is {what} “{id}” already. Give this one another"));
        }
        taken.push(id.to_owned());
        Ok(())
    }
}

impl<'t> Parts<'t> {
    fn may(&self, name: &'static str) -> Option<Spot<'t>> {
        let (_, part) = self.fields.each().find(|(known, _)| *known == name)?;
        let at = At { field: name, ..self.spot.at };
        Some(Spot { part, at, ..self.spot })
    }

    fn must(&self, name: &'static str) -> Result<Spot<'t>, Fault> {
        let at = At { field: name, ..self.spot.at };
        match self.may(name) {
            Some(spot) => Ok(spot),
            None => Spot { at, ..self.spot }.fault(format!("“{name}” is missing here")),
        }
    }
}

impl Spot<'_> {
    fn template(self) -> Result<Template, Fault> {
        const KNOWN: &[&str] = &[
            "format",
            "id",
            "version",
            "title",
            "purpose",
            "when",
            "not_when",
            "sources",
            "anchor",
            "recurs",
            "based_on",
            "questions",
            "sections",
        ];
        let parts = self.parts("a checklist", KNOWN)?;
        let format = parts.must("format")?;
        if Format::from_json(format.part).is_err() {
            let sentence = format!(
                "This is not a checklist of this product: its format is {}, and “{}” can be read",
                shortened(format.part),
                Format::NAME
            );
            return format.fault(sentence);
        }
        let id = parts.must("id")?.id()?;
        let version = parts.must("version")?;
        let version = match version.value::<u32>("The version is a whole number from 1")? {
            0 => return version.fault("The version is a whole number from 1"),
            version => version,
        };
        let title = parts.must("title")?.words(most::TITLE)?;
        let purpose = parts.must("purpose")?.words(most::PROSE)?;
        let when = parts.must("when")?.words(most::PROSE)?;
        let not_when = parts.must("not_when")?.words(most::PROSE)?;
        let mut sources = Vec::new();
        for source in parts.must("sources")?.list("sources", 0, 4)? {
            sources.push(source.value::<Source>("A source is recover, first_year, meeting or practice")?);
        }
        let anchor = parts.must("anchor")?.words(most::ANCHOR)?;
        let recurs =
            parts.may("recurs").map(|spot| spot.value::<Recurrence>("It recurs monthly or quarterly"));
        let based_on = parts.may("based_on").map(Spot::id).transpose()?;
        let mut questions = Vec::new();
        if let Some(list) = parts.may("questions") {
            let mut taken = Vec::new();
            for (place, spot) in list.list("questions", 0, MOST_QUESTIONS)?.into_iter().enumerate() {
                let spot = Spot { at: At { question: Some(place), ..At::default() }, ..spot };
                questions.push(spot.question(&mut taken)?);
            }
        }
        let mut sections: Vec<Section> = Vec::new();
        let (mut taken, mut headings) = (Vec::new(), Vec::new());
        let list = parts.must("sections")?;
        for (place, spot) in list.list("sections", 1, MOST_SECTIONS)?.into_iter().enumerate() {
            let spot = Spot { at: At { section: Some(place), ..At::default() }, ..spot };
            sections.push(spot.section(&questions, &mut headings, &mut taken)?);
            if taken.len() > MOST_ITEMS {
                return list.fault(format!("A checklist has room for {MOST_ITEMS} items"));
            }
        }
        Ok(Template {
            format: Format,
            id,
            version,
            title,
            purpose,
            when,
            not_when,
            sources,
            anchor,
            recurs: recurs.transpose()?,
            based_on,
            questions,
            sections,
        })
    }

    fn question(self, taken: &mut Vec<String>) -> Result<Question, Fault> {
        let parts = self.parts("a question", &["id", "text", "answers"])?;
        let spot = parts.must("id")?;
        let id = spot.id()?;
        spot.unless_taken(&id, taken, "a question with the id")?;
        let text = parts.must("text")?.words(most::QUESTION)?;
        let (mut answers, mut known) = (Vec::new(), Vec::new());
        for answer in parts.must("answers")?.list("answers", 2, MOST_ANSWERS)? {
            let parts = answer.parts("an answer", &["id", "text"])?;
            let spot = parts.must("id")?;
            let id = spot.id()?;
            spot.unless_taken(&id, &mut known, "an answer with the id")?;
            answers.push(Answer { id, text: parts.must("text")?.words(most::ANSWER)? });
        }
        Ok(Question { id, text, answers })
    }

    fn section(
        self,
        questions: &[Question],
        headings: &mut Vec<String>,
        taken: &mut Vec<String>,
    ) -> Result<Section, Fault> {
        let parts = self.parts("a section", &["title", "items"])?;
        let spot = parts.must("title")?;
        let title = spot.words(most::HEADING)?;
        spot.unless_taken(&title, headings, "a section with the title")?;
        let mut items = Vec::new();
        let list = parts.must("items")?.list("items", 1, MOST_ITEMS)?;
        for (place, spot) in list.into_iter().enumerate() {
            let spot = Spot { at: At { item: Some(place), ..self.at }, ..spot };
            items.push(spot.item(questions, taken)?);
        }
        Ok(Section { title, items })
    }

    fn item(self, questions: &[Question], taken: &mut Vec<String>) -> Result<Item, Fault> {
        const KNOWN: &[&str] = &["id", "text", "help", "due", "due_on", "required", "evidence", "only_if"];
        let parts = self.parts("an item", KNOWN)?;
        let spot = parts.must("id")?;
        let id = spot.id()?;
        spot.unless_taken(&id, taken, "an item with the id")?;
        let text = parts.must("text")?.words(most::ITEM)?;
        let help = parts.must("help")?.words(most::HELP)?;
        let days = format!("Use a whole number of days from -{MOST_DAYS} to {MOST_DAYS}");
        let due = match parts.may("due") {
            None => None,
            Some(spot) => match spot.value::<i32>(&days)? {
                due if due.abs() > MOST_DAYS => return spot.fault(days),
                due => Some(due),
            },
        };
        let due_on = match parts.may("due_on") {
            None => None,
            Some(spot) if due.is_some() => {
                return spot.fault("Count days with “due” or name one with “due_on”, not both");
            }
            Some(spot) => Some(spot.value::<Date>("Write the day like \"2026-11-21\"")?),
        };
        let required = parts.must("required")?.value("Write true or false")?;
        let evidence =
            parts.must("evidence")?.value::<EvidenceKind>("Evidence is none, note, link or written")?;
        let mut only_if = Vec::new();
        if let Some(list) = parts.may("only_if") {
            for spot in list.list("conditions", 0, 6)? {
                only_if.push(spot.condition(questions)?);
            }
        }
        Ok(Item { id, text, help, due, due_on, required, evidence, only_if })
    }

    fn condition(self, questions: &[Question]) -> Result<Condition, Fault> {
        let parts = self.parts("a condition", &["question", "partner", "is_one_of"])?;
        let question = parts.may("question").map(Spot::id).transpose()?;
        let field = "A condition looks at kind, tier or stage of the partner";
        let partner = parts.may("partner").map(|spot| spot.value::<PartnerField>(field)).transpose()?;
        let asked = match &question {
            None => None,
            Some(id) => match questions.iter().find(|question| question.id == *id) {
                Some(question) => Some(question),
                None => {
                    let spot = parts.must("question")?;
                    return spot.fault(format!("There is no question with the id “{id}”"));
                }
            },
        };
        if asked.is_some() == partner.is_some() {
            return self.fault("A condition names either a question or a field of the partner");
        }
        let mut is_one_of = Vec::new();
        for spot in parts.must("is_one_of")?.list("answers", 1, MOST_ANSWERS)? {
            let word = String::from_json(spot.part).unwrap_or_default();
            let is_known = match (asked, partner) {
                (Some(question), _) => question.answers.iter().any(|answer| answer.id == word),
                (None, Some(PartnerField::Kind)) => PartnerKind::from_json(spot.part).is_ok(),
                (None, Some(PartnerField::Stage)) => Stage::from_json(spot.part).is_ok(),
                (None, _) => matches!(word.as_str(), "1" | "2" | "3" | "4"),
            };
            if !is_known {
                let sentence = format!("{} is not one of the answers there are", shortened(spot.part));
                return spot.fault(sentence);
            }
            is_one_of.push(word);
        }
        Ok(Condition { question, partner, is_one_of })
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
