//! Files: handing one to the user, and reading one the user picked.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

use crate::catalogue::kit::NOT_TEXT;

/// Hands the user a file by a download. `Err` is the browser's own words.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), String> {
    save(name, media_type, text).map_err(|error| words(&error))
}

fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = leptos::prelude::document();
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The click has started the download by now; the address is not needed again.
    Url::revoke_object_url(&address)
}

/// Lets the user choose a file. `Err` is the browser's own words.
pub fn choose(accept: &str, chosen: impl FnOnce(File) + 'static) -> Result<(), String> {
    ask(accept, chosen).map_err(|error| words(&error))
}

fn ask(accept: &str, chosen: impl FnOnce(File) + 'static) -> Result<(), JsValue> {
    let input: HtmlInputElement = leptos::prelude::document().create_element("input")?.dyn_into()?;
    input.set_type("file");
    input.set_accept(accept);
    let asked = input.clone();
    let listens = Closure::once_into_js(move || {
        if let Some(file) = asked.files().and_then(|files| files.get(0)) {
            chosen(file);
        }
    });
    input.set_onchange(Some(listens.unchecked_ref()));
    input.click();
    Ok(())
}

/// The text of a file. `Err` is the browser's own words.
pub async fn read_text(file: File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.map_err(|error| words(&error))?;
    text.as_string().ok_or_else(|| NOT_TEXT.to_owned())
}

fn words(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| error.message().into())
}
