//! A meeting, from nobody to meet to a recap that was sent.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

/// Plans a meeting with Ilse at the partner whose page is open, and answers with its address.
async fn plan(browser: &Session, title: &str) -> Result<String> {
    browser.press_more("New meeting").await?;
    browser.see_heading("Meetings").await?;
    browser.fill("What is it about?", title).await?;
    browser.fill("Of theirs, by name", "Ilse Vandermeer").await?;
    browser.fill("Our people", "Mara Lindqvist").await?;
    browser.press_in("Plan meeting", "Plan meeting").await?;
    browser.see_heading(&format!("Lumenfold, {title}")).await?;
    Ok(browser.browser()?.current_url().await?.to_string())
}

/// Writes a part of the brief.
async fn write(browser: &Session, part: &str, words: &str) -> Result<()> {
    browser.press(&format!("Write: {part}")).await?;
    browser.put(part, words).await?;
    browser.press_in(part, "Save").await?;
    browser.see_text(".written", words).await?;
    Ok(())
}

/// Says a next step.
async fn say(browser: &Session, step: &str) -> Result<()> {
    browser.fill("Say it as you would out loud", step).await?;
    browser.press_in("Who does what, by when", "Add").await
}

#[tokio::test]
async fn from_an_empty_workspace_to_a_sent_recap() -> Result<()> {
    in_app("meeting_to_recap", async |browser, server| {
        browser.add_partner("Lumenfold").await?;

        // A meeting with nobody is refused, and what was typed stays.
        browser.press_more("New meeting").await?;
        browser.fill("What is it about?", "First talk").await?;
        browser.press_in("Plan meeting", "Plan meeting").await?;
        browser.see_text(".field__error", "Name at least one person of theirs").await?;
        ensure!(browser.value("What is it about?").await? == "First talk", "what was typed is kept");
        browser.press("Cancel").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.press("Lumenfold").await?;
        browser.see_heading("Lumenfold").await?;
        let meeting = plan(browser, "First talk").await?;

        // Today asks for it, and for what its preparation misses.
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text("section[aria-labelledby=meetings] .item", "not prepared yet").await?;
        browser.press("Prepare: Lumenfold, First talk").await?;
        browser.see_text(".meeting__missing", "Still to prepare: the person").await?;

        // The person first: a name becomes a contact, and is looked into.
        browser.press("Add to People: Ilse Vandermeer").await?;
        browser.press("Write what you know: Ilse Vandermeer").await?;
        browser.see_heading("Ilse Vandermeer").await?;
        browser.press("Edit research").await?;
        browser.put("The path they came", "Six years of support, then alliances").await?;
        browser.put("What they care about", "Announcements that customers use").await?;
        browser.press_in("Edit research", "Save").await?;
        browser.see_toast("Research saved").await?;
        browser.goto(&meeting).await?;
        browser.see_text(".findings", "Six years of support").await?;

        browser.click(".segmented label:nth-of-type(2)").await?;
        write(browser, "They are under pressure to", "Show reference customers for Rooms").await?;
        write(browser, "So we talk about", "Extending Rooms to 40 sites").await?;
        browser.press("Write: The ask").await?;
        browser.fill("What you ask, in one sentence", "A two-way booking sync by 31 March").await?;
        browser.fill("What success looks like", "Three customers use it daily").await?;
        browser.press_in("The ask", "Save").await?;
        browser.see_text(".ask", "A two-way booking sync").await?;
        browser.press("Use these three").await?;
        browser.press("Note: Steps").await?;
        browser.fill("What they said", "Product, security, board").await?;
        browser.press_in("Steps", "Save").await?;
        browser.see_text(".path", "Product, security, board").await?;
        browser.press("Ask about every gap").await?;
        browser.see_no(".meeting__missing").await?;

        // In the room.
        browser.press("It was held").await?;
        browser.see_text(".moments [aria-current]", "Recap").await?;
        let worries = "Answer: What worries you most about doing this with us?";
        browser.fill(worries, "Support load when a sync fails").await?;
        browser.press("Keep").await?;
        browser.see_text(".probes__answer", "Support load").await?;
        browser.press("Note as objection").await?;
        browser.see_text(".said__one", "Support load").await?;
        browser.fill("What was said", "Rooms needs customers who speak for it").await?;
        browser.press_in("Notes", "Add").await?;

        // Vague is refused.
        browser.press("Close the meeting").await?;
        browser.see_text(".field__error", "Agree on a next step").await?;
        say(browser, "Ilse names an integration owner").await?;
        browser.see_text(".capture__read", "no date yet").await?;
        browser.see_text("#capture-trouble", "Say when it is due").await?;
        say(browser, "Ilse names an integration owner 2020-01-01").await?;
        browser.see_text("#capture-trouble", "is past").await?;
        say(browser, "Ilse names an integration owner in 3 days").await?;
        browser.see_text(".room .item", "Theirs, Ilse Vandermeer").await?;
        say(browser, "we send the list of 41 accounts tomorrow").await?;
        browser.see_text(".room .item", "Ours, Mara Lindqvist").await?;
        browser.press("Close the meeting").await?;
        browser.see_toast("Meeting closed").await?;

        // The recap wrote itself.
        for line in [
            "Rooms needs customers who speak for it",
            "Still open: Support load when a sync fails",
            "You: Ilse names an integration owner, by",
            "We (Mara Lindqvist): send the list of 41 accounts, by",
        ] {
            browser.see_text(".recap li", line).await?;
        }
        let mail = "return document.querySelector('.recap a[href^=\"mailto:\"]')?.href ?? ''";
        let mail = browser.ask(mail, vec![]).await?;
        ensure!(mail.as_str().is_some_and(|href| href.contains("integration%20owner")), "{mail}");
        browser.press("Mark as sent").await?;
        browser.see_toast("Noted as sent").await?;
        browser.see_text(".moments", "sent").await?;

        // Their reading differs: a promise of ours, on Today when it is due.
        browser.press("Their reading differs").await?;
        browser.fill("How they read it", "Two pilots, not three").await?;
        browser.press_in("Their reading differs", "Save").await?;
        browser.see_toast("with a promise to settle it").await?;

        // The partner was spoken to, and nothing was recorded twice.
        browser.press("Lumenfold").await?;
        browser.see_heading("Lumenfold").await?;
        let told = browser.see_told("First talk").await?;
        ensure!(told.meta.iter().any(|fact| fact == "two-way"), "{:?}", told.meta);
        browser.see_told("Settle what they read differently: Two pilots").await?;
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(".empty h2", "Nothing is waiting for you").await?;
        browser.see_saved().await?;
        figure(
            "a partner, a person, a brief of six parts, three questions, two steps, a recap that was sent",
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_in_one_meeting_keep_what_both_type() -> Result<()> {
    in_app("meeting_two_tabs", async |browser, _| {
        let one = browser.tab().await?;
        browser.add_partner("Lumenfold").await?;
        let meeting = plan(browser, "First talk").await?;
        browser.press("Use these three").await?;
        browser.press("It was held").await?;
        let other = browser.open_tab(&meeting).await?;
        browser.see_heading("Lumenfold, First talk").await?;

        // Half a question is answered here while the other tab types a step.
        let worries = "Answer: What worries you most about doing this with us?";
        browser.fill(worries, "Support load").await?;
        browser.enter_tab(&one).await?;
        say(browser, "Ilse names an owner tomorrow").await?;
        browser.see_text(".room .item", "Ilse names an owner").await?;
        browser.fill("What was said", "From the first tab").await?;
        browser.press_in("Notes", "Add").await?;

        browser.enter_tab(&other).await?;
        browser.see_text(".room .item", "Ilse names an owner").await?;
        browser.see_text(".said__one", "From the first tab").await?;
        ensure!(browser.value(worries).await? == "Support load", "what is half typed stays");
        browser.press("Keep").await?;
        browser.see_text(".probes__answer", "Support load").await?;
        say(browser, "we send the list tomorrow").await?;

        browser.enter_tab(&one).await?;
        browser.see_text(".probes__answer", "Support load").await?;
        browser.see_text(".room .item", "send the list").await?;

        // Both change one part of the brief: the second is asked which should stand.
        browser.press("Write: What you bring first").await?;
        browser.put("What you bring first", "Of the first").await?;
        browser.enter_tab(&other).await?;
        browser.press("Write: What you bring first").await?;
        browser.put("What you bring first", "Of the second").await?;
        browser.press_in("What you bring first", "Save").await?;
        browser.see_text(".written", "Of the second").await?;
        browser.enter_tab(&one).await?;
        browser.press_in("What you bring first", "Save").await?;
        browser.see_banner("Of the second").await?;
        ensure!(browser.value("What you bring first").await? == "Of the first", "what was typed stays");
        browser.reload().await?;
        browser.see_text(".written", "Of the second").await?;
        browser.see_text(".probes__answer", "Support load").await?;
        figure("two tabs in one meeting: an answer, two steps, a note, and one question which words should stand");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_person_who_is_deleted_keeps_their_name_in_the_meeting() -> Result<()> {
    in_app("meeting_person_gone", async |browser, server| {
        browser.add_partner("Lumenfold").await?;
        let meeting = plan(browser, "First talk").await?;
        browser.press("Add to People: Ilse Vandermeer").await?;
        browser.press("Write what you know: Ilse Vandermeer").await?;
        browser.see_heading("Ilse Vandermeer").await?;
        browser.press_more("Delete person").await?;
        browser.see_toast("Person deleted").await?;
        browser.goto(&meeting).await?;
        browser.see_text(".portrait", "Ilse Vandermeer").await?;
        browser.see_text(".brief", "No longer among your people").await?;

        // A yesterday's meeting waits on Today until somebody says what became of it.
        browser.press("Edit").await?;
        browser.put("Day", "2020-01-02").await?;
        browser.press_in("Edit meeting", "Save").await?;
        browser.see_toast("Meeting saved").await?;
        browser.goto(&server.url("#/")).await?;
        browser.press("It was held: Lumenfold, First talk").await?;
        browser.see_toast("Noted that it was held").await?;
        browser.see_text("section[aria-labelledby=recaps] .item", "Send the recap: First talk").await?;
        browser.press("Mark as sent: Lumenfold, First talk").await?;
        browser.see_toast("Noted as sent").await?;
        browser.see_no("section[aria-labelledby=recaps]").await?;
        Ok(())
    })
    .await
}
