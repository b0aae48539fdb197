//! What endings ask for on a day. Read from few fields, which all parts that have a day share: the first load needs
//! this much of them and no more.

use crate::domain::date::Date;
use crate::domain::fields::{FromJson, reads};
use crate::domain::partner::{Partner, PartnerId, Stage};
use crate::domain::put_off::{RowId, row_id};
use crate::domain::sealed::Sealed;

use super::NOTE_DAYS;
use super::parts::{Kind, PartId, Present};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The conversation that was booked.
    Talk,
    /// The post-mortem that was planned.
    Review,
    /// Something that was to change.
    Action,
    /// The note to the person.
    Note,
}

/// Something that an ending asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingDue {
    /// With whom it ended.
    pub partner: PartnerId,
    /// What.
    pub wanted: Wanted,
    /// Its chapter.
    pub chapter: u16,
    /// The part; of a note that of the conversation, as long as nobody was chosen for it.
    pub part: PartId,
    /// Its day.
    pub due: Date,
    /// What is to change, or the name of the person; empty where it goes without saying.
    pub about: String,
}

impl EndingDue {
    /// The identity of its row. What a chapter has but once is told apart by partner and chapter.
    pub fn row_id(&self) -> RowId {
        let partner = self.partner.bits();
        match self.wanted {
            Wanted::Action => row_id("action", self.part.bits()),
            Wanted::Talk => row_id(&format!("talk {}", self.chapter), partner),
            Wanted::Review => row_id(&format!("review {}", self.chapter), partner),
            Wanted::Note => row_id(&format!("note {}", self.chapter), partner),
        }
    }
}

/// What is read of a part.
struct Glance {
    kind: Kind,
    chapter: u16,
    due: Option<Date>,
    done_on: Option<Date>,
    closed_on: Option<Date>,
    what: Option<String>,
    who: Option<Present>,
    with: Vec<Present>,
    left: Option<String>,
}

reads!(Glance { kind } or_not { chapter, due, done_on, closed_on, what, who, with, left });

fn glances(partner: &Partner) -> Vec<(PartId, Glance)> {
    let read = |(id, sealed): (&PartId, &Sealed)| Some((*id, Glance::from_json(sealed.text()).ok()?));
    partner.endings.iter().filter_map(read).collect()
}

/// What the endings of a partner ask for on `day`: what is booked, planned or due then or was before.
pub fn due(id: PartnerId, partner: &Partner, day: Date) -> Vec<EndingDue> {
    if partner.endings.is_empty() {
        return Vec::new();
    }
    let all = glances(partner);
    let of = |kind: Kind, chapter: u16| {
        let mut parts = all.iter().map(|(_, part)| part);
        parts.find(|part| part.kind == kind && part.chapter == chapter)
    };
    let is_over = matches!(partner.stage_on(day), Stage::Ending | Stage::Alumni);
    let mut due = Vec::new();
    for (part, glance) in &all {
        let chapter = glance.chapter;
        let mut ask = |wanted, on: Option<Date>, about: &str| {
            if let Some(on) = on.filter(|on| *on <= day) {
                due.push(EndingDue {
                    partner: id,
                    wanted,
                    chapter,
                    part: *part,
                    due: on,
                    about: about.to_owned(),
                });
            }
        };
        let closed = of(Kind::Ending, chapter).and_then(|ending| ending.closed_on);
        // Whoever is worked with again without the gate closed was not ended after all.
        let is_at_work = is_over || closed.is_some();
        let is_done = glance.done_on.is_some();
        match glance.kind {
            Kind::Action if !is_done => {
                ask(Wanted::Action, glance.due, glance.what.as_deref().unwrap_or_default());
            }
            Kind::Review if !is_done && is_at_work => ask(Wanted::Review, glance.due, ""),
            Kind::Talk if !is_done && is_at_work && closed.is_none() => ask(Wanted::Talk, glance.due, ""),
            Kind::Talk if is_at_work => {
                let keep = of(Kind::Keep, chapter);
                let is_answered = keep.is_some_and(|keep| keep.done_on.is_some() || keep.left.is_some());
                if !is_answered {
                    let chosen = keep.and_then(|keep| keep.who.as_ref());
                    let who = chosen.or_else(|| glance.with.first()).map(|who| who.name.as_str());
                    let own = keep.and_then(|keep| keep.due);
                    let follows = glance.done_on.map(|on| on.plus_days(NOTE_DAYS));
                    ask(Wanted::Note, own.or(follows), who.unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    due
}

impl Partner {
    /// The day of the last chapter that was closed. What happened before it stays as it was.
    pub fn history_closed_on(&self) -> Option<Date> {
        if self.endings.is_empty() {
            return None;
        }
        glances(self).into_iter().filter_map(|(_, glance)| glance.closed_on).max()
    }

    /// Whether the gate of an ending is still open.
    pub fn has_open_ending(&self) -> bool {
        !self.endings.is_empty()
            && glances(self).iter().any(|(_, part)| part.kind == Kind::Ending && part.closed_on.is_none())
    }
}
