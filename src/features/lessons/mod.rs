//! Lessons: endings under way, root causes counted, what changes because of them, and the post-mortems.

mod changes;
mod told;

use leptos::prelude::*;

use crate::catalogue::{Word, ending, lessons as words};
use crate::domain::Date;
use crate::domain::ending::past::{causes, counted, is_same_cause};
use crate::kit::empty::Drawing;
use crate::kit::{EmptyState, Icon, Tag};
use crate::route::Route;
use crate::state::desk::Desk;

use changes::Changes;
use told::{Told, told};

/// All that was learnt.
#[component]
pub fn LessonsPage() -> impl IntoView {
    let desk = Desk::of_page();
    let all = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| told(workspace, today))
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let chosen = RwSignal::new(None::<String>);
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{words::LESSONS}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
        </div>
        {move || {
            if is_empty.get() {
                view! {
                    <EmptyState drawing=Drawing::Whole title=words::NONE why=words::NONE_WHY>
                        <a class="button" href=Route::Partners.href()>
                            {words::GO_TO_PARTNERS}
                        </a>
                    </EmptyState>
                }
                    .into_any()
            } else {
                view! {
                    <div class="beside">
                        <div class="stack" data-gap="8">
                            {under_way(all)} <Changes chosen /> {post_mortems(all, chosen)}
                        </div>
                        <aside class="stack" data-gap="8" aria-label=words::CAUSES>
                            {causes_of(desk, chosen)}
                        </aside>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

/// Whether a cause is the one that was chosen; any is, while none was.
fn fits(chosen: Option<&String>, cause: &str) -> bool {
    chosen.is_none_or(|chosen| is_same_cause(chosen, cause))
}

/// Endings whose gate is open.
fn under_way(all: Memo<Vec<Told>>) -> AnyView {
    let open = Memo::new(move |_| {
        all.with(|all| all.iter().filter(|one| one.is_under_way).cloned().collect::<Vec<_>>())
    });
    let desk = Desk::of_page();
    let view = move || {
        let today = desk.today();
        let open = open.get();
        (!open.is_empty()).then(|| {
            let count = open.len();
            let rows: Vec<_> = open.iter().map(|one| open_row(one, today)).collect();
            view! {
                <section class="section" aria-labelledby="under-way">
                    <div class="section__head">
                        <h2 id="under-way">{words::UNDER_WAY}</h2>
                        <span class="count">{count}</span>
                    </div>
                    <ul class="items">{rows}</ul>
                </section>
            }
        })
    };
    view.into_any()
}

fn open_row(one: &Told, today: Date) -> AnyView {
    let next = one.next.map(|step| view! { <span>{ending::span(step)}</span> });
    view! {
        <li class="item">
            <span class="item__lead">
                <Icon name="gate" />
            </span>
            <div class="item__body">
                <p class="item__title">
                    <a href=Route::Ending(one.partner).href()>
                        <bdi>{one.name.clone()}</bdi>
                    </a>
                </p>
                <p class="item__meta">
                    <span>{one.scenario.word()}</span>
                    <span>{words::since(one.begun_on, today)}</span>
                    {next}
                </p>
            </div>
            <span class="item__when">{words::of_five(one.done)}</span>
        </li>
    }
    .into_any()
}

/// The causes, each a button that shows only what belongs to it.
fn causes_of(desk: Desk, chosen: RwSignal<Option<String>>) -> AnyView {
    let counts = Memo::new(move |_| desk.read(|workspace| counted(&causes(workspace))));
    let button = move |(cause, count): (String, usize)| {
        let known = cause.clone();
        let pressed = {
            let cause = cause.clone();
            move || chosen.with(|chosen| chosen.as_ref().is_some_and(|chosen| is_same_cause(chosen, &cause)))
        };
        let choose = move |_| {
            chosen.update(|chosen| {
                let is_it = chosen.as_ref().is_some_and(|chosen| is_same_cause(chosen, &known));
                *chosen = (!is_it).then(|| known.clone());
            });
        };
        view! {
            <li>
                <button
                    class="causes__one"
                    type="button"
                    aria-pressed=move || pressed().to_string()
                    on:click=choose
                >
                    <bdi>{cause}</bdi>
                    " "
                    <span class="count">
                        {words::times(count)} <span class="visually-hidden">{words::times_word(count)}</span>
                    </span>
                </button>
            </li>
        }
    };
    let list = move || {
        let counts = counts.get();
        if counts.is_empty() {
            return view! { <p class="quiet">{words::NO_CAUSES}</p> }.into_any();
        }
        let rows: Vec<_> = counts.into_iter().map(button).collect();
        view! { <ul class="causes">{rows}</ul> }.into_any()
    };
    let all = move || {
        chosen.with(Option::is_some).then(|| {
            view! {
                <button
                    class="button button--line push"
                    data-size="small"
                    type="button"
                    on:click=move |_| chosen.set(None)
                >
                    {words::ALL_CAUSES}
                </button>
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="causes">
            <div class="section__head">
                <h2 id="causes">{words::CAUSES}</h2>
                {all}
            </div>
            {list}
        </section>
    }
    .into_any()
}

/// Endings with their whys, the latest first.
fn post_mortems(all: Memo<Vec<Told>>, chosen: RwSignal<Option<String>>) -> AnyView {
    let desk = Desk::of_page();
    let shown = Memo::new(move |_| {
        let chosen = chosen.get();
        all.with(|all| {
            let has_it =
                |one: &&Told| chosen.is_none() || one.causes.iter().any(|cause| fits(chosen.as_ref(), cause));
            all.iter().filter(has_it).cloned().collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let today = desk.today();
        shown.with(|shown| shown.iter().map(|one| post_mortem(one, today)).collect::<Vec<_>>())
    };
    view! {
        <section class="section" aria-labelledby="post-mortems">
            <div class="section__head">
                <h2 id="post-mortems">{words::POST_MORTEMS}</h2>
                <span class="count">{move || shown.with(Vec::len)}</span>
            </div>
            <ul class="lessons">{rows}</ul>
        </section>
    }
    .into_any()
}

fn post_mortem(one: &Told, today: Date) -> AnyView {
    let when = one.closed_on.map_or_else(|| words::since(one.begun_on, today), words::closed);
    let whys: Vec<_> = one
        .whys
        .iter()
        .map(|why| {
            let tag = why.cause.clone().map(|cause| {
                view! {
                    <span class="whys__tools">
                        <Tag words=cause tone="accent" icon="flag" />
                    </span>
                }
            });
            view! {
                <li style:--depth=why.depth.to_string() data-cause=why.cause.is_some().to_string()>
                    <i aria-hidden="true">{why.depth + 1}</i>
                    <p dir="auto">{why.what.clone()}</p>
                    {tag}
                </li>
            }
            .into_any()
        })
        .collect();
    let whys = if whys.is_empty() {
        view! { <p class="quiet">{words::NOT_ASKED}</p> }.into_any()
    } else {
        view! { <ol class="whys">{whys}</ol> }.into_any()
    };
    view! {
        <li class="lessons__one">
            <h3>
                <a href=Route::Ending(one.partner).href() aria-label=words::see(&one.name)>
                    <bdi>{one.name.clone()}</bdi>
                </a>
            </h3>
            <p class="quiet">{one.scenario.word()} ", " {when}</p>
            {whys}
        </li>
    }
    .into_any()
}
