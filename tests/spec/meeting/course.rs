//! From planned to recapped.

use bridgekeeper::domain::meeting::course::recap_due;
use bridgekeeper::domain::meeting::{Difference, How, Meeting, Standing, Time};
use bridgekeeper::domain::{Date, Entry, Field, Refusal, Side, Workspace};

use super::given::{HERE, MEETING, act, ago, agreed, day, held, line, meeting, partner, today, workspace};

fn close(workspace: &mut Workspace) -> Result<(), Refusal> {
    partner(workspace).close_meeting(MEETING, today())
}

fn with_steps(held_on: Date, steps: &[(&str, Side, &str, Date)]) -> Workspace {
    let mut workspace = workspace(held(held_on));
    for (what, side, person, due) in steps {
        act(|moment| partner(&mut workspace).record(agreed(what, *side, person, *due), moment)).unwrap();
    }
    workspace
}

#[test]
fn a_meeting_needs_somebody_to_meet() {
    let nobody = Meeting::planned(today(), How::Call, line("First meeting"), Vec::new());
    assert_eq!(nobody.check(today()), Err(Refusal::Empty { field: Field::Guests }));
    assert_eq!(meeting(ago(-30)).check(today()), Ok(()), "it may be in the future");
    assert_eq!(held(ago(-1)).check(today()), Err(Refusal::InTheFuture { field: Field::DoneOn }));
    let endless = Meeting { minutes: Some(1441), ..meeting(today()) };
    assert!(matches!(endless.check(today()), Err(Refusal::OutOfBounds { field: Field::Minutes, .. })));
}

#[test]
fn somebody_who_is_deleted_keeps_their_name_in_the_meeting() {
    let mut workspace = workspace(held(ago(1)));
    workspace.remove_contact(super::given::ANA).unwrap();
    let dossier = workspace.partner(HERE).unwrap();
    let meeting = dossier.meetings.all.get(&MEETING).unwrap();
    let names: Vec<&str> = meeting.guests().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Ana Sample"]);
}

#[test]
fn a_time_is_read_to_the_minute_and_nothing_else_is_one() {
    let time = |text: &str| text.parse::<Time>();
    assert_eq!(time("9:05").unwrap().to_string(), "09:05");
    assert_eq!(time("14:30:00").unwrap().to_string(), "14:30");
    assert_eq!(time("14:30").unwrap().plus_minutes(45).to_string(), "15:15");
    assert_eq!(time("23:30").unwrap().plus_minutes(60).to_string(), "00:30");
    for wrong in ["", "25:00", "12:60", "half past two", "12", "-1:00"] {
        assert_eq!(time(wrong), Err(Refusal::NotATime), "{wrong}");
    }
}

#[test]
fn the_recap_is_due_on_the_next_working_day() {
    // 16 November 2026 is a Monday.
    let due = |on: &str| recap_due(day(on)).to_string();
    assert_eq!(due("2026-11-16"), "2026-11-17");
    assert_eq!(due("2026-11-19"), "2026-11-20");
    assert_eq!(due("2026-11-20"), "2026-11-23", "after a Friday");
    assert_eq!(due("2026-11-21"), "2026-11-23", "after a Saturday");
    assert_eq!(due("2026-11-22"), "2026-11-23", "after a Sunday");
}

#[test]
fn a_meeting_stands_as_the_day_knows_it() {
    let planned = meeting(today());
    assert_eq!(planned.standing(ago(1)), Standing::Planned);
    assert_eq!(planned.standing(today()), Standing::Planned);
    assert_eq!(planned.standing(ago(-1)), Standing::Unsettled);
    let mut one = held(ago(5));
    assert_eq!(one.standing(ago(6)), Standing::Planned, "that day nobody knew");
    assert_eq!(one.standing(today()), Standing::RecapDue(recap_due(ago(5))));
    one.send_recap(ago(2), today()).unwrap();
    assert_eq!(one.standing(ago(3)), Standing::RecapDue(recap_due(ago(5))));
    assert_eq!(one.standing(today()), Standing::Over);
    let without = Meeting { no_recap: true, ..held(ago(5)) };
    assert_eq!(without.standing(today()), Standing::Over);
    let mut off = meeting(ago(-3));
    off.cancel(today()).unwrap();
    assert_eq!(off.standing(today()), Standing::Cancelled);
}

#[test]
fn a_meeting_is_held_on_a_day_that_has_come_and_cannot_be_called_off_afterwards() {
    let mut one = meeting(ago(-3));
    assert_eq!(one.hold(ago(-3), today()), Err(Refusal::InTheFuture { field: Field::DoneOn }));
    one.cancel(today()).unwrap();
    one.hold(today(), today()).unwrap();
    assert_eq!((one.held_on, one.cancelled_on), (Some(today()), None), "it took place after all");
    assert_eq!(one.cancel(today()), Err(Refusal::Closed { on: today() }));
    one.reopen();
    assert_eq!(one.standing(today()), Standing::Planned);
}

#[test]
fn a_recap_is_sent_after_the_meeting_and_not_before() {
    assert_eq!(meeting(today()).send_recap(today(), today()), Err(Refusal::NotHeld));
    let mut one = held(ago(2));
    assert!(matches!(one.send_recap(ago(3), today()), Err(Refusal::Before { .. })));
    assert!(matches!(one.send_recap(ago(-1), today()), Err(Refusal::InTheFuture { .. })));
    assert_eq!(one.send_recap(ago(2), today()), Ok(()));
}

#[test]
fn a_meeting_closes_only_on_next_steps_with_a_name_and_a_day_after_it() {
    let mut planned = workspace(meeting(today()));
    assert_eq!(close(&mut planned), Err(Refusal::NotHeld));
    assert_eq!(close(&mut with_steps(today(), &[])), Err(Refusal::NoNextStep));
    let nobody = close(&mut with_steps(today(), &[("Send it", Side::Theirs, "", ago(-3))]));
    assert_eq!(nobody, Err(Refusal::NobodyKeepsIt { what: "Send it".to_owned() }));
    let early = close(&mut with_steps(ago(2), &[("Send it", Side::Ours, "Ines", ago(5))]));
    let refused = Refusal::StepTooEarly { what: "Send it".to_owned(), due: ago(5), held_on: ago(2) };
    assert_eq!(early, Err(refused));
    let mut clear = with_steps(
        ago(2),
        &[("Send it", Side::Ours, "Ines", ago(2)), ("Answer", Side::Theirs, "Ana", ago(-7))],
    );
    assert_eq!(close(&mut clear), Ok(()));
    assert_eq!(partner(&mut clear).meetings.all.get(&MEETING).unwrap().closed_on, Some(today()));
}

#[test]
fn next_steps_are_those_of_the_meeting_first_due_first() {
    let mut workspace = with_steps(
        today(),
        &[("Later", Side::Ours, "Ines", ago(-9)), ("Sooner", Side::Theirs, "Ana", ago(-2))],
    );
    let other = bridgekeeper::domain::Commitment {
        from_meeting: None,
        ..agreed("Other", Side::Ours, "Ines", ago(-1))
    };
    act(|moment| partner(&mut workspace).record(other, moment)).unwrap();
    let steps: Vec<&str> = workspace
        .partner(HERE)
        .unwrap()
        .next_steps(MEETING)
        .iter()
        .map(|(_, step)| step.what.as_str())
        .collect();
    assert_eq!(steps, ["Sooner", "Later"]);
}

#[test]
fn their_reading_that_differs_becomes_a_promise_of_ours_and_no_next_step() {
    let mut workspace = with_steps(ago(1), &[("Send it", Side::Ours, "Ines", ago(-3))]);
    let texts = (line("Two pilots, not three"), line("Settle: two pilots, not three"));
    act(|moment| {
        partner(&mut workspace).note_difference(MEETING, texts, Some(line("Ines")), ago(-1), moment)
    })
    .unwrap();
    let dossier = workspace.partner(HERE).unwrap();
    let [(_, difference)] = <[_; 1]>::try_from(dossier.meetings.of::<Difference>(MEETING)).unwrap();
    let promise = dossier.commitments.get(&difference.promise).unwrap();
    assert_eq!((promise.side, promise.from_meeting), (Side::Ours, Some(MEETING)));
    assert_eq!(promise.dates.open_due(today()), Some(ago(-1)), "it is on Today until it is settled");
    assert_eq!(dossier.next_steps(MEETING).len(), 1);
}

#[test]
fn a_name_in_a_meeting_becomes_a_contact_and_the_names_keep_their_places() {
    let planned =
        Meeting { theirs: ["Ana Sample", "Ben Ott", "Cleo Marsh"].map(line).to_vec(), ..meeting(today()) };
    let mut workspace = workspace(planned);
    let cleo = act(|moment| workspace.meet_somebody((HERE, MEETING), &line("Cleo Marsh"), moment)).unwrap();
    assert!(workspace.contacts.get(&cleo).unwrap().works_at(HERE, today()));
    let all = &workspace.partner(HERE).unwrap().meetings.all;
    let guests: Vec<_> = all.get(&MEETING).unwrap().guests().map(|(id, name)| (id, name.as_str())).collect();
    assert_eq!(
        guests,
        [(Some(super::given::ANA), "Ana Sample"), (Some(cleo), "Cleo Marsh"), (None, "Ben Ott")]
    );
    let unknown = act(|moment| workspace.meet_somebody((HERE, MEETING), &line("Dora"), moment));
    assert!(matches!(unknown, Err(Refusal::Gone { .. })));
}
