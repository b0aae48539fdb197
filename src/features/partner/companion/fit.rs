//! How well they fit: four respects, each with a dated line of evidence.

use leptos::prelude::*;

use crate::catalogue::{Word, companion as words, partner as common};
use crate::domain::companion::Fit;
use crate::domain::fact::{FactKind, FitAspect};
use crate::domain::partner::TimelineKind;
use crate::domain::{Date, Fact, FactId, Partner};
use crate::kit::{Points, Tag, row_button};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::super::history::{delete_fact, small_button};
use super::super::subject::{Open, Place, Subject};

/// The result, the verdict, and what they rest on.
#[component]
pub fn FitPanel(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    view! {
        <section class="panel screen-only" aria-labelledby="fit">
            <div class="panel__head">
                <h2 id="fit">{words::FIT}</h2>
                <span class="panel__note">{words::FIT_NOTE}</span>
            </div>
            <div class="companion__form">{subject.form_at(Place::Fit)}</div>
            {move || {
                let today = desk.today();
                subject.read(|partner| told(subject, partner, today))
            }}
        </section>
    }
}

fn told(subject: Subject, partner: &Partner, today: Date) -> AnyView {
    let fit = partner.fit(today);
    let rows: Vec<_> = FitAspect::ALL
        .iter()
        .zip(fit.ratings)
        .enumerate()
        .map(|(place, (aspect, rating))| row(subject, partner, place, *aspect, rating))
        .collect();
    view! {
        {reading(&fit)}
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::FIT_TABLE>
            <table class="table components companion__table">
                <caption class="visually-hidden">{words::FIT_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::RESPECT}</th>
                        <th scope="col" class="is-number is-wide">
                            {words::COUNTS}
                        </th>
                        <th scope="col" colspan="2">
                            {words::RATING}
                        </th>
                        <th scope="col">
                            <span class="visually-hidden">{words::CHANGE}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn reading(fit: &Fit) -> AnyView {
    let number = fit.hundredths.map_or_else(|| words::NO_RESULT.to_owned(), words::result);
    let tone = match fit.is_go() {
        Some(true) => Some("good"),
        Some(false) => Some("warn"),
        None => None,
    };
    view! {
        <div class="reading companion__reading">
            <div class="reading__score">
                <b data-raw=fit.hundredths.is_none().then_some("")>{number}</b>
                <div>
                    <Tag words=words::verdict(fit) tone />
                </div>
            </div>
            <p>{words::fit(fit)}</p>
        </div>
    }
    .into_any()
}

fn row(
    subject: Subject,
    partner: &Partner,
    place: usize,
    aspect: FitAspect,
    rating: Option<(FactId, u8)>,
) -> AnyView {
    let record = rating.and_then(|(id, _)| match partner.entry::<Fact>(id) {
        Some(Fact::Fit(record)) => Some((id, words::dated(record.evidence.as_str(), record.on))),
        _ => None,
    });
    let (id, told) = record.map_or((None, words::asks(aspect).to_owned()), |(id, told)| (Some(id), told));
    let rate = if id.is_some() { words::RATE_AGAIN } else { words::RATE };
    let stars = rating.map_or(0, |(_, rating)| u32::from(rating));
    let rated = rating.map_or_else(|| words::NOT_RATED.to_owned(), |(_, rating)| words::of_five(rating));
    let form = Open::NewFact(FactKind::Fit, place, Place::Fit);
    view! {
        <tr data-state=id.is_none().then_some("missing")>
            <th scope="row">
                {aspect.word()} <small dir="auto">{told}</small>
            </th>
            <td class="is-number is-wide">{words::percent(aspect.weight())}</td>
            <td class="points__cell">
                <Points weight=u32::from(aspect.weight()) * 10 value=stars * 20 />
            </td>
            <td class="nowrap">{rated}</td>
            <td>
                <span class="companion__actions">
                    {row_button(rate, common::about(rate, aspect.word()), move || subject.open(form))}
                    {id.map(|id| edit_and_delete(subject, FactKind::Fit, id, Place::Fit, aspect.word()))}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

/// Corrects and deletes the record behind a row.
pub fn edit_and_delete(
    subject: Subject,
    kind: FactKind,
    id: FactId,
    place: Place,
    what: &'static str,
) -> AnyView {
    let edit = Open::Correct(TimelineKind::Fact(kind), id.bits(), place);
    let on_edit = Callback::new(move |()| subject.open(edit));
    let on_delete = Callback::new(move |()| delete_fact(subject, id));
    view! {
        {small_button("edit", common::edit(what), common::EDIT, on_edit)}
        {small_button("trash", common::delete(what), deeds::DELETE.doing, on_delete)}
    }
    .into_any()
}
