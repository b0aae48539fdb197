//! What a recap says, and how its text is taken apart.

use bridgekeeper::catalogue::meeting as words;
use bridgekeeper::domain::meeting::recap::{Block, Covered, blocks, html};
use bridgekeeper::domain::meeting::{MeetingNote, Objection, ObjectionState, Probe, Recap, Weight};
use bridgekeeper::domain::{Note, Side, Workspace};

use super::given::{HERE, MEETING, act, add, ago, agreed, ana, held, line, partner, today, workspace};

fn note(text: &str, private: bool) -> MeetingNote {
    MeetingNote { meeting: MEETING, text: Note::parse_optional(text).unwrap().unwrap(), private }
}

fn objection(text: &str, state: ObjectionState) -> Objection {
    Objection { meeting: MEETING, text: line(text), weight: Weight::Serious, state }
}

fn recap(workspace: &Workspace) -> Recap {
    Recap::of(workspace, HERE, MEETING).unwrap()
}

#[test]
fn a_recap_holds_what_both_sides_may_read() {
    let mut workspace = workspace(held(ago(1)));
    ana(&mut workspace).research.path = Note::parse_optional("SECRET path").unwrap();
    add(&mut workspace, &note("Customers are needed\nbefore the year ends", false));
    add(&mut workspace, &note("SECRET she sounded tired", true));
    add(
        &mut workspace,
        &Probe {
            answer: Note::parse_optional("Support load").unwrap(),
            ..Probe::ask(MEETING, "What worries you?").unwrap()
        },
    );
    add(&mut workspace, &Probe::ask(MEETING, "SECRET not asked").unwrap());
    add(&mut workspace, &objection("Nobody owns integrations", ObjectionState::Open));
    add(&mut workspace, &objection("The price", ObjectionState::Settled));
    add(&mut workspace, &objection("SECRET the colour", ObjectionState::Dropped));
    act(|moment| {
        partner(&mut workspace).record(agreed("send the list", Side::Ours, "Ines", ago(-2)), moment)
    })
    .unwrap();
    let told_twice = Note::parse_optional("The price").unwrap();
    add(&mut workspace, &Probe { answer: told_twice, ..Probe::ask(MEETING, "What else?").unwrap() });
    let recap = recap(&workspace);
    assert_eq!(
        recap.covered,
        [
            Covered::Note("Customers are needed before the year ends".to_owned()),
            Covered::Answer("What worries you?".to_owned(), "Support load".to_owned()),
            Covered::Open("Nobody owns integrations".to_owned()),
            Covered::Settled("The price".to_owned()),
        ]
    );
    assert_eq!((recap.to.as_slice(), recap.on), (&["Ana".to_owned()][..], ago(1)));
    assert!(!words::recap(&recap).contains("SECRET"));
}

#[test]
fn the_text_of_a_recap_can_be_sent_as_it_stands() {
    let mut workspace = workspace(held(today()));
    add(&mut workspace, &note("A pilot passes the board", false));
    for (what, side, who, days) in [
        ("send the list", Side::Ours, "Ines Ortega", 2),
        ("introduce the reviewer", Side::Theirs, "Ana Sample", 5),
    ] {
        act(|moment| partner(&mut workspace).record(agreed(what, side, who, ago(-days)), moment)).unwrap();
    }
    assert_eq!(
        words::recap(&recap(&workspace)),
        "Hello Ana,\n\n\
         Thank you for our call on 18 Nov 2026. This is what I heard and what each of us took on.\n\n\
         What we covered\n\
         - A pilot passes the board\n\n\
         Who does what\n\
         - We (Ines Ortega): send the list, by 20 Nov 2026\n\
         - You (Ana Sample): introduce the reviewer, by 23 Nov 2026\n\n\
         If a line reads differently on your side, tell me, and I will correct it.\n\n\
         Ines Ortega"
    );
}

#[test]
fn a_recap_of_nothing_still_greets_and_invites_correction() {
    let told = words::recap(&recap(&workspace(held(today()))));
    assert!(told.starts_with("Hello Ana,\n\n"), "{told}");
    assert!(!told.contains("What we covered") && !told.contains("Who does what"), "{told}");
    assert!(told.contains("reads differently"), "{told}");
}

#[test]
fn a_text_is_paragraphs_lists_and_the_headings_right_above_them() {
    let told = blocks("Hello,\n\nOne\ntwo\n\nCovered\n- A\n- B\nAfterwards\n\n\n- Alone\n");
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        told,
        [
            Block::Paragraph(owned(&["Hello,"])),
            Block::Paragraph(owned(&["One", "two"])),
            Block::Heading("Covered".to_owned()),
            Block::List(owned(&["A", "B"])),
            Block::Paragraph(owned(&["Afterwards"])),
            Block::List(owned(&["Alone"])),
        ]
    );
    assert_eq!(blocks(""), []);
}

#[test]
fn html_for_the_clipboard_escapes_what_was_typed() {
    let told = html("Dear <b> & \"co\",\n\nCovered\n- a < b");
    assert_eq!(
        told,
        "<p>Dear &lt;b&gt; &amp; &quot;co&quot;,</p><p><b>Covered</b></p><ul><li>a &lt; b</li></ul>"
    );
}
