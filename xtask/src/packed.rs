//! The published files as servers send them: beside each that compresses a `.br` and a `.gz`, and the sums of all.

use crate::single;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// The file with the SHA-256 of every other file, in the form that `sha256sum --check` reads.
pub const SUMS: &str = "SHA256SUMS";

/// As hard as gzip can.
///
/// # Errors
/// Memory has no errors of its own; the writer's signature does.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// As hard as brotli can.
///
/// # Errors
/// As [`gzip`].
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &best)?;
    Ok(packed)
}

/// Writes the packed files and the sums beside the `names` of a folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_beside(folder: &Path, names: &[String]) -> Result<()> {
    let mut sums = String::new();
    for name in names {
        let file = folder.join(name);
        let bytes = fs::read(&file).with_context(|| format!("could not read {name}"))?;
        sum(&mut sums, name, &bytes)?;
        // It is packed inside, and handed on as it is.
        if name == single::NAME {
            continue;
        }
        for (ending, packed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            // What does not become smaller is sent as it is.
            if packed.len() < bytes.len() {
                let name = format!("{name}.{ending}");
                fs::write(folder.join(&name), &packed).with_context(|| format!("could not write {name}"))?;
                sum(&mut sums, &name, &packed)?;
            }
        }
    }
    fs::write(folder.join(SUMS), sums).with_context(|| format!("could not write {SUMS}"))
}

fn sum(sums: &mut String, name: &str, bytes: &[u8]) -> Result<()> {
    for byte in Sha256::digest(bytes) {
        write!(sums, "{byte:02x}")?;
    }
    writeln!(sums, "  {name}")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_sum_and_what_shrinks_is_packed() {
        let folder = std::env::temp_dir().join(format!("xtask-packed-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("long.css"), "p { color: red }\n".repeat(50)).unwrap();
        fs::write(folder.join("short"), "a").unwrap();
        write_beside(&folder, &["long.css".to_owned(), "short".to_owned()]).unwrap();
        let sums = fs::read_to_string(folder.join(SUMS)).unwrap();
        let read = |name: &str| fs::read(folder.join(name));
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*read("long.css.br").unwrap(), &mut unpacked).unwrap();
        let plain = read("long.css").unwrap();
        let has_packed_short = folder.join("short.br").exists();
        fs::remove_dir_all(&folder).unwrap();

        assert_eq!(unpacked, plain);
        assert!(!has_packed_short);
        let named: Vec<&str> =
            sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, name)| name).collect();
        assert_eq!(named, ["long.css", "long.css.br", "long.css.gz", "short"]);
        // printf a | sha256sum
        assert!(
            sums.ends_with("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  short\n"),
            "{sums}"
        );
    }
}
