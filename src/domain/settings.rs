//! What the user says about themselves and their year.

use serde::Serialize;

use crate::domain::fields::reads;

use super::calendar::FiscalStart;
use super::text::Line;

/// Settings of the whole workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Our own name, as it appears in what we send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_name: Option<Line<120>>,
    /// Our own company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<Line<120>>,
    /// The month in which the fiscal year begins.
    pub fiscal_start: FiscalStart,
}

reads!(Settings {} or_not { own_name, company, fiscal_start });
