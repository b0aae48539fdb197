//! Without a pointer.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;
use thirtyfour::Key;

/// Presses a key where the focus is.
pub async fn key(browser: &Session, key: impl Into<String>) -> Result<()> {
    let keys: String = key.into();
    browser.browser()?.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

/// Presses Tab until what has the focus is called like this; says how many times.
pub async fn tab_to(browser: &Session, words: &str) -> Result<usize> {
    for pressed in 1..=60 {
        key(browser, Key::Tab.value().to_string()).await?;
        let script = "
            const focused = document.activeElement;
            const label = focused.labels?.[0];
            return page.squeezed(focused.getAttribute('aria-label') ?? label?.firstChild?.data ?? focused.textContent);";
        if browser.ask(script, vec![]).await? == json!(words) {
            return Ok(pressed);
        }
    }
    anyhow::bail!("60 times Tab did not lead to “{words}”")
}

/// Presses a key with Control.
pub async fn control(browser: &Session, letter: &str) -> Result<()> {
    let chain = browser.browser()?.action_chain();
    chain.key_down(Key::Control).send_keys(letter).key_up(Key::Control).perform().await?;
    Ok(())
}

/// Waits until what the selector says has the focus.
pub async fn see_focus(browser: &Session, selector: &str) -> Result<()> {
    let script = "return document.activeElement?.matches(arguments[0]) ?? false";
    browser.until(&format!("for the focus on {selector}"), script, vec![json!(selector)]).await
}

#[tokio::test]
async fn the_main_job_takes_no_pointer() -> Result<()> {
    in_app("no_pointer", async |browser, _| {
        let mut tabs = tab_to(browser, "Skip to content").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        see_focus(browser, "#main").await?;
        tabs += tab_to(browser, "Add partner").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        browser.field("Partner name").await?;
        see_focus(browser, "form input").await?;
        key(browser, "Dropped").await?;
        key(browser, Key::Escape.value().to_string()).await?;
        browser.see_no("form").await?;

        // The button that opened the form has the focus again, as the next frame is drawn.
        let is_back = "return page.squeezed(document.activeElement.textContent) === 'Add partner'";
        browser.until("for the focus to come back", is_back, vec![]).await?;
        key(browser, Key::Enter.value().to_string()).await?;
        see_focus(browser, "form input").await?;
        key(browser, "Northquay").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        browser.see_heading("Northquay").await?;
        see_focus(browser, "h1").await?;
        ensure!(browser.browser()?.title().await? == "Northquay · Bridgekeeper", "the title follows");

        tabs += tab_to(browser, "Log touchpoint").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        see_focus(browser, "form select").await?;
        tabs += tab_to(browser, "What was it about?").await?;
        key(browser, "By keyboard").await?;
        tabs += tab_to(browser, "Log touchpoint").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        browser.see_told("By keyboard").await?;
        control(browser, "z").await?;
        browser.see_toast("Undone: Log touchpoint").await?;
        browser.until("for the record to go", "return page.recorded() === 2", vec![]).await?;
        control(browser, "y").await?;
        browser.see_told("By keyboard").await?;
        control(browser, "z").await?;
        browser.until("for the record to go", "return page.recorded() === 2", vec![]).await?;
        control(browser, "z").await?;
        browser.see_heading("This partner is not here").await?;
        figure(&format!("added, logged and undone with {tabs} times Tab, and Enter, Escape, Ctrl+Z, Ctrl+Y"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_goes_back_to_where_it_came_from_when_a_form_closes() -> Result<()> {
    in_app("focus_goes_back", async |browser, _| {
        tab_to(browser, "Add partner").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        see_focus(browser, "form input").await?;
        key(browser, Key::Escape.value().to_string()).await?;
        browser.see_no("form").await?;
        let is_back = "return page.squeezed(document.activeElement.textContent) === 'Add partner'";
        browser.until("the focus to go back to the button", is_back, vec![]).await
    })
    .await
}

#[tokio::test]
async fn the_heading_has_the_focus_and_the_title_its_words_after_every_navigation() -> Result<()> {
    in_app("focus_and_title", async |browser, server| {
        browser.add_partner("Northquay").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        let places = [
            (server.url("#/partners"), "Partners"),
            (server.url("#/settings"), "Settings"),
            (page, "Northquay"),
            (server.url("#/settings/erase"), "Settings"),
            (server.url("#/nowhere/at/all"), "Not found"),
            (server.url("#/partners/not-an-id"), "Not found"),
            (server.url("#/partners/00000000000000000000000000"), "Not here"),
        ];
        for (place, name) in &places {
            browser.goto(place).await?;
            see_focus(browser, "main h1").await?;
            let title = format!("{name} · Bridgekeeper");
            browser
                .until(
                    &format!("for the title {title}"),
                    "return document.title === arguments[0]",
                    vec![json!(title)],
                )
                .await?;
        }
        browser.browser()?.back().await?;
        see_focus(browser, "main h1").await?;
        figure(&format!("{} places: focus on the heading, title in step", places.len()));
        Ok(())
    })
    .await
}
