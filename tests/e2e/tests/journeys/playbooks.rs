//! Playbooks: an offboarding from start to finish, a template that changes meanwhile, and files that are none.

use anyhow::{Context, Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::server::Server;
use e2e::session::Session;
use serde_json::json;
use std::fs;
use thirtyfour::{By, Key, WebElement};

use crate::keyboard::{control, key};

/// Adds a partner and starts a playbook for it.
async fn start(browser: &Session, server: &Server, playbook: &str, title: &str) -> Result<()> {
    browser.goto(&server.url("#/partners")).await?;
    browser.see_heading("Partners").await?;
    browser.add_partner("Rookhope").await?;
    browser.goto(&server.url(&format!("#/playbooks/{playbook}"))).await?;
    browser.see_heading(title).await?;
    browser.press("Start").await?;
    browser.choose("For", "Rookhope").await?;
    Ok(())
}

/// The items that are shown, each with its state.
async fn items(browser: &Session) -> Result<Vec<(String, String)>> {
    let script = "return page.all('.run .checklist__item').map(it => [it.querySelector('bdi').textContent, it.dataset.state])";
    Ok(serde_json::from_value(browser.ask(script, vec![]).await?)?)
}

/// Waits until an item stands like this.
async fn see_item(browser: &Session, item: &str, state: &str) -> Result<()> {
    let script = "return page.all('.run .checklist__item').some(it => it.querySelector('bdi').textContent === arguments[0] && it.dataset.state === arguments[1])";
    browser.until(&format!("for “{item}” to be {state}"), script, vec![json!(item), json!(state)]).await
}

/// Presses the mark of an item.
async fn finish(browser: &Session, item: &str) -> Result<()> {
    browser.press(&format!("Finish: {item}")).await
}

async fn in_the_form(browser: &Session, form: &str, deed: &str) -> Result<()> {
    browser.press_in(form, deed).await
}

#[tokio::test]
async fn an_offboarding_runs_from_its_start_to_its_end() -> Result<()> {
    in_app("playbook_offboarding", async |browser, server| {
        start(browser, server, "offboarding", "Offboarding").await?;
        browser.press_tick("No traction").await?;
        browser.press_in("Start playbook", "Start").await?;
        browser.see_toast("Playbook started").await?;
        browser.see_text(".run__head", "0 of 13 done").await?;
        browser.see_text(".run__head", "7 items do not apply").await?;

        // What has to be shown is asked for, and what was typed stays.
        let brief = "Brief everyone here who talks to them";
        finish(browser, brief).await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        browser.see_text(".field__error", "Say what it rests on").await?;
        see_item(browser, brief, "overdue").await?;
        browser.put("What shows that it is done", "Told on Monday\nList in Legal").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        see_item(browser, brief, "done").await?;
        browser.press("Undo: Finish item").await?;
        see_item(browser, brief, "overdue").await?;
        finish(browser, brief).await?;
        browser.put("What shows that it is done", "Told on Monday\nList in Legal").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        browser.see_text(".evidence", "List in Legal").await?;

        // A link is one that can be opened.
        let notice = "Send the written notice the same day";
        finish(browser, notice).await?;
        browser.fill("Where it can be seen", "javascript:alert(1)").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        browser.see_text(".field__error", "begins with https://").await?;
        browser.fill("Where it can be seen", "https://example.com/notice").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        see_item(browser, notice, "done").await?;
        let link = browser.see(".evidence a").await?;
        ensure!(link.attr("rel").await?.as_deref() == Some("noopener noreferrer"), "a link that keeps to itself");

        // A confirmation in writing has words and a day that has come.
        let theirs = "Get their written word that our shared data is gone from their CRM";
        finish(browser, theirs).await?;
        browser.put("Day of the confirmation", "").await?;
        browser.put("Who confirmed it, and in which words", "Kim: all deleted on the 3rd").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        browser.see_text(".field__error", "Choose a day").await?;
        browser.put("Day of the confirmation", "2200-01-01").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        browser.see_text(".field__error", "This day has not come yet").await?;
        browser.put("Day of the confirmation", "2026-01-02").await?;
        in_the_form(browser, "Finish item", "Mark done").await?;
        see_item(browser, theirs, "done").await?;

        // Two wait or do not apply; the others are shown to be done.
        let hold = "Hold the conversation, and say it in the first two minutes";
        browser.press(&format!("More for: {hold}")).await?;
        browser.press("It waits").await?;
        browser.fill("For whom or what it waits", "Jonas to find an hour").await?;
        in_the_form(browser, "Note what it waits for", "Save").await?;
        see_item(browser, hold, "blocked").await?;
        let listings = "Remove directory and match listings, on both sides";
        browser.press(&format!("More for: {listings}")).await?;
        browser.press("Does not apply").await?;
        in_the_form(browser, "Set item aside", "Save").await?;
        browser.see_text(".field__error", "Say why").await?;
        browser.fill("Why it does not apply", "We were listed nowhere").await?;
        in_the_form(browser, "Set item aside", "Save").await?;
        see_item(browser, listings, "not-applicable").await?;
        browser.see_text(".run__head", "1 set aside").await?;

        // An answer changes what applies, and is counted.
        browser.run("scrollTo(0, 0)", vec![]).await?;
        browser.press_tick("Yes").await?;
        browser.see_toast("Answer saved").await?;
        browser.see_text(".run__head", "3 of 13 done").await?;
        for (item, state) in items(browser).await? {
            if state != "open" && state != "overdue" && state != "blocked" {
                continue;
            }
            finish(browser, &item).await?;
            if item.starts_with("Write a personal note") {
                see_item(browser, &item, "done").await?;
                continue;
            }
            let evidence = "return ['What shows that it is done', 'Who confirmed it, and in which words', 'Where it can be seen'].find(label => page.field(label))";
            let label = browser.ask(evidence, vec![]).await?;
            let label = label.as_str().context("a field for evidence")?;
            browser.put(label, "https://example.com/proof").await?;
            in_the_form(browser, "Finish item", "Mark done").await?;
            see_item(browser, &item, "done").await?;
        }
        browser.see_text(".run .panel__foot", "Everything that applies is closed").await?;
        browser.press("Finish").await?;
        browser.see_text(".run .panel__foot", "Finished").await?;
        browser.see_saved().await?;

        browser.reload().await?;
        browser.see_text(".run__head", "13 of 13 done").await?;
        browser.press("Rookhope").await?;
        browser.see_heading("Rookhope").await?;
        browser.press("Playbooks 0").await?;
        browser.see_text("section[aria-labelledby=finished] .item__title", "Offboarding").await?;
        figure("14 items closed, each with what it asked for");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_template_edited_while_a_run_is_open_changes_nothing_until_it_is_taken_over() -> Result<()> {
    in_app("playbook_edited", async |browser, server| {
        browser.goto(&server.url("#/playbooks/alumni")).await?;
        browser.see_heading("Keep the person").await?;
        browser.press("Duplicate to edit").await?;
        browser.see_heading("Keep the person, our way").await?;
        let address = browser.browser()?.current_url().await?.to_string();
        browser.press("Start").await?;
        browser.press_in("Start playbook", "Start").await?;
        browser.see(".run .checklist__item").await?;
        let before = items(browser).await?;
        let run = browser.browser()?.current_url().await?.to_string();

        browser.goto(&address).await?;
        browser.see_heading("Keep the person, our way").await?;
        browser.press("Edit").await?;
        let first = "return page.all('.editor__items .field input[type=text]')[0].value";
        let first = browser.ask(first, vec![]).await?;
        let put = "page.put(page.all('.editor__items .field input[type=text]')[0], arguments[0])";
        browser.ask(put, vec![json!("")]).await?;
        browser.press_in("Edit playbook", "Save").await?;
        browser.see_text(".field__error", "Write something here").await?;
        browser.ask(put, vec![json!("Say who made the difference")]).await?;
        let second = before.get(1).context("a second item")?;
        browser.press(&format!("Move down: {}", second.0)).await?;
        browser.press_in("Edit playbook", "Save").await?;
        browser.see_toast("Playbook saved").await?;
        browser.see_text(".checklist__title", "Say who made the difference").await?;

        browser.goto(&run).await?;
        browser.see_text(".banner", "The playbook has changed since this began").await?;
        ensure!(items(browser).await? == before, "the run is as it was");
        browser.press("Review 2 differences").await?;
        browser.press("Take over: Say who made the difference").await?;
        browser.see_text(".run .checklist__title", "Say who made the difference").await?;
        browser.press("Undo: Take change over").await?;
        browser.see_text(".run .checklist__title", first.as_str().unwrap_or_default()).await?;
        ensure!(items(browser).await? == before, "and as it was again");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_file_goes_out_and_comes_in_again_and_a_wrong_one_is_named_with_its_place() -> Result<()> {
    in_app("playbook_file", async |browser, server| {
        browser.goto(&server.url("#/playbooks/go-live")).await?;
        browser.see_heading("Partner go-live").await?;
        browser.catch_downloads().await?;
        browser.press("More for this playbook").await?;
        browser.press("Export as a file").await?;
        let text = browser.downloaded().await?;
        let folder = std::env::temp_dir().join(format!("bridgekeeper-playbook-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        browser.goto(&server.url("#/playbooks")).await?;
        browser.see_heading("Playbooks").await?;
        let twice = text.replacen("\"id\": \"agreement\"", "\"id\": \"exit\"", 1);
        let emoji = text.replacen("Partner go-live", "שלום 👩‍🚀", 1);
        ensure!(twice != text && emoji != text, "the file names an agreement and its title");
        let files = [
            ("broken.json", text.get(..text.len() / 2).unwrap_or_default().to_owned(), "not valid JSON"),
            ("twice.json", twice, "already. Give this one another"),
            (
                "other.json",
                "{\"format\": \"bridgekeeper-script/1\"}".to_owned(),
                "not a checklist of this product",
            ),
            ("unknown.json", text.replacen("\"required\"", "\"requierd\"", 1), "“requierd” is not a field"),
            ("long.json", text.replacen("Partner go-live", &"x".repeat(100_000), 1), "Shorten this to 80"),
        ];
        for (name, content, part) in files {
            let file = folder.join(name);
            fs::write(&file, content)?;
            let input = browser.browser()?.find(By::Css("input[type=file]")).await?;
            input.send_keys(file.to_string_lossy()).await?;
            let said = browser.see_text(".banner", part).await?.text().await?;
            ensure!(said.contains(name) && said.contains("Line ") && said.contains("column "), "{said}");
        }
        let file = folder.join("right-to-left.json");
        fs::write(&file, emoji)?;
        let input = browser.browser()?.find(By::Css("input[type=file]")).await?;
        input.send_keys(file.to_string_lossy()).await?;
        browser.see_heading("שלום 👩‍🚀").await?;
        browser.see_toast("Playbook added").await?;
        fs::remove_dir_all(&folder)?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_item_that_is_due_is_on_today_and_leads_to_its_run() -> Result<()> {
    in_app("playbook_today", async |browser, server| {
        start(browser, server, "offboarding", "Offboarding").await?;
        browser.press_in("Start playbook", "Start").await?;
        browser.see_toast("Playbook started").await?;
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text("section[aria-labelledby=items]", "Brief everyone here who talks to them").await?;
        browser.press("Open: Brief everyone here who talks to them").await?;
        browser.see_heading("Offboarding").await?;
        browser.see(".run .checklist__item").await?;
        Ok(())
    })
    .await
}

/// Drags something to the middle of something else: pressed, moved in steps, let go.
async fn drag(browser: &Session, from: &WebElement, to: &WebElement) -> Result<()> {
    let chain = browser.browser()?.action_chain();
    chain
        .move_to_element_center(from)
        .click_and_hold()
        .move_by_offset(0, 12)
        .move_to_element_center(to)
        .move_by_offset(0, 1)
        .release()
        .perform()
        .await?;
    Ok(())
}

#[tokio::test]
async fn items_are_dragged_to_another_place_and_depend_on_several_things() -> Result<()> {
    in_app("playbook_dragged", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.goto(&server.url("#/playbooks/go-live")).await?;
        browser.see_heading("Partner go-live").await?;
        browser.press("Duplicate to edit").await?;
        browser.see_heading("Partner go-live, our way").await?;
        browser.press("Edit").await?;
        let texts = "return page.all('.editor__item .editor__line input').map(input => input.value)";
        let before: Vec<String> = serde_json::from_value(browser.ask(texts, vec![]).await?)?;
        // What was typed moves along.
        let put = "page.put(page.all('.editor__item .editor__line input')[0], 'File the agreement')";
        browser.ask(put, vec![]).await?;
        let grips = browser.browser()?.find_all(By::Css(".editor__grip")).await?;
        // All three in sight: Firefox moves the pointer nowhere else.
        let middle = "page.all('.editor__grip')[1].scrollIntoView({ block: 'center' })";
        browser.ask(middle, vec![]).await?;
        drag(browser, grips.first().context("a grip")?, grips.get(2).context("a third grip")?).await?;
        let moved = "return page.all('.editor__item .editor__line input')[2].value === 'File the agreement'";
        browser.until("for the item to have moved", moved, vec![]).await?;
        let after: Vec<String> = serde_json::from_value(browser.ask(texts, vec![]).await?)?;
        ensure!(after[..2] == before[1..3] && after[3..] == before[3..], "the others are {after:?}");

        // A second condition beside the first: both have to be so.
        let details = "page.all('.editor__item').find(item => item.querySelector('input').value.startsWith('Agree how deals')).querySelector('summary').click()";
        browser.ask(details, vec![]).await?;
        browser.press("Add a condition").await?;
        browser.choose("And only if", "Tier").await?;
        browser.press_in("Edit playbook", "Save").await?;
        browser.see_text(".field__error", "Tick at least one answer").await?;
        browser.press_tick("4").await?;
        browser.press_in("Edit playbook", "Save").await?;
        browser.see_toast("Playbook saved").await?;
        browser.see_text(".checklist", "Only if Kind of partnership").await?;
        browser.see_text(".checklist", "Only if Tier: 4").await?;
        let first = "return page.all('.checklist__title bdi').slice(0, 3).map(title => title.textContent)";
        let shown: Vec<String> = serde_json::from_value(browser.ask(first, vec![]).await?)?;
        ensure!(shown[2] == "File the agreement" && shown[..2] == before[1..3], "{shown:?}");
        browser.press("Edit").await?;
        browser.ask(details, vec![]).await?;
        let about = "return page.field('And only if').selectedOptions[0].textContent";
        ensure!(browser.ask(about, vec![]).await? == "Tier", "the second condition is shown again");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_comes_round_is_started_again_or_left_out_on_today() -> Result<()> {
    in_app("playbook_round", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.goto(&server.url("#/playbooks")).await?;
        browser.see_heading("Playbooks").await?;
        browser.press("New playbook").await?;
        browser.fill("Title", "Look at the leads").await?;
        for (label, words) in [
            ("What is true when it is done", "Every lead has an answer."),
            ("When to use it", "Once a month."),
            ("When not to, and what to do instead", "In a month without leads, leave it out."),
        ] {
            browser.put(label, words).await?;
        }
        browser.fill("Days are counted from …", "the day you look").await?;
        browser.choose("Comes round", "Every month").await?;
        browser.put("Heading", "All of it").await?;
        browser.put("What is to be done", "Answer every lead").await?;
        browser.put("How to do it well", "The oldest first, by phone.").await?;
        browser.press_in("A playbook of your own", "Save").await?;
        browser.see_heading("Look at the leads").await?;

        // Kept at hand, it comes first on its page and in the palette.
        browser.press("Keep at hand").await?;
        browser.press_in("Main", "Playbooks").await?;
        browser.see_text(".playbooks__phase", "At hand").await?;
        control(browser, "k").await?;
        browser.see_text(".palette__group", "At hand").await?;
        browser.see_text(".palette__option", "Look at the leads").await?;
        key(browser, Key::Escape.value().to_string()).await?;
        browser.see_no("dialog").await?;

        browser.press("Look at the leads").await?;
        browser.press("Start").await?;
        let past = "const day = new Date(); day.setDate(1); day.setMonth(day.getMonth() - 1); return day.toISOString().slice(0, 10)";
        let past = browser.run(past, vec![]).await?;
        browser.put("Days are counted from", past.as_str().unwrap_or_default()).await?;
        browser.press_in("Start playbook", "Start").await?;
        browser.see_text(".run__head", "0 of 1 done").await?;
        finish(browser, "Answer every lead").await?;
        browser.press("Finish").await?;
        browser.see_text(".run .panel__foot", "Finished").await?;

        let items = "section[aria-labelledby=items]";
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(items, "Comes round every month").await?;
        browser.press("Not this time: Look at the leads").await?;
        browser.see_toast("Left out this time").await?;
        browser.see_no(items).await?;
        browser.press("Undo: Not this time").await?;
        browser.see_text(items, "Comes round every month").await?;
        browser.press("Start again: Look at the leads").await?;
        browser.see_toast("Playbook started").await?;
        browser.see_no(items).await?;
        browser.see_saved().await?;
        browser.press_in("Main", "Playbooks").await?;
        browser.see_text("section[aria-labelledby=at-work] .runs", "0 of 1 done").await?;
        Ok(())
    })
    .await
}
