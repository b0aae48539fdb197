//! The tools the build needs, installed from crates.io into the user's cache.
//!
//! Exact versions only: a `wasm-bindgen` that differs from the crate in Cargo.lock refuses the
//! module, and trunk would then want to download one.

use crate::paths;
use crate::process::{ask, now, run, run_patiently, spoken, step};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The newest trunk that compiles with the compiler in Cargo.toml's `rust-version`.
const TRUNK_VERSION: &str = "0.21.14";
const WASM_SPLIT_VERSION: &str = "0.2.4";
const CARGO_DENY_VERSION: &str = "0.20.2";
/// The newest; it drives every Firefox since 140.
const GECKODRIVER_VERSION: &str = "0.37.1";
/// The compile target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program built from crates.io.
pub struct Tool {
    package: &'static str,
    /// What has to be asked for, so that there is a program at all.
    features: Option<&'static str>,
    /// The folder in the cache, without the version.
    folder: &'static str,
    binaries: &'static [&'static str],
    version: String,
    /// Whether the program says its version; otherwise the folder's name has to do.
    says_version: bool,
    /// Measured on two cores.
    about: &'static str,
}

/// Where a tool is, or that it has yet to be installed.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    Cache,
    Path,
    Missing,
}

/// Builds the page.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        features: None,
        folder: "trunk",
        binaries: &["trunk"],
        version: TRUNK_VERSION.to_owned(),
        says_version: true,
        about: "3 to 6 minutes",
    }
}

/// Writes the JavaScript around the module, and runs tests in a browser.
///
/// # Errors
/// When Cargo.lock cannot be read or does not hold the crate.
pub fn wasm_bindgen() -> Result<Tool> {
    let lock = paths::root()?.join("Cargo.lock");
    let lock =
        std::fs::read_to_string(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        features: None,
        folder: "wasm-bindgen",
        binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: locked_version(&lock, "wasm-bindgen")
            .context("Cargo.lock names no wasm-bindgen")?
            .to_owned(),
        says_version: true,
        about: "1 to 3 minutes",
    })
}

/// Reads the licences of all dependencies.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        features: None,
        folder: "cargo-deny",
        binaries: &["cargo-deny"],
        version: CARGO_DENY_VERSION.to_owned(),
        says_version: true,
        about: "3 to 5 minutes",
    }
}

/// Takes the module of the page apart.
pub fn wasm_split() -> Tool {
    Tool {
        package: "wasm_split_cli_support",
        features: Some("build-binary"),
        folder: "wasm-split",
        binaries: &["wasm-split-cli"],
        version: WASM_SPLIT_VERSION.to_owned(),
        says_version: false,
        about: "half a minute",
    }
}

/// Drives Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        features: None,
        folder: "geckodriver",
        binaries: &["geckodriver"],
        version: GECKODRIVER_VERSION.to_owned(),
        says_version: true,
        about: "2 to 3 minutes",
    }
}

/// Makes sure that the page can be built; returns the folders to put first in `PATH`.
///
/// # Errors
/// When something could not be installed.
pub fn for_building() -> Result<Vec<PathBuf>> {
    ensure_wasm_target()?;
    let folders = ensure_all(&[trunk(), wasm_bindgen()?])?;
    fetch_crates()?;
    Ok(folders)
}

/// Makes sure that the page can be published, in the modules it is loaded in.
///
/// # Errors
/// When something could not be installed.
pub fn for_publishing() -> Result<Vec<PathBuf>> {
    ensure_all(&[wasm_bindgen()?, wasm_split()])
}

/// Makes sure that tests can be compiled for the browser and run there.
///
/// # Errors
/// When something could not be installed.
pub fn for_browser_tests() -> Result<Vec<PathBuf>> {
    ensure_wasm_target()?;
    ensure_all(&[wasm_bindgen()?])
}

/// Makes sure that Firefox can be driven; returns the program. `GECKODRIVER` in the environment overrules the search.
///
/// # Errors
/// When it could not be installed.
pub fn ensure_geckodriver() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("GECKODRIVER") {
        return Ok(named.into());
    }
    match ensure_all(&[geckodriver()])?.first() {
        Some(folder) => Ok(folder.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX))),
        None => paths::on_path("geckodriver").context("geckodriver was on PATH and no longer is"),
    }
}

/// Installs all of it.
///
/// # Errors
/// When something could not be installed.
pub fn set_up() -> Result<()> {
    for_building()?;
    for_publishing()?;
    crate::browser::ensure()?;
    crate::browser::ensure_firefox()?;
    step("everything is there");
    Ok(())
}

/// Says what is there and what would be installed, and changes nothing.
///
/// # Errors
/// When Cargo.lock cannot be read or there is no home folder.
pub fn list() -> Result<()> {
    let target = if has_wasm_target() { "there" } else { "missing: rustup target add" };
    println!("{WASM}: {target}");
    for tool in [trunk(), wasm_bindgen()?, wasm_split(), cargo_deny(), geckodriver()] {
        let cached = tool.cache_bin()?;
        match tool.place()? {
            Place::Cache => println!("{} {}: in {}", tool.package, tool.version, cached.display()),
            Place::Path => println!("{} {}: on PATH", tool.package, tool.version),
            Place::Missing => println!(
                "{} {}: missing, would be built into {} (about {})",
                tool.package,
                tool.version,
                cached.display(),
                tool.about
            ),
        }
    }
    crate::browser::list();
    Ok(())
}

/// Makes sure of each tool; returns the folders to put first in `PATH`.
///
/// # Errors
/// When one could not be installed.
pub fn ensure_all(tools: &[Tool]) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for tool in tools {
        match tool.place()? {
            Place::Path => {}
            Place::Cache => folders.push(tool.cache_bin()?),
            Place::Missing => {
                tool.install()?;
                folders.push(tool.cache_bin()?);
            }
        }
    }
    Ok(folders)
}

/// Keeps trunk from looking for a newer self, and from failing on `NO_COLOR=1` (it wants true or false).
pub fn tame_trunk(trunk: &mut Command) {
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
}

impl Tool {
    fn cache_root(&self) -> Result<PathBuf> {
        Ok(paths::tool_cache()?.join(format!("{}-{}", self.folder, self.version)))
    }

    fn cache_bin(&self) -> Result<PathBuf> {
        Ok(self.cache_root()?.join("bin"))
    }

    fn place(&self) -> Result<Place> {
        let bin = self.cache_bin()?;
        let right = |file: &Path| says_version(file, &self.version);
        let cached = |file: &Path| file.is_file() && (!self.says_version || right(file));
        Ok(decide(
            self.all(|name| {
                let file = bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
                cached(&file)
            }),
            self.all(|name| paths::on_path(name).is_some_and(|file| right(&file))),
        ))
    }

    fn all(&self, present: impl Fn(&str) -> bool) -> bool {
        self.binaries.iter().all(|name| present(name))
    }

    fn install(&self) -> Result<()> {
        let root = self.cache_root()?;
        step(format!(
            "building {} {} into {} (once; about {} on two cores)",
            self.package,
            self.version,
            root.display(),
            self.about
        ));
        let start = now();
        if run(&mut self.install_command(&root, true)).is_err() {
            step("that failed; trying once more with newer dependencies than it was published with");
            run(&mut self.install_command(&root, false)).with_context(|| {
                format!(
                    "could not install {} {}; is there a C compiler (cc) and a way to crates.io?",
                    self.package, self.version
                )
            })?;
        }
        if self.place()? != Place::Cache {
            bail!(
                "{} was installed into {} but does not run or is not version {}",
                self.package,
                root.display(),
                self.version
            );
        }
        step(format!("{} took {}", self.package, spoken(start.elapsed())));
        Ok(())
    }

    fn install_command(&self, root: &Path, locked: bool) -> Command {
        let mut command = Command::new("cargo");
        command.arg("install");
        if locked {
            command.arg("--locked");
        }
        command
            .arg("--root")
            .arg(root)
            .args([self.package, "--version", &format!("={}", self.version)])
            .args(self.features.map(|features| format!("--features={features}")))
            // Published for speed at run time (one unit, fat link-time optimisation); here the
            // minutes until a first page count, and the tools are quick enough without.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            // Another clone's folder would make two installs wait for each other.
            .env_remove("CARGO_TARGET_DIR");
        command
    }
}

/// The cache first: it is ours, while what is on `PATH` may change under us.
fn decide(cached: bool, on_path: bool) -> Place {
    match (cached, on_path) {
        (true, _) => Place::Cache,
        (false, true) => Place::Path,
        (false, false) => Place::Missing,
    }
}

fn says_version(program: &Path, version: &str) -> bool {
    ask(Command::new(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

/// The version of a package in Cargo.lock.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn has_wasm_target() -> bool {
    ask(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Makes sure that the compiler can compile for the browser.
///
/// # Errors
/// When rustup is missing or cannot download.
pub fn ensure_wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    step(format!("installing the compile target {WASM} (about half a minute)"));
    run_patiently(Duration::from_secs(180), || {
        let mut command = Command::new("rustup");
        command.args(["target", "add", WASM]);
        command
    })
    .with_context(|| format!("install the compile target yourself: rustup target add {WASM}"))
}

/// Downloads what Cargo.lock names, because the build itself runs offline.
fn fetch_crates() -> Result<()> {
    let offline = Command::new("cargo")
        .args(["metadata", "--format-version=1", "--locked", "--offline", "--quiet"])
        .current_dir(paths::root()?)
        .output()
        .context("could not start cargo")?;
    if offline.status.success() {
        return Ok(());
    }
    step("downloading the crates in Cargo.lock");
    run(Command::new("cargo").args(["fetch", "--locked"]).current_dir(paths::root()?))
        .context("could not download the crates in Cargo.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_comes_first_then_an_exact_match_on_path() {
        assert_eq!(decide(true, true), Place::Cache);
        assert_eq!(decide(true, false), Place::Cache);
        assert_eq!(decide(false, true), Place::Path);
        assert_eq!(decide(false, false), Place::Missing);
    }

    #[test]
    fn the_version_is_read_from_the_lock_file_and_not_from_a_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }

    #[test]
    fn an_install_names_the_exact_version_and_its_own_folder() {
        let line = crate::process::spelled(&trunk().install_command(Path::new("/cache/t"), true));
        assert_eq!(line, "cargo install --locked --root /cache/t trunk --version =0.21.14");
    }
}
