//! Links and custom fields.

/// Heading.
pub const LINKS: &str = "Links";
/// Said when there are none.
pub const NO_LINKS: &str = "No links yet. Portal, contract, shared folder: what do you look for most?";
/// What a link is.
pub const LABEL: &str = "Label";
/// Where it leads.
pub const ADDRESS: &str = "Address";
/// Below [`ADDRESS`].
pub const ADDRESS_HINT: &str = "A web page, a mail address or a phone number.";
/// Heading.
pub const FIELDS: &str = "Your own fields";
/// Said when there are none.
pub const NO_FIELDS: &str =
    "None yet. Keep here what only your partnerships need, such as a contract number.";
/// The name of a field.
pub const FIELD_NAME: &str = "Field";
/// What it says.
pub const FIELD_VALUE: &str = "Value";
/// Below [`FIELD_VALUE`].
pub const FIELD_HINT: &str = "One line, up to 500 characters.";
/// Adds one more.
pub const ADD: &str = "Add";
/// Saves a correction.
pub const SAVE: &str = "Save";
/// Takes an entry out.
pub const REMOVE: &str = "Remove";
/// Said afterwards.
pub const REMOVED: &str = "Removed";

/// "Edit Partner portal".
pub fn edit(what: &str) -> String {
    format!("Edit {what}")
}

/// "Remove Partner portal".
pub fn remove(what: &str) -> String {
    format!("Remove {what}")
}

/// An entry in one line, for comparing two versions.
pub fn told(name: &str, text: &str) -> String {
    if name.is_empty() { text.to_owned() } else { format!("{name}: {text}") }
}
