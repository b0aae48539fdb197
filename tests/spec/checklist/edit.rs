//! Changing a template of one's own.

use bridgekeeper::domain::checklist::{BuiltIn, Condition, PartnerField, Template, check};
use bridgekeeper::library::checklists;

use super::given::{answered, only_if, template};

fn ids(template: &Template) -> Vec<&str> {
    template.items().map(|(_, item)| item.id.as_str()).collect()
}

#[test]
fn buttons_move_an_item_across_headings_and_stop_at_the_ends() {
    let mut template = template();
    assert_eq!(template.shift_item(0, 2, false), Some((1, 0)));
    assert_eq!(ids(&template), ["a", "b", "c", "d", "e"]);
    assert_eq!(template.sections[1].items.len(), 3);
    assert_eq!(template.shift_item(1, 0, true), Some((0, 2)));
    assert_eq!(template.shift_item(0, 0, true), None);
    assert_eq!(template.shift_item(1, 1, false), None);
    assert_eq!(template.shift_item(0, 0, false), Some((0, 1)));
    assert_eq!(ids(&template), ["b", "a", "c", "d", "e"]);
}

#[test]
fn dragging_puts_an_item_anywhere_and_loses_none() {
    let mut template = template();
    assert!(template.move_item((0, 0), (1, 1)));
    assert_eq!(ids(&template), ["b", "c", "d", "a", "e"]);
    assert!(template.move_item((1, 1), (0, 99)));
    assert_eq!(ids(&template), ["b", "c", "a", "d", "e"]);
    assert!(!template.move_item((0, 9), (1, 0)) && !template.move_item((0, 0), (7, 0)));
    assert_eq!(ids(&template).len(), 5);
}

#[test]
fn a_question_takes_its_conditions_along() {
    let mut template = only_if("a", answered("x"));
    template.remove_question(0);
    assert!(template.item("a").unwrap().only_if.is_empty());
    assert!(check::check(&template).is_ok());
}

#[test]
fn a_further_condition_looks_at_what_no_other_does() {
    let mut template = template();
    let next = |template: &Template| template.next_condition(template.item("a").unwrap());
    assert_eq!(next(&template).question.as_deref(), Some("why"));
    let mut add = |condition: Condition| {
        template.sections[0].items[0].only_if.push(condition);
        next(&template).partner
    };
    assert_eq!(add(answered("x")), Some(PartnerField::Kind));
    let about = |partner| Condition { question: None, partner: Some(partner), is_one_of: Vec::new() };
    assert_eq!(add(about(PartnerField::Kind)), Some(PartnerField::Tier));
    add(about(PartnerField::Tier));
    assert_eq!(add(about(PartnerField::Stage)), Some(PartnerField::Kind), "and then again at the first");
}

#[test]
fn new_items_have_ids_of_their_own() {
    let mut template = Template::blank();
    assert_eq!(template.free_item_id(), "item-2");
    template.sections[0].items[0].id = "item-2".to_owned();
    assert_eq!(template.free_item_id(), "item-1");
}

#[test]
fn a_copy_of_a_built_in_can_go_back_to_it_and_keeps_its_title() {
    let built_in = checklists::template(BuiltIn::of_id("alumni").unwrap()).unwrap();
    let mut own = built_in.duplicate("Ours".to_owned());
    assert_eq!(own.based_on.as_deref(), Some("alumni"));
    own.sections.truncate(1);
    let reset = own.reset_to(built_in);
    assert_eq!((&reset.sections, reset.title.as_str(), reset.version), (&built_in.sections, "Ours", 2));
    assert_eq!(reset.duplicate("Again".to_owned()).based_on.as_deref(), Some("alumni"));
}
