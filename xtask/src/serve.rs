//! `cargo xtask serve`: the page on this machine, for development or as it will be published.

use crate::process::{run, step};
use crate::{announce, dist, paths, tools};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

const FIRST_PORT: u16 = 8080;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    release: bool,
    port: Option<u16>,
}

impl Options {
    /// Reads the words after `serve`.
    ///
    /// # Errors
    /// When a word means nothing here or the port is not a number.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self { release: false, port: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.release = true,
                "--port" => {
                    let port = words.next().context("--port needs a number")?;
                    options.port = Some(
                        port.parse().with_context(|| format!("--port {port} is not between 1 and 65535"))?,
                    );
                }
                other => bail!("`serve` knows --release and --port N, not {other}"),
            }
        }
        Ok(options)
    }
}

/// Serves until it is ended from outside.
///
/// # Errors
/// When the page does not build, or the port cannot be opened.
pub fn serve(options: &Options) -> Result<()> {
    if options.release {
        return serve_dist(options.port);
    }
    let folders = tools::for_building()?;
    let path = paths::path_with(&folders)?;
    step("building the page (development; about 2 minutes the first time, then seconds)");
    run(Command::new("cargo")
        .args(["build", "--locked", "--target", tools::WASM, "--bin", "bridgekeeper"])
        .current_dir(paths::root()?))?;

    // Apart from dist/, so that serving never disturbs what is to be published.
    let folder = paths::root()?.join("target").join("serve");
    std::fs::create_dir_all(&folder)?;
    let port = free_port(options.port)?;
    step(format!("starting trunk on port {port}; it rebuilds on every change"));
    announce::spawn(port)?;
    let mut trunk = Command::new("trunk");
    trunk
        .args(["serve", "--address", "127.0.0.1", "--disable-address-lookup", "true"])
        .args(["--port", &port.to_string()])
        .arg("--dist")
        .arg(&folder)
        .current_dir(paths::root()?)
        .env("PATH", path);
    tools::tame_trunk(&mut trunk);
    become_it(&mut trunk)
}

fn serve_dist(port: Option<u16>) -> Result<()> {
    let folder = dist::build()?;
    let port = free_port(port)?;
    e2e::server::Server::start_at(&folder, "/", port)
        .with_context(|| format!("could not open port {port}"))?;
    announce::say(port);
    loop {
        std::thread::park();
    }
}

/// Replaces this process, so that ending the one that was started ends the server too.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    let error = std::os::unix::process::CommandExt::exec(command);
    Err(error).context("could not start trunk")
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    run(command)
}

/// The wanted port, or the first free one from 8080 on.
fn free_port(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
    match wanted {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => bail!("port {port} is taken; leave --port out to get a free one"),
        None => (FIRST_PORT..FIRST_PORT + 100)
            .find(|port| is_free(*port))
            .context("no port between 8080 and 8179 is free; name one with --port"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_in_any_order() {
        let both = Options { release: true, port: Some(9000) };
        let read = Options::parse(&["--port", "9000", "--release"]).unwrap();
        assert_eq!(read, both);
        assert!(Options::parse(&["--port"]).is_err());
        assert!(Options::parse(&["--open"]).is_err());
    }

    #[test]
    fn a_taken_port_is_passed_over_unless_it_was_asked_for() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
        assert!(free_port(None).is_ok());
    }
}
