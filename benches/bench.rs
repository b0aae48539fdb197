//! The code that has to be quick, measured: `cargo xtask bench [filter]`.
//!
//! Each measurement has a yardstick, and the two take turns within one run: the ratio holds on a slow
//! or busy machine, where a time of its own says little. That is why there is no benchmark crate
//! here; criterion and divan (and their dozens of crates) compare runs, not neighbours.

#![allow(clippy::disallowed_methods, reason = "a benchmark is about real time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

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
    let text = "Northwind: a call with Ana about the joint webinar. ".repeat(2_000);
    let bytes = text.as_bytes();
    bench.compare(
        "compress 100 kB of notes / check its sum",
        || miniz_oxide::deflate::compress_to_vec(bytes, 6),
        || crc32fast::hash(bytes),
    );
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
