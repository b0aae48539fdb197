//! What a recap is made of, and its text taken apart for showing and copying.
//!
//! The sentences are the catalogue's; a recap that somebody changed is kept as the text it is
//! ([`super::BriefPart::Recap`]).

use crate::domain::commitment::Side;
use crate::domain::date::Date;
use crate::domain::partner::PartnerId;
use crate::domain::text::{first_name, html_text};
use crate::domain::workspace::Workspace;

use super::{How, MeetingId, MeetingNote, Objection, ObjectionState, Probe};

/// What was recorded of a meeting, as far as it may be sent to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// The first names of those it goes to.
    pub to: Vec<String>,
    /// The day it was held, or is planned for.
    pub on: Date,
    /// How people met.
    pub how: How,
    /// What was covered.
    pub covered: Vec<Covered>,
    /// Who does what.
    pub steps: Vec<RecapStep>,
    /// Our own name, or that of the first of ours.
    pub me: Option<String>,
}

/// Something that was covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covered {
    /// A note.
    Note(String),
    /// What they answered to a hard question.
    Answer(String, String),
    /// What speaks against it still.
    Open(String),
    /// What spoke against it, and is settled.
    Settled(String),
}

/// Who does what, by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecapStep {
    /// Whose it is.
    pub side: Side,
    /// What.
    pub what: String,
    /// Who keeps it.
    pub person: Option<String>,
    /// By when.
    pub due: Date,
}

impl Recap {
    /// The recap of a meeting, with what both sides may read: no research, no note that stays with us. `None` when the
    /// meeting is gone.
    pub fn of(workspace: &Workspace, partner: PartnerId, id: MeetingId) -> Option<Self> {
        let dossier = workspace.partner(partner)?;
        let meeting = dossier.meetings.all.get(&id)?;
        let notes = dossier.meetings.of::<MeetingNote>(id).into_iter().filter(|(_, note)| !note.private);
        let notes = notes.map(|(_, note)| Covered::Note(in_one_line(note.text.as_str())));
        let objections = dossier.meetings.objections_in_order(id);
        // An answer that was noted as an objection is told once.
        let is_objection = |answer: &str| objections.iter().any(|(_, one)| one.text.as_str() == answer);
        let answers: Vec<Covered> = (dossier.meetings.of::<Probe>(id).into_iter())
            .filter_map(|(_, probe)| Some((probe.text.to_string(), in_one_line(probe.answer?.as_str()))))
            .filter(|(_, answer)| !is_objection(answer))
            .map(|(question, answer)| Covered::Answer(question, answer))
            .collect();
        let objections =
            objections.into_iter().filter_map(|(_, Objection { text, state, .. })| match state {
                ObjectionState::Open => Some(Covered::Open(text.to_string())),
                ObjectionState::Settled => Some(Covered::Settled(text.to_string())),
                ObjectionState::Dropped => None,
            });
        let steps = dossier.next_steps(id).into_iter().map(|(_, promise)| RecapStep {
            side: promise.side,
            what: promise.what.to_string(),
            person: promise.person.as_ref().map(ToString::to_string),
            due: promise.dates.first_due(),
        });
        let names = meeting.theirs.iter();
        Some(Self {
            to: names.map(|name| first_name(name.as_str()).to_owned()).collect(),
            on: meeting.day(),
            how: meeting.how,
            covered: notes.chain(answers).chain(objections).collect(),
            steps: steps.collect(),
            me: workspace.settings.own_name.as_ref().or(meeting.ours.first()).map(ToString::to_string),
        })
    }
}

/// A block of a text as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line that stands right above a list.
    Heading(String),
    /// Lines that belong together.
    Paragraph(Vec<String>),
    /// Lines that begin with a dash.
    List(Vec<String>),
}

/// A text in blocks: paragraphs lie between blank lines, lines that begin with `- ` are a list, and the line right above
/// one is its heading.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut list: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim_end).chain([""]) {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if list.is_empty() {
                let heading = open.pop();
                close(&mut blocks, &mut open);
                blocks.extend(heading.map(Block::Heading));
            }
            list.push(item.trim().to_owned());
            continue;
        }
        if !list.is_empty() {
            blocks.push(Block::List(std::mem::take(&mut list)));
        }
        if line.is_empty() {
            close(&mut blocks, &mut open);
        } else {
            open.push(line.to_owned());
        }
    }
    blocks
}

fn close(blocks: &mut Vec<Block>, open: &mut Vec<String>) {
    if !open.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(open)));
    }
}

/// A text as HTML for the clipboard, with every character that means something there escaped.
pub fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 64);
    for block in blocks(text) {
        match block {
            Block::Heading(words) => {
                html.push_str("<p><b>");
                html_text(&mut html, &words);
                html.push_str("</b></p>");
            }
            Block::Paragraph(lines) => {
                html.push_str("<p>");
                for (place, line) in lines.iter().enumerate() {
                    if place > 0 {
                        html.push_str("<br>");
                    }
                    html_text(&mut html, line);
                }
                html.push_str("</p>");
            }
            Block::List(items) => {
                html.push_str("<ul>");
                for item in &items {
                    html.push_str("<li>");
                    html_text(&mut html, item);
                    html.push_str("</li>");
                }
                html.push_str("</ul>");
            }
        }
    }
    html
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
