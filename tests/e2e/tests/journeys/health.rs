//! Health on the screen of a partner: what it is made of, what is owed, and what lifts it.

use anyhow::{Context, Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;

/// Opens a partner of the sample from the list.
async fn open(browser: &Session, name: &str) -> Result<()> {
    browser.press_in("Main", "Partners").await?;
    browser.press(name).await?;
    browser.see_heading(name).await
}

/// What stands in the page at a selector, as numbers.
async fn numbers(browser: &Session, selector: &str) -> Result<Vec<f64>> {
    let script = "return page.all(arguments[0]).map(it => parseFloat(it.textContent))";
    Ok(serde_json::from_value(browser.ask(script, vec![selector.into()]).await?)?)
}

#[tokio::test]
async fn a_score_says_what_it_is_made_of_and_a_step_that_raises_it_does() -> Result<()> {
    in_app("health", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        open(browser, "Northquay").await?;
        let [score] = numbers(browser, ".reading__score > b").await?[..] else {
            anyhow::bail!("one score");
        };
        let earned = numbers(browser, ".components tbody .components__earned b").await?;
        ensure!(earned.len() == 7, "every component is shown: {earned:?}");
        let sum: f64 = earned.iter().sum();
        ensure!((sum - score).abs() <= 1.0, "{earned:?} make {score}");
        browser.see_text("figcaption", "If nothing changes, Northquay").await?;
        browser.press("The same as a table").await?;
        let rows = browser.ask("return page.all('.trend tbody tr').length", vec![]).await?;
        ensure!(rows.as_u64() > Some(6), "the table has the months: {rows:?}");

        browser.press("Turn one lead into a meeting").await?;
        browser.press_in("Log result", "Log result").await?;
        browser.see_toast("Result logged").await?;
        let raised = numbers(browser, ".reading__score > b").await?;
        let raised = *raised.first().context("a score")?;
        ensure!(raised > score, "{score} became {raised}");

        browser.press("Adjust band").await?;
        browser.press_in("Adjust band", "Adjust band").await?;
        browser.see_text(".field__error", "Say why").await?;
        browser.choose("Band", "Critical").await?;
        browser.fill("What does the score not know?", "Their board votes on Friday").await?;
        browser.press_in("Adjust band", "Adjust band").await?;
        browser.see_text(".masthead .band", "Critical").await?;
        browser.see_text(".reading__rules", "Their board votes on Friday").await?;
        browser.press("Let the score decide").await?;
        browser.see_toast("The score decides again").await?;
        browser.see_no(".reading__rules").await?;
        figure(&format!("a score of {score} from {} components, {raised} after one result", earned.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_zombie_is_owed_a_decision_until_there_is_traction() -> Result<()> {
    in_app("zombie", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        open(browser, "Pellworm Systems").await?;
        browser.see_text(".masthead .band", "Zombie").await?;
        browser.see_text(".slab__title", "Pellworm Systems has had nothing to show since").await?;
        browser.see_text(".slab", "was put off until").await?;
        browser.see_text(".quarters li", "No result").await?;

        browser.press("Record traction I missed").await?;
        browser.press_in("Log result", "Log result").await?;
        browser.see_toast("Result logged").await?;
        browser.see_no(".slab").await?;
        browser.see_text(".reading__rules", "Back since").await?;
        browser.press("Undo").await?;
        browser.see_text(".slab__title", "Pellworm Systems has had nothing to show since").await?;
        browser.reload().await?;
        browser.see_text(".masthead .band", "Zombie").await?;

        open(browser, "Ovington Data").await?;
        browser.see_text(".masthead .band", "Not enough data").await?;
        browser.see_text(".to-record", "Who we know there").await?;
        browser.press("Add one: Pulse").await?;
        browser.press_in("Add rating", "Add rating").await?;
        browser.see_toast("Rating added").await?;
        figure("one result lifted a Zombie, and undo brought it back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn words_on_a_trend_cover_neither_each_other_nor_a_dot() -> Result<()> {
    in_app("trend_notes", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_toast("Sample data added").await?;
        // A mark of today, beside the flag, on top of what the sample has.
        browser.press("Settings").await?;
        browser.fill("Traction, Active", "31").await?;
        browser.press("Save version 2").await?;
        browser.see_toast("Health model saved").await?;
        let covered = "
            const boxes = selector => page.all(`.trend__plot ${selector}`).map(it => [it.textContent, it.getBoundingClientRect()]);
            const meet = (one, other) =>
                one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
            const notes = boxes('.trend__note');
            const others = [...boxes('.trend__point'), ...boxes('.trend__today > span')];
            const plot = document.querySelector('.trend__plot').getBoundingClientRect();
            const found = notes.flatMap(([words, box], place) => [
                ...[...notes.slice(place + 1), ...others].filter(([, other]) => meet(box, other)).map(([other]) => `${words} / ${other}`),
                ...(box.left < plot.left - 1 || box.right > plot.right + 1 ? [`${words} leaves the plot`] : []),
            ]);
            return [notes.length, found];";
        let mut seen = 0;
        for name in ["Northquay", "Quillstone", "Sarnhelm Facilities", "Juniper Row"] {
            open(browser, name).await?;
            for span in ["Two years", "Half a year"] {
                let choose = "page.all('.segmented label').find(label => label.textContent.trim() === arguments[0]).querySelector('input').click()";
                browser.ask(choose, vec![span.into()]).await?;
                browser.see(".trend__plot").await?;
                let (notes, found): (u32, Vec<String>) =
                    serde_json::from_value(browser.ask(covered, vec![]).await?)?;
                ensure!(found.is_empty(), "{name}, {span}: {found:?}");
                seen += notes;
            }
        }
        ensure!(seen >= 10, "there are words: {seen}");
        open(browser, "Northquay").await?;
        browser.see_text(".trend__note", "Model edited").await?;
        figure(&format!("{seen} notes on eight trends, none over another"));
        Ok(())
    })
    .await
}
