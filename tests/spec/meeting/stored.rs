//! How meetings live in the documents.

use bridgekeeper::domain::meeting::{
    BriefPart, Difference, How, Meeting, MeetingNote, Objection, ObjectionState, Probe, Weight,
};
use bridgekeeper::domain::{Collection, Field, Id, Line, MeetingId, Note, PartnerId, Refusal};
use bridgekeeper::state::session::Session;
use bridgekeeper::state::trash::trashed;
use bridgekeeper::storage::MemoryArea;

use crate::state::given::{Clock, add, change, tab, today};

fn plan(session: &mut Session, clock: &mut Clock, partner: PartnerId) -> MeetingId {
    change(session, clock, "Plan meeting", |workspace, moment| {
        let title = Line::parse(Field::What, "First meeting")?;
        let theirs = vec![Line::parse(Field::Name, "Ana")?];
        let meeting = Meeting {
            at: Some("14:30".parse()?),
            minutes: Some(45),
            ours: vec![Line::parse(Field::Name, "Ines")?],
            ..Meeting::planned(today(), How::VideoCall, title, theirs)
        };
        workspace.partner_mut(partner)?.record(meeting, moment)
    })
    .unwrap()
}

fn note(text: &str) -> Result<Note, Refusal> {
    Note::parse_optional(text)?.ok_or(Refusal::Empty { field: Field::Note })
}

#[test]
fn a_meeting_with_all_that_belongs_to_it_is_read_as_it_was_written() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let meeting = plan(&mut session, &mut clock, id);
    change(&mut session, &mut clock, "Fill", |workspace, moment| {
        let meetings = &mut workspace.partner_mut(id)?.meetings;
        for part in [BriefPart::Pressure, BriefPart::Evidence, BriefPart::Framing, BriefPart::Recap] {
            meetings.write_brief(meeting, part, "Words\nin \"two\" lines")?;
        }
        meetings
            .add(&Probe { answer: Some(note("😀 שלום")?), ..Probe::ask(meeting, "Why now?")? }, moment)?;
        let text = Line::parse(Field::What, "The price")?;
        let (weight, state) = (Weight::DealKiller, ObjectionState::Settled);
        meetings.add(&Objection { meeting, text: text.clone(), weight, state }, moment)?;
        meetings.add(&MeetingNote { meeting, text: note(&"x".repeat(50_000))?, private: true }, moment)?;
        meetings.add(&Difference { meeting, text, on: today(), promise: Id::from_bits(9) }, moment)
    })
    .unwrap();
    let read = tab(&area, 2);
    assert_eq!(read.workspace(), session.workspace());
    assert_eq!(read.unsettled().count(), 0);
    let meetings = &read.workspace().partner(id).unwrap().meetings;
    assert_eq!(meetings.brief(meeting, BriefPart::Framing).as_deref(), Some("Words\nin \"two\" lines"));
    let [(_, probe)] = <[_; 1]>::try_from(meetings.of::<Probe>(meeting)).unwrap();
    assert_eq!(probe.answer.unwrap().as_str(), "😀 שלום");
}

#[test]
fn two_tabs_in_one_meeting_keep_what_both_wrote() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut one = tab(&area, 1);
    let id = add(&mut one, &mut clock, "Northwind");
    let meeting = plan(&mut one, &mut clock, id);
    let probe = change(&mut one, &mut clock, "Ask", |workspace, moment| {
        let meetings = &mut workspace.partner_mut(id)?.meetings;
        meetings.add(&Probe::ask(meeting, "Why now?")?, moment)?;
        Ok(*meetings.probes.keys().next().unwrap())
    })
    .unwrap();
    let mut two = tab(&area, 2);
    // Neither has heard of the other when it writes.
    change(&mut one, &mut clock, "Write", |workspace, moment| {
        let meetings = &mut workspace.partner_mut(id)?.meetings;
        meetings.write_brief(meeting, BriefPart::Framing, "Of the first")?;
        meetings.add(&MeetingNote { meeting, text: note("Of the first")?, private: false }, moment)
    })
    .unwrap();
    change(&mut two, &mut clock, "Answer", |workspace, moment| {
        let answer = Some(note("Of the second")?);
        let meetings = &mut workspace.partner_mut(id)?.meetings;
        meetings.change(probe, |probe: &mut Probe| probe.answer = answer)?;
        meetings.write_brief(meeting, BriefPart::Bring, "Of the second")?;
        meetings.add(&MeetingNote { meeting, text: note("Of the second")?, private: false }, moment)
    })
    .unwrap();
    let now = clock.next();
    one.tend(|vault| vault.rescan(now));
    let both = tab(&area, 3);
    assert_eq!(one.workspace(), both.workspace());
    let meetings = &both.workspace().partner(id).unwrap().meetings;
    let sizes = [meetings.briefs.len(), meetings.notes.len(), meetings.probes.len()];
    assert_eq!(sizes, [2, 2, 1]);
    assert_eq!(meetings.part::<Probe>(probe).unwrap().answer.unwrap().as_str(), "Of the second");
}

#[test]
fn a_deleted_meeting_comes_back_from_the_trash_with_all_that_was_said() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let meeting = plan(&mut session, &mut clock, id);
    change(&mut session, &mut clock, "Note", |workspace, moment| {
        let text = note("Said")?;
        workspace.partner_mut(id)?.meetings.add(&MeetingNote { meeting, text, private: false }, moment)
    })
    .unwrap();
    change(&mut session, &mut clock, "Delete", |workspace, _| workspace.partner_mut(id)?.remove(meeting))
        .unwrap();
    let listed = trashed(session.vault());
    let told: Vec<_> = listed.iter().map(|one| (one.what, one.words.as_str())).collect();
    assert_eq!(told, [("Meeting", "First meeting · 21 Sep 2026")]);
    // Another tab, which never knew the meeting, reads what belongs to it once it is back.
    let mut other = tab(&area, 2);
    assert_eq!(other.workspace().partner(id).unwrap().meetings.all, Collection::new());
    let picked: Vec<_> = listed.into_iter().map(|one| (one.document, one.path)).collect();
    other.restore("Bring back", &picked, clock.next()).unwrap();
    assert_eq!(other.workspace().partner(id).unwrap().meetings.of::<MeetingNote>(meeting).len(), 1);
}

#[test]
fn a_part_that_nobody_can_read_is_left_out_and_kept() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let meeting = plan(&mut session, &mut clock, id);
    let odd = Id::from_bits(5);
    let mut partner = session.workspace().partner(id).unwrap().as_ref().clone();
    let sealed = bridgekeeper::domain::sealed::Sealed::of(
        &serde_json::json!({ "meeting": meeting.to_string(), "words": 3 }),
    );
    partner.meetings.probes.insert(odd, sealed.unwrap());
    assert!(partner.meetings.of::<Probe>(meeting).is_empty());
    assert_eq!(partner.meetings.part::<Probe>(odd), None);
    assert_eq!(partner.meetings.probes.len(), 1);
}
