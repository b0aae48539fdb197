//! How a number went and where it goes. The lines are drawn, the words are text laid over them and never scale, and a
//! table says the same.

use leptos::prelude::*;

use crate::catalogue::kit as words;

use super::icon::Icon;
use super::notes::{Side, sides};

/// The drawing, in its own units; it is stretched to the width of the page.
const WIDTH: u32 = 1000;
const HEIGHT: u32 = 400;

/// A point of a line: how far along it is, in thousandths of the width, and its value.
pub type Point = (u32, u32);

/// A band behind the lines.
#[derive(Clone, Copy)]
pub struct Zone {
    /// A band of `style/kit/band.css`.
    pub band: &'static str,
    /// Its word, beside the plot.
    pub word: &'static str,
    /// The value at which it ends.
    pub until: u32,
}

/// A point worth a sentence.
pub struct Mark {
    /// Where it is.
    pub point: Point,
    /// What it is.
    pub kind: MarkKind,
    /// What happened, in a few words; without them there is only the dot. Words that would cover other
    /// words or dots are left out: those of the marks that come first stand.
    pub note: Option<String>,
}

/// What a mark is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Something that moved the number.
    Past,
    /// Where it stands, in the colour of this band.
    Now(&'static str),
    /// Where it will be if nothing changes, in the colour of this band.
    Forecast(&'static str),
}

/// A name below the plot.
pub struct Tick {
    /// How far along it stands, in thousandths of the width.
    pub along: u32,
    /// The name, such as that of a month.
    pub name: String,
    /// Whether it is left out where the page is narrow.
    pub is_wide_only: bool,
}

/// All of a trend. Values are in any one unit; tenths of a point make a fine line.
pub struct Plot {
    /// The lowest and the highest value of the plot; what is beyond is drawn at its edge.
    pub scale: (u32, u32),
    /// The bands, lowest first; the first begins at the lowest value.
    pub zones: Vec<Zone>,
    /// What was, oldest first; a line for each time without a gap.
    pub past: Vec<Vec<Point>>,
    /// What will be if nothing changes; it begins where the past ends.
    pub forecast: Vec<Point>,
    /// Today in thousandths of the width, and its word.
    pub today: (u32, &'static str),
    /// What deserves a sentence.
    pub marks: Vec<Mark>,
    /// The names below.
    pub ticks: Vec<Tick>,
    /// The whole of it in words, for those who do not see it.
    pub words: String,
}

/// The same, as a table.
pub struct Twin {
    /// What the table shows.
    pub caption: String,
    /// The headings, of which the first is that of the rows.
    pub headings: Vec<&'static str>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

/// A trend, its caption, and its table.
#[component]
pub fn TrendChart(
    /// What is drawn.
    plot: Plot,
    /// The same as a table.
    twin: Twin,
    /// What it comes to, in one sentence.
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="trend">
            {drawing(plot)}
            <figcaption class="soft">{children()}</figcaption>
            <details class="disclosure screen-only">
                <summary>
                    <Icon name="chevron-right" size="s" />
                    {words::SAME_AS_TABLE}
                </summary>
                {table(twin)}
            </details>
        </figure>
    }
}

fn drawing(plot: Plot) -> AnyView {
    let Plot { scale, zones, past, forecast, today: (today, today_word), marks, ticks, words } = plot;
    let mut low = scale.0;
    let (mut grounds, mut names, mut rules) = (Vec::new(), Vec::new(), String::new());
    for zone in zones {
        let (bottom, top) = (down(scale, low), down(scale, zone.until));
        grounds.push(view! {
            <rect
                class="trend__zone"
                data-band=zone.band
                width=WIDTH.to_string()
                y=(top * HEIGHT / 1000).to_string()
                height=((bottom - top) * HEIGHT / 1000).to_string()
            />
        });
        if low > scale.0 {
            let y = bottom * HEIGHT / 1000;
            rules.push_str(&format!("M0 {y}H{WIDTH}"));
        }
        let middle = (top + bottom) / 2;
        names.push(view! {
            <span
                class="trend__mark trend__band"
                data-band=zone.band
                style:--x="100"
                style:--y=tenths(middle)
            >
                {zone.word}
            </span>
        });
        low = zone.until;
    }
    let on_plot = |points: &Vec<Point>| points.iter().map(|point| on_plot(scale, *point)).collect();
    let lines: Vec<Vec<Point>> = past.iter().chain([&forecast]).map(on_plot).collect();
    let past: Vec<_> = past
        .iter()
        .map(|points| view! { <polyline class="trend__line" points=line(scale, points) /> })
        .collect();
    let marks = placed(scale, marks, &lines, today);
    let ticks: Vec<_> = ticks
        .into_iter()
        .map(|tick| {
            view! {
                <span
                    class="trend__mark trend__month"
                    data-wide=tick.is_wide_only.then_some("")
                    style:--x=tenths(tick.along)
                >
                    {tick.name}
                </span>
            }
        })
        .collect();
    view! {
        <div class="trend__plot" role="img" aria-label=words>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
                {grounds}
                <path class="trend__rule" d=rules />
                {past}
                <polyline class="trend__forecast" points=line(scale, &forecast) />
            </svg>
            {names}
            <span class="trend__mark trend__today" style:--x=tenths(today)>
                <span>{today_word}</span>
            </span>
            {marks}
            {ticks}
        </div>
    }
    .into_any()
}

/// Where a point is drawn, in thousandths from the left and from the top.
fn on_plot(scale: (u32, u32), (along, value): Point) -> Point {
    (along, down(scale, value))
}

/// The dots, and the words that find a place.
fn placed(scale: (u32, u32), marks: Vec<Mark>, lines: &[Vec<Point>], today: u32) -> Vec<AnyView> {
    let dots: Vec<Point> = marks.iter().map(|mark| on_plot(scale, mark.point)).collect();
    let noted = dots.iter().zip(&marks).filter_map(|(at, mark)| {
        let letters = mark.note.as_ref()?.chars().count();
        Some((*at, letters))
    });
    let mut sides = sides(&noted.collect::<Vec<_>>(), &dots, lines, today).into_iter();
    let sided = marks.into_iter().map(|mark| {
        let side = if mark.note.is_some() { sides.next().flatten() } else { None };
        (mark, side)
    });
    sided.zip(dots).map(|((mark, side), at)| self::mark(mark, at, side)).collect()
}

/// A dot, and its words on one side of it.
fn mark(mark: Mark, (along, down): Point, side: Option<Side>) -> AnyView {
    let (x, y) = (tenths(along), tenths(down));
    let (kind, band) = match mark.kind {
        MarkKind::Past => (None, None),
        MarkKind::Now(band) => (Some("now"), Some(band)),
        MarkKind::Forecast(band) => (Some("forecast"), Some(band)),
    };
    let note = mark.note.zip(side).map(|(note, side)| {
        view! {
            <span
                class="trend__mark trend__note"
                data-wide=""
                data-at=side.at
                data-far=side.is_far.then_some("")
                style:--x=x.clone()
                style:--y=y.clone()
            >
                {note}
            </span>
        }
    });
    view! {
        <span
            class="trend__mark trend__point"
            data-kind=kind
            data-band=band
            style:--x=x.clone()
            style:--y=y.clone()
        ></span>
        {note}
    }
    .into_any()
}

fn table(twin: Twin) -> AnyView {
    let headings: Vec<_> =
        twin.headings.into_iter().map(|heading| view! { <th scope="col">{heading}</th> }).collect();
    let rows: Vec<_> = twin
        .rows
        .into_iter()
        .map(|row| {
            let cells: Vec<_> = row
                .into_iter()
                .enumerate()
                .map(|(place, words)| match place {
                    0 => view! { <th scope="row">{words}</th> }.into_any(),
                    _ => view! { <td>{words}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <table class="table">
            <caption>{twin.caption}</caption>
            <thead>
                <tr>{headings}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The points of a line as the drawing wants them.
fn line(scale: (u32, u32), points: &[Point]) -> String {
    let mut written = String::new();
    for (along, value) in points {
        let (x, y) = (along * WIDTH / 1000, down(scale, *value) * HEIGHT / 1000);
        written.push_str(&format!("{x},{y} "));
    }
    written
}

/// How far below the top a value is, in thousandths of the height.
fn down((low, high): (u32, u32), value: u32) -> u32 {
    let value = value.clamp(low, high.max(low));
    ((high - value) * 1000).checked_div(high - low).unwrap_or(1000)
}

/// Thousandths as percent.
fn tenths(thousandths: u32) -> String {
    format!("{}.{}", thousandths / 10, thousandths % 10)
}
