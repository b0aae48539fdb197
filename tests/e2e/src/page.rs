//! The page as a person uses it: fields by their labels, buttons by their words.
//!
//! Everything waits until it is there. Typing and clicking go through the driver, as real keys and clicks.

use crate::server::Server;
use crate::session::{Session, awaiting};
use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebElement};

const SCRIPT: &str = include_str!("page.js");

/// One record as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Told {
    /// The words in bold.
    pub title: String,
    /// The facts beneath.
    pub meta: Vec<String>,
    /// The note, as it is stored.
    pub note: String,
    /// The day, as `2026-11-21`.
    pub day: String,
}

impl Session {
    /// The value of a script that can use `page` and `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.run(&format!("{SCRIPT}\n{script}"), arguments).await
    }

    /// Opens the app and waits for its heading.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(&self, url: &str) -> Result<()> {
        self.goto(url).await?;
        self.see("main h1").await?;
        Ok(())
    }

    /// Loads the page anew and waits for its heading.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn reload(&self) -> Result<()> {
        self.browser()?.refresh().await?;
        self.see("main h1").await?;
        Ok(())
    }

    /// The control of a label.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        self.element(&format!("for a field “{label}”"), "return page.field(...arguments)", vec![json!(label)])
            .await
    }

    /// What stands in the control of a label.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn value(&self, label: &str) -> Result<String> {
        let value = self.field(label).await?.prop("value").await?;
        Ok(value.unwrap_or_default())
    }

    /// Types into an empty or emptied field, key by key.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        // A day is typed part by part in the order of the reader's country; the driver sets it whole.
        if field.attr("type").await?.as_deref() == Some("date") {
            return self.put(label, text).await;
        }
        field.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            field.send_keys(Key::Delete + "").await?;
        }
        field.send_keys(text).await.with_context(|| format!("could not type into “{label}”"))
    }

    /// Sets a field by script, with the events that typing brings: for long texts and days.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn put(&self, label: &str, text: &str) -> Result<()> {
        self.field(label).await?;
        let script = "page.put(page.field(arguments[0]), arguments[1])";
        self.ask(script, vec![json!(label), json!(text)]).await?;
        Ok(())
    }

    /// Picks one of the choices of a list.
    ///
    /// # Errors
    /// When there is no such list or choice.
    pub async fn choose(&self, label: &str, words: &str) -> Result<()> {
        let list = self.field(label).await?;
        for option in list.find_all(By::Css("option")).await? {
            if option.text().await? == words {
                return Ok(option.click().await?);
            }
        }
        Err(anyhow!("“{label}” offers no “{words}”"))
    }

    /// The button or link with these words.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn button(&self, words: &str) -> Result<WebElement> {
        let script = "return page.pressable(...arguments)";
        self.element(&format!("for a button “{words}”"), script, vec![json!(words)]).await
    }

    /// Presses the button or link with these words.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn press(&self, words: &str) -> Result<()> {
        self.press_at(words, None).await
    }

    /// Presses the button or link with these words in the part of the page with that name or heading.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn press_in(&self, part: &str, words: &str) -> Result<()> {
        self.press_at(words, Some(part)).await
    }

    async fn press_at(&self, words: &str, part: Option<&str>) -> Result<()> {
        // What was found may be drawn anew before the click arrives; then it is looked for again.
        self.wait_for(&format!("to press “{words}”"), async || {
            let script = "return page.pressable(...arguments)";
            let found = self.found(script, vec![json!(words), json!(part)]).await?;
            let Some(button) = found else { return Ok(None) };
            // The driver scrolls as little as it can, and then presses what lies beneath a bar.
            self.run("arguments[0].scrollIntoView({ block: 'center' })", vec![button.to_json()?]).await?;
            button.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Ticks the box with this label, or unticks it.
    ///
    /// # Errors
    /// When there is none in sight.
    pub async fn press_tick(&self, label: &str) -> Result<()> {
        let script = "return page.all('label.check, label.switch').find(it => page.isShown(it) && page.squeezed(it.textContent) === arguments[0])";
        self.element(&format!("for a box “{label}”"), script, vec![json!(label)]).await?.click().await?;
        Ok(())
    }

    /// Presses a deed behind “More actions” of a partner.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn press_more(&self, words: &str) -> Result<()> {
        self.press("More actions").await?;
        self.press(words).await
    }

    /// Waits until the history tells of something with these words in its title or note.
    ///
    /// # Errors
    /// When it does not.
    pub async fn see_told(&self, words: &str) -> Result<Told> {
        self.wait_for(&format!("to read “{words}” in the history"), async || {
            let told = self.history().await?;
            Ok(told.into_iter().find(|told| told.title.contains(words) || told.note.contains(words)))
        })
        .await
    }

    /// Everything the history shows.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn history(&self) -> Result<Vec<Told>> {
        Ok(serde_json::from_value(self.ask("return page.history()", vec![]).await?)?)
    }

    /// How many records the history says there are.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn recorded(&self) -> Result<u64> {
        let count = self.ask("return page.recorded()", vec![]).await?;
        count.as_u64().context("the history has a count")
    }

    /// The rows of the table of partners, cell by cell.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn partners(&self) -> Result<Vec<Vec<String>>> {
        Ok(serde_json::from_value(self.ask("return page.partners()", vec![]).await?)?)
    }

    /// Waits for the list of partners, which arrives in a module of its own, and for all rows of its first page, which
    /// are drawn in steps. An empty workspace has no list.
    ///
    /// # Errors
    /// When the list does not come.
    pub async fn see_list(&self) -> Result<()> {
        let is_drawn = "
            const count = document.querySelector('.partners__count')?.textContent.match(/[0-9][0-9.,]*/);
            const rows = page.all('table.partners tbody tr').length;
            if (!count && document.querySelector('main .empty:not([role=alert])')) return true;
            return Boolean(count) && rows >= Math.min(200, Number(count[0].replace(/[.,]/g, '')))";
        self.until("for the list of partners", is_drawn, vec![]).await
    }

    /// The names in the table of partners.
    ///
    /// # Errors
    /// When the page does not answer, or there is no list.
    pub async fn partner_names(&self) -> Result<Vec<String>> {
        self.see_list().await?;
        let script = "return page.all('table.partners tbody bdi').filter(it => it.closest('a')).map(it => it.textContent)";
        Ok(serde_json::from_value(self.ask(script, vec![]).await?)?)
    }

    /// Waits until the shell says this about saving.
    ///
    /// # Errors
    /// When it does not.
    pub async fn see_state(&self, words: &str) -> Result<()> {
        self.see_answer(&format!("for the state “{words}”"), "return page.state()", words).await
    }

    /// Waits until everything is saved.
    ///
    /// # Errors
    /// When it is not.
    pub async fn see_saved(&self) -> Result<()> {
        self.see_state("Saved in this browser").await
    }

    /// As [`see_saved`](Self::see_saved); the single file holds what was changed in memory, and says that it is in no file.
    ///
    /// # Errors
    /// When it says something else.
    pub async fn see_held(&self) -> Result<()> {
        let is_single = "return Boolean(document.querySelector('meta[name=edition]'))";
        if self.run(is_single, vec![]).await? == Value::Bool(true) {
            let is_held = "return ['Saved in this browser', 'Unsaved changes'].includes(page.state())";
            return self.until("for the change to be held", is_held, vec![]).await;
        }
        self.see_saved().await
    }

    /// Waits for a notice with these words in it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn see_toast(&self, words: &str) -> Result<()> {
        self.see_answer(&format!("for a notice “{words}”"), "return page.toast()", words).await
    }

    /// Takes the notice away, if there is one: a long one lies over other things.
    ///
    /// # Errors
    /// When it stays.
    pub async fn dismiss_toast(&self) -> Result<()> {
        self.run("document.querySelector('.toast [aria-label=Dismiss]')?.click()", vec![]).await?;
        self.see_no(".toast").await
    }

    /// Waits for a banner with these words in it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn see_banner(&self, words: &str) -> Result<()> {
        let script = "return page.banners().join('\\n')";
        self.see_answer(&format!("for a banner “{words}”"), script, words).await
    }

    /// Waits for the heading of the page.
    ///
    /// # Errors
    /// When it is another one.
    pub async fn see_heading(&self, words: &str) -> Result<()> {
        self.see_answer(&format!("for the heading “{words}”"), "return page.heading()", words).await
    }

    async fn see_answer(&self, what: &str, script: &str, words: &str) -> Result<()> {
        let last = std::cell::RefCell::new(String::new());
        self.wait_for(what, async || {
            let said = self.ask(script, vec![]).await?;
            let said = said.as_str().unwrap_or_default();
            *last.borrow_mut() = said.to_owned();
            Ok(said.contains(words).then_some(()))
        })
        .await
        .with_context(|| format!("it said “{}”", last.borrow()))
    }

    /// Asks until the script says true.
    ///
    /// # Errors
    /// When it does not; `what` completes “waited 10 s …”.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        self.wait_for(what, async || {
            let answer = self.ask(script, arguments.clone()).await?;
            Ok((answer == Value::Bool(true)).then_some(()))
        })
        .await
    }

    async fn element(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<WebElement> {
        self.wait_for(what, async || self.found(script, arguments.clone()).await).await
    }

    async fn found(&self, script: &str, arguments: Vec<Value>) -> Result<Option<WebElement>> {
        let answer = self.browser()?.execute(awaiting(&format!("{SCRIPT}\n{script}")), arguments).await?;
        if answer.json().is_null() {
            return Ok(None);
        }
        Ok(Some(answer.element()?))
    }

    // ------------------------------------------------------------ deeds of several steps

    /// Adds a partner from the list and waits for its page.
    ///
    /// # Errors
    /// When a step is not there.
    pub async fn add_partner(&self, name: &str) -> Result<()> {
        self.press("Add partner").await?;
        self.fill("Partner name", name).await?;
        self.press_in("Add partner", "Add partner").await?;
        self.see_heading(name).await?;
        self.see_held().await
    }

    /// Logs a touchpoint on the partner's page that is open, and waits until the history has it.
    ///
    /// # Errors
    /// When a step is not there.
    pub async fn log_touchpoint(&self, note: &str) -> Result<()> {
        self.press("Log touchpoint").await?;
        self.put("What was it about?", note).await?;
        self.press_in("Log touchpoint", "Log touchpoint").await?;
        self.see_told(note).await?;
        Ok(())
    }

    /// Every key and value of `localStorage`, as it lies there.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn stored(&self) -> Result<std::collections::BTreeMap<String, String>> {
        let stored = self.run("return { ...localStorage }", vec![]).await?;
        Ok(serde_json::from_value(stored)?)
    }

    /// Puts keys into `localStorage`.
    ///
    /// # Errors
    /// When they do not fit.
    pub async fn store(&self, values: &std::collections::BTreeMap<String, String>) -> Result<()> {
        let script =
            "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
        self.run(script, vec![json!(values)]).await?;
        Ok(())
    }

    /// Goes to a page of the same origin in which nothing runs.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn leave(&self, server: &Server) -> Result<()> {
        let blank = "<!doctype html><title>blank</title><link rel=icon href=data:,>";
        self.goto(&server.add_page("/blank.html", blank)).await
    }

    /// Keeps what the page hands out from now on, instead of letting the browser store it as a file.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn catch_downloads(&self) -> Result<()> {
        let script = "
            window.downloads = [];
            const make = URL.createObjectURL;
            URL.createObjectURL = blob => (window.downloads.push(blob), make.call(URL, blob));
            const click = HTMLAnchorElement.prototype.click;
            HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };";
        self.run(script, vec![]).await?;
        Ok(())
    }

    /// The text of the last download.
    ///
    /// # Errors
    /// When there was none.
    pub async fn downloaded(&self) -> Result<String> {
        let text = self.run("return window.downloads.at(-1)?.text()", vec![]).await?;
        Ok(text.as_str().context("nothing was downloaded")?.to_owned())
    }
}
