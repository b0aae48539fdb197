//! What every part of the page is about, and which form is open where.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::fact::FactKind;
use crate::domain::find::Who;
use crate::domain::health::Step;
use crate::domain::partner::TimelineKind;
use crate::domain::{ContactId, Id, Partner, PartnerId};
use crate::parts::merge_form::merge_form;
use crate::parts::person_form::PersonForm;
use crate::state::desk::Desk;

use super::drafts::{
    Draft, FactDraft, LedgerDraft, MilestoneDraft, PromiseDraft, PulseDraft, TouchpointDraft, TractionDraft,
};
use super::health::Sight;
use super::note::NoteForm;
use super::profile_form::ProfileForm;
use super::record_form::record_form;
use super::stage_form::{StageForm, TierForm};
use super::tags::TagsForm;

/// The partner that is shown. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Subject {
    /// Which.
    pub id: PartnerId,
    /// Its dossier; `None` once it is deleted.
    pub partner: Memo<Option<Arc<Partner>>>,
    /// Its health, and what that rests on.
    pub seen: Sight,
    /// Which form is open. One at a time, so that nothing typed is out of sight.
    pub open: RwSignal<Open>,
}

/// A place on the page where a form can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Below the header.
    Head,
    /// Below the slab.
    Zombie,
    /// Above the panel of health.
    Health,
    /// Above what would raise it.
    Raise,
    /// Among the open promises.
    Promises,
    /// Among the records.
    Records,
    /// Below the balance.
    Exchange,
    /// Among the people.
    People,
    /// In the box of the private note.
    Note,
    /// In the panel of fit.
    Fit,
    /// In the panel of how they decide.
    Decision,
    /// Among the stakeholders.
    Stakeholders,
    /// Below the ask.
    Ask,
    /// Among the signals.
    Signals,
    /// Among breaches and escalations.
    Trouble,
}

/// Which form is open, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// None.
    Nothing,
    /// Who the partner is.
    Profile,
    /// A change of stage.
    Stage,
    /// A change of tier.
    Tier,
    /// The same partner, entered twice.
    Merge,
    /// The tags.
    Tags,
    /// The private note.
    Note,
    /// A new record.
    New(TimelineKind, Place),
    /// A new short fact, with the place of what is chosen first.
    NewFact(FactKind, usize, Place),
    /// A record to correct, by the bits of its id.
    Correct(TimelineKind, u128, Place),
    /// A band set by hand.
    Adjust,
    /// The decision about a Zombie put off.
    Defer,
    /// What would raise the score, with what is known about it in the form.
    Step(Step),
    /// A new person.
    NewPerson,
    /// A person to correct.
    Person(ContactId),
}

impl Open {
    /// Whether the form stands above the tabs, and so stays when another tab is picked.
    pub fn is_above_tabs(self) -> bool {
        self.place() == Some(Place::Head)
    }

    /// Where the form stands; nowhere of its own when it stands beneath what it corrects.
    fn place(self) -> Option<Place> {
        match self {
            // In these panels rows are those of a table, and a form stands above it.
            Self::Correct(_, _, place @ (Place::Fit | Place::Decision)) => Some(place),
            Self::Nothing | Self::Correct(..) | Self::Person(_) => None,
            Self::Profile | Self::Stage | Self::Tier | Self::Merge | Self::Tags => Some(Place::Head),
            Self::Note => Some(Place::Note),
            Self::New(_, place) | Self::NewFact(_, _, place) => Some(place),
            Self::Adjust => Some(Place::Health),
            Self::Defer => Some(Place::Zombie),
            Self::Step(_) => Some(Place::Raise),
            Self::NewPerson => Some(Place::People),
        }
    }
}

impl Subject {
    /// Opens a form.
    pub fn open(self, form: Open) {
        // Set again it would be drawn anew, without what was typed.
        if self.open.get_untracked() != form {
            self.open.set(form);
        }
    }

    /// What `read` says of the partner, as long as it is there.
    pub fn read<T>(self, read: impl FnOnce(&Partner) -> T) -> Option<T> {
        self.partner.with(|partner| partner.as_deref().map(read))
    }

    /// The form that stands at a place of its own.
    pub fn form_at(self, place: Place) -> impl Fn() -> Option<AnyView> + Copy {
        let shown = Memo::new(move |_| {
            let open = self.open.get();
            if open.place() == Some(place) { open } else { Open::Nothing }
        });
        move || self.form_of(shown.get())
    }

    /// The form that stands beneath what it corrects.
    pub fn form_beneath(self, form: Open) -> impl Fn() -> Option<AnyView> + Copy {
        let shown = Memo::new(move |_| if self.open.get() == form { form } else { Open::Nothing });
        move || self.form_of(shown.get())
    }

    fn form_of(self, form: Open) -> Option<AnyView> {
        let Self { id, partner, open, .. } = self;
        let on_close = Callback::new(move |()| open.set(Open::Nothing));
        let form = match form {
            Open::Nothing => return None,
            Open::Profile => view! { <ProfileForm id partner on_close /> }.into_any(),
            Open::Stage | Open::New(TimelineKind::Stage, _) | Open::Correct(TimelineKind::Stage, ..) => {
                view! { <StageForm id partner on_close /> }.into_any()
            }
            Open::Tier | Open::New(TimelineKind::Tier, _) | Open::Correct(TimelineKind::Tier, ..) => {
                view! { <TierForm id partner on_close /> }.into_any()
            }
            Open::Merge => merge_form(Who::Partner(id), on_close),
            Open::Tags => view! { <TagsForm id on_close /> }.into_any(),
            Open::Note => view! { <NoteForm id partner on_close /> }.into_any(),
            Open::Adjust => fact_form(self, FactKind::Adjustment, 0, None, on_close),
            Open::Defer => fact_form(self, FactKind::Deferral, 0, None, on_close),
            Open::NewFact(kind, first, _) => fact_form(self, kind, first, None, on_close),
            Open::Step(step) => return step_form(self, step, on_close),
            Open::NewPerson => view! { <PersonForm partner=Some(id) contact=None on_close /> }.into_any(),
            Open::Person(contact) => {
                view! { <PersonForm partner=Some(id) contact=Some(contact) on_close /> }.into_any()
            }
            Open::New(kind, _) => self.record_form_of(kind, None, on_close),
            Open::Correct(kind, bits, _) => self.record_form_of(kind, Some(bits), on_close),
        };
        Some(form)
    }

    /// The form of a record of that kind: blank, or with the record of those bits in it.
    fn record_form_of(self, kind: TimelineKind, bits: Option<u128>, on_close: Callback<()>) -> AnyView {
        match kind {
            // A meeting is planned and corrected on its own page.
            TimelineKind::Touchpoint | TimelineKind::Meeting => {
                draft_form(self, bits, on_close, TouchpointDraft::blank)
            }
            TimelineKind::Commitment => draft_form(self, bits, on_close, PromiseDraft::blank),
            TimelineKind::Milestone => draft_form(self, bits, on_close, MilestoneDraft::blank),
            TimelineKind::Traction => draft_form(self, bits, on_close, TractionDraft::blank),
            TimelineKind::Ledger => draft_form(self, bits, on_close, LedgerDraft::blank),
            TimelineKind::Fact(kind) => fact_form(self, kind, 0, bits, on_close),
            TimelineKind::Pulse | TimelineKind::Stage | TimelineKind::Tier => {
                draft_form(self, bits, on_close, PulseDraft::blank)
            }
        }
    }
}

/// The form of a short fact; `first` is the place of what is chosen first.
fn fact_form(
    subject: Subject,
    kind: FactKind,
    first: usize,
    bits: Option<u128>,
    on_close: Callback<()>,
) -> AnyView {
    draft_form(subject, bits, on_close, |partner| FactDraft::blank(kind, first, partner))
}

fn draft_form<D: Draft>(
    subject: Subject,
    bits: Option<u128>,
    on_close: Callback<()>,
    blank: impl FnOnce(PartnerId) -> D,
) -> AnyView {
    let correcting = bits.and_then(|bits| {
        let record = Id::from_bits(bits);
        let known = subject
            .partner
            .with_untracked(|partner| partner.as_ref()?.entry::<D::Record>(record).cloned())?;
        Some((record, known))
    });
    let draft = match &correcting {
        Some((_, record)) => D::of(subject.id, record),
        None => blank(subject.id),
    };
    record_form(subject.id, draft, correcting, on_close)
}

/// The form in which a step is taken; none for what is done at a promise or milestone itself.
fn step_form(subject: Subject, step: Step, on_close: Callback<()>) -> Option<AnyView> {
    let (id, partner) = (subject.id, Some(subject.id));
    let form = match step {
        Step::CloseCommitment(_) | Step::ReachMilestone(_) => return None,
        Step::Touch(_) => record_form(id, TouchpointDraft::blank(id).meant(step), None, on_close),
        Step::LeadBecameMeeting | Step::Win => {
            record_form(id, TractionDraft::blank(id).meant(step), None, on_close)
        }
        Step::Give | Step::Get => record_form(id, LedgerDraft::blank(id).meant(step), None, on_close),
        Step::PulseByUs | Step::PulseByThem => {
            record_form(id, PulseDraft::blank(id).meant(step), None, on_close)
        }
        Step::Champion(contact) => view! { <PersonForm partner contact on_close /> }.into_any(),
        // Whoever gains most is as good as any other: who it is has to be found out.
        Step::Sponsor(_) => view! { <PersonForm partner contact=None on_close /> }.into_any(),
    };
    Some(form)
}

/// The people of a partner today, by name; also those in `too`, wherever they are now.
pub fn people_of(partner: PartnerId, too: &[ContactId]) -> Vec<(ContactId, String)> {
    let desk = Desk::of_page();
    let today = untrack(|| desk.today());
    let people = desk.read_once(|workspace| {
        let is_meant = |id: &ContactId, contact: &crate::domain::Contact| {
            contact.works_at(partner, today) || too.contains(id)
        };
        let meant = workspace.contacts.iter().filter(|(id, contact)| is_meant(id, contact));
        meant.map(|(id, contact)| (*id, contact.person.name.to_string())).collect::<Vec<_>>()
    });
    crate::domain::order::sorted_by(people, |one, other| one.1.cmp(&other.1))
}
