//! The texts of a script that can be typed.

use crate::domain::script::{Place, Script};

/// A text of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// What it is called.
    Title,
    /// When to use it.
    When,
    /// When not to.
    NotWhen,
    /// What keeps people from misusing it.
    Guardrail,
    /// The subject of the mail.
    Subject,
    /// The words of a passage.
    Text(usize),
    /// What stands beside the box of a passage.
    Label(usize),
    /// What the user reads at a field.
    FieldLabel(usize),
    /// The word of a field.
    FieldName(usize),
    /// The hint of a field.
    FieldHelp(usize),
}

impl Slot {
    /// Its words; none when the script lacks it.
    pub fn read(self, script: &Script) -> String {
        let passage = |place: usize| script.passages.get(place);
        let asked = |place: usize| script.fields.get(place);
        let text = match self {
            Self::Title => Some(&script.title),
            Self::When => Some(&script.when),
            Self::NotWhen => Some(&script.not_when),
            Self::Guardrail => script.guardrail.as_ref(),
            Self::Subject => script.subject.as_ref(),
            Self::Text(place) => passage(place).map(|passage| &passage.text),
            Self::Label(place) => passage(place).and_then(|passage| passage.label.as_ref()),
            Self::FieldLabel(place) => asked(place).map(|asked| &asked.label),
            Self::FieldName(place) => asked(place).map(|asked| &asked.id),
            Self::FieldHelp(place) => asked(place).and_then(|asked| asked.help.as_ref()),
        };
        text.cloned().unwrap_or_default()
    }

    /// Puts other words there.
    pub fn write(self, script: &mut Script, text: String) {
        let optional = |text: String| (!text.trim().is_empty()).then_some(text);
        match self {
            Self::Title => script.title = text,
            Self::When => script.when = text,
            Self::NotWhen => script.not_when = text,
            Self::Guardrail => script.guardrail = optional(text),
            Self::Subject => script.subject = Some(text),
            Self::Text(place) => {
                if let Some(passage) = script.passages.get_mut(place) {
                    passage.text = text;
                }
            }
            Self::Label(place) => {
                if let Some(passage) = script.passages.get_mut(place) {
                    passage.label = optional(text);
                }
            }
            Self::FieldLabel(place) => {
                if let Some(asked) = script.fields.get_mut(place) {
                    asked.label = text;
                }
            }
            Self::FieldName(place) => {
                if let Some(asked) = script.fields.get_mut(place) {
                    asked.id = text;
                }
            }
            Self::FieldHelp(place) => {
                if let Some(asked) = script.fields.get_mut(place) {
                    asked.help = optional(text);
                }
            }
        }
    }

    /// Where its faults are said to be; the label and the hint of a field share those of its name.
    pub const fn place(self) -> Option<Place> {
        Some(match self {
            Self::Title => Place::Title,
            Self::When => Place::When,
            Self::NotWhen => Place::NotWhen,
            Self::Guardrail => Place::Guardrail,
            Self::Subject => Place::Subject,
            Self::Text(place) => Place::Passage(place),
            Self::Label(place) => Place::Label(place),
            Self::FieldName(place) => Place::Field(place),
            Self::FieldLabel(_) | Self::FieldHelp(_) => return None,
        })
    }

    /// The id of its control.
    pub fn id(self) -> String {
        let (name, place) = match self {
            Self::Title => ("title", None),
            Self::When => ("when", None),
            Self::NotWhen => ("not-when", None),
            Self::Guardrail => ("guardrail", None),
            Self::Subject => ("subject", None),
            Self::Text(place) => ("text", Some(place)),
            Self::Label(place) => ("label", Some(place)),
            Self::FieldLabel(place) => ("field-label", Some(place)),
            Self::FieldName(place) => ("field-name", Some(place)),
            Self::FieldHelp(place) => ("field-help", Some(place)),
        };
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        ["editor-", name, "-", &place].concat()
    }
}
