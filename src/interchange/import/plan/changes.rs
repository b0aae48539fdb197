//! What a row says that is new to what is here. A blank cell takes nothing away, and a name stays: by it they are known.

use crate::domain::find::folded;
use crate::domain::listing::Listed;
use crate::domain::refusal::Refusal;
use crate::domain::{CustomField, Field, Link, Tag};
use crate::interchange::import::known::{KnownContact, KnownPartner, Value};
use crate::interchange::import::target::Target;

use super::Change;

/// Of a partner's values those that are new, and how it would change.
pub fn of_partner(known: &KnownPartner, values: &[Value]) -> (Vec<Value>, Vec<Change>) {
    new_values(&known.values, values)
}

/// Of a person's values those that are new, and how they would change. A tier that is that of the partner is none of
/// their own: our exports show it all the same.
pub fn of_person(known: &KnownContact, values: &[Value]) -> (Vec<Value>, Vec<Change>) {
    let is_shown = |value: &Value| value.target == Target::PersonTier && value.place() == known.shown_tier;
    let values: Vec<Value> = values.iter().filter(|value| !is_shown(value)).cloned().collect();
    new_values(&known.values, &values)
}

fn new_values(known: &[Value], values: &[Value]) -> (Vec<Value>, Vec<Change>) {
    let (mut new, mut changes) = (Vec::new(), Vec::new());
    let is_name = |value: &&Value| matches!(value.target, Target::PartnerName | Target::PersonName);
    for value in values.iter().filter(|value| !is_name(value)) {
        let mut standing = known.iter().filter(|standing| is_same_target(&standing.target, &value.target));
        let change = |from: Option<&Value>| Change {
            target: value.target.clone(),
            from: from.map(|from| from.text.clone()),
            to: value.text.clone(),
        };
        let change = match &value.target {
            Target::Tags => {
                let is_there = standing.any(|tag| tag.text.to_lowercase() == value.text.to_lowercase());
                (!is_there).then(|| change(None))
            }
            Target::Link | Target::PersonLink => {
                let is_there = standing.any(|link| link.text == value.text);
                (!is_there).then(|| change(None))
            }
            Target::Notes | Target::PersonNotes => {
                let standing = standing.next().map(|notes| notes.text.as_str());
                notes_with(standing, &value.text).map(|_| change(None))
            }
            Target::Email => {
                let standing = standing.next();
                let is_same = standing.is_some_and(|email| email.text.eq_ignore_ascii_case(&value.text));
                (!is_same).then(|| change(standing))
            }
            _ => {
                let standing = standing.next();
                (standing.map(|standing| &standing.text) != Some(&value.text)).then(|| change(standing))
            }
        };
        if let Some(change) = change {
            // A tag said twice in one row is one tag.
            let is_said = new
                .iter()
                .any(|said: &Value| said.target == value.target && folded(&said.text) == folded(&value.text));
            if !is_said {
                new.push(value.clone());
                changes.push(change);
            }
        }
    }
    (new, changes)
}

/// Own fields are the same when their names are, capitals aside.
fn is_same_target(one: &Target, other: &Target) -> bool {
    match (one, other) {
        (Target::Own(one), Target::Own(other)) => one.to_lowercase() == other.to_lowercase(),
        _ => one == other,
    }
}

/// Notes with what a row adds to them: behind a blank line, so that nothing is lost. Nothing when they hold it already.
pub fn notes_with(standing: Option<&str>, added: &str) -> Option<String> {
    match standing {
        Some(standing) if standing.contains(added.trim()) => None,
        Some(standing) => Some(format!("{standing}\n\n{}", added.trim())),
        None => Some(added.trim().to_owned()),
    }
}

type IsOne<'a> = &'a dyn Fn(&Target) -> bool;

/// Refuses more tags, links and own fields than there is room for.
pub fn unless_room(known: &[Value], new: &[Value]) -> Result<(), Refusal> {
    let is_tag = |target: &Target| *target == Target::Tags;
    let is_link = |target: &Target| matches!(target, Target::Link | Target::PersonLink);
    let is_own = |target: &Target| matches!(target, Target::Own(_));
    let lists: [(IsOne<'_>, Field, usize); 3] = [
        (&is_tag, Field::Tag, Tag::MOST),
        (&is_link, Field::Link, Link::MOST),
        (&is_own, Field::FieldName, CustomField::MOST),
    ];
    for (is_one, field, most) in lists {
        let mut distinct: Vec<(&Target, String)> = Vec::new();
        for value in known.iter().chain(new).filter(|value| is_one(&value.target)) {
            // An own field has one value; tags and links are told apart by what they say.
            let says = if is_own(&value.target) { String::new() } else { value.text.to_lowercase() };
            if !distinct.iter().any(|(target, said)| is_same_target(target, &value.target) && *said == says) {
                distinct.push((&value.target, says));
            }
        }
        let is_more = new.iter().any(|value| is_one(&value.target));
        if is_more && distinct.len() > most {
            return Err(Refusal::Full { field, most });
        }
    }
    Ok(())
}
