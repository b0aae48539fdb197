//! The settings.

/// Heading: how the page looks.
pub const APPEARANCE: &str = "Appearance";
/// Below [`APPEARANCE`].
pub const APPEARANCE_ABOUT: &str = "Kept in this browser alone; it is no part of a backup.";
/// Light or dark.
pub const THEME: &str = "Theme";
/// The themes: as the system says, light, dark.
pub const THEMES: [&str; 3] = ["System", "Light", "Dark"];
/// How close things stand.
pub const DENSITY: &str = "Density";
/// The densities.
pub const DENSITIES: [&str; 2] = ["Comfortable", "Compact"];
/// Hides what is private.
pub const PRESENTER: &str = "Presenter mode";
/// Below [`PRESENTER`].
pub const PRESENTER_ABOUT: &str =
    "Hides private notes on people while others look on. Ctrl or ⌘ with the full stop does the same.";
/// Heading: keys.
pub const KEYBOARD: &str = "Keyboard";
/// Below [`KEYBOARD`].
pub const KEYBOARD_ABOUT: &str = "The question mark shows all shortcuts.";
/// Keys without a modifier.
pub const SINGLE_KEYS: &str = "Single-key shortcuts";
/// Below [`SINGLE_KEYS`].
pub const SINGLE_KEYS_ABOUT: &str =
    "Such as n for something new, or g and then p for Partners. Never active while you type.";
