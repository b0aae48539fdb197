//! The page without its server: what it keeps to open, and how a newer version of it arrives.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::journey::{dist, figure, journey, scratch};
use e2e::lacks::Lack;
use e2e::server::Server;
use e2e::session::Session;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::accessibility::look;
use crate::backup::pick;

const LIST: &str = "Company name;Website\nTamarack Group;tamarack.example\n";

/// The places one is led to, and what stands on top of each.
const PLACES: [(&str, &str); 10] = [
    ("#/partners", "Partners"),
    ("#/people", "People"),
    ("#/meetings", "Meetings"),
    ("#/playbooks", "Playbooks"),
    ("#/playbooks/offboarding", "Offboarding"),
    ("#/scripts", "Scripts"),
    ("#/lessons", "Lessons"),
    ("#/settings", "Settings"),
    ("#/kit", "Components"),
    ("#/import", "Import a list"),
];

#[tokio::test]
async fn without_its_server_the_page_starts_and_every_screen_of_it_opens() -> Result<()> {
    let server = Server::start_at(&dist()?, "/some/where/", 0)?;
    journey("without_its_server", async |browser| {
        browser.start(&server.url("#/partners")).await?;
        browser.add_partner("Northquay").await?;
        browser.see_saved().await?;
        see_kept(browser).await?;
        let names = published(&dist()?)?;
        ensure!(kept(browser).await? == json!(names), "what is published is kept: {}", kept(browser).await?);
        let size: u64 = names
            .iter()
            .map(|name| fs::metadata(dist()?.join(name)).map(|file| file.len()).map_err(Into::into))
            .sum::<Result<_>>()?;
        figure(&format!("kept for offline use: {} files, {} kB unpacked", names.len(), size / 1000));

        // What an installed app needs.
        if !browser.lacks(Lack::Installing) {
            let tools = browser.browser()?.cdp();
            let manifest = tools.send_raw("Page.getAppManifest", json!({})).await?;
            ensure!(manifest["errors"] == json!([]), "{manifest}");
            let hindrances = tools.send_raw("Page.getInstallabilityErrors", json!({})).await?;
            ensure!(hindrances["installabilityErrors"] == json!([]), "{hindrances}");
        }

        server.go_away();
        browser.restart().await?;
        browser.start(&server.url("")).await?;
        for (place, heading) in PLACES {
            browser.run("location.hash = arguments[0]", vec![json!(place)]).await?;
            browser.see_heading(heading).await?;
        }
        // Work beside the page is a file of its own, and so is what it runs.
        let list = scratch("without_its_server")?.join("partners.csv");
        fs::write(&list, LIST)?;
        pick(browser, &list).await?;
        browser.see_text(".import__rows", "Tamarack Group").await?;
        // Another tab, asked for in another way.
        browser.open_tab(&server.url("index.html?embed=1#/partners")).await?;
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.goto(&server.url("#/settings")).await?;
        browser.see_text("#offline", "Opens offline").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_newer_version_waits_for_its_user_and_what_is_being_typed_stays() -> Result<()> {
    let folder = scratch("a_newer_version")?;
    // Two copies on one origin, one below the other.
    copy(&dist()?, &folder.join("one"))?;
    copy(&dist()?, &folder.join("one/two"))?;
    let one = folder.join("one");
    let server = Server::start(&folder)?;
    journey("a_newer_version", async |browser| {
        if browser.lacks(Lack::ReloadingFromKept) {
            return Ok(());
        }
        // The worker asked for the file that is not there.
        browser.allow_error("worker-");
        let elsewhere = server.url("one/two/");
        let page = server.url("one/index.html#/partners");
        browser.start(&page).await?;
        see_kept(browser).await?;
        browser.goto(&elsewhere).await?;
        browser.see("main h1").await?;
        see_kept(browser).await?;
        browser.start(&page).await?;

        // A version with a file missing is none.
        let worker = publish(&one, "second")?;
        server.withhold(Some(&worker));
        ensure!(look_for_newer(browser).await? == "redundant", "it is not installed");
        browser.reload().await?;
        ensure!(version(browser).await? == Value::Null, "the page is the one it was");
        server.withhold(None);

        browser.press("Add partner").await?;
        browser.fill("Partner name", "Half a na").await?;
        browser.run("window.sameAsBefore = true", vec![]).await?;
        let typing = browser.tab().await?;
        let other = browser.open_tab(&page).await?;
        ensure!(look_for_newer(browser).await? == "installed", "with all its files it is");
        browser.see_toast("New version").await?;
        look(browser, "a newer version is there").await?;
        ensure!(version(browser).await? == Value::Null, "nothing takes over by itself");
        browser.enter_tab(&typing).await?;
        browser.see_toast("New version").await?;
        browser.enter_tab(&other).await?;
        browser.resize(390, 844).await?;
        let fits = "return page.all('.toast').every(it => it.getBoundingClientRect().right <= innerWidth)";
        ensure!(browser.ask(fits, vec![]).await? == true, "a phone shows all of the notice");
        browser.whole_window().await?;
        browser.press("Reload").await?;
        see_version(browser, "second").await?;

        // The tab beside it goes on as it was, with the files of its own version.
        browser.enter_tab(&typing).await?;
        ensure!(browser.run("return window.sameAsBefore", vec![]).await? == true, "it was not loaded anew");
        ensure!(browser.value("Partner name").await? == "Half a na", "the form is as it was");
        browser.fill("Partner name", "Northquay").await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_heading("Northquay").await?;
        browser.run("location.hash = '#/import'", vec![]).await?;
        browser.see_heading("Import a list").await?;
        let list = folder.join("partners.csv");
        fs::write(&list, LIST)?;
        pick(browser, &list).await?;
        browser.see_text(".import__rows", "Tamarack Group").await?;
        ensure!(browser.run("return window.sameAsBefore", vec![]).await? == true, "still not");
        browser.press("Reload").await?;
        see_version(browser, "second").await?;

        // Two are kept of this copy, and the one below it has never heard of any of it.
        publish(&one, "third")?;
        ensure!(look_for_newer(browser).await? == "installed", "it has arrived");
        browser.see_toast("New version").await?;
        browser.press("Reload").await?;
        see_version(browser, "third").await?;
        let counted = "return (async () => {
            const counts = {};
            for (const name of await caches.keys()) {
                const [, scope] = name.split(' ');
                counts[new URL(scope).pathname] = (counts[new URL(scope).pathname] ?? 0) + !name.endsWith(' used');
            }
            return counts;
        })()";
        let counts = browser.run(counted, vec![]).await?;
        ensure!(counts == json!({ "/one/": 2, "/one/two/": 1 }), "{counts}");

        // What is kept and broken keeps the page from starting, and its user throws it away.
        let breaking = "return (async () => {
            const { scope } = await navigator.serviceWorker.getRegistration();
            for (const name of (await caches.keys()).filter(name => name.includes(` ${scope} `))) {
                const cache = await caches.open(name);
                for (const { url } of await cache.keys()) {
                    if (/bridgekeeper-[^/]*\\.js$/.test(url)) await cache.put(url, new Response('broken('));
                }
            }
        })()";
        browser.run(breaking, vec![]).await?;
        browser.allow_error("MIME type");
        browser.browser()?.refresh().await?;
        browser.see_text("h1", "Bridgekeeper could not start").await?;
        browser.press("Reload").await?;
        browser.see_no(".rescue").await?;
        see_version(browser, "third").await?;
        see_kept(browser).await?;

        server.go_away();
        browser.goto(&elsewhere).await?;
        browser.see("main h1").await?;
        ensure!(version(browser).await? == Value::Null, "the copy below is as it was");
        browser.goto(&page).await?;
        see_version(browser, "third").await?;
        Ok(())
    })
    .await
}

/// Waits until this copy of the page has its files.
async fn see_kept(browser: &Session) -> Result<()> {
    let kept = "return (async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        // The page is kept last.
        return registration?.active?.state === 'activated' && registration.scope === new URL('./', location.href).href
            && !!await caches.match(new URL('index.html', registration.scope).href);
    })()";
    browser.until("for the files to be kept", kept, vec![]).await
}

/// The names of the files that are kept for this page.
async fn kept(browser: &Session) -> Result<Value> {
    let names = "return (async () => {
        const { scope } = await navigator.serviceWorker.getRegistration();
        const [build] = (await caches.keys()).filter(name => name.includes(` ${scope} `) && !name.endsWith(' used'));
        return (await (await caches.open(build)).keys()).map(({ url }) => url.slice(scope.length)).sort();
    })()";
    browser.run(names, vec![]).await
}

/// Has the browser look for a newer version, and waits for what becomes of it.
async fn look_for_newer(browser: &Session) -> Result<Value> {
    let look = "return (async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const worker = registration.installing ?? registration.waiting;
        while (worker?.state === 'installing') {
            await new Promise(resolve => worker.addEventListener('statechange', resolve, { once: true }));
        }
        return worker?.state ?? 'redundant';
    })()";
    browser.run(look, vec![]).await
}

/// Which [`publish`]ed version the page is of.
async fn version(browser: &Session) -> Result<Value> {
    browser
        .run("return [...document.querySelectorAll('meta[name=version]')].at(-1)?.content ?? null", vec![])
        .await
}

async fn see_version(browser: &Session, name: &str) -> Result<()> {
    browser
        .wait_for(&format!("for the {name} version"), async || {
            Ok((version(browser).await? == name).then_some(()))
        })
        .await?;
    browser.see("main h1").await?;
    Ok(())
}

/// What is published for the page, without what lies beside it.
fn published(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_beside =
            [".br", ".gz", "SHA256SUMS", "sw.js", "bridgekeeper.html"].iter().any(|end| name.ends_with(end));
        if entry.file_type()?.is_file() && !is_beside {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for name in published(from)?.iter().map(String::as_str).chain(["sw.js"]) {
        fs::copy(from.join(name), to.join(name)).with_context(|| format!("{name} is not there"))?;
    }
    Ok(())
}

/// Publishes another version over the one in the folder: its page says so, and its worker's script, whose name is returned,
/// is called otherwise, as when its content had changed.
fn publish(folder: &Path, version: &str) -> Result<String> {
    let page = fs::read_to_string(folder.join("index.html"))?;
    let names = published(folder)?;
    let worker =
        names.iter().find(|name| name.starts_with("worker-") && name.ends_with(".js")).context("a worker")?;
    let renamed: String = Sha256::digest(version).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let renamed = format!("worker-{renamed}.js");
    fs::rename(folder.join(worker), folder.join(&renamed))?;
    let (head, rest) = page.split_once("<title>").context("a title")?;
    let page = format!("{head}<meta name=version content={version}><title>{rest}").replace(worker, &renamed);
    fs::write(folder.join("index.html"), page)?;

    let script = fs::read_to_string(folder.join("sw.js"))?;
    let (_, code) = script.split_once("};\n").context("a list, then the code")?;
    let sums: BTreeMap<String, String> = published(folder)?
        .into_iter()
        .map(|name| Ok((name.clone(), STANDARD.encode(Sha256::digest(fs::read(folder.join(name))?)))))
        .collect::<Result<_>>()?;
    let list = serde_json::to_string(&sums)?;
    let build: String = Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    fs::write(folder.join("sw.js"), format!("const build = \"{build}\";\nconst files = {list};\n{code}"))?;
    Ok(renamed)
}
