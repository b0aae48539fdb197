//! Any interleaving of tabs, faults, clocks and deaths: nothing that was said to be saved is lost, and all views end equal.

use std::collections::BTreeMap;

use bridgekeeper::domain::table::Table;
use bridgekeeper::storage::{
    Change, Document, DocumentKey, MemoryArea, Millis, Persistence, Problem, Record, RecordPath, Status,
    Store, TabSuffix, Vault,
};
use proptest::prelude::*;

use super::bench::{NOON, delete, put};
use super::faulty::{Fault, Machine};

const SEATS: usize = 3;
const DOCUMENTS: [&str; 3] = ["partner/a", "partner/b", "contact/c"];
const PATHS: [&str; 3] = ["profile", "touchpoints/1", "lifecycle"];
const CENTURY_MS: u64 = 100 * 365 * 24 * 60 * 60 * 1000;

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Act {
    /// A tab is opened on a free seat.
    Open(usize),
    /// It is closed, whatever it still meant to do.
    Close(usize),
    /// It saves one action: document, path, whether to delete.
    Commit(usize, Vec<(usize, usize, bool)>),
    /// Its timer fires.
    Tick(usize),
    /// The storage events waiting for it arrive.
    Deliver(usize),
    /// They are lost.
    Lose(usize),
    /// The page becomes visible again.
    Rescan(usize),
    /// Time passes and nobody does anything.
    Wait(u64),
    /// Time passes and every tab's timer fires when it should.
    Live(u64),
    /// The clock of the machine jumps a century ahead, or back again.
    Jump(bool),
    /// A call of this tab, so many from now, goes wrong.
    Plan(usize, usize, Fault),
}

fn act() -> impl Strategy<Value = Act> {
    let seat = 0..SEATS;
    let change = (0..DOCUMENTS.len(), 0..PATHS.len(), prop::bool::weighted(0.2));
    let fault = prop_oneof![
        2 => Just(Fault::Full),
        2 => Just(Fault::Silent),
        4 => Just(Fault::TakenBack),
        6 => Just(Fault::Stale),
        3 => Just(Fault::Kill),
    ];
    prop_oneof![
        4 => seat.clone().prop_map(Act::Open),
        2 => seat.clone().prop_map(Act::Close),
        10 => (seat.clone(), prop::collection::vec(change, 1..4)).prop_map(|(seat, changes)| Act::Commit(seat, changes)),
        5 => seat.clone().prop_map(Act::Tick),
        4 => seat.clone().prop_map(Act::Deliver),
        2 => seat.clone().prop_map(Act::Lose),
        2 => seat.clone().prop_map(Act::Rescan),
        4 => prop_oneof![0..50_u64, 500..2_000_u64, 50_000..70_000_u64].prop_map(Act::Wait),
        3 => prop_oneof![500..3_000_u64, 60_000..130_000_u64].prop_map(Act::Live),
        1 => any::<bool>().prop_map(Act::Jump),
        8 => (seat, 0..14_usize, fault).prop_map(|(seat, after, fault)| Act::Plan(seat, after, fault)),
    ]
}

struct Tab {
    number: usize,
    vault: Vault,
    /// Actions of this tab by their place in the story's list.
    actions: Vec<usize>,
}

struct Action {
    records: Vec<(DocumentKey, RecordPath, Record)>,
    /// Whether the tab was told that it is saved.
    is_promised: bool,
    /// Whether it came to nothing with its tab. What another tab had heard of it stays heard, a deletion too.
    is_void: bool,
}

/// What happens, and what was promised meanwhile.
struct Story {
    machine: Machine,
    seats: Vec<Option<Tab>>,
    opened: usize,
    ahead: bool,
    ever_jumped: bool,
    true_now: Millis,
    actions: Vec<Action>,
    said: usize,
}

impl Story {
    fn new() -> Self {
        Self {
            machine: Machine::new(MemoryArea::default(), NOON),
            seats: (0..SEATS).map(|_| None).collect(),
            opened: 0,
            ahead: false,
            ever_jumped: false,
            true_now: NOON,
            actions: Vec::new(),
            said: 0,
        }
    }

    fn clock(&self) -> Millis {
        self.true_now.plus(if self.ahead { CENTURY_MS } else { 0 })
    }

    fn wait(&mut self, ms: u64) {
        self.true_now = self.true_now.plus(ms);
        self.machine.pass(ms);
    }

    fn run(&mut self, act: &Act) {
        match act {
            Act::Open(seat) => self.open(*seat),
            Act::Close(seat) => self.close(*seat),
            Act::Commit(seat, changes) => self.commit(*seat, changes),
            Act::Tick(seat) => self.with(*seat, |tab, _, now| {
                tab.vault.tick(now);
            }),
            Act::Deliver(seat) => self.with(*seat, |tab, machine, now| {
                for event in machine.events_for(tab.number) {
                    tab.vault.notice(event, now);
                }
            }),
            Act::Lose(seat) => self.with(*seat, |tab, machine, _| {
                machine.events_for(tab.number);
            }),
            Act::Rescan(seat) => self.with(*seat, |tab, _, now| {
                tab.vault.rescan(now);
            }),
            Act::Wait(ms) => self.wait(*ms),
            Act::Live(ms) => self.live(*ms),
            Act::Jump(ahead) => {
                self.ahead = *ahead;
                self.ever_jumped |= *ahead;
            }
            Act::Plan(seat, after, fault) => {
                if let Some(Some(tab)) = self.seats.get(*seat) {
                    self.machine.plan(tab.number, *after, *fault);
                }
            }
        }
        self.bury();
    }

    fn open(&mut self, seat: usize) {
        if self.seats[seat].is_none() {
            self.opened += 1;
            let number = self.opened;
            let (vault, _) = Vault::open(
                self.machine.tab(number),
                "spec",
                self.clock(),
                TabSuffix::from_random(u32::try_from(number).unwrap()),
                Persistence::Browser,
            );
            self.seats[seat] = Some(Tab { number, vault, actions: Vec::new() });
        }
    }

    fn close(&mut self, seat: usize) {
        if let Some(tab) = &self.seats[seat] {
            self.machine.kill(tab.number);
        }
    }

    fn commit(&mut self, seat: usize, changes: &[(usize, usize, bool)]) {
        let said = self.said;
        self.said += 1;
        let mut made: Option<(Action, bool)> = None;
        self.with(seat, |tab, _, now| {
            let changes: Vec<Change> = changes
                .iter()
                .map(|(document, path, deletes)| {
                    let (document, path) = (DOCUMENTS[*document], PATHS[*path]);
                    if *deletes {
                        delete(document, path)
                    } else {
                        put(document, path, &format!(r#"{{"said":{said}}}"#))
                    }
                })
                .collect();
            let written = tab.vault.commit(changes, now).written;
            let is_promised = *tab.vault.status() == Status::Saved;
            let records = written.into_iter().map(|record| {
                let WrittenParts(document, path, after) = record.into();
                (document, path, after)
            });
            let action = Action { records: records.collect(), is_promised, is_void: false };
            made = Some((action, is_promised));
        });
        if let (Some((action, _)), Some(tab)) = (made, self.seats[seat].as_mut()) {
            tab.actions.push(self.actions.len());
            self.actions.push(action);
        }
    }

    fn with(&mut self, seat: usize, act: impl FnOnce(&mut Tab, &Machine, Millis)) {
        let now = self.clock();
        if let Some(tab) = self.seats[seat].as_mut() {
            act(tab, &self.machine, now);
            if *tab.vault.status() == Status::Saved && !self.machine.is_dead(tab.number) {
                // What was not saved at first is, once the vault says so.
                for action in &tab.actions {
                    self.actions[*action].is_promised = true;
                }
            }
        }
    }

    fn live(&mut self, ms: u64) {
        let end = self.true_now.plus(ms);
        for _ in 0..400 {
            let now = self.clock();
            let dues = self.seats.iter().flatten();
            let due = dues.filter_map(|tab| tab.vault.next_tick()).min();
            let wait = due.map_or(ms, |due| due.since(now)).max(1);
            if self.true_now.plus(wait) > end {
                break;
            }
            self.wait(wait);
            for seat in 0..SEATS {
                self.run(&Act::Tick(seat));
            }
        }
        let rest = end.since(self.true_now);
        self.wait(rest);
    }

    /// Dead tabs leave their seats. A promise of theirs that the browser takes back before anybody could look again is
    /// beyond help: it is void unless its records lie in the storage.
    fn bury(&mut self) {
        for seat in 0..SEATS {
            let number = self.seats[seat].as_ref().map(|tab| tab.number);
            if !number.is_some_and(|number| self.machine.is_dead(number)) {
                continue;
            }
            let Some(tab) = self.seats[seat].take() else {
                continue;
            };
            if self.machine.was_taken_back(tab.number, ":i:") {
                self.machine.settle_fate();
                let stored = self.fresh_view();
                for action in &tab.actions {
                    let action = &mut self.actions[*action];
                    let is_there = action.records.iter().all(|(document, path, record)| {
                        let found = stored.get(document);
                        let found = found.and_then(|found| found.records.get(path));
                        found.is_some_and(|found| found >= record)
                    });
                    if !is_there {
                        action.is_promised = false;
                        action.is_void = true;
                    }
                }
            }
        }
    }

    fn fresh_view(&self) -> Table<DocumentKey, Document> {
        let area = self.machine.area();
        let (vault, _) = Vault::open(
            Box::new(area.store()),
            "spec",
            self.clock(),
            TabSuffix::from_random(99),
            Persistence::Browser,
        );
        view(&vault)
    }

    /// All faults stop; everybody looks and works until all is quiet.
    fn come_to_rest(&mut self) {
        self.machine.heal();
        self.wait(3_000);
        for seat in 0..SEATS {
            self.run(&Act::Open(seat));
        }
        for _ in 0..4 {
            for seat in 0..SEATS {
                self.run(&Act::Rescan(seat));
            }
            self.live(150_000);
            for seat in 0..SEATS {
                self.run(&Act::Deliver(seat));
            }
        }
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let stored = self.comparable(self.fresh_view());
        for tab in self.seats.iter().flatten() {
            prop_assert_eq!(tab.vault.status(), &Status::Saved, "tab {}", tab.number);
            prop_assert_eq!(
                &self.comparable(view(&tab.vault)),
                &stored,
                "the view of tab {} is not the stored one",
                tab.number
            );
            // Meta that was taken back is made anew, and that is said.
            let problems = tab.vault.problems().iter();
            let problems: Vec<String> = problems
                .filter(|problem| !matches!(problem, Problem::UnreadableMeta { reason: None, .. }))
                .map(ToString::to_string)
                .collect();
            prop_assert!(problems.is_empty(), "{:?}", problems);
        }
        let left = self.machine.area().store().keys().unwrap();
        prop_assert!(!left.iter().any(|key| key.contains(":i:")), "an intent was never forgotten");
        for action in self.actions.iter().filter(|action| !action.is_void) {
            self.check_action(action, &stored)?;
        }
        Ok(())
    }

    /// Each session ages the trash by the newest stamp it found at its start, so after a jump they keep more or less of it.
    fn comparable(&self, mut view: Table<DocumentKey, Document>) -> Table<DocumentKey, Document> {
        if self.ever_jumped {
            let beyond = Millis(NOON.0 + 3 * CENTURY_MS);
            view.values_mut().for_each(|document| {
                document.purge(beyond);
            });
        }
        view.retain(|_, document| !document.is_empty());
        view
    }

    fn check_action(
        &self,
        action: &Action,
        stored: &Table<DocumentKey, Document>,
    ) -> Result<(), TestCaseError> {
        let mut applied = 0;
        let mut lacking = 0;
        // Of several changes to one record in one action, the last counts.
        let last: BTreeMap<_, _> =
            action.records.iter().map(|(document, path, record)| ((document, path), record)).collect();
        for ((document, path), record) in last {
            if self.ever_jumped {
                // A century ahead the trash may empty itself, whole documents included.
                let may_be_purged = self.actions.iter().any(|other| {
                    other.records.iter().any(|(deleted, at, record)| {
                        deleted == document && record.deleted && (at == path || at.is_lifecycle())
                    })
                });
                if may_be_purged {
                    continue;
                }
            }
            let found = stored.get(document).and_then(|found| found.records.get(path));
            match found {
                Some(found) if found == record => applied += 1,
                Some(found) if found > record => {}
                _ => lacking += 1,
            }
            if action.is_promised {
                prop_assert!(
                    found.is_some_and(|found| found >= record),
                    "lost: {} {} {:?}, found {:?}",
                    document,
                    path,
                    record,
                    found
                );
            }
        }
        prop_assert!(applied == 0 || lacking == 0, "half an action: {:?}", action.records);
        Ok(())
    }
}

struct WrittenParts(DocumentKey, RecordPath, Record);

impl From<bridgekeeper::storage::WrittenRecord> for WrittenParts {
    fn from(written: bridgekeeper::storage::WrittenRecord) -> Self {
        Self(written.document, written.path, written.after)
    }
}

fn view(vault: &Vault) -> Table<DocumentKey, Document> {
    let held = vault.documents().filter(|(_, document)| !document.is_empty());
    held.map(|(key, document)| (key.clone(), document.clone())).collect()
}

pub fn hold_the_promise(acts: &[Act]) -> Result<(), TestCaseError> {
    let mut story = Story::new();
    for act in acts {
        story.run(act);
    }
    story.come_to_rest();
    story.check()
}

fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn three_tabs_lose_nothing_that_was_said_to_be_saved(acts in prop::collection::vec(act(), 1..40)) {
        hold_the_promise(&acts)?;
    }
}
