//! A tireless user inside a tab, and the account of what the page acknowledged to it.

use crate::session::Session;
use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SCRIPT: &str = concat!(include_str!("page.js"), "\n", include_str!("robot.js"));

/// A partner that robots work on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Known {
    /// Its id, as in the address.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One line of a robot's log.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Which step, counted per robot.
    #[serde(default)]
    pub number: u64,
    /// What was done: `log`, `edit`, `delete`, `owner`, `partner`.
    #[serde(default)]
    pub deed: String,
    /// `begun`, `done`, or `failed`.
    pub state: String,
    /// The new text.
    #[serde(default)]
    pub note: Option<String>,
    /// The old text.
    #[serde(default)]
    pub was: Option<String>,
    /// The name of a new partner.
    #[serde(default)]
    pub name: Option<String>,
    /// Why it failed.
    #[serde(default)]
    pub words: String,
    /// Milliseconds since 1970.
    pub at: u64,
}

/// Everything a partner's history shows.
#[derive(Clone, Debug, Deserialize)]
pub struct Dossier {
    /// The count above the history.
    pub count: u64,
    /// Every note in it.
    pub notes: Vec<String>,
}

impl Session {
    /// Puts a robot into the page that is open; it is gone with the page.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn arm(&self) -> Result<()> {
        self.run(SCRIPT, vec![]).await?;
        Ok(())
    }

    /// Lets the robot add, correct and delete touchpoints of these partners at random.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn robot_works(&self, tag: &str, seed: u32, partners: &[Known], most: u64) -> Result<()> {
        let plan = json!({ "tag": tag, "seed": seed, "partners": partners, "most": most });
        self.run("robot.work(arguments[0])", vec![plan]).await?;
        Ok(())
    }

    /// Lets the robot add a partner every `pause` milliseconds.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn robot_founds(&self, tag: &str, pause: u64) -> Result<()> {
        self.run("robot.found(arguments[0])", vec![json!({ "tag": tag, "pause": pause })]).await?;
        Ok(())
    }

    /// What the robot noted since the `from`th line.
    ///
    /// # Errors
    /// When the page does not answer, or the robot met something it did not expect.
    pub async fn robot_events(&self, from: usize) -> Result<Vec<Event>> {
        self.events("return robot.since(arguments[0])", from).await
    }

    /// The same, for a tab that is closed next: no step begins any more, and the one under way is left to its fate.
    ///
    /// # Errors
    /// As [`robot_events`](Self::robot_events).
    pub async fn robot_leaves(&self, from: usize) -> Result<Vec<Event>> {
        self.events("return robot.leave(arguments[0])", from).await
    }

    async fn events(&self, script: &str, from: usize) -> Result<Vec<Event>> {
        let events = self.run(script, vec![json!(from)]).await?;
        let events: Vec<Event> = serde_json::from_value(events)?;
        if let Some(failed) = events.iter().find(|event| event.state == "failed") {
            bail!("a robot gave up: {}", failed.words);
        }
        Ok(events)
    }

    /// Stops the robot after its step.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn robot_stops(&self) -> Result<()> {
        self.run("robot.stop()", vec![]).await?;
        self.wait_for("for the robot to stop", async || {
            let is_over = self.run("return robot.isOver()", vec![]).await?;
            Ok((is_over == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Everything this tab shows of a partner.
    ///
    /// # Errors
    /// When the page does not show it.
    pub async fn dossier(&self, partner: &Known) -> Result<Dossier> {
        let dossier = self.run("return robot.notes(arguments[0])", vec![json!(partner)]).await?;
        Ok(serde_json::from_value(dossier)?)
    }

    /// The partners in the list, with their ids.
    ///
    /// # Errors
    /// When the page does not answer, or there is no list.
    pub async fn known_partners(&self) -> Result<Vec<Known>> {
        self.see_list().await?;
        let script = "return page.all('table.partners tbody a').map(a => ({ id: a.hash.split('/').pop(), name: a.textContent }))";
        Ok(serde_json::from_value(self.ask(script, vec![]).await?)?)
    }
}

/// What must stand at the end: for every record, the texts it may have; `None` means that it is gone.
///
/// A step that was acknowledged leaves one possibility; one that was only begun when its tab went adds one.
#[derive(Debug, Default)]
pub struct Account {
    possible: BTreeMap<String, Vec<Option<String>>>,
    begun: BTreeMap<(String, u64), Event>,
    /// Steps acknowledged, by deed.
    pub acknowledged: BTreeMap<String, u64>,
}

/// The difference between an [`Account`] and what is there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Acknowledged records that are nowhere.
    pub lost: Vec<String>,
    /// Records with a text that nobody acknowledged last, or that were deleted.
    pub wrong: Vec<String>,
}

impl Account {
    /// Takes down what the robot called `tag` noted.
    pub fn take(&mut self, tag: &str, events: Vec<Event>) {
        for event in events {
            let step = (tag.to_owned(), event.number);
            match event.state.as_str() {
                "begun" => {
                    if let Some((record, text)) = outcome(&event) {
                        self.possible.entry(record).or_insert_with(|| vec![None]).push(text);
                    }
                    self.begun.insert(step, event);
                }
                _ => {
                    let Some(begun) = self.begun.remove(&step) else { continue };
                    if let Some((record, text)) = outcome(&begun) {
                        self.possible.insert(record, vec![text]);
                    }
                    *self.acknowledged.entry(begun.deed).or_default() += 1;
                }
            }
        }
    }

    /// Records added and acknowledged.
    pub fn records(&self) -> u64 {
        self.acknowledged.get("log").copied().unwrap_or(0)
    }

    /// Compares with the notes that are there.
    pub fn compare(&self, notes: &[String]) -> Difference {
        let found: BTreeMap<&str, &String> = notes.iter().map(|note| (record_of(note), note)).collect();
        let mut difference = Difference::default();
        for (record, possible) in &self.possible {
            let text = found.get(record.as_str()).map(|text| (*text).clone());
            if !possible.contains(&text) {
                match text {
                    None => difference.lost.push(record.clone()),
                    Some(text) => difference.wrong.push(text),
                }
            }
        }
        let unknown = found.iter().filter(|(record, _)| !self.possible.contains_key(**record));
        difference.wrong.extend(unknown.map(|(_, text)| (*text).clone()));
        difference
    }
}

/// The record a step is about, and what it says afterwards.
fn outcome(event: &Event) -> Option<(String, Option<String>)> {
    match (event.deed.as_str(), &event.was, &event.note) {
        ("log" | "edit", _, Some(note)) => Some((record_of(note).to_owned(), Some(note.clone()))),
        ("delete", Some(was), _) => Some((record_of(was).to_owned(), None)),
        _ => None,
    }
}

/// Every correction adds a plus; what is before them names the record.
fn record_of(note: &str) -> &str {
    note.trim_end_matches('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: u64, deed: &str, state: &str, was: Option<&str>, note: Option<&str>) -> Event {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Event {
            number,
            deed: deed.to_owned(),
            state: state.to_owned(),
            note: own(note),
            was: own(was),
            name: None,
            words: String::new(),
            at: 0,
        }
    }

    #[test]
    fn an_acknowledged_record_that_is_nowhere_is_lost_and_a_begun_one_may_be_either() {
        let mut account = Account::default();
        account.take(
            "A",
            vec![event(1, "log", "begun", None, Some("A.1")), event(1, "log", "done", None, None)],
        );
        account.take("A", vec![event(2, "log", "begun", None, Some("A.2"))]);
        assert_eq!(account.compare(&[]).lost, ["A.1"]);
        assert_eq!(account.compare(&["A.1".to_owned()]), Difference::default());
        assert_eq!(account.compare(&["A.1".to_owned(), "A.2".to_owned()]), Difference::default());
        assert_eq!(account.records(), 1);
    }

    #[test]
    fn a_record_with_an_older_text_or_back_from_the_trash_is_wrong() {
        let mut account = Account::default();
        account.take(
            "A",
            vec![event(1, "log", "begun", None, Some("A.1")), event(1, "log", "done", None, None)],
        );
        let edit = event(2, "edit", "begun", Some("A.1"), Some("A.1+"));
        account.take("A", vec![edit, event(2, "edit", "done", None, None)]);
        assert_eq!(account.compare(&["A.1".to_owned()]).wrong, ["A.1"]);
        let delete = event(3, "delete", "begun", Some("A.1+"), None);
        account.take("A", vec![delete, event(3, "delete", "done", None, None)]);
        assert_eq!(account.compare(&["A.1+".to_owned()]).wrong, ["A.1+"]);
        assert_eq!(account.compare(&[]), Difference::default());
    }
}
