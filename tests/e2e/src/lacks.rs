//! What a browser cannot do and a journey would need, in one place, with the reason.

use crate::browsers::Which;
use crate::session::Session;
use std::io::Write;

/// Something that one of the browsers does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// To be told of every task that keeps a page from answering.
    LongTasks,
    /// A file that the page may write to again and again, once it was chosen.
    FilesToWriteTo,
    /// Pages that become apps.
    Installing,
    /// A driver whose reload is answered by the service worker, as a person's is.
    ReloadingFromKept,
    /// A log of everything it asks the network for.
    NetLog,
}

impl Lack {
    /// Why this browser does not have it; `None` when it does.
    fn of(self, which: Which) -> Option<&'static str> {
        match (which, self) {
            (Which::Chromium, _) => None,
            (Which::Firefox, Self::LongTasks) => {
                Some("has no Long Tasks API, so nobody says how long a task kept the page from answering")
            }
            (Which::Firefox, Self::ReloadingFromKept) => Some(
                "is loaded anew past its service worker by the driver, so an old version cannot be told from a new one",
            ),
            (Which::Firefox, Self::Installing) => {
                Some("installs no pages on a desktop, so nobody says whether this one could be installed")
            }
            (Which::Firefox, Self::NetLog) => {
                Some("writes no log of its requests, names and sockets that a program could read")
            }
            (Which::Firefox, Self::FilesToWriteTo) => Some(
                "has no showSaveFilePicker, so a page cannot write to a chosen file, and does not offer it",
            ),
        }
    }
}

impl Session {
    /// Whether this browser lacks it. Then it says so aloud: what the journey leaves out does not pass in silence.
    pub fn lacks(&self, lack: Lack) -> bool {
        let Some(why) = lack.of(self.which()) else { return false };
        let which = self.which().name();
        // Nobody listening is no reason to fail. The harness swallows only what `print!` writes.
        writeln!(std::io::stderr(), "      lacking in {}: {which} {why}", self.name()).ok();
        true
    }
}
