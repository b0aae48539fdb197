//! What a page calls itself whose name is not in the workspace, such as a script of the library.

use leptos::prelude::*;

/// The name, as long as such a page is shown. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct PageName(RwSignal<String>);

impl PageName {
    /// Nothing has a name yet.
    pub fn none() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// The name of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// The name, or `otherwise` until it is known.
    pub fn get(self, otherwise: &str) -> String {
        self.0.with(|name| if name.is_empty() { otherwise } else { name }.to_owned())
    }

    /// Names the page.
    pub fn set(self, name: &str) {
        if self.0.with_untracked(|known| known != name) {
            self.0.set(name.to_owned());
        }
    }
}
