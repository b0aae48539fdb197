//! Nothing leaves the page. What `#/privacy` and the README claim, from the browser's own log of its traffic.

use anyhow::{Context, Result, ensure};
use e2e::journey::{dist, figure, journey, scratch};
use e2e::lacks::Lack;
use e2e::netlog::NetLog;
use e2e::routes::{EMPTY, LIBRARY, SEEDED};
use e2e::seed;
use e2e::server::Server;
use std::fs;

use crate::backup::pick;

/// Where Chromium calls home by itself, whatever page is open; the last is the page that Debian's starts with.
const OF_CHROMIUM: [&str; 5] = ["google.com", "googleapis.com", "gstatic.com", "gvt1.com", "duckduckgo.com"];
/// Nobody's: reserved, so that asking for it does no harm.
const ELSEWHERE: &str = "elsewhere.example";

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
    rest.rsplit_once(':').map_or(rest, |(host, _)| host)
}

fn is_of_chromium(address: &str) -> bool {
    let host = host(address);
    OF_CHROMIUM.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

#[tokio::test]
async fn every_screen_asks_for_the_pages_own_files_and_nothing_else() -> Result<()> {
    let server = Server::start_at(&dist()?, "/some/where/", 0)?;
    let folder = scratch("proof")?;
    let file = folder.join("traffic.json");
    let mut is_logged = true;
    journey("proof", async |browser| {
        is_logged = !browser.lacks(Lack::NetLog);
        if is_logged {
            browser.restart_with(format!("--log-net-log={}", file.display())).await?;
        }
        for screen in EMPTY {
            screen.reach(browser, &server).await?;
        }
        browser.start(&server.url("")).await?;
        seed::fill(browser).await?;
        for screen in SEEDED.iter().chain(LIBRARY) {
            screen.reach(browser, &server).await.with_context(|| format!("screen {}", screen.name))?;
        }
        // The worker.
        browser.goto(&server.url("#/import")).await?;
        let list = folder.join("list.csv");
        fs::write(&list, "Name;Website\nTamarack;tamarack.example\n")?;
        browser.see_heading("Import a list").await?;
        pick(browser, &list).await?;
        browser.see_text(".import__rows", "Tamarack").await?;

        // The instrument shows what it is there to show: a breach of the policy is an error of the page, and a
        // connection from another page is in the log.
        browser.allow_error(ELSEWHERE);
        // What a browser asks for by itself where a page names no icon, as the open one does not.
        browser.allow_error("/favicon.ico");
        let script = "
            const breach = new Promise(resolve => document.addEventListener('securitypolicyviolation', resolve));
            fetch(`https://${arguments[0]}/x`).catch(() => {});
            return (await breach).violatedDirective";
        let refused = browser.run(script, vec![ELSEWHERE.into()]).await?;
        ensure!(refused == "connect-src", "{refused}");
        let open = server.add_page(
            "/open.html",
            &format!("<!doctype html><script>fetch('http://{ELSEWHERE}/y').catch(() => document.title = 'asked')</script>"),
        );
        browser.goto(&open).await?;
        browser.until("for the answer", "return document.title === 'asked'", vec![]).await
    })
    .await?;

    let published: Vec<String> = fs::read_dir(dist()?)?
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    let is_ours = |path: &str| {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        path.strip_prefix("/some/where/")
            .is_some_and(|name| name.is_empty() || published.iter().any(|file| file == name))
    };
    let asked = server.asked();
    for request in &asked {
        let path = request.strip_prefix("GET ").with_context(|| format!("the page asked for: {request}"))?;
        ensure!(
            is_ours(path) || ["/open.html", "/favicon.ico"].contains(&path),
            "{path} is none of our files"
        );
    }
    if !is_logged {
        return Ok(());
    }

    let log = NetLog::read(&file)?;
    let ours = format!("http://127.0.0.1:{}", server.port());
    let mut requests = 0;
    for (address, origin) in &log.requests {
        let from_a_page = origin.is_some();
        if let Some(path) = address.strip_prefix(&ours) {
            ensure!(is_ours(path) || ["/open.html", "/favicon.ico"].contains(&path), "asked for {address}");
            requests += 1;
        } else if from_a_page {
            ensure!(
                address.starts_with("blob:") || address == &format!("http://{ELSEWHERE}/y"),
                "{origin:?} asked for {address}"
            );
        } else {
            ensure!(is_of_chromium(address), "somebody asked for {address}");
        }
    }
    let elsewhere = log.requests.iter().filter(|(address, _)| host(address) == ELSEWHERE).count();
    ensure!(elsewhere == 1, "the open page's request is in the log, and the refused one is not: {elsewhere}");
    for name in &log.names {
        ensure!(name == &ours || host(name) == ELSEWHERE || is_of_chromium(name), "it looked up {name}");
    }
    let on_this_machine = |address: &&String| address.starts_with("127.") || address.starts_with("[::1]");
    for connection in log.connections.iter().filter(on_this_machine) {
        ensure!(ours.ends_with(connection.as_str()), "it connected to {connection}");
    }
    for address in &log.packets {
        ensure!(address.ends_with(":53"), "packets went to {address}");
    }
    figure(&format!(
        "{requests} requests, all for the page's own {} files; no page named another host; packets went to {:?}",
        published.len(),
        log.packets
    ));
    Ok(())
}
