//! What stands beside health: fit, how they decide, the ask, signals and trouble.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

/// Rates one respect from its row.
async fn rate(browser: &Session, respect: &str, rating: &str) -> Result<()> {
    browser.press(&format!("Rate: {respect}")).await?;
    browser.choose("How well do they fit?", rating).await?;
    browser.fill("What does it rest on?", &format!("Seen at the workshop: {respect}")).await?;
    browser.press_in("Rate fit", "Rate fit").await?;
    browser.see_toast("Fit rated").await
}

#[tokio::test]
async fn fit_goes_from_nothing_to_go_and_every_rating_can_be_corrected() -> Result<()> {
    in_app("fit", async |browser, _| {
        browser.add_partner("Northquay").await?;
        browser.press("Fit and decision").await?;
        browser.see_text(".companion__reading", "Rate all four with a line of evidence").await?;
        browser.press("Rate: Capacity").await?;
        browser.press_in("Rate fit", "Rate fit").await?;
        browser.see_text(".field__error", "Say what it rests on").await?;
        browser.press("Cancel").await?;
        rate(browser, "Capacity", "4").await?;
        browser.see_text(".companion__reading", "Still missing: capability, commitment and culture").await?;
        rate(browser, "Capability", "3, well enough").await?;
        rate(browser, "Commitment", "4").await?;
        rate(browser, "Culture", "2").await?;
        browser.see_text(".companion__reading", "3.30 of 5: not yet").await?;
        browser.see_text(".companion__reading", "holds it back most").await?;

        browser.press("Edit Culture").await?;
        ensure!(browser.value("What does it rest on?").await? == "Seen at the workshop: Culture");
        browser.choose("How well do they fit?", "3, well enough").await?;
        browser.press_in("Edit rating of fit", "Save").await?;
        browser.see_text(".companion__reading", "3.50 of 5: go ahead").await?;
        browser.press("Delete Culture").await?;
        browser.see_text(".companion__reading", "Still missing: culture").await?;
        browser.press("Undo").await?;
        browser.see_text(".companion__reading", "3.50 of 5: go ahead").await?;

        browser.press("History").await?;
        let told = browser.see_told("Seen at the workshop: Culture").await?;
        ensure!(told.title == "Culture: 3 of 5", "{told:?}");
        browser.press("Overview").await?;
        browser.see_text(".companion__reading", "3.50 of 5: go ahead").await?;
        browser.reload().await?;
        browser.see_text(".companion__reading", "3.50 of 5: go ahead").await?;
        figure("fit from nothing to 3.50, by four ratings, a correction, a deletion and an undo");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_stakeholder_without_a_name_raises_the_flag_until_somebody_is_named() -> Result<()> {
    in_app("clarity", async |browser, _| {
        browser.add_partner("Northquay").await?;
        browser.press("Fit and decision").await?;
        browser.see_text(".reading__rules", "No precedent is recorded").await?;
        browser.press("Answer: Precedent").await?;
        browser.fill("The answer", "Two integrations last year").await?;
        browser.press_in("Note how they decide", "Note how they decide").await?;
        browser.see_text(".companion__six", "Two integrations last year").await?;
        browser.see_no(".reading__rules").await?;

        browser.press("Add stakeholder").await?;
        browser.choose("Who", "Nobody knows yet").await?;
        browser.choose("Their part", "Approves it").await?;
        browser.press_in("Add stakeholder", "Add stakeholder").await?;
        browser.see_text(".reading__rules", "none of them has a name yet").await?;
        browser.press("Edit Somebody without a name yet").await?;
        browser.choose("Who", "Somebody else, by name").await?;
        browser.press_in("Edit stakeholder", "Save").await?;
        browser.see_text(".field__error", "Give it a name").await?;
        browser.fill("Their name", "Ruth Calder").await?;
        browser.press_in("Edit stakeholder", "Save").await?;
        browser.see_text(".companion__six", "Ruth Calder").await?;
        browser.see_no(".reading__rules").await?;
        browser.press("Undo").await?;
        browser.see_text(".reading__rules", "none of them has a name yet").await?;
        figure("a flag for nobody named, lifted by a name, and back by undo");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn signals_breaches_and_escalations_are_settled_where_they_stand() -> Result<()> {
    in_app("trouble", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Sarnhelm Facilities").await?;
        browser.see_heading("Sarnhelm Facilities").await?;
        let band = "return document.querySelector('.masthead .band').textContent.trim()";
        let before = browser.ask(band, vec![]).await?;
        browser.press("Fit and decision").await?;
        browser.press("Log breach").await?;
        browser.put("Cleared on", "2020-01-01").await?;
        browser.press_in("Log breach", "Log breach").await?;
        browser.see_text(".field__error", "the day it began").await?;
        browser.put("Cleared on", "").await?;
        browser.fill("What happened?", "Their export went to the wrong address").await?;
        browser.press_in("Log breach", "Log breach").await?;
        browser.see_text(".masthead .band", "Critical").await?;
        browser.press("Cleared: Breach of contract").await?;
        browser.see_toast("Noted as cleared").await?;
        let now = browser.ask(band, vec![]).await?;
        ensure!(now == before, "{now} after the breach, {before} before");

        browser.press("Log signal").await?;
        browser.put("Worth acting on until", "2020-01-01").await?;
        browser.fill("What did you see?", "They hire an alliances lead").await?;
        browser.press_in("Log signal", "Log signal").await?;
        browser.see_text(".field__error", "the day after it begins").await?;
        ensure!(
            browser.value("What did you see?").await? == "They hire an alliances lead",
            "nothing is lost"
        );
        browser.put("Worth acting on until", "2199-01-01").await?;
        browser.press_in("Log signal", "Log signal").await?;
        browser.press("Answered: They hire an alliances lead").await?;
        browser.see_text("aside .item__meta", "answered").await?;

        browser.press("Note the ask").await?;
        browser.fill("What exactly do we ask for?", "A listing in their marketplace").await?;
        browser.fill("What would success look like?", "Ten leads a month").await?;
        browser.press_in("Note the ask", "Note the ask").await?;
        browser.see_text("aside .history", "A listing in their marketplace").await?;
        browser.see_text("aside .history__note", "Success: Ten leads a month").await?;
        browser.press("History").await?;
        browser.see_told("Their export went to the wrong address").await?;
        figure("a breach made it Critical and was cleared, a signal was answered, the ask was noted");
        Ok(())
    })
    .await
}
