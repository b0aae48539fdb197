//! The address of the page, which says what is shown.

use leptos::prelude::window;

use crate::route::Route;

/// Goes to a place. A browser that does not let the page navigate stays where it is.
pub fn go(route: Route) {
    let _ = window().location().set_hash(&route.to_string());
}
