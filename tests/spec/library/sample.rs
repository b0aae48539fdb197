//! The sample: twelve invented partners that show every situation on any day, and go as they came.

use std::sync::Arc;

use bridgekeeper::domain::checklist::{MarkState, Traits};
use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::fact::AdjustedBand;
use bridgekeeper::domain::health::{self, Badge, Case, Health, Rules};
use bridgekeeper::domain::meeting::{PrepPart, Recap, Standing, prep};
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Contact, Date, Direction, FiscalStart, Milestone, Moment, Partner, PartnerId, PartnerKind, Promise,
    PromiseState, Quarter, Refusal, Settings, Side, Stage, Tier, Workspace, people,
};
use bridgekeeper::library::sample;
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::{MemoryArea, Persistence, TabSuffix, Vault};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at<T>(today: Date, act: impl FnOnce(&mut Moment<'_>) -> T) -> T {
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    act(&mut Moment::new(today, &mut next_bits))
}

/// A workspace with nothing but the sample, and the day it was filled on.
struct Sample {
    workspace: Workspace,
    today: Date,
}

impl Sample {
    fn on(today: Date, fiscal_start: u8) -> Self {
        let mut workspace = Workspace::default();
        let fiscal_start = FiscalStart::new(fiscal_start).unwrap();
        workspace.change_settings(Settings { fiscal_start, ..Settings::default() });
        at(today, |moment| sample::fill(&mut workspace, moment))
            .unwrap_or_else(|refusal| panic!("{today}: {refusal}"));
        Self { workspace, today }
    }

    fn partner(&self, name: &str) -> (PartnerId, &Arc<Partner>) {
        let found = self.workspace.partners.iter().find(|(_, one)| one.profile.name.as_str() == name);
        let (id, partner) = found.unwrap_or_else(|| panic!("{name} is not in the sample"));
        (*id, partner)
    }

    fn stage(&self, name: &str) -> Stage {
        self.partner(name).1.stage_on(self.today)
    }

    /// Results of a partner in the quarter that many quarters back; 0 is the one of today.
    fn results_in(&self, name: &str, quarters_back: usize) -> usize {
        let this = Quarter::of(self.today, self.workspace.settings.fiscal_start);
        let quarter = (0..quarters_back).fold(this, |quarter, _| quarter.previous());
        let results = self.partner(name).1.traction.values();
        results.filter(|event| event.on <= self.today && quarter.contains(event.on)).count()
    }

    /// Days since the last result, and the longest time without one before it.
    fn silences(&self, name: &str) -> (i64, i64) {
        let mut days: Vec<Date> = self.partner(name).1.traction.values().map(|event| event.on).collect();
        days.sort();
        let last = days.last().map_or(i64::MAX, |last| last.days_until(self.today));
        (last, days.windows(2).map(|pair| pair[0].days_until(pair[1])).max().unwrap_or(0))
    }

    /// How a partner does, by the rules.
    fn health(&self, name: &str) -> Health {
        let (id, partner) = self.partner(name);
        let (model, _) = self.workspace.health_model();
        let people = health::people::at(&self.workspace.contacts, id);
        let fiscal = self.workspace.settings.fiscal_start;
        let case = Case { id, partner, people: &people, model: &model, fiscal };
        case.health(self.today).unwrap_or_else(|| panic!("{name} is not scored"))
    }

    fn contact(&self, name: &str) -> &Contact {
        let found = self.workspace.contacts.values().find(|one| one.person.name.as_str() == name);
        found.unwrap_or_else(|| panic!("{name} is not in the sample"))
    }

    fn champions(&self, name: &str, on: Date) -> usize {
        let (id, _) = self.partner(name);
        let contacts = self.workspace.contacts.values();
        contacts.filter(|contact| contact.roles_at(id, on).contains(&Role::Champion)).count()
    }

    fn promises(&self, name: &str) -> impl Iterator<Item = (Side, &Promise)> {
        self.partner(name).1.commitments.values().map(|one| (one.side, &one.dates))
    }
}

/// Days that tempt a calendar, and every tenth of three years.
fn many_days() -> Vec<Date> {
    let mut days: Vec<Date> =
        ["2024-02-29", "2025-01-01", "2025-12-31", "2026-03-31", "2026-04-01", "2028-02-29", "2100-03-01"]
            .map(day)
            .to_vec();
    days.extend((0..110).map(|tens| day("2025-11-01").plus_days(tens * 10)));
    days
}

#[test]
fn there_are_twelve_partners_and_each_is_marked() {
    let sample = Sample::on(day("2026-06-15"), 1);
    assert_eq!(sample.workspace.partners.len(), 12);
    assert!(sample.workspace.partners.values().all(|partner| partner.is_sample));
    assert!(sample.workspace.contacts.values().all(|contact| contact.is_sample));
    assert!(sample.workspace.contacts.len() >= 20);
    assert_eq!(sample.workspace.shared_domains(), []);
}

#[test]
fn every_situation_of_the_rules_is_there_on_any_day() {
    for (place, today) in many_days().into_iter().enumerate() {
        let sample = Sample::on(today, u8::try_from(place % 12).unwrap() + 1);
        let check = |is: bool, what: &str| assert!(is, "on {today}: {what}");
        let known_since = |name| sample.partner(name).1.profile.known_since();

        check(sample.stage("Pellworm Systems") == Stage::Active, "the zombie is Active");
        check((0..=2).all(|back| sample.results_in("Pellworm Systems", back) == 0), "a zombie");
        check(known_since("Pellworm Systems").days_until(today) > 300, "known for long enough to be one");
        check(
            sample
                .partner("Pellworm Systems")
                .1
                .last_two_way(today)
                .is_some_and(|on| on.days_until(today) < 30),
            "and still talked to",
        );

        check(sample.results_in("Castellan Advisory", 2) > 0, "a watch: not yet two empty quarters");
        check(
            (0..=1).all(|back| sample.results_in("Castellan Advisory", back) == 0),
            "a watch: one is empty",
        );

        let (since, silence) = sample.silences("Kestrel & Vane");
        check(since < 30 && silence > 366, "revived: a result after more than two empty quarters");

        for name in ["Northquay", "Sarnhelm Facilities", "Brightloom", "Quillstone"] {
            check(sample.stage(name) == Stage::Active, "worked with");
            check(sample.silences(name).1 < 90 && sample.silences(name).0 < 90, "no quarter is empty");
        }

        let unfair = sample.partner("Quillstone").1.balance(today);
        check(unfair.given > 10 && unfair.got * 5 < unfair.given, "a give and get imbalance");
        let fair = sample.partner("Sarnhelm Facilities").1.balance(today);
        check(fair.given == fair.got && fair.got > 0, "a fair balance");

        check(sample.champions("Brightloom", today) == 0, "nobody is a champion now");
        check(sample.champions("Brightloom", today.plus_days(-60)) == 1, "somebody was");
        check(sample.champions("Northquay", today) == 1, "a champion elsewhere");

        check(sample.stage("Juniper Row") == Stage::Paused, "a paused one");
        check(sample.stage("Rookhope") == Stage::Ending, "one that is ending");
        check(sample.stage("Beacon Hythe") == Stage::Alumni, "alumni");
        check(sample.stage("Halden & Roe") == Stage::Prospect, "a prospect");

        let (young, partner) = sample.partner("Ovington Data");
        check(sample.stage("Ovington Data") == Stage::Onboarding, "one that is onboarding");
        let counts =
            (partner.touchpoints.len(), partner.traction.len(), partner.ledger.len(), partner.pulses.len());
        check(counts == (2, 0, 0, 0), "and of which little is known");
        check(
            !sample.workspace.contacts.values().any(|contact| contact.works_at(young, today)),
            "not even a name",
        );
    }
}

#[test]
fn the_rules_find_each_situation_on_any_day() {
    for (place, today) in many_days().into_iter().enumerate() {
        let sample = Sample::on(today, u8::try_from(place % 12).unwrap() + 1);
        let badges = [
            ("Northquay", Badge::Watch),
            ("Sarnhelm Facilities", Badge::Healthy),
            ("Brightloom", Badge::AtRisk),
            ("Quillstone", Badge::Critical),
            ("Castellan Advisory", Badge::ZombieWatch),
            ("Pellworm Systems", Badge::Zombie),
            ("Kestrel & Vane", Badge::AtRisk),
            ("Ovington Data", Badge::NotEnoughData),
        ];
        for (name, badge) in badges {
            let health = sample.health(name);
            assert_eq!(health.badge(), badge, "{name} on {today}: {:?}", health.score);
        }
        let rules = |name| sample.health(name).rules;
        assert!(rules("Brightloom").champion_left.is_some());
        assert!(rules("Quillstone").breach.is_some());
        assert!(rules("Castellan Advisory").escalation.is_some());
        assert!(rules("Pellworm Systems").deferral.is_some());
        assert!(rules("Kestrel & Vane").revived_on.is_some());
        assert_eq!(rules("Kestrel & Vane").adjustment.map(|(_, band)| band), Some(AdjustedBand::Watch));
        assert_eq!(
            rules("Sarnhelm Facilities"),
            Rules { zombie: rules("Sarnhelm Facilities").zombie, ..Rules::default() }
        );
    }
}

#[test]
fn every_kind_of_short_fact_is_there() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let facts = || sample.workspace.partners.values().flat_map(|partner| partner.facts.values());
    assert_eq!(facts().count(), 40, "none was left out");
    let kinds: std::collections::BTreeSet<String> =
        facts().map(|fact| format!("{fact:?}").split('(').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(kinds.len(), 9, "{kinds:?}");
}

#[test]
fn a_playbook_is_at_work_with_one_item_late_and_one_that_waits() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let (_, partner) = sample.partner("Ovington Data");
    let traits = Some(Traits::of(partner, sample.today));
    let sheets: Vec<_> = partner.playbooks.sheets(traits).collect();
    let [sheet] = sheets.as_slice() else { panic!("{} playbooks", sheets.len()) };
    let progress = sheet.progress(sample.today);
    assert_eq!((progress.done, progress.of, progress.late, progress.not_applicable), (7, 9, 1, 1));
    let waits = sheet.standings().filter(|one| matches!(one.state(), MarkState::Blocked { .. }));
    assert_eq!(waits.map(|one| one.item.id.as_str()).collect::<Vec<_>>(), ["access"]);
    assert!(sheet.run.started_on < sample.today);
}

#[test]
fn promises_of_both_sides_are_late_moved_kept_and_dropped() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let today = sample.today;
    for side in [Side::Ours, Side::Theirs] {
        let of_side =
            || sample.promises("Northquay").filter(move |(of, _)| *of == side).map(|(_, dates)| dates);
        assert!(of_side().any(|dates| dates.is_overdue(today)), "{side:?}: overdue");
        assert!(
            of_side().any(|dates| dates.open_due(today).is_some_and(|due| due > today)),
            "{side:?}: to come"
        );
        let done = |is_late: bool| {
            of_side().any(|dates| matches!(dates.state_on(today), PromiseState::Done { on, due } if (on > due) == is_late))
        };
        assert!(done(false) && done(true), "{side:?}: in time and late");
    }
    let moved = |name| sample.promises(name).map(|(_, dates)| dates.times_moved_by(today)).max();
    assert_eq!([moved("Northquay"), moved("Brightloom"), moved("Quillstone")], [Some(2); 3]);
    assert!(
        sample
            .promises("Northquay")
            .any(|(_, dates)| matches!(dates.state_on(today), PromiseState::Dropped { .. }))
    );
}

#[test]
fn milestones_are_reached_in_time_and_late_missed_and_dropped() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let today = sample.today;
    let all: Vec<&Milestone> =
        sample.workspace.partners.values().flat_map(|partner| partner.milestones.values()).collect();
    let any = |is: &dyn Fn(PromiseState) -> bool| all.iter().any(|one| is(one.dates.state_on(today)));
    assert!(any(&|state| matches!(state, PromiseState::Done { on, due } if on <= due)));
    assert!(any(&|state| matches!(state, PromiseState::Done { on, due } if on > due)));
    assert!(any(&|state| matches!(state, PromiseState::Dropped { .. })));
    assert!(all.iter().any(|one| one.dates.is_overdue(today)));
}

#[test]
fn both_sides_rate_and_both_sides_give() {
    let sample = Sample::on(day("2026-06-15"), 1);
    for name in ["Northquay", "Sarnhelm Facilities", "Quillstone"] {
        let (_, partner) = sample.partner(name);
        let last_ninety = |on: Date| on.days_until(sample.today) < 90;
        for by in [RatedBy::Us, RatedBy::Them] {
            let is_rated = partner.pulses.values().any(|pulse| pulse.by == by && last_ninety(pulse.on));
            assert!(is_rated, "{name} by {by:?}");
        }
        for direction in Direction::ALL {
            assert!(partner.ledger.values().any(|entry| entry.direction == direction), "{name}");
        }
    }
}

#[test]
fn the_champion_who_left_is_found_where_they_went() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let (halden, _) = sample.partner("Halden & Roe");
    let ilse = sample.contact("Ilse Vandermeer");
    assert_eq!(ilse.employers_on(sample.today), [halden]);
    assert_eq!(ilse.employments.len(), 2);
    assert!(sample.contact("Ruth Calloway").person.nurture);
    assert!(ilse.research.said.is_some());
    let standings = people::overdue_first(&sample.workspace, sample.today);
    assert!(standings.first().is_some_and(|one| one.days_over(sample.today).is_some()));
    assert!(standings.iter().any(|one| one.days_over(sample.today).is_none()));
}

#[test]
fn whoever_took_part_worked_there_on_the_day() {
    let sample = Sample::on(day("2026-06-15"), 1);
    for (id, partner) in &sample.workspace.partners {
        for touch in partner.touchpoints.values() {
            let name = &partner.profile.name;
            assert!(!touch.with.is_empty() || name.as_str() == "Ovington Data", "{name} on {}", touch.on);
            for who in &touch.with {
                let contact = sample.workspace.contacts.get(who).unwrap();
                assert!(contact.works_at(*id, touch.on), "{} at {name} on {}", contact.person.name, touch.on);
            }
        }
    }
}

#[test]
fn the_records_reach_back_two_years_and_name_no_day_to_come_but_what_is_due() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let first =
        sample.workspace.partners.values().flat_map(|partner| partner.timeline()).map(|item| item.on).min();
    let days = first.unwrap().days_until(sample.today);
    assert!((700..=740).contains(&days), "{days}");
    let all = || sample.workspace.partners.values().flat_map(|partner| partner.timeline());
    assert!(all().all(|item| item.on <= sample.today));
    assert!(all().count() > 300, "{}", all().count());
}

#[test]
fn filling_is_refused_on_no_day_at_the_edges_of_the_calendar_neither() {
    for offset in [0, 1, 2, 38, 39, 40, 71, 255, 400, 735, 736, 800, 1_000] {
        for today in [Date::MIN.plus_days(offset), Date::MAX.plus_days(-offset)] {
            let sample = Sample::on(today, 7);
            assert_eq!(sample.workspace.partners.len(), 12, "{today}");
        }
    }
}

#[test]
fn filling_twice_is_refused() {
    let mut sample = Sample::on(day("2026-06-15"), 1);
    let before = sample.workspace.clone();
    let again = at(sample.today, |moment| sample::fill(&mut sample.workspace, moment));
    assert_eq!(again, Err(Refusal::SampleThere));
    assert_eq!(sample.workspace, before);
}

fn mine(name: &str) -> NewPartner {
    NewPartner {
        name: bridgekeeper::domain::Line::parse(bridgekeeper::domain::Field::Name, name).unwrap(),
        domain: bridgekeeper::domain::Domain::parse_optional("northquay.example").unwrap(),
        kind: PartnerKind::Referral,
        stage: Stage::Active,
        tier: Tier::One,
        owner: None,
    }
}

#[test]
fn whoever_has_a_domain_of_the_sample_keeps_it() {
    let mut workspace = Workspace::default();
    let today = day("2026-06-15");
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(today, &mut next_bits);
    workspace.add_partner(mine("The real one"), &mut moment).unwrap();
    sample::fill(&mut workspace, &mut moment).unwrap();
    assert_eq!(workspace.shared_domains(), []);
    assert_eq!(workspace.partners.len(), 13);
}

#[test]
fn removing_the_sample_leaves_what_the_user_has_and_is_undone_as_one() {
    let area = MemoryArea::default();
    let now = bridgekeeper::storage::Millis(1_790_000_000_000);
    let open = |suffix| {
        let store = Box::new(area.store());
        Session::new(Vault::open(store, "test", now, TabSuffix::from_random(suffix), Persistence::Browser).0)
    };
    let mut session = open(1);
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(day("2026-09-21"), &mut next_bits);
    let fill = session.change("Add sample", now, &mut moment, sample::fill);
    fill.unwrap();
    let mut own = Workspace::default();
    let add = session.change("Add partner", now.plus(1), &mut moment, |workspace, moment| {
        let id = workspace.add_partner(NewPartner { domain: None, ..mine("My own") }, moment)?;
        let sampled = *workspace.partners.iter().find(|(_, one)| one.is_sample).unwrap().0;
        let mut friend = Contact::new(workspace.contacts.values().next().unwrap().person.clone());
        friend.join(sampled, None, None, moment);
        let friend = workspace.add_contact(friend, moment);
        own.partners.insert(id, Arc::clone(workspace.partner(id).unwrap()));
        own.contacts.insert(friend, Arc::clone(workspace.contacts.get(&friend).unwrap()));
        Ok(())
    });
    add.unwrap();
    let full = session.workspace().clone();
    let reopened = open(2);
    assert_eq!(*reopened.workspace(), full, "the marks are stored");
    assert_eq!(reopened.unsettled().count(), 0);
    let remove = session.change("Remove sample", now.plus(2), &mut moment, |workspace, _| {
        workspace.remove_sample();
        Ok(())
    });
    remove.unwrap();
    assert_eq!(*session.workspace(), own);
    assert!(!session.workspace().has_sample());
    session.undo(now.plus(3)).unwrap();
    assert_eq!(*session.workspace(), full);
}

#[test]
fn one_meeting_is_still_to_be_prepared_and_one_recap_waits() {
    let sample = Sample::on(day("2026-06-15"), 1);
    let (_, halden) = sample.partner("Halden & Roe");
    let [(id, ahead)] = <[_; 1]>::try_from(halden.meetings.all.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!((ahead.standing(sample.today), ahead.theirs.len()), (Standing::Planned, 2));
    let missing = prep::missing(&sample.workspace, halden, (*id, ahead), sample.today);
    assert_eq!(missing, [PrepPart::Ask, PrepPart::Probes, PrepPart::Questions]);
    let (sarnhelm, dossier) = sample.partner("Sarnhelm Facilities");
    let [(id, held)] = <[_; 1]>::try_from(dossier.meetings.all.iter().collect::<Vec<_>>()).unwrap();
    assert!(matches!(held.standing(sample.today), Standing::RecapDue(_)));
    assert_eq!(dossier.next_steps(*id).len(), 2);
    let recap = Recap::of(&sample.workspace, sarnhelm, *id).unwrap();
    assert_eq!((recap.to.len(), recap.covered.len(), recap.steps.len()), (2, 5, 2));
}

#[test]
fn one_ending_is_half_way_across_with_one_item_late_and_one_was_learnt_from() {
    use bridgekeeper::domain::ending::StepState::{Done, Later, Now};
    for today in many_days() {
        let sample = Sample::on(today, 1);
        let (_, partner) = sample.partner("Rookhope");
        let chapter = partner.chapter().unwrap();
        assert_eq!(chapter.states(partner, today), [Done, Done, Now, Later, Later], "{today}");
        assert_eq!(chapter.sheet(partner, today).unwrap().progress(today).late, 1, "{today}");
        let (_, partner) = sample.partner("Beacon Hythe");
        let chapter = partner.chapter().unwrap();
        assert!(!chapter.is_open(), "{today}");
        assert_eq!(chapter.states(partner, today), [Done; 5], "{today}");
        assert_eq!(chapter.causes().len(), 2);
    }
}
