//! Where one can be: typed, and written in the hash, so any static host, sub-path, frame and
//! `file://` works.

use std::fmt;

use crate::domain::PartnerId;

/// A place in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// All partners; also what an empty hash means.
    Partners,
    /// One partner.
    Partner(PartnerId),
    /// Settings, from the top or at a part.
    Settings(SettingsPart),
    /// The parts of the design system; nothing links here.
    Kit,
    /// A hash that names no place.
    NotFound,
}

/// A part of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SettingsPart {
    /// From the top.
    #[default]
    Top,
    /// Backup and restore.
    Backup,
    /// The storage meter.
    Storage,
    /// What was deleted and can come back.
    Trash,
    /// Erasing everything.
    Erase,
}

impl SettingsPart {
    /// All parts that have an address of their own.
    pub const ADDRESSED: [Self; 4] = [Self::Backup, Self::Storage, Self::Trash, Self::Erase];

    /// Its place in the address, which is also the id of its section.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Backup => "backup",
            Self::Storage => "storage",
            Self::Trash => "deleted",
            Self::Erase => "erase",
        }
    }
}

impl Route {
    /// The place a hash such as `#/partners` means.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash).trim_matches('/');
        let mut parts = path.split('/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("" | "partners", None, None) => Self::Partners,
            ("partners", Some(id), None) => id.parse().map_or(Self::NotFound, Self::Partner),
            ("settings", None, None) => Self::Settings(SettingsPart::Top),
            ("settings", Some(slug), None) => SettingsPart::ADDRESSED
                .into_iter()
                .find(|part| part.slug() == slug)
                .map_or(Self::NotFound, Self::Settings),
            ("kit", None, None) => Self::Kit,
            _ => Self::NotFound,
        }
    }

    /// The address to link to.
    pub fn href(self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Partners | Self::NotFound => f.write_str("/partners"),
            Self::Partner(id) => write!(f, "/partners/{id}"),
            Self::Kit => f.write_str("/kit"),
            Self::Settings(SettingsPart::Top) => f.write_str("/settings"),
            Self::Settings(part) => write!(f, "/settings/{}", part.slug()),
        }
    }
}
