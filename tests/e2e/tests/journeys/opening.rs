//! The page opens: anywhere, in a frame, and after a crash of the browser.

use anyhow::{Result, ensure};
use e2e::journey::{clock, dist, journey};
use e2e::server::Server;
use e2e::session::PATIENCE;

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

#[tokio::test]
async fn a_part_that_does_not_arrive_says_so_and_the_page_loses_nothing() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("does_not_arrive", async |browser| {
        browser.allow_error("/split_");
        browser.allow_error("CompileError: WebAssembly");
        server.withhold(Some("split_"));
        browser.start(&server.url("")).await?;
        browser.see_text("main h2", "Your partnerships").await?;
        browser.press_in("Main", "People").await?;
        browser.see_text("main h2", "This part of the page has not arrived").await?;
        server.withhold(None);
        browser.press("Load the page again").await?;
        browser.see_heading("People").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_another_tab_wrote_is_heard_once_the_code_for_it_has_arrived() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("heard_late", async |browser| {
        browser.allow_error("/split_");
        browser.allow_error("CompileError: WebAssembly");
        server.withhold(Some("split_changing"));
        browser.start(&server.url("")).await?;
        let deaf = browser.tab().await?;
        browser.see_text("main h2", "Your partnerships").await?;
        server.withhold(None);
        browser.open_tab(&server.url("#/partners")).await?;
        browser.see_heading("Partners").await?;
        browser.add_partner("Northquay").await?;
        browser.enter_tab(&deaf).await?;
        browser.see_text("main h2", "Nothing is waiting for you").await?;
        Ok(())
    })
    .await
}

/// Otherwise journeys would pass over what went wrong.
#[tokio::test]
async fn what_goes_wrong_in_a_page_is_heard() -> Result<()> {
    const HEARD: [&str; 4] = ["said aloud", "thrown in vain", "missing.txt", "style-src"];
    let server = Server::start(&dist()?)?;
    journey("is_heard", async |browser| {
        browser.start(&server.url("#/partners")).await?;
        let wrong = "
            console.error('said aloud');
            setTimeout(() => { throw new Error('thrown in vain'); });
            document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">');
            return fetch('missing.txt').then(() => true);";
        browser.run(wrong, vec![]).await?;
        let start = clock();
        loop {
            let errors = browser.unexpected_errors().await?;
            let missing: Vec<_> =
                HEARD.iter().filter(|part| !errors.iter().any(|error| error.contains(**part))).collect();
            if missing.is_empty() {
                break;
            }
            ensure!(start.elapsed() < PATIENCE, "never heard of {missing:?}: {errors:?}");
        }
        HEARD.iter().for_each(|part| browser.allow_error(part));
        Ok(())
    })
    .await
}

/// It ended the page: a module that arrived for a part one had left made its view where nothing was left to make it of.
#[tokio::test]
async fn who_moves_on_before_a_module_arrives_is_left_alone() -> Result<()> {
    let server = Server::start(&dist()?)?;
    journey("moves_on", async |browser| {
        let late = "
            const fetched = window.fetch;
            window.fetch = async (...what) => {
                if (String(what[0]?.url ?? what[0]).includes('split_sample')) {
                    await new Promise(resolve => setTimeout(resolve, 1500));
                    setTimeout(() => { window.hasArrived = true; }, 500);
                }
                return fetched(...what);
            };";
        browser.before_pages(late).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.see_text("main h2", "Your partnerships").await?;
        browser.run("location.hash = '#/people'", vec![]).await?;
        browser.see_heading("People").await?;
        browser.until("for the module", "return window.hasArrived === true", vec![]).await?;
        browser.press_in("Main", "Partners").await?;
        browser.see_heading("Partners").await?;
        Ok(())
    })
    .await
}
