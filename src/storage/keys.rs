//! The keys of one workspace. One origin may hold many apps and many workspaces: nothing without our prefix is ours.

use super::names::DocumentKey;
use super::stamp::Stamp;

/// The keys of one workspace, all of which begin with `bk1:<workspace>:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

/// What a key of ours stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Format, schema, generation.
    Meta,
    /// Count and hash of the document keys.
    Census,
    /// The reserve.
    Pad,
    /// A document.
    Document(DocumentKey),
    /// A document of a workspace that is about to replace this one.
    Staged(DocumentKey),
    /// The records of one action.
    Intent(Stamp),
    /// An unreadable value, kept verbatim.
    Quarantined,
    /// Ours by its prefix, but nothing this version knows: left alone.
    Unknown,
}

impl Keys {
    /// The keys of the workspace of that name. Colons in the name are replaced, so that no workspace is a prefix of another.
    #[must_use]
    pub fn of(workspace: &str) -> Self {
        Self { prefix: format!("bk1:{}:", workspace.replace(':', "-")) }
    }

    /// What all of them begin with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// `meta`.
    #[must_use]
    pub fn meta(&self) -> String {
        self.with("meta")
    }

    /// `census`.
    #[must_use]
    pub fn census(&self) -> String {
        self.with("census")
    }

    /// `pad`.
    #[must_use]
    pub fn pad(&self) -> String {
        self.with("pad")
    }

    /// `d:<kind>/<id>`.
    #[must_use]
    pub fn document(&self, document: &DocumentKey) -> String {
        self.with("d:") + document.as_str()
    }

    /// `n:<kind>/<id>`.
    #[must_use]
    pub fn staged(&self, document: &DocumentKey) -> String {
        self.with("n:") + document.as_str()
    }

    /// `i:<stamp>`.
    #[must_use]
    pub fn intent(&self, stamp: &Stamp) -> String {
        format!("{}i:{stamp}", self.prefix)
    }

    /// `q:<hash>`.
    #[must_use]
    pub fn quarantine(&self, hash: &str) -> String {
        self.with("q:") + hash
    }

    /// What a key stands for; `None` when it is not ours.
    #[must_use]
    pub fn read(&self, key: &str) -> Option<Kept> {
        let name = key.strip_prefix(&self.prefix)?;
        let kept = match name.split_once(':') {
            None if name == "meta" => Kept::Meta,
            None if name == "census" => Kept::Census,
            None if name == "pad" => Kept::Pad,
            Some(("d", document)) => document.parse().map_or(Kept::Unknown, Kept::Document),
            Some(("n", document)) => document.parse().map_or(Kept::Unknown, Kept::Staged),
            Some(("i", stamp)) => stamp.parse().map_or(Kept::Unknown, Kept::Intent),
            Some(("q", _)) => Kept::Quarantined,
            _ => Kept::Unknown,
        };
        Some(kept)
    }

    /// Whether a key holds what an action or a restore has not brought into its documents yet.
    #[must_use]
    pub fn is_unfinished(&self, key: &str) -> bool {
        let name = key.strip_prefix(&self.prefix);
        name.is_some_and(|name| name.starts_with("i:") || name.starts_with("n:"))
    }

    fn with(&self, name: &str) -> String {
        let mut key = self.prefix.clone();
        key.push_str(name);
        key
    }
}
