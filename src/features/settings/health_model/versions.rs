//! Every version of the model, latest first, and what each changed.

use leptos::prelude::*;

use crate::catalogue::{self, health_model as words};
use crate::domain::health::model::in_order;
use crate::domain::health::{HealthModel, ModelEdition};
use crate::domain::{Date, Workspace};
use crate::kit::{Icon, row_button};

/// Versions in sight; the others are behind a disclosure.
const LISTED: usize = 4;
/// Changes told one by one.
const CHANGES: usize = 4;

/// A version of the model. The first is the one that the product comes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub number: usize,
    /// The day it was saved; none for the first.
    pub on: Option<Date>,
    /// Its figures.
    pub edition: ModelEdition,
    /// What it changed, in words.
    told: String,
    /// The rule it breaks.
    pub broken: Option<String>,
}

/// All versions, oldest first. There is always one.
pub fn versions(workspace: &Workspace) -> Vec<Version> {
    let first = Version {
        number: 1,
        on: None,
        edition: HealthModel::DEFAULT.edition(Date::MIN),
        told: words::DEFAULTS.to_owned(),
        broken: None,
    };
    // What counted before: a broken version leaves the default in force.
    let mut before = first.edition.clone();
    let mut versions = vec![first];
    for edition in in_order(&workspace.health_editions) {
        let broken = edition.model().err().map(|refusal| refusal.to_string());
        let told = match &broken {
            Some(rule) => words::breaks(rule),
            None => changes(edition, &before),
        };
        before = if broken.is_some() { HealthModel::DEFAULT.edition(edition.on) } else { edition.clone() };
        let number = versions.len() + 1;
        versions.push(Version { number, on: Some(edition.on), edition: edition.clone(), told, broken });
    }
    versions
}

/// The version in force: the latest, or the first where that is broken.
pub fn in_force(versions: &[Version]) -> Option<&Version> {
    versions.last().filter(|version| version.broken.is_none()).or(versions.first())
}

fn changes(edition: &ModelEdition, before: &ModelEdition) -> String {
    let changes = edition.changes_since(before);
    let mut told: Vec<String> = changes.iter().take(CHANGES).map(|one| words::change(*one)).collect();
    match changes.len().saturating_sub(CHANGES) {
        0 => {}
        more => told.push(words::more_changes(more)),
    }
    if told.is_empty() { words::SAME_FIGURES.to_owned() } else { told.join("; ") }
}

/// The list. `on_use` puts the figures of a version into the form.
pub fn list(all: &[Version], on_use: Callback<ModelEdition>) -> AnyView {
    let number_in_force = in_force(all).map_or(0, |version| version.number);
    let rows: Vec<AnyView> =
        all.iter().rev().map(|version| row(version, version.number == number_in_force, on_use)).collect();
    let mut rows = rows.into_iter();
    let first: Vec<_> = rows.by_ref().take(LISTED).collect();
    let older: Vec<_> = rows.collect();
    let older = (!older.is_empty()).then(|| {
        view! {
            <details class="disclosure versions__older">
                <summary>
                    <Icon name="chevron-right" size="s" />
                    {words::older(older.len())}
                </summary>
                <ul class="versions">{older}</ul>
            </details>
        }
    });
    view! {
        <ul class="versions">{first}</ul>
        {older}
    }
    .into_any()
}

fn row(version: &Version, is_in_force: bool, on_use: Callback<ModelEdition>) -> AnyView {
    let on = version.on.map(|on| view! { <time datetime=on.to_string()>{catalogue::day(on)}</time> });
    let state = is_in_force.then(|| view! { <span class="tag" data-tone="accent">{words::IN_FORCE}</span> });
    let edition = version.edition.clone();
    let use_it = (!is_in_force && version.broken.is_none()).then(|| {
        row_button(words::USE, words::use_version(version.number), move || on_use.run(edition.clone()))
    });
    view! {
        <li>
            <span>
                <b>{words::version(version.number)}</b>
                {on}
                {state}
            </span>
            <span class="versions__told">{version.told.clone()}</span>
            {use_it}
        </li>
    }
    .into_any()
}
