//! What a first visit loads, and the budget it keeps to.

use crate::packed;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::path::Path;

/// Brotli bytes that the first picture may wait for: index.html, style, script and module together.
const BUDGET: usize = 300_000;

/// The sizes of what the page loads.
pub struct Report {
    first_load: Rows,
    /// Loaded once the page has come to rest; no part of the budget.
    later: Rows,
    /// Loaded when there is long work to do.
    worker: Rows,
    /// All that the service worker keeps, the page and its parts among it; fetched when nothing else is.
    kept: Sizes,
    files_kept: usize,
    /// Everything in one file, which is loaded from a disk and no part of any other load.
    single: Rows,
}

struct Rows(Vec<(String, Sizes)>);

/// One file's size as it is and as servers send it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures these files of a folder, beside which they lie packed.
///
/// # Errors
/// When one cannot be read.
pub fn report(
    folder: &Path,
    first_load: &[String],
    later: &[String],
    worker: &[String],
    kept: &[String],
    single: &str,
) -> Result<Report> {
    let [first_load, later, worker] = [first_load, later, worker].map(|names| measure(folder, names));
    let (first_load, later, worker) = (first_load?, later?, worker?);
    let sum = measure(folder, kept)?.sum();
    let bytes = std::fs::read(folder.join(single))?;
    // Hardly anything is left to pack in it, and brotli would take its time to find that out.
    let sizes = Sizes { raw: bytes.len(), gzip: packed::gzip(&bytes)?.len(), brotli: 0 };
    let single = Rows(vec![(single.to_owned(), sizes)]);
    Ok(Report { first_load, later, worker, kept: sum, files_kept: kept.len(), single })
}

fn measure(folder: &Path, names: &[String]) -> Result<Rows> {
    let rows = names.iter().map(|name| Ok((name.clone(), Sizes::of(folder, name)?)));
    rows.collect::<Result<_>>().map(Rows)
}

impl Sizes {
    fn of(folder: &Path, name: &str) -> Result<Self> {
        let bytes = |name: &str| std::fs::metadata(folder.join(name)).map(|file| file.len());
        let raw = bytes(name).with_context(|| format!("could not find {name} to measure it"))?;
        // What does not become smaller is sent as it is.
        let packed = |ending| bytes(&format!("{name}.{ending}")).unwrap_or(raw);
        let [raw, gzip, brotli] = [raw, packed("gz"), packed("br")].map(usize::try_from);
        Ok(Self { raw: raw?, gzip: gzip?, brotli: brotli? })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Rows {
    fn sum(&self) -> Sizes {
        self.0.iter().fold(Sizes::default(), |sum, (_, sizes)| sum.plus(*sizes))
    }
}

impl Report {
    /// Passes when the first load is small enough.
    ///
    /// # Errors
    /// When it is not.
    pub fn keep_to_budget(&self) -> Result<()> {
        let brotli = self.first_load.sum().brotli;
        if brotli > BUDGET {
            bail!(
                "the first load is {} compressed, over the budget of {}: \
                 find out what grew before raising it",
                kilobytes(brotli),
                kilobytes(BUDGET)
            );
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = || self.first_load.0.iter().chain(&self.later.0).chain(&self.worker.0);
        let width = rows().map(|(name, _)| name.len()).max();
        let width = width.unwrap_or_default().max("first load".len());
        let mut line = |name: &str, [raw, gzip, brotli]: [String; 3]| {
            writeln!(f, "  {name:width$}  {raw:>10}  {gzip:>10}  {brotli:>10}")
        };
        line("first load", ["raw", "gzip", "brotli"].map(str::to_owned))?;
        for (name, sizes) in &self.first_load.0 {
            line(name, sizes.spoken())?;
        }
        line("sum", self.first_load.sum().spoken())?;
        line("budget", [String::new(), String::new(), kilobytes(BUDGET)])?;
        for (what, rows) in [("loaded afterwards", &self.later), ("worker, on first need", &self.worker)] {
            line(what, [const { String::new() }; 3])?;
            for (name, sizes) in &rows.0 {
                line(name, sizes.spoken())?;
            }
            line("sum", rows.sum().spoken())?;
        }
        line(&format!("kept for offline use: {} files", self.files_kept), self.kept.spoken())?;
        line("in one file, from a disk", [const { String::new() }; 3])?;
        for (name, sizes) in &self.single.0 {
            let [raw, gzip, _] = sizes.spoken();
            line(name, [raw, gzip, String::new()])?;
        }
        Ok(())
    }
}

impl Sizes {
    fn spoken(self) -> [String; 3] {
        [self.raw, self.gzip, self.brotli].map(kilobytes)
    }
}

/// Thousands of bytes, to one digit.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_brotli(brotli: usize) -> Report {
        let sizes = Sizes { brotli, ..Sizes::default() };
        let row = ("index.html".to_owned(), sizes);
        Report {
            first_load: Rows(vec![row.clone()]),
            later: Rows(vec![row.clone()]),
            worker: Rows(vec![row]),
            kept: Sizes { brotli: 10 * BUDGET, ..Sizes::default() },
            files_kept: 3,
            single: Rows(Vec::new()),
        }
    }

    #[test]
    fn the_budget_is_on_the_sum_and_is_kept_to_the_byte() {
        assert!(of_brotli(BUDGET).keep_to_budget().is_ok());
        assert!(of_brotli(BUDGET + 1).keep_to_budget().is_err());
    }

    #[test]
    fn a_kilobyte_is_a_thousand_bytes() {
        assert_eq!(kilobytes(200_000), "200.0 kB");
        assert_eq!(kilobytes(1_049), "1.0 kB");
        assert_eq!(kilobytes(1_050), "1.1 kB");
    }

    #[test]
    fn sizes_are_those_of_the_files_beside() {
        let folder = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, length) in
            [("a.css", 50), ("a.css.br", 7), ("a.css.gz", 9), ("b.png", 20), ("b.png.br", 19)]
        {
            std::fs::write(folder.join(name), vec![b'a'; length]).unwrap();
        }
        let of = |name| Sizes::of(&folder, name);
        let sizes = [of("a.css"), of("b.png")].map(Result::unwrap);
        let is_missing = of("c.js").is_err();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(sizes[0], Sizes { raw: 50, gzip: 9, brotli: 7 });
        assert_eq!(sizes[1], Sizes { raw: 20, gzip: 20, brotli: 19 }, "no smaller than it is");
        assert!(is_missing);
    }
}
