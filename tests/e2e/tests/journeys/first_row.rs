//! How soon the first partner is in sight, beside the least page that leptos makes.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, in_app, journey_alone};
use e2e::server::Server;
use e2e::session::Session;
use serde_json::json;
use std::env;
use std::path::Path;
use thirtyfour::Key;

use crate::keyboard::{key, see_focus};
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

/// Notes how many values were read when the first row is there, and presses Ctrl K in the same frame.
const PRESSING: &str = "
    let read = 0;
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) { read += 1; return get.call(this, key); };
    const look = () => {
        const row = document.querySelector('tbody tr th');
        if (!row) return requestAnimationFrame(look);
        window.atFirstRow = { read, told: /[0-9]/.test([...document.querySelectorAll('.partners__count, .count')].map(it => it.textContent).join()) };
        row.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }));
    };
    requestAnimationFrame(look);";

#[tokio::test]
async fn the_first_rows_come_before_the_rest_and_what_is_pressed_meanwhile_knows_all() -> Result<()> {
    const ALL: u64 = 300;
    let stored = large_workspace(ALL, 2)?;
    in_app("first_rows", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_text(".partners__count", "300 partners").await?;
        browser.leave(server).await?;
        browser.before_pages(PRESSING).await?;
        browser.start(&server.url("#/partners")).await?;

        let seen = browser.wait_for("for the first row", async || {
            Ok(Some(browser.run("return window.atFirstRow ?? null", vec![]).await?)
                .filter(|seen| !seen.is_null()))
        });
        let seen = seen.await?;
        let read = seen["read"].as_u64().context("the number of reads")?;
        ensure!(read < 60, "{read} values were read before the first row, of more than {ALL}");
        ensure!(seen["told"] == false, "a part of the partners is not counted");

        // Typed into what opened at once.
        see_focus(browser, ".palette input").await?;
        key(browser, "Partner 299").await?;
        browser.see_text(".palette__option mark", "Partner 299").await?;
        key(browser, Key::Escape.value().to_string()).await?;
        browser.see_text(".partners__count", "300 partners").await?;
        browser.see("tbody tr .health__score").await?;
        browser.see_text(".portfolio", "300 partners by health").await?;
        Ok(())
    })
    .await
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
        // As on any morning: the browser has been here before, and kept what the hosts let it keep.
        ours.let_keep();
        least.let_keep();
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
