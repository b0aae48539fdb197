//! The agenda: what a day asks for, and what it leaves alone.

use std::sync::Arc;

use bridgekeeper::domain::agenda::{Agenda, Asked, Decision, ItemDue, PlaybookDue, Task};
use bridgekeeper::domain::checklist::{Difference, Differs, MarkState, NewRun, Recurrence, RunId};
use bridgekeeper::domain::fact::{Deferral, Fact, Signal};
use bridgekeeper::domain::health::{Board, HealthModel};
use bridgekeeper::domain::meeting::{BriefPart, Meeting, PrepPart};
use bridgekeeper::domain::{Date, Id, Moment, Refusal, Side, Stage, Tier, Workspace};

use super::given::at;
use crate::checklist::given as checklist;
use crate::ending::given as ending;
use crate::health::given::{HERE, Story, ago, day, done, dropped, line, open, today};
use crate::meeting::given::{MEETING, held, meeting};

/// The agenda of a workspace with this one partner.
fn agenda_on(story: &Story, on: Date) -> Agenda {
    agenda_of(&workspace(story), on)
}

fn agenda_of(workspace: &Workspace, on: Date) -> Agenda {
    let mut board = Board::default();
    board.refresh(workspace, on);
    Agenda::of(workspace, &board, on)
}

fn agenda(story: &Story) -> Agenda {
    agenda_on(story, today())
}

fn workspace(story: &Story) -> Workspace {
    let mut workspace = Workspace::default();
    workspace.partners.insert(HERE, Arc::new(story.partner.clone()));
    workspace
}

/// Active for two years, of tier 2, spoken to yesterday, with a win last month: nothing to do.
fn calm() -> Story {
    let story = Story::active(730).tier(ago(729), Tier::Two).touch(ago(1));
    [30, 120, 210, 300, 400, 500, 600, 700].into_iter().fold(story, |story, days| story.win(ago(days)))
}

#[test]
fn a_calm_partner_asks_for_nothing() {
    let agenda = agenda(&calm());
    assert_eq!(agenda.count(), 0, "{agenda:?}");
}

#[test]
fn a_promise_is_due_on_its_day_and_late_from_the_next() {
    let story = calm().promise(Side::Ours, open(0));
    let due = agenda(&story);
    assert_eq!((due.due.len(), due.late.len()), (1, 0));
    assert_eq!(agenda_on(&story, ago(1)).count(), 0, "not before its day");
    let late = agenda_on(&story, ago(-1));
    assert_eq!((late.due.len(), late.late.len()), (0, 1));
    assert_eq!(late.late_by_side(), [1, 0, 0]);
}

/// A partner with a playbook counted from a week ago, whose item `a` is due on that day and `b` three weeks later.
fn with_playbook() -> (Workspace, RunId) {
    let mut template = checklist::template();
    checklist::item_mut(&mut template, "a").due = Some(0);
    checklist::item_mut(&mut template, "b").due = Some(21);
    let mut workspace = workspace(&calm());
    let mut bits = || 77;
    let mut moment = Moment::new(ago(7), &mut bits);
    let runs = workspace.runs_mut(Some(HERE)).unwrap();
    let new = NewRun { anchor: ago(7), ..checklist::new_run("2026-01-01") };
    let id = runs.start(new, &template, &mut moment);
    (workspace, id)
}

/// The item that is due; none when it is a round.
fn item(due: &ItemDue) -> &str {
    match &due.what {
        PlaybookDue::Item(item) => item,
        PlaybookDue::Round(_) => "",
    }
}

#[test]
fn a_playbook_that_comes_round_is_on_the_agenda_until_it_is_begun_or_left_out() {
    let mut template = checklist::template();
    template.recurs = Some(Recurrence::Monthly);
    let mut workspace = workspace(&calm());
    let runs = workspace.runs_mut(Some(HERE)).unwrap();
    let began = ago(40).to_string();
    let id = at(&began, |moment| runs.start(checklist::new_run(&began), &template, moment));
    let anchor = Recurrence::Monthly.next(ago(40));
    let round = ItemDue { home: Some(HERE), run: id, what: PlaybookDue::Round(anchor), due: anchor };
    assert_eq!(agenda_of(&workspace, today()).count(), 0, "it is still at work");
    for item in ["a", "b", "c", "d", "e"] {
        let done = MarkState::Done { on: ago(39), by: None, evidence: None };
        workspace.runs_mut(Some(HERE)).unwrap().set_state(id, item, done, today()).unwrap();
    }
    assert_eq!(agenda_of(&workspace, anchor.plus_days(-1)).items, []);
    let due = agenda_of(&workspace, today());
    assert_eq!((due.items.as_slice(), due.count()), ([round].as_slice(), 1));

    let mut resting = workspace.clone();
    let partner = resting.partner_mut(HERE).unwrap();
    let day = today().to_string();
    at(&day, |moment| partner.move_stage(Stage::Paused, today(), None, moment)).unwrap();
    assert_eq!(agenda_of(&resting, today()).items, [], "nothing comes round while it rests");

    let mut left_out = workspace.clone();
    left_out.runs_mut(Some(HERE)).unwrap().pass_over(id, anchor).unwrap();
    assert_eq!(agenda_of(&left_out, today()).items, []);
    let runs = workspace.runs_mut(Some(HERE)).unwrap();
    at(&day, |moment| runs.start_next(id, anchor, moment)).unwrap();
    assert_eq!(agenda_of(&workspace, today()).items, []);
}

#[test]
fn an_item_of_a_playbook_is_on_the_agenda_from_its_day_until_it_is_closed() {
    let (mut workspace, run) = with_playbook();
    assert_eq!(agenda_of(&workspace, ago(8)).items, [], "not before its day");
    let due = agenda_of(&workspace, today());
    let told: Vec<_> = due.items.iter().map(|one| (one.home, item(one), one.due)).collect();
    assert_eq!((told, due.count()), (vec![(Some(HERE), "a", ago(7))], 1));
    let later = agenda_of(&workspace, today().plus_days(14)).items;
    assert_eq!(later.iter().map(item).collect::<Vec<_>>(), ["a", "b"], "the latest first");
    let runs = workspace.runs_mut(Some(HERE)).unwrap();
    let waits = MarkState::Blocked { by: line("Their list") };
    runs.set_state(run, "a", waits, today()).unwrap();
    assert_eq!(agenda_of(&workspace, today()).items.len(), 1, "waiting is not done");
    let done = MarkState::Done { on: today(), by: None, evidence: None };
    workspace.runs_mut(Some(HERE)).unwrap().set_state(run, "a", done, today()).unwrap();
    assert_eq!(agenda_of(&workspace, today()).count(), 0);
}

#[test]
fn a_finished_playbook_and_an_item_that_does_not_apply_ask_for_nothing() {
    let (mut workspace, run) = with_playbook();
    let runs = workspace.runs_mut(Some(HERE)).unwrap();
    for item in ["a", "b", "c", "d", "e"] {
        let not = MarkState::NotApplicable { on: today(), by: None, reason: line("No") };
        runs.set_state(run, item, not, today()).unwrap();
    }
    assert_eq!(agenda_of(&workspace, today()).count(), 0);
    let (mut workspace, run) = with_playbook();
    let home = Some(HERE);
    let runs = workspace.runs_mut(home).unwrap();
    runs.answer(run, "why", Some("x")).unwrap();
    let mut now = checklist::only_if("a", checklist::answered("y"));
    checklist::item_mut(&mut now, "a").due = Some(0);
    let reworded = Difference { item: "a".to_owned(), differs: Differs::Reworded };
    runs.take_over(run, &now, &reworded).unwrap();
    assert_eq!(agenda_of(&workspace, today()).count(), 0, "hidden");
}

#[test]
fn playbooks_of_our_own_are_on_the_agenda_too() {
    let (mut workspace, _) = with_playbook();
    workspace.playbooks = workspace.partner(HERE).unwrap().playbooks.clone();
    let homes: Vec<_> = agenda_of(&workspace, today()).items.iter().map(|one| one.home).collect();
    assert_eq!(homes, [None, Some(HERE)]);
}

#[test]
fn what_is_kept_or_dropped_asks_for_nothing() {
    let story = calm().promise(Side::Theirs, done(9, 3)).promise(Side::Ours, dropped(open(9), 2));
    assert_eq!(agenda(&story).count(), 0);
}

#[test]
fn the_longest_late_comes_first_and_a_milestone_belongs_to_both() {
    let story = calm().promise(Side::Theirs, open(4)).milestone(open(11)).promise(Side::Ours, open(7));
    let late = agenda(&story);
    let dues: Vec<_> = late.late.iter().map(|one| one.due).collect();
    assert_eq!(dues, [ago(11), ago(7), ago(4)]);
    assert!(matches!(late.late.first().unwrap().task, Task::Milestone(_)));
    assert_eq!(late.late_by_side(), [1, 1, 1]);
}

#[test]
fn promises_of_a_prospect_and_of_one_being_ended_count_too() {
    for stage in [Stage::Prospect, Stage::Paused, Stage::Ending, Stage::Alumni] {
        let story = calm().promise(Side::Ours, open(3)).stage(ago(2), stage);
        let agenda = agenda(&story);
        assert_eq!(agenda.late.len(), 1, "{stage:?}");
        assert_eq!(agenda.count(), 1, "{stage:?}");
    }
}

#[test]
fn silence_counts_from_the_day_after_the_cadence() {
    let story = Story::active(400).tier(ago(399), Tier::Two).win(ago(20)).win(ago(120)).touch(ago(60));
    assert_eq!(agenda(&story).quiet, [], "on the day itself the cadence is kept");
    let late = agenda_on(&story, ago(-1));
    let quiet = late.quiet.first().unwrap();
    assert_eq!((quiet.days_over, quiet.cadence_days, quiet.last), (1, 60, Some(ago(60))));
}

#[test]
fn silence_follows_the_cadence_of_the_model_in_force() {
    let story = Story::active(400).tier(ago(399), Tier::Two).win(ago(20)).win(ago(120)).touch(ago(60));
    let mut workspace = workspace(&story);
    let mut edition = HealthModel::DEFAULT.edition(today());
    edition.cadences = vec![10, 20, 30, 40];
    let mut bits = || 99;
    workspace.edit_health_model(edition, &mut Moment::new(today(), &mut bits)).unwrap();
    assert_eq!(agenda_of(&workspace, today()).quiet.first().unwrap().days_over, 40);
}

#[test]
fn who_was_never_spoken_to_is_quiet_since_it_is_known() {
    let story = Story::active(31).tier(ago(31), Tier::One);
    let agenda = agenda(&story);
    let quiet = agenda.quiet.first().unwrap();
    assert_eq!((quiet.days_over, quiet.last), (1, None));
}

#[test]
fn nobody_is_asked_to_keep_a_paused_or_past_partner_warm() {
    for stage in [Stage::Prospect, Stage::Paused, Stage::Ending, Stage::Alumni] {
        let story = Story::active(400).touch(ago(300)).win(ago(30)).stage(ago(2), stage);
        assert_eq!(agenda(&story).quiet, [], "{stage:?}");
    }
}

/// No result for two complete quarters: 1 April to 30 September.
fn zombie() -> Story {
    Story::active(700).win(day("2026-03-20")).touch(ago(300))
}

#[test]
fn a_zombie_is_owed_a_decision_and_not_small_talk() {
    let agenda = agenda(&zombie());
    let decision = agenda.decisions.first().unwrap();
    assert_eq!((decision.partner, decision.fires_on), (HERE, day("2026-10-01")));
    assert_eq!((agenda.quiet.len(), agenda.ahead.len()), (0, 0));
}

#[test]
fn a_decision_that_was_put_off_waits_until_its_day() {
    let (on, until) = (day("2026-10-20"), day("2026-11-19"));
    let story = zombie().fact(Fact::Deferral(Deferral { on, until, reason: line("A lead starts") }));
    for (at, owed) in [("2026-10-19", 1), ("2026-10-20", 0), ("2026-11-18", 0), ("2026-11-19", 1)] {
        assert_eq!(agenda_on(&story, day(at)).decisions.len(), owed, "{at}");
    }
}

#[test]
fn an_empty_quarter_is_to_be_recorded_until_the_rule_fires() {
    let story = Story::active(700).win(day("2026-05-20")).touch(ago(1));
    for (at, quarters, decisions) in
        [("2026-09-30", 0, 0), ("2026-10-01", 1, 0), ("2026-12-31", 1, 0), ("2027-01-01", 0, 1)]
    {
        let agenda = agenda_on(&story, day(at));
        assert_eq!((agenda.quarters.len(), agenda.decisions.len()), (quarters, decisions), "{at}");
    }
}

#[test]
fn what_the_calendar_will_do_is_told_ninety_days_ahead() {
    let story = Story::active(700).win(day("2026-05-20")).touch(ago(1));
    let ahead = agenda(&story).ahead;
    assert_eq!(
        ahead.iter().map(|one| (one.on, one.is_zombie)).collect::<Vec<_>>(),
        [(day("2027-01-01"), true)]
    );
    let early = agenda_on(&story, day("2026-08-01")).ahead;
    assert_eq!(
        early.iter().map(|one| (one.on, one.is_zombie)).collect::<Vec<_>>(),
        [(day("2026-10-01"), false)]
    );
}

#[test]
fn a_signal_is_shown_in_its_last_two_weeks_unless_it_was_answered() {
    let signal = |answered_on| {
        Fact::Signal(Signal {
            on: ago(20),
            what: line("They hired a head of partnerships"),
            expires_on: ago(-14),
            answered_on,
        })
    };
    let story = calm().stage(ago(40), Stage::Prospect).fact(signal(None));
    assert_eq!(agenda_on(&story, ago(1)).signals.len(), 0, "15 days are left");
    assert_eq!(agenda(&story).signals.len(), 1);
    assert_eq!(agenda_on(&story, ago(-13)).signals.len(), 1, "its last day");
    assert_eq!(agenda_on(&story, ago(-14)).signals.len(), 0, "over");
    let answered = calm().stage(ago(40), Stage::Prospect).fact(signal(Some(ago(2))));
    assert_eq!(agenda(&answered).signals.len(), 0);
}

#[test]
fn what_endings_ask_for_is_on_the_agenda_and_counted_the_latest_first() {
    use bridgekeeper::domain::ending::Wanted;
    let (mut partner, number) = ending::talked();
    let cause = ending::with_cause(&mut partner, number, "Training");
    ending::act(&mut partner, number, cause, "2026-06-20").unwrap();
    let mut workspace = Workspace::default();
    workspace.partners.insert(HERE, Arc::new(partner));
    let on = |text: &str| {
        let agenda = agenda_of(&workspace, day(text));
        let asked: Vec<_> = agenda.endings.iter().map(|one| (one.partner, one.wanted)).collect();
        assert_eq!(agenda.count(), agenda.items.len() + asked.len());
        asked
    };
    assert_eq!(on("2026-06-19"), []);
    assert_eq!(on("2026-06-20"), [(HERE, Wanted::Action)]);
    assert_eq!(on("2026-06-29"), [(HERE, Wanted::Action), (HERE, Wanted::Note)]);
}

#[test]
fn an_empty_workspace_has_an_empty_agenda() {
    let agenda = agenda_of(&Workspace::default(), today());
    assert_eq!(agenda, Agenda::default());
}

/// The agenda of a day after everything on it was put off until another.
fn put_off(story: &Story, until: Date) -> Workspace {
    let mut workspace = workspace(story);
    let rows: Vec<_> = all_rows(&agenda_of(&workspace, today())).iter().map(Asked::id).collect();
    let mut bits = || 1;
    for row in rows {
        workspace.put_off(row, until, &mut Moment::new(today(), &mut bits)).unwrap();
    }
    workspace
}

fn all_rows(agenda: &Agenda) -> Vec<Asked> {
    let tasks = agenda.late.iter().chain(&agenda.due).map(|one| Asked::Task(*one));
    let items = agenda.items.iter().map(|one| Asked::Item(one.clone()));
    let touches = agenda.quiet.iter().map(|one| Asked::Touch(*one));
    let results = agenda.quarters.iter().map(|one| Asked::Result(*one));
    let answers = agenda.signals.iter().map(|one| Asked::Answer(*one));
    let recaps = agenda.recaps.iter().map(|one| Asked::Recap(*one));
    tasks.chain(items).chain(touches).chain(results).chain(answers).chain(recaps).collect()
}

/// Something of every kind that can be put off.
fn busy() -> Story {
    let signal = Signal {
        on: ago(9),
        what: line("They hire an alliances lead"),
        expires_on: ago(-3),
        answered_on: None,
    };
    let story = Story::active(730).tier(ago(729), Tier::Two).touch(ago(90)).win(ago(170));
    story.promise(Side::Ours, open(0)).promise(Side::Theirs, open(5)).fact(Fact::Signal(signal))
}

#[test]
fn what_is_put_off_is_back_on_its_day_and_counts_no_earlier() {
    let story = busy();
    let before = agenda(&story);
    assert!(before.count() >= 4, "{before:?}");
    let workspace = put_off(&story, today().plus_days(3));
    let on = |days| agenda_of(&workspace, today().plus_days(days));
    assert_eq!((on(0).count(), on(0).waiting.len()), (0, before.count()));
    assert_eq!(on(2).count(), 0);
    assert_eq!(on(3).waiting, []);
    assert!(on(3).count() > 0);
    assert_eq!(on(-1).waiting, [], "the day before nobody had put it off");
}

#[test]
fn putting_off_changes_nothing_but_the_agenda() {
    let (story, later) = (busy(), today().plus_days(3));
    let workspace = put_off(&story, later);
    let mut board = Board::default();
    board.refresh(&workspace, today());
    assert_eq!(board.health(HERE).map(|health| health.score), Some(story.now().score));
}

#[test]
fn a_row_waits_for_a_day_in_the_next_90_and_can_be_brought_back() {
    let story = calm().promise(Side::Ours, open(2));
    let mut workspace = workspace(&story);
    let row = all_rows(&agenda(&story)).first().map(Asked::id).unwrap();
    let mut bits = || 1;
    let mut moment = Moment::new(today(), &mut bits);
    let refused = |refusal: Refusal| refusal.to_string();
    let tomorrow = today().plus_days(1);
    assert_eq!(
        workspace.put_off(row, today(), &mut moment).map_err(refused),
        Err(format!("This must not be before {tomorrow}, tomorrow"))
    );
    assert!(workspace.put_off(row, today().plus_days(91), &mut moment).is_err());
    workspace.put_off(row, today().plus_days(90), &mut moment).unwrap();
    assert_eq!(agenda_of(&workspace, today()).count(), 0);
    workspace.bring_back(row, &mut moment);
    assert_eq!(agenda_of(&workspace, today()).count(), 1);
}

#[test]
fn a_quarter_put_off_does_not_silence_the_next() {
    let quarter = |fires_on| Asked::Result(Decision { partner: HERE, fires_on }).id();
    assert_ne!(quarter(day("2026-10-01")), quarter(day("2027-01-01")));
}

/// A workspace with this meeting and nothing else that asks for something.
fn with_meeting(meeting: Meeting) -> Workspace {
    let mut workspace = workspace(&calm());
    workspace.partner_mut(HERE).unwrap().meetings.all.insert(MEETING, meeting);
    workspace
}

#[test]
fn a_meeting_is_on_the_agenda_on_its_day_with_what_its_preparation_misses() {
    let mut workspace = with_meeting(meeting(today()));
    let agenda = agenda_of(&workspace, today());
    let [one] = <[_; 1]>::try_from(agenda.meetings.clone()).unwrap();
    assert_eq!((one.partner, one.meeting, one.on, agenda.count()), (HERE, MEETING, today(), 1));
    assert_eq!(one.missing, PrepPart::ALL);
    assert_eq!(agenda_of(&workspace, ago(1)).count(), 0, "not before its day");
    let meetings = &mut workspace.partner_mut(HERE).unwrap().meetings;
    meetings.write_brief(MEETING, BriefPart::Framing, "Simplify").unwrap();
    assert_eq!(agenda_of(&workspace, today()).meetings[0].missing.len(), 5);
}

#[test]
fn a_meeting_of_an_earlier_day_waits_until_somebody_says_what_became_of_it() {
    let past = with_meeting(meeting(ago(4)));
    let rows = agenda_of(&past, today()).meetings;
    assert_eq!((rows.len(), rows[0].on, rows[0].missing.len()), (1, ago(4), 0));
    let cancelled = with_meeting(Meeting { cancelled_on: Some(ago(4)), ..meeting(ago(4)) });
    assert_eq!(agenda_of(&cancelled, today()).count(), 0);
}

#[test]
fn the_meetings_of_a_day_come_by_the_clock_and_after_those_left_open() {
    let mut workspace = with_meeting(Meeting { at: Some("16:00".parse().unwrap()), ..meeting(today()) });
    let all = &mut workspace.partner_mut(HERE).unwrap().meetings.all;
    all.insert(Id::from_bits(71), Meeting { at: Some("09:00".parse().unwrap()), ..meeting(today()) });
    all.insert(Id::from_bits(72), meeting(ago(1)));
    let order: Vec<u128> =
        agenda_of(&workspace, today()).meetings.iter().map(|one| one.meeting.bits()).collect();
    assert_eq!(order, [72, 71, 70]);
}

#[test]
fn a_recap_is_due_on_the_next_working_day_and_stays_until_it_is_sent() {
    // 20 November 2026 is a Friday.
    let friday = day("2026-11-20");
    let workspace = with_meeting(held(friday));
    for (on, rows) in
        [("2026-11-20", 0), ("2026-11-21", 0), ("2026-11-22", 0), ("2026-11-23", 1), ("2026-11-30", 1)]
    {
        let agenda = agenda_of(&workspace, day(on));
        assert_eq!((agenda.recaps.len(), agenda.meetings.len(), agenda.count()), (rows, 0, rows), "{on}");
        assert!(agenda.recaps.iter().all(|one| one.due == day("2026-11-23")), "{on}");
    }
    let sent = with_meeting(Meeting { sent_on: Some(day("2026-11-24")), ..held(friday) });
    assert_eq!(agenda_of(&sent, day("2026-11-23")).recaps.len(), 1, "that day it was still to be sent");
    assert_eq!(agenda_of(&sent, day("2026-11-24")).count(), 0);
    let without = with_meeting(Meeting { no_recap: true, ..held(friday) });
    assert_eq!(agenda_of(&without, day("2026-11-30")).count(), 0);
}

#[test]
fn meetings_count_in_every_stage() {
    for stage in [Stage::Prospect, Stage::Paused, Stage::Ending, Stage::Alumni] {
        let mut workspace = workspace(&calm().stage(ago(2), stage));
        workspace.partner_mut(HERE).unwrap().meetings.all.insert(MEETING, meeting(today()));
        assert_eq!(agenda_of(&workspace, today()).meetings.len(), 1, "{stage:?}");
    }
}

#[test]
fn a_recap_can_wait_until_a_day() {
    let mut workspace = with_meeting(held(ago(5)));
    let rows = all_rows(&agenda_of(&workspace, today()));
    let [row] = <[Asked; 1]>::try_from(rows).unwrap();
    let mut bits = || 1;
    workspace.put_off(row.id(), today().plus_days(2), &mut Moment::new(today(), &mut bits)).unwrap();
    let waits = agenda_of(&workspace, today());
    assert_eq!((waits.count(), waits.waiting.len()), (0, 1));
    assert_eq!(agenda_of(&workspace, today().plus_days(2)).recaps.len(), 1);
}
