//! Whatever a file holds, it is read or refused, and never stops the page.
//!
//! More cases: `PROPTEST_CASES=100000 cargo test --no-default-features --test spec any_file`. For ten minutes, as before a
//! release: `cargo test --no-default-features --test spec -- --ignored for_minutes`, or `IMPORT_MINUTES=1` of them.

use bridgekeeper::domain::Workspace;
use bridgekeeper::interchange::import::plan::{BadCells, Undecided};
use bridgekeeper::interchange::import::{Decisions, Known, Mapping, Outcome, Plan, Subject, Wanted, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::given::{apply, imported, seed, today};

/// Files of several programs, to be broken.
const FILES: [&str; 6] = [
    "Partner,Health,Stage,Tier,Kind,Owner,Tags\r\nAcme,73,Active,Tier 1,Reseller,Ada,\"a, b\"\r\n'=1,,,,,,\r\n",
    "sep=;\nName;Website;Type;Partner since\nŽluť;zlut.example;SI;01/02/2026\nGlobex;globex.example;OEM;03/04/2026\n",
    "Notes:\n\"Some addresses\nmay be missing\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Novak,https://a.example/in/ana,ana@acme.example,Acme,CTO,21 Nov 2026\n",
    "Name\tWorks at\tTitle\tRoles for us\tEmail\nAna Novak\tAcme, Globex\tCTO, Advisor\tChampion, Blocker\ta@x.example ::: b@x.example\n",
    "Account Name|Contact name|Contact email|Website|Launch date\nAcme|Ana|ana@acme.example|javascript:1|46347\nAcme|Ben|ben@acme.example||11/21/26\n",
    "'Partner','Domain'\n'Acme','acme.example'\n'Acme Ltd','acme.example'\n'Acmee',''\n",
];

/// Somebody is here already.
fn here() -> Workspace {
    imported(
        "Name,Works at,Title,Email\nAna Novak,Acme,CTO,ana@acme.example\nBen,Globex,,\nBen,Globex Ltd,,b@x.example\n",
    )
}

/// One of the general decisions, by chance and the same for the same file.
fn undecided(bytes: &[u8]) -> Undecided {
    let all = [Undecided::Create, Undecided::Update, Undecided::Skip];
    all[bytes.len() % all.len()]
}

/// What must hold of every file that is read.
fn hold(bytes: &[u8], workspace: &Workspace, is_forward: bool) -> Result<(), TestCaseError> {
    let Ok((table, found)) = read(bytes, &Wanted::default()) else { return Ok(()) };
    prop_assert_eq!((found.rows, found.columns), (table.len(), table.headings().len()));
    let decisions = Decisions {
        undecided: if is_forward { undecided(bytes) } else { Undecided::Wait },
        bad_cells: if is_forward { BadCells::LeaveOut } else { BadCells::Refuse },
        ..Decisions::default()
    };
    let known = Known::of(workspace, today());
    let other = |subject| match subject {
        Subject::Partners => Subject::Contacts,
        Subject::Contacts => Subject::Partners,
    };
    let suggested = Mapping::suggest(&table, &[]);
    let others = Mapping::of(&table, other(suggested.subject));
    for mapping in [suggested, others] {
        let plan = Plan::make(&table, &mapping, &known, &decisions, seed());
        let totals = plan.totals();
        let counted = totals.created + totals.updated + totals.asked + totals.skipped + totals.errors;
        prop_assert_eq!(counted, plan.rows.len());
        for row in &plan.rows {
            prop_assert_eq!(row.outcome == Outcome::Error, !row.complaints.is_empty());
            let does = matches!(row.outcome, Outcome::Create | Outcome::Update { .. });
            prop_assert_eq!(row.step.is_some(), does);
        }
        let mut after = workspace.clone();
        let report = apply(&plan, &mut after);
        prop_assert_eq!(report.refused, vec![], "what the plan promises is kept");
        prop_assert_eq!(report.done, totals.created + totals.updated);
        let once = after.clone();
        apply(&plan, &mut after);
        prop_assert_eq!(after, once, "a second time changes nothing");
    }
    Ok(())
}

/// One thing that goes wrong with a file: at this place so many bytes become these.
type Slip = (usize, usize, Vec<u8>);

fn slip() -> impl Strategy<Value = Slip> {
    let bytes = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec![
            ",",
            ";",
            "\"",
            "'",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "=",
            "Acme",
            "a@b.c",
            "1",
            "Ana Novak"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (any::<usize>(), 0_usize..6, bytes)
}

fn broken() -> impl Strategy<Value = Vec<u8>> {
    let file = prop::sample::select(FILES.to_vec());
    (file, proptest::collection::vec(slip(), 0..12), any::<bool>()).prop_map(|(file, slips, is_wide)| {
        let mut bytes = file.as_bytes().to_vec();
        for (at, length, with) in slips {
            let at = at % (bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, with);
        }
        if is_wide { bytes.into_iter().flat_map(|byte| [byte, 0]).collect() } else { bytes }
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), is_forward: bool) {
        hold(&bytes, &here(), is_forward)?;
    }

    #[test]
    fn any_broken_file_is_read_or_refused(bytes in broken(), is_forward: bool) {
        hold(&bytes, &here(), is_forward)?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in "([A-Za-z=+@\"', ;\n\t|.:/0-9é-]{0,40}[,;\n]){0,20}", is_forward: bool) {
        hold(text.as_bytes(), &here(), is_forward)?;
    }
}

#[test]
#[ignore = "takes ten minutes; IMPORT_MINUTES says how many"]
#[allow(clippy::disallowed_methods, reason = "it is about real time")]
fn for_minutes_no_file_stops_the_page() {
    let minutes: u64 =
        std::env::var("IMPORT_MINUTES").ok().and_then(|minutes| minutes.parse().ok()).unwrap_or(10);
    let end = std::time::Instant::now() + std::time::Duration::from_secs(minutes * 60);
    let (mut rounds, here) = (0, here());
    while std::time::Instant::now() < end {
        let mut runner =
            TestRunner::new(Config { cases: 500, failure_persistence: None, ..Config::default() });
        let files = prop_oneof![4 => broken(), 1 => proptest::collection::vec(any::<u8>(), 0..2000)];
        let held = runner.run(&(files, any::<bool>()), |(bytes, is_forward)| hold(&bytes, &here, is_forward));
        held.unwrap_or_else(|error| panic!("{error}"));
        rounds += 1;
    }
    println!("{} files in {minutes} minutes", rounds * 500);
}
