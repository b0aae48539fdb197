//! What is taken along in words: what is in it, and that nothing private is.

use std::sync::Arc;

use bridgekeeper::catalogue::outlines;
use bridgekeeper::domain::health::{Case, people};
use bridgekeeper::domain::meeting::{BriefPart, MeetingNote};
use bridgekeeper::domain::outline::Outline;
use bridgekeeper::domain::{Contact, FiscalStart, Moment, Note, Partner, Settings, Workspace};
use bridgekeeper::interchange::markdown::write;
use bridgekeeper::library::sample;

use crate::domain::given::line;
use crate::meeting::given::{ANA, HERE, MEETING, add, ago, meeting, today, workspace};

const SECRET: &str = "SECRET";

fn secret() -> Option<Note> {
    Note::parse_optional(SECRET).unwrap()
}

/// Everything private that there is, everywhere.
fn with_secrets() -> Workspace {
    let mut workspace = workspace(meeting(ago(-1)));
    let ana: &mut Contact = workspace.contact_mut(ANA).unwrap();
    ana.person.notes = secret();
    let research = &mut ana.research;
    (research.path, research.shares, research.said, research.cares_about) =
        (secret(), secret(), secret(), secret());
    workspace.partner_mut(HERE).unwrap().profile.notes = secret();
    let note = MeetingNote { meeting: MEETING, text: secret().unwrap(), private: true };
    add(&mut workspace, &note);
    workspace
}

fn filled() -> Workspace {
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut workspace = Workspace::default();
    workspace.change_settings(Settings { fiscal_start: FiscalStart::JANUARY, ..Settings::default() });
    sample::fill(&mut workspace, &mut Moment::new(today(), &mut next_bits)).unwrap();
    workspace
}

fn one_pager(workspace: &Workspace, id: bridgekeeper::domain::PartnerId, partner: &Partner) -> Outline {
    let (model, _) = workspace.health_model();
    let people = people::at(&workspace.contacts, id);
    let case = Case { id, partner, people: &people, model: &model, fiscal: workspace.settings.fiscal_start };
    outlines::one_pager(workspace, id, case.health(today()).as_ref(), today()).unwrap()
}

#[test]
fn nothing_private_is_taken_along() {
    let workspace = with_secrets();
    let partner = workspace.partner(HERE).unwrap();
    let page = write(&one_pager(&workspace, HERE, partner));
    assert!(page.contains("Ana Sample") && !page.contains(SECRET), "{page}");
    let brief = write(&outlines::brief(&workspace, MEETING, today()).unwrap());
    assert!(brief.contains("Ana Sample") && !brief.contains(SECRET), "{brief}");
}

#[test]
fn a_one_pager_has_the_parts_a_reader_looks_for() {
    let workspace = filled();
    let (id, partner) =
        workspace.partners.iter().find(|(_, partner)| partner.profile.name.as_str() == "Northquay").unwrap();
    let page = write(&one_pager(&workspace, *id, partner));
    for part in [
        "# Northquay",
        "**Stage:** Active, since",
        "**Tier:** Tier",
        "**Health:**",
        "## People",
        "## Last touches",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    let pages = workspace.partners.iter().map(|(id, partner)| write(&one_pager(&workspace, *id, partner)));
    let all: String = pages.collect();
    for part in ["## The ask", "## Open promises", "## Results of the last 180 days"] {
        assert!(all.contains(part), "{part}");
    }
}

#[test]
fn a_brief_has_what_was_prepared_and_what_is_owed() {
    let mut workspace = with_secrets();
    let partner = workspace.partner_mut(HERE).unwrap();
    for (part, words) in [
        (BriefPart::Evidence, "They lose two ports"),
        (BriefPart::Framing, "Speed"),
        (BriefPart::Bring, "The port study"),
        (BriefPart::Questions, "Who signs?"),
    ] {
        partner.meetings.write_brief(MEETING, part, words).unwrap();
    }
    let probe = bridgekeeper::domain::meeting::Probe {
        meeting: MEETING,
        text: line("What would stop it?"),
        answer: None,
    };
    add(&mut workspace, &probe);
    let brief = write(&outlines::brief(&workspace, MEETING, today()).unwrap());
    for words in ["They lose two ports", "Speed", "The port study", "Who signs?", "What would stop it?"] {
        assert!(brief.contains(words), "{words} is not in\n{brief}");
    }
}

#[test]
fn a_recap_keeps_its_paragraphs_and_lists() {
    let page = write(&outlines::recap("Recap of June 15", "Dear Ana,\n\nWe agreed:\n- one\n- two\n\nInes\n"));
    assert_eq!(page, "# Recap of June 15\n\nDear Ana,\n\n## We agreed:\n\n- one\n- two\n\nInes\n");
}

#[test]
fn a_playbook_says_what_is_done_and_an_ending_what_was_told_and_learnt() {
    let workspace = filled();
    let runs: Vec<String> = (workspace.partners.iter())
        .flat_map(|(id, partner): (_, &Arc<Partner>)| {
            let traits = workspace.traits(Some(*id), today());
            let sheets = partner.playbooks.sheets(traits);
            sheets.map(|sheet| write(&outlines::run(sheet, "Northquay", today()))).collect::<Vec<_>>()
        })
        .collect();
    assert!(runs.iter().any(|run| run.contains("- [x] ") && run.contains("- [ ] ")), "{runs:?}");
    let chapters = workspace.partners.values().filter_map(|partner| partner.chapter());
    let (mut stories, mut lessons) = (0, 0);
    for chapter in chapters {
        stories += usize::from(outlines::story("Northquay", &chapter).is_some());
        if let Some(lesson) = outlines::post_mortem("Northquay", &chapter, today()) {
            lessons += 1;
            assert!(write(&lesson).starts_with("# Post-mortem: Northquay\n"));
            assert!(
                outlines::story("Northquay", &chapter)
                    .is_none_or(|story| !write(&story).contains("root cause"))
            );
        }
    }
    assert!(stories > 0 && lessons > 0, "the sample has both");
}
