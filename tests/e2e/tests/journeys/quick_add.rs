//! One line for something new.

use anyhow::{Result, ensure};
use e2e::journey::in_app;
use e2e::session::Session;
use serde_json::json;
use thirtyfour::Key;

use crate::keyboard::{key, see_focus};

const LINE: &str = "What, with whom and when";

async fn open(browser: &Session) -> Result<()> {
    browser.run("document.activeElement.blur()", vec![]).await?;
    key(browser, "n").await?;
    see_focus(browser, ".quick-add input").await
}

async fn enter(browser: &Session) -> Result<()> {
    key(browser, Key::Enter.value().to_string()).await
}

async fn chips(browser: &Session) -> Result<Vec<String>> {
    let script = "return page.all('.quick-add .chip').map(chip => page.squeezed(chip.textContent))";
    Ok(serde_json::from_value(browser.ask(script, vec![]).await?)?)
}

#[tokio::test]
async fn a_line_becomes_a_dated_promise_that_can_be_undone() -> Result<()> {
    in_app("quick_add", async |browser, _| {
        browser.add_partner("Northwind").await?;
        browser.press("Partners").await?;
        browser.see_heading("Partners").await?;
        browser.press("New").await?;
        see_focus(browser, ".quick-add input").await?;
        key(browser, "Call Ana @Northwi 4 dec 2199").await?;
        let read = chips(browser).await?;
        ensure!(read.len() == 3 && read[0] == "Our promise" && read[1] == "Northwind", "{read:?}");
        ensure!(
            read[2].contains("2199") && read[2].contains("Wed"),
            "the day is shown before it is saved: {read:?}"
        );
        enter(browser).await?;
        browser.see_no("dialog").await?;
        browser.see_toast("Promise added").await?;
        browser.press("Northwind").await?;
        let told = browser.see_told("Call Ana").await?;
        ensure!(told.title.contains("Call Ana"), "{told:?}");
        browser.press("Undo: Add promise").await?;
        browser.see_toast("Undone: Add promise").await?;

        // On the partner's page it need not be named.
        open(browser).await?;
        key(browser, "log call pricing went well").await?;
        enter(browser).await?;
        browser.see_toast("Touchpoint logged").await?;
        browser.see_told("pricing went well").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_read_gets_a_sentence_and_stays_in_the_line() -> Result<()> {
    in_app("quick_add_bad", async |browser, _| {
        for name in ["Northwind", "Northquay"] {
            browser.press("Partners").await?;
            browser.add_partner(name).await?;
        }
        browser.press("Partners").await?;
        browser.see_heading("Partners").await?;
        let long = format!("{} @Northwind fri", "x".repeat(201));
        for (typed, sentence) in [
            ("Call @Nobody fri", "No partner or person is called “Nobody”"),
            ("Call @North fri", "“North” could be several: Northwind, Northquay"),
            ("Call @Northwind yesterday", "is past. Choose today or a later day"),
            ("Call @Northwind 31 feb", "There is no day “31 feb”"),
            ("Call @Northwind", "Say when it is due"),
            ("Call fri", "Name the partner"),
            ("", "Name the partner"),
            (&long, "Shorten this to 200 characters"),
            ("<script>alert(1)</script> @Nobody fri", "No partner or person is called “Nobody”"),
        ] {
            open(browser).await?;
            browser.put(LINE, typed).await?;
            enter(browser).await?;
            browser.see_text(".quick-add .field__error", sentence).await?;
            ensure!(browser.value(LINE).await? == typed, "{typed} stays");
            key(browser, Key::Escape.value().to_string()).await?;
            browser.see_no("dialog").await?;
        }

        // Of several, one is picked; what was understood is turned back into text.
        open(browser).await?;
        browser.put(LINE, "Call about fri @North mon").await?;
        browser.press("Northquay").await?;
        ensure!(browser.value(LINE).await? == "Call about fri @\"Northquay\" mon");
        see_focus(browser, ".quick-add input").await?;
        let day = chips(browser).await?.pop().unwrap_or_default();
        browser.press(&day).await?;
        ensure!(browser.value(LINE).await? == "Call about fri @\"Northquay\" \"mon\"");
        let read = chips(browser).await?;
        ensure!(read.len() == 3 && read[2].starts_with("Fri"), "now the other day counts: {read:?}");
        enter(browser).await?;
        browser.see_toast("Promise added").await?;
        browser.press("Northquay").await?;
        browser.see_told("Call about mon").await?;
        ensure!(browser.ask("return page.recorded()", vec![]).await? == json!(3));
        Ok(())
    })
    .await
}
