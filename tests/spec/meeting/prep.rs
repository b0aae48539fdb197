//! What the preparation of a meeting misses.

use bridgekeeper::domain::Fact;
use bridgekeeper::domain::fact::{
    Ask, AskKind, DecisionAnswer, DecisionTopic, Part, Stakeholder, Stance, Who,
};
use bridgekeeper::domain::meeting::prep::{Framing, PROBES, missing};
use bridgekeeper::domain::meeting::{BriefPart, PrepPart, Pressure, Probe};
use bridgekeeper::domain::{Note, Workspace};

use super::given::{HERE, MEETING, add, ago, ana, line, meeting, partner, today, workspace};

fn misses(workspace: &Workspace) -> Vec<PrepPart> {
    let dossier = workspace.partner(HERE).unwrap();
    let meeting = dossier.meetings.all.get(&MEETING).unwrap();
    missing(workspace, dossier, (MEETING, meeting), today())
}

fn write(workspace: &mut Workspace, part: BriefPart, words: &str) {
    partner(workspace).meetings.write_brief(MEETING, part, words).unwrap();
}

fn note(text: &str) -> Option<Note> {
    Note::parse_optional(text).unwrap()
}

fn fact(workspace: &mut Workspace, fact: Fact) {
    super::given::act(|moment| partner(workspace).record(fact, moment)).unwrap();
}

fn ask(success: Option<&str>) -> Fact {
    let (kind, specifics) = (AskKind::TechnicalIntegration, Some(line("A two-way sync")));
    Fact::Ask(Ask { on: ago(3), kind, specifics, success: success.map(line) })
}

#[test]
fn a_meeting_that_was_only_planned_misses_all_six_parts() {
    assert_eq!(misses(&workspace(meeting(today()))), PrepPart::ALL);
}

#[test]
fn each_part_is_there_once_it_is_whole() {
    let mut workspace = workspace(meeting(today()));
    let has = |workspace: &Workspace, part| !misses(workspace).contains(&part);

    ana(&mut workspace).research.path = note("Support, then product");
    assert!(!has(&workspace, PrepPart::Person), "a path alone says nothing about what moves her");
    ana(&mut workspace).research.cares_about = note("Announcements nobody used");
    assert!(has(&workspace, PrepPart::Person));

    write(&mut workspace, BriefPart::Pressure, Pressure::NewLine.text());
    assert!(!has(&workspace, PrepPart::Pressure), "a guess is no pressure");
    write(&mut workspace, BriefPart::Evidence, "Launched in September, no reference yet");
    assert!(has(&workspace, PrepPart::Pressure));

    write(&mut workspace, BriefPart::Framing, "Extending it to forty sites");
    assert!(has(&workspace, PrepPart::Framing));

    fact(&mut workspace, ask(None));
    assert!(!has(&workspace, PrepPart::Ask), "nobody knows what success would look like");
    fact(&mut workspace, ask(Some("Three customers use it daily")));
    assert!(has(&workspace, PrepPart::Ask));

    for number in 0..PROBES {
        assert!(!has(&workspace, PrepPart::Probes), "{number}");
        add(&mut workspace, &Probe::ask(MEETING, "What worries you most?").unwrap());
    }
    assert!(has(&workspace, PrepPart::Probes));

    write(&mut workspace, BriefPart::Questions, "Who signs?");
    assert_eq!(misses(&workspace), []);
}

#[test]
fn nothing_is_left_to_ask_once_all_six_of_their_decision_are_known() {
    let mut workspace = workspace(meeting(today()));
    for topic in DecisionTopic::ALL {
        fact(
            &mut workspace,
            Fact::Decision(DecisionAnswer { on: ago(9), topic: *topic, known: true, answer: None }),
        );
    }
    for part in Part::ALL {
        let who = Who::Name(line("Tomas"));
        fact(
            &mut workspace,
            Fact::Stakeholder(Stakeholder { on: ago(9), who, part: *part, stance: Stance::For }),
        );
    }
    assert!(!misses(&workspace).contains(&PrepPart::Questions));
}

#[test]
fn blank_words_take_a_part_of_the_brief_away() {
    let mut workspace = workspace(meeting(today()));
    write(&mut workspace, BriefPart::Framing, "Simplify");
    write(&mut workspace, BriefPart::Framing, "  \n ");
    assert!(misses(&workspace).contains(&PrepPart::Framing));
    assert_eq!(partner(&mut workspace).meetings.briefs.len(), 0);
}

#[test]
fn questions_of_another_meeting_do_not_count() {
    let mut workspace = workspace(meeting(today()));
    let other = bridgekeeper::domain::Id::from_bits(71);
    partner(&mut workspace).meetings.all.insert(other, meeting(ago(-9)));
    for _ in 0..PROBES {
        add(&mut workspace, &Probe::ask(other, "Why now?").unwrap());
    }
    assert!(misses(&workspace).contains(&PrepPart::Probes));
}

#[test]
fn a_pressure_says_what_to_talk_about() {
    let framings: Vec<Framing> = Pressure::ALL.into_iter().map(Pressure::framing).collect();
    assert_eq!(framings, [Framing::RevenueAndSpeed, Framing::ExtendTheLine, Framing::Simplify]);
    assert!(Pressure::ALL.into_iter().all(|pressure| Pressure::read(pressure.text()) == Some(pressure)));
}
