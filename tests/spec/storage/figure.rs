//! How much fits: the figure that the documentation names.

use bridgekeeper::storage::usage::LIMIT_UNITS;
use bridgekeeper::storage::written::write_document;
use bridgekeeper::storage::{Document, Record, Stamp, TabSuffix};

use super::bench::{NOON, path, raw};

const WORDS: [&str; 96] = [
    "about",
    "agreed",
    "after",
    "again",
    "answer",
    "asked",
    "autumn",
    "before",
    "board",
    "budget",
    "called",
    "campaign",
    "change",
    "chance",
    "client",
    "closing",
    "compare",
    "concern",
    "contract",
    "customer",
    "deadline",
    "decide",
    "delay",
    "demo",
    "discuss",
    "draft",
    "early",
    "email",
    "engineer",
    "estimate",
    "event",
    "example",
    "feedback",
    "finance",
    "follow",
    "forecast",
    "friday",
    "germany",
    "growth",
    "handover",
    "happy",
    "help",
    "hiring",
    "idea",
    "integration",
    "intro",
    "invoice",
    "joint",
    "kickoff",
    "launch",
    "lead",
    "legal",
    "letter",
    "list",
    "margin",
    "market",
    "meeting",
    "minutes",
    "monday",
    "money",
    "network",
    "next",
    "number",
    "offer",
    "office",
    "open",
    "owner",
    "partner",
    "pilot",
    "plan",
    "press",
    "price",
    "product",
    "proposal",
    "quarter",
    "question",
    "reason",
    "referral",
    "region",
    "renewal",
    "report",
    "review",
    "risk",
    "roadmap",
    "sales",
    "security",
    "signed",
    "slides",
    "spring",
    "support",
    "target",
    "team",
    "training",
    "travel",
    "webinar",
    "workshop",
];

/// Numbers without a pattern that compression could use, and the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn note(&mut self) -> String {
        let length = 60 + self.below(61);
        let mut note = String::new();
        while note.len() < length {
            note.push_str(WORDS[self.below(WORDS.len())]);
            note.push(if self.below(9) == 0 { ',' } else { ' ' });
            if self.below(12) == 0 {
                note.push_str(&self.below(10_000).to_string());
            }
        }
        note.truncate(length);
        note
    }

    fn id(&mut self) -> String {
        let letters = b"0123456789abcdefghjkmnpqrstvwxyz";
        (0..24).map(|_| char::from(letters[self.below(32)])).collect()
    }
}

#[test]
fn five_hundred_partners_with_a_hundred_records_each_fit_with_room_to_spare() {
    let mut dice = Dice(2026);
    let channels = ["call", "email", "video", "visit", "chat"];
    let (mut units, mut plain, mut largest) = (0, 0, 0);
    let generation = Stamp::at(NOON, TabSuffix::from_random(0));
    for _ in 0..500 {
        let mut partner = Document::default();
        for _ in 0..100 {
            let json = format!(
                r#"{{"on":"2026-{:02}-{:02}","channel":"{}","two_way":{},"note":"{}"}}"#,
                1 + dice.below(12),
                1 + dice.below(28),
                channels[dice.below(5)],
                dice.below(2) == 0,
                dice.note()
            );
            let ms = NOON.0 + u64::try_from(dice.below(1_000_000_000)).unwrap();
            let suffix = TabSuffix::from_random(u32::try_from(dice.below(1 << 20)).unwrap());
            let record = Record {
                at: Stamp::at(bridgekeeper::storage::Millis(ms), suffix),
                deleted: false,
                value: Some(raw(&json)),
            };
            plain += json.len();
            partner.put(path(&format!("touchpoints/{}", dice.id())), record);
        }
        let text = write_document(&partner, generation, 1);
        let size = text.chars().count() + "bk1:bridgekeeper:d:partner/".len() + 24;
        largest = largest.max(size);
        units += size;
    }
    let percent = units * 100 / LIMIT_UNITS;
    println!(
        "500 partners of 100 records: {units} units, {percent} % of {LIMIT_UNITS}; {plain} characters of values alone; largest dossier {largest} units"
    );
    assert!(percent < 70, "{percent} %");
}
