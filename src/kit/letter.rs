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
            let aside = is_aside(&pieces).then_some("letter__aside");
            view! {
                <p class=aside dir="auto">
                    {line(pieces)}
                </p>
            }
        })
        .collect();
    view! {
        <div class="letter letter--sheet">
            {head.map(|head| view! { <div class="letter__head">{head}</div> })}
            {paragraphs}
        </div>
    }
}

/// Pieces in a line, as a subject is.
pub fn line(pieces: Vec<Piece>) -> Vec<AnyView> {
    pieces.into_iter().map(piece).collect()
}

/// Whether a paragraph stands in square brackets: a direction for whoever speaks, which is not said aloud.
fn is_aside(pieces: &[Piece]) -> bool {
    let words = |piece: Option<&Piece>, has: fn(&str) -> bool| match piece {
        Some(Piece::Words(words)) => has(words),
        _ => false,
    };
    words(pieces.first(), |words| words.starts_with('['))
        && words(pieces.last(), |words| words.ends_with(']'))
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
