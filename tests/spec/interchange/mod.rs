//! Files of other programs.

mod sheet;
