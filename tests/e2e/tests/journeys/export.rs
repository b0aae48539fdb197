//! The list for other programs: what is shown, in its order, and no cell that a spreadsheet would run.

use anyhow::{Context, Result, ensure};
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{Field, Line, PartnerKind, Stage, Tier};
use e2e::journey::{figure, in_app};

use crate::scripts::{catch_copies, copies};
use crate::stored::Stored;

const PARTNERS: [(&str, Tier, &str); 3] = [
    ("=1+1 & Sons", Tier::One, "Ines, \"the\" lead"),
    ("Corvid", Tier::Two, ""),
    ("Žlutý 🌉", Tier::One, "@jonas"),
];

#[tokio::test]
async fn the_list_is_downloaded_and_copied_as_it_is_shown() -> Result<()> {
    let mut stored = Stored::new()?;
    stored.change(|workspace, moment| {
        for (name, tier, owner) in PARTNERS {
            let new = NewPartner {
                name: Line::parse(Field::Name, name)?,
                domain: None,
                kind: PartnerKind::Reseller,
                stage: Stage::Prospect,
                tier,
                owner: Line::parse_optional(Field::Person, owner)?,
            };
            workspace.add_partner(new, moment)?;
        }
        Ok(())
    })?;
    let stored = stored.contents();
    in_app("export", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see("table.partners tbody tr").await?;
        browser.catch_downloads().await?;
        catch_copies(browser).await?;
        browser.press("Tier 1 2").await?;
        browser.see_no("[aria-label='Select Corvid']").await?;
        browser.press("Export").await?;
        browser.press("Download as CSV").await?;
        browser.see_toast("2 partners downloaded as shown").await?;
        let file = browser.downloaded().await?;
        let (headings, rows) = file.split_once("\r\n").context("a line of headings")?;
        ensure!(headings.starts_with("Partner,Health,Band,"), "{headings}");
        ensure!(rows.contains("'=1+1 & Sons,"), "no formula: {rows}");
        ensure!(rows.contains("Žlutý 🌉,") && !rows.contains("Corvid"), "what is shown: {rows}");
        ensure!(
            rows.contains("\"Ines, \"\"the\"\" lead\"") == headings.contains("Owner"),
            "{headings}: {rows}"
        );

        browser.press("Export").await?;
        browser.press("Download as CSV, formulas as they are").await?;
        browser.see_toast("2 partners downloaded as shown").await?;
        ensure!(browser.downloaded().await?.contains("\r\n=1+1 & Sons,"), "as it is");

        browser.press("Export").await?;
        browser.press("Copy the table").await?;
        browser.see_toast("2 partners copied").await?;
        let copied = copies(browser).await?;
        let copied = copied.last().context("a copy")?;
        let part =
            |part: &str| copied.get(part).and_then(|part| part.as_str()).unwrap_or_default().to_owned();
        ensure!(part("plain").contains("\n'=1+1 & Sons\t"), "{copied}");
        ensure!(part("html").contains("<td>=1+1 &amp; Sons</td>"), "{copied}");
        browser.goto(&server.url("#/people")).await?;
        browser.see_heading("People").await?;
        browser.press("Add person").await?;
        browser.fill("Name", "@Ana").await?;
        browser.press_in("Add person", "Add person").await?;
        browser.see_text(".people .item__title", "@Ana").await?;
        browser.press("Export").await?;
        browser.press("Download as CSV").await?;
        browser.see_toast("1 person downloaded as shown").await?;
        let people = browser.downloaded().await?;
        ensure!(people.starts_with("Name,Works at,Title,") && people.contains("\r\n'@Ana,,"), "{people}");
        figure(&format!("2 partners in {} bytes of CSV, and copied as text and as HTML", file.len()));
        Ok(())
    })
    .await
}
