//! Erasing everything while another tab is at work.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

async fn erase(browser: &Session) -> Result<()> {
    browser.press("Settings").await?;
    browser.see_heading("Settings").await?;
    browser.press("Erase everything").await?;
    browser.fill("Type erase to confirm", "eras").await?;
    browser.press("Erase everything").await?;
    browser.see_text("dialog .field__error", "Type erase to confirm").await?;
    browser.fill("Type erase to confirm", "erase").await?;
    browser.press("Erase everything").await?;
    browser.see_toast("Everything was erased").await?;
    browser.see_saved().await
}

const DOCUMENTS: &str = "return Object.keys(localStorage).filter(key => /^bk1:home:[din]:/.test(key)).length";

#[tokio::test]
async fn an_erase_elsewhere_is_told_and_nothing_comes_back() -> Result<()> {
    in_app("an_erase_elsewhere", async |browser, server| {
        let one = browser.tab().await?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Before").await?;
        browser.see_saved().await?;
        browser.press("Log touchpoint").await?;
        browser.fill("What was it about?", "Being typed").await?;
        let other = browser.open_tab(&server.url("#/partners")).await?;
        browser.see_text("tbody", "Northquay").await?;
        erase(browser).await?;

        browser.enter_tab(&one).await?;
        browser.see_banner("erased or replaced in another tab").await?;
        browser.see_state("Not saving").await?;
        ensure!(browser.value("What was it about?").await? == "Being typed", "what is being typed stays");
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_text(".field__error", "erased or replaced in another tab").await?;
        browser.press("Undo: Log touchpoint").await?;
        browser.see_toast("erased or replaced in another tab").await?;
        browser.dismiss_toast().await?;
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        ensure!(browser.downloaded().await?.contains("bridgekeeper-everything"));
        browser.press("Settings").await?;
        browser.press("Download backup").await?;
        ensure!(browser.downloaded().await?.contains("Before"), "what this tab still shows can be backed up");
        browser.browser()?.back().await?;

        // The other tab goes on; this one must not bring anything back, however long it stands.
        browser.enter_tab(&other).await?;
        browser.press("Partners").await?;
        browser.see_text("h2", "Your partnerships").await?;
        browser.add_partner("Afterwards").await?;
        browser.enter_tab(&one).await?;
        browser
            .run("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))", vec![])
            .await?;
        browser.see_state("Not saving").await?;
        browser.press("Reload").await?;
        browser.see_heading("This partner is not here").await?;
        browser.press("Go to Partners").await?;
        browser.see_text("tbody", "Afterwards").await?;
        ensure!(browser.partner_names().await? == ["Afterwards"]);
        browser.see_saved().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_could_not_be_saved_before_an_erase_can_be_downloaded() -> Result<()> {
    in_app("unsaved_before_an_erase", async |browser, server| {
        let one = browser.tab().await?;
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
        browser.open_tab(&server.url("#/partners")).await?;
        browser.see_text("tbody", "Northquay").await?;
        erase(browser).await?;
        browser.enter_tab(&one).await?;
        browser.see_banner("erased or replaced in another tab").await?;
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        let download = browser.downloaded().await?;
        ensure!(download.contains("Never stored"), "the download holds what was never stored");
        browser.press("Reload").await?;
        browser.see_heading("This partner is not here").await?;
        browser.see_saved().await?;
        ensure!(browser.run(DOCUMENTS, vec![]).await? == 0, "nothing came back");
        figure("erase in another tab on a full store: the unsaved record is in the download, 0 documents come back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_storage_cleared_by_somebody_else_can_be_put_back() -> Result<()> {
    in_app("a_cleared_storage", async |browser, server| {
        let one = browser.tab().await?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Survives").await?;
        browser.see_saved().await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let blank =
            server.add_page("/blank.html", "<!doctype html><title>blank</title><link rel=icon href=data:,>");
        browser.open_tab(&blank).await?;
        browser.run("localStorage.clear()", vec![]).await?;
        browser.enter_tab(&one).await?;
        browser.see_banner("Something emptied this browser's storage").await?;
        browser.press("Put it back").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_told("Survives").await?;
        Ok(())
    })
    .await
}
