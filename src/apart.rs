//! Code that is no part of the first load.
//!
//! [`crate::apart!`] declares code that goes, with all that only it reaches, into a module of its own
//! when the feature `split` is on (`cargo xtask dist`), and stays where it is otherwise.

use std::future::Future;
use std::pin::Pin;

/// A module did not arrive: no network, or the page was replaced by a newer one meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What code declared by [`crate::apart!`] gives, once it is there.
pub type Arriving<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Declares a module of code that is loaded apart, with a function `view` that shows it when it has
/// arrived, and `fetch` that has it loaded ahead. With a type it is no view, and the function is
/// called `run`. Two of one name are loaded together.
///
/// ```ignore
/// apart! { mod settings(part: Signal<SettingsPart>) { view! { <SettingsPage part /> } } }
/// later(settings::view(part))
/// ```
#[macro_export]
macro_rules! apart {
    (mod $module:ident($($argument:ident: $type:ty),* $(,)?) { $body:expr }) => {
        $crate::apart! {
            @ view, mod $module($($argument: $type),*) -> leptos::prelude::AnyView {
                leptos::prelude::IntoAny::into_any($body)
            }
        }
    };
    (mod $module:ident($($argument:ident: $type:ty),* $(,)?) -> $made:ty { $body:expr }) => {
        $crate::apart! { @ run, mod $module($($argument: $type),*) -> $made { $body } }
    };
    (@ $run:ident, mod $module:ident($($argument:ident: $type:ty),*) -> $made:ty { $body:expr }) => {
        mod $module {
            #[allow(clippy::wildcard_imports, reason = "stands for the place of the call")]
            use super::*;

            #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($module, fallible, preload(load)))]
            fn make($($argument: $type),*) -> Result<$made, $crate::apart::NotLoaded> {
                Ok($body)
            }

            #[cfg(feature = "split")]
            pub fn $run($($argument: $type),*) -> $crate::apart::Arriving<$made> {
                Box::pin(make($($argument),*))
            }

            #[cfg(not(feature = "split"))]
            pub fn $run($($argument: $type),*) -> $crate::apart::Arriving<$made> {
                Box::pin(std::future::ready(make($($argument),*)))
            }

            /// Fetches the module; what fails here is tried again when it is needed.
            #[allow(dead_code, reason = "code that few will need is not fetched ahead")]
            pub async fn fetch() {
                #[cfg(feature = "split")]
                let _ = load().await;
            }
        }
    };
}
