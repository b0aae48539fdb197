//! The short facts of the sample.

use crate::domain::contact::ContactId;
use crate::domain::fact::{
    Adjustment, Ask, Breach, DecisionAnswer, Deferral, Escalation, Fact, FitRating, Signal, Stakeholder, Who,
};
use crate::domain::{Field, Line, Rating, Refusal};

use super::row::{Colleague, Noted};
use super::{Calendar, line, named};

/// The fact that a row means. What it ends on may lie ahead.
pub fn fact(noted: &Noted, people: &[(&Colleague, ContactId)], calendar: Calendar) -> Result<Fact, Refusal> {
    let (past, day) = (|on: &i32| calendar.past(*on), |on: &i32| calendar.day(*on));
    let why = |text: &str| Line::parse(Field::Reason, text);
    Ok(match noted {
        Noted::Adjusted(on, band, until, reason) => Fact::Adjustment(Adjustment {
            on: past(on),
            band: *band,
            reason: why(reason)?,
            expires_on: day(until),
        }),
        Noted::Deferred(on, until, reason) => {
            Fact::Deferral(Deferral { on: past(on), until: day(until), reason: why(reason)? })
        }
        Noted::Breached(on, kind, what, cleared) => Fact::Breach(Breach {
            on: past(on),
            kind: *kind,
            what: line(what)?,
            cleared_on: cleared.as_ref().map(past),
        }),
        Noted::Escalated(on, level, what, closed) => Fact::Escalation(Escalation {
            on: past(on),
            level: *level,
            what: line(what)?,
            closed_on: closed.as_ref().map(past),
        }),
        Noted::Signalled(on, expires, what, answered) => Fact::Signal(Signal {
            on: past(on),
            what: why(what)?,
            expires_on: day(expires),
            answered_on: answered.as_ref().map(past),
        }),
        Noted::Decider(on, who, part, stance) => {
            let known = named(people, who).map(Who::Contact).next();
            let who = known.unwrap_or(Who::Unnamed);
            Fact::Stakeholder(Stakeholder { on: past(on), who, part: *part, stance: *stance })
        }
        Noted::Answered(on, topic, known, answer) => Fact::Decision(DecisionAnswer {
            on: past(on),
            topic: *topic,
            known: *known,
            answer: line(answer)?,
        }),
        Noted::Fits(on, aspect, rating, evidence) => Fact::Fit(FitRating {
            on: past(on),
            aspect: *aspect,
            rating: Rating::new(*rating)?,
            evidence: why(evidence)?,
        }),
        Noted::Asked(on, kind, specifics, success) => {
            Fact::Ask(Ask { on: past(on), kind: *kind, specifics: line(specifics)?, success: line(success)? })
        }
    })
}
