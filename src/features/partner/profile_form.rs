//! Correcting who the partner is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::{Domain, Field, Line, Partner, PartnerId, PartnerKind, PartnerName, Profile, Refusal};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::Desk;

/// Corrects a profile.
#[component]
pub fn ProfileForm(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let profile = partner.with_untracked(|partner| partner.as_ref().map(|partner| partner.profile.clone()));
    let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let of = |pick: fn(&Profile) -> Option<String>| text(profile.as_ref().and_then(pick));
    let name = of(|profile| Some(profile.name.to_string()));
    let domain = of(|profile| profile.domain.as_ref().map(ToString::to_string));
    let owner = of(|profile| profile.owner.as_ref().map(ToString::to_string));
    let launched_on = of(|profile| profile.launched_on.map(|day| day.to_string()));
    let tracked_from = of(|profile| Some(profile.tracked_from.to_string()));
    let known_kind = profile.as_ref().map_or(PartnerKind::Referral, |profile| profile.kind);
    let kind = Choice::new(&PartnerKind::ALL, known_kind);
    let read = move |standing: &Profile| -> Result<Profile, Refusal> {
        let launched = launched_on.get_untracked();
        Ok(Profile {
            name: PartnerName::parse(Field::Name, &name.get_untracked())?,
            domain: Domain::parse_optional(&domain.get_untracked())?,
            kind: kind.chosen_or(known_kind),
            owner: Line::parse_optional(Field::Person, &owner.get_untracked())?,
            launched_on: match launched.trim() {
                "" => None,
                typed => Some(Refusal::date(Field::LaunchedOn, typed)?),
            },
            tracked_from: Refusal::date(Field::TrackedFrom, &tracked_from.get_untracked())?,
            // What is not in this form stays as it stands.
            ..standing.clone()
        })
    };
    let theirs = RwSignal::new(None::<String>);
    let started_from = profile;
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let standing =
            partner.with_untracked(|partner| partner.as_ref().map(|partner| partner.profile.clone()));
        let Some(standing) = standing.or_else(|| started_from.clone()) else { return on_close.run(()) };
        let profile = match read(&standing) {
            Ok(profile) => profile,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        if !over_theirs
            && started_from
                .as_ref()
                .is_some_and(|known| records::profile(known) != records::profile(&standing))
        {
            return theirs.set(Some(records::profile(&standing)));
        }
        let result =
            desk.change(deeds::EDIT_PARTNER, |workspace, moment| workspace.edit_profile(id, profile, moment));
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title=deeds::EDIT_PARTNER.doing send=words::SAVE errors on_send=submit on_close>
            <div class="columns">
                <TextField label=words::NAME value=name error=errors.at(Field::Name) focus=true />
                <TextField label=words::WEB_DOMAIN value=domain error=errors.at(Field::Domain) optional=true />
                <ChoiceField label=words::KIND choices=kind.words() place=kind.place() />
                <TextField label=words::OWNER value=owner error=errors.at(Field::Person) optional=true />
                <DateField
                    label=words::LAUNCHED_ON
                    value=launched_on
                    error=errors.at(Field::LaunchedOn)
                    hint=words::LAUNCHED_ON_HINT
                    optional=true
                />
                <DateField
                    label=words::TRACKED_FROM
                    value=tracked_from
                    error=errors.at(Field::TrackedFrom)
                    hint=words::TRACKED_FROM_HINT
                />
            </div>
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
}
