//! Does what is asked, and keeps the file, its columns and the plan between two errands.

use crate::interchange::card::table_of;
use crate::interchange::import::words::WordChoice;
use crate::interchange::import::{Known, Mapping, Plan, Problem, Remembered, Table, Wanted, read};

use super::messages::{Answer, Becomes, Change, Errand};

/// Where errands are done. Nothing here changes a workspace.
#[derive(Debug, Default)]
pub struct Office {
    file: Vec<u8>,
    table: Table,
    mapping: Option<Mapping>,
    known: Known,
    plan: Plan,
}

impl Office {
    /// Does one errand, written as JSON; `say` is called with every answer. A file that comes along takes the place of the
    /// one before; `Err` says why the browser could not read it.
    pub fn run(&mut self, errand: &str, file: Option<Result<Vec<u8>, String>>, say: &dyn Fn(&str)) {
        let say = |answer: &Answer| {
            if let Ok(text) = serde_json::to_string(answer) {
                say(&text);
            }
        };
        match file {
            Some(Ok(file)) => self.file = file,
            Some(Err(why)) => return say(&Answer::NotRead(why)),
            None => {}
        }
        match serde_json::from_str(errand) {
            Ok(errand) => self.answer(errand, &say),
            // Page and worker are built together.
            Err(error) => say(&Answer::NotRead(error.to_string())),
        }
    }

    fn answer(&mut self, errand: Errand, say: &dyn Fn(&Answer)) {
        match errand {
            Errand::Read { wanted, remembered } => match self.read(&wanted, &remembered) {
                Err(problem) => say(&Answer::NotRead(problem.to_string())),
                Ok(read) => {
                    say(&read);
                    self.say_mapped(say);
                }
            },
            Errand::Change(change) => {
                self.change(change);
                self.say_mapped(say);
            }
            Errand::Plan { known, decisions, seed } => {
                let (Some(mapping), Ok(seed)) = (&self.mapping, seed.parse()) else { return };
                if let Some(known) = known {
                    self.known = known;
                }
                self.plan = Plan::make(&self.table, mapping, &self.known, &decisions, seed);
                say(&Answer::Planned(self.plan.totals(), self.plan.chunks()));
            }
            Errand::Rows { only, from, most } => {
                let wanted = |outcome: Becomes| only.is_none_or(|only| only == outcome);
                let rows = self.plan.rows.iter().filter(|row| wanted(Becomes::of(&row.outcome)));
                let mut rows: Vec<_> = rows.skip(from).take(most).cloned().collect();
                rows.iter_mut().for_each(|row| row.step = None);
                say(&Answer::Rows { only, from, rows });
            }
            Errand::Chunk(number) => say(&Answer::Chunk(self.plan.chunk(number))),
        }
    }

    fn read(&mut self, wanted: &Wanted, remembered: &[Remembered]) -> Result<Answer, Problem> {
        // Whatever comes of it, nothing of an earlier file remains.
        self.mapping = None;
        self.plan = Plan::default();
        let (table, read) = if are_cards(&self.file) {
            let table = table_of(&self.file)?;
            let cards = table.len();
            (table, Answer::ReadCards(cards))
        } else {
            let (table, found) = read(&self.file, wanted)?;
            (table, Answer::Read(found))
        };
        self.mapping = Some(Mapping::suggest(&table, remembered));
        self.table = table;
        Ok(read)
    }

    fn change(&mut self, change: Change) {
        let Some(mapping) = &mut self.mapping else { return };
        match change {
            Change::Subject(subject) => *mapping = Mapping::of(&self.table, subject),
            Change::Key(key) => mapping.key = key,
            Change::Aim(at, target) => mapping.aim(&self.table, at, target),
            Change::Days(at, order) => mapping.read_days(&self.table, at, order),
            Change::Means(at, word, meaning) => {
                let column = mapping.columns.get_mut(at);
                let choice: Option<&mut WordChoice> = column.and_then(|column| column.words.get_mut(word));
                if let Some(choice) = choice {
                    choice.meaning = meaning;
                }
            }
        }
    }

    fn say_mapped(&self, say: &dyn Fn(&Answer)) {
        let Some(mapping) = &self.mapping else { return };
        let problems = mapping.problems().iter().map(ToString::to_string).collect();
        say(&Answer::Mapped(mapping.clone(), problems));
    }
}

/// Whether a file begins as address cards do, in whatever encoding.
fn are_cards(file: &[u8]) -> bool {
    const BEGIN: &[u8] = b"BEGIN:VCARD";
    let letters = file.iter().take(64).filter(|byte| byte.is_ascii_graphic());
    letters.take(BEGIN.len()).map(u8::to_ascii_uppercase).eq(BEGIN.iter().copied())
}
