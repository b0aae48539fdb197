//! Files, plans and workspaces to begin with.

use std::sync::atomic::{AtomicU64, Ordering};

use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Date, Domain, Field, Id, Line, Moment, PartnerId, PartnerKind, Stage, Tier, Workspace,
};
use bridgekeeper::interchange::import::{Decisions, Known, Mapping, Plan, Report, Table, Wanted, read};

/// The day of all these tests.
pub fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

/// The id from which those of an import follow.
pub fn seed() -> Id<Plan> {
    Id::from_bits(0x0190_0000_0000_7000_8000_0000_0000_0000)
}

/// A file, read.
pub fn table(text: &str) -> Table {
    read(text.as_bytes(), &Wanted::default()).unwrap().0
}

/// A plan as it is suggested.
pub fn plan(text: &str, workspace: &Workspace) -> Plan {
    plan_with(text, workspace, &Decisions::default())
}

/// A plan with decisions.
pub fn plan_with(text: &str, workspace: &Workspace, decisions: &Decisions) -> Plan {
    let table = table(text);
    let mapping = Mapping::suggest(&table, &[]);
    assert_eq!(mapping.problems(), []);
    Plan::make(&table, &mapping, &Known::of(workspace, today()), decisions, seed())
}

/// Applies every chunk, and says what all of them did.
pub fn apply(plan: &Plan, workspace: &mut Workspace) -> Report {
    let mut bits = 1 << 100;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(today(), &mut next_bits);
    let mut all = Report::default();
    for number in 0..plan.chunks() {
        let report = plan.chunk(number).apply(workspace, &mut moment);
        all.done += report.done;
        all.refused.extend(report.refused);
    }
    all
}

/// A workspace into which these lines of CSV were imported.
pub fn imported(text: &str) -> Workspace {
    let (table, mut workspace) = (table(text), Workspace::default());
    let (mapping, known) = (Mapping::suggest(&table, &[]), Known::of(&workspace, today()));
    // An import of its own: ids follow from another one.
    let seed = Id::from_bits(seed().bits() >> 1);
    let plan = Plan::make(&table, &mapping, &known, &Decisions::default(), seed);
    assert_eq!(apply(&plan, &mut workspace).refused, []);
    workspace
}

/// Adds a partner.
pub fn partner(workspace: &mut Workspace, name: &str, domain: &str) -> PartnerId {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let mut next_bits = || u128::from(NEXT.fetch_add(1, Ordering::Relaxed));
    let new = NewPartner {
        name: Line::parse(Field::Name, name).unwrap(),
        domain: Domain::parse_optional(domain).unwrap(),
        kind: PartnerKind::Referral,
        stage: Stage::Prospect,
        tier: Tier::Three,
        owner: None,
    };
    workspace.add_partner(new, &mut Moment::new(today(), &mut next_bits)).unwrap()
}
