//! Past causes: counted, and shown to whom they fit.

use std::sync::Arc;

use bridgekeeper::domain::ending::past::{causes, counted, matching};
use bridgekeeper::domain::{Partner, PartnerId, PartnerKind, Refusal, Stage, Workspace};

use super::given::{act, at_work, begin, closed, new_ending, with_cause};
use crate::domain::given::{TODAY, at, day, id, line, partner, tag};

const NEW: u128 = 1;

/// A partner that ended for this cause.
fn ended(cause: &str, kind: PartnerKind, tags: &[&str]) -> Partner {
    let (mut partner, number) = closed();
    partner.profile.kind = kind;
    for words in tags {
        partner.add_tag(tag(words)).unwrap();
    }
    let cause = with_cause(&mut partner, number, cause);
    act(&mut partner, number, cause, "2026-07-01").unwrap();
    partner
}

/// A partner that entered Onboarding today.
fn beginner(kind: PartnerKind, tags: &[&str]) -> Partner {
    let mut partner = partner();
    partner.profile.kind = kind;
    for words in tags {
        partner.add_tag(tag(words)).unwrap();
    }
    at(TODAY, |moment| partner.move_stage(Stage::Onboarding, day(TODAY), None, moment)).unwrap();
    partner
}

fn workspace(partners: Vec<Partner>) -> Workspace {
    let mut workspace = Workspace::default();
    for (number, partner) in (NEW..).zip(partners) {
        workspace.partners.insert(id(number), Arc::new(partner));
    }
    workspace
}

fn matched(workspace: &Workspace) -> Vec<(PartnerId, String)> {
    let found = matching(workspace, id(NEW), day(TODAY));
    found.into_iter().map(|one| (one.past.partner, one.past.cause)).collect()
}

#[test]
fn causes_are_counted_whatever_their_capitals() {
    let kind = PartnerKind::Referral;
    let workspace = workspace(vec![
        ended("Training without an owner", kind, &[]),
        ended("Wrong market", kind, &[]),
        ended("training without an owner", kind, &[]),
    ]);
    let all = causes(&workspace);
    assert_eq!(all.len(), 3);
    let counted: Vec<_> =
        counted(&all).into_iter().map(|(cause, count)| (cause.to_lowercase(), count)).collect();
    assert_eq!(counted, [("training without an owner".to_owned(), 2), ("wrong market".to_owned(), 1)]);
    assert!(all.iter().all(|one| one.action.is_some()));
}

#[test]
fn an_ending_under_way_teaches_too() {
    let mut partner = at_work();
    let number = begin(&mut partner, new_ending()).unwrap();
    with_cause(&mut partner, number, "Wrong market");
    let all = causes(&workspace(vec![partner]));
    assert_eq!(all.iter().map(|one| one.on).collect::<Vec<_>>(), [day(TODAY)]);
}

#[test]
fn a_cause_fits_by_kind_or_by_tag() {
    let reseller = PartnerKind::Reseller;
    let workspace = workspace(vec![
        beginner(reseller, &["Nordics"]),
        ended("By kind", reseller, &[]),
        ended("By tag", PartnerKind::Technology, &["nordics"]),
        ended("By neither", PartnerKind::Technology, &["Baltics"]),
        ended("By both", reseller, &["Nordics"]),
    ]);
    let fits: Vec<_> = matched(&workspace).into_iter().map(|(_, cause)| cause).collect();
    assert_eq!(fits, ["By both", "By kind", "By tag"], "the closest first");
}

#[test]
fn one_that_died_in_onboarding_comes_before_one_that_was_active() {
    let kind = PartnerKind::Reseller;
    let mut early = partner();
    early.profile.kind = kind;
    at("2026-01-10", |moment| early.move_stage(Stage::Onboarding, day("2026-01-10"), None, moment)).unwrap();
    let number = begin(&mut early, new_ending()).unwrap();
    with_cause(&mut early, number, "Died early");
    let workspace = workspace(vec![beginner(kind, &[]), ended("Died late", kind, &[]), early]);
    let fits: Vec<_> = matched(&workspace).into_iter().map(|(_, cause)| cause).collect();
    assert_eq!(fits, ["Died early", "Died late"]);
}

#[test]
fn only_a_partner_that_begins_is_told() {
    let kind = PartnerKind::Reseller;
    let mut active = at_work();
    active.profile.kind = kind;
    assert_eq!(matched(&workspace(vec![active, ended("By kind", kind, &[])])), []);
}

#[test]
fn a_partner_that_comes_back_is_told_of_its_own_ending() {
    let mut back = ended("Wrong market", PartnerKind::Reseller, &[]);
    at(TODAY, |moment| back.move_stage(Stage::Onboarding, day(TODAY), None, moment)).unwrap();
    assert_eq!(matched(&workspace(vec![back])).len(), 1);
}

#[test]
fn what_was_answered_is_not_shown_again_to_this_partner() {
    let kind = PartnerKind::Reseller;
    let mut all = workspace(vec![
        beginner(kind, &[]),
        ended("Training", kind, &[]),
        ended("Market", kind, &[]),
        beginner(kind, &[]),
    ]);
    let open = matching(&all, id(NEW), day(TODAY));
    let [first, second] = open.as_slice() else { panic!("{open:?}") };
    let partner = all.partner_mut(id(NEW)).unwrap();
    partner.set_cause_aside(first.past.partner, first.past.why, day(TODAY));
    let act = |partner: &mut Partner, due: &str| {
        let what = line("Name a trainer first");
        at(TODAY, |moment| partner.act_on_cause(second.past.partner, second.past.why, what, day(due), moment))
    };
    assert!(matches!(act(partner, "2026-06-14").unwrap_err(), Refusal::Before { .. }));
    act(partner, "2026-06-30").unwrap();
    assert_eq!(partner.commitments.len(), 1);
    assert_eq!(matched(&all), []);
    assert_eq!(matching(&all, id(4), day(TODAY)).len(), 2, "another partner is still told");
}
