//! The single file, opened from the disk: it works in memory, lives in a file of the user's, and stays in the browser only
//! when asked.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, in_single_file, scratch};
use e2e::session::Session;
use serde_json::json;
use std::fs;
use thirtyfour::Key;

use crate::accessibility::look;
use crate::backup::pick;

/// Stands in for the disk and for the windows in which a user picks a file: one file with this text.
const DISK: &str = "
    window.disk = { text: arguments[0], at: 1, asked: 0 };
    const handle = {
        kind: 'file',
        name: 'mine.json',
        getFile: async () => new File([disk.text], 'mine.json', { lastModified: disk.at }),
        createWritable: async () => {
            if (disk.isFull) throw new DOMException('It is full', 'QuotaExceededError');
            let next = '';
            return { write: async text => { next += text; }, close: async () => { disk.text = next; disk.at += 1; } };
        },
    };
    window.showSaveFilePicker = async () => (disk.asked += 1, handle);
    window.showOpenFilePicker = async () => (disk.asked += 1, [handle]);";

async fn on_disk(browser: &Session) -> Result<String> {
    Ok(browser.run("return disk.text", vec![]).await?.as_str().context("a text")?.to_owned())
}

async fn may_leave(browser: &Session) -> Result<bool> {
    let script = "return dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    browser.run(script, vec![]).await?.as_bool().context("an answer")
}

async fn with_control(browser: &Session, key: &str) -> Result<()> {
    Ok(browser
        .browser()?
        .action_chain()
        .key_down(Key::Control)
        .send_keys(key)
        .key_up(Key::Control)
        .perform()
        .await?)
}

#[tokio::test]
async fn the_single_file_works_in_memory_and_lives_in_a_file_of_ones_own() -> Result<()> {
    in_single_file("a_single_file", async |browser, address| {
        browser.run(DISK, vec![json!("")]).await?;
        browser.see_state("In memory only").await?;
        browser.see_banner("Nothing is kept yet").await?;
        ensure!(may_leave(browser).await?, "nothing to lose");
        look(browser, "the single file").await?;

        browser.add_partner("Northquay").await?;
        browser.see_banner("only in memory, and gone when you close this page").await?;
        ensure!(!may_leave(browser).await?, "it would be lost");
        with_control(browser, "s").await?;
        browser.see_banner("Everything is in mine.json").await?;
        browser.see_state("Saved to a file").await?;
        ensure!(may_leave(browser).await? && on_disk(browser).await?.contains("Northquay"));

        browser.log_touchpoint("The same file again").await?;
        browser.see_banner("1 change is not in mine.json yet").await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("Everything is in mine.json").await?;
        ensure!(on_disk(browser).await?.contains("The same file again"));
        ensure!(browser.run("return disk.asked", vec![]).await? == 1, "asked once for a file");

        // Somebody else wrote it, perhaps this page in another window: nothing is written over.
        browser.log_touchpoint("Later").await?;
        browser.run("disk.at += 60000", vec![]).await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("something else has written mine.json").await?;
        ensure!(!on_disk(browser).await?.contains("Later"));
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("Everything is in mine.json").await?;
        // Even when nothing was changed here: then what is here is in no file any more.
        browser.run("disk.at += 60000", vec![]).await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("something else has written mine.json").await?;
        browser.see_state("Unsaved changes").await?;
        ensure!(!may_leave(browser).await?, "it would be lost");
        // A disk that takes nothing.
        browser.run("disk.isFull = true", vec![]).await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("Not saved: It is full. Everything is still here").await?;
        look(browser, "a file that could not be written").await?;
        browser.run("disk.isFull = false", vec![]).await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("Everything is in mine.json").await?;
        let saved = on_disk(browser).await?;

        // Nothing outlives the page but the file.
        ensure!(browser.stored().await?.is_empty(), "{:?}", browser.stored().await?);
        ensure!(browser.run("return indexedDB.databases().then(all => all.length)", vec![]).await? == 0);
        browser.goto("about:blank").await?;
        browser.start(&format!("{address}#/partners")).await?;
        browser.see_banner("Nothing is kept yet").await?;
        browser.run(DISK, vec![json!("Partner;Domain")]).await?;
        browser.press("Open a file").await?;
        browser.see_banner("Nothing was changed").await?;
        browser.run("disk.text = arguments[0]", vec![json!(saved)]).await?;
        browser.press_in("Your file", "Open").await?;
        browser.see_toast("mine.json opened").await?;
        ensure!(browser.partner_names().await? == ["Northquay"]);
        ensure!(may_leave(browser).await?, "all of it is in the file");

        // Another one is dropped, and taken back: then the file is asked for again, lest it is written over.
        let drop = "
            const dropped = new DataTransfer();
            dropped.items.add(new File([arguments[0]], 'other.json'));
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));";
        browser.run(drop, vec![json!(saved)]).await?;
        browser.see_banner("Everything is in other.json").await?;
        browser.press("Undo").await?;
        browser.see_toast("Restore undone").await?;
        browser.see_state("Unsaved changes").await?;

        // Where the browser cannot write files, saving is a download.
        browser.run("delete window.showSaveFilePicker", vec![]).await?;
        browser.catch_downloads().await?;
        browser.press_in("Your file", "Save").await?;
        browser.see_banner("Everything is in bridgekeeper.json").await?;
        ensure!(browser.downloaded().await?.contains("Northquay"));
        ensure!(browser.stored().await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_single_file_does_all_that_the_folder_does_and_keeps_data_in_the_browser_only_when_asked()
-> Result<()> {
    in_single_file("kept_in_the_browser", async |browser, address| {
        let bytes = fs::metadata(dist()?.join("bridgekeeper.html"))?.len();
        let started =
            "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)";
        let paint = browser.run(started, vec![]).await?;
        figure(&format!("the single file: {} kB, first picture after {paint} ms", bytes / 1000));

        // The worker starts from a text in the page.
        let folder = scratch("kept_in_the_browser")?;
        let list = folder.join("list.csv");
        fs::write(&list, "Partner;Domain\nTamarack;tamarack.example\n")?;
        browser.press("Import CSV").await?;
        browser.see_heading("Import a list").await?;
        pick(browser, &list).await?;
        browser.see_text(".import__rows", "Tamarack").await?;
        browser.press("Import 1 row").await?;
        browser.see_toast("1 row imported").await?;

        // Its heading is the day.
        browser.run("location.hash = '#/'", vec![]).await?;
        browser.see_text(".nav__link[aria-current=page]", "Today").await?;
        for (hash, heading) in [
            ("#/privacy", "Privacy"),
            ("#/people", "People"),
            ("#/meetings", "Meetings"),
            ("#/playbooks", "Playbooks"),
            ("#/scripts", "Scripts"),
            ("#/lessons", "Lessons"),
            ("#/kit", "Components"),
            ("#/nowhere", "This address leads nowhere"),
            ("#/settings", "Settings"),
        ] {
            browser.run("location.hash = arguments[0]", vec![json!(hash)]).await?;
            browser.see_heading(heading).await?;
        }
        ensure!(browser.stored().await?.is_empty(), "nothing was asked to be kept");

        let dark = "page.all('#appearance label').find(label => label.textContent === 'Dark').click()";
        browser.ask(dark, vec![]).await?;
        browser.see_text("#keep-here", "every other page opened from a disk can read it").await?;
        look(browser, "the settings of the single file").await?;
        browser.press("Keep it here").await?;
        browser.see_saved().await?;
        browser.see_no("[aria-label='Your file']").await?;
        ensure!(may_leave(browser).await?);
        browser.goto("about:blank").await?;
        browser.restart().await?;
        browser.start(&format!("{address}#/partners")).await?;
        browser.see_saved().await?;
        ensure!(browser.partner_names().await? == ["Tamarack"]);
        ensure!(browser.run("return document.documentElement.dataset.theme", vec![]).await? == "dark");

        browser.press("Settings").await?;
        browser.press("Take it out of this browser").await?;
        browser.see_state("Unsaved changes").await?;
        ensure!(browser.stored().await?.is_empty(), "{:?}", browser.stored().await?);
        browser.press("Partners").await?;
        ensure!(browser.partner_names().await? == ["Tamarack"], "it is still on screen");
        Ok(())
    })
    .await
}
