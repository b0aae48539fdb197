//! What has a day in a calendar: derived from the records, for calendars of other programs.
//!
//! An occasion is known by what it is about, so that a file written again replaces what an earlier one brought. Nothing
//! in it is private: no research on people, no note.

use super::agenda::{self, Task};
use super::checklist::{Home, Mark, RunId, Runs, Standing, Traits};
use super::commitment::{Commitment, Side};
use super::contact::ContactId;
use super::date::Date;
use super::ending::{self, Wanted};
use super::health::Board;
use super::meeting::{How, Meeting, MeetingId, Standing as Stands, Time};
use super::milestone::Milestone;
use super::order::sorted_by_key;
use super::partner::{Partner, PartnerId};
use super::people;
use super::workspace::Workspace;

/// A kind of occasion, chosen when a calendar is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Open promises of either side.
    Promise,
    /// Open milestones.
    Milestone,
    /// Meetings that were not held yet.
    Meeting,
    /// Open items of playbooks that have a day.
    Item,
    /// The day by which a partner should hear from us.
    Partner,
    /// The day by which a person should hear from us.
    Person,
    /// What endings ask for: conversations, post-mortems, what was to change, notes to the people to keep.
    Ending,
}

impl Kind {
    /// All kinds, in the order of a form.
    pub const ALL: [Self; 7] = [
        Self::Promise,
        Self::Milestone,
        Self::Meeting,
        Self::Item,
        Self::Partner,
        Self::Person,
        Self::Ending,
    ];

    /// The word that stands for it in a file.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Milestone => "milestone",
            Self::Meeting => "meeting",
            Self::Item => "item",
            Self::Partner => "partner",
            Self::Person => "person",
            Self::Ending => "ending",
        }
    }
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something promised is due.
    Promise {
        /// What was promised.
        what: String,
        /// Whose promise it is.
        side: Side,
        /// Who keeps it.
        person: Option<String>,
    },
    /// An agreed result is due.
    Milestone {
        /// What is to be reached.
        what: String,
    },
    /// People meet.
    Meeting {
        /// Which.
        id: MeetingId,
        /// What it is called.
        title: String,
        /// How.
        how: How,
        /// The names of theirs.
        theirs: Vec<String>,
    },
    /// An item of a playbook is due.
    Item {
        /// The run.
        run: RunId,
        /// What it is called.
        playbook: String,
        /// What the item asks for.
        text: String,
    },
    /// A partner should hear from us.
    Partner {
        /// The last two-way touch.
        last: Option<Date>,
    },
    /// A person should hear from us.
    Person {
        /// Who.
        id: ContactId,
        /// Their name.
        name: String,
        /// The last two-way touch.
        last: Date,
    },
    /// An ending asks for something.
    Ending {
        /// What.
        wanted: Wanted,
        /// What is to change, or the name of the person; empty where it goes without saying.
        about: String,
    },
}

/// Something that has a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Of which kind.
    pub kind: Kind,
    /// With it, what it is known by.
    pub bits: u128,
    /// What happens.
    pub what: What,
    /// With which partner, and its name; our own playbooks have none.
    pub partner: Option<(PartnerId, String)>,
    /// The day.
    pub on: Date,
    /// When it begins, where the user is, and for how many minutes; absent of what has a day alone.
    pub at: Option<(Time, Option<u16>)>,
    /// The day on which the records said so last.
    pub said_on: Date,
    /// How often it was moved since it is known: a figure that never falls.
    pub moves: u32,
}

/// What `day` knows to come of these kinds, first due first. `board` holds the health of that day.
pub fn occasions(workspace: &Workspace, board: &Board, day: Date, kinds: &[Kind]) -> Vec<Occasion> {
    let has = |kind| kinds.contains(&kind);
    let mut all = Vec::new();
    if has(Kind::Item) {
        all.extend(items(&workspace.playbooks, None, None));
    }
    let (model, _) = workspace.health_model();
    for (id, partner) in &workspace.partners {
        let whom = Some((*id, partner.profile.name.to_string()));
        all.extend(tasks(*id, partner, day).filter(|one| has(one.kind)));
        if has(Kind::Meeting) {
            all.extend(meetings(workspace, *id, partner, day));
        }
        if has(Kind::Item) && !partner.playbooks.runs.is_empty() {
            all.extend(items(&partner.playbooks, Some(Traits::of(partner, day)), whom.as_ref()));
        }
        if has(Kind::Partner) && board.health(*id).is_some_and(|health| !health.rules.zombie.has_fired(day)) {
            let cadence = i64::from(model.cadence(partner.tier_on(day)).ideal_days);
            let last = partner.last_two_way(day);
            all.push(Occasion {
                kind: Kind::Partner,
                bits: id.bits(),
                what: What::Partner { last },
                partner: whom.clone(),
                on: day.plus_days(cadence - partner.days_quiet(day)),
                at: None,
                said_on: last.unwrap_or_else(|| partner.profile.known_since()),
                moves: days_since_1970(last),
            });
        }
        if has(Kind::Ending) {
            all.extend(endings(*id, partner));
        }
    }
    if has(Kind::Person) {
        all.extend(persons(workspace, day));
    }
    sorted_by_key(all, |one| (one.on, one.at.map(|(at, _)| at), one.kind, one.bits))
}

/// An open promise or milestone of a partner; nothing when it is closed or gone.
pub fn of_task(workspace: &Workspace, partner: PartnerId, task: Task, day: Date) -> Option<Occasion> {
    tasks(partner, workspace.partner(partner)?, day).find(|one| one.bits == task.bits())
}

/// A meeting, also one that was held; nothing when it is gone.
pub fn of_meeting(workspace: &Workspace, id: MeetingId) -> Option<Occasion> {
    let (partner, _) = workspace.meeting(id)?;
    let dossier = workspace.partner(partner)?;
    Some(meeting(workspace, partner, dossier, (id, dossier.meetings.all.get(&id)?)))
}

/// The items of one run that are open and have a day, first due first.
pub fn of_run(workspace: &Workspace, home: Home, run: RunId, day: Date) -> Vec<Occasion> {
    let whom = home.and_then(|id| Some((id, workspace.partner(id)?.profile.name.to_string())));
    let Some(runs) = workspace.runs(home) else { return Vec::new() };
    let all = items(runs, workspace.traits(home, day), whom.as_ref());
    let of_run = |one: &Occasion| matches!(one.what, What::Item { run: whose, .. } if whose == run);
    sorted_by_key(all.into_iter().filter(of_run).collect(), |one| one.on)
}

fn tasks(id: PartnerId, partner: &Partner, day: Date) -> impl Iterator<Item = Occasion> {
    agenda::open_tasks(partner, day).filter_map(move |(on, task, _)| {
        let (kind, what, dates) = match task {
            Task::Promise(id) => {
                let promise = partner.entry::<Commitment>(id)?;
                let person = promise.person.as_ref().map(ToString::to_string);
                let what = What::Promise { what: promise.what.to_string(), side: promise.side, person };
                (Kind::Promise, what, &promise.dates)
            }
            Task::Milestone(id) => {
                let milestone = partner.entry::<Milestone>(id)?;
                (Kind::Milestone, What::Milestone { what: milestone.what.to_string() }, &milestone.dates)
            }
        };
        Some(Occasion {
            kind,
            bits: task.bits(),
            what,
            partner: Some((id, partner.profile.name.to_string())),
            on,
            at: None,
            said_on: dates.made_on(),
            moves: u32::try_from(dates.times_moved_by(day)).unwrap_or(u32::MAX),
        })
    })
}

fn meetings<'a>(
    workspace: &'a Workspace,
    partner: PartnerId,
    dossier: &'a Partner,
    day: Date,
) -> impl Iterator<Item = Occasion> + 'a {
    let is_to_come =
        move |meeting: &Meeting| matches!(meeting.standing(day), Stands::Planned | Stands::Unsettled);
    let all = dossier.meetings.all.iter().filter(move |(_, meeting)| is_to_come(meeting));
    all.map(move |(id, one)| meeting(workspace, partner, dossier, (*id, one)))
}

fn meeting(
    workspace: &Workspace,
    partner: PartnerId,
    dossier: &Partner,
    (id, meeting): (MeetingId, &Meeting),
) -> Occasion {
    let now = |contact| workspace.contacts.get(&contact).map(|contact| contact.person.name.to_string());
    let name = |(contact, name): (Option<ContactId>, &super::text::Line<120>)| {
        contact.and_then(now).unwrap_or_else(|| name.to_string())
    };
    let theirs = meeting.guests().map(name).collect();
    Occasion {
        kind: Kind::Meeting,
        bits: id.bits(),
        what: What::Meeting { id, title: meeting.title.to_string(), how: meeting.how, theirs },
        partner: Some((partner, dossier.profile.name.to_string())),
        on: meeting.day(),
        // A meeting that was held on another day than planned was not held at that time.
        at: meeting.at.filter(|_| meeting.day() == meeting.on).map(|at| (at, meeting.minutes)),
        said_on: made_on(id.bits()).unwrap_or(meeting.on).min(meeting.on),
        moves: 0,
    }
}

fn items(runs: &Runs, traits: Option<Traits>, whom: Option<&(PartnerId, String)>) -> Vec<Occasion> {
    let mut all = Vec::new();
    for sheet in runs.sheets(traits).filter(|sheet| sheet.run.finished_on.is_none()) {
        for standing in sheet.standings().filter(Standing::is_open) {
            let Some(on) = standing.due else { continue };
            all.push(Occasion {
                kind: Kind::Item,
                bits: Mark::id(sheet.id, &standing.item.id).bits(),
                what: What::Item {
                    run: sheet.id,
                    playbook: sheet.run.title.clone(),
                    text: standing.item.text.clone(),
                },
                partner: whom.cloned(),
                on,
                at: None,
                said_on: sheet.run.started_on,
                moves: 0,
            });
        }
    }
    all
}

fn persons(workspace: &Workspace, day: Date) -> impl Iterator<Item = Occasion> {
    people::overdue_first(workspace, day).into_iter().filter_map(|standing| {
        let contact = workspace.contacts.get(&standing.id)?;
        let last = standing.last?;
        let partner = workspace.partner(last.partner)?;
        Some(Occasion {
            kind: Kind::Person,
            bits: standing.id.bits(),
            what: What::Person { id: standing.id, name: contact.person.name.to_string(), last: last.on },
            partner: Some((last.partner, partner.profile.name.to_string())),
            on: standing.due?,
            at: None,
            said_on: last.on,
            moves: days_since_1970(Some(last.on)),
        })
    })
}

fn endings(id: PartnerId, partner: &Partner) -> impl Iterator<Item = Occasion> {
    // Asked of the last day there is, it tells all that is to come.
    ending::due::due(id, partner, Date::MAX).into_iter().map(move |due| Occasion {
        kind: Kind::Ending,
        bits: due.row_id().bits(),
        partner: Some((id, partner.profile.name.to_string())),
        on: due.due,
        at: None,
        said_on: partner.in_stage_since(Date::MAX).unwrap_or(due.due).min(due.due),
        moves: 0,
        what: What::Ending { wanted: due.wanted, about: due.about },
    })
}

/// The day on which an id was made, by universal time; nothing for one that follows from what it names.
fn made_on(bits: u128) -> Option<Date> {
    let is_dated = (bits >> 76) & 15 == 7;
    let days = i64::try_from(bits >> 80).ok().filter(|_| is_dated)?.div_euclid(24 * 60 * 60 * 1000);
    Some(Date::new(1970, 1, 1).ok()?.plus_days(days))
}

/// A figure that grows with every touch on a later day.
fn days_since_1970(day: Option<Date>) -> u32 {
    let first = Date::new(1970, 1, 1).unwrap_or(Date::MIN);
    day.and_then(|day| u32::try_from(first.days_until(day)).ok()).unwrap_or(0)
}
