//! Dull scripts and a partner with something in every record.

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::fact::{Ask, AskKind, Fact};
use bridgekeeper::domain::script::{Category, FORMAT, Medium, Passage, Script};
use bridgekeeper::domain::{
    Commitment, Contact, ContactId, FiscalStart, Note, Partner, PartnerId, Settings, Side, Stage,
    StageChange, Touchpoint, TractionEvent, Workspace,
};

use crate::domain::given::{
    at, commitment, day, line, milestone, person, profile, promise, touchpoint, traction,
};

pub use crate::domain::given::TODAY;

pub fn script(passage: &str) -> Script {
    Script {
        format: FORMAT.to_owned(),
        id: "dull".to_owned(),
        version: 1,
        based_on: None,
        title: "Dull".to_owned(),
        category: Category::Meetings,
        channel: Medium::Note,
        when: "Always.".to_owned(),
        not_when: "Never.".to_owned(),
        guardrail: None,
        sources: Vec::new(),
        subject: None,
        fields: Vec::new(),
        passages: vec![words("one", passage)],
    }
}

pub fn words(id: &str, text: &str) -> Passage {
    Passage { id: id.to_owned(), label: None, optional: false, text: text.to_owned() }
}

/// A workspace with us, and one partner with a person; every word of its records begins with `mark`.
pub struct Filled {
    pub workspace: Workspace,
    pub partner: PartnerId,
    pub contact: ContactId,
}

pub fn filled(mark: &str) -> Filled {
    let mut workspace = Workspace::default();
    workspace.change_settings(Settings {
        own_name: Some(line("Mara Us")),
        company: Some(line("Our Works")),
        fiscal_start: FiscalStart::JANUARY,
    });
    let (partner, contact) = add(&mut workspace, mark);
    Filled { workspace, partner, contact }
}

/// Adds a partner with a person and something in every record, all marked.
pub fn add(workspace: &mut Workspace, mark: &str) -> (PartnerId, ContactId) {
    at(TODAY, |moment| {
        let (id, who): (PartnerId, ContactId) = (moment.new_id(), moment.new_id());
        let marked = |words: &str| format!("{mark} {words}");
        let mut profile = profile();
        profile.name = line(&marked("Company"));
        profile.launched_on = Some(day("2025-06-16"));
        let mut partner = Partner::new(profile);
        let stage = StageChange { on: day("2025-06-16"), to: Stage::Active, reason: None };
        partner.stage_changes.insert(moment.new_id(), stage);
        let dates = promise("2026-06-01", "2026-06-20");
        let ours = commitment(&marked("price list"), dates.clone());
        let theirs = Commitment { side: Side::Theirs, person: Some(line(&marked("Ben"))), ..ours.clone() };
        partner.record(ours, moment).unwrap();
        partner.record(theirs, moment).unwrap();
        partner.record(milestone(&marked("pilot"), promise("2026-01-01", "2026-06-01")), moment).unwrap();
        let note = |words: &str| Note::parse_optional(&marked(words)).unwrap();
        let touch = Touchpoint { with: vec![who], note: note("hiring"), ..touchpoint("2026-06-10") };
        partner.record(touch, moment).unwrap();
        partner.record(TractionEvent { note: note("harbour"), ..traction("2026-02-02") }, moment).unwrap();
        let ask = Ask {
            on: day("2026-05-01"),
            kind: AskKind::Distribution,
            specifics: Some(line(&marked("sells it"))),
            success: Some(line(&marked("ten customers"))),
        };
        partner.record(Fact::Ask(ask), moment).unwrap();
        workspace.partners.insert(id, partner.into());
        let mut contact = Contact::new(person(&format!("Dr. {mark}na Person")));
        contact.join(id, Some(line(&marked("lead"))), None, moment);
        contact.play(id, Some(Role::Counterpart), moment);
        workspace.contacts.insert(who, contact.into());
        (id, who)
    })
}

pub fn today() -> bridgekeeper::domain::Date {
    day(TODAY)
}
