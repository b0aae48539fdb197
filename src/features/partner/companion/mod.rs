//! What stands beside health and is never mixed into it: whether they fit, how they decide, who gave
//! first, what we ask, what they signal, and what is in trouble.
//!
//! A tab holds all of it, because seven kinds of records would bury what matters now. The overview
//! shows it whole in place of health before the work begins, and in a few lines afterwards.

mod clarity;
mod fit;
mod glance;
mod lists;

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::catalogue::partner_health;
use crate::domain::Stage;
use crate::state::desk::Desk;

use super::subject::Subject;
use clarity::Clarity;
use fit::FitPanel;
use lists::{AskSection, Signals, Trouble};

pub use glance::CompanionGlance;

/// All of it.
#[component]
pub fn CompanionTab(subject: Subject) -> impl IntoView {
    view! {
        <div class="beside">
            <div class="stack" data-gap="8">
                <FitPanel subject />
                <Clarity subject />
            </div>
            <aside class="stack" data-gap="8" aria-label=words::AT_A_GLANCE>
                <AskSection subject />
                <Signals subject />
                <Trouble subject />
            </aside>
        </div>
    }
}

/// What counts before the work begins, where health will stand.
#[component]
pub fn BeforeTheWork(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let sentence = move || {
        let today = desk.today();
        subject
            .read(|partner| partner_health::unscored(partner.stage_on(today), partner.profile.name.as_str()))
    };
    view! {
        <p class="soft screen-only">{sentence}</p>
        <FitPanel subject />
        <Clarity subject />
    }
}

/// The ask and the signals, beside [`BeforeTheWork`].
#[component]
pub fn BesideTheFit(subject: Subject) -> impl IntoView {
    view! {
        <AskSection subject />
        <Signals subject />
    }
}

/// Whether the partner is in a stage before the work, in which fit stands where health will.
pub fn is_before_the_work(subject: Subject) -> Memo<bool> {
    let desk = Desk::of_page();
    Memo::new(move |_| {
        let today = desk.today();
        let stage = subject.read(|partner| partner.stage_on(today));
        matches!(stage, Some(Stage::Prospect | Stage::Qualifying))
    })
}
