//! Adding a partner, where the list is.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::domain::workspace::NewPartner;
use crate::domain::{Domain, Field, Line, PartnerKind, PartnerName, Refusal, Stage, Tier};
use crate::kit::{ChoiceField, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::parts::words::choices;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;

/// The form that adds a partner. It keeps what was typed until the partner is saved.
#[component]
pub fn AddPartner(
    /// Called when the form has done its work or the user leaves it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let draft = Draft::blank();
    let add = move || -> Option<crate::domain::PartnerId> {
        errors.clear();
        match draft.read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(new) => match desk
                .change(deeds::ADD_PARTNER, |workspace, moment| workspace.add_partner(new, moment))
            {
                Ok(id) => return Some(id),
                Err(declined) => errors.show_declined(&declined),
            },
        }
        None
    };
    let submit = move |_: SubmitEvent| {
        if let Some(id) = add() {
            on_close.run(());
            // A page that refuses a new hash stays on the list, where the partner is too.
            let _ = window().location().set_hash(&Route::Partner(id).to_string());
        }
    };
    let add_another = move |_| {
        if add().is_some() {
            draft.clear_for_next();
        }
    };
    let more = move || {
        view! {
            <button class="button" type="button" on:click=add_another>
                "Add and enter another"
            </button>
        }
    };
    view! {
        <FormFrame
            title=deeds::ADD_PARTNER.doing
            send="Add partner"
            errors
            on_submit=Callback::new(submit)
            on_close
            more=more
        >
            <div class="columns">
                <TextField label="Partner name" value=draft.name error=errors.at(Field::Name) focus=true />
                <TextField
                    label="Web domain"
                    value=draft.domain
                    error=errors.at(Field::Domain)
                    hint="Such as example.com. Tells partners with similar names apart."
                    optional=true
                />
                <TextField
                    label="Owner"
                    value=draft.owner
                    error=errors.at(Field::Person)
                    hint="Who looks after it on our side."
                    optional=true
                />
                <ChoiceField label="Kind" choices=choices(&PartnerKind::ALL) value=draft.kind />
                <ChoiceField label="Stage" choices=choices(&Stage::ALL) value=draft.stage />
                <ChoiceField
                    label="Tier"
                    choices=choices(&Tier::ALL)
                    value=draft.tier
                    hint="Our investment: 1 is touched every 30 days, 4 once a year."
                />
            </div>
        </FormFrame>
    }
}

/// What was typed.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    domain: RwSignal<String>,
    owner: RwSignal<String>,
    kind: RwSignal<PartnerKind>,
    stage: RwSignal<Stage>,
    tier: RwSignal<Tier>,
}

impl Draft {
    fn blank() -> Self {
        Self {
            name: RwSignal::default(),
            domain: RwSignal::default(),
            owner: RwSignal::default(),
            kind: RwSignal::new(PartnerKind::Referral),
            stage: RwSignal::new(Stage::Prospect),
            tier: RwSignal::new(Tier::DEFAULT),
        }
    }

    fn read(self) -> Result<NewPartner, Refusal> {
        Ok(NewPartner {
            name: PartnerName::parse(Field::Name, &self.name.get_untracked())?,
            domain: Domain::parse_optional(&self.domain.get_untracked())?,
            owner: Line::parse_optional(Field::Person, &self.owner.get_untracked())?,
            kind: self.kind.get_untracked(),
            stage: self.stage.get_untracked(),
            tier: self.tier.get_untracked(),
        })
    }

    /// Keeps what the next partner probably shares.
    fn clear_for_next(self) {
        self.name.set(String::new());
        self.domain.set(String::new());
    }
}
