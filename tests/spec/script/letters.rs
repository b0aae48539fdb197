//! A script with its fields filled in.

use bridgekeeper::domain::script::{Asked, FieldKind, Letter, Medium, Passage, Piece, Script};
use proptest::prelude::*;

use super::given::{script, words};

fn filled(text: &str) -> Letter {
    Letter::of(&script(text), &|_| true, &|field| (field == "me").then(|| "Mara".to_owned()))
}

#[test]
fn a_missing_field_is_named_and_nothing_can_be_copied() {
    let letter = filled("{partner}, {me}, {contact}, {partner}");
    assert_eq!(letter.missing(), ["partner", "contact"]);
    assert_eq!((letter.plain(), letter.html(), letter.subject()), (None, None, None));
}

#[test]
fn blank_words_fill_nothing() {
    let letter = Letter::of(&script("{me}"), &|_| true, &|_| Some(" \n".to_owned()));
    assert_eq!(letter.missing(), ["me"]);
}

#[test]
fn an_optional_passage_is_there_when_it_is_ticked_and_blocks_only_then() {
    let mut script = script("Hello.");
    script.passages.push(Passage {
        optional: true,
        label: Some("More".to_owned()),
        ..words("more", "{partner}")
    });
    let of = |is_ticked: bool| Letter::of(&script, &|id| is_ticked && id == "more", &|_| None);
    assert_eq!(of(false).plain().as_deref(), Some("Hello."));
    assert_eq!(of(true).missing(), ["partner"]);
}

#[test]
fn passages_are_joined_with_a_blank_line_and_shown_as_paragraphs() {
    let mut script = script("One {me}.\n\nTwo\nlines.");
    script.passages.push(words("two", "{me}"));
    let letter = Letter::of(&script, &|_| true, &|_| Some("M".to_owned()));
    assert_eq!(letter.plain().unwrap(), "One M.\n\nTwo\nlines.\n\nM");
    assert_eq!(letter.paragraphs().len(), 3);
    assert_eq!(letter.html().unwrap(), "<p>One M.</p><p>Two<br>lines.</p><p>M</p>");
}

#[test]
fn html_escapes_what_was_filled_in() {
    let letter = Letter::of(&script("{me} & co"), &|_| true, &|_| Some("<b onclick='x'>\"".to_owned()));
    assert_eq!(letter.html().unwrap(), "<p>&lt;b onclick=&#39;x&#39;&gt;&quot; &amp; co</p>");
}

#[test]
fn what_is_filled_in_is_not_read_for_fields_again() {
    let letter = Letter::of(&script("{me}"), &|_| true, &|_| Some("{partner} }} {{".to_owned()));
    assert_eq!(letter.plain().unwrap(), "{partner} }} {{");
}

#[test]
fn a_subject_is_one_line_and_belongs_to_a_mail() {
    let mut script = script("x");
    script.subject = Some("About {me}".to_owned());
    let of = |script: &Script| Letter::of(script, &|_| true, &|_| Some("two\r\nlines".to_owned())).subject();
    assert_eq!(of(&script), None);
    script.channel = Medium::Email;
    assert_eq!(of(&script).as_deref(), Some("About two lines"));
}

#[test]
fn a_faulty_brace_stays_as_it_was_typed() {
    let letter = filled("{me} {nobody} {a {b}} } {");
    assert_eq!(letter.plain().unwrap(), "Mara {nobody} {a {b}} } {");
    let pieces = &letter.passages[0];
    assert!(matches!(&pieces[0], Piece::Filled { field, .. } if field == "me"));
}

proptest! {
    #[test]
    fn rendering_fails_on_no_text(text in any::<String>(), value in any::<String>(), is_there in any::<bool>()) {
        let mut script = script(&text);
        script.fields.push(Asked {
            id: "a".to_owned(), label: String::new(), kind: FieldKind::Line, help: None, personal: false,
        });
        let letter = Letter::of(&script, &|_| true, &|_| is_there.then(|| value.clone()));
        let _ = (letter.paragraphs(), letter.missing(), letter.html());
        if let Some(plain) = letter.plain() {
            prop_assert!(plain.len() <= text.len() + value.len() * text.len());
        }
    }

    #[test]
    fn html_brings_every_character_back(value in "[^\r\n\u{85}\u{2028}\u{2029}\u{b}\u{c}]{1,40}") {
        prop_assume!(!value.trim().is_empty());
        let letter = Letter::of(&script("{me}"), &|_| true, &|_| Some(value.clone()));
        let html = letter.html().unwrap();
        let inside = html.strip_prefix("<p>").unwrap().strip_suffix("</p>").unwrap();
        prop_assert!(!inside.contains(['<', '>', '"', '\'']));
        let back = inside.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        prop_assert_eq!(back.replace("&amp;", "&"), value);
    }
}
