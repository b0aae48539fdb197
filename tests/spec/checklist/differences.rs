//! What changed in a template since a run copied it.

use bridgekeeper::domain::checklist::differences::{differences, take_over};
use bridgekeeper::domain::checklist::{Difference, Differs, Item, Section, Template};
use proptest::prelude::*;

use super::given::{answered, item, item_mut, new_run, only_if, run, section, template};
use crate::domain::given::{TODAY, at};

fn told(copy: &Template, now: &Template) -> Vec<(String, Differs)> {
    differences(copy, now).into_iter().map(|one| (one.item, one.differs)).collect()
}

fn of(id: &str, differs: Differs) -> (String, Differs) {
    (id.to_owned(), differs)
}

#[test]
fn the_same_template_has_no_differences() {
    assert_eq!(told(&template(), &template()), []);
}

#[test]
fn items_are_added_removed_reworded_and_moved() {
    let mut now = template();
    item_mut(&mut now, "b").text = "Do b better".to_owned();
    now.sections[0].items.insert(1, item("n"));
    now.sections[1].items.remove(0);
    let c = now.sections[0].items.pop().unwrap();
    now.sections[1].items.insert(0, c);
    let expected = [
        of("n", Differs::Added),
        of("b", Differs::Reworded),
        of("c", Differs::Moved),
        of("d", Differs::Removed),
    ];
    assert_eq!(told(&template(), &now), expected);
}

#[test]
fn one_item_moved_is_one_difference() {
    let mut now = template();
    now.sections[0] = section("First", &["c", "a", "b"]);
    assert_eq!(told(&template(), &now), [of("c", Differs::Moved)]);
}

#[test]
fn what_is_taken_over_is_a_difference_no_more() {
    let mut now = template();
    item_mut(&mut now, "b").text = "Do b better".to_owned();
    now.sections[0].items.insert(1, item("n"));
    let (mut runs, id) = run(&template());
    let added = Difference { item: "n".to_owned(), differs: Differs::Added };
    runs.take_over(id, &now, &added).unwrap();
    let copy = runs.sheet(id, None).unwrap().template;
    assert_eq!(told(copy, &now), [of("b", Differs::Reworded)]);
    let ids: Vec<_> = copy.items().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(ids, ["a", "n", "b", "c", "d", "e"]);
}

#[test]
fn a_condition_brings_its_question_along() {
    let now = only_if("a", answered("x"));
    let mut before = template();
    before.questions.clear();
    let (mut runs, id) = run(&before);
    let reworded = Difference { item: "a".to_owned(), differs: Differs::Reworded };
    runs.take_over(id, &now, &reworded).unwrap();
    assert_eq!(runs.sheet(id, None).unwrap().template.questions, now.questions);
}

/// Templates of items `a` to `h`, in any order under up to three headings, some reworded.
fn any_template() -> impl Strategy<Value = Template> {
    let ids: Vec<char> = ('a'..='h').collect();
    let placed = proptest::collection::vec((0..3_usize, any::<bool>(), any::<bool>()), 8);
    (Just(ids).prop_shuffle(), placed, Just(vec!["First", "Then", "Last"]).prop_shuffle()).prop_map(
        |(ids, placed, titles)| {
            let mut sections: Vec<Section> = titles.into_iter().map(|title| section(title, &[])).collect();
            for (id, (place, is_there, is_reworded)) in ids.into_iter().zip(placed) {
                let words = if is_reworded { "Better" } else { "Do" };
                let item = Item { text: format!("{words} {id}"), ..item(&id.to_string()) };
                if is_there {
                    sections[place].items.push(item);
                }
            }
            sections.retain(|section| !section.items.is_empty());
            Template { sections, ..template() }
        },
    )
}

proptest! {
    #[test]
    fn a_run_equals_its_copy_whatever_becomes_of_the_template(before in any_template(), edits in proptest::collection::vec(any_template(), 0..4)) {
        let mut workspace = bridgekeeper::domain::Workspace::default();
        let key = at(TODAY, |moment| workspace.add_template(before.clone(), moment));
        let id = at(TODAY, |moment| workspace.playbooks.start(new_run(TODAY), &before, moment));
        for edit in edits {
            workspace.edit_template(key, edit).unwrap();
            prop_assert_eq!(workspace.playbooks.sheet(id, None).unwrap().template, &before);
        }
        workspace.remove_template(key).unwrap();
        prop_assert_eq!(workspace.playbooks.sheet(id, None).unwrap().template, &before);
    }

    #[test]
    fn taking_every_difference_over_ends_with_the_items_of_the_template(before in any_template(), now in any_template()) {
        let mut copy = before.clone();
        for _ in 0..40 {
            let Some(first) = differences(&copy, &now).into_iter().next() else { break };
            take_over(&mut copy, &now, &first);
        }
        prop_assert_eq!(differences(&copy, &now), vec![]);
        if !differences(&before, &now).is_empty() {
            prop_assert_eq!(&copy.sections, &now.sections);
        }
    }
}
