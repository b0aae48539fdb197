//! A dry run says of each row what would become of it.

use bridgekeeper::domain::{PartnerKind, Stage, Tier, Workspace};
use bridgekeeper::interchange::import::Outcome;

use super::given::{apply, imported, partner, plan, today};

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
    let text = "Partner,Domain,Tier\nNorthwind,northwind.example,1\nNorthwind,northwind.example,2\n";
    let first = plan(text, &workspace);
    assert!(matches!(&first.rows[0].outcome, Outcome::Update { changes, .. } if changes.len() == 1));
    assert!(matches!(first.rows[1].outcome, Outcome::Skip { .. }));
    apply(&first, &mut workspace);
    let again = plan(text, &workspace);
    assert_eq!(again.totals().updated, 0);
    assert_eq!(workspace.partners.len(), 1);
}
