//! For whom the letter is, and what is filled into it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::scripts as words;
use crate::domain::script::template::{self, Part};
use crate::domain::script::{FieldKind, Medium, RecordField, Script};
use crate::domain::{ContactId, PartnerId};
use crate::kit::Icon;
use crate::kit::field::error_line;
use crate::parts::person::standing;

use super::bench::{Known, Origin, Whose, is_remembered};
use super::compose::Work;

/// The fields of the script.
#[component]
pub fn Fields(work: Work) -> impl IntoView {
    let rows = Memo::new(move |_| work.script(|known| rows(work, known)));
    view! {
        <div class="compose__form" role="group" aria-label=words::FIELDS>
            {partner_field(work)} {contact_field(work)}
            <For each=move || rows.get() key=Clone::clone let:field>
                {field_row(work, &field)}
            </For>
            {move || work.script(|known| Some(optional(work, known)))}
        </div>
    }
}

/// Fields that go without saying as long as the records fill them.
const PLAIN: [RecordField; 7] = [
    RecordField::ContactFirstName,
    RecordField::Contact,
    RecordField::ContactTitle,
    RecordField::Partner,
    RecordField::Me,
    RecordField::MyCompany,
    RecordField::Today,
];

/// The fields that are shown, in the order of the text.
fn rows(work: Work, known: &Known) -> Vec<String> {
    let script = &known.script;
    let whose = work.whose.get();
    let there = script
        .passages
        .iter()
        .filter(|passage| !passage.optional || work.bench.is_ticked(&known.slug, &passage.id))
        .map(|passage| passage.text.as_str());
    let subject = script.subject.as_deref().filter(|_| script.channel == Medium::Email);
    let mut rows: Vec<String> = Vec::new();
    for text in there.chain(subject) {
        let (parts, _) = template::parse(text, &|name| crate::domain::script::check::is_known(script, name));
        for part in parts {
            let Part::Field(name, _) = part else { continue };
            let is_plain = RecordField::named(name).is_some_and(|field| PLAIN.contains(&field));
            let goes_without = is_plain
                && matches!(work.bench.field(script, name, whose).1, Origin::Records | Origin::Settings);
            if !goes_without && !rows.iter().any(|row| row == name) {
                rows.push(name.to_owned());
            }
        }
    }
    rows
}

/// The partner it is for.
pub fn partner_field(work: Work) -> AnyView {
    let bench = work.bench;
    let partners = Memo::new(move |_| {
        bench.desk.read(|workspace| {
            let named =
                workspace.partners.iter().map(|(id, partner)| (*id, partner.profile.name.to_string()));
            crate::domain::order::sorted_by_key(named.collect::<Vec<_>>(), |(_, name)| name.to_lowercase())
        })
    });
    let choose = move |event: leptos::ev::Event| {
        let partner: Option<PartnerId> = event_target_value(&event).parse().ok();
        bench.choose_partner(partner);
    };
    let options = move || {
        let chosen = bench.partner();
        partners.with(|partners| {
            let option = |(id, name): &(PartnerId, String)| {
                view! {
                    <option value=id.to_string() selected=chosen == Some(*id)>
                        {name.clone()}
                    </option>
                }
            };
            partners.iter().map(option).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="field">
            <label class="field__label" for="script-partner">
                {words::PARTNER}
            </label>
            <select class="input" id="script-partner" on:change=choose>
                <option value="" selected=move || bench.partner().is_none()>
                    {move || if partners.with(Vec::is_empty) { words::NO_PARTNERS } else { words::NO_PARTNER }}
                </option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The person it goes to.
pub fn contact_field(work: Work) -> AnyView {
    let bench = work.bench;
    // Drawn anew only when it says something else: a list that is replaced while it is pressed does not open.
    let options = Memo::new(move |_| {
        let partner = work.whose.get().partner?;
        let today = bench.desk.today();
        bench.desk.read(|workspace| {
            let people = crate::domain::script::records::people_of(workspace, partner, today);
            let option = |id: ContactId| {
                let person = workspace.contacts.get(&id)?;
                let name = person.person.name.to_string();
                Some((id, words::person(&name, &standing(person, partner, today))))
            };
            Some(people.into_iter().filter_map(option).collect::<Vec<_>>())
        })
    });
    let people = move || {
        let Whose { partner, contact } = work.whose.get();
        let (partner, options) = (partner?, options.get()?);
        if options.is_empty() {
            return Some(view! { <p class="field__hint">{words::NOBODY_THERE}</p> }.into_any());
        }
        let options: Vec<_> = options
            .into_iter()
            .map(|(id, words)| {
                view! {
                    <option value=id.to_string() selected=contact == Some(id)>
                        {words}
                    </option>
                }
            })
            .collect();
        let choose = move |event: leptos::ev::Event| {
            if let Ok(id) = event_target_value(&event).parse() {
                bench.choose_contact(Whose { partner: Some(partner), contact: Some(id) });
            }
        };
        let field = view! {
            <div class="field">
                <label class="field__label" for="script-contact">
                    {words::TO}
                </label>
                <select class="input" id="script-contact" on:change=choose>
                    {options}
                </select>
            </div>
        };
        Some(field.into_any())
    };
    people.into_any()
}

/// What a row needs to know of its field.
#[derive(Clone)]
struct Described {
    label: String,
    kind: FieldKind,
    help: Option<String>,
    personal: bool,
}

fn described(script: &Script, field: &str) -> Described {
    match (script.asked(field), RecordField::named(field)) {
        (Some(asked), _) => Described {
            label: asked.label.clone(),
            kind: asked.kind,
            help: asked.help.clone(),
            personal: asked.personal,
        },
        (None, Some(field)) => Described {
            label: words::record_field(field).to_owned(),
            kind: if field.is_list() { FieldKind::Text } else { FieldKind::Line },
            help: None,
            personal: false,
        },
        (None, None) => {
            Described { label: field.to_owned(), kind: FieldKind::Line, help: None, personal: false }
        }
    }
}

/// The id of a field's control.
pub fn control_id(field: &str) -> String {
    ["script-field-", field].concat()
}

fn field_row(work: Work, field: &str) -> AnyView {
    let bench = work.bench;
    let name = StoredValue::new(field.to_owned());
    let Described { label, kind, help, personal } =
        untrack(|| work.known.with(|known| known.as_ref().map(|known| described(&known.script, field))))
            .unwrap_or_else(|| Described {
                label: String::new(),
                kind: FieldKind::Line,
                help: None,
                personal: false,
            });
    let state = Memo::new(move |_| {
        let whose = work.whose.get();
        work.known.with(|known| {
            known.as_ref().map(|known| name.with_value(|name| bench.field(&known.script, name, whose)))
        })
    });
    let value = move || state.get().map(|(text, _)| text).unwrap_or_default();
    let refused = RwSignal::new(None::<String>);
    let error = Memo::new(move |_| refused.get().or_else(|| wrong_day(kind, &value()).map(str::to_owned)));
    let type_in = move |event: leptos::ev::Event| {
        let whose = work.whose.get_untracked();
        refused.set(None);
        let slug = work.known.with_untracked(|known| known.as_ref().map(|known| known.slug.clone()));
        let slug = slug.unwrap_or_default();
        name.with_value(|name| bench.type_in(&slug, whose, name, event_target_value(&event)));
    };
    // The browser tells a control that it lost the focus also when it was taken out of the page, and its signals with
    // it.
    let settle = move |_: leptos::ev::Event| {
        let Some(whose) = work.whose.try_get_untracked() else { return };
        let Some(Some(known)) = work.known.try_get_untracked() else { return };
        let Some(name) = name.try_get_value() else { return };
        let settled = bench.settle(&known.script, &name, whose);
        let _ = refused.try_set(settled.err().map(|declined| declined.sentence));
    };
    let focus = move |_: leptos::ev::FocusEvent| bench.focused.set(name.get_value());
    let blur = move |_: leptos::ev::FocusEvent| {
        let _ = bench.focused.try_set(String::new());
    };
    let id = control_id(field);
    let (help_id, error_id) = ([&id, "-help"].concat(), [&id, "-error"].concat());
    let describe = {
        let (help_id, error_id, has_help) = (help_id.clone(), error_id.clone(), help.is_some());
        move || match (has_help, error.with(Option::is_some)) {
            (false, false) => None,
            (true, false) => Some(help_id.clone()),
            (false, true) => Some(error_id.clone()),
            (true, true) => Some([&error_id, " ", &help_id].concat()),
        }
    };
    let is_wrong = move || error.with(Option::is_some).then_some("true");
    let control = if kind == FieldKind::Text {
        view! {
            <textarea
                class="input"
                id=id.clone()
                rows="3"
                dir="auto"
                prop:value=value
                on:input=type_in
                on:change=settle
                on:focus=focus
                on:blur=blur
                aria-invalid=is_wrong
                aria-describedby=describe
            ></textarea>
        }
        .into_any()
    } else {
        let kind = match kind {
            FieldKind::Date => "date",
            FieldKind::Number => "number",
            FieldKind::Line | FieldKind::Text => "text",
        };
        view! {
            <input
                class="input"
                id=id.clone()
                type=kind
                dir="auto"
                autocomplete="off"
                prop:value=value
                on:input=type_in
                on:change=settle
                on:focus=focus
                on:blur=blur
                aria-invalid=is_wrong
                aria-describedby=describe
            />
        }
        .into_any()
    };
    let origin = Memo::new(move |_| state.get().map_or(Origin::Nowhere, |(_, origin)| origin));
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {label}
            </label>
            {control}
            {help.map(|help| view! { <p class="field__hint" id=help_id>{help}</p> })}
            {move || source(work, name, origin.get(), personal)}
            {error_line(error_id, error.into())}
        </div>
    }
    .into_any()
}

fn wrong_day(kind: FieldKind, text: &str) -> Option<&'static str> {
    let is_day = text.trim().is_empty() || text.parse::<crate::domain::Date>().is_ok();
    (kind == FieldKind::Date && !is_day).then_some(words::NO_DAY)
}

/// Where the words in a field come from.
fn source(work: Work, field: StoredValue<String>, origin: Origin, personal: bool) -> Option<AnyView> {
    let whose = work.whose.get();
    let is_remembered =
        work.script(|known| field.with_value(|field| is_remembered(&known.script, field, whose)));
    let (icon, words) = match origin {
        Origin::Nowhere => return None,
        Origin::Records => ("link", words::FROM_RECORDS.to_owned()),
        Origin::Settings => ("settings", words::FROM_SETTINGS.to_owned()),
        Origin::Remembered(on) if personal => ("person", words::remembered_of_person(on)),
        Origin::Remembered(on) => ("saved", words::remembered(on)),
        // Once the field is left it is remembered.
        Origin::Here if is_remembered => return None,
        Origin::Here => ("edit", words::TYPED_HERE.to_owned()),
        Origin::Instead => ("edit", words::TYPED_INSTEAD.to_owned()),
    };
    let back = (origin == Origin::Instead).then(|| {
        let take_back = move |_| {
            let whose = work.whose.get_untracked();
            field.with_value(|field| work.bench.forget_typed(whose, field));
        };
        view! {
            <button class="compose__jump" type="button" on:click=take_back>
                {words::USE_RECORDS}
            </button>
        }
    });
    let line = view! {
        <p class="compose__source">
            <Icon name=icon />
            <span>{words}</span>
            {back}
        </p>
    };
    Some(line.into_any())
}

/// The boxes of the optional passages.
fn optional(work: Work, known: &Known) -> AnyView {
    let boxes: Vec<_> = known
        .script
        .passages
        .iter()
        .filter(|passage| passage.optional)
        .map(|passage| {
            let slug = known.slug.clone();
            let id = passage.id.clone();
            let is_there = {
                let (slug, id) = (slug.clone(), id.clone());
                move || work.bench.is_ticked(&slug, &id)
            };
            let label = passage.label.clone().unwrap_or_else(|| id.clone());
            view! {
                <label class="check">
                    <input
                        class="check__box"
                        type="checkbox"
                        prop:checked=is_there
                        on:change=move |event| work.bench.tick(&slug, &id, event_target_checked(&event))
                    />
                    <bdi>{label}</bdi>
                </label>
            }
        })
        .collect();
    if boxes.is_empty() {
        return ().into_any();
    }
    view! {
        <fieldset class="compose__optional">
            <legend class="field__label">{words::OPTIONAL}</legend>
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// Moves the focus to the control of a field.
pub fn go_to(field: &str) {
    let control = document().get_element_by_id(&control_id(field));
    if let Some(control) = control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        // One that left the page meanwhile needs no focus.
        let _ = control.focus();
    }
}
