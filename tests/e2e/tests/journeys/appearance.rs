//! Theme, density and presenter mode, remembered by the browser.

use anyhow::{Result, ensure};
use e2e::journey::in_app;
use serde_json::json;

use crate::keyboard::control;

const MARKS: &str = "return { ...document.documentElement.dataset }";

/// Notes what the page looks like before the app has started.
const AT_FIRST: &str = "
    document.addEventListener('readystatechange', () => {
        window.atFirst ??= { ...document.documentElement.dataset };
    });";

#[tokio::test]
async fn theme_and_density_are_there_before_the_app_after_a_reload() -> Result<()> {
    in_app("appearance", async |browser, server| {
        browser.before_pages(AT_FIRST).await?;
        browser.goto(&server.url("#/settings/appearance")).await?;
        browser.see_heading("Settings").await?;
        ensure!(browser.ask(MARKS, vec![]).await? == json!({}), "nothing is chosen yet");
        for choice in ["Dark", "Compact"] {
            let script =
                "page.all('#appearance label').find(label => label.textContent === arguments[0]).click()";
            browser.ask(script, vec![json!(choice)]).await?;
        }
        let chosen = json!({ "theme": "dark", "density": "compact" });
        ensure!(browser.ask(MARKS, vec![]).await? == chosen);
        let dark = browser.run("return getComputedStyle(document.body).backgroundColor", vec![]).await?;
        browser.reload().await?;
        ensure!(browser.run("return window.atFirst", vec![]).await? == chosen, "before the app");
        ensure!(browser.ask(MARKS, vec![]).await? == chosen, "and after it");
        ensure!(browser.run("return getComputedStyle(document.body).backgroundColor", vec![]).await? == dark);
        let is_checked =
            "return page.all('#appearance :checked').map(input => input.parentElement.textContent)";
        browser
            .until("for the choices to show", &format!("{is_checked}.join() === 'Dark,Compact'"), vec![])
            .await?;

        // Another tab follows at once.
        let first = browser.tab().await?;
        browser.open_tab(&server.url("#/settings/appearance")).await?;
        browser.see_heading("Settings").await?;
        let light = "page.all('#appearance label').find(label => label.textContent === 'Light').click()";
        browser.ask(light, vec![]).await?;
        browser.enter_tab(&first).await?;
        browser
            .until("for the theme", "return document.documentElement.dataset.theme === 'light'", vec![])
            .await
    })
    .await
}

#[tokio::test]
async fn presenter_mode_hides_private_notes_until_it_ends() -> Result<()> {
    in_app("presenter", async |browser, _| {
        browser.add_partner("Northquay").await?;
        browser.press("Write a note").await?;
        browser.put("Private note", "Their budget is shaky").await?;
        browser.press("Save").await?;
        browser.see_text(".private__text", "shaky").await?;
        let is_shown = "return page.isShown(document.querySelector('.private__text'))";
        ensure!(browser.ask(is_shown, vec![]).await? == json!(true));
        control(browser, ".").await?;
        browser
            .see("[aria-label='Presenter mode is on: show private notes again'][aria-pressed=true]")
            .await?;
        ensure!(browser.ask(is_shown, vec![]).await? == json!(false));
        browser.reload().await?;
        browser.see_heading("Northquay").await?;
        browser
            .until("for the note to be there", "return !!document.querySelector('.private__text')", vec![])
            .await?;
        ensure!(browser.ask(is_shown, vec![]).await? == json!(false), "also after a reload");
        browser.press("Presenter mode is on: show private notes again").await?;
        ensure!(browser.ask(is_shown, vec![]).await? == json!(true));
        Ok(())
    })
    .await
}
