//! Taking things along: a calendar, a card, a one-pager in words and on paper.

use anyhow::{Context, Result, ensure};
use e2e::journey::{figure, in_app};

use crate::scripts::{catch_copies, copies};

fn count(file: &str, line: &str) -> usize {
    file.split("\r\n").filter(|one| *one == line).count()
}

#[tokio::test]
async fn what_has_a_day_goes_into_a_calendar_and_people_onto_cards() -> Result<()> {
    in_app("along_calendar", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_banner("You are looking at sample data").await?;
        browser.catch_downloads().await?;

        browser.press("Settings").await?;
        browser.see_heading("Settings").await?;
        browser.press_in("Settings", "Calendar").await?;
        browser.press("Download calendar").await?;
        browser.see_toast("downloaded for your calendar").await?;
        let everything = browser.downloaded().await?;
        ensure!(everything.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{everything}");
        ensure!(everything.ends_with("END:VCALENDAR\r\n"), "whole");
        for kind in ["promise", "milestone", "meeting", "item", "partner", "person", "ending"] {
            ensure!(everything.contains(&format!("\r\nUID:{kind}-")), "{kind} is in it");
        }
        let all = count(&everything, "BEGIN:VEVENT");
        for kind in ["Open promises, ours and theirs", "When people should hear from us"] {
            browser.press_tick(kind).await?;
        }
        browser.press("Download calendar").await?;
        browser.until("for another file", "return window.downloads.length === 2", vec![]).await?;
        let fewer = browser.downloaded().await?;
        ensure!(!fewer.contains("\r\nUID:promise-") && fewer.contains("\r\nUID:milestone-"), "as chosen");

        browser.press_in("Main", "Meetings").await?;
        browser.see_heading("Meetings").await?;
        browser.press("Add to calendar: First ask").await?;
        browser.see_toast("1 entry downloaded for your calendar").await?;
        let one = browser.downloaded().await?;
        ensure!(count(&one, "BEGIN:VEVENT") == 1 && one.contains("\r\nDURATION:PT45M\r\n"), "{one}");
        let uid = one.split("\r\n").find(|line| line.starts_with("UID:")).context("an identity")?;
        ensure!(everything.contains(uid), "the same alone and among all: {uid}");

        browser.press_in("Main", "People").await?;
        browser.press("Anneke Brandt").await?;
        browser.see_heading("Anneke Brandt").await?;
        browser.press_more("Download card (.vcf)").await?;
        browser.see_toast("Card downloaded, without private notes").await?;
        let card = browser.downloaded().await?;
        ensure!(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n"), "{card}");
        ensure!(
            card.contains("\r\nFN:Anneke Brandt\r\n") && card.contains("\r\nORG:Northquay\r\n"),
            "{card}"
        );
        ensure!(!card.contains("\r\nNOTE"), "nothing private: {card}");
        figure(&format!("{all} entries in a calendar of {} bytes, one alone, and a card", everything.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_partner_goes_along_in_words_and_on_one_sheet() -> Result<()> {
    in_app("along_words", async |browser, _| {
        browser.press("Look around with sample data").await?;
        browser.see_banner("You are looking at sample data").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        browser.catch_downloads().await?;
        catch_copies(browser).await?;
        browser.press("Take the one-pager along").await?;
        browser.press("Download as Markdown (.md)").await?;
        browser.see_toast("Downloaded, without private notes").await?;
        let page = browser.downloaded().await?;
        for part in ["# Northquay\n", "**Health:** ", "## The ask", "## People", "## Open promises"] {
            ensure!(page.contains(part), "{part} is not in {page}");
        }
        browser.press("Take the one-pager along").await?;
        browser.press("Copy as Markdown").await?;
        browser.see_toast("Copied as Markdown").await?;
        let copied = copies(browser).await?;
        let copied = copied.last().context("a copy")?;
        ensure!(copied.get("plain").and_then(|plain| plain.as_str()) == Some(page.as_str()), "{copied}");
        ensure!(copied.get("html").is_none_or(|html| html.as_str().unwrap_or_default().is_empty()), "{copied}");

        browser.on_paper(true).await?;
        let script = "
            const shown = found => [...document.querySelectorAll(found)].filter(it => it.getClientRects().length).length;
            return [shown('.sidebar, .topbar, .toast, .banner, .page__actions, .private'), shown('.promises .item'),
                document.querySelector('#printed-ask')?.getClientRects().length ?? 0,
                shown('.beside .history .item')];";
        let seen = browser.run(script, vec![]).await?;
        let seen: Vec<u64> =
            seen.as_array().context("figures")?.iter().filter_map(serde_json::Value::as_u64).collect();
        ensure!(
            matches!(seen[..], [0, 5, 1, 1..=6]),
            "no shell, five promises, the ask, six records at the most: {seen:?}"
        );
        browser.on_paper(false).await?;
        figure(&format!("a one-pager of {} bytes in words, and on paper without the shell", page.len()));
        Ok(())
    })
    .await
}
