//! One line for something new, with what was understood shown before it is saved.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::quick_add as words;
use crate::domain::PartnerId;
use crate::domain::find::Names;
use crate::domain::quick_add::{Entry, Known, QuickAdd, Span, Trouble, named, quoted};
use crate::kit::field::error_line;
use crate::kit::{Chip, Form, dialog_head};
use crate::route::Route;
use crate::shell::commands::Hands;
use crate::state::deeds::{ADD_PROMISE, LOG_TOUCHPOINT};
use crate::state::wishes::Wish;

use super::modal;

/// The id of the line.
const LINE: &str = "quick-add-line";

/// What the dialog holds while it is open.
#[derive(Clone, Copy)]
struct Line {
    hands: Hands,
    names: StoredValue<Names>,
    here: Option<PartnerId>,
    typed: RwSignal<String>,
    /// Why it was not saved, when that was tried.
    declined: RwSignal<Option<String>>,
}

/// The line for something new, with `typed` in it.
pub fn quick_add(typed: String) -> AnyView {
    let hands = Hands::of_page();
    let here = match Route::parse(&window().location().hash().unwrap_or_default()) {
        Route::Partner(id) | Route::PartnerPart(id, _) => Some(id),
        Route::Meeting(id) => {
            hands.desk.read_once(|workspace| workspace.meeting(id).map(|(partner, _)| partner))
        }
        _ => None,
    };
    let names = StoredValue::new(hands.desk.read_once(Names::of));
    let line = Line { hands, names, here, typed: RwSignal::new(typed), declined: RwSignal::new(None) };
    let has_failed = move || line.declined.with(Option::is_some);
    let inside = view! {
        <Form
            class="quick-add"
            label=words::QUICK_ADD
            on_send=Callback::new(move |()| line.save())
            on_leave=Callback::new(move |()| hands.overlays.close())
        >
            {dialog_head(words::QUICK_ADD, Callback::new(move |()| hands.overlays.close()))}
            <div class="dialog__body">
                <div class="field">
                    <label class="field__label" for=LINE>
                        {words::LINE}
                    </label>
                    <input
                        class="input"
                        id=LINE
                        type="text"
                        dir="auto"
                        autocomplete="off"
                        autofocus
                        placeholder=words::LINE_HINT
                        prop:value=line.typed
                        on:input:target=move |event| line.set(event.target().value())
                        aria-invalid=move || has_failed().then_some("true")
                        aria-describedby="quick-add-how quick-add-trouble"
                    />
                    <p class="field__hint" id="quick-add-how">
                        {words::HOW}
                    </p>
                    <div role="alert">{error_line("quick-add-trouble".to_owned(), line.declined.into())}</div>
                </div>
                <div class="quick-add__read" role="status">
                    {move || line.shown()}
                </div>
            </div>
            <div class="dialog__foot">
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| {
                        hands.overlays.close();
                        hands.wishes.ask(Wish::AddPartner);
                    }
                >
                    {words::ADD_PARTNER}
                </button>
                <button class="button button--primary push" type="submit">
                    {move || if is_touch(&line.read()) { LOG_TOUCHPOINT.doing } else { ADD_PROMISE.doing }}
                </button>
            </div>
        </Form>
    };
    modal("dialog", words::QUICK_ADD, inside.into_any())
}

impl Line {
    fn read(self) -> QuickAdd {
        let desk = self.hands.desk;
        let today = desk.today();
        self.typed.with(|typed| {
            desk.read(|workspace| {
                self.names.with_value(|names| {
                    QuickAdd::read(typed, Known { workspace, names, today, here: self.here })
                })
            })
        })
    }

    fn set(self, typed: String) {
        self.declined.set(None);
        self.typed.set(typed);
    }

    /// Changes the line from outside; the focus goes back to it.
    fn rewrite(self, rewritten: String) {
        self.set(rewritten);
        let input = document().get_element_by_id(LINE);
        if let Some(input) = input.and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok()) {
            // The line is there as long as its chips.
            let _ = input.focus();
        }
    }

    fn save(self) {
        let desk = self.hands.desk;
        let read = untrack(|| self.read());
        let today = untrack(|| desk.today());
        let entry = desk.read_once(|workspace| read.entry(workspace, today));
        let result = match entry {
            Err(trouble) => Err(trouble.to_string()),
            Ok((partner, entry)) => {
                let deed = if is_touch(&read) { LOG_TOUCHPOINT } else { ADD_PROMISE };
                let saved = desk.change(deed, |workspace, moment| {
                    let partner = workspace.partner_mut(partner)?;
                    match entry {
                        Entry::Promise(promise) => partner.record(promise, moment).map(|_| ()),
                        Entry::Touch(touch) => partner.record(touch, moment).map(|_| ()),
                    }
                });
                saved.map_err(|declined| declined.sentence)
            }
        };
        match result {
            Ok(()) => self.hands.overlays.close(),
            Err(sentence) => self.declined.set(Some(sentence)),
        }
    }

    /// What was understood, as chips; and who may be meant.
    fn shown(self) -> Option<AnyView> {
        let read = self.read();
        if self.typed.with_untracked(|typed| typed.trim().is_empty()) {
            return None;
        }
        let desk = self.hands.desk;
        let name = |id: PartnerId| {
            desk.read_once(|workspace| workspace.partner(id).map(|partner| partner.profile.name.to_string()))
        };
        let person = read.person.as_ref().and_then(|person| {
            let name = desk.read_once(|workspace| {
                workspace.contacts.get(&person.means).map(|contact| contact.person.name.to_string())
            });
            Some((name?, person.span))
        });
        let partner = read.partner.as_ref().and_then(|partner| Some((name(partner.means)?, partner.span)));
        let kind = (words::kind(read.kind.means).to_owned(), read.kind.span);
        let day = read.day.as_ref().map(|day| (words::day(day.means), day.span));
        let chips: Vec<_> = [Some(kind), partner, person, day]
            .into_iter()
            .flatten()
            .map(|(words, span)| self.chip(words, span))
            .collect();
        let first = read.troubles.into_iter().next();
        let who = match &first {
            Some(Trouble::Ambiguous { span, names, .. }) => Some(self.who(*span, names)),
            _ => None,
        };
        let trouble = first
            .filter(|_| self.declined.with(Option::is_none))
            .map(|trouble| view! { <p class="quiet">{trouble.to_string()}</p> });
        let what =
            (!read.what.is_empty()).then(|| view! { <p class="quick-add__what"><bdi>{read.what}</bdi></p> });
        Some(
            view! {
                {what}
                <ul class="cluster" aria-label=words::UNDERSTOOD>
                    {chips}
                </ul>
                {trouble}
                {who}
            }
            .into_any(),
        )
    }

    /// What was understood. What was typed can be turned back into text; what follows from it cannot.
    fn chip(self, words: String, span: Option<Span>) -> AnyView {
        let chip = match span {
            None => view! { <span class="chip" data-state="given">{words}</span> }.into_any(),
            Some(span) => {
                let remove = move |()| {
                    self.rewrite(self.typed.with_untracked(|typed| quoted(typed, span)));
                };
                view! { <Chip words on_remove=remove /> }.into_any()
            }
        };
        view! { <li>{chip}</li> }.into_any()
    }

    fn who(self, span: Span, names: &[String]) -> AnyView {
        let buttons: Vec<_> = names
            .iter()
            .map(|name| {
                let picked = name.clone();
                let pick = move |_| {
                    self.rewrite(self.typed.with_untracked(|typed| named(typed, span, &picked)));
                };
                view! {
                    <button class="button" data-size="small" type="button" on:click=pick>
                        <bdi>{name.clone()}</bdi>
                    </button>
                }
            })
            .collect();
        view! {
            <div class="cluster" role="group" aria-label=words::WHO>
                {buttons}
            </div>
        }
        .into_any()
    }
}

fn is_touch(read: &QuickAdd) -> bool {
    matches!(read.kind.means, crate::domain::quick_add::Kind::Touch { .. })
}
