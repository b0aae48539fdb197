//! Keys of others on the same origin.

use anyhow::{Result, ensure};
use e2e::journey::{figure, in_app};
use e2e::session::Session;
use serde_json::Value;

/// Sets keys that only look like ours, or hold what no Rust string can.
const STRANGERS: &str = "
    const strangers = {
        theme: 'dark', '': 'no name', bk1: 'ours?', 'bk1:': 'ours?', 'bk1:other:meta': 'a stranger\\u0027s',
        'bk1:other:d:partner/01k7virvrterua96o83ni73hdu': '1|00000000|{}', 'bk1:homestead:meta': 'x', 'bk1:home': 'y',
        'BK1:HOME:META': 'z', 'lone \\uD83D key': 'lone \\uDE00 value', emoji: '\\u{1F600}', long: 'x'.repeat(100000),
    };
    for (const [key, value] of Object.entries(strangers)) localStorage.setItem(key, value);
    return Object.keys(strangers).length;";

async fn strangers(browser: &Session) -> Result<Value> {
    let script = "
        const entries = Object.entries({ ...localStorage }).filter(([key]) => !key.startsWith('bk1:home:'));
        return JSON.stringify(entries.sort());";
    browser.run(script, vec![]).await
}

#[tokio::test]
async fn keys_of_strangers_are_the_same_after_everything_and_after_an_erase() -> Result<()> {
    in_app("keys_of_strangers", async |browser, server| {
        browser.leave(server).await?;
        let count = browser.run(STRANGERS, vec![]).await?;
        let before = strangers(browser).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("First").await?;
        browser.press("Delete Call").await?;
        browser.see_toast("Record deleted").await?;
        browser.log_touchpoint("Second").await?;
        browser.see_saved().await?;
        ensure!(strangers(browser).await? == before, "after adding and deleting");

        browser.press("Settings").await?;
        browser.press("Empty for good").await?;
        browser.see_toast("empty now").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        ensure!(!browser.downloaded().await?.contains("stranger"), "a backup holds nothing of strangers");
        browser.press("Erase everything").await?;
        browser.fill("Type erase to confirm", "erase").await?;
        browser.press("Erase everything").await?;
        browser.see_toast("Everything was erased").await?;
        browser.reload().await?;
        let ours = "return Object.keys(localStorage).filter(key => key.startsWith('bk1:home:d:') || key.startsWith('bk1:home:i:')).length";
        ensure!(browser.run(ours, vec![]).await? == 0, "nothing of ours is left");
        ensure!(strangers(browser).await? == before, "after the erase");
        figure(&format!("{count} foreign keys identical unit by unit after add, delete, empty trash, backup and erase"));
        Ok(())
    })
    .await
}
