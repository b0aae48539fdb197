//! People: found across partners, and their history when they move on.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

async fn add_person(browser: &Session, name: &str, title: &str, role: &str) -> Result<()> {
    browser.press_in("People", "Add").await?;
    browser.fill("Name", name).await?;
    browser.fill("Title", title).await?;
    browser.choose("Role for us", role).await?;
    browser.press_in("Add person", "Add person").await?;
    browser.see_text(".roles", name).await?;
    browser.see_saved().await
}

async fn see_in(browser: &Session, part: &str, words: &str) -> Result<()> {
    let script = "return page.squeezed(page.scope(arguments[0])?.innerText).includes(arguments[1])";
    browser.until(&format!("to read “{words}” in “{part}”"), script, vec![part.into(), words.into()]).await
}

async fn search(browser: &Session, words: &str) -> Result<()> {
    let script = "page.put(document.querySelector('.search input'), arguments[0])";
    browser.ask(script, vec![words.into()]).await?;
    Ok(())
}

#[tokio::test]
async fn a_person_moves_to_a_company_that_was_no_partner_and_keeps_the_history() -> Result<()> {
    in_app("a_person_moves", async |browser, _| {
        browser.add_partner("Osprey Freight").await?;
        add_person(browser, "Mara Lindqvist", "Head of Alliances", "Champion").await?;
        browser.press("Log touchpoint").await?;
        browser.fill("What was it about?", "Met in Bremen").await?;
        browser.press_tick("Mara Lindqvist").await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_told("Met in Bremen").await?;

        browser.press_in("Main", "People").await?;
        browser.see_heading("People").await?;
        browser.see_text(".people", "Head of Alliances at Osprey Freight").await?;
        browser.see_text(".people", "two-way touch today").await?;
        browser.press("Mara Lindqvist").await?;
        browser.see_heading("Mara Lindqvist").await?;
        browser.see_text(".history", "Met in Bremen").await?;

        browser.press("Moved to a new employer").await?;
        browser.press_in("Moved to a new employer", "Save").await?;
        browser.see_text(".field__error", "Give it a name").await?;
        browser.fill("Employer", "Tamarack Group").await?;
        browser.fill("Title", "VP Partnerships").await?;
        browser.press_in("Moved to a new employer", "Save").await?;
        browser.see_banner("Tamarack Group is not among your partners yet").await?;
        browser.press("Add it as a prospect and save").await?;
        browser.see_toast("Noted where the person works now").await?;
        see_in(browser, "Works and worked at", "VP Partnerships Tamarack Group").await?;
        see_in(browser, "Works and worked at", "Head of Alliances Osprey Freight").await?;
        see_in(browser, "Roles for us", "Champion Osprey Freight").await?;
        browser.see_text(".history", "Met in Bremen").await?;
        browser.press("Tamarack Group").await?;
        browser.see_heading("Tamarack Group").await?;
        browser.see_text(".roles", "Mara Lindqvist").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Osprey Freight").await?;
        browser.press_in("Parts of this partner", "People 0").await?;
        see_in(browser, "Worked there before", "Mara Lindqvist").await?;

        browser.press("Undo: Change employer").await?;
        browser.see_text(".people-here", "Mara Lindqvist").await?;
        browser.press_in("Main", "Partners").await?;
        browser.until("for the prospect to go", "return page.partners().length === 1", vec![]).await?;
        browser.press("Redo: Change employer").await?;
        browser.until("for the prospect to come back", "return page.partners().length === 2", vec![]).await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.press("Osprey Freight").await?;
        browser.press_in("Parts of this partner", "People 0").await?;
        see_in(browser, "Worked there before", "Mara Lindqvist").await?;
        figure("a person moved to a new company, which became a partner; one undo took both back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn roles_employments_research_and_links_are_kept_where_they_stand() -> Result<()> {
    in_app("a_person_in_place", async |browser, _| {
        browser.add_partner("Pellworm Systems").await?;
        add_person(browser, "Lena Okafor", "Partner Engineer", "No role").await?;
        browser.press("Lena Okafor").await?;
        browser.see_heading("Lena Okafor").await?;

        browser.press("Add role").await?;
        browser.choose("Role for us", "Gatekeeper").await?;
        browser.put("From", "2020-05-01").await?;
        browser.put("Until", "2020-04-01").await?;
        browser.press_in("Add role", "Add role").await?;
        browser.see_text(".field__error", "must not be before").await?;
        browser.put("Until", "2021-04-01").await?;
        browser.press_in("Add role", "Add role").await?;
        see_in(browser, "Roles for us", "Gatekeeper").await?;

        browser.press("Edit Partner Engineer").await?;
        browser.fill("Title", "Partner Lead").await?;
        browser.put("From", "2019-01-01").await?;
        browser.press_in("Edit employment", "Save").await?;
        see_in(browser, "Works and worked at", "Partner Lead").await?;

        browser.press("Edit research").await?;
        browser.fill("What they care about", "Fewer tickets").await?;
        browser.press_in("Edit research", "Save").await?;
        see_in(browser, "Research", "Fewer tickets").await?;

        browser.press_more("Edit person").await?;
        browser.choose("Cadence of their own", "Tier 2").await?;
        browser.press_tick("Keep in touch").await?;
        browser.press_in("Edit person", "Save").await?;
        browser.see_text("dd", "touch every 60 days").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        see_in(browser, "Research", "Fewer tickets").await?;
        browser.see_text(".masthead .tag", "Keep in touch").await?;

        browser.press_in("Main", "People").await?;
        browser.press("Overdue").await?;
        browser.see_text("p", "Nobody matches").await?;
        browser.press("Keep in touch").await?;
        browser.see_text(".people", "Lena Okafor").await?;
        search(browser, "pellworm lead").await?;
        browser.see_text(".people", "Lena Okafor").await?;
        search(browser, "nobody").await?;
        browser.see_text("p", "Nobody matches").await?;

        search(browser, "").await?;
        browser.press("Lena Okafor").await?;
        browser.press_more("Delete person").await?;
        browser.see_heading("People").await?;
        browser.press("Undo").await?;
        browser.see_text(".people", "Lena Okafor").await?;
        ensure!(
            browser.run("return document.querySelectorAll('.people > .item').length", vec![]).await? == 1
        );
        Ok(())
    })
    .await
}
