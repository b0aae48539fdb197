//! A run in the words of the page: compared, so that only what says something else is drawn anew.

use crate::catalogue::{self, run as words};
use crate::domain::checklist::{
    EvidenceKind, Home, MarkState, Progress, RunId, Sheet, Standing, TemplateKey, Traits,
};
use crate::domain::{Date, Workspace};
use crate::kit::checklist::ItemState;
use crate::state::desk::Desk;

/// Which run, and whose. A copy is a pointer to the same.
#[derive(Clone, Copy, PartialEq)]
pub struct RunOf {
    /// Whose.
    pub home: Home,
    /// Which.
    pub id: RunId,
}

/// A run as a whole.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// What it is called.
    pub title: String,
    /// Where it came from, as far as that is known.
    pub template: Option<TemplateKey>,
    /// What its days are counted from.
    pub anchor_words: String,
    /// The day they are.
    pub anchor: Date,
    /// Whether weekends do not count.
    pub working_days: bool,
    /// The day it began.
    pub started_on: Date,
    /// The day it was finished.
    pub finished_on: Option<Date>,
    /// The day its next round is counted from, if it comes round.
    pub next_round: Option<Date>,
    /// How far it is.
    pub progress: Progress,
    /// Required items that are open.
    pub required_open: usize,
    /// Whether nothing is left.
    pub is_over: bool,
    /// The first day on which something open is due.
    pub next_due: Option<Date>,
}

/// One item.
#[derive(Clone, PartialEq)]
pub struct ToldItem {
    /// What is to be done.
    pub text: String,
    /// How to do it well.
    pub help: String,
    /// What it asks for.
    pub evidence: EvidenceKind,
    /// How its mark looks.
    pub look: ItemState,
    /// For those who do not see it.
    pub word: &'static str,
    /// When.
    pub when: String,
    /// Beside the title.
    pub must: Option<&'static str>,
    /// What is beneath: evidence, a reason, what it waits for.
    pub lines: Vec<Line>,
    /// Whether it can be finished.
    pub is_open: bool,
    /// The note about it.
    pub note: Option<String>,
    /// The day agreed for it in this run.
    pub own_due: Option<Date>,
    /// What it waits for.
    pub waits_for: Option<String>,
}

/// A line beneath an item.
#[derive(Clone, PartialEq)]
pub enum Line {
    /// Words.
    Words(String),
    /// Evidence in words.
    Evidence(String),
    /// Evidence at an address.
    Link(String),
}

impl RunOf {
    /// What `read` makes of the run, as long as it is there.
    pub fn read<T>(self, workspace: &Workspace, today: Date, read: impl FnOnce(Sheet<'_>) -> T) -> Option<T> {
        let traits: Option<Traits> = workspace.traits(self.home, today);
        workspace.runs(self.home)?.sheet(self.id, traits).map(read)
    }

    /// As [`Self::read`], followed.
    pub fn follow<T>(self, desk: Desk, read: impl FnOnce(Sheet<'_>, Date) -> T) -> Option<T> {
        let today = desk.today();
        desk.read(|workspace| self.read(workspace, today, |sheet| read(sheet, today)))
    }
}

/// The run as a whole.
pub fn tell(sheet: Sheet<'_>, today: Date) -> Told {
    Told {
        title: sheet.run.title.clone(),
        template: TemplateKey::read(&sheet.run.template),
        anchor_words: sheet.template.anchor.clone(),
        anchor: sheet.run.anchor,
        working_days: sheet.run.working_days,
        started_on: sheet.run.started_on,
        finished_on: sheet.run.finished_on,
        next_round: sheet.next_round(today),
        progress: sheet.progress(today),
        required_open: sheet.required_open().count(),
        is_over: sheet.is_over(),
        next_due: sheet.next_due(),
    }
}

/// One of its items.
pub fn tell_item(standing: Standing<'_>, today: Date, is_finished: bool) -> ToldItem {
    let Standing { item, mark, due, .. } = standing;
    let is_late = due.is_some_and(|due| due < today);
    let due_words = || due.map(|due| words::when(due, today).0).unwrap_or_default();
    let (look, word, when, mut lines) = match standing.state() {
        MarkState::Open if is_late => (ItemState::Overdue, words::IS_LATE, due_words(), Vec::new()),
        MarkState::Open => (ItemState::Open, words::IS_OPEN, due_words(), Vec::new()),
        MarkState::Blocked { by } => {
            let lines = vec![Line::Words(words::waits_for(by.as_str()))];
            (ItemState::Blocked, words::IS_BLOCKED, due_words(), lines)
        }
        MarkState::Done { on, by, evidence } => {
            let shown = evidence.as_ref().map(evidence_line);
            let by = by.as_ref().map(|by| Line::Words(words::done_by(by.as_str())));
            (ItemState::Done, words::IS_DONE, catalogue::day(*on), shown.into_iter().chain(by).collect())
        }
        MarkState::NotApplicable { on, by, reason } => {
            let by = by.as_ref().map(crate::domain::text::Line::as_str);
            let lines = vec![Line::Words(words::by_on(reason.as_str(), by, *on))];
            (ItemState::NotApplicable, words::DOES_NOT_APPLY, String::new(), lines)
        }
    };
    let note = mark.and_then(|mark| mark.note.as_ref()).map(ToString::to_string);
    lines.extend(note.clone().map(Line::Words));
    let is_done = matches!(standing.state(), MarkState::Done { .. });
    let must = match words::evidence(item.evidence) {
        Some(_) if is_done => Some(words::EVIDENCE_KEPT),
        Some(needed) if standing.is_open() => Some(needed),
        None if !item.required && standing.is_open() => Some(words::OPTIONAL),
        _ => None,
    };
    ToldItem {
        text: item.text.clone(),
        help: item.help.clone(),
        evidence: item.evidence,
        look,
        word,
        when,
        must,
        lines,
        is_open: standing.is_open() && !is_finished,
        note,
        own_due: mark.and_then(|mark| mark.due),
        waits_for: match standing.state() {
            MarkState::Blocked { by } => Some(by.to_string()),
            _ => None,
        },
    }
}

fn evidence_line(evidence: &crate::domain::checklist::Evidence) -> Line {
    use crate::domain::checklist::Evidence;
    match evidence {
        Evidence::Note(note) => Line::Evidence(note.to_string()),
        Evidence::Link(address) => Line::Link(address.as_str().to_owned()),
        Evidence::Written { on, words: text } => Line::Evidence(words::written(text.as_str(), *on)),
    }
}

/// The name of whose run it is.
pub fn whose(workspace: &Workspace, home: Home) -> String {
    match home {
        None => words::OUR_OWN.to_owned(),
        Some(id) => workspace.partner(id).map(|partner| partner.profile.name.to_string()).unwrap_or_default(),
    }
}

/// Where a run is: the partner that has it, or ourselves.
pub fn find(workspace: &Workspace, id: RunId) -> Option<RunOf> {
    if workspace.playbooks.runs.contains_key(&id) {
        return Some(RunOf { home: None, id });
    }
    let holder = workspace.partners.iter().find(|(_, partner)| partner.playbooks.runs.contains_key(&id));
    holder.map(|(home, _)| RunOf { home: Some(*home), id })
}
