//! The meetings with a partner: those ahead first, then the latest.

use leptos::prelude::*;

use crate::catalogue::meeting as words;
use crate::domain::MeetingId;
use crate::domain::meeting::Standing;
use crate::domain::order::sorted_by_key;
use crate::kit::Icon;
use crate::parts::meeting::meeting_row;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use super::subject::Subject;

/// The tab of meetings.
#[component]
pub fn MeetingsTab(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let wishes = Wishes::of_page();
    let ids = Memo::new(move |_| {
        let today = desk.today();
        let all = subject.read(|partner| {
            let all = partner.meetings.all.iter();
            let keyed = all.map(|(id, meeting)| {
                let is_ahead = matches!(meeting.standing(today), Standing::Planned | Standing::Unsettled);
                let days = today.days_until(meeting.day());
                ((!is_ahead, if is_ahead { days } else { -days }, *id), *id)
            });
            sorted_by_key(keyed.collect::<Vec<_>>(), |(key, _)| *key)
        });
        all.unwrap_or_default().into_iter().map(|(_, id)| id).collect::<Vec<MeetingId>>()
    });
    view! {
        <section class="section" aria-labelledby="meetings">
            <div class="section__head">
                <h2 id="meetings">{words::MEETINGS}</h2>
                <span class="count">{move || ids.with(Vec::len)}</span>
                <button
                    class="button push screen-only"
                    data-size="small"
                    type="button"
                    on:click=move |_| wishes.ask(Wish::PlanMeeting(Some(subject.id)))
                >
                    <Icon name="plus" />
                    {words::NEW_MEETING}
                </button>
            </div>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NONE_WITH_THEM}</p> })}
            <ul class="items meetings">
                <For each=move || ids.get() key=|id| *id let:id>
                    {move || {
                        let today = desk.today();
                        desk.read(|workspace| {
                            let meeting = workspace.partner(subject.id)?.meetings.all.get(&id)?;
                            Some(meeting_row(workspace, subject.id, (id, meeting), today))
                        })
                    }}
                </For>
            </ul>
        </section>
    }
}
