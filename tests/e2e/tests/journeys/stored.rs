//! Workspaces made by the verbs of the domain, as the page itself would have stored them a while ago.

use anyhow::Result;
use bridgekeeper::domain::{Date, Moment, Refusal, Workspace};
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::stamp::{Millis, TabSuffix};
use bridgekeeper::storage::{MemoryArea, Persistence, StoredText, Vault};
use std::collections::BTreeMap;

/// The day on which stored workspaces were made.
const MADE_ON: (i32, u32, u32) = (2026, 9, 1);
/// Ticks of the store until an intent is forgotten: all at once would not fit.
const TICKS: usize = 3;

/// A workspace in the making.
pub struct Stored {
    area: MemoryArea,
    session: Session,
    now: Millis,
    bits: u128,
    today: Date,
}

impl Stored {
    /// An empty one.
    ///
    /// # Errors
    /// Never, as long as [`MADE_ON`] is a day.
    pub fn new() -> Result<Self> {
        let area = MemoryArea::default();
        let now = Millis(1_790_000_000_000);
        let suffix = TabSuffix::from_random(77);
        let (vault, _) = Vault::open(Box::new(area.store()), "home", now, suffix, Persistence::Browser);
        let (year, month, day) = MADE_ON;
        let today = Date::new(year, month, day)?;
        Ok(Self { area, session: Session::new(vault), now, bits: u128::from(now.0) << 80, today })
    }

    /// Makes one change, and waits until it rests in its documents.
    ///
    /// # Errors
    /// When a verb refuses.
    pub fn change(
        &mut self,
        change: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<(), Refusal>,
    ) -> Result<()> {
        let Self { session, now, bits, .. } = self;
        *now = now.plus(1000);
        let mut next_bits = || {
            *bits += 0x0001_0003;
            *bits
        };
        session.change("fill", *now, &mut Moment::new(self.today, &mut next_bits), change)?;
        self.rest();
        Ok(())
    }

    /// Makes a change for each number below `count`, `batch` of them at once.
    ///
    /// # Errors
    /// When a verb refuses.
    pub fn fill(
        &mut self,
        count: u64,
        batch: u64,
        each: impl Fn(u64, &mut Workspace, &mut Moment<'_>) -> Result<(), Refusal>,
    ) -> Result<()> {
        let mut numbers = 0..count;
        while !numbers.is_empty() {
            let batch = numbers.start..(numbers.start + batch).min(count);
            numbers.start = batch.end;
            self.change(|workspace, moment| {
                batch.into_iter().try_for_each(|number| each(number, workspace, moment))
            })?;
        }
        Ok(())
    }

    fn rest(&mut self) {
        for _ in 0..TICKS {
            self.now = self.now.plus(70_000);
            self.session.tend(|vault| vault.tick(self.now));
        }
    }

    /// What is stored, by its keys.
    pub fn contents(mut self) -> BTreeMap<String, String> {
        // Until every document is counted, too.
        self.rest();
        let text = |(key, value): (String, StoredText)| Some((key, value.text()?.to_owned()));
        self.area.contents().into_iter().filter_map(text).collect()
    }
}
