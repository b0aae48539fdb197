//! Sessions over a memory area, with dull defaults.

use bridgekeeper::domain::contact::Person;
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Channel, Date, Domain, Field, Line, Moment, Note, Partner, PartnerId, PartnerKind, Refusal, Stage, Tier,
    Touchpoint, Workspace,
};
use bridgekeeper::state::session::{NotChanged, Session};
use bridgekeeper::storage::{MemoryArea, Millis, Persistence, TabSuffix, Vault};

pub const NOW: Millis = Millis(1_790_000_000_000);

pub fn today() -> Date {
    "2026-09-21".parse().unwrap()
}

/// A tab over an area; several tabs of one area see one another after a rescan.
pub fn tab(area: &MemoryArea, suffix: u32) -> Session {
    let (vault, _) = Vault::open(
        Box::new(area.store()),
        "test",
        NOW,
        TabSuffix::from_random(suffix),
        Persistence::Browser,
    );
    Session::new(vault)
}

pub struct Clock(pub u64);

impl Clock {
    pub fn new() -> Self {
        Self(0)
    }

    /// A moment later than all before it.
    pub fn next(&mut self) -> Millis {
        self.0 += 10;
        Millis(NOW.0 + self.0)
    }
}

/// Changes a session at a moment of its own.
pub fn change<T>(
    session: &mut Session,
    clock: &mut Clock,
    label: &str,
    verb: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<T, Refusal>,
) -> Result<T, NotChanged> {
    let now = clock.next();
    let mut bits = u128::from(now.0) << 64;
    let mut next_bits = move || {
        bits += 1;
        bits
    };
    session.change(label, now, &mut Moment::new(today(), &mut next_bits), verb)
}

pub fn new_partner(name: &str) -> NewPartner {
    NewPartner {
        name: Line::parse(Field::Name, name).unwrap(),
        domain: None,
        kind: PartnerKind::Referral,
        stage: Stage::Active,
        tier: Tier::Two,
        owner: None,
    }
}

pub fn domain(text: &str) -> Option<Domain> {
    Domain::parse_optional(text).unwrap()
}

pub fn add(session: &mut Session, clock: &mut Clock, name: &str) -> PartnerId {
    change(session, clock, "Add partner", |workspace, moment| {
        workspace.add_partner(new_partner(name), moment)
    })
    .unwrap()
}

pub fn person(name: &str) -> Person {
    Person {
        name: Line::parse(Field::Name, name).unwrap(),
        email: None,
        phone: None,
        tier: None,
        notes: None,
        nurture: false,
    }
}

pub fn touchpoint(note: &str) -> Touchpoint {
    Touchpoint {
        on: today(),
        channel: Channel::Call,
        two_way: true,
        with: Vec::new(),
        note: Note::parse_optional(note).unwrap(),
    }
}

pub fn log(session: &mut Session, clock: &mut Clock, id: PartnerId, note: &str) {
    change(session, clock, "Log touchpoint", |workspace, moment| {
        workspace.partner_mut(id)?.record(touchpoint(note), moment)
    })
    .unwrap();
}

pub fn notes(partner: &Partner) -> Vec<String> {
    partner.touchpoints.values().filter_map(|touch| touch.note.as_ref().map(ToString::to_string)).collect()
}

pub fn names(session: &Session) -> Vec<String> {
    let mut names: Vec<_> =
        session.workspace().partners.values().map(|partner| partner.profile.name.to_string()).collect();
    names.sort();
    names
}
