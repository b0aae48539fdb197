//! A list of 10,000 partners with their people, and a workspace that knows as many under names alike.

use bridgekeeper::domain::{Domain, Id, Moment, Workspace};
use bridgekeeper::interchange::import::{
    Decisions, Found, Known, Mapping, Plan, Problem, Table, Wanted, read,
};

use super::portfolio::{EVALUATED, new_partner};

/// The file, a little over 1 MB for 10,000 rows.
pub fn file(rows: usize) -> Vec<u8> {
    let mut text = String::from(
        "Account Name,Website,Partner Status,Partner Tier,Type,Account Owner,Tags,Partner since,Contact name,Contact email\n",
    );
    for number in 0..rows {
        let (one, two) = (word(number), word(number / 24));
        text.push_str(&format!(
            "{one} {two} {} GmbH,https://www.{one}-{two}-{number}.example/about,Active,Gold,Reseller,Ada Byron,\"north, ports\",21.{:02}.2024,{two} {one}son,{one}.{number}@{two}.example\n",
            word(number / 576), number % 12 + 1,
        ));
    }
    text.into_bytes()
}

const WORDS: [&str; 24] = [
    "amber", "birch", "cobalt", "delta", "ember", "fjord", "garnet", "harbor", "indigo", "juniper",
    "kestrel", "lumen", "meadow", "nimbus", "onyx", "pine", "quartz", "raven", "saffron", "tundra", "umber",
    "velvet", "willow", "zephyr",
];

fn word(number: usize) -> &'static str {
    WORDS.get(number % WORDS.len()).copied().unwrap_or_default()
}

/// A workspace with so many partners whose names are like those of the file.
pub fn known(partners: usize) -> Known {
    let mut workspace = Workspace::default();
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(EVALUATED, &mut next_bits);
    for number in 0..partners {
        let Ok(mut new) = new_partner(u32::try_from(number).unwrap_or_default()) else { continue };
        let (one, two) = (word(number), word(number / 7));
        if let Ok(name) = format!("{one} {two}s {}", word(number / 24)).try_into() {
            new.name = name;
        }
        let Ok(id) = workspace.add_partner(new, &mut moment) else { continue };
        // Straight in: adding looks through all others for the domain.
        if let Ok(partner) = workspace.partner_mut(id) {
            partner.profile.domain =
                Domain::parse_optional(&format!("{one}{number}.test")).unwrap_or_default();
        }
    }
    Known::of(&workspace, EVALUATED)
}

/// From bytes to a plan.
pub fn planned(bytes: &[u8], known: &Known) -> Result<usize, Problem> {
    let (table, _): (Table, Found) = read(bytes, &Wanted::default())?;
    let mapping = Mapping::suggest(&table, &[]);
    let plan = Plan::make(&table, &mapping, known, &Decisions::default(), Id::from_bits(1 << 100));
    Ok(plan.totals().created + plan.rows.len())
}
