//! The third step: what the columns become, and what their words and days mean.

use leptos::prelude::*;

use crate::catalogue::import as words;
use crate::errands::messages::Change;
use crate::interchange::import::mapping::MatchKey;
use crate::interchange::import::words::{Meaning, WordChoice};
use crate::interchange::import::{Column, DateOrder, Subject, Target};
use crate::kit::Icon;
use crate::kit::field::options;

use super::bench::Bench;
use super::labels;
use super::reading::note;

/// The columns of the file.
#[component]
pub fn ColumnsPart(bench: Bench) -> impl IntoView {
    // Drawn anew only when the file is: what is chosen in one row leaves the others, and the focus, alone.
    let columns = Memo::new(move |_| {
        bench.mapping.with(|mapping| mapping.as_ref().map_or(0, |mapping| mapping.columns.len()))
    });
    let problems = move || {
        bench.problems.with(|problems| {
            (!problems.is_empty()).then(|| {
                let sentences: Vec<_> =
                    problems.iter().map(|problem| view! { <li>{problem.clone()}</li> }).collect();
                view! {
                    <div class="banner" data-tone="warn">
                        <Icon name="warning" />
                        <div>
                            <p>
                                <strong>{words::SETTLE}</strong>
                            </p>
                            <ul class="import__problems">{sentences}</ul>
                        </div>
                    </div>
                }
            })
        })
    };
    view! {
        <section class="panel">
            <div class="panel__head">
                <h2>{words::COLUMNS}</h2>
            </div>
            <div class="panel__body stack" data-gap="3">
                <div class="import__choices">{subject(bench)} {key(bench)}</div>
                <div class="table-scroll" tabindex="0" role="region" aria-label=words::COLUMNS>
                    <table class="table import__columns" role="table">
                        <caption class="visually-hidden">{words::COLUMNS}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{words::COLUMN}</th>
                                <th scope="col" role="columnheader">{words::EXAMPLES}</th>
                                <th scope="col" role="columnheader">{words::BECOMES}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">
                            <For each=move || 0..columns.get() key=|at| *at let:at>
                                <ColumnRow bench at />
                            </For>
                        </tbody>
                    </table>
                </div>
                <div role="alert">{problems}</div>
            </div>
        </section>
    }
}

/// The label of a list: seen above it, by an id that the two share, or only heard.
pub enum Label {
    /// Seen.
    Seen(String, &'static str),
    /// Heard.
    Heard(String),
}

/// A labelled list of the browser's own. What is chosen goes to the worker, which says what comes of it.
pub fn choice(
    label: Label,
    choices: Vec<String>,
    chosen: Signal<usize>,
    is_disabled: Signal<bool>,
    pick: impl Fn(usize) + 'static,
) -> AnyView {
    let (id, seen, heard) = match label {
        Label::Seen(id, words) => (Some(id), Some(words), None),
        Label::Heard(words) => (None, None, Some(words)),
    };
    let seen = seen.map(|words| view! { <label class="field__label" for=id.clone()>{words}</label> });
    view! {
        <div class="field">
            {seen}
            <select
                class="input"
                id=id
                aria-label=heard
                disabled=is_disabled
                on:change:target=move |event| {
                    if let Ok(place) = event.target().value().parse() {
                        pick(place);
                    }
                }
            >
                {options(choices, chosen)}
            </select>
        </div>
    }
    .into_any()
}

fn importing(bench: Bench) -> Signal<bool> {
    Signal::derive(move || bench.is_importing())
}

fn subject(bench: Bench) -> AnyView {
    const SUBJECTS: [Subject; 2] = [Subject::Partners, Subject::Contacts];
    let chosen = Signal::derive(move || {
        bench.mapping.with(|mapping| {
            let subject = mapping.as_ref().map(|mapping| mapping.subject);
            SUBJECTS.iter().position(|one| Some(*one) == subject).unwrap_or(0)
        })
    });
    let choices = SUBJECTS.map(labels::subject).map(str::to_owned).into();
    choice(
        Label::Seen("import-subject".to_owned(), words::SUBJECT),
        choices,
        chosen,
        importing(bench),
        move |place| {
            if let Some(subject) = SUBJECTS.get(place) {
                bench.change(Change::Subject(*subject));
            }
        },
    )
}

fn key(bench: Bench) -> AnyView {
    let subject = Memo::new(move |_| {
        bench.mapping.with(|mapping| mapping.as_ref().map_or(Subject::Partners, |mapping| mapping.subject))
    });
    let field = move || {
        let keys: [MatchKey; 2] = MatchKey::offered(subject.get());
        let chosen = Signal::derive(move || {
            bench.mapping.with(|mapping| {
                let key = mapping.as_ref().map(|mapping| mapping.key);
                keys.iter().position(|one| Some(*one) == key).unwrap_or(0)
            })
        });
        let choices = keys.map(labels::key).map(str::to_owned).into();
        choice(
            Label::Seen("import-key".to_owned(), words::KEY),
            choices,
            chosen,
            importing(bench),
            move |place| {
                if let Some(key) = keys.get(place) {
                    bench.change(Change::Key(*key));
                }
            },
        )
    };
    field.into_any()
}

/// One column: its heading, some of its cells, and what it becomes.
#[component]
fn ColumnRow(bench: Bench, at: usize) -> impl IntoView {
    let column = Memo::new(move |_| {
        bench.mapping.with(|mapping| mapping.as_ref().and_then(|mapping| mapping.columns.get(at).cloned()))
    });
    let offered = Memo::new(move |_| {
        let subject = bench.mapping.with(|mapping| mapping.as_ref().map(|mapping| mapping.subject));
        let heading = column.with(|column| column.as_ref().map(|column| column.heading.clone()));
        let target = column.with(|column| column.as_ref().and_then(|column| column.target.clone()));
        offered(subject.unwrap_or(Subject::Partners), heading.as_deref().unwrap_or_default(), target)
    });
    let heading = move || column.with(|column| column.as_ref().map(|column| column.heading.clone()));
    let examples = move || column.with(|column| column.as_ref().map(examples));
    let target = move || {
        let offered = offered.get();
        let choices = offered.iter().map(|offer| match offer {
            None => words::LEFT_OUT.to_owned(),
            Some(target) => labels::target(target),
        });
        let choices = choices.collect();
        let of_row = offered.clone();
        let chosen = Signal::derive(move || {
            column.with(|column| {
                let target = column.as_ref().and_then(|column| column.target.as_ref());
                of_row.iter().position(|offer| offer.as_ref() == target).unwrap_or(0)
            })
        });
        let label = Label::Heard(words::becomes(&heading().unwrap_or_default()));
        choice(label, choices, chosen, importing(bench), move |place| {
            if let Some(offer) = offered.get(place) {
                bench.change(Change::Aim(at, offer.clone()));
            }
        })
    };
    // Drawn anew only when other words stand there, and not when one is given a meaning.
    let listed = Memo::new(move |_| {
        column.with(|column| {
            column.as_ref().map(|column| {
                let words: Vec<String> = column.words.iter().map(|choice| choice.word.clone()).collect();
                (column.target.clone(), words)
            })
        })
    });
    let meanings = move || {
        let (target, listed) = listed.get()?;
        let target = target.filter(Target::is_word)?;
        Some(meanings(bench, at, column, &target, &listed))
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <bdi>{heading}</bdi>
            </th>
            <td role="cell" class="import__examples">
                {examples}
            </td>
            <td role="cell">
                <div class="import__becomes">{target} {move || days(bench, at, column)} {meanings}</div>
            </td>
        </tr>
    }
}

/// What a column can become: nothing, what is ours, a field of one's own.
fn offered(subject: Subject, heading: &str, target: Option<Target>) -> Vec<Option<Target>> {
    let mut offered: Vec<Option<Target>> = vec![None];
    offered.extend(Target::offered(subject).iter().cloned().map(Some));
    if subject == Subject::Partners {
        offered.extend(Target::own(heading).map(Some));
    }
    if target.is_some() && !offered.contains(&target) {
        offered.push(target);
    }
    offered
}

fn examples(column: &Column) -> AnyView {
    if column.examples.is_empty() {
        return view! { <span class="quiet">{words::BLANK}</span> }.into_any();
    }
    let examples = column.examples.iter().map(|example| view! { <li><bdi>{example.clone()}</bdi></li> });
    view! { <ul>{examples.collect::<Vec<_>>()}</ul> }.into_any()
}

fn days(bench: Bench, at: usize, column: Memo<Option<Column>>) -> Option<AnyView> {
    let dates = column.with(|column| column.as_ref().and_then(|column| column.dates))?;
    let choices = DateOrder::ALL.map(|order| order.example().to_owned()).into();
    let chosen = DateOrder::ALL.iter().position(|order| *order == dates.order).unwrap_or(0);
    let pick = move |place: usize| {
        if let Some(order) = DateOrder::ALL.get(place) {
            bench.change(Change::Days(at, *order));
        }
    };
    let label = Label::Seen(format!("import-days-{at}"), words::DAYS);
    let field = choice(label, choices, Signal::derive(move || chosen), importing(bench), pick);
    let ambiguous = dates.is_ambiguous.then(|| note(words::AMBIGUOUS.to_owned()));
    let unread = (dates.unread > 0).then(|| note(words::unread_days(dates.unread)));
    Some(view! { <div class="import__days">{field} {ambiguous} {unread}</div> }.into_any())
}

fn meanings(
    bench: Bench,
    at: usize,
    column: Memo<Option<Column>>,
    target: &Target,
    listed: &[String],
) -> AnyView {
    let ours = labels::ours(target);
    let rows: Vec<_> = listed
        .iter()
        .enumerate()
        .map(|(place, word)| {
            let choices = [words::UNKNOWN.to_owned(), words::PASSED_OVER.to_owned()];
            let choices = choices.into_iter().chain(ours.iter().cloned()).collect();
            let read = move |read: fn(&WordChoice) -> usize| {
                column
                    .with(|column| column.as_ref().and_then(|column| column.words.get(place)).map_or(0, read))
            };
            let chosen = Signal::derive(move || read(|choice| place_of(choice.meaning)));
            let pick = move |chosen: usize| {
                bench.change(Change::Means(at, place, meaning_at(chosen)));
            };
            let field = choice(Label::Heard(words::means(word)), choices, chosen, importing(bench), pick);
            view! {
                <li data-state=move || (chosen.get() == 0).then_some("open")>
                    <span>
                        <bdi>{word.clone()}</bdi>
                        " "
                        <small class="quiet">{move || words::times(read(|choice| choice.count))}</small>
                    </span>
                    {field}
                </li>
            }
        })
        .collect();
    view! {
        <ul class="import__words" aria-label=words::WORDS>
            {rows}
        </ul>
    }
    .into_any()
}

fn place_of(meaning: Meaning) -> usize {
    match meaning {
        Meaning::Unknown => 0,
        Meaning::Nothing => 1,
        Meaning::Ours(place) => usize::from(place) + 2,
    }
}

fn meaning_at(place: usize) -> Meaning {
    match place {
        0 => Meaning::Unknown,
        1 => Meaning::Nothing,
        place => u8::try_from(place - 2).map_or(Meaning::Unknown, Meaning::Ours),
    }
}
