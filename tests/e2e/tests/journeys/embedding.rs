//! Part of another page: workspaces side by side, frames of the own site and of others, and who may show the page.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, journey};
use e2e::server::Server;
use e2e::session::Session;
use serde_json::json;
use std::fs;

use crate::accessibility::look;

/// Names that are none.
const NO_NAMES: [&str; 7] =
    ["../../x", "Sales", "", "%zz", "a%20b", "x&workspace=y", "a-name-that-is-longer-than-32-signs"];

async fn address(browser: &Session) -> Result<String> {
    Ok(browser.browser()?.current_url().await?.to_string())
}

/// Presses what downloads a file, and tells its name.
async fn name_of_download(browser: &Session, words: &str) -> Result<String> {
    let note = "
        HTMLAnchorElement.prototype.click = function () { if (this.download) window.handed = this.download; };";
    browser.run(note, vec![]).await?;
    browser.press(words).await?;
    let handed = browser.run("return window.handed", vec![]).await?;
    Ok(handed.as_str().context("nothing was downloaded")?.to_owned())
}

#[tokio::test]
async fn workspaces_of_one_address_know_nothing_of_each_other() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    journey("workspaces", async |browser| {
        browser.start(&server.url("?workspace=sales#/partners")).await?;
        browser.see_text(".brand__workspace", "sales").await?;
        browser.add_partner("Northquay").await?;
        browser.press("Settings").await?;
        browser.see_heading("Settings").await?;
        ensure!(browser.browser()?.title().await? == "Settings · sales · Bridgekeeper");
        let name = name_of_download(browser, "Download backup").await?;
        ensure!(name.starts_with("bridgekeeper-sales-20"), "the file is {name}");
        ensure!(
            address(browser).await?.contains("/a/b/?workspace=sales#/settings"),
            "links keep the workspace"
        );
        let sales = browser.stored().await?;
        ensure!(sales.keys().all(|key| key.starts_with("bk1:a.b~sales:")), "{:?}", sales.keys());

        // The usual one beside it, and a third.
        browser.goto(&server.url("#/partners")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        browser.see_no(".brand__workspace").await?;
        browser.add_partner("Tamarack").await?;
        browser.goto(&server.url("?embed=1&workspace=north-2#/partners")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        browser.see_text(".brand__workspace", "north-2").await?;
        look(browser, "a workspace as part of a page").await?;
        browser.goto(&server.url("?workspace=sales#/partners")).await?;
        browser.see_text("table.partners", "Northquay").await?;
        look(browser, "a workspace with a name").await?;
        ensure!(browser.partner_names().await? == ["Northquay"]);

        // What is no name opens nothing, changes nothing, and leads back.
        browser.see_saved().await?;
        browser.leave(&server).await?;
        let before = browser.stored().await?;
        for name in NO_NAMES {
            browser.goto(&server.url(&format!("?embed=1&workspace={name}#/partners"))).await?;
            browser.see_heading("This address names no workspace").await?;
            browser.see_text("main", "1 to 32 small letters, digits and hyphens").await?;
            browser.see_no(".app").await?;
            ensure!(browser.stored().await? == before, "{name} changed what is stored");
        }
        look(browser, "an address that names no workspace").await?;
        browser.press("Open the usual workspace").await?;
        browser.see("main h1").await?;
        ensure!(address(browser).await?.ends_with("/a/b/?embed=1"), "it is {}", address(browser).await?);
        browser.goto(&server.url("?%zz=%&&=&utm_source=x&Workspace=Y#/partners")).await?;
        browser.see_text("table.partners", "Tamarack").await?;
        figure(&format!("3 workspaces apart; {} bad names changed 0 keys", NO_NAMES.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_leads_back() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("nowhere", async |browser| {
        browser.start(&server.url("#/partners")).await?;
        let id = "0".repeat(26);
        let bad = ["x", "%E0%A4%A", "..%2F..", "<b>", "0"];
        let lists = ["partners", "people", "meetings", "playbooks", "runs", "settings"];
        let mut hashes: Vec<(String, &str)> = vec![("#main".to_owned(), "leads nowhere"), ("#/%".to_owned(), "leads nowhere")];
        hashes.extend(lists.iter().flat_map(|list| bad.map(|bad| (format!("#/{list}/{bad}"), "leads nowhere"))));
        for lost in ["partners/ID/overview", "partners/x/ending", "scripts/x/y/z", "scripts/for/x", "partners?q=1", "program"] {
            hashes.push((format!("#/{}", lost.replace("ID", &id)), "leads nowhere"));
        }
        // Well written, and not here any more.
        for gone in ["partners/ID", "partners/ID/people", "partners/ID/ending", "people/ID", "meetings/ID", "playbooks/ID", "runs/ID", "scripts/no-such-script", "scripts/no-such-script/edit"] {
            hashes.push((format!("#/{}", gone.replace("ID", &id)), "not here"));
        }
        for (hash, words) in &hashes {
            browser.run("location.hash = arguments[0]", vec![json!(hash)]).await?;
            let way_back = "
                const main = document.querySelector('main'), empty = main.querySelector('.empty');
                return page.squeezed(empty?.textContent).includes(arguments[0])
                    && Boolean(empty.querySelector('a[href^=\"#/\"]')) && main.contains(document.activeElement)";
            browser.until(&format!("for a way back from {hash}"), way_back, vec![json!(words)]).await?;
        }
        browser.run("document.querySelector('main .empty a').click()", vec![]).await?;
        browser.see_no("main .empty[role=alert]").await?;
        figure(&format!("{} addresses that lead nowhere, each with a way back", hashes.len()));
        Ok(())
    })
    .await
}

/// What a frame of a width shows.
const LOOK: &str = "
    const frames = page.all('iframe').map(frame => {
        const at = frame.contentDocument, shown = (selector) => page.all(selector, at).filter(page.isShown).length;
        return {
            isReady: Boolean(at.querySelector('main h1')),
            over: at.documentElement.scrollWidth - frame.clientWidth,
            marks: shown('.brand, .topbar__actions button'),
            places: shown('.nav a'),
            tools: shown('.sidebar__search') + shown('.nav .app__new'),
        };
    });
    return frames.every(frame => frame.isReady) ? frames : null;";

#[tokio::test]
async fn inside_a_page_of_the_same_site_it_is_a_part_of_it() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    let frames: String = [390, 800, 1200]
        .map(|width| {
            let page = server.url("?embed=1#/partners");
            format!("<iframe id=w{width} src='{page}' width={width} height=700></iframe>")
        })
        .concat();
    let host = server.add_page(
        "/host.html",
        &format!("<!doctype html><title>host</title><link rel=icon href=data:,>{frames}"),
    );
    journey("frame_of_the_same_site", async |browser| {
        browser.goto(&host).await?;
        let frames = browser
            .wait_for("for the frames", async || {
                Ok(Some(browser.ask(LOOK, vec![]).await?).filter(|it| !it.is_null()))
            })
            .await?;
        for frame in frames.as_array().context("frames")? {
            ensure!(frame["over"].as_i64() <= Some(0), "wider than its frame: {frames}");
            ensure!(frame["marks"] == json!(0), "no frame around the frame: {frames}");
            ensure!(
                frame["places"].as_u64() >= Some(5) && frame["tools"] == json!(2),
                "one gets about: {frames}"
            );
        }
        browser.enter_frame("#w800").await?;
        browser.add_partner("Northquay").await?;
        browser.press_in("Breadcrumb", "Partners").await?;
        browser.press_in("Main", "Today").await?;
        browser.until("for Today", "return location.hash === '#/'", vec![]).await?;
        browser.see_no("aside.reminder").await?;
        ensure!(browser.run("return location.search", vec![]).await? == json!("?embed=1"));
        // It is the copy that a tab of its own shows.
        browser.goto(&server.url("#/partners")).await?;
        browser.see_text("table.partners", "Northquay").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn inside_a_page_of_another_site_it_says_once_that_it_keeps_its_own_data() -> Result<()> {
    let server = Server::start_at(&dist()?, "/a/b/", 0)?;
    let frame = |page: &str| {
        format!(
            "<!doctype html><title>host</title><link rel=icon href=data:,><iframe src='{page}' width=1200 height=800></iframe>"
        )
    };
    let beside = |page: &str| page.replace("127.0.0.1", "localhost");
    let host = beside(&server.add_page("/host.html", &frame(&server.url("?embed=1#/partners"))));
    // The owner's list, written into the page as an owner does.
    let page = fs::read_to_string(dist()?.join("index.html"))?;
    let listed = |origins: &str| -> Result<String> {
        let tag =
            page.split_inclusive('>').find(|tag| tag.contains("framing")).context("no list in the page")?;
        let tag = tag.trim_start().trim_start_matches("<!-- ");
        Ok(page.replace(tag, &format!("<meta name=framing content=\"{origins}\">")))
    };
    let origin = format!("http://localhost:{}", server.port());
    let lists = [
        ("named", format!("https://intranet.example {origin}/")),
        ("self", "self https://intranet.example".to_owned()),
        ("nobody", String::new()),
    ];
    let mut hosts = Vec::new();
    for (name, origins) in &lists {
        let inside = server.add_page(&format!("/a/b/{name}.html"), &listed(origins)?);
        hosts.push((beside(&server.add_page(&format!("/host-{name}.html"), &frame(&inside))), inside));
    }
    journey("frame_of_another_site", async |browser| {
        browser.goto(&host).await?;
        browser.enter_frame("iframe").await?;
        browser.see_text("aside.reminder", "keeps its own data").await?;
        look(browser, "inside a page of another site").await?;
        let link = "return document.querySelector('aside.reminder a').href";
        ensure!(browser.run(link, vec![]).await? == json!(server.url("#/partners")), "to a tab of its own");
        browser.add_partner("Inside").await?;
        browser.press("Understood").await?;
        browser.see_no("aside.reminder").await?;
        let is_kept = "return document.activeElement.id === 'main'";
        browser.until("for the focus in the content", is_kept, vec![]).await?;
        browser.press("Settings").await?;
        browser.see_text("#backup", "Download backup").await?;
        browser.see_no("#automatic").await?;
        browser.goto(&host).await?;
        browser.enter_frame("iframe").await?;
        browser.see_text("table.partners", "Inside").await?;
        browser.see_no("aside.reminder").await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        ensure!(browser.stored().await?.keys().all(|key| !key.contains(":d:partner/")), "a storage apart");

        // Only who is on the list shows it; a tab of its own always does.
        for ((host, alone), (name, _)) in hosts.iter().zip(&lists) {
            browser.goto(host).await?;
            browser.enter_frame("iframe").await?;
            if *name == "named" {
                browser.see(".app main h1").await?;
            } else {
                browser.see_heading("Bridgekeeper is not shown here").await?;
                if *name == "self" {
                    look(browser, "where it is not shown").await?;
                }
                browser.see_no(".app").await?;
                ensure!(
                    browser.run("return document.querySelector('main a').target", vec![]).await?
                        == json!("_blank")
                );
            }
            browser.goto(alone).await?;
            browser.see(".app main h1").await?;
        }
        for (name, is_shown) in [("self", true), ("nobody", false)] {
            browser
                .goto(&server.add_page("/host-own.html", &frame(&server.url(&format!("{name}.html")))))
                .await?;
            browser.enter_frame("iframe").await?;
            browser.see(if is_shown { ".app main h1" } else { ".rescue h1" }).await?;
        }
        Ok(())
    })
    .await
}
