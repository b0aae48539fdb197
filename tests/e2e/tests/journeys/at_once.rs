//! Several tabs over one storage.

use anyhow::{Result, ensure};
use e2e::journey::{clock, figure, in_app};
use e2e::robot::{Account, Difference, Known};
use e2e::server::Server;
use e2e::session::Session;
use std::env;
use thirtyfour::WindowHandle;

#[tokio::test]
async fn a_second_tab_sees_adds_edits_and_deletes_without_loading_anew() -> Result<()> {
    in_app("a_second_tab_sees", async |browser, _| {
        let one = browser.tab().await?;
        browser.add_partner("Northquay").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        let other = browser.open_tab(&page).await?;
        browser.see_heading("Northquay").await?;

        browser.enter_tab(&one).await?;
        browser.log_touchpoint("First words").await?;
        browser.enter_tab(&other).await?;
        browser.see_told("First words").await?;
        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Second words").await?;
        browser.press("Save").await?;
        browser.enter_tab(&one).await?;
        browser.see_told("Second words").await?;

        // Undo in one tab leaves alone what the other has changed since, and says so.
        browser.press("Undo: Log touchpoint").await?;
        browser.see_toast("1 of its records were changed since and were left as they are").await?;
        browser.see_told("Second words").await?;

        browser.press("Delete Call").await?;
        browser.see_saved().await?;
        browser.enter_tab(&other).await?;
        browser.until("for the record to go", "return page.recorded() === 2", vec![]).await?;

        // A partner deleted elsewhere says so where it is open, and comes back by undo elsewhere.
        browser.press_more("Delete partner").await?;
        browser.see_heading("Partners").await?;
        browser.enter_tab(&one).await?;
        browser.see_heading("This partner is not here").await?;
        browser.enter_tab(&other).await?;
        browser.press("Undo: Delete partner").await?;
        browser.enter_tab(&one).await?;
        browser.see_heading("Northquay").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_form_shows_what_another_tab_made_of_its_record_meanwhile() -> Result<()> {
    in_app("a_form_shows_theirs", async |browser, _| {
        let one = browser.tab().await?;
        browser.add_partner("Northquay").await?;
        browser.log_touchpoint("Before").await?;
        let page = browser.browser()?.current_url().await?.to_string();
        let other = browser.open_tab(&page).await?;
        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Mine").await?;
        browser.enter_tab(&one).await?;
        browser.press("Edit Call").await?;
        browser.fill("What was it about?", "Theirs").await?;
        browser.press("Save").await?;
        browser.see_told("Theirs").await?;
        browser.enter_tab(&other).await?;
        browser.see_told("Theirs").await?;
        browser.press("Save").await?;
        browser.see_banner("Somebody changed this while you were writing").await?;
        ensure!(browser.value("What was it about?").await? == "Mine", "what was typed stays");
        browser.press("Save mine instead").await?;
        browser.see_told("Mine").await?;
        browser.enter_tab(&one).await?;
        browser.see_told("Mine").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_at_random_lose_nothing() -> Result<()> {
    in_app("two_tabs_at_random", async |browser, server| at_random(browser, server, 2, 600).await).await
}

#[tokio::test]
async fn three_tabs_at_random_lose_nothing() -> Result<()> {
    in_app("three_tabs_at_random", async |browser, server| at_random(browser, server, 3, 1400).await).await
}

/// A tab and the robot in it.
struct Worker {
    tab: WindowHandle,
    tag: String,
    seen: usize,
}

/// Tabs add, correct and delete at random; every now and then one is closed in the middle of whatever
/// it does, and another one opened.
async fn at_random(browser: &mut Session, server: &Server, tabs: usize, records: u64) -> Result<()> {
    let seed = env::var("BRIDGEKEEPER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_121);
    let mut dice = Dice(seed);
    browser.arm().await?;
    browser.robot_founds("Partner", 0).await?;
    browser
        .wait_for("for partners to work on", async || {
            let done = browser.robot_events(0).await?.iter().filter(|event| event.state == "done").count();
            Ok((done >= 16).then_some(()))
        })
        .await?;
    browser.robot_stops().await?;
    browser.goto(&server.url("#/partners")).await?;
    browser.see_heading("Partners").await?;
    let partners = browser.known_partners().await?;
    figure(&format!("{tabs} tabs and {} partners, BRIDGEKEEPER_SEED={seed}", partners.len()));

    let mut account = Account::default();
    let mut opened = 0_u64;
    let mut workers = Vec::new();
    let first = browser.tab().await?;
    while workers.len() < tabs {
        workers.push(open(browser, server, &mut dice, &mut opened, &partners).await?);
    }
    let mut closed = 0;
    let start = clock();
    while account.records() < records {
        for worker in &mut workers {
            collect(browser, worker, &mut account).await?;
        }
        if dice.below(3) == 0 {
            let place = usize::try_from(dice.below(tabs as u64))?;
            let leaving: Worker = workers.swap_remove(place);
            browser.enter_tab(&leaving.tab).await?;
            let events = browser.robot_leaves(leaving.seen).await?;
            browser.browser()?.close_window().await?;
            account.take(&leaving.tag, events);
            closed += 1;
            browser.enter_tab(&first).await?;
            workers.push(open(browser, server, &mut dice, &mut opened, &partners).await?);
        }
        let patience = dice.below(900);
        tokio::time::sleep(std::time::Duration::from_millis(patience)).await;
    }
    for worker in &mut workers {
        browser.enter_tab(&worker.tab).await?;
        browser.robot_stops().await?;
        collect(browser, worker, &mut account).await?;
    }
    let took = start.elapsed().as_secs_f32();

    let mut views = Vec::new();
    for worker in &workers {
        browser.enter_tab(&worker.tab).await?;
        views.push(read_all(browser, &partners).await?);
    }
    for (_, notes) in &views {
        let difference = account.compare(notes);
        ensure!(difference == Difference::default(), "seed {seed}: {difference:?}");
    }
    ensure!(views.iter().all(|view| Some(view) == views.first()), "all views are equal");

    for handle in browser.browser()?.windows().await?.into_iter().skip(1) {
        browser.enter_tab(&handle).await?;
        browser.browser()?.close_window().await?;
    }
    browser.enter_tab(&first).await?;
    browser.goto("about:blank").await?;
    browser.restart().await?;
    browser.start(&server.url("#/partners")).await?;
    browser.arm().await?;
    let after = read_all(browser, &partners).await?;
    let difference = account.compare(&after.1);
    ensure!(difference == Difference::default(), "seed {seed}, after a restart: {difference:?}");
    ensure!(Some(&after) == views.first(), "the same after a restart of the browser");
    let acknowledged: u64 = account.acknowledged.values().sum();
    figure(&format!(
        "{tabs} tabs: {} records added, {acknowledged} steps acknowledged {:?}, {closed} tabs closed mid-work, \
         0 lost, {} notes and {} records in every view and after a restart; {took:.0} s",
        account.records(),
        account.acknowledged,
        after.1.len(),
        after.0,
    ));
    Ok(())
}

async fn open(
    browser: &Session,
    server: &Server,
    dice: &mut Dice,
    opened: &mut u64,
    partners: &[Known],
) -> Result<Worker> {
    *opened += 1;
    let tag = format!("t{opened}");
    let tab = browser.open_tab(&server.url("#/partners")).await?;
    browser.see_heading("Partners").await?;
    browser.arm().await?;
    let seed = u32::try_from(dice.below(u64::from(u32::MAX)))?;
    browser.robot_works(&tag, seed, partners, u64::from(u32::MAX)).await?;
    Ok(Worker { tab, tag, seen: 0 })
}

async fn collect(browser: &Session, worker: &mut Worker, account: &mut Account) -> Result<()> {
    browser.enter_tab(&worker.tab).await?;
    let events = browser.robot_events(worker.seen).await?;
    worker.seen += events.len();
    account.take(&worker.tag, events);
    Ok(())
}

/// The sum of all counts, and every note in order.
async fn read_all(browser: &Session, partners: &[Known]) -> Result<(u64, Vec<String>)> {
    let mut count = 0;
    let mut notes = Vec::new();
    for partner in partners {
        let dossier = browser.dossier(partner).await?;
        count += dossier.count;
        notes.extend(dossier.notes);
    }
    notes.sort();
    Ok((count, notes))
}

/// SplitMix64: the same in every run of one seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
