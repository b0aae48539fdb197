//! How each record is written down. A changed text here is a changed format: think of old data.

use std::fmt::Debug;

use bridgekeeper::domain::contact::{Employment, Person, Research, Role, RoleHeld};
use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::listing::Listed;
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::text::EmailAddress;
use bridgekeeper::domain::{
    Attribution, Channel, Commitment, CustomField, Direction, FiscalStart, LedgerEntry, LedgerKind, Link,
    LinkAddress, Milestone, Note, PartnerKind, Profile, Pulse, Rating, Settings, Side, Stage, StageChange,
    Tag, Tier, TierChange, Touchpoint, TractionEvent, TractionKind,
};
use expect_test::{Expect, expect};
use serde::Serialize;
use serde_json::{Value, json};

use super::given::{
    commitment, custom_field, day, domain, id, ledger_entry, line, link, person, profile, promise, pulse,
    tag, touchpoint, traction,
};

/// The text of a record, and that it is read back as the same record.
fn check<Record: Serialize + FromJson + PartialEq + Debug>(record: &Record, text: &Expect) {
    let written = serde_json::to_string(record).unwrap();
    text.assert_eq(&written);
    assert_eq!(&Record::from_json(&written).unwrap(), record);
}

fn note(text: &str) -> Option<Note> {
    Note::parse_optional(text).unwrap()
}

/// The words of an enum, each read back, and that no other word is.
fn check_words<Word: Serialize + FromJson + PartialEq + Debug>(all: &[Word], words: &[&str]) {
    let written: Vec<Value> = all.iter().map(|word| serde_json::to_value(word).unwrap()).collect();
    assert_eq!(written, words);
    for (word, text) in all.iter().zip(words) {
        assert_eq!(&Word::from_json(&json!(text).to_string()).unwrap(), word);
        assert!(Word::from_json(&json!(text.to_uppercase()).to_string()).is_err());
    }
    for unknown in [json!("unheard-of"), json!(""), json!(null), json!(1)] {
        assert!(Word::from_json(&unknown.to_string()).is_err(), "{unknown}");
    }
}

#[test]
fn a_profile() {
    let full = Profile {
        domain: domain("example.com"),
        owner: Some(line("Ben")),
        notes: note("Met in\nBerlin"),
        launched_on: Some(day("2026-03-01")),
        ..profile()
    };
    check(
        &full,
        &expect![[
            r#"{"name":"Acme","domain":"example.com","kind":"referral","owner":"Ben","notes":"Met in\nBerlin","launched_on":"2026-03-01","tracked_from":"2020-01-01"}"#
        ]],
    );
    check(&profile(), &expect![[r#"{"name":"Acme","kind":"referral","tracked_from":"2020-01-01"}"#]]);
}

#[test]
fn a_tag_a_link_and_a_custom_field() {
    check(&tag("Port operators"), &expect![[r#"{"text":"Port operators"}"#]]);
    let mut second = link("Portal");
    second.put(1);
    check(&second, &expect![[r#"{"place":1,"name":"Portal","text":"https://example.com"}"#]]);
    let address = LinkAddress::parse("tel:+4930123").unwrap();
    check(&Link::new(None, address), &expect![[r#"{"text":"tel:+4930123"}"#]]);
    check(&custom_field("Contract", "PN-2231"), &expect![[r#"{"name":"Contract","text":"PN-2231"}"#]]);
    for wrong in [json!({ "text": "a,b" }), json!({ "text": "" }), json!({})] {
        assert!(Tag::from_json(&wrong.to_string()).is_err());
    }
    assert!(Link::from_json(&json!({ "text": "javascript:alert(1)" }).to_string()).is_err());
    assert!(CustomField::from_json(&json!({ "text": "nameless" }).to_string()).is_err());
}

#[test]
fn a_stage_change() {
    let change = StageChange { on: day("2026-06-15"), to: Stage::Paused, reason: Some(line("Merger")) };
    check(&change, &expect![[r#"{"on":"2026-06-15","to":"paused","reason":"Merger"}"#]]);
    check(&StageChange { reason: None, ..change }, &expect![[r#"{"on":"2026-06-15","to":"paused"}"#]]);
}

#[test]
fn a_tier_change() {
    check(&TierChange { on: day("2026-06-15"), to: Tier::One }, &expect![[r#"{"on":"2026-06-15","to":1}"#]]);
}

#[test]
fn a_touchpoint() {
    let full = Touchpoint { with: vec![id(1), id(2)], note: note("Called"), ..touchpoint("2026-06-15") };
    check(
        &full,
        &expect![[
            r#"{"on":"2026-06-15","channel":"call","two_way":true,"with":["00000000000000000000000001","00000000000000000000000002"],"note":"Called"}"#
        ]],
    );
    check(&touchpoint("2026-06-15"), &expect![[r#"{"on":"2026-06-15","channel":"call","two_way":true}"#]]);
}

#[test]
fn a_commitment_that_was_moved_and_kept() {
    let mut dates = promise("2026-06-01", "2026-06-30");
    dates.move_to(day("2026-06-10"), day("2026-07-10")).unwrap();
    dates.keep(day("2026-07-08"), day("2026-07-08")).unwrap();
    check(
        &Commitment { person: Some(line("Anna")), ..commitment("Send the deck", dates) },
        &expect![[
            r#"{"what":"Send the deck","side":"ours","person":"Anna","dates":{"made_on":"2026-06-01","due":"2026-06-30","moves":[{"on":"2026-06-10","to":"2026-07-10"}],"done_on":"2026-07-08"}}"#
        ]],
    );
    check(
        &commitment("Send the deck", promise("2026-06-01", "2026-06-30")),
        &expect![[
            r#"{"what":"Send the deck","side":"ours","dates":{"made_on":"2026-06-01","due":"2026-06-30"}}"#
        ]],
    );
}

#[test]
fn a_milestone_that_was_dropped() {
    let mut dates = promise("2026-06-01", "2026-06-30");
    dates.drop_it(day("2026-06-10"), line("No budget"), day("2026-06-10")).unwrap();
    check(
        &Milestone { what: line("First joint call"), dates },
        &expect![[
            r#"{"what":"First joint call","dates":{"made_on":"2026-06-01","due":"2026-06-30","dropped":{"on":"2026-06-10","reason":"No budget"}}}"#
        ]],
    );
}

#[test]
fn a_traction_event() {
    let full = TractionEvent {
        kind: TractionKind::InfluencedOpportunity,
        attribution: Attribution::Influenced,
        amount: Some(line("12,000 EUR")),
        note: note("Hooli"),
        ..traction("2026-06-15")
    };
    check(
        &full,
        &expect![[
            r#"{"on":"2026-06-15","kind":"influenced_opportunity","attribution":"influenced","amount":"12,000 EUR","note":"Hooli"}"#
        ]],
    );
    check(&traction("2026-06-15"), &expect![[r#"{"on":"2026-06-15","kind":"win","attribution":"sourced"}"#]]);
}

#[test]
fn a_ledger_entry() {
    let bare = ledger_entry(day("2026-06-15"), Direction::Give, 3);
    check(
        &LedgerEntry { kind: LedgerKind::CoMarketing, note: note("Newsletter"), ..bare.clone() },
        &expect![[
            r#"{"on":"2026-06-15","direction":"give","kind":"co_marketing","points":3,"note":"Newsletter"}"#
        ]],
    );
    check(&bare, &expect![[r#"{"on":"2026-06-15","direction":"give","kind":"intel","points":3}"#]]);
}

#[test]
fn a_pulse() {
    check(
        &Pulse { note: note("Slow answers"), ..pulse("2026-06-15") },
        &expect![[r#"{"on":"2026-06-15","by":"us","rating":3,"note":"Slow answers"}"#]],
    );
    check(&pulse("2026-06-15"), &expect![[r#"{"on":"2026-06-15","by":"us","rating":3}"#]]);
}

#[test]
fn a_person() {
    let full = Person {
        email: EmailAddress::parse_optional("anna@example.com").unwrap(),
        phone: Some(line("+49 30 123")),
        tier: Some(Tier::Two),
        notes: note("Likes trains"),
        nurture: true,
        ..person("Anna")
    };
    check(
        &full,
        &expect![[
            r#"{"name":"Anna","email":"anna@example.com","phone":"+49 30 123","tier":2,"notes":"Likes trains","nurture":true}"#
        ]],
    );
    check(&person("Anna"), &expect![[r#"{"name":"Anna"}"#]]);
}

#[test]
fn research_on_a_person() {
    let full = Research {
        path: note("Ports, then software"),
        shares: note("Trained with Ben"),
        said: note("A talk on handovers"),
        cares_about: note("Her team"),
    };
    check(
        &full,
        &expect![[
            r#"{"path":"Ports, then software","shares":"Trained with Ben","said":"A talk on handovers","cares_about":"Her team"}"#
        ]],
    );
    check(&Research::default(), &expect!["{}"]);
}

#[test]
fn an_employment() {
    let full = Employment {
        partner: id(1),
        title: Some(line("Director")),
        from: Some(day("2026-01-01")),
        to: Some(day("2026-06-30")),
    };
    check(
        &full,
        &expect![[
            r#"{"partner":"00000000000000000000000001","title":"Director","from":"2026-01-01","to":"2026-06-30"}"#
        ]],
    );
    check(
        &Employment { title: None, from: None, to: None, ..full },
        &expect![[r#"{"partner":"00000000000000000000000001"}"#]],
    );
}

#[test]
fn a_role() {
    let full = RoleHeld {
        partner: id(1),
        role: Role::EconomicSponsor,
        from: Some(day("2026-01-01")),
        to: Some(day("2026-06-30")),
    };
    check(
        &full,
        &expect![[
            r#"{"partner":"00000000000000000000000001","role":"economic_sponsor","from":"2026-01-01","to":"2026-06-30"}"#
        ]],
    );
    check(
        &RoleHeld { from: None, to: None, ..full },
        &expect![[r#"{"partner":"00000000000000000000000001","role":"economic_sponsor"}"#]],
    );
}

#[test]
fn the_settings() {
    let full = Settings {
        own_name: Some(line("Ben")),
        company: Some(line("Initech")),
        fiscal_start: FiscalStart::new(4).unwrap(),
    };
    check(&full, &expect![[r#"{"own_name":"Ben","company":"Initech","fiscal_start":4}"#]]);
    check(&Settings::default(), &expect![[r#"{"fiscal_start":1}"#]]);
    assert_eq!(Settings::from_json("{}").unwrap(), Settings::default());
}

#[test]
fn the_words_of_the_format_are_fixed_and_unknown_ones_are_errors() {
    check_words(
        &Stage::ALL,
        &["prospect", "qualifying", "onboarding", "active", "paused", "ending", "alumni"],
    );
    check_words(
        &PartnerKind::ALL,
        &["referral", "reseller", "technology", "services", "co_marketing", "strategic"],
    );
    check_words(
        &LedgerKind::ALL,
        &["co_marketing", "intel", "product", "enablement", "referral", "introduction", "data", "other"],
    );
    check_words(
        &TractionKind::ALL,
        &[
            "lead_became_meeting",
            "influenced_opportunity",
            "measured_co_marketing",
            "sourced_opportunity",
            "live_joint_customer",
            "win",
        ],
    );
    check_words(&Role::ALL, &["champion", "economic_sponsor", "counterpart", "gatekeeper", "blocker"]);
    check_words(&Channel::ALL, &["call", "email", "message", "in_person", "other"]);
    check_words(&[Side::Ours, Side::Theirs], &["ours", "theirs"]);
    check_words(&[Direction::Give, Direction::Get], &["give", "get"]);
    check_words(&[RatedBy::Us, RatedBy::Them], &["us", "them"]);
    check_words(&[Attribution::Sourced, Attribution::Influenced], &["sourced", "influenced"]);
}

#[test]
fn stored_numbers_beyond_their_bounds_are_errors() {
    for wrong in [json!(0), json!(6), json!(-1), json!(2.5), json!("3"), json!(null)] {
        assert!(LedgerPoints::from_json(&wrong.to_string()).is_err(), "points {wrong}");
        assert!(Rating::from_json(&wrong.to_string()).is_err(), "rating {wrong}");
        assert!(Tier::from_json(&wrong.to_string()).is_err(), "tier {wrong}");
    }
    assert!(Tier::from_json(&json!(5).to_string()).is_err());
    assert!(FiscalStart::from_json(&json!(0).to_string()).is_err());
    assert!(FiscalStart::from_json(&json!(13).to_string()).is_err());
}

#[test]
fn a_time_that_ends_before_it_begins_is_refused() {
    let job = json!({ "partner": id::<()>(1), "from": "2026-06-15", "to": "2026-06-14" });
    let error = Employment::from_json(&job.to_string()).unwrap_err().to_string();
    assert_eq!(error, "This must not be before 2026-06-15, the first day");
    let held =
        json!({ "partner": id::<()>(1), "role": "champion", "from": "2026-06-15", "to": "2026-06-14" });
    assert!(RoleHeld::from_json(&held.to_string()).is_err());
    let one_day = json!({ "partner": id::<()>(1), "from": "2026-06-15", "to": "2026-06-15" });
    assert!(Employment::from_json(&one_day.to_string()).is_ok());
}

#[test]
fn a_field_this_version_does_not_know_does_not_make_a_record_unreadable() {
    let pulse = json!({ "on": "2026-06-15", "by": "us", "rating": 3, "mood": "sunny" });
    assert!(Pulse::from_json(&pulse.to_string()).is_ok());
}

#[test]
fn a_record_without_what_it_needs_is_an_error() {
    for missing in [json!({ "by": "us", "rating": 3 }), json!({ "on": "2026-06-15", "rating": 3 }), json!({})]
    {
        assert!(Pulse::from_json(&missing.to_string()).is_err(), "{missing}");
    }
}
