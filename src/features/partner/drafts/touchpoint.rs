//! Logging a touchpoint.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::health::Step;
use crate::domain::{Channel, ContactId, Field, Note, PartnerId, Refusal, Touchpoint};
use crate::kit::field::tick_boxes;
use crate::kit::{CheckField, ChoiceField, DateField, NoteField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{Deed, LOG_TOUCHPOINT};

use super::super::subject::people_of;
use super::{Draft, note_text, today_text};

/// What is typed about a touchpoint.
#[derive(Clone, Copy)]
pub struct TouchpointDraft {
    on: RwSignal<String>,
    channel: Choice<Channel>,
    two_way: RwSignal<bool>,
    with: RwSignal<Vec<ContactId>>,
    note: RwSignal<String>,
    partner: PartnerId,
}

impl TouchpointDraft {
    /// A form with dull defaults.
    pub fn blank(partner: PartnerId) -> Self {
        Self {
            on: today_text(),
            channel: Choice::new(&Channel::ALL, Channel::Call),
            two_way: RwSignal::new(true),
            with: RwSignal::default(),
            note: RwSignal::default(),
            partner,
        }
    }
}

impl Draft for TouchpointDraft {
    type Record = Touchpoint;

    fn adds(self) -> Deed {
        LOG_TOUCHPOINT
    }

    fn corrects(self) -> &'static str {
        words::EDIT_TOUCHPOINT
    }

    fn meant(self, step: Step) -> Self {
        if let Step::Touch(Some(who)) = step {
            self.with.set(vec![who]);
        }
        self
    }

    fn of(partner: PartnerId, record: &Touchpoint) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            channel: Choice::new(&Channel::ALL, record.channel),
            two_way: RwSignal::new(record.two_way),
            with: RwSignal::new(record.with.clone()),
            note: note_text(record.note.as_ref()),
            partner,
        }
    }

    fn read(self, _: Option<&Touchpoint>) -> Result<Touchpoint, Refusal> {
        Ok(Touchpoint {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            channel: self.channel.chosen_or(Channel::Call),
            two_way: self.two_way.get_untracked(),
            with: self.with.get_untracked(),
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        view! {
            <div class="columns">
                <ChoiceField label=words::CHANNEL choices=self.channel.words() place=self.channel.place() focus=true />
                <DateField label=words::DAY value=self.on error=errors.at(Field::On) />
            </div>
            <div>
                <CheckField label=words::THEY_TOOK_PART value=self.two_way />
                <p class="field__hint">{words::THEY_TOOK_PART_HINT}</p>
            </div>
            {with_whom(self.partner, self.with)}
            <NoteField label=words::WHAT_ABOUT value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &Touchpoint) -> String {
        records::touchpoint(record)
    }
}

/// A box to tick for each person at the partner; nothing where nobody is named.
fn with_whom(partner: PartnerId, with: RwSignal<Vec<ContactId>>) -> AnyView {
    let people = people_of(partner, &with.get_untracked());
    if people.is_empty() {
        return ().into_any();
    }
    let boxes = people.into_iter().map(|(id, name)| {
        let is_with = with.with_untracked(|with| with.contains(&id));
        let tick = Callback::new(move |is_with: bool| {
            with.update(|with| {
                with.retain(|other| *other != id);
                with.extend(is_with.then_some(id));
            });
        });
        (name, is_with, tick)
    });
    tick_boxes(words::WITH_WHOM, boxes.collect())
}
