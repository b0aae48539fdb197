//! Lists of other programs: from the choice of a file to partners on screen, and all of it taken back.

use anyhow::{Context, Result, ensure};
use e2e::journey::{clock, figure, in_app, in_app_alone, scratch};
use e2e::lacks::Lack;
use e2e::session::Session;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::accessibility::{axe, look, violations};
use crate::backup::pick;
use crate::large::LONG_TASKS;

/// What a CRM writes: semicolons, days as in Europe, words of its own, a cell too many.
const CRM: &str = "\
Company name;Website;Lifecycle stage;Partner tier;Type;Owner;Tags;Contract start;Contact name;E-mail;Region
Northquay;northquay.example;Live;Gold;Technology Partner;Mara;\"cloud, emea\";13.04.2024;Anneke Brandt;anneke@northquay.example;Nordics
Tamarack Group;https://www.tamarack.example/about;Signed;Platinum;Reseller;Mara;;12.05.2025;;;DACH
Pellworm Systems;not a domain;Dreaming;Silver;VAR;Jonas;;;Jo Vermaas;jo@pellworm.example;
;;Live;;;;;;;;
Brightloom;brightloom.example;Lead;Bronze;Agency;Mara;a;;;;UK;extra
";

/// What phones and address books write: an old card with its letters encoded, and one of today.
const CARDS: &str = "\
BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Vale;J=C3=B6rdis\r\nTEL;CELL:+44 20 7946 0018\r\nEND:VCARD\r
BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Ruiz\r\nORG:Northquay\r\nTITLE:Alliance lead\r\nEMAIL:ana@northquay.example\r\nEND:VCARD\r
";

fn written(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
    let file = folder.join(name);
    fs::write(&file, content)?;
    Ok(file)
}

/// The counts beside the ways to look at the rows.
async fn counts(browser: &Session) -> Result<Value> {
    let script = "return page.all('.import__looks button').map(it => page.squeezed(it.textContent))";
    browser.ask(script, vec![]).await
}

async fn open(browser: &Session, page: &str) -> Result<()> {
    browser.goto(page).await?;
    browser.see_heading("Import a list").await
}

#[tokio::test]
async fn a_list_of_a_crm_becomes_partners_and_is_taken_back_whole() -> Result<()> {
    in_app("a_crm_list", async |browser, server| {
        let folder = scratch("a_crm_list")?;
        browser.press("Import CSV").await?;
        browser.see_heading("Import a list").await?;
        pick(browser, &written(&folder, "partners.csv", CRM)?).await?;
        browser.see_text(".import__rows", "Northquay").await?;
        browser.see_text(".panel__note", "5 rows, 12 columns").await?;
        browser.see_text(".import__note", "row 6").await?;
        ensure!(counts(browser).await? == json!(["All 5", "Add 3", "Update 0", "Decide 0", "Skip 0", "Cannot be read 2"]));
        browser.press("Cannot be read 2").await?;
        browser.see_text(".import__why", "Write the domain like example.com").await?;
        ensure!(!browser.see(".import__rows tbody").await?.text().await?.contains("Brightloom"));

        // A word of theirs gets a meaning, and a column another one.
        browser.choose("Dreaming means", "Prospect").await?;
        browser.choose("Website becomes", "Nothing, leave it out").await?;
        browser.until("for the row to be good", "return page.all('.import__looks button').some(it => page.squeezed(it.textContent) === 'Add 4')", vec![]).await?;
        browser.choose("Region becomes", "Own field “Region”").await?;
        browser.press("Import 4 rows").await?;
        browser.see_toast("4 rows imported").await?;
        browser.see_text(".banner", "4 rows imported").await?;
        let is_kept = "return document.activeElement.matches('.import__said')";
        browser.until("for the focus on what was said", is_kept, vec![]).await?;
        look(browser, "an import that is done").await?;
        browser.press("See partners").await?;
        browser.until("for four partners", "return page.partners().length === 4", vec![]).await?;
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.see_text("main", "Nordics").await?;
        browser.see_text("main", "Anneke Brandt").await?;

        // The same list again: its columns are remembered, and nothing is there twice.
        open(browser, &server.url("#/import")).await?;
        pick(browser, &written(&folder, "partners.csv", CRM)?).await?;
        browser.see_text(".import__rows", "All of it is here already").await?;
        ensure!(browser.value("Dreaming means").await? == browser.value("Lead means").await?, "remembered");
        browser.see_text(".import__foot", "No row adds or changes anything").await?;

        browser.press("Undo").await?;
        browser.see_toast("Import list").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        browser.goto(&server.url("#/people")).await?;
        browser.see_text("h2", "The people behind").await?;
        browser.see_saved().await?;
        browser.reload().await?;
        browser.see_text("h2", "The people behind").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_may_be_here_already_is_asked_about() -> Result<()> {
    in_app("who_may_be_here", async |browser, server| {
        let folder = scratch("who_may_be_here")?;
        browser.add_partner("Northquay").await?;
        open(browser, &server.url("#/import")).await?;
        let list = "Partner,Owner\nNorthquay GmbH,Mara\nTamarack,Jonas\n";
        pick(browser, &written(&folder, "list.csv", list)?).await?;
        browser.press("Decide 1").await?;
        browser.see_text(".import__foot", "1 row waits for your decision").await?;
        browser.choose("Is it the same?", "Yes, update Northquay").await?;
        browser.press("Import 2 rows").await?;
        browser.see_toast("2 rows imported").await?;
        browser.press("See partners").await?;
        browser.until("for two partners", "return page.partners().length === 2", vec![]).await?;
        browser.press("Undo").await?;
        browser.until("for one partner", "return page.partners().length === 1", vec![]).await?;

        // Cards are people; one of them works at a partner that is here.
        open(browser, &server.url("#/import")).await?;
        pick(browser, &written(&folder, "people.vcf", CARDS)?).await?;
        browser.see_text(".import__rows", "Jördis Vale").await?;
        browser.press("Import 2 rows").await?;
        browser.see_toast("2 rows imported").await?;
        browser.goto(&server.url("#/people")).await?;
        browser.see_text("main", "Jördis Vale").await?;
        browser.press("Ana Ruiz").await?;
        browser.see_heading("Ana Ruiz").await?;
        browser.see_text("main", "Northquay").await?;
        browser.see_text("main", "ana@northquay.example").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn files_that_are_no_list_get_a_sentence_and_change_nothing() -> Result<()> {
    in_app("no_list", async |browser, server| {
        let folder = scratch("no_list")?;
        browser.add_partner("Northquay").await?;
        browser.see_saved().await?;
        open(browser, &server.url("#/import")).await?;
        browser.until("for the reserve", "return !!localStorage.getItem('bk1:home:pad')", vec![]).await?;
        let before = browser.stored().await?;
        let files: [(&str, Vec<u8>, &str); 4] = [
            ("empty.csv", Vec::new(), "no rows"),
            ("headings.csv", b"Partner,Domain\n".to_vec(), "no rows"),
            ("book.xlsx", b"PK\x03\x04 and more".to_vec(), "save the list as CSV"),
            ("open.csv", format!("Partner\n\"{}", "x".repeat(200_000)).into_bytes(), "may not be closed"),
        ];
        for (name, content, sentence) in &files {
            pick(browser, &written(&folder, name, content)?).await?;
            browser.see_text(".banner", name).await?;
            browser.see_text(".banner", sentence).await?;
            browser.see_text(".banner", "Nothing was changed").await?;
            browser.see_no(".import__rows").await?;
        }
        // Refused by its size alone, before a byte of it is read.
        let huge = folder.join("huge.csv");
        fs::File::create(&huge)?.set_len(500_000_000)?;
        pick(browser, &huge).await?;
        browser.see_text(".banner", "25 MB is the most").await?;
        fs::remove_file(&huge)?;

        // One column, headings that are there twice, and cells that a spreadsheet would run are read.
        pick(browser, &written(&folder, "odd.csv", "Partner,Partner\n=1+1,\n")?).await?;
        browser.see_text(".import__rows", "=1+1").await?;
        let after = browser.stored().await?;
        let changed: Vec<&String> =
            after.keys().chain(before.keys()).filter(|key| after.get(*key) != before.get(*key)).collect();
        ensure!(changed.is_empty(), "nothing was changed, but {changed:?}");
        figure(&format!("{} bad files refused with a sentence, 0 keys changed", files.len() + 1));
        Ok(())
    })
    .await
}

/// What the page was kept busy with, in milliseconds, longest first.
async fn long_tasks(browser: &Session) -> Result<Vec<f64>> {
    let script = "return window.longTasks.splice(0).map(task => task[1]).sort((a, b) => b - a)";
    Ok(serde_json::from_value(browser.run(script, vec![]).await?)?)
}

const ROWS: usize = 10_000;

/// A list of so many people, each with these notes.
fn people(notes: &str) -> Result<String> {
    let mut list = String::from(if notes.is_empty() { "Name,Email\n" } else { "Name,Email,Notes\n" });
    for row in 0..ROWS {
        let comma = if notes.is_empty() { "" } else { "," };
        writeln!(list, "Person {row:05},p{row}@example.com{comma}{notes}")?;
    }
    Ok(list)
}

/// Waits until all rows are compared and the first of them are in sight: they arrive after their number, and move what is
/// below them.
async fn see_compared(browser: &Session) -> Result<()> {
    let script = "return page.all('.import__looks button').some(it => page.squeezed(it.textContent) === 'Add 10,000') \
                  && page.all('.import__rows tbody tr').length >= 100";
    browser.until("for the rows", script, vec![]).await
}

#[tokio::test]
async fn ten_thousand_rows_keep_nobody_waiting_and_are_taken_back_as_one() -> Result<()> {
    const MOST_TASK_MS: f64 = 100.0;
    in_app_alone("ten_thousand_rows", async |browser, server| {
        // Then nothing is known of how long the page kept anybody waiting, and the rest is told.
        browser.lacks(Lack::LongTasks);
        let folder = scratch("ten_thousand_rows")?;
        browser.before_pages(LONG_TASKS).await?;
        browser.leave(server).await?;
        browser.start(&server.url("#/import")).await?;
        browser.see_heading("Import a list").await?;
        let list = people("")?;
        let file = written(&folder, "people.csv", &list)?;
        // Once for the module to arrive.
        pick(browser, &written(&folder, "one.csv", "Name,Email\nAna,ana@example.com\n")?).await?;
        browser.see(".import__rows tbody tr").await?;
        long_tasks(browser).await?;

        let began = clock();
        pick(browser, &file).await?;
        see_compared(browser).await?;
        let preview_ms = began.elapsed().as_millis();
        let tasks = long_tasks(browser).await?;
        figure(&format!("10,000 rows of {} bytes: preview after {preview_ms} ms; long tasks {tasks:.0?}", list.len()));
        ensure!(preview_ms <= 1_500, "with the driver's own rounds: {preview_ms} ms");
        let longest = tasks.first().copied().unwrap_or(0.0);
        ensure!(longest <= MOST_TASK_MS, "{longest} ms while comparing");

        let began = clock();
        browser.press("Import 10,000 rows").await?;
        let most = "return /^9,/.test(document.querySelector('.import__foot strong')?.textContent ?? '')";
        browser.until("for most of them", most, vec![]).await?;
        let tasks = long_tasks(browser).await?;
        browser.see_toast("10,000 rows imported").await?;
        figure(&format!(
            "10,000 rows imported after {:.1} s; long tasks meanwhile {tasks:.0?}, when all screens look anew {:.0?}",
            began.elapsed().as_secs_f64(),
            long_tasks(browser).await?
        ));
        let longest = tasks.first().copied().unwrap_or(0.0);
        ensure!(longest <= MOST_TASK_MS, "{longest} ms are more than {MOST_TASK_MS} ms");
        let began = clock();
        browser.press("Undo").await?;
        browser.see_toast("Undone: Import list").await?;
        let undone = long_tasks(browser).await?;
        figure(&format!("all of it taken back after {:.1} s; long tasks {undone:.0?}", began.elapsed().as_secs_f64()));
        browser.see_saved().await?;
        browser.goto(&server.url("#/people")).await?;
        browser.see_text("h2", "The people behind").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_long_import_is_cancelled_on_the_way_and_what_will_not_fit_is_not_begun() -> Result<()> {
    in_app("import_cancelled", async |browser, server| {
        let folder = scratch("import_cancelled")?;
        open(browser, &server.url("#/import")).await?;
        pick(browser, &written(&folder, "people.csv", people("")?)?).await?;
        see_compared(browser).await?;
        browser.press("Import 10,000 rows").await?;
        browser
            .until(
                "for some of them",
                "return /^[1-9]/.test(document.querySelector('.import__foot strong')?.textContent ?? '')",
                vec![],
            )
            .await?;
        browser.press_in("What happens to the rows", "Cancel").await?;
        browser.see_toast("Stopped after").await?;
        browser.press("Undo").await?;
        browser.see_toast("Undone: Import list").await?;
        browser.see_saved().await?;

        // Refused before it starts, with the figure; a list of 10 MB is read all the same.
        let before = browser.stored().await?.len();
        let long = people(&"much to remember ".repeat(60))?;
        let began = clock();
        pick(browser, &written(&folder, "long.csv", &long)?).await?;
        see_compared(browser).await?;
        figure(&format!("a list of {} bytes: preview after {} ms", long.len(), began.elapsed().as_millis()));
        browser.press("Import 10,000 rows").await?;
        browser.see_text(".banner", "characters of storage").await?;
        let said = browser.see(".banner").await?.text().await?;
        figure(&said);
        ensure!(browser.stored().await?.len() <= before, "nothing was added");
        browser.goto(&server.url("#/people")).await?;
        browser.see_text("h2", "The people behind").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tab_closed_during_an_import_keeps_what_came_in_and_takes_the_rest_later() -> Result<()> {
    in_app("import_closed", async |browser, server| {
        let file = written(&scratch("import_closed")?, "people.csv", people("")?)?;
        open(browser, &server.url("#/import")).await?;
        pick(browser, &file).await?;
        see_compared(browser).await?;
        browser.press("Import 10,000 rows").await?;
        let some = "return /^[1-9]/.test(document.querySelector('.import__foot strong')?.textContent ?? '')";
        browser.until("for some of them", some, vec![]).await?;
        browser.leave(server).await?;

        open(browser, &server.url("#/import")).await?;
        browser.see_text(".banner", "people.csv was broken off after").await?;
        let said = browser.run("return document.querySelectorAll('.banner').length", vec![]).await?;
        ensure!(said == 1, "nothing is damaged");
        pick(browser, &file).await?;
        browser
            .until("for all rows", "return page.all('.import__rows tbody tr').length >= 100", vec![])
            .await?;
        let counts: Vec<String> = serde_json::from_value(counts(browser).await?)?;
        let number = |word: &str| -> Result<usize> {
            let count = counts.iter().find_map(|count| count.strip_prefix(word)).context("no such count")?;
            Ok(count.trim().replace(',', "").parse()?)
        };
        let (add, skip) = (number("Add")?, number("Skip")?);
        figure(&format!("{skip} of {ROWS} rows were in when the tab was closed; {add} come later"));
        ensure!(skip > 0 && add > 0 && add + skip == ROWS, "what came in came in whole");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn reading_is_cancelled_and_begun_again() -> Result<()> {
    in_app("reading_is_cancelled", async |browser, server| {
        let folder = scratch("reading_is_cancelled")?;
        let mut list = String::from("Partner,Domain\n");
        for row in 0..100_000 {
            writeln!(list, "A partner with a name of some length {row},p{row}.example.com")?;
        }
        open(browser, &server.url("#/import")).await?;
        pick(browser, &written(&folder, "many.csv", &list)?).await?;
        let cancel = "
            const button = page.all('.import__waiting button')[0];
            button?.click();
            return !!button;";
        browser.until("for the way to end it", cancel, vec![]).await?;
        browser.see_text(".banner", "Cancelled. Nothing was changed").await?;
        browser.see_no(".import__rows").await?;
        browser.press("Read it again").await?;
        browser.see_text(".import__looks", "100,000").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_in_the_import_in_light_and_dark_and_narrow() -> Result<()> {
    let Some(axe) = axe() else {
        figure("axe skipped: npm did not bring axe-core (no npm, or no network)");
        return Ok(());
    };
    in_app("axe_import", async |browser, server| {
        let folder = scratch("axe_import")?;
        browser.add_partner("Northquay").await?;
        open(browser, &server.url("#/import")).await?;
        let mut found = violations(browser, &axe, "no file").await?;
        let list = format!("{CRM}Northquay GmbH;;Live;;;;;;;;\n");
        pick(browser, &written(&folder, "partners.csv", list)?).await?;
        browser.see_text(".import__rows", "Is it the same?").await.context("a row to decide")?;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            for width in [1280, 390] {
                browser.resize(width, 900).await?;
                found.extend(violations(browser, &axe, &format!("{scheme}, {width} px")).await?);
                let over =
                    browser.run("return document.documentElement.scrollWidth - innerWidth", vec![]).await?;
                ensure!(over.as_i64() <= Some(0), "{over} px beyond {width}");
            }
        }
        browser.whole_window().await?;
        pick(browser, &written(&folder, "empty.csv", "")?).await?;
        browser.see_text(".banner", "Nothing was changed").await?;
        found.extend(violations(browser, &axe, "a file that was not read").await?);
        ensure!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}
