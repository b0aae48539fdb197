//! The code that has to be quick, measured: `cargo xtask bench [filter]`.
//!
//! Each measurement has a yardstick, and the two take turns within one run: the ratio holds on a slow
//! or busy machine, where a time of its own says little. That is why there is no benchmark crate
//! here; criterion and divan (and their dozens of crates) compare runs, not neighbours.

#![allow(clippy::disallowed_methods, reason = "a benchmark is about real time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use bridgekeeper::domain::health::{Board, Case, HealthModel};
use bridgekeeper::domain::{Date, FiscalStart, Id, Moment, PartnerId, Refusal, Workspace};
use bridgekeeper::state::session::{NotChanged, Session};
use bridgekeeper::storage::{MemoryArea, Millis, Persistence, TabSuffix, Vault, codec};

mod import;
mod portfolio;

use portfolio::{EVALUATED, RECORDS, new_partner, portfolio, scored, touchpoint};

/// How long one side of a measurement is repeated until a sample is taken.
const SAMPLE: Duration = Duration::from_millis(5);
const SAMPLES: usize = 41;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let filter = words.iter().find(|word| !word.starts_with("--"));
    let bench = Bench { filter: filter.cloned().unwrap_or_default() };
    println!("{:56} {:>10} {:>10} {:>10} {:>7}", "", "least", "median", "yardstick", "ratio");
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
    measure_health(bench);
    measure_import(bench);
}

/// The board of a large portfolio, as a whole and after one edit; 60 ms are its limit.
fn measure_health(bench: &Bench) {
    let (large, small) = (portfolio(10_000), portfolio(100));
    bench.compare(
        "score 10,000 dossiers of 100 / 100 of them",
        || scored(&large).computed(),
        || scored(&small).computed(),
    );
    let Some(id) = large.partners.keys().next().copied() else { return };
    let mut edited = large.clone();
    let (known, mut board) = (scored(&large), scored(&large));
    let mut days_back = 0;
    bench.compare(
        "score one of 10,000 after an edit / one alone",
        || {
            days_back = (days_back + 1) % 300;
            if let (Ok(partner), Ok(touch)) =
                (edited.partner_mut(id), touchpoint(EVALUATED.plus_days(-days_back), 7))
            {
                partner.touchpoints.insert(Id::from_bits(u128::MAX), touch);
            }
            board.refresh(&edited, EVALUATED);
            board.computed()
        },
        || with_case(&large, &known, id, |case| case.health(EVALUATED)),
    );
    bench.compare(
        "what is shown of one: trend of 24 months / its score",
        || {
            with_case(&large, &known, id, |case| {
                case.turns(EVALUATED.plus_days(-730), EVALUATED.plus_days(180), 5, EVALUATED).len()
            })
        },
        || with_case(&large, &known, id, |case| case.health(EVALUATED)),
    );
    bench.compare(
        "what is shown of one: what would raise it / its score",
        || with_case(&large, &known, id, |case| case.raise(EVALUATED).len()),
        || with_case(&large, &known, id, |case| case.health(EVALUATED)),
    );
}

/// A file of 10,000 rows against a workspace of 10,000; it has a second, and the browser takes three times as long.
fn measure_import(bench: &Bench) {
    let (file, known) = (import::file(10_000), import::known(10_000));
    let wanted = bridgekeeper::interchange::import::Wanted::default();
    bench.compare(
        "plan an import of 10,000 rows / read the file",
        || import::planned(&file, &known),
        || bridgekeeper::interchange::import::read(&file, &wanted),
    );
}

fn with_case<T>(
    workspace: &Workspace,
    board: &Board,
    id: PartnerId,
    read: impl FnOnce(Case<'_>) -> T,
) -> Option<T> {
    let (partner, people) = (workspace.partner(id)?, board.people().at(id));
    let (model, fiscal) = (&HealthModel::DEFAULT, FiscalStart::JANUARY);
    Some(read(Case { id, partner, people, model, fiscal }))
}

const NOW: u64 = 1_790_000_000_000;

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
    /// Prints the least and the median time of `subject`, the median of `yardstick`, and how many times the
    /// yardstick the subject takes. On a machine that is busy with other things the least says most.
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
        let least = subject_times.iter().copied().fold(f64::INFINITY, f64::min);
        let subject_median = median(subject_times);
        let yardstick_median = median(yardstick_times);
        let ratio = subject_median / yardstick_median;
        let [least, median, yardstick] = [least, subject_median, yardstick_median].map(spoken);
        println!("{name:56} {least:>10} {median:>10} {yardstick:>10} {ratio:>7.2}");
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
