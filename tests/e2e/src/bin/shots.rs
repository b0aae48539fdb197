//! Takes pictures of the page: every route, light and dark, wide and narrow, in full height.
//!
//! `shots <folder> [--seed] [route…]`, started by `cargo xtask shots`.

use anyhow::{Context, Result, bail};
use e2e::journey::dist;
use e2e::routes::ROUTES;
use e2e::seed;
use e2e::server::Server;
use e2e::session::Session;
use serde_json::json;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 2] = [1280, 390];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// What is on screen before scrolling.
const FOLD: u32 = 900;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().context("name a folder for the pictures")?);
    let (options, wanted): (Vec<String>, Vec<String>) = words.partition(|word| word.starts_with("--"));
    let seeded = match options.as_slice() {
        [] => false,
        [option] if option == "--seed" => true,
        other => bail!("shots knows --seed, not {}", other.join(" ")),
    };
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
    let routes: Vec<_> = ROUTES.iter().filter(|(name, _)| is_wanted(name)).collect();
    if routes.is_empty() {
        bail!("no route is called {}; see tests/e2e/src/routes.rs", wanted.join(" or "));
    }

    std::fs::create_dir_all(&folder)?;
    let server = Server::start(&dist()?)?;
    let session = Session::open("shots").await?;
    if seeded {
        session.goto(&server.url("")).await?;
        seed::fill(&session).await?;
    }
    for (name, route) in routes {
        for scheme in SCHEMES {
            for width in WIDTHS {
                let file = folder.join(format!("{name}-{scheme}-{width}.png"));
                shoot(&session, &server.url(route), scheme, width, &file).await?;
                println!("  {}", file.display());
            }
        }
    }
    session.close().await;
    Ok(())
}

async fn shoot(session: &Session, url: &str, scheme: &str, width: u32, file: &Path) -> Result<()> {
    let browser = session.browser()?;
    let tools = browser.cdp();
    let preference = json!({ "name": "prefers-color-scheme", "value": scheme });
    tools.send_raw("Emulation.setEmulatedMedia", json!({ "features": [preference] })).await?;
    tools.emulation().set_device_metrics_override(width, FOLD, 1.0, false).await?;
    // A route is only the part after #, and going there would not load the page anew.
    session.goto("about:blank").await?;
    session.goto(url).await?;
    session.see("h1").await?;
    let height = session.run("return document.documentElement.scrollHeight", vec![]).await?;
    let height = height.as_u64().and_then(|height| u32::try_from(height).ok());
    let height = height.context("the page has no height")?.max(FOLD);
    tools.emulation().set_device_metrics_override(width, height, 1.0, false).await?;
    browser.screenshot(file).await?;
    Ok(())
}
