//! Reading what was written down: a record is names with values, in JSON.
//!
//! Derived code spells the reading of a record out anew for each kind, which made a tenth of the
//! page. Here a record names what it reads, `reads!(Move { on, to })`, and the code that takes the
//! text apart is compiled once. Writing stays derived; it is short.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Something that can be read from its JSON.
pub trait FromJson: Sized {
    /// Reads it from the text of one JSON value.
    ///
    /// # Errors
    /// When the text means something else, or breaks a promise of the type.
    fn from_json(text: &str) -> Result<Self, Unreadable>;
}

/// Why something written down cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

impl Unreadable {
    /// For this reason, a sentence or a part of one.
    pub fn because(why: &dyn fmt::Display) -> Self {
        Self(why.to_string())
    }

    fn in_field(self, name: &str) -> Self {
        Self(format!("field `{name}`: {}", self.0))
    }
}

/// The fields of one record. What is there and not asked for is no error.
pub struct Fields<'text>(Vec<(String, &'text RawValue)>);

impl<'text> Fields<'text> {
    /// Takes the text of a record apart.
    ///
    /// # Errors
    /// When it is no record, or names a field twice.
    pub fn of(text: &'text str) -> Result<Self, Unreadable> {
        parsed(text)
    }

    /// All fields, by name, as they are written.
    pub fn each(&self) -> impl Iterator<Item = (&str, &'text str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.get()))
    }

    /// A field that has to be there.
    pub fn must<T: FromJson>(&self, name: &str) -> Result<T, Unreadable> {
        T::from_json(self.text(name)?).map_err(|error| error.in_field(name))
    }

    /// A field that may be missing.
    pub fn may<T: FromJson + Default>(&self, name: &str) -> Result<T, Unreadable> {
        match self.text(name) {
            Ok(text) => T::from_json(text).map_err(|error| error.in_field(name)),
            Err(_) => Ok(T::default()),
        }
    }

    fn text(&self, name: &str) -> Result<&'text str, Unreadable> {
        let found = self.0.iter().find(|(held, _)| held == name);
        found.map(|(_, value)| value.get()).ok_or_else(|| Unreadable(format!("missing field `{name}`")))
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AllFields)
    }
}

struct AllFields;

impl<'de> Visitor<'de> for AllFields {
    type Value = Fields<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields: Vec<(String, &RawValue)> = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            if fields.iter().any(|(held, _)| *held == name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            fields.push((name, value));
        }
        Ok(Fields(fields))
    }
}

impl FromJson for String {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        parsed(text)
    }
}

impl FromJson for bool {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        number(text)
    }
}

impl FromJson for u8 {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        number(text)
    }
}

impl FromJson for u16 {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        number(text)
    }
}

impl FromJson for u32 {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        number(text)
    }
}

impl FromJson for i32 {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        number(text)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        if text == "null" { Ok(None) } else { T::from_json(text).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        let values: Vec<&RawValue> = parsed(text)?;
        values.into_iter().map(|value| T::from_json(value.get())).collect()
    }
}

fn parsed<'text, T: Deserialize<'text>>(text: &'text str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::because(&error))
}

/// JSON writes whole numbers and truth as Rust does.
fn number<T: std::str::FromStr<Err: fmt::Display>>(text: &str) -> Result<T, Unreadable> {
    text.trim().parse().map_err(|error| Unreadable::because(&error))
}

/// Reads a record by its fields, with those that may be missing apart:
/// `reads!(Touchpoint { on, channel } or_not { note })`.
macro_rules! reads {
    ($record:ident { $($field:ident),* $(,)? } $(or_not { $($optional:ident),* $(,)? })?) => {
        impl $crate::domain::fields::FromJson for $record {
            fn from_json(text: &str) -> Result<Self, $crate::domain::fields::Unreadable> {
                let fields = $crate::domain::fields::Fields::of(text)?;
                Ok(Self {
                    $($field: fields.must(stringify!($field))?,)*
                    $($($optional: fields.may(stringify!($optional))?,)*)?
                })
            }
        }
    };
}

/// Reads a type as another one that it is written as and checks: `reads_as!(Date, from String)`.
macro_rules! reads_as {
    ($read:ty, from $written:ty) => {
        impl $crate::domain::fields::FromJson for $read {
            fn from_json(text: &str) -> Result<Self, $crate::domain::fields::Unreadable> {
                let written = <$written as $crate::domain::fields::FromJson>::from_json(text)?;
                Self::try_from(written).map_err(|error| $crate::domain::fields::Unreadable::because(&error))
            }
        }
    };
}

/// Words as they are written down: `written_as!(Side { Ours: "ours", Theirs: "theirs" })`.
macro_rules! written_as {
    ($kind:ident { $($word:ident: $text:literal),* $(,)? }) => {
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self { $(Self::$word => $text),* })
            }
        }

        impl $crate::domain::fields::FromJson for $kind {
            fn from_json(text: &str) -> Result<Self, $crate::domain::fields::Unreadable> {
                match text {
                    $(concat!("\"", $text, "\"") => Ok(Self::$word),)*
                    _ => Err($crate::domain::fields::Unreadable::because(&format_args!("unknown word {text}"))),
                }
            }
        }
    };
}

pub(crate) use {reads, reads_as, written_as};
