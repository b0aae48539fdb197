//! A small template and a run of it. A test changes what its rule is about.

use bridgekeeper::domain::checklist::{
    Answer, BuiltIn, Condition, EvidenceKind, Item, NewRun, Question, RunId, Runs, Section, Template,
    TemplateKey, Traits,
};
use bridgekeeper::domain::{PartnerKind, Stage, Tier};

use crate::domain::given::{TODAY, at, day};

pub fn item(id: &str) -> Item {
    Item { text: format!("Do {id}"), help: format!("How {id} is done well."), ..Item::blank(id.to_owned()) }
}

pub fn section(title: &str, items: &[&str]) -> Section {
    Section { title: title.to_owned(), items: items.iter().map(|id| item(id)).collect() }
}

/// Two sections, "First" with `a`, `b`, `c` and "Then" with `d`, `e`, and a question "why" answered "x" or "y".
pub fn template() -> Template {
    let answer = |id: &str| Answer { id: id.to_owned(), text: id.to_uppercase() };
    Template {
        title: "A small one".to_owned(),
        purpose: "Something is done.".to_owned(),
        when: "Now and then.".to_owned(),
        not_when: "Otherwise.".to_owned(),
        anchor: "the day itself".to_owned(),
        questions: vec![Question {
            id: "why".to_owned(),
            text: "Why?".to_owned(),
            answers: vec![answer("x"), answer("y")],
        }],
        sections: vec![section("First", &["a", "b", "c"]), section("Then", &["d", "e"])],
        ..Template::blank()
    }
}

pub fn item_mut<'a>(template: &'a mut Template, id: &str) -> &'a mut Item {
    template.sections.iter_mut().flat_map(|section| &mut section.items).find(|item| item.id == id).unwrap()
}

pub fn with_evidence(id: &str, evidence: EvidenceKind) -> Template {
    let mut template = template();
    item_mut(&mut template, id).evidence = evidence;
    template
}

pub fn only_if(id: &str, condition: Condition) -> Template {
    let mut template = template();
    item_mut(&mut template, id).only_if.push(condition);
    template
}

pub fn answered(answer: &str) -> Condition {
    Condition { question: Some("why".to_owned()), partner: None, is_one_of: vec![answer.to_owned()] }
}

pub fn key() -> TemplateKey {
    TemplateKey::BuiltIn(BuiltIn::of_id("offboarding").unwrap())
}

pub fn new_run(anchor: &str) -> NewRun {
    NewRun { template: key(), anchor: day(anchor), working_days: false, answers: Vec::new() }
}

/// A run of the template that began today.
pub fn run(template: &Template) -> (Runs, RunId) {
    let mut runs = Runs::default();
    let id = at(TODAY, |moment| runs.start(new_run(TODAY), template, moment));
    (runs, id)
}

pub fn traits() -> Option<Traits> {
    Some(Traits { kind: PartnerKind::Reseller, tier: Tier::Two, stage: Stage::Active })
}

/// The ids of the items that apply.
pub fn shown(runs: &Runs, id: RunId, traits: Option<Traits>) -> Vec<String> {
    runs.sheet(id, traits).unwrap().standings().map(|standing| standing.item.id.clone()).collect()
}
