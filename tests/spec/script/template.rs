//! Text with fields, taken apart.

use bridgekeeper::domain::script::template::{Part, Slip, byte_after, parse, units_before};
use proptest::prelude::*;

fn parts(text: &str) -> String {
    let (parts, _) = parse(text, &|_| true);
    let told = parts.iter().map(|part| match part {
        Part::Words(words) => (*words).to_owned(),
        Part::Field(name, _) => format!("<{name}>"),
    });
    told.collect()
}

/// Every slip with its line and column, and what it spans.
fn slips(text: &str) -> Vec<(Slip, usize, usize, &str)> {
    let (_, spots) = parse(text, &|name| name != "nobody");
    spots.into_iter().map(|spot| (spot.slip, spot.line, spot.column, &text[spot.from..spot.to])).collect()
}

#[test]
fn a_field_stands_between_braces_and_a_brace_is_doubled() {
    assert_eq!(parts("Hello {contact}, {{not this}}."), "Hello <contact>, {not this}.");
    assert_eq!(parts("{a}{b}"), "<a><b>");
    assert_eq!(parts("{{{a}}}"), "{<a>}");
}

#[test]
fn backslashes_emoji_and_any_script_mean_themselves() {
    let text = "C:\\{{x}} \\n 👩‍👩‍👧 שלום {a} مرحبا \u{202e}";
    assert_eq!(parts(text), "C:\\{x} \\n 👩‍👩‍👧 שלום <a> مرحبا \u{202e}");
}

#[test]
fn every_slip_is_named_with_its_line_and_column() {
    let text = "👋 {nobody}\n} and {\nßß {} {a {b}} {Big}\n{x";
    let found = slips(text);
    let places: Vec<_> = found.iter().map(|(_, line, column, span)| (*line, *column, *span)).collect();
    assert_eq!(
        places,
        [
            (1, 3, "{nobody}"),
            (2, 1, "}"),
            (2, 7, "{"),
            (3, 4, "{}"),
            (3, 7, "{a {b}}"),
            (3, 15, "{Big}"),
            (4, 1, "{"),
        ]
    );
    let kinds: Vec<_> = found.into_iter().map(|(slip, ..)| slip).collect();
    assert_eq!(
        kinds,
        [
            Slip::Unknown { name: "nobody".to_owned() },
            Slip::NotOpened,
            Slip::NotClosed,
            Slip::Empty,
            Slip::Nested,
            Slip::NotAName { name: "Big".to_owned() },
            Slip::NotClosed,
        ]
    );
}

#[test]
fn a_name_of_more_than_sixty_characters_is_too_long() {
    let name = "n".repeat(61);
    assert_eq!(slips(&format!("{{{name}}}"))[0].0, Slip::TooLong { has: 61 });
    assert_eq!(slips(&format!("{{{}}}", "n".repeat(60))), []);
}

#[test]
fn the_sentences_show_braces_as_they_are_typed() {
    assert_eq!(
        Slip::NotClosed.to_string(),
        "This { is not closed. Write } after the name of a field, or {{ for a brace itself"
    );
    let unknown = Slip::Unknown { name: "nobody".to_owned() };
    assert!(unknown.to_string().starts_with("There is no field {nobody}."));
}

/// The time grows with the text and not with its square, or this test would not end.
#[test]
fn a_hundred_thousand_braces_are_read_through() {
    let spots = |pattern: &str| parse(&pattern.repeat(100_000 / pattern.len()), &|_| false).1.len();
    assert_eq!(spots("}"), 0);
    assert_eq!(spots("} "), 50_000);
    assert_eq!(spots("{a"), 50_000);
    assert_eq!(spots("{ { "), 50_000);
    assert_eq!(spots("{a{b\n"), 40_000);
    assert_eq!(spots("{x}"), 33_333);
}

fn brace_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[{}a_Z \\\\\n👋א]{0,40}"]
}

#[test]
fn a_text_area_counts_in_units_and_knows_one_line_break() {
    let text = "a👋\r\nb";
    let units: Vec<usize> = text.char_indices().map(|(byte, _)| units_before(text, byte)).collect();
    assert_eq!(units, [0, 1, 3, 4, 4]);
    assert_eq!(units_before(text, 99), 5);
    assert_eq!([0, 1, 3].map(|units| byte_after("a👋b", units)), [0, 1, 5]);
    assert_eq!(byte_after("a", 9), 1);
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_fail_and_every_slip_lies_in_it(text in brace_text()) {
        let (_, spots) = parse(&text, &|_| false);
        for spot in spots {
            prop_assert!(text.get(spot.from..spot.to).is_some_and(|span| !span.is_empty()));
            let line = text.split('\n').nth(spot.line - 1).unwrap();
            prop_assert!(spot.column <= line.chars().count());
        }
    }

    #[test]
    fn doubled_braces_bring_any_text_back(text in any::<String>()) {
        let doubled = text.replace('{', "{{").replace('}', "}}");
        let (_, spots) = parse(&doubled, &|_| false);
        prop_assert_eq!(spots, []);
        prop_assert_eq!(parts(&doubled), text);
    }
}
