//! Health: how a partnership does on a day, why, and where it goes if nobody acts.
//!
//! Everything here is a pure function of a [`Case`] (a dossier, its people, the model in force, the
//! fiscal start) and a day. Any past day can be asked about; later records do not change it. Money
//! is never an input.
//!
//! # For whoever wires a screen
//!
//! ```text
//! let (model, fault) = workspace.health_model();      // `fault`: say that the default stands in
//! let people = people::at(&workspace.contacts, id);   // or `board.people().at(id)`, which is quicker
//! let case = Case { id, partner, people: &people, model: &model, fiscal: settings.fiscal_start };
//! let health = case.health(day)?;                     // None outside Onboarding and Active
//! ```
//!
//! | question | answer |
//! |---|---|
//! | score, coverage, range, band, badge | fields and methods of [`Health`] |
//! | points earned of possible | [`Health::earned_tenths`], [`Health::possible_tenths`], [`Health::total_tenths`] |
//! | a component's sentence | `catalogue::health::sentence(&health, component)` from [`Health::figures`] |
//! | the records it rests on | [`Case::records`] |
//! | what lowered or lifted the band | [`Health::rules`], each with the id of its record; `catalogue::health::rules` |
//! | how sure it is | [`Health::confidence`], `catalogue::health::certainty` |
//! | to put something off, adjust, escalate | `partner.record(Fact::…, moment)`; limits are refused with a sentence |
//! | to edit the model | [`HealthModel::edition`], `workspace.edit_health_model`; its preview: [`Trial`] |
//! | below 30 % coverage: what to record | [`Health::to_record`] |
//! | movement in 28 days, sparkline | [`Case::movement`], [`Case::sparkline`]; for rows in sight [`Board::course`] |
//! | trend and forecast lines | [`Case::path`], what moved them [`Case::turns`] |
//! | "if nothing changes" | [`Case::forecast`], `catalogue::health::forecast` |
//! | "raise it" | [`Case::raise`], `catalogue::health::{step, why}` |
//! | Zombie card | [`Rules::zombie`], [`Rules::deferral`], [`Case::quarters`] |
//! | a table of all partners | [`Board`], which computes again only what an edit touched |
//!
//! Reading order: [`model`], [`case`], a file for each component, [`score`], [`zombie`], [`band`],
//! then what is derived: [`explain`], [`forecast`], [`raise`], [`board`], [`trial`].

pub mod band;
pub mod board;
pub mod case;
pub mod commitments;
pub mod engagement;
pub mod explain;
pub mod forecast;
pub mod milestones;
pub mod model;
pub mod outlook;
pub mod people;
pub mod points;
pub mod pulse;
pub mod raise;
pub mod reciprocity;
pub mod relationship;
pub mod score;
pub mod traction;
pub mod trial;
pub mod zombie;

pub use band::{Badge, Band, Rules};
pub use board::{Board, Course};
pub use case::Case;
pub use explain::RecordId;
pub use forecast::{Fall, Forecast, Spot, Turn};
pub use model::{HealthModel, ModelChange, ModelEdition, ModelFault, ModelPart};
pub use outlook::Outlook;
pub use people::{People, Tenure};
pub use points::Points;
pub use raise::{Raise, Step};
pub use score::{Confidence, Figures, Health};
pub use trial::{Shift, Trial};
pub use zombie::{QuarterSeen, ZombieDays};

/// What health is made of, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// Commercial results.
    Traction,
    /// Promises kept.
    Commitments,
    /// How lately we spoke.
    Engagement,
    /// Agreed results reached.
    Milestones,
    /// Give and get.
    Reciprocity,
    /// Champion, sponsor, voices.
    Relationship,
    /// How both sides rate it.
    Pulse,
}

impl Component {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Traction,
        Self::Commitments,
        Self::Engagement,
        Self::Milestones,
        Self::Reciprocity,
        Self::Relationship,
        Self::Pulse,
    ];
}

/// Which weights hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HealthProfile {
    /// Agreed, not yet productive.
    Onboarding,
    /// Working together.
    Active,
}
