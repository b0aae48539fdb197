//! Correcting who the partner is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{Word, day};
use crate::domain::{
    Domain, Field, Line, Note, Partner, PartnerId, PartnerKind, PartnerName, Profile, Refusal,
};
use crate::kit::{ChoiceField, DateField, NoteField, TextField};
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
    let notes = of(|profile| profile.notes.as_ref().map(ToString::to_string));
    let launched_on = of(|profile| profile.launched_on.map(|day| day.to_string()));
    let tracked_from = of(|profile| Some(profile.tracked_from.to_string()));
    let known_kind = profile.as_ref().map_or(PartnerKind::Referral, |profile| profile.kind);
    let kind = Choice::new(&PartnerKind::ALL, known_kind);
    let read = move || -> Result<Profile, Refusal> {
        let launched = launched_on.get_untracked();
        Ok(Profile {
            name: PartnerName::parse(Field::Name, &name.get_untracked())?,
            domain: Domain::parse_optional(&domain.get_untracked())?,
            kind: kind.chosen_or(known_kind),
            owner: Line::parse_optional(Field::Person, &owner.get_untracked())?,
            notes: Note::parse_optional(&notes.get_untracked())?,
            launched_on: match launched.trim() {
                "" => None,
                typed => Some(Refusal::date(Field::LaunchedOn, typed)?),
            },
            tracked_from: Refusal::date(Field::TrackedFrom, &tracked_from.get_untracked())?,
        })
    };
    let theirs = RwSignal::new(None::<String>);
    let started_from = profile;
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let profile = match read() {
            Ok(profile) => profile,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let standing =
            partner.with_untracked(|partner| partner.as_ref().map(|partner| partner.profile.clone()));
        if let (false, Some(standing)) =
            (over_theirs, standing.filter(|now| started_from.as_ref() != Some(now)))
        {
            return theirs.set(Some(words(&standing)));
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
        <FormFrame title=deeds::EDIT_PARTNER.doing send="Save" errors on_send=submit on_close>
            <div class="columns">
                <TextField label="Partner name" value=name error=errors.at(Field::Name) focus=true />
                <TextField label="Web domain" value=domain error=errors.at(Field::Domain) optional=true />
                <ChoiceField label="Kind" choices=kind.words() place=kind.place() />
                <TextField label="Owner" value=owner error=errors.at(Field::Person) optional=true />
                <DateField
                    label="Launched on"
                    value=launched_on
                    error=errors.at(Field::LaunchedOn)
                    hint="The first day of working together."
                    optional=true
                />
                <DateField
                    label="Tracked from"
                    value=tracked_from
                    error=errors.at(Field::TrackedFrom)
                    hint="From this day on, nothing recorded means nothing happened."
                />
            </div>
            <NoteField label="Notes" value=notes error=errors.at(Field::Note) />
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
}

/// What a profile says, in one line.
fn words(profile: &Profile) -> String {
    let domain = profile.domain.as_ref().map(ToString::to_string);
    let owner = profile.owner.as_ref().map(|owner| format!("owner {owner}"));
    let launched = profile.launched_on.map(|on| format!("launched {}", day(on)));
    let tracked = Some(format!("tracked from {}", day(profile.tracked_from)));
    let notes = profile.notes.as_ref().map(ToString::to_string);
    let facts = [Some(profile.kind.word().to_owned()), domain, owner, launched, tracked, notes];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    format!("{}: {}", profile.name, facts.join(", "))
}
