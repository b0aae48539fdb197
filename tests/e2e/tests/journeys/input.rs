//! What people paste.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;

/// Waits for a sentence at a field, which is marked as wrong and has the focus.
async fn see_wrong(browser: &Session, label: &str, sentence: &str) -> Result<()> {
    let script = "
        const control = page.field(arguments[0]);
        const words = (control?.getAttribute('aria-describedby') ?? '').split(' ')
            .map(id => document.getElementById(id)?.textContent ?? '').join(' ');
        return control?.getAttribute('aria-invalid') === 'true' && words.includes(arguments[1]) && document.activeElement === control;";
    browser
        .until(
            &format!("for “{sentence}” at “{label}”, which has the focus"),
            script,
            vec![json!(label), json!(sentence)],
        )
        .await
}

#[tokio::test]
async fn a_wrong_field_says_so_keeps_what_was_typed_and_has_the_focus() -> Result<()> {
    in_app("a_wrong_field", async |browser, _| {
        browser.press("Add partner").await?;
        browser.press_in("Add partner", "Add partner").await?;
        see_wrong(browser, "Partner name", "Give it a name").await?;
        browser.fill("Partner name", "   \u{200b} ").await?;
        browser.press_in("Add partner", "Add partner").await?;
        see_wrong(browser, "Partner name", "Give it a name").await?;
        browser.put("Partner name", &"n".repeat(121)).await?;
        browser.press_in("Add partner", "Add partner").await?;
        see_wrong(browser, "Partner name", "Shorten this to 120 characters; it has 121").await?;
        ensure!(browser.value("Partner name").await?.len() == 121);
        browser.put("Partner name", &"n".repeat(120)).await?;
        browser.fill("Web domain", "not a domain").await?;
        browser.press_in("Add partner", "Add partner").await?;
        see_wrong(browser, "Web domain", "Write the domain like example.com").await?;
        browser.fill("Web domain", "example.com").await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_heading(&"n".repeat(120)).await?;

        browser.press("Partners").await?;
        browser.press("Add partner").await?;
        browser.fill("Partner name", "Second").await?;
        for spelling in ["example.com", "https://WWW.Example.com/x?y#z", "EXAMPLE.COM."] {
            browser.fill("Web domain", spelling).await?;
            browser.press_in("Add partner", "Add partner").await?;
            see_wrong(browser, "Web domain", "already has the domain example.com").await?;
        }
        browser.fill("Web domain", "").await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_heading("Second").await?;

        browser.press("Log touchpoint").await?;
        for (day, sentence) in [
            ("9999-12-31", "between the years 1900 and 2200"),
            ("1899-12-31", "between the years 1900 and 2200"),
            ("2200-12-31", "This day has not come yet"),
            ("", "Choose a day"),
        ] {
            browser.put("Day", day).await?;
            browser.press_in("Log touchpoint", "Log touchpoint").await?;
            see_wrong(browser, "Day", sentence).await?;
        }
        browser.put("Day", "1900-01-01").await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.until("for the record", "return page.recorded() === 3", vec![]).await?;
        ensure!(browser.history().await?.iter().any(|told| told.day == "1900-01-01"));

        browser.press("Add promise").await?;
        browser.fill("What was promised?", "Never in time").await?;
        browser.put("Promised on", "2026-01-02").await?;
        browser.put("Due", "2026-01-01").await?;
        browser.press_in("Add promise", "Add promise").await?;
        see_wrong(browser, "Due", "must not be before").await?;
        browser.put("Due", "9999-01-01").await?;
        browser.press_in("Add promise", "Add promise").await?;
        see_wrong(browser, "Due", "between the years").await?;
        figure("15 wrong entries: each with its sentence at the field, marked, focused, and kept");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_of_100_000_characters_is_kept_and_one_more_is_refused_with_the_text_kept() -> Result<()> {
    in_app("a_long_note", async |browser, _| {
        browser.add_partner("Northquay").await?;
        let note: String =
            (0..100_000).map(|place| char::from(b'a' + u8::try_from(place % 26).unwrap_or(0))).collect();
        let too_long = format!("{note}!");
        browser.press("Log touchpoint").await?;
        browser.put("What was it about?", &too_long).await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        see_wrong(browser, "What was it about?", "Shorten this to 100000 characters; it has 100001").await?;
        ensure!(browser.value("What was it about?").await? == too_long, "the text is kept");
        browser.put("What was it about?", &note).await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_told("abc").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        ensure!(browser.see_told("abc").await?.note == note, "all of it is there after loading anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn markup_and_marks_of_direction_are_only_text() -> Result<()> {
    in_app("markup_is_text", async |browser, server| {
        let markup = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>{{7*7}}";
        let turned = "safe\u{202e}txt.exe \u{2066}x";
        for name in [markup, turned] {
            browser.goto(&server.url("#/partners")).await?;
            browser.see_heading("Partners").await?;
            browser.press("Add partner").await?;
            browser.put("Partner name", name).await?;
            browser.put("Owner", name).await?;
            browser.press_in("Add partner", "Add partner").await?;
            browser.see("#history").await?;
            for deed in ["Log touchpoint", "Log give or get"] {
                browser.press(deed).await?;
                let label = if deed == "Log touchpoint" { "What was it about?" } else { "What was it?" };
                browser.put(label, &format!("{name}\nمرحبا")).await?;
                browser.press_in(deed, deed).await?;
                browser.see_no("form").await?;
            }
            browser.press("Add promise").await?;
            browser.put("What was promised?", name).await?;
            browser.put("Due", "2199-12-31").await?;
            browser.press_in("Add promise", "Add promise").await?;
            browser.see_no("form").await?;
            browser.press_in("People", "Add").await?;
            browser.put("Name", name).await?;
            browser.put("Title", name).await?;
            browser.press_in("Add person", "Add person").await?;
            browser.see_no("form").await?;
        }
        for route in ["#/partners", "#/settings"] {
            browser.goto(&server.url(route)).await?;
            browser.reload().await?;
            check_is_text(browser, markup).await?;
        }
        browser.goto(&server.url("#/partners")).await?;
        let partners = browser.known_partners().await?;
        for partner in &partners {
            browser.goto(&server.url(&format!("#/partners/{}", partner.id))).await?;
            browser.see("#history").await?;
            check_is_text(browser, markup).await?;
            browser.press("Delete Call").await?;
            browser.see_toast("Record deleted").await?;
        }
        ensure!(partners.iter().any(|partner| partner.name == markup), "shown as typed: {partners:?}");
        let lines = partners.iter().map(|partner| partner.name.as_str());
        ensure!(
            !lines.into_iter().any(|name| name.contains('\u{202e}')),
            "a name turns nothing around: {partners:?}"
        );
        browser.goto(&server.url("#/settings/deleted")).await?;
        browser.see_text("#deleted", "Touchpoint of").await?;
        check_is_text(browser, markup).await
    })
    .await
}

async fn check_is_text(browser: &Session, markup: &str) -> Result<()> {
    ensure!(browser.run("return window.hit ?? null", vec![]).await?.is_null(), "{markup} was executed");
    let found = "return page.all('main img, main script, .sidebar img, .topbar img').length";
    ensure!(browser.ask(found, vec![]).await? == 0, "{markup} became elements");
    let direction = "return getComputedStyle(document.documentElement).direction + getComputedStyle(document.querySelector('main')).direction";
    ensure!(browser.run(direction, vec![]).await? == "ltrltr");
    // Whatever a user's text turns around ends with it: every piece stands in an element of its own direction.
    let loose = "
        const turns = /[\\u202a-\\u202e\\u2066-\\u2069\\u0590-\\u08ff]/;
        const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const loose = [];
        while (walk.nextNode()) {
            const text = walk.currentNode;
            if (turns.test(text.data) && !text.parentElement.closest('bdi, [dir=auto], textarea')) loose.push(text.data);
        }
        return loose;";
    let loose = browser.run(loose, vec![]).await?;
    ensure!(loose == json!([]), "text that may turn its surroundings: {loose}");
    Ok(())
}
