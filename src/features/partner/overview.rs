//! What matters now. A decision that is owed stands first. Then, in two columns: how it does and
//! where it goes, what is promised and what happened last; beside it what would raise it, who works
//! there, the balance, the next step and the private note. Before the work begins, fit and how they
//! decide stand where health will.

use leptos::prelude::*;

use crate::catalogue::{Word, meeting, partner as words};
use crate::parts::entries::{CustomFields, Links, Owner};
use crate::state::desk::Desk;

use super::companion::{BeforeTheWork, BesideTheFit, CompanionGlance, is_before_the_work};
use super::ending::EndingGlance;
use super::exchange::Exchange;
use super::health::{HealthPanel, RaiseIt, Trend, ZombieSlab};
use super::history::{Records, Which};
use super::next_step::NextStepSection;
use super::note::PrivateNote;
use super::past_causes::PastCauses;
use super::people::PeopleGlance;
use super::promises::OpenPromises;
use super::subject::Subject;

/// What we ask of them, where it is printed; on screen it stands with how they decide.
#[component]
fn PrintedAsk(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    move || {
        let today = desk.today();
        let ask = subject.read(|partner| partner.ask(today).map(|(_, ask)| ask.clone())).flatten()?;
        let what = ask.specifics.map_or_else(|| ask.kind.word().to_owned(), |what| what.to_string());
        let success = ask
            .success
            .map(|success| view! { <p class="soft">{meeting::SUCCESS} ": " {success.to_string()}</p> });
        Some(view! {
            <section class="section print-only" aria-labelledby="printed-ask">
                <div class="section__head">
                    <h2 id="printed-ask">{meeting::THE_ASK}</h2>
                </div>
                <p dir="auto">{what}</p>
                {success}
            </section>
        })
    }
}

/// The overview; it prints as a one-pager.
#[component]
pub fn Overview(subject: Subject) -> impl IntoView {
    let is_early = is_before_the_work(subject);
    view! {
        <ZombieSlab subject />
        <div class="beside">
            <div class="stack" data-gap="8">
                <PastCauses subject />
                <EndingGlance subject />
                {move || {
                    if is_early.get() {
                        view! { <BeforeTheWork subject /> }.into_any()
                    } else {
                        view! { <HealthPanel subject /> }.into_any()
                    }
                }}
                <Trend subject />
                <PrintedAsk subject />
                <OpenPromises subject />
                <Records subject which=Which::Latest heading=words::LATEST_RECORDS empty=words::NO_RECORDS />
            </div>
            <aside class="stack" data-gap="8" aria-label=words::AT_A_GLANCE>
                {move || is_early.get().then(|| view! { <BesideTheFit subject /> })}
                <RaiseIt subject />
                <NextStepSection subject />
                <PeopleGlance subject />
                <Exchange subject />
                {move || (!is_early.get()).then(|| view! { <CompanionGlance subject /> })}
                <CustomFields partner=subject.id />
                <Links owner=Owner::Partner(subject.id) />
                <PrivateNote subject />
            </aside>
        </div>
    }
}
