//! The main job: a partner, its records, and taking everything back.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use thirtyfour::Key;

/// A day far enough ahead for everything that is due.
const DUE: &str = "2199-12-31";
/// The name of the row of tabs.
const TABS: &str = "Parts of this partner";

#[tokio::test]
async fn a_first_partner_gets_every_kind_of_record_and_all_of_it_is_undone_and_redone() -> Result<()> {
    in_app("a_first_partner", async |browser, _| {
        browser.see_text("h2", "Your partnerships").await?;
        browser.press("Add a partner").await?;
        browser.fill("Partner name", "Northquay").await?;
        browser.fill("Web domain", "https://www.northquay.example/about").await?;
        browser.fill("Owner", "Ines Vahl").await?;
        browser.choose("Kind", "Reseller").await?;
        browser.choose("Stage", "Active").await?;
        browser.choose("Tier", "Tier 1").await?;
        browser.field("Owner").await?.send_keys(Key::Enter + "").await?;
        browser.see_heading("Northquay").await?;
        browser.see_text("dd", "northquay.example").await?;
        record_everything(browser).await?;

        let told = browser.history().await?;
        ensure!(told.len() == 10, "8 records, a stage and a tier: {told:#?}");
        browser.see_saved().await?;
        browser.reload().await?;
        ensure!(browser.history().await? == told, "after loading anew, the same history");

        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Kick-off, moved to Thursday").await?;
        browser.press("Save").await?;
        browser.see_told("Kick-off, moved to Thursday").await?;
        browser.press("Delete Rated 5 of 5").await?;
        browser.see_toast("Record deleted").await?;
        ensure!(browser.recorded().await? == 9);
        let corrected = browser.history().await?;
        browser.reload().await?;
        ensure!(
            browser.history().await? == corrected,
            "after loading anew, corrected and without the deleted"
        );

        figure(&format!("{} records of every kind read back after loading anew", told.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn everything_is_taken_back_until_the_workspace_is_empty_and_done_again() -> Result<()> {
    in_app("everything_is_taken_back", async |browser, server| {
        browser.add_partner("Tamarack Group").await?;
        record_everything(browser).await?;
        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Corrected").await?;
        browser.press("Save").await?;
        browser.see_told("Corrected").await?;
        browser.press("Delete Rated 5 of 5").await?;
        browser.see_toast("Record deleted").await?;
        let told = browser.history().await?;
        let deeds = 11;

        // One by the notice, one by the bar, the rest by the keyboard.
        browser.click(".toast .button--line").await?;
        browser.see_toast("Undone: Delete record").await?;
        browser.press("Undo: Edit record").await?;
        browser.see_toast("Undone: Edit record").await?;
        for _ in 2..deeds - 1 {
            let recorded = browser.recorded().await?;
            press_keys(browser, "z").await?;
            browser
                .until("for one record less", "return page.recorded() < arguments[0]", vec![recorded.into()])
                .await?;
        }
        press_keys(browser, "z").await?;
        browser.see_heading("This partner is not here").await?;
        browser.see_saved().await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        press_keys(browser, "z").await?;
        browser.see_toast("There is nothing to take back").await?;

        for done in 1..=deeds {
            press_keys(browser, "y").await?;
            browser
                .until(
                    "for the deed to be done again",
                    "return page.toast().startsWith('Done again') && page.state() === 'Saved in this browser'",
                    vec![],
                )
                .await?;
            if done < deeds {
                browser.until("for another redo", "return !page.all('button').some(button => /^Redo: nothing/.test(button.ariaLabel))", vec![]).await?;
            }
        }
        browser.until("for no redo", "return page.all('button').some(button => /^Redo: nothing/.test(button.ariaLabel))", vec![]).await?;
        browser.press("Tamarack Group").await?;
        browser.see_heading("Tamarack Group").await?;
        ensure!(browser.history().await? == told, "all of it is back: {:#?}", browser.history().await?);
        browser.reload().await?;
        ensure!(browser.history().await? == told, "and after loading anew");
        figure(&format!("{deeds} deeds undone to an empty workspace and redone, {} records equal", told.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_promise_is_kept_moved_and_dropped_where_it_stands() -> Result<()> {
    in_app("a_promise_is_kept", async |browser, _| {
        browser.add_partner("Pellworm Systems").await?;
        for what in ["Send the price list", "Book the workshop", "Introduce the CFO"] {
            add_promise(browser, what, "Ours").await?;
        }
        browser.click("input[aria-label='Mark done: Send the price list']").await?;
        browser.see_toast("Promise done").await?;
        browser.press("New date: Book the workshop").await?;
        browser.put("New due date", "2198-01-31").await?;
        browser.press_in("New date", "New date").await?;
        browser.see_text(".promises", "moved once").await?;
        browser.press("Drop: Introduce the CFO").await?;
        browser.press_in("Drop", "Drop").await?;
        browser.see_text(".question .field__error", "Say why").await?;
        browser.fill("Why is it dropped?", "They hired their own").await?;
        browser.press_in("Drop", "Drop").await?;
        browser.see_toast("Promise dropped").await?;
        browser
            .until("for one open promise", "return page.all('.promises > .item').length === 1", vec![])
            .await?;
        ensure!(browser.recorded().await? == 5, "closed promises stay in the history");
        let told = browser.see_told("Send the price list").await?;
        ensure!(told.meta.iter().any(|fact| fact.contains("on time")), "{told:?}");
        browser.see_saved().await?;
        browser.reload().await?;
        browser
            .until("for one open promise", "return page.all('.promises > .item').length === 1", vec![])
            .await?;
        browser.press("Reopen Introduce the CFO").await?;
        browser.see_toast("Reopened").await?;
        browser
            .until("for two open promises", "return page.all('.promises > .item').length === 2", vec![])
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn people_are_added_corrected_and_leave() -> Result<()> {
    in_app("people", async |browser, _| {
        browser.add_partner("Osprey Freight").await?;
        browser.press_in("People", "Add").await?;
        browser.fill("Name", "Mara Lindqvist").await?;
        browser.fill("Title", "Head of Alliances").await?;
        browser.choose("Role for us", "Champion").await?;
        browser.fill("Email", "mara").await?;
        browser.press_in("Add person", "Add person").await?;
        browser.see_text(".field__error", "name@example.com").await?;
        browser.fill("Email", "mara@osprey.example").await?;
        browser.press_in("Add person", "Add person").await?;
        browser.see_text(".roles", "Champion, Head of Alliances").await?;
        browser.press_in(TABS, "People 1").await?;
        browser.see_text(".people-here .tag", "Champion").await?;
        browser.press("Edit Mara Lindqvist").await?;
        browser.fill("Title", "VP Alliances").await?;
        browser.press("Save").await?;
        browser.see_text(".people-here", "VP Alliances").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_text(".people-here", "VP Alliances").await?;
        browser.press("Edit Mara Lindqvist").await?;
        browser.press("Left this partner").await?;
        browser.see_text("section", "Nobody is named yet").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_tab_has_an_address_and_its_records_are_changed_there() -> Result<()> {
    in_app("tabs_of_a_partner", async |browser, _| {
        browser.add_partner("Brightloom").await?;
        record_everything(browser).await?;
        let tabs = [
            ("Promises 3", "promises", "Open promises"),
            ("Give and get 2", "give-and-get", "Everything given and got"),
            ("Traction 1", "traction", "Traction"),
            ("History", "history", "History"),
            ("People 0", "people", "People"),
        ];
        for (tab, slug, heading) in tabs {
            browser.press_in(TABS, tab).await?;
            browser.see_text("main h2", heading).await?;
            let address = browser.run("return location.hash", vec![]).await?;
            ensure!(address.as_str().is_some_and(|hash| hash.ends_with(slug)), "{address}");
            browser.see_text("main h2", heading).await?;
        }
        browser.reload().await?;
        browser.see_text("[aria-current=page]", "People").await?;
        browser.browser()?.back().await?;
        browser.see_text("main h2", "History").await?;

        browser.press_in(TABS, "Traction 1").await?;
        browser.press("Edit Win").await?;
        browser.fill("What happened?", "Second joint customer").await?;
        browser.press("Save").await?;
        browser.see_told("Second joint customer").await?;
        browser.press("Delete Win").await?;
        browser.see_text("p", "No result yet").await?;
        browser.press("Undo").await?;
        browser.see_told("Second joint customer").await?;

        browser.press_in(TABS, "Promises 3").await?;
        browser.click("input[aria-label='Mark done: Send the price list']").await?;
        browser.see_told("Send the price list").await?;
        browser.press("Reopen Send the price list").await?;
        browser.see_text(".promises", "Send the price list").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_form_stays_with_what_was_typed_when_its_record_is_deleted_elsewhere() -> Result<()> {
    in_app("a_form_stays", async |browser, _| {
        browser.add_partner("Halden & Roe").await?;
        browser.log_touchpoint("Here for now").await?;
        let address = browser.browser()?.current_url().await?.to_string();
        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Typed for minutes").await?;
        let here = browser.tab().await?;
        let other = browser.open_tab(&address).await?;
        browser.enter_tab(&other).await?;
        browser.see_told("Here for now").await?;
        browser.press("Delete Call").await?;
        browser.see_toast("Record deleted").await?;
        browser.see_saved().await?;
        browser.enter_tab(&here).await?;
        browser.until("for the record to go", "return page.recorded() === 2", vec![]).await?;
        ensure!(browser.value("What was it about?").await? == "Typed for minutes");
        browser.press("Save").await?;
        browser.see_text("form", "not here any more").await?;
        ensure!(browser.value("What was it about?").await? == "Typed for minutes");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tags_links_and_own_fields_are_changed_in_place_and_refuse_what_is_no_good() -> Result<()> {
    in_app("tags_links_fields", async |browser, _| {
        browser.add_partner("Quillstone").await?;
        browser.press("Add tags").await?;
        browser.put("Tags", &"t".repeat(1000)).await?;
        browser.press_in("Edit tags", "Save").await?;
        browser.see_text(".field__error", "Shorten this to 40 characters; it has 1000").await?;
        ensure!(browser.value("Tags").await?.len() == 1000, "what was typed is still there");
        browser.put("Tags", "nordics, ports,, nordics").await?;
        browser.press_in("Edit tags", "Save").await?;
        browser
            .until(
                "for two tags",
                "return page.all('.masthead .tag').map(tag => tag.textContent).join() === 'nordics,ports'",
                vec![],
            )
            .await?;
        browser.press("Edit tags").await?;
        browser.put("Tags", "ports").await?;
        browser.press_in("Edit tags", "Save").await?;
        browser.until("for one tag", "return page.all('.masthead .tag').length === 1", vec![]).await?;

        browser.press("Add link").await?;
        for address in ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " java\tscript:alert(1)"] {
            browser.put("Address", address).await?;
            browser.press_in("Add link", "Add link").await?;
            browser.see_text(".field__error", "begins with https://").await?;
        }
        browser.put("Address", "portal.quillstone.example/start").await?;
        browser.fill("Label", "Partner portal").await?;
        browser.press_in("Add link", "Add link").await?;
        let link = browser.see_text(".entries a", "Partner portal").await?;
        ensure!(link.attr("href").await?.as_deref() == Some("https://portal.quillstone.example/start"));
        ensure!(link.attr("rel").await?.as_deref() == Some("noopener noreferrer"));
        browser.press("Edit Partner portal").await?;
        browser.fill("Label", "Portal").await?;
        browser.press_in("Edit link", "Save").await?;
        browser.see_text(".entries a", "Portal").await?;

        browser.press("Add field").await?;
        browser.press_in("Add field", "Add field").await?;
        browser.see_text(".field__error", "Name the field").await?;
        browser.fill("Field", "Contract number").await?;
        browser.fill("Value", "PN-2231").await?;
        browser.press_in("Add field", "Add field").await?;
        browser.see_text(".entries", "PN-2231").await?;
        browser.press("Add field").await?;
        browser.fill("Field", "contract NUMBER").await?;
        browser.fill("Value", "PN-9").await?;
        browser.press_in("Add field", "Add field").await?;
        browser.see_text(".field__error", "Contract number").await?;
        browser.press("Cancel").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_text(".masthead .tag", "ports").await?;
        browser.see_text(".entries", "PN-2231").await?;
        browser.press("Remove Portal").await?;
        browser.see_toast("Removed").await?;
        browser.press("Undo").await?;
        browser.see_text(".entries a", "Portal").await?;
        Ok(())
    })
    .await
}

async fn record_everything(browser: &Session) -> Result<()> {
    browser.press("Log touchpoint").await?;
    browser.fill("What was it about?", "Kick-off").await?;
    browser.press_in("Log touchpoint", "Log touchpoint").await?;
    browser.see_told("Kick-off").await?;

    browser.press("Log result").await?;
    browser.choose("What came of it", "Win").await?;
    browser.fill("Amount", "EUR 40,000").await?;
    browser.fill("What happened?", "First joint customer").await?;
    browser.press_in("Log result", "Log result").await?;
    browser.see_told("First joint customer").await?;

    add_promise(browser, "Send the price list", "Ours").await?;
    add_promise(browser, "Name a technical contact", "Theirs").await?;

    for (way, what) in [("We gave", "Stand at our fair"), ("We got", "Their customer list")] {
        browser.press("Log give or get").await?;
        browser.choose("Which way", way).await?;
        browser.choose("Worth", "3, took real work").await?;
        browser.fill("What was it?", what).await?;
        browser.press_in("Log give or get", "Log give or get").await?;
        browser.see_told(what).await?;
    }

    browser.press_more("Add milestone").await?;
    browser.fill("What do both sides want to reach?", "First joint customer live").await?;
    browser.put("By when", DUE).await?;
    browser.press_in("Add milestone", "Add milestone").await?;
    browser.see_told("First joint customer live").await?;

    browser.press_more("Add rating").await?;
    browser.choose("How is it going?", "5, thriving").await?;
    browser.fill("Why?", "They call us first").await?;
    browser.press_in("Add rating", "Add rating").await?;
    browser.see_told("They call us first").await?;
    browser.see_saved().await
}

async fn add_promise(browser: &Session, what: &str, side: &str) -> Result<()> {
    browser.press("Add promise").await?;
    browser.fill("What was promised?", what).await?;
    browser.choose("Whose promise", side).await?;
    browser.put("Due", DUE).await?;
    browser.press_in("Add promise", "Add promise").await?;
    browser.see_told(what).await?;
    Ok(())
}

async fn press_keys(browser: &Session, letter: &str) -> Result<()> {
    let script = "document.querySelector('main').focus()";
    browser.run(script, vec![]).await?;
    browser.see("main").await?.send_keys(Key::Control + letter).await?;
    Ok(())
}
