//! The ending of a partnership: five steps on one page, and the gate behind them.

mod begin;
mod clean_up;
mod crossing;
mod gate;
mod lesson;
mod line;
mod person;
mod script;
mod story;
mod talk;
mod work;

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{Word, ending as words, outlines};
use crate::domain::ending::{Chapter, StepState};
use crate::domain::outline::Outline;
use crate::domain::{Date, Partner, PartnerId, Stage};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu};
use crate::parts::gone::gone;
use crate::parts::markdown;
use crate::route::Route;
use crate::state::desk::Desk;

use begin::Begin;
use crossing::Crossing;
use gate::Gate;
use work::{Open, Work};

/// The ending of a partner: the way to begin one, and the one that is under way or over.
#[component]
pub fn EndingPage(
    /// Whose.
    id: PartnerId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let partner = desk.partner(id);
    let work = Work {
        desk,
        id,
        partner,
        chapter: Memo::new(move |_| partner.with(|partner| partner.as_ref()?.chapter())),
        open: RwSignal::new(Open::Nothing),
    };
    let shown = Memo::new(move |_| shown(work));
    move || match shown.get() {
        Shown::Nobody => gone(words::NOT_HERE, words::NOT_HERE_WHY, Route::Partners, words::GO_TO_PARTNERS),
        Shown::Begin => view! { <Begin work /> }.into_any(),
        Shown::Walk(_) => view! { <Walk work /> }.into_any(),
    }
}

/// What the page is about.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// The partner is gone.
    Nobody,
    /// No ending is under way.
    Begin,
    /// The chapter of this number, under way or over.
    Walk(u16),
}

fn shown(work: Work) -> Shown {
    let today = work.desk.today();
    let stage = work.partner.with(|partner| partner.as_ref().map(|partner| partner.stage_on(today)));
    let Some(stage) = stage else { return Shown::Nobody };
    let of_chapter = |chapter: &Chapter| {
        let fits = if chapter.is_open() { Stage::Ending } else { Stage::Alumni };
        (stage == fits).then_some(Shown::Walk(chapter.number()))
    };
    work.chapter.with(|chapter| chapter.as_ref().and_then(of_chapter)).unwrap_or(Shown::Begin)
}

/// The five steps and the gate.
#[component]
fn Walk(work: Work) -> impl IntoView {
    view! {
        <div class="page__head">
            <div>
                {heading(work)}
                <p class="page__lede">{move || lede(work)}</p>
            </div>
            <div class="page__actions screen-only">
                <a class="button" href=Route::Partner(work.id).href()>
                    {move || words::go_to(&work.name())}
                </a>
                <button class="button" type="button" on:click=move |_| print()>
                    <Icon name="print" />
                    {words::PRINT}
                </button>
                {move || along(work)}
            </div>
        </div>
        <Crossing work />
        {talk::step(work)}
        {story::step(work)}
        {clean_up::step(work)}
        {lesson::step(work)}
        {person::step(work)}
        <Gate work />
        {begin::chapters_before(work, true)}
    }
}

/// What was told and learnt so far, for other programs; the story for anybody, the post-mortem for our own people.
fn along(work: Work) -> Option<AnyView> {
    let find = move |tell: fn(&str, &Chapter, Date) -> Option<Outline>| {
        Callback::new(move |()| {
            let (name, today) = (work.name(), work.desk.today());
            work.with(|_, chapter| tell(&name, chapter, today)).flatten()
        })
    };
    let has = |find: markdown::Find| find.run(()).is_some();
    let story = find(|name, chapter, _| outlines::story(name, chapter));
    let lesson = find(outlines::post_mortem);
    let (has_story, has_lesson) = (has(story), has(lesson));
    let items = move || {
        let story = has_story.then(|| {
            let words = [outlines::COPY_STORY, outlines::DOWNLOAD_STORY];
            markdown::named_items(work.desk, story, "story", words)
        });
        let lesson = has_lesson.then(|| {
            let words = [outlines::COPY_LESSON, outlines::DOWNLOAD_LESSON];
            markdown::named_items(work.desk, lesson, "post-mortem", words)
        });
        view! {
            {story}
            {lesson}
        }
    };
    (has_story || has_lesson).then(|| {
        view! {
            <Menu label=outlines::ENDING face=Face { is_small: false, ..Face::MORE }>
                {items}
            </Menu>
        }
        .into_any()
    })
}

/// The name of the page, as its heading.
fn heading(work: Work) -> AnyView {
    view! { <h1 tabindex="-1">{move || words::ending_with(&work.name())}</h1> }.into_any()
}

fn lede(work: Work) -> Option<String> {
    let today = work.desk.today();
    work.with(|partner, chapter| {
        let scenario = chapter.ending.scenario.word();
        match chapter.ending.closed_on {
            Some(closed) => words::closed_lede(scenario, closed),
            None => {
                let states = chapter.states(partner, today);
                let done = states.into_iter().filter(|state| *state == StepState::Done).count();
                let late = chapter.sheet(partner, today).map_or(0, |sheet| sheet.progress(today).late);
                words::lede(scenario, chapter.ending.begun_on, done, late, today)
            }
        }
    })
}

fn print() {
    // A browser that cannot print leaves that to the user.
    let _ = window().print();
}

/// A partner, followed.
type Followed = Memo<Option<Arc<Partner>>>;
