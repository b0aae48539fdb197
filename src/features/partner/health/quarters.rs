//! What a Zombie, or one on watch, can be answered with on its own page.

use leptos::prelude::*;

use crate::catalogue::partner_health as words;
use crate::domain::partner::TimelineKind;
use crate::kit::Icon;
use crate::parts::zombie::{Evidence, slab};
use crate::route::Route;
use crate::state::deeds;

use super::super::subject::{Open, Place, Subject};

/// The slab of a Zombie or of one on watch, with the form that its buttons open.
#[component]
pub fn ZombieSlab(subject: Subject) -> impl IntoView {
    let evidence = Memo::new(move |_| {
        subject.seen.with(|seen| {
            let seen = seen.as_deref()?;
            Evidence::of(seen.case(), seen.health.as_ref()?, &|who| seen.name_of(who))
        })
    });
    view! {
        <div class="stack screen-only" data-gap="4">
            {move || {
                evidence
                    .get()
                    .map(|evidence| {
                        let actions = if evidence.is_watch() {
                            watch(subject)
                        } else {
                            zombie(subject, evidence.was_put_off)
                        };
                        slab(evidence, actions)
                    })
            }} {subject.form_at(Place::Zombie)}
        </div>
    }
}

fn zombie(subject: Subject, was_put_off: bool) -> AnyView {
    let put_off = (!was_put_off).then(|| {
        view! {
            <button class="button button--slab-quiet" type="button" on:click=move |_| subject.open(Open::Defer)>
                {deeds::PUT_OFF.doing}
            </button>
        }
    });
    view! {
        <a class="button button--slab" href=Route::Ending(subject.id).href()>
            <Icon name="gate" />
            {deeds::BEGIN_ENDING.doing}
        </a>
        <button
            class="button button--slab-quiet"
            type="button"
            on:click=move |_| subject.open(Open::New(TimelineKind::Traction, Place::Zombie))
        >
            {words::RECORD_MISSED}
        </button>
        {put_off}
    }
    .into_any()
}

fn watch(subject: Subject) -> AnyView {
    view! {
        <button
            class="button button--primary"
            type="button"
            on:click=move |_| subject.open(Open::New(TimelineKind::Commitment, Place::Zombie))
        >
            <Icon name="calendar" />
            {words::MAKE_A_PLAN}
        </button>
        <button
            class="button"
            type="button"
            on:click=move |_| subject.open(Open::New(TimelineKind::Traction, Place::Zombie))
        >
            {words::RECORD_MISSED}
        </button>
    }
    .into_any()
}
