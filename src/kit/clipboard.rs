//! The clipboard: words as plain text and as HTML at once.

use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect};
use web_sys::{Blob, BlobPropertyBag, Event};

const PLAIN: &str = "text/plain";
const HTML: &str = "text/html";

/// The browser let nothing be copied.
#[derive(Clone, Copy, Debug)]
pub struct NotCopied;

/// Copies words as plain text and as HTML; the program they are pasted into takes what it likes. Without HTML they are
/// plain text alone. Call it while a click is being handled.
///
/// # Errors
/// When neither of the ways a browser has lets it.
pub async fn copy(plain: String, html: String) -> Result<(), NotCopied> {
    // Where the page is not served securely there is no clipboard to write to, and in a frame it may refuse.
    if let Ok(promise) = write(&plain, &html)
        && JsFuture::from(promise).await.is_ok()
    {
        return Ok(());
    }
    by_event(plain, html)
}

fn write(plain: &str, html: &str) -> Result<Promise, JsValue> {
    let window: JsValue = leptos::prelude::window().into();
    let clipboard = get(&get(&window, "navigator")?, "clipboard")?;
    let class: Function = get(&window, "ClipboardItem")?.dyn_into()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &PLAIN.into(), &blob(plain, PLAIN)?)?;
    if !html.is_empty() {
        Reflect::set(&kinds, &HTML.into(), &blob(html, HTML)?)?;
    }
    let item = Reflect::construct(&class, &Array::of1(&kinds))?;
    let write: Function = get(&clipboard, "write")?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}

fn blob(text: &str, media_type: &str) -> Result<JsValue, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).map(Into::into)
}

/// Answers the browser's own copying with these words.
fn by_event(plain: String, html: String) -> Result<(), NotCopied> {
    let answer = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let set = || -> Result<(), JsValue> {
            let data = get(&event, "clipboardData")?;
            let set: Function = get(&data, "setData")?.dyn_into()?;
            set.call2(&data, &PLAIN.into(), &plain.as_str().into())?;
            if !html.is_empty() {
                set.call2(&data, &HTML.into(), &html.as_str().into())?;
            }
            Ok(())
        };
        if set().is_ok() {
            event.prevent_default();
        }
    });
    let page: JsValue = document().into();
    let run = || -> Result<JsValue, JsValue> {
        let listener: &Function = answer.as_ref().unchecked_ref();
        document().add_event_listener_with_callback("copy", listener)?;
        let command: Function = get(&page, "execCommand")?.dyn_into()?;
        let done = command.call1(&page, &"copy".into());
        document().remove_event_listener_with_callback("copy", listener)?;
        done
    };
    run().ok().and_then(|done| done.as_bool()).filter(|done| *done).map(|_| ()).ok_or(NotCopied)
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}
