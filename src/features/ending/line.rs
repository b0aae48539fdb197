//! A form of one line, for the steps that ask for no more.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::{Field, Line, Moment, Partner, Refusal};
use crate::kit::TextField;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds::Deed;

use super::work::Work;

/// What is asked for.
pub struct LineAsked {
    /// What the words are to the domain.
    pub field: Field,
    /// The words above the field.
    pub label: &'static str,
    /// What helps to fill it in; empty for nothing.
    pub hint: &'static str,
    /// What stands in it to begin with.
    pub typed: String,
    /// What was written elsewhere and may fit.
    pub suggestions: Vec<String>,
}

impl LineAsked {
    /// An empty field with these words above it.
    pub fn new(field: Field, label: &'static str) -> Self {
        Self { field, label, hint: "", typed: String::new(), suggestions: Vec::new() }
    }
}

/// The form, saved by a verb that takes the line.
pub fn line_form<const MOST: usize>(
    work: Work,
    deed: Deed,
    asked: LineAsked,
    verb: impl Fn(&mut Partner, u16, Line<MOST>, &mut Moment<'_>) -> Result<(), Refusal> + Send + Sync + 'static,
) -> AnyView {
    let LineAsked { field, label, hint, typed, suggestions } = asked;
    let errors = FormErrors::new();
    let typed = RwSignal::new(typed);
    let send = move |()| {
        errors.clear();
        match Line::parse(field, &typed.get_untracked()) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(line) => {
                work.send(deed, errors, |partner, number, moment| verb(partner, number, line, moment));
            }
        }
    };
    view! {
        <FormFrame title=deed.doing send=words::SAVE errors on_send=Callback::new(send) on_close=work.on_close()>
            <TextField
                label
                value=typed
                error=errors.at(field)
                hint
                suggestions=Signal::stored(suggestions)
                focus=true
            />
        </FormFrame>
    }
    .into_any()
}
