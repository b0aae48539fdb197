//! Small pictures of one or a few numbers. The numbers stand beside them, or are their label.

use leptos::prelude::*;

/// What we gave to the left, what we got to the right, each with its number.
#[component]
pub fn Balance(
    /// What we gave, in points.
    give: u32,
    /// What we got, in points.
    get: u32,
    /// The points that fill a side.
    full: u32,
    /// Both in words, such as `8 given, 3 received in 180 days`.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let share = |points: u32| percent(points, full).to_string();
    view! {
        <span class="balance">
            <span aria-hidden="true">{give.to_string()}</span>
            <span class="balance__beam" style:--give=share(give) style:--get=share(get)>
                <i></i>
            </span>
            <span aria-hidden="true">{get.to_string()}</span>
            <span class="visually-hidden">{words}</span>
        </span>
    }
}

/// What a part could earn, as length, and what it did, as fill. The numbers stand beside it.
#[component]
pub fn Points(
    /// The share of the whole, in tenths of a percent.
    weight: u32,
    /// The share of the weight that was earned, 0–100.
    value: u32,
) -> impl IntoView {
    view! {
        <span
            class="points"
            aria-hidden="true"
            style:--weight=format!("{}.{}", weight / 10, weight % 10)
            style:--value=value.min(100).to_string()
        ></span>
    }
}

/// A share of a whole. The number stands beside it.
#[component]
pub fn Meter(
    /// The share, 0–100.
    #[prop(into)]
    value: Signal<u32>,
) -> impl IntoView {
    view! {
        <span class="meter" aria-hidden="true" style:--value=move || value.get().min(100).to_string()></span>
    }
}

/// How many are of one kind.
pub struct Share {
    /// A band of `style/kit/band.css`.
    pub band: &'static str,
    /// The word of the kind.
    pub word: &'static str,
    /// How many.
    pub count: usize,
}

/// Many counts in one line. Its label says them in words; kinds that count nothing are left out.
#[component]
pub fn Stacked(
    /// The counts, in the order in which they are drawn.
    shares: Vec<Share>,
) -> impl IntoView {
    let mut words = String::new();
    let parts: Vec<_> = shares
        .into_iter()
        .filter(|share| share.count > 0)
        .map(|Share { band, word, count }| {
            let count = count.to_string();
            if !words.is_empty() {
                words.push_str(", ");
            }
            words.push_str(&count);
            words.push(' ');
            words.push_str(word);
            view! { <i data-band=band style:--count=count></i> }
        })
        .collect();
    view! {
        <div class="stacked" role="img" aria-label=words>
            {parts}
        </div>
    }
}

/// How many of a few are there, one mark each. The numbers stand beside it.
#[component]
pub fn Dots(
    /// How many are there.
    known: usize,
    /// Out of how many.
    all: usize,
) -> impl IntoView {
    let marks: Vec<_> =
        (0..all).map(|place| view! { <i data-on=(place < known).then_some("")></i> }).collect();
    view! { <span class="dots" aria-hidden="true">{marks}</span> }
}

/// `part` of `whole` in percent, never above 100.
fn percent(part: u32, whole: u32) -> u32 {
    part.saturating_mul(100).checked_div(whole).unwrap_or(0).min(100)
}
