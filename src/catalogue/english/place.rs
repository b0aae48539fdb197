//! Where the page stands: a workspace that is none, and pages of others around it.

/// Heading for an address that names a workspace by what is no name.
pub const NO_WORKSPACE: &str = "This address names no workspace";
/// Below [`NO_WORKSPACE`].
pub const NO_WORKSPACE_WHY: &str = "Behind “workspace=” belongs a name of 1 to 32 small letters, digits and hyphens, such as \
                                    “sales” or “north-2”. Nothing was opened, and nothing was changed.";
/// The way back from [`NO_WORKSPACE`].
pub const GO_TO_USUAL: &str = "Open the usual workspace";
/// Heading where the owner does not let the page be shown.
pub const NOT_SHOWN: &str = "Bridgekeeper is not shown here";
/// Below [`NOT_SHOWN`].
pub const NOT_SHOWN_WHY: &str = "Whoever runs this copy lets it be part of certain pages only. This page is not one of them, or \
                                 the browser does not say which page it is. In a tab of its own it works as ever.";
/// Leaves the page around it.
pub const OPEN_ALONE: &str = "Open in a tab of its own";

/// The note about a page of another site around this one, for those who do not see it.
pub const ELSEWHERE: &str = "About this copy";
/// Said once inside a page of another site.
pub const ELSEWHERE_WHY: &str = "This copy is part of a page of another site, and keeps its own data: most browsers show what \
                                 you enter here only here, and not in a tab of its own.";
/// Takes [`ELSEWHERE_WHY`] away for good.
pub const UNDERSTOOD: &str = "Understood";

/// The mark at the top, with the name of the workspace.
pub fn brand(workspace: &str) -> String {
    format!("Bridgekeeper {workspace}: go to Today")
}

/// The name of a file that holds a backup, without its ending.
pub fn backup_file(workspace: Option<&str>, what: &str) -> String {
    workspace.map_or_else(|| format!("bridgekeeper-{what}"), |name| format!("bridgekeeper-{name}-{what}"))
}
