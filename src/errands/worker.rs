//! The worker's side of the talk: texts come in, perhaps with a file, and texts go out.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::READY;
use super::office::Office;

/// Listens for errands, and says that it does: what was sent before would not have been heard.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let say = {
        let scope = scope.clone();
        // A page that is gone hears nothing.
        move |text: &str| drop(scope.post_message(&JsValue::from_str(text)))
    };
    let office = RefCell::new(Office::default());
    let listen = {
        let say = say.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message: Array = event.data().unchecked_into();
            let errand = message.get(0).as_string().unwrap_or_default();
            let file = message.get(1).dyn_into::<File>().ok().map(|file| bytes_of(&file));
            office.borrow_mut().run(&errand, file, &say);
        })
    };
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    say(READY);
}

/// The bytes of a file, or the browser's own words when it cannot be read any more.
fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    let read = || FileReaderSync::new()?.read_as_array_buffer(file);
    match read() {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(error) => Err(error
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))),
    }
}
