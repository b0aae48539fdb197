//! The screens, one folder each. They never import one another: they meet in the domain and in
//! [`crate::route`].

pub mod components;
pub mod ending;
pub mod import;
pub mod lessons;
pub mod meetings;
pub mod partner;
pub mod partners;
pub mod people;
pub mod playbooks;
pub mod privacy;
pub mod scripts;
pub mod settings;
pub mod today;

pub use components::ComponentsPage;
pub use ending::EndingPage;
pub use import::ImportPage;
pub use lessons::LessonsPage;
pub use meetings::{MeetingPage, MeetingsPage};
pub use partner::PartnerPage;
pub use partners::PartnersPage;
pub use people::{PeoplePage, PersonPage};
pub use playbooks::{PlaybookPage, PlaybooksPage, RunPage};
pub use privacy::PrivacyPage;
pub use scripts::ScriptsPage;
pub use settings::SettingsPage;
pub use today::TodayPage;
