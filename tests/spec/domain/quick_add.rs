//! One typed line as something to record. Today is Saturday, 21 November 2026.

use bridgekeeper::domain::find::Names;
use bridgekeeper::domain::quick_add::{Entry, Kind, Known, QuickAdd, Trouble, named, quoted};
use bridgekeeper::domain::{Channel, ContactId, PartnerId, Side, Workspace};
use proptest::prelude::*;

use super::given::{at, contact, day, line, new_partner};

const NOW: &str = "2026-11-21";

struct Given {
    workspace: Workspace,
    names: Names,
    partners: Vec<PartnerId>,
    ana: ContactId,
}

/// Northwind with Ana Silva, Northquay, Halden & Roe, Halden & Smith, and Ben Roth who works nowhere.
fn given() -> Given {
    let mut workspace = Workspace::default();
    let (partners, ana) = at(NOW, |moment| {
        let names = ["Northwind", "Northquay", "Halden & Roe", "Halden & Smith"];
        let partners: Vec<PartnerId> =
            names.iter().map(|name| workspace.add_partner(new_partner(name), moment).unwrap()).collect();
        let ana = workspace.add_contact(contact("Ana Silva"), moment);
        workspace.add_contact(contact("Ben Roth"), moment);
        workspace.contact_mut(ana).unwrap().join(partners[0], None, None, moment);
        (partners, ana)
    });
    Given { names: Names::of(&workspace), workspace, partners, ana }
}

fn read_at(given: &Given, typed: &str, today: &str) -> QuickAdd {
    let known = Known { workspace: &given.workspace, names: &given.names, today: day(today), here: None };
    QuickAdd::read(typed, known)
}

fn read(typed: &str) -> QuickAdd {
    read_at(&given(), typed, NOW)
}

/// The only trouble of a line.
#[track_caller]
fn trouble(typed: &str) -> String {
    let read = read(typed);
    assert_eq!(read.troubles.len(), 1, "{typed}: {:?}", read.troubles);
    read.troubles[0].to_string()
}

/// The day that a line says, and the words it leaves.
#[track_caller]
fn due(when: &str) -> String {
    let read = read(&format!("Call @Northwind {when}"));
    assert_eq!((read.what.as_str(), &read.troubles), ("Call", &Vec::new()), "{when}");
    read.day.unwrap().means.to_string()
}

#[test]
fn a_line_becomes_a_dated_promise_of_ours() {
    let given = given();
    let read = read_at(&given, "Call Ana @Northwind fri", NOW);
    let (partner, entry) = read.entry(&given.workspace, day(NOW)).unwrap();
    assert_eq!(partner, given.partners[0]);
    let Entry::Promise(promise) = entry else { panic!("{entry:?}") };
    assert_eq!(promise.what.as_str(), "Call Ana");
    assert_eq!(promise.side, Side::Ours);
    assert_eq!(promise.dates.first_due(), day("2026-11-27"));
    assert_eq!(promise.dates.made_on(), day(NOW));
}

#[test]
fn what_they_promised_is_theirs_and_the_person_named_keeps_it() {
    let given = given();
    let read = read_at(&given, "they send the logos @Ana in 2 weeks", NOW);
    let (partner, entry) = read.entry(&given.workspace, day(NOW)).unwrap();
    assert_eq!(partner, given.partners[0], "Ana works there");
    let Entry::Promise(promise) = entry else { panic!("{entry:?}") };
    assert_eq!(promise.what.as_str(), "send the logos Ana Silva");
    assert_eq!(promise.person.unwrap().as_str(), "Ana Silva");
    assert_eq!((promise.side, promise.dates.first_due()), (Side::Theirs, day("2026-12-05")));
    assert_eq!(read_at(&given, "theirs: logos @Northwind mon", NOW).what, "logos");
}

#[test]
fn our_promise_is_kept_by_us() {
    let mut given = given();
    let mut settings = (*given.workspace.settings).clone();
    settings.own_name = Some(line("Mara Lind"));
    given.workspace.change_settings(settings);
    let read = read_at(&given, "Send the deck to @Ana mon", NOW);
    assert_eq!(read.what, "Send the deck to Ana Silva");
    assert_eq!(read.keeper(Side::Ours, &given.workspace).unwrap().as_str(), "Mara Lind");
}

#[test]
fn what_was_held_is_logged() {
    let given = given();
    let read = read_at(&given, "log call @Northwind @Ana mon pricing went well", NOW);
    let (_, entry) = read.entry(&given.workspace, day(NOW)).unwrap();
    let Entry::Touch(touch) = entry else { panic!("{entry:?}") };
    assert_eq!(touch.on, day("2026-11-16"), "the Monday before");
    assert_eq!((touch.channel, touch.two_way, touch.with), (Channel::Call, true, vec![given.ana]));
    assert_eq!(touch.note.unwrap().as_str(), "Ana Silva pricing went well");
    let mail = read_at(&given, "log email @Northwind", NOW);
    assert_eq!(mail.kind.means, Kind::Touch { channel: Channel::Email, two_way: false });
    assert_eq!(mail.day.unwrap().means, day(NOW), "today unless said");
    assert!(mail.troubles.is_empty());
    assert_eq!(
        trouble("log call @Northwind tomorrow"),
        "2026-11-22 has not come yet. Log what happened on or before today, or leave out “log”"
    );
}

#[test]
fn days_are_written_in_many_ways() {
    for (written, meant) in [
        ("today", "2026-11-21"),
        ("tomorrow", "2026-11-22"),
        ("mon", "2026-11-23"),
        ("Friday", "2026-11-27"),
        ("sat", "2026-11-28"),
        ("on tues", "2026-11-24"),
        ("by THU", "2026-11-26"),
        ("next fri", "2026-11-27"),
        ("next week", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("in 3 days", "2026-11-24"),
        ("in a week", "2026-11-28"),
        ("in 2 weeks", "2026-12-05"),
        ("in 3 months", "2027-02-21"),
        ("27 nov", "2026-11-27"),
        ("nov 27", "2026-11-27"),
        ("27th November", "2026-11-27"),
        ("1. dec.", "2026-12-01"),
        ("20 nov", "2027-11-20"),
        ("29 feb", "2028-02-29"),
        ("4 may 2027", "2027-05-04"),
        ("2026-12-04", "2026-12-04"),
        ("eom", "2026-11-30"),
        ("by end of month", "2026-11-30"),
        ("fri,", "2026-11-27"),
    ] {
        assert_eq!(due(written), meant, "{written}");
    }
}

#[test]
fn what_was_understood_is_shown_in_words() {
    let read = read("log reply @Northwind mon");
    assert_eq!(bridgekeeper::catalogue::quick_add::kind(read.kind.means), "Reply");
    assert_eq!(bridgekeeper::catalogue::quick_add::day(read.day.unwrap().means), "Mon, 16 Nov 2026");
}

#[test]
fn next_means_the_week_after_this_one() {
    let given = given();
    let on = |today: &str, when: &str| {
        read_at(&given, &format!("Call @Northwind {when}"), today).day.unwrap().means.to_string()
    };
    assert_eq!(on("2026-11-16", "fri"), "2026-11-20");
    assert_eq!(on("2026-11-16", "next fri"), "2026-11-27");
    assert_eq!(on("2026-11-20", "fri"), "2026-11-27", "on a Friday, the one after");
    assert_eq!(on("2026-01-31", "in 1 month"), "2026-02-28");
    assert_eq!(on("2200-12-31", "in 1000 days"), "2200-12-31");
}

#[test]
fn words_that_only_look_like_days_stay_words() {
    for what in
        ["Send the May report", "Sell a second seat", "Meet in London", "Plan 2 weeks of work", "Be on time"]
    {
        assert_eq!(read(&format!("{what} @Northwind tomorrow")).what, what);
    }
    assert_eq!(read("Call on mon about fri @Northwind").what, "Call on mon about", "the last day counts");
}

#[test]
fn a_past_day_is_refused_and_so_is_one_that_no_calendar_has() {
    assert_eq!(trouble("Call @Northwind yesterday"), "2026-11-20 is past. Choose today or a later day");
    assert_eq!(trouble("Call @Northwind 2026-11-01"), "2026-11-01 is past. Choose today or a later day");
    assert_eq!(trouble("Call @Northwind 31 feb"), "There is no day “31 feb”");
    assert_eq!(trouble("Call @Northwind 2026-13-01"), "There is no day “2026-13-01”");
}

#[test]
fn quoted_text_stays_as_it_is() {
    let read = read("Say \"see you fri @Northquay\" @Northwind mon");
    assert_eq!(read.what, "Say see you fri @Northquay");
    assert_eq!(read.day.unwrap().means, day("2026-11-23"));
    assert!(read.troubles.is_empty());
    assert_eq!(
        self::read("Say “see you fri” @“Halden & Roe” mon").what,
        "Say see you fri",
        "as phones write them"
    );
    assert_eq!(self::read("A 5\" disk @Northwind mon").what, "A 5\" disk", "a quote alone is a letter");
}

#[test]
fn a_name_of_several_words_needs_no_quotes_when_it_is_whole() {
    let given = given();
    for typed in ["Call @\"Halden & Roe\" mon", "Call @Halden & Roe mon", "Call mon @halden & roe"] {
        let read = read_at(&given, typed, NOW);
        assert_eq!(read.partner.unwrap().means, given.partners[2], "{typed}");
        assert_eq!((read.what.as_str(), read.troubles), ("Call", vec![]), "{typed}");
    }
    assert_eq!(read_at(&given, "Call @Ana Silva mon", NOW).what, "Call Ana Silva");
}

#[test]
fn an_unknown_or_ambiguous_name_is_said_and_stays_in_the_line() {
    assert_eq!(
        trouble("Call @Zephyr mon"),
        "No partner or person is called “Zephyr”. Correct the name, or put it in quotes to keep it as text"
    );
    assert_eq!(
        trouble("Call @North mon"),
        "“North” could be several: Northwind, Northquay. Type more of the name"
    );
    assert_eq!(trouble("Call @Ben mon"), "Name the partner of Ben Roth too");
    assert_eq!(trouble("Call mon"), "Name the partner: @ and the first letters, such as @Northwind");
    assert_eq!(
        trouble("Call @Northwind @Northquay mon"),
        "Northwind and Northquay are both named. Keep one, and put the other in quotes"
    );
    assert_eq!(trouble("Call @Northwind"), "Say when it is due: fri, 27 nov, in 2 weeks or 2026-12-04");
    assert_eq!(trouble("@Northwind mon"), "Say what it is");
    assert_eq!(trouble("Mail ana@example.com or call @ noon, mon"), trouble("Call mon"));
}

#[test]
fn the_partner_of_the_page_is_meant_when_none_is_named() {
    let given = given();
    let here = Some(given.partners[1]);
    let known = Known { workspace: &given.workspace, names: &given.names, today: day(NOW), here };
    let read = QuickAdd::read("Call mon", known);
    assert_eq!(read.partner.unwrap().means, given.partners[1]);
    assert_eq!(QuickAdd::read("Call @Northwi mon", known).partner.unwrap().means, given.partners[0]);
}

#[test]
fn what_was_understood_can_be_turned_back_into_text() {
    let typed = "Call Ana @Northwind by next fri";
    let read = read(typed);
    let without_day = quoted(typed, read.day.unwrap().span.unwrap());
    assert_eq!(without_day, "Call Ana @Northwind \"by next fri\"");
    assert_eq!(self::read(&without_day).what, "Call Ana by next fri");
    let without_partner = quoted(typed, read.partner.unwrap().span.unwrap());
    assert_eq!(self::read(&without_partner).what, "Call Ana @Northwind");
}

#[test]
fn of_several_one_can_be_picked() {
    let typed = "Call @North fri";
    let Some(Trouble::Ambiguous { span, names, .. }) = read(typed).troubles.into_iter().next() else {
        panic!()
    };
    let picked = named(typed, span, &names[1]);
    assert_eq!(picked, "Call @\"Northquay\" fri");
    assert!(read(&picked).troubles.is_empty());
}

proptest! {
    #[test]
    fn nothing_typed_is_ever_lost_or_breaks_anything(typed in "[a-z@\"“” 0-9é🌉.,-]{0,60}", days in 0i64..40000) {
        let given = given();
        let today = day("1990-01-01").plus_days(days).to_string();
        let read = read_at(&given, &typed, &today);
        for span in [
            read.kind.span,
            read.partner.as_ref().and_then(|partner| partner.span),
            read.person.as_ref().and_then(|person| person.span),
            read.day.as_ref().and_then(|day| day.span),
        ].into_iter().flatten() {
            prop_assert!(typed.get(span.0..span.1).is_some_and(|part| !part.is_empty()));
        }
        prop_assert_eq!(read.entry(&given.workspace, day(&today)).is_ok(), read.troubles.is_empty());
    }
}
