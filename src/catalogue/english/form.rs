//! What every form says.

/// Above the buttons, when something is wrong at a field.
pub const ONE_FIELD: &str = "Not saved yet: one field needs a look. What you typed is still here.";
/// Leaves the form.
pub const CANCEL: &str = "Cancel";
/// Before what a thing says now, when somebody else changed it while its form was open.
pub const CHANGED_MEANWHILE: &str = "Somebody changed this while you were writing. It now says: ";
/// Saves what was typed all the same.
pub const SAVE_MINE: &str = "Save mine instead";
/// Leaves it as it is now.
pub const KEEP_THEIRS: &str = "Keep theirs";
