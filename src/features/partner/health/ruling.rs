//! What a human decides against the model, for a time and with a reason.

use leptos::prelude::*;

use crate::catalogue::partner_health as words;
use crate::domain::fact::{AdjustedBand, Adjustment, Deferral};
use crate::domain::{Date, Fact, Field, Line, PartnerId, Refusal};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;

/// Days that a band set by hand holds unless said otherwise.
const ADJUSTMENT_DAYS: i64 = 30;
/// Days that a decision is put off unless said otherwise.
const DEFERRAL_DAYS: i64 = 14;

/// Sets another band than that of the score.
#[component]
pub fn AdjustForm(id: PartnerId, on_close: Callback<()>) -> impl IntoView {
    let band = Choice::new(AdjustedBand::ALL, AdjustedBand::Watch);
    let make = move |on, end, reason| {
        let band = band.chosen_or(AdjustedBand::Watch);
        Fact::Adjustment(Adjustment { on, band, reason, expires_on: end })
    };
    let field = view! {
        <ChoiceField label=words::BAND choices=band.words() place=band.place() focus=true />
    };
    ruling(
        &Ruling {
            id,
            deed: deeds::ADJUST_BAND,
            days: ADJUSTMENT_DAYS,
            until: words::BAND_ENDS,
            why: words::BAND_WHY,
        },
        Some(field.into_any()),
        Box::new(make),
        on_close,
    )
}

/// Puts the decision about a Zombie off, once.
#[component]
pub fn DeferForm(id: PartnerId, on_close: Callback<()>) -> impl IntoView {
    let make = |on, until, reason| Fact::Deferral(Deferral { on, until, reason });
    ruling(
        &Ruling {
            id,
            deed: deeds::PUT_OFF,
            days: DEFERRAL_DAYS,
            until: words::DECIDE_ON,
            why: words::PUT_OFF_WHY,
        },
        None,
        Box::new(make),
        on_close,
    )
}

/// What the two forms differ in.
struct Ruling {
    id: PartnerId,
    deed: Deed,
    days: i64,
    /// Label and help of the last day.
    until: (&'static str, &'static str),
    /// Label and help of the reason.
    why: (&'static str, &'static str),
}

type Make = Box<dyn Fn(Date, Date, Line<500>) -> Fact + Send + Sync>;

fn ruling(ruling: &Ruling, first: Option<AnyView>, make: Make, on_close: Callback<()>) -> AnyView {
    let Ruling { id, deed, days, until: (until_label, until_hint), why: (why_label, why_hint) } = *ruling;
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let end = RwSignal::new(today.plus_days(days).to_string());
    let reason = RwSignal::new(String::new());
    let is_first = first.is_none();
    let submit = move |()| {
        errors.clear();
        let read = || -> Result<Fact, Refusal> {
            let end = Refusal::date(Field::Until, &end.get_untracked())?;
            let reason = Line::parse(Field::Reason, &reason.get_untracked())?;
            Ok(make(today, end, reason))
        };
        let fact = match read() {
            Ok(fact) => fact,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result = desk
            .change(deed, |workspace, moment| workspace.partner_mut(id)?.record(fact, moment).map(|_| ()));
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    view! {
        <FormFrame title=deed.doing send=deed.doing errors on_send=Callback::new(submit) on_close>
            <div class="columns">
                {first} <DateField label=until_label value=end error=errors.at(Field::Until) hint=until_hint />
            </div>
            <TextField label=why_label value=reason error=errors.at(Field::Reason) hint=why_hint focus=is_first />
        </FormFrame>
    }
    .into_any()
}
