//! Calendars for other programs: what is in them, and that no title can add a line to one.

use bridgekeeper::catalogue::calendar as words;
use bridgekeeper::domain::agenda::Task;
use bridgekeeper::domain::health::Board;
use bridgekeeper::domain::meeting::Meeting;
use bridgekeeper::domain::occasion::{self, Kind, Occasion, What, occasions};
use bridgekeeper::domain::{Commitment, FiscalStart, Id, Moment, Settings, Side, Workspace};
use bridgekeeper::interchange::calendar::{Told, file};
use bridgekeeper::library::sample;
use expect_test::expect;
use proptest::prelude::*;

use super::given::{content_lines, unescaped, values};
use crate::domain::given::{commitment, day, milestone, promise};
use crate::meeting::given::{HERE, MEETING, ago, line, meeting, today, workspace};

fn told(occasion: &Occasion) -> Told {
    Told { summary: words::summary(occasion), description: words::description(occasion), address: None }
}

fn all(workspace: &Workspace, kinds: &[Kind]) -> Vec<Occasion> {
    let mut board = Board::default();
    board.refresh(workspace, today());
    occasions(workspace, &board, today(), kinds)
}

fn written(workspace: &Workspace, kinds: &[Kind]) -> String {
    file(&all(workspace, kinds), words::NAME, &told)
}

/// A meeting at half past two, and one promise that was moved.
fn given() -> Workspace {
    let planned = Meeting { at: Some("14:30".parse().unwrap()), minutes: Some(45), ..meeting(ago(-1)) };
    let mut workspace = workspace(planned);
    let partner = workspace.partner_mut(HERE).unwrap();
    let mut dates = promise("2026-06-01", "2026-06-20");
    dates.move_to(day("2026-06-10"), day("2026-06-25")).unwrap();
    let ours =
        Commitment { person: Some(line("Ines Ortega")), ..commitment("Price list, in EUR; net", dates) };
    partner.commitments.insert(Id::from_bits(71), ours);
    let theirs = commitment("Name the customers", promise("2026-06-01", "2026-06-30"));
    partner.commitments.insert(Id::from_bits(72), Commitment { side: Side::Theirs, ..theirs });
    partner
        .milestones
        .insert(Id::from_bits(73), milestone("First joint customer", promise("2026-06-01", "2026-09-30")));
    workspace
}

#[test]
fn a_calendar_has_what_is_to_come_with_days_times_and_alarms() {
    let written = written(&given(), &[Kind::Promise, Kind::Meeting]);
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Bridgekeeper//Bridgekeeper//EN
        CALSCALE:GREGORIAN
        X-WR-CALNAME:Bridgekeeper
        BEGIN:VEVENT
        UID:promise-00000000000000000000000000000047@bridgekeeper
        DTSTAMP:20260601T000000Z
        DTSTART;VALUE=DATE:20260625
        TRANSP:TRANSPARENT
        SEQUENCE:1
        SUMMARY:We owe Acme: Price list\, in EUR\; net
        DESCRIPTION:Ines Ortega sees to it. Promised on 1 Jun 2026\, moved once.
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT9H
        DESCRIPTION:We owe Acme: Price list\, in EUR\; net
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:promise-00000000000000000000000000000048@bridgekeeper
        DTSTAMP:20260601T000000Z
        DTSTART;VALUE=DATE:20260630
        TRANSP:TRANSPARENT
        SEQUENCE:0
        SUMMARY:Acme owes us: Name the customers
        DESCRIPTION:Promised on 1 Jun 2026.
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT9H
        DESCRIPTION:Acme owes us: Name the customers
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:meeting-00000000000000000000000000000046@bridgekeeper
        DTSTAMP:20261119T000000Z
        DTSTART:20261119T143000
        DURATION:PT45M
        SEQUENCE:0
        SUMMARY:Acme: First meeting
        DESCRIPTION:Video call with Ana Sample.
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Acme: First meeting
        END:VALARM
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&written.replace("\r\n", "\n"));
}

#[test]
fn each_kind_is_chosen_apart_and_the_first_due_comes_first() {
    let workspace = given();
    for kind in Kind::ALL {
        let found = all(&workspace, &[kind]);
        assert!(found.iter().all(|one| one.kind == kind), "{kind:?}");
    }
    let everything = all(&workspace, &Kind::ALL);
    assert!(everything.is_sorted_by_key(|one| one.on));
    let count = |kind| everything.iter().filter(|one| one.kind == kind).count();
    assert_eq!((count(Kind::Promise), count(Kind::Milestone), count(Kind::Meeting)), (2, 1, 1));
    assert!(all(&workspace, &[]).is_empty());
}

#[test]
fn what_is_done_dropped_or_over_is_in_no_calendar() {
    let mut workspace = given();
    let partner = workspace.partner_mut(HERE).unwrap();
    partner.amend(Id::<Commitment>::from_bits(71), today(), |one| one.dates.keep(today(), today())).unwrap();
    partner.amend(MEETING, today(), |one: &mut Meeting| one.cancel(today())).unwrap();
    let left: Vec<Kind> = all(&workspace, &Kind::ALL[..3]).into_iter().map(|one| one.kind).collect();
    assert_eq!(left, [Kind::Promise, Kind::Milestone]);
}

#[test]
fn one_thing_has_the_same_identity_alone_and_among_all() {
    let workspace = given();
    let task = Task::Promise(Id::from_bits(71));
    let alone = [
        occasion::of_task(&workspace, HERE, task, today()).unwrap(),
        occasion::of_meeting(&workspace, MEETING).unwrap(),
    ];
    let everything = written(&workspace, &Kind::ALL);
    let everything = values(&content_lines(&everything), "UID");
    for uid in values(&content_lines(&file(&alone, words::NAME, &told)), "UID") {
        assert!(everything.contains(&uid), "{uid}");
    }
    let unique: std::collections::BTreeSet<_> = everything.iter().collect();
    assert_eq!(unique.len(), everything.len());
}

#[test]
fn a_touch_moves_the_day_a_partner_should_hear_from_us_under_the_same_identity() {
    let mut workspace = given();
    let win = crate::domain::given::traction(&today().to_string());
    workspace.partner_mut(HERE).unwrap().traction.insert(Id::from_bits(91), win);
    let entry = |workspace: &Workspace| {
        let found = all(workspace, &[Kind::Partner]);
        let lines = content_lines(&file(&found, words::NAME, &told));
        let one = |name: &str| values(&lines, name).remove(0);
        (one("UID"), one("DTSTART"), one("SEQUENCE").parse::<u32>().unwrap())
    };
    let before = entry(&workspace);
    let touch = crate::domain::given::touchpoint(&today().to_string());
    workspace.partner_mut(HERE).unwrap().touchpoints.insert(Id::from_bits(90), touch);
    let after = entry(&workspace);
    assert_eq!(before.0, after.0);
    assert!(before.1 < after.1, "{} then {}", before.1, after.1);
    assert!(before.2 < after.2, "calendars take the later one");
}

#[test]
fn the_same_records_give_the_same_bytes_and_the_sample_has_every_kind() {
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut workspace = Workspace::default();
    workspace.change_settings(Settings { fiscal_start: FiscalStart::JANUARY, ..Settings::default() });
    sample::fill(&mut workspace, &mut Moment::new(today(), &mut next_bits)).unwrap();
    let first = written(&workspace, &Kind::ALL);
    assert_eq!(first, written(&workspace.clone(), &Kind::ALL));
    let found = all(&workspace, &Kind::ALL);
    for kind in Kind::ALL {
        assert!(found.iter().any(|one| one.kind == kind), "{kind:?} is not in the sample");
    }
    let lines = content_lines(&first);
    for name in ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"] {
        assert_eq!(values(&lines, name).len(), found.len(), "{name}");
    }
}

#[test]
fn what_was_found_out_about_people_is_in_no_calendar() {
    let mut workspace = given();
    let ana = workspace.contact_mut(crate::meeting::given::ANA).unwrap();
    ana.research.path = bridgekeeper::domain::Note::parse_optional("SECRET").unwrap();
    ana.person.notes = bridgekeeper::domain::Note::parse_optional("SECRET").unwrap();
    workspace.partner_mut(HERE).unwrap().profile.notes =
        bridgekeeper::domain::Note::parse_optional("SECRET").unwrap();
    assert!(!written(&workspace, &Kind::ALL).contains("SECRET"));
}

proptest! {
    /// Whatever a title, a name or an address is, it stays in its own line and comes back as it was.
    #[test]
    fn no_title_adds_a_line(summary in any::<String>(), description in any::<String>(), address in any::<String>()) {
        let mut occasion = occasion::of_meeting(&given(), MEETING).unwrap();
        occasion.what = What::Milestone { what: String::new() };
        let told = |_: &Occasion| Told {
            summary: summary.clone(),
            description: description.clone(),
            address: Some(address.clone()),
        };
        let written = file(&[occasion], &summary, &told);
        let lines = content_lines(&written);
        prop_assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), 3);
        prop_assert_eq!(values(&lines, "UID").len(), 1);
        let visible = |text: &str| text.chars().filter(|one| !one.is_control() && !one.is_whitespace()).collect::<String>();
        prop_assert_eq!(visible(&unescaped(&values(&lines, "SUMMARY")[0])), visible(&summary));
        let told = values(&lines, "DESCRIPTION").into_iter().next().unwrap_or_default();
        prop_assert!(description.is_empty() || visible(&unescaped(&told)) == visible(&description));
    }
}

#[test]
fn a_break_in_a_title_is_harmless() {
    let mut occasion = occasion::of_meeting(&given(), MEETING).unwrap();
    occasion.what = What::Meeting {
        id: MEETING,
        title: "Hello\r\nATTACH:file:///etc/passwd\nEND:VEVENT\u{2028}X".to_owned(),
        how: bridgekeeper::domain::meeting::How::Call,
        theirs: Vec::new(),
    };
    let lines = content_lines(&file(&[occasion], "\r\nEND:VCALENDAR", &told));
    assert!(values(&lines, "ATTACH").is_empty());
    assert_eq!(values(&lines, "END"), ["VALARM", "VEVENT", "VCALENDAR"]);
}
