//! What each column of a file becomes: suggested, changed by the user, remembered for the next file with these headings.

use serde::{Deserialize, Serialize};

use super::dates::{DateChoice, DateOrder};
use super::headings;
use super::problem::{Complaint, Problem};
use super::table::Table;
use super::target::{Subject, Target};
use super::words::{self, MOST_WORDS, Meaning, WordChoice};
use crate::domain::text::Domain;

/// By what a row is recognised as something that is here already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatchKey {
    /// The partner's web domain; the name where a row or the partner has none.
    Domain,
    /// The person's mail address; name and employer where a row or the person has none.
    Email,
    /// The name, capitals and accents aside.
    Name,
}

impl MatchKey {
    /// Those to choose from for rows of this subject; the first is suggested when its column is there.
    pub const fn offered(subject: Subject) -> [Self; 2] {
        match subject {
            Subject::Partners => [Self::Domain, Self::Name],
            Subject::Contacts => [Self::Email, Self::Name],
        }
    }
}

/// What the rows of a file are, and what each of its columns becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What each row is.
    pub subject: Subject,
    /// By what a row is recognised.
    pub key: MatchKey,
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
}

/// A column of a file, and what it becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its first cells that hold something, shortened.
    pub examples: Vec<String>,
    /// Cells that hold something.
    pub filled: usize,
    /// What it becomes; nothing when it is left out.
    pub target: Option<Target>,
    /// Its words, most frequent first, where [`Target::is_word`]. The user gives a meaning to the unknown ones.
    pub words: Vec<WordChoice>,
    /// The order of its days, where [`Target::is_day`]. The user may choose another one.
    pub dates: Option<DateChoice>,
}

/// A mapping that was used, for files with the same headings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The headings with what they became; their order does not count.
    pub columns: Vec<RememberedColumn>,
    /// What each row was.
    pub subject: Subject,
    /// By what a row was recognised.
    pub key: MatchKey,
}

/// A column that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedColumn {
    /// Its heading.
    pub heading: String,
    /// What it became.
    pub target: Option<Target>,
    /// Words with what they meant.
    pub words: Vec<(String, Meaning)>,
    /// The order of its days, where the user had to choose.
    pub order: Option<DateOrder>,
}

impl Mapping {
    /// The mapping that was used for a file with these headings, or the one that headings and cells suggest.
    pub fn suggest(table: &Table, remembered: &[Remembered]) -> Self {
        match remembered.iter().rev().find(|one| one.is_for(table)) {
            Some(remembered) => Self::remembered(table, remembered),
            None => Self::of(table, headings::subject(table.headings())),
        }
    }

    /// The mapping that headings and cells suggest when each row is this.
    pub fn of(table: &Table, subject: Subject) -> Self {
        let mut mapping = Self::empty(table, subject);
        let mut wanted: Vec<(Target, usize, usize)> = table
            .headings()
            .iter()
            .enumerate()
            .filter_map(|(at, heading)| {
                let (target, rank) = headings::meaning(subject, heading)?;
                // A column without a cell gives way to one with some.
                let is_blank = mapping.columns.get(at).is_none_or(|column| column.filled == 0);
                Some((target, rank + if is_blank { 1000 } else { 0 }, at))
            })
            .collect();
        wanted.sort_unstable();
        let mut before: Option<Target> = None;
        for (target, _, at) in wanted {
            if before.as_ref() == Some(&target) && !target.may_be_many() {
                continue;
            }
            mapping.aim(table, at, Some(target.clone()));
            if mapping.columns.get(at).is_some_and(|column| column.fits(table, at)) {
                before = Some(target);
            } else {
                mapping.aim(table, at, None);
            }
        }
        mapping.forget_nameless_person();
        let first = MatchKey::offered(subject)[0];
        let has = |target: Target| mapping.has(&target);
        let is_there = match first {
            MatchKey::Domain => has(Target::Domain),
            MatchKey::Email => has(Target::Email),
            MatchKey::Name => true,
        };
        mapping.key = if is_there { first } else { MatchKey::Name };
        mapping
    }

    /// Makes something else of a column, and reads its words and days for that.
    pub fn aim(&mut self, table: &Table, at: usize, target: Option<Target>) {
        let Some(column) = self.columns.get_mut(at) else { return };
        let is_word = target.as_ref().is_some_and(Target::is_word);
        column.words = match &target {
            Some(target) if is_word => words_of(table, at, target),
            _ => Vec::new(),
        };
        let cells: Vec<&str> = match &target {
            Some(target) if target.is_day() => table.column(at).collect(),
            _ => Vec::new(),
        };
        column.dates = target.as_ref().filter(|target| target.is_day()).map(|_| DateOrder::detect(&cells));
        column.target = target;
    }

    /// Reads the days of a column in another order.
    pub fn read_days(&mut self, table: &Table, at: usize, order: DateOrder) {
        let Some(column) = self.columns.get_mut(at) else { return };
        let unread = table.column(at).filter(|cell| order.read(cell).is_none()).count();
        if let Some(dates) = &mut column.dates {
            // What somebody chose is no question any more.
            *dates = DateChoice { order, is_ambiguous: false, unread };
        }
    }

    /// What has to be settled before rows can be imported.
    pub fn problems(&self) -> Vec<Complaint> {
        let mut problems = Vec::new();
        if !self.has_name() {
            problems.push(Complaint::of_row(Problem::NoNameColumn));
        }
        for (at, column) in self.columns.iter().enumerate() {
            let Some(target) = column.target.as_ref().filter(|target| !target.may_be_many()) else {
                continue;
            };
            let before = self.columns.iter().take(at).find(|before| before.target.as_ref() == Some(target));
            if let Some(before) = before {
                let other = before.heading.clone();
                problems.push(Complaint::of_cell(&column.heading, Problem::TargetTwice { other }));
            }
        }
        problems
    }

    /// The columns whose days can be read in more than one order.
    pub fn ambiguous_days(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.dates.is_some_and(|dates| dates.is_ambiguous))
    }

    /// The words that nobody gave a meaning to yet, with their columns.
    pub fn unknown_words(&self) -> impl Iterator<Item = (&Column, &WordChoice)> {
        self.columns.iter().flat_map(|column| {
            let unknown = column.words.iter().filter(|choice| choice.meaning == Meaning::Unknown);
            unknown.map(move |choice| (column, choice))
        })
    }

    /// This mapping, for the next file with these headings.
    pub fn remember(&self) -> Remembered {
        let column = |column: &Column| RememberedColumn {
            heading: column.heading.clone(),
            target: column.target.clone(),
            words: column.words.iter().map(|choice| (words::key(&choice.word), choice.meaning)).collect(),
            order: column.dates.map(|dates| dates.order),
        };
        Remembered {
            columns: self.columns.iter().map(column).collect(),
            subject: self.subject,
            key: self.key,
        }
    }

    fn remembered(table: &Table, remembered: &Remembered) -> Self {
        let mut mapping = Self { key: remembered.key, ..Self::empty(table, remembered.subject) };
        for (at, heading) in table.headings().iter().enumerate() {
            let Some(known) = remembered.columns.iter().find(|known| known.heading == *heading) else {
                continue;
            };
            mapping.aim(table, at, known.target.clone());
            let Some(column) = mapping.columns.get_mut(at) else { continue };
            for choice in &mut column.words {
                let key = words::key(&choice.word);
                if let Some((_, meaning)) = known.words.iter().find(|(word, _)| *word == key) {
                    choice.meaning = *meaning;
                }
            }
            // The order is taken over where this file leaves it open, too.
            if let (Some(order), Some(dates)) = (known.order, column.dates)
                && dates.is_ambiguous
            {
                mapping.read_days(table, at, order);
            }
        }
        mapping
    }

    fn empty(table: &Table, subject: Subject) -> Self {
        let column = |(at, heading): (usize, &String)| {
            let short = |cell: &str| cell.trim().chars().take(60).collect();
            Column {
                heading: heading.clone(),
                examples: table.column(at).take(3).map(short).collect(),
                filled: table.column(at).count(),
                target: None,
                words: Vec::new(),
                dates: None,
            }
        };
        let columns = table.headings().iter().enumerate().map(column).collect();
        Self { subject, key: MatchKey::Name, columns }
    }

    /// Whether a column becomes this.
    pub fn has(&self, target: &Target) -> bool {
        self.columns.iter().any(|column| column.target.as_ref() == Some(target))
    }

    fn has_name(&self) -> bool {
        match self.subject {
            Subject::Partners => self.has(&Target::PartnerName),
            Subject::Contacts => self.has_person_name(),
        }
    }

    fn has_person_name(&self) -> bool {
        [Target::PersonName, Target::FirstName, Target::LastName].iter().any(|name| self.has(name))
    }

    /// A partner's row speaks of a person only when it names them.
    fn forget_nameless_person(&mut self) {
        if self.subject == Subject::Contacts || self.has_person_name() {
            return;
        }
        for column in &mut self.columns {
            if column.target.as_ref().is_some_and(Target::is_of_person) {
                column.target = None;
                column.words = Vec::new();
            }
        }
    }
}

impl Column {
    /// Whether its cells look like what its heading says.
    fn fits(&self, table: &Table, at: usize) -> bool {
        // A few unknown words can be given a meaning one by one.
        const FEW: usize = 12;
        match &self.target {
            Some(Target::Domain) => is_mostly_domains(table, at),
            Some(target) if target.is_word() => {
                self.words.len() <= FEW || self.words.iter().any(|choice| choice.meaning != Meaning::Unknown)
            }
            _ => self.dates.is_none_or(|dates| dates.unread * 2 <= self.filled),
        }
    }
}

impl Remembered {
    /// Whether the table has the same headings, in whatever order.
    pub fn is_for(&self, table: &Table) -> bool {
        let headings = table.headings();
        headings.len() == self.columns.len()
            && headings.iter().all(|heading| self.columns.iter().any(|column| column.heading == *heading))
    }
}

/// Whether most of the first cells of a column are domains or web addresses.
fn is_mostly_domains(table: &Table, at: usize) -> bool {
    let cells: Vec<&str> = table.column(at).take(50).collect();
    let domains = cells.iter().filter(|cell| Domain::parse_optional(cell).is_ok()).count();
    domains * 2 >= cells.len()
}

/// The words of a column, most frequent first.
fn words_of(table: &Table, at: usize, target: &Target) -> Vec<WordChoice> {
    let mut choices: Vec<(String, WordChoice)> = Vec::new();
    for cell in table.column(at) {
        for word in words::each(target, cell) {
            // Most cells say a word that was there before, written alike.
            if let Some((_, choice)) = choices.iter_mut().find(|(_, choice)| choice.word == word) {
                choice.count += 1;
                continue;
            }
            let key = words::key(word);
            if let Some((_, choice)) = choices.iter_mut().find(|(known, _)| *known == key) {
                choice.count += 1;
            } else if choices.len() < MOST_WORDS {
                let meaning = words::meaning(target, word);
                choices.push((key, WordChoice { word: word.to_owned(), count: 1, meaning }));
            }
        }
    }
    let mut choices: Vec<WordChoice> = choices.into_iter().map(|(_, choice)| choice).collect();
    choices.sort_by_key(|choice| std::cmp::Reverse(choice.count));
    choices
}
