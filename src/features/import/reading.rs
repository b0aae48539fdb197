//! The second step: how the file was read, and how else it could be.

use leptos::prelude::*;

use crate::catalogue::import as words;
use crate::interchange::import::{Delimiter, Dialect, Encoding, Found, Quote};
use crate::kit::{CheckField, ChoiceField, Icon};

use super::bench::Bench;
use super::labels;

/// What was understood of the file. Another choice reads it anew.
pub fn reading_part(bench: Bench, found: &Found) -> AnyView {
    let place_of = |place: Option<usize>| RwSignal::new(place.unwrap_or(0));
    let encoding = place_of(Encoding::ALL.iter().position(|one| *one == found.encoding));
    let delimiter = place_of(Delimiter::ALL.iter().position(|one| *one == found.dialect.delimiter));
    let quote = place_of(Quote::ALL.iter().position(|one| *one == found.dialect.quote));
    let has_headings = RwSignal::new(!bench.wanted.with_untracked(|wanted| wanted.is_without_headings));
    // The choices speak to the world outside: they have the worker read the file anew.
    Effect::new(move |before: Option<()>| {
        let encoding = Encoding::ALL.get(encoding.get()).copied();
        let delimiter = Delimiter::ALL.get(delimiter.get()).copied();
        let quote = Quote::ALL.get(quote.get()).copied();
        let is_without_headings = !has_headings.get();
        if before.is_none() {
            return;
        }
        bench.wanted.update(|wanted| {
            wanted.encoding = encoding;
            wanted.dialect = delimiter.zip(quote).map(|(delimiter, quote)| Dialect { delimiter, quote });
            wanted.is_without_headings = is_without_headings;
        });
        bench.read();
    });
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let encodings = names(&Encoding::ALL.map(Encoding::name));
    let delimiters = names(&Delimiter::ALL.map(labels::delimiter));
    let quotes = names(&Quote::ALL.map(labels::quote));
    view! {
        <section class="panel" aria-labelledby="import-how">
            <div class="panel__head">
                <h2 id="import-how">{words::HOW}</h2>
                <p class="panel__note" role="status">
                    {words::size(found.rows, found.columns)}
                </p>
            </div>
            <div class="panel__body stack" data-gap="3">
                <div class="import__choices">
                    <ChoiceField label=words::ENCODING choices=encodings place=encoding />
                    <ChoiceField label=words::SEPARATOR choices=delimiters place=delimiter />
                    <ChoiceField label=words::QUOTES choices=quotes place=quote />
                </div>
                <CheckField label=words::HAS_HEADINGS value=has_headings />
                {found
                    .first_ragged
                    .map(|first| note(words::ragged(found.ragged, first)))}
                {(found.unreadable > 0).then(|| note(words::unreadable(found.unreadable)))}
            </div>
        </section>
    }
    .into_any()
}

/// Something to look at, that stands in nobody's way.
pub fn note(sentence: String) -> AnyView {
    view! {
        <p class="import__note">
            <Icon name="info" />
            <span>{sentence}</span>
        </p>
    }
    .into_any()
}
