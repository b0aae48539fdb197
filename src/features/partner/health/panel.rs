//! The score, the band, how sure both are, and what they are made of.

use leptos::prelude::*;

use crate::catalogue::{Word, health as sentences, partner_health as words};
use crate::domain::health::forecast::ARROW_POINTS;
use crate::domain::health::{Badge, Component, Health, HealthProfile};
use crate::domain::partner::TimelineKind;
use crate::domain::{Band, FactId};
use crate::kit::gauge::Step;
use crate::kit::{Delta, Gauge, Icon, Points};
use crate::parts::band::{look, way};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::super::subject::{Open, Place, Subject};
use super::records::rests_on;
use super::{Seen, band, rules};

/// How the partnership does today; in stages that are not scored, why it is not.
#[component]
pub fn HealthPanel(subject: Subject) -> impl IntoView {
    let profile = Memo::new(move |_| {
        subject.seen.with(|seen| Some(seen.as_ref()?.health.as_ref()?.profile == HealthProfile::Active))
    });
    view! {
        {subject.form_at(Place::Health)}
        <section class="panel" aria-labelledby="health">
            <div class="panel__head">
                <h2 id="health">{words::HEALTH}</h2>
                <span class="panel__note">{move || profile.get().map(words::model_of)}</span>
                <button
                    class="button button--line push screen-only"
                    data-size="small"
                    type="button"
                    hidden=move || profile.get().is_none()
                    on:click=move |_| subject.open(Open::Adjust)
                >
                    {deeds::ADJUST_BAND.doing}
                </button>
            </div>
            {move || {
                subject
                    .seen
                    .with(|seen| {
                        let seen = seen.as_deref()?;
                        Some(seen.health.as_ref().map_or_else(|| unscored(seen), |health| scored(subject, seen, health)))
                    })
            }}
        </section>
    }
}

fn unscored(seen: &Seen) -> AnyView {
    let words = words::unscored(seen.partner.stage_on(seen.today), seen.name());
    view! {
        <div class="panel__body">
            <p class="soft">{words}</p>
        </div>
    }
    .into_any()
}

fn scored(subject: Subject, seen: &Seen, health: &Health) -> AnyView {
    let shown = Badge::of(health.band, false);
    let [healthy, watch, at_risk] = seen.model.limits().map(u32::from);
    let step = |band, until| Step { band: look(Badge::of(band, false)), until };
    let steps = vec![
        step(Band::Critical, at_risk),
        step(Band::AtRisk, watch),
        step(Band::Watch, healthy),
        step(Band::Healthy, 100),
    ];
    let (least, most) = health.range;
    let score = health.score.map(u32::from);
    let number = match health.score {
        Some(score) => score.to_string().into_any(),
        None => view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">{words::NO_SCORE}</span>
        }
        .into_any(),
    };
    let movement = seen.case().movement(seen.today).map(|points| {
        let (figure, words) = words::movement(points, ARROW_POINTS);
        view! { <Delta way=way(points) figure words /> }
    });
    let told = if score.is_some() { components(subject, seen, health) } else { to_record(subject, health) };
    view! {
        <div class="reading">
            <div class="reading__score">
                <b data-raw=(health.band != health.by_score).then_some("")>{number}</b>
                <div>{band(shown)} {movement}</div>
            </div>
            <Gauge
                steps
                score
                band=look(shown)
                range=Some((least.into(), most.into()))
                words=words::gauge(health.score, shown.word(), health.range)
            />
            <p>{sentences::certainty(health)}</p>
            {rules_in_force(subject, seen, health)}
        </div>
        {told}
    }
    .into_any()
}

/// Why the band is what it is. A band set by hand can be taken back.
fn rules_in_force(subject: Subject, seen: &Seen, health: &Health) -> Option<AnyView> {
    let rules = rules(seen, health);
    if rules.is_empty() {
        return None;
    }
    let rules: Vec<_> = rules
        .into_iter()
        .map(|rule| {
            view! {
                <li>
                    <Icon name="warning" size="s" />
                    <span>{rule}</span>
                </li>
            }
        })
        .collect();
    let by_hand = health.rules.adjustment.map(|(id, _)| take_back(subject, id));
    Some(view! { <ul class="reading__rules screen-only">{rules} {by_hand}</ul> }.into_any())
}

fn take_back(subject: Subject, id: FactId) -> AnyView {
    let desk = Desk::of_page();
    let partner = subject.id;
    let take_back = move |_| {
        let result =
            desk.change(deeds::TAKE_BACK_BAND, |workspace, _| workspace.partner_mut(partner)?.remove(id));
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    view! {
        <li>
            <button class="button" data-size="small" type="button" on:click=take_back>
                {deeds::TAKE_BACK_BAND.doing}
            </button>
        </li>
    }
    .into_any()
}

/// What to record before a score can be given.
fn to_record(subject: Subject, health: &Health) -> AnyView {
    let steps: Vec<_> = health
        .to_record()
        .into_iter()
        .map(|component| {
            view! {
                <li>
                    <span>
                        <strong>{component.word()}</strong>
                        <small>{sentences::to_record(component)}</small>
                    </span>
                    {add(subject, component)}
                </li>
            }
        })
        .collect();
    view! {
        <div class="panel__body to-record">
            <h3>{words::TO_RECORD}</h3>
            <ul>{steps}</ul>
        </div>
    }
    .into_any()
}

/// The button that opens the form of what a component is made of.
pub(super) fn add(subject: Subject, component: Component) -> AnyView {
    let form = match component {
        Component::Traction => Open::New(TimelineKind::Traction, Place::Health),
        Component::Commitments => Open::New(TimelineKind::Commitment, Place::Health),
        Component::Engagement => Open::New(TimelineKind::Touchpoint, Place::Health),
        Component::Milestones => Open::New(TimelineKind::Milestone, Place::Health),
        Component::Reciprocity => Open::New(TimelineKind::Ledger, Place::Health),
        Component::Relationship => Open::NewPerson,
        Component::Pulse => Open::New(TimelineKind::Pulse, Place::Health),
    };
    view! {
        <button
            class="button button--line screen-only"
            data-size="small"
            type="button"
            aria-label=words::add_one_to(component.word())
            on:click=move |_| subject.open(form)
        >
            {words::ADD_ONE}
        </button>
    }
    .into_any()
}

fn components(subject: Subject, seen: &Seen, health: &Health) -> AnyView {
    let rows: Vec<_> =
        Component::ALL.into_iter().map(|component| row(subject, seen, health, component)).collect();
    let score = health.score.unwrap_or_default();
    let made = words::made_of(score);
    let name = made.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=name>
            <table class="table components">
                <caption class="visually-hidden">{made}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::COMPONENT}</th>
                        <th scope="col" class="is-number">
                            {words::SCORE}
                        </th>
                        <th scope="col" class="is-number is-wide">
                            {words::WEIGHT}
                        </th>
                        <th scope="col" colspan="2">
                            {words::EARNED}
                        </th>
                        <th scope="col" class="is-wide screen-only">
                            {words::RESTS_ON}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td>{words::TOGETHER}</td>
                        <td></td>
                        <td class="is-wide"></td>
                        <td class="points__cell"></td>
                        <td class="is-number components__earned">
                            {words::of_points(&sentences::tenths(health.total_tenths()), "100")}
                        </td>
                        <td class="is-wide nowrap screen-only">{words::shown_as(score)}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

fn row(subject: Subject, seen: &Seen, health: &Health, component: Component) -> AnyView {
    let points = health.points(component);
    let weight = health.weight(component);
    let possible = health.possible_tenths(component);
    let bar = if points.is_some() { possible } else { u32::from(weight) * 10 };
    let earned = match points {
        Some(_) => {
            let earned = sentences::tenths(health.earned_tenths(component));
            view! {
                <b>{earned}</b>
                {words::of_possible(&sentences::tenths(possible))}
            }
            .into_any()
        }
        None => words::NOT_COUNTED.into_any(),
    };
    // Ratings and roles are for us alone: they are left out on paper.
    let is_ours = matches!(component, Component::Pulse | Component::Relationship);
    view! {
        <tr data-state=points.is_none().then_some("missing") class:screen-only=is_ours>
            <th scope="row">
                {component.word()} <small>{sentences::sentence(health, component)}</small>
            </th>
            <td class="is-number">{sentences::points(points)}</td>
            <td class="is-number is-wide">{weight.to_string()}</td>
            <td class="points__cell">
                <Points weight=bar value=points.map_or(0, |points| points.rounded().into()) />
            </td>
            <td class="is-number components__earned">{earned}</td>
            <td class="is-wide screen-only">{rests_on(subject, seen, component)}</td>
        </tr>
    }
    .into_any()
}
