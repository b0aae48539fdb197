//! The screens to take pictures of: a name for the file, and the address after the page's own.

/// Every screen that `cargo xtask shots` looks at.
pub const ROUTES: &[(&str, &str)] = &[("start", "")];
