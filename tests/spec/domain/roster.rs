//! The partners as a table reads them: found, put in order, and prepared again only when they changed.

use std::sync::Arc;

use bridgekeeper::domain::health::{Badge, Board};
use bridgekeeper::domain::partner::Tier;
use bridgekeeper::domain::roster::{Roster, RosterLine};
use bridgekeeper::domain::view::{Column, Filter, Sorting};
use bridgekeeper::domain::{PartnerId, Profile, Stage, StageChange, Workspace};

use super::given::{TODAY, at, contact, day, id, line, new_partner, touchpoint, traction};

fn workspace(names: &[&str]) -> (Workspace, Vec<PartnerId>) {
    let mut workspace = Workspace::default();
    let add = |name: &&str| at(TODAY, |moment| workspace.add_partner(new_partner(name), moment)).unwrap();
    let ids = names.iter().map(add).collect();
    (workspace, ids)
}

fn read(workspace: &Workspace) -> Roster {
    Roster::read(workspace, day(TODAY), day(TODAY), None)
}

fn found(workspace: &Workspace, query: &str) -> Vec<String> {
    let roster = read(workspace);
    let ids = roster.search(&roster.places(&Filter::default(), Sorting::default(), &Board::default()), query);
    ids.iter().map(|id| workspace.partner(*id).unwrap().profile.name.to_string()).collect()
}

fn names(roster: &Roster, places: &[usize]) -> Vec<String> {
    let lines: Vec<&RosterLine> = roster.lines().collect();
    places.iter().map(|place| lines[*place].partner.profile.name.to_string()).collect()
}

#[test]
fn search_finds_every_word_in_any_order_and_capitals() {
    let (mut workspace, ids) = workspace(&["Northquay", "Brightloom", "North Sea Freight"]);
    workspace.partner_mut(ids[1]).unwrap().profile.owner = Some(line("Ines Vahl"));
    assert_eq!(found(&workspace, ""), ["Brightloom", "North Sea Freight", "Northquay"]);
    assert_eq!(found(&workspace, "NORTH"), ["North Sea Freight", "Northquay"]);
    assert_eq!(found(&workspace, "freight  sea"), ["North Sea Freight"]);
    assert_eq!(found(&workspace, "vahl"), ["Brightloom"]);
    assert_eq!(found(&workspace, "vahl north"), Vec::<String>::new());
}

#[test]
fn a_partner_is_found_by_who_works_there_and_not_by_who_left() {
    let (mut workspace, ids) = workspace(&["Northquay", "Brightloom"]);
    for (name, is_gone) in [("Mara Lindqvist", false), ("Teo Brandt", true)] {
        let mut person = contact(name);
        at(TODAY, |moment| person.join(ids[0], None, None, moment));
        if is_gone {
            person.leave(ids[0], day("2026-06-01")).unwrap();
        }
        at(TODAY, |moment| workspace.add_contact(person, moment));
    }
    assert_eq!(found(&workspace, "mara"), ["Northquay"]);
    assert_eq!(found(&workspace, "teo"), Vec::<String>::new());
}

#[test]
fn rows_without_a_value_come_last_either_way_and_equal_ones_follow_their_names() {
    let (mut workspace, ids) = workspace(&["C", "A", "D", "B"]);
    for (id, on) in [(ids[0], "2026-06-01"), (ids[1], "2026-05-01"), (ids[3], "2026-06-01")] {
        at(TODAY, |moment| workspace.partner_mut(id).unwrap().record(touchpoint(on), moment)).unwrap();
    }
    let roster = read(&workspace);
    let by = |filter: &Filter, column, is_descending| {
        names(&roster, &roster.places(filter, Sorting { column, is_descending }, &Board::default()))
    };
    let all = Filter::default();
    assert_eq!(by(&all, Column::LastTwoWay, false), ["A", "B", "C", "D"]);
    assert_eq!(by(&all, Column::LastTwoWay, true), ["B", "C", "A", "D"]);
    assert_eq!(by(&all, Column::Name, true), ["D", "C", "B", "A"]);
    let quiet = Filter { quiet_for_days: Some(30), ..Filter::default() };
    assert_eq!(by(&quiet, Column::LastTwoWay, true), ["A"]);
    assert_eq!(by(&quiet, Column::Name, true), ["A"]);
}

#[test]
fn what_did_not_change_is_taken_over() {
    let (mut workspace, ids) = workspace(&["A", "B", "C"]);
    let before = read(&workspace);
    assert!(
        Roster::read(&workspace, day(TODAY), day(TODAY), Some(&before)).is_same(&before),
        "nothing changed"
    );

    at(TODAY, |moment| workspace.partner_mut(ids[1]).unwrap().set_tier(Tier::One, moment.today(), moment))
        .unwrap();
    workspace.remove_partner(ids[0]).unwrap();
    let after = Roster::read(&workspace, day(TODAY), day(TODAY), Some(&before));
    assert!(!after.is_same(&before));
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    assert!(std::ptr::eq(old[2], new[1]), "C is the line it was");
    assert!(!Arc::ptr_eq(&old[1].partner, &new[0].partner), "B is read anew");
    assert_eq!(
        names(&after, &after.places(&Filter::default(), Sorting::default(), &Board::default())),
        ["B", "C"]
    );

    workspace.partner_mut(ids[1]).unwrap().profile.name = line("Z");
    let renamed = Roster::read(&workspace, day(TODAY), day(TODAY), Some(&after));
    assert_eq!(
        names(&renamed, &renamed.places(&Filter::default(), Sorting::default(), &Board::default())),
        ["C", "Z"]
    );

    let tomorrow = Roster::read(&workspace, day("2026-06-16"), day("2026-06-16"), Some(&renamed));
    assert!(!tomorrow.is_same(&renamed), "another day may read another stage");
}

#[test]
fn a_past_day_is_without_partners_that_had_not_begun_by_then() {
    let (mut workspace, ids) = workspace(&["New", "Older", "Launched", "Tracked"]);
    let past = day("2026-05-01");
    let profile = |workspace: &mut Workspace, place: usize, set: &dyn Fn(&mut Profile)| {
        set(&mut workspace.partner_mut(ids[place]).unwrap().profile);
    };
    let stage = StageChange { on: past, to: Stage::Active, reason: None };
    workspace.partner_mut(ids[1]).unwrap().stage_changes.insert(id(1), stage);
    profile(&mut workspace, 2, &|profile| profile.launched_on = Some(past));
    profile(&mut workspace, 3, &|profile| profile.tracked_from = past);
    let on = |day, before: Option<&Roster>| Roster::read(&workspace, day, self::day(TODAY), before);
    let all = |roster: &Roster| {
        names(roster, &roster.places(&Filter::default(), Sorting::default(), &Board::default()))
    };
    let then = on(past, None);
    assert_eq!(all(&then), ["Launched", "Older", "Tracked"]);
    assert!(all(&on(past.plus_days(-1), None)).is_empty());
    assert_eq!(all(&on(day(TODAY), Some(&then))), ["Launched", "New", "Older", "Tracked"]);
    assert!(on(past, Some(&then)).is_same(&then));
    let yesterday = Roster::read(&workspace, past, past, None);
    assert_eq!(yesterday.len(), 4, "a clock that was set back hides nobody");
}

#[test]
fn health_filters_and_sorts_also_where_a_past_day_leaves_partners_out() {
    let (mut workspace, ids) = workspace(&["New", "Silent", "Busy", "Prospect"]);
    let since = day("2024-01-01");
    for id in [ids[1], ids[2]] {
        let partner = workspace.partner_mut(id).unwrap();
        (partner.profile.tracked_from, partner.profile.launched_on) = (since, Some(since));
        let stage = StageChange { on: since, to: Stage::Active, reason: None };
        partner.stage_changes.insert(super::given::id(1), stage);
    }
    workspace.partner_mut(ids[3]).unwrap().profile.tracked_from = since;
    let last = workspace.partner_mut(ids[2]).unwrap();
    last.traction.insert(id(1), traction("2026-04-20"));
    let past = day("2026-05-01");
    let mut board = Board::default();
    board.refresh(&workspace, past);
    let roster = Roster::read(&workspace, past, day(TODAY), None);
    let shown = |bands: &[Badge], sorting| {
        let filter = Filter { bands: bands.to_vec(), ..Filter::default() };
        names(&roster, &roster.places(&filter, sorting, &board))
    };
    assert_eq!(shown(&[], Sorting::WORST_FIRST), ["Silent", "Busy", "Prospect"]);
    let best_first = Sorting { is_descending: true, ..Sorting::WORST_FIRST };
    assert_eq!(shown(&[], best_first), ["Busy", "Silent", "Prospect"]);
    assert_eq!(shown(&[Badge::Zombie], Sorting::default()), ["Silent"]);
    assert_eq!(shown(&[Badge::Zombie, Badge::Critical], best_first).last().unwrap(), "Silent");
}
