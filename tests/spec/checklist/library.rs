//! Every checklist that comes with the product.

use bridgekeeper::domain::checklist::{BuiltIn, Template, TemplateKey, check};
use bridgekeeper::library::checklists;

fn all() -> Vec<&'static Template> {
    BuiltIn::all().map(|of| checklists::template(of).unwrap_or_else(|| panic!("{}", of.id()))).collect()
}

#[test]
fn all_are_read_and_none_has_a_fault() {
    assert_eq!(checklists::faults(), Vec::<String>::new());
    assert_eq!(all().len(), 22);
}

#[test]
fn each_stands_under_its_own_id_and_title() {
    for (of, template) in BuiltIn::all().zip(all()) {
        assert_eq!((of.id(), of.title()), (template.id.as_str(), template.title.as_str()));
        assert_eq!(TemplateKey::read(of.id()), Some(TemplateKey::BuiltIn(of)));
    }
}

#[test]
fn each_names_its_sources_and_has_four_to_twenty_items() {
    for template in all() {
        assert!(!template.sources.is_empty(), "{}", template.id);
        assert!((4..=20).contains(&template.items().count()), "{}", template.id);
        assert_eq!(template.based_on, None);
    }
}

#[test]
fn every_item_begins_with_a_capital_has_no_full_stop_and_real_help() {
    for template in all() {
        for (_, item) in template.items() {
            let place = format!("{}: {}", template.id, item.id);
            assert!(item.text.starts_with(char::is_uppercase), "{place}");
            assert!(!item.text.ends_with('.'), "{place}");
            assert!((20..=400).contains(&item.help.chars().count()), "{place}");
            assert!(item.help.ends_with(['.', '?', '!', '”']), "{place}");
        }
    }
}

#[test]
fn what_is_quoted_as_a_checklist_is_one() {
    // A title in quotation marks sends the reader there.
    let titles: Vec<&str> = BuiltIn::all().map(BuiltIn::title).collect();
    for template in all() {
        for link in template.not_when.split('“').skip(1).filter_map(|rest| rest.split('”').next()) {
            let is_title = titles.contains(&link);
            let is_speech = link.starts_with(char::is_lowercase);
            assert!(is_title || is_speech, "{}: {link}", template.id);
        }
    }
}

#[test]
fn the_scenario_of_an_ending_has_its_four_answers() {
    let offboarding = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
    let answers: Vec<_> =
        offboarding.question("scenario").unwrap().answers.iter().map(|answer| answer.id.as_str()).collect();
    assert_eq!(answers, ["no-traction", "breach", "mutual", "acquired"]);
}

#[test]
fn a_file_written_and_read_again_is_the_same() {
    for template in all() {
        let file = serde_json::to_string_pretty(template).unwrap();
        assert_eq!(&check::read(&file).unwrap(), template);
    }
}
