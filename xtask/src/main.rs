//! The project's own build tool: `cargo xtask <command>`.
//!
//! One module per noun. Nothing here is part of the page; the only things needed to run it are
//! cargo and a C compiler, everything else it fetches itself (`tools`) or asks for by name
//! (`browser`).

mod announce;
mod bench;
mod browser;
mod check;
mod dist;
mod html;
mod merge;
mod packed;
mod paths;
mod policy;
mod precache;
mod process;
mod scan;
mod serve;
mod shots;
mod single;
mod size;
mod split;
mod test;
mod tidy;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]            build for development, serve on 127.0.0.1, rebuild on every change
  serve --release [--port N]  build dist/ and serve exactly those files
  test                        run every test: native, in the browser, and journeys through dist/ in Chromium,
                              the main ones in Firefox, too
  test <suite> [filter]       run one of: native, browser, journeys
  test journeys --firefox     run every journey in Firefox; a filter may follow
  check [--fix]               formatting, lints, layers, style and licences; --fix mends what it can
  bench [filter]              measure the code that has to be quick, against a yardstick of the same run
  shots [screen…]             take pictures of every screen, empty and filled, into target/shots/
  dist                        build dist/, the folder to publish, and print what a first visit loads
  setup [--list]              install what the other commands need; --list only says what that is
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Says whether all is well; `false` means that what is wrong has been said already.
fn run(arguments: &[&str]) -> Result<bool> {
    match arguments {
        ["test", words @ ..] => return test::test(words),
        ["serve", options @ ..] => serve::serve(&serve::Options::parse(options)?),
        ["check"] => check::check(),
        ["check", "--fix"] => check::fix(),
        ["bench", words @ ..] => bench::bench(words),
        ["shots", words @ ..] => shots::take(words),
        ["dist"] => dist::publish(),
        ["setup"] => tools::set_up(),
        ["setup", "--list"] => tools::list(),
        [announce::COMMAND, port] => announce::wait_and_say(port),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no `cargo xtask {}`\n\n{HELP}", other.join(" ")),
    }?;
    Ok(true)
}
