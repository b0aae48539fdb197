//! The driver process: one per session, on a port of its own, ended with it.

use crate::browsers;
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running chromedriver.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it and waits until it listens.
    ///
    /// # Errors
    /// When there is none or it does not come up.
    pub fn start() -> Result<Self> {
        let program = browsers::chromedriver()
            .context("no chromedriver on this machine; `cargo xtask test` says how to get one")?;
        let port = free_port()?;
        let child = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let mut driver = Self { child, port };
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
                bail!("chromedriver ended at once with {status}");
            }
            if start.elapsed() > PATIENCE {
                bail!("chromedriver did not listen on port {} within 20 s", self.port);
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
