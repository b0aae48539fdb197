//! A plan is carried out in chunks, and what was exported comes back.

use bridgekeeper::domain::health::Board;
use bridgekeeper::domain::health::band::Badge;
use bridgekeeper::domain::{FiscalStart, Moment, Tag, Workspace};
use bridgekeeper::interchange::import::plan::ROWS_OF_CHUNK;
use bridgekeeper::interchange::import::{Delimiter, Dialect, Outcome, Problem, Quote, Wanted, read};
use bridgekeeper::interchange::sheet::Sheet;
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::{MemoryArea, Millis, Persistence, TabSuffix, Vault};
use proptest::prelude::*;

use super::given::{apply, imported, partner, plan, today};

/// So many partners, each with a person.
fn many(rows: usize) -> String {
    let row = |number| {
        format!(
            "Company {number} Holding,company-{number}.example,Active,Tier {},Reseller,Ada Byron,\"north, ports\",Person {number} Smith,person.{number}@company-{number}.example,Partner manager\n",
            number % 4 + 1
        )
    };
    let rows: String = (0..rows).map(row).collect();
    format!("Partner,Domain,Stage,Tier,Kind,Owner,Tags,Contact name,Contact email,Contact title\n{rows}")
}

#[test]
fn two_hundred_imported_partners_are_no_zombies_then_nor_within_two_quarters() {
    let workspace = imported(&many(200));
    assert_eq!(workspace.partners.len(), 200);
    let mut board = Board::default();
    for day in [0, 90, 180] {
        board.refresh(&workspace, today().plus_days(day));
        let zombies = workspace
            .partners
            .keys()
            .filter(|id| board.health(**id).is_some_and(|health| health.badge() == Badge::Zombie));
        assert_eq!(zombies.count(), 0, "{day} days on, {:?}", FiscalStart::default());
    }
}

#[test]
fn a_chunk_that_is_applied_twice_adds_nothing_twice() {
    let mut workspace = Workspace::default();
    partner(&mut workspace, "Company 1 Holding", "company-1.example");
    let plan = plan(&many(450), &workspace);
    assert_eq!(plan.chunks(), 450_usize.div_ceil(ROWS_OF_CHUNK));
    assert_eq!(apply(&plan, &mut workspace).done, 450);
    let once = workspace.clone();
    assert_eq!(apply(&plan, &mut workspace).refused, []);
    assert_eq!(workspace, once);
    assert_eq!((workspace.partners.len(), workspace.contacts.len()), (450, 450));
}

#[test]
fn two_tabs_that_apply_the_same_chunk_add_the_same_records() {
    let plan = plan(&many(3), &Workspace::default());
    let applied = |bits: u128| {
        let mut next = bits;
        let mut next_bits = || {
            next += 1;
            next
        };
        let mut workspace = Workspace::default();
        plan.chunk(0).apply(&mut workspace, &mut Moment::new(today(), &mut next_bits));
        workspace
    };
    assert_eq!(applied(1), applied(1 << 80));
}

#[test]
fn a_row_whose_partner_went_meanwhile_is_refused_and_leaves_nothing_behind() {
    let mut workspace = Workspace::default();
    let id = partner(&mut workspace, "Acme", "acme.example");
    let text = "Partner,Domain,Tier,Contact name\nAcme,acme.example,1,Ana\nGlobex,globex.example,2,Ben\n";
    let plan = plan(text, &workspace);
    workspace.remove_partner(id).unwrap();
    partner(&mut workspace, "Squatter", "globex.example");
    let before = workspace.clone();
    let report = apply(&plan, &mut workspace);
    assert_eq!(report.done, 0);
    let said: Vec<String> = report.refused.iter().map(|(row, complaint)| complaint.in_row(*row)).collect();
    assert_eq!(said[0], "Row 2: What it was to be joined with is not here any more");
    assert!(said[1].starts_with("Row 3: Squatter already has the domain globex.example"), "{}", said[1]);
    assert_eq!(workspace, before);
}

#[test]
fn what_an_import_takes_in_storage_is_foretold_and_never_too_little() {
    for rows in [20, 400] {
        let area = MemoryArea::default();
        let suffix = TabSuffix::from_random(1);
        let vault = Vault::open(Box::new(area.store()), "import", Millis(1), suffix, Persistence::Browser).0;
        let mut session = Session::new(vault);
        let plan = plan(&many(rows), session.workspace());
        let mut bits = 1 << 90;
        let mut next_bits = || {
            bits += 1;
            bits
        };
        let before = stored(&area);
        for number in 0..plan.chunks() {
            let mut moment = Moment::new(today(), &mut next_bits);
            let chunk = plan.chunk(number);
            session
                .change("Import", Millis(2), &mut moment, |workspace, moment| {
                    Ok(chunk.apply(workspace, moment))
                })
                .unwrap();
        }
        let (taken, foretold) = (stored(&area) - before, plan.totals().weight);
        assert!(foretold >= taken && foretold < taken * 2, "{rows} rows: {foretold} foretold, {taken} taken");
    }
}

/// Units that the documents take; intents are forgotten after a minute.
fn stored(area: &MemoryArea) -> usize {
    let contents = area.contents();
    let documents = contents.into_iter().filter(|(key, _)| key.contains(":d:"));
    documents.map(|(key, value)| key.len() + value.text().map_or(0, |text| text.encode_utf16().count())).sum()
}

#[test]
fn an_export_of_the_partners_changes_nothing_when_it_is_imported_again() {
    let workspace = imported(&many(12));
    let row = |partner: &std::sync::Arc<bridgekeeper::domain::Partner>| {
        let tags: Vec<&str> = partner.tags_in_order().into_iter().map(Tag::as_str).collect();
        vec![
            partner.profile.name.to_string(),
            "73".to_owned(),
            partner.stage_on(today()).name().to_owned(),
            format!("Tier {}", partner.tier_on(today()).number()),
            "Reseller".to_owned(),
            partner.profile.owner.as_ref().unwrap().to_string(),
            tags.join(", "),
        ]
    };
    let headings = ["Partner", "Health", "Stage", "Tier", "Kind", "Owner", "Tags"].map(str::to_owned).into();
    let sheet = Sheet { headings, rows: workspace.partners.values().map(row).collect() };
    let again = plan(&sheet.csv(false), &workspace);
    let nothing = Outcome::Skip { why: Problem::NothingNew };
    assert!(again.rows.iter().all(|row| row.outcome == nothing), "{:?}", again.rows[0]);
    let anew = imported(&sheet.csv(false));
    assert_eq!(anew.partners.len(), 12);
}

#[test]
fn an_export_of_the_people_changes_nothing_when_it_is_imported_again() {
    let workspace = imported(
        "Name,Works at,Title,Roles for us,Email,Phone\n\
         Ana Novak,Acme,CTO,\"Champion, Blocker\",ana@acme.example,+1 555\n\
         Ben Okafor,Globex,,,,\n\
         Cleo,,,,,\n",
    );
    // What the page of people writes: the tier is that of the partner.
    let headings = ["Name", "Works at", "Title", "Roles for us", "Email", "Phone", "Cadence of their own"];
    let rows = [
        ["Ana Novak", "Acme", "CTO", "Champion, Blocker", "ana@acme.example", "+1 555", "Tier 3"],
        ["Ben Okafor", "Globex", "", "", "", "", "Tier 3"],
        ["Cleo", "", "", "", "", "", ""],
    ];
    let rows = rows.map(|row| row.map(str::to_owned).into()).into();
    let sheet = Sheet { headings: headings.map(str::to_owned).into(), rows };
    let again = plan(&sheet.csv(false), &workspace);
    let nothing = Outcome::Skip { why: Problem::NothingNew };
    assert!(again.rows.iter().all(|row| row.outcome == nothing), "{:?}", again.rows);
}

proptest! {
    #[test]
    fn every_cell_that_was_exported_comes_back(
        rows in (1_usize..6).prop_flat_map(|columns| {
            proptest::collection::vec(proptest::collection::vec(any::<String>(), columns), 2..8)
        }),
    ) {
        let mut rows = rows;
        rows[0] = (0..rows[0].len()).map(|number| format!("Heading {number}")).collect();
        let sheet = Sheet { headings: rows.remove(0), rows };
        let dialect = Some(Dialect { delimiter: Delimiter::Comma, quote: Quote::Double });
        let (table, _) = read(sheet.csv(false).as_bytes(), &Wanted { dialect, ..Wanted::default() }).unwrap();
        prop_assert_eq!(table.headings(), &sheet.headings);
        let back: Vec<Vec<&str>> = table.rows().map(|row| row.cells().collect()).collect();
        prop_assert_eq!(back, sheet.rows);
    }

    #[test]
    fn an_export_of_words_is_read_without_being_told_how(
        rows in proptest::collection::vec(proptest::collection::vec("[=+@A-Za-zž '\"\n-]{1,12}(, [a-z]{1,5})?", 3), 1..9),
    ) {
        let sheet = Sheet { headings: ["A", "B", "C"].map(str::to_owned).into(), rows };
        let (table, _) = read(sheet.csv(false).as_bytes(), &Wanted::default()).unwrap();
        let back: Vec<Vec<&str>> = table.rows().map(|row| row.cells().collect()).collect();
        prop_assert_eq!(back, sheet.rows);
    }
}
