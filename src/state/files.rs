//! Files of the user's that the browser lets the page write and read again (the File System Access API), and the objects
//! of the browser that web-sys keeps behind a flag.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::catalogue::automatic as words;

/// Whether this browser can write a file of the user's.
pub fn can_be_written() -> bool {
    Reflect::has(&js_sys::global(), &JsValue::from_str("showSaveFilePicker")).unwrap_or(false)
}

/// Lets the user choose where to save; `None` when they change their mind.
///
/// # Errors
/// What the browser answers.
pub async fn choose_to_write(name: &str) -> Result<Option<JsValue>, JsValue> {
    let options = object(&[("suggestedName", JsValue::from_str(name)), ("types", kinds()?)])?;
    chosen(called(&js_sys::global(), "showSaveFilePicker", &[options.into()]).await)
}

/// Lets the user choose a file to open, which the page may ask to write later; `None` when they change their mind.
///
/// # Errors
/// What the browser answers.
pub async fn choose_to_read() -> Result<Option<JsValue>, JsValue> {
    let options = object(&[("types", kinds()?)])?;
    let picked = chosen(called(&js_sys::global(), "showOpenFilePicker", &[options.into()]).await)?;
    Ok(picked.map(|picked| Array::from(&picked).get(0)))
}

fn chosen(picked: Result<JsValue, JsValue>) -> Result<Option<JsValue>, JsValue> {
    match picked {
        Err(error) if is_named(&error, "AbortError") => Ok(None),
        picked => picked.map(Some),
    }
}

fn kinds() -> Result<JsValue, JsValue> {
    let accept = object(&[("application/json", Array::of1(&JsValue::from_str(".json")).into())])?;
    let kind = object(&[("description", JsValue::from_str(words::KIND)), ("accept", accept.into())])?;
    Ok(Array::of1(&kind).into())
}

/// Writes a file and reads it back. Until all of it is written the browser leaves the old one as it was.
///
/// # Errors
/// What the browser answers, or that the file holds something else.
pub async fn written(handle: &JsValue, text: &str) -> Result<(), JsValue> {
    let stream = called(handle, "createWritable", &[]).await?;
    if let Err(error) = called(&stream, "write", &[JsValue::from_str(text)]).await {
        let _ = called(&stream, "abort", &[]).await;
        return Err(error);
    }
    called(&stream, "close", &[]).await?;
    let file = called(handle, "getFile", &[]).await?;
    let back = called(&file, "text", &[]).await?;
    if back.as_string().as_deref() == Some(text) {
        Ok(())
    } else {
        Err(JsValue::from_str(words::NOT_THE_SAME))
    }
}

/// The file behind a handle, as it is now.
///
/// # Errors
/// What the browser answers.
pub async fn file_of(handle: &JsValue) -> Result<web_sys::File, JsValue> {
    called(handle, "getFile", &[]).await?.dyn_into()
}

/// The name of the file behind a handle.
pub fn name(handle: &JsValue) -> String {
    get(handle, "name").ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// The browser's own words.
pub fn spoken(error: &JsValue) -> String {
    let message = get(error, "message").ok().and_then(|message| message.as_string());
    message
        .or_else(|| error.as_string())
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| words::UNSAID.to_owned())
}

/// A property of an object.
///
/// # Errors
/// When it throws.
pub fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &JsValue::from_str(name))
}

/// An object with these properties.
///
/// # Errors
/// Never, but for a browser that ends.
pub fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let made = Object::new();
    for (name, value) in fields {
        Reflect::set(&made, &JsValue::from_str(name), value)?;
    }
    Ok(made)
}

/// What a method answers.
///
/// # Errors
/// When there is no such method, or it throws.
pub fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name)?.dyn_into()?;
    method.apply(object, &arguments.iter().collect())
}

/// What a method promises, once it is there.
///
/// # Errors
/// As [`call`], or when the promise is broken.
pub async fn called(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    awaited(&call(object, name, arguments)?).await
}

/// What a promise brings.
///
/// # Errors
/// When it is broken.
pub async fn awaited(promise: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(promise)).await
}

fn is_named(error: &JsValue, name: &str) -> bool {
    get(error, "name").is_ok_and(|named| named == JsValue::from_str(name))
}
