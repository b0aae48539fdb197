//! Much of everything: 500 partners with 100 records each.

use anyhow::{Context, Result, ensure};
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Attribution, Channel, Field, Line, Moment, Note, Partner, PartnerKind, PartnerName, Refusal, Stage,
    StageChange, Tier, Touchpoint, TractionEvent, TractionKind,
};
use bridgekeeper::storage::backup::MOST_BYTES;
use e2e::journey::{figure, in_app};
use e2e::lacks::Lack;
use e2e::session::Session;
use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::stored::Stored;

const PARTNERS: u64 = 500;
const RECORDS: u64 = 100;

/// A workspace as the page itself would have stored it, a while ago.
pub fn large_workspace(partners: u64, records: u64) -> Result<BTreeMap<String, String>> {
    let mut stored = Stored::new()?;
    stored.fill(partners, 10, |number, workspace, moment| {
        let new = NewPartner {
            name: PartnerName::parse(Field::Name, &format!("Partner {number:03} {}", word(number)))?,
            domain: bridgekeeper::domain::Domain::parse_optional(&format!("p{number}.example.com"))?,
            kind: PartnerKind::Reseller,
            stage: Stage::Active,
            tier: Tier::Two,
            owner: Line::parse_optional(Field::Person, word(number / 7))?,
        };
        let id = workspace.add_partner(new, moment)?;
        for record in 0..records {
            let words: Vec<&str> =
                (0..14).map(|place| word(number * 31 + record * 17 + place * place * 5)).collect();
            let touchpoint = Touchpoint {
                on: moment.today().plus_days(-i64::try_from(record * 9 + number % 9).unwrap_or(0)),
                channel: if record % 3 == 0 { Channel::Email } else { Channel::Call },
                two_way: (number + record) % 3 > 0,
                with: Vec::new(),
                note: Note::parse_optional(&format!("{} {record}.{number}", words.join(" ")))?,
            };
            workspace.partner_mut(id)?.record(touchpoint, moment)?;
        }
        Ok(())
    })?;
    Ok(stored.contents())
}

/// A workspace of partners that have nothing but a name, an owner, a stage and a tier.
pub fn bare_workspace(partners: u64) -> Result<BTreeMap<String, String>> {
    many(partners, |_, _, _| Ok(()))
}

/// The same, all of them Active for long and so with a score, every fifth with a result: for many more there is no room.
fn scored_workspace(partners: u64) -> Result<BTreeMap<String, String>> {
    many(partners, |number, partner, moment| {
        let ago = |days: u64| moment.today().plus_days(-i64::try_from(days).unwrap_or(0));
        let (since, on) = (ago(600), ago(number * 7 % 500));
        let began: Vec<_> = partner.stage_changes.iter().map(|(id, _)| *id).collect();
        for id in began {
            partner.stage_changes.insert(id, StageChange { on: since, to: Stage::Active, reason: None });
        }
        (partner.profile.tracked_from, partner.profile.launched_on) = (since, Some(since));
        // Of a name and an owner as long as the others have, the storage would not hold 10,000.
        partner.profile.name = PartnerName::parse(Field::Name, &format!("P{number}"))?;
        partner.profile.owner = None;
        if number % 5 > 0 {
            return Ok(());
        }
        let place = usize::try_from(number / 5).unwrap_or(0);
        let result = TractionEvent {
            on,
            kind: TractionKind::ALL.into_iter().cycle().nth(place % 6).unwrap_or(TractionKind::Win),
            attribution: Attribution::Sourced,
            amount: None,
            note: None,
        };
        partner.record(result, moment).map(|_| ())
    })
}

fn many(
    partners: u64,
    more: impl Fn(u64, &mut Partner, &mut Moment<'_>) -> Result<(), Refusal>,
) -> Result<BTreeMap<String, String>> {
    let mut stored = Stored::new()?;
    stored.fill(partners, 100, |number, workspace, moment| {
        let place = usize::try_from(number).unwrap_or(0);
        let name = format!("{} {} {number:05}", word(number * 7), word(number / 3));
        let new = NewPartner {
            name: PartnerName::parse(Field::Name, &name)?,
            domain: None,
            kind: PartnerKind::ALL.into_iter().cycle().nth(place % 6).unwrap_or(PartnerKind::Reseller),
            stage: Stage::ALL.into_iter().cycle().nth(place % 7).unwrap_or(Stage::Active),
            tier: Tier::ALL.into_iter().cycle().nth(place % 4).unwrap_or(Tier::Two),
            owner: Line::parse_optional(Field::Person, word(number / 11))?,
        };
        let id = workspace.add_partner(new, moment)?;
        more(number, workspace.partner_mut(id)?, moment)
    })?;
    Ok(stored.contents())
}

fn word(number: u64) -> &'static str {
    const WORDS: [&str; 24] = [
        "call",
        "price",
        "workshop",
        "about",
        "renewal",
        "integration",
        "pilot",
        "Ines",
        "Marek",
        "customer",
        "agreed",
        "open",
        "question",
        "legal",
        "contract",
        "launch",
        "stand",
        "fair",
        "joint",
        "with",
        "the",
        "roadmap",
        "support",
        "quarter",
    ];
    let place = usize::try_from(number % 24).unwrap_or(0);
    WORDS.get(place).copied().unwrap_or("word")
}

/// Counts every access to the storage from before the page's first line.
const COUNTING: &str = "
    window.accesses = [];
    window.firstRow = null;
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
        const own = Storage.prototype[name];
        Storage.prototype[name] = function (...words) {
            window.accesses.push([name, String(words[0]), name === 'setItem' ? String(words[1]).length : 0]);
            return own.apply(this, words);
        };
    }
    const look = () => {
        if (document.querySelector('table.partners tbody tr')) window.firstRow = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

async fn accesses(browser: &Session) -> Result<Vec<(String, String, u64)>> {
    let accesses = browser.run("return window.accesses.splice(0)", vec![]).await?;
    Ok(serde_json::from_value(accesses)?)
}

/// The value in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[tokio::test]
async fn fifty_thousand_records_start_search_and_save() -> Result<()> {
    let stored = large_workspace(PARTNERS, RECORDS)?;
    let units: usize = stored.iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum();
    in_app("fifty_thousand", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.before_pages(COUNTING).await?;
        let mut starts = Vec::new();
        let mut reads = Vec::new();
        for _ in 0..3 {
            browser.leave(server).await?;
            browser.start(&server.url("#/partners")).await?;
            let first = browser.wait_for("for the first row", async || {
                Ok(browser.run("return window.firstRow", vec![]).await?.as_f64())
            });
            starts.push(first.await?);
            browser.see_text(".partners__count", &PARTNERS.to_string()).await?;
            reads = accesses(browser).await?;
        }
        ensure!(browser.ask("return page.banners()", vec![]).await? == json!([]), "nothing to complain of");
        let mut of_key = BTreeMap::<&str, u64>::new();
        for (_, key, _) in reads.iter().filter(|(name, key, _)| name == "getItem" && stored.contains_key(key)) {
            *of_key.entry(key).or_default() += 1;
        }
        let unread: Vec<_> = stored.keys().filter(|key| !of_key.contains_key(key.as_str()) && !key.ends_with(":pad")).collect();
        ensure!(unread.is_empty(), "never read: {unread:?}");
        // The first look reads those it shows; then everything is read once.
        let first = browser.run("return localStorage.getItem('bk1:home:p:first')", vec![]).await?;
        let first: Vec<_> = first.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect();
        ensure!((1..=16).contains(&first.len()), "a screen of partners: {first:?}");
        let is_first = |key: &str| first.iter().any(|id| key.ends_with(id.as_str()));
        let documents = of_key.iter().filter(|(key, _)| key.contains(":d:"));
        let often: Vec<_> = documents.filter(|(key, times)| **times > 1 + u64::from(is_first(key))).collect();
        let index_reads = reads.iter().filter(|(name, ..)| name == "key").count();
        figure(&format!(
            "{PARTNERS} × {RECORDS} records, {units} units in {} keys: first row after {:.0} ms (median of {:?}); \
             {} reads of own keys, {} documents read more than once, {index_reads} key(index) calls",
            stored.len(),
            median(starts.clone()),
            starts.iter().map(|start| start.round()).collect::<Vec<_>>(),
            of_key.values().sum::<u64>(),
            often.len(),
        ));
        ensure!(often.is_empty(), "read more than once: {:?}", often.iter().take(5).collect::<Vec<_>>());

        let keystroke = "
            const field = document.querySelector('input[type=search]');
            const took = [];
            for (const words of ['p', 'pa', 'partner 2', 'partner 25', 'roadmap', '', 'partner 499', '']) {
                const start = performance.now();
                page.put(field, words);
                await new Promise(resolve => setTimeout(resolve));
                document.body.offsetHeight;
                took.push(performance.now() - start);
            }
            return took;";
        let took = browser.ask(&format!("return (async () => {{ {keystroke} }})()"), vec![]).await?;
        let took: Vec<f64> = serde_json::from_value(took)?;
        figure(&format!("search: {:.1} ms a keystroke (median of {took:.0?})", median(took.clone())));

        browser.type_into("input[type=search]", "partner 250").await?;
        browser.until("for one row", "return page.partners().length === 1", vec![]).await?;
        let name = browser.partner_names().await?.first().context("a partner")?.clone();
        browser.press(&name).await?;
        browser.see("#history").await?;
        accesses(browser).await?;
        let mut saves = Vec::new();
        let mut written = Vec::new();
        for number in 0..5 {
            browser.press("Log touchpoint").await?;
            browser.put("What was it about?", &format!("One more, {number}")).await?;
            let save = "
                const form = document.querySelector('form');
                window.accesses.splice(0);
                const start = performance.now();
                form.requestSubmit();
                const stored = performance.now() - start;
                return [stored, window.accesses.splice(0)];";
            let answer = browser.ask(save, vec![]).await?;
            saves.push(answer[0].as_f64().unwrap_or(0.0));
            written = serde_json::from_value::<Vec<(String, String, u64)>>(answer[1].clone())?;
            browser.see_told(&format!("One more, {number}")).await?;
        }
        let sets: Vec<String> = written
            .iter()
            .filter(|(name, ..)| name == "setItem")
            .map(|(_, key, units)| format!("{} {units}", key.split(['/', '0']).next().unwrap_or(key)))
            .collect();
        let gets = written.iter().filter(|(name, ..)| name == "getItem").count();
        figure(&format!(
            "one save: {:.1} ms (median of {saves:.0?}); {} writes {sets:?}, {gets} reads",
            median(saves.clone()),
            sets.len(),
        ));
        let of = |part: &str| sets.iter().filter(|key| key.contains(part)).count();
        ensure!(of(":i:") == 1 && of(":d:") == 1, "one intent, one document: {sets:?}");

        browser.press("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let backup = browser.downloaded().await?.len();
        figure(&format!("backup of all of it: {backup} bytes of at most {MOST_BYTES}"));
        let usage: Value = browser.ask("return page.squeezed(document.querySelector('.storage strong').textContent)", vec![]).await?;
        figure(&format!("the meter says {usage}"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_workspace_of_more_than_100_000_records_can_be_backed_up() -> Result<()> {
    let stored = large_workspace(1_000, 100)?;
    let units: usize = stored.iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum();
    in_app("a_large_backup", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.start(&server.url("#/settings")).await?;
        browser.see_heading("Settings").await?;
        browser.catch_downloads().await?;
        browser.press("Download backup").await?;
        let said = browser
            .ask("return page.squeezed(document.querySelector('#backup [role=alert]').textContent)", vec![]);
        let said = said.await?;
        ensure!(said == "", "with {units} units in use: {said}");
        let size = browser.downloaded().await?.len();
        figure(&format!("100,000 records in {units} units: backup of {size} bytes"));
        Ok(())
    })
    .await
}

/// Says how long a key takes from the press until the frame that answers it is painted, and whether it changed what
/// is found.
const KEYS_TO_FRAMES: &str = "
    window.frames = [];
    let pressed = 0;
    let before = '';
    const found = () => document.querySelector('.partners__count [role=status]').textContent;
    const painted = new MessageChannel();
    painted.port1.onmessage = () => window.frames.push([performance.now() - pressed, found() !== before]);
    addEventListener('keydown', event => { pressed = event.timeStamp; before = found(); }, true);
    addEventListener('input', () => requestAnimationFrame(() => painted.port2.postMessage(0)), true);";

#[tokio::test]
async fn a_keystroke_in_search_at_10_000_partners_answers_within_50_ms() -> Result<()> {
    const MOST_MS: f64 = 50.0;
    const ROUNDS: u32 = 4;
    let stored = bare_workspace(10_000)?;
    let units: usize = stored.iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum();
    in_app("keystroke_at_10_000", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.until("for a page of rows", "return page.partners().length === 200", vec![]).await?;
        browser.run(KEYS_TO_FRAMES, vec![]).await?;
        let search = browser.see("input[type=search]").await?;
        // Each key of it finds fewer: rows go, and others come.
        let words = "price 04711";
        let back = "\u{e003}".repeat(words.len());
        // What else the machine does at the time is no fault of the page: the calmest round counts.
        let mut middle = f64::INFINITY;
        for round in 1..=ROUNDS {
            browser.run("window.frames.length = 0", vec![]).await?;
            let mut typed = 0;
            for key in format!("{words}{back}{words}{back}").chars() {
                search.send_keys(key.to_string()).await?;
                typed += 1;
                browser
                    .until("for the frame", "return window.frames.length === arguments[0]", vec![json!(typed)])
                    .await?;
            }
            let took: Vec<(f64, bool)> =
                serde_json::from_value(browser.run("return window.frames", vec![]).await?)?;
            let changed: Vec<f64> =
                took.iter().filter(|(_, is_change)| *is_change).map(|(took, _)| *took).collect();
            let median_ms = median(changed.clone());
            figure(&format!(
                "10,000 partners in {units} units, round {round}: a key of search is answered on screen after \
                 {median_ms:.1} ms (median of the {} keys of {typed} that changed what is found: {changed:.0?})",
                changed.len()
            ));
            ensure!(changed.len() >= 20, "too few keys to tell");
            middle = middle.min(median_ms);
            if middle <= MOST_MS {
                break;
            }
        }
        ensure!(middle <= MOST_MS, "{middle:.1} ms are more than {MOST_MS} ms");
        browser.press("Show 200 more of 9,800 hidden partners").await?;
        browser.until("for the next page of rows", "return page.partners().length === 400", vec![]).await
    })
    .await
}

/// Says how long it takes from a press until the frame that answers it is painted, and what is found then.
const PRESS_TO_FRAME: &str = "
    const [selector, words] = arguments;
    const button = [...document.querySelectorAll(selector)].find(it => it.textContent.trim().startsWith(words));
    const first = () => document.querySelector('table.partners tbody th')?.textContent
        + document.querySelector('.partners__count [role=status]').textContent;
    const before = first();
    return new Promise(answer => {
        const painted = new MessageChannel();
        const start = performance.now();
        painted.port1.onmessage = () => answer([performance.now() - start, first() !== before]);
        button.click();
        requestAnimationFrame(() => painted.port2.postMessage(0));
    });";

/// Long tasks, from before the page's first line.
pub const LONG_TASKS: &str = "
    window.longTasks = [];
    new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(task => [task.startTime, task.duration])))
        .observe({ type: 'longtask', buffered: true });";

#[tokio::test]
async fn sorting_and_filtering_10_000_scored_partners_answers_within_50_ms() -> Result<()> {
    const MOST_MS: f64 = 50.0;
    const ROUNDS: u32 = 4;
    let stored = scored_workspace(10_000)?;
    in_app("sort_at_10_000", async |browser, server| {
        browser.leave(server).await?;
        browser.store(&stored).await?;
        browser.lacks(Lack::LongTasks);
        browser.before_pages(LONG_TASKS).await?;
        browser.leave(server).await?;
        browser.start(&server.url("#/partners")).await?;
        browser.until("for a page of rows", "return page.partners().length === 200", vec![]).await?;
        browser.see(".portfolio h2").await?;
        let tasks = browser.run("return window.longTasks.map(task => task.map(Math.round))", vec![]).await?;
        figure(&format!("10,000 scored partners: long tasks from opening on, as [start, ms]: {tasks}"));
        let mut slow = Vec::new();
        for (what, selector, words) in [
            ("sort by health", "thead button", "Health"),
            ("sort by name", "thead button", "Partner"),
            ("filter by band", ".portfolio button", "Zombie"),
            ("filter by tier, a view sorted by health", ".tabs button", "Tier 1"),
            ("filter by band, a view sorted by health", ".tabs button", "Needs attention"),
            ("sort by name, without the columns of health", "thead button", "Partner"),
        ] {
            if what.contains("without") {
                browser.press("Columns").await?;
                let untick =
                    "page.all('[popover]:popover-open label').slice(0, 2).forEach(label => label.click())";
                browser.ask(untick, vec![]).await?;
                browser.run("document.querySelector('[popover]:popover-open').hidePopover()", vec![]).await?;
                browser.see_no(".partners__spark").await?;
            }
            // What else the machine does at the time is no fault of the page: the calmest round counts.
            let mut middle = f64::INFINITY;
            for round in 1..=ROUNDS {
                let mut took = Vec::new();
                for _ in 0..7 {
                    let answer = browser.run(PRESS_TO_FRAME, vec![json!(selector), json!(words)]).await?;
                    let (ms, is_change): (f64, bool) = serde_json::from_value(answer)?;
                    if is_change {
                        took.push(ms);
                    }
                    if selector == ".tabs button" {
                        browser.run(PRESS_TO_FRAME, vec![json!(selector), json!("All")]).await?;
                    }
                }
                ensure!(took.len() >= 4, "{what} changed what is found {} times", took.len());
                let of_round = median(took.clone());
                figure(&format!(
                    "10,000 scored partners, {what}, round {round}: {of_round:.1} ms (median of {took:.0?})"
                ));
                middle = middle.min(of_round);
                if middle <= MOST_MS {
                    break;
                }
            }
            if middle > MOST_MS {
                slow.push(format!("{what} takes {middle:.1} ms"));
            }
        }
        ensure!(slow.is_empty(), "more than {MOST_MS} ms: {slow:?}");
        Ok(())
    })
    .await
}
