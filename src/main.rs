//! Starts the page; everything else is in the library.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <h1>"Bridgekeeper"</h1> });
}
