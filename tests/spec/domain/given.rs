//! Dull records. A test names only what its rule is about.

use std::sync::atomic::{AtomicU64, Ordering};

use bridgekeeper::domain::contact::Person;
use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Attribution, Channel, Commitment, Contact, CustomField, Date, Direction, Domain, Field, Id, LedgerEntry,
    LedgerKind, Line, Link, LinkAddress, Milestone, Moment, Partner, PartnerKind, Profile, Promise, Pulse,
    Rating, Side, Stage, Tag, Tier, Touchpoint, TractionEvent, TractionKind,
};
use proptest::prelude::*;

/// The day on which everything is evaluated that does not say otherwise.
pub const TODAY: &str = "2026-06-15";

pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub fn id<Of>(number: u128) -> Id<Of> {
    Id::from_bits(number)
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(Field::What, text).unwrap()
}

pub fn domain(text: &str) -> Option<Domain> {
    Domain::parse_optional(text).unwrap()
}

/// Acts on a day, with ids that rise from call to call.
pub fn at<Result>(today: &str, act: impl FnOnce(&mut Moment<'_>) -> Result) -> Result {
    static NEXT: AtomicU64 = AtomicU64::new(1_000);
    let mut next_bits = || u128::from(NEXT.fetch_add(1, Ordering::Relaxed));
    act(&mut Moment::new(day(today), &mut next_bits))
}

pub fn profile() -> Profile {
    Profile {
        name: line("Acme"),
        domain: None,
        kind: PartnerKind::Referral,
        owner: None,
        notes: None,
        launched_on: None,
        tracked_from: day("2020-01-01"),
    }
}

pub fn partner() -> Partner {
    Partner::new(profile())
}

pub fn new_partner(name: &str) -> NewPartner {
    NewPartner {
        name: line(name),
        domain: None,
        kind: PartnerKind::Referral,
        stage: Stage::Prospect,
        tier: Tier::Three,
        owner: None,
    }
}

pub fn tag(text: &str) -> Tag {
    Tag::parse(text).unwrap()
}

pub fn link(label: &str) -> Link {
    Link::new(Some(line(label)), LinkAddress::parse("https://example.com").unwrap())
}

pub fn custom_field(name: &str, value: &str) -> CustomField {
    CustomField::new(line(name), line(value))
}

pub fn promise(made_on: &str, due: &str) -> Promise {
    Promise::new(day(made_on), day(due)).unwrap()
}

pub fn commitment(what: &str, dates: Promise) -> Commitment {
    Commitment { what: line(what), side: Side::Ours, person: None, dates, from_meeting: None }
}

pub fn milestone(what: &str, dates: Promise) -> Milestone {
    Milestone { what: line(what), dates }
}

pub fn touchpoint(on: &str) -> Touchpoint {
    Touchpoint { on: day(on), channel: Channel::Call, two_way: true, with: Vec::new(), note: None }
}

pub fn traction(on: &str) -> TractionEvent {
    TractionEvent {
        on: day(on),
        kind: TractionKind::Win,
        attribution: Attribution::Sourced,
        amount: None,
        note: None,
    }
}

pub fn ledger_entry(on: Date, direction: Direction, points: u8) -> LedgerEntry {
    let points = LedgerPoints::new(points).unwrap();
    LedgerEntry { on, direction, kind: LedgerKind::Intel, points, note: None }
}

pub fn pulse(on: &str) -> Pulse {
    Pulse { on: day(on), by: RatedBy::Us, rating: Rating::new(3).unwrap(), note: None }
}

pub fn person(name: &str) -> Person {
    Person { name: line(name), email: None, phone: None, tier: None, notes: None, nurture: false }
}

pub fn contact(name: &str) -> Contact {
    Contact::new(person(name))
}

/// Every day that can be stored, the edges more often than their share.
pub fn any_day() -> impl Strategy<Value = Date> {
    let last = Date::MIN.days_until(Date::MAX);
    prop_oneof![8 => 0..=last, 1 => 0..=3_i64, 1 => last - 3..=last]
        .prop_map(|days| Date::MIN.plus_days(days))
}

/// Days of one month, so that they meet and cross often.
pub fn near_day() -> impl Strategy<Value = Date> {
    (0..30_i64).prop_map(|days| day("2026-06-01").plus_days(days))
}
