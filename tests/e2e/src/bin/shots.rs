//! Takes pictures of the page: every route, light and dark, wide and narrow, in full height.
//!
//! `shots <folder> [screen…]`, started by `cargo xtask shots`. The screens of an empty workspace come first; then it is
//! filled, and the others follow.

use anyhow::{Context, Result, bail};
use e2e::journey::dist;
use e2e::routes::{EMPTY, LIBRARY, SEEDED, Screen};
use e2e::seed;
use e2e::server::Server;
use e2e::session::Session;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 2] = [1280, 390];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// What is on screen before scrolling.
const FOLD: u32 = 900;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().context("name a folder for the pictures")?);
    let wanted: Vec<String> = words.collect();
    let is_wanted = |screen: &&Screen| wanted.is_empty() || wanted.iter().any(|word| word == screen.name);
    let empty: Vec<_> = EMPTY.iter().filter(is_wanted).collect();
    let filled: Vec<_> = SEEDED.iter().chain(LIBRARY).filter(is_wanted).collect();
    if empty.is_empty() && filled.is_empty() {
        bail!("no screen is called {}; see tests/e2e/src/routes.rs", wanted.join(" or "));
    }

    std::fs::create_dir_all(&folder)?;
    let server = Server::start(&dist()?)?;
    let session = Session::open("shots").await?;
    shoot_all(&session, &server, &empty, &folder).await?;
    if !filled.is_empty() {
        session.resize(1280, FOLD).await?;
        session.start(&server.url("")).await?;
        seed::fill(&session).await?;
        shoot_all(&session, &server, &filled, &folder).await?;
    }
    session.close().await;
    Ok(())
}

async fn shoot_all(session: &Session, server: &Server, screens: &[&Screen], folder: &Path) -> Result<()> {
    for screen in screens {
        for scheme in SCHEMES {
            for width in WIDTHS {
                let file = folder.join(format!("{}-{scheme}-{width}.png", screen.name));
                let shot = shoot(session, server, screen, scheme, width, &file).await;
                shot.with_context(|| format!("screen {}", screen.name))?;
                println!("  {}", file.display());
            }
        }
    }
    Ok(())
}

async fn shoot(
    session: &Session,
    server: &Server,
    screen: &Screen,
    scheme: &str,
    width: u32,
    file: &Path,
) -> Result<()> {
    let browser = session.browser()?;
    session.prefer(scheme).await?;
    session.resize(width, FOLD).await?;
    screen.reach(session, server).await?;
    session.run("scrollTo(0, 0)", vec![]).await?;
    let height = session.run("return document.documentElement.scrollHeight", vec![]).await?;
    let height = height.as_u64().and_then(|height| u32::try_from(height).ok());
    session.resize(width, height.context("the page has no height")?.max(FOLD)).await?;
    browser.screenshot(file).await?;
    Ok(())
}
