//! Views of the partners table: filters, orders, columns, and saving them.

use std::cmp::Ordering;

use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::health::{Badge, Band, Health, ZombieDays};
use bridgekeeper::domain::listing;
use bridgekeeper::domain::{
    Column, Columns, Direction, Field, Filter, Line, Partner, PartnerKind, Profile, Refusal, SavedView,
    Sorting, Stage, StageChange, Tier, TierChange, Workspace,
};
use expect_test::expect;

use crate::health::given::Story;

use super::given::{
    TODAY, at, commitment, day, id, ledger_entry, line, partner, profile, promise, tag, touchpoint,
};

/// Acme: a referral partner, Active, Tier 1, of Ines, tagged Ports, touched 40 days ago.
fn acme() -> Partner {
    let mut acme = partner();
    acme.profile = Profile { owner: Some(line("Ines Vahl")), ..profile() };
    acme.stage_changes.insert(id(1), StageChange { on: day("2026-01-01"), to: Stage::Active, reason: None });
    acme.tier_changes.insert(id(1), TierChange { on: day("2026-01-01"), to: Tier::One });
    acme.add_tag(tag("Ports")).unwrap();
    acme.touchpoints.insert(id(1), touchpoint("2026-05-06"));
    acme
}

fn check(filter: &Filter, is_shown: bool) {
    assert_eq!(filter.matches(&acme(), None, day(TODAY)), is_shown, "{filter:?}");
}

fn any() -> Filter {
    Filter::default()
}

fn view(name: &str) -> SavedView {
    SavedView::new(line(name), any(), Sorting::default(), Columns::USUAL)
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.views_in_order().into_iter().map(|(_, view)| view.name.as_str()).collect()
}

#[test]
fn a_filter_without_criteria_shows_everybody() {
    check(&any(), true);
    assert!(any().is_open());
}

#[test]
fn a_criterion_is_met_by_any_of_its_values_and_every_criterion_must_be() {
    check(&Filter { stages: vec![Stage::Active, Stage::Paused], ..any() }, true);
    check(&Filter { stages: vec![Stage::Paused], ..any() }, false);
    check(&Filter { tiers: vec![Tier::One], kinds: vec![PartnerKind::Referral], ..any() }, true);
    check(&Filter { tiers: vec![Tier::One], kinds: vec![PartnerKind::Reseller], ..any() }, false);
    check(&Filter { tags: vec![tag("Rail"), tag("PORTS")], ..any() }, true);
    check(&Filter { tags: vec![tag("Rail")], ..any() }, false);
    check(&Filter { owners: vec![Some(line("ines vahl"))], ..any() }, true);
    check(&Filter { owners: vec![None, Some(line("Ben"))], ..any() }, false);
}

#[test]
fn partners_without_an_owner_can_be_asked_for() {
    let nobody = Filter { owners: vec![None], ..any() };
    check(&nobody, false);
    assert!(nobody.matches(&partner(), None, day(TODAY)));
}

#[test]
fn quiet_for_counts_days_since_the_last_two_way_touch() {
    check(&Filter { quiet_for_days: Some(40), ..any() }, true);
    check(&Filter { quiet_for_days: Some(41), ..any() }, false);
}

#[test]
fn a_partner_that_was_never_touched_is_quiet_since_it_is_known() {
    let mut new = partner();
    new.profile.tracked_from = day("2026-06-10");
    assert_eq!(new.days_quiet(day(TODAY)), 5);
    assert!(!Filter { quiet_for_days: Some(30), ..any() }.matches(&new, None, day(TODAY)));
}

#[test]
fn a_filter_looks_at_the_day_it_is_asked_about() {
    let prospects = Filter { stages: vec![Stage::Prospect], ..any() };
    assert!(prospects.matches(&acme(), None, day("2025-12-31")));
    check(&prospects, false);
}

/// Which of Acme and a bare partner named Zed comes first, and which the other way round.
fn order(column: Column) -> (Ordering, Ordering) {
    let mut zed = partner();
    zed.profile.name = line("Zed");
    zed.profile.kind = PartnerKind::Strategic;
    let compare = |is_descending| {
        let sorting = Sorting { column, is_descending };
        sorting.compare(&sorting.key(&acme(), None, day(TODAY)), &sorting.key(&zed, None, day(TODAY)))
    };
    (compare(false), compare(true))
}

#[test]
fn each_column_sorts_both_ways() {
    for column in [Column::Name, Column::Tier, Column::Kind] {
        assert_eq!(order(column), (Ordering::Less, Ordering::Greater), "{column:?}");
    }
    assert_eq!(order(Column::Stage), (Ordering::Greater, Ordering::Less), "Prospect before Active");
}

#[test]
fn a_partner_without_a_value_comes_last_either_way() {
    for column in [Column::Owner, Column::Tags, Column::LastTwoWay] {
        assert_eq!(order(column), (Ordering::Less, Ordering::Less), "{column:?}");
    }
    for column in [Column::Balance, Column::NextStep] {
        assert_eq!(order(column), (Ordering::Equal, Ordering::Equal), "{column:?}: both without");
    }
}

/// The health of a partner with this band and score.
fn health(band: Band, score: Option<u8>) -> Health {
    let mut health = Story::active(400).now();
    (health.band, health.score, health.rules.zombie) = (band, score, ZombieDays::default());
    health
}

/// Watched, whatever the band.
fn watched(band: Band, score: u8) -> Health {
    let mut health = health(band, Some(score));
    health.rules.zombie.watch_on = Some(health.day);
    health
}

#[test]
fn health_sorts_the_worst_first_and_by_score_within_a_band() {
    let worst_first = [
        health(Band::Zombie, Some(37)),
        health(Band::Zombie, Some(90)),
        health(Band::Zombie, None),
        watched(Band::Healthy, 85),
        health(Band::Critical, Some(20)),
        health(Band::Critical, Some(52)),
        health(Band::AtRisk, Some(46)),
        health(Band::AtRisk, Some(72)),
        health(Band::Watch, Some(61)),
        health(Band::Healthy, Some(80)),
    ];
    for (is_descending, order) in [(false, Ordering::Less), (true, Ordering::Greater)] {
        let sorting = Sorting { column: Column::Health, is_descending };
        let key = |health: &Health| sorting.key(&partner(), Some(health), day(TODAY));
        for pair in worst_first.windows(2) {
            assert_eq!(sorting.compare(&key(&pair[0]), &key(&pair[1])), order);
        }
    }
}

#[test]
fn too_little_data_comes_after_every_score_and_who_is_not_scored_last_either_way() {
    for is_descending in [false, true] {
        let sorting = Sorting { column: Column::Health, is_descending };
        let key = |health: Option<&Health>| sorting.key(&partner(), health, day(TODAY));
        let (scored, unknown) = (health(Band::Healthy, Some(99)), health(Band::NotEnoughData, None));
        assert_eq!(sorting.compare(&key(Some(&scored)), &key(Some(&unknown))), Ordering::Less);
        assert_eq!(sorting.compare(&key(Some(&unknown)), &key(None)), Ordering::Less);
        assert_eq!(sorting.compare(&key(None), &key(None)), Ordering::Equal);
    }
}

#[test]
fn a_band_is_asked_for_as_the_badge_shows_it() {
    let asks = |bands: &[Badge], health: Option<&Health>| {
        let filter = Filter { bands: bands.to_vec(), ..any() };
        filter.matches(&partner(), health, day(TODAY))
    };
    let watched = watched(Band::AtRisk, 50);
    assert!(asks(&[Badge::ZombieWatch, Badge::Critical], Some(&watched)));
    assert!(!asks(&[Badge::AtRisk], Some(&watched)), "the watch shows in its place");
    assert!(!asks(&[Badge::NotEnoughData], None), "who is not scored shows no badge");
    assert!(asks(&[], None));
    assert!(Filter { bands: vec![Badge::Watch], ..any() }.asks_for_health() && !any().asks_for_health());
    assert!(Sorting::WORST_FIRST.asks_for_health() && !Sorting::default().asks_for_health());
}

#[test]
fn balance_sorts_by_what_is_given_beyond_what_is_got_and_next_step_by_its_day() {
    let (mut giver, mut taker) = (partner(), partner());
    giver.ledger.insert(id(1), ledger_entry(day(TODAY), Direction::Give, 3));
    taker.ledger.insert(id(1), ledger_entry(day(TODAY), Direction::Get, 1));
    giver.commitments.insert(id(1), commitment("Late", promise("2026-05-01", "2026-05-02")));
    taker.commitments.insert(id(1), commitment("Later", promise("2026-05-01", "2026-07-02")));
    let compare = |column| {
        let sorting = Sorting { column, is_descending: false };
        sorting.compare(&sorting.key(&giver, None, day(TODAY)), &sorting.key(&taker, None, day(TODAY)))
    };
    assert_eq!((compare(Column::Balance), compare(Column::NextStep)), (Ordering::Greater, Ordering::Less));
}

#[test]
fn picking_the_column_of_the_order_turns_it_round() {
    let mut sorting = Sorting::default();
    sorting.pick(Column::Name);
    assert!(sorting.is_descending);
    sorting.pick(Column::Stage);
    assert_eq!(sorting, Sorting { column: Column::Stage, is_descending: false });
}

#[test]
fn the_name_is_always_shown() {
    let mut columns = Columns::from(Vec::new());
    columns.toggle(Column::Name);
    assert!(columns.has(Column::Name) && !columns.has(Column::Stage));
    columns.toggle(Column::Tags);
    assert_eq!(Vec::from(columns), [Column::Tags]);
    assert_eq!(
        Columns::from(Column::ALL.to_vec()),
        Columns::from(Vec::from(Columns::from(Column::ALL.to_vec())))
    );
}

#[test]
fn saved_views_keep_their_order_and_their_names_apart() {
    let mut workspace = Workspace::default();
    let mut save = |name| at(TODAY, |moment| workspace.save_view(view(name), moment));
    let quiet = save("Quiet").unwrap();
    let mine = save("Mine").unwrap();
    let refusal = save("QUIET").unwrap_err();
    assert_eq!(refusal.to_string(), "There is a view Quiet already. Change that one, or choose another name");
    assert_eq!(refusal.field(), Some(Field::Name));
    assert!(workspace.change_view(mine, view("quiet")).is_err());
    workspace.change_view(quiet, view("quiet ones")).unwrap();
    listing::shift(&mut workspace.views, mine, true).unwrap();
    assert_eq!(names(&workspace), ["Mine", "quiet ones"]);
    listing::remove(&mut workspace.views, mine).unwrap();
    assert_eq!(workspace.change_view(mine, view("Mine")), Err(Refusal::Gone { what: "This view" }));
}

#[test]
fn the_501st_saved_view_is_refused_with_a_sentence() {
    let mut workspace = Workspace::default();
    for number in 0..500 {
        at(TODAY, |moment| workspace.save_view(view(&number.to_string()), moment)).unwrap();
    }
    let refusal = at(TODAY, |moment| workspace.save_view(view("one more"), moment)).unwrap_err();
    assert_eq!(refusal.to_string(), "There is room for 500, and no more. Remove one first");
    assert_eq!(workspace.views.len(), 500);
}

#[test]
fn a_saved_view_is_written_down_in_words() {
    let full = Filter {
        text: Some(Line::parse(Field::What, "port").unwrap()),
        stages: vec![Stage::Active],
        tiers: vec![Tier::One],
        kinds: vec![PartnerKind::CoMarketing],
        tags: vec![tag("Ports")],
        owners: vec![None, Some(line("Ines"))],
        quiet_for_days: Some(60),
        bands: vec![Badge::AtRisk, Badge::ZombieWatch],
    };
    let sorting = Sorting { column: Column::LastTwoWay, is_descending: true };
    for (view, text) in [
        (
            SavedView::new(line("Quiet"), full, sorting, Columns::from(vec![Column::Stage, Column::Tags])),
            expect![[
                r#"{"name":"Quiet","filter":{"text":"port","stages":["active"],"tiers":[1],"kinds":["co_marketing"],"tags":[{"text":"Ports"}],"owners":[null,"Ines"],"quiet_for_days":60,"bands":["at_risk","zombie_watch"]},"sorting":{"column":"last_two_way","is_descending":true},"columns":["stage","tags"],"place":0}"#
            ]],
        ),
        (
            view("All"),
            expect![[
                r#"{"name":"All","sorting":{"column":"name"},"columns":["health","movement","stage","balance","last_two_way","next_step"],"place":0}"#
            ]],
        ),
    ] {
        let written = serde_json::to_string(&view).unwrap();
        text.assert_eq(&written);
        assert_eq!(SavedView::from_json(&written).unwrap(), view);
    }
    let older = r#"{"name":"Old","filter":{"stages":["active"]},"columns":["stage","next_step"],"place":0}"#;
    let older = SavedView::from_json(older).unwrap();
    assert_eq!(
        Vec::from(older.columns),
        [Column::Stage, Column::NextStep],
        "as it was saved, without health"
    );
    let bare: SavedView = SavedView::from_json(r#"{"name":"All"}"#).unwrap();
    assert_eq!(bare, view("All"));
    assert!(SavedView::from_json(r#"{"name":"A","sorting":{"column":"mood"}}"#).is_err());
}
