//! Finding the same under a name that is written a little differently, among thousands, without comparing each with each.

use super::words::key;

/// Places of things by a key that is the same for them.
#[derive(Clone, Debug, Default)]
pub struct Index {
    keys: Vec<String>,
    /// Hash and place, in order.
    places: Vec<(u64, u32)>,
}

impl Index {
    /// An index of these keys, in the order of their things. A blank key is not found.
    pub fn of(keys: impl Iterator<Item = String>) -> Self {
        let keys: Vec<String> = keys.collect();
        let filled = keys.iter().zip(0_u32..).filter(|(key, _)| !key.is_empty());
        let mut places: Vec<(u64, u32)> = filled.map(|(key, place)| (hash(key), place)).collect();
        places.sort_unstable();
        Self { keys, places }
    }

    /// The places of the things with this key, in their order.
    pub fn get<'k>(&'k self, key: &'k str) -> impl Iterator<Item = usize> + Clone + 'k {
        let hash = hash(key);
        let from = self.places.partition_point(|(held, _)| *held < hash);
        let found = self.places.get(from..).unwrap_or_default().iter();
        found
            .take_while(move |(held, _)| *held == hash)
            .map(|(_, place)| *place as usize)
            .filter(move |place| self.keys.get(*place).is_some_and(|held| held == key))
    }

    /// The first of them.
    pub fn first(&self, key: &str) -> Option<usize> {
        self.get(key).next()
    }
}

fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Names that can be asked for the ones most like another.
///
/// Two names alike have runs of three letters in common. Each run leads to the names that have it; the rarest runs of a name
/// lead to the few that are worth comparing.
#[derive(Clone, Debug, Default)]
pub struct Names {
    keys: Vec<String>,
    /// Run of letters and place, in order.
    runs: Vec<(u32, u32)>,
}

/// What to look at for one name, so that a thousand names that begin alike do not take a million comparisons.
const LOOKED_AT: usize = 64;
const COMPARED: usize = 4;
/// In hundredths; below it two names are not alike.
const ALIKE: u8 = 82;

impl Names {
    /// Names, prepared. Their keys are those of [`company_key`] or [`key`].
    pub fn of(keys: impl Iterator<Item = String>) -> Self {
        let keys: Vec<String> = keys.collect();
        let mut all: Vec<(u32, u32)> = Vec::new();
        for (key, place) in keys.iter().zip(0_u32..) {
            each_run(key, |run| all.push((run, place)));
        }
        all.sort_unstable();
        all.dedup();
        Self { keys, runs: all }
    }

    /// The places of at most three names that are like this one, with how much, in hundredths; the most alike first.
    pub fn like(&self, key: &str) -> Vec<(usize, u8)> {
        let mut lists: Vec<&[(u32, u32)]> = Vec::new();
        each_run(key, |run| {
            let from = self.runs.partition_point(|(held, _)| *held < run);
            let rest = self.runs.get(from..).unwrap_or_default();
            let rest = rest.get(..rest.len().min(LOOKED_AT)).unwrap_or_default();
            let length = rest.partition_point(|(held, _)| *held == run);
            lists.push(rest.get(..length).unwrap_or_default());
        });
        lists.sort_unstable_by_key(|list| list.len());
        let mut hits: Vec<u32> = Vec::with_capacity(LOOKED_AT);
        for list in lists {
            let room = LOOKED_AT.saturating_sub(hits.len());
            hits.extend(list.iter().take(room).map(|(_, place)| *place));
        }
        hits.sort_unstable();
        let mut best: Vec<(usize, u32)> = hits
            .chunk_by(|one, other| one == other)
            .filter_map(|run| Some((run.len(), *run.first()?)))
            .collect();
        best.sort_unstable_by(|one, other| other.cmp(one));
        let compared = best.into_iter().take(COMPARED).map(|(_, place)| place as usize);
        let mut alike: Vec<(usize, u8)> = compared
            .filter_map(|place| Some((place, likeness(key, self.keys.get(place)?))))
            .filter(|(_, likeness)| *likeness >= ALIKE)
            .collect();
        alike.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        alike.truncate(3);
        alike
    }
}

/// How much two keys are alike, in hundredths. Numbers in names tell things apart.
pub fn likeness(one: &str, other: &str) -> u8 {
    if one == other {
        return 100;
    }
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if shorter.is_empty() || !digits(one).eq(digits(other)) {
        return 0;
    }
    // "Northwind" and "Northwind Traders".
    let begins_with = longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with(' '));
    if begins_with && shorter.len() >= 6 {
        return 85;
    }
    // So far apart in length that they cannot be alike enough.
    if shorter.len() * 10 < longer.len() * 8 {
        return 0;
    }
    let share = strsim::normalized_levenshtein(one, other) * 100.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let hundredths = share as u8;
    hundredths.min(99)
}

fn digits(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes().filter(u8::is_ascii_digit)
}

/// A company's name as companies are compared: without the words for its legal form.
pub fn company_key(name: &str) -> String {
    const FORMS: [&str; 36] = [
        "inc",
        "incorporated",
        "llc",
        "llp",
        "lp",
        "ltd",
        "limited",
        "corp",
        "corporation",
        "co",
        "company",
        "plc",
        "gmbh",
        "ag",
        "kg",
        "mbh",
        "se",
        "sa",
        "sas",
        "sarl",
        "srl",
        "spa",
        "bv",
        "nv",
        "ab",
        "as",
        "oy",
        "aps",
        "pty",
        "pte",
        "kk",
        "sl",
        "oyj",
        "doo",
        "sro",
        "ug",
    ];
    let key = key(name);
    let mut rest = key.as_str();
    while let Some((before, last)) = rest.rsplit_once(' ') {
        if !FORMS.contains(&last) && last != "the" {
            break;
        }
        rest = before;
    }
    rest.strip_prefix("the ").unwrap_or(rest).to_owned()
}

/// Every run of three letters, with a blank before and behind.
fn each_run(key: &str, mut tell: impl FnMut(u32)) {
    let mut run = (0_u32, u32::from(' '));
    for letter in key.chars().chain([' ']) {
        let letter = u32::from(letter);
        if run.0 != 0 {
            tell(
                run.0.wrapping_mul(0x9E37_79B1)
                    ^ run.1.wrapping_mul(0x85EB_CA6B)
                    ^ letter.wrapping_mul(0xC2B2_AE35),
            );
        }
        run = (run.1, letter);
    }
}
