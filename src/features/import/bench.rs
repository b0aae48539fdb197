//! The import at hand: the talk with the worker, and what it said. It belongs to the page and not to the screen, so that
//! one can look elsewhere meanwhile.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::import as words;
use crate::domain::table::Table;
use crate::domain::{Id, Workspace};
use crate::errands::READY;
use crate::errands::messages::{Answer, Becomes, Change, Errand};
use crate::interchange::import::plan::Candidate;
use crate::interchange::import::{
    Choice, Chunk, Decisions, Found, Known, MOST_BYTES, Mapping, Outcome, Plan, PlannedRow, Problem,
    Remembered, Totals, Wanted,
};
use crate::kit::worker::{Lost, Worker};
use crate::state::desk::Desk;
use crate::state::undo::Whole;
use crate::state::{clock, ids};

/// Rows fetched at once; more on request.
pub const PAGE_ROWS: usize = 100;
/// Mappings remembered.
const MOST_REMEMBERED: usize = 12;
/// Under which name mappings are remembered.
const MAPPINGS: &str = "import_mappings";

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    Nothing,
    /// The file is read.
    Reading,
    /// Rows are compared.
    Comparing,
    /// Rows are imported.
    Importing(Progress),
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows done.
    pub done: usize,
    /// Rows there are to do.
    pub all: usize,
}

/// The file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: usize,
}

/// How the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// As a list.
    List(Found),
    /// As so many address cards.
    Cards(usize),
}

/// What was said about the import as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Something went wrong; nothing was changed.
    Trouble(String),
    /// It was cancelled before anything was changed.
    Stopped,
    /// It is done, or ended on the way: what became of it, and what was left out.
    Done(String, Vec<String>),
}

/// The import at hand. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The desk.
    pub desk: Desk,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// What the worker knows of the workspace.
    told: StoredValue<Option<Workspace>>,
    seed: StoredValue<String>,
    /// What is carried out, as long as it is.
    pub(super) carrying: StoredValue<Option<Carrying>, LocalStorage>,
    /// The file that was chosen.
    pub chosen: RwSignal<Option<Chosen>>,
    /// What is going on.
    pub work: RwSignal<Work>,
    /// What was said.
    pub said: RwSignal<Option<Said>>,
    /// How the file is to be read.
    pub wanted: RwSignal<Wanted>,
    /// How it was read.
    pub found: RwSignal<Option<Read>>,
    /// What becomes of its columns.
    pub mapping: RwSignal<Option<Mapping>>,
    /// What has to be settled before rows can be compared.
    pub problems: RwSignal<Vec<String>>,
    /// What was decided about rows.
    pub decisions: RwSignal<Decisions>,
    /// How many rows become what, and in how many chunks.
    pub totals: RwSignal<Option<(Totals, usize)>>,
    /// Rows that somebody had to decide about, and who may be meant.
    pub asked: RwSignal<Table<u32, Vec<Candidate>>>,
    /// Which rows are shown.
    pub only: RwSignal<Option<Becomes>>,
    /// The rows shown.
    pub rows: RwSignal<Vec<PlannedRow>>,
}

/// An import that is carried out.
pub struct Carrying {
    pub whole: Whole,
    /// The chunk to ask for next.
    pub next: usize,
    pub chunks: usize,
    pub is_stopping: bool,
    /// What was left out, row by row.
    pub complaints: Vec<String>,
    /// Rows applied at a time: as many as leave the page quick.
    pub at_once: usize,
}

thread_local! {
    static BENCH: Cell<Option<Bench>> = const { Cell::new(None) };
}

impl Bench {
    /// The import of this page.
    pub fn of_page() -> Self {
        BENCH.with(|bench| {
            bench.get().unwrap_or_else(|| {
                let desk = Desk::of_page();
                let made = for_the_page(|| Self::new(desk));
                bench.set(Some(made));
                made
            })
        })
    }

    fn new(desk: Desk) -> Self {
        Self {
            desk,
            worker: StoredValue::new_local(None),
            file: StoredValue::new_local(None),
            told: StoredValue::new(None),
            seed: StoredValue::new(String::new()),
            carrying: StoredValue::new_local(None),
            chosen: RwSignal::new(None),
            work: RwSignal::new(Work::Nothing),
            said: RwSignal::new(None),
            wanted: RwSignal::new(Wanted::default()),
            found: RwSignal::new(None),
            mapping: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            decisions: RwSignal::new(Decisions::default()),
            totals: RwSignal::new(None),
            asked: RwSignal::new(Table::new()),
            only: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
        }
    }

    /// Whether rows are being imported: then nothing else can be begun.
    pub fn is_importing(self) -> bool {
        matches!(self.work.get(), Work::Importing(_))
    }

    /// The same, for what is asked once.
    pub fn is_importing_now(self) -> bool {
        matches!(self.work.get_untracked(), Work::Importing(_))
    }

    // ------------------------------------------------------------ the file

    /// Takes a file and has it read.
    pub fn choose(self, file: web_sys::File) {
        // A file's size is far below what f64 holds exactly.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        let bytes = file.size() as usize;
        let name = file.name();
        self.begin_anew();
        // Before a byte of it is read: a film would fill the memory.
        if bytes > MOST_BYTES {
            self.file.set_value(None);
            let why = Problem::FileTooLarge { bytes }.to_string();
            return self.said.set(Some(Said::Trouble(words::refused(&name, &why))));
        }
        self.chosen.set(Some(Chosen { name, bytes }));
        self.file.set_value(Some(file));
        self.read();
    }

    /// Reads the file that was chosen once more.
    pub fn read(self) {
        self.forget_reading();
        self.said.set(None);
        self.work.set(Work::Reading);
        let remembered = self.remembered();
        let wanted = self.wanted.get_untracked();
        let file = self.file.get_value();
        self.ask(&Errand::Read { wanted, remembered }, file.as_ref());
    }

    /// Ends what the worker is doing. Nothing was changed yet.
    pub fn cancel(self) {
        self.worker.set_value(None);
        self.told.set_value(None);
        self.work.set(Work::Nothing);
        self.forget_reading();
        self.said.set(Some(Said::Stopped));
    }

    /// Puts everything away.
    pub fn begin_anew(self) {
        self.worker.set_value(None);
        self.told.set_value(None);
        self.work.set(Work::Nothing);
        self.chosen.set(None);
        self.said.set(None);
        self.wanted.set(Wanted::default());
        self.forget_reading();
    }

    fn forget_reading(self) {
        self.found.set(None);
        self.mapping.set(None);
        self.problems.set(Vec::new());
        self.decisions.set(Decisions::default());
        self.asked.set(Table::new());
        self.forget_plan();
        let now = clock::now();
        self.seed.set_value(Id::<Plan>::from_bits(ids::next_bits(now)).to_string());
    }

    fn forget_plan(self) {
        self.totals.set(None);
        self.rows.set(Vec::new());
        self.only.set(None);
    }

    // ------------------------------------------------------------ asking

    /// Changes what becomes of the columns.
    pub fn change(self, change: Change) {
        self.said.set(None);
        self.work.set(Work::Comparing);
        self.ask(&Errand::Change(change), None);
    }

    /// Has the rows compared anew.
    pub fn plan(self) {
        self.said.set(None);
        self.work.set(Work::Comparing);
        let today = self.desk.today();
        let known = self.desk.read_once(|workspace| {
            let is_told =
                self.told.with_value(|told| told.as_ref().is_some_and(|told| told.is_same(workspace)));
            (!is_told).then(|| (workspace.clone(), Known::of(workspace, today)))
        });
        let known = known.map(|(workspace, known)| {
            self.told.set_value(Some(workspace));
            known
        });
        let (decisions, seed) = (self.decisions.get_untracked(), self.seed.get_value());
        self.ask(&Errand::Plan { known, decisions, seed }, None);
    }

    /// Decides about a row; nothing takes the decision back.
    pub fn decide(self, number: u32, choice: Option<Choice>) {
        self.decisions.update(|decisions| {
            decisions.rows.retain(|(row, _)| *row != number);
            decisions.rows.extend(choice.map(|choice| (number, choice)));
        });
        self.plan();
    }

    /// Shows only rows of which this becomes.
    pub fn show_only(self, only: Option<Becomes>) {
        self.only.set(only);
        self.fetch_rows(0, PAGE_ROWS);
    }

    /// Shows more rows.
    pub fn show_more(self) {
        self.fetch_rows(self.rows.with_untracked(Vec::len), PAGE_ROWS);
    }

    fn fetch_rows(self, from: usize, most: usize) {
        self.ask(&Errand::Rows { only: self.only.get_untracked(), from, most }, None);
    }

    pub(super) fn ask_chunk(self, number: usize) {
        self.ask(&Errand::Chunk(number), None);
    }

    fn ask(self, errand: &Errand, file: Option<&web_sys::File>) {
        if self.worker.with_value(Option::is_none) {
            let started = Worker::start(
                READY,
                // The answer may put the worker away that gives it: not while it speaks.
                move |text| set_timeout(move || self.hear(&text), Duration::ZERO),
                move |Lost| self.lose(),
            );
            match started {
                Ok(worker) => self.worker.set_value(Some(worker)),
                Err(Lost) => return self.lose(),
            }
        }
        let text = serde_json::to_string(errand).unwrap_or_default();
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                worker.send(&text, file);
            }
        });
    }

    fn lose(self) {
        self.worker.set_value(None);
        self.told.set_value(None);
        if self.carrying.with_value(Option::is_some) {
            return super::carry::break_off(self, words::LOST_MIDWAY);
        }
        self.work.set(Work::Nothing);
        self.forget_reading();
        self.said.set(Some(Said::Trouble(words::LOST.to_owned())));
    }

    // ------------------------------------------------------------ hearing

    fn hear(self, text: &str) {
        // What a worker said that was put away meanwhile concerns nobody.
        if self.worker.with_value(Option::is_none) {
            return;
        }
        match serde_json::from_str(text) {
            Ok(Answer::Read(found)) => self.found.set(Some(Read::List(found))),
            Ok(Answer::ReadCards(cards)) => self.found.set(Some(Read::Cards(cards))),
            Ok(Answer::NotRead(why)) => {
                let name = self.chosen.with_untracked(|chosen| {
                    chosen.as_ref().map(|chosen| chosen.name.clone()).unwrap_or_default()
                });
                self.work.set(Work::Nothing);
                self.forget_reading();
                self.said.set(Some(Said::Trouble(words::refused(&name, &why))));
            }
            Ok(Answer::Mapped(mapping, problems)) => {
                let is_settled = problems.is_empty();
                self.mapping.set(Some(mapping));
                self.problems.set(problems);
                if is_settled {
                    self.plan();
                } else {
                    self.forget_plan();
                    self.work.set(Work::Nothing);
                }
            }
            Ok(Answer::Planned(totals, chunks)) => {
                self.work.set(Work::Nothing);
                let is_there = |only| count_of(&totals, Some(only)) > 0;
                if !self.only.get_untracked().is_some_and(is_there) {
                    self.only.set(None);
                }
                self.totals.set(Some((totals, chunks)));
                // As many as were shown: a decision in the middle of the list moves nothing.
                let most = self.rows.with_untracked(Vec::len).max(PAGE_ROWS);
                self.fetch_rows(0, most);
            }
            Ok(Answer::Rows { only, from, rows }) => {
                if only != self.only.get_untracked() {
                    return;
                }
                self.asked.update(|asked| {
                    for row in &rows {
                        if let Outcome::Ask { with } = &row.outcome {
                            asked.insert(row.number, with.clone());
                        }
                    }
                });
                self.rows.update(|shown| {
                    shown.truncate(from);
                    shown.extend(rows);
                });
            }
            Ok(Answer::Chunk(Chunk { steps })) => super::carry::take(self, steps),
            Err(_) => self.lose(),
        }
    }

    // ------------------------------------------------------------ remembering

    fn remembered(self) -> Vec<Remembered> {
        let text = self.desk.preference(MAPPINGS).unwrap_or_default();
        // What an earlier version remembered differently is suggested anew.
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Remembers what became of the columns, for the next file with these headings.
    pub fn remember(self) {
        let Some(mapping) = self.mapping.get_untracked() else { return };
        let mapping = mapping.remember();
        let mut remembered = self.remembered();
        let headings = |one: &Remembered| -> Vec<String> {
            one.columns.iter().map(|column| column.heading.clone()).collect()
        };
        let own = headings(&mapping);
        remembered.retain(|one| headings(one) != own);
        remembered.push(mapping);
        let surplus = remembered.len().saturating_sub(MOST_REMEMBERED);
        remembered.drain(..surplus);
        if let Ok(text) = serde_json::to_string(&remembered) {
            self.desk.remember(MAPPINGS, &text);
        }
    }
}

/// How many rows become this; all without.
pub const fn count_of(totals: &Totals, only: Option<Becomes>) -> usize {
    match only {
        None => totals.created + totals.updated + totals.asked + totals.skipped + totals.errors,
        Some(Becomes::Create) => totals.created,
        Some(Becomes::Update) => totals.updated,
        Some(Becomes::Ask) => totals.asked,
        Some(Becomes::Skip) => totals.skipped,
        Some(Becomes::Error) => totals.errors,
    }
}

/// Makes something that lives as long as the page.
fn for_the_page<T>(make: impl FnOnce() -> T) -> T {
    let mut owner = Owner::current();
    while let Some(parent) = owner.as_ref().and_then(Owner::parent) {
        owner = Some(parent);
    }
    match owner {
        Some(owner) => owner.with(make),
        None => make(),
    }
}
