//! Workspaces as earlier versions left them in the storage. Each reads as it did, for ever.

use bridgekeeper::domain::contact::{Person, Role};
use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::text::EmailAddress;
use bridgekeeper::domain::{
    Attribution, Commitment, Contact, Date, Direction, Field, FiscalStart, LedgerEntry, LedgerKind, Line,
    Milestone, Moment, Note, PartnerId, Promise, Pulse, Rating, Refusal, Settings, Side, Stage, Tier,
    TractionEvent, TractionKind, Workspace,
};
use bridgekeeper::storage::{MemoryArea, StoredText};

use super::given::{Clock, change, domain, new_partner, tab, today, touchpoint};

/// One line per key: the key and its value as a JSON string. Written before partners had tags,
/// links and fields, and people research.
const FIRST_WORKBENCH: &str = include_str!("golden/first-workbench.jsonl");

fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(Field::What, text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Every kind of record that the first workbench had, once.
fn one_of_each(workspace: &mut Workspace, moment: &mut Moment<'_>) -> Result<PartnerId, Refusal> {
    let note = Note::parse_optional("Met in\nBremen")?;
    let promise = Promise::new(day("2026-09-01"), day("2026-09-20"))?;
    let id = workspace.add_partner(
        bridgekeeper::domain::workspace::NewPartner {
            domain: domain("northquay.example"),
            owner: Some(line("Ines")),
            ..new_partner("Northquay")
        },
        moment,
    )?;
    let mut contact = Contact::new(Person {
        email: EmailAddress::parse_optional("mara@northquay.example")?,
        phone: Some(line("+49 30 123")),
        tier: Some(Tier::One),
        notes: note.clone(),
        ..super::given::person("Mara Lindqvist")
    });
    contact.join(id, Some(line("Head of alliances")), Some(day("2025-01-01")), moment);
    contact.take_role(id, Role::Champion, None, moment);
    let mara = workspace.add_contact(contact, moment);
    let partner = workspace.partner_mut(id)?;
    let mut touch = touchpoint("Quarterly review");
    touch.with.push(mara);
    partner.record(touch, moment)?;
    let person = Some(line("Mara"));
    let dates = promise.clone();
    partner.record(
        Commitment { what: line("Annex"), side: Side::Theirs, person, dates, from_meeting: None },
        moment,
    )?;
    partner.record(Milestone { what: line("First joint call"), dates: promise }, moment)?;
    let kind = TractionKind::Win;
    let (attribution, amount, on) = (Attribution::Sourced, Some(line("12,000 EUR")), today());
    partner.record(TractionEvent { on, kind, attribution, amount, note: note.clone() }, moment)?;
    let (direction, kind, points) = (Direction::Give, LedgerKind::Intel, LedgerPoints::new(3)?);
    partner.record(LedgerEntry { on, direction, kind, points, note: note.clone() }, moment)?;
    partner.record(Pulse { on, by: RatedBy::Them, rating: Rating::new(4)?, note }, moment)?;
    partner.move_stage(Stage::Paused, day("2026-09-21"), Some(line("Merger")), moment)?;
    let (own_name, company) = (Some(line("Ines")), Some(line("Saltmarsh")));
    workspace.change_settings(Settings { own_name, company, fiscal_start: FiscalStart::new(4)? });
    Ok(id)
}

#[test]
fn what_the_first_workbench_wrote_reads_unchanged() {
    let area = MemoryArea::default();
    for line in FIRST_WORKBENCH.lines() {
        let (key, stored): (String, String) = serde_json::from_str(line).unwrap();
        area.put(&key, StoredText::Text(stored)).unwrap();
    }
    let (mut session, mut clock) = (tab(&area, 9), Clock::new());
    assert_eq!(session.vault().problems(), []);
    assert_eq!(session.unsettled().count(), 0);
    let mut expected = Workspace::default();
    let mut made = tab(&MemoryArea::default(), 1);
    change(&mut made, &mut Clock::new(), "Fill", |workspace, moment| {
        one_of_each(workspace, moment)?;
        expected = workspace.clone();
        Ok(())
    })
    .unwrap();
    assert_eq!(*session.workspace(), expected);
    let before = area.contents();
    change(&mut session, &mut clock, "Nothing", |_, _| Ok(())).unwrap();
    assert_eq!(area.contents(), before, "reading it is no reason to write");
}

/// Writes the golden file; run by hand at the version it stands for, and never again.
#[test]
#[ignore = "writes a file"]
fn write_the_golden_workspace() {
    let area = MemoryArea::default();
    let mut session = tab(&area, 1);
    change(&mut session, &mut Clock::new(), "Fill", one_of_each).unwrap();
    let lines = area.contents().into_iter().filter(|(key, _)| !key.ends_with(":pad"));
    let lines: Vec<String> =
        lines.map(|(key, value)| serde_json::to_string(&(key, value.lossy())).unwrap()).collect();
    let file = format!("{}/tests/spec/state/golden/first-workbench.jsonl", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(file, lines.join("\n") + "\n").unwrap();
}
