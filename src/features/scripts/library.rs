//! The column of scripts: search, what fits the partner, what is at hand, and all by what they are for.

use leptos::prelude::*;

use crate::catalogue::{Word, at_hand, scripts as words};
use crate::domain::PartnerId;
use crate::domain::script::fits::fitting;
use crate::domain::script::{Category, Slug, check};
use crate::kit::{SearchField, Tag, focus_search};
use crate::route::Route;
use crate::state::boards::Boards;
use crate::state::keys::{self, Keys};

use super::bench::{Bench, Known};

/// The column.
#[component]
pub fn Library() -> impl IntoView {
    let bench = Bench::of_page();
    let query = RwSignal::new(String::new());
    let search = NodeRef::<leptos::html::Input>::new();
    Keys::of_page().bind(keys::FIND, Callback::new(move |()| focus_search(search)));
    let all = Memo::new(move |_| bench.all());
    // Drawn anew only when it says something else: a link that is replaced while it is pressed leads nowhere.
    let groups = Memo::new(move |_| {
        let typed = query.with(|query| query.trim().to_lowercase());
        all.with(|all| groups(bench, all, &typed))
    });
    let unreadable = Memo::new(move |_| {
        bench
            .desk
            .read(|workspace| workspace.own_scripts().iter().filter(|(_, script)| script.is_err()).count())
    });
    let hint = Signal::derive(move || words::scripts(all.with(Vec::len)));
    let status = move || {
        let typed = query.with(|query| query.trim().to_lowercase());
        (!typed.is_empty())
            .then(|| words::found(all.with(|all| all.iter().filter(|known| matches(known, &typed)).count())))
    };
    view! {
        <nav class="library" aria-label=words::LIBRARY>
            <SearchField label=words::FIND hint shortcut=keys::FIND value=query node=search />
            <p class="visually-hidden" role="status">
                {status}
            </p>
            {move || groups.with(|groups| shown(bench, groups))}
            {move || {
                let count = unreadable.get();
                (count > 0).then(|| view! { <p class="quiet">{words::unreadable(count)}</p> })
            }}
        </nav>
    }
}

/// A heading and the scripts below it.
type Group = (String, Vec<Row>);

/// A script in the column.
#[derive(Clone, PartialEq)]
struct Row {
    slug: Slug,
    title: String,
    /// How much is wrong with an own one.
    faults: usize,
    partner: Option<PartnerId>,
}

/// The groups that have something in them.
fn groups(bench: Bench, all: &[Known], typed: &str) -> Vec<Group> {
    let pick = |slugs: &[String]| -> Vec<Known> {
        slugs.iter().filter_map(|slug| all.iter().find(|known| known.slug == *slug).cloned()).collect()
    };
    let mut groups: Vec<(String, Vec<Known>)> = Vec::new();
    if typed.is_empty() {
        groups.extend(
            bench
                .partner()
                .map(|partner| (words::fits(&name_of(bench, partner)), pick(&fits(bench, partner)))),
        );
        groups.push((at_hand::AT_HAND.to_owned(), pick(&bench.at_hand.kept())));
        groups.push((words::RECENT.to_owned(), bench.recent.with_value(|recent| pick(recent))));
    }
    let some = |is_in: &dyn Fn(&Known) -> bool| -> Vec<Known> {
        all.iter().filter(|known| is_in(known) && matches(known, typed)).cloned().collect()
    };
    groups.push((words::OWN.to_owned(), some(&|known| known.own.is_some())));
    for category in Category::ALL {
        let is_in = |known: &Known| known.own.is_none() && known.script.category == category;
        groups.push((category.word().to_owned(), some(&is_in)));
    }
    groups.retain(|(_, scripts)| !scripts.is_empty());
    let partner = bench.partner();
    let rows = |scripts: Vec<Known>| scripts.iter().filter_map(|known| row(known, partner)).collect();
    groups.into_iter().map(|(title, scripts)| (title, rows(scripts))).collect()
}

fn row(known: &Known, partner: Option<PartnerId>) -> Option<Row> {
    let faults = known.own.map_or(0, |_| check::faults(&known.script).len());
    let title = words::title_of(&known.script.title).to_owned();
    Some(Row { slug: known.slug.parse().ok()?, title, faults, partner })
}

fn shown(bench: Bench, groups: &[Group]) -> AnyView {
    if groups.is_empty() {
        return view! { <p class="quiet">{words::NO_MATCH}</p> }.into_any();
    }
    let groups: Vec<_> = groups
        .iter()
        .map(|(title, rows)| {
            let rows: Vec<_> = rows.iter().map(|row| shown_row(bench, row)).collect();
            view! {
                <div class="library__group">
                    <h2>
                        <bdi>{title.clone()}</bdi>
                    </h2>
                    <ul>{rows}</ul>
                </div>
            }
        })
        .collect();
    groups.into_any()
}

fn shown_row(bench: Bench, row: &Row) -> AnyView {
    let Row { slug, title, faults, partner } = row.clone();
    let is_here = move || match bench.route.get() {
        Route::Script(here, _) | Route::ScriptEditor(here) => here == slug,
        _ => false,
    };
    view! {
        <li>
            <a href=Route::Script(slug, partner).href() aria-current=move || is_here().then_some("page")>
                <bdi>{title}</bdi>
                {(faults > 0).then(|| view! { <Tag words=words::faults(faults) tone="late" /> })}
            </a>
        </li>
    }
    .into_any()
}

/// Whether every word that was typed stands somewhere in the script.
fn matches(known: &Known, typed: &str) -> bool {
    let script = &known.script;
    let mut text =
        [script.title.as_str(), script.category.word(), script.channel.word(), &script.when].join(" ");
    for passage in &script.passages {
        text.push(' ');
        text.push_str(&passage.text);
    }
    let text = text.to_lowercase();
    typed.split_whitespace().all(|word| text.contains(word))
}

/// The words of the scripts that suit the partner today.
fn fits(bench: Bench, partner: PartnerId) -> Vec<String> {
    let today = bench.desk.today();
    let slugs = Boards::of_page().read(|board, _| {
        bench.desk.read(|workspace| {
            let dossier = workspace.partner(partner)?;
            let (model, _) = workspace.health_model();
            let cadence_days = i64::from(model.cadence(dossier.tier_on(today)).ideal_days);
            Some(fitting(dossier, board.health(partner), cadence_days, today))
        })
    });
    slugs.unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// The name of a partner; empty once it is gone.
pub fn name_of(bench: Bench, partner: PartnerId) -> String {
    bench.desk.read(|workspace| {
        workspace.partner(partner).map(|partner| partner.profile.name.to_string()).unwrap_or_default()
    })
}
