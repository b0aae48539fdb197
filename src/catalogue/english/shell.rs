//! The frame: places, save state, banners, notices.

/// Skips the frame for the keyboard.
pub const SKIP_TO_CONTENT: &str = "Skip to content";
/// Heading for a hash that names no place.
pub const NOWHERE: &str = "This address leads nowhere";
/// Below [`NOWHERE`].
pub const NOWHERE_WHY: &str = "It may come from another version of Bridgekeeper, or a part of it is missing.";
/// The way back from [`NOWHERE`].
pub const GO_TO_PARTNERS: &str = "Go to Partners";
/// The place of people, in the navigation, titles and breadcrumbs.
pub const PEOPLE: &str = "People";
