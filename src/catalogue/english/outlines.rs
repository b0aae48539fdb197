//! What is taken along in words: the one-pager of a partner, a brief, a recap, a playbook, an ending. Nothing private is in
//! any of them: no research on people, no private note, no note that stays with us.

use super::domain::{Word, day};
use super::{companion, ending, meeting as meetings, partner as partners, run as runs};
use crate::domain::agenda::{Task, open_tasks};
use crate::domain::checklist::{MarkState, Sheet};
use crate::domain::ending::Chapter;
use crate::domain::fact::DecisionTopic;
use crate::domain::health::Health;
use crate::domain::meeting::recap::{self, blocks};
use crate::domain::meeting::{BriefPart, Probe};
use crate::domain::order::sorted_by;
use crate::domain::order::sorted_by_key;
use crate::domain::outline::{Block, Outline};
use crate::domain::{
    Commitment, ContactId, Date, Meeting, MeetingId, Milestone, Partner, PartnerId, Side, Workspace,
};

/// Copies words as Markdown.
pub const COPY: &str = "Copy as Markdown";
/// Downloads them.
pub const DOWNLOAD: &str = "Download as Markdown (.md)";
/// Said once they are downloaded.
pub const DOWNLOADED: &str = "Downloaded, without private notes";
/// Said once they are copied.
pub const COPIED: &str = "Copied as Markdown, without private notes";
/// The browser let nothing be copied.
pub const NOT_COPIED: &str = "The browser let nothing be copied. Download it instead.";
/// Opens both for the one-pager.
pub const ONE_PAGER: &str = "Take the one-pager along";
/// Opens both for the recap.
pub const RECAP: &str = "Take the recap along";
/// Opens both for what is told of an ending.
pub const ENDING: &str = "Take along as Markdown";
/// Copies the story both tell.
pub const COPY_STORY: &str = "Copy the story";
/// Downloads it.
pub const DOWNLOAD_STORY: &str = "Download the story";
/// Copies the post-mortem, which is for our own people.
pub const COPY_LESSON: &str = "Copy the post-mortem";
/// Downloads it.
pub const DOWNLOAD_LESSON: &str = "Download the post-mortem";

/// The name of a file.
pub fn file(stem: &str, day: Date) -> String {
    format!("{stem}-{day}.md")
}

/// Days back that results are told from.
const RECENT_DAYS: i64 = 180;
/// Touches that are told.
const MOST_TOUCHES: usize = 5;

// ---------------------------------------------------------------- the one-pager

const HEALTH: &str = "Health";
const LAST_TOUCHES: &str = "Last touches";
const RECENT_RESULTS: &str = "Results of the last 180 days";

/// A partner on one page, as it is on a day.
pub fn one_pager(
    workspace: &Workspace,
    id: PartnerId,
    health: Option<&Health>,
    today: Date,
) -> Option<Outline> {
    let partner = workspace.partner(id)?;
    let profile = &partner.profile;
    let mut page = Outline::of(profile.name.to_string());
    let stage = partner.stage_on(today).word();
    let stage = partner.in_stage_since(today).map_or(stage.to_owned(), |on| partners::stage_since(stage, on));
    page.fact(partners::STAGE, Some(stage));
    page.fact(partners::TIER, Some(partner.tier_on(today).word().to_owned()));
    page.fact(partners::KIND, Some(profile.kind.word().to_owned()));
    page.fact(HEALTH, health.map(health_line));
    page.fact(partners::PARTNER_SINCE, profile.launched_on.map(day));
    page.fact(partners::OWNER, profile.owner.as_ref().map(ToString::to_string));
    page.fact(partners::DOMAIN, profile.domain.as_ref().map(ToString::to_string));
    ask(&mut page, partner, today);
    page.list(partners::PEOPLE, people(workspace, id, today));
    page.list(partners::OPEN_PROMISES, open(partner, today, None));
    page.list(LAST_TOUCHES, touches(partner, today));
    page.list(RECENT_RESULTS, results(partner, today));
    page.words(Some(format!(
        "As of {}, for your own people. Research and private notes are left out.",
        day(today)
    )));
    Some(page)
}

fn health_line(health: &Health) -> String {
    let band = health.badge().word();
    health.score.map_or(band.to_owned(), |score| format!("{score}, {band}"))
}

fn ask(page: &mut Outline, partner: &Partner, today: Date) {
    if let Some((_, ask)) = partner.ask(today) {
        page.heading(meetings::THE_ASK);
        let what = ask.specifics.as_ref().map_or_else(|| ask.kind.word().to_owned(), ToString::to_string);
        page.words(Some(what));
        page.fact(meetings::SUCCESS, ask.success.as_ref().map(ToString::to_string));
    }
}

fn people(workspace: &Workspace, id: PartnerId, today: Date) -> Vec<String> {
    let here = workspace.contacts.values().filter_map(|contact| {
        let (_, job) = contact.employment_at(id, today)?;
        let name = contact.person.name.to_string();
        let title = job.title.as_ref().map(ToString::to_string);
        let roles = contact.roles_at(id, today).into_iter().map(|role| role.word().to_owned());
        let facts: Vec<String> = title.into_iter().chain(roles).collect();
        Some(if facts.is_empty() { name } else { format!("{name}: {}", facts.join(", ")) })
    });
    sorted_by(here.collect(), |one: &String, other| one.to_lowercase().cmp(&other.to_lowercase()))
}

/// What is open on either side, first due first; but for what was agreed in a meeting, if one is named.
fn open(partner: &Partner, today: Date, but: Option<MeetingId>) -> Vec<String> {
    let told = |(due, task, _): (Date, Task, Option<Side>)| {
        let (what, whose) = match task {
            Task::Promise(id) => {
                let promise = partner.entry::<Commitment>(id)?;
                if but.is_some() && promise.from_meeting == but {
                    return None;
                }
                let person = promise.person.as_ref().map(crate::domain::Line::as_str);
                (promise.what.to_string(), partners::whose(promise.side.word(), person))
            }
            Task::Milestone(id) => {
                (partner.entry::<Milestone>(id)?.what.to_string(), partners::BOTH_SIDES.to_owned())
            }
        };
        Some((due, format!("{what}. {whose}, {}", due_words(due, today))))
    };
    let told = open_tasks(partner, today).filter_map(told).collect();
    sorted_by_key(told, |(due, _)| *due).into_iter().map(|(_, words)| words).collect()
}

fn due_words(due: Date, today: Date) -> String {
    if due < today { format!("due {}, late", day(due)) } else { format!("due {}", day(due)) }
}

fn touches(partner: &Partner, today: Date) -> Vec<String> {
    let points = partner.touchpoints.values().filter(|touch| touch.on <= today).map(|touch| {
        let way = if touch.two_way { partners::TWO_WAY } else { partners::ONE_WAY };
        (touch.on, format!("{}: {}, {way}", day(touch.on), touch.channel.word()))
    });
    let held = partner.meetings.all.values().filter_map(|meeting| {
        let on = meeting.held_on.filter(|on| *on <= today)?;
        Some((on, format!("{}: {}, {}", day(on), meeting.title, meeting.how.word().to_lowercase())))
    });
    let mut all = sorted_by_key(points.chain(held).collect(), |(on, _)| *on);
    all.reverse();
    all.into_iter().take(MOST_TOUCHES).map(|(_, words)| words).collect()
}

fn results(partner: &Partner, today: Date) -> Vec<String> {
    let recent = partner.traction.values().filter(|event| {
        let days = event.on.days_until(today);
        (0..RECENT_DAYS).contains(&days)
    });
    let told = recent.map(|event| {
        let amount = event.amount.as_ref().map(|amount| format!(", {amount}")).unwrap_or_default();
        (event.on, format!("{}: {}{amount}", day(event.on), event.kind.word()))
    });
    let mut all = sorted_by_key(told.collect(), |(on, _)| *on);
    all.reverse();
    all.into_iter().map(|(_, words)| words).collect()
}

// ---------------------------------------------------------------- a meeting

/// The brief of a meeting.
pub fn brief(workspace: &Workspace, id: MeetingId, today: Date) -> Option<Outline> {
    let (partner_id, meeting) = workspace.meeting(id)?;
    let partner = workspace.partner(partner_id)?;
    let mut page = Outline::of(meetings::heading(partner.profile.name.as_str(), meeting.title.as_str()));
    page.words(Some(meetings::when(meeting, today)));
    let theirs = guests(workspace, partner_id, meeting, today);
    let heading = if theirs.len() > 1 { meetings::THE_PEOPLE } else { meetings::THE_PERSON };
    page.list(heading, theirs);
    let written = |part| partner.meetings.brief(id, part);
    let pressed = [
        (meetings::EVIDENCE, written(BriefPart::Evidence)),
        (meetings::FRAMING, written(BriefPart::Framing)),
    ];
    section(&mut page, meetings::PRESSURE, pressed);
    ask(&mut page, partner, today);
    section(&mut page, meetings::BRING, [("", written(BriefPart::Bring))]);
    let probes = partner.meetings.of::<Probe>(id).into_iter().map(|(_, probe)| match probe.answer {
        Some(answer) => format!("{} {answer}", probe.text),
        None => probe.text.to_string(),
    });
    page.list(meetings::PROBES, probes.collect());
    page.list(meetings::DECISION, decision(partner, today));
    section(&mut page, meetings::QUESTIONS, [("", written(BriefPart::Questions))]);
    page.list(meetings::OPEN, open(partner, today, Some(id)));
    Some(page)
}

fn section<const COUNT: usize>(page: &mut Outline, heading: &str, parts: [(&str, Option<String>); COUNT]) {
    if parts.iter().any(|(_, words)| words.is_some()) {
        page.heading(heading);
    }
    for (label, words) in parts {
        if label.is_empty() { page.words(words) } else { page.fact(label, words) }
    }
}

fn guests(workspace: &Workspace, partner: PartnerId, meeting: &Meeting, today: Date) -> Vec<String> {
    let told = |(contact, name): (Option<ContactId>, &crate::domain::Line<120>)| {
        let Some(contact) = contact.and_then(|id| workspace.contacts.get(&id)) else {
            return name.to_string();
        };
        let title = contact.employment_at(partner, today).and_then(|(_, job)| job.title.as_ref());
        let name = &contact.person.name;
        title.map_or_else(|| name.to_string(), |title| format!("{name}: {title}"))
    };
    meeting.guests().map(told).collect()
}

fn decision(partner: &Partner, today: Date) -> Vec<String> {
    let topics = [
        DecisionTopic::Steps,
        DecisionTopic::Timeline,
        DecisionTopic::Precedent,
        DecisionTopic::PaperProcess,
    ];
    let told = topics.into_iter().filter_map(|topic| {
        let (_, answer) = partner.decision_answer(topic, today)?;
        let bare = || companion::bare_answer(topic, answer.known).to_owned();
        let words = answer.answer.as_ref().map_or_else(bare, ToString::to_string);
        Some(format!("{}: {words}", meetings::topic(topic).0))
    });
    told.collect()
}

/// A recap, from its words.
pub fn recap(subject: &str, words: &str) -> Outline {
    let mut page = Outline::of(subject.to_owned());
    for block in blocks(words) {
        match block {
            recap::Block::Heading(words) => page.heading(&words),
            recap::Block::Paragraph(lines) => page.words(Some(lines.join("\n"))),
            recap::Block::List(items) => {
                page.blocks.extend(items.into_iter().map(|item| Block::Item(0, item)));
            }
        }
    }
    page
}

// ---------------------------------------------------------------- a playbook

/// A playbook at work, such as a business review, with what was done and what is open.
pub fn run(sheet: Sheet<'_>, whose: &str, today: Date) -> Outline {
    let mut page = Outline::of(runs::titled(&sheet.run.title, whose));
    let progress = sheet.progress(today);
    page.words(Some(runs::done_of(progress)));
    for (place, section) in sheet.template.sections.iter().enumerate() {
        let mut standings = sheet.standings().filter(|standing| standing.section == place).peekable();
        if standings.peek().is_some() {
            page.heading(&section.title);
        }
        for standing in standings {
            let text = &standing.item.text;
            let (is_done, words) = match standing.state() {
                MarkState::Done { on, .. } => (true, format!("{text} ({})", day(*on))),
                MarkState::NotApplicable { reason, .. } => {
                    (true, format!("{text} ({}: {reason})", runs::DOES_NOT_APPLY))
                }
                MarkState::Blocked { by } => (false, format!("{text} ({})", runs::waits_for(by.as_str()))),
                MarkState::Open => {
                    let due = standing.due.map(|due| format!(" ({})", due_words(due, today)));
                    (false, [text.as_str(), &due.unwrap_or_default()].concat())
                }
            };
            page.blocks.push(Block::Task(is_done, words));
        }
    }
    page
}

// ---------------------------------------------------------------- an ending

/// The story both tell: for anybody who asks.
pub fn story(name: &str, chapter: &Chapter) -> Option<Outline> {
    let story = &chapter.story;
    let joint = story.joint.as_ref()?;
    let mut page = Outline::of(ending::ending_with(name));
    page.words(Some(joint.to_string()));
    let agreed = story.agreed_with.as_ref().map(|with| ending::agreed_with(with.as_str()));
    page.words(Some(agreed.unwrap_or_else(|| ending::NOT_AGREED.to_owned())));
    Some(page)
}

/// The post-mortem, for our own people: the whys down to their causes, and what changes.
pub fn post_mortem(name: &str, chapter: &Chapter, today: Date) -> Option<Outline> {
    let branches = chapter.branches();
    if branches.is_empty() {
        return None;
    }
    let mut page = Outline::of(format!("Post-mortem: {name}"));
    page.fact("Why it ended", Some(chapter.ending.scenario.word().to_owned()));
    page.heading(ending::WHY_DID_IT_END);
    for branch in branches {
        let cause = branch.why.cause.as_ref().filter(|_| branch.is_last);
        let cause = cause.map(|cause| format!(" (root cause: {cause})")).unwrap_or_default();
        page.blocks.push(Block::Item(branch.depth.min(MOST_DEPTH), format!("{}{cause}", branch.why.what)));
    }
    let actions = chapter.actions.iter().map(|(_, action)| {
        let state = match action.done_on {
            Some(on) => format!("done {}", day(on)),
            None => due_words(action.due, today),
        };
        format!("{}: {}, {state}", action.owner, action.what)
    });
    page.list(ending::WHAT_FOLLOWS, actions.collect());
    Some(page)
}

/// Steps in that a list of Markdown takes; deeper answers stand below each other.
const MOST_DEPTH: usize = 6;
