//! What rows do by themselves, where they stand.

use leptos::prelude::*;

use crate::apart;
use crate::domain::ending::PartId;
use crate::domain::fact::Fact;
use crate::domain::{FactId, PartnerId};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// What a row does by itself.
#[derive(Clone, Copy)]
pub enum Change {
    /// A signal was answered.
    Signal(PartnerId, FactId),
    /// The note of a chapter was sent.
    Note(PartnerId, u16),
    /// Something changed because of a cause.
    Action(PartnerId, u16, PartId),
}

/// The button that does it. Without its module nothing happens, and the row stays.
pub fn change(change: Change) -> Callback<()> {
    let desk = Desk::of_page();
    Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let _ = changing::run(desk, change).await;
        });
    })
}

// What changes something is no part of the first load.
apart! {
    mod changing(desk: Desk, change: Change) -> () { answer(desk, change) }
}

fn answer(desk: Desk, change: Change) {
    let result = match change {
        Change::Signal(id, signal) => desk.change(deeds::ANSWER_SIGNAL, |workspace, moment| {
            let today = moment.today();
            workspace.partner_mut(id)?.amend(signal, today, |fact| {
                if let Fact::Signal(signal) = fact {
                    signal.answered_on = Some(today);
                }
                Ok(())
            })
        }),
        Change::Note(id, chapter) => desk.change(deeds::SEND_NOTE, |workspace, moment| {
            let today = moment.today();
            workspace.partner_mut(id)?.send_note(chapter, today, today)
        }),
        Change::Action(id, chapter, action) => desk.change(deeds::FINISH_ACTION, |workspace, moment| {
            let today = moment.today();
            workspace.partner_mut(id)?.finish_action(chapter, action, Some(today), today)
        }),
    };
    if let Err(declined) = result {
        desk.say(&declined.sentence, Offer::Nothing);
    }
}
