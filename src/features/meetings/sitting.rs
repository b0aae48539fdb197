//! What every part of the page is about: one meeting of one partner.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::meeting::parts::OfMeeting;
use crate::domain::sealed::Sealed;
use crate::domain::{Id, Meeting, MeetingId, Moment, Partner, PartnerId, Refusal};
use crate::state::deeds::Deed;
use crate::state::desk::{Declined, Desk};
use crate::state::notices::Offer;

/// One meeting. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Sitting {
    /// The desk.
    pub desk: Desk,
    /// Whose it is.
    pub partner: PartnerId,
    /// Which.
    pub id: MeetingId,
    /// The dossier of the partner.
    pub dossier: Memo<Option<Arc<Partner>>>,
    /// The meeting; `None` once it is deleted.
    pub meeting: Memo<Option<Meeting>>,
}

impl Sitting {
    /// A meeting of a partner.
    pub fn of(desk: Desk, partner: PartnerId, id: MeetingId) -> Self {
        let dossier = desk.partner(partner);
        let meeting =
            Memo::new(move |_| dossier.with(|dossier| dossier.as_ref()?.meetings.all.get(&id).cloned()));
        Self { desk, partner, id, dossier, meeting }
    }

    /// What `read` says of the partner, as long as it is there; read anew when its dossier changes.
    pub fn read<T>(self, read: impl FnOnce(&Partner) -> T) -> Option<T> {
        self.dossier.with(|dossier| dossier.as_deref().map(read))
    }

    /// What `read` says of the meeting.
    pub fn told<T>(self, read: impl FnOnce(&Meeting) -> T) -> Option<T> {
        self.meeting.with(|meeting| meeting.as_ref().map(read))
    }

    /// The ids of its notes, questions or objections, oldest first.
    pub fn ids<P: OfMeeting + 'static>(self) -> Memo<Vec<Id<Sealed>>> {
        Memo::new(move |_| {
            let parts = self.read(|partner| partner.meetings.of::<P>(self.id));
            parts.unwrap_or_default().into_iter().map(|(id, _)| id).collect()
        })
    }

    /// One of them; `None` once it is taken away.
    pub fn part<P: OfMeeting + PartialEq + Clone + Send + Sync + 'static>(
        self,
        id: Id<Sealed>,
    ) -> Memo<Option<P>> {
        Memo::new(move |_| self.read(|partner| partner.meetings.part::<P>(id)).flatten())
    }

    /// Lets `verb` change the dossier.
    pub fn change(
        self,
        deed: Deed,
        verb: impl FnOnce(&mut Partner, &mut Moment<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Declined> {
        self.desk.change(deed, |workspace, moment| verb(workspace.partner_mut(self.partner)?, moment))
    }

    /// The same where no form stands: what is declined is said in a notice.
    pub fn do_it(self, deed: Deed, verb: impl FnOnce(&mut Partner, &mut Moment<'_>) -> Result<(), Refusal>) {
        if let Err(declined) = self.change(deed, verb) {
            self.desk.say(&declined.sentence, Offer::Nothing);
        }
    }

    /// Changes the meeting itself.
    pub fn amend(self, deed: Deed, verb: fn(&mut Meeting, crate::domain::Date) -> Result<(), Refusal>) {
        self.do_it(deed, |partner, moment| {
            let today = moment.today();
            partner.amend(self.id, today, |meeting: &mut Meeting| verb(meeting, today))
        });
    }
}
