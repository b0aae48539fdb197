//! The checklists that come with the product, a file each in this folder, read when they are first needed.

use std::sync::OnceLock;

use crate::domain::checklist::{BuiltIn, Template, check};
use crate::domain::fields::FromJson;

/// In the order of [`BuiltIn`].
const FILES: [&str; 22] = [
    include_str!("launch-gate.json"),
    include_str!("early-wins.json"),
    include_str!("year-one-quarter.json"),
    include_str!("fit-review.json"),
    include_str!("meeting-prep.json"),
    include_str!("decision-map.json"),
    include_str!("close-and-recap.json"),
    include_str!("give-first.json"),
    include_str!("account-mapping.json"),
    include_str!("go-live.json"),
    include_str!("onboarding-30-60-90.json"),
    include_str!("enablement-kit.json"),
    include_str!("business-review.json"),
    include_str!("zombie-sweep.json"),
    include_str!("improvement-plan.json"),
    include_str!("escalation.json"),
    include_str!("ending-conversation.json"),
    include_str!("offboarding.json"),
    include_str!("post-mortem.json"),
    include_str!("alumni.json"),
    include_str!("directory-hygiene.json"),
    include_str!("backup-drill.json"),
];

/// What a checklist says.
pub fn template(of: BuiltIn) -> Option<&'static Template> {
    static READ: [OnceLock<Option<Template>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let text = FILES.get(of.place())?;
    READ.get(of.place())?.get_or_init(|| Template::from_json(text).ok()).as_ref()
}

/// Everything that is wrong with the files, a sentence each. There is nothing in a build that passes its tests.
pub fn faults() -> Vec<String> {
    let faulty = FILES.iter().zip(BuiltIn::all());
    faulty.filter_map(|(text, of)| Some(format!("{}: {}", of.id(), check::read(text).err()?))).collect()
}
