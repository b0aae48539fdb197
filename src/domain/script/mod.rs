//! Scripts: words for a conversation or a letter, with fields that are filled in.
//!
//! A script is text and nothing runs in it: passages, some optional, with `{field}`s. [`template`] takes the text
//! apart, [`check`] says all that is wrong with a script, [`records`] finds what the dossier of one partner says,
//! [`answer`] keeps what was asked, [`letter`] puts it together, [`mail`] writes the address that opens a mail,
//! [`fits`] says which scripts suit how a partner stands, and [`own`] keeps those of the user.
//!
//! Deliberately absent: logic in scripts, and how a day or a promise is written (`catalogue::letter`).

pub mod answer;
pub mod check;
pub mod fits;
pub mod letter;
pub mod mail;
pub mod own;
pub mod records;
pub mod slug;
pub mod template;

use serde::Serialize;

use crate::domain::fields::{FromJson, Unreadable, reads, written_as};
use crate::domain::source::Source;

pub use answer::Answer;
pub use check::{Fault, Place};
pub use letter::{Letter, Piece};
pub use own::OwnScriptId;
pub use records::{RecordField, Value};
pub use slug::Slug;

/// What a file of a script begins with.
pub const FORMAT: &str = "bridgekeeper-script/1";

/// What a script is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Before, in and after a meeting.
    Meetings,
    /// A first move without an ask.
    GiveFirst,
    /// Between the occasions.
    KeepInTouch,
    /// Looking at what came of it.
    Reviews,
    /// Turning it round, or ending it.
    WatchAndEnd,
    /// When it is over.
    AfterTheEnd,
}

written_as!(Category {
    Meetings: "meetings",
    GiveFirst: "give_first",
    KeepInTouch: "keep_in_touch",
    Reviews: "reviews",
    WatchAndEnd: "watch_and_end",
    AfterTheEnd: "after_the_end",
});

impl Category {
    /// All of them, in the order of the library.
    pub const ALL: [Self; 6] = [
        Self::Meetings,
        Self::GiveFirst,
        Self::KeepInTouch,
        Self::Reviews,
        Self::WatchAndEnd,
        Self::AfterTheEnd,
    ];
}

/// How it reaches people. Only what is a mail can be mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A mail to the contact.
    Email,
    /// Said on the phone.
    Call,
    /// Said face to face, by video or in a room.
    VideoCall,
    /// Words to be used elsewhere, such as a letter that counsel reads first.
    Note,
}

written_as!(Medium { Email: "email", Call: "call", VideoCall: "video_call", Note: "note" });

impl Medium {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Email, Self::Call, Self::VideoCall, Self::Note];
}

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A day.
    Date,
    /// A number.
    Number,
}

written_as!(FieldKind { Line: "line", Text: "text", Date: "date", Number: "number" });

impl FieldKind {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Line, Self::Text, Self::Date, Self::Number];
}

/// A field that the records cannot fill: it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The word between braces.
    pub id: String,
    /// What the user reads.
    pub label: String,
    /// What is typed.
    pub kind: FieldKind,
    /// A hint or an example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Whether the answer belongs to the person it is written to, and not to the partner.
    #[serde(skip_serializing_if = "is_false")]
    pub personal: bool,
}

reads!(Asked { id, label, kind } or_not { help, personal });

/// A part of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Its word.
    pub id: String,
    /// What stands beside the box of an optional one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Whether it is there only when its box is ticked.
    #[serde(skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Its words.
    pub text: String,
}

reads!(Passage { id, text } or_not { label, optional });

/// A script as it is written, perhaps with faults: [`check::faults`] lists them, and rendering fails on none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Script {
    /// [`FORMAT`].
    pub format: String,
    /// Its word, of small letters, digits and hyphens.
    pub id: String,
    /// Counts its editions, from 1.
    pub version: u32,
    /// The built-in script it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub category: Category,
    /// How it reaches people.
    pub channel: Medium,
    /// When to use it.
    pub when: String,
    /// When not to, and what to do instead.
    pub not_when: String,
    /// What keeps people from misusing it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guardrail: Option<String>,
    /// Where it was learnt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The subject of a mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What is asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Asked>,
    /// Its parts, joined with a blank line.
    pub passages: Vec<Passage>,
}

reads!(Script { format, id, version, title, category, channel, when, not_when, passages }
    or_not { based_on, guardrail, sources, subject, fields });

impl Script {
    /// Reads a script from its file, with whatever is wrong in its words.
    ///
    /// # Errors
    /// When the text is no JSON, is of another format, or lacks a part.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let script = Self::from_json(text)?;
        if script.format == FORMAT {
            Ok(script)
        } else {
            Err(Unreadable::because(&format_args!("field `format`: it is no {FORMAT}")))
        }
    }

    /// The field it asks for under this word.
    pub fn asked(&self, field: &str) -> Option<&Asked> {
        self.fields.iter().find(|asked| asked.id == field)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_false(is: &bool) -> bool {
    !is
}
