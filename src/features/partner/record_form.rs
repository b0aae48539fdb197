//! The form around a record: sending it, and what happens when somebody else changed the record
//! meanwhile.

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::{Id, PartnerId, Refusal};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

use super::drafts::Draft;

/// What became of sending a form.
enum Sent {
    /// It is saved.
    Saved,
    /// It cannot be read as a record.
    Refused(Refusal),
    /// The desk declined it.
    Declined(Declined),
    /// The record says something else than when the form opened; in its own words.
    Changed(String),
}

/// A form that adds a record, or corrects one that is as it was when the form opened.
pub fn record_form<D: Draft>(
    partner: PartnerId,
    draft: D,
    correcting: Option<(Id<D::Record>, D::Record)>,
    on_close: Callback<()>,
) -> AnyView {
    let errors = FormErrors::new();
    let add = draft.adds();
    let titles = if correcting.is_some() { (draft.corrects(), words::SAVE) } else { (add.doing, add.doing) };
    let send = move |over_theirs: bool| send(partner, draft, correcting.as_ref(), over_theirs);
    frame(titles, draft.fields(errors), errors, Box::new(send), on_close)
}

fn send<D: Draft>(
    partner: PartnerId,
    draft: D,
    correcting: Option<&(Id<D::Record>, D::Record)>,
    over_theirs: bool,
) -> Sent {
    let desk = Desk::of_page();
    let record = match draft.read(correcting.map(|(_, record)| record)) {
        Ok(record) => record,
        Err(refusal) => return Sent::Refused(refusal),
    };
    if let (false, Some((id, before))) = (over_theirs, correcting) {
        let changed = desk.read_once(|workspace| {
            let standing = workspace.partner(partner)?.entry(*id)?;
            (standing != before).then(|| D::words(standing))
        });
        if let Some(words) = changed {
            return Sent::Changed(words);
        }
    }
    let deed = if correcting.is_some() { deeds::CORRECT } else { draft.adds() };
    let result = desk.change(deed, |workspace, moment| {
        let partner = workspace.partner_mut(partner)?;
        match correcting {
            Some((id, _)) => partner.correct(*id, record, moment.today()),
            None => partner.record(record, moment).map(|_| ()),
        }
    });
    result.map_or_else(Sent::Declined, |()| Sent::Saved)
}

/// The frame, compiled once for all kinds of record. What was typed stays until it is saved.
fn frame(
    (title, send_words): (&'static str, &'static str),
    fields: AnyView,
    errors: FormErrors,
    send: Box<dyn Fn(bool) -> Sent + Send + Sync>,
    on_close: Callback<()>,
) -> AnyView {
    let theirs = RwSignal::new(None::<String>);
    let save = Callback::new(move |over_theirs| {
        errors.clear();
        match send(over_theirs) {
            Sent::Saved => on_close.run(()),
            Sent::Refused(refusal) => errors.show_refusal(&refusal),
            Sent::Declined(declined) => errors.show_declined(&declined),
            Sent::Changed(told) => theirs.set(Some(told)),
        }
    });
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title send=send_words errors on_send=Callback::new(move |()| save.run(false)) on_close>
            {fields}
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
    .into_any()
}
