//! What the page does by itself so that data outlives it: the reminder, the browser's promise, the file written after
//! every change, and the way back from a crash.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::backup;
use e2e::journey::{figure, in_app, scratch};
use e2e::lacks::Lack;
use e2e::session::Session;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use thirtyfour::By;

#[tokio::test]
async fn a_backup_is_called_for_once_a_day_and_no_more() -> Result<()> {
    in_app("a_reminder", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.see_no(".reminder").await?;
        let remembered = async |days: u64, changes: u32| -> Result<()> {
            browser.leave(server).await?;
            let now = browser.run("return Date.now()", vec![]).await?.as_u64().context("a time")?;
            let age = json!({ "made_at": now - days * 86_400_000, "changes_since": changes });
            browser.store(&BTreeMap::from([("bk1:home:p:backup".to_owned(), age.to_string())])).await?;
            browser.start(&server.url("#/partners")).await?;
            browser.see_saved().await
        };
        remembered(6, 49).await?;
        browser.see_no(".reminder").await?;
        remembered(0, 50).await?;
        browser.see_text(".reminder", "Last backup today, 50 changes since.").await?;
        remembered(8, 3).await?;
        browser.see_text(".reminder", "Last backup 8 days ago, 3 changes since.").await?;
        browser.press("Not today").await?;
        browser.see_no(".reminder").await?;
        browser.reload().await?;
        browser.see_saved().await?;
        browser.see_no(".reminder").await?;
        // As if it had been put off the day before.
        let earlier = BTreeMap::from([("bk1:home:p:reminder-put-off".to_owned(), "2026-01-01".to_owned())]);
        browser.store(&earlier).await?;
        browser.reload().await?;
        browser.see(".reminder").await?;
        browser.press_in("Reminder", "Back up").await?;
        browser.see_heading("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        browser.see_no(".reminder").await?;
        ensure!(browser.downloaded().await?.contains("Northquay"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_browser_is_asked_to_keep_the_data_after_the_first_change_of_ones_own() -> Result<()> {
    in_app("persisted", async |browser, _| {
        let asked = "
            navigator.storage.persist = async () => {
                localStorage.asked = 1 + Number(localStorage.asked ?? 0);
                return localStorage.asked > 1;
            };
            navigator.storage.persisted = async () => localStorage.asked > 1;";
        browser.before_pages(asked).await?;
        browser.reload().await?;
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        let count = "return Number(localStorage.asked ?? 0)";
        ensure!(browser.run(count, vec![]).await? == 0, "a sample is nothing to keep");
        browser.add_partner("Our own").await?;
        browser.until("to be asked", "return localStorage.asked === '1'", vec![]).await?;
        browser.log_touchpoint("Another change").await?;
        browser.reload().await?;
        browser.log_touchpoint("And another").await?;
        ensure!(browser.run(count, vec![]).await? == 1, "asked once");
        browser.press("Settings").await?;
        browser.see_text("#keeping", "Not granted").await?;
        browser.press("Ask again").await?;
        browser.see_text("#keeping", "Granted").await?;
        browser.see_no("#keeping button").await?;
        Ok(())
    })
    .await
}

/// Stands in for the window in which a user picks a file: a file of the page's own, which the browser treats as any other.
const PICKER: &str = "
    const folder = () => navigator.storage.getDirectory();
    window.showSaveFilePicker = async () => (await folder()).getFileHandle('auto.json', { create: true });
    window.autoText = async () => (await (await (await folder()).getFileHandle('auto.json')).getFile()).text();";

async fn written(browser: &Session) -> Result<String> {
    let text = browser.run("return autoText()", vec![]).await?;
    Ok(text.as_str().context("a text")?.to_owned())
}

async fn see_written(browser: &Session, words: &str) -> Result<()> {
    browser
        .wait_for(&format!("for “{words}” in the file"), async || {
            Ok(written(browser).await?.contains(words).then_some(()))
        })
        .await?;
    ensure!(!backup::read(&written(browser).await?)?.is_edited, "the file is whole");
    Ok(())
}

#[tokio::test]
async fn a_chosen_file_is_written_after_every_change_and_nothing_is_lost_when_it_cannot_be() -> Result<()> {
    in_app("automatic", async |browser, server| {
        if browser.lacks(Lack::FilesToWriteTo) {
            browser.press("Settings").await?;
            browser.see("#backup").await?;
            return browser.see_no("#automatic").await;
        }
        browser.before_pages(PICKER).await?;
        browser.reload().await?;
        browser.add_partner("Northquay").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.press("Settings").await?;
        browser.see_text("#automatic", "Back up automatically to a file").await?;
        browser.press("Choose a file").await?;
        browser.see_text("#automatic", "auto.json, last written").await?;
        see_written(browser, "Northquay").await?;
        browser.see_text(".saved__age", "Last backup today").await?;
        browser.goto(&page).await?;
        browser.log_touchpoint("Written by itself").await?;
        see_written(browser, "Written by itself").await?;

        // The file is known after a restart.
        browser.reload().await?;
        browser.log_touchpoint("After a restart").await?;
        see_written(browser, "After a restart").await?;

        // It cannot be written: said, and the file is as it was.
        let full = "FileSystemFileHandle.prototype.createWritable = async () => { throw new DOMException('The disk is full', 'QuotaExceededError') }";
        browser.run(full, vec![]).await?;
        browser.log_touchpoint("Too much").await?;
        browser.see_banner("The automatic backup was not written: The disk is full. Everything is still here").await?;
        ensure!(!written(browser).await?.contains("Too much"));
        see_written(browser, "After a restart").await?;
        browser.reload().await?;
        see_written(browser, "Too much").await?;
        browser.see_no(".banner").await?;

        // What the browser wrote is not what it was given.
        let lost = "const real = Blob.prototype.text; Blob.prototype.text = async function () { return (await real.call(this)).slice(0, -1) }";
        browser.run(lost, vec![]).await?;
        browser.log_touchpoint("Cut short").await?;
        browser.see_banner("what was written is not what the file holds").await?;

        // The browser asks again.
        browser.before_pages("FileSystemFileHandle.prototype.queryPermission = async () => 'prompt';").await?;
        browser.reload().await?;
        browser.see_banner("auto.json is not written until you allow it again").await?;
        browser.log_touchpoint("Waiting").await?;
        browser.press("Allow again").await?;
        see_written(browser, "Waiting").await?;
        browser.see_no(".banner").await?;

        // Something here is damaged: the file may hold it, and is left alone.
        let before = written(browser).await?;
        browser.leave(server).await?;
        let damage = "
            for (const key of Object.keys(localStorage)) if (key.includes(':i:')) localStorage.removeItem(key);
            const key = Object.keys(localStorage).find(key => key.includes(':d:partner/'));
            localStorage.setItem(key, 'nonsense');";
        browser.run(damage, vec![]).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.press("Allow again").await?;
        browser.see_banner("the file may still hold it").await?;
        browser.add_partner("Since the damage").await?;
        ensure!(written(browser).await? == before, "a whole file was written over by a damaged workspace");

        // Erasing leaves the file as it is, and off.
        browser.press("Settings").await?;
        browser.press("Erase everything").await?;
        browser.fill("Type erase to confirm", "erase").await?;
        browser.press("Erase everything").await?;
        browser.see_toast("Everything was erased").await?;
        browser.see_text("#automatic", "Choose a file").await?;
        ensure!(written(browser).await? == before);
        figure("6 of 6 changes in the file within seconds; 4 failures said, the file whole each time");

        browser.before_pages("delete window.showSaveFilePicker;").await?;
        browser.reload().await?;
        browser.see("#backup").await?;
        browser.see_no("#automatic").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_crash_page_leads_straight_to_a_restore() -> Result<()> {
    in_app("crash_restore", async |browser, server| {
        let folder = scratch("crash_restore")?;
        browser.add_partner("Northquay").await?;
        browser.press("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let file = folder.join("backup.json");
        fs::write(&file, browser.downloaded().await?)?;
        browser.goto(&server.url("#/partners")).await?;
        browser.press("Northquay").await?;
        browser.log_touchpoint("Not in the backup").await?;
        // What the panic hook calls.
        browser.run("bridgekeeperRescue.crashed('a test')", vec![]).await?;
        browser.see_text("h1", "Bridgekeeper stopped working").await?;
        browser.press("Reload and restore a backup").await?;
        browser.see_heading("Settings").await?;
        browser.see_text("#backup", "Restore").await?;
        let input = browser.browser()?.find(By::Css("input[type=file]")).await?;
        input.send_keys(file.to_string_lossy()).await?;
        browser.see_text("dialog tbody", "Partners 0 0 1 0").await?;
        browser.fill("Type replace to confirm", "replace").await?;
        browser.press("Restore").await?;
        browser.see_toast("Backup restored").await?;
        browser.goto(&server.url("#/partners")).await?;
        ensure!(browser.partner_names().await? == ["Northquay"]);
        Ok(())
    })
    .await
}
