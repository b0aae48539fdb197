//! Damaged and missing values.

use anyhow::{Context, Result, ensure};
use bridgekeeper::storage::census::Census;
use bridgekeeper::storage::meta::Meta;
use bridgekeeper::storage::{DocumentKey, StoredText};
use e2e::journey::{figure, in_app};
use e2e::server::Server;
use e2e::session::Session;
use std::collections::BTreeMap;
use thirtyfour::Key;

use crate::accessibility::look;
use crate::keyboard::key;

/// Ends the first document in a way that no Rust string can hold.
const BREAK_A_DOCUMENT: &str = "
    for (const key of Object.keys(localStorage)) if (key.includes(':i:')) localStorage.removeItem(key);
    const key = Object.keys(localStorage).find(key => key.includes(':d:partner/'));
    localStorage.setItem(key, localStorage.getItem(key).slice(0, 60) + '\\uD83D and \\uDE00');";

const UNREADABLE: &str = "Something stored here could not be read";

/// Two partners with a note each, counted. The page counts a document when its intents are forgotten,
/// a minute after the last change; here it is done at once, with the code that the page was built from.
async fn two_partners(browser: &Session, server: &Server) -> Result<BTreeMap<String, String>> {
    for name in ["Northquay", "Tamarack Group"] {
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.add_partner(name).await?;
        browser.log_touchpoint(&format!("Words of {name}")).await?;
    }
    browser.see_saved().await?;
    let page = browser.browser()?.current_url().await?.to_string();
    browser.leave(server).await?;
    let stored = browser.stored().await?;
    let meta = stored.get("bk1:home:meta").context("a meta")?.clone();
    let generation = Meta::decode(&StoredText::Text(meta))?.generation;
    let keys: Vec<DocumentKey> =
        stored.keys().filter_map(|key| key.strip_prefix("bk1:home:d:")?.parse().ok()).collect();
    ensure!(keys.len() == 2, "{:?}", stored.keys());
    let census = Census::of(generation, &keys).encode();
    browser.store(&BTreeMap::from([("bk1:home:census".to_owned(), census)])).await?;
    browser.start(&page).await?;
    browser.stored().await
}

fn flipped(value: &str) -> String {
    let middle = value.chars().count() / 2;
    let flip = |(place, letter): (usize, char)| {
        if (middle..middle + 3).contains(&place) { if letter == 'x' { 'y' } else { 'x' } } else { letter }
    };
    value.chars().enumerate().map(flip).collect()
}

#[tokio::test]
async fn a_damaged_document_is_left_as_it_is_and_the_others_are_fine() -> Result<()> {
    in_app("a_damaged_document", async |browser, server| {
        let stored = two_partners(browser, server).await?;
        browser.leave(server).await?;
        // Without the intents, which hold the same records for another minute.
        browser
            .run("for (const key of Object.keys(localStorage)) if (key.includes(':i:')) localStorage.removeItem(key)", vec![])
            .await?;
        let (key, value) = stored.iter().find(|(key, _)| key.contains(":d:partner/")).context("a document")?;
        let damaged = flipped(value);
        browser.store(&BTreeMap::from([(key.clone(), damaged.clone())])).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner(UNREADABLE).await?;
        let left = browser.partner_names().await?;
        ensure!(left.len() == 1, "one of two is readable: {left:?}");
        browser.press(&left[0]).await?;
        browser.see_told(&format!("Words of {}", left[0])).await?;
        browser.log_touchpoint("Life goes on").await?;
        browser.see_saved().await?;
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        ensure!(browser.downloaded().await?.contains(key), "the download holds the damaged key");
        browser.reload().await?;
        browser.see_banner(UNREADABLE).await?;
        browser.see_told("Life goes on").await?;
        let now = browser.stored().await?;
        ensure!(now.get(key) == Some(&damaged), "the damaged value is untouched");
        ensure!(now.iter().any(|(key, value)| key.contains(":q:") && *value == damaged), "and was copied aside");
        figure("1 of 2 documents damaged: the other readable and writable, the damaged one untouched and in the download");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_damaged_meta_census_or_intent_costs_nothing() -> Result<()> {
    for part in [":meta", ":census", ":i:"] {
        let name = format!("a_damaged{}", part.replace(':', "_"));
        in_app(&name, async |browser, server| {
            let stored = two_partners(browser, server).await?;
            browser.leave(server).await?;
            let found = stored.iter().find(|(key, _)| key.contains(part) && key.starts_with("bk1:home"));
            let (key, value) = found.with_context(|| format!("a key with {part}"))?;
            browser.store(&BTreeMap::from([(key.clone(), flipped(value))])).await?;
            browser.start(&server.url("#/partners")).await?;
            browser.see_banner(UNREADABLE).await?;
            let names = browser.partner_names().await?;
            ensure!(names == ["Northquay", "Tamarack Group"], "{part}: {names:?}");
            browser.press("Northquay").await?;
            browser.see_told("Words of Northquay").await?;
            browser.log_touchpoint("Life goes on").await?;
            browser.see_saved().await?;
            browser.reload().await?;
            browser.see_told("Life goes on").await?;
            browser.see_told("Words of Northquay").await?;
            figure(&format!("{key} damaged: 2 of 2 partners there and writable"));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_missing_document_is_noticed_and_one_can_go_on_without_it() -> Result<()> {
    in_app("a_missing_document", async |browser, server| {
        let stored = two_partners(browser, server).await?;
        browser.leave(server).await?;
        let key = stored.keys().find(|key| key.contains(":d:partner/")).context("a document")?;
        let id = key.rsplit('/').next().unwrap_or_default();
        let script = "for (const key of Object.keys(localStorage)) if (key.includes(':i:') || key.includes(arguments[0])) localStorage.removeItem(key)";
        browser.run(script, vec![id.into()]).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner("Some of what was saved here is missing. Restore a backup, or go on without it").await?;
        ensure!(browser.partner_names().await?.len() == 1);
        browser.button("Back up").await?;
        browser.reload().await?;
        browser.see_banner("Some of what was saved here is missing").await?;
        browser.press("Go on without it").await?;
        let gone = "return !page.banners().join().includes('missing')";
        browser.until("for the banner to go", gone, vec![]).await?;
        let counts = "return localStorage.getItem('bk1:home:census').includes('\"partner\":1')";
        browser.until("for the census to be made anew", counts, vec![]).await?;
        browser.reload().await?;
        browser.until("for no banner", gone, vec![]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn download_everything_spells_lone_surrogates_out() -> Result<()> {
    in_app("lone_surrogates_downloaded", async |browser, server| {
        two_partners(browser, server).await?;
        browser.leave(server).await?;
        browser.run(BREAK_A_DOCUMENT, vec![]).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner(UNREADABLE).await?;
        browser.catch_downloads().await?;
        browser.press("Download everything").await?;
        let script = "return Object.values(JSON.parse(arguments[0]).keys).some(value => value.includes('\\uD83D and \\uDE00'))";
        let is_whole = browser.run(script, vec![browser.downloaded().await?.into()]).await?;
        ensure!(is_whole == true, "the download has replaced what it could not spell");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_value_with_lone_surrogates_is_copied_aside_unit_by_unit() -> Result<()> {
    in_app("lone_surrogates", async |browser, server| {
        two_partners(browser, server).await?;
        browser.leave(server).await?;
        browser.run(BREAK_A_DOCUMENT, vec![]).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner(UNREADABLE).await?;
        let script = "
            const broken = Object.entries({ ...localStorage }).filter(([, value]) => value.includes('\\uD83D and \\uDE00'));
            return broken.map(([key]) => key.split(':')[2]).sort().join()";
        ensure!(browser.run(script, vec![]).await? == "d,q", "the original and its copy hold the same units");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_could_not_be_read_is_shown_handed_out_and_let_go() -> Result<()> {
    in_app("unreadable_shown", async |browser, server| {
        two_partners(browser, server).await?;
        browser.leave(server).await?;
        browser.run(BREAK_A_DOCUMENT, vec![]).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_banner(UNREADABLE).await?;
        browser.press("Look at it").await?;
        browser.see_text("#unreadable", "A partner with all records").await?;
        browser.see_text("#unreadable", "Found ").await?;
        browser.see_text("#unreadable", "Why: it is not valid text").await?;
        browser.see_text("#unreadable", "It lay under bk1:home:d:partner/").await?;
        browser.press("Show what it holds").await?;
        browser.see_text("#unreadable pre", "|").await?;
        look(browser, "what could not be read").await?;
        browser.catch_downloads().await?;
        browser.press("Download all").await?;
        let script = "
            const { format, values } = JSON.parse(arguments[0]);
            const [one] = values;
            return format === 'bridgekeeper-unreadable' && values.length === 1
                && one.value.includes('\\uD83D and \\uDE00') && one.found.from.includes(':d:partner/');";
        let is_whole = browser.run(script, vec![browser.downloaded().await?.into()]).await?;
        ensure!(is_whole == true, "the download is not what lies there");

        browser.press("Delete: A partner with all records").await?;
        browser.see_text("dialog", "nothing brings it back but a download").await?;
        browser.press("Delete").await?;
        browser.see_text("dialog .field__error", "Type delete to confirm").await?;
        look(browser, "deleting what could not be read").await?;
        browser.fill("Type delete to confirm", "delete").await?;
        key(browser, Key::Enter.value().to_string()).await?;
        browser.see_toast("Deleted what could not be read").await?;
        let is_kept = "return document.activeElement.id === 'main'";
        browser.until("for the focus in the content: what asked is gone", is_kept, vec![]).await?;
        browser.see_text("#unreadable", "Everything stored here could be read").await?;
        let gone = "return !page.banners().join().includes('could not be read')";
        browser.until("for the banner to go", gone, vec![]).await?;
        browser.reload().await?;
        browser.until("for no banner", gone, vec![]).await?;
        browser.goto(&server.url("#/partners")).await?;
        ensure!(browser.partner_names().await?.len() == 1, "the other is as it was");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_record_that_is_not_understood_is_shown_and_deleted_and_comes_back_by_undo() -> Result<()> {
    in_app("not_understood", async |browser, server| {
        two_partners(browser, server).await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.leave(server).await?;
        // As a backup edited by hand would bring it.
        browser.start(&server.url("#/settings/backup")).await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let edited = browser.downloaded().await?.replacen("\"channel\":\"call\"", "\"channel\":\"owl\"", 1);
        let file = e2e::journey::scratch("not_understood")?.join("edited.json");
        std::fs::write(&file, edited)?;
        let input = browser.browser()?.find(thirtyfour::By::Css("input[type=file]")).await?;
        input.send_keys(file.to_string_lossy()).await?;
        browser.see_text("dialog", "1 record of this file cannot be read").await?;
        browser.press("1 record of this file cannot be read").await?;
        browser.see_text("dialog details", "Touchpoint of ").await?;
        browser.press("Restore").await?;
        browser.see_toast("Backup restored").await?;
        browser.see_text("#unreadable", "Touchpoint of ").await?;
        let delete = "const it = page.all('#unreadable button').find(it => it.ariaLabel?.startsWith('Delete: Touchpoint')); it?.click(); return !!it";
        browser.until("to delete it", delete, vec![]).await?;
        browser.see_text("#unreadable", "Everything stored here could be read").await?;
        browser.click(".toast .button--line").await?;
        browser.see_text("#unreadable", "Touchpoint of ").await?;
        browser.goto(&page).await?;
        browser.see_banner(UNREADABLE).await?;
        Ok(())
    })
    .await
}
