//! Where a number sits on a scale of bands, and how sure that is.

use leptos::prelude::*;

/// A band on a scale that starts at 0 and ends at 100.
#[derive(Clone, Copy)]
pub struct Step {
    /// A band of `style/kit/band.css`.
    pub band: &'static str,
    /// The last value that is still in it, plus one; 100 for the last band.
    pub until: u32,
}

/// A scale from 0 to 100, a needle, and the range that missing data leaves open.
#[component]
pub fn Gauge(
    /// The bands, lowest first.
    steps: Vec<Step>,
    /// Where the needle stands, 0–100; `None` where there is no number.
    #[prop(optional_no_strip)]
    score: Option<u32>,
    /// The band that decides, as in [`Step`]. A rule can make it another one than the needle's.
    band: &'static str,
    /// The lowest and the highest the number could be.
    #[prop(optional_no_strip)]
    range: Option<(u32, u32)>,
    /// The whole of it in words, such as `54, At risk, range 41 to 63`.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let mut from = 0;
    let mut ticks = vec![tick(0)];
    let parts: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let span = step.until.saturating_sub(from).to_string();
            from = step.until;
            ticks.push(tick(from));
            let is_here = step.band == band;
            view! { <i data-band=step.band data-here=is_here.then_some("") style:--span=span></i> }
        })
        .collect();
    let range = range.map(|(low, high)| {
        view! {
            <span class="gauge__range" style:--from=low.to_string() style:--to=high.to_string()></span>
        }
    });
    let needle = score
        .map(|score| view! { <span class="gauge__needle" style:--score=score.min(100).to_string()></span> });
    view! {
        <div class="gauge" role="img" aria-label=words>
            <div class="gauge__scale">{parts} {range} {needle}</div>
            <div class="gauge__ticks" aria-hidden="true">
                {ticks}
            </div>
        </div>
    }
}

fn tick(at: u32) -> AnyView {
    view! { <span style:--at=at.to_string()>{at.to_string()}</span> }.into_any()
}
