//! Give and get: the balance of the last 180 days, its latest entries, and all of them on a tab.

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner as words};
use crate::domain::order::sorted_by;
use crate::domain::partner::TimelineKind;
use crate::domain::{Date, LedgerEntry, Partner};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::history::{Records, Which};
use super::subject::{Open, Place, Subject};

/// Entries listed beside the balance; the tab has all.
const LISTED: usize = 4;

/// The balance, and all entries.
#[component]
pub fn ExchangeTab(subject: Subject) -> impl IntoView {
    view! {
        <div class="stack exchange-tab" data-gap="8">
            <Exchange subject listed=0 />
            <Records subject which=Which::Of(&[TimelineKind::Ledger]) heading=words::LEDGER empty=words::NOTHING_GIVEN />
        </div>
    }
}

/// The balance of a partner, and as many of its latest entries as are to be `listed`.
#[component]
pub fn Exchange(subject: Subject, #[prop(default = LISTED)] listed: usize) -> impl IntoView {
    let desk = Desk::of_page();
    view! {
        <section class="section" aria-labelledby="exchange">
            <div class="section__head">
                <h2 id="exchange">{words::GIVE_AND_GET}</h2>
                <span class="section__note">{words::BALANCE_SPAN}</span>
                <button
                    class="button button--line screen-only"
                    data-size="small"
                    type="button"
                    aria-label=deeds::LOG_GIVE_GET.doing
                    on:click=move |_| subject.open(Open::New(TimelineKind::Ledger, Place::Exchange))
                >
                    {words::LOG}
                </button>
            </div>
            {subject.form_at(Place::Exchange)}
            {move || {
                let today = desk.today();
                subject.read(|partner| balance(partner, today, listed))
            }}
        </section>
    }
}

fn balance(partner: &Partner, today: Date, listed: usize) -> AnyView {
    let balance = partner.balance(today);
    let most = balance.given.max(balance.got).max(1);
    let share = |points: u32| (points * 100 / most).to_string();
    let entries: Vec<&LedgerEntry> = partner.ledger.values().filter(|entry| entry.on <= today).collect();
    if entries.is_empty() {
        return (listed > 0).then(|| view! { <p class="quiet">{words::NOTHING_GIVEN}</p> }).into_any();
    }
    let entries: Vec<_> = sorted_by(entries, |one, other| other.on.cmp(&one.on))
        .into_iter()
        .take(listed)
        .map(|entry| {
            let note = entry.note.as_ref().map(ToString::to_string);
            let what = note.unwrap_or_else(|| entry.kind.word().to_owned());
            view! {
                <li>
                    <time datetime=entry.on.to_string()>{catalogue::day(entry.on)}</time>
                    <span class="exchange__what">
                        {entry.direction.word()} ": " <bdi>{what}</bdi>
                    </span>
                </li>
            }
        })
        .collect();
    view! {
        <div class="exchange">
            <div class="balance">
                <span>
                    <b>{balance.given}</b>
                    " "
                    {words::GIVEN}
                </span>
                <span class="balance__beam" style:--give=share(balance.given) style:--get=share(balance.got)>
                    <i></i>
                </span>
                <span>
                    <b>{balance.got}</b>
                    " "
                    {words::GOT}
                </span>
            </div>
            <ul>{entries}</ul>
        </div>
    }
    .into_any()
}
