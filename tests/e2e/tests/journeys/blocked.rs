//! Where the browser lets the page store nothing.

use anyhow::{Result, ensure};
use e2e::journey::{dist, figure, journey};
use e2e::server::Server;
use e2e::session::Session;

use crate::accessibility::look;

#[tokio::test]
async fn in_a_frame_that_may_only_run_scripts_the_main_job_works_in_memory() -> Result<()> {
    sandboxed("in_a_bare_frame", "allow-scripts").await
}

#[tokio::test]
async fn in_a_frame_that_may_also_send_forms_and_download_the_main_job_works_in_memory() -> Result<()> {
    sandboxed("in_a_frame_with_forms", "allow-scripts allow-forms allow-downloads").await
}

async fn sandboxed(name: &str, sandbox: &str) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let page = server.url("#/partners");
    let frame =
        format!("<iframe src='{page}' sandbox='{sandbox}' style='width:1200px;height:800px'></iframe>");
    let host = server.add_page(
        "/host.html",
        &format!("<!doctype html><title>host</title><link rel=icon href=data:,>{frame}"),
    );
    journey(name, async |browser| {
        browser.goto(&host).await?;
        browser.enter_frame("iframe").await?;
        browser.see("main h1").await?;
        browser.see_state("In memory only").await?;
        browser.see_banner("does not let the page store anything").await?;
        look(browser, "nothing can be stored").await?;
        main_job(browser).await?;
        browser.press("Settings").await?;
        browser.see_heading("Settings").await?;
        browser.button("Download backup").await?;
        figure(&format!("sandbox=\"{sandbox}\": added, corrected, deleted and undone in memory"));
        Ok(())
    })
    .await
}

async fn main_job(browser: &Session) -> Result<()> {
    browser.press("Add partner").await?;
    browser.fill("Partner name", "Boxed").await?;
    browser.press_in("Add partner", "Add partner").await?;
    browser.see_heading("Boxed").await?;
    browser.log_touchpoint("In memory").await?;
    browser.press("Edit Call").await?;
    browser.fill("What was it about?", "Still in memory").await?;
    browser.press("Save").await?;
    browser.see_told("Still in memory").await?;
    browser.press("Delete Call").await?;
    browser.see_toast("Record deleted").await?;
    browser.press("Undo: Delete record").await?;
    browser.see_told("Still in memory").await?;
    ensure!(browser.recorded().await? == 3);
    browser.see_state("In memory only").await
}
