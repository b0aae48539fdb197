//! How full the browser's storage is, and with what.

use leptos::prelude::*;

use crate::catalogue::{intl, settings as words};
use crate::kit::Tag;
use crate::parts::own_file::OwnFile;
use crate::route::SettingsPart;
use crate::state::desk::Desk;
use crate::state::edition::is_single_file;
use crate::state::offline::Offline;
use crate::storage::records::{CONTACT, PARTNER};
use crate::storage::usage::Usage;

use super::Part;
use super::automatic::BrowserKeeps;
use super::keep_here::KeepHere;
use super::quarantine::Quarantine;

/// The storage meter.
#[component]
pub fn StoragePart() -> impl IntoView {
    let desk = Desk::of_page();
    let standing = desk.standing();
    let usage = Memo::new(move |_| standing.with(|standing| standing.usage.clone()));
    view! {
        <Part
            part=SettingsPart::Storage
            title=words::STORAGE
            about=words::STORAGE_ABOUT
        >
            <div class="panel">
                {move || usage.with(meter)}
                <KeepHere />
                {move || OwnFile::of_page().is_none().then(|| view! { <BrowserKeeps /> })}
                // The single file needs no server.
                {(!is_single_file()).then(|| view! { <OpensOffline /> })}
            </div>
            <Quarantine />
        </Part>
    }
}

/// Whether the page opens without its server, and what is kept for that.
#[component]
fn OpensOffline() -> impl IntoView {
    let is_ready = Offline::of_page().is_ready();
    let answer = move || {
        if is_ready.get() {
            view! { <Tag tone="good" icon="check" words=words::OFFLINE_READY /> }.into_any()
        } else {
            view! { <Tag words=words::OFFLINE_NOT /> }.into_any()
        }
    };
    view! {
        <div class="setting" id="offline">
            <div>
                <h3>{words::OFFLINE}</h3>
                <p>{words::OFFLINE_ABOUT}</p>
            </div>
            <div role="status">{answer}</div>
        </div>
    }
}

fn meter(usage: &Usage) -> impl IntoView + use<> {
    let shares = shares(usage);
    let limit = usage.limit_units();
    let used = words::used(&millions(usage.used_units()), &millions(limit));
    let parts: Vec<_> = shares
        .iter()
        .enumerate()
        .filter(|(_, (_, units))| *units > 0)
        .map(|(place, (_, units))| {
            view! { <i style:--share=percent(*units, limit) style:--strength=strength(place)></i> }
        })
        .collect();
    let key: Vec<_> = shares
        .into_iter()
        .enumerate()
        .filter(|(_, (_, units))| *units > 0)
        .map(|(place, (name, units))| {
            view! {
                <li>
                    <i style:--strength=strength(place)></i>
                    {words::taking(name, &kilo(units))}
                </li>
            }
        })
        .collect();
    view! {
        <div class="storage">
            <p>
                <strong>{used}</strong>
                " "
                <span class="quiet">{words::percent(usage.percent())}</span>
            </p>
            <div class="storage__bar" aria-hidden="true">
                {parts}
            </div>
            <ul class="storage__key">{key}</ul>
        </div>
    }
}

/// What takes room, in the user's words.
fn shares(usage: &Usage) -> Vec<(&'static str, usize)> {
    let of = |kind: &str| usage.units_by_kind.get(kind).copied().unwrap_or(0);
    let known = of(PARTNER) + of(CONTACT) + of("intents");
    vec![
        (words::PARTNERS_AND_RECORDS, of(PARTNER)),
        (words::PEOPLE, of(CONTACT)),
        (words::LATEST_CHANGES, of("intents")),
        (words::OTHER, usage.own_units.saturating_sub(known)),
        (words::OTHER_PAGES, usage.foreign_units),
    ]
}

fn percent(units: usize, limit: usize) -> String {
    // In the browser usize ends at 4,294,967,295, which 430,000 units times ten thousand pass.
    let (units, limit) = (units as u64, limit.max(1) as u64);
    let hundredths = units * 10_000 / limit;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn millions(units: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts of characters are small")]
    let millions = (units as f64 / 10_000.0).round() / 100.0;
    intl::number(millions)
}

fn kilo(units: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts of characters are small")]
    let kilo = (units as f64 / 1000.0).round();
    if units < 1000 { words::UNDER_A_THOUSAND.to_owned() } else { intl::number(kilo * 1000.0) }
}

fn strength(place: usize) -> &'static str {
    ["1", "0.7", "0.5", "0.35", "0.25"].get(place).copied().unwrap_or("0.25")
}
