//! The editor of a playbook of one's own. What was typed stays until it is saved; what is wrong with it is said at its
//! field, by the same rules as for files.

use leptos::prelude::*;

use crate::catalogue::playbooks as words;
use crate::domain::Refusal;
use crate::domain::checklist::check::{self, At};
use crate::domain::checklist::{Recurrence, Template, TemplateId, TemplateKey};
use crate::kit::{ChoiceField, NoteField, TextField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

use super::editor_parts::{Questions, Sections};

/// What is edited.
#[derive(Clone, Copy, PartialEq)]
pub enum Editing {
    /// A new one.
    New,
    /// One that is there.
    Own(TemplateId),
}

/// Puts what a field holds into the template, or says what is wrong with it.
type Writer = Box<dyn Fn(&mut Template) -> Result<(), Wrong> + Send + Sync>;

/// What is wrong, and with what.
pub type Wrong = (At, String);

/// The draft: the template as it was when its parts were last drawn, and the fields that say otherwise since. A copy is
/// a pointer to the same.
#[derive(Clone, Copy)]
pub struct Draft {
    template: RwSignal<Template>,
    writers: StoredValue<Vec<Writer>>,
    wrong: RwSignal<Option<Wrong>>,
}

impl Draft {
    fn new(template: Template) -> Self {
        let writers = StoredValue::new(Vec::new());
        Self { template: RwSignal::new(template), writers, wrong: RwSignal::new(None) }
    }

    /// What `read` makes of the template whose parts are drawn, read anew when they are to be drawn anew.
    pub fn read<T>(self, read: impl FnOnce(&Template) -> T) -> T {
        self.template.with(read)
    }

    /// Puts a field in.
    pub fn put(self, writer: impl Fn(&mut Template) -> Result<(), Wrong> + Send + Sync + 'static) {
        self.writers.update_value(|writers| writers.push(Box::new(writer)));
    }

    /// The template as it is typed now, and the first thing that cannot be read.
    fn typed(self) -> (Template, Option<Wrong>) {
        let mut template = self.template.get_untracked();
        let wrong = self.writers.with_value(|writers| {
            let wrong: Vec<Wrong> = writers.iter().filter_map(|writer| writer(&mut template).err()).collect();
            wrong.into_iter().next()
        });
        (template, wrong)
    }

    /// Adds, moves or takes away a part; the others keep what was typed in them. Then the focus goes to the element of
    /// an id.
    pub fn reshape(self, change: impl FnOnce(&mut Template), focus: Option<String>) {
        let (mut template, _) = self.typed();
        change(&mut template);
        self.wrong.set(None);
        // The parts are drawn anew, and put their fields in again.
        self.writers.update_value(|writers| writers.truncate(FRAME_FIELDS));
        self.template.set(template);
        if let Some(id) = focus {
            request_animation_frame(move || super::editor_parts::focus(&id));
        }
    }

    /// Whether something is wrong with one of these fields.
    pub fn is_wrong(self, fields: &[At]) -> bool {
        self.wrong.with(|wrong| wrong.as_ref().is_some_and(|(at, _)| fields.contains(at)))
    }

    /// What is wrong with a field.
    pub fn error(self, at: At) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.wrong.with(|wrong| match wrong {
                Some((place, sentence)) if *place == at => Some(sentence.clone()),
                _ => None,
            })
        })
    }
}

/// Fields of the frame, which are put in first and are never drawn anew.
const FRAME_FIELDS: usize = 6;

/// The editor.
#[component]
pub fn Editor(
    /// What is edited.
    editing: Editing,
    /// Called when it is saved or left.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let known = match editing {
        Editing::New => Some(Template::blank()),
        Editing::Own(id) => desk.read_once(|workspace| workspace.templates.get(&id).cloned()),
    };
    let known = known.unwrap_or_else(Template::blank);
    let draft = Draft::new(known.clone());
    let known = StoredValue::new(known);
    let theirs = RwSignal::new(None::<String>);
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        draft.wrong.set(None);
        let (template, wrong) = draft.typed();
        let wrong = wrong.or_else(|| check::check(&template).err().map(|fault| (fault.at, fault.sentence)));
        if let Some((at, sentence)) = wrong {
            let told = words::fault(&[place_words(at), sentence.clone()].concat());
            draft.wrong.set(Some((at, sentence)));
            return errors.show_declined(&Declined { field: None, sentence: told });
        }
        if let (false, Editing::Own(id)) = (over_theirs, editing) {
            let now = desk.read_once(|workspace| workspace.templates.get(&id).cloned());
            if let Some(now) = now.filter(|now| known.with_value(|known| known != now)) {
                return theirs.set(Some(now.title));
            }
        }
        match put(desk, editing, template) {
            Ok(key) => {
                on_close.run(());
                go(Route::Playbook(key));
            }
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let title = if editing == Editing::New { words::EDITOR_NEW } else { words::EDITOR };
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title send=words::SAVE errors on_send=Callback::new(move |()| save.run(false)) on_close>
            {frame(draft)} <Questions draft /> <Sections draft />
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
}

fn put(desk: Desk, editing: Editing, template: Template) -> Result<TemplateKey, Declined> {
    match editing {
        Editing::New => desk
            .change(deeds::ADD_PLAYBOOK, |workspace, moment| Ok(workspace.add_template(template, moment)))
            .map(TemplateKey::Own),
        Editing::Own(id) => desk
            .change(deeds::EDIT_PLAYBOOK, |workspace, _| -> Result<(), Refusal> {
                workspace.edit_template(id, template)
            })
            .map(|()| TemplateKey::Own(id)),
    }
}

/// The fields above the parts.
fn frame(draft: Draft) -> AnyView {
    let template = draft.template.get_untracked();
    let at = |field| At { field, ..At::default() };
    let text = |of: &str, write: fn(&mut Template, String)| {
        let value = RwSignal::new(of.to_owned());
        draft.put(move |template| {
            write(template, one_line(&value.get_untracked()));
            Ok(())
        });
        value
    };
    let title = text(&template.title, |template, text| template.title = text);
    let purpose = text(&template.purpose, |template, text| template.purpose = text);
    let when = text(&template.when, |template, text| template.when = text);
    let not_when = text(&template.not_when, |template, text| template.not_when = text);
    let anchor = text(&template.anchor, |template, text| template.anchor = text);
    let recurs = RwSignal::new(match template.recurs {
        None => 0_usize,
        Some(Recurrence::Monthly) => 1,
        Some(Recurrence::Quarterly) => 2,
    });
    draft.put(move |template| {
        template.recurs = match recurs.get_untracked() {
            1 => Some(Recurrence::Monthly),
            2 => Some(Recurrence::Quarterly),
            _ => None,
        };
        Ok(())
    });
    let recurrences = words::RECURRENCES.map(str::to_owned).to_vec();
    view! {
        <TextField label=words::TITLE value=title error=draft.error(at("title")) focus=true />
        <NoteField label=words::PURPOSE value=purpose error=draft.error(at("purpose")) required=true />
        <div class="columns">
            <NoteField label=words::WHEN_FIELD value=when error=draft.error(at("when")) required=true />
            <NoteField label=words::NOT_WHEN_FIELD value=not_when error=draft.error(at("not_when")) required=true />
        </div>
        <div class="columns">
            <TextField
                label=words::ANCHOR_FIELD
                value=anchor
                error=draft.error(at("anchor"))
                hint=words::ANCHOR_HINT
            />
            <ChoiceField label=words::RECURS choices=recurrences place=recurs />
        </div>
    }
    .into_any()
}

/// Words as one line, as records keep them.
pub fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a fault is, in words.
fn place_words(at: At) -> String {
    let place = match at {
        At { section: Some(section), item: Some(item), .. } => words::in_item(section, item),
        At { section: Some(section), .. } => words::in_section(section),
        At { question: Some(question), .. } => words::in_question(question),
        _ => String::new(),
    };
    let field = words::field(at.field);
    let parts: Vec<&str> = [place.as_str(), field].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { [&parts.join(", "), ": "].concat() }
}
