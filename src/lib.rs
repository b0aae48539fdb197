//! Bridgekeeper: a private workbench for partnerships.

pub mod domain;
pub mod storage;
