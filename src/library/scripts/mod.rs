//! The scripts that come with the product: a file each, read when they are first asked for.
//!
//! The files are written by hand; the rulebook reads all of them.

use crate::domain::script::Script;

/// The built-in scripts by their words, in the order of the library.
pub static FILES: [(&str, &str); 36] = [
    ("recap", include_str!("recap.json")),
    ("next-steps-close", include_str!("next-steps-close.json")),
    ("difference-reply", include_str!("difference-reply.json")),
    ("ask-statement", include_str!("ask-statement.json")),
    ("framing-numbers", include_str!("framing-numbers.json")),
    ("framing-new-line", include_str!("framing-new-line.json")),
    ("framing-complexity", include_str!("framing-complexity.json")),
    ("objection-probes", include_str!("objection-probes.json")),
    ("decision-questions", include_str!("decision-questions.json")),
    ("give-intel", include_str!("give-intel.json")),
    ("give-comarketing", include_str!("give-comarketing.json")),
    ("give-product", include_str!("give-product.json")),
    ("intent-reply", include_str!("intent-reply.json")),
    ("close-faster", include_str!("close-faster.json")),
    ("forwardable-pitch", include_str!("forwardable-pitch.json")),
    ("recruit-with-win", include_str!("recruit-with-win.json")),
    ("keep-in-touch-tier-1", include_str!("keep-in-touch-tier-1.json")),
    ("keep-in-touch-tier-2", include_str!("keep-in-touch-tier-2.json")),
    ("keep-in-touch-tier-3", include_str!("keep-in-touch-tier-3.json")),
    ("keep-in-touch-tier-4", include_str!("keep-in-touch-tier-4.json")),
    ("review-invite", include_str!("review-invite.json")),
    ("early-win-case-request", include_str!("early-win-case-request.json")),
    ("escalation-note", include_str!("escalation-note.json")),
    ("watch-warning", include_str!("watch-warning.json")),
    ("request-ending-call", include_str!("request-ending-call.json")),
    ("ending-conversation", include_str!("ending-conversation.json")),
    ("joint-narrative-public", include_str!("joint-narrative-public.json")),
    ("joint-narrative-internal", include_str!("joint-narrative-internal.json")),
    ("formal-notice", include_str!("formal-notice.json")),
    ("customer-notice", include_str!("customer-notice.json")),
    ("internal-talking-points", include_str!("internal-talking-points.json")),
    ("deletion-request", include_str!("deletion-request.json")),
    ("deletion-confirmation", include_str!("deletion-confirmation.json")),
    ("alumni-note", include_str!("alumni-note.json")),
    ("post-mortem-invite", include_str!("post-mortem-invite.json")),
    ("post-mortem-summary", include_str!("post-mortem-summary.json")),
];

/// All built-in scripts, in the order of the library. One that cannot be read is left out, which the rulebook
/// keeps from happening.
pub fn all() -> Vec<Script> {
    FILES.iter().filter_map(|(_, text)| Script::read(text).ok()).collect()
}

/// The built-in script of this word.
pub fn built_in(id: &str) -> Option<Script> {
    let (_, text) = FILES.iter().find(|(known, _)| *known == id)?;
    Script::read(text).ok()
}
