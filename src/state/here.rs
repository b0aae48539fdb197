//! The address of this page and the pages around it, as the browser tells them; what they mean says [`super::place`].

use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};

use super::place::{self, Around, BadName, Place};

/// Where this page stands.
///
/// # Errors
/// [`BadName`] when its address names no workspace that could be.
pub fn place() -> Result<Place, BadName> {
    Place::read(&window().location().pathname().unwrap_or_default(), &query())
}

/// The name of the workspace, unless it is the usual one.
pub fn workspace() -> Option<String> {
    place().ok()?.workspace.map(|name| name.to_string())
}

/// The address of the usual workspace, seen from here.
pub fn usual() -> String {
    place::query_of_usual(&query())
}

/// The address of this page in a tab of its own, with what is behind its `#`.
pub fn alone() -> String {
    let location = window().location();
    let query = place().map(|place| place.query_alone()).unwrap_or_default();
    let parts = [location.origin(), location.pathname(), Ok(query), location.hash()];
    parts.into_iter().map(Result::unwrap_or_default).collect()
}

/// Whether the owner of the page lets it be shown here: `<meta name="framing">`.
pub fn may_be_shown() -> bool {
    let meta = document().query_selector("meta[name=framing]").ok().flatten();
    let allowed = meta.and_then(|meta| meta.get_attribute("content"));
    place::may_be_shown(allowed.as_deref().unwrap_or("*"), &own(), &around())
}

/// Whether a page of another site is around this one.
pub fn is_elsewhere() -> bool {
    place::is_elsewhere(&own(), &around())
}

/// Whether a page of another origin is around this one.
pub fn is_inside_others() -> bool {
    place::is_inside_others(&own(), &around())
}

fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The origin of this page, which is `null` in a frame that is given none.
fn own() -> String {
    text(&js_sys::global(), "origin").unwrap_or_default()
}

fn around() -> Around {
    let mut inner = window();
    let mut found = Vec::new();
    let told = Reflect::get(&inner.location(), &JsValue::from_str("ancestorOrigins"));
    if let Some(told) = told.ok().filter(JsValue::is_object) {
        return Array::from(&told).iter().map(|origin| origin.as_string()).collect();
    }
    // Where the browser does not tell, a page of the same origin can be asked, and no other.
    while let Ok(Some(outer)) = inner.parent() {
        if JsValue::from(outer.clone()) == JsValue::from(inner) {
            return Some(found);
        }
        found.push(text(outer.unchecked_ref(), "origin")?);
        inner = outer;
    }
    None
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    // A page of another origin throws.
    Reflect::get(object, &JsValue::from_str(name)).ok()?.as_string()
}
