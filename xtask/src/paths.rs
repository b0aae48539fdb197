//! Where things are: the project and the folder shared by all its clones.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::ask;

/// The top of the project.
///
/// # Errors
/// When not started by cargo, which is what says where this package is.
pub fn root() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").context("start me as `cargo xtask`")?;
    let package = Path::new(&package);
    let root = package.parent().context("xtask/ is not inside a project")?;
    Ok(root.to_owned())
}

/// Where the build tools are kept, one folder per tool and version, so that every clone finds them.
///
/// # Errors
/// When the environment names no home folder.
pub fn tool_cache() -> Result<PathBuf> {
    let base = user_cache(env::consts::OS, |name| env::var_os(name))
        .context("no home folder: set XDG_CACHE_HOME to a folder that may be written to")?;
    Ok(base.join("bridgekeeper").join("tools"))
}

/// The compiler flag that keeps the builder's home folder out of the messages in the module: it is nobody's
/// business, and the same sources should make the same bytes on every machine.
///
/// `None` when the folder's name holds a space, which cargo offers no way to say.
pub fn without_home() -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let crates = home.join("registry").join("src");
    let crates = crates.to_str()?;
    (!crates.contains(char::is_whitespace)).then(|| format!("--remap-path-prefix={crates}=crates"))
}

/// The flag that calls the sources of the standard library what they are called where they are not installed.
///
/// `None` when the compiler does not say, or its folder's name holds a space.
pub fn without_toolchain() -> Option<String> {
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = ask(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    let sources = format!("{sysroot}/lib/rustlib/src/rust");
    (!sources.contains(char::is_whitespace)).then(|| format!("--remap-path-prefix={sources}=/rustc/{commit}"))
}

/// The user's cache folder by the custom of each system.
fn user_cache(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    match system {
        "windows" => set("LOCALAPPDATA"),
        "macos" => set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join("Library").join("Caches"))),
        _ => set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache"))),
    }
}

/// The folders of `PATH` that hold an executable of this name, in order.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// `PATH` with these folders in front.
///
/// # Errors
/// When a folder's name cannot stand in `PATH` (it holds the separator).
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&inherited)))
        .context("a tool's folder has a name that cannot stand in PATH")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(system: &str, variables: &[(&str, &str)]) -> Option<PathBuf> {
        user_cache(system, |wanted| {
            let (_, value) = variables.iter().find(|(name, _)| *name == wanted)?;
            Some(value.into())
        })
    }

    #[cfg(unix)]
    #[test]
    fn each_system_keeps_caches_in_its_own_place() {
        let home = [("HOME", "/ana")];
        assert_eq!(cache("linux", &home), Some("/ana/.cache".into()));
        assert_eq!(cache("macos", &home), Some("/ana/Library/Caches".into()));
        assert_eq!(cache("windows", &[("LOCALAPPDATA", "/local")]), Some("/local".into()));
    }

    #[cfg(unix)]
    #[test]
    fn an_explicit_cache_wins_unless_it_is_relative() {
        let explicit = [("HOME", "/ana"), ("XDG_CACHE_HOME", "/var/cache")];
        assert_eq!(cache("linux", &explicit), Some("/var/cache".into()));
        let relative = [("HOME", "/ana"), ("XDG_CACHE_HOME", "cache")];
        assert_eq!(cache("linux", &relative), Some("/ana/.cache".into()));
        assert_eq!(cache("linux", &[]), None);
    }
}
