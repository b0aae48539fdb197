//! Starting other programs, always visibly.

use anyhow::{Context, Result, bail};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Says what is about to happen, in one line.
pub fn step(what: impl std::fmt::Display) {
    println!("▸ {what}");
}

/// The one clock of this tool: to say how long something took.
#[expect(clippy::disallowed_methods, reason = "builds take real time")]
pub fn now() -> Instant {
    Instant::now()
}

/// Seconds or minutes, as one would say them.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..=99 => format!("{:.1} s", duration.as_secs_f64()),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// The line a person would type.
pub fn spelled(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs to the end, showing everything the program writes.
///
/// # Errors
/// When it cannot be started or ends with a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start `{}`", spelled(command)))?;
    expect_success(command, status)
}

/// Runs quietly and returns what the program wrote, or `None` when it failed or is not there.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| said.trim().to_owned())
}

/// Runs to the end or until `patience` is over.
///
/// # Errors
/// When it cannot be started, takes too long or ends with a failure.
pub fn run_within(patience: Duration, command: &mut Command) -> Result<()> {
    let mut child = command.spawn().with_context(|| format!("could not start `{}`", spelled(command)))?;
    match wait_within(&mut child, patience)? {
        Some(status) => expect_success(command, status),
        None => bail!("`{}` did not end within {}", spelled(command), spoken(patience)),
    }
}

/// Runs a download that now and then hangs: each attempt is ended after `patience`, and there are three.
///
/// # Errors
/// When the last attempt failed too.
pub fn run_patiently(patience: Duration, make: impl Fn() -> Command) -> Result<()> {
    const ATTEMPTS: u32 = 3;
    for attempt in 1.. {
        match run_within(patience, &mut make()) {
            Err(why) if attempt < ATTEMPTS => step(format!("{why:#}; once more")),
            ended => return ended,
        }
    }
    Ok(())
}

fn wait_within(child: &mut Child, patience: Duration) -> Result<Option<ExitStatus>> {
    const STEP: Duration = Duration::from_millis(100);
    let mut waited = Duration::ZERO;
    while waited < patience {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(STEP);
        waited += STEP;
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` ended with {status}", spelled(command));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_spoken_in_the_unit_one_would_use() {
        assert_eq!(spoken(Duration::from_millis(1_234)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(365)), "6 min 05 s");
    }
}
