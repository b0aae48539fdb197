//! One meeting: the brief, the room, the recap, on one page.

use leptos::prelude::*;

use crate::catalogue::calendar::TO_CALENDAR;
use crate::catalogue::{meeting as words, outlines};
use crate::domain::meeting::{Standing, prep};
use crate::domain::{Meeting, MeetingId};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem};
use crate::parts::calendar::{Wanted, take};
use crate::parts::gone::gone;
use crate::parts::markdown;
use crate::parts::meeting::guests;
use crate::route::{PartnerPart, Route};
use crate::state::address::go;
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};

use super::brief::Brief;
use super::form::MeetingForm;
use super::recap::RecapPanel;
use super::room::{Notes, Objections};
use super::sitting::Sitting;
use super::steps::Steps;

/// One meeting.
#[component]
pub fn MeetingPage(
    /// Which.
    id: MeetingId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let whose = Memo::new(move |_| desk.read(|workspace| workspace.meeting(id).map(|(partner, _)| partner)));
    move || match whose.get() {
        Some(partner) => view! { <Page sitting=Sitting::of(desk, partner, id) /> }.into_any(),
        None => gone(words::NOT_HERE, words::NOT_HERE_WHY, Route::Meetings, words::ALL_MEETINGS),
    }
}

#[component]
fn Page(sitting: Sitting) -> impl IntoView {
    let is_editing = RwSignal::new(false);
    // Which part goes on paper: the brief, unless the recap is asked for.
    let is_recap_printed = RwSignal::new(false);
    Keys::of_page().bind(keys::EDIT, Callback::new(move |()| is_editing.set(true)));
    let form = move || {
        let meeting = is_editing.get().then(|| sitting.meeting.get_untracked())??;
        let on_close = Callback::new(move |()| is_editing.set(false));
        let on_deleted = Callback::new(move |()| delete(sitting));
        Some(view! {
            <MeetingForm
                partner=Some(sitting.partner)
                correcting=Some((sitting.id, meeting))
                on_close
                on_deleted=Some(on_deleted)
            />
        })
    };
    view! {
        <div class="page__head meeting__head">
            <div>
                <h1 tabindex="-1">
                    <bdi>{move || heading(sitting)}</bdi>
                </h1>
                {move || lede(sitting)}
            </div>
            {move || moments(sitting)}
        </div>
        <div class="cluster screen-only meeting__deeds">
            {move || next_deed(sitting)} {more(sitting, is_editing, is_recap_printed)}
        </div>
        {form}
        {move || missing(sitting)}
        <div class="beside meeting" data-print=move || if is_recap_printed.get() { "recap" } else { "brief" }>
            <Brief sitting />
            <div class="stack room" data-gap="5">
                <Steps sitting />
                <Notes sitting />
                <Objections sitting />
                <RecapPanel sitting is_printed=is_recap_printed />
            </div>
        </div>
    }
}

fn heading(sitting: Sitting) -> String {
    let name = sitting.read(|partner| partner.profile.name.to_string()).unwrap_or_default();
    let title = sitting.told(|meeting| meeting.title.to_string()).unwrap_or_default();
    words::heading(&name, &title)
}

/// When it is, and who comes.
fn lede(sitting: Sitting) -> Option<AnyView> {
    let today = sitting.desk.today();
    let when = sitting.told(|meeting| words::when(meeting, today))?;
    let (theirs, ours) = sitting.told(|meeting| {
        let ours: Vec<String> = meeting.ours.iter().map(ToString::to_string).collect();
        (sitting.desk.read(|workspace| guests(workspace, meeting)), ours)
    })?;
    let name = sitting.read(|partner| partner.profile.name.to_string())?;
    let view = view! {
        <p class="page__lede">
            {when} " " <bdi>{words::who(&theirs, &ours)}</bdi> ". "
            <a href=Route::Partner(sitting.partner).href()>
                <bdi>{name}</bdi>
            </a>
        </p>
    };
    Some(view.into_any())
}

/// How far it has come, in three moments.
fn moments(sitting: Sitting) -> Option<AnyView> {
    let today = sitting.desk.today();
    let (standing, sent_on) = sitting.told(|meeting| (meeting.standing(today), meeting.sent_on))?;
    let missing = missing_parts(sitting);
    let is_held = matches!(standing, Standing::RecapDue(_) | Standing::Over);
    let room = if standing == Standing::Cancelled { words::CALLED_OFF } else { words::IN_THE_ROOM };
    let brief_note = (!is_held && missing > 0).then(|| words::missing_count(missing));
    let here = match standing {
        Standing::RecapDue(_) => 2,
        Standing::Over => 3,
        Standing::Planned | Standing::Unsettled | Standing::Cancelled if missing == 0 => 1,
        _ => 0,
    };
    let all = [
        (words::BRIEF, brief_note),
        (room, None),
        (words::RECAP, words::recap_note(standing, sent_on, today)),
    ];
    let all: Vec<_> = all
        .into_iter()
        .enumerate()
        .map(|(place, (name, note))| {
            let lead = if place < here {
                view! { <Icon name="check" /> }.into_any()
            } else {
                view! { <span class="dot"></span> }.into_any()
            };
            let done = (place < here).then(|| view! { <span class="visually-hidden">{words::DONE}</span> });
            view! {
                <li aria-current=(place == here).then_some("step")>
                    {lead}
                    <span>
                        {name} {done} {note.map(|note| view! { <span class="moments__note">{note}</span> })}
                    </span>
                </li>
            }
        })
        .collect();
    Some(view! { <ol class="moments push" aria-label=words::PROGRESS>{all}</ol> }.into_any())
}

fn missing_parts(sitting: Sitting) -> usize {
    let today = sitting.desk.today();
    let count = sitting.told(|meeting| {
        sitting.desk.read(|workspace| {
            let partner = workspace.partner(sitting.partner)?;
            Some(prep::missing(workspace, partner, (sitting.id, meeting), today).len())
        })
    });
    count.flatten().unwrap_or(0)
}

/// What is still to prepare, as long as that helps.
fn missing(sitting: Sitting) -> Option<AnyView> {
    let today = sitting.desk.today();
    let is_ahead = sitting.told(|meeting| meeting.standing(today) == Standing::Planned)?;
    let words = sitting.told(|meeting| {
        sitting.desk.read(|workspace| {
            let partner = workspace.partner(sitting.partner)?;
            words::missing(&prep::missing(workspace, partner, (sitting.id, meeting), today))
        })
    })??;
    is_ahead.then(|| view! { <p class="soft meeting__missing">{words}</p> }.into_any())
}

/// What would bring it further.
fn next_deed(sitting: Sitting) -> Option<AnyView> {
    let today = sitting.desk.today();
    let standing = sitting.told(|meeting| meeting.standing(today))?;
    Some(match standing {
        Standing::Planned | Standing::Unsettled => {
            let is_primary = sitting.told(|meeting| meeting.on <= today)?;
            deed_button(sitting, deeds::HOLD_MEETING, is_primary, |meeting, today| {
                meeting.hold(meeting.on.min(today), today)
            })
        }
        Standing::Cancelled => deed_button(sitting, deeds::REOPEN_MEETING, false, reopen),
        Standing::RecapDue(_) | Standing::Over => return None,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "one of several deeds, some of which refuse")]
fn reopen(meeting: &mut Meeting, _: crate::domain::Date) -> Result<(), crate::domain::Refusal> {
    meeting.reopen();
    Ok(())
}

fn deed_button(
    sitting: Sitting,
    deed: Deed,
    is_primary: bool,
    verb: fn(&mut Meeting, crate::domain::Date) -> Result<(), crate::domain::Refusal>,
) -> AnyView {
    let class = if is_primary { "button button--primary" } else { "button" };
    view! {
        <button class=class type="button" on:click=move |_| sitting.amend(deed, verb)>
            {deed.doing}
        </button>
    }
    .into_any()
}

/// The other deeds.
fn more(sitting: Sitting, is_editing: RwSignal<bool>, is_recap_printed: RwSignal<bool>) -> AnyView {
    let desk = sitting.desk;
    let standing = Memo::new(move |_| {
        let today = desk.today();
        sitting.told(|meeting| meeting.standing(today))
    });
    let call_off = Callback::new(move |()| sitting.amend(deeds::CANCEL_MEETING, Meeting::cancel));
    let take_back = Callback::new(move |()| sitting.amend(deeds::REOPEN_MEETING, reopen));
    let to_calendar = Callback::new(move |()| take(desk, Wanted::Meeting(sitting.id)));
    let brief = Callback::new(move |()| {
        let today = desk.today();
        desk.read_once(|workspace| outlines::brief(workspace, sitting.id, today))
    });
    let delete = Callback::new(move |()| delete(sitting));
    let items = move || {
        let is_open = matches!(standing.get(), Some(Standing::Planned | Standing::Unsettled));
        let is_held = matches!(standing.get(), Some(Standing::RecapDue(_) | Standing::Over));
        view! {
            {is_open.then(|| view! { <MenuItem words=deeds::CANCEL_MEETING.doing icon="pause" on_pick=call_off /> })}
            {is_held.then(|| view! { <MenuItem words=deeds::REOPEN_MEETING.doing icon="undo" on_pick=take_back /> })}
            {is_open.then(|| view! { <MenuItem words=TO_CALENDAR icon="calendar" on_pick=to_calendar /> })}
            {markdown::items(desk, brief, "brief")}
            <MenuItem words=words::DELETE icon="trash" is_danger=true on_pick=delete />
        }
    };
    view! {
        <button class="button" type="button" on:click=move |_| is_editing.set(true)>
            <Icon name="edit" />
            {words::EDIT}
        </button>
        <button
            class="button button--quiet"
            type="button"
            on:click=move |_| {
                is_recap_printed.set(false);
                print();
            }
        >
            <Icon name="print" />
            {words::PRINT_BRIEF}
        </button>
        <Menu label=words::MORE_ACTIONS face=Face::MORE>
            {items}
        </Menu>
    }
    .into_any()
}

/// Prints the page once it is drawn as it is to be printed.
pub fn print() {
    request_animation_frame(|| {
        // A browser that cannot print leaves that to the user.
        let _ = window().print();
    });
}

fn delete(sitting: Sitting) {
    let partner = sitting.partner;
    sitting.do_it(deeds::DELETE_MEETING, |partner, _| partner.remove(sitting.id));
    go(Route::PartnerPart(partner, PartnerPart::Meetings));
}
