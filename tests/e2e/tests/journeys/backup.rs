//! Backup and restore.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::backup::MOST_BYTES;
use e2e::journey::{figure, in_app, scratch};
use e2e::session::Session;
use std::fs;
use std::path::Path;
use thirtyfour::By;

use crate::accessibility::look;

pub async fn pick(browser: &Session, file: &Path) -> Result<()> {
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
        ensure!(rows.lines().any(|row| row == "Partners 1 0 15 0"), "the figures are {rows:?}");
        browser.press("Restore").await?;
        browser.see_text("dialog .field__error", "Type replace to confirm").await?;
        look(browser, "restoring a backup").await?;
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
            ("deep", format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "nested more than 128 deep"),
            (
                "deep value",
                text.replacen(
                    "\"value\":{",
                    &format!("\"value\":{{\"x\":{}1{},", "[".repeat(100_000), "]".repeat(100_000)),
                    1,
                ),
                "nested more than 128 deep",
            ),
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
        for size in [u64::try_from(MOST_BYTES)? + 1, 500_000_000] {
            fs::File::create(&file)?.set_len(size)?;
            pick(browser, &file).await?;
            browser
                .see_text(
                    "#backup .field__error",
                    &format!("This file has {size} bytes; a backup has at most"),
                )
                .await?;
        }
        fs::remove_file(&file)?;
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
        figure(&format!("{} bad files refused with a sentence, 0 keys changed", files.len() + 2));
        Ok(())
    })
    .await
}

/// Opens the differences of the file and ticks or unticks the one whose words begin so.
async fn tick(browser: &Session, words: &str) -> Result<()> {
    let script = "
        const details = page.all('dialog details').find(it => it.textContent.includes('difference'));
        if (details && !details.open) details.querySelector('summary').click();
        const box = page.all('.differences input').find(it => it.ariaLabel.startsWith(arguments[0]));
        box?.click();
        return Boolean(box)";
    browser.until(&format!("for a tick “{words}”"), script, vec![words.into()]).await
}

async fn choose_merge(browser: &Session) -> Result<()> {
    let script = "
        const way = page.all('dialog label').find(it => it.textContent.includes('Merge with what is here'));
        way?.click();
        return Boolean(way)";
    browser.until("for a way to merge", script, vec![]).await
}

#[tokio::test]
async fn a_backup_is_merged_with_choices_and_one_undo_takes_it_back() -> Result<()> {
    in_app("a_merge", async |browser, server| {
        let folder = scratch("a_merge")?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Said first").await?;
        browser.log_touchpoint("Said next").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.press("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let file = folder.join("backup.json");
        let text = browser.downloaded().await?;
        fs::write(&file, &text)?;

        browser.press("Erase everything").await?;
        browser.fill("Type erase to confirm", "erase").await?;
        browser.press("Erase everything").await?;
        browser.see_toast("Everything was erased").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.add_partner("Only here").await?;
        browser.press("Settings").await?;

        // All of the file is new here, and nothing here goes.
        pick(browser, &file).await?;
        choose_merge(browser).await?;
        browser.see_text("dialog", "What the file lacks stays").await?;
        browser.see_text("dialog tbody", "Partners 5 0 0 0").await?;
        tick(browser, "Add: Partner Northquay").await?;
        browser.see_text("dialog tbody", "Partners 0 0 0 0").await?;
        tick(browser, "Add: Partner Northquay").await?;
        browser.see_text("dialog tbody", "Partners 5 0 0 0").await?;
        browser.press("Merge").await?;
        browser.see_toast("Backup merged").await?;
        browser.goto(&page).await?;
        browser.see_told("Said first").await?;

        // Deleted here since: it stays so unless it is ticked.
        browser.press("Delete Call").await?;
        browser.see_toast("Record deleted").await?;
        let left = browser.history().await?;
        browser.press("Settings").await?;
        pick(browser, &file).await?;
        choose_merge(browser).await?;
        browser.see_text("dialog tbody", "Partners 0 0 0 0").await?;
        tick(browser, "Bring back: Touchpoint Said").await?;
        browser.see_text("dialog .differences", "Deleted here: 1").await?;
        look(browser, "merging a backup").await?;
        browser.see_text("dialog tbody", "Partners 1 0 0 0").await?;
        browser.press("Merge").await?;
        browser.see_toast("Backup merged").await?;
        browser.click(".toast .button--line").await?;
        browser.see_toast("Undone: Merge backup").await?;
        browser.goto(&page).await?;
        browser.see_heading("Northquay").await?;
        let gone = browser.history().await?;
        ensure!(gone == left, "{gone:?}");
        browser.reload().await?;
        ensure!(browser.history().await? == left, "after loading anew");
        browser.press("Partners").await?;
        ensure!(browser.partner_names().await? == ["Northquay", "Only here"]);
        figure("5 of 5 records merged, 1 against its stamp, taken back by one undo");
        Ok(())
    })
    .await
}
