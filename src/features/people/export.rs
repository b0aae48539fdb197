//! The people for other programs, as they are shown. What was found out about them stays here.

use crate::catalogue::{Word, people as words};
use crate::domain::people::Standing;
use crate::domain::{ContactId, Date, Line, Workspace};
use crate::interchange::sheet::Sheet;

/// The people in this order, on a day.
pub fn sheet(workspace: &Workspace, standings: &[Standing], day: Date) -> Sheet {
    let headings = [
        words::NAME,
        words::WORKS_AT,
        words::TITLE,
        words::ROLES,
        words::EMAIL,
        words::PHONE,
        words::TIER,
        words::LAST_TWO_WAY,
        words::DUE,
    ];
    let rows = standings.iter().filter_map(|standing| row(workspace, standing, day)).collect();
    Sheet { headings: headings.map(str::to_owned).into(), rows }
}

fn row(workspace: &Workspace, standing: &Standing, day: Date) -> Option<Vec<String>> {
    let id: ContactId = standing.id;
    let contact = workspace.contacts.get(&id)?;
    let employers = contact.employers_on(day);
    let name_of = |id| workspace.partner(id).map(|partner| partner.profile.name.to_string());
    let title_at = |id| contact.employment_at(id, day)?.1.title.as_ref().map(ToString::to_string);
    let mut roles: Vec<&str> = Vec::new();
    for role in employers.iter().flat_map(|partner| contact.roles_at(*partner, day)) {
        if !roles.contains(&role.word()) {
            roles.push(role.word());
        }
    }
    let joined = |words: Vec<String>| words.join(", ");
    let person = &contact.person;
    Some(vec![
        person.name.to_string(),
        joined(employers.iter().filter_map(|id| name_of(*id)).collect()),
        joined(employers.iter().filter_map(|id| title_at(*id)).collect()),
        roles.join(", "),
        person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        person.phone.as_ref().map(Line::as_str).unwrap_or_default().to_owned(),
        standing.tier.map(|tier| tier.word().to_owned()).unwrap_or_default(),
        standing.last.map(|last| last.on.to_string()).unwrap_or_default(),
        standing.due.map(|due| due.to_string()).unwrap_or_default(),
    ])
}
