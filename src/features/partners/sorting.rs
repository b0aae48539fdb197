//! The order of the partners table.

use crate::domain::Date;
use crate::domain::roster::{Roster, RosterLine};

use super::columns::Column;

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub column: Column,
    /// From its end.
    pub is_descending: bool,
}

impl Sorting {
    /// Sorts by a column; by the one already sorted by, the other way round.
    pub fn pick(&mut self, column: Column) {
        *self = Self { column, is_descending: self.column == column && !self.is_descending };
    }

    /// The places in the roster of the partners that are kept, in order. Those without a value come
    /// last either way; equal ones follow their names.
    pub fn places(self, roster: &Roster, is_kept: &dyn Fn(&RosterLine) -> bool) -> Vec<usize> {
        let today = roster.today();
        let days = |day: Date| Date::MIN.days_until(day);
        let value = |line: &RosterLine| match self.column {
            Column::Name | Column::Owner => None,
            Column::Stage => Some(line.stage as i64),
            Column::Balance => {
                let balance = line.partner.balance(today);
                Some(i64::from(balance.given) - i64::from(balance.got))
            }
            Column::LastTwoWay => line.partner.last_two_way(today).map(days),
            Column::NextStep => line.partner.next_step(today).map(|step| days(step.due())),
        };
        if self.column == Column::Name {
            roster.places_by_name(is_kept, self.is_descending)
        } else {
            roster.places(is_kept, &value, self.is_descending)
        }
    }
}
