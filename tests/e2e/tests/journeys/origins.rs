//! The main stories, told wherever the page may stand: below a path, inside a page of its own site, in a single file, and on
//! plain http under a name, where browsers hold back what they keep for secure pages.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, in_single_file, journey, scratch};
use e2e::server::Server;
use e2e::session::Session;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

use crate::backup::pick;

/// A name that the browser of a journey takes for this machine (`e2e::browsers`), and not for a secure place.
const NAME: &str = "intranet.example";

/// Where the page stands: its address, or that of a page with a frame around it.
struct Stand {
    address: String,
    is_framed: bool,
    /// Whether the browser keeps what is entered.
    keeps: bool,
}

impl Stand {
    /// Opens the page from nothing, as a person does in the morning.
    async fn open(&self, browser: &Session) -> Result<()> {
        browser.goto(&self.address).await?;
        if self.is_framed {
            browser.enter_frame("iframe").await?;
        }
        browser.see("main h1").await?;
        self.see_kept(browser).await
    }

    /// Where the browser keeps nothing, the page says more than that it is saved.
    async fn see_kept(&self, browser: &Session) -> Result<()> {
        if self.keeps { browser.see_saved().await } else { Ok(()) }
    }
}

async fn go(browser: &Session, hash: &str, heading: &str) -> Result<()> {
    browser.run("location.hash = arguments[0]", vec![json!(hash)]).await?;
    browser.see_heading(heading).await
}

async fn hash(browser: &Session) -> Result<String> {
    let hash = browser.run("return location.hash", vec![]).await?;
    Ok(hash.as_str().context("a hash")?.to_owned())
}

/// A partner is added from nothing and a conversation noted; both are there after the browser was closed, where it stores
/// anything.
async fn first_run(browser: &mut Session, stand: &Stand) -> Result<()> {
    stand.open(browser).await?;
    browser.see_text("h2", "Your partnerships").await?;
    go(browser, "#/partners", "Partners").await?;
    browser.press("Add partner").await?;
    browser.fill("Partner name", "Northquay").await?;
    browser.choose("Stage", "Active").await?;
    browser.press_in("Add partner", "Add partner").await?;
    browser.see_heading("Northquay").await?;
    browser.log_touchpoint("First call").await?;
    stand.see_kept(browser).await?;
    let partner = hash(browser).await?;
    if stand.keeps {
        browser.restart().await?;
        stand.open(browser).await?;
    } else {
        go(browser, "#/partners", "Partners").await?;
    }
    go(browser, &partner, "Northquay").await?;
    browser.see_told("First call").await?;
    Ok(())
}

/// A list of others comes in, read beside the page.
async fn import(browser: &Session, folder: &Path) -> Result<()> {
    let list = folder.join("list.csv");
    fs::write(&list, "Partner,Owner\nTamarack,Mara\nPellworm,Jonas\n")?;
    go(browser, "#/import", "Import a list").await?;
    pick(browser, &list).await?;
    browser.press("Import 2 rows").await?;
    browser.see_toast("2 rows imported").await?;
    go(browser, "#/partners", "Partners").await?;
    browser.until("for three partners", "return page.partners().length === 3", vec![]).await
}

/// Everything is handed out, erased, and brought back from the file.
async fn backup(browser: &Session, folder: &Path) -> Result<()> {
    go(browser, "#/settings/backup", "Settings").await?;
    browser.catch_downloads().await?;
    browser.press("Download backup").await?;
    let file = folder.join("backup.json");
    fs::write(&file, browser.downloaded().await?)?;
    browser.press("Erase everything").await?;
    browser.fill("Type erase to confirm", "erase").await?;
    browser.press("Erase everything").await?;
    browser.see_toast("Everything was erased").await?;
    pick(browser, &file).await?;
    browser.press("Restore").await?;
    browser.see_toast("Backup restored").await?;
    go(browser, "#/partners", "Partners").await?;
    browser.until("for three partners", "return page.partners().length === 3", vec![]).await
}

/// A script is filled in and copied by whatever way the browser has.
async fn script(browser: &Session) -> Result<()> {
    go(browser, "#/scripts/keep-in-touch-tier-4", "Scripts").await?;
    browser.see(".letter mark[data-state=missing]").await?;
    let missing = "return [...new Set(page.all('.letter mark[data-state=missing]').map(it => page.squeezed(it.textContent)))]";
    let fields: Vec<String> = serde_json::from_value(browser.ask(missing, vec![]).await?)?;
    for field in &fields {
        browser.put(field, "Ada").await?;
    }
    browser.see_no(".letter mark[data-state=missing]").await?;
    browser.press("Copy text").await?;
    browser.see_toast("Text copied").await
}

/// A partnership begins to end, and its address is known.
async fn ending(browser: &Session) -> Result<()> {
    go(browser, "#/partners", "Partners").await?;
    browser.press("Northquay").await?;
    browser.see_heading("Northquay").await?;
    browser.see_told("First call").await?;
    let ending = format!("{}/ending", hash(browser).await?);
    go(browser, &ending, "Ending with Northquay").await?;
    browser.press_in("Begin the ending", "Begin the ending").await?;
    browser.see_toast("Ending begun").await
}

async fn stories(name: &str, browser: &mut Session, stand: &Stand) -> Result<()> {
    let folder = scratch(name)?;
    first_run(browser, stand).await?;
    import(browser, &folder).await?;
    backup(browser, &folder).await?;
    script(browser).await?;
    ending(browser).await?;
    stand.see_kept(browser).await?;
    figure(&format!(
        "five stories told at {}",
        browser.run("return `${origin}${location.pathname}`", vec![]).await?
    ));
    Ok(())
}

fn saved(address: String, is_framed: bool) -> Stand {
    Stand { address, is_framed, keeps: true }
}

#[tokio::test]
async fn the_main_stories_are_told_from_a_single_file() -> Result<()> {
    in_single_file("stories_in_a_file", async |browser, address| {
        let stand = Stand { address: address.to_owned(), is_framed: false, keeps: false };
        stories("stories_in_a_file", browser, &stand).await
    })
    .await
}

#[tokio::test]
async fn the_main_stories_are_told_below_a_path() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    let stand = saved(server.url(""), false);
    journey("stories_below_a_path", async |browser| stories("stories_below_a_path", browser, &stand).await)
        .await
}

#[tokio::test]
async fn the_main_stories_are_told_inside_a_page_of_the_same_site() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    let frame =
        format!("<iframe src='{}' width=1200 height=800></iframe>", server.url("?embed=1&workspace=team"));
    let host = format!("<!doctype html><title>host</title><link rel=icon href=data:,>{frame}");
    let stand = saved(server.add_page("/host.html", &host), true);
    journey("stories_in_a_frame", async |browser| stories("stories_in_a_frame", browser, &stand).await).await
}

/// What the browser offers the page, of what it may do without.
const OFFERED: &str = "return [
    isSecureContext, Boolean(navigator.clipboard), Boolean(navigator.serviceWorker), Boolean(navigator.storage?.persist),
    Boolean(navigator.locks), Boolean(crypto.subtle), 'randomUUID' in crypto, 'showSaveFilePicker' in window,
].some(Boolean)";

#[tokio::test]
async fn the_main_stories_are_told_where_the_browser_trusts_no_connection() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    let stand = saved(server.url("").replace("127.0.0.1", NAME), false);
    journey("stories_without_trust", async |browser| {
        stand.open(browser).await?;
        ensure!(browser.run(OFFERED, vec![]).await? == Value::Bool(false), "it is a secure page after all");
        stories("stories_without_trust", browser, &stand).await?;
        // What needs a secure page is not offered, or says so.
        go(browser, "#/settings/backup", "Settings").await?;
        browser.see_text("#keeping", "This browser cannot be asked").await?;
        browser.see_no("#automatic").await?;
        Ok(())
    })
    .await
}
