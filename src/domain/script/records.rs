//! What the records say: the fields that need not be asked for.
//!
//! Everything comes from the dossier of one partner, from one person who works or worked there, and from the
//! settings. No other dossier is read.

use crate::domain::calendar::Quarter;
use crate::domain::commitment::Side;
use crate::domain::contact::{Contact, ContactId, Role};
use crate::domain::date::Date;
use crate::domain::health::{Case, people};
use crate::domain::order::sorted_by_key;
use crate::domain::partner::{Partner, PartnerId, TwoWay};
use crate::domain::text::first_name;
use crate::domain::traction::TractionKind;
use crate::domain::workspace::Workspace;

/// Characters taken from a note.
const MOST_OF_NOTE: usize = 200;

macro_rules! record_fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)+) => {
        /// A field that the records fill.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum RecordField { $($(#[$doc])* $field,)+ }

        impl RecordField {
            /// All of them, in the order of the menu that inserts one.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// Its word.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)+ }
            }

            /// The field of a word.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$field),)+ _ => None }
            }
        }
    };
}

record_fields! {
    /// The first name of the person it goes to.
    ContactFirstName = "contact_first_name",
    /// The full name of the person it goes to.
    Contact = "contact",
    /// What they are there.
    ContactTitle = "contact_title",
    /// The company.
    Partner = "partner",
    /// Our own name.
    Me = "me",
    /// Our own company.
    MyCompany = "my_company",
    /// The day.
    Today = "today",
    /// The latest completed quarter.
    Quarter = "quarter",
    /// Whole months since the launch.
    MonthsTogether = "months_together",
    /// The day of the last two-way touch.
    LastTouchDate = "last_touch_date",
    /// What it was about.
    LastTopic = "last_topic",
    /// What both sides still owe.
    OpenCommitments = "open_commitments",
    /// What we still owe.
    OurOpenCommitments = "our_open_commitments",
    /// What they still owe.
    TheirOpenCommitments = "their_open_commitments",
    /// Milestones whose day has passed.
    MissedMilestones = "missed_milestones",
    /// Results of the last two quarters.
    RecentResults = "recent_results",
    /// The day two quarters will have passed empty.
    ZombieDay = "zombie_day",
    /// What we ask for.
    Ask = "ask",
    /// What success would look like.
    SuccessPicture = "success_picture",
}

impl RecordField {
    /// Whether it fills lines of its own.
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::OpenCommitments
                | Self::OurOpenCommitments
                | Self::TheirOpenCommitments
                | Self::MissedMilestones
                | Self::RecentResults
        )
    }

    /// Whether what is typed for it, where the records say nothing, is remembered for the partner. The others
    /// belong to a person or change with the days.
    pub const fn is_remembered(self) -> bool {
        matches!(self, Self::Ask | Self::SuccessPicture)
    }
}

/// Something owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// What was promised.
    pub what: String,
    /// Who keeps it: a person, or else the company.
    pub who: Option<String>,
    /// When it is due.
    pub due: Date,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achieved {
    /// The day.
    pub on: Date,
    /// What kind.
    pub kind: TractionKind,
    /// What it was about.
    pub about: Option<String>,
}

/// What the records say in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Words(String),
    /// A day.
    Day(Date),
    /// A number.
    Number(i64),
    /// Promises of one side, or of both.
    Owed(Option<Side>, Vec<Owed>),
    /// Milestones that were due before the day.
    Missed(Vec<(String, Date)>),
    /// Results.
    Results(Vec<Achieved>),
}

/// Whose records are read, and on which day.
#[derive(Clone, Copy)]
pub struct Subject<'w> {
    workspace: &'w Workspace,
    partner: Option<(PartnerId, &'w Partner)>,
    contact: Option<(ContactId, &'w Contact)>,
    day: Date,
}

impl<'w> Subject<'w> {
    /// The records of a partner and of a person there. Somebody who never worked there is nobody here.
    pub fn of(
        workspace: &'w Workspace,
        partner: Option<PartnerId>,
        contact: Option<ContactId>,
        day: Date,
    ) -> Self {
        let partner = partner.and_then(|id| Some((id, workspace.partner(id)?.as_ref())));
        let contact = contact.and_then(|id| Some((id, workspace.contacts.get(&id)?.as_ref())));
        let contact =
            contact.filter(|(_, contact)| partner.is_some_and(|(id, _)| has_worked_at(contact, id)));
        Self { workspace, partner, contact, day }
    }

    /// The partner, if it is there.
    pub fn partner(&self) -> Option<&'w Partner> {
        self.partner.map(|(_, partner)| partner)
    }

    /// The person, if they work or worked there.
    pub fn contact(&self) -> Option<(ContactId, &'w Contact)> {
        self.contact
    }

    /// What the records say in a field; `None` when they say nothing.
    pub fn value(&self, field: RecordField) -> Option<Value> {
        let settings = &self.workspace.settings;
        let words = |words: &str| Some(Value::Words(words.to_owned()));
        match field {
            RecordField::Me => words(settings.own_name.as_ref()?.as_str()),
            RecordField::MyCompany => words(settings.company.as_ref()?.as_str()),
            RecordField::Today => Some(Value::Day(self.day)),
            RecordField::Quarter => {
                words(&Quarter::of(self.day, settings.fiscal_start).previous().to_string())
            }
            RecordField::Contact => words(self.contact?.1.person.name.as_str()),
            RecordField::ContactFirstName => words(first_name(self.contact?.1.person.name.as_str())),
            RecordField::ContactTitle => {
                let (_, job) = self.contact?.1.employment_at(self.partner?.0, self.day)?;
                words(job.title.as_ref()?.as_str())
            }
            RecordField::Partner => words(self.partner()?.profile.name.as_str()),
            RecordField::MonthsTogether => {
                let launched_on = self.partner()?.profile.launched_on.filter(|on| *on <= self.day)?;
                Some(Value::Number(months_between(launched_on, self.day)))
            }
            RecordField::LastTouchDate => Some(Value::Day(self.last_touch()?.on)),
            RecordField::LastTopic => {
                words(&first_line(self.partner()?.topic_of(self.last_touch()?.record)?))
            }
            RecordField::OpenCommitments => self.owed(None),
            RecordField::OurOpenCommitments => self.owed(Some(Side::Ours)),
            RecordField::TheirOpenCommitments => self.owed(Some(Side::Theirs)),
            RecordField::MissedMilestones => self.missed(),
            RecordField::RecentResults => self.results(),
            RecordField::ZombieDay => self.zombie_day().map(Value::Day),
            RecordField::Ask => words(self.partner()?.ask(self.day)?.1.specifics.as_ref()?.as_str()),
            RecordField::SuccessPicture => words(self.partner()?.ask(self.day)?.1.success.as_ref()?.as_str()),
        }
    }

    /// The last two-way touch with the person, or with nobody named; a talk with somebody else is not theirs.
    fn last_touch(&self) -> Option<TwoWay<'w>> {
        let is_theirs = |touch: &TwoWay<'_>| {
            let who = self.contact.map(|(id, _)| id);
            touch.with.is_empty() || who.is_none_or(|who| touch.with.contains(&who))
        };
        let touches = self.partner()?.two_way_touches(self.day);
        touches.filter(is_theirs).max_by_key(|touch| (touch.on, touch.record.bits()))
    }

    fn owed(&self, side: Option<Side>) -> Option<Value> {
        let partner = self.partner()?;
        let company = |whose: Side| match whose {
            Side::Ours => self.workspace.settings.company.as_ref().map(ToString::to_string),
            Side::Theirs => Some(partner.profile.name.to_string()),
        };
        let promises =
            partner.commitments.values().filter(|promise| side.is_none_or(|side| promise.side == side));
        let owed = promises.filter_map(|promise| {
            let who = promise.person.as_ref().map(ToString::to_string).or_else(|| company(promise.side));
            Some(Owed { what: promise.what.to_string(), who, due: promise.dates.open_due(self.day)? })
        });
        Some(Value::Owed(side, sorted_by_key(owed.collect(), |owed| owed.due)))
    }

    fn missed(&self) -> Option<Value> {
        let milestones = self.partner()?.milestones.values();
        let missed = milestones.filter_map(|milestone| {
            let due = milestone.dates.open_due(self.day).filter(|due| *due < self.day)?;
            Some((milestone.what.to_string(), due))
        });
        Some(Value::Missed(sorted_by_key(missed.collect(), |(_, due)| *due)))
    }

    /// The results since the first day of the earlier of the two latest completed quarters.
    fn results(&self) -> Option<Value> {
        let quarter = Quarter::of(self.day, self.workspace.settings.fiscal_start);
        let since = quarter.previous().previous().first_day();
        let events = self.partner()?.traction.values();
        let results =
            events.filter(|event| since <= event.on && event.on <= self.day).map(|event| Achieved {
                on: event.on,
                kind: event.kind,
                about: event.note.as_ref().map(|note| first_line(note.as_str())),
            });
        Some(Value::Results(sorted_by_key(results.collect(), |event| event.on)))
    }

    /// The day the rule about Zombies fires, as long as it has not.
    fn zombie_day(&self) -> Option<Date> {
        let (id, partner) = self.partner?;
        let (model, _) = self.workspace.health_model();
        let people = people::at(&self.workspace.contacts, id);
        let fiscal = self.workspace.settings.fiscal_start;
        let health = Case { id, partner, people: &people, model: &model, fiscal }.health(self.day)?;
        health.rules.zombie.fires_on.filter(|on| *on > self.day)
    }
}

/// Who can be written to at a partner: those who work there, then those who did; the counterpart first, then the
/// other roles, then by name.
pub fn people_of(workspace: &Workspace, partner: PartnerId, day: Date) -> Vec<ContactId> {
    const RANKS: [Role; 5] =
        [Role::Counterpart, Role::Champion, Role::EconomicSponsor, Role::Gatekeeper, Role::Blocker];
    let there = workspace.contacts.iter().filter(|(_, contact)| has_worked_at(contact, partner));
    let ranked = there.map(|(id, contact)| {
        let roles = contact.roles_at(partner, day);
        let rank = RANKS.iter().position(|role| roles.contains(role)).unwrap_or(RANKS.len());
        let name = contact.person.name.as_str().to_lowercase();
        ((!contact.works_at(partner, day), rank, name), *id)
    });
    sorted_by_key(ranked.collect(), |(key, _)| key.clone()).into_iter().map(|(_, id)| id).collect()
}

fn has_worked_at(contact: &Contact, partner: PartnerId) -> bool {
    contact.employments.values().any(|job| job.partner == partner)
}

fn first_line(note: &str) -> String {
    note.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
        .chars()
        .take(MOST_OF_NOTE)
        .collect()
}

fn months_between(from: Date, to: Date) -> i64 {
    let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    months(to) - months(from) - i64::from(to.day() < from.day())
}
