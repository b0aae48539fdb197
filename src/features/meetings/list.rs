//! All meetings: what is to be settled, what comes, whose recap is due, and what is over.

use leptos::prelude::*;

use crate::catalogue::meeting as words;
use crate::domain::meeting::Standing;
use crate::domain::order::sorted_by_key;
use crate::domain::{Date, MeetingId, PartnerId, Workspace};
use crate::kit::empty::Drawing;
use crate::kit::{EmptyState, Icon};
use crate::parts::meeting::meeting_row;
use crate::route::Route;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use super::form::MeetingForm;

/// Meetings that are over, drawn at once; more on request.
const PAGE_ROWS: usize = 50;

/// Under which heading a meeting stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Unsettled,
    Ahead,
    Recaps,
    Past,
}

impl Group {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Unsettled, "unsettled", words::UNSETTLED),
        (Self::Ahead, "ahead", words::AHEAD),
        (Self::Recaps, "recaps", words::RECAPS),
        (Self::Past, "past", words::PAST),
    ];

    const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Unsettled => Self::Unsettled,
            Standing::Planned => Self::Ahead,
            Standing::RecapDue(_) => Self::Recaps,
            Standing::Over | Standing::Cancelled => Self::Past,
        }
    }
}

type Listed = (PartnerId, MeetingId);

/// The meetings of a group: those ahead by their day, the others with the latest first.
fn listed(workspace: &Workspace, group: Group, today: Date) -> Vec<Listed> {
    let mut all = Vec::new();
    for (partner, dossier) in &workspace.partners {
        for (id, meeting) in &dossier.meetings.all {
            if Group::of(meeting.standing(today)) == group {
                all.push(((meeting.day(), meeting.at, *id), (*partner, *id)));
            }
        }
    }
    let mut all: Vec<Listed> = sorted_by_key(all, |(key, _)| *key).into_iter().map(|(_, one)| one).collect();
    if group != Group::Ahead {
        all.reverse();
    }
    all
}

/// All meetings.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    let desk = Desk::of_page();
    // `Some(None)`: with whom is still to be chosen.
    let planning = RwSignal::new(None::<Option<PartnerId>>);
    let on_close = Callback::new(move |()| planning.set(None));
    let has_partners = Memo::new(move |_| desk.read(|workspace| !workspace.partners.is_empty()));
    let is_empty = Memo::new(move |_| {
        desk.read(|workspace| workspace.partners.values().all(|partner| partner.meetings.all.is_empty()))
    });
    Wishes::of_page().grant(move |wish| {
        let Wish::PlanMeeting(partner) = wish else { return false };
        planning.set(Some(partner));
        true
    });
    let plan = move || {
        view! {
            <button class="button button--primary" type="button" on:click=move |_| planning.set(Some(None))>
                <Icon name="plus" />
                {words::NEW_MEETING}
            </button>
        }
    };
    let form = move || {
        let partner = planning.get()?;
        has_partners
            .get_untracked()
            .then(|| view! { <MeetingForm partner correcting=None on_close on_deleted=None /> })
    };
    view! {
        <div class="page__head">
            <h1 tabindex="-1">{words::MEETINGS}</h1>
            <div class="page__actions">
                {move || (has_partners.get() && !is_empty.get()).then(plan)}
            </div>
        </div>
        {form}
        {move || match (has_partners.get(), is_empty.get()) {
            (false, _) => {
                view! {
                    <EmptyState drawing=Drawing::Begun title=words::NONE why=words::NO_PARTNERS_WHY>
                        <a class="button button--primary" href=Route::Partners.href()>
                            {words::GO_TO_PARTNERS}
                        </a>
                    </EmptyState>
                }
                    .into_any()
            }
            (true, true) => {
                view! {
                    <EmptyState drawing=Drawing::Begun title=words::NONE why=words::NONE_WHY>
                        {plan()}
                    </EmptyState>
                }
                    .into_any()
            }
            (true, false) => {
                let groups: Vec<_> = Group::ALL.into_iter().map(group).collect();
                view! { <div class="stack" data-gap="8">{groups}</div> }.into_any()
            }
        }}
    }
}

fn group((group, id, heading): (Group, &'static str, &'static str)) -> AnyView {
    let desk = Desk::of_page();
    let limit = RwSignal::new(PAGE_ROWS);
    let listed = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| listed(workspace, group, today))
    });
    let is_empty = Memo::new(move |_| listed.with(Vec::is_empty));
    let drawn = move || listed.with(|all| all.iter().take(limit.get()).copied().collect::<Vec<_>>());
    let section = move || {
        view! {
            <section class="section" aria-labelledby=id>
                <div class="section__head">
                    <h2 id=id>{heading}</h2>
                    <span class="count">{move || listed.with(Vec::len)}</span>
                </div>
                <ul class="items meetings">
                    <For each=drawn key=|one| *one let:one>
                        {move || {
                            let today = desk.today();
                            let (partner, id) = one;
                            desk.read(|workspace| {
                                let meeting = workspace.partner(partner)?.meetings.all.get(&id)?;
                                Some(meeting_row(workspace, partner, (id, meeting), today))
                            })
                        }}
                    </For>
                </ul>
                {move || {
                    let hidden = listed.with(Vec::len).saturating_sub(limit.get());
                    (hidden > 0)
                        .then(|| {
                            view! {
                                <button
                                    class="button"
                                    type="button"
                                    on:click=move |_| limit.update(|limit| *limit += PAGE_ROWS)
                                >
                                    {words::show_more(hidden.min(PAGE_ROWS))}
                                </button>
                            }
                        })
                }}
            </section>
        }
    };
    (move || (!is_empty.get()).then(section)).into_any()
}
