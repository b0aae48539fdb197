//! A row's cells, read with the domain's own constructors: what they refuse is refused here.

use crate::domain::link::LinkAddress;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::{Domain, EmailAddress, Line, Note};
use crate::domain::{CustomField, Date, Tag};
use crate::interchange::import::known::Value;
use crate::interchange::import::mapping::{Column, Mapping};
use crate::interchange::import::problem::{Complaint, Problem};
use crate::interchange::import::similar::company_key;
use crate::interchange::import::table::Row;
use crate::interchange::import::target::Target;
use crate::interchange::import::words::{self, Meaning};

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub number: u32,
    /// Of the partner, [`Target::PartnerName`] and [`Target::Domain`] aside.
    pub partner: Vec<Value>,
    pub partner_name: Option<String>,
    /// [`words::key`] of the name; empty without one.
    pub partner_key: String,
    /// [`company_key`] of the name; empty without one.
    pub company_key: String,
    pub domain: Option<String>,
    /// Of the person, [`Target::PersonName`], [`Target::Email`], [`Target::Title`] and [`Target::Role`] aside.
    pub person: Vec<Value>,
    pub person_name: Option<String>,
    pub person_key: String,
    pub email: Option<String>,
    pub title: Option<String>,
    pub roles: Vec<u8>,
    /// Cells that are not taken.
    pub complaints: Vec<Complaint>,
    /// What is passed over all the same.
    pub notes: Vec<Complaint>,
}

impl Draft {
    /// Reads a row; nothing when all its cells are blank.
    pub fn of(row: Row<'_>, mapping: &Mapping, today: Option<Date>) -> Option<Self> {
        if row.cells().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let mut draft = Self { number: row.number(), ..Self::default() };
        let (mut first_name, mut last_name) = ("", "");
        for (at, column) in mapping.columns.iter().enumerate() {
            let Some(target) = &column.target else { continue };
            let cell = row.cell(at);
            if cell.trim().is_empty() {
                continue;
            }
            match target {
                Target::FirstName => first_name = cell,
                Target::LastName => last_name = cell,
                _ => {
                    if let Err(problem) = draft.take(target, column, cell, today) {
                        draft.complaints.push(Complaint::of_cell(&column.heading, problem));
                    }
                }
            }
        }
        if draft.person_name.is_none() && !(first_name.trim().is_empty() && last_name.trim().is_empty()) {
            draft.name_person(&format!("{first_name} {last_name}"));
        }
        if let Some(name) = &draft.partner_name {
            draft.partner_key = words::key(name);
            draft.company_key = company_key(name);
        }
        if let Some(name) = &draft.person_name {
            draft.person_key = words::key(name);
        }
        Some(draft)
    }

    fn name_person(&mut self, name: &str) {
        match Line::<120>::parse_optional(Field::Name, name) {
            Ok(name) => self.person_name = name.map(Into::into),
            Err(refusal) => self.complaints.push(Complaint::of_row(refused(&refusal))),
        }
    }

    fn take(
        &mut self,
        target: &Target,
        column: &Column,
        cell: &str,
        today: Option<Date>,
    ) -> Result<(), Problem> {
        match target {
            Target::PartnerName => self.partner_name = line::<120>(Field::Name, cell)?,
            Target::PersonName => self.person_name = line::<120>(Field::Name, cell)?,
            Target::FirstName | Target::LastName => {}
            Target::Domain => {
                let domain = Domain::parse_optional(cell).map_err(|refusal| refused(&refusal))?;
                self.domain = domain.map(Into::into);
            }
            Target::Email => {
                let (first, is_more) = first_address(cell);
                let email = EmailAddress::parse_optional(first).map_err(|refusal| refused(&refusal))?;
                self.email = email.map(|email| email.as_str().to_owned());
                if is_more {
                    self.notes.push(Complaint::of_cell(&column.heading, Problem::OnlyTheFirst));
                }
            }
            Target::Title => self.title = line::<120>(Field::Title, cell)?,
            Target::Owner => {
                let owner = line::<120>(Field::Person, cell)?;
                self.of_partner(target, owner);
            }
            Target::Own(name) => {
                let name = Line::<60>::parse(Field::FieldName, name).map_err(|refusal| refused(&refusal))?;
                let value = Line::<500>::parse_optional(Field::FieldValue, cell);
                let value = value.map_err(|refusal| refused(&refusal))?;
                let own = value.map(|value| CustomField::new(name, value).value.into());
                self.of_partner(target, own);
            }
            Target::Phone => {
                let phone = line::<60>(Field::What, cell)?;
                self.of_person(target, phone);
            }
            Target::Tags => {
                for typed in cell.split([',', ';', '|', '\n']).filter(|typed| !typed.trim().is_empty()) {
                    let tag = Tag::parse(typed).map_err(|refusal| refused(&refusal))?;
                    self.of_partner(target, Some(tag.as_str().to_owned()));
                }
            }
            Target::Link | Target::PersonLink => {
                let address = LinkAddress::parse(cell).map_err(|refusal| refused(&refusal))?;
                let address = Some(address.as_str().to_owned());
                if *target == Target::Link {
                    self.of_partner(target, address);
                } else {
                    self.of_person(target, address);
                }
            }
            Target::Notes => joined(&mut self.partner, target, cell)?,
            Target::PersonNotes => joined(&mut self.person, target, cell)?,
            Target::LaunchedOn | Target::TrackedFrom => {
                let order = column.dates.map(|dates| dates.order).unwrap_or_default();
                let day = order.read(cell).ok_or_else(|| Problem::NotADay {
                    text: cell.trim().chars().take(40).collect(),
                    order: order.example().to_owned(),
                })?;
                let field =
                    if *target == Target::LaunchedOn { Field::LaunchedOn } else { Field::TrackedFrom };
                if let Some(today) = today {
                    Refusal::unless_past(field, day, today).map_err(|refusal| refused(&refusal))?;
                }
                self.of_partner(target, Some(day.to_string()));
            }
            Target::Kind | Target::Stage | Target::Tier | Target::Role | Target::PersonTier => {
                for word in words::each(target, cell) {
                    if let Some(place) = place_of(column, target, word)? {
                        match target {
                            Target::Role if self.roles.contains(&place) => {}
                            Target::Role => self.roles.push(place),
                            Target::PersonTier => self.of_person(target, Some(place.to_string())),
                            _ => self.of_partner(target, Some(place.to_string())),
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn of_partner(&mut self, target: &Target, text: Option<String>) {
        self.partner.extend(text.map(|text| Value { target: target.clone(), text }));
    }

    fn of_person(&mut self, target: &Target, text: Option<String>) {
        self.person.extend(text.map(|text| Value { target: target.clone(), text }));
    }
}

/// What the domain said of a cell.
pub fn refused(refusal: &Refusal) -> Problem {
    Problem::Refused { sentence: refusal.to_string() }
}

fn line<const MOST: usize>(field: Field, cell: &str) -> Result<Option<String>, Problem> {
    let line = Line::<MOST>::parse_optional(field, cell).map_err(|refusal| refused(&refusal))?;
    Ok(line.map(Into::into))
}

/// Notes of several columns follow each other.
fn joined(values: &mut Vec<Value>, target: &Target, cell: &str) -> Result<(), Problem> {
    let standing = values.iter_mut().find(|value| value.target == *target);
    let text = match &standing {
        Some(value) => format!("{}\n\n{}", value.text, cell.trim()),
        None => cell.to_owned(),
    };
    let note = Note::parse_optional(&text).map_err(|refusal| refused(&refusal))?;
    match (standing, note) {
        (Some(value), Some(note)) => value.text = note.into(),
        (None, Some(note)) => values.push(Value::new(target.clone(), note)),
        (_, None) => {}
    }
    Ok(())
}

/// The first of several addresses, and whether there are more. Address books write ` ::: ` between them.
fn first_address(cell: &str) -> (&str, bool) {
    let cell = cell.trim();
    let first = cell.split([';', ',', '\n']).next().unwrap_or(cell);
    let first = first.split(":::").next().unwrap_or(first).trim();
    (first, first.len() < cell.len() && !first.is_empty())
}

/// What the user said that a word means; for words beyond those that were listed, what we know of them.
fn place_of(column: &Column, target: &Target, word: &str) -> Result<Option<u8>, Problem> {
    let is_same = |choice: &&words::WordChoice| choice.word == word;
    let listed = column.words.iter().find(is_same);
    let meaning = match listed {
        Some(choice) => choice.meaning,
        None => {
            let key = words::key(word);
            let listed = column.words.iter().find(|choice| words::key(&choice.word) == key);
            listed.map_or_else(|| words::meaning(target, word), |choice| choice.meaning)
        }
    };
    match meaning {
        Meaning::Ours(place) => Ok(Some(place)),
        Meaning::Nothing => Ok(None),
        Meaning::Unknown => Err(Problem::UnknownWord { word: word.chars().take(60).collect() }),
    }
}
