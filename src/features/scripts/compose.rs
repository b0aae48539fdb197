//! One script: when to use it, the fields, and the words as they will be read.

use leptos::prelude::*;

use crate::catalogue::{Word, scripts as words};
use crate::domain::script::Letter;
use crate::kit::{Icon, Tag};
use crate::parts::star::Star;

use super::bench::{Bench, Known, Whose};
use super::fields::Fields;
use super::own;
use super::sheet::Sheet;

/// A script at work. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Work {
    /// The bench.
    pub bench: Bench,
    /// The script.
    pub known: Memo<Option<Known>>,
    /// For whom it is.
    pub whose: Memo<Whose>,
    /// The script filled in.
    pub letter: Memo<Letter>,
}

impl Work {
    /// What `read` makes of the script; the default once it is gone.
    pub fn script<T: Default>(self, read: impl FnOnce(&Known) -> T) -> T {
        self.known.with(|known| known.as_ref().map(read).unwrap_or_default())
    }
}

/// One script.
#[component]
pub fn Compose(known: Memo<Option<Known>>) -> impl IntoView {
    let bench = Bench::of_page();
    let whose = Memo::new(move |_| bench.whose());
    let letter = Memo::new(move |_| {
        known.with(|known| known.as_ref().map(|known| bench.letter(known, whose.get())).unwrap_or_default())
    });
    let work = Work { bench, known, whose, letter };
    on_cleanup(move || bench.settle_all());
    view! {
        <article class="stack" data-gap="6">
            {move || known.with(|known| known.as_ref().map(|known| head(bench, known)))}
            <div class="compose">
                <Fields work /> <Sheet work />
            </div>
        </article>
    }
}

fn head(bench: Bench, known: &Known) -> AnyView {
    let script = &known.script;
    let (tag, icon) = if known.own.is_some() { (words::OWN_TAG, "edit") } else { (words::BUILT_IN, "lock") };
    let guardrail = script.guardrail.clone().map(|guardrail| {
        view! {
            <p class="compose__guard">
                <Icon name="warning" />
                <span>{guardrail}</span>
            </p>
        }
    });
    view! {
        <header class="compose__head">
            <div class="stack" data-gap="2">
                <h2>
                    <bdi>{words::title_of(&script.title).to_owned()}</bdi>
                </h2>
                <p>{script.when.clone()}</p>
                <p class="compose__not">{script.not_when.clone()}</p>
                {guardrail}
            </div>
            <div class="cluster push">
                <Tag words=script.channel.word() />
                <Tag words=tag icon=icon />
                {own::actions(bench, known)}
                <Star at_hand=bench.at_hand name=known.slug.clone() is_small=true />
            </div>
        </header>
    }
    .into_any()
}
