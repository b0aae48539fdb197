//! An empty workspace: what it offers, and the sample that comes and goes.

use anyhow::Result;
use e2e::journey::{figure, in_app};
use serde_json::json;

#[tokio::test]
async fn who_starts_looks_around_in_the_sample_starts_empty_and_takes_that_back() -> Result<()> {
    in_app("first_run", async |browser, server| {
        browser.see_text("h2", "Your partnerships").await?;
        for offer in ["Add a partner", "Import CSV", "Look around with sample data", "Restore a backup"] {
            browser.button(offer).await?;
        }
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.see_banner("You are looking at sample data").await?;
        browser.until("for twelve partners", "return page.partners().length === 12", vec![]).await?;
        let names = browser.partner_names().await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_banner("You are looking at sample data").await?;
        let are_they = "return JSON.stringify(page.all('table.partners tbody bdi').filter(it => it.closest('a')) \
                        .map(it => it.textContent)) === JSON.stringify(arguments[0])";
        browser.until("for the same after loading anew", are_they, vec![json!(names)]).await?;

        browser.press_in("Main", "People").await?;
        browser.see_text(".people", "days over").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.add_partner("Our own").await?;
        browser.press_in("Main", "Partners").await?;
        browser.until("for thirteen partners", "return page.partners().length === 13", vec![]).await?;
        browser.press("Start empty").await?;
        browser.until("for what is ours to stay", "return page.partners().length === 1", vec![]).await?;
        browser.see_no(".banner").await?;
        browser.press_in("Main", "People").await?;
        browser.see_text("h2", "The people behind").await?;
        browser.press("Undo").await?;
        browser.see_banner("You are looking at sample data").await?;
        browser.see_text(".people", "days over").await?;
        browser.press("Start empty").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_no(".banner").await?;
        browser.press_in("Main", "Partners").await?;
        browser.until("for what is ours alone", are_they, vec![json!(["Our own"])]).await?;
        figure(&format!("{} sample partners came, went, came back and went", names.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_comes_to_an_empty_today_from_elsewhere_needs_one_click() -> Result<()> {
    in_app("first_run_click", async |browser, _| {
        browser.press_in("Main", "Partners").await?;
        browser.see_heading("Partners").await?;
        browser.press_in("Main", "Today").await?;
        browser.see_text("h2", "Your partnerships").await?;
        browser
            .until("for the heading to have the focus", "return document.activeElement.matches('h1')", vec![])
            .await?;
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        Ok(())
    })
    .await
}
