//! Today: what is owed, late and due, each answered where it stands.

use anyhow::{Result, ensure};
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{Commitment, Field, Line, PartnerKind, Promise, Refusal, Side, Stage, Tier};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

use crate::stored::Stored;

/// The titles of the rows beneath a heading.
async fn rows(browser: &Session, heading: &str) -> Result<Vec<String>> {
    let script = "return page.all(`section[aria-labelledby=${arguments[0]}] .item__title`).map(it => it.textContent.trim())";
    Ok(serde_json::from_value(browser.ask(script, vec![heading.into()]).await?)?)
}

/// How many rows the navigation counts.
async fn counted(browser: &Session) -> Result<u64> {
    let script = "return parseInt(document.querySelector('.nav__count')?.textContent ?? '0')";
    Ok(browser.ask(script, vec![]).await?.as_u64().unwrap_or_default())
}

#[tokio::test]
async fn an_empty_workspace_is_welcomed_and_led_to_its_first_partner() -> Result<()> {
    in_app("today_empty", async |browser, server| {
        browser.goto(&server.url("")).await?;
        browser.see_text("h2", "Your partnerships").await?;
        ensure!(counted(browser).await? == 0, "nothing to do");
        browser.press("Add a partner").await?;
        browser.see_heading("Partners").await?;
        browser.fill("Partner name", "Northquay").await?;
        browser.press_in("Add partner", "Add partner").await?;
        browser.see_heading("Northquay").await?;
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(".empty h2", "Nothing is waiting for you").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_late_is_finished_or_dropped_where_it_stands() -> Result<()> {
    in_app("today_tasks", async |browser, server| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.goto(&server.url("#/")).await?;
        browser.see_text(".page__lede", "things need you").await?;
        let late = rows(browser, "late").await?;
        let before = counted(browser).await?;
        ensure!(late.len() > 4, "the sample is late with something: {late:?}");

        browser.click("input[aria-label='Mark done: Draft the joint price list']").await?;
        browser.see_toast("Promise done").await?;
        let gone = "return !page.all('.item__title').some(it => it.textContent.includes('Draft the joint price list'))";
        browser.until("for the row to go", gone, vec![]).await?;
        ensure!(counted(browser).await? == before - 1, "the navigation counts one less");
        browser.press("Undo: Mark done").await?;
        browser.see_text(".item__title", "Draft the joint price list").await?;
        ensure!(counted(browser).await? == before, "and one more again");

        browser.press("Drop: Return the amended annex").await?;
        browser.press_in("Drop", "Drop").await?;
        browser.see(".field__error").await?;
        browser.fill("Why is it dropped?", "Their counsel signed the old one").await?;
        browser.press_in("Drop", "Drop").await?;
        browser.see_toast("Promise dropped").await?;
        let gone = "return !page.all('.item__title').some(it => it.textContent.includes('Return the amended annex'))";
        browser.until("for the row to go", gone, vec![]).await?;

        browser.press("Answered: Northquay").await?;
        browser.see_toast("Noted as answered").await?;
        browser.press("Log touch: Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.press_in("Log touchpoint", "Log touchpoint").await?;
        browser.see_toast("Touchpoint logged").await?;
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(".page__lede", "things need you").await?;
        ensure!(rows(browser, "quiet").await?.is_empty(), "nobody is quiet any more");
        figure(&format!("{} rows late, {before} to do in the sample", late.len()));
        Ok(())
    })
    .await
}

/// Sets the clock of every page to come, and the time zone it is read in.
async fn set_clock(browser: &Session, instant: &str, zone: &str) -> Result<()> {
    let source = format!(
        "(() => {{
            const Real = Date, ahead = Real.parse('{instant}') - Real.now();
            window.Date = class extends Real {{
                constructor(...given) {{ if (given.length) super(...given); else super(Real.now() + ahead); }}
                static now() {{ return Real.now() + ahead; }}
            }};
        }})()"
    );
    browser.before_pages(&source).await?;
    browser.in_zone(zone).await
}

#[tokio::test]
async fn a_day_begins_at_the_midnight_of_whoever_reads() -> Result<()> {
    let mut stored = Stored::new()?;
    stored.change(|workspace, moment| {
        let name = Line::parse(Field::Name, "Northquay")?;
        let (kind, stage, tier) = (PartnerKind::Reseller, Stage::Prospect, Tier::Two);
        let id = workspace
            .add_partner(NewPartner { name, domain: None, kind, stage, tier, owner: None }, moment)?;
        let due = Refusal::date(Field::Due, "2026-10-25")?;
        let promise = Commitment {
            what: Line::parse(Field::What, "Send the price list")?,
            side: Side::Ours,
            person: None,
            dates: Promise::new(moment.today(), due)?,
            from_meeting: None,
        };
        workspace.partner_mut(id)?.record(promise, moment).map(|_| ())
    })?;
    let stored = stored.contents();
    in_app("today_zones", async |browser, server| {
        // One instant, three days; then the hour that comes twice, and the end of a day of 25 hours.
        let cases = [
            ("2026-10-25T10:30:00Z", "Pacific/Kiritimati", "October 26", 1, 0),
            ("2026-10-25T10:30:00Z", "Pacific/Pago_Pago", "October 24", 0, 0),
            ("2026-10-25T10:30:00Z", "UTC", "October 25", 0, 1),
            ("2026-10-25T00:30:00Z", "Europe/Berlin", "October 25", 0, 1),
            ("2026-10-25T01:30:00Z", "Europe/Berlin", "October 25", 0, 1),
            ("2026-10-25T22:59:00Z", "Europe/Berlin", "October 25", 0, 1),
            ("2026-10-25T23:01:00Z", "Europe/Berlin", "October 26", 1, 0),
        ];
        for (instant, zone, day, late, due) in cases {
            set_clock(browser, instant, zone).await?;
            browser.leave(server).await?;
            browser.store(&stored).await?;
            browser.start(&server.url("#/")).await?;
            browser.see_text("h1", day).await?;
            let found = (rows(browser, "late").await?.len(), rows(browser, "due").await?.len());
            ensure!(found == (late, due), "{instant} in {zone}: {found:?} late and due");
        }
        figure(&format!("{} moments, each on its own day", cases.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_row_that_can_wait_is_put_off_and_brought_back() -> Result<()> {
    in_app("today_later", async |browser, server| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.goto(&server.url("#/")).await?;
        browser.see_text(".page__lede", "things need you").await?;
        let before = counted(browser).await?;
        browser.press("Show later: Draft the joint price list").await?;
        browser.press_in("Show later", "Show later").await?;
        browser.see_text(".field__error", "Choose a day").await?;
        browser.fill("Or on another day", "2000-01-01").await?;
        browser.press_in("Show later", "Show later").await?;
        browser.see_text(".field__error", "This must not be before").await?;
        browser.click(".question .chip").await?;
        browser.see_toast("Off today's list until then").await?;
        browser.see_no(".question").await?;
        ensure!(counted(browser).await? == before - 1, "the navigation counts one less");
        let title = browser.browser()?.title().await?;
        ensure!(title == format!("({}) Today · Bridgekeeper", before - 1), "and so does the title: {title}");
        // After a reload it waits still.
        browser.reload().await?;
        browser.see_text("details summary", "1 later").await?;
        browser.click("details summary").await?;
        browser.see_text("details .item", "back tomorrow").await?;
        browser.press("Bring back: Draft the joint price list").await?;
        browser.see_no("details").await?;
        ensure!(counted(browser).await? == before, "and one more again");
        figure("a row put off until tomorrow, still waiting after a reload, and brought back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_zombie_is_answered_from_today_and_the_ending_begins() -> Result<()> {
    in_app("today_zombie", async |browser, server| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        browser.goto(&server.url("#/")).await?;
        browser.see_text(".slab__title", "Pellworm Systems has had nothing to show since").await?;
        browser.see_text(".slab", "The decision was put off until").await?;
        ensure!(
            browser.ask("return page.all('.quarters li').length", vec![]).await?.as_u64() > Some(2),
            "the evidence"
        );
        browser.see_text(".portfolio", "partners by health").await?;
        browser.press("Begin the ending").await?;
        browser.see_heading("Ending with Pellworm Systems").await?;
        let reason = browser.value("In a few words").await?;
        ensure!(reason == "Two quarters without traction", "the reason stands ready");
        browser.press_in("Begin the ending", "Begin the ending").await?;
        browser.see_toast("Ending begun").await?;
        browser.see_text(".crossing [data-state=now]", "The call").await?;
        browser.press("Bridgekeeper, go to Today").await?;
        browser.see_text(".page__lede", "things need you").await?;
        browser.see_no(".slab").await?;
        browser.press("Undo: Begin the ending").await?;
        browser.see_text(".slab__title", "Pellworm Systems").await?;
        Ok(())
    })
    .await
}
