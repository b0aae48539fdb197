//! Links: addresses a person can open, of the four kinds that can do no harm.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::fields::reads_as;

use super::listing::{Listed, Written};
use super::refusal::{Field, Refusal};
use super::text::{Domain, EmailAddress, Line};

/// An address that begins with `http://`, `https://`, `mailto:` or `tel:`; up to 2,000 characters
/// without spaces. Anything else, such as `javascript:`, never gets into a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkAddress(Arc<str>);

impl LinkAddress {
    /// Characters an address may have.
    pub const MOST: usize = 2_000;

    /// Reads what was typed. `example.com/path` and `name@example.com` get what is missing before
    /// them; a phone number loses its spaces.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let typed = Line::<{ Self::MOST }>::parse(Field::Link, typed)?;
        let (scheme, rest) = match typed.as_str().split_once(':') {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None if EmailAddress::parse_optional(typed.as_str()).is_ok() => {
                ("mailto".to_owned(), typed.as_str())
            }
            None => return Self::of_domain(typed.as_str()),
        };
        let is_sound = match scheme.as_str() {
            "http" | "https" => {
                let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#', '\\']).next());
                host.is_some_and(|host| !host.is_empty()) && !rest.contains(' ')
            }
            "mailto" => rest.contains('@') && !rest.contains(' '),
            "tel" => rest.bytes().any(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if !is_sound {
            return Err(Refusal::NotALink);
        }
        let rest = if scheme == "tel" { rest.replace(' ', "") } else { rest.to_owned() };
        Ok(Self(format!("{scheme}:{rest}").into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of_domain(typed: &str) -> Result<Self, Refusal> {
        match Domain::parse_optional(typed) {
            Ok(Some(_)) if !typed.contains(' ') => Ok(Self(format!("https://{typed}").into())),
            _ => Err(Refusal::NotALink),
        }
    }
}

/// A link of a partner or a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Link {
    /// What it is, as in "Partner portal".
    pub label: Option<Line<60>>,
    /// Where it leads.
    pub address: LinkAddress,
    place: u32,
}

reads_as!(Link, from Written);

impl Link {
    /// A link that has no place yet.
    pub fn new(label: Option<Line<60>>, address: LinkAddress) -> Self {
        Self { label, address, place: 0 }
    }

    /// The words to show: the label, or else the address.
    pub fn words(&self) -> &str {
        self.label.as_ref().map_or(self.address.as_str(), Line::as_str)
    }
}

impl Listed for Link {
    const WHAT: &'static str = "This link";
    const FIELD: Field = Field::Link;

    fn place(&self) -> u32 {
        self.place
    }

    fn put(&mut self, place: u32) {
        self.place = place;
    }
}

impl TryFrom<Written> for Link {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Self, Refusal> {
        let label = Line::parse_optional(Field::Label, written.name.as_deref().unwrap_or_default())?;
        Ok(Self { label, address: LinkAddress::parse(&written.text)?, place: written.place })
    }
}

impl From<Link> for Written {
    fn from(link: Link) -> Self {
        let text = link.address.as_str().to_owned();
        Self { place: link.place, name: link.label.map(Into::into), text }
    }
}
