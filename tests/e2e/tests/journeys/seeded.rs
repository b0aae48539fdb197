//! The workspace that pictures are taken of.

use anyhow::{Result, ensure};
use e2e::journey::{clock, figure, in_app};
use e2e::seed;

#[tokio::test]
async fn the_workspace_for_pictures_is_filled_through_the_page() -> Result<()> {
    in_app("the_workspace_for_pictures", async |browser, server| {
        let start = clock();
        seed::fill(browser).await?;
        browser.goto(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        let names = browser.partner_names().await?;
        ensure!(names.len() == 9, "{names:?}");
        browser.press("Northquay").await?;
        browser.see_heading("Northquay").await?;
        let recorded = browser.recorded().await?;
        figure(&format!(
            "9 partners through the forms in {:.0} s, {recorded} records of Northquay",
            start.elapsed().as_secs_f32()
        ));
        Ok(())
    })
    .await
}
