//! The fields of the model: a table of weights, a table by tier, and the strip of bands.

use leptos::prelude::*;

use crate::catalogue::{Word, health_model as words};
use crate::domain::Tier;
use crate::domain::health::{Badge, Band, Component, ModelPart};
use crate::kit::{Icon, Meter};
use crate::parts::band::look;

use super::draft::{Draft, fault_id, wrong};

/// One figure to type.
fn field(draft: Draft, part: ModelPart, place: usize) -> AnyView {
    let Some(text) = draft.list(part).get(place).copied() else { return ().into_any() };
    let is_wrong = move || draft.fault(part, Some(place)).is_some();
    let described = move || {
        let of_list = draft.fault(part, None).map(|_| fault_id(part, None));
        is_wrong().then(|| fault_id(part, Some(place))).or(of_list)
    };
    let is_invalid = move || is_wrong() || draft.fault(part, None).is_some();
    view! {
        <input
            class="input input--number"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-label=words::figure(part, place)
            aria-invalid=move || is_invalid().then_some("true")
            aria-describedby=described
            prop:value=text
            on:input:target=move |event| text.set(event.target().value())
            on:change=move |_| draft.look_again()
        />
    }
    .into_any()
}

/// A weight: its field, and how long it is beside the heaviest of its profile.
fn weight(draft: Draft, part: ModelPart, place: usize) -> AnyView {
    let value = Signal::derive(move || {
        let texts = draft.list(part);
        let weights: Vec<u32> =
            texts.iter().map(|text| text.with(|text| text.trim().parse().unwrap_or(0))).collect();
        let most = weights.iter().copied().max().unwrap_or(0);
        let weight = weights.get(place).copied().unwrap_or(0);
        weight.saturating_mul(100).checked_div(most).unwrap_or(0)
    });
    view! {
        <td class="is-number">
            <span class="weights__figure">
                <Meter value />
                {field(draft, part, place)}
            </span>
        </td>
    }
    .into_any()
}

/// What counts how much.
pub fn weights(draft: Draft) -> AnyView {
    let both = [ModelPart::Active, ModelPart::Onboarding];
    let rows: Vec<_> = Component::ALL
        .into_iter()
        .enumerate()
        .map(|(place, component)| {
            view! {
                <tr>
                    <th scope="row">
                        {component.word()} <small>{words::about(component)}</small>
                        {Vec::from(both.map(|part| wrong(draft, part, Some(place))))}
                    </th>
                    {Vec::from(both.map(|part| weight(draft, part, place)))}
                </tr>
            }
        })
        .collect();
    let sum = move |part| {
        let told = move || draft.sum(part).map_or_else(|| words::NO_SUM.to_owned(), |sum| sum.to_string());
        view! { <td class="is-number">{told}</td> }.into_any()
    };
    let headings = words::PROFILES.map(|profile| view! { <th scope="col" class="is-number">{profile}</th> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::WEIGHTS>
            <table class="table weights">
                <caption class="visually-hidden">{words::WEIGHTS_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::COMPONENT}</th>
                        {headings.into_iter().collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td>
                            {words::TOGETHER} <small>{words::TOGETHER_HINT}</small>
                            {Vec::from(both.map(|part| wrong(draft, part, None)))}
                        </td>
                        {Vec::from(both.map(sum))}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// What is expected of each tier.
pub fn tiers(draft: Draft) -> AnyView {
    let both = [ModelPart::Targets, ModelPart::Cadences];
    let longest = move |place: usize| {
        let text = draft.list(ModelPart::Cadences).get(place).copied()?;
        let ideal_days: u16 = text.with(|text| text.trim().parse()).ok()?;
        Some(words::longest(ideal_days))
    };
    let rows: Vec<_> = Tier::ALL
        .iter()
        .enumerate()
        .map(|(place, tier)| {
            let field =
                move |part| view! { <td class="is-number">{field(draft, part, place)}</td> }.into_any();
            view! {
                <tr>
                    <th scope="row">
                        {tier.word()} {Vec::from(both.map(|part| wrong(draft, part, Some(place))))}
                    </th>
                    {Vec::from(both.map(field))}
                    <td class="is-number quiet">{move || longest(place)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::BY_TIER>
            <table class="table weights" data-of="tiers">
                <caption class="visually-hidden">{words::BY_TIER_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::TIER}</th>
                        <th scope="col" class="is-number">
                            {words::TARGET}
                        </th>
                        <th scope="col" class="is-number">
                            {words::IDEAL}
                        </th>
                        <th scope="col" class="is-number">
                            {words::LONGEST}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Where each band begins, worst first.
pub fn bands(draft: Draft) -> AnyView {
    let of_band = |band: Band, begins: AnyView| {
        let badge = look(Badge::of(band, false));
        view! {
            <div data-band=badge>
                <b>
                    <Icon name=badge />
                    {band.word()}
                </b>
                <span class="bands-editor__from">{words::FROM} " " {begins}</span>
            </div>
        }
        .into_any()
    };
    let mut strip = vec![of_band(Band::Critical, "0".into_any())];
    let limits = words::BANDS_WITH_LIMIT.into_iter().enumerate().rev();
    strip.extend(limits.map(|(place, band)| of_band(band, field(draft, ModelPart::Limits, place))));
    let places = (0..ModelPart::Limits.count()).map(Some).chain([None]);
    let wrong: Vec<_> = places.map(|place| wrong(draft, ModelPart::Limits, place)).collect();
    view! {
        <div class="panel__body stack" data-gap="2">
            <div class="bands-editor">{strip}</div>
            {wrong}
        </div>
    }
    .into_any()
}
