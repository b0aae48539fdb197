//! Scripts: filled in from the records of a partner, copied as they stand, and kept.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::{Value, json};

/// Catches what is written to the clipboard, byte for byte.
pub async fn catch_copies(browser: &Session) -> Result<()> {
    let script = "
        window.copied = [];
        Object.defineProperty(navigator.clipboard, 'write', { configurable: true, value: async ([item]) => {
            const text = async (type) => item.types.includes(type) ? await (await item.getType(type)).text() : '';
            window.copied.push({ plain: await text('text/plain'), html: await text('text/html') });
        } });";
    browser.run(script, vec![]).await?;
    Ok(())
}

pub async fn copies(browser: &Session) -> Result<Vec<Value>> {
    Ok(serde_json::from_value(browser.run("return window.copied", vec![]).await?)?)
}

/// Today as a letter writes it.
async fn today(browser: &Session) -> Result<String> {
    let script = "
        const day = new Date();
        return day.getDate() + ' ' + day.toLocaleDateString('en', { month: 'long' }) + ' ' + day.getFullYear()";
    Ok(browser.run(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

async fn open(browser: &Session, script: &str) -> Result<()> {
    browser.press_in("Script library", script).await?;
    browser.see_text(".compose__head h2", script).await?;
    Ok(())
}

#[tokio::test]
async fn a_script_is_filled_from_the_records_and_copied_byte_for_byte() -> Result<()> {
    in_app("scripts", async |browser, _| {
        browser.add_partner("Northquay \"& Sons\"").await?;
        browser.press_in("People", "Add").await?;
        browser.fill("Name", "Dr. Ana O'Neil").await?;
        browser.fill("Email", "ana+x@northquay.example").await?;
        browser.press_in("Add person", "Add person").await?;
        browser.see_saved().await?;
        browser.log_touchpoint("Kick-off").await?;
        browser.press("Add promise").await?;
        browser.fill("What was promised?", "Price <list>").await?;
        browser.put("Due", "2199-12-31").await?;
        browser.press_in("Add promise", "Add promise").await?;
        browser.see_told("Price <list>").await?;
        browser.press_in("Page tools", "Undo: Add promise").await?;
        browser.press_in("Page tools", "Redo: Add promise").await?;
        browser.see_saved().await?;

        browser.run("document.querySelector('.page__actions a[href*=scripts]').click()", vec![]).await?;
        browser.see_heading("Scripts").await?;
        browser.see_text(".library", "Fits Northquay \"& Sons\" now").await?;
        open(browser, "Recap, the day after").await?;
        browser.see_text(".letter__head", "ana+x@northquay.example").await?;
        browser.see_text(".letter", "Hello Ana,").await?;

        // What is missing stands in its place, is listed, and blocks copying.
        catch_copies(browser).await?;
        browser.see_text(".compose__why", "3 fields are empty: What was discussed, What was agreed, Your name").await?;
        browser.see_text(".letter mark[data-state=missing]", "What was discussed").await?;
        browser.press("Copy text").await?;
        browser.press("Open in mail").await?;
        let focused = browser.run("return document.activeElement.id", vec![]).await?;
        ensure!(focused == "script-field-discussed", "the focus is at {focused}");
        ensure!(copies(browser).await?.is_empty(), "copied with fields missing");

        browser.put("What was discussed", "Ports 👋 \\ שלום\n{me} }} <b>&'\"").await?;
        browser.put("What was agreed", "One\nTwo").await?;
        browser.put("Your name", "Ines Vahl").await?;
        browser.see_no(".letter mark[data-state=missing]").await?;
        browser.press("Copy text").await?;
        browser.see_toast("Text copied").await?;
        let copied = copies(browser).await?;
        let today = today(browser).await?;
        let plain = format!(
            "Hello Ana,\n\nThis is what I took from our conversation on {today}, so that we both work from the same \
             notes.\n\nWhat we discussed:\n\nPorts 👋 \\ שלום\n{{me}} }}}} <b>&'\"\n\nWhat we agreed:\n\nOne\nTwo\n\n\
             Who does what, by when, including what was already open between us:\n\n\
             - Price <list> (by 31 December 2199)\n\n\
             Tell me where this differs from what you heard. I would rather correct a line today than argue about it in \
             a month.\n\nInes Vahl"
        );
        ensure!(copied.len() == 1, "copied {} times", copied.len());
        let copied = &copied[0];
        ensure!(copied["plain"] == json!(plain), "copied\n{}\ninstead of\n{plain}", copied["plain"]);
        let html = copied["html"].as_str().unwrap_or_default();
        ensure!(
            html.contains("<p>Ports 👋 \\ שלום<br>{me} }} &lt;b&gt;&amp;&#39;&quot;</p>")
                && html.contains("<p>- Price &lt;list&gt; (by 31 December 2199)</p>"),
            "the rich text is {html}"
        );
        let href = browser.run("return document.querySelector('a[href^=\"mailto:\"]').href", vec![]).await?;
        let href = href.as_str().unwrap_or_default();
        ensure!(href.starts_with("mailto:ana%2Bx@northquay.example?subject=Our%20conversation%20on%20"), "{href}");
        let read = "
            const fields = arguments[0].split('?')[1].split('&').map(field => field.split('='));
            return decodeURIComponent(fields[1][1]).replaceAll('\\r\\n', '\\n')";
        let body = browser.run(read, vec![json!(href)]).await?;
        ensure!(body == json!(plain), "the mail says {body}");

        // It is remembered for the partner, and of ourselves in the settings.
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_text(".letter", "{me} }} <b>&'\"").await?;
        browser.see_no(".compose__why button").await?;
        browser.see_text(".letter", "Ines Vahl").await?;

        // Kept as a touchpoint, which can be undone.
        browser.press("Save as touchpoint").await?;
        browser.press_in("Save as touchpoint", "Log touchpoint").await?;
        browser.see_toast("Touchpoint logged").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Northquay \"& Sons\"").await?;
        browser.press_in("Parts of this partner", "History").await?;
        let history = browser.history().await?;
        let is_kept = history.iter().any(|told| told.note.contains(&plain) && told.note.starts_with("Our conversation on"));
        ensure!(is_kept, "the history has no such touchpoint");
        browser.press("Undo: Log touchpoint").await?;
        browser.see_toast("Undone").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_of_one_partner_or_person_is_carried_to_another() -> Result<()> {
    in_app("scripts_apart", async |browser, server| {
        for (name, person) in [("Northquay", "Ana Silva"), ("Tamarack", "Ben Okoro")] {
            browser.goto(&server.url("#/partners")).await?;
            browser.see_heading("Partners").await?;
            browser.add_partner(name).await?;
            browser.press_in("People", "Add").await?;
            browser.fill("Name", person).await?;
            browser.press_in("Add person", "Add person").await?;
            browser.see_saved().await?;
        }
        browser.goto(&server.url("#/scripts/alumni-note")).await?;
        browser.choose("Partner", "Northquay").await?;
        browser.see_text(".letter", "Dear Ana,").await?;
        browser.put("What you worked on together", "the harbour project").await?;
        browser.put("One thing this person did", "You rang me at midnight.").await?;
        browser.see_text(".compose__source", "Remembered for this p").await?;
        browser.choose("Partner", "Tamarack").await?;
        browser.see_text(".letter", "Dear Ben,").await?;
        let script = "return document.querySelector('main').innerText + [...document.querySelectorAll('main :is(input, textarea)')].map(one => one.value)";
        let shown = browser.run(script, vec![]).await?.to_string();
        ensure!(!shown.contains("harbour") && !shown.contains("midnight") && !shown.contains("Dear Ana"), "{shown}");
        browser.choose("Partner", "Northquay").await?;
        browser.see_text(".letter", "the harbour project").await?;
        browser.see_text(".letter", "You rang me at midnight.").await?;

        // The control that has the focus leaves the page: once, what it told of that ended the page.
        browser.fill("One thing this person did", "You rang me twice.").await?;
        browser.run("location.hash = '#/partners'", vec![]).await?;
        browser.see_heading("Partners").await?;
        browser.see("tbody tr").await?;

        // And what stood in it is kept, also where no partner is chosen and nothing can be remembered.
        browser.see_saved().await?;
        browser.goto(&server.url("#/scripts/alumni-note")).await?;
        browser.choose("Partner", "Northquay").await?;
        browser.see_text(".letter", "You rang me twice.").await?;
        browser.see_text(".compose__source", "Remembered for this person").await?;
        browser.choose("Partner", "Choose a partner").await?;
        browser.fill("What you worked on together", "a lighthouse").await?;
        browser.run("location.hash = '#/people'", vec![]).await?;
        browser.see_heading("People").await?;
        browser.run("history.back()", vec![]).await?;
        browser.see_text(".letter", "a lighthouse").await?;
        browser.run("location.hash = '#/scripts/deletion-request'", vec![]).await?;
        browser.see_text(".compose__head h2", "Deletion, the request").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_mail_too_long_for_an_address_says_so_and_what_must_be_said_offers_no_mail() -> Result<()> {
    in_app("scripts_long", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.goto(&server.url("#/scripts/recap")).await?;
        browser.choose("Partner", "Northquay").await?;
        browser.put("What was discussed", &"word ".repeat(500)).await?;
        let script = "
            for (const input of document.querySelectorAll('.compose__form input:not([type=checkbox])'))
                if (!input.value) page.put(input, 'Ana');
            for (const input of document.querySelectorAll('.compose__form textarea'))
                if (!input.value) page.put(input, 'word');";
        browser.ask(script, vec![]).await?;
        browser.see_text(".compose__note", "too long to hand over whole").await?;
        let href = browser.run("return document.querySelector('a[href^=\"mailto:\"]').href", vec![]).await?;
        ensure!(href.as_str().is_some_and(|href| href.ends_with("&body=")), "{href}");

        // A hundred kilobytes are refused with a sentence, and stay where they were typed.
        browser.put("What was discussed", &"x".repeat(100_000)).await?;
        browser.see_text(".compose__form", "Shorten this to 10").await?;
        ensure!(browser.value("What was discussed").await?.len() == 100_000, "what was typed is gone");

        browser.goto(&server.url("#/scripts/ending-conversation")).await?;
        browser.see_text(".compose__guard", "never mailed").await?;
        browser.see_text(".compose__bar", "Copy text").await?;
        browser.see_no("a[href^='mailto:']").await?;
        let mails = browser
            .run("return document.querySelector('.compose__bar').innerText.includes('mail')", vec![])
            .await?;
        ensure!(mails == json!(false), "it offers a mail");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_own_script_names_every_slip_and_loses_none_of_its_words() -> Result<()> {
    in_app("scripts_own", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.goto(&server.url("#/scripts/recap")).await?;
        browser.see_text(".compose__head h2", "Recap, the day after").await?;
        browser.press("Duplicate to edit").await?;
        browser.see_toast("Script duplicated").await?;
        browser.fill("Title", "Recap, in our words").await?;
        let text = "Hello {contct_first_name},\n} and { and {} {a {b}} \\ 👋 שלום";
        browser.put("Passage 1", text).await?;
        for slip in [
            "Line 1, column 7: There is no field {contct_first_name}",
            "Line 2, column 1: This } closes nothing",
            "Line 2, column 7: This { is not closed",
            "Line 2, column 13: There is no name between these braces",
            "Line 2, column 16: A field stands inside another",
        ] {
            browser.see_text(".editor__faults", slip).await?;
        }
        browser.see_text(".compose__head", "5 faults to put right").await?;

        // Each is underlined where it stands, and its row leads there.
        let underlined = "return page.all('.slips__layer u').map(slip => slip.textContent)";
        let slips: Vec<String> = serde_json::from_value(browser.ask(underlined, vec![]).await?)?;
        ensure!(slips == ["{contct_first_name}", "}", "{", "{}", "{a {b}}"], "underlined: {slips:?}");
        for (place, slip) in slips.iter().enumerate() {
            let press = "page.all('.editor__slip')[arguments[0]].click()";
            browser.ask(press, vec![json!(place)]).await?;
            let selected = "const area = document.activeElement; return area.value?.slice(area.selectionStart, area.selectionEnd)";
            let selected = browser.ask(selected, vec![]).await?;
            ensure!(selected == json!(slip), "{selected} is selected and not {slip}");
        }
        browser.see_saved().await?;
        browser.reload().await?;
        ensure!(browser.value("Passage 1").await? == text, "the words are not as they were typed");

        // It cannot be copied while something is wrong with it.
        browser.press("Done").await?;
        browser.see_text(".compose__why", "5 faults are in this script").await?;
        browser.press("Edit").await?;
        browser.put("Passage 1", "Hello ,").await?;
        let script = "const area = page.field('Passage 1'); area.focus(); area.setSelectionRange(6, 6)";
        browser.ask(script, vec![]).await?;
        browser.press_in("Passages", "Insert field").await?;
        browser.press("Their first name {contact_first_name}").await?;
        browser.see_no(".editor__faults").await?;
        ensure!(browser.value("Passage 1").await? == "Hello {contact_first_name},", "the field went elsewhere");
        browser.choose("Partner", "Northquay").await?;
        browser.see_text(".letter", "Their first name").await?;

        // Out as a file, and in again; a file with two passages of one name is refused with the place.
        browser.press("Done").await?;
        browser.see_text(".compose__head h2", "Recap, in our words").await?;
        browser.catch_downloads().await?;
        browser.press("More for this script").await?;
        browser.press("Export as a file").await?;
        let file = browser.downloaded().await?;
        ensure!(file.contains("bridgekeeper-script/1") && file.contains("in our words"), "the file says {file}");
        let drop = "
            const input = document.querySelector('input[type=file]');
            const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'script.json', { type: 'application/json' }));
            input.files = data.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        let twice = file.replace("\"id\": \"intro\"", "\"id\": \"greeting\"");
        ensure!(twice != file, "the file has no passage called intro");
        browser.run(drop, vec![json!(twice)]).await?;
        browser.see_text(".banner .editor__faults", "Passage 2: “greeting” is the name of another already").await?;
        browser.press("Dismiss").await?;
        browser.run(drop, vec![json!(file)]).await?;
        browser.see_toast("Script imported").await?;
        browser.see_text(".library", "Your own").await?;

        // Deleted, and brought back.
        browser.press("Done").await?;
        browser.press("More for this script").await?;
        browser.press("Delete script").await?;
        browser.see_toast("Script deleted").await?;
        browser.press_in("Page tools", "Undo: Delete script").await?;
        browser.see_toast("Undone").await?;
        let own = "return [...document.querySelectorAll('.library__group')].find(group => group.innerText.startsWith('Your own')).querySelectorAll('li').length";
        ensure!(browser.run(own, vec![]).await? == json!(2), "the script is not back");
        Ok(())
    })
    .await
}

/// The slips that are not underlined where the control shows them: asked at both ends of an underline and between, it
/// names a place outside of the slip.
const ASTRAY: &str = "
    const area = page.field('Passage 1');
    let from = 0;
    return page.all('.slips__layer u').filter(slip => {
        const begin = area.value.indexOf(slip.textContent, from);
        from = begin + slip.textContent.length;
        slip.scrollIntoView({ block: 'center' });
        const [box] = slip.getClientRects();
        return [box.left + 1, box.left + box.width / 2, box.right - 1].some(x => {
            const caret = document.caretPositionFromPoint(x, box.top + box.height / 2);
            return caret?.offsetNode !== area || caret.offset < begin || caret.offset > begin + slip.textContent.length;
        });
    }).map(slip => slip.textContent)";

#[tokio::test]
async fn slips_are_underlined_where_they_stand_in_any_text() -> Result<()> {
    in_app("scripts_slips", async |browser, server| {
        browser.add_partner("Northquay").await?;
        browser.goto(&server.url("#/scripts/recap")).await?;
        browser.see_text(".compose__head h2", "Recap, the day after").await?;
        browser.press("Duplicate to edit").await?;
        browser.see_toast("Script duplicated").await?;
        let long = "A long line that is broken somewhere, and holds {nobody} further on. ".repeat(6);
        for text in [
            "{}".to_owned(),
            long.clone(),
            "שלום {x} וגם { ועוד מילים רבות כדי שהשורה תישבר בסופו של דבר ואז } לבסוף".to_owned(),
            "👩‍👩‍👧 {👋} 👋👋👋 {} \\ tab\there {é}\n\n\n  } indented, and עברית } in between".to_owned(),
            format!("{}\n{long}", "word ".repeat(20_000)),
        ] {
            browser.put("Passage 1", &text).await?;
            browser.see(".slips__layer u").await?;
            let astray = browser.ask(ASTRAY, vec![]).await?;
            ensure!(astray == json!([]), "of “{}” astray: {astray}", text.chars().take(40).collect::<String>());
        }
        figure("slips stand where the text area shows them: wrapped, right to left, emoji, 100 kB");

        // A text area that scrolls takes the underlines along.
        let small = "
            const area = page.field('Passage 1');
            area.style.fieldSizing = 'fixed';
            area.style.blockSize = '80px';
            area.scrollTop = area.scrollHeight";
        browser.ask(small, vec![]).await?;
        let together = "const area = page.field('Passage 1'); return area.scrollTop > 0 && document.querySelector('.slips__layer').scrollTop === area.scrollTop";
        browser.until("for the underlines to follow", together, vec![]).await?;

        // What is typed when the address changes is kept.
        browser.fill("Title", "Typed last").await?;
        browser.run("location.hash = '#/partners'", vec![]).await?;
        browser.see_heading("Partners").await?;
        browser.run("history.back()", vec![]).await?;
        browser.see_heading("Scripts").await?;
        browser.see_text(".compose__head h2", "Typed last").await?;
        Ok(())
    })
    .await
}
