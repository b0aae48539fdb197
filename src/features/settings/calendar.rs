//! Everything that has a day, as one file for calendars.

use leptos::prelude::*;

use crate::catalogue::{calendar as words, settings};
use crate::domain::occasion::Kind;
use crate::kit::{CheckField, Icon};
use crate::parts::calendar::{Wanted, take};
use crate::route::SettingsPart;
use crate::state::desk::Desk;

use super::Part;

/// The choice of kinds, and the file.
#[component]
pub fn CalendarPart() -> impl IntoView {
    let desk = Desk::of_page();
    let chosen = Kind::ALL.map(|kind| (kind, RwSignal::new(true)));
    let fields: Vec<_> = chosen
        .iter()
        .map(|(kind, value)| view! { <CheckField label=words::kind(*kind) value=*value /> })
        .collect();
    let download = move |_| {
        let kinds = chosen.into_iter().filter(|(_, is_chosen)| is_chosen.get_untracked());
        let kinds: Vec<Kind> = kinds.map(|(kind, _)| kind).collect();
        take(desk, Wanted::Kinds(&kinds));
    };
    view! {
        <Part part=SettingsPart::Calendar title=settings::CALENDAR about=words::ABOUT>
            <div class="panel">
                <div class="panel__body taken" role="group" aria-labelledby="calendar-kinds">
                    <h3 id="calendar-kinds">{words::KINDS}</h3>
                    {fields}
                </div>
                <div class="panel__foot">
                    <button class="button button--primary" type="button" on:click=download>
                        <Icon name="download" />
                        {words::DOWNLOAD}
                    </button>
                </div>
            </div>
        </Part>
    }
}
