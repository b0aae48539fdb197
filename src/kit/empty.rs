//! What a place says while it is empty: what will live here, and the first step.

use leptos::prelude::*;

/// A drawing of a bridge.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// Two banks and a span begun: nothing is here yet.
    Begun,
    /// Three spans and a sun: all is done.
    Finished,
    /// One wide span with its posts: the whole of it.
    Whole,
}

/// A line of a drawing: how it is drawn, and where.
type Stroke = (&'static str, &'static str);

impl Drawing {
    /// Its height beside a width of 176, and its lines.
    const fn strokes(self) -> (&'static str, &'static [Stroke]) {
        match self {
            Self::Begun => (
                "0 0 176 72",
                &[
                    (
                        "is-faint",
                        "M2 60c6-3 10-3 16 0s10 3 16 0M60 66c6-3 10-3 16 0s10 3 16 0 10-3 16 0M134 60c6-3 10-3 16 0s10 3 16 0",
                    ),
                    ("", "M4 50h26V22h12v28M172 50h-26V22h-12v28"),
                    ("is-accent", "M4 22h68M42 46c3-14 16-20 30-20"),
                    ("is-faint is-dashed", "M78 22h94M104 26c14 0 27 6 30 20M76 26h24"),
                ],
            ),
            Self::Finished => (
                "0 0 176 72",
                &[
                    (
                        "is-faint",
                        "M20 64c6-3 10-3 16 0s10 3 16 0M72 66c6-3 10-3 16 0s10 3 16 0 10-3 16 0M128 64c6-3 10-3 16 0",
                    ),
                    ("", "M4 54h22V34M172 54h-22V34M64 54V34M112 54V34M81 16a7 7 0 1 0 14 0a7 7 0 1 0-14 0"),
                    (
                        "is-accent",
                        "M4 34h168M26 54c4-12 34-12 38 0M64 54c6-12 42-12 48 0M112 54c4-12 34-12 38 0",
                    ),
                    ("is-faint", "M88 2v3M74 16h3M99 16h3M78.5 6.5l2 2M97.5 6.5l-2 2"),
                ],
            ),
            Self::Whole => (
                "0 0 176 56",
                &[
                    ("is-faint", "M4 46h168M40 22v24M64 12v34M88 11v35M112 12v34M136 22v24"),
                    ("", "M20 46c4-22 22-34 44-34M156 46c-4-22-22-34-44-34"),
                    ("is-accent", "M64 12c8-1.5 40-1.5 48 0"),
                ],
            ),
        }
    }
}

/// An empty place. No apology.
#[component]
pub fn EmptyState(
    /// The drawing above.
    #[prop(optional)]
    drawing: Option<Drawing>,
    /// What there is none of, or what is all done.
    title: &'static str,
    /// One sentence of why.
    #[prop(into)]
    why: String,
    /// The first step, as buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let drawing = drawing.map(|drawing| {
        let (frame, strokes) = drawing.strokes();
        let lines: Vec<_> =
            strokes.iter().map(|(class, line)| view! { <path class=*class d=*line /> }).collect();
        view! {
            <svg class="empty__art" viewBox=frame aria-hidden="true">
                {lines}
            </svg>
        }
    });
    view! {
        <div class="empty">
            {drawing} <h2>{title}</h2> <p>{why}</p>
            {children.map(|children| view! { <div class="cluster">{children()}</div> })}
        </div>
    }
}
