//! The code that has to be quick, measured: `cargo xtask bench [filter]`.
//!
//! Each measurement has a yardstick, and the two take turns within one run: the ratio holds on a slow
//! or busy machine, where a time of its own says little. That is why there is no benchmark crate
//! here; criterion and divan (and their dozens of crates) compare runs, not neighbours.

#![allow(clippy::disallowed_methods, reason = "a benchmark is about real time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Channel, Date, Field, Id, Line, Moment, Note, PartnerKind, Refusal, Stage, Tier, Touchpoint, Workspace,
};
use bridgekeeper::state::session::{NotChanged, Session};
use bridgekeeper::storage::{MemoryArea, Millis, Persistence, TabSuffix, Vault, codec};

/// How long one side of a measurement is repeated until a sample is taken.
const SAMPLE: Duration = Duration::from_millis(5);
const SAMPLES: usize = 41;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let filter = words.iter().find(|word| !word.starts_with("--"));
    let bench = Bench { filter: filter.cloned().unwrap_or_default() };
    println!("{:40} {:>12} {:>12} {:>8}", "", "median", "yardstick", "ratio");
    measure_all(&bench);
}

/// Every measurement.
fn measure_all(bench: &Bench) {
    let (small, large) = (workspace(1), workspace(100));
    let json = codec::decode(&largest_document(&large)).unwrap_or_default();
    bench.compare(
        "write a dossier of 100 / parse its JSON",
        || codec::encode(&json),
        || serde_json::from_str::<serde_json::Value>(&json),
    );
    bench.compare(
        "read a dossier of 100 / parse its JSON",
        || codec::decode(&codec::encode(&json)),
        || serde_json::from_str::<serde_json::Value>(&json),
    );
    bench.compare("start with 100 partners / with 1", || open(&large), || open(&small));
    let (mut in_large, mut in_small) = (open(&large), open(&small));
    let (mut large_now, mut small_now) = (NOW, NOW);
    bench.compare(
        "save a touchpoint among 100 / of 1",
        || log_and_undo(&mut in_large, &mut large_now),
        || log_and_undo(&mut in_small, &mut small_now),
    );
}

const NOW: u64 = 1_790_000_000_000;
const RECORDS: u32 = 100;

/// A storage that holds so many partners with [`RECORDS`] touchpoints each, their intents forgotten.
fn workspace(partners: u32) -> MemoryArea {
    let area = MemoryArea::default();
    let mut session = open(&area);
    for number in 0..partners {
        let added = change(&mut session, NOW, u128::from(number) << 32, |workspace, moment| {
            let id = workspace.add_partner(new_partner(number)?, moment)?;
            for day in 0..RECORDS {
                let touchpoint = touchpoint(moment.today().plus_days(-i64::from(day)), number * 31 + day)?;
                workspace.partner_mut(id)?.record(touchpoint, moment)?;
            }
            Ok(())
        });
        assert!(added.is_ok(), "a benchmark needs its workspace");
    }
    for minute in 1..5 {
        session.tend(|vault| vault.tick(Millis(NOW + minute * 61_000)));
        session.tend(|vault| vault.tick(Millis(NOW + minute * 61_000 + 2_000)));
    }
    area
}

fn open(area: &MemoryArea) -> Session {
    let suffix = TabSuffix::from_random(1);
    let store = Box::new(area.store());
    Session::new(Vault::open(store, "bench", Millis(NOW), suffix, Persistence::Browser).0)
}

/// One thing a user does all day, taken back so that the workspace stays as large as it is.
fn log_and_undo(session: &mut Session, now: &mut u64) {
    *now += 10;
    let id = session.workspace().partners.keys().next().copied();
    let done = change(session, *now, u128::from(*now) << 64, |workspace, moment| {
        let touchpoint = touchpoint(moment.today(), 7)?;
        workspace.partner_mut(id.unwrap_or(Id::from_bits(0)))?.record(touchpoint, moment)
    });
    assert!(done.is_ok() && session.undo(Millis(*now + 1)).is_ok(), "a benchmark does what it measures");
}

fn change<T>(
    session: &mut Session,
    now: u64,
    mut bits: u128,
    verb: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<T, Refusal>,
) -> Result<T, NotChanged> {
    let mut next_bits = || {
        bits += 1;
        bits
    };
    session.change("Bench", Millis(now), &mut Moment::new(Date::MAX.plus_days(-60_000), &mut next_bits), verb)
}

fn new_partner(number: u32) -> Result<NewPartner, Refusal> {
    Ok(NewPartner {
        name: Line::parse(Field::Name, &format!("Partner {number}"))?,
        domain: None,
        kind: PartnerKind::Reseller,
        stage: Stage::Active,
        tier: Tier::Two,
        owner: None,
    })
}

/// A touchpoint whose words differ from the next one's.
fn touchpoint(on: Date, seed: u32) -> Result<Touchpoint, Refusal> {
    const WORDS: [&str; 16] = [
        "price",
        "webinar",
        "pilot",
        "contract",
        "roadmap",
        "review",
        "intro",
        "customer",
        "leads",
        "training",
        "launch",
        "budget",
        "security",
        "quarter",
        "newsletter",
        "next",
    ];
    let mut state = seed;
    let words: Vec<&str> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        WORDS.get((state >> 28) as usize).copied().unwrap_or_default()
    })
    .take(12)
    .collect();
    let note = Note::parse_optional(&format!("{} {seed}", words.join(" ")))?;
    Ok(Touchpoint { on, channel: Channel::Call, two_way: true, with: Vec::new(), note })
}

fn largest_document(area: &MemoryArea) -> String {
    let values = area.contents().into_iter().filter(|(key, _)| key.contains(":d:"));
    let texts = values.filter_map(|(_, value)| value.text().map(str::to_owned));
    texts.max_by_key(String::len).unwrap_or_default()
}

/// What is measured, and how it is printed.
struct Bench {
    filter: String,
}

impl Bench {
    /// Prints the median time of `subject`, of `yardstick`, and how many times the yardstick it is.
    fn compare<S, Y>(&self, name: &str, mut subject: impl FnMut() -> S, mut yardstick: impl FnMut() -> Y) {
        if !name.contains(&self.filter) {
            return;
        }
        let subject_runs = runs_per_sample(&mut subject);
        let yardstick_runs = runs_per_sample(&mut yardstick);
        let mut subject_times = Vec::with_capacity(SAMPLES);
        let mut yardstick_times = Vec::with_capacity(SAMPLES);
        for _ in 0..SAMPLES {
            subject_times.push(time(&mut subject, subject_runs));
            yardstick_times.push(time(&mut yardstick, yardstick_runs));
        }
        let subject_median = median(subject_times);
        let yardstick_median = median(yardstick_times);
        let ratio = subject_median / yardstick_median;
        println!("{name:40} {:>12} {:>12} {ratio:>8.2}", spoken(subject_median), spoken(yardstick_median));
    }
}

/// How often to repeat so that one sample is long enough for the clock.
fn runs_per_sample<T>(work: &mut impl FnMut() -> T) -> u32 {
    let mut runs = 1;
    while time(work, runs) * f64::from(runs) < SAMPLE.as_secs_f64() && runs < 1 << 24 {
        runs *= 2;
    }
    runs
}

/// Seconds for one run, averaged over `runs`.
fn time<T>(work: &mut impl FnMut() -> T, runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(work());
    }
    start.elapsed().as_secs_f64() / f64::from(runs)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn spoken(seconds: f64) -> String {
    match seconds {
        s if s < 1e-6 => format!("{:.1} ns", s * 1e9),
        s if s < 1e-3 => format!("{:.1} µs", s * 1e6),
        s if s < 1.0 => format!("{:.2} ms", s * 1e3),
        s => format!("{s:.2} s"),
    }
}
