//! What ended others like a partner that begins: each cause is answered once, by doing something about it or by
//! setting it aside for this partner.

use leptos::prelude::*;

use crate::catalogue::{ending, lessons as words};
use crate::domain::ending::past::matching;
use crate::domain::ending::{Match, PartId};
use crate::domain::{Field, Line, PartnerId, Refusal, Workspace};
use crate::kit::{DateField, Icon, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::subject::Subject;

/// Causes that are shown at once; the next one moves up when one is answered.
const MOST: usize = 3;
/// Days that the form gives a promise.
const DAYS: i64 = 14;

/// A cause in the words of the page.
#[derive(Clone, PartialEq)]
struct Told {
    partner: PartnerId,
    why: PartId,
    cause: String,
    what: String,
    because: String,
    changed: Option<String>,
}

fn tell(workspace: &Workspace, found: Match) -> Option<Told> {
    let past = found.past;
    let name = workspace.partner(past.partner)?.profile.name.to_string();
    Some(Told {
        partner: past.partner,
        why: past.why,
        cause: past.cause,
        what: past.what,
        because: words::because(&name, found.same_kind, &found.tags, found.died_in_onboarding),
        changed: past.action.map(|(_, action)| action.what.to_string()),
    })
}

/// Past causes that fit this partner, while it is in Onboarding and has not answered them.
#[component]
pub fn PastCauses(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let open = RwSignal::new(None::<PartId>);
    let all = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| {
            let found = matching(workspace, subject.id, today).into_iter();
            found.filter_map(|found| tell(workspace, found)).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let shown = move || {
        let rows = all.with(|all| all.iter().take(MOST).cloned().collect::<Vec<_>>());
        let more = all.with(Vec::len).saturating_sub(rows.len());
        let rows: Vec<_> = rows.into_iter().map(|one| row(subject, open, &one)).collect();
        let more = (more > 0).then(|| view! { <p class="quiet">{words::more(more)}</p> });
        view! {
            <ul class="past">{rows}</ul>
            {more}
        }
    };
    let form = move || {
        let why = open.get()?;
        let one = all.with_untracked(|all| all.iter().find(|one| one.why == why).cloned())?;
        Some(act_form(subject, open, &one))
    };
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="panel screen-only" aria-labelledby="past-causes">
                    <div class="panel__head">
                        <h2 id="past-causes">{words::BEFORE_YOU_BEGIN}</h2>
                        <a class="button button--line push" data-size="small" href=Route::Lessons.href()>
                            {words::LESSONS}
                        </a>
                    </div>
                    <div class="panel__body stack">
                        <p class="quiet">{words::BEFORE_YOU_BEGIN_WHY}</p>
                        {shown}
                        {form}
                    </div>
                </section>
            }
        })
    }
}

fn row(subject: Subject, open: RwSignal<Option<PartId>>, one: &Told) -> AnyView {
    let desk = Desk::of_page();
    let (partner, why) = (one.partner, one.why);
    let aside = move |_| {
        let result = desk.change(deeds::SET_CAUSE_ASIDE, |workspace, moment| {
            workspace.partner_mut(subject.id)?.set_cause_aside(partner, why, moment.today());
            Ok(())
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let changed =
        one.changed.as_deref().map(|what| view! { <p class="quiet" dir="auto">{words::changed(what)}</p> });
    view! {
        <li>
            <strong>
                <bdi>{one.cause.clone()}</bdi>
            </strong>
            <p dir="auto">{one.what.clone()}</p>
            <p class="quiet">
                <Icon name="gate" size="s" />
                " "
                <a href=Route::Ending(partner).href()>
                    <bdi>{one.because.clone()}</bdi>
                </a>
            </p>
            {changed}
            <div class="cluster">
                <button
                    class="button"
                    data-size="small"
                    type="button"
                    aria-label=ending::about(deeds::ACT_ON_CAUSE.doing, &one.cause)
                    on:click=move |_| open.set(Some(why))
                >
                    {deeds::ACT_ON_CAUSE.doing}
                </button>
                <button
                    class="button button--quiet"
                    data-size="small"
                    type="button"
                    aria-label=ending::about(deeds::SET_CAUSE_ASIDE.doing, &one.cause)
                    on:click=aside
                >
                    {deeds::SET_CAUSE_ASIDE.doing}
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn act_form(subject: Subject, open: RwSignal<Option<PartId>>, one: &Told) -> AnyView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let (partner, why) = (one.partner, one.why);
    let what = RwSignal::new(one.changed.clone().unwrap_or_default());
    let due = RwSignal::new(untrack(|| desk.today()).plus_days(DAYS).to_string());
    let on_close = Callback::new(move |()| open.set(None));
    let send = move |()| {
        errors.clear();
        let read = || {
            let what = Line::parse(Field::What, &what.get_untracked())?;
            Ok((what, Refusal::date(Field::Due, &due.get_untracked())?))
        };
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok((what, due)) => {
                let result = desk.change(deeds::ACT_ON_CAUSE, |workspace, moment| {
                    workspace.partner_mut(subject.id)?.act_on_cause(partner, why, what, due, moment)
                });
                match result {
                    Ok(()) => on_close.run(()),
                    Err(declined) => errors.show_declined(&declined),
                }
            }
        }
    };
    view! {
        <FormFrame
            title=deeds::ACT_ON_CAUSE.doing
            send=words::ADD
            errors
            on_send=Callback::new(send)
            on_close
        >
            <div class="columns">
                <TextField label=words::WHAT value=what error=errors.at(Field::What) focus=true />
                <DateField label=words::DUE value=due error=errors.at(Field::Due) />
            </div>
        </FormFrame>
    }
    .into_any()
}
