//! The scripts that come with the product.

use bridgekeeper::catalogue::letter;
use bridgekeeper::domain::script::check::faults;
use bridgekeeper::domain::script::records::{RecordField, Subject};
use bridgekeeper::domain::script::{Category, FieldKind, Letter, Medium, Script};
use bridgekeeper::domain::{Tier, Workspace};
use bridgekeeper::library::scripts::{FILES, all, built_in};

use super::given::{filled, today};

#[test]
fn all_thirty_six_are_read_and_nothing_is_wrong_with_any() {
    assert_eq!(all().len(), 36);
    for (id, text) in FILES {
        let script = Script::read(text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(script.id, id);
        assert_eq!(script.version, 1, "{id}");
        assert!(!script.sources.is_empty(), "{id} names no source");
        let faults: Vec<_> = faults(&script).iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{id}: {faults:#?}");
        assert!(script.passages.len() >= 2, "{id}");
    }
}

#[test]
fn titles_differ_and_every_category_has_some() {
    let all = all();
    for (place, script) in all.iter().enumerate() {
        assert!(all.iter().skip(place + 1).all(|other| other.title != script.title), "{}", script.title);
    }
    for category in Category::ALL {
        assert!(all.iter().any(|script| script.category == category), "{category:?}");
    }
    for tier in Tier::ALL {
        assert!(built_in(&format!("keep-in-touch-tier-{}", tier.number())).is_some());
    }
}

#[test]
fn one_field_means_one_thing_wherever_it_is_asked() {
    let all = all();
    let fields: Vec<_> = all.iter().flat_map(|script| &script.fields).collect();
    for (place, asked) in fields.iter().enumerate() {
        for other in fields.iter().skip(place + 1).filter(|other| other.id == asked.id) {
            let (one, two) = ((asked.kind, asked.personal), (other.kind, other.personal));
            assert_eq!(one, two, "{}", asked.id);
        }
    }
}

#[test]
fn what_must_not_be_mailed_in_one_click_is_no_mail_and_says_why() {
    for id in ["ending-conversation", "formal-notice", "customer-notice", "joint-narrative-public"] {
        let script = built_in(id).unwrap();
        assert_ne!(script.channel, Medium::Email, "{id}");
        assert!(script.guardrail.is_some(), "{id}");
    }
}

#[test]
fn a_private_note_is_a_stage_direction_and_never_in_a_mail() {
    for script in all() {
        for passage in &script.passages {
            for line in passage.text.lines().filter(|line| line.contains("{last_topic}")) {
                assert!(line.starts_with('[') && line.ends_with(']'), "{}: {line}", script.id);
                assert_ne!(script.channel, Medium::Email, "{}", script.id);
            }
        }
    }
}

/// What is typed into a field of this kind.
fn typed(kind: FieldKind) -> String {
    match kind {
        FieldKind::Date => letter::day(today()),
        FieldKind::Number => "30".to_owned(),
        FieldKind::Line | FieldKind::Text => "Words".to_owned(),
    }
}

#[test]
fn every_script_is_whole_on_full_records() {
    let filled = filled("A");
    let subject = Subject::of(&filled.workspace, Some(filled.partner), Some(filled.contact), today());
    for script in all() {
        let fill = |field: &str| {
            let known = RecordField::named(field).and_then(|field| subject.value(field));
            known.map(|value| letter::value(&value)).or_else(|| Some(typed(script.asked(field)?.kind)))
        };
        let letter = Letter::of(&script, &|_| true, &fill);
        assert_eq!(letter.missing(), Vec::<&str>::new(), "{}", script.id);
        let plain = letter.plain().unwrap();
        assert!(!plain.contains(['{', '}']), "{}: {plain}", script.id);
        assert_eq!(letter.subject().is_some(), script.channel == Medium::Email, "{}", script.id);
    }
}

#[test]
fn on_partial_and_empty_records_every_script_says_what_is_missing() {
    let filled = filled("A");
    let empty = Workspace::default();
    let subjects = [
        Subject::of(&filled.workspace, Some(filled.partner), None, today()),
        Subject::of(&empty, None, None, today()),
    ];
    for script in all() {
        for subject in &subjects {
            for is_ticked in [false, true] {
                let fill = |field: &str| {
                    let value = RecordField::named(field).and_then(|field| subject.value(field))?;
                    Some(letter::value(&value))
                };
                let letter = Letter::of(&script, &|_| is_ticked, &fill);
                let is_whole = letter.missing().is_empty();
                assert_eq!(letter.plain().is_some(), is_whole, "{}", script.id);
                for field in letter.missing() {
                    let is_known = RecordField::named(field).is_some() || script.asked(field).is_some();
                    assert!(is_known, "{}: {field}", script.id);
                }
            }
        }
    }
}
