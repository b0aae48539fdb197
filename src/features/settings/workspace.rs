//! Who we are, and when our year begins.

use leptos::prelude::*;

use crate::catalogue::{intl, settings as words};
use crate::domain::{Field, FiscalStart, Line, Refusal, Settings};
use crate::kit::{ChoiceField, Form, TextField};
use crate::parts::form::{FormErrors, FormSummary};
use crate::route::SettingsPart;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::Part;

/// Own name, company and fiscal year.
#[component]
pub fn WorkspacePart() -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let settings = Memo::new(move |_| desk.read(|workspace| workspace.settings.clone()));
    let (own_name, company) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The month less one: the place in the list.
    let fiscal_start = RwSignal::new(0);
    // What another tab or undo changes shows here as long as nothing else was typed.
    let shown = StoredValue::new(None::<Settings>);
    Effect::new(move |_| {
        let settings = settings.get();
        let typed = read(own_name, company, fiscal_start).ok();
        if shown.with_value(|shown| shown.is_none() || *shown == typed) {
            own_name.set(settings.own_name.as_ref().map(ToString::to_string).unwrap_or_default());
            company.set(settings.company.as_ref().map(ToString::to_string).unwrap_or_default());
            fiscal_start.set(usize::from(settings.fiscal_start.month()).saturating_sub(1));
        }
        shown.set_value(Some(Settings::clone(&settings)));
    });
    let send = move |()| {
        errors.clear();
        match read(own_name, company, fiscal_start) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(settings) => {
                let result = desk.change(deeds::CHANGE_SETTINGS, |workspace, _| {
                    workspace.change_settings(settings);
                    Ok(())
                });
                if let Err(declined) = result {
                    errors.show_declined(&declined);
                }
            }
        }
    };
    let months = (1..=12).map(intl::month);
    view! {
        <Part
            part=SettingsPart::Top
            title=words::YOU
            about=words::YOU_ABOUT
        >
            <Form class="panel" label=words::YOU on_send=Callback::new(send)>
                <div class="panel__body stack">
                    <div class="columns">
                        <TextField
                            label=words::YOUR_NAME
                            value=own_name
                            error=errors.at(Field::OwnName)
                            autocomplete="name"
                            optional=true
                        />
                        <TextField
                            label=words::YOUR_COMPANY
                            value=company
                            error=errors.at(Field::Company)
                            autocomplete="organization"
                            optional=true
                        />
                        <ChoiceField label=words::FISCAL_START choices=months.collect() place=fiscal_start />
                    </div>
                    <FormSummary errors />
                </div>
                <div class="panel__foot">
                    <button class="button button--primary" type="submit">
                        {words::SAVE}
                    </button>
                </div>
            </Form>
        </Part>
    }
}

fn read(
    own_name: RwSignal<String>,
    company: RwSignal<String>,
    fiscal_start: RwSignal<usize>,
) -> Result<Settings, Refusal> {
    Ok(Settings {
        own_name: Line::parse_optional(Field::OwnName, &own_name.get_untracked())?,
        company: Line::parse_optional(Field::Company, &company.get_untracked())?,
        fiscal_start: FiscalStart::new(u8::try_from(fiscal_start.get_untracked() + 1).unwrap_or(0))?,
    })
}
