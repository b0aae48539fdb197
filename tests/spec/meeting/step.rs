//! A next step, said in one line.

use bridgekeeper::domain::find::Names;
use bridgekeeper::domain::meeting::step::{Room, Step, StepTrouble};
use bridgekeeper::domain::meeting::{How, Meeting};
use bridgekeeper::domain::quick_add::Trouble;
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{Side, Workspace};

use super::given::{HERE, MEETING, act, ago, held, line, meeting, today, workspace};
use crate::domain::given::new_partner;

fn read_in(workspace: &Workspace, line: &str) -> Step {
    let names = Names::of(workspace);
    let meeting = workspace.partner(HERE).unwrap().meetings.all.get(&MEETING).unwrap();
    Step::read(line, Room { workspace, names: &names, partner: HERE, meeting, today: today() })
}

fn read(line: &str) -> Step {
    read_in(&workspace(meeting(today())), line)
}

fn told(step: &Step) -> (&str, Side, Option<&str>) {
    (step.what.as_str(), step.side, step.person.as_ref().map(bridgekeeper::domain::Line::as_str))
}

#[test]
fn a_line_that_begins_with_a_name_of_theirs_is_theirs_and_keeps_the_name() {
    let step = read("Ana names an integration owner by in 3 days");
    assert_eq!(told(&step), ("Ana names an integration owner", Side::Theirs, Some("Ana Sample")));
    assert_eq!((step.due, step.trouble), (Some(ago(-3)), None));
    assert_eq!(read("ana sample: sends it tomorrow").side, Side::Theirs);
    assert_eq!(read("Anatomy of a deal tomorrow").side, Side::Ours, "a word that only begins so is no name");
}

#[test]
fn ours_are_those_that_begin_with_we_or_with_a_name_of_ours() {
    let step = read("we send the list tomorrow");
    assert_eq!(told(&step), ("send the list", Side::Ours, Some("Ines Ortega")));
    assert_eq!(told(&read("Ines sends the list tomorrow")).2, Some("Ines Ortega"));
    let room = Meeting { ours: vec![line("Mara Lindqvist")], ..meeting(today()) };
    assert_eq!(told(&read_in(&workspace(room), "Mara sends the list tomorrow")).2, Some("Mara Lindqvist"));
    assert_eq!(told(&read("Call @Ana tomorrow")), ("Call Ana Sample", Side::Ours, Some("Ines Ortega")));
}

#[test]
fn theirs_without_a_name_belongs_to_the_only_one_of_them_in_the_room() {
    assert_eq!(
        told(&read("they open the sandbox tomorrow")),
        ("open the sandbox", Side::Theirs, Some("Ana Sample"))
    );
    let two = Meeting::planned(
        today(),
        How::Call,
        line("Two of them"),
        vec![line("Ana Sample"), line("Ben Other")],
    );
    let workspace = workspace(two);
    assert_eq!(read_in(&workspace, "they open it tomorrow").trouble, Some(StepTrouble::Nobody));
    assert_eq!(told(&read_in(&workspace, "Ben opens it tomorrow")).2, Some("Ben Other"));
}

#[test]
fn two_of_one_first_name_have_to_be_named_whole() {
    let two = Meeting::planned(today(), How::Call, line("Two"), vec![line("Ana Sample"), line("Ana Other")]);
    let workspace = workspace(two);
    assert_eq!(read_in(&workspace, "Ana opens it tomorrow").side, Side::Ours);
    assert_eq!(told(&read_in(&workspace, "Ana Other opens it tomorrow")).2, Some("Ana Other"));
}

#[test]
fn a_step_without_a_day_is_refused_and_so_is_one_before_the_meeting() {
    let step = read("Ana names an owner");
    assert_eq!((step.due, step.trouble), (None, Some(StepTrouble::Line(Trouble::NoDay))));
    let step = read_in(&workspace(meeting(ago(-5))), "Ana names an owner tomorrow");
    assert_eq!(step.trouble, Some(StepTrouble::BeforeTheMeeting(ago(-5))));
    assert!(matches!(
        read("Ana names an owner 2020-01-01").trouble,
        Some(StepTrouble::Line(Trouble::Past { .. }))
    ));
    assert_eq!(read("log call tomorrow").trouble, Some(StepTrouble::NotAStep));
}

#[test]
fn another_partner_and_an_unknown_name_are_pointed_out() {
    let mut workspace = workspace(meeting(today()));
    act(|moment| workspace.add_partner(NewPartner { ..new_partner("Contoso") }, moment)).unwrap();
    let step = read_in(&workspace, "we call @Contoso tomorrow");
    assert_eq!(step.trouble, Some(StepTrouble::AnotherPartner("Acme".to_owned())));
    let unknown = read_in(&workspace, "we call @Zzyzx tomorrow").trouble;
    assert!(matches!(unknown, Some(StepTrouble::Line(Trouble::Unknown { .. }))), "{unknown:?}");
}

#[test]
fn what_was_agreed_yesterday_was_promised_yesterday() {
    let workspace = workspace(held(ago(1)));
    let meeting = workspace.partner(HERE).unwrap().meetings.all.get(&MEETING).unwrap();
    let promise = read_in(&workspace, "we send it tomorrow").promise(MEETING, meeting, today()).unwrap();
    assert_eq!((promise.dates.made_on(), promise.dates.first_due()), (ago(1), ago(-1)));
    assert_eq!(promise.from_meeting, Some(MEETING));
    let early = read_in(&workspace, "we send it").promise(MEETING, meeting, today());
    assert_eq!(early, Err(StepTrouble::Line(Trouble::NoDay)));
}

#[test]
fn emoji_and_text_from_right_to_left_stay_as_typed() {
    assert_eq!(read("we send 📎 the list 🚀 tomorrow").what, "send 📎 the list 🚀");
    assert_eq!(read("we שולח את הרשימה tomorrow").what, "שולח את הרשימה");
}
