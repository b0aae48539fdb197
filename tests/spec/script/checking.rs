//! Everything that is wrong with a script is said at once, with its place.

use bridgekeeper::domain::script::check::{faults, pieces};
use bridgekeeper::domain::script::{Asked, FORMAT, FieldKind, Medium, Script};
use bridgekeeper::domain::{Refusal, Workspace};
use bridgekeeper::library::scripts::built_in;

use proptest::prelude::*;

use super::given::{TODAY, script, words};
use crate::domain::given::{at, id};

fn said(script: &Script) -> Vec<String> {
    faults(script).iter().map(ToString::to_string).collect()
}

fn asked(id: &str) -> Asked {
    Asked { id: id.to_owned(), label: "Label".to_owned(), kind: FieldKind::Line, help: None, personal: false }
}

#[test]
fn a_sound_script_has_no_faults() {
    assert_eq!(said(&script("Hello {me}")), Vec::<String>::new());
}

#[test]
fn all_faults_are_listed_with_line_and_column() {
    let mut script = script("Hello\n{nobody} and }");
    script.title = " ".to_owned();
    script.when = "x".repeat(401);
    script.subject = Some("{".to_owned());
    script.passages.push(words("one", "Fine"));
    script.passages.push(words("Two", "Open {open_commitments} here"));
    script.passages[2].optional = true;
    script.fields = vec![asked("plan"), asked("partner"), asked("Plan"), asked("plan")];
    let said = said(&script);
    let begins = [
        "Title: Write something here",
        "When to use it: Shorten this to 400 characters; it has 401",
        "Subject: Only a mail has a subject",
        "Subject, line 1, column 1: This { is not closed",
        "Passage 1, line 2, column 1: There is no field {nobody}",
        "Passage 1, line 2, column 14: This } closes nothing",
        "Passage 2: “one” is the name of another already",
        "Passage 3: “Two” cannot be a name",
        "Words beside the box of passage 3: An optional passage needs words",
        "Passage 3, line 1, column 6: {open_commitments} is a list",
        "Field 1: No passage uses {plan}",
        "Field 2: “partner” is filled from the records",
        "Field 3: “Plan” cannot be a name",
        "Field 4: “plan” is the name of another already",
    ];
    for (said, begin) in said.iter().zip(begins) {
        assert!(said.starts_with(begin), "{said}\nis not\n{begin}");
    }
    assert_eq!(said.len(), begins.len());
}

#[test]
fn a_list_may_stand_on_a_line_of_its_own() {
    for text in ["{open_commitments}", "Here:\n\n{open_commitments}\n\nThanks", "a\n{open_commitments}\nb"] {
        assert_eq!(said(&script(text)), Vec::<String>::new(), "{text}");
    }
    assert_eq!(said(&script("{me}{open_commitments}")).len(), 1);
}

#[test]
fn a_mail_needs_a_subject() {
    let mut script = script("x");
    script.channel = Medium::Email;
    assert_eq!(said(&script), ["Subject: Only a mail has a subject, and a mail needs one"]);
}

#[test]
fn a_passage_of_a_hundred_kilobytes_is_too_long_and_is_kept() {
    let text = "x".repeat(100_000);
    let long = script(&text);
    assert_eq!(said(&long), ["Passage 1: Shorten this to 2000 characters; it has 100000"]);
    let mut workspace = Workspace::default();
    let id = at(TODAY, |moment| workspace.add_script(&long, moment)).unwrap();
    assert_eq!(workspace.own_script(id).unwrap().passages[0].text, text);
}

#[test]
fn a_file_is_refused_with_what_is_wrong_and_where() {
    let why = |text: &str| Script::read(text).unwrap_err().to_string();
    assert!(why("{").contains("line 1"), "{}", why("{"));
    assert_eq!(why("{}"), "missing field `format`");
    let sound = serde_json::to_string(&script("x")).unwrap();
    let other = sound.replace(FORMAT, "bridgekeeper-script/9");
    assert_eq!(why(&other), "field `format`: it is no bridgekeeper-script/1");
    assert_eq!(
        why(&sound.replace("\"meetings\"", "\"parties\"")),
        "field `category`: unknown word \"parties\""
    );
    assert!(why(&sound.replace("\"id\":\"one\"", "\"id\":1")).starts_with("field `passages`: field `id`"));
    assert!(why(&sound.replacen('{', "{\"id\":\"a\",", 1)).contains("duplicate field `id`"));
}

#[test]
fn a_script_is_read_as_it_was_written() {
    let recap = built_in("recap").unwrap();
    assert_eq!(Script::read(&serde_json::to_string(&recap).unwrap()).unwrap(), recap);
}

#[test]
fn an_own_script_is_changed_and_deleted_and_not_once_it_is_gone() {
    let mut workspace = Workspace::default();
    let id_of = at(TODAY, |moment| workspace.add_script(&script("x"), moment)).unwrap();
    workspace.change_script(id_of, &script("y")).unwrap();
    assert_eq!(workspace.own_scripts()[0].1.as_ref().unwrap().passages[0].text, "y");
    workspace.remove_script(id_of).unwrap();
    assert!(matches!(workspace.remove_script(id_of), Err(Refusal::Gone { .. })));
    assert!(matches!(workspace.change_script(id(9), &script("z")), Err(Refusal::Gone { .. })));
}

#[test]
fn there_is_room_for_two_hundred_own_scripts() {
    let mut workspace = Workspace::default();
    at(TODAY, |moment| {
        for _ in 0..200 {
            workspace.add_script(&script("x"), moment).unwrap();
        }
        assert!(matches!(workspace.add_script(&script("x"), moment), Err(Refusal::Full { most: 200, .. })));
    });
}

/// A text with what is wrong in it between angle brackets.
fn marked(text: &str) -> String {
    let script = script(text);
    let wrong = |(piece, is_wrong): (&str, bool)| {
        if is_wrong { ["<", piece, ">"].concat() } else { piece.to_owned() }
    };
    pieces(text, &faults(&script), 20).into_iter().map(wrong).collect()
}

#[test]
fn what_is_wrong_is_marked_where_it_stands() {
    assert_eq!(marked("Hello {nobody},\n} and {me}"), "Hello <{nobody}>,\n<}> and {me}");
    assert_eq!(marked("שלום {nobody} 👩‍👩‍👧 {}"), "שלום <{nobody}> 👩‍👩‍👧 <{}>");
    assert_eq!(
        marked("Owed {open_commitments} }"),
        "Owed <{open_commitments}> <}>",
        "in the order of the text"
    );
    assert_eq!(marked("Fine"), "Fine");
    assert_eq!(marked(""), "");
}

#[test]
fn of_very_many_faults_the_first_are_marked() {
    let text = "} ".repeat(50_000);
    let pieces = pieces(&text, &faults(&script(&text)), 20);
    assert_eq!(pieces.iter().filter(|(_, is_wrong)| *is_wrong).count(), 20);
    assert_eq!(pieces.last().map(|(piece, _)| piece.len()), Some(99_961));
}

proptest! {
    #[test]
    fn the_pieces_of_any_text_are_the_text(text in "[{}a-c_\\\\ \n\r👋ש]{0,60}", most in 0_usize..5) {
        let pieces: Vec<_> = pieces(&text, &faults(&script(&text)), most);
        prop_assert_eq!(&pieces.iter().map(|(piece, _)| *piece).collect::<String>(), &text);
        prop_assert!(pieces.iter().filter(|(_, is_wrong)| *is_wrong).count() <= most);
    }
}
