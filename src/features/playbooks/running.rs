//! One playbook at work.

use leptos::prelude::*;

use crate::catalogue::calendar::TO_CALENDAR;
use crate::catalogue::{outlines, run as words};
use crate::domain::checklist::RunId;
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem};
use crate::parts::calendar::{Wanted, take};
use crate::parts::gone::gone;
use crate::parts::markdown;
use crate::parts::run::RunPanel;
use crate::parts::run::panel::DaysForm;
use crate::parts::run::told::{RunOf, find, tell, whose};
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// A playbook at work, whoever's it is.
#[component]
pub fn RunPage(
    /// Which.
    id: RunId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let found = Memo::new(move |_| desk.read(|workspace| find(workspace, id)));
    move || match found.get() {
        Some(run) => view! { <Running run /> }.into_any(),
        None => gone(words::GONE, words::GONE_WHY, Route::Playbooks, words::GO_TO_PLAYBOOKS),
    }
}

#[component]
fn Running(run: RunOf) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| run.follow(desk, tell));
    let owner = Memo::new(move |_| desk.read(|workspace| whose(workspace, run.home)));
    let is_changing_days = RwSignal::new(false);
    let on_close = Callback::new(move |()| is_changing_days.set(false));
    let print = move |_| {
        // Where the browser does not print, nothing happens.
        let _ = window().print();
    };
    let delete = Callback::new(move |()| {
        let removed = desk.change(deeds::DELETE_RUN, |workspace, _| workspace.remove_run(run.home, run.id));
        if let Err(declined) = removed {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    });
    let to_calendar = Callback::new(move |()| take(desk, Wanted::Run(run)));
    let along = Callback::new(move |()| {
        let today = desk.today();
        desk.read_once(|workspace| {
            run.read(workspace, today, |sheet| outlines::run(sheet, &whose(workspace, run.home), today))
        })
    });
    let change_days = Callback::new(move |()| is_changing_days.set(true));
    let owner_link = move || {
        let name = owner.get();
        match run.home {
            Some(id) => view! {
                <a href=Route::Partner(id).href()>
                    <bdi>{name}</bdi>
                </a>
            }
            .into_any(),
            None => view! { <span>{name}</span> }.into_any(),
        }
    };
    let lede = move || {
        told.with(|told| {
            told.as_ref()
                .map(|told| words::lede(told.started_on, &told.anchor_words, told.anchor, told.working_days))
        })
    };
    let is_open =
        Memo::new(move |_| told.with(|told| told.as_ref().is_some_and(|told| told.finished_on.is_none())));
    let template = move || told.with(|told| told.as_ref().and_then(|told| told.template));
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">
                    <bdi>{move || told.with(|told| told.as_ref().map(|told| told.title.clone()))}</bdi>
                </h1>
                <p class="page__lede">{owner_link} ". " {lede}</p>
            </div>
            <div class="page__actions screen-only">
                {move || {
                    template()
                        .map(|key| {
                            view! {
                                <a class="button" href=Route::Playbook(key).href()>
                                    {words::ABOUT_THIS}
                                </a>
                            }
                        })
                }}
                <button class="button" type="button" on:click=print>
                    <Icon name="print" />
                    {words::PRINT}
                </button>
                <Menu label=words::MORE_OF_RUN face=Face { is_small: false, ..Face::MORE }>
                    {is_open
                        .get_untracked()
                        .then(|| {
                            view! { <MenuItem words=words::CHANGE_DAYS icon="calendar" on_pick=change_days /> }
                        })}
                    {is_open
                        .get_untracked()
                        .then(|| view! { <MenuItem words=TO_CALENDAR icon="calendar" on_pick=to_calendar /> })}
                    {markdown::items(desk, along, "playbook")}
                    <hr />
                    <MenuItem words=deeds::DELETE_RUN.doing icon="trash" is_danger=true on_pick=delete />
                </Menu>
            </div>
        </div>
        {move || is_changing_days.get().then(|| view! { <DaysForm run on_close /> })}
        <RunPanel run />
    }
}
