//! A line in a word's width.

use leptos::prelude::*;

/// The drawing is ten times its size, so that whole numbers place it finely enough.
const WIDTH: i32 = 520;
const HEIGHT: i32 = 240;
/// Room above and below for the dot at the end.
const MARGIN: i32 = 30;

/// How a number went, and its last value as a dot in the colour of the band around it. Each line has a window of its
/// own, so that the shape shows; the number stands beside it.
#[component]
pub fn Sparkline(
    /// The values, oldest first; nothing is drawn for fewer than two.
    values: Vec<i32>,
    /// The least difference that fills the height, so that small changes look small.
    #[prop(default = 36)]
    window: i32,
    /// The whole of it in words; absent where the words beside it say it.
    #[prop(optional_no_strip, into)]
    words: Option<String>,
) -> impl IntoView {
    let (Some(lowest), Some(highest)) = (values.iter().min().copied(), values.iter().max().copied()) else {
        return ().into_any();
    };
    let steps = i32::try_from(values.len()).unwrap_or(i32::MAX) - 1;
    if steps < 1 {
        return ().into_any();
    }
    let span = (highest - lowest).max(window).max(1);
    let top = highest + (span - (highest - lowest)) / 2;
    let mut points = String::new();
    let (mut x, mut y) = (0, 0);
    for (place, value) in (0..).zip(values) {
        x = place * WIDTH / steps;
        y = MARGIN + (top - value) * (HEIGHT - 2 * MARGIN) / span;
        points.push_str(&format!("{x},{y} "));
    }
    view! {
        <svg
            class="sparkline"
            viewBox="0 0 560 240"
            role=words.is_some().then_some("img")
            aria-hidden=words.is_none().then_some("true")
            aria-label=words
        >
            <polyline points=points />
            <circle cx=x.to_string() cy=y.to_string() r="25" />
        </svg>
    }
    .into_any()
}
