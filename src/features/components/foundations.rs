//! Colour, type and buttons.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::Icon;

use super::part;

/// Colours of the meaning tier, and the sizes of type.
pub fn colour() -> AnyView {
    let swatches: Vec<_> = words::SWATCHES
        .into_iter()
        .map(|(token, purpose)| {
            view! {
                <li>
                    <i style:--swatch=format!("var(--color-{token})")></i>
                    <code>{token}</code>
                    {purpose}
                </li>
            }
        })
        .collect();
    let sizes: Vec<_> = words::SIZES
        .into_iter()
        .map(|(name, class, line)| {
            view! {
                <li>
                    <small>{name}</small>
                    <span class=class>{line}</span>
                </li>
            }
        })
        .collect();
    let (name, first, second) = words::FIGURES;
    let specimens = view! {
        <ul class="swatches">{swatches}</ul>
        <ul class="scale">
            {sizes} <li>
                <small>{name}</small>
                <span>{first} <br /> {second}</span>
            </li>
        </ul>
    };
    part(words::COLOUR, specimens.into_any())
}

/// Buttons, in a table of variants and states.
pub fn buttons() -> AnyView {
    let headings: Vec<_> =
        words::STATES.into_iter().map(|(name, _)| view! { <th scope="col">{name}</th> }).collect();
    let rows: Vec<_> = words::VARIANTS
        .into_iter()
        .map(|(name, class, icon)| {
            let cells: Vec<_> = words::STATES
                .into_iter()
                .map(|(_, state)| view! { <td>{button(class, icon, state)}</td> })
                .collect();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    let specimens = view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::BUTTON_STATES>
            <table class="table states">
                <caption class="visually-hidden">{words::BUTTON_STATES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::VARIANT}</th>
                        {headings}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <div class="cluster">
            <button class="button" data-size="small" type="button">
                {words::SMALL}
            </button>
            <button class="button" data-shape="icon" type="button" aria-label=words::PRINT>
                <Icon name="print" />
            </button>
            <button class="button" data-size="small" data-shape="icon" type="button" aria-label=words::MORE>
                <Icon name="more" />
            </button>
            <span class="quiet">{words::NOT_NOW_WHY}</span>
        </div>
    };
    part(words::BUTTON, specimens.into_any())
}

fn button(class: &'static str, icon: Option<&'static str>, state: Option<&'static str>) -> AnyView {
    let is_not_now = state == Some("not-now");
    view! {
        <button
            class=class
            type="button"
            data-state=state.filter(|_| !is_not_now)
            aria-disabled=is_not_now.then_some("true")
        >
            {icon.map(|name| view! { <Icon name /> })}
            {words::LOG_TOUCH}
        </button>
    }
    .into_any()
}
