//! People, written as cards of version 4.0.

use crate::domain::{Contact, ContactId, Date, Workspace};
use crate::interchange::lines::Lines;

/// The cards of some people as they are on a day: who they are and where they work. `note` finds what else is to be said of
/// one; without it nothing private is in the file.
pub fn file(
    workspace: &Workspace,
    people: &[ContactId],
    day: Date,
    note: Option<&dyn Fn(&Contact) -> String>,
) -> String {
    let mut lines = Lines::default();
    for (id, contact) in people.iter().filter_map(|id| Some((*id, workspace.contacts.get(id)?))) {
        card(&mut lines, workspace, (id, contact), day, note);
    }
    lines.done()
}

fn card(
    lines: &mut Lines,
    workspace: &Workspace,
    (id, contact): (ContactId, &Contact),
    day: Date,
    note: Option<&dyn Fn(&Contact) -> String>,
) {
    let person = &contact.person;
    let name = person.name.as_str();
    lines.word("BEGIN", "VCARD");
    lines.word("VERSION", "4.0");
    lines.text("PRODID", "-//Bridgekeeper//Bridgekeeper//EN");
    lines.word("UID", &["urn:uuid:", &uuid(id)].concat());
    lines.word("KIND", "individual");
    lines.text("FN", name);
    // Programs that sort by family name find the last word there.
    let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
    lines.parts("N", &[family, given, "", "", ""]);
    for partner in contact.employers_on(day) {
        if let Some(partner) = workspace.partner(partner) {
            lines.parts("ORG", &[partner.profile.name.as_str()]);
        }
        let job = contact.employment_at(partner, day);
        if let Some(title) = job.and_then(|(_, job)| job.title.as_ref()) {
            lines.text("TITLE", title.as_str());
        }
    }
    if let Some(email) = &person.email {
        lines.text("EMAIL", email.as_str());
    }
    if let Some(phone) = &person.phone {
        lines.text("TEL", phone.as_str());
    }
    for (_, link) in contact.links_in_order() {
        lines.word("URL", link.address.as_str());
    }
    if let Some(note) = note.map(|note| note(contact)).filter(|note| !note.is_empty()) {
        lines.text("NOTE", &note);
    }
    lines.word("END", "VCARD");
}

/// An id as other programs write one.
fn uuid(id: ContactId) -> String {
    let digits = format!("{:032x}", id.bits());
    let mut text = String::with_capacity(36);
    for (place, digit) in digits.chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}
