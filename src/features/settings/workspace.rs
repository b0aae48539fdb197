//! Who we are.

use leptos::prelude::*;

use crate::catalogue::settings as words;
use crate::domain::{Field, Line, Refusal, Settings};
use crate::kit::{Form, TextField};
use crate::parts::form::{FormErrors, FormSummary};
use crate::route::SettingsPart;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::Part;

/// Own name and company.
#[component]
pub fn WorkspacePart() -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let settings = Memo::new(move |_| desk.read(|workspace| Named::of(&workspace.settings)));
    let (own_name, company) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // What another tab or undo changes shows here as long as nothing else was typed.
    let shown = StoredValue::new(None::<Named>);
    Effect::new(move |_| {
        let settings = settings.get();
        let typed = read(own_name, company).ok();
        if shown.with_value(|shown| shown.is_none() || *shown == typed) {
            own_name.set(settings.own_name.as_ref().map(ToString::to_string).unwrap_or_default());
            company.set(settings.company.as_ref().map(ToString::to_string).unwrap_or_default());
        }
        shown.set_value(Some(settings));
    });
    let send = move |()| {
        errors.clear();
        match read(own_name, company) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(Named { own_name, company }) => {
                let result = desk.change(deeds::CHANGE_SETTINGS, |workspace, _| {
                    let fiscal_start = workspace.settings.fiscal_start;
                    workspace.change_settings(Settings { own_name, company, fiscal_start });
                    Ok(())
                });
                if let Err(declined) = result {
                    errors.show_declined(&declined);
                }
            }
        }
    };
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

/// What of the settings stands here.
#[derive(Clone, PartialEq)]
struct Named {
    own_name: Option<Line<120>>,
    company: Option<Line<120>>,
}

impl Named {
    fn of(settings: &Settings) -> Self {
        Self { own_name: settings.own_name.clone(), company: settings.company.clone() }
    }
}

fn read(own_name: RwSignal<String>, company: RwSignal<String>) -> Result<Named, Refusal> {
    Ok(Named {
        own_name: Line::parse_optional(Field::OwnName, &own_name.get_untracked())?,
        company: Line::parse_optional(Field::Company, &company.get_untracked())?,
    })
}
