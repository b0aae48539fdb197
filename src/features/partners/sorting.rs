//! The order of the partners table.

use std::cmp::Ordering;

use crate::domain::order::sorted_by;
use crate::domain::{Date, Partner, PartnerId};

/// A column that sorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// By name.
    #[default]
    Name,
    /// By stage, in the order of a partnership.
    Stage,
    /// By the last two-way touch, longest silence first.
    LastTwoWay,
    /// By the day the next step is due.
    NextStep,
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub column: Column,
    /// From its end.
    pub is_descending: bool,
}

/// What a row is sorted by; rows without a value come last either way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    value: Option<i64>,
    name: String,
}

impl Column {
    /// The words of its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Name => "Partner",
            Self::Stage => "Stage",
            Self::LastTwoWay => "Last two-way",
            Self::NextStep => "Next step",
        }
    }
}

impl Sorting {
    /// Sorts by a column; by the one already sorted by, the other way round.
    pub fn pick(&mut self, column: Column) {
        *self = Self { column, is_descending: self.column == column && !self.is_descending };
    }

    /// What the table shows, for those who do not see it.
    pub fn caption(self) -> String {
        let order = if self.is_descending { "descending" } else { "ascending" };
        format!("Partners, sorted by {}, {order}", self.column.heading().to_lowercase())
    }

    /// What `partner` is sorted by today.
    pub fn key(self, partner: &Partner, today: Date) -> Key {
        let days = |day: Date| Date::MIN.days_until(day);
        let value = match self.column {
            Column::Name => Some(0),
            Column::Stage => Some(partner.stage_on(today) as i64),
            Column::LastTwoWay => partner.last_two_way(today).map(days),
            Column::NextStep => partner.next_step(today).map(|step| days(step.due())),
        };
        Key { value, name: partner.profile.name.as_str().to_lowercase() }
    }

    /// Puts rows in order; equal ones by name.
    pub fn sort(self, rows: Vec<(Key, PartnerId)>) -> Vec<(Key, PartnerId)> {
        let directed = |order: Ordering| if self.is_descending { order.reverse() } else { order };
        sorted_by(rows, |(one, one_id), (other, other_id)| {
            let by_value = match (one.value, other.value) {
                (Some(one), Some(other)) => directed(one.cmp(&other)),
                (one, other) => other.is_some().cmp(&one.is_some()),
            };
            let by_name = one.name.cmp(&other.name);
            let by_name = if self.column == Column::Name { directed(by_name) } else { by_name };
            by_value.then(by_name).then(one_id.cmp(other_id))
        })
    }
}
