//! What axe finds, and what 320 px hold.

use anyhow::{Context, Result, ensure};
use e2e::journey::{figure, in_app, root};
use e2e::routes::LIBRARY;
use e2e::session::Session;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use thirtyfour::Key;

use crate::keyboard::{control, key};

const AXE: &str = "axe-core@4.14.1";

/// The text of axe, by npm into `target/axe`; `None` where there is no npm or no network. It is brought once for all journeys.
pub fn axe() -> Option<String> {
    static FOUND: OnceLock<Option<String>> = OnceLock::new();
    FOUND.get_or_init(bring).clone()
}

fn bring() -> Option<String> {
    let folder = root().join("target").join("axe");
    let file: PathBuf = folder.join("node_modules").join("axe-core").join("axe.min.js");
    if !file.is_file() {
        fs::create_dir_all(&folder).ok()?;
        let npm = Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
            .arg(&folder)
            .arg(AXE)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if !npm.is_ok_and(|status| status.success()) {
            return None;
        }
    }
    fs::read_to_string(file).ok()
}

/// Every violation of WCAG 2.2 A and AA and of axe's best practices, a line each.
pub async fn violations(browser: &Session, axe: &str, place: &str) -> Result<Vec<String>> {
    if browser.run("return !window.axe", vec![]).await? == Value::Bool(true) {
        browser.run(axe, vec![]).await?;
    }
    let script = "
        return axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap(rule =>
            rule.nodes.map(node => `${rule.id} (${rule.impact}): ${node.target.join(' ')} ${node.failureSummary.replace(/\\s+/g, ' ').slice(0, 300)}`)))";
    let found = browser.run(script, vec![]).await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    Ok(found.into_iter().map(|line| format!("{place}: {line}")).collect())
}

/// Has axe look at what another journey shows, light and dark, and fails when it finds something.
pub async fn look(browser: &Session, place: &str) -> Result<()> {
    let Some(axe) = axe() else {
        figure(&format!("axe skipped, {place}: npm did not bring axe-core (no npm, or no network)"));
        return Ok(());
    };
    let mut found = Vec::new();
    for scheme in ["dark", "light"] {
        browser.prefer(scheme).await?;
        found.extend(violations(browser, &axe, &format!("{scheme}, {place}")).await?);
    }
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_light_and_dark() -> Result<()> {
    let Some(axe) = axe() else {
        figure("axe skipped: npm did not bring axe-core (no npm, or no network)");
        return Ok(());
    };
    in_app("axe", async |browser, server| {
        browser.before_pages(&axe).await?;
        let mut found = Vec::new();
        let mut screens = 0;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            browser.goto(&server.url("#/partners")).await?;
            browser.see_heading("Partners").await?;
            if scheme == "light" {
                found.extend(violations(browser, &axe, "light, first run").await?);
                browser.add_partner("Northquay").await?;
                browser.log_touchpoint("Kick-off").await?;
                browser.press("Add promise").await?;
                browser.fill("What was promised?", "Price list").await?;
                browser.put("Due", "2199-12-31").await?;
                browser.press_in("Add promise", "Add promise").await?;
                browser.see_told("Price list").await?;
                browser.log_touchpoint("Deleted").await?;
                browser.press("Delete Call").await?;
                browser.goto(&server.url("#/partners")).await?;
                browser.see_heading("Partners").await?;
                screens += 1;
            }
            let scheme_at = |place: &str| format!("{scheme}, {place}");
            found.extend(violations(browser, &axe, &scheme_at("partners")).await?);
            for opened in ["Stage", "Band", "Quiet for", "As of today", "Save view", "Columns"] {
                browser.press(opened).await?;
                browser.see("[popover]:popover-open").await?;
                found.extend(
                    violations(browser, &axe, &scheme_at(&format!("partners with {opened} open"))).await?,
                );
                browser.run("document.querySelector('[popover]:popover-open').hidePopover()", vec![]).await?;
            }
            browser.press("As of today").await?;
            browser.put("Show the list as on", "2199-12-31").await?;
            browser.press_in("As of another day", "Show that day").await?;
            browser.see_text(".field__error", "not come yet").await?;
            found.extend(violations(browser, &axe, &scheme_at("a day to come")).await?);
            browser.run("document.querySelector('.views__presets button').click()", vec![]).await?;
            browser.see_text(".banner", "not today").await?;
            found.extend(violations(browser, &axe, &scheme_at("partners as of another day")).await?);
            browser.press("Back to today").await?;
            browser.run("document.querySelector('tbody .check__box').click()", vec![]).await?;
            browser.see(".selection").await?;
            found.extend(violations(browser, &axe, &scheme_at("partners with a selection")).await?);
            browser.press("Clear the selection").await?;
            browser.press("Add partner").await?;
            browser.press_in("Add partner", "Add partner").await?;
            browser.see(".field__error").await?;
            found.extend(violations(browser, &axe, &scheme_at("partners with a form")).await?);
            browser.press("Cancel").await?;
            browser.press("Northquay").await?;
            browser.see_heading("Northquay").await?;
            found.extend(violations(browser, &axe, &scheme_at("partner")).await?);
            browser.press("Log touchpoint").await?;
            browser.put("Day", "").await?;
            browser.press_in("Log touchpoint", "Log touchpoint").await?;
            browser.see(".field__error").await?;
            found.extend(violations(browser, &axe, &scheme_at("partner with a form")).await?);
            browser.press("Cancel").await?;
            for tab in ["promises", "give-and-get", "traction", "fit-and-decision", "history", "playbooks", "people"] {
                browser.run("const parts = location.hash.split('/'); location.hash = [...parts.slice(0, 3), arguments[0]].join('/')", vec![tab.into()]).await?;
                let here = "return page.all('.tabs__link[aria-current]').some(link => link.href.endsWith(arguments[0]))";
                browser.until("for the tab", here, vec![tab.into()]).await?;
                found.extend(violations(browser, &axe, &scheme_at(tab)).await?);
            }
            if scheme == "light" {
                browser.press_in("People", "Add").await?;
                browser.fill("Name", "Mara Lindqvist").await?;
                found.extend(violations(browser, &axe, "light, a new person").await?);
                browser.press_in("Add person", "Add person").await?;
                browser.see_text(".people-here", "Mara").await?;
                screens += 1;
            }
            browser.press("Mara Lindqvist").await?;
            browser.see_heading("Mara Lindqvist").await?;
            found.extend(violations(browser, &axe, &scheme_at("person")).await?);
            for deed in ["Moved to a new employer", "Edit research", "Add role", "Add link"] {
                browser.press(deed).await?;
                browser.see("form").await?;
                found.extend(violations(browser, &axe, &scheme_at(deed)).await?);
                browser.press("Cancel").await?;
            }
            browser.press_in("Main", "People").await?;
            browser.see_heading("People").await?;
            found.extend(violations(browser, &axe, &scheme_at("people")).await?);
            browser.goto(&server.url("#/playbooks/offboarding")).await?;
            browser.see_heading("Offboarding").await?;
            found.extend(violations(browser, &axe, &scheme_at("a playbook")).await?);
            browser.press("Start").await?;
            browser.choose("For", "Northquay").await?;
            found.extend(violations(browser, &axe, &scheme_at("starting a playbook")).await?);
            browser.press_in("Start playbook", "Start").await?;
            browser.see(".run .checklist__item").await?;
            browser.press("Finish: Brief everyone here who talks to them").await?;
            browser.press_in("Finish item", "Mark done").await?;
            browser.see(".field__error").await?;
            found.extend(violations(browser, &axe, &scheme_at("a playbook at work")).await?);
            browser.press_in("Main", "Playbooks").await?;
            browser.see_heading("Playbooks").await?;
            browser.press("New playbook").await?;
            browser.press_in("A playbook of your own", "Save").await?;
            browser.see(".field__error").await?;
            found.extend(violations(browser, &axe, &scheme_at("playbooks and their editor")).await?);
            browser.goto(&server.url("#/partners")).await?;
            browser.see_heading("Partners").await?;
            control(browser, "k").await?;
            browser.see(".palette").await?;
            found.extend(violations(browser, &axe, &scheme_at("palette")).await?);
            key(browser, "nor").await?;
            browser.see(".palette mark").await?;
            found.extend(violations(browser, &axe, &scheme_at("palette with matches")).await?);
            key(browser, Key::Escape.value().to_string()).await?;
            browser.see_no("dialog").await?;
            key(browser, "?").await?;
            browser.see(".shortcuts").await?;
            found.extend(violations(browser, &axe, &scheme_at("list of keys")).await?);
            key(browser, Key::Escape.value().to_string()).await?;
            browser.see_no("dialog").await?;
            key(browser, "n").await?;
            browser.see(".quick-add").await?;
            key(browser, "Call @Nobody fri").await?;
            key(browser, Key::Enter.value().to_string()).await?;
            browser.see(".quick-add .field__error").await?;
            found.extend(violations(browser, &axe, &scheme_at("quick add")).await?);
            key(browser, Key::Escape.value().to_string()).await?;
            browser.see_no("dialog").await?;
            browser.goto(&server.url("#/scripts")).await?;
            browser.see_heading("Scripts").await?;
            found.extend(violations(browser, &axe, &scheme_at("scripts")).await?);
            browser.press("Warning after an empty quarter").await?;
            browser.choose("Partner", "Northquay").await?;
            browser.see_text(".letter", "Hello").await?;
            found.extend(violations(browser, &axe, &scheme_at("a script with fields missing")).await?);
            browser.press("Settings").await?;
            browser.see_heading("Settings").await?;
            found.extend(violations(browser, &axe, &scheme_at("settings")).await?);
            browser.press("Erase everything").await?;
            browser.see("dialog[open]").await?;
            found.extend(violations(browser, &axe, &scheme_at("erase dialog")).await?);
            browser.press("Cancel").await?;
            browser.goto(&server.url("#/nowhere")).await?;
            found.extend(violations(browser, &axe, &scheme_at("nowhere")).await?);
            browser.goto(&server.url("#/kit")).await?;
            browser.see_heading("Components").await?;
            found.extend(violations(browser, &axe, &scheme_at("kit")).await?);
            browser.press("Partner actions").await?;
            browser.see(".popover .menu__item").await?;
            found.extend(violations(browser, &axe, &scheme_at("kit with an open menu")).await?);
            screens += 30;
        }
        browser.goto(&server.url("#/partners")).await?;
        browser.run("localStorage.clear()", vec![]).await?;
        browser.reload().await?;
        browser.press("Look around with sample data").await?;
        browser.see("tr[data-band=zombie]").await?;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, partners of every band")).await?);
            screens += 1;
        }
        for line in &found {
            figure(line);
        }
        figure(&format!("{AXE}: {} violations on {screens} screens", found.len()));
        ensure!(found.is_empty(), "{} violations", found.len());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_in_a_workspace_at_work() -> Result<()> {
    let Some(axe) = axe() else {
        figure("axe skipped: npm did not bring axe-core (no npm, or no network)");
        return Ok(());
    };
    in_app("axe_sample", async |browser, server| {
        browser.before_pages(&axe).await?;
        let mut found = Vec::new();
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.dismiss_toast().await?;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            browser.goto(&server.url("#/")).await?;
            browser.see(".slab").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, today")).await?);
            browser.press("Drop: Return the amended annex").await?;
            browser.press_in("Drop", "Drop").await?;
            browser.see(".field__error").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, today with a form")).await?);
            browser.press("Cancel").await?;
            browser.goto(&server.url("#/meetings")).await?;
            browser.see_text(".meetings", "Four regions").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, meetings")).await?);
            browser.press("Four regions, one date each").await?;
            browser.see(".recap").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, a meeting")).await?);
            browser.press("Edit").await?;
            browser.see_text("legend", "Their people").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, a meeting with its form")).await?);
            for name in ["Pellworm Systems", "Castellan Advisory", "Northquay"] {
                browser.goto(&server.url("#/partners")).await?;
                browser.see_heading("Partners").await?;
                browser.press(name).await?;
                browser.see_heading(name).await?;
                found.extend(violations(browser, &axe, &format!("{scheme}, {name}")).await?);
            }
            browser.goto(&server.url("#/privacy")).await?;
            browser.see_heading("Privacy").await?;
            found.extend(violations(browser, &axe, &format!("{scheme}, privacy")).await?);
            for screen in LIBRARY {
                screen.reach(browser, server).await?;
                found.extend(violations(browser, &axe, &format!("{scheme}, {}", screen.name)).await?);
            }
        }
        for line in &found {
            figure(line);
        }
        let screens = 18 + 2 * LIBRARY.len();
        figure(&format!("{AXE}: {} violations on {screens} screens of the sample", found.len()));
        ensure!(found.is_empty(), "{} violations", found.len());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn at_320_px_no_screen_scrolls_sideways() -> Result<()> {
    in_app("at_320_px", async |browser, server| {
        browser.add_partner("A partner with a name").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        browser.log_touchpoint(&format!("Short words and one long one: {}", "x".repeat(300))).await?;
        browser.press("Delete Call").await?;
        browser.log_touchpoint(&format!("https://example.com/{}", "path/".repeat(60))).await?;
        browser.resize_as_phone(320, 640).await?;
        let wide = "
            const root = document.documentElement;
            const past = [...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > 321
                && getComputedStyle(part).position !== 'fixed' && !part.closest('.table-scroll, .toolbar__chips, .tabs, .visually-hidden'));
            return [innerWidth, root.scrollWidth, past.slice(0, 5).map(part => part.tagName + '.' + part.className)];";
        browser.press_in("People", "Add").await?;
        browser.fill("Name", "Mara Lindqvist").await?;
        browser.press_in("Add person", "Add person").await?;
        browser.press("Mara Lindqvist").await?;
        browser.see_heading("Mara Lindqvist").await?;
        let person = browser.browser()?.current_url().await?.to_string();
        let places = [
            "#/partners", "#/people", "#/settings", "#/settings/deleted", "#/settings/erase", "#/nowhere", "#/kit",
            "#/privacy", "#/import", "?embed=1#/partners", "?embed=1&workspace=a-name-of-thirty-two-characters#/", "?workspace=A#/",
        ];
        let mut urls: Vec<String> = places.iter().map(|place| server.url(place)).collect();
        urls.push(person);
        for tab in ["people", "promises", "give-and-get", "traction", "fit-and-decision", "history"] {
            urls.push(format!("{page}/{tab}"));
        }
        urls.push(page.clone());
        for url in &urls {
            browser.goto(url).await?;
            // The heading of the page before is seen as long as that page is there.
            let is_there = "return location.href === arguments[0] && Boolean(document.querySelector('main h1'))";
            browser.until(&format!("to be at {url}"), is_there, vec![url.as_str().into()]).await?;
            not_wide(&browser.run(wide, vec![]).await?, url)?;
        }
        for deed in ["Log touchpoint", "Add promise", "Log result", "Log give or get"] {
            browser.press(deed).await?;
            not_wide(&browser.run(wide, vec![]).await?, deed)?;
            browser.press("Cancel").await?;
        }
        browser.goto(&server.url("#/partners")).await?;
        browser.see(".partners__count").await?;
        for opened in ["Stage", "As of today", "Save view", "Columns"] {
            browser.press(opened).await?;
            browser.see("[popover]:popover-open").await?;
            not_wide(&browser.run(wide, vec![]).await?, opened)?;
            browser.run("document.querySelector('[popover]:popover-open').hidePopover()", vec![]).await?;
        }
        browser.goto(&server.url("#/settings/erase")).await?;
        browser.press("Erase everything").await?;
        not_wide(&browser.run(wide, vec![]).await?, "the erase dialog")?;
        figure(&format!("{} screens and dialogs hold in 320 px", urls.len() + 9));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn at_320_px_a_long_name_breaks() -> Result<()> {
    in_app("a_long_name_at_320_px", async |browser, _| {
        browser.resize_as_phone(320, 640).await?;
        let names = [
            "A partner with quite a long name, and more of it, and more",
            "Donaudampfschifffahrtsgesellschaftskapitän",
        ];
        for name in names {
            browser.press("Partners").await?;
            browser.add_partner(name).await?;
            let width = browser.run("return document.documentElement.scrollWidth", vec![]).await?;
            ensure!(width.as_u64().is_some_and(|width| width <= 320), "{name}: {width} px wide");
        }
        Ok(())
    })
    .await
}

fn not_wide(answer: &Value, place: &str) -> Result<()> {
    let width = answer[1].as_u64().with_context(|| format!("{place} has no width: {answer}"))?;
    ensure!(width <= 320, "{place} is {width} px wide: {}", answer[2]);
    Ok(())
}
