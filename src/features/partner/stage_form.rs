//! Moving to another stage or tier, from a day on.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::{Field, Line, Partner, PartnerId, Refusal, Stage, Tier};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;
use crate::state::desk::Desk;

/// Moves a partner to another stage.
#[component]
pub fn StageForm(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let now = partner.with_untracked(|partner| {
        partner.as_ref().map_or(Stage::Prospect, |partner| partner.stage_on(today))
    });
    let stage = Choice::new(&Stage::ALL, now);
    let on = RwSignal::new(today.to_string());
    let reason = RwSignal::new(String::new());
    let submit = move |()| {
        errors.clear();
        let read = || {
            let on = Refusal::date(Field::On, &on.get_untracked())?;
            Ok((on, Line::parse_optional(Field::Reason, &reason.get_untracked())?))
        };
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok((on, reason)) => {
                let to = stage.chosen_or(now);
                let result = desk.change(deeds::MOVE_STAGE, |workspace, moment| {
                    workspace.partner_mut(id)?.move_stage(to, on, reason, moment)
                });
                match result {
                    Ok(()) => on_close.run(()),
                    Err(declined) => errors.show_declined(&declined),
                }
            }
        }
    };
    view! {
        <FormFrame title=deeds::MOVE_STAGE.doing send=words::CHANGE_STAGE errors on_send=Callback::new(submit) on_close>
            <div class="columns">
                <ChoiceField label=words::STAGE choices=stage.words() place=stage.place() focus=true />
                <DateField label=words::FROM value=on error=errors.at(Field::On) />
                <TextField label=words::WHY value=reason error=errors.at(Field::Reason) optional=true />
            </div>
        </FormFrame>
    }
}

/// Gives a partner another tier.
#[component]
pub fn TierForm(id: PartnerId, partner: Memo<Option<Arc<Partner>>>, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let now = partner
        .with_untracked(|partner| partner.as_ref().map_or(Tier::DEFAULT, |partner| partner.tier_on(today)));
    let tier = Choice::new(&Tier::ALL, now);
    let on = RwSignal::new(today.to_string());
    let submit = move |()| {
        errors.clear();
        match Refusal::date(Field::On, &on.get_untracked()) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(on) => {
                let to = tier.chosen_or(now);
                let result = desk.change(deeds::SET_TIER, |workspace, moment| {
                    workspace.partner_mut(id)?.set_tier(to, on, moment)
                });
                match result {
                    Ok(()) => on_close.run(()),
                    Err(declined) => errors.show_declined(&declined),
                }
            }
        }
    };
    view! {
        <FormFrame title=deeds::SET_TIER.doing send=words::CHANGE_TIER errors on_send=Callback::new(submit) on_close>
            <div class="columns">
                <ChoiceField label=words::TIER choices=tier.words() place=tier.place() focus=true />
                <DateField label=words::FROM value=on error=errors.at(Field::On) />
            </div>
        </FormFrame>
    }
}
