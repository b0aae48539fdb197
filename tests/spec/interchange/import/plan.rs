//! A dry run says of each row what would become of it.

use bridgekeeper::domain::{Id, PartnerKind, Stage, Tier, Workspace};
use bridgekeeper::interchange::import::plan::{BadCells, Employers, Undecided};
use bridgekeeper::interchange::import::{Choice, Decisions, Outcome, PlannedRow, Problem, Target};

use super::given::{apply, imported, partner, plan, plan_with, today};

fn sentences(row: &PlannedRow) -> Vec<String> {
    row.complaints.iter().map(|complaint| complaint.in_row(row.number)).collect()
}

fn asked(row: &PlannedRow) -> Vec<(&str, u8)> {
    match &row.outcome {
        Outcome::Ask { with } => with.iter().map(|one| (one.name.as_str(), one.likeness)).collect(),
        other => panic!("{other:?}"),
    }
}

fn changes(row: &PlannedRow) -> Vec<(Target, Option<&str>, &str)> {
    match &row.outcome {
        Outcome::Update { changes, .. } => changes
            .iter()
            .map(|change| (change.target.clone(), change.from.as_deref(), change.to.as_str()))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_of_partners_becomes_partners() {
    let workspace = imported(
        "Partner,Website,Stage,Tier,Type,Owner,Tags\n\
         Northwind,https://www.northwind.example/en,Live,Gold,SI,Ada,\"ports, nordics\"\n",
    );
    let (_, partner) = workspace.partners.iter().next().unwrap();
    let profile = &partner.profile;
    assert_eq!(profile.name.as_str(), "Northwind");
    assert_eq!(profile.domain.as_ref().unwrap().as_str(), "northwind.example");
    assert_eq!(partner.stage_on(today()), Stage::Active);
    assert_eq!(partner.tier_on(today()), Tier::Two);
    assert_eq!(profile.kind, PartnerKind::Services);
    assert_eq!(profile.owner.as_ref().unwrap().as_str(), "Ada");
    assert_eq!(partner.tags.len(), 2);
    assert_eq!((profile.launched_on, profile.tracked_from), (Some(today()), today()));
}

#[test]
fn what_is_here_already_is_changed_or_passed_over() {
    let mut workspace = Workspace::default();
    partner(&mut workspace, "Northwind", "northwind.example");
    let text = "Partner,Domain,Tier,Tags\nNorthwind,northwind.example,1,ports\n";
    let first = plan(text, &workspace);
    // The place of a word in our list, from 0.
    assert_eq!(changes(&first.rows[0]), [(Target::Tier, Some("2"), "0"), (Target::Tags, None, "ports")]);
    apply(&first, &mut workspace);
    let again = plan(text, &workspace);
    assert_eq!(again.rows[0].outcome, Outcome::Skip { why: Problem::NothingNew });
    assert_eq!((workspace.partners.len(), again.chunks()), (1, 0));
}

#[test]
fn a_blank_cell_takes_nothing_away_and_a_name_stays() {
    let mut workspace = imported("Partner,Domain,Owner,Notes\nNorthwind,northwind.example,Ada,Met in Rome\n");
    let plan = plan("Partner,Domain,Owner,Notes\nNordwind GmbH,northwind.example,,Signed\n", &workspace);
    assert_eq!(changes(&plan.rows[0]), [(Target::Notes, None, "Signed")]);
    assert_eq!(plan.rows[0].notes[0].to_string(), "It is called “Northwind” here, and keeps that name");
    apply(&plan, &mut workspace);
    let profile = &workspace.partners.values().next().unwrap().profile;
    assert_eq!(profile.notes.as_ref().unwrap().as_str(), "Met in Rome\n\nSigned");
    assert_eq!((profile.name.as_str(), profile.owner.as_ref().unwrap().as_str()), ("Northwind", "Ada"));
}

#[test]
fn cells_are_refused_with_the_sentence_of_the_domain_and_their_place() {
    let plan = plan(
        "Partner,Website,Link,Launched on\n\
         ,a.example,,\n\
         Acme,b.example,javascript:alert(1),\n\
         Globex,c.example,,2031-01-01\n\
         Initech,not a domain,,\n\
         Hooli,d.example,,yesterday\n",
        &Workspace::default(),
    );
    let said: Vec<String> = plan.rows.iter().flat_map(sentences).collect();
    assert_eq!(
        said,
        [
            "Row 2: It has no name",
            "Row 3, “Link”: Write a link that begins with https://, http://, mailto: or tel:, without spaces",
            "Row 4, “Launched on”: This day has not come yet. Record what happened on or before today; plan ahead with a promise",
            "Row 5, “Website”: Write the domain like example.com, without spaces",
            "Row 6, “Launched on”: “yesterday” is not a day written 2026-11-21. Correct it, or choose another order of dates",
        ]
    );
    assert_eq!((plan.totals().errors, plan.chunks()), (5, 0));
}

#[test]
fn rows_with_a_cell_that_is_not_taken_can_be_imported_without_it() {
    let decisions = Decisions { bad_cells: BadCells::LeaveOut, ..Decisions::default() };
    let text = "Partner,Website\nAcme,acme.example\nGlobex,on paper\n";
    let plan = plan_with(text, &Workspace::default(), &decisions);
    assert_eq!(plan.totals().created, 2);
    assert_eq!(
        plan.rows[1].notes[0].to_string(),
        "“Website”: Write the domain like example.com, without spaces"
    );
}

#[test]
fn formulas_are_words_like_others() {
    let workspace = imported("Partner,Notes\n=cmd|' /C calc'!A0,@SUM(A1)\n");
    let partner = workspace.partners.values().next().unwrap();
    assert_eq!(partner.profile.name.as_str(), "=cmd|' /C calc'!A0");
}

#[test]
fn a_row_that_was_there_before_is_passed_over_and_says_which() {
    let plan = plan(
        "Partner,Domain\nAcme,acme.example\nACME,acme.example\nAcme,\nOther,acme.example\nAcme,acme.test\n",
        &Workspace::default(),
    );
    let same = Outcome::Skip { why: Problem::SameAsRow { row: 2 } };
    let outcomes: Vec<&Outcome> = plan.rows.iter().map(|row| &row.outcome).collect();
    assert_eq!(outcomes[..4], [&Outcome::Create, &same, &same, &same]);
    assert_eq!(outcomes[4], &Outcome::Create, "another domain is another partner");
}

#[test]
fn names_alike_are_asked_about_and_nothing_is_imported_until_somebody_decides() {
    let mut workspace = Workspace::default();
    let id = partner(&mut workspace, "Northwind Traders", "northwind.example");
    partner(&mut workspace, "Region 1", "");
    let text = "Partner\nNorthwind Traders Ltd.\nNorthwnd Traders\nRegion 2\n";
    let plan = plan(text, &workspace);
    assert_eq!(asked(&plan.rows[0]), [("Northwind Traders", 100)]);
    assert_eq!(asked(&plan.rows[1]), [("Northwind Traders", 94)]);
    assert_eq!(plan.rows[2].outcome, Outcome::Create, "numbers tell names apart");
    assert_eq!((plan.totals().asked, plan.chunk(0).steps.len()), (2, 1));

    let rows = vec![(2, Choice::Update(id.to_string())), (3, Choice::Skip)];
    let decided = plan_with(text, &workspace, &Decisions { rows, ..Decisions::default() });
    assert_eq!(decided.rows[0].outcome, Outcome::Skip { why: Problem::NothingNew });
    assert_eq!(decided.rows[1].outcome, Outcome::Skip { why: Problem::LeftOut });
    let undecided = Decisions { undecided: Undecided::Create, ..Decisions::default() };
    assert_eq!(plan_with(text, &workspace, &undecided).totals().created, 3);
    let undecided = Decisions { undecided: Undecided::Update, ..Decisions::default() };
    assert_eq!(plan_with(text, &workspace, &undecided).totals().skipped, 2);
    let gone = vec![(2, Choice::Update(Id::<Workspace>::from_bits(9).to_string()))];
    let plan = plan_with(text, &workspace, &Decisions { rows: gone, ..Decisions::default() });
    assert_eq!(sentences(&plan.rows[0]), ["Row 2: What it was to be joined with is not here any more"]);
}

#[test]
fn two_rows_do_not_change_one_partner_twice() {
    let mut workspace = Workspace::default();
    partner(&mut workspace, "Northwind Traders", "");
    let text = "Partner,Stage\nNorthwind Traders Ltd,Active\nNorthwind Traders Inc,Paused\n";
    let decisions = Decisions { undecided: Undecided::Update, ..Decisions::default() };
    let plan = plan_with(text, &workspace, &decisions);
    assert_eq!(changes(&plan.rows[0]), [(Target::Stage, Some("0"), "3")]);
    assert_eq!(plan.rows[1].outcome, Outcome::Skip { why: Problem::SameAsRow { row: 2 } });
}

#[test]
fn a_domain_that_is_taken_makes_no_second_partner() {
    let mut workspace = Workspace::default();
    partner(&mut workspace, "Northwind", "northwind.example");
    let rows = vec![(2, Choice::Create)];
    let decisions = Decisions { rows, ..Decisions::default() };
    let plan = plan_with("Partner,Domain\nAcme,northwind.example\n", &workspace, &decisions);
    assert_eq!(sentences(&plan.rows[0]), ["Row 2: Northwind already has the domain northwind.example"]);
}

#[test]
fn more_than_there_is_room_for_is_refused() {
    let tags: Vec<String> = (0..21).map(|number| format!("t{number}")).collect();
    let plan = plan(&format!("Partner,Tags\nAcme,\"{}\"\n", tags.join(",")), &Workspace::default());
    assert_eq!(sentences(&plan.rows[0]), ["Row 2: There is room for 20, and no more. Remove one first"]);
}

#[test]
fn people_work_at_partners_that_are_here_or_are_added_once() {
    let mut workspace = Workspace::default();
    let northwind = partner(&mut workspace, "Northwind", "northwind.example");
    let text = "First Name,Last Name,Email,Company,Title,Role\n\
                Ana,Novak,ana@northwind.example,Northwind Ltd,CTO,Champion\n\
                Ben,Okafor,ben@globex.example,Globex,,\n\
                Cleo,Marin,cleo@globex.example,\"GLOBEX, Inc.\",Buyer,\n\
                Dan,Frei,dan@home.example,,,\n";
    let plan = plan(text, &workspace);
    let totals = plan.totals();
    assert_eq!((totals.created, totals.employers), (4, 1));
    assert_eq!(apply(&plan, &mut workspace).done, 4);
    assert_eq!((workspace.partners.len(), workspace.contacts.len()), (2, 4));
    let ana = workspace.contacts.values().find(|one| one.person.name.as_str() == "Ana Novak").unwrap();
    assert_eq!(ana.employment_at(northwind, today()).unwrap().1.title.as_ref().unwrap().as_str(), "CTO");
    assert_eq!(ana.roles_at(northwind, today()).len(), 1);
    let globex = workspace.partners.iter().find(|(id, _)| **id != northwind).unwrap().0;
    assert_eq!(workspace.contacts.values().filter(|one| one.works_at(*globex, today())).count(), 2);

    let left_out = Decisions { employers: Employers::LeaveOut, ..Decisions::default() };
    let without = plan_with(text, &Workspace::default(), &left_out);
    assert_eq!((without.totals().created, without.totals().employers), (4, 0));
}

#[test]
fn a_person_is_known_by_their_address_or_by_name_and_employer() {
    let mut workspace =
        imported("Name,Email,Works at,Title\nAna Novak,ana@acme.example,Acme,CTO\nBen Okafor,,Acme,\n");
    let plan = plan(
        "Name,Email,Works at,Title,Phone\n\
         Ana N.,ANA@acme.example,Globex,Chief,\n\
         Ben Okafor,ben@acme.example,Acme,,555\n\
         Ana Novak,other@acme.example,Acme,,\n\
         Ben Okafor,,Hooli,,\n\
         Ana Nowak,new@acme.example,Acme,,\n",
        &workspace,
    );
    assert_eq!(
        changes(&plan.rows[0]),
        [(Target::PartnerName, Some("Acme"), "Globex"), (Target::Title, None, "Chief")]
    );
    assert_eq!(
        changes(&plan.rows[1]),
        [(Target::Email, None, "ben@acme.example"), (Target::Phone, None, "555")]
    );
    assert_eq!(asked(&plan.rows[2])[0], ("Ana Novak", 100), "the same name with another address");
    assert_eq!(asked(&plan.rows[3]), [("Ben Okafor", 100)], "the same name at another employer");
    assert_eq!(asked(&plan.rows[4]), [("Ana Novak", 88)]);
    assert_eq!(apply(&plan, &mut workspace).done, 2);
    let ana = workspace.contacts.values().find(|one| one.person.name.as_str() == "Ana Novak").unwrap();
    assert_eq!(ana.employers_on(today()).len(), 2, "she is asked to leave nobody");
}

#[test]
fn a_partners_row_may_bring_its_people() {
    let text = "Partner,Domain,Contact name,Contact email,Contact title\n\
                Acme,acme.example,Ana Novak,ana@acme.example,CTO\n\
                Acme,acme.example,Ben Okafor,ben@acme.example,\n\
                Acme,acme.example,Ben Okafor,ben@acme.example,\n\
                Globex,globex.example,,who@globex.example,\n";
    let mut workspace = imported(text);
    assert_eq!((workspace.partners.len(), workspace.contacts.len()), (2, 2));
    let plan = plan(text, &workspace);
    assert_eq!(plan.totals().skipped, 4, "all of it is here");
    assert_eq!(plan.rows[3].notes[0].problem, Problem::NamelessPerson);
    assert_eq!(apply(&plan, &mut workspace).done, 0);
}

#[test]
fn several_employers_in_one_cell_are_those_that_are_here() {
    let mut workspace = Workspace::default();
    partner(&mut workspace, "Acme", "");
    partner(&mut workspace, "Globex, Inc.", "");
    let text = "Name,Works at,Title,Email\n\
                Ana,\"Acme, Globex\",\"CTO, Advisor\",a@x.example\n\
                Ben,\"Globex, Inc.\",Buyer,b@x.example\n\
                Cleo,\"Acme, Globex\",Buyer,c@x.example\n";
    let plan = plan(text, &workspace);
    let jobs = |at: usize| {
        let person = plan.rows[at].step.as_ref().unwrap().person.as_ref().unwrap();
        person.jobs.iter().map(|job| job.title.as_deref()).collect::<Vec<_>>()
    };
    assert_eq!(
        (jobs(0), jobs(1), jobs(2)),
        (vec![Some("CTO"), Some("Advisor")], vec![Some("Buyer")], vec![None, None])
    );
    assert_eq!(plan.rows[2].notes[0].problem, Problem::WhoseTitle);
    assert_eq!(plan.totals().employers, 0);
}

#[test]
fn of_several_addresses_the_first_is_taken_and_that_is_said() {
    let plan = plan("First Name,Email\nAna,a@x.example ::: b@x.example\n", &Workspace::default());
    let values = &plan.rows[0].step.as_ref().unwrap().person.as_ref().unwrap().part.values;
    assert_eq!(values[1].text, "a@x.example");
    assert_eq!(plan.rows[0].notes[0].problem, Problem::OnlyTheFirst);
}

#[test]
fn companies_that_share_a_name_or_a_domain_are_added_once() {
    let text = "First Name,Company,Company domain,Email\n\
                A,Acme,acme.example,a@x.example\n\
                B,Acme Group,acme.example,b@x.example\n\
                C,Acme Group,,c@x.example\n";
    let mut workspace = Workspace::default();
    let report = apply(&plan(text, &workspace), &mut workspace);
    assert_eq!((report.done, report.refused, workspace.partners.len()), (3, vec![], 1));
}
