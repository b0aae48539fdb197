//! The health model in the settings: what a change would do, its versions, and what is refused.

use anyhow::{Context, Result, ensure};
use bridgekeeper::domain::health::{HealthModel, ModelEdition};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use std::collections::BTreeMap;
use thirtyfour::Key;

use crate::keyboard::{control, key};
use crate::large::bare_workspace;
use crate::stored::Stored;

/// The part of the settings, by the palette.
async fn open_model(browser: &Session) -> Result<()> {
    control(browser, "k").await?;
    browser.see(".palette input").await?;
    key(browser, "health model").await?;
    browser.see(".palette mark").await?;
    key(browser, Key::Enter.value().to_string()).await?;
    browser.see_heading("Settings").await?;
    browser.see_text(".panel__note", "version 1, in force").await?;
    Ok(())
}

#[tokio::test]
async fn the_model_is_changed_with_its_effect_in_sight_and_taken_back() -> Result<()> {
    in_app("model", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        open_model(browser).await?;
        browser.see_text("#model-preview", "These are the figures in force").await?;
        browser.fill("Watch, from", "79").await?;
        browser
            .see_text("#model-preview", "1 partner changes band: Northquay, from Watch to At risk.")
            .await?;
        browser.press("Back to version 1").await?;
        browser.see_text("#model-preview", "These are the figures in force").await?;
        ensure!(browser.value("Watch, from").await? == "60", "the draft is gone");

        browser.fill("Watch, from", "79").await?;
        browser.fill("Tier 1, days between touches", "20").await?;
        browser.press("Save version 2").await?;
        browser.see_toast("Health model saved").await?;
        browser.see_text(".versions", "Tier 1: a touch every 20 days, was 30; Watch from 79, was 60").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.see_text(".masthead .band", "At risk").await?;
        browser.see_text(".facts", "touch every 20 days").await?;
        browser.see_text(".trend__note", "Model edited").await?;
        browser.press("Undo").await?;
        browser.see_text(".masthead .band", "Watch").await?;
        let marked =
            "return page.all('.trend__note').some(note => note.textContent.includes('Model edited'))";
        browser.until("for the mark to go", &format!("return !(() => {{ {marked} }})()"), vec![]).await?;
        browser.press("Redo: Edit health model").await?;
        browser.see_text(".masthead .band", "At risk").await?;

        browser.press("Settings").await?;
        browser.press("Use these figures: version 1").await?;
        ensure!(browser.value("Watch, from").await? == "60", "the defaults are in the form");
        browser.press("Save version 3").await?;
        browser.see_text(".versions", "Watch from 60, was 79").await?;
        browser.reload().await?;
        browser.see_text(".panel__note", "version 3, in force").await?;
        figure("a limit named the partner it moves, was saved, marked on the trend, undone and reset");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_refused_figure_says_why_where_it_stands_and_nothing_is_lost() -> Result<()> {
    in_app("refused_model", async |browser, _| {
        browser.press("Settings").await?;
        browser.fill("Pulse, Active", "-3").await?;
        browser.fill("Tier 2, traction points in 90 days", "0").await?;
        browser.fill("Tier 1, days between touches", "").await?;
        browser.fill("Watch, from", "90").await?;
        let components =
            ["Traction", "Commitments", "Engagement", "Milestones", "Give and get", "Relationship", "Pulse"];
        for component in components {
            browser.fill(&format!("{component}, Onboarding"), "0").await?;
        }
        browser.press("Save version 2").await?;
        let refused = "return page.all('#health-model .field__error').map(told => told.textContent)";
        let refused: Vec<String> = serde_json::from_value(browser.ask(refused, vec![]).await?)?;
        let expected = [
            "Use a whole number from 0 to 100",
            "Give at least one component a weight above 0",
            "Enter a number",
            "Use a whole number from 1 to 999",
            "Let the limits fall: Healthy above Watch, and Watch above At risk",
        ];
        ensure!(refused == expected, "{refused:?}");
        ensure!(browser.value("Pulse, Active").await? == "-3", "what was typed stands");
        let versions = browser.ask("return page.all('.versions li').length", vec![]).await?;
        ensure!(versions.as_u64() == Some(1), "nothing is saved: {versions}");
        for (label, figure) in [
            ("Pulse, Active", "3"),
            ("Tier 2, traction points in 90 days", "5"),
            ("Tier 1, days between touches", "28"),
            ("Watch, from", "65"),
            ("Traction, Onboarding", "1"),
        ] {
            browser.fill(label, figure).await?;
        }
        browser.press("Save version 2").await?;
        browser.see_toast("Health model saved").await?;
        browser.see_text(".versions", "7 figures more").await?;
        figure("five refusals at their fields, mended one by one");
        Ok(())
    })
    .await
}

/// A workspace whose latest model breaks a rule, which no form and no verb lets through.
fn broken_model() -> Result<BTreeMap<String, String>> {
    let mut stored = Stored::new()?;
    stored.change(|workspace, moment| {
        let edition =
            ModelEdition { limits: vec![40, 60, 80], ..HealthModel::DEFAULT.edition(moment.today()) };
        workspace.health_editions.insert(moment.new_id(), edition);
        Ok(())
    })?;
    Ok(stored.contents())
}

#[tokio::test]
async fn a_stored_model_that_breaks_a_rule_is_replaced_and_named() -> Result<()> {
    in_app("broken_model", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&broken_model()?).await?;
        browser.start(&server.url("#/settings/health-model")).await?;
        browser.see_banner("Version 2 of").await?;
        browser.see_banner("Let the limits fall").await?;
        browser.see_text(".panel__note", "version 1, in force").await?;
        ensure!(browser.value("Healthy, from").await? == "80", "the default stands in");
        browser.fill("Healthy, from", "82").await?;
        browser.press("Save version 3").await?;
        browser.see_text(".versions", "Healthy from 82, was 80").await?;
        browser.see_text(".panel__note", "version 3, in force").await?;
        browser.see_no("#health-model .banner").await?;
        figure("a broken model was named, and settled by the next version");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn typing_figures_is_not_held_up_by_10_000_partners() -> Result<()> {
    in_app("model_of_many", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&bare_workspace(10_000)?).await?;
        browser.start(&server.url("#/settings/health-model")).await?;
        browser.see_text("#model-preview", "These are the figures in force").await?;
        // What keeps the page busy, from the first figure until the preview stands.
        let script = "
            const input = page.field('Healthy, from');
            window.busiest = 0;
            window.started = performance.now();
            let last = window.started;
            const beat = new MessageChannel();
            beat.port1.onmessage = () => {
                const now = performance.now();
                window.busiest = Math.max(window.busiest, now - last);
                last = now;
                if (!window.stopped) beat.port2.postMessage(0);
            };
            beat.port2.postMessage(0);
            for (const figure of ['9', '95', '9', '99']) page.put(input, figure);
            return true";
        browser.ask(script, vec![]).await?;
        browser.see_text("#model-preview", "With these figures").await?;
        let measured = "window.stopped = true; return [window.busiest, performance.now() - window.started]";
        let measured: Vec<f64> = serde_json::from_value(browser.ask(measured, vec![]).await?)?;
        let (busiest, all) = (measured.first().context("two")?, measured.get(1).context("two")?);
        // Half a tenth of a second is felt by nobody; slow machines get twice that.
        ensure!(*busiest < 100.0, "the page was busy for {busiest} ms");
        figure(&format!("10,000 partners in {all:.0} ms, at most {busiest:.0} ms at once"));
        Ok(())
    })
    .await
}
