//! Two records that turn out to be one.

use anyhow::Result;
use e2e::journey::in_app;
use e2e::session::Session;

use crate::accessibility::look;

/// Chooses the match with this name.
async fn pick(browser: &Session, name: &str) -> Result<()> {
    let script = "const it = page.all('fieldset .check').find(it => it.querySelector('bdi')?.textContent === arguments[0]); \
                  it?.click(); return !!it";
    browser.until(&format!("to choose {name}"), script, vec![name.into()]).await
}

#[tokio::test]
async fn a_partner_and_a_person_entered_twice_become_one_and_that_can_be_undone() -> Result<()> {
    in_app("merging", async |browser, _| {
        browser.add_partner("Kestrel Labs").await?;
        browser.log_touchpoint("Talked about the pilot").await?;
        browser.press_in("Main", "Partners").await?;
        browser.add_partner("Kestrel Laboratories").await?;
        browser.log_touchpoint("Met at the fair").await?;
        browser.press_in("Main", "Partners").await?;
        browser.add_partner("Osprey Freight").await?;
        browser.press_in("Main", "Partners").await?;
        browser.press("Kestrel Labs").await?;
        browser.see_heading("Kestrel Labs").await?;

        browser.press_more("Merge with another partner").await?;
        browser.see_text("fieldset", "Kestrel Laboratories").await?;
        browser.press_in("Merge with another partner", "Merge").await?;
        browser.see_text(".field__error", "Choose which one is the same").await?;
        look(browser, "merging two partners").await?;
        browser.fill("Which partner is the same?", "osp").await?;
        browser.see_text("fieldset", "Osprey Freight").await?;
        browser.fill("Which partner is the same?", "zzz").await?;
        browser.see_text("form", "Nothing else here is called so").await?;
        browser.fill("Which partner is the same?", "labora").await?;
        pick(browser, "Kestrel Laboratories").await?;
        browser.press_in("Merge with another partner", "Merge").await?;
        browser.see_toast("Partners merged").await?;
        browser.see_heading("Kestrel Labs").await?;
        browser.see_told("Met at the fair").await?;
        browser.see_told("Talked about the pilot").await?;
        browser.see_saved().await?;
        browser.press_in("Main", "Partners").await?;
        browser.until("for two partners", "return page.partners().length === 2", vec![]).await?;
        browser.press("Undo").await?;
        browser.until("for all three again", "return page.partners().length === 3", vec![]).await?;

        // The other way round: the one whose page it is goes.
        browser.press("Kestrel Labs").await?;
        browser.see_heading("Kestrel Labs").await?;
        browser.press_more("Merge with another partner").await?;
        pick(browser, "Kestrel Laboratories").await?;
        browser.press_tick("Kestrel Laboratories").await?;
        browser.press_in("Merge with another partner", "Merge").await?;
        browser.see_heading("Kestrel Laboratories").await?;
        browser.see_told("Talked about the pilot").await?;
        Ok(())
    })
    .await
}
