//! What is said of the sample partners. Read every line of `sentences.txt` when it changes, as if
//! a colleague had said it; `UPDATE_EXPECT=1` writes it anew.

use std::fmt::Write;

use bridgekeeper::catalogue::{Word, health as say};
use bridgekeeper::domain::health::{Case, Component, people};
use bridgekeeper::domain::{ContactId, Partner, PartnerId, Workspace};
use bridgekeeper::library::sample;
use expect_test::expect_file;

use super::given::{TODAY, today};
use super::score::example;
use crate::domain::given::at;

fn told(case: Case<'_>, name: &str, who: &dyn Fn(ContactId) -> Option<String>) -> String {
    let mut text = format!("## {name}\n");
    let Some(health) = case.health(today()) else {
        return text + "Not scored in this stage.\n";
    };
    let score = health.score.map_or("–".to_owned(), |score| score.to_string());
    let movement = case.movement(today()).map_or("–".to_owned(), |points| format!("{points:+}"));
    let badge = health.badge().word();
    writeln!(text, "{score} {badge} ({movement}). {}", say::certainty(&health)).unwrap();
    for rule in say::rules(&health, case.partner, who) {
        writeln!(text, "! {rule}").unwrap();
    }
    for component in Component::ALL {
        let points = say::points(health.points(component));
        let earned = say::tenths(health.earned_tenths(component));
        let possible = say::tenths(health.possible_tenths(component));
        let records = match case.records(component, today()).len() {
            1 => "1 record".to_owned(),
            count => format!("{count} records"),
        };
        let sentence = say::sentence(&health, component);
        let word = component.word();
        writeln!(text, "- {word} {points}, {earned} of {possible}, {records}. {sentence}").unwrap();
    }
    if health.score.is_none() {
        for component in health.to_record() {
            writeln!(text, "? {}", say::to_record(component)).unwrap();
        }
    }
    writeln!(text, "> {}", say::forecast(&case.forecast(today()).unwrap(), name)).unwrap();
    for raise in case.raise(today()) {
        let step = say::step(raise.step, case.partner, who);
        writeln!(text, "+{} {step}. {}.", raise.gain, say::why(&raise)).unwrap();
    }
    let half_a_year = today().plus_days(-180);
    for turn in case.turns(half_a_year, today(), 8, today()) {
        writeln!(text, "~ {} {}.", turn.on, say::turn(&turn)).unwrap();
    }
    text
}

fn of_sample(workspace: &Workspace, id: PartnerId, partner: &Partner) -> String {
    let (model, _) = workspace.health_model();
    let people = people::at(&workspace.contacts, id);
    let fiscal = workspace.settings.fiscal_start;
    let who = |id: ContactId| Some(workspace.contacts.get(&id)?.person.name.to_string());
    told(Case { id, partner, people: &people, model: &model, fiscal }, partner.profile.name.as_str(), &who)
}

#[test]
fn what_is_said_of_the_sample_reads_as_if_a_colleague_said_it() {
    let mut workspace = Workspace::default();
    at(TODAY, |moment| sample::fill(&mut workspace, moment)).unwrap();
    let partners = workspace.partners.iter();
    let mut texts: Vec<String> = partners.map(|(id, partner)| of_sample(&workspace, *id, partner)).collect();
    texts.push(told(example().case(), "The worked example", &|_| None));
    expect_file!["./sentences.txt"].assert_eq(&texts.join("\n"));
}
