//! Words meant for a person: set in the voice face, with what was filled in marked, so that nobody sends a sentence
//! they have not read.

use leptos::prelude::*;

/// A piece of a paragraph.
pub enum Piece {
    /// Words that are always the same.
    Words(String),
    /// A value that was filled in.
    Merged(String),
    /// The value whose field has the focus.
    Active(String),
    /// A value that is missing, by the label of its field.
    Missing(String),
}

/// A letter on its own sheet.
#[component]
pub fn Letter(
    /// Its paragraphs, each in pieces.
    paragraphs: Vec<Vec<Piece>>,
    /// What stands above the letter and is not part of it, such as whom it goes to.
    #[prop(optional, into)]
    head: Option<AnyView>,
) -> impl IntoView {
    let paragraphs: Vec<_> = paragraphs
        .into_iter()
        .map(|pieces| {
            let pieces: Vec<_> = pieces.into_iter().map(piece).collect();
            view! { <p dir="auto">{pieces}</p> }
        })
        .collect();
    view! {
        <div class="letter letter--sheet">
            {head.map(|head| view! { <div class="letter__head">{head}</div> })}
            {paragraphs}
        </div>
    }
}

fn piece(piece: Piece) -> AnyView {
    let (words, state) = match piece {
        Piece::Words(words) => return words.into_any(),
        Piece::Merged(words) => (words, None),
        Piece::Active(words) => (words, Some("active")),
        Piece::Missing(words) => (words, Some("missing")),
    };
    view! {
        <mark class="merge" data-state=state>
            {words}
        </mark>
    }
    .into_any()
}
