//! A storage with next to no room.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;

/// Fills the storage with a stranger's key until only `left` units are free; returns how large it is.
async fn fill_up(browser: &Session, left: usize) -> Result<u64> {
    let script = "
        localStorage.removeItem('stranger');
        let [fits, most] = [0, 5_300_000];
        while (fits < most) {
            const size = (fits + most + 1) >> 1;
            try { localStorage.setItem('stranger', 'x'.repeat(size)); fits = size; } catch { most = size - 1; }
        }
        localStorage.setItem('stranger', 'x'.repeat(Math.max(0, fits - arguments[0])));
        return localStorage.getItem('stranger').length;";
    Ok(browser.run(script, vec![json!(left)]).await?.as_u64().unwrap_or(0))
}

async fn see_reserve(browser: &Session) -> Result<()> {
    browser.until("for the reserve", "return !!localStorage.getItem('bk1:home:pad')", vec![]).await
}

#[tokio::test]
async fn a_full_storage_still_takes_a_small_record_and_then_says_that_it_does_not() -> Result<()> {
    in_app("a_full_storage", async |browser, _| {
        browser.add_partner("Northquay").await?;
        see_reserve(browser).await?;
        let stranger = fill_up(browser, 0).await?;
        browser.log_touchpoint("Goes into the reserve").await?;
        browser.see_saved().await?;

        fill_up(browser, 0).await?;
        browser.log_touchpoint("Has to wait").await?;
        browser.see_state("Not saved").await?;
        browser.see_banner("Not saved: the browser's storage is full").await?;
        browser.see_told("Has to wait").await?;
        browser.button("Back up").await?;
        let is_stored = "return Object.values({ ...localStorage }).some(value => value.includes('Has to wait'))";
        ensure!(browser.run(is_stored, vec![]).await? == json!(false), "said to be unsaved, and is");

        browser.run("localStorage.removeItem('stranger')", vec![]).await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_told("Goes into the reserve").await?;
        browser.see_told("Has to wait").await?;
        figure(&format!("exact-quota fill with {stranger} foreign units: 1 record into the reserve, 1 held until there was room, 0 lost"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_too_large_for_what_is_free_is_refused_at_the_form_and_stays_there() -> Result<()> {
    in_app("a_note_too_large", async |browser, _| {
        browser.add_partner("Northquay").await?;
        see_reserve(browser).await?;
        fill_up(browser, 1000).await?;
        // Strangers are counted at the start and on waking up.
        browser.reload().await?;
        let note = browser
            .run(
                "let seed = 1, text = ''; while (text.length < 99000) { seed = (seed * 48271) % 2147483647; \
                 text += String.fromCharCode(0x4e00 + seed % 20000); } return text",
                vec![],
            )
            .await?;
        let note = note.as_str().unwrap_or_default().to_owned();
        browser.press("Log touchpoint").await?;
        browser.put("What was it about?", &note).await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_text(".field__error", "make it smaller").await?;
        ensure!(browser.value("What was it about?").await? == note, "the text stays in the form");
        ensure!(browser.recorded().await? == 2);
        browser.put("What was it about?", "Short").await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_told("Short").await?;
        browser.see_saved().await?;
        figure("99,000 characters refused with 1,000 units and the reserve free; text kept");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_trash_can_be_emptied_on_a_full_storage() -> Result<()> {
    in_app("the_trash_on_full", async |browser, server| {
        browser.add_partner("Northquay").await?;
        for number in 0..4 {
            browser.log_touchpoint(format!("Number {number} {}", "many words ".repeat(300)).trim()).await?;
        }
        for left in (0..4).rev() {
            browser.press("Delete Call").await?;
            browser
                .until("for one less", "return page.recorded() === arguments[0]", vec![json!(left + 2)])
                .await?;
        }
        browser.see_saved().await?;
        see_reserve(browser).await?;
        fill_up(browser, 0).await?;
        browser.goto(&server.url("#/settings/deleted")).await?;
        browser.press("Empty for good").await?;
        browser.see_text("#deleted", "Nothing was deleted").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_text("#deleted", "Nothing was deleted").await?;
        browser.see_saved().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_full_storage_from_the_very_start_says_so_and_keeps_what_was_typed() -> Result<()> {
    in_app("full_from_the_start", async |browser, server| {
        browser.leave(server).await?;
        fill_up(browser, 0).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner("85% full").await?;
        browser.press("Add partner").await?;
        browser.fill("Partner name", "No room").await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_text(".field__error", "make it smaller, or empty the trash first").await?;
        ensure!(browser.value("Partner name").await? == "No room");
        browser.run("localStorage.removeItem('stranger')", vec![]).await?;
        // Waking up counts the strangers again.
        browser
            .run("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))", vec![])
            .await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_heading("No room").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_heading("No room").await?;
        Ok(())
    })
    .await
}
