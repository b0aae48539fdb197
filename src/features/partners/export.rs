//! The list for other programs: the rows found in their order, and the columns shown.

use leptos::prelude::*;

use crate::catalogue::{Word, partners as words};
use crate::domain::health::{Course, Health};
use crate::domain::view::Column;
use crate::domain::{Date, Partner, PartnerId};
use crate::interchange::sheet::Sheet;
use crate::state::desk::Desk;

use super::columns;
use super::state::ListState;

/// The list as it is shown.
pub fn read(desk: Desk, list: ListState, found: Memo<Vec<PartnerId>>) -> (Sheet, Date) {
    let (day, columns) = (list.day.get(), list.columns.get());
    let shown: Vec<Column> = columns::shown(columns).collect();
    let board = list.boards().now;
    let rows = found.with(|found| {
        let row = |id: &PartnerId| {
            let health = board.read(|board, _| board.health(*id).copied());
            let course = if columns.has(Column::Movement) { board.course(*id) } else { None };
            desk.read_once(|workspace| {
                let partner = workspace.partner(*id)?;
                let about = About { partner, day, health, course };
                Some(shown.iter().flat_map(|column| about.cells(*column)).collect())
            })
        };
        found.iter().filter_map(row).collect()
    });
    let headings = shown.iter().flat_map(|column| headings(*column)).map(str::to_owned).collect();
    (Sheet { headings, rows }, day)
}

/// The headings of a column: two where it shows two things.
fn headings(column: Column) -> Vec<&'static str> {
    let heading = columns::heading(column);
    match column {
        Column::Health => vec![heading, words::BAND],
        Column::Movement => vec![words::MOVED],
        Column::Balance => vec![words::GIVEN, words::GOT],
        Column::NextStep => vec![heading, words::NEXT_STEP_DUE],
        _ => vec![heading],
    }
}

/// What a row is made of.
struct About<'a> {
    partner: &'a Partner,
    day: Date,
    health: Option<Health>,
    course: Option<Course>,
}

impl About<'_> {
    /// The cells of a column, one for each of its headings. Days are written as every program reads them.
    fn cells(&self, column: Column) -> Vec<String> {
        let Self { partner, day, health, course } = self;
        let of = |words: Option<String>| words.unwrap_or_default();
        match column {
            Column::Name => vec![partner.profile.name.to_string()],
            Column::Health => {
                let score = health.and_then(|health| health.score).map(|score| score.to_string());
                vec![of(score), of(health.map(|health| health.badge().word().to_owned()))]
            }
            Column::Movement => {
                vec![of(course.and_then(|course| course.movement()).map(|points| points.to_string()))]
            }
            Column::Stage => vec![partner.stage_on(*day).word().to_owned()],
            Column::Tier => vec![partner.tier_on(*day).word().to_owned()],
            Column::Kind => vec![partner.profile.kind.word().to_owned()],
            Column::Owner => vec![of(partner.profile.owner.as_ref().map(ToString::to_string))],
            Column::Tags => {
                let tags = partner.tags_in_order().into_iter();
                vec![tags.map(|tag| tag.as_str().to_owned()).collect::<Vec<_>>().join(", ")]
            }
            Column::Balance => {
                let balance = partner.balance(*day);
                vec![balance.given.to_string(), balance.got.to_string()]
            }
            Column::LastTwoWay => vec![of(partner.last_two_way(*day).map(|on| on.to_string()))],
            Column::NextStep => match partner.next_step(*day) {
                Some(step) => vec![step.what().to_owned(), step.due().to_string()],
                None => vec![String::new(); 2],
            },
        }
    }
}
