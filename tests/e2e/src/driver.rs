//! The driver process: one per session, on a port of its own, ended with it.

use crate::browsers::Which;
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running chromedriver or geckodriver.
pub struct Driver {
    which: Which,
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it and waits until it listens.
    ///
    /// # Errors
    /// When there is none or it does not come up.
    pub fn start(which: Which) -> Result<Self> {
        let program = which.driver()?;
        let port = free_port()?;
        let child = Command::new(&program)
            .arg(format!("--port={port}"))
            .args(arguments(which))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let mut driver = Self { which, child, port };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    /// Where it takes commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let start = now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the driver of {} ended at once with {status}", self.which.name());
            }
            if start.elapsed() > PATIENCE {
                bail!("the driver of {} did not listen on port {} within 20 s", self.which.name(), self.port);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Firefox opens its own inside, from which a journey sees the console and sets the colour scheme, only when asked at
/// the start. Its second port would be the same for every driver.
fn arguments(which: Which) -> &'static [&'static str] {
    match which {
        Which::Chromium => &[],
        Which::Firefox => &["--allow-system-access", "--websocket-port=0"],
    }
}

/// A port nobody listens on. Another process may take it before us, which then fails loudly.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// The one clock of the journeys: how long something has been waited for.
#[expect(clippy::disallowed_methods, reason = "waiting for another process takes a clock")]
pub fn now() -> Instant {
    Instant::now()
}
