//! A worker beside the page: long work that keeps no one from typing, and that can be ended at any time.
//!
//! It talks in texts, and takes a file as the browser knows it, so that the page never holds its bytes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, MessageEvent};

/// The worker did not start, or ended by itself.
#[derive(Clone, Copy, Debug)]
pub struct Lost;

/// What has yet to be sent, as long as the worker does not listen.
type Waiting = Rc<RefCell<Option<Vec<Array>>>>;

/// A worker. It ends when this is dropped, whatever it was doing.
pub struct Worker {
    worker: web_sys::Worker,
    waiting: Waiting,
    _listens: Closure<dyn FnMut(MessageEvent)>,
    _mourns: Closure<dyn FnMut(Event)>,
}

impl Worker {
    /// Starts one. It says `ready` when it listens; everything else it says is for `hear`.
    pub fn start(
        ready: &'static str,
        hear: impl Fn(String) + 'static,
        lost: impl Fn(Lost) + 'static,
    ) -> Result<Self, Lost> {
        let worker = web_sys::Worker::new(&address().ok_or(Lost)?).map_err(|_| Lost)?;
        let waiting: Waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let listens = {
            let (worker, waiting) = (worker.clone(), Rc::clone(&waiting));
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let Some(text) = event.data().as_string() else { return };
                if text != ready {
                    return hear(text);
                }
                let messages = waiting.borrow_mut().take().unwrap_or_default();
                messages.iter().for_each(|message| drop(worker.post_message(message)));
            })
        };
        let mourns = Closure::<dyn FnMut(Event)>::new(move |_| lost(Lost));
        worker.set_onmessage(Some(listens.as_ref().unchecked_ref()));
        worker.set_onerror(Some(mourns.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _listens: listens, _mourns: mourns })
    }

    /// Sends a text, perhaps with a file.
    pub fn send(&self, text: &str, file: Option<&File>) {
        let message = Array::of1(&JsValue::from_str(text));
        if let Some(file) = file {
            message.push(file);
        }
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            // Texts and files can be sent at any time.
            None => drop(self.worker.post_message(&message)),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Where the worker's script lies: said by the page, since its name carries a hash.
fn address() -> Option<String> {
    let meta = leptos::prelude::document().query_selector("meta[name=worker]").ok().flatten()?;
    meta.get_attribute("content")
}
