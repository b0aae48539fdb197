//! Endings: from a Zombie to a closed gate, and the note to the person two weeks later.

use anyhow::{Context, Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;

use crate::accessibility::{axe, violations};

/// A partner of the sample that the rule has called a Zombie.
const ZOMBIE: &str = "Pellworm Systems";

async fn begin(browser: &Session) -> Result<()> {
    browser.press("Look around with sample data").await?;
    browser.see_toast("Sample data added").await?;
    browser.press("Bridgekeeper, go to Today").await?;
    browser.see_text(".slab__title", ZOMBIE).await?;
    browser.press("Begin the ending").await?;
    browser.see_heading(&format!("Ending with {ZOMBIE}")).await?;
    browser.press_in("Begin the ending", "Begin the ending").await?;
    browser.see_toast("Ending begun").await?;
    Ok(())
}

/// Closes the items of the clean-up that are open, each with what it asks for.
async fn clean_up(browser: &Session) -> Result<usize> {
    let open = "return page.all('.run .checklist__item button.checklist__mark').map(it => it.getAttribute('aria-label'))";
    let mut closed = 0;
    loop {
        let labels: Vec<String> = serde_json::from_value(browser.ask(open, vec![]).await?)?;
        let Some(label) = labels.first() else { return Ok(closed) };
        browser.press(label).await?;
        let fields = "return ['What shows that it is done', 'Who confirmed it, and in which words', 'Where it can be seen'].find(label => page.field(label)) ?? ''";
        let field = browser
            .wait_for("for a field for evidence", async || {
                let field = browser.ask(fields, vec![]).await?.as_str().unwrap_or_default().to_owned();
                Ok(Some(field).filter(|field| !field.is_empty()))
            })
            .await?;
        browser.put(&field, "https://example.com/proof").await?;
        browser.press_in("Finish item", "Mark done").await?;
        let gone = "return !page.all('.run .checklist__item button.checklist__mark').some(it => it.getAttribute('aria-label') === arguments[0])";
        browser.until("for the item to be done", gone, vec![json!(label)]).await?;
        closed += 1;
    }
}

/// Moves the clock of the page, and has it look at it.
async fn pass(browser: &Session, days: u32) -> Result<()> {
    let script = "
        const Real = Date, ahead = arguments[0] * 24 * 60 * 60 * 1000;
        window.Date = class extends Real {
            constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
            static now() { return Real.now() + ahead; }
        };
        window.dispatchEvent(new Event('resume'))";
    browser.run(script, vec![json!(days)]).await?;
    Ok(())
}

async fn rows(browser: &Session) -> Result<Vec<String>> {
    let script =
        "return page.all('section[aria-labelledby=endings] .item__title').map(it => it.textContent.trim())";
    Ok(serde_json::from_value(browser.ask(script, vec![]).await?)?)
}

#[tokio::test]
async fn a_zombie_is_ended_and_two_weeks_later_the_person_hears_from_us() -> Result<()> {
    in_app("ending_whole", async |browser, _| {
        begin(browser).await?;
        browser.see_text("#closing-why", "things stand in the way").await?;

        // The call: somebody was there, and it has a day.
        browser.press("Note how the call went").await?;
        browser.put("How did it go?", "Relieved. They had meant to raise it.").await?;
        browser.put("Held on", "2199-01-01").await?;
        browser.press_in("Note how the call went", "Save").await?;
        browser.see_text(".field__error", "This day has not come yet").await?;
        let kept = browser.value("How did it go?").await?;
        ensure!(kept.starts_with("Relieved"), "what was typed stays: {kept}");
        let today = "const day = new Date(); return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(it => String(it).padStart(2, '0')).join('-')";
        let today = browser.ask(today, vec![]).await?.as_str().context("a day")?.to_owned();
        browser.put("Held on", &today).await?;
        browser.press_in("Note how the call went", "Save").await?;
        browser.see_toast("Call noted").await?;
        browser.see_text("#step-talk .tag", "Held").await?;
        let person = "return document.querySelector('#step-talk .aside-note dd bdi').textContent";
        let person = browser.ask(person, vec![]).await?.as_str().context("a person")?.to_owned();

        // The story: kept whole, agreed, and no longer agreed when its words change.
        let long = "We tried something together, and it did not sell. ".repeat(410);
        browser.press("Write the story").await?;
        browser.put("We both say", &long).await?;
        browser.press_in("Write the story", "Save").await?;
        browser.see_toast("Story saved").await?;
        browser.press("Note the agreement").await?;
        browser.press_in("Note the agreement", "Save").await?;
        browser.see_text("#step-story .tag", "Agreed").await?;
        browser.press("Write the story").await?;
        let kept = browser.value("We both say").await?;
        ensure!(kept == long.trim_end(), "{} of {} characters were kept", kept.len(), long.len());
        browser.put("We both say", "We tried, and it did not sell.").await?;
        browser.press_in("Write the story", "Save").await?;
        browser.see_text("#step-story .tag", "Drafted").await?;
        browser.press("Note the agreement").await?;
        browser.press_in("Note the agreement", "Save").await?;
        browser.see_text("#step-story .tag", "Agreed").await?;

        // The gate names what is missing until nothing is.
        browser.press("Close and move to alumni").await?;
        browser.see_text(".closing", "Their written word that our data is deleted").await?;
        let closed = clean_up(browser).await?;
        browser.see_text("#closing-why", "Nothing stands in the way").await?;

        // Asking why down to something we can change.
        browser.press("Why did it end?").await?;
        browser.fill("Why did it end?", "Two quarters without one shared opportunity").await?;
        browser.press_in("Add answer", "Save").await?;
        browser.press("Ask why: Two quarters without one shared opportunity").await?;
        browser.fill("Why is that?", "Nobody owned partner training").await?;
        browser.press_in("Add answer", "Save").await?;
        browser.press("This is a root cause: Nobody owned partner training").await?;
        browser.fill("Name it in a word or a few", "Training without an owner").await?;
        browser.press_in("Name the cause", "Save").await?;
        browser.see_text(".aside-note", "Nothing changes yet").await?;
        browser.press("Add action").await?;
        browser.press_in("Add action", "Save").await?;
        browser.see_text(".field__error", "Say what it is").await?;
        browser.fill("What changes?", "Name a trainer before any launch").await?;
        browser.fill("Owner", "Mara Lindqvist").await?;
        browser.press_in("Add action", "Save").await?;
        browser.see_text("#step-lesson .tag", "1 cause named").await?;

        // Closed, and what happened before stays as it was.
        browser.press("Close and move to alumni").await?;
        browser.see_toast("Gate closed").await?;
        browser.see_text("#closing", "Closed on").await?;
        browser.press(&format!("Back to {ZOMBIE}")).await?;
        browser.see_text(".masthead", "Alumni").await?;
        let before = browser.history().await?.len();
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(".page__lede", "things need you").await?;
        let (action, note) = ("Name a trainer before any launch", format!("Write to {person}"));
        let ours = |rows: Vec<String>| rows.into_iter().filter(|row| row == action || *row == note).count();
        ensure!(ours(rows(browser).await?) == 0, "not yet");

        // Two weeks later the note is due, and so is what was to change.
        pass(browser, 14).await?;
        let shown = "return page.all('section[aria-labelledby=endings] .item__title').some(it => it.textContent.trim() === arguments[0])";
        browser.until("for the note to be due", shown, vec![json!(note)]).await?;
        ensure!(ours(rows(browser).await?) == 2, "the note and the action: {:?}", rows(browser).await?);
        browser.press(&format!("Mark action done: {action}")).await?;
        browser.see_toast("Action done").await?;
        browser.press(&format!("Mark sent: {note}")).await?;
        browser.see_toast("Note marked as sent").await?;
        let gone = "return !page.all('section[aria-labelledby=endings] .item__title').some(it => [...arguments].includes(it.textContent.trim()))";
        browser.until("for both to be done", gone, vec![json!(note), json!(action)]).await?;
        browser.see_saved().await?;
        figure(&format!("{closed} items with evidence, {before} records that stay as they were"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_has_not_begun_is_not_ended_and_a_deleted_person_keeps_their_name() -> Result<()> {
    in_app("ending_bad", async |browser, server| {
        begin(browser).await?;
        browser.press("Note how the call went").await?;
        let name = "return page.all('form .check bdi')[0].textContent";
        let name = browser.ask(name, vec![]).await?.as_str().context("a person")?.to_owned();
        browser.press_in("Note how the call went", "Save").await?;
        browser.see_toast("Call noted").await?;
        browser.goto(&server.url("#/people")).await?;
        browser.see_heading("People").await?;
        browser.press(&name).await?;
        browser.see_heading(&name).await?;
        browser.press("More actions").await?;
        browser.press("Delete person").await?;
        browser.see_toast("Person deleted").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.press(ZOMBIE).await?;
        browser.see_heading(ZOMBIE).await?;
        browser.press("Go on with the ending").await?;
        browser.see_heading(&format!("Ending with {ZOMBIE}")).await?;
        browser.see_text("#step-talk .aside-note", &name).await?;
        browser.see_text("#step-person .aside-note", &name).await?;

        // A prospect has nothing that could be ended.
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.add_partner("Northquay Harbour").await?;
        browser.see_heading("Northquay Harbour").await?;
        browser.press_more("Begin the ending").await?;
        browser.see_heading("Ending with Northquay Harbour").await?;
        browser.see_text("main", "nothing has begun that could be ended").await?;
        browser.see_no("main form").await?;
        browser.press("Back to Northquay Harbour").await?;
        browser.see_heading("Northquay Harbour").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn lessons_are_counted_chosen_and_shown_to_whoever_begins() -> Result<()> {
    in_app("ending_lessons", async |browser, server| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.press("Lessons").await?;
        browser.see_heading("Lessons").await?;
        browser.see_text("section[aria-labelledby=under-way]", "Rookhope").await?;
        let post_mortems = "return page.all('.lessons__one h3').map(it => it.textContent.trim())";
        let all: Vec<String> = serde_json::from_value(browser.ask(post_mortems, vec![]).await?)?;
        ensure!(all == ["Rookhope", "Beacon Hythe"], "the latest first: {all:?}");
        browser.press("One contact deep 1 time").await?;
        browser
            .until("for one ending to be left", "return page.all('.lessons__one').length === 1", vec![])
            .await?;
        browser.see_text("section[aria-labelledby=changes]", "Know three people by name").await?;
        browser.press("All causes").await?;
        browser.press("Mark action done: Put exit terms into every new agreement").await?;
        browser.see_toast("Action done").await?;
        browser.see_text("section[aria-labelledby=changes] .section__note", "All done").await?;

        // A partner that begins is told of what ended another with the same tag, and answers it once.
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.press("Ovington Data").await?;
        browser.see_heading("Ovington Data").await?;
        browser.see_text(".past", "Training without an owner").await?;
        browser.press("Do something about it: Training without an owner").await?;
        browser.press_in("Do something about it", "Add promise").await?;
        browser.see_text(".field__error", "Say what it is").await?;
        browser.fill("What will you do here?", "Name a trainer before the first record goes through").await?;
        browser.press_in("Do something about it", "Add promise").await?;
        browser.see_toast("Promise added").await?;
        browser.see_no(".past").await?;
        browser.see_told("Name a trainer before the first record").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_on_an_ending_nor_among_the_lessons() -> Result<()> {
    let Some(axe) = axe() else {
        figure("axe skipped: npm did not bring axe-core (no npm, or no network)");
        return Ok(());
    };
    in_app("ending_axe", async |browser, server| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        let mut found = Vec::new();
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            browser.goto(&server.url("#/lessons")).await?;
            browser.see_text(".causes", "Training without an owner").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, lessons")).await?);
            browser.press("Rookhope").await?;
            browser.see_heading("Ending with Rookhope").await?;
            browser.see_text(".run", "Redirect each co-marketing page").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, ending")).await?);
            for form in ["Correct", "Write the story", "Another reason", "Plan the post-mortem"] {
                browser.press(form).await?;
                browser.see("form").await?;
                found.extend(violations(browser, &axe, &format!("{scheme}, {form}")).await?);
                browser.press("Cancel").await?;
                browser.see_no("form").await?;
            }
        }
        ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
        Ok(())
    })
    .await
}
