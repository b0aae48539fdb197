//! The list of partners: narrowed, sorted, kept as views, changed by the dozen, walked by keys.

use anyhow::{Context, Result, ensure};
use bridgekeeper::domain::bulk::BulkEdit;
use bridgekeeper::domain::tag::Tag;
use bridgekeeper::domain::view::{Columns, Filter, SavedView, Sorting};
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{Field, Line, Moment, PartnerKind, Refusal, Stage, Tier, Workspace};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::json;
use std::collections::BTreeMap;

use crate::stored::Stored;

/// Name, stage, tier, owner and tags.
const PARTNERS: [(&str, Stage, Tier, &str, &[&str]); 6] = [
    ("Brightloom", Stage::Active, Tier::One, "Ines", &["Health", "North"]),
    ("Corvid", Stage::Active, Tier::Two, "Jonas", &["North"]),
    ("Juniper", Stage::Paused, Tier::Three, "Ines", &[]),
    ("Kestrel", Stage::Prospect, Tier::One, "", &[]),
    ("Northquay", Stage::Onboarding, Tier::Two, "Ines", &["health"]),
    ("Quillstone", Stage::Alumni, Tier::Four, "", &[]),
];

/// What the page would have stored after `fill`, some time ago.
fn stored_after(
    fill: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<(), Refusal>,
) -> Result<BTreeMap<String, String>> {
    let mut stored = Stored::new()?;
    stored.change(fill)?;
    Ok(stored.contents())
}

fn fill(workspace: &mut Workspace, moment: &mut Moment<'_>) -> Result<(), Refusal> {
    for (name, stage, tier, owner, tags) in PARTNERS {
        let id = workspace.add_partner(
            NewPartner {
                name: Line::parse(Field::Name, name)?,
                domain: None,
                kind: PartnerKind::Reseller,
                stage,
                tier,
                owner: Line::parse_optional(Field::Person, owner)?,
            },
            moment,
        )?;
        for tag in tags {
            workspace.edit_many(&[id], &BulkEdit::AddTag(Tag::parse(tag)?), moment)?;
        }
    }
    Ok(())
}

async fn open(
    browser: &Session,
    server: &e2e::server::Server,
    stored: &BTreeMap<String, String>,
) -> Result<()> {
    browser.leave(server).await?;
    browser.store(stored).await?;
    browser.start(&server.url("#/partners")).await?;
    browser.see("table.partners tbody tr").await?;
    Ok(())
}

/// Waits until the table has these names in this order.
async fn see_names(browser: &Session, names: &[&str]) -> Result<()> {
    let script = "return JSON.stringify(page.all('table.partners tbody th bdi').map(it => it.textContent)) === JSON.stringify(arguments[0])";
    browser.until(&format!("for the rows {names:?}"), script, vec![json!(names)]).await
}

/// Ticks a box of what is open over the page.
async fn tick(browser: &Session, words: &str) -> Result<()> {
    let script = "
        const label = page.all('[popover]:popover-open label').find(it => page.squeezed(it.textContent) === arguments[0]);
        label?.click();
        return Boolean(label);";
    browser.until(&format!("for the box {words}"), script, vec![json!(words)]).await
}

/// Presses a button of this part of the page.
async fn click_in(browser: &Session, part: &str, words: &str) -> Result<()> {
    let script = "
        const button = page.all(`${arguments[0]} button`).find(it => page.isShown(it) && page.squeezed(it.textContent) === arguments[1]);
        button?.click();
        return Boolean(button);";
    browser.until(&format!("for {words} in {part}"), script, vec![json!(part), json!(words)]).await
}

/// Opens what a button of this part of the page opens.
async fn open_in(browser: &Session, part: &str, words: &str) -> Result<()> {
    click_in(browser, part, words).await?;
    browser.see("[popover]:popover-open").await?;
    Ok(())
}

/// Writes this into search.
async fn search(browser: &Session, words: &str) -> Result<()> {
    let script = "page.put(document.querySelector('input[type=search]'), arguments[0])";
    browser.ask(script, vec![json!(words)]).await?;
    Ok(())
}

async fn close(browser: &Session) -> Result<()> {
    browser.run("document.querySelector('[popover]:popover-open')?.hidePopover()", vec![]).await?;
    browser.see_no("[popover]:popover-open").await
}

async fn select(browser: &Session, name: &str) -> Result<()> {
    let script = "
        const box = document.querySelector(`[aria-label=\"Select ${arguments[0]}\"]`);
        box?.click();
        return Boolean(box);";
    browser.until(&format!("for the box of {name}"), script, vec![json!(name)]).await
}

#[tokio::test]
async fn the_list_is_narrowed_sorted_and_found_again_as_it_was_left() -> Result<()> {
    let stored = stored_after(fill)?;
    in_app("the_list_is_narrowed", async |browser, server| {
        open(browser, server, &stored).await?;
        let all = ["Brightloom", "Corvid", "Juniper", "Kestrel", "Northquay", "Quillstone"];
        see_names(browser, &all).await?;

        let tabs = "return page.all('.tabs__link').map(it => page.squeezed(it.textContent))";
        let tabs = browser.ask(tabs, vec![]).await?;
        ensure!(tabs == json!(["All 6", "Current 4", "Needs attention 0", "Tier 1 2", "Prospects 1", "Alumni 1"]), "{tabs}");
        browser.press("Prospects 1").await?;
        see_names(browser, &["Kestrel"]).await?;
        browser.press("Current 4").await?;
        // The worst health first: too little is known of three, and who is paused is not scored.
        see_names(browser, &["Brightloom", "Corvid", "Northquay", "Juniper"]).await?;
        browser.press("Remove: Stage: Onboarding, Active, Paused, Ending").await?;
        see_names(browser, &["Brightloom", "Corvid", "Northquay", "Juniper", "Kestrel", "Quillstone"]).await?;
        browser.press("All 6").await?;
        see_names(browser, &all).await?;

        open_in(browser, ".toolbar__chips", "Tag").await?;
        tick(browser, "Health").await?;
        see_names(browser, &["Brightloom", "Northquay"]).await?;
        close(browser).await?;
        open_in(browser, ".toolbar__chips", "Tier").await?;
        tick(browser, "Tier 2").await?;
        tick(browser, "Tier 4").await?;
        see_names(browser, &["Northquay"]).await?;
        close(browser).await?;
        open_in(browser, ".toolbar__chips", "Owner").await?;
        tick(browser, "Nobody").await?;
        browser.see_text("h2", "No partner matches").await?;
        close(browser).await?;
        browser.press("Clear filters").await?;
        see_names(browser, &all).await?;

        open_in(browser, ".toolbar__chips", "Quiet for").await?;
        tick(browser, "30 days").await?;
        browser.until("for the chip", "return page.all('.chip[data-state=set]').some(it => it.textContent.includes('Quiet for: 30 days'))", vec![]).await?;
        close(browser).await?;
        browser.press("Remove: Quiet for: 30 days").await?;

        click_in(browser, "thead", "Stage").await?;
        let sorted = "return document.querySelector('th[aria-sort]').textContent + ' ' + document.querySelector('th[aria-sort]').ariaSort";
        see_names(browser, &["Kestrel", "Northquay", "Brightloom", "Corvid", "Juniper", "Quillstone"]).await?;
        ensure!(browser.ask(sorted, vec![]).await? == "Stage ascending");

        browser.press("Columns").await?;
        tick(browser, "Owner").await?;
        tick(browser, "Next step").await?;
        close(browser).await?;
        let headings = "return page.all('thead th').map(it => page.squeezed(it.textContent)).filter(Boolean)";
        let shown = json!([
            "Partner", "Health", "12 weeks, last 4", "Stage", "Owner", "We gave, we got", "Last two-way"
        ]);
        ensure!(browser.ask(headings, vec![]).await? == shown);

        search(browser, "INES").await?;
        see_names(browser, &["Northquay", "Brightloom", "Juniper"]).await?;
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.browser()?.back().await?;
        browser.see_heading("Partners").await?;
        see_names(browser, &["Northquay", "Brightloom", "Juniper"]).await?;
        ensure!(browser.ask(sorted, vec![]).await? == "Stage ascending");

        browser.reload().await?;
        see_names(browser, &all).await?;
        ensure!(browser.ask(headings, vec![]).await? == shown, "columns are remembered");
        Ok(())
    })
    .await
}

/// What the rows say of health: name, badge and the rule beneath.
const HEALTHS: &str = "
    const text = (row, part) => page.squeezed(row.querySelector(part)?.textContent ?? '');
    return page.all('table.partners tbody tr').map(row =>
        [text(row, 'th bdi'), text(row, '.band'), text(row, '.health__band small')].join(', '));";

/// The badges of the strip with their counts: those of the day, or of the one it is compared with.
fn counts_of(bar: usize) -> String {
    format!("return page.all('.portfolio .stacked')[{bar}]?.getAttribute('aria-label')")
}

#[tokio::test]
async fn health_is_seen_sorted_filtered_and_asked_about_another_day() -> Result<()> {
    in_app("list_health", async |browser, server| {
        browser.goto(&server.url("#/partners")).await?;
        browser.press("Look around with sample data").await?;
        browser.see("table.partners .band").await?;
        let healths = async || {
            let all = "return page.all('table.partners tbody tr').length === parseInt(document.querySelector('.partners__count').textContent)";
            browser.until("for every row", all, vec![]).await?;
            browser.ask(HEALTHS, vec![]).await
        };
        let rows = healths().await?;
        for row in [
            "Pellworm Systems, Zombie, Two quarters empty",
            "Ovington Data, Not enough data, Only 20% covered",
            "Quillstone, Critical, Open breach",
            "Brightloom, At risk, ",
            "Juniper Row, , ",
        ] {
            ensure!(rows.as_array().is_some_and(|rows| rows.contains(&json!(row))), "{row} in {rows}");
        }
        ensure!(browser.ask("return page.all('tr[data-band=zombie]').length", vec![]).await? == 1, "one is marked");
        let moved = "return page.all('.partners__spark .sparkline').length";
        ensure!(browser.ask(moved, vec![]).await? == 7, "a line for each that has scores");

        click_in(browser, "thead", "Health").await?;
        let worst_first = [
            "Pellworm Systems",
            "Castellan Advisory",
            "Quillstone",
            "Brightloom",
            "Kestrel & Vane",
            "Northquay",
            "Sarnhelm Facilities",
            "Ovington Data",
        ];
        let first = "return JSON.stringify(page.all('table.partners tbody th bdi').slice(0, 8).map(it => it.textContent)) === JSON.stringify(arguments[0])";
        browser.until("for the worst first", first, vec![json!(worst_first)]).await?;
        click_in(browser, "thead", "Health").await?;
        let best_first: Vec<&str> = worst_first[..7].iter().rev().copied().chain(["Ovington Data"]).collect();
        browser.until("for the best first, and who is not scored last", first, vec![json!(best_first)]).await?;
        click_in(browser, "thead", "Health").await?;

        open_in(browser, ".toolbar__chips", "Band").await?;
        tick(browser, "At risk").await?;
        see_names(browser, &["Brightloom", "Kestrel & Vane"]).await?;
        close(browser).await?;
        let in_strip = "
            const button = page.all('.portfolio button').find(it => it.textContent.startsWith(arguments[0]));
            button?.click();
            return button?.getAttribute('aria-pressed');";
        browser.ask(in_strip, vec![json!("Critical")]).await?;
        see_names(browser, &["Quillstone", "Brightloom", "Kestrel & Vane"]).await?;
        browser.press("Remove: Band: At risk, Critical").await?;
        browser.ask(in_strip, vec![json!("Zombie watch")]).await?;
        see_names(browser, &["Castellan Advisory"]).await?;
        ensure!(browser.ask(in_strip, vec![json!("Zombie watch")]).await? == "true", "what is chosen says so");
        browser.until("for all", first, vec![json!(worst_first)]).await?;
        browser.press("Needs attention 5").await?;
        see_names(browser, &worst_first[..5]).await?;
        browser.press("All 12").await?;

        let today = healths().await?;
        let then = browser.ask(&counts_of(1), vec![]).await?;
        open_in(browser, ".views", "As of today").await?;
        browser.put("Show the list as on", "2199-12-31").await?;
        browser.press_in("As of another day", "Show that day").await?;
        browser.see_text(".field__error", "This day has not come yet").await?;
        ensure!(browser.value("Show the list as on").await? == "2199-12-31", "what was typed is kept");
        let preset = "page.all('.views__presets button').find(it => it.textContent.startsWith('28 days ago')).click()";
        browser.ask(preset, vec![]).await?;
        browser.see_text(".banner", "not today").await?;
        let counts = format!("{} === arguments[0]", counts_of(0));
        browser.until("for the counts of then", &counts, vec![then]).await?;
        let focus = "return document.activeElement.textContent.startsWith('As of ')";
        browser.until("for the focus on the button", focus, vec![]).await?;
        let before = healths().await?;
        ensure!(before != today, "the bands are those of the day: {before}");
        browser.press("Back to today").await?;
        browser.see_no(".banner[data-tone=warn]").await?;
        let after = healths().await?;
        ensure!(after == today, "and back: {after}");
        figure(&format!("bands 28 days ago: {before}, and today: {today}"));

        open_in(browser, ".views", "As of today").await?;
        browser.put("Show the list as on", "1999-12-31").await?;
        browser.press_in("As of another day", "Show that day").await?;
        browser.see_text("h2", "There was no partner yet on that day").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_view_is_saved_opened_changed_and_deleted_and_bad_names_are_refused() -> Result<()> {
    let stored = stored_after(fill)?;
    in_app("a_view_is_saved", async |browser, server| {
        open(browser, server, &stored).await?;
        search(browser, "ines").await?;
        open_in(browser, ".toolbar__chips", "Tier").await?;
        tick(browser, "Tier 1").await?;
        close(browser).await?;
        see_names(browser, &["Brightloom"]).await?;
        browser.press("Save view").await?;
        browser.press_in("Save view", "Save view").await?;
        browser.see_text(".field__error", "Give it a name").await?;
        browser.put("Name of the view", &"v".repeat(61)).await?;
        browser.press_in("Save view", "Save view").await?;
        browser.see_text(".field__error", "Shorten this to 60 characters").await?;
        browser.put("Name of the view", "Best of Ines").await?;
        browser.press_in("Save view", "Save view").await?;
        browser.see_toast("View saved").await?;
        browser.see_no("[popover]:popover-open").await?;

        browser.reload().await?;
        browser.press("Best of Ines 1").await?;
        see_names(browser, &["Brightloom"]).await?;
        let query = "return document.querySelector('input[type=search]').value";
        ensure!(browser.ask(query, vec![]).await? == "ines");

        browser.press("All 6").await?;
        browser.press("Save view").await?;
        browser.put("Name of the view", "best OF ines").await?;
        browser.press_in("Save view", "Save view").await?;
        browser.see_text(".field__error", "Best of Ines").await?;
        close(browser).await?;

        browser.press("Best of Ines 1").await?;
        browser.press("Remove: Tier: 1").await?;
        browser.press("Save view").await?;
        browser.put("Name of the view", "Ines").await?;
        browser.press_in("Save view", "Save changes").await?;
        browser.see_toast("View changed").await?;
        browser.press("All 6").await?;
        browser.press("Ines 3").await?;
        see_names(browser, &["Brightloom", "Juniper", "Northquay"]).await?;
        browser.press("Save view").await?;
        browser.press_in("Save view", "Delete view").await?;
        browser.see_toast("View deleted").await?;
        let tabs = "return page.all('.tabs__link').length";
        browser.until("for the tab to go", &format!("{tabs} === 6"), vec![]).await?;
        click_in(browser, ".toast", "Undo").await?;
        browser.until("for the tab to come back", &format!("{tabs} === 7"), vec![]).await
    })
    .await
}

#[tokio::test]
async fn the_501st_view_is_refused_and_500_can_be_opened() -> Result<()> {
    let stored = stored_after(|workspace, moment| {
        fill(workspace, moment)?;
        for number in 0..500 {
            let name = Line::parse(Field::Name, &format!("View {number}"))?;
            let tiers = if number == 499 { vec![Tier::Four] } else { Vec::new() };
            let filter = Filter { tiers, ..Filter::default() };
            workspace.save_view(SavedView::new(name, filter, Sorting::default(), Columns::USUAL), moment)?;
        }
        Ok(())
    })?;
    in_app("five_hundred_views", async |browser, server| {
        open(browser, server, &stored).await?;
        browser.press("Save view").await?;
        browser.put("Name of the view", "One more").await?;
        browser.press_in("Save view", "Save view").await?;
        browser.see_text(".field__error", "There is room for 500").await?;
        ensure!(browser.value("Name of the view").await? == "One more", "what was typed is kept");
        close(browser).await?;
        browser.press("495 more").await?;
        browser.press("View 499").await?;
        see_names(browser, &["Quillstone"]).await?;
        figure("500 views: five tabs and 495 in a menu; the 501st is refused at its name");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn many_are_changed_at_once_after_a_preview_and_undone_at_once() -> Result<()> {
    let stored = stored_after(|workspace, moment| {
        fill(workspace, moment)?;
        let full = workspace.partners.iter().find(|(_, partner)| partner.profile.name.as_str() == "Juniper");
        let full = full.map(|(id, _)| *id);
        for number in 0..20 {
            let tag = Tag::parse(&format!("tag {number}"))?;
            workspace.edit_many(full.as_slice(), &BulkEdit::AddTag(tag), moment)?;
        }
        Ok(())
    })?;
    in_app("many_are_changed", async |browser, server| {
        open(browser, server, &stored).await?;
        browser.press("Columns").await?;
        tick(browser, "Tags").await?;
        close(browser).await?;
        for name in ["Brightloom", "Corvid", "Juniper", "Kestrel"] {
            select(browser, name).await?;
        }
        browser.see_text(".selection output", "4 selected").await?;
        open_in(browser, ".selection", "Tag").await?;
        browser.put("Tag", &"t".repeat(1000)).await?;
        browser.press_in("Tag", "Change").await?;
        browser.see_text(".field__error", "Shorten this to 40 characters; it has 1000").await?;
        ensure!(browser.value("Tag").await?.len() == 1000, "what was typed is kept");
        browser.put("Tag", "North").await?;
        let told = "return page.squeezed(document.querySelector('[popover]:popover-open [role=status]').innerText)";
        browser
            .until(
                "for the preview",
                &format!("return (() => {{ {told} }})().startsWith('1 partner will change. 2 are already like that. 1 cannot, because: Juniper: There is room for 20')"),
                vec![],
            )
            .await?;
        browser.press_in("Tag", "Change 1 partner").await?;
        browser.see_toast("Partners changed").await?;
        let north = "return page.all('table.partners tbody tr').filter(it => page.all('.tag', it).some(tag => tag.textContent === 'North')).length";
        browser.until("for three of the north", &format!("{north} === 3"), vec![]).await?;

        open_in(browser, ".selection", "Stage").await?;
        browser.choose("Stage", "Paused").await?;
        browser.put("Reason", "Summer").await?;
        browser.press_in("Stage", "Change 3 partners").await?;
        let stages = "return page.all('table.partners tbody .partners__stage').map(it => it.firstChild.data)";
        let paused = json!(["Paused", "Paused", "Paused", "Paused", "Onboarding", "Alumni"]);
        browser.until("for all to pause", &format!("return JSON.stringify((() => {{ {stages} }})()) === JSON.stringify(arguments[0])"), vec![paused]).await?;
        click_in(browser, ".toast", "Undo").await?;
        let before = json!(["Active", "Active", "Paused", "Prospect", "Onboarding", "Alumni"]);
        browser.until("for one undo to take all back", &format!("return JSON.stringify((() => {{ {stages} }})()) === JSON.stringify(arguments[0])"), vec![before]).await?;

        search(browser, "kestrel").await?;
        browser.see_text(".selection output", "4 selected, 3 not in this list").await?;
        browser.press("Clear the selection").await?;
        browser.see_no(".selection").await
    })
    .await
}

#[tokio::test]
async fn rows_are_walked_selected_edited_and_opened_by_keys() -> Result<()> {
    let stored = stored_after(fill)?;
    in_app("rows_by_keys", async |browser, server| {
        open(browser, server, &stored).await?;
        let focused = "return document.activeElement.textContent === arguments[0]";
        let at = async |name: &str| {
            browser.until(&format!("for the focus on {name}"), focused, vec![json!(name)]).await
        };
        let press = async |key: &str| -> Result<()> {
            let body = browser.browser()?.active_element().await?;
            Ok(body.send_keys(key).await?)
        };
        press("j").await?;
        at("Brightloom").await?;
        press("j").await?;
        press("j").await?;
        at("Juniper").await?;
        press("k").await?;
        at("Corvid").await?;
        press("x").await?;
        browser.see_text(".selection output", "1 selected").await?;
        press("x").await?;
        browser.see_no(".selection").await?;
        press("e").await?;
        browser.see_text(".selection output", "1 selected").await?;
        browser
            .until(
                "for the focus in the bar",
                "return Boolean(document.activeElement.closest('.selection'))",
                vec![],
            )
            .await?;
        press("j").await?;
        at("Juniper").await?;
        press("/").await?;
        browser
            .until("for the focus in search", "return document.activeElement.type === 'search'", vec![])
            .await?;
        press("corj").await?;
        browser.see_text("h2", "No partner matches").await?;
        press("\u{e003}").await?;
        see_names(browser, &["Corvid"]).await?;
        browser.run("document.activeElement.blur()", vec![]).await?;
        press("j").await?;
        at("Corvid").await?;
        press("\u{e007}").await?;
        browser.see_heading("Corvid").await.context("Enter opens the row")
    })
    .await
}
