//! A workspace worth a picture, made through the page as a person would. Companies and people are invented.

use crate::session::Session;
use anyhow::{Context, Result};
use serde_json::json;

/// A partner of the seed: name, domain, owner, kind, stage, tier, days since it is worked with.
type Company = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, i64);

const COMPANIES: [Company; 9] = [
    ("Northquay", "northquay.example", "Ines Vahl", "Reseller", "Active", "Tier 1", 410),
    ("Tamarack Group", "tamarack.example", "Ines Vahl", "Strategic", "Active", "Tier 2", 230),
    ("Pellworm Systems", "pellworm.example", "Jonas Adeyemi", "Technology", "Onboarding", "Tier 2", 38),
    ("Osprey Freight", "ospreyfreight.example", "Ines Vahl", "Referral", "Active", "Tier 3", 300),
    ("Calder & Finch", "calderfinch.example", "Jonas Adeyemi", "Services", "Qualifying", "Tier 2", 64),
    ("Lumen Orchard", "lumenorchard.example", "Priya Raman", "Co-marketing", "Qualifying", "Tier 3", 21),
    ("Harrow Bay Robotics", "harrowbay.example", "Priya Raman", "Technology", "Prospect", "Tier 4", 9),
    ("Solveig Data", "solveigdata.example", "Jonas Adeyemi", "Technology", "Active", "Tier 3", 520),
    ("Bracken Mill", "brackenmill.example", "Ines Vahl", "Referral", "Prospect", "Tier 4", 3),
];

/// A conversation: partner, channel, days ago, words.
const TOUCHPOINTS: [(&str, &str, i64, &str); 14] = [
    (
        "Northquay",
        "Call",
        4,
        "Quarterly review. They want the joint webinar before the summer and asked for two customer references.",
    ),
    ("Northquay", "Email", 11, "Mara confirmed the co-sell plan for the three port operators."),
    (
        "Northquay",
        "In person",
        33,
        "Workshop in Bremen: mapped 14 accounts, 5 of them new to us. Legal will send the amended annex.",
    ),
    ("Northquay", "Call", 62, "Pricing for bundles. Agreed to try it with one account first."),
    ("Northquay", "Message", 95, "Congratulated them on the new office."),
    ("Tamarack Group", "Call", 19, "Roadmap: their connector ships in the first week of the quarter."),
    ("Tamarack Group", "In person", 57, "Lunch with the new head of alliances."),
    ("Pellworm Systems", "Call", 2, "Onboarding call. Sandbox works, single sign-on is still open."),
    ("Pellworm Systems", "Email", 9, "Sent the enablement plan and the names of both trainers."),
    ("Osprey Freight", "Call", 141, "They are busy with a merger and asked us to come back in spring."),
    ("Calder & Finch", "In person", 6, "Second round on the referral terms. Close."),
    ("Lumen Orchard", "Message", 13, "Idea for a joint report on cold storage."),
    ("Solveig Data", "Email", 96, "Asked for the updated data sheet."),
    ("Harrow Bay Robotics", "Message", 8, "Met at the fair, wants a first call."),
];

/// A promise: partner, words, whose, who keeps it, promised days ago, due in days.
const PROMISES: [(&str, &str, &str, &str, i64, i64); 9] = [
    ("Northquay", "Send two customer references", "Ours", "Ines Vahl", 4, 1),
    ("Northquay", "Return the amended annex", "Theirs", "Mara Lindqvist", 33, -6),
    ("Northquay", "Name a speaker for the webinar", "Theirs", "Teo Brandt", 4, 12),
    ("Northquay", "Draft the joint price list", "Ours", "Ines Vahl", 62, 0),
    ("Tamarack Group", "Test the connector with our staging system", "Ours", "Jonas Adeyemi", 19, 9),
    ("Pellworm Systems", "Open single sign-on for the sandbox", "Theirs", "Lena Okafor", 9, -2),
    ("Pellworm Systems", "Train their first two engineers", "Ours", "Jonas Adeyemi", 9, 16),
    ("Calder & Finch", "Send the final referral terms", "Ours", "Jonas Adeyemi", 6, 3),
    ("Lumen Orchard", "Outline of the joint report", "Both", "", 13, 20),
];

/// Value that went one way: partner, direction, kind, worth, days ago, words.
const LEDGER: [(&str, &str, &str, &str, i64, &str); 7] = [
    (
        "Northquay",
        "We gave",
        "Introduction",
        "3, took real work",
        70,
        "Introduced them to two port operators",
    ),
    ("Northquay", "We gave", "Enablement", "2", 33, "A day of training for their pre-sales"),
    ("Northquay", "We got", "Referral", "4", 45, "Recommended us to Elbe Terminal"),
    ("Northquay", "We got", "Market knowledge", "1, a small favour", 11, "What the tender will ask for"),
    ("Tamarack Group", "We gave", "Product", "3, took real work", 40, "Early access to the new interface"),
    ("Tamarack Group", "We got", "Co-marketing", "2", 25, "Our logo on their stand"),
    ("Osprey Freight", "We gave", "Co-marketing", "4", 150, "Paid for the joint breakfast"),
];

/// A result: partner, kind, their part, amount, days ago, words.
const RESULTS: [(&str, &str, &str, &str, i64, &str); 4] = [
    ("Northquay", "Win", "They brought it", "EUR 84,000", 28, "Elbe Terminal signed for two years"),
    (
        "Northquay",
        "Opportunity influenced",
        "They helped it along",
        "EUR 31,000",
        50,
        "Spoke for us at Hansa Cold",
    ),
    (
        "Tamarack Group",
        "Lead became a meeting",
        "They brought it",
        "",
        22,
        "First call with their largest customer",
    ),
    ("Solveig Data", "Joint customer went live", "They helped it along", "", 180, "Kestrel Foods is live"),
];

/// A person: partner, name, title, role, address.
const PEOPLE: [(&str, &str, &str, &str, &str); 6] = [
    ("Northquay", "Mara Lindqvist", "Head of Alliances", "Champion", "mara@northquay.example"),
    ("Northquay", "Teo Brandt", "VP Sales", "Economic sponsor", "teo@northquay.example"),
    ("Northquay", "Sunniva Holt", "Legal Counsel", "Gatekeeper", ""),
    ("Tamarack Group", "Dario Weiss", "Head of Alliances", "Counterpart", "dario@tamarack.example"),
    ("Pellworm Systems", "Lena Okafor", "Partner Engineer", "Champion", "lena@pellworm.example"),
    ("Calder & Finch", "Ruth Calder", "Managing Partner", "Economic sponsor", ""),
];

/// Fills the workspace of the page that is open.
///
/// # Errors
/// When the page does not offer what it should.
pub async fn fill(session: &Session) -> Result<()> {
    session.press("Settings").await?;
    session.see_heading("Settings").await?;
    session.put("Your name", "Ines Vahl").await?;
    session.put("Your company", "Fjordlight Software").await?;
    session.press_in("You", "Save").await?;
    session.see_toast("Settings saved").await?;
    session.choose("Fiscal year begins in", "February").await?;
    session.see_toast("Settings saved").await?;
    for company in &COMPANIES {
        add(session, company).await?;
    }
    // Something for Recently deleted.
    session.log_touchpoint("Entered for the wrong partner").await?;
    session.press("Delete Call").await?;
    session.see_toast("Record deleted").await?;
    session.press("Settings").await?;
    session.catch_downloads().await?;
    session.press("Download backup").await?;
    session.see_text(".saved__age", "Last backup today").await?;
    session.see_saved().await?;
    // No notice lies over what comes next.
    session.dismiss_toast().await
}

async fn add(session: &Session, company: &Company) -> Result<()> {
    let (name, domain, owner, kind, stage, tier, since) = *company;
    session.press("Partners").await?;
    session.see_heading("Partners").await?;
    session.press("Add partner").await?;
    session.put("Partner name", name).await?;
    session.put("Web domain", domain).await?;
    session.put("Owner", owner).await?;
    session.put("Kind", kind).await?;
    session.put("Stage", "Prospect").await?;
    session.put("Tier", tier).await?;
    session.press_in("Add partner", "Add partner").await?;
    session.see_heading(name).await?;

    session.press_more("Edit partner").await?;
    session.put("Tracked from", &day(session, -since - 30).await?).await?;
    session.press("Save").await?;
    session.see_no("form").await?;
    if name == "Northquay" {
        let notes = "Resells to ports and terminals in the north. Decides by consensus; Mara moves things.";
        session.press("Write a note").await?;
        session.put("Private note", notes).await?;
        session.press("Save").await?;
        session.see_no("form").await?;
    }
    if stage != "Prospect" {
        session.press_more("Change stage").await?;
        session.put("Stage", stage).await?;
        session.put("From", &day(session, -since).await?).await?;
        session.press_in("Change stage", "Change stage").await?;
        // The stage it had from today on is the later one; it goes, and the earlier one holds.
        session.see_no("form").await?;
        session.press("Delete Stage: Prospect").await?;
        session.see_toast("Record deleted").await?;
    }
    records(session, name).await
}

async fn records(session: &Session, partner: &str) -> Result<()> {
    for (_, channel, ago, words) in TOUCHPOINTS.iter().filter(|entry| entry.0 == partner) {
        let ago = day(session, -ago).await?;
        let fields = [("Channel", *channel), ("Day", &ago), ("What was it about?", *words)];
        send(session, "Log touchpoint", &fields).await?;
    }
    for (_, what, side, person, made, due) in PROMISES.iter().filter(|entry| entry.0 == partner) {
        let (made, due) = (day(session, -made).await?, day(session, *due).await?);
        if *side == "Both" {
            session.press("More actions").await?;
            let fields =
                [("What do both sides want to reach?", *what), ("Agreed on", &made), ("By when", &due)];
            send(session, "Add milestone", &fields).await?;
        } else {
            let fields = [
                ("What was promised?", *what),
                ("Whose promise", *side),
                ("Who keeps it", *person),
                ("Promised on", &made),
                ("Due", &due),
            ];
            send(session, "Add promise", &fields).await?;
        }
    }
    for (_, way, kind, worth, ago, words) in LEDGER.iter().filter(|entry| entry.0 == partner) {
        let ago = day(session, -ago).await?;
        let fields = [
            ("Which way", *way),
            ("What kind", *kind),
            ("Worth", *worth),
            ("Day", &ago),
            ("What was it?", *words),
        ];
        send(session, "Log give or get", &fields).await?;
    }
    for (_, kind, part, amount, ago, words) in RESULTS.iter().filter(|entry| entry.0 == partner) {
        let ago = day(session, -ago).await?;
        let fields = [
            ("What came of it", *kind),
            ("Their part", *part),
            ("Amount", *amount),
            ("Day", &ago),
            ("What happened?", *words),
        ];
        send(session, "Log result", &fields).await?;
    }
    for (_, name, title, role, email) in PEOPLE.iter().filter(|entry| entry.0 == partner) {
        session.press_in("People", "Add").await?;
        let fields = [("Name", *name), ("Title", *title), ("Role for us", *role), ("Email", *email)];
        fill_form(session, "Add person", &fields).await?;
    }
    if partner == "Northquay" {
        session.press("More actions").await?;
        let fields =
            [("How is it going?", "4"), ("Why?", "They bring us in early and say so when we are late.")];
        send(session, "Add rating", &fields).await?;
    }
    session.see_saved().await
}

/// Presses the button of a form, fills it and sends it with the button of the same words.
async fn send(session: &Session, deed: &str, fields: &[(&str, &str)]) -> Result<()> {
    session.press(deed).await?;
    fill_form(session, deed, fields).await
}

async fn fill_form(session: &Session, form: &str, fields: &[(&str, &str)]) -> Result<()> {
    for (label, value) in fields {
        session.put(label, value).await?;
    }
    session.press_in(form, form).await?;
    session.see_no("form").await.with_context(|| format!("{form} with {fields:?}"))
}

/// The day that many days from today, as the page knows it.
async fn day(session: &Session, from_today: i64) -> Result<String> {
    let script = "
        const day = new Date();
        day.setDate(day.getDate() + arguments[0]);
        const two = number => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;";
    let day = session.run(script, vec![json!(from_today)]).await?;
    Ok(day.as_str().context("a day")?.to_owned())
}
