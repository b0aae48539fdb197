//! How the score went, why, and how it goes on if nobody acts. Every day is computed with the model
//! in force now.

use leptos::prelude::*;

use crate::catalogue::{self, Word, health as sentences, partner_health as words};
use crate::domain::health::forecast::Spot;
use crate::domain::health::{Badge, Health, Turn};
use crate::domain::order::sorted_by_key;
use crate::domain::{Band, Date};
use crate::kit::trend::{Mark, MarkKind, Plot, Point, Tick, Twin, Zone};
use crate::kit::{Segmented, TrendChart};
use crate::parts::band::look;

use super::super::subject::Subject;
use super::Seen;

/// Points by which the score has to jump overnight to be worth a dot.
const TURN_POINTS: u8 = 5;
/// Jumps that are told beside their dots, where there is room.
const NOTES: usize = 3;

/// How far a chart looks.
struct Span {
    days_back: i64,
    days_ahead: i64,
    step_days: i64,
    /// Months between two names below.
    tick_months: u32,
}

const SPANS: [Span; 2] = [
    Span { days_back: 182, days_ahead: 70, step_days: 2, tick_months: 1 },
    Span { days_back: 731, days_ahead: 182, step_days: 7, tick_months: 4 },
];

/// The chart, as far back as is wished; nothing where there never was a score.
#[component]
pub fn Trend(subject: Subject) -> impl IntoView {
    let place = RwSignal::new(0);
    let is_there = Memo::new(move |_| {
        subject.seen.with(|seen| {
            let [_, longest] = &SPANS;
            seen.as_ref().is_some_and(|seen| past(seen, longest).iter().any(|spot| spot.score.is_some()))
        })
    });
    let heading = move || if place.get() == 0 { words::SHORT_TREND } else { words::LONG_TREND };
    move || {
        is_there.get().then(|| {
            view! {
                <section class="panel" aria-labelledby="trend">
                    <div class="panel__head">
                        <h2 id="trend">{heading}</h2>
                        <div class="push screen-only">
                            <Segmented label=words::HOW_FAR_BACK choices=words::SPANS.map(str::to_owned).to_vec() place />
                        </div>
                    </div>
                    <div class="panel__body">
                        {move || {
                            let [short, long] = &SPANS;
                            let span = if place.get() == 0 { short } else { long };
                            subject.seen.with(|seen| Some(chart(seen.as_deref()?, span)))
                        }}
                    </div>
                </section>
            }
        })
    }
}

fn past(seen: &Seen, span: &Span) -> Vec<Spot> {
    seen.case().path(seen.today.plus_days(-span.days_back), seen.today, span.step_days, seen.today)
}

fn chart(seen: &Seen, span: &Span) -> AnyView {
    let (case, today) = (seen.case(), seen.today);
    let (first, last) = (today.plus_days(-span.days_back), today.plus_days(span.days_ahead));
    let health = seen.health.as_ref();
    let ahead = health.map_or_else(Vec::new, |_| case.path(today, last, 1, today));
    let turns = case.turns(first, if health.is_some() { last } else { today }, TURN_POINTS, today);
    let changes = changes_of_badge(&ahead);
    let past = past(seen, span);
    let caption = case.forecast(today).map_or_else(
        || words::NOT_SCORED_NOW.to_owned(),
        |forecast| sentences::forecast(&forecast, seen.name()),
    );
    let line = Line { first, last };
    let plot = Plot {
        scale: scale(seen, &past, &ahead),
        zones: zones(seen),
        past: runs(&line, &past),
        forecast: runs(&line, &ahead).into_iter().next().unwrap_or_default(),
        today: (line.along(today), words::TODAY),
        marks: marks(seen, &line, &turns, &changes, health),
        ticks: ticks(&line, span.tick_months),
        words: words::trend(first, last, health.and_then(|health| health.score), &caption),
    };
    let twin = twin(seen, &line, &turns, &changes);
    view! { <TrendChart plot twin>{caption}</TrendChart> }.into_any()
}

/// The days from the left edge to the right one.
struct Line {
    first: Date,
    last: Date,
}

impl Line {
    /// How far along a day is, in thousandths.
    fn along(&self, on: Date) -> u32 {
        let days = self.first.days_until(on) * 1000;
        u32::try_from(days / self.first.days_until(self.last).max(1)).unwrap_or(0).min(1000)
    }

    /// The first days of months, every `months`-th of the year.
    fn months(&self, months: u32) -> Vec<Date> {
        let (mut year, mut month) = (self.first.year(), self.first.month());
        let mut days = Vec::new();
        while let Ok(day) = Date::new(year, month, 1) {
            if day > self.last {
                break;
            }
            if day >= self.first && (month - 1).is_multiple_of(months) {
                days.push(day);
            }
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        days
    }
}

/// From half of the lowest limit, or from the lowest score when that is less.
fn scale(seen: &Seen, past: &[Spot], ahead: &[Spot]) -> (u32, u32) {
    let [_, _, at_risk] = seen.model.limits();
    let lowest = past.iter().chain(ahead).filter_map(|spot| spot.score).min().unwrap_or(100);
    ((u32::from(at_risk) / 2).min(lowest.into()), 100)
}

fn zones(seen: &Seen) -> Vec<Zone> {
    let [healthy, watch, at_risk] = seen.model.limits().map(u32::from);
    let zone = |band: Band, until| Zone { band: look(Badge::of(band, false)), word: band.word(), until };
    vec![
        zone(Band::Critical, at_risk),
        zone(Band::AtRisk, watch),
        zone(Band::Watch, healthy),
        zone(Band::Healthy, 100),
    ]
}

/// Lines through the days with a score; a day without one ends a line.
fn runs(line: &Line, spots: &[Spot]) -> Vec<Vec<Point>> {
    let runs = spots.chunk_by(|one, other| one.score.is_some() == other.score.is_some());
    let points = |spot: &Spot| Some((line.along(spot.on), spot.score?.into()));
    runs.map(|run| run.iter().filter_map(points).collect::<Vec<Point>>())
        .filter(|run| !run.is_empty())
        .collect()
}

/// The days ahead with another badge than the day before.
fn changes_of_badge(ahead: &[Spot]) -> Vec<Spot> {
    ahead
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] if before.badge != after.badge => Some(*after),
            _ => None,
        })
        .collect()
}

/// The dots, those whose words matter most first: edits of the model, the next band, the largest jumps.
fn marks(seen: &Seen, line: &Line, turns: &[Turn], changes: &[Spot], health: Option<&Health>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let edits = seen.edited_on.iter().filter(|on| line.first <= **on && **on <= seen.today);
    let mut edits: Vec<Date> = sorted_by_key(edits.copied().collect(), |on| std::cmp::Reverse(*on));
    edits.dedup();
    for on in edits {
        let score = seen.case().health(on).and_then(|health| health.score);
        marks.extend(score.map(|score| Mark {
            point: (line.along(on), score.into()),
            kind: MarkKind::Past,
            note: Some(words::MODEL_EDITED.to_owned()),
        }));
    }
    for change in changes {
        let (Some(score), Some(badge)) = (change.score, change.badge) else { continue };
        marks.push(Mark {
            point: (line.along(change.on), score.into()),
            kind: MarkKind::Forecast(look(badge)),
            note: Some(catalogue::day(change.on)),
        });
    }
    let past: Vec<&Turn> = turns.iter().filter(|turn| turn.on <= seen.today).collect();
    let by_size = sorted_by_key(past, |turn| std::cmp::Reverse(turn.from.abs_diff(turn.to)));
    marks.extend(by_size.into_iter().enumerate().map(|(place, turn)| Mark {
        point: (line.along(turn.on), turn.to.into()),
        kind: MarkKind::Past,
        note: (place < NOTES).then(|| words::turned(turn.on, &sentences::turn(turn))),
    }));
    let now = health.and_then(|health| Some((health.score?, look(Badge::of(health.band, false)))));
    marks.extend(now.map(|(score, band)| Mark {
        point: (line.along(seen.today), score.into()),
        kind: MarkKind::Now(band),
        note: None,
    }));
    marks
}

fn ticks(line: &Line, months: u32) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for (place, day) in line.months(months).into_iter().enumerate() {
        let along = line.along(day);
        if along <= 950 {
            let name = words::tick(day, months > 1);
            ticks.push(Tick { along, name, is_wide_only: place % 2 == 1 });
        }
    }
    ticks
}

/// The first days of months, today, and each day on which something turned.
fn twin(seen: &Seen, line: &Line, turns: &[Turn], changes: &[Spot]) -> Twin {
    let mut days = line.months(1);
    days.push(seen.today);
    days.extend(turns.iter().map(|turn| turn.on));
    days.extend(seen.edited_on.iter().filter(|on| line.first <= **on && **on <= seen.today));
    days.extend(changes.iter().map(|change| change.on));
    let mut days = sorted_by_key(days, |on| *on);
    days.dedup();
    let rows = days.into_iter().filter_map(|on| {
        let spot = seen.case().path(on, on, 1, seen.today).into_iter().next()?;
        if on > seen.today && seen.health.is_none() {
            return None;
        }
        let turned = turns.iter().find(|turn| turn.on == on).map(sentences::turn);
        let edited = seen.edited_on.contains(&on).then(|| words::MODEL_EDITED.to_owned());
        let why: Vec<String> = turned.into_iter().chain(edited).collect();
        Some(vec![words::row(on, seen.today), sentences::spot(&spot), why.join("; ")])
    });
    Twin {
        caption: words::TREND_TABLE.to_owned(),
        headings: words::TREND_HEADINGS.to_vec(),
        rows: rows.collect(),
    }
}
