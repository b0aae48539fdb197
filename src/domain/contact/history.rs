//! The history of a person: changing employers, and correcting what was.

use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::PartnerId;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;

use super::{Contact, Employment, RoleHeld};

impl Contact {
    /// The employments, latest first: those without a last day before those that ended.
    pub fn employments_in_order(&self) -> Vec<(Id<Employment>, &Employment)> {
        latest_first(self.employments.iter().map(|(id, job)| (*id, job)).collect(), |job| (job.from, job.to))
    }

    /// The roles, latest first: those without a last day before those that ended.
    pub fn roles_in_order(&self) -> Vec<(Id<RoleHeld>, &RoleHeld)> {
        latest_first(self.roles.iter().map(|(id, held)| (*id, held)).collect(), |held| (held.from, held.to))
    }

    /// Where the person works on `day`, latest begun first; no partner twice.
    pub fn employers_on(&self, day: Date) -> Vec<PartnerId> {
        let mut employers = Vec::new();
        for (_, job) in self.employments_in_order() {
            if job.holds_on(day) && !employers.contains(&job.partner) {
                employers.push(job.partner);
            }
        }
        employers
    }

    /// Begins at `partner` on `first_day`: whatever the person did until then ends the day before,
    /// and with it their roles at other partners. A new title at the same partner keeps its roles.
    /// Refuses days to come, and a first day on which another employment had only begun.
    pub fn move_to(
        &mut self,
        partner: PartnerId,
        title: Option<Line<120>>,
        first_day: Date,
        moment: &mut Moment<'_>,
    ) -> Result<Id<Employment>, Refusal> {
        Refusal::unless_past(Field::On, first_day, moment.today())?;
        let current = self.employments.iter().filter(|(_, job)| job.holds_on(first_day));
        let mut ended: Vec<_> = current.map(|(id, job)| (*id, job.clone())).collect();
        let last_day = first_day.plus_days(-1);
        for (_, job) in &mut ended {
            if let Some(from) = job.from.filter(|from| *from > last_day) {
                let why = "the day after the last employment began";
                return Err(Refusal::Before { field: Field::On, earliest: from.plus_days(1), why });
            }
            job.to = Some(last_day);
        }
        let left: Vec<PartnerId> = ended.iter().map(|(_, job)| job.partner).collect();
        self.employments.extend(ended);
        for former in left.into_iter().filter(|former| *former != partner) {
            self.give_up_roles(former, last_day);
        }
        Ok(self.join(partner, title, Some(first_day), moment))
    }

    /// Corrects an employment. Refuses a last day before the first, and when it is gone.
    pub fn correct_employment(&mut self, id: Id<Employment>, job: Employment) -> Result<(), Refusal> {
        job.check()?;
        *self.employments.get_mut(&id).ok_or(NO_EMPLOYMENT)? = job;
        Ok(())
    }

    /// Deletes an employment. Roles of that time stay in the history and hold no longer.
    pub fn remove_employment(&mut self, id: Id<Employment>) -> Result<(), Refusal> {
        self.employments.remove(&id).map(|_| ()).ok_or(NO_EMPLOYMENT)
    }

    /// Corrects a role. Refuses a last day before the first, and when it is gone.
    pub fn correct_role(&mut self, id: Id<RoleHeld>, held: RoleHeld) -> Result<(), Refusal> {
        held.check()?;
        *self.roles.get_mut(&id).ok_or(NO_ROLE)? = held;
        Ok(())
    }

    /// Deletes a role.
    pub fn remove_role(&mut self, id: Id<RoleHeld>) -> Result<(), Refusal> {
        self.roles.remove(&id).map(|_| ()).ok_or(NO_ROLE)
    }
}

const NO_EMPLOYMENT: Refusal = Refusal::Gone { what: "This employment" };
const NO_ROLE: Refusal = Refusal::Gone { what: "This role" };

/// By the last day, then the first, then the id, latest first.
fn latest_first<T>(
    times: Vec<(Id<T>, &T)>,
    days: impl Fn(&T) -> (Option<Date>, Option<Date>),
) -> Vec<(Id<T>, &T)> {
    let rank = |time: &(Id<T>, &T)| {
        let (from, to) = days(time.1);
        std::cmp::Reverse((to.unwrap_or(Date::MAX), from, time.0))
    };
    sorted_by_key(times, rank)
}
