//! A script of the library as it reads for this partner: filled from the records, and from what was filled in before.

use leptos::prelude::*;

use crate::catalogue::{letter as letters, scripts};
use crate::domain::script::records::Subject;
use crate::domain::script::{FieldKind, Letter, Piece, RecordField, Script};
use crate::domain::{ContactId, Date, PartnerId, Workspace};
use crate::kit::letter;
use crate::kit::{Icon, Letter as LetterSheet};
use crate::library::scripts as library;
use crate::route::Route;

/// A script filled in.
#[derive(Clone, PartialEq)]
pub struct Filled {
    letter: Letter,
    labels: Vec<(String, String)>,
    /// How many fields are missing.
    pub missing: usize,
}

/// Fills a script of the library in; `ticked` names the optional passages that are there.
pub fn fill(
    workspace: &Workspace,
    slug: &str,
    partner: PartnerId,
    contact: Option<ContactId>,
    day: Date,
    ticked: &dyn Fn(&str) -> bool,
) -> Option<Filled> {
    let script = library::built_in(slug)?;
    let subject = Subject::of(workspace, Some(partner), contact, day);
    let contact = subject.contact().map(|(id, _)| id);
    let remembered = |field: &str| {
        let asked = script.asked(field)?;
        let of = contact.filter(|_| asked.personal);
        if asked.personal && of.is_none() {
            return None;
        }
        let answer = subject.partner()?.answer(field, of)?;
        match asked.kind {
            FieldKind::Date => answer.text.parse().ok().map(letters::day),
            _ => Some(answer.text),
        }
    };
    let of_records =
        |field: &str| subject.value(RecordField::named(field)?).map(|value| letters::value(&value));
    let fill = |field: &str| of_records(field).or_else(|| remembered(field));
    let is_ticked = |passage: &str| ticked(passage) && can_be_told(&script, passage, &fill);
    let letter = Letter::of(&script, &is_ticked, &fill);
    let missing: Vec<String> = letter.missing().into_iter().map(str::to_owned).collect();
    let labels = missing.iter().map(|field| (field.clone(), label(&script, field))).collect();
    Some(Filled { letter, labels, missing: missing.len() })
}

/// Whether an optional passage has all that it says: what is missing in it is no reason to ask.
fn can_be_told(script: &Script, passage: &str, fill: &dyn Fn(&str) -> Option<String>) -> bool {
    let alone = Letter::of(
        &Script {
            passages: script.passages.iter().filter(|one| one.id == passage).cloned().collect(),
            ..script.clone()
        },
        &|_| true,
        fill,
    );
    alone.passages.iter().flatten().all(|piece| !matches!(piece, Piece::Missing { .. }))
}

fn label(script: &Script, field: &str) -> String {
    match (script.asked(field), RecordField::named(field)) {
        (Some(asked), _) => asked.label.clone(),
        (None, Some(field)) => scripts::record_field(field).to_owned(),
        (None, None) => field.to_owned(),
    }
}

/// The sheet.
pub fn sheet(filled: &Filled) -> AnyView {
    let label = |field: &str| {
        let found = filled.labels.iter().find(|(known, _)| known == field);
        found.map_or_else(|| field.to_owned(), |(_, label)| label.clone())
    };
    let shown = |piece: &Piece| match piece {
        Piece::Words(words) => letter::Piece::Words(words.clone()),
        Piece::Filled { text, .. } => letter::Piece::Merged(text.clone()),
        Piece::Missing { field } => letter::Piece::Missing(label(field)),
    };
    let paragraphs: Vec<Vec<letter::Piece>> =
        filled.letter.paragraphs().iter().map(|paragraph| paragraph.iter().map(shown).collect()).collect();
    view! { <LetterSheet paragraphs /> }.into_any()
}

/// The way to a script, where its fields are filled in.
pub fn link(slug: &str, partner: PartnerId, words: &'static str) -> AnyView {
    let Ok(slug) = slug.parse() else { return ().into_any() };
    view! {
        <a class="button" data-size="small" href=Route::Script(slug, Some(partner)).href()>
            <Icon name="scripts" size="s" />
            {words}
        </a>
    }
    .into_any()
}
