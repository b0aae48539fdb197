//! The columns of the table: which there are, and which are shown.

use crate::catalogue::partners as words;

/// A column of the table, in the order shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Who it is; always shown.
    #[default]
    Name,
    /// Where it stands.
    Stage,
    /// Who is responsible on our side.
    Owner,
    /// Points given and got.
    Balance,
    /// The last two-way touch.
    LastTwoWay,
    /// What is due first.
    NextStep,
}

impl Column {
    /// Those that can be chosen, in the order shown.
    pub const CHOOSABLE: [Self; 5] =
        [Self::Stage, Self::Owner, Self::Balance, Self::LastTwoWay, Self::NextStep];

    /// The words of its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Name => words::COLUMN_NAME,
            Self::Stage => words::COLUMN_STAGE,
            Self::Owner => words::COLUMN_OWNER,
            Self::Balance => words::COLUMN_BALANCE,
            Self::LastTwoWay => words::COLUMN_LAST_TWO_WAY,
            Self::NextStep => words::COLUMN_NEXT_STEP,
        }
    }

    /// Whether rows can be put in its order.
    pub const fn is_sortable(self) -> bool {
        !matches!(self, Self::Owner)
    }

    /// The class of its cells, which says on which widths they are seen.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Name => "partners__namecell",
            Self::Stage => "partners__stage",
            Self::Owner => "partners__owner",
            Self::Balance => "partners__givecell",
            Self::LastTwoWay => "partners__touchcell",
            Self::NextStep => "partners__nextcell",
        }
    }

    /// Its name in what this browser remembers.
    const fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Stage => "stage",
            Self::Owner => "owner",
            Self::Balance => "balance",
            Self::LastTwoWay => "last-two-way",
            Self::NextStep => "next-step",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which columns are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns(u16);

impl Columns {
    /// Those shown at first.
    pub const USUAL: Self =
        Self(Column::Stage.bit() | Column::Balance.bit() | Column::LastTwoWay.bit() | Column::NextStep.bit());

    /// Whether a column is shown.
    pub const fn has(self, column: Column) -> bool {
        matches!(column, Column::Name) || self.0 & column.bit() != 0
    }

    /// Shows a column, or no longer.
    pub const fn toggle(&mut self, column: Column) {
        self.0 ^= column.bit();
    }

    /// Those that were remembered; names that this version does not know are passed over.
    pub fn remembered(words: &str) -> Self {
        let known =
            Column::CHOOSABLE.into_iter().filter(|column| words.split(' ').any(|word| word == column.slug()));
        Self(known.fold(0, |columns, column| columns | column.bit()))
    }

    /// To be remembered.
    pub fn to_words(self) -> String {
        let shown = Column::CHOOSABLE.into_iter().filter(|column| self.has(*column));
        shown.map(Column::slug).collect::<Vec<_>>().join(" ")
    }
}
