//! Runs one story and leaves evidence when it fails.

use crate::driver::now;
use crate::server::Server;
use crate::session::Session;
use anyhow::{Context, Error, Result, anyhow, bail};
use std::any::Any;
use std::env;
use std::future::{Future, poll_fn};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::Poll;
use std::time::Instant;
use tokio::sync::RwLock;

/// Opens a browser of its own, tells the story in it and closes it.
///
/// The journey also fails when the page wrote an error to the console that the story did not
/// [allow](Session::allow_error). On failure `target/journeys/<name>.png` shows the page.
///
/// # Errors
/// What the story answers or panics with, or the page's first unexpected error.
pub async fn journey(name: &str, story: impl AsyncFnOnce(&mut Session) -> Result<()>) -> Result<()> {
    let _beside_others = MACHINE.read().await;
    told(name, story).await
}

/// Journeys run beside each other, but for those that measure.
static MACHINE: RwLock<()> = RwLock::const_new(());

async fn told(name: &str, story: impl AsyncFnOnce(&mut Session) -> Result<()>) -> Result<()> {
    let mut session = Session::open(name).await?;
    let mut told = caught(story(&mut session)).await;
    if told.is_ok() && !session.unexpected_errors().await?.is_empty() {
        told = Err(anyhow!("the story went well, but not without errors"));
    }
    if told.is_err() {
        // A browser that died has no picture; the story's own failure is what matters.
        session.keep_evidence(&evidence()).await.ok();
    }
    if let Err(why) = told {
        // What the page said is often the reason; a killed browser says nothing.
        let errors = session.unexpected_errors().await.unwrap_or_default();
        told = Err(match errors.as_slice() {
            [] => why,
            said => why.context(format!("the page wrote to the console:\n  {}", said.join("\n  "))),
        });
    }
    session.close().await;
    told.with_context(|| format!("journey {name}; see target/journeys/{name}.png"))
}

/// The folder of the built page.
///
/// # Errors
/// When it has not been built.
pub fn dist() -> Result<PathBuf> {
    let folder = env::var_os("BRIDGEKEEPER_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    if !folder.join("index.html").is_file() {
        bail!("there is no page in {}; run cargo xtask dist", folder.display());
    }
    Ok(folder)
}

/// The top of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("..")
}

fn evidence() -> PathBuf {
    root().join("target").join("journeys")
}

/// Awaits the story; a failed `assert!` in it becomes an error, so that there is still a picture to take.
async fn caught(story: impl Future<Output = Result<()>>) -> Result<()> {
    let mut story = pin!(story);
    poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| story.as_mut().poll(context)))
            .unwrap_or_else(|panic| Poll::Ready(Err(sentence(&*panic))))
    })
    .await
}

fn sentence(panic: &(dyn Any + Send)) -> Error {
    let said =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    anyhow!("{}", said.unwrap_or("the story panicked"))
}

/// Opens the app in a browser of its own and tells the story in it.
///
/// # Errors
/// As [`journey`].
pub async fn in_app(name: &str, story: impl AsyncFnOnce(&mut Session, &Server) -> Result<()>) -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey(name, async |browser| {
        browser.start(&server.url("#/partners")).await?;
        story(browser, &server).await
    })
    .await
}

/// Opens the single file from the disk, in a browser of its own, and tells the story in it. It starts in memory; the
/// story gets the address of the file, for `#/…` behind it.
///
/// # Errors
/// As [`journey`].
pub async fn in_single_file(
    name: &str,
    story: impl AsyncFnOnce(&mut Session, &str) -> Result<()>,
) -> Result<()> {
    let file = dist()?.canonicalize()?.join("bridgekeeper.html");
    let address = format!("file://{}", file.display());
    journey(name, async |browser| {
        browser.start(&format!("{address}#/partners")).await?;
        story(browser, &address).await
    })
    .await
}

/// As [`journey`], with the machine to itself: how long a page takes says little beside other browsers.
///
/// # Errors
/// As [`journey`].
pub async fn journey_alone(name: &str, story: impl AsyncFnOnce(&mut Session) -> Result<()>) -> Result<()> {
    let _alone = MACHINE.write().await;
    told(name, story).await
}

/// As [`in_app`], with the machine to itself.
///
/// # Errors
/// As [`journey`].
pub async fn in_app_alone(
    name: &str,
    story: impl AsyncFnOnce(&mut Session, &Server) -> Result<()>,
) -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey_alone(name, async |browser| {
        browser.start(&server.url("#/partners")).await?;
        story(browser, &server).await
    })
    .await
}

/// Says a figure that a journey proves, whether it passes or not: the harness swallows only what `print!` writes.
pub fn figure(words: &str) {
    // Nobody listening is no reason to fail.
    writeln!(std::io::stderr(), "      figure: {words}").ok();
}

/// The time, for measuring how long something takes.
pub fn clock() -> Instant {
    now()
}

/// A folder for a journey's own files, empty.
///
/// # Errors
/// When it cannot be made.
pub fn scratch(name: &str) -> Result<PathBuf> {
    let folder = evidence().join("files").join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}
