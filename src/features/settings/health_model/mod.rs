//! The health model: its figures as a draft in the page, what they would change, and its versions.

mod draft;
mod figures;
mod preview;
mod versions;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::{health_model as words, intl};
use crate::domain::health::ModelEdition;
use crate::domain::{Refusal, Settings};
use crate::kit::{Form, Icon};
use crate::route::SettingsPart;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::Part;
use draft::{Draft, fiscal_start};
use preview::Preview;
use versions::{Version, in_force};

/// What counts, and how much.
#[component]
pub fn HealthModelPart() -> impl IntoView {
    let desk = Desk::of_page();
    let all = Memo::new(move |_| desk.read(versions::versions));
    let draft = Draft::new();
    // What another tab or undo brings shows here as long as nothing else was typed.
    let shown = StoredValue::new(None::<ModelEdition>);
    Effect::new(move |_| {
        let Some(standing) = all.with(|all| in_force(all).map(|version| version.edition.clone())) else {
            return;
        };
        let typed = untrack(|| draft.read(standing.on)).ok();
        let is_as_shown =
            |shown: &ModelEdition| typed.as_ref().is_some_and(|typed| typed.changes_since(shown).is_empty());
        if shown.with_value(|shown| shown.as_ref().is_none_or(is_as_shown)) {
            draft.fill(&standing);
        }
        shown.set_value(Some(standing));
    });
    let model = Signal::derive(move || desk.read(|workspace| workspace.health_model().0));
    let preview = preview::follow(draft, model);
    let on_use = Callback::new(move |edition: ModelEdition| {
        draft.fill(&edition);
        to_the_form();
    });
    view! {
        <Part part=SettingsPart::HealthModel title=words::HEALTH_MODEL about=words::HEALTH_MODEL_ABOUT>
            {move || all.with(|all| broken(all.last()?))}
            {form(desk, draft, all, preview)}
            <div class="panel">{fiscal_year(desk)}</div>
            <div class="panel">
                <div class="panel__head">
                    <h3>{words::VERSIONS}</h3>
                    <span class="panel__note">{words::VERSIONS_NOTE}</span>
                </div>
                {move || all.with(|all| versions::list(all, on_use))}
            </div>
        </Part>
    }
}

/// Said when the default stands in for the latest version.
fn broken(latest: &Version) -> Option<AnyView> {
    let sentence = words::broken(latest.number, latest.on?, latest.broken.as_deref()?);
    Some(
        view! {
            <div class="banner" data-tone="warn" role="status">
                <Icon name="warning" />
                <p>{sentence}</p>
            </div>
        }
        .into_any(),
    )
}

fn form(desk: Desk, draft: Draft, all: Memo<Vec<Version>>, preview: Signal<Preview>) -> AnyView {
    let next = move || all.with(Vec::len) + 1;
    let standing = move || all.with(|all| in_force(all).map_or(1, |version| version.number));
    let is_changed = Memo::new(move |_| {
        let today = desk.today();
        all.with(|all| {
            let standing = in_force(all).map(|version| &version.edition);
            draft.read(today).ok().zip(standing).is_none_or(|(typed, is)| !typed.changes_since(is).is_empty())
        })
    });
    let go_back = move |_| {
        let standing = all.with_untracked(|all| in_force(all).map(|version| version.edition.clone()));
        if let Some(standing) = standing {
            draft.fill(&standing);
        }
    };
    let save = move |()| {
        draft.look_again();
        match untrack(|| draft.read(desk.today())) {
            Err(_) => to_the_fault(),
            Ok(_) if !is_changed.get_untracked() => {}
            Ok(edition) => {
                let result = desk.change(deeds::EDIT_MODEL, |workspace, moment| {
                    workspace.edit_health_model(edition, moment)
                });
                if let Err(declined) = result {
                    desk.say(&declined.sentence, Offer::Nothing);
                }
            }
        }
    };
    view! {
        <Form class="panel model" label=words::FIGURES on_send=Callback::new(save)>
            <div class="panel__head">
                <h3>{words::WEIGHTS}</h3>
                <span class="panel__note">
                    {move || {
                        let is_changed = is_changed.get();
                        words::state(if is_changed { next() } else { standing() }, is_changed)
                    }}
                </span>
                <button
                    class="button button--line push"
                    data-size="small"
                    type="button"
                    hidden=move || !is_changed.get()
                    on:click=go_back
                >
                    {move || words::back_to(standing())}
                </button>
            </div>
            {figures::weights(draft)}
            <div class="panel__head">
                <h3>{words::BY_TIER}</h3>
                <span class="panel__note">{words::BY_TIER_NOTE}</span>
            </div>
            {figures::tiers(draft)}
            <div class="panel__head">
                <h3>{words::BANDS}</h3>
                <span class="panel__note">{words::BANDS_NOTE}</span>
            </div>
            {figures::bands(draft)}
            <div class="panel__foot model__foot">
                <span id="model-preview" role="status">
                    {move || preview.with(preview::told)}
                </span>
                <button
                    class="button button--primary"
                    type="submit"
                    aria-disabled=move || (!is_changed.get()).then_some("true")
                    aria-describedby="model-preview"
                >
                    {move || words::save(next())}
                </button>
            </div>
        </Form>
    }
    .into_any()
}

/// When the quarters begin that the rule about Zombies counts in.
fn fiscal_year(desk: Desk) -> AnyView {
    let place = move || {
        let start = desk.read(|workspace| workspace.settings.fiscal_start.month());
        usize::from(start).saturating_sub(1)
    };
    let choose = move |chosen: String| {
        let Ok(chosen) = chosen.parse::<usize>() else { return };
        let result = desk.change(deeds::CHANGE_SETTINGS, |workspace, _| {
            let fiscal_start = fiscal_start(chosen)?;
            workspace.change_settings(Settings { fiscal_start, ..Settings::clone(&workspace.settings) });
            Ok::<(), Refusal>(())
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let months: Vec<_> = (1..=12)
        .map(intl::month)
        .enumerate()
        .map(|(number, month)| {
            view! {
                <option value=number.to_string() selected=move || place() == number>
                    {month}
                </option>
            }
        })
        .collect();
    view! {
        <div class="setting">
            <div>
                <h3>
                    <label for="fiscal-start">{words::FISCAL_START}</label>
                </h3>
                <p id="fiscal-start-about">{words::FISCAL_START_ABOUT}</p>
            </div>
            <select
                class="input input--short"
                id="fiscal-start"
                aria-describedby="fiscal-start-about"
                on:change:target=move |event| choose(event.target().value())
            >
                {months}
            </select>
        </div>
    }
    .into_any()
}

/// Gives the first figure that is wrong the focus, once it is marked.
fn to_the_fault() {
    focus_on(".model [aria-invalid='true']");
}

/// Gives the first figure the focus: what was chosen further down has changed there.
fn to_the_form() {
    focus_on(".model .input");
}

fn focus_on(selector: &'static str) {
    request_animation_frame(move || {
        let control = document().query_selector(selector).ok().flatten();
        if let Some(control) = control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A control that left the page meanwhile needs no focus.
            let _ = control.focus();
        }
    });
}
