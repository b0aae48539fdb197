//! Backup and restore.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::backup::MOST_BYTES;
use e2e::journey::{figure, in_app, scratch};
use e2e::session::Session;
use std::fs;
use std::path::Path;
use thirtyfour::By;

async fn pick(browser: &Session, file: &Path) -> Result<()> {
    let input = browser.browser()?.find(By::Css("input[type=file]")).await?;
    Ok(input.send_keys(file.to_string_lossy()).await?)
}

#[tokio::test]
async fn a_backup_brings_the_whole_workspace_back_and_the_restore_can_be_undone() -> Result<()> {
    in_app("a_backup", async |browser, server| {
        let folder = scratch("a_backup")?;
        browser.add_partner("Northquay").await?;
        for number in 0..12 {
            browser.log_touchpoint(&format!("Backed up {number}")).await?;
        }
        let told = browser.history().await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.press("Settings").await?;
        browser.see_text("#backup", "No backup yet").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let text = browser.downloaded().await?;
        browser.see_text("#backup", "Nothing was changed since then").await?;
        browser.see_text(".saved__age", "Last backup today").await?;
        let file = folder.join("backup.json");
        fs::write(&file, &text)?;

        // Since then: another partner with many records, and the first one changed.
        browser.goto(&page).await?;
        browser.see_told("Backed up 0").await?;
        browser.press("Delete Call").await?;
        browser.see_toast("Record deleted").await?;
        browser.press("Partners").await?;
        browser.add_partner("Since then").await?;
        for number in 0..12 {
            browser.log_touchpoint(&format!("Since {number}")).await?;
        }
        let since = browser.history().await?;
        let since_page = browser.browser()?.current_url().await?.to_string();

        browser.press("Settings").await?;
        browser.see_text("#backup", "changes since then").await?;
        pick(browser, &file).await?;
        browser.see_text("dialog", "It takes the place of everything here").await?;
        let rows = browser.see("dialog table tbody").await?.text().await?;
        // Added: the deleted touchpoint. Removed: a profile, a stage, a tier and twelve touchpoints.
        ensure!(rows.lines().any(|row| row == "Partners 1 0 15"), "the figures are {rows:?}");
        browser.press("Restore").await?;
        browser.see_text("dialog .field__error", "Type replace to confirm").await?;
        browser.fill("Type replace to confirm", "replace").await?;
        browser.catch_downloads().await?;
        browser.press("Restore").await?;
        browser.see_toast("Backup restored").await?;
        ensure!(browser.downloaded().await?.contains("Since 11"), "what was here was handed out first");
        browser.goto(&page).await?;
        browser.see_told("Backed up 0").await?;
        ensure!(browser.history().await? == told, "the history is as it was");
        browser.press("Partners").await?;
        browser.see_heading("Partners").await?;
        ensure!(browser.partner_names().await? == ["Northquay"]);
        browser.click(".toast .button--line").await?;
        browser.see_toast("Restore undone").await?;
        browser.goto(&since_page).await?;
        browser.see_told("Since 11").await?;
        ensure!(browser.history().await? == since);
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_told("Since 11").await?;
        ensure!(browser.history().await? == since, "after loading anew");

        // Once more, in an empty browser: erase, then restore.
        browser.press("Settings").await?;
        browser.press("Erase everything").await?;
        browser.fill("Type erase to confirm", "erase").await?;
        browser.press("Erase everything").await?;
        browser.see_toast("Everything was erased").await?;
        pick(browser, &file).await?;
        browser.see_text("dialog", "It takes the place of everything here").await?;
        browser.press("Restore").await?;
        browser.see_toast("Backup restored").await?;
        browser.start(&server.url("#/partners")).await?;
        browser.reload().await?;
        browser.press("Northquay").await?;
        browser.see_told("Backed up 0").await?;
        ensure!(browser.history().await? == told, "the same in an erased workspace");
        figure(&format!(
            "backup of {} bytes: {} of {} records back, restore undone, restored again after an erase",
            text.len(),
            told.len(),
            told.len()
        ));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn files_that_are_no_backup_get_a_sentence_and_change_nothing() -> Result<()> {
    in_app("no_backup", async |browser, _| {
        let folder = scratch("no_backup")?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Stays").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.press("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let text = browser.downloaded().await?;
        let before = browser.stored().await?;
        let cut = text.get(..text.len() / 2).context("the text is ASCII")?;
        let files = [
            ("cut short", cut.to_owned(), "damaged or cut short"),
            ("empty", String::new(), "damaged or cut short"),
            ("words", "Dear diary".to_owned(), "damaged or cut short"),
            (
                "other json",
                "{\"format\":\"something\",\"documents\":{}}".to_owned(),
                "not a Bridgekeeper backup",
            ),
            ("newer", text.replace("\"version\":1", "\"version\":9"), "newer version"),
        ];
        for (name, content, sentence) in &files {
            let file = folder.join(format!("{name}.json"));
            fs::write(&file, content)?;
            pick(browser, &file).await?;
            browser.see_text("#backup .field__error", sentence).await?;
            browser.see_no("dialog").await?;
        }
        // Refused by its size alone, before a byte of it is read.
        let file = folder.join("huge.json");
        fs::File::create(&file)?.set_len(u64::try_from(MOST_BYTES)? + 1)?;
        pick(browser, &file).await?;
        browser.see_text("#backup .field__error", "a backup has at most").await?;
        ensure!(browser.stored().await? == before, "nothing was changed");

        // One edited by hand opens, and says so.
        let file = folder.join("edited.json");
        fs::write(&file, text.replace("Stays", "Edited"))?;
        pick(browser, &file).await?;
        browser.see_text("dialog", "edited after it was made").await?;
        browser.press("Cancel").await?;
        ensure!(browser.stored().await? == before, "looking changes nothing");
        browser.goto(&page).await?;
        browser.see_told("Stays").await?;
        figure(&format!("{} bad files refused with a sentence, 0 keys changed", files.len() + 1));
        Ok(())
    })
    .await
}
