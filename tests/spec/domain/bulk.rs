//! One change for many partners at once.

use bridgekeeper::domain::{BulkEdit, Field, PartnerId, Refusal, Stage, Tag, Tier, Workspace};

use super::given::{TODAY, at, day, id, line, new_partner, tag};

/// Three prospects of Tier 3, of which the first has twenty tags and the second is owned by Ben.
fn three() -> (Workspace, Vec<PartnerId>) {
    let mut workspace = Workspace::default();
    let mut add = |name| at(TODAY, |moment| workspace.add_partner(new_partner(name), moment)).unwrap();
    let ids = vec![add("Acme"), add("Globex"), add("Initech")];
    let full = workspace.partner_mut(ids[0]).unwrap();
    for number in 0..Tag::MOST {
        full.add_tag(tag(&format!("tag {number}"))).unwrap();
    }
    workspace.partner_mut(ids[1]).unwrap().profile.owner = Some(line("Ben"));
    (workspace, ids)
}

/// How many change, are so already and refuse; and that the change does as the preview says.
fn check(edit: &BulkEdit, counts: (usize, usize, usize)) -> Workspace {
    let (mut workspace, ids) = three();
    let before = workspace.clone();
    let preview = workspace.preview_bulk(&ids, edit, day(TODAY));
    assert_eq!(workspace, before, "a preview changes nothing");
    assert_eq!((preview.changing.len(), preview.unchanged.len(), preview.refused.len()), counts, "{edit:?}");
    let all = at(TODAY, |moment| workspace.edit_many(&ids, edit, moment));
    if let Some((_, refusal)) = preview.refused.first() {
        assert_eq!(all, Err(refusal.clone()));
        assert_eq!(workspace, before, "one that refuses keeps all as they were");
    }
    let mut workspace = before;
    let made = at(TODAY, |moment| workspace.edit_many(&preview.changing, edit, moment));
    assert_eq!(made, Ok(preview.changing.len()));
    let again = workspace.preview_bulk(&preview.changing, edit, day(TODAY));
    assert_eq!(again.unchanged, preview.changing, "made once, nothing is left to change");
    workspace
}

#[test]
fn an_owner_is_set_or_taken_away() {
    check(&BulkEdit::Owner(Some(line("Ben"))), (2, 1, 0));
    check(&BulkEdit::Owner(None), (1, 2, 0));
}

#[test]
fn a_stage_begins_today_and_a_launch_with_it() {
    check(&BulkEdit::Stage(Stage::Prospect, None), (0, 3, 0));
    let workspace = check(&BulkEdit::Stage(Stage::Active, Some(line("Signed"))), (3, 0, 0));
    for partner in workspace.partners.values() {
        assert_eq!(partner.stage_on(day(TODAY)), Stage::Active);
        assert_eq!(partner.profile.launched_on, Some(day(TODAY)));
    }
}

#[test]
fn a_tier_begins_today() {
    check(&BulkEdit::Tier(Tier::Three), (0, 3, 0));
    let workspace = check(&BulkEdit::Tier(Tier::One), (3, 0, 0));
    assert!(workspace.partners.values().all(|partner| partner.tier_on(day(TODAY)) == Tier::One));
}

#[test]
fn a_tag_is_refused_by_those_that_are_full_and_passed_over_by_those_that_have_it() {
    check(&BulkEdit::AddTag(tag("Ports")), (2, 0, 1));
    check(&BulkEdit::AddTag(tag("TAG 1")), (2, 1, 0));
    check(&BulkEdit::RemoveTag(tag("Tag 1")), (1, 2, 0));
    let (workspace, ids) = three();
    let preview = workspace.preview_bulk(&ids, &BulkEdit::AddTag(tag("Ports")), day(TODAY));
    assert_eq!(preview.refused, [(ids[0], Refusal::Full { field: Field::Tag, most: 20 })]);
}

#[test]
fn a_partner_that_is_gone_refuses() {
    let (mut workspace, ids) = three();
    let edit = BulkEdit::Tier(Tier::One);
    let with_gone = [ids[1], id(99)];
    let gone = Refusal::Gone { what: "This partner" };
    assert_eq!(workspace.preview_bulk(&with_gone, &edit, day(TODAY)).refused, [(id(99), gone.clone())]);
    assert_eq!(at(TODAY, |moment| workspace.edit_many(&with_gone, &edit, moment)), Err(gone));
}

#[test]
fn a_partner_named_twice_is_changed_once() {
    let (mut workspace, ids) = three();
    let edit = BulkEdit::Tier(Tier::One);
    at(TODAY, |moment| workspace.edit_many(&[ids[0], ids[0]], &edit, moment)).unwrap();
    assert_eq!(workspace.partner(ids[0]).unwrap().tier_on(day(TODAY)), Tier::One);
}
