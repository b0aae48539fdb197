//! What is kept at hand: scripts and playbooks.

/// Keeps something at hand.
pub const KEEP: &str = "Keep at hand";
/// Keeps it no longer.
pub const LET_GO: &str = "No longer keep at hand";
/// Heading of what is kept.
pub const AT_HAND: &str = "At hand";
