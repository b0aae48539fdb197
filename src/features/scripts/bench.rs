//! What the screen works on: the script of the address, for whom, and what was filled in.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::catalogue::letter;
use crate::domain::script::records::{Subject, people_of};
use crate::domain::script::{Answer, FieldKind, Letter, OwnScriptId, RecordField, Script};
use crate::domain::{ContactId, Date, PartnerId, Settings, Workspace};
use crate::library::scripts as library;
use crate::route::Route;
use crate::state::at_hand::{AtHand, Shelf};
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

/// Scripts remembered as used lately.
const MOST_RECENT: usize = 5;
const RECENT: &str = "scripts-recent";

/// A script of the library, or of the user's own.
#[derive(Clone, PartialEq)]
pub struct Known {
    /// What addresses and preferences know it by.
    pub slug: String,
    /// The identity of an own one.
    pub own: Option<OwnScriptId>,
    /// The script.
    pub script: Script,
}

/// What was typed and is not remembered: for one partner and one person, and nobody else.
#[derive(Clone, PartialEq)]
struct Typed {
    /// The script it was typed in.
    slug: String,
    whose: Whose,
    field: String,
    text: String,
}

thread_local! {
    /// What was typed when the screen was left, for when one comes back.
    static LEFT: RefCell<Vec<Typed>> = const { RefCell::new(Vec::new()) };
}

/// For whom a letter is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// The partner.
    pub partner: Option<PartnerId>,
    /// The person there.
    pub contact: Option<ContactId>,
}

/// Where the words in a field come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the records.
    Records,
    /// From the settings.
    Settings,
    /// Filled in on a day, and remembered.
    Remembered(Date),
    /// Typed for this letter alone, in place of what the records say.
    Instead,
    /// Typed for this letter alone.
    Here,
    /// Nowhere: it is missing.
    Nowhere,
}

/// The bench. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The desk.
    pub desk: Desk,
    /// Where one is.
    pub route: Signal<Route>,
    built_in: StoredValue<Vec<Script>>,
    typed: RwSignal<Vec<Typed>>,
    ticked: RwSignal<Vec<String>>,
    contact: RwSignal<Option<Whose>>,
    /// The partner that the editor shows the script for.
    pub preview: RwSignal<Option<PartnerId>>,
    /// The field that has the focus.
    pub focused: RwSignal<String>,
    /// The scripts that are kept at hand, by their words.
    pub at_hand: AtHand,
    /// The words of those used lately, as they were when the screen was opened.
    pub recent: StoredValue<Vec<String>>,
}

impl Bench {
    /// A bench without anything on it.
    pub fn new(route: Signal<Route>) -> Self {
        let desk = Desk::of_page();
        let recent = desk.preference(RECENT).unwrap_or_default();
        Self {
            desk,
            route,
            built_in: StoredValue::new(library::all()),
            typed: RwSignal::new(LEFT.take()),
            ticked: RwSignal::new(Vec::new()),
            contact: RwSignal::new(None),
            preview: RwSignal::new(None),
            focused: RwSignal::new(String::new()),
            at_hand: AtHand::on(desk, Shelf::Scripts),
            recent: StoredValue::new(recent.split_whitespace().map(str::to_owned).collect()),
        }
    }

    /// The bench of this screen.
    pub fn of_page() -> Self {
        expect_context()
    }

    // ------------------------------------------------------------ which

    /// Every script: the user's own, then the built-in ones in the order of the library.
    pub fn all(self) -> Vec<Known> {
        let own = self.desk.read(Workspace::own_scripts);
        let own = own.into_iter().filter_map(|(id, script)| {
            Some(Known { slug: id.to_string(), own: Some(id), script: script.ok()? })
        });
        let built_in = self.built_in.with_value(|all| {
            let known =
                |script: &Script| Known { slug: script.id.clone(), own: None, script: script.clone() };
            all.iter().map(known).collect::<Vec<_>>()
        });
        own.chain(built_in).collect()
    }

    /// The script of a word.
    pub fn find(self, slug: &str) -> Option<Known> {
        let slug_of = || slug.to_owned();
        if let Ok(id) = slug.parse::<OwnScriptId>()
            && let Some(script) = self.desk.read(|workspace| workspace.own_script(id))
        {
            return Some(Known { slug: slug_of(), own: Some(id), script });
        }
        self.built_in.with_value(|all| {
            let script = all.iter().find(|script| script.id == slug)?;
            Some(Known { slug: slug_of(), own: None, script: script.clone() })
        })
    }

    /// The partner of the address.
    pub fn partner(self) -> Option<PartnerId> {
        let partner = match self.route.get() {
            Route::Scripts(partner) | Route::Script(_, partner) => partner,
            _ => self.preview.get(),
        };
        partner.filter(|id| self.desk.read(|workspace| workspace.partners.contains_key(id)))
    }

    /// Chooses a partner: in the address, or in the editor for what it shows.
    pub fn choose_partner(self, partner: Option<PartnerId>) {
        match self.route.get_untracked() {
            Route::Script(slug, _) => {
                // A browser that does not let the page navigate stays with the partner it has.
                let _ = window().location().replace(&Route::Script(slug, partner).href());
            }
            _ => self.preview.set(partner),
        }
    }

    /// For whom the letter is: the person that was chosen, or the one who comes first.
    pub fn whose(self) -> Whose {
        let Some(partner) = self.partner() else { return Whose::default() };
        let today = self.desk.today();
        let people = self.desk.read(|workspace| people_of(workspace, partner, today));
        let chosen = self.contact.get().filter(|whose| whose.partner == Some(partner));
        let chosen = chosen.and_then(|whose| whose.contact).filter(|id| people.contains(id));
        Whose { partner: Some(partner), contact: chosen.or_else(|| people.first().copied()) }
    }

    /// Chooses a person of the partner.
    pub fn choose_contact(self, whose: Whose) {
        self.contact.set(Some(whose));
    }

    // ------------------------------------------------------------ used lately

    /// Remembers that a script was used.
    pub fn note_use(self, slug: &str) {
        let known = self.desk.preference(RECENT).unwrap_or_default();
        let others = known.split_whitespace().filter(|other| *other != slug);
        let names: Vec<&str> = std::iter::once(slug).chain(others).take(MOST_RECENT).collect();
        self.desk.remember(RECENT, &names.join(" "));
    }

    // ------------------------------------------------------------ optional passages

    /// Whether an optional passage is there.
    pub fn is_ticked(self, slug: &str, passage: &str) -> bool {
        let name = [slug, "/", passage].concat();
        self.ticked.with(|ticked| ticked.contains(&name))
    }

    /// Puts an optional passage in, or takes it out.
    pub fn tick(self, slug: &str, passage: &str, is_there: bool) {
        let name = [slug, "/", passage].concat();
        self.ticked.update(|ticked| {
            ticked.retain(|known| *known != name);
            if is_there {
                ticked.push(name);
            }
        });
    }

    // ------------------------------------------------------------ fields

    /// What stands in a field, as typed, and where it comes from.
    pub fn field(self, script: &Script, field: &str, whose: Whose) -> (String, Origin) {
        let today = self.desk.today();
        let of_records = self.desk.read(|workspace| {
            let subject = Subject::of(workspace, whose.partner, whose.contact, today);
            RecordField::named(field)
                .and_then(|field| subject.value(field))
                .map(|value| letter::value(&value))
        });
        let typed = self.typed.with(|typed| {
            let one = typed.iter().find(|one| one.whose == whose && one.field == field);
            one.map(|one| one.text.clone())
        });
        if let Some(text) = typed {
            let origin = if of_records.is_some() { Origin::Instead } else { Origin::Here };
            return (text, origin);
        }
        if let Some(text) = of_records {
            let is_ours = matches!(field, "me" | "my_company");
            return (text, if is_ours { Origin::Settings } else { Origin::Records });
        }
        let remembered = remembered_for(script, field, whose).and_then(|whose| {
            self.desk.read(|workspace| workspace.partner(whose.partner?)?.answer(field, whose.contact))
        });
        match remembered {
            Some(answer) => (answer.text, Origin::Remembered(answer.on)),
            None => (String::new(), Origin::Nowhere),
        }
    }

    /// The script filled in, with the optional passages that are ticked.
    pub fn letter(self, known: &Known, whose: Whose) -> Letter {
        self.letter_with(known, whose, &|passage| self.is_ticked(&known.slug, passage))
    }

    /// The script filled in.
    pub fn letter_with(self, known: &Known, whose: Whose, is_ticked: &dyn Fn(&str) -> bool) -> Letter {
        let script = &known.script;
        let fill = |field: &str| {
            let (text, _) = self.field(script, field, whose);
            match script.asked(field).map(|asked| asked.kind) {
                Some(FieldKind::Date) => text.parse().ok().map(letter::day),
                _ => Some(text),
            }
        };
        Letter::of(script, is_ticked, &fill)
    }

    /// Takes what is being typed into a field of a script.
    pub fn type_in(self, slug: &str, whose: Whose, field: &str, text: String) {
        self.typed.update(|typed| {
            typed.retain(|one| one.whose != whose || one.field != field);
            typed.push(Typed { slug: slug.to_owned(), whose, field: field.to_owned(), text });
        });
    }

    /// Remembers what can be of all that was typed: a field is not told that it is left when the page goes elsewhere
    /// while one types.
    pub fn settle_all(self) {
        for Typed { slug, whose, field, .. } in self.typed.get_untracked() {
            if let Some(known) = untrack(|| self.find(&slug)) {
                // What is refused stays typed.
                let _ = self.settle(&known.script, &field, whose);
            }
        }
    }

    /// Puts by what is still typed, for when one comes back to the screen.
    pub fn put_by(self) {
        LEFT.set(self.typed.get_untracked());
    }

    /// Forgets what was typed for this letter alone.
    pub fn forget_typed(self, whose: Whose, field: &str) {
        self.typed.update(|typed| typed.retain(|one| one.whose != whose || one.field != field));
    }

    /// Remembers what was typed, where it is asked once: for the partner, for the person, or of ourselves in the
    /// settings. Everything else stays typed for this letter.
    ///
    /// # Errors
    /// When it is refused; what was typed stays.
    pub fn settle(self, script: &Script, field: &str, whose: Whose) -> Result<(), Declined> {
        let (text, origin) = untrack(|| self.field(script, field, whose));
        if origin != Origin::Here {
            return Ok(());
        }
        if matches!(field, "me" | "my_company") {
            return self.settle_ours(field, &text, whose);
        }
        let Some(kept) = remembered_for(script, field, whose) else { return Ok(()) };
        let Some(partner) = kept.partner else { return Ok(()) };
        self.desk.change(deeds::FILL_IN, |workspace, moment| {
            let (field, contact) = (field.to_owned(), kept.contact);
            let answer = Answer { field, text, on: moment.today(), contact };
            workspace.partner_mut(partner)?.remember_answer(&answer)
        })?;
        self.forget_typed(whose, field);
        Ok(())
    }

    fn settle_ours(self, field: &str, text: &str, whose: Whose) -> Result<(), Declined> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.desk.change(deeds::CHANGE_SETTINGS, |workspace, _| {
            let mut settings: Settings = (*workspace.settings).clone();
            if field == "me" {
                settings.own_name = crate::domain::Line::parse_optional(crate::domain::Field::OwnName, text)?;
            } else {
                settings.company = crate::domain::Line::parse_optional(crate::domain::Field::Company, text)?;
            }
            workspace.change_settings(settings);
            Ok(())
        })?;
        self.forget_typed(whose, field);
        Ok(())
    }
}

/// Whether what is typed into a field is remembered.
pub fn is_remembered(script: &Script, field: &str, whose: Whose) -> bool {
    matches!(field, "me" | "my_company") || remembered_for(script, field, whose).is_some()
}

/// For whom a field is remembered; `None` when it is not.
fn remembered_for(script: &Script, field: &str, whose: Whose) -> Option<Whose> {
    let partner = Some(whose.partner?);
    match (script.asked(field), RecordField::named(field)) {
        // What belongs to a person is remembered for somebody, or not at all.
        (Some(asked), _) if asked.personal => whose.contact.map(|_| whose),
        (Some(_), _) => Some(Whose { partner, contact: None }),
        (None, Some(field)) if field.is_remembered() => Some(Whose { partner, contact: None }),
        _ => None,
    }
}
