//! How a thing stands: shape, word and number say the same, colour only confirms it.

use leptos::prelude::*;

use crate::catalogue::kit as words;

use super::icon::Icon;

/// A band: its shape and its word.
#[component]
pub fn Band(
    /// One of the bands of `style/kit/band.css`; its icon has the same name.
    band: &'static str,
    /// Its word.
    word: &'static str,
) -> impl IntoView {
    view! {
        <span class="band" data-band=band>
            <Icon name=band />
            {word}
        </span>
    }
}

/// Which way a number moved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Enough to say it rose.
    Up,
    /// Enough to say it fell.
    Down,
    /// Too little to say either.
    Steady,
}

/// A movement: an arrow and by how much.
#[component]
pub fn Delta(
    /// Which way.
    way: Way,
    /// By how much, as it is drawn: `6`, or `+4` when it is steady.
    #[prop(into)]
    figure: String,
    /// The whole of it in words, such as `down 6 points in 4 weeks`.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let (icon, trend) = match way {
        Way::Up => ("up", Some("up")),
        Way::Down => ("down", Some("down")),
        Way::Steady => ("right", None),
    };
    view! {
        <span class="delta" data-trend=trend>
            <Icon name=icon />
            <span aria-hidden="true">{figure}</span>
            <span class="visually-hidden">{words}</span>
        </span>
    }
}

/// Number, band and movement in one line. Where a rule and not the number decides, the number is set in regular weight
/// and the rule stands beneath.
#[component]
pub fn HealthReading(
    /// The number; `None` where there is none.
    score: Option<u32>,
    /// The band, as in [`Band`].
    band: &'static str,
    /// The word of the band.
    word: &'static str,
    /// The rule that decides, in words.
    #[prop(optional_no_strip, into)]
    rule: Option<String>,
    /// The movement, a [`Delta`].
    #[prop(optional, into)]
    delta: Option<AnyView>,
) -> impl IntoView {
    let is_raw = score.is_none() || rule.is_some();
    let number = match score {
        Some(score) => view! { {score.to_string()} }.into_any(),
        None => view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">{words::NO_SCORE}</span>
        }
        .into_any(),
    };
    view! {
        <span class="health">
            <span class="health__score" data-raw=is_raw.then_some("")>
                {number}
            </span>
            <span class="health__band">
                <Band band word />
                {rule.map(|rule| view! { <small class="quiet">{rule}</small> })}
            </span>
            {delta}
        </span>
    }
}
