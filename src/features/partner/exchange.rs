//! Give and get: the balance of the last 180 days and its latest entries.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{self, Word};
use crate::domain::order::sorted_by;
use crate::domain::partner::TimelineKind;
use crate::domain::{Date, LedgerEntry, Partner};
use crate::state::desk::Desk;

use super::Open;

/// Entries listed beside the balance; the history has all.
const LISTED: usize = 4;

/// The balance of a partner.
#[component]
pub fn Exchange(partner: Memo<Option<Arc<Partner>>>, open: RwSignal<Open>) -> impl IntoView {
    let desk = Desk::of_page();
    view! {
        <section class="section" aria-labelledby="exchange">
            <div class="section__head">
                <h2 id="exchange">"Give and get"</h2>
                <span class="section__note">"180 days"</span>
                <button
                    class="button button--line screen-only"
                    data-size="small"
                    type="button"
                    on:click=move |_| open.set(Open::New(TimelineKind::Ledger))
                >
                    "Add"
                </button>
            </div>
            {move || {
                let today = desk.today();
                partner.with(|partner| partner.as_ref().map(|partner| balance(partner, today)))
            }}
        </section>
    }
}

fn balance(partner: &Partner, today: Date) -> impl IntoView + use<> {
    let balance = partner.balance(today);
    let most = balance.given.max(balance.got).max(1);
    let share = |points: u32| (points * 100 / most).to_string();
    let entries: Vec<&LedgerEntry> = partner.ledger.values().filter(|entry| entry.on <= today).collect();
    let entries: Vec<_> = sorted_by(entries, |one, other| other.on.cmp(&one.on))
        .into_iter()
        .take(LISTED)
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
    if entries.is_empty() {
        return view! {
            <p class="quiet">"Nothing given yet. Partners who receive first answer first."</p>
        }
        .into_any();
    }
    view! {
        <div class="exchange">
            <div class="balance">
                <span>
                    <b>{balance.given}</b>
                    " given"
                </span>
                <span class="balance__beam" style:--give=share(balance.given) style:--get=share(balance.got)>
                    <i></i>
                </span>
                <span>
                    <b>{balance.got}</b>
                    " got"
                </span>
            </div>
            <ul>{entries}</ul>
        </div>
    }
    .into_any()
}
