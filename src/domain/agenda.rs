//! What a day asks for, derived from the records: what is late, what is due, who is going quiet, and
//! what happens if nobody does anything.
//!
//! Nobody types an agenda. A row is gone when its reason is.

use super::checklist::{self, Home, RunId, Runs, Traits};
use super::commitment::{Commitment, Side};
use super::date::Date;
use super::ending::{self, EndingDue};
use super::fact::{Fact, FactId};
use super::health::Board;
use super::id::Id;
use super::meeting::{MeetingId, PrepPart, Standing, Time, prep};
use super::milestone::Milestone;
use super::order::sorted_by_key;
use super::partner::{Partner, PartnerId, Stage};
use super::put_off::{RowId, row_id};
use super::workspace::Workspace;

/// Days before its end from which on a signal that nobody answered is on the agenda.
const SIGNAL_DAYS: i64 = 14;
/// Days that [`Agenda::ahead`] looks forward.
const AHEAD_DAYS: i64 = 90;

/// The agenda of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Zombies whose decision is owed and not put off, the longest owed first.
    pub decisions: Vec<Decision>,
    /// Open promises and milestones due before the day, the latest first.
    pub late: Vec<Due>,
    /// Open promises and milestones due on the day.
    pub due: Vec<Due>,
    /// Meetings of the day with what their preparation misses, and those of earlier days of which nobody said whether
    /// they were held; the earliest first.
    pub meetings: Vec<MeetingDue>,
    /// Recaps of meetings that were held, due on the day or before, the latest first.
    pub recaps: Vec<RecapDue>,
    /// Open items of playbooks at work, and playbooks that come round, due on the day or before; the latest first.
    pub items: Vec<ItemDue>,
    /// Partners in Onboarding and Active, Zombies aside, not spoken to for longer than their cadence; the
    /// longest over first.
    pub quiet: Vec<Quiet>,
    /// Partners on Zombie watch: a quarter closed with nothing recorded. The one that fires first comes first.
    pub quarters: Vec<Decision>,
    /// Signals that end soon and were not answered, the first to end first.
    pub signals: Vec<Ending>,
    /// What endings ask for: conversations that were booked, notes two weeks after one, post-mortems and what was to
    /// change; due on the day or before, the latest first.
    pub endings: Vec<EndingDue>,
    /// What the calendar alone will do in the next [`AHEAD_DAYS`] days.
    pub ahead: Vec<Ahead>,
    /// What would be asked for and was put off, the first to be back first.
    pub waiting: Vec<Waiting>,
}

/// What a row of the agenda asks for. A Zombie has no such row: its decision is put off once, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To finish something.
    Task(Due),
    /// To close an item of a playbook.
    Item(ItemDue),
    /// To speak to a partner.
    Touch(Quiet),
    /// To record what a quarter brought.
    Result(Decision),
    /// To answer a signal.
    Answer(Ending),
    /// To go into a meeting, or to say what became of it. It cannot be put off.
    Meeting(MeetingDue),
    /// To send a recap.
    Recap(RecapDue),
    /// To go on with an ending.
    Ending(EndingDue),
}

impl Asked {
    /// The identity of the row of a task.
    pub fn task_id(task: Task) -> RowId {
        row_id("task", task.bits())
    }

    /// The identity of the row.
    pub fn id(&self) -> RowId {
        match self {
            Self::Task(due) => Self::task_id(due.task),
            Self::Item(due) => match &due.what {
                PlaybookDue::Item(item) => row_id(item, due.run.bits()),
                PlaybookDue::Round(anchor) => row_id(&anchor.to_string(), due.run.bits()),
            },
            Self::Touch(quiet) => row_id("touch", quiet.partner.bits()),
            // Every quarter asks anew.
            Self::Result(watch) => row_id(&watch.fires_on.to_string(), watch.partner.bits()),
            Self::Answer(signal) => row_id("answer", signal.signal.bits()),
            Self::Meeting(meeting) => row_id("meeting", meeting.meeting.bits()),
            Self::Recap(recap) => row_id("recap", recap.meeting.bits()),
            Self::Ending(ending) => ending.row_id(),
        }
    }
}

/// A row that was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it asks for.
    pub row: Asked,
    /// The day it is back.
    pub until: Date,
}

/// A partner, and the day the rule about Zombies fires or fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which.
    pub partner: PartnerId,
    /// The day.
    pub fires_on: Date,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// A promise.
    Promise(Id<Commitment>),
    /// A milestone.
    Milestone(Id<Milestone>),
}

impl Task {
    /// The bits of its id.
    pub const fn bits(self) -> u128 {
        match self {
            Self::Promise(id) => id.bits(),
            Self::Milestone(id) => id.bits(),
        }
    }
}

/// Something due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// With whom.
    pub partner: PartnerId,
    /// What.
    pub task: Task,
    /// Whose it is; `None` for both sides.
    pub side: Option<Side>,
    /// When it is due.
    pub due: Date,
}

/// A meeting that is today, or was before and is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDue {
    /// With whom.
    pub partner: PartnerId,
    /// Which.
    pub meeting: MeetingId,
    /// The day it is planned for.
    pub on: Date,
    /// When it begins.
    pub at: Option<Time>,
    /// What its preparation misses; nothing for one of an earlier day.
    pub missing: Vec<PrepPart>,
}

/// A recap that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecapDue {
    /// With whom.
    pub partner: PartnerId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The next working day after it was held.
    pub due: Date,
}

/// What is due of a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaybookDue {
    /// An open item, by its id.
    Item(String),
    /// The whole of it anew: its next round, by the day it is counted from.
    Round(Date),
}

/// Something of a playbook that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDue {
    /// Whose playbook it is.
    pub home: Home,
    /// Which.
    pub run: RunId,
    /// What of it.
    pub what: PlaybookDue,
    /// When it is due.
    pub due: Date,
}

/// A partner that is going quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Which.
    pub partner: PartnerId,
    /// The last two-way touch; `None` when there was never one.
    pub last: Option<Date>,
    /// Days from one touch to the next in its tier.
    pub cadence_days: u16,
    /// Days over.
    pub days_over: i64,
}

/// A signal that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Whose.
    pub partner: PartnerId,
    /// Which.
    pub signal: FactId,
    /// The first day it is no longer worth acting on.
    pub expires_on: Date,
}

/// What happens by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// To whom.
    pub partner: PartnerId,
    /// When.
    pub on: Date,
    /// Whether it becomes a Zombie; otherwise the watch begins.
    pub is_zombie: bool,
}

impl Agenda {
    /// What `day` asks for. `board` holds the health of that day.
    pub fn of(workspace: &Workspace, board: &Board, day: Date) -> Self {
        let (model, _) = workspace.health_model();
        let mut agenda = Self::default();
        agenda.items.extend(items_due(&workspace.playbooks, None, None, day));
        for (id, partner) in &workspace.partners {
            for (due, task, side) in open_tasks(partner, day) {
                let row = Due { partner: *id, task, side, due };
                if due < day {
                    agenda.late.push(row);
                } else if due == day {
                    agenda.due.push(row);
                }
            }
            agenda.signals.extend(ending_signals(*id, partner, day));
            agenda.add_meetings(workspace, *id, partner, day);
            agenda.endings.extend(ending::due::due(*id, partner, day));
            if !partner.playbooks.runs.is_empty() {
                let traits = Some(Traits::of(partner, day));
                agenda.items.extend(items_due(&partner.playbooks, Some(*id), traits, day));
            }
            let decision = |fires_on| Decision { partner: *id, fires_on };
            let Some(health) = board.health(*id) else { continue };
            let zombie = health.rules.zombie;
            if zombie.has_fired(day) {
                let owed = !is_put_off(partner, health.rules.deferral, day);
                agenda.decisions.extend(zombie.fires_on.filter(|_| owed).map(decision));
                // Small talk is no answer to the question whether to end it.
                continue;
            }
            if zombie.is_watched(day) {
                agenda.quarters.extend(zombie.fires_on.map(decision));
            }
            let cadence_days = model.cadence(partner.tier_on(day)).ideal_days;
            agenda.quiet.extend(quiet(*id, partner, cadence_days, day));
            let ahead = [(zombie.fires_on, true), (zombie.watch_on, false)].into_iter();
            agenda.ahead.extend(ahead.filter_map(|(on, is_zombie)| {
                let on = on.filter(|on| day < *on && day.days_until(*on) <= AHEAD_DAYS)?;
                Some(Ahead { partner: *id, on, is_zombie })
            }));
        }
        agenda.put_off(workspace, day);
        agenda.in_order()
    }

    /// Sets aside what was put off.
    fn put_off(&mut self, workspace: &Workspace, day: Date) {
        if workspace.put_off.is_empty() {
            return;
        }
        let Self { late, due, items, quiet, quarters, signals, recaps, endings, waiting, .. } = self;
        let mut stays = |row: Asked| match workspace.waits_until(row.id(), day) {
            Some(until) => {
                waiting.push(Waiting { row, until });
                false
            }
            None => true,
        };
        late.retain(|one| stays(Asked::Task(*one)));
        due.retain(|one| stays(Asked::Task(*one)));
        items.retain(|one| stays(Asked::Item(one.clone())));
        quiet.retain(|one| stays(Asked::Touch(*one)));
        quarters.retain(|one| stays(Asked::Result(*one)));
        signals.retain(|one| stays(Asked::Answer(*one)));
        endings.retain(|one| stays(Asked::Ending(one.clone())));
        recaps.retain(|one| stays(Asked::Recap(*one)));
    }

    fn add_meetings(&mut self, workspace: &Workspace, id: PartnerId, partner: &Partner, day: Date) {
        for (key, meeting) in &partner.meetings.all {
            match meeting.standing(day) {
                Standing::Planned | Standing::Unsettled if meeting.on <= day => {
                    let is_today = meeting.on == day;
                    let missing = || prep::missing(workspace, partner, (*key, meeting), day);
                    self.meetings.push(MeetingDue {
                        partner: id,
                        meeting: *key,
                        on: meeting.on,
                        at: meeting.at,
                        missing: if is_today { missing() } else { Vec::new() },
                    });
                }
                Standing::RecapDue(due) if due <= day => {
                    self.recaps.push(RecapDue { partner: id, meeting: *key, due });
                }
                _ => {}
            }
        }
    }

    fn in_order(self) -> Self {
        Self {
            decisions: sorted_by_key(self.decisions, |one| one.fires_on),
            late: sorted_by_key(self.late, |one| one.due),
            due: self.due,
            meetings: sorted_by_key(self.meetings, |one| (one.on, one.at)),
            recaps: sorted_by_key(self.recaps, |one| one.due),
            items: sorted_by_key(self.items, |one| one.due),
            quiet: sorted_by_key(self.quiet, |one| -one.days_over),
            quarters: sorted_by_key(self.quarters, |one| one.fires_on),
            signals: sorted_by_key(self.signals, |one| one.expires_on),
            endings: sorted_by_key(self.endings, |one| one.due),
            ahead: sorted_by_key(self.ahead, |one| (one.on, !one.is_zombie)),
            waiting: sorted_by_key(self.waiting, |one| one.until),
        }
    }

    /// How many rows ask for something; what waits or lies ahead does not.
    pub fn count(&self) -> usize {
        let Self { decisions, late, due, meetings, recaps, items, quiet, quarters, signals, endings, .. } =
            self;
        let owed = decisions.len() + late.len() + due.len() + meetings.len() + recaps.len() + endings.len();
        owed + items.len() + quiet.len() + quarters.len() + signals.len()
    }

    /// How many of the late are ours, theirs, and of both sides.
    pub fn late_by_side(&self) -> [usize; 3] {
        let count = |side| self.late.iter().filter(|one| one.side == side).count();
        [count(Some(Side::Ours)), count(Some(Side::Theirs)), count(None)]
    }
}

/// The open promises and milestones of a partner on `day`: when each is due, and whose it is; `None` for both
/// sides.
pub fn open_tasks(partner: &Partner, day: Date) -> impl Iterator<Item = (Date, Task, Option<Side>)> {
    let promises = partner.commitments.iter().filter_map(move |(id, promise)| {
        Some((promise.dates.open_due(day)?, Task::Promise(*id), Some(promise.side)))
    });
    let milestones = partner.milestones.iter().filter_map(move |(id, milestone)| {
        Some((milestone.dates.open_due(day)?, Task::Milestone(*id), None))
    });
    promises.chain(milestones)
}

fn ending_signals(id: PartnerId, partner: &Partner, day: Date) -> impl Iterator<Item = Ending> {
    partner.facts.iter().filter_map(move |(key, fact)| {
        let Fact::Signal(signal) = fact else { return None };
        let is_open = signal.is_live(day) && signal.answered_on.is_none_or(|on| on > day);
        (is_open && day.days_until(signal.expires_on) <= SIGNAL_DAYS).then_some(Ending {
            partner: id,
            signal: *key,
            expires_on: signal.expires_on,
        })
    })
}

fn items_due(runs: &Runs, home: Home, traits: Option<Traits>, day: Date) -> Vec<ItemDue> {
    let mut items = Vec::new();
    for sheet in runs.sheets(traits).filter(|sheet| sheet.run.finished_on.is_none()) {
        for standing in sheet.standings().filter(checklist::Standing::is_open) {
            if let Some(due) = standing.due.filter(|due| *due <= day) {
                let what = PlaybookDue::Item(standing.item.id.clone());
                items.push(ItemDue { home, run: sheet.id, what, due });
            }
        }
    }
    if !traits.is_some_and(|traits| is_at_rest(traits.stage)) {
        items.extend(runs.due_again(traits, day).map(|(sheet, anchor)| ItemDue {
            home,
            run: sheet.id,
            what: PlaybookDue::Round(anchor),
            due: sheet.round_begins(anchor),
        }));
    }
    items
}

/// Whether nothing comes round for a partner of this stage.
const fn is_at_rest(stage: Stage) -> bool {
    matches!(stage, Stage::Paused | Stage::Ending | Stage::Alumni)
}

/// Whether the decision about a Zombie waits on `day`.
fn is_put_off(partner: &Partner, deferral: Option<FactId>, day: Date) -> bool {
    let fact = deferral.and_then(|id| partner.facts.get(&id));
    matches!(fact, Some(Fact::Deferral(deferral)) if (deferral.on..deferral.until).contains(&day))
}

fn quiet(partner: PartnerId, dossier: &Partner, cadence_days: u16, day: Date) -> Option<Quiet> {
    let days_over = dossier.days_quiet(day) - i64::from(cadence_days);
    let last = dossier.last_two_way(day);
    (days_over > 0).then_some(Quiet { partner, last, cadence_days, days_over })
}
