//! Small charts, the gauge and the trend.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::gauge::Step;
use crate::kit::meter::Share;
use crate::kit::trend::{Mark, MarkKind, Plot, Point, Tick, Twin, Zone};
use crate::kit::{Balance, Dots, Gauge, Meter, Points, Sparkline, Stacked, TrendChart};

use super::{part, specimen};

/// Twelve weeks of three partners.
const WEEKS: [(&str, [i32; 12]); 3] = [
    ("watch", [97, 97, 92, 93, 93, 91, 82, 85, 81, 79, 80, 73]),
    ("healthy", [66, 68, 68, 70, 71, 72, 73, 74, 75, 78, 79, 81]),
    ("zombie", [62, 64, 60, 52, 48, 44, 41, 40, 38, 35, 33, 31]),
];

/// Where a score was, in thousandths of the width and tenths of a point.
const PAST: [Point; 23] = [
    (0, 968),
    (194, 968),
    (222, 968),
    (250, 923),
    (278, 909),
    (306, 925),
    (333, 925),
    (361, 925),
    (389, 912),
    (417, 925),
    (444, 921),
    (472, 816),
    (500, 816),
    (528, 851),
    (556, 877),
    (583, 814),
    (611, 788),
    (639, 780),
    (667, 804),
    (694, 742),
    (708, 735),
    (715, 731),
    (722, 727),
];

/// Where it goes if nothing changes.
const FORECAST: [Point; 11] = [
    (722, 727),
    (778, 698),
    (786, 619),
    (818, 594),
    (825, 491),
    (873, 468),
    (881, 416),
    (913, 394),
    (921, 358),
    (944, 358),
    (1000, 375),
];

/// How far along the months begin.
const MONTHS: [u32; 8] = [48, 167, 290, 413, 532, 655, 774, 897];

/// Small charts, the gauge and the trend.
pub fn charts() -> AnyView {
    let (bar, bar_figure) = words::BAR;
    let (points, [(first, of_first), (second, of_second)]) = words::POINTS;
    let (balance, [much, even, nothing]) = words::BALANCES;
    let (stacked, stacked_figure) = words::STACKED;
    let (clarity, clarity_figure) = words::CLARITY;
    let (gauge, gauge_words) = words::GAUGE;
    let lines: Vec<_> = WEEKS
        .into_iter()
        .map(|(band, values)| {
            let last = values.last().copied().unwrap_or_default().to_string();
            view! { <span class="cluster" data-band=band><Sparkline values=values.to_vec() />{last}</span> }
        })
        .collect();
    let counts = [3, 4, 2, 1, 1, 1, 1];
    let shares = words::BANDS
        .into_iter()
        .zip(counts)
        .map(|((band, word), count)| Share { band, word, count })
        .collect();
    let specimens = view! {
        <div class="specimens" style:--specimen="14rem">
            {specimen(bar, view! { <strong>{bar_figure}</strong> <Meter value=64_u32 /> })}
            {specimen(
                points,
                view! {
                    <span><strong>{first}</strong> {of_first}</span>
                    <Points weight=316 value=65 />
                    <span><strong>{second}</strong> {of_second}</span>
                    <Points weight=105 value=70 />
                },
            )}
            {specimen(
                balance,
                view! {
                    <span><Balance give=8 get=3 full=9 words=much /></span>
                    <span><Balance give=2 get=2 full=9 words=even /></span>
                    <span><Balance give=5 get=0 full=9 words=nothing /></span>
                },
            )}
            {specimen(words::SPARKLINE, lines)}
            {specimen(stacked, view! { <span>{stacked_figure}</span> <Stacked shares /> })}
            {specimen(clarity, view! { <span>{clarity_figure}</span> <Dots known=3 all=6 /> })}
        </div>
        <div class="gallery__gauge">
            {specimen(
                gauge,
                view! { <Gauge steps=steps() score=Some(54) band="at-risk" range=Some((41, 63)) words=gauge_words /> },
            )}
        </div>
        {specimen(words::TREND, trend())}
    };
    part(words::METER, specimens.into_any())
}

fn steps() -> Vec<Step> {
    let step = |band, until| Step { band, until };
    vec![step("critical", 40), step("at-risk", 60), step("watch", 80), step("healthy", 100)]
}

fn trend() -> AnyView {
    let [(healthy, healthy_word), (watch, watch_word), (risk, risk_word), (critical, critical_word), ..] =
        words::BANDS;
    let zone = |band, word, until| Zone { band, word, until };
    let mark = |point, kind, note: &str| {
        let note = (!note.is_empty()).then(|| note.to_owned());
        Mark { point, kind, note }
    };
    let [win, pack, december, january] = words::TREND_NOTES;
    let ticks = words::MONTHS
        .into_iter()
        .zip(MONTHS)
        .enumerate()
        .map(|(place, (name, along))| Tick { along, name: name.to_owned(), is_wide_only: place % 2 == 1 })
        .collect();
    let plot = Plot {
        scale: (200, 1000),
        zones: vec![
            zone(critical, critical_word, 400),
            zone(risk, risk_word, 600),
            zone(watch, watch_word, 800),
            zone(healthy, healthy_word, 1000),
        ],
        past: vec![PAST.to_vec()],
        forecast: FORECAST.to_vec(),
        today: (722, words::TODAY),
        marks: vec![
            mark((472, 816), MarkKind::Past, win),
            mark((694, 742), MarkKind::Past, pack),
            mark((722, 727), MarkKind::Now(watch), ""),
            mark((818, 594), MarkKind::Forecast(risk), december),
            mark((913, 394), MarkKind::Forecast(critical), january),
        ],
        ticks,
        words: words::TREND_WORDS.to_owned(),
    };
    let twin = Twin {
        caption: words::TREND_TABLE.to_owned(),
        headings: words::TREND_HEADINGS.to_vec(),
        rows: words::TREND_ROWS.into_iter().map(|row| row.map(str::to_owned).to_vec()).collect(),
    };
    view! {
        <TrendChart plot twin>
            {words::TREND_CAPTION}
        </TrendChart>
    }
    .into_any()
}
