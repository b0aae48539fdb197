//! The page opens: anywhere, in a frame, and after a crash of the browser.

use anyhow::Result;
use e2e::journey::{dist, journey};
use e2e::server::Server;

#[tokio::test]
async fn the_page_opens() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("the_page_opens", async |browser| {
        browser.goto(&server.url("")).await?;
        browser.see("h1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_opens_below_any_path_and_in_a_frame() -> Result<()> {
    let server = Server::start_at(&dist()?, "/some/where/", 0)?;
    let page = server.url("");
    let host = server.add_page(
        "/host.html",
        &format!("<!doctype html><iframe src='{page}' sandbox='allow-scripts allow-same-origin'>"),
    );
    journey("the_page_opens_below_any_path_and_in_a_frame", async |browser| {
        browser.allow_error("/favicon.ico");
        browser.goto(&host).await?;
        browser.enter_frame("iframe").await?;
        browser.see("h1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_opens_again_after_the_browser_was_killed() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("the_page_opens_again_after_the_browser_was_killed", async |browser| {
        browser.goto(&server.url("")).await?;
        browser.see("h1").await?;
        browser.kill().await?;
        browser.relaunch().await?;
        browser.goto(&server.url("")).await?;
        browser.see("h1").await?;
        Ok(())
    })
    .await
}
