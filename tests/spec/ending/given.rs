//! A partner that is being ended. A test changes what its rule is about.

use bridgekeeper::domain::checklist::{BuiltIn, Evidence, EvidenceKind, MarkState, Standing, Template};
use bridgekeeper::domain::ending::{Chapter, Held, NewAction, NewEnding, PartId, Present, Scenario, Told};
use bridgekeeper::domain::{LinkAddress, Note, Partner, Refusal, Stage};
use bridgekeeper::library::checklists;

use crate::domain::given::{TODAY, at, day, line, partner};

pub fn template() -> &'static Template {
    checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap()
}

pub fn note(text: &str) -> Note {
    Note::parse_optional(text).unwrap().unwrap()
}

pub fn present(name: &str) -> Present {
    Present { contact: None, name: line(name) }
}

pub fn new_ending() -> NewEnding {
    NewEnding {
        scenario: Scenario::NoTraction,
        on: day(TODAY),
        reason: Some(line("Two quarters without traction")),
        talk_on: None,
        note_elsewhere: line("It is the last step"),
    }
}

/// A partner worked with for a year.
pub fn at_work() -> Partner {
    let mut partner = partner();
    at("2025-06-15", |moment| partner.move_stage(Stage::Active, day("2025-06-15"), None, moment)).unwrap();
    partner
}

pub fn begin(partner: &mut Partner, new: NewEnding) -> Result<u16, Refusal> {
    at(TODAY, |moment| partner.begin_ending(new, template(), moment))
}

/// A partner whose ending began today, and its chapter.
pub fn begun() -> (Partner, u16) {
    let mut partner = at_work();
    let number = begin(&mut partner, new_ending()).unwrap();
    (partner, number)
}

pub fn held() -> Held {
    Held { on: day(TODAY), with: vec![present("Jonas Ekberg")], minutes: Some(25), how: None }
}

pub fn hold(partner: &mut Partner, number: u16, held: Held) -> Result<(), Refusal> {
    at(TODAY, |moment| partner.hold_talk(number, held, moment))
}

/// The same after the conversation.
pub fn talked() -> (Partner, u16) {
    let (mut partner, number) = begun();
    hold(&mut partner, number, held()).unwrap();
    (partner, number)
}

pub fn told(joint: &str) -> Told {
    Told { joint: Some(note(joint)), ..Told::default() }
}

pub fn agree(partner: &mut Partner, number: u16) -> Result<(), Refusal> {
    partner.agree_story(number, day(TODAY), line("Jonas Ekberg"), day(TODAY))
}

/// Closes every item of the clean-up that applies, each with what it asks for.
pub fn clean_up(partner: &mut Partner, number: u16) {
    let chapter = chapter(partner, number);
    for id in open_items(partner, &chapter) {
        finish(partner, &chapter, &id);
    }
}

pub fn open_items(partner: &Partner, chapter: &Chapter) -> Vec<String> {
    let sheet = chapter.sheet(partner, day(TODAY)).unwrap();
    sheet.standings().filter(Standing::is_open).map(|one| one.item.id.clone()).collect()
}

pub fn finish(partner: &mut Partner, chapter: &Chapter, item: &str) {
    let evidence = match template().item(item).unwrap().evidence {
        EvidenceKind::None => None,
        EvidenceKind::Note => Some(Evidence::Note(note("Seen"))),
        EvidenceKind::Link => Some(Evidence::Link(LinkAddress::parse("https://example.com").unwrap())),
        EvidenceKind::Written => Some(Evidence::Written { on: day(TODAY), words: note("Gone, says Kim") }),
    };
    let state = MarkState::Done { on: day(TODAY), by: None, evidence };
    partner.playbooks.set_state(chapter.ending.run, item, state, day(TODAY)).unwrap();
}

/// A partner with everything done that closing asks for.
pub fn ready() -> (Partner, u16) {
    let (mut partner, number) = talked();
    partner.tell_story(number, told("We tried, and it did not sell.")).unwrap();
    agree(&mut partner, number).unwrap();
    clean_up(&mut partner, number);
    (partner, number)
}

pub fn close(partner: &mut Partner, number: u16) -> Result<(), Refusal> {
    at(TODAY, |moment| partner.close_ending(number, None, moment))
}

/// A partner whose gate was closed today.
pub fn closed() -> (Partner, u16) {
    let (mut partner, number) = ready();
    close(&mut partner, number).unwrap();
    (partner, number)
}

pub fn chapter(partner: &Partner, number: u16) -> Chapter {
    partner.chapters().into_iter().find(|chapter| chapter.number() == number).unwrap()
}

pub fn answer(partner: &mut Partner, number: u16, parent: Option<PartId>, what: &str) -> PartId {
    at(TODAY, |moment| partner.answer_why(number, parent, line(what), moment)).unwrap()
}

/// Two answers, the second of which is a root cause of this name.
pub fn with_cause(partner: &mut Partner, number: u16, cause: &str) -> PartId {
    let first = answer(partner, number, None, "No shared opportunity");
    let last = answer(partner, number, Some(first), "Nobody owned partner training");
    partner.name_cause(number, last, Some(line(cause))).unwrap();
    last
}

pub fn action(due: &str) -> NewAction {
    NewAction {
        what: line("Name a trainer before any launch"),
        owner: line("Mara Lindqvist"),
        due: day(due),
        proof: None,
    }
}

pub fn act(partner: &mut Partner, number: u16, cause: PartId, due: &str) -> Result<PartId, Refusal> {
    at(TODAY, |moment| partner.add_action(number, cause, action(due), moment))
}
