//! The browser is killed, or the app does not start.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::stamp::{Millis, TabSuffix};
use bridgekeeper::storage::{DocumentKey, MemoryArea, Persistence, StoredText, Vault};
use e2e::journey::{clock, figure, in_app};
use e2e::robot::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Milliseconds of adding partners before each kill. Chromium writes 5 s after the first change of a
/// session, and later at most once a minute on average: the first runs end before or soon after that
/// first time, the last one long after it.
const RUNS: [u64; 6] = [1_700, 5_400, 7_900, 9_800, 11_300, 21_000];
/// What was acknowledged longer ago than this must be there: Chromium writes at most 60 times an hour, a busy machine later.
const WINDOW_MS: u64 = 75_000;

#[tokio::test]
async fn a_killed_browser_tears_no_action_and_loses_only_the_last_seconds() -> Result<()> {
    in_app("a_killed_browser", async |browser, server| {
        let mut known = BTreeSet::<String>::new();
        for (round, run) in RUNS.into_iter().enumerate() {
            browser.start(&server.url("#/partners")).await?;
            browser.arm().await?;
            browser.robot_founds(&format!("round {round}, partner"), 40).await?;
            let start = clock();
            let mut events: Vec<Event> = Vec::new();
            while start.elapsed() < Duration::from_millis(run) {
                events.extend(browser.robot_events(events.len()).await?);
            }
            events.extend(browser.robot_events(events.len()).await?);
            let killed_at = browser.run("return Date.now()", vec![]).await?.as_u64().context("a time")?;
            browser.kill_now()?;
            browser.relaunch().await?;
            browser.leave(server).await?;
            let whole = whole_partners(&browser.stored().await?)?;
            browser.start(&server.url("#/partners")).await?;
            let shown: BTreeSet<String> = all_names(browser).await?.into_iter().collect();
            ensure!(shown == whole, "the page shows what is stored");
            ensure!(browser.ask("return page.banners()", vec![]).await? == serde_json::json!([]), "and complains of nothing");
            let lost_earlier: Vec<_> = known.difference(&shown).collect();
            ensure!(lost_earlier.is_empty(), "round {round} lost what earlier rounds had: {lost_earlier:?}");

            let acknowledged = acknowledged(&events);
            let lost: Vec<u64> =
                acknowledged.iter().filter(|(name, _)| !shown.contains(*name)).map(|(_, at)| killed_at - at).collect();
            let oldest = lost.iter().max().copied().unwrap_or(0);
            figure(&format!(
                "kill -9 after {run} ms: {} partners acknowledged, {} lost, the oldest of them {oldest} ms before the kill; 0 torn of {}",
                acknowledged.len(),
                lost.len(),
                whole.len(),
            ));
            ensure!(oldest < WINDOW_MS, "lost although acknowledged {oldest} ms before the kill");
            known = shown;
        }
        Ok(())
    })
    .await
}

fn acknowledged(events: &[Event]) -> BTreeMap<String, u64> {
    let names: BTreeMap<u64, &String> =
        events.iter().filter_map(|event| Some((event.number, event.name.as_ref()?))).collect();
    events
        .iter()
        .filter(|event| event.state == "done")
        .filter_map(|event| Some(((*names.get(&event.number)?).clone(), event.at)))
        .collect()
}

/// The names of the stored partners, each of which must be whole: lifecycle, profile, stage and tier.
fn whole_partners(stored: &BTreeMap<String, String>) -> Result<BTreeSet<String>> {
    let area = MemoryArea::default();
    for (key, value) in stored {
        area.put(key, StoredText::Text(value.clone()))?;
    }
    let now = Millis(4_000_000_000_000);
    let (vault, _) =
        Vault::open(Box::new(area.store()), "home", now, TabSuffix::from_random(7), Persistence::Browser);
    ensure!(vault.problems().is_empty(), "{:?}", vault.problems());
    let mut names = BTreeSet::new();
    for (key, document) in vault.documents() {
        let _: &DocumentKey = key;
        let paths: BTreeSet<&str> =
            document.records.keys().map(|path| path.as_str().split('/').next().unwrap_or_default()).collect();
        let whole = BTreeSet::from(["lifecycle", "profile", "stages", "tiers"]);
        ensure!(paths == whole, "{key} is torn: it has {paths:?}");
        let profile =
            document.records.get("profile").and_then(|record| record.text()).context("a profile")?;
        let profile: serde_json::Value = serde_json::from_str(profile)?;
        let name = profile.get("name").and_then(serde_json::Value::as_str);
        names.insert(name.context("a name")?.to_owned());
    }
    Ok(names)
}

async fn all_names(browser: &e2e::session::Session) -> Result<Vec<String>> {
    let more = "
        for (let button; button = page.all('main button').find(it => it.textContent.startsWith('Show ')); ) {
            button.click();
            await new Promise(resolve => setTimeout(resolve, 50));
        }";
    browser.ask(&format!("return (async () => {{ {more} }})()"), vec![]).await?;
    browser.partner_names().await
}

#[tokio::test]
async fn a_page_whose_app_cannot_be_loaded_offers_a_download_and_another_try() -> Result<()> {
    in_app("a_page_without_its_app", async |browser, server| {
        browser.allow_error("_bg.wasm");
        // What is kept for use without the server would start the page.
        browser.allow_error("sw.js");
        server.withhold(Some("sw.js"));
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Still here").await?;
        browser.see_saved().await?;
        server.withhold(Some("_bg.wasm"));
        browser.reload().await?;
        browser.see_text("h1", "Bridgekeeper could not start").await?;
        let focused = browser.run("return document.activeElement.tagName", vec![]).await?;
        ensure!(focused == "H1", "the heading has the focus");
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        let text = browser.downloaded().await?;
        ensure!(text.contains("Still here") && text.contains("bk1:home:d:partner/"));
        browser.press("Reload").await?;
        browser.see_text("h1", "Bridgekeeper could not start").await?;
        server.withhold(None);
        browser.reload().await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.press("Northquay").await?;
        browser.see_told("Still here").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn after_a_crash_the_download_holds_what_was_never_stored() -> Result<()> {
    in_app("after_a_crash", async |browser, _| {
        browser.add_partner("Northquay").await?;
        browser.until("for the reserve", "return !!localStorage.getItem('bk1:home:pad')", vec![]).await?;
        let fill = "
            localStorage.removeItem('bk1:home:pad');
            for (let size = 4000000; size >= 1; size >>= 1)
                for (let number = 0; ; number += 1)
                    try { localStorage.setItem(`stranger ${size} ${number}`, 'x'.repeat(size)); } catch { break; }";
        browser.run(fill, vec![]).await?;
        browser.log_touchpoint("Never stored").await?;
        browser.see_state("Not saved").await?;
        // What the panic hook calls.
        browser.run("bridgekeeperRescue.crashed('a test')", vec![]).await?;
        browser.see_text("h1", "Bridgekeeper stopped working").await?;
        browser.see_text("main", "Some of your last changes were not saved yet").await?;
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        ensure!(browser.downloaded().await?.contains("Never stored"));
        browser.run("localStorage.clear()", vec![]).await?;
        Ok(())
    })
    .await
}
