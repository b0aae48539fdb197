//! What is said to people: the letter, and the slab.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::letter::Piece;
use crate::kit::{Icon, Letter, Slab};

use super::part;

/// A letter with values in every state.
pub fn letter() -> AnyView {
    let [hello, name, from, time, nothing, day, together] = words::LETTER_PIECES.map(str::to_owned);
    let pieces = vec![
        Piece::Words(hello),
        Piece::Merged(name),
        Piece::Words(from),
        Piece::Active(time),
        Piece::Words(nothing),
        Piece::Missing(day),
        Piece::Words(together),
    ];
    part(words::LETTER, view! { <Letter paragraphs=vec![pieces] /> }.into_any())
}

/// The slab.
pub fn slab() -> AnyView {
    let (word, kicker, title, why) = words::SLAB_WORDS;
    let (end, record) = words::SLAB_ANSWERS;
    let specimens = view! {
        <Slab icon="zombie" word kicker title>
            <p class="slab__text">{why}</p>
            <div class="cluster">
                <button class="button button--slab" type="button">
                    <Icon name="gate" />
                    {end}
                </button>
                <button class="button button--slab-quiet" type="button">
                    {record}
                </button>
            </div>
        </Slab>
    };
    part(words::SLAB, specimens.into_any())
}
