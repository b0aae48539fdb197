//! Who the partner is, and what can be done.

use leptos::prelude::*;

use crate::catalogue::meeting::NEW_MEETING;
use crate::catalogue::merging::MERGE_PARTNER;
use crate::catalogue::{self, Word, outlines, partner as words};
use crate::domain::fact::FactKind;
use crate::domain::partner::TimelineKind;
use crate::domain::{Cadence, Date, Partner};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem};
use crate::parts::markdown;
use crate::route::{PartnerPart, Route};
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;
use crate::state::wishes::{Wish, Wishes};

use super::ending;
use super::health::{badge, health_of};
use super::subject::{Open, Place, Subject};
use super::tags::Tags;

/// Three dots among the deeds of a page.
const MORE: Face = Face { class: "button", is_small: false, ..Face::MORE };

/// Beside the button that prints.
const ALONG: Face = Face { class: "button", icon: Some("download"), is_small: false, ..Face::MORE };

/// Name, facts and the deeds of every day.
#[component]
pub fn Masthead(subject: Subject, part: Signal<Option<PartnerPart>>) -> impl IntoView {
    let desk = Desk::of_page();
    let id = subject.id;
    let name =
        Memo::new(move |_| subject.read(|partner| partner.profile.name.to_string()).unwrap_or_default());
    let initial = move || name.with(|name| name.chars().next().map(String::from).unwrap_or_default());
    let delete = Callback::new(move |()| {
        match desk.change(deeds::DELETE_PARTNER, |workspace, _| workspace.remove_partner(id)) {
            // A page that refuses a new hash says that the partner is not here.
            Ok(()) => go(Route::Partners),
            Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
        }
    });
    let wishes = Wishes::of_page();
    let plan = Callback::new(move |()| wishes.ask(Wish::PlanMeeting(Some(id))));
    let to_ending = Callback::new(move |()| go(Route::Ending(id)));
    let one_pager = Callback::new(move |()| {
        let today = desk.today();
        let health = health_of(subject);
        desk.read_once(|workspace| outlines::one_pager(workspace, id, health.as_ref(), today))
    });
    let new = |kind| Open::New(kind, Place::Head);
    let fact = move |kind| new(TimelineKind::Fact(kind));
    view! {
        <header class="masthead">
            <span class="avatar" data-shape="company" data-size="l" aria-hidden="true">
                {initial}
            </span>
            <div class="masthead__name">
                <h1 tabindex="-1">
                    <bdi>{move || name.get()}</bdi>
                </h1>
                {badge(subject)}
            </div>
            <div class="page__actions screen-only">
                <Deed words=deeds::LOG_TOUCHPOINT.doing icon="chat" opens=new(TimelineKind::Touchpoint) subject is_primary=true />
                <Deed words=deeds::LOG_RESULT.doing icon="traction" opens=new(TimelineKind::Traction) subject />
                <a class="button" href=Route::Scripts(Some(subject.id)).href()>
                    <Icon name="scripts" />
                    {words::SCRIPTS}
                </a>
                <button
                    class="button"
                    data-shape="icon"
                    type="button"
                    aria-label=words::PRINT
                    title=words::PRINT
                    on:click=move |_| print_overview(subject, part)
                >
                    <Icon name="print" />
                </button>
                <Menu label=outlines::ONE_PAGER face=ALONG>
                    {markdown::items(desk, one_pager, "one-pager")}
                </Menu>
                <Menu label=words::MORE_ACTIONS face=MORE>
                    <MenuItem words=NEW_MEETING icon="meetings" on_pick=plan />
                    <Item words=deeds::ADD_PROMISE.doing icon="check" opens=new(TimelineKind::Commitment) subject />
                    <Item words=deeds::LOG_GIVE_GET.doing icon="gift" opens=new(TimelineKind::Ledger) subject />
                    <Item words=deeds::ADD_MILESTONE.doing icon="flag" opens=new(TimelineKind::Milestone) subject />
                    <Item words=deeds::LOG_PULSE.doing icon="star" opens=new(TimelineKind::Pulse) subject />
                    <Item words=deeds::LOG_SIGNAL.doing icon="bell" opens=fact(FactKind::Signal) subject />
                    <Item words=deeds::LOG_BREACH.doing icon="warning" opens=fact(FactKind::Breach) subject />
                    <Item words=deeds::LOG_ESCALATION.doing icon="level" opens=fact(FactKind::Escalation) subject />
                    <hr />
                    <Item words=deeds::MOVE_STAGE.doing icon="right" opens=Open::Stage subject />
                    <Item words=deeds::SET_TIER.doing icon="target" opens=Open::Tier subject />
                    <Item words=deeds::EDIT_PARTNER.doing icon="edit" opens=Open::Profile subject />
                    <Item words=MERGE_PARTNER icon="people" opens=Open::Merge subject />
                    {move || view! { <MenuItem words=ending::deed(subject) icon="gate" on_pick=to_ending /> }}
                    <hr />
                    <MenuItem words=deeds::DELETE_PARTNER.doing icon="trash" is_danger=true on_pick=delete />
                </Menu>
            </div>
            {move || {
                let today = desk.today();
                let cadence = desk.read(|workspace| {
                    let (model, _) = workspace.health_model();
                    subject.read(|partner| model.cadence(partner.tier_on(today)))
                });
                subject.read(|partner| Some(facts(partner, cadence?, today)))
            }}
            <Tags subject />
        </header>
    }
}

fn facts(partner: &Partner, cadence: Cadence, today: Date) -> AnyView {
    let profile = &partner.profile;
    let (stage, tier) = (partner.stage_on(today).word(), partner.tier_on(today));
    let stage = partner
        .in_stage_since(today)
        .map_or_else(|| stage.to_owned(), |since| words::stage_since(stage, since));
    let facts = [
        (words::STAGE, Some(stage)),
        (words::TIER, Some(words::tier_and_cadence(tier.number(), cadence.ideal_days))),
        (words::KIND, Some(profile.kind.word().to_owned())),
        (words::PARTNER_SINCE, profile.launched_on.map(catalogue::day)),
        (words::TRACKED_FROM, Some(catalogue::day(profile.tracked_from))),
        (words::OWNER, profile.owner.as_ref().map(ToString::to_string)),
        (words::DOMAIN, profile.domain.as_ref().map(ToString::to_string)),
    ];
    let facts: Vec<_> = facts.into_iter().filter_map(|(label, value)| Some(fact(label, value?))).collect();
    view! { <dl class="facts facts--line">{facts}</dl> }.into_any()
}

fn fact(label: &'static str, value: String) -> AnyView {
    // How much we invest, and since when we count, is nothing for the printed page.
    let is_ours = matches!(label, words::TIER | words::TRACKED_FROM);
    view! {
        <div class:screen-only=is_ours>
            <dt>{label}</dt>
            <dd>
                <bdi>{value}</bdi>
            </dd>
        </div>
    }
    .into_any()
}

/// A button that opens a form.
#[component]
fn Deed(
    words: &'static str,
    icon: &'static str,
    opens: Open,
    subject: Subject,
    #[prop(optional)] is_primary: bool,
) -> impl IntoView {
    view! {
        <button
            class="button"
            class:button--primary=is_primary
            type="button"
            aria-expanded=move || (subject.open.get() == opens).to_string()
            on:click=move |_| subject.open(opens)
        >
            <Icon name=icon />
            {words}
        </button>
    }
}

/// An action that opens a form.
#[component]
fn Item(words: &'static str, icon: &'static str, opens: Open, subject: Subject) -> impl IntoView {
    view! { <MenuItem words icon on_pick=Callback::new(move |()| subject.open(opens)) /> }
}

/// Prints the overview, going there first when another tab is shown.
fn print_overview(subject: Subject, part: Signal<Option<PartnerPart>>) {
    if part.get_untracked().is_none() {
        return print();
    }
    // A page that refuses a new hash prints the tab that is shown.
    go(Route::Partner(subject.id));
    // Drawn after the hash has changed, which takes a turn of its own.
    let wait = std::time::Duration::from_millis(100);
    set_timeout(print, wait);
}

fn print() {
    // A browser that cannot print leaves that to the user.
    let _ = window().print();
}
