//! What belongs to a meeting: the parts of its brief, hard questions, objections, notes, differences.
//!
//! Each is a record of its own that names its meeting. A meeting that is deleted keeps them for when it is brought back.

use serde::Serialize;

use crate::domain::collection::Collection;
use crate::domain::commitment::Commitment;
use crate::domain::date::Date;
use crate::domain::fields::{Fields, FromJson, reads, written_as};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::order::sorted_by_key;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::sealed::Sealed;
use crate::domain::text::{Line, Note};

use super::{MeetingId, Meetings};

/// A part of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefPart {
    /// What they are under pressure for, as [`super::Pressure::text`].
    Pressure,
    /// What shows that pressure.
    Evidence,
    /// What we talk about because of it.
    Framing,
    /// What we bring before we ask for anything.
    Bring,
    /// What we will ask about the way they decide.
    Questions,
    /// The recap in one's own words, once somebody changed it.
    Recap,
}

impl BriefPart {
    /// As it is written down.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Pressure => "pressure",
            Self::Evidence => "evidence",
            Self::Framing => "framing",
            Self::Bring => "bring",
            Self::Questions => "questions",
            Self::Recap => "recap",
        }
    }

    /// The identity of this part of a meeting's brief: one that is written in two tabs is one record.
    pub fn id(self, meeting: MeetingId) -> Id<Sealed> {
        Id::following(meeting.bits().to_be_bytes().into_iter().chain(self.text().bytes()))
    }
}

/// A part of a brief as it is written down.
#[derive(Serialize)]
struct WrittenPart {
    meeting: MeetingId,
    part: String,
    text: String,
}

reads!(WrittenPart { meeting, part, text });

/// What belongs to a meeting and has an identity of its own.
pub trait OfMeeting: FromJson + Serialize {
    /// What the user calls it, as in "This note".
    const WHAT: &'static str;

    /// The meeting.
    fn meeting(&self) -> MeetingId;

    /// Where such records are kept.
    fn all(meetings: &Meetings) -> &Collection<Sealed>;

    /// Where such records are kept, to change them.
    fn all_mut(meetings: &mut Meetings) -> &mut Collection<Sealed>;
}

/// A question that surfaces what could stop it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Probe {
    /// The meeting.
    pub meeting: MeetingId,
    /// The question.
    pub text: Line<500>,
    /// What they answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Note>,
}

reads!(Probe { meeting, text } or_not { answer });

/// How much hangs on an objection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// It would be nice to have an answer.
    Minor,
    /// It has to be answered.
    #[default]
    Serious,
    /// Nothing happens while it stands.
    DealKiller,
}

written_as!(Weight { Minor: "minor", Serious: "serious", DealKiller: "deal_killer" });

impl Weight {
    /// All of them, the heaviest first.
    pub const ALL: [Self; 3] = [Self::DealKiller, Self::Serious, Self::Minor];
}

/// What became of an objection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ObjectionState {
    /// It stands.
    #[default]
    Open,
    /// They are content with the answer.
    Settled,
    /// It did not matter.
    Dropped,
}

written_as!(ObjectionState { Open: "open", Settled: "settled", Dropped: "dropped" });

impl ObjectionState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Settled, Self::Dropped];
}

/// What speaks against it, from their side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// The meeting.
    pub meeting: MeetingId,
    /// What they said.
    pub text: Line<500>,
    /// How much hangs on it.
    pub weight: Weight,
    /// What became of it.
    pub state: ObjectionState,
}

reads!(Objection { meeting, text } or_not { weight, state });

/// A note taken in the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeetingNote {
    /// The meeting.
    pub meeting: MeetingId,
    /// What was said.
    pub text: Note,
    /// Whether it stays with us: no recap has it, and presenter mode hides it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
}

reads!(MeetingNote { meeting, text } or_not { private });

/// Where their reading of a recap differs from ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The meeting.
    pub meeting: MeetingId,
    /// How they read it.
    pub text: Line<500>,
    /// The day they said so.
    pub on: Date,
    /// The promise of ours to settle it.
    pub promise: Id<Commitment>,
}

reads!(Difference { meeting, text, on, promise });

macro_rules! of_meeting {
    ($($record:ident in $collection:ident, $what:literal;)+) => {$(
        impl OfMeeting for $record {
            const WHAT: &'static str = $what;

            fn meeting(&self) -> MeetingId {
                self.meeting
            }

            fn all(meetings: &Meetings) -> &Collection<Sealed> {
                &meetings.$collection
            }

            fn all_mut(meetings: &mut Meetings) -> &mut Collection<Sealed> {
                &mut meetings.$collection
            }
        }
    )+};
}

of_meeting! {
    Probe in probes, "This question";
    Objection in objections, "This objection";
    MeetingNote in notes, "This note";
    Difference in differences, "This difference";
}

impl Meetings {
    /// Whether both are the very same, told without looking into anything.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { all, briefs, probes, objections, notes, differences } = self;
        all.ptr_eq(&other.all)
            && briefs.ptr_eq(&other.briefs)
            && probes.ptr_eq(&other.probes)
            && objections.ptr_eq(&other.objections)
            && notes.ptr_eq(&other.notes)
            && differences.ptr_eq(&other.differences)
    }

    /// What is written in a part of a brief.
    pub fn brief(&self, meeting: MeetingId, part: BriefPart) -> Option<String> {
        let sealed = self.briefs.get(&part.id(meeting))?;
        let written = WrittenPart::from_json(sealed.text()).ok()?;
        (written.meeting == meeting && written.part == part.text()).then_some(written.text)
    }

    /// Writes a part of a brief in place of what was there; blank words take it away. Refuses more characters than a
    /// note has.
    pub fn write_brief(&mut self, meeting: MeetingId, part: BriefPart, words: &str) -> Result<(), Refusal> {
        let id = part.id(meeting);
        match Note::parse_optional(words)? {
            None => drop(self.briefs.remove(&id)),
            Some(text) => {
                let written = WrittenPart { meeting, part: part.text().to_owned(), text: text.into() };
                if let Some(sealed) = Sealed::of(&written) {
                    self.briefs.insert(id, sealed);
                }
            }
        }
        Ok(())
    }

    /// The records of a meeting, oldest first. One that cannot be read is left out.
    pub fn of<P: OfMeeting>(&self, meeting: MeetingId) -> Vec<(Id<Sealed>, P)> {
        let read = |(id, sealed): (&Id<Sealed>, &Sealed)| Some((*id, P::from_json(sealed.text()).ok()?));
        let all = P::all(self).iter().filter(|(_, sealed)| is_of(sealed, meeting));
        all.filter_map(read).collect()
    }

    /// One record of a meeting.
    pub fn part<P: OfMeeting>(&self, id: Id<Sealed>) -> Option<P> {
        P::from_json(P::all(self).get(&id)?.text()).ok()
    }

    /// Adds a record to its meeting. Refuses when the meeting is gone.
    pub fn add<P: OfMeeting>(&mut self, part: &P, moment: &mut Moment<'_>) -> Result<(), Refusal> {
        if !self.all.contains_key(&part.meeting()) {
            return Err(Refusal::Gone { what: "This meeting" });
        }
        if let Some(sealed) = Sealed::of(part) {
            P::all_mut(self).insert(moment.new_id(), sealed);
        }
        Ok(())
    }

    /// Changes a record. Refuses when it is gone.
    pub fn change<P: OfMeeting>(
        &mut self,
        id: Id<Sealed>,
        change: impl FnOnce(&mut P),
    ) -> Result<(), Refusal> {
        let mut part: P = self.part(id).ok_or(Refusal::Gone { what: P::WHAT })?;
        change(&mut part);
        if let Some(sealed) = Sealed::of(&part) {
            P::all_mut(self).insert(id, sealed);
        }
        Ok(())
    }

    /// Takes a record away. Refuses when it is gone.
    pub fn take_away<P: OfMeeting>(&mut self, id: Id<Sealed>) -> Result<(), Refusal> {
        P::all_mut(self).remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: P::WHAT })
    }

    /// The objections of a meeting: those that stand before the others, the heaviest first.
    pub fn objections_in_order(&self, meeting: MeetingId) -> Vec<(Id<Sealed>, Objection)> {
        let rank = |objection: &Objection| {
            let weight = Weight::ALL.iter().position(|weight| *weight == objection.weight);
            (objection.state != ObjectionState::Open, weight)
        };
        sorted_by_key(self.of(meeting), |(id, objection)| (rank(objection), *id))
    }
}

/// Whether a record belongs to a meeting, told without reading the rest of it.
pub(super) fn is_of(sealed: &Sealed, meeting: MeetingId) -> bool {
    let of = Fields::of(sealed.text()).and_then(|fields| fields.must::<MeetingId>("meeting"));
    of.is_ok_and(|of| of == meeting)
}

impl Probe {
    /// A question that was not asked yet. Refuses an empty one.
    pub fn ask(meeting: MeetingId, typed: &str) -> Result<Self, Refusal> {
        Ok(Self { meeting, text: Line::parse(Field::What, typed)?, answer: None })
    }
}
