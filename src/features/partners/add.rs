//! Adding a partner, where the list is.

use leptos::prelude::*;

use crate::catalogue::partners as words;
use crate::domain::workspace::NewPartner;
use crate::domain::{Domain, Field, Line, PartnerKind, PartnerName, Refusal, Stage, Tier};
use crate::kit::{ChoiceField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::address::go;
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
    let submit = move |()| {
        if let Some(id) = add() {
            on_close.run(());
            // A page that refuses a new hash stays on the list, where the partner is too.
            go(Route::Partner(id));
        }
    };
    let add_another = move |_| {
        if add().is_some() {
            draft.clear_for_next();
        }
    };
    let more = view! {
        <button class="button" type="button" on:click=add_another>
            {words::ADD_AND_NEXT}
        </button>
    };
    view! {
        <FormFrame
            title=deeds::ADD_PARTNER.doing
            send=words::ADD
            errors
            on_send=Callback::new(submit)
            on_close
            more=more.into_any()
        >
            <div class="columns">
                <TextField label=words::NAME value=draft.name error=errors.at(Field::Name) focus=true />
                <TextField
                    label=words::DOMAIN
                    value=draft.domain
                    error=errors.at(Field::Domain)
                    hint=words::DOMAIN_HINT
                    optional=true
                />
                <TextField
                    label=words::OWNER
                    value=draft.owner
                    error=errors.at(Field::Person)
                    hint=words::OWNER_HINT
                    optional=true
                />
                <ChoiceField label=words::KIND choices=draft.kind.words() place=draft.kind.place() />
                <ChoiceField label=words::STAGE choices=draft.stage.words() place=draft.stage.place() />
                <ChoiceField
                    label=words::TIER
                    choices=draft.tier.words()
                    place=draft.tier.place()
                    hint=words::TIER_HINT
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
    kind: Choice<PartnerKind>,
    stage: Choice<Stage>,
    tier: Choice<Tier>,
}

impl Draft {
    fn blank() -> Self {
        Self {
            name: RwSignal::default(),
            domain: RwSignal::default(),
            owner: RwSignal::default(),
            kind: Choice::new(&PartnerKind::ALL, PartnerKind::Referral),
            stage: Choice::new(&Stage::ALL, Stage::Prospect),
            tier: Choice::new(&Tier::ALL, Tier::DEFAULT),
        }
    }

    fn read(self) -> Result<NewPartner, Refusal> {
        Ok(NewPartner {
            name: PartnerName::parse(Field::Name, &self.name.get_untracked())?,
            domain: Domain::parse_optional(&self.domain.get_untracked())?,
            owner: Line::parse_optional(Field::Person, &self.owner.get_untracked())?,
            kind: self.kind.chosen_or(PartnerKind::Referral),
            stage: self.stage.chosen_or(Stage::Prospect),
            tier: self.tier.chosen_or(Tier::DEFAULT),
        })
    }

    /// Keeps what the next partner probably shares.
    fn clear_for_next(self) {
        self.name.set(String::new());
        self.domain.set(String::new());
    }
}
