//! Where one can be: typed, and written in the hash, so any static host, sub-path, frame and
//! `file://` works.

use std::fmt;

use crate::domain::checklist::{RunId, TemplateKey};
use crate::domain::script::Slug;
use crate::domain::{ContactId, MeetingId, PartnerId};

/// A place in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// What the day asks for; also what an empty hash means.
    Today,
    /// All partners.
    Partners,
    /// One partner, at its overview.
    Partner(PartnerId),
    /// One partner, at another of its tabs.
    PartnerPart(PartnerId, PartnerPart),
    /// The ending of a partner.
    Ending(PartnerId),
    /// What endings taught.
    Lessons,
    /// All people, across partners.
    People,
    /// One person.
    Person(ContactId),
    /// All meetings.
    Meetings,
    /// One meeting.
    Meeting(MeetingId),
    /// All playbooks, and those at work.
    Playbooks,
    /// One playbook.
    Playbook(TemplateKey),
    /// A playbook at work.
    Run(RunId),
    /// The library of scripts, perhaps for a partner.
    Scripts(Option<PartnerId>),
    /// One script, perhaps for a partner.
    Script(Slug, Option<PartnerId>),
    /// An own script, to change it.
    ScriptEditor(Slug),
    /// Lists of other programs, to be brought in.
    Import,
    /// What the page does with what is typed, and how to check.
    Privacy,
    /// Settings, from the top or at a part.
    Settings(SettingsPart),
    /// The parts of the design system; nothing links here.
    Kit,
    /// A hash that names no place.
    NotFound,
}

/// A tab of a partner beside its overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerPart {
    /// Who works there, and who did.
    People,
    /// Meetings with them.
    Meetings,
    /// Promises and milestones of both sides.
    Promises,
    /// What was given and got.
    Exchange,
    /// What came of it.
    Traction,
    /// Whether they fit, how they decide, and what stands in the way.
    Fit,
    /// Playbooks at work.
    Playbooks,
    /// Everything that was recorded.
    History,
}

impl PartnerPart {
    /// All tabs, in their order.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Meetings,
        Self::Promises,
        Self::Exchange,
        Self::Traction,
        Self::Fit,
        Self::Playbooks,
        Self::History,
    ];

    /// Its place in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Meetings => "meetings",
            Self::Promises => "promises",
            Self::Exchange => "give-and-get",
            Self::Traction => "traction",
            Self::Fit => "fit-and-decision",
            Self::Playbooks => "playbooks",
            Self::History => "history",
        }
    }
}

/// A part of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SettingsPart {
    /// From the top.
    #[default]
    Top,
    /// Backup and restore.
    Backup,
    /// Lists of other programs.
    Import,
    /// What has a day, for calendars.
    Calendar,
    /// The storage meter.
    Storage,
    /// What health counts, and how much.
    HealthModel,
    /// Theme and density.
    Appearance,
    /// Shortcuts.
    Keyboard,
    /// What was deleted and can come back.
    Trash,
    /// Erasing everything.
    Erase,
}

impl SettingsPart {
    /// All parts that have an address of their own.
    pub const ADDRESSED: [Self; 9] = [
        Self::Backup,
        Self::Import,
        Self::Calendar,
        Self::Storage,
        Self::HealthModel,
        Self::Appearance,
        Self::Keyboard,
        Self::Trash,
        Self::Erase,
    ];

    /// Its place in the address, which is also the id of its section.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Backup => "backup",
            Self::Import => "import",
            Self::Calendar => "calendars",
            Self::Storage => "storage",
            Self::HealthModel => "health-model",
            Self::Appearance => "appearance",
            Self::Keyboard => "keyboard",
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
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        if parts.next().is_some() {
            return Self::NotFound;
        }
        match (first, second, third) {
            ("", None, None) => Self::Today,
            ("partners", None, None) => Self::Partners,
            ("partners", Some(id), None) => id.parse().map_or(Self::NotFound, Self::Partner),
            ("partners", Some(id), Some(ENDING)) => id.parse().map_or(Self::NotFound, Self::Ending),
            ("partners", Some(id), Some(slug)) => {
                let part = PartnerPart::ALL.into_iter().find(|part| part.slug() == slug);
                match (id.parse(), part) {
                    (Ok(id), Some(part)) => Self::PartnerPart(id, part),
                    _ => Self::NotFound,
                }
            }
            ("lessons", None, None) => Self::Lessons,
            ("people", None, None) => Self::People,
            ("people", Some(id), None) => id.parse().map_or(Self::NotFound, Self::Person),
            ("meetings", None, None) => Self::Meetings,
            ("meetings", Some(id), None) => id.parse().map_or(Self::NotFound, Self::Meeting),
            ("playbooks", None, None) => Self::Playbooks,
            ("playbooks", Some(key), None) => TemplateKey::read(key).map_or(Self::NotFound, Self::Playbook),
            ("runs", Some(id), None) => id.parse().map_or(Self::NotFound, Self::Run),
            ("scripts", None, None) => Self::Scripts(None),
            ("scripts", Some(FOR), Some(id)) => {
                id.parse().map_or(Self::NotFound, |id| Self::Scripts(Some(id)))
            }
            ("scripts", Some(slug), third) => script(slug, third).unwrap_or(Self::NotFound),
            ("settings", None, None) => Self::Settings(SettingsPart::Top),
            ("settings", Some(slug), None) => SettingsPart::ADDRESSED
                .into_iter()
                .find(|part| part.slug() == slug)
                .map_or(Self::NotFound, Self::Settings),
            ("import", None, None) => Self::Import,
            ("privacy", None, None) => Self::Privacy,
            ("kit", None, None) => Self::Kit,
            _ => Self::NotFound,
        }
    }

    /// The address to link to.
    pub fn href(self) -> String {
        format!("#{self}")
    }
}

/// Stands behind a partner, for its ending.
const ENDING: &str = "ending";
/// Stands where the word of a script would: the partner the library is for follows.
const FOR: &str = "for";
/// Stands behind the word of an own script.
const EDIT: &str = "edit";

fn script(slug: &str, third: Option<&str>) -> Option<Route> {
    let slug = slug.parse().ok().filter(|_| slug != FOR)?;
    Some(match third {
        None => Route::Script(slug, None),
        Some(EDIT) => Route::ScriptEditor(slug),
        Some(partner) => Route::Script(slug, Some(partner.parse().ok()?)),
    })
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today | Self::NotFound => f.write_str("/"),
            Self::Partners => f.write_str("/partners"),
            Self::Partner(id) => write!(f, "/partners/{id}"),
            Self::PartnerPart(id, part) => write!(f, "/partners/{id}/{}", part.slug()),
            Self::Ending(id) => write!(f, "/partners/{id}/{ENDING}"),
            Self::Lessons => f.write_str("/lessons"),
            Self::People => f.write_str("/people"),
            Self::Person(id) => write!(f, "/people/{id}"),
            Self::Meetings => f.write_str("/meetings"),
            Self::Meeting(id) => write!(f, "/meetings/{id}"),
            Self::Playbooks => f.write_str("/playbooks"),
            Self::Playbook(key) => write!(f, "/playbooks/{key}"),
            Self::Run(id) => write!(f, "/runs/{id}"),
            Self::Scripts(None) => f.write_str("/scripts"),
            Self::Scripts(Some(partner)) => write!(f, "/scripts/{FOR}/{partner}"),
            Self::Script(slug, None) => write!(f, "/scripts/{slug}"),
            Self::Script(slug, Some(partner)) => write!(f, "/scripts/{slug}/{partner}"),
            Self::ScriptEditor(slug) => write!(f, "/scripts/{slug}/{EDIT}"),
            Self::Import => f.write_str("/import"),
            Self::Privacy => f.write_str("/privacy"),
            Self::Kit => f.write_str("/kit"),
            Self::Settings(SettingsPart::Top) => f.write_str("/settings"),
            Self::Settings(part) => write!(f, "/settings/{}", part.slug()),
        }
    }
}
