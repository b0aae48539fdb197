//! Noting that a script was used, as a touchpoint with its partner.

use leptos::prelude::*;

use crate::catalogue::{partner as form_words, scripts as words};
use crate::domain::script::Medium;
use crate::domain::{Channel, Field, Note, Refusal, Touchpoint};
use crate::kit::{CheckField, ChoiceField, DateField, NoteField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;

use super::compose::Work;

/// A touchpoint with the words of the letter in it.
#[component]
pub fn TouchpointForm(work: Work, on_close: Callback<()>) -> impl IntoView {
    let desk = work.bench.desk;
    let errors = FormErrors::new();
    let (medium, title) = untrack(|| {
        work.known.with(|known| {
            known.as_ref().map_or((Medium::Note, String::new()), |known| {
                (known.script.channel, known.script.title.clone())
            })
        })
    });
    let said = work.letter.with_untracked(|letter| {
        let subject = letter.subject().unwrap_or(title.clone());
        words::noted(&subject, &letter.plain().unwrap_or_default())
    });
    let (channel, two_way, note) = match medium {
        Medium::Email => (Channel::Email, false, said),
        // What was said on the phone is not what stood in the script.
        Medium::Call | Medium::VideoCall => (Channel::Call, true, title),
        Medium::Note => (Channel::Other, false, said),
    };
    let on = RwSignal::new(untrack(|| desk.today()).to_string());
    let channel = Choice::new(&Channel::ALL, channel);
    let two_way = RwSignal::new(two_way);
    let note = RwSignal::new(note);
    let whose = work.whose.get_untracked();
    let read = move || -> Result<Touchpoint, Refusal> {
        Ok(Touchpoint {
            on: Refusal::date(Field::On, &on.get_untracked())?,
            channel: channel.chosen_or(Channel::Other),
            two_way: two_way.get_untracked(),
            with: whose.contact.into_iter().collect(),
            note: Note::parse_optional(&note.get_untracked())?,
        })
    };
    let save = move |()| {
        errors.clear();
        let touchpoint = match read() {
            Ok(touchpoint) => touchpoint,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let saved = desk.change(deeds::LOG_TOUCHPOINT, |workspace, moment| {
            let partner = whose.partner.ok_or(Refusal::Gone { what: "This partner" })?;
            workspace.partner_mut(partner)?.record(touchpoint, moment)
        });
        match saved {
            Ok(_) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    view! {
        <FormFrame
            title=words::SAVE_TOUCHPOINT
            send=deeds::LOG_TOUCHPOINT.doing
            errors
            on_send=Callback::new(save)
            on_close
        >
            <div class="columns">
                <ChoiceField label=form_words::CHANNEL choices=channel.words() place=channel.place() focus=true />
                <DateField label=form_words::DAY value=on error=errors.at(Field::On) />
            </div>
            <div>
                <CheckField label=form_words::THEY_TOOK_PART value=two_way />
                <p class="field__hint">{form_words::THEY_TOOK_PART_HINT}</p>
            </div>
            <NoteField label=form_words::WHAT_ABOUT value=note error=errors.at(Field::Note) />
        </FormFrame>
    }
}
