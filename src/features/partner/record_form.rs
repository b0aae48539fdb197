//! The form around a record: sending it, and what happens when somebody else changed the record
//! meanwhile.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::domain::{Id, PartnerId};
use crate::kit::Icon;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::drafts::Draft;

/// Adds a record, or corrects one. What was typed stays until it is saved.
#[component]
pub fn RecordForm<D: Draft>(
    /// Whose record it is.
    partner: PartnerId,
    /// What is typed.
    draft: D,
    /// The record to correct, as it was when the form opened.
    correcting: Option<(Id<D::Record>, D::Record)>,
    /// Called when the form has done its work or the user leaves it.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    // What the record says now, when it is no longer what the form started from.
    let theirs = RwSignal::new(None::<String>);
    let is_correcting = correcting.is_some();
    let started_from = StoredValue::new(correcting);

    let save = move |over_theirs: bool| {
        errors.clear();
        let started = started_from.get_value();
        let record = match draft.read(started.as_ref().map(|(_, record)| record)) {
            Ok(record) => record,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let standing = started.as_ref().and_then(|(id, _)| {
            desk.read_once(|workspace| {
                workspace.partner(partner).and_then(|partner| partner.entry(*id).cloned())
            })
        });
        if let (false, Some((_, before)), Some(standing)) = (over_theirs, &started, &standing) {
            if before != standing {
                theirs.set(Some(D::words(standing)));
                return;
            }
        }
        let deed = if started.is_some() { deeds::CORRECT } else { D::ADD };
        let result = desk.change(deed, |workspace, moment| {
            let partner = workspace.partner_mut(partner)?;
            match started {
                Some((id, _)) => partner.correct(id, record, moment.today()),
                None => partner.record(record, moment).map(|_| ()),
            }
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let title = if is_correcting { D::CORRECTING } else { D::ADD.doing };
    view! {
        <FormFrame
            title
            send=if is_correcting { "Save" } else { D::ADD.doing }
            errors
            on_submit=Callback::new(move |_: SubmitEvent| save(false))
            on_close
        >
            {draft.fields(errors)}
            {move || theirs.get().map(|words| view! { <Theirs words on_mine=move |()| save(true) on_theirs=on_close /> })}
        </FormFrame>
    }
}

/// Asks which version should stand.
#[component]
fn Theirs(words: String, #[prop(into)] on_mine: Callback<()>, on_theirs: Callback<()>) -> impl IntoView {
    view! {
        <div class="banner" data-tone="warn" role="alert">
            <Icon name="warning" />
            <p>
                "Somebody changed this while you were writing. It now says: "
                <strong>
                    <bdi>{words}</bdi>
                </strong>
            </p>
            <div class="cluster">
                <button class="button" type="button" on:click=move |_| on_mine.run(())>
                    "Save mine instead"
                </button>
                <button class="button" type="button" on:click=move |_| on_theirs.run(())>
                    "Keep theirs"
                </button>
            </div>
        </div>
    }
}
