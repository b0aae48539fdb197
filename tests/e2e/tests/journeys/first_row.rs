//! How soon the first partner is in sight, beside the least page that leptos makes.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, journey_alone};
use e2e::server::Server;
use e2e::session::Session;
use serde_json::json;
use std::env;
use std::path::Path;

use crate::large::{large_workspace, median};

const PARTNERS: u64 = 1_000;
const RECORDS: u64 = 10;
const LOADS: usize = 21;
/// How many times as long as the least page ours may take.
const MOST: f64 = 2.0;

/// Notes when the first row is on screen: the frame after the one that draws it.
const LOOKING: &str = "
    window.firstRow = null;
    const look = () => {
        if (document.querySelector('table tbody tr td')) {
            requestAnimationFrame(() => { window.firstRow = performance.now(); });
        } else {
            requestAnimationFrame(look);
        }
    };
    requestAnimationFrame(look);";

async fn first_row(browser: &Session, address: &str) -> Result<f64> {
    browser.goto("about:blank").await?;
    browser.goto(address).await?;
    let seen = async || Ok(browser.run("return window.firstRow", vec![]).await?.as_f64());
    browser.wait_for("for the first row", seen).await
}

#[tokio::test]
#[ignore = "a measurement: cargo xtask bench"]
async fn the_first_row_is_there_in_less_than_twice_the_time_of_the_least_page() -> Result<()> {
    let least = env::var_os("LEAST_PAGE").context("cargo xtask bench builds the least page and names it")?;
    let stored = large_workspace(PARTNERS, RECORDS)?;
    let (ours, least) = (Server::start(&dist()?)?, Server::start(Path::new(&least))?);
    journey_alone("first_row", async |browser| {
        browser.allow_error("/favicon.ico");
        browser.leave(&ours).await?;
        browser.store(&stored).await?;
        browser.before_pages(LOOKING).await?;
        // As on any morning: the browser has been here before.
        let mut took = (Vec::new(), Vec::new());
        for load in 0..LOADS + 2 {
            let row = (
                first_row(browser, &ours.url("#/partners")).await?,
                first_row(browser, &least.url("")).await?,
            );
            // The first two fill the caches.
            if load >= 2 {
                took.0.push(row.0);
                took.1.push(row.1);
            }
        }
        let ratio = median(took.0.clone()) / median(took.1.clone());
        figure(&format!(
            "{PARTNERS} × {RECORDS} records: first row after {:.0} ms, of the least page after {:.0} ms (medians of \
             {LOADS}, in turns): {ratio:.2} times, at most {MOST}",
            median(took.0.clone()),
            median(took.1.clone()),
        ));
        ensure!(ratio < MOST, "the first row takes {ratio:.2} times as long as the least page's: {}", json!([took.0, took.1]));
        Ok(())
    })
    .await
}
