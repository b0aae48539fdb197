//! Words a person typed: names, lines, notes, domains, mail addresses.

use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::text::EmailAddress;
use bridgekeeper::domain::{Domain, Field, Line, Note, PartnerName, Refusal};
use proptest::prelude::*;

fn check_name(typed: &str, kept: &str) {
    assert_eq!(PartnerName::parse(Field::Name, typed).unwrap().as_str(), kept, "{typed:?}");
}

fn refused_name(typed: &str) -> Refusal {
    PartnerName::parse(Field::Name, typed).unwrap_err()
}

fn check_domain(typed: &str, kept: &str) {
    let read = Domain::parse_optional(typed).map(|domain| domain.map(|domain| domain.to_string()));
    assert_eq!(read, Ok(Some(kept.to_owned())), "{typed:?}");
}

fn check_no_domain(typed: &str) {
    assert_eq!(Domain::parse_optional(typed), Err(Refusal::NotADomain), "{typed:?}");
}

#[test]
fn a_name_has_1_to_120_characters() {
    check_name("A", "A");
    check_name(&"a".repeat(120), &"a".repeat(120));
    assert_eq!(refused_name("").to_string(), "Give it a name");
    assert_eq!(refused_name(&"a".repeat(121)).to_string(), "Shorten this to 120 characters; it has 121");
    assert_eq!(refused_name("").field(), Some(Field::Name));
}

#[test]
fn characters_are_counted_not_bytes() {
    check_name(&"ü".repeat(120), &"ü".repeat(120));
    check_name(&"🦀".repeat(120), &"🦀".repeat(120));
    assert_eq!(refused_name(&"🦀".repeat(121)), Refusal::TooLong { field: Field::Name, most: 120, has: 121 });
}

#[test]
fn a_name_of_blanks_is_empty() {
    for blank in [" ", "\t\r\n", "\u{a0}\u{2003}\u{3000}", "\u{0}\u{7}", "\u{202e}\u{2066}"] {
        assert_eq!(refused_name(blank), Refusal::Empty { field: Field::Name }, "{blank:?}");
    }
}

/// A name of one zero-width space, pasted from a web page, was accepted and stood in the list as an
/// empty row.
#[test]
fn a_name_of_which_nothing_can_be_seen_is_empty() {
    for invisible in
        ["\u{200b}", "\u{feff}\u{2060}", "\u{ad}", " \u{200d} \u{200e}", "\u{61c}\u{200c}\u{200f}"]
    {
        assert_eq!(refused_name(invisible), Refusal::Empty { field: Field::Name }, "{invisible:?}");
    }
}

#[test]
fn a_name_loses_the_characters_without_width_that_come_along_when_pasting() {
    check_name("\u{feff}Ac\u{200b}me Part\u{ad}ners", "Acme Partners");
    check_domain("\u{200b}example\u{200b}.com", "example.com");
}

#[test]
fn joiners_that_a_script_needs_are_kept() {
    check_name("می\u{200c}خواهم", "می\u{200c}خواهم");
    check_name("Acme \u{200f}שלום", "Acme \u{200f}שלום");
}

#[test]
fn a_name_is_one_line_with_single_spaces() {
    check_name("  Acme \t\n  Corp\u{2028}West ", "Acme Corp West");
    check_name("Acme\u{0} Corp\u{1b}", "Acme Corp");
}

#[test]
fn blanks_do_not_count_towards_the_length() {
    check_name(&format!("  {}  ", "a".repeat(120)), &"a".repeat(120));
}

#[test]
fn pasted_markup_stays_plain_text() {
    check_name("<script>alert('Acme')</script>", "<script>alert('Acme')</script>");
    check_name("<b>Acme</b> &amp; Sons", "<b>Acme</b> &amp; Sons");
}

#[test]
fn a_name_cannot_turn_the_reading_direction_around_it() {
    check_name("Acme\u{202e}moc.live\u{202c}", "Acmemoc.live");
    check_name("\u{2067}Acme\u{2069}", "Acme");
}

#[test]
fn a_name_may_be_written_from_right_to_left() {
    check_name("שלום", "שלום");
    check_name("شركة", "شركة");
}

#[test]
fn emoji_and_combining_marks_are_kept() {
    check_name("👩‍👩‍👧 Acme ✌🏽", "👩‍👩‍👧 Acme ✌🏽");
    check_name("Cafe\u{301}", "Cafe\u{301}");
}

#[test]
fn a_blank_line_that_may_be_absent_is_absent() {
    assert_eq!(Line::<120>::parse_optional(Field::Person, " \n"), Ok(None));
    assert!(Line::<120>::parse_optional(Field::Person, &"a".repeat(121)).is_err());
}

#[test]
fn every_empty_field_says_what_to_fill_in() {
    let sentence = |field| Line::<10>::parse(field, "").unwrap_err().to_string();
    assert_eq!(sentence(Field::What), "Say what it is");
    assert_eq!(sentence(Field::Reason), "Say why, in a few words");
    assert_eq!(sentence(Field::Person), "Say who");
    assert_eq!(sentence(Field::Title), "Fill this in");
}

#[test]
fn a_note_has_up_to_100_000_characters() {
    let longest = "ß".repeat(100_000);
    assert_eq!(Note::parse_optional(&longest).unwrap().unwrap().as_str(), longest);
    let refusal = Note::parse_optional(&"ß".repeat(100_001)).unwrap_err();
    assert_eq!(refusal.to_string(), "Shorten this to 100000 characters; it has 100001");
    assert_eq!(refusal.field(), Some(Field::Note));
}

#[test]
fn a_note_keeps_its_lines_and_loses_only_blank_ends() {
    let note = Note::parse_optional("\n\n  First\n\n\tsecond   third\u{202e} \n").unwrap().unwrap();
    assert_eq!(note.as_str(), "First\n\n\tsecond   third\u{202e}");
    assert_eq!(Note::parse_optional(" \n\t "), Ok(None));
}

#[test]
fn a_domain_is_the_same_however_it_was_pasted() {
    for spelling in [
        "example.com",
        " Example.COM ",
        "www.example.com",
        "https://www.Example.com/path",
        "HTTP://EXAMPLE.COM/",
        "https://example.com?from=mail",
        "example.com#top",
        "example.com/a@b",
        "example.com.",
        "example.com:8080",
        "https://anna:secret@www.example.com:443/a/b?c=d#e",
        "anna@example.com",
    ] {
        check_domain(spelling, "example.com");
    }
}

#[test]
fn other_hosts_of_a_domain_are_other_domains() {
    check_domain("shop.example.com", "shop.example.com");
    check_domain("wwwexample.com", "wwwexample.com");
}

#[test]
fn a_domain_may_have_umlauts_and_other_scripts() {
    check_domain("Müller.DE", "müller.de");
    check_domain("https://例え.jp/", "例え.jp");
    check_domain("xn--mller-kva.de", "xn--mller-kva.de");
}

#[test]
fn a_domain_has_sound_labels_with_dots_between() {
    for wrong in [
        "example",
        "localhost:3000",
        "exam ple.com",
        ".example.com",
        "example..com",
        "-example.com",
        "example-.com",
        "exa_mple.com",
        "example,com",
        "https://",
        "[2001:db8::1]",
        "<b>example.com</b>",
    ] {
        check_no_domain(wrong);
    }
    check_domain(&format!("{}.com", "a".repeat(63)), &format!("{}.com", "a".repeat(63)));
    check_no_domain(&format!("{}.com", "a".repeat(64)));
    check_no_domain(&format!("{}com", "a.".repeat(126)));
    assert_eq!(Refusal::NotADomain.to_string(), "Write the domain like example.com, without spaces");
    assert_eq!(Refusal::NotADomain.field(), Some(Field::Domain));
}

#[test]
fn the_address_of_a_machine_is_not_a_domain() {
    for address in ["192.168.0.1", "http://10.0.0.1:8080/", "1.5", "example.1", "[::1]:80"] {
        check_no_domain(address);
    }
    check_domain("4.example.com", "4.example.com");
    check_domain("1und1.de", "1und1.de");
}

/// `www.www.example.com` lost one `www.` when typed and the other when read back from storage.
#[test]
fn a_domain_loses_every_leading_www_unless_nothing_else_is_left() {
    check_domain("www.www.example.com", "example.com");
    check_domain("www.com", "www.com");
    check_domain("www.www.com", "www.com");
    check_domain("https://WWW.com/", "www.com");
}

#[test]
fn a_blank_domain_is_absent() {
    assert_eq!(Domain::parse_optional(" \n"), Ok(None));
}

#[test]
fn a_mail_address_has_something_on_both_sides_and_no_spaces() {
    let read = |typed| EmailAddress::parse_optional(typed).map(|read| read.map(String::from));
    assert_eq!(read(" Anna@Example.com "), Ok(Some("Anna@Example.com".into())));
    assert_eq!(read(""), Ok(None));
    let longest = format!("{}@example.com", "a".repeat(242));
    assert_eq!(read(&longest), Ok(Some(longest.clone())));
    for wrong in ["anna", "@example.com", "anna@", "an na@example.com", &format!("a{longest}")] {
        assert_eq!(read(wrong), Err(Refusal::NotAnAddress), "{wrong:?}");
    }
    assert_eq!(Refusal::NotAnAddress.to_string(), "Write the address like name@example.com");
}

proptest! {
    #[test]
    fn a_line_survives_being_written_and_read(typed in any::<String>()) {
        if let Ok(line) = Line::<120>::parse(Field::What, &typed) {
            let text = serde_json::to_string(&line).unwrap();
            prop_assert_eq!(<Line<120>>::from_json(&text).unwrap(), line);
        }
    }

    #[test]
    fn a_domain_survives_being_written_and_read(typed in "(www\\.|https?://|[a-zßÄİΣ]{1,3}\\.|\\PC{0,3}){0,4}com[./:]{0,2}") {
        if let Ok(Some(domain)) = Domain::parse_optional(&typed) {
            let text = serde_json::to_string(&domain).unwrap();
            prop_assert_eq!(Domain::from_json(&text).unwrap(), domain);
        }
    }

    #[test]
    fn a_note_survives_being_written_and_read(typed in any::<String>()) {
        if let Ok(Some(note)) = Note::parse_optional(&typed) {
            let text = serde_json::to_string(&note).unwrap();
            prop_assert_eq!(Note::from_json(&text).unwrap(), note);
        }
    }

    #[test]
    fn a_mail_address_survives_being_written_and_read(typed in "\\PC{0,4}@\\PC{0,4}") {
        if let Ok(Some(address)) = EmailAddress::parse_optional(&typed) {
            let text = serde_json::to_string(&address).unwrap();
            prop_assert_eq!(EmailAddress::from_json(&text).unwrap(), address);
        }
    }
}

#[test]
fn stored_texts_that_break_their_limits_are_errors() {
    assert!(PartnerName::from_json(r#""  ""#).is_err());
    assert!(PartnerName::from_json(&format!("{:?}", "a".repeat(121))).is_err());
    assert!(Note::from_json(r#""""#).is_err());
    assert!(Domain::from_json(r#""example""#).is_err());
    assert!(Domain::from_json(r#""""#).is_err());
    assert!(EmailAddress::from_json(r#""anna""#).is_err());
    assert!(PartnerName::from_json("7").is_err());
}
