//! Why a verb said no: a sentence that says what to change, and the field it belongs to.

use super::date::{Date, DateError};

/// Where in a form a [`Refusal`] belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A partner's or a person's name.
    Name,
    /// A partner's web domain.
    Domain,
    /// A line such as what was promised, the owner, a title.
    What,
    /// Free text.
    Note,
    /// The day something happened.
    On,
    /// The day something is due.
    Due,
    /// The day something was promised or agreed.
    MadeOn,
    /// The day something was done.
    DoneOn,
    /// Ledger points.
    Points,
    /// A pulse rating.
    Rating,
    /// The reason for a change.
    Reason,
    /// Who is responsible for a partner, or who promised.
    Person,
    /// The person's mail address.
    Email,
    /// The person's title.
    Title,
    /// Our own name.
    OwnName,
    /// Our own company.
    Company,
    /// The month in which the fiscal year begins.
    FiscalStart,
    /// The first day a partner worked with us.
    LaunchedOn,
    /// The day from which absence of a record means absence.
    TrackedFrom,
    /// An amount of money.
    Amount,
    /// A tag.
    Tag,
    /// The address of a link.
    Link,
    /// The label of a link.
    Label,
    /// The name of a custom field.
    FieldName,
    /// What a custom field says.
    FieldValue,
    /// The day something ends.
    Until,
    /// What a rating rests on.
    Evidence,
    /// The level of an escalation.
    Level,
    /// What a component counts for.
    Weight,
    /// Traction points expected in 90 days.
    Target,
    /// Days between two-way touches.
    Cadence,
    /// The least score of a band.
    BandLimit,
    /// Those of theirs who come to a meeting.
    Guests,
    /// When a meeting begins.
    Time,
    /// How long a meeting is, in minutes.
    Minutes,
}

/// Why a verb said no. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A required text is empty.
    #[error("{}", empty_sentence(*.field))]
    Empty {
        /// The field that is empty.
        field: Field,
    },
    /// A text has more characters than its field holds.
    #[error("Shorten this to {most} characters; it has {has}")]
    TooLong {
        /// The field that is too long.
        field: Field,
        /// Characters it may have.
        most: usize,
        /// Characters it has.
        has: usize,
    },
    /// A number is outside its bounds.
    #[error("Use a whole number from {least} to {most}")]
    OutOfBounds {
        /// The field.
        field: Field,
        /// Smallest that is allowed.
        least: i64,
        /// Largest that is allowed.
        most: i64,
    },
    /// The text is not a date that can be stored.
    #[error("{error}")]
    BadDate {
        /// The field.
        field: Field,
        /// What is wrong with it.
        error: DateError,
    },
    /// A fact is dated after today.
    #[error("This day has not come yet. Record what happened on or before today; plan ahead with a promise")]
    InTheFuture {
        /// The field.
        field: Field,
    },
    /// A day is asked about that is still to come.
    #[error("This day has not come yet. Choose today or any day before")]
    NotYet {
        /// The field.
        field: Field,
    },
    /// One day must not be before another.
    #[error("This must not be before {earliest}, {why}")]
    Before {
        /// The field.
        field: Field,
        /// The earliest day allowed.
        earliest: Date,
        /// What that day is, as in "the day it was promised".
        why: &'static str,
    },
    /// One day must not be after another.
    #[error("This must not be after {latest}, {why}")]
    After {
        /// The field.
        field: Field,
        /// The latest day allowed.
        latest: Date,
        /// What that day is, as in "when it was closed".
        why: &'static str,
    },
    /// A text is not a web domain such as `example.com`.
    #[error("Write the domain like example.com, without spaces")]
    NotADomain,
    /// Another partner has the domain already.
    #[error("{name} already has the domain {domain}. Open that partner, or leave the domain empty here")]
    DomainTaken {
        /// The domain.
        domain: String,
        /// The partner that has it.
        name: String,
    },
    /// A mail address without `@`, or with spaces.
    #[error("Write the address like name@example.com")]
    NotAnAddress,
    /// A tag with a comma in it.
    #[error("A tag has no comma. Add one tag at a time")]
    CommaInTag,
    /// An address that is no web page, mail address or phone number.
    #[error("Write a link that begins with https://, http://, mailto: or tel:, without spaces")]
    NotALink,
    /// A list is full.
    #[error("There is room for {most}, and no more. Remove one first")]
    Full {
        /// The field that would have added one.
        field: Field,
        /// How many there may be.
        most: usize,
    },
    /// Another custom field or view has the name already.
    #[error("There is a {what} {name} already. Change that one, or choose another name")]
    NameTaken {
        /// The field the name is typed into.
        field: Field,
        /// What has it, as in "view".
        what: &'static str,
        /// The name, as the other spells it.
        name: String,
    },
    /// The sample is added once.
    #[error("The sample partners are here already. Remove them first to begin anew")]
    SampleThere,
    /// The change would alter nothing.
    #[error("The stage is {stage} already. Choose another")]
    SameStage {
        /// The stage it has.
        stage: &'static str,
    },
    /// The change would alter nothing.
    #[error("The tier is {tier} already. Choose another")]
    SameTier {
        /// The tier it has.
        tier: u8,
    },
    /// A promise that is closed cannot be moved, kept or dropped again.
    #[error("This was closed on {on}. Reopen it first")]
    Closed {
        /// The day it was done or dropped.
        on: Date,
    },
    /// A promise is moved before it is due, or not at all.
    #[error(
        "It was due on {due}. A date agreed that late does not count; finish it, or drop it and promise anew"
    )]
    DueAlready {
        /// The day it was due.
        due: Date,
    },
    /// A launched partner keeps a launch day while it is being worked with.
    #[error("An {stage} partner needs the day it launched. Correct the day, or change the stage first")]
    NeedsLaunch {
        /// The stage that demands it.
        stage: &'static str,
    },
    /// The stage history must keep at least its first entry.
    #[error(
        "This is the first entry of the history, and something has to hold. Add the right one first, then delete this"
    )]
    LastOfHistory,
    /// A health model in which nothing counts.
    #[error("Give at least one component a weight above 0")]
    NothingCounts,
    /// The limits of the bands are not in order.
    #[error("Let the limits fall: Healthy above Watch, and Watch above At risk")]
    LimitsDoNotFall,
    /// An ending of what has not begun.
    #[error(
        "The stage is {stage}: nothing has begun that could be ended. Change the stage, or delete the partner"
    )]
    NothingToEnd {
        /// The stage it has.
        stage: &'static str,
    },
    /// An ending of what is over.
    #[error("This partnership has ended already. If you work together again, change the stage first")]
    EndedAlready,
    /// A second ending beside an open one.
    #[error("An ending has been under way since {since}. Go on with that one")]
    EndingUnderWay {
        /// The day it began.
        since: Date,
    },
    /// A stage that an open ending leads to.
    #[error("An ending is under way. Close the gate on its page, which says what is missing")]
    EndingOpen,
    /// What comes after the conversation, before it.
    #[error("Hold the conversation first, and note the day")]
    TalkFirst,
    /// The gate of an ending with something missing.
    #[error("{}", gate_sentence(*.count))]
    GateStaysOpen {
        /// How much is missing.
        count: usize,
    },
    /// What happened before an ending was closed.
    #[error(
        "A chapter was closed on {closed_on}, and what came before stays as it was. Record what came after"
    )]
    History {
        /// The day it was closed.
        closed_on: Date,
    },
    /// An answer beneath a root cause.
    #[error("This is named as a cause. Take the name off before you ask further")]
    CauseHere,
    /// A cause that is not the last answer of its branch.
    #[error("More is asked beneath this answer. Name the last one of the branch")]
    NotTheLastWhy,
    /// An action for what is no cause.
    #[error("Name the cause first, then say what changes")]
    NotACause,
    /// A second action for a cause.
    #[error("This cause has its action. One is done; of several, none. Change that one")]
    HasAction,
    /// A playbook with required items that are still to be done.
    #[error("{}", items_open_sentence(*.count))]
    ItemsOpen {
        /// How many.
        count: usize,
    },
    /// A time of day that is none.
    #[error("Write the time like 14:30")]
    NotATime,
    /// A meeting that nobody held has no recap and no next steps.
    #[error("Note first that the meeting was held")]
    NotHeld,
    /// A meeting without a next step.
    #[error("Agree on a next step with a name and a day; without one nothing will follow from this meeting")]
    NoNextStep,
    /// A next step that nobody keeps.
    #[error("“{what}” has no name. Say who keeps it")]
    NobodyKeepsIt {
        /// The step.
        what: String,
    },
    /// A next step that is due before the meeting.
    #[error("“{what}” is due on {due}, before the meeting on {held_on}. Give it a later day")]
    StepTooEarly {
        /// The step.
        what: String,
        /// When it is due.
        due: Date,
        /// The day of the meeting.
        held_on: Date,
    },
    /// One merged with itself.
    #[error("Choose another one: nothing can be merged with itself")]
    MergedWithItself,
    /// A partner with an ending that would go in a merge.
    #[error(
        "{name} has an ending, and what was said then stays as it is. Keep {name}, and let the other one go"
    )]
    HasEnding {
        /// The partner.
        name: String,
    },
    /// What the verb is about has been removed meanwhile.
    #[error("{what} is not here any more. It may have been deleted in another tab; look in Recently deleted")]
    Gone {
        /// What is gone, as in "This partner".
        what: &'static str,
    },
}

impl Refusal {
    /// The field to show the sentence at, if it belongs to one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Empty { field }
            | Self::TooLong { field, .. }
            | Self::OutOfBounds { field, .. }
            | Self::BadDate { field, .. }
            | Self::InTheFuture { field }
            | Self::NotYet { field }
            | Self::Before { field, .. }
            | Self::After { field, .. }
            | Self::Full { field, .. }
            | Self::NameTaken { field, .. } => Some(*field),
            Self::CommaInTag => Some(Field::Tag),
            Self::NotALink => Some(Field::Link),
            Self::NotADomain | Self::DomainTaken { .. } => Some(Field::Domain),
            Self::NotAnAddress => Some(Field::Email),
            Self::NeedsLaunch { .. } => Some(Field::LaunchedOn),
            Self::NothingCounts => Some(Field::Weight),
            Self::LimitsDoNotFall => Some(Field::BandLimit),
            Self::NotATime => Some(Field::Time),
            Self::SameStage { .. }
            | Self::SameTier { .. }
            | Self::Closed { .. }
            | Self::LastOfHistory
            | Self::SampleThere
            | Self::DueAlready { .. }
            | Self::NothingToEnd { .. }
            | Self::EndedAlready
            | Self::EndingUnderWay { .. }
            | Self::EndingOpen
            | Self::TalkFirst
            | Self::GateStaysOpen { .. }
            | Self::History { .. }
            | Self::CauseHere
            | Self::NotTheLastWhy
            | Self::NotACause
            | Self::HasAction
            | Self::ItemsOpen { .. }
            | Self::NotHeld
            | Self::NoNextStep
            | Self::NobodyKeepsIt { .. }
            | Self::StepTooEarly { .. }
            | Self::MergedWithItself
            | Self::HasEnding { .. }
            | Self::Gone { .. } => None,
        }
    }

    /// Reads a date typed into `field`.
    pub fn date(field: Field, text: &str) -> Result<Date, Self> {
        if text.trim().is_empty() {
            return Err(Self::Empty { field });
        }
        text.parse().map_err(|error| Self::BadDate { field, error })
    }

    /// Refuses a fact dated after `today`.
    pub fn unless_past(field: Field, on: Date, today: Date) -> Result<(), Self> {
        if on > today { Err(Self::InTheFuture { field }) } else { Ok(()) }
    }

    /// Refuses one more when there are `most` already.
    pub fn unless_room(field: Field, has: usize, most: usize) -> Result<(), Self> {
        if has >= most { Err(Self::Full { field, most }) } else { Ok(()) }
    }
}

fn items_open_sentence(count: usize) -> String {
    let items =
        if count == 1 { "One required item is".to_owned() } else { format!("{count} required items are") };
    format!("{items} still open. Finish each, or say why it does not apply")
}

fn gate_sentence(count: usize) -> String {
    let things = if count == 1 { "One thing stands".to_owned() } else { format!("{count} things stand") };
    format!("{things} in the way. The page names what is missing")
}

fn empty_sentence(field: Field) -> &'static str {
    match field {
        Field::Name => "Give it a name",
        Field::What => "Say what it is",
        Field::Note => "Write a few words",
        Field::Evidence => "Say what it rests on",
        Field::Reason => "Say why, in a few words",
        Field::Person => "Say who",
        Field::Guests => "Name at least one person of theirs; a meeting needs somebody to meet",
        Field::Tag => "Write the tag",
        Field::Link => "Write the address",
        Field::FieldName => "Name the field",
        Field::FieldValue => "Say what it says, or remove the field",
        Field::On
        | Field::Due
        | Field::MadeOn
        | Field::DoneOn
        | Field::LaunchedOn
        | Field::TrackedFrom
        | Field::Until => "Choose a day",
        Field::Points
        | Field::Rating
        | Field::Amount
        | Field::Level
        | Field::Weight
        | Field::Target
        | Field::Cadence
        | Field::Minutes
        | Field::BandLimit => "Enter a number",
        Field::Domain
        | Field::Label
        | Field::Email
        | Field::Title
        | Field::OwnName
        | Field::Company
        | Field::Time
        | Field::FiscalStart => "Fill this in",
    }
}
