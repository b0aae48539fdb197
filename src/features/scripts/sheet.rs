//! The words as they will be read, and what can be done with them.

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::script::mail::{self, mailto};
use crate::domain::script::{Letter, Medium, Piece, RecordField, check};
use crate::kit::{Icon, Letter as LetterSheet, letter};
use crate::parts::take::copy;

use super::bench::Bench;
use super::compose::Work;
use super::fields::go_to;
use super::touchpoint::TouchpointForm;

/// The sheet and its bar.
#[component]
pub fn Sheet(work: Work) -> impl IntoView {
    let is_logging = RwSignal::new(false);
    let close = Callback::new(move |()| is_logging.set(false));
    view! {
        <div class="compose__sheet stack" data-gap="1">
            {move || shown(work)} {bar(work, is_logging)}
            {move || is_logging.get().then(|| view! { <TouchpointForm work on_close=close /> })}
        </div>
    }
}

/// The letter, live.
pub fn shown(work: Work) -> AnyView {
    let label = |field: &str| work.script(|known| label_of(known, field));
    let focused = work.bench.focused.get();
    let (head, paragraphs) = work.letter.with(|letter| {
        let pieces =
            |pieces: &[Piece]| pieces.iter().map(|piece| shown_piece(piece, &focused, &label)).collect();
        let subject: Option<Vec<letter::Piece>> = letter.subject.as_deref().map(pieces);
        let paragraphs: Vec<Vec<letter::Piece>> =
            letter.paragraphs().iter().map(|paragraph| pieces(paragraph)).collect();
        (subject.map(|subject| head(work, subject)), paragraphs)
    });
    match head {
        Some(head) => view! { <LetterSheet paragraphs head /> }.into_any(),
        None => view! { <LetterSheet paragraphs /> }.into_any(),
    }
}

fn shown_piece(piece: &Piece, focused: &str, label: &dyn Fn(&str) -> String) -> letter::Piece {
    match piece {
        Piece::Words(words) => letter::Piece::Words(words.clone()),
        Piece::Filled { field, text } if field == focused => letter::Piece::Active(text.clone()),
        Piece::Filled { text, .. } => letter::Piece::Merged(text.clone()),
        Piece::Missing { field } => letter::Piece::Missing(label(field)),
    }
}

/// What a field is called.
fn label_of(known: &super::bench::Known, field: &str) -> String {
    match (known.script.asked(field), RecordField::named(field)) {
        (Some(asked), _) => asked.label.clone(),
        (None, Some(field)) => words::record_field(field).to_owned(),
        (None, None) => field.to_owned(),
    }
}

/// Whom the mail goes to, and its subject.
fn head(work: Work, subject: Vec<letter::Piece>) -> AnyView {
    let to = address(work).unwrap_or_else(|| words::NO_ADDRESS.to_owned());
    view! {
        <dl class="facts">
            <dt>{words::TO}</dt>
            <dd>
                <bdi>{to}</bdi>
            </dd>
            <dt>{words::SUBJECT}</dt>
            <dd>{letter::line(subject)}</dd>
        </dl>
    }
    .into_any()
}

/// The mail address of the person it goes to.
fn address(work: Work) -> Option<String> {
    let contact = work.whose.get().contact?;
    work.bench.desk.read(|workspace| {
        workspace.contacts.get(&contact)?.person.email.as_ref().map(|address| address.as_str().to_owned())
    })
}

/// What keeps the words from being taken along.
#[derive(Clone, PartialEq)]
enum Block {
    /// Nothing.
    Free,
    /// Fields are missing.
    Missing(Vec<String>),
    /// The script itself has faults.
    Faults(usize),
}

fn block(work: Work) -> Block {
    let faults = work.script(|known| check::faults(&known.script).len());
    if faults > 0 {
        return Block::Faults(faults);
    }
    let missing =
        work.letter.with(|letter| letter.missing().into_iter().map(str::to_owned).collect::<Vec<_>>());
    if missing.is_empty() { Block::Free } else { Block::Missing(missing) }
}

fn bar(work: Work, is_logging: RwSignal<bool>) -> AnyView {
    let block = Memo::new(move |_| block(work));
    let is_blocked = move || block.with(|block| *block != Block::Free);
    let disabled = move || is_blocked().then_some("true");
    let why = move || is_blocked().then_some("script-why");
    let copy_it = move |_| {
        if is_blocked() {
            block.with_untracked(go_to_first);
        } else {
            copy_letter(work);
        }
    };
    let log = move |_| {
        if is_blocked() {
            block.with_untracked(go_to_first);
        } else {
            is_logging.set(true);
        }
    };
    let has_partner = move || work.whose.get().partner.is_some();
    view! {
        <div class="compose__bar">
            <button
                class="button button--primary"
                type="button"
                aria-disabled=disabled
                aria-describedby=why
                on:click=copy_it
            >
                <Icon name="copy" />
                {words::COPY}
            </button>
            {move || work.script(|known| known.script.channel == Medium::Email).then(|| mail_button(work, block))}
            {move || {
                has_partner()
                    .then(|| {
                        view! {
                            <button
                                class="button"
                                type="button"
                                aria-disabled=disabled
                                aria-describedby=why
                                aria-expanded=move || is_logging.get().to_string()
                                on:click=log
                            >
                                <Icon name="chat" />
                                {words::SAVE_TOUCHPOINT}
                            </button>
                        }
                    })
            }}
            <button class="button button--quiet" type="button" on:click=move |_| print(work)>
                <Icon name="print" />
                {words::PRINT}
            </button>
            <div class="compose__why" id="script-why" role="status">
                {move || reason(work, &block.get())}
            </div>
        </div>
    }
    .into_any()
}

/// Why the words cannot be taken along, with a way to each missing field.
fn reason(work: Work, block: &Block) -> Option<AnyView> {
    let fields = match block {
        Block::Free => return None,
        Block::Faults(count) => {
            return Some(
                view! {
                    <Icon name="warning" />
                    <span>{words::has_faults(*count)}</span>
                }
                .into_any(),
            );
        }
        Block::Missing(fields) => fields.clone(),
    };
    let count = fields.len();
    let jumps: Vec<_> = fields
        .into_iter()
        .enumerate()
        .map(|(place, field)| {
            let label = work.script(|known| label_of(known, &field));
            view! {
                {(place > 0).then_some(", ")}
                <button class="compose__jump" type="button" on:click=move |_| go_to(&field)>
                    {label}
                </button>
            }
        })
        .collect();
    Some(
        view! {
            <Icon name="warning" />
            <span>{words::missing(count)} " " {jumps}</span>
        }
        .into_any(),
    )
}

fn go_to_first(block: &Block) {
    if let Block::Missing(fields) = block
        && let Some(field) = fields.first()
    {
        go_to(field);
    }
}

/// The way into the mail program; of a mail that is too long only its address and subject go there.
fn mail_button(work: Work, block: Memo<Block>) -> AnyView {
    // Drawn anew only when it says something else: a link that is replaced while it is pressed leads nowhere.
    let mail = Memo::new(move |_| {
        let to = address(work);
        let (subject, plain) = work.letter.with(|letter| (letter.subject(), letter.plain()));
        let (subject, plain) = (subject.unwrap_or_default(), plain.unwrap_or_default());
        match mailto(to.as_deref(), &subject, &plain) {
            Ok(href) => (href, None),
            Err(mail::TooLong { has }) => {
                (mailto(to.as_deref(), &subject, "").unwrap_or_default(), Some(has))
            }
        }
    });
    let is_blocked = Memo::new(move |_| block.with(|block| *block != Block::Free));
    let view = move || {
        if is_blocked.get() {
            return view! {
                <button
                    class="button"
                    type="button"
                    aria-disabled="true"
                    aria-describedby="script-why"
                    on:click=move |_| block.with_untracked(go_to_first)
                >
                    <Icon name="mail" />
                    {words::OPEN_MAIL}
                </button>
            }
            .into_any();
        }
        match mail.get() {
            (href, None) => view! {
                <a class="button" href=href on:click=move |_| note_use(work)>
                    <Icon name="mail" />
                    {words::OPEN_MAIL}
                </a>
            }
            .into_any(),
            (href, Some(has)) => view! {
                <a class="button" href=href aria-describedby="script-long" on:click=move |_| copy_letter(work)>
                    <Icon name="mail" />
                    {words::COPY_AND_MAIL}
                </a>
                <p class="compose__note" id="script-long">
                    {words::too_long(has, mail::MOST)}
                </p>
            }
            .into_any(),
        }
    };
    view.into_any()
}

fn copy_letter(work: Work) {
    let Some((plain, html)) = work.letter.with_untracked(|letter: &Letter| letter.plain().zip(letter.html()))
    else {
        return;
    };
    note_use(work);
    copy(work.bench.desk, plain, html, ".compose__sheet .letter");
}

fn print(work: Work) {
    note_use(work);
    // A browser that cannot print leaves that to the user.
    let _ = window().print();
}

fn note_use(work: Work) {
    let bench: Bench = work.bench;
    if let Some(known) = work.known.get_untracked() {
        bench.note_use(&known.slug);
    }
}
