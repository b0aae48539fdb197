//! Single keys: what they do, when they sleep, and how they are switched off.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;
use thirtyfour::Key;

use crate::keyboard::{control, key, see_focus};

async fn press(browser: &Session, pressed: Key) -> Result<()> {
    key(browser, pressed.value().to_string()).await
}

/// From an empty workspace to a logged touchpoint and back, without pointer and without Tab.
#[tokio::test]
async fn the_main_job_takes_a_few_keys() -> Result<()> {
    in_app("a_few_keys", async |browser, _| {
        key(browser, "n").await?;
        browser.field("Partner name").await?;
        key(browser, "Northquay").await?;
        press(browser, Key::Enter).await?;
        browser.see_heading("Northquay").await?;
        see_focus(browser, "h1").await?;
        key(browser, "gp").await?;
        browser.see_heading("Partners").await?;
        see_focus(browser, "h1").await?;

        control(browser, "k").await?;
        see_focus(browser, ".palette input").await?;
        key(browser, "zzzz").await?;
        browser.see(".palette__none").await?;
        press(browser, Key::Escape).await?;
        browser.see_no("dialog").await?;
        see_focus(browser, "h1").await?;
        control(browser, "k").await?;
        see_focus(browser, ".palette input").await?;
        key(browser, "nor").await?;
        browser.see_text(".palette__option:nth-of-type(2)", "Log touch with Northquay").await?;
        press(browser, Key::Down).await?;
        press(browser, Key::Enter).await?;
        browser.see_heading("Northquay").await?;
        see_focus(browser, "form select").await?;
        browser.put("What was it about?", "By a few keys").await?;
        see_focus(browser, "form select").await?;
        press(browser, Key::Tab).await?;
        press(browser, Key::Enter).await?;
        browser.see_told("By a few keys").await?;
        control(browser, "z").await?;
        browser.see_toast("Undone: Log touchpoint").await?;
        browser.until("for the record to go", "return page.recorded() === 2", vec![]).await?;
        figure("n, palette, Enter, Ctrl+Z: from nothing to a logged touchpoint and back");

        key(browser, "t").await?;
        see_focus(browser, "form select").await?;
        press(browser, Key::Escape).await?;
        browser.see_no("form").await?;
        key(browser, "e").await?;
        browser.field("Partner name").await?;
        press(browser, Key::Escape).await?;
        browser.see_no("form").await?;
        key(browser, "/").await?;
        browser.see_heading("Partners").await?;
        see_focus(browser, "input[type=search]").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_sleep_while_something_is_typed_and_while_a_dialog_is_open() -> Result<()> {
    in_app("keys_sleep", async |browser, _| {
        browser.add_partner("Northquay").await?;
        key(browser, "gp").await?;
        browser.see_heading("Partners").await?;
        key(browser, "/").await?;
        see_focus(browser, "input[type=search]").await?;
        key(browser, "n?gs/jkxet").await?;
        ensure!(browser.run("return document.activeElement.value", vec![]).await? == "n?gs/jkxet", "all typed");
        ensure!(browser.ask("return document.querySelector('dialog, form')", vec![]).await? == json!(null));
        browser.see_heading("Partners").await?;

        browser.run("document.activeElement.blur()", vec![]).await?;
        key(browser, "?").await?;
        browser.see(".shortcuts").await?;
        key(browser, "ngs").await?;
        ensure!(browser.ask("return document.querySelectorAll('dialog').length", vec![]).await? == json!(1));
        press(browser, Key::Escape).await?;
        browser.see_no("dialog").await?;
        browser.see_heading("Partners").await?;

        // An input method that composes a word sends keys that are not meant for the page.
        let composing = "
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, isComposing: true }));
            return document.querySelector('dialog') === null;";
        ensure!(browser.ask(composing, vec![]).await? == json!(true), "composing opens nothing");

        key(browser, "g").await?;
        tokio::time::sleep(std::time::Duration::from_millis(1700)).await;
        key(browser, "s").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        browser.see_heading("Partners").await?;
        figure("ten keys typed into a field, three into a dialog, one composed, one too late: nothing happened");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn single_keys_can_be_switched_off_and_the_palette_stays() -> Result<()> {
    in_app("keys_off", async |browser, server| {
        browser.goto(&server.url("#/settings/keyboard")).await?;
        browser.see_heading("Settings").await?;
        browser.click("#keyboard [role=switch]").await?;
        browser.reload().await?;
        let is_off = "return document.querySelector('#keyboard [role=switch]')?.checked === false";
        browser.until("for the switch to be off", is_off, vec![]).await?;
        browser.run("document.activeElement.blur()", vec![]).await?;
        for keys in ["gp", "n", "?", "/"] {
            key(browser, keys).await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        browser.see_heading("Settings").await?;
        ensure!(browser.ask("return document.querySelector('dialog')", vec![]).await? == json!(null));
        control(browser, "k").await?;
        see_focus(browser, ".palette input").await?;
        key(browser, "keyboard").await?;
        press(browser, Key::Enter).await?;
        browser.see_text(".shortcuts", "Single keys are switched off").await?;
        Ok(())
    })
    .await
}
