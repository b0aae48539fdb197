//! What the user says about themselves and their year.

use serde::{Deserialize, Serialize};

use super::calendar::FiscalStart;
use super::text::Line;

/// Settings of the whole workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Our own name, as it appears in what we send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_name: Option<Line<120>>,
    /// Our own company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Line<120>>,
    /// The month in which the fiscal year begins.
    #[serde(default)]
    pub fiscal_start: FiscalStart,
}
