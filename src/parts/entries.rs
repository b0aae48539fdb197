//! Short lists of the user's own, each entry added, corrected and removed where it stands: the links of a
//! partner or a person, and a partner's custom fields. Both are a name and a text, so they share their
//! views and differ in a few functions.

use leptos::prelude::*;

use crate::catalogue::entries as words;
use crate::domain::Collection;
use crate::domain::custom_field::CustomField;
use crate::domain::link::{Link, LinkAddress};
use crate::domain::{ContactId, Field, Id, Line, Moment, PartnerId, Refusal, Workspace, listing};
use crate::kit::{Icon, TextField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Names offered while one types.
const SUGGESTED: usize = 50;

/// Whose list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A partner's.
    Partner(PartnerId),
    /// A person's.
    Person(ContactId),
}

/// An entry in the words of the list, with the bits of its id.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    bits: u128,
    name: String,
    text: String,
}

/// Writes an entry anew, or adds one; in turn: where, whose, which, its name, its text.
type Write = fn(&mut Workspace, Owner, Option<u128>, (&str, &str), &mut Moment<'_>) -> Result<(), Refusal>;

/// What one list differs in from the other.
#[derive(Clone, Copy)]
struct Kept {
    heading: &'static str,
    id: &'static str,
    empty: &'static str,
    add: Deed,
    edit: Deed,
    name: (&'static str, Field),
    text: (&'static str, Field),
    hint: &'static str,
    is_link: bool,
    list: fn(&Workspace, Owner) -> Vec<Entry>,
    suggested: fn(&Workspace) -> Vec<String>,
    write: Write,
    remove: fn(&mut Workspace, Owner, u128) -> Result<(), Refusal>,
}

/// The links of a partner or a person.
#[component]
pub fn Links(
    /// Whose.
    owner: Owner,
) -> impl IntoView {
    section(owner, &LINKS)
}

/// What the user keeps of a partner beside what every partner has.
#[component]
pub fn CustomFields(
    /// Of which partner.
    partner: PartnerId,
) -> impl IntoView {
    section(Owner::Partner(partner), &FIELDS)
}

static LINKS: Kept = Kept {
    heading: words::LINKS,
    id: "links",
    empty: words::NO_LINKS,
    add: deeds::ADD_LINK,
    edit: deeds::EDIT_LINK,
    name: (words::LABEL, Field::Label),
    text: (words::ADDRESS, Field::Link),
    hint: words::ADDRESS_HINT,
    is_link: true,
    list: |workspace, owner| {
        let links = match owner {
            Owner::Partner(id) => workspace.partner(id).map(|partner| partner.links_in_order()),
            Owner::Person(id) => workspace.contacts.get(&id).map(|contact| contact.links_in_order()),
        };
        let entry = |(id, link): (Id<Link>, &Link)| Entry {
            bits: id.bits(),
            name: link.label.as_ref().map(ToString::to_string).unwrap_or_default(),
            text: link.address.as_str().to_owned(),
        };
        links.unwrap_or_default().into_iter().map(entry).collect()
    },
    suggested: |_| Vec::new(),
    write: |workspace, owner, bits, (label, address), moment| {
        let link = Link::new(Line::parse_optional(Field::Label, label)?, LinkAddress::parse(address)?);
        let links = links_mut(workspace, owner)?;
        match bits {
            Some(bits) => listing::edit(links, Id::from_bits(bits), link),
            None => listing::add(links, link, moment).map(|_| ()),
        }
    },
    remove: |workspace, owner, bits| listing::remove(links_mut(workspace, owner)?, Id::from_bits(bits)),
};

static FIELDS: Kept = Kept {
    heading: words::FIELDS,
    id: "fields",
    empty: words::NO_FIELDS,
    add: deeds::ADD_FIELD,
    edit: deeds::EDIT_FIELD,
    name: (words::FIELD_NAME, Field::FieldName),
    text: (words::FIELD_VALUE, Field::FieldValue),
    hint: words::FIELD_HINT,
    is_link: false,
    list: |workspace, owner| {
        let Owner::Partner(id) = owner else { return Vec::new() };
        let fields = workspace.partner(id).map(|partner| partner.fields_in_order()).unwrap_or_default();
        let entry = |(id, field): (Id<CustomField>, &CustomField)| Entry {
            bits: id.bits(),
            name: field.name.to_string(),
            text: field.value.to_string(),
        };
        fields.into_iter().map(entry).collect()
    },
    suggested: |workspace| {
        let mut names: Vec<String> = Vec::new();
        for field in workspace.partners.values().flat_map(|partner| partner.fields.values()) {
            if names.len() < SUGGESTED && !names.iter().any(|name| name == field.name.as_str()) {
                names.push(field.name.to_string());
            }
        }
        names
    },
    write: |workspace, owner, bits, (name, value), moment| {
        let Owner::Partner(id) = owner else { return Ok(()) };
        let name = Line::parse(Field::FieldName, name)?;
        let field = CustomField::new(name, Line::parse(Field::FieldValue, value)?);
        let partner = workspace.partner_mut(id)?;
        match bits {
            Some(bits) => partner.edit_field(Id::from_bits(bits), field),
            None => partner.add_field(field, moment).map(|_| ()),
        }
    },
    remove: |workspace, owner, bits| {
        let Owner::Partner(id) = owner else { return Ok(()) };
        listing::remove(&mut workspace.partner_mut(id)?.fields, Id::from_bits(bits))
    },
};

fn links_mut(workspace: &mut Workspace, owner: Owner) -> Result<&mut Collection<Link>, Refusal> {
    Ok(match owner {
        Owner::Partner(id) => &mut workspace.partner_mut(id)?.links,
        Owner::Person(id) => &mut workspace.contact_mut(id)?.links,
    })
}

/// Which form of a list is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    New,
    Entry(u128),
}

fn section(owner: Owner, kept: &'static Kept) -> AnyView {
    let desk = Desk::of_page();
    let open = RwSignal::new(Open::Nothing);
    let entries = Memo::new(move |before: Option<&Vec<Entry>>| {
        let mut entries = desk.read(|workspace| (kept.list)(workspace, owner));
        // What was removed elsewhere while its form is open stays, and with it what was typed.
        if let Open::Entry(bits) = open.get()
            && !entries.iter().any(|entry| entry.bits == bits)
            && let Some(gone) = before.and_then(|before| before.iter().find(|entry| entry.bits == bits))
        {
            entries.push(gone.clone());
        }
        entries
    });
    let is_new = Memo::new(move |_| open.get() == Open::New);
    view! {
        <section class="section screen-only" aria-labelledby=kept.id>
            <div class="section__head">
                <h2 id=kept.id>{kept.heading}</h2>
                <button
                    class="button button--line push"
                    data-size="small"
                    type="button"
                    aria-label=kept.add.doing
                    on:click=move |_| open.set(Open::New)
                >
                    {words::ADD}
                </button>
            </div>
            {move || is_new.get().then(|| form(owner, kept, None, open))}
            {move || entries.with(Vec::is_empty).then(|| view! { <p class="quiet">{kept.empty}</p> })}
            <ul class="entries">
                <For each=move || entries.get() key=|entry| entry.bits let:entry>
                    {item(owner, kept, entry.bits, entries, open)}
                </For>
            </ul>
        </section>
    }
    .into_any()
}

fn item(
    owner: Owner,
    kept: &'static Kept,
    bits: u128,
    entries: Memo<Vec<Entry>>,
    open: RwSignal<Open>,
) -> AnyView {
    let desk = Desk::of_page();
    let entry = Memo::new(move |_| entries.with(|all| all.iter().find(|entry| entry.bits == bits).cloned()));
    let is_open = Memo::new(move |_| open.get() == Open::Entry(bits));
    let remove = Callback::new(move |()| {
        let deed = Deed { doing: words::REMOVE, done: words::REMOVED };
        if let Err(declined) = desk.change(deed, |workspace, _| (kept.remove)(workspace, owner, bits)) {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    });
    let edit = Callback::new(move |()| open.set(Open::Entry(bits)));
    view! {
        {move || {
            let entry = entry.get()?;
            let name = if entry.name.is_empty() { entry.text.clone() } else { entry.name.clone() };
            Some(
                view! {
                    <li>
                        {told(kept, &entry)} <span class="cluster" data-gap="1">
                            {small("edit", words::edit(&name), edit)} {small("trash", words::remove(&name), remove)}
                        </span>
                    </li>
                },
            )
        }}
        {move || {
            let entry = is_open.get().then(|| entry.get_untracked())??;
            Some(view! { <li>{form(owner, kept, Some(entry), open)}</li> })
        }}
    }
    .into_any()
}

fn told(kept: &Kept, entry: &Entry) -> AnyView {
    if !kept.is_link {
        return view! {
            <span>
                <small>
                    <bdi>{entry.name.clone()}</bdi>
                </small>
                <bdi>{entry.text.clone()}</bdi>
            </span>
        }
        .into_any();
    }
    let shown = if entry.name.is_empty() { &entry.text } else { &entry.name };
    // Pages open beside this one; they learn neither where they were opened from nor get hold of it.
    let target = entry.text.starts_with("http").then_some("_blank");
    view! {
        <a href=entry.text.clone() rel="noopener noreferrer" target=target>
            <bdi>{shown.clone()}</bdi>
        </a>
    }
    .into_any()
}

fn small(icon: &'static str, label: String, on_click: Callback<()>) -> AnyView {
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            aria-label=label
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}

fn form(owner: Owner, kept: &'static Kept, correcting: Option<Entry>, open: RwSignal<Open>) -> AnyView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let on_close = Callback::new(move |()| open.set(Open::Nothing));
    let bits = correcting.as_ref().map(|entry| entry.bits);
    let (name, text) = correcting.clone().map_or_else(Default::default, |entry| (entry.name, entry.text));
    let (name, text) = (RwSignal::new(name), RwSignal::new(text));
    let theirs = RwSignal::new(None::<String>);
    let deed = if bits.is_some() { kept.edit } else { kept.add };
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let now = desk.read_once(|workspace| (kept.list)(workspace, owner));
        let now = now.into_iter().find(|entry| Some(entry.bits) == bits);
        if let (false, Some(now)) = (over_theirs, now.filter(|now| Some(now) != correcting.as_ref())) {
            return theirs.set(Some(words::told(&now.name, &now.text)));
        }
        let typed = (name.get_untracked(), text.get_untracked());
        let result = desk.change(deed, |workspace, moment| {
            (kept.write)(workspace, owner, bits, (typed.0.as_str(), typed.1.as_str()), moment)
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    let suggestions = Signal::stored(desk.read_once(kept.suggested));
    let send = if bits.is_some() { words::SAVE } else { deed.doing };
    view! {
        <FormFrame title=deed.doing send errors on_send=submit on_close>
            <div class="columns">
                <TextField
                    label=kept.name.0
                    value=name
                    error=errors.at(kept.name.1)
                    suggestions
                    optional=kept.is_link
                    focus=true
                />
                <TextField label=kept.text.0 value=text error=errors.at(kept.text.1) hint=kept.hint />
            </div>
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
    .into_any()
}
