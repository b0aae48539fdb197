//! What the page does with what is typed. The README says the same in the same words, and a test holds the two together;
//! each claim names what proves it.

/// What it is about.
pub const LEDE: &str =
    "What this page does with what you type, what it asks the network for, and how you can check.";

/// Heading of the claims.
pub const PROMISES: &str = "What it promises";
/// The claims. In order: there is nothing else in the source; journey `proof` and `cargo xtask dist`, which refuses a
/// build that could talk; the journeys that work without a server; the policy of the published page.
pub const CLAIMS: [&str; 4] = [
    "There is no server behind Bridgekeeper, no account, no analytics, and nothing in it is anybody else’s.",
    "The page loads its own files from the address it came from, and asks the network for nothing else.",
    "What you type leaves this browser only in a file you save, a page you print, a text you copy, or a link you open.",
    "The browser holds the page to it: a policy in the page refuses every other connection.",
];

/// Heading of the checks.
pub const CHECKS: &str = "How it is checked";
/// The checks.
pub const CHECKED: [&str; 2] = [
    "In every test run a browser that logs all its traffic goes through every screen: each request, each name it looks \
     up, each connection. Only this page’s own files may be in the log, and no breach of the policy.",
    "A build is refused when one of its scripts holds a way to send anything or to run text as code, other than loading \
     the page’s own files.",
];
/// How to check by oneself.
pub const YOURSELF: &str = "See for yourself: open your browser’s developer tools, choose Network, and work as you do \
                            every day.";

/// Heading of what cannot be promised.
pub const LIMITS: &str = "What it cannot promise";
/// What cannot be promised.
pub const LIMITED: [&str; 4] = [
    "The browser may delete what it stores, for example when you clear site data, in a private window, or in Safari after \
     a week without a visit.",
    "Other pages of the same address can read it: all pages of one origin share one storage.",
    "What is stored is not encrypted. Whoever can use this browser profile can read it, and so can its extensions.",
    "A backup, an export or a calendar is a plain file. Where you put it is up to you.",
];

/// Heading of what is so here.
pub const THIS_COPY: &str = "This copy";
/// Before the address it came from.
pub const LOADED_FROM: &str = "Loaded from";
/// Before where its data is.
pub const KEPT_IN: &str = "Keeps what you type in";
/// Where its data is.
pub const BROWSER: &str = "this browser’s storage, under this address";
/// Where its data is while the browser stores nothing.
pub const MEMORY: &str = "memory: it is gone when you close this tab";
/// Leads to the storage meter.
pub const STORAGE: &str = "What is stored, and how much";
/// Leads to the backup.
pub const BACKUP: &str = "Download a backup";
/// Leads to erasing.
pub const ERASE: &str = "Erase everything";
