//! One browser with a profile of its own.
//!
//! Every look waits: a thing is there within [`PATIENCE`] or the step fails with a sentence.
//! Deliberately absent: sleeping.

use crate::browsers::{CHROMIUM_ARGUMENTS, Which};
use crate::driver::{Driver, now};
use crate::firefox;
use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use thirtyfour::{
    By, Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, WebDriver, WebElement, WindowHandle,
};

/// How long a thing may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// What Firefox says of a request that the service worker was answering when the page was left.
const LEFT_BEHIND: &str = "A ServiceWorker intercepted the request and encountered an unexpected error";

/// A browser under our hands.
pub struct Session {
    name: String,
    which: Which,
    profile: PathBuf,
    running: Option<Running>,
    /// What Chromium is started with beside what it always is.
    arguments: Vec<String>,
    allowed: Vec<String>,
    /// Console errors of browsers that were since killed.
    errors: Vec<String>,
}

/// Field order is drop order: the browser is let go before its driver ends.
struct Running {
    browser: WebDriver,
    _driver: Driver,
}

impl Session {
    /// Opens a browser with an empty profile; `name` is the journey's.
    ///
    /// # Errors
    /// When there is no browser or it does not start.
    pub async fn open(name: &str) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = format!("bridgekeeper-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(folder);
        fs::create_dir_all(&profile)?;
        let which = Which::asked_for()?;
        let allowed = match which {
            Which::Chromium => Vec::new(),
            Which::Firefox => firefox::CUT_OFF.map(str::to_owned).to_vec(),
        };
        let mut session = Self {
            name: name.to_owned(),
            which,
            profile,
            running: None,
            arguments: Vec::new(),
            allowed,
            errors: Vec::new(),
        };
        session.relaunch().await?;
        Ok(session)
    }

    /// The name of the journey.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which browser it is.
    pub fn which(&self) -> Which {
        self.which
    }

    /// The browser itself, for what this type has no word for.
    ///
    /// # Errors
    /// Between [`kill`](Self::kill) and [`relaunch`](Self::relaunch) there is none.
    pub fn browser(&self) -> Result<&WebDriver> {
        let running = self.running.as_ref();
        Ok(&running.context("the browser was killed; relaunch it first")?.browser)
    }

    /// Opens an address and waits until the document is loaded.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn goto(&self, url: &str) -> Result<()> {
        self.browser()?.goto(url).await.with_context(|| format!("could not open {url}"))
    }

    /// The first element that matches the CSS selector and can be seen.
    ///
    /// # Errors
    /// When none is in sight within [`PATIENCE`].
    pub async fn see(&self, selector: &str) -> Result<WebElement> {
        self.wait_for(&format!("to see {selector}"), async || {
            for element in self.browser()?.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The first element that matches, can be seen and contains this text.
    ///
    /// # Errors
    /// When none is in sight within [`PATIENCE`].
    pub async fn see_text(&self, selector: &str, text: &str) -> Result<WebElement> {
        self.wait_for(&format!("to read “{text}” in {selector}"), async || {
            for element in self.browser()?.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? && element.text().await?.contains(text) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until nothing in sight matches the CSS selector.
    ///
    /// # Errors
    /// When it does not go away within [`PATIENCE`].
    pub async fn see_no(&self, selector: &str) -> Result<()> {
        self.wait_for(&format!("for {selector} to go away"), async || {
            for element in self.browser()?.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Clicks what the selector finds.
    ///
    /// # Errors
    /// When it does not appear or something lies over it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.see(selector).await?;
        element.click().await.with_context(|| format!("could not click {selector}"))
    }

    /// Types into what the selector finds, after what is there.
    ///
    /// # Errors
    /// When it does not appear or takes no text.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.see(selector).await?;
        element.send_keys(text).await.with_context(|| format!("could not type into {selector}"))
    }

    /// The value of a script's `return`.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.browser()?.execute(awaiting(script), arguments).await;
        Ok(answer.with_context(|| format!("the script failed: {script}"))?.json().clone())
    }

    /// Asks until there is an answer. A failure inside is asked again too: elements vanish under our hands.
    ///
    /// # Errors
    /// When there is none within [`PATIENCE`]; `what` completes the sentence “waited 10 s …”.
    pub async fn wait_for<T>(&self, what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let start = now();
        loop {
            let seen = look().await;
            if let Ok(Some(found)) = seen {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                let waited = anyhow!("waited {} s {what}", PATIENCE.as_secs());
                return Err(match seen {
                    Err(why) => why.context(waited),
                    Ok(_) => waited,
                });
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Opens another tab of the same browser and goes there; [`enter_tab`](Self::enter_tab) goes back.
    ///
    /// # Errors
    /// When the browser opens none.
    pub async fn open_tab(&self, url: &str) -> Result<WindowHandle> {
        let tab = self.browser()?.new_tab().await?;
        self.enter_tab(&tab).await?;
        self.goto(url).await?;
        Ok(tab)
    }

    /// The tab that commands go to.
    ///
    /// # Errors
    /// When it was closed.
    pub async fn tab(&self) -> Result<WindowHandle> {
        Ok(self.browser()?.window().await?)
    }

    /// Sends commands to this tab from now on.
    ///
    /// # Errors
    /// When it was closed.
    pub async fn enter_tab(&self, tab: &WindowHandle) -> Result<()> {
        Ok(self.browser()?.switch_to_window(tab.clone()).await?)
    }

    /// Sends commands into the frame the selector finds, until [`leave_frame`](Self::leave_frame).
    ///
    /// # Errors
    /// When there is no such frame.
    pub async fn enter_frame(&self, selector: &str) -> Result<()> {
        let frame = self.see(selector).await?;
        Ok(frame.enter_frame().await?)
    }

    /// Back to the page around all frames.
    ///
    /// # Errors
    /// When the tab was closed.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.browser()?.enter_default_frame().await?)
    }

    /// Expects console errors that contain this text, instead of failing the journey over them.
    pub fn allow_error(&mut self, containing: &str) {
        self.allowed.push(containing.to_owned());
    }

    /// What the page wrote to the console as errors, apart from the allowed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn unexpected_errors(&mut self) -> Result<Vec<String>> {
        self.collect_errors().await?;
        let allowed = |message: &str| self.allowed.iter().any(|part| message.contains(part));
        Ok(self.errors.iter().filter(|message| !allowed(message)).cloned().collect())
    }

    /// Ends the browser process as a crash would: nothing is flushed, nothing is asked.
    ///
    /// # Errors
    /// When its process cannot be found or ended.
    pub async fn kill(&mut self) -> Result<()> {
        self.collect_errors().await?;
        self.kill_now()
    }

    /// Kills at once, without the question to the browser that [`kill`](Self::kill) asks first (which
    /// gives it time to finish writing).
    ///
    /// # Errors
    /// When its process cannot be found or ended.
    pub fn kill_now(&mut self) -> Result<()> {
        let process = self.process()?;
        end_process(&process)?;
        if let Some(running) = self.running.take() {
            // There is nobody left to be told that the session is over.
            running.browser.leak().ok();
        }
        let left_behind: &[&str] = match self.which {
            Which::Chromium => &["SingletonLock", "SingletonSocket", "SingletonCookie"],
            Which::Firefox => &["lock", ".parentlock", "MarionetteActivePort"],
        };
        for file in left_behind {
            fs::remove_file(self.profile.join(file)).ok();
        }
        Ok(())
    }

    /// Starts the browser with the profile as it was left.
    ///
    /// # Errors
    /// When there is no browser, or it does not start.
    pub async fn relaunch(&mut self) -> Result<()> {
        if self.running.is_some() {
            bail!("the browser is still running; kill or close it first");
        }
        let driver = Driver::start(self.which)?;
        let browser = WebDriver::new(driver.url(), self.capabilities()?)
            .await
            .with_context(|| format!("{} did not start", self.which.name()))?;
        self.running = Some(Running { browser, _driver: driver });
        match self.which {
            Which::Chromium => Ok(()),
            Which::Firefox => self.listen().await,
        }
    }

    /// Starts Chromium anew, with one argument more; Firefox takes none.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn restart_with(&mut self, argument: String) -> Result<()> {
        self.arguments.push(argument);
        self.restart().await
    }

    /// Closes the browser in good order, so that it writes everything down, and starts it again.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn restart(&mut self) -> Result<()> {
        self.collect_errors().await?;
        if let Some(running) = self.running.take() {
            running.browser.quit().await?;
        }
        self.relaunch().await
    }

    /// Closes the browser in good order and forgets its profile.
    pub async fn close(mut self) {
        if let Some(running) = self.running.take() {
            // Whatever is left is removed with the driver.
            running.browser.quit().await.ok();
        }
    }

    /// Writes a picture of the page and its source into `folder`.
    ///
    /// # Errors
    /// When the browser is gone or the folder cannot be written.
    pub async fn keep_evidence(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        let file = folder.join(&self.name);
        self.browser()?.screenshot(&file.with_extension("png")).await?;
        fs::write(file.with_extension("html"), self.browser()?.source().await?)?;
        Ok(())
    }

    async fn collect_errors(&mut self) -> Result<()> {
        let heard = match self.which {
            Which::Chromium => {
                let log = self.browser()?.browser_log().await?;
                log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
            }
            Which::Firefox => {
                let mut heard = self.heard().await?;
                heard.retain(|said| !said.contains(LEFT_BEHIND));
                heard
            }
        };
        self.errors.extend(heard);
        Ok(())
    }

    fn capabilities(&self) -> Result<Capabilities> {
        let program = self.which.program()?;
        if self.which == Which::Firefox {
            let mut wanted = DesiredCapabilities::firefox();
            wanted.set("moz:firefoxOptions", firefox::options(&program, &self.profile))?;
            return Ok(wanted.into());
        }
        let mut wanted = DesiredCapabilities::chrome();
        for argument in CHROMIUM_ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", self.profile.display()))?;
        wanted.add_arg("--window-size=1280,900")?;
        for argument in &self.arguments {
            wanted.add_arg(argument)?;
        }
        wanted.set_binary(&program.to_string_lossy())?;
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        Ok(wanted.into())
    }

    /// The browser's process id, which Firefox says at the start and Chromium writes into the lock of its profile.
    fn process(&self) -> Result<String> {
        if self.which == Which::Firefox {
            let said = self.browser()?.handle().capabilities().get("moz:processID");
            return Ok(said.context("Firefox did not say its process")?.to_string());
        }
        let lock = self.profile.join("SingletonLock");
        let target = fs::read_link(&lock)
            .with_context(|| format!("{} does not say who runs the browser", lock.display()))?;
        let target = target.to_string_lossy();
        let process = target.rsplit('-').next().unwrap_or_default();
        if process.is_empty() || !process.bytes().all(|byte| byte.is_ascii_digit()) {
            bail!("{} names no process: {target}", lock.display());
        }
        Ok(process.to_owned())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.running = None;
        // The browser's helpers end a moment after it, and may write until then.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.profile).is_ok() || !self.profile.exists() {
                return;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
    }
}

/// Chromium's driver lets a script wait, Firefox's only for what it returns.
pub(crate) fn awaiting(script: &str) -> String {
    format!("return (async () => {{\n{script}\n}})()")
}

/// Signals come with the shell on every system that has them, without unsafe code or another crate.
fn end_process(process: &str) -> Result<()> {
    let status = Command::new("sh").args(["-c", &format!("kill -KILL {process}")]).status()?;
    if !status.success() {
        bail!("process {process} could not be ended");
    }
    Ok(())
}
