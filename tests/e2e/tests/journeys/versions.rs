//! A workspace that a later build has taken over.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::StoredText;
use bridgekeeper::storage::meta::{Meta, WRITER};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use std::collections::BTreeMap;

const META: &str = "bk1:home:meta";

/// The meta that is stored, as a later build would write it.
fn raised(stored: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
    let text = stored.get(META).context("there is a meta")?.clone();
    let meta = Meta::decode(&StoredText::Text(text))?;
    let raised = Meta { min_writer: WRITER + 1, ..meta };
    Ok(BTreeMap::from([(META.to_owned(), raised.encode())]))
}

/// Tries to change something and finds that it is refused, with a sentence and without a trace.
async fn see_read_only(browser: &Session, stored: &BTreeMap<String, String>) -> Result<()> {
    browser.see_state("Read only").await?;
    browser.see_banner("saved by a newer version of Bridgekeeper").await?;
    browser.press("Log touchpoint").await?;
    browser.fill("What was it about?", "Must not be written").await?;
    browser.press_in("Log touchpoint", "Log touchpoint").await?;
    browser.see_text(".field__error", "newer version").await?;
    ensure!(browser.value("What was it about?").await? == "Must not be written", "what was typed stays");
    browser.press("Delete Call").await?;
    browser.see_toast("newer version").await?;
    browser.see_told("Before").await?;
    browser.dismiss_toast().await?;
    browser.press("Settings").await?;
    browser.see_heading("Settings").await?;
    browser.catch_downloads().await?;
    browser.press("Download backup").await?;
    ensure!(browser.downloaded().await?.contains("Before"), "the backup holds what can be read");
    browser.press("Erase everything").await?;
    browser.fill("Type erase to confirm", "erase").await?;
    browser.press("Erase everything").await?;
    browser.see_text("dialog .field__error", "may not change the workspace").await?;
    browser.press("Cancel").await?;
    // Long enough for second looks and retries to come due.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let mut now = browser.stored().await?;
    let mut then = stored.clone();
    // The age of the backup is a preference of this browser and no part of the workspace.
    now.retain(|key, _| !key.contains(":p:"));
    then.retain(|key, _| !key.contains(":p:"));
    ensure!(now == then, "nothing of the workspace was written: {:?}", now.keys().collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn a_workspace_of_a_newer_build_is_read_only_from_the_start() -> Result<()> {
    in_app("newer_from_the_start", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Before").await?;
        browser.see_saved().await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.leave(server).await?;
        browser.store(&raised(&browser.stored().await?)?).await?;
        let stored = browser.stored().await?;
        browser.start(&page).await?;
        see_read_only(browser, &stored).await?;
        figure("min_writer raised before the start: read only, 0 keys written");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_newer_build_in_another_tab_makes_this_one_read_only() -> Result<()> {
    in_app("newer_meanwhile", async |browser, server| {
        let one = browser.tab().await?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Before").await?;
        browser.see_saved().await?;
        // Until the second look is over.
        browser.until("for the reserve", "return !!localStorage.getItem('bk1:home:pad')", vec![]).await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let blank =
            server.add_page("/blank.html", "<!doctype html><title>blank</title><link rel=icon href=data:,>");
        browser.open_tab(&blank).await?;
        browser.store(&raised(&browser.stored().await?)?).await?;
        let stored = browser.stored().await?;
        browser.enter_tab(&one).await?;
        see_read_only(browser, &stored).await?;
        figure("min_writer raised mid-session by a storage event: read only, 0 keys written");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_long_notice_lies_over_nothing_that_can_be_pressed() -> Result<()> {
    in_app("a_long_notice", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Before").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.leave(server).await?;
        browser.store(&raised(&browser.stored().await?)?).await?;
        browser.start(&page).await?;
        browser.press("Delete Call").await?;
        browser.see_toast("newer version").await?;
        let covered = "
            const box = document.querySelector('.toast').getBoundingClientRect();
            return page.all('.sidebar a, .sidebar .saved').filter(page.isShown).filter(part => {
                const own = part.getBoundingClientRect();
                return own.left < box.right && box.left < own.right && own.top < box.bottom && box.top < own.bottom;
            }).map(part => page.squeezed(part.textContent))";
        let covered = browser.ask(covered, vec![]).await?;
        ensure!(covered == serde_json::json!([]), "the notice lies over {covered}");
        Ok(())
    })
    .await
}
