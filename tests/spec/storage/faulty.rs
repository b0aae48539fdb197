//! A browser that misbehaves on demand: one storage area, any number of tabs, and a fault on the n-th call of a tab.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use bridgekeeper::storage::{MemoryArea, Millis, Store, StoreError, StoreEvent, StoredText};

/// How long another tab's write may stay unseen, and how long after a write it may be taken back.
pub const LAG_MS: u64 = 1_000;

/// What goes wrong with one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A write says the storage is full.
    Full,
    /// A write says nothing and does nothing.
    Silent,
    /// A write keeps only the first half of the value.
    Truncated,
    /// A write succeeds, reads back, and is taken back a second later.
    TakenBack,
    /// A read misses what another tab wrote within the last second.
    Stale,
    /// The tab dies: this call and all later ones do nothing.
    Kill,
}

/// The area and everything that is wrong with it.
#[derive(Clone)]
pub struct Machine(Rc<RefCell<State>>);

struct State {
    area: MemoryArea,
    now: Millis,
    tabs: BTreeMap<usize, TabState>,
    taken_back: Vec<TakenBack>,
    /// Writes within the last second: key, writer, moment, what was there before.
    recent: Vec<(String, usize, Millis, Option<StoredText>)>,
    events: Vec<(usize, StoreEvent)>,
    calls: Vec<Call>,
}

#[derive(Default)]
struct TabState {
    calls: usize,
    plan: BTreeMap<usize, Fault>,
    always: Option<Fault>,
    full_for: Option<String>,
    is_dead: bool,
    taken_back: BTreeSet<String>,
}

struct TakenBack {
    due: Millis,
    key: String,
    written: StoredText,
    before: Option<StoredText>,
}

/// One call that reached the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    Get(String),
    Set(String, usize),
    Remove(String),
    Keys,
}

impl Machine {
    pub fn new(area: MemoryArea, now: Millis) -> Self {
        Self(Rc::new(RefCell::new(State {
            area,
            now,
            tabs: BTreeMap::new(),
            taken_back: Vec::new(),
            recent: Vec::new(),
            events: Vec::new(),
            calls: Vec::new(),
        })))
    }

    /// The storage as one tab sees it. Numbers of tabs are never used twice.
    pub fn tab(&self, tab: usize) -> Box<dyn Store> {
        self.0.borrow_mut().tabs.entry(tab).or_default();
        Box::new(FaultyStore { machine: self.clone(), tab })
    }

    pub fn area(&self) -> MemoryArea {
        self.0.borrow().area.clone()
    }

    /// Lets true time pass, which no clock of a tab can hurry.
    pub fn pass(&self, ms: u64) {
        let mut state = self.0.borrow_mut();
        state.now = state.now.plus(ms);
        state.take_back();
        let now = state.now;
        state.recent.retain(|(_, _, at, _)| now.since(*at) < LAG_MS);
    }

    /// The `after`-th call from now of this tab goes wrong; 0 is the next one.
    pub fn plan(&self, tab: usize, after: usize, fault: Fault) {
        let mut state = self.0.borrow_mut();
        let tab = state.tabs.entry(tab).or_default();
        tab.plan.insert(tab.calls + after, fault);
    }

    /// Every call of this tab goes wrong, until told otherwise.
    pub fn always(&self, tab: usize, fault: Option<Fault>) {
        self.0.borrow_mut().tabs.entry(tab).or_default().always = fault;
    }

    /// The storage is full for this tab's writes to keys with this in their name.
    pub fn full_for(&self, tab: usize, part: Option<&str>) {
        let mut state = self.0.borrow_mut();
        let tab = state.tabs.entry(tab).or_default();
        tab.full_for = part.map(str::to_owned);
    }

    /// All plans are void; what was to be taken back is taken back now.
    pub fn heal(&self) {
        let mut state = self.0.borrow_mut();
        for tab in state.tabs.values_mut() {
            tab.plan.clear();
            tab.always = None;
        }
        drop(state);
        self.pass(2 * LAG_MS);
    }

    /// Whatever of this tab's is to be taken back is taken back now, as its death makes nobody look again.
    pub fn settle_fate(&self) {
        let mut state = self.0.borrow_mut();
        for taken in &mut state.taken_back {
            taken.due = Millis(0);
        }
        state.take_back();
    }

    pub fn kill(&self, tab: usize) {
        self.0.borrow_mut().tabs.entry(tab).or_default().is_dead = true;
    }

    pub fn is_dead(&self, tab: usize) -> bool {
        self.0.borrow().tabs.get(&tab).is_some_and(|tab| tab.is_dead)
    }

    /// Whether a write of this tab to such a key was, or will be, taken back.
    pub fn was_taken_back(&self, tab: usize, part: &str) -> bool {
        let state = self.0.borrow();
        let keys = state.tabs.get(&tab).map(|tab| &tab.taken_back);
        keys.is_some_and(|keys| keys.iter().any(|key| key.contains(part)))
    }

    pub fn calls_of(&self, tab: usize) -> usize {
        self.0.borrow().tabs.get(&tab).map_or(0, |tab| tab.calls)
    }

    /// The events waiting for a tab; they stop waiting.
    pub fn events_for(&self, tab: usize) -> Vec<StoreEvent> {
        let mut state = self.0.borrow_mut();
        let mut taken = Vec::new();
        state.events.retain(|(to, event)| {
            if *to == tab {
                taken.push(event.clone());
            }
            *to != tab
        });
        taken
    }

    /// Calls that reached the area since the last time this was asked.
    pub fn take_calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.0.borrow_mut().calls)
    }
}

impl State {
    /// Counts the call and says what goes wrong with it.
    fn begin(&mut self, tab: usize) -> Option<Fault> {
        let state = self.tabs.entry(tab).or_default();
        let number = state.calls;
        state.calls += 1;
        let fault = state.plan.remove(&number).or(state.always);
        if fault == Some(Fault::Kill) {
            state.is_dead = true;
        }
        if state.is_dead { Some(Fault::Kill) } else { fault }
    }

    fn take_back(&mut self) {
        let now = self.now;
        let due: Vec<TakenBack>;
        (due, self.taken_back) =
            std::mem::take(&mut self.taken_back).into_iter().partition(|taken| taken.due <= now);
        for taken in due {
            if self.area.value(&taken.key).as_ref() == Some(&taken.written) {
                match taken.before {
                    Some(before) => self.area.put(&taken.key, before).unwrap(),
                    None => {
                        self.area.take(&taken.key);
                    }
                }
            }
        }
    }

    fn changed(&mut self, tab: usize, key: &str, before: Option<StoredText>) {
        let new_value = self.area.value(key);
        let event = StoreEvent { key: Some(key.to_owned()), new_value };
        let others: Vec<usize> = self
            .tabs
            .iter()
            .filter(|(other, state)| **other != tab && !state.is_dead)
            .map(|(other, _)| *other)
            .collect();
        for other in others {
            self.events.push((other, event.clone()));
        }
        self.recent.push((key.to_owned(), tab, self.now, before));
    }

    /// What the key held before other tabs wrote it within the last second.
    fn stale(&self, tab: usize, key: &str) -> Option<StoredText> {
        let after_own = self
            .recent
            .iter()
            .rposition(|(written, by, _, _)| written == key && *by == tab)
            .map_or(0, |position| position + 1);
        let missed = self.recent[after_own..].iter().find(|(written, _, _, _)| written == key);
        match missed {
            Some((_, _, _, before)) => before.clone(),
            None => self.area.value(key),
        }
    }
}

struct FaultyStore {
    machine: Machine,
    tab: usize,
}

const GONE: fn() -> StoreError = || StoreError::Failed("this tab is gone".to_owned());

impl FaultyStore {
    fn put(&self, key: &str, value: StoredText) -> Result<(), StoreError> {
        let mut state = self.machine.0.borrow_mut();
        let fault = state.begin(self.tab);
        state.calls.push(Call::Set(key.to_owned(), value.units()));
        let full_for = state.tabs.get(&self.tab).and_then(|tab| tab.full_for.clone());
        if full_for.is_some_and(|part| key.contains(&part)) {
            return Err(StoreError::Full);
        }
        let value = match fault {
            Some(Fault::Kill) => return Err(GONE()),
            Some(Fault::Full) => return Err(StoreError::Full),
            Some(Fault::Silent) => return Ok(()),
            Some(Fault::Truncated) => {
                let text = value.lossy();
                let half: String = text.chars().take(text.chars().count() / 2).collect();
                StoredText::Text(half)
            }
            Some(Fault::TakenBack | Fault::Stale) | None => value,
        };
        let before = state.area.value(key);
        state.area.put(key, value.clone())?;
        state.changed(self.tab, key, before.clone());
        if fault == Some(Fault::TakenBack) {
            let due = state.now.plus(LAG_MS);
            state.taken_back.push(TakenBack { due, key: key.to_owned(), written: value, before });
            let tab = state.tabs.entry(self.tab).or_default();
            tab.taken_back.insert(key.to_owned());
        }
        Ok(())
    }
}

impl Store for FaultyStore {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        let mut state = self.machine.0.borrow_mut();
        state.calls.push(Call::Get(key.to_owned()));
        match state.begin(self.tab) {
            Some(Fault::Kill) => Err(GONE()),
            Some(Fault::Stale) => Ok(state.stale(self.tab, key)),
            _ => Ok(state.area.value(key)),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.put(key, StoredText::Text(value.to_owned()))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mut state = self.machine.0.borrow_mut();
        state.calls.push(Call::Remove(key.to_owned()));
        match state.begin(self.tab) {
            Some(Fault::Kill) => return Err(GONE()),
            Some(Fault::Silent) => return Ok(()),
            _ => {}
        }
        if let Some(before) = state.area.take(key) {
            state.changed(self.tab, key, Some(before));
        }
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let value = self.machine.area().value(from);
        value.map_or(Ok(()), |value| self.put(to, value))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut state = self.machine.0.borrow_mut();
        state.calls.push(Call::Keys);
        match state.begin(self.tab) {
            Some(Fault::Kill) => Err(GONE()),
            Some(Fault::Stale) => {
                let mut keys: BTreeSet<String> = state.area.store().keys()?.into_iter().collect();
                keys.extend(state.recent.iter().map(|(key, ..)| key.clone()));
                keys.retain(|key| state.stale(self.tab, key).is_some());
                Ok(keys.into_iter().collect())
            }
            _ => state.area.store().keys(),
        }
    }

    fn foreign_units(&self, prefix: &str) -> Result<usize, StoreError> {
        if self.machine.is_dead(self.tab) {
            return Err(GONE());
        }
        self.machine.area().store().foreign_units(prefix)
    }
}
