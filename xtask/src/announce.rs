//! Says the address once the server answers on it.
//!
//! `serve` becomes the server (it replaces its own process, so that whoever ends it ends
//! everything), hence a second small process has to watch for the moment the page is there.

use crate::process::step;
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpStream};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// The hidden command this program starts itself with.
pub const COMMAND: &str = "announce";

/// Starts the watcher beside this process.
///
/// # Errors
/// When this program cannot be started again.
pub fn spawn(port: u16) -> Result<()> {
    Command::new(std::env::current_exe()?)
        .args([COMMAND, &port.to_string()])
        .spawn()
        .context("could not start the watcher that says when the page is ready")?;
    Ok(())
}

/// Waits until something listens on the port and says so; gives up when the server is gone.
///
/// # Errors
/// When `port` is not a number.
pub fn wait_and_say(port: &str) -> Result<()> {
    let port: u16 = port.parse()?;
    let server = parent();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if parent() != server {
            return Ok(());
        }
        sleep(Duration::from_millis(100));
    }
    say(port);
    Ok(())
}

/// Prints the address so that it cannot be missed.
pub fn say(port: u16) {
    println!();
    step(format!("Bridgekeeper is at  http://127.0.0.1:{port}/"));
    println!("  Ctrl+C ends it.\n");
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}
