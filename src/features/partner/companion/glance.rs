//! What stands beside health, in a few lines.

use leptos::prelude::*;

use crate::catalogue::companion as words;
use crate::domain::{Date, Fact, Partner, Workspace};
use crate::kit::Icon;
use crate::route::{PartnerPart, Route};
use crate::state::desk::Desk;

use super::super::subject::Subject;
use super::lists::is_open_trouble;

/// Fit, clarity, who gave first, signals and trouble, each in a line; the tab has all.
#[component]
pub fn CompanionGlance(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let href = Route::PartnerPart(subject.id, PartnerPart::Fit).href();
    view! {
        <section class="section screen-only" aria-labelledby="companion">
            <div class="section__head">
                <h2 id="companion">{words::FIT_AND_DECISION}</h2>
                <a class="button button--line push" data-size="small" href=href aria-label=words::OPEN_TAB_ABOUT>
                    {words::OPEN_TAB}
                </a>
            </div>
            {move || {
                let today = desk.today();
                desk.read(|workspace| subject.read(|partner| lines(workspace, partner, today)))
            }}
        </section>
    }
}

fn lines(workspace: &Workspace, partner: &Partner, today: Date) -> AnyView {
    let fit = partner.fit(today);
    let rated = fit.ratings.iter().flatten().count();
    let fitting = match fit.hundredths {
        Some(hundredths) => format!("{}, {}", words::result(hundredths), words::verdict(&fit).to_lowercase()),
        None => words::rated_of_four(rated),
    };
    let clarity = partner.decision_clarity(&workspace.contacts, today);
    let first = partner.give_first(today);
    let count =
        |is_meant: &dyn Fn(&Fact) -> bool| partner.facts.values().filter(|fact| is_meant(fact)).count();
    let live = count(
        &|fact| matches!(fact, Fact::Signal(signal) if signal.is_live(today) && signal.answered_on.is_none()),
    );
    let trouble = count(&|fact| is_open_trouble(fact, today));
    let mut lines = vec![
        line(words::FIT, fitting, fit.is_go() == Some(false)),
        line(words::CLARITY, words::of_six(clarity.points()), clarity.is_nobody_named),
        line(words::GIVE_FIRST, words::gave_first(&first).to_owned(), first.is_flagged()),
    ];
    if live > 0 {
        lines.push(line(words::SIGNALS, words::live(live), false));
    }
    if trouble > 0 {
        lines.push(line(words::TROUBLE, words::open_trouble(trouble), true));
    }
    view! { <dl class="companion__lines">{lines}</dl> }.into_any()
}

fn line(label: &'static str, told: String, is_flagged: bool) -> AnyView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{is_flagged.then(|| view! { <Icon name="warning" size="s" /> })} {told}</dd>
        </div>
    }
    .into_any()
}
