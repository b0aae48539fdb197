//! Search or run: partners, people, places and deeds in one list, found by a few letters.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::apart;
use crate::catalogue::at_hand::AT_HAND;
use crate::catalogue::{Word, commands as words};
use crate::domain::checklist::{BuiltIn, TemplateKey};
use crate::domain::find::{Names, Sought, Who};
use crate::domain::partner::TimelineKind;
use crate::domain::script::Slug;
use crate::domain::{Contact, PartnerId, Workspace};
use crate::features::scripts::titles;
use crate::kit::Icon;
use crate::route::Route;
use crate::shell::commands::{COMMANDS, Command, Does, Hands};
use crate::state::at_hand::Shelf;
use crate::state::desk::Desk;
use crate::state::wishes::Wish;

use super::{Overlay, keycaps, modal};

/// The scripts by their words and titles.
type Titles = Vec<(Slug, String)>;

// The scripts stand with their screen.
apart! {
    mod scripts(desk: Desk) -> Titles { desk.read_once(titles) }
}

/// Rows of one group.
const MOST_FOUND: usize = 5;
/// Rows remembered.
const MOST_RECENT: usize = 5;
/// The name of the preference that remembers them.
const RECENT: &str = "recent";

/// One row.
#[derive(Clone)]
struct Row {
    group: &'static str,
    icon: &'static str,
    words: String,
    hint: String,
    keys: &'static str,
    /// What recents remember it by; empty when they do not.
    name: String,
    does: Does,
}

/// What the palette holds while it is open.
#[derive(Clone, Copy)]
struct Palette {
    hands: Hands,
    names: StoredValue<Names>,
    scripts: StoredValue<Titles>,
    typed: RwSignal<String>,
    rows: RwSignal<Vec<Row>>,
    chosen: RwSignal<usize>,
}

/// The palette.
pub fn palette() -> AnyView {
    let hands = Hands::of_page();
    let palette = Palette {
        hands,
        names: StoredValue::new(hands.desk.read_once(Names::of)),
        scripts: StoredValue::new(Vec::new()),
        typed: RwSignal::new(String::new()),
        rows: RwSignal::new(Vec::new()),
        chosen: RwSignal::new(0),
    };
    palette.search(String::new());
    leptos::task::spawn_local(async move {
        // Closed by then, or without a way to the server: there are no scripts to be found.
        if let Ok(titles) = scripts::run(hands.desk).await
            && palette.scripts.try_set_value(titles).is_none()
        {
            palette.search(palette.typed.get_untracked());
        }
    });
    let active = move || palette.rows.with(|rows| !rows.is_empty()).then(|| option_id(palette.chosen.get()));
    let foot = |key: &'static str, words: &'static str| {
        view! {
            <span class="keys">
                <kbd class="kbd">{key}</kbd>
                {words}
            </span>
        }
    };
    let inside = view! {
        <div class="palette__input">
            <Icon name="search" size="l" />
            <input
                type="text"
                role="combobox"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                autofocus
                aria-label=words::SEARCH_OR_RUN
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-activedescendant=active
                placeholder=words::SEARCH_OR_RUN_HINT
                prop:value=palette.typed
                on:input:target=move |event| palette.search(event.target().value())
                on:keydown=move |event| palette.press(&event)
            />
        </div>
        <div class="palette__list" role="listbox" id="palette-list" aria-label=words::RESULTS>
            {move || palette.list()}
        </div>
        <p class="palette__none" role="status">
            {move || {
                let typed = palette.typed.with(|typed| typed.trim().to_owned());
                palette.rows.with(Vec::is_empty).then(|| words::nothing_found(&typed))
            }}
        </p>
        <div class="palette__foot" aria-hidden="true">
            <span class="keys">
                <kbd class="kbd">"↑"</kbd>
                <kbd class="kbd">"↓"</kbd>
                {words::CHOOSE}
            </span>
            {foot("↵", words::RUN)}
            {foot(words::ESCAPE, words::CLOSE)}
        </div>
    };
    modal("dialog palette", words::SEARCH_OR_RUN, inside.into_any())
}

impl Palette {
    fn search(self, typed: String) {
        let rows = self.hands.desk.read_once(|workspace| {
            self.names.with_value(|names| {
                self.scripts.with_value(|scripts| {
                    let today = untrack(|| self.hands.desk.today());
                    Finder { hands: self.hands, desk: self.hands.desk, workspace, names, scripts, today }
                        .rows(&typed)
                })
            })
        });
        self.chosen.set(0);
        self.typed.set(typed);
        self.rows.set(rows);
    }

    fn press(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let count = self.rows.with_untracked(Vec::len);
        let chosen = self.chosen.get_untracked();
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => self.choose(if chosen >= last { 0 } else { chosen + 1 }),
            "ArrowUp" => self.choose(if chosen == 0 { last } else { chosen - 1 }),
            "Enter" => self.run(chosen),
            _ => return,
        }
        event.prevent_default();
    }

    fn choose(self, place: usize) {
        self.chosen.set(place);
        let option = document().get_element_by_id(&option_id(place));
        if let Some(option) = option {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    fn run(self, place: usize) {
        let Some(row) = self.rows.with_untracked(|rows| rows.get(place).cloned()) else { return };
        remember(self.hands.desk, &row.name);
        // What opens in its place keeps where the focus was.
        if !matches!(row.does, Does::Open(_)) {
            self.hands.overlays.close();
        }
        self.hands.run(&row.does);
    }

    /// The rows under the headings of their groups.
    fn list(self) -> Vec<AnyView> {
        let sought = self.typed.with_untracked(|typed| Sought::new(typed));
        self.rows.with(|rows| {
            let mut place = 0;
            rows.chunk_by(|one, other| one.group == other.group)
                .map(|group| {
                    let heading = group.first().map_or("", |row| row.group);
                    let options: Vec<_> = group
                        .iter()
                        .map(|row| {
                            place += 1;
                            self.option(place - 1, row, &sought)
                        })
                        .collect();
                    view! {
                        <div role="group" aria-label=heading>
                            <div class="palette__group" aria-hidden="true">
                                {heading}
                            </div>
                            {options}
                        </div>
                    }
                    .into_any()
                })
                .collect()
        })
    }

    fn option(self, place: usize, row: &Row, sought: &Sought) -> AnyView {
        view! {
            <div
                class="palette__option"
                role="option"
                id=option_id(place)
                aria-selected=move || (self.chosen.get() == place).to_string()
                on:pointermove=move |_| {
                    if self.chosen.get_untracked() != place {
                        self.chosen.set(place);
                    }
                }
                on:click=move |_| self.run(place)
            >
                <Icon name=row.icon />
                <bdi>{marked(&row.words, sought)}</bdi>
                <span class="palette__hint">
                    {if row.keys.is_empty() { row.hint.clone().into_any() } else { keycaps(row.keys) }}
                </span>
            </div>
        }
        .into_any()
    }
}

fn option_id(place: usize) -> String {
    format!("palette-{place}")
}

/// The words with what was found in them marked.
fn marked(words: &str, sought: &Sought) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut done = 0;
    let part = |from: usize, to: usize| words.get(from..to).unwrap_or_default().to_owned();
    for (from, to) in sought.marks(words) {
        parts.push(part(done, from).into_any());
        parts.push(view! { <mark>{part(from, to)}</mark> }.into_any());
        done = to;
    }
    parts.push(part(done, words.len()).into_any());
    parts
}

/// What the rows are found in.
struct Finder<'known> {
    hands: Hands,
    desk: Desk,
    workspace: &'known Workspace,
    names: &'known Names,
    scripts: &'known Titles,
    today: crate::domain::Date,
}

impl Finder<'_> {
    fn rows(&self, typed: &str) -> Vec<Row> {
        if let Some(line) = typed.trim_start().strip_prefix('+') {
            return vec![quick_add(line.trim())];
        }
        let sought = Sought::new(typed);
        if sought.is_empty() {
            let mut rows = self.recent();
            let kept = self.at_hand();
            rows.extend(
                kept.into_iter()
                    .filter(|kept| !rows.iter().any(|row| row.name == kept.name))
                    .collect::<Vec<_>>(),
            );
            rows.extend(self.commands().map(of_command));
            return rows;
        }
        let partners: Vec<PartnerId> = self
            .names
            .best(&sought, MOST_FOUND, |who| matches!(who, Who::Partner(_)))
            .into_iter()
            .filter_map(|(name, _)| if let Who::Partner(id) = name.who { Some(id) } else { None })
            .collect();
        let people = self.names.best(&sought, MOST_FOUND, |who| matches!(who, Who::Person(_)));
        let mut rows: Vec<Row> = partners.iter().filter_map(|id| self.of_partner(*id)).collect();
        rows.extend(people.iter().filter_map(|(name, _)| self.of_who(name.who)));
        let commands = self.commands().filter(|command| sought.is_found_in(command.words)).map(of_command);
        let (places, deeds): (Vec<Row>, Vec<Row>) = commands.partition(|row| row.group == words::GO_TO);
        rows.extend(places);
        rows.extend(self.playbooks(&sought));
        let scripts = self.scripts.iter().filter(|(_, title)| sought.is_found_in(title));
        rows.extend(scripts.take(MOST_FOUND).map(of_script));
        rows.extend(partners.first().into_iter().flat_map(|id| self.deeds_with(*id)));
        rows.extend(deeds);
        rows
    }

    /// What can be done from here.
    fn commands(&self) -> impl Iterator<Item = &'static Command> + use<> {
        let hands = self.hands;
        COMMANDS.iter().filter(move |command| command.does != Does::InAList && hands.offers(command))
    }

    fn of_who(&self, who: Who) -> Option<Row> {
        match who {
            Who::Partner(id) => self.of_partner(id),
            Who::Person(id) => {
                let contact = self.workspace.contacts.get(&id)?;
                Some(Row {
                    group: words::PEOPLE,
                    icon: "person",
                    words: contact.person.name.to_string(),
                    hint: self.employer(contact).unwrap_or_default(),
                    keys: "",
                    name: format!("person/{id}"),
                    does: Does::Go(Route::Person(id)),
                })
            }
        }
    }

    /// Where a person works today, or worked.
    fn employer(&self, contact: &Contact) -> Option<String> {
        let jobs = || contact.employments.values();
        let today = jobs().find(|job| contact.works_at(job.partner, self.today));
        let id = today.or_else(|| jobs().next())?.partner;
        Some(self.workspace.partner(id)?.profile.name.to_string())
    }

    fn of_partner(&self, id: PartnerId) -> Option<Row> {
        let partner = self.workspace.partner(id)?;
        let (stage, tier) = (partner.stage_on(self.today), partner.tier_on(self.today));
        Some(Row {
            group: words::PARTNERS,
            icon: "partners",
            words: partner.profile.name.to_string(),
            hint: [stage.word(), ", ", tier.word()].concat(),
            keys: "",
            name: format!("partner/{id}"),
            does: Does::Go(Route::Partner(id)),
        })
    }

    /// Playbooks whose title holds what is sought, one's own first.
    fn playbooks(&self, sought: &Sought) -> Vec<Row> {
        let own = self.workspace.templates.iter();
        let own = own.map(|(id, template)| (TemplateKey::Own(*id), template.title.as_str()));
        let all = own.chain(BuiltIn::all().map(|one| (TemplateKey::BuiltIn(one), one.title())));
        let found = all.filter(|(_, title)| sought.is_found_in(title)).take(MOST_FOUND);
        found.map(|(key, title)| of_playbook(key, title)).collect()
    }

    /// What can be done with the partner that fits best.
    fn deeds_with(&self, id: PartnerId) -> Vec<Row> {
        let Some(partner) = self.workspace.partner(id) else { return Vec::new() };
        let name = partner.profile.name.as_str();
        let deed = |icon, words: String, kind| Row {
            group: words::DO,
            icon,
            words,
            hint: String::new(),
            keys: "",
            name: String::new(),
            does: Does::Ask(Wish::Record(id, kind)),
        };
        vec![
            deed("chat", words::log_touch_with(name), TimelineKind::Touchpoint),
            deed("ours", words::add_promise_with(name), TimelineKind::Commitment),
        ]
    }

    /// The playbook of a key.
    fn playbook(&self, key: &str) -> Option<Row> {
        let key = TemplateKey::read(key)?;
        match key {
            TemplateKey::BuiltIn(one) => Some(of_playbook(key, one.title())),
            TemplateKey::Own(id) => Some(of_playbook(key, &self.workspace.templates.get(&id)?.title)),
        }
    }

    /// The script of a word.
    fn script(&self, slug: &str) -> Option<Row> {
        let slug: Slug = slug.parse().ok()?;
        self.scripts.iter().find(|(known, _)| *known == slug).map(of_script)
    }

    /// What is kept at hand and still there.
    fn at_hand(&self) -> Vec<Row> {
        let playbooks = Shelf::Playbooks.kept(self.desk).into_iter().filter_map(|key| self.playbook(&key));
        let scripts = Shelf::Scripts.kept(self.desk).into_iter().filter_map(|slug| self.script(&slug));
        playbooks.chain(scripts).map(|row| Row { group: AT_HAND, ..row }).collect()
    }

    /// What was picked lately and is still there.
    fn recent(&self) -> Vec<Row> {
        let known = self.desk.preferences().words(RECENT).unwrap_or_default();
        let row = |name: &str| {
            let row = match name.split_once('/') {
                Some(("partner", id)) => self.of_who(Who::Partner(id.parse().ok()?)),
                Some(("playbook", key)) => self.playbook(key),
                Some(("script", slug)) => self.script(slug),
                Some(("person", id)) => self.of_who(Who::Person(id.parse().ok()?)),
                _ => self.commands().find(|command| command.name == name).map(of_command),
            };
            row.map(|row| Row { group: words::RECENT, ..row })
        };
        known.split_whitespace().filter_map(row).collect()
    }
}

fn of_playbook(key: TemplateKey, title: &str) -> Row {
    Row {
        group: words::PLAYBOOKS,
        icon: "playbooks",
        words: title.to_owned(),
        hint: String::new(),
        keys: "",
        name: format!("playbook/{key}"),
        does: Does::Go(Route::Playbook(key)),
    }
}

fn of_command(command: &Command) -> Row {
    let group = if matches!(command.does, Does::Go(_)) { words::GO_TO } else { words::DO };
    Row {
        group,
        icon: command.icon,
        words: command.words.to_owned(),
        hint: String::new(),
        keys: command.keys,
        name: command.name.to_owned(),
        does: command.does.clone(),
    }
}

fn of_script((slug, title): &(Slug, String)) -> Row {
    Row {
        group: words::SCRIPTS,
        icon: "scripts",
        words: title.clone(),
        hint: String::new(),
        keys: "",
        name: format!("script/{slug}"),
        does: Does::Go(Route::Script(*slug, None)),
    }
}

fn quick_add(line: &str) -> Row {
    Row {
        group: words::DO,
        icon: "plus",
        words: if line.is_empty() { words::NEW.to_owned() } else { words::quick_add_of(line) },
        hint: String::new(),
        keys: "",
        name: String::new(),
        does: Does::Open(Overlay::QuickAdd(line.to_owned())),
    }
}

/// Puts a row in front of the recent ones.
fn remember(desk: Desk, name: &str) {
    if name.is_empty() {
        return;
    }
    let preferences = desk.preferences();
    let known = preferences.words(RECENT).unwrap_or_default();
    let others = known.split_whitespace().filter(|other| *other != name);
    let names: Vec<&str> = std::iter::once(name).chain(others).take(MOST_RECENT).collect();
    preferences.set_words(RECENT, &names.join(" "));
}
