//! A meeting that was held is a two-way touch wherever one counts, and is recorded nowhere else.

use std::sync::Arc;

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::health::{Case, Component, HealthModel, RecordId, people as tenures};
use bridgekeeper::domain::meeting::Meeting;
use bridgekeeper::domain::partner::{TimelineKind, TouchId};
use bridgekeeper::domain::people;
use bridgekeeper::domain::script::records::Subject;
use bridgekeeper::domain::script::{RecordField, Value};
use bridgekeeper::domain::{FiscalStart, Moment, Workspace};

use super::given::{ANA, HERE, MEETING, ago, ana, held, meeting, partner, today, workspace};

fn health_records(workspace: &Workspace, component: Component) -> Vec<RecordId> {
    let dossier = workspace.partner(HERE).unwrap();
    let people = tenures::at(&workspace.contacts, HERE);
    let case = Case {
        id: HERE,
        partner: dossier,
        people: &people,
        model: &HealthModel::DEFAULT,
        fiscal: FiscalStart::JANUARY,
    };
    case.records(component, today())
}

#[test]
fn a_meeting_is_a_touch_from_the_day_it_was_held_and_not_before() {
    let mut workspace = workspace(meeting(ago(3)));
    let last = |workspace: &Workspace, day| workspace.partner(HERE).unwrap().last_two_way(day);
    assert_eq!(last(&workspace, today()), None, "planned is not held");
    *partner(&mut workspace).meetings.all.get_mut(&MEETING).unwrap() = held(ago(3));
    assert_eq!(last(&workspace, today()), Some(ago(3)));
    assert_eq!(last(&workspace, ago(4)), None);
    assert_eq!(partner(&mut workspace).touchpoints.len(), 0, "never stored twice");
    assert_eq!(partner(&mut workspace).days_quiet(today()), 3);
}

#[test]
fn engagement_rests_on_the_meeting() {
    let workspace = workspace(held(ago(3)));
    assert_eq!(health_records(&workspace, Component::Engagement), [RecordId::Meeting(MEETING)]);
}

#[test]
fn a_champion_met_lately_counts_as_spoken_to() {
    let mut workspace = workspace(meeting(ago(3)));
    let mut bits = || 900;
    ana(&mut workspace).take_role(HERE, Role::Champion, Some(ago(300)), &mut Moment::new(today(), &mut bits));
    let health = |workspace: &Workspace| {
        let people = tenures::at(&workspace.contacts, HERE);
        let dossier = Arc::clone(workspace.partner(HERE).unwrap());
        let case = Case {
            id: HERE,
            partner: &dossier,
            people: &people,
            model: &HealthModel::DEFAULT,
            fiscal: FiscalStart::JANUARY,
        };
        case.health(today()).unwrap().earned_tenths(Component::Relationship)
    };
    let before = health(&workspace);
    partner(&mut workspace).meetings.all.get_mut(&MEETING).unwrap().hold(ago(3), today()).unwrap();
    assert!(health(&workspace) > before);
}

#[test]
fn people_were_last_spoken_to_in_the_meeting() {
    let workspace = workspace(held(ago(3)));
    let touch = people::last_touch(&workspace, ANA, today()).unwrap();
    assert_eq!((touch.on, touch.partner), (ago(3), HERE));
}

#[test]
fn a_script_knows_what_the_last_talk_was_about() {
    let workspace = workspace(held(ago(3)));
    let subject = Subject::of(&workspace, Some(HERE), Some(ANA), today());
    assert_eq!(subject.value(RecordField::LastTouchDate), Some(Value::Day(ago(3))));
    assert_eq!(subject.value(RecordField::LastTopic), Some(Value::Words("First meeting".to_owned())));
}

#[test]
fn the_history_tells_of_meetings_that_were_held() {
    let mut workspace = workspace(meeting(ago(3)));
    let kinds = |workspace: &Workspace| {
        let items = workspace.partner(HERE).unwrap().timeline();
        items
            .into_iter()
            .filter(|item| item.kind == TimelineKind::Meeting)
            .map(|item| item.on)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&workspace), []);
    partner(&mut workspace).meetings.all.get_mut(&MEETING).unwrap().hold(ago(2), today()).unwrap();
    assert_eq!(kinds(&workspace), [ago(2)]);
}

#[test]
fn a_meeting_called_off_is_no_touch() {
    let workspace = workspace(Meeting { cancelled_on: Some(ago(3)), ..meeting(ago(3)) });
    let dossier = workspace.partner(HERE).unwrap();
    assert_eq!(dossier.two_way_touches(today()).map(|touch| touch.record).collect::<Vec<TouchId>>(), []);
}
