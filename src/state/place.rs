//! Where the page stands, said by its address and by the pages around it: which workspace is meant, whether it is part of
//! another page, and whether that page may show it.

use std::fmt;

/// What the address of the page asks for, beside the route behind its `#`. Other words in the query mean nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: String,
    /// The workspace beside the usual one: `?workspace=sales`.
    pub workspace: Option<WorkspaceName>,
    /// Whether it is part of another page, which says itself whose it is: `?embed=1`.
    pub is_embedded: bool,
}

/// The name of a workspace beside the usual one: 1 to 32 small letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceName(String);

/// The address names a workspace by what is no name, or names two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadName;

/// How a workspace is named in the query.
const WORKSPACE: &str = "workspace";
/// How the page is asked to be part of another.
const EMBED: &str = "embed=1";
/// The longest name.
const MOST_SIGNS: usize = 32;

impl Place {
    /// Reads the path and the query of an address, as the browser gives them. Nothing is decoded: no sign of a name needs
    /// it. `src/shell/appearance.js` reads them alike.
    ///
    /// # Errors
    /// [`BadName`] when no workspace can be told from it; then none may be opened.
    pub fn read(path: &str, query: &str) -> Result<Self, BadName> {
        let mut place = Self { folder: folder(path), workspace: None, is_embedded: is_embedded(query) };
        for pair in pairs(query) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if name == WORKSPACE && place.workspace.replace(WorkspaceName::read(value)?).is_some() {
                return Err(BadName);
            }
        }
        Ok(place)
    }

    /// The name of the workspace in the keys of the storage. That of the usual one is made of the folder alone, so that two
    /// deployments on one origin stay apart; no folder holds the sign before another one's name.
    pub fn key(&self) -> String {
        match &self.workspace {
            None => self.folder.clone(),
            Some(name) => format!("{}~{name}", self.folder),
        }
    }

    /// The query of the same place in a tab of its own.
    pub fn query_alone(&self) -> String {
        self.workspace.as_ref().map_or_else(String::new, |name| format!("?{WORKSPACE}={name}"))
    }
}

impl WorkspaceName {
    fn read(text: &str) -> Result<Self, BadName> {
        let is_sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if (1..=MOST_SIGNS).contains(&text.len()) && text.bytes().all(is_sign) {
            return Ok(Self(text.to_owned()));
        }
        Err(BadName)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WorkspaceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The query of the usual workspace, as embedded as an address is.
pub fn query_of_usual(query: &str) -> String {
    if is_embedded(query) { format!("?{EMBED}") } else { "?".to_owned() }
}

fn is_embedded(query: &str) -> bool {
    pairs(query).any(|pair| pair == EMBED)
}

fn pairs(query: &str) -> impl Iterator<Item = &str> {
    query.strip_prefix('?').unwrap_or(query).split('&')
}

/// A name for the folder that a page lies in.
fn folder(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut name = String::new();
    for byte in folder.trim_matches('/').bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => name.push(char::from(byte)),
            b'/' => name.push('.'),
            _ => name.push_str(&format!("_{byte:02x}")),
        }
    }
    if name.is_empty() { "home".to_owned() } else { name }
}

/// The origins around the page, nearest first: empty for a page in a tab of its own, `None` where the browser does not say
/// all of them.
pub type Around = Option<Vec<String>>;

/// Whether the owner of the page lets it be shown there. `allowed` holds origins apart by spaces, `self` for the page's
/// own and `*` for any. Who is not known is not let in; a page in a tab of its own always is.
pub fn may_be_shown(allowed: &str, own: &str, around: &Around) -> bool {
    let words = allowed.split_whitespace().map(|word| word.trim_matches('\''));
    if words.clone().any(|word| word == "*") {
        return true;
    }
    let is_allowed = |origin: &String| {
        words.clone().any(|word| match word {
            "self" => origin == own,
            _ => word.trim_end_matches('/').eq_ignore_ascii_case(origin),
        })
    };
    around.as_ref().is_some_and(|around| around.iter().all(|origin| origin != "null" && is_allowed(origin)))
}

/// Whether a page of another site is around this one: then most browsers give it a storage of its own there. Ports of one
/// host are one site to them; whether two hosts are, this cannot tell.
pub fn is_elsewhere(own: &str, around: &Around) -> bool {
    around.as_ref().is_none_or(|around| around.iter().any(|origin| without_port(origin) != without_port(own)))
}

/// Whether a page of another origin is around this one. Browsers let no file be chosen for writing there.
pub fn is_inside_others(own: &str, around: &Around) -> bool {
    around.as_ref().is_none_or(|around| around.iter().any(|origin| origin != own))
}

fn without_port(origin: &str) -> &str {
    match origin.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => origin,
    }
}
