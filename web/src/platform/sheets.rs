//! The reader of workbooks: a worker with its own module, started when the first workbook comes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// Why the reader gave no answer. The next file gets a fresh reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderStopped;

/// Who waits for an answer, by the number of the message; and whether the reader is past use.
#[derive(Default)]
struct Waiting {
    by_id: RefCell<BTreeMap<u32, Function>>,
    ended: Cell<bool>,
}

struct Reader {
    worker: Worker,
    next: u32,
    waiting: Rc<Waiting>,
    _listeners: [EventListener; 2],
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// What a file holds, as the reader's JSON; none when the file cannot be read any more or the reader stopped at it.
pub async fn read_file(file: &gloo::file::File) -> Option<String> {
    let bytes = super::files::bytes(file).await?;
    read(&file.name(), bytes).await.ok()
}

/// What a workbook or CSV file holds, as the reader's JSON. The bytes are handed over, not copied.
///
/// # Errors
/// [`ReaderStopped`] when the reader cannot be started or stopped at this file.
pub async fn read(name: &str, bytes: ArrayBuffer) -> Result<String, ReaderStopped> {
    let answer = READER.with_borrow_mut(|reader| {
        if reader.as_ref().is_none_or(|reader| reader.waiting.ended.get()) {
            *reader = start();
        }
        reader.as_mut().and_then(|reader| reader.ask(name, &bytes))
    });
    let answer = JsFuture::from(answer.ok_or(ReaderStopped)?).await;
    answer.ok().and_then(|json| json.as_string()).ok_or(ReaderStopped)
}

fn start() -> Option<Reader> {
    let app = Reflect::get(&gloo::utils::window(), &"gongsai".into()).ok()?;
    let sheets: Function = Reflect::get(&app, &"sheets".into()).ok()?.dyn_into().ok()?;
    let worker: Worker = sheets.call0(&app).ok()?.dyn_into().ok()?;
    let waiting: Rc<Waiting> = Rc::default();
    let answered = {
        let waiting = waiting.clone();
        move |event: &web_sys::Event| waiting.answer(event)
    };
    let broken = {
        let waiting = waiting.clone();
        move |_: &web_sys::Event| waiting.end()
    };
    let listeners = [EventListener::new(&worker, "message", answered), EventListener::new(&worker, "error", broken)];
    Some(Reader { worker, next: 0, waiting, _listeners: listeners })
}

impl Reader {
    fn ask(&mut self, name: &str, bytes: &ArrayBuffer) -> Option<Promise> {
        self.next += 1;
        let id = self.next;
        let message = Object::new();
        Reflect::set(&message, &"id".into(), &id.into()).ok()?;
        Reflect::set(&message, &"name".into(), &name.into()).ok()?;
        Reflect::set(&message, &"bytes".into(), bytes).ok()?;
        let waiting = self.waiting.clone();
        let promise = Promise::new(&mut |resolve, _| drop(waiting.by_id.borrow_mut().insert(id, resolve)));
        self.worker.post_message_with_transfer(&message, &Array::of1(bytes)).ok()?;
        Some(promise)
    }
}

impl Waiting {
    /// Hands an answer to the one who waits for it. After an error the reader is not used again.
    fn answer(&self, event: &web_sys::Event) {
        let Some(data) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else { return };
        let field = |name: &str| Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ids count up from 1")]
        let id = field("id").as_f64().map_or(0, |id| id as u32);
        let resolve = self.by_id.borrow_mut().remove(&id);
        if let Some(resolve) = resolve {
            let _ = resolve.call1(&JsValue::NULL, &field("json"));
        }
        if field("error").is_string() {
            self.end();
        }
    }

    /// The reader is past use; those who still wait get no answer.
    fn end(&self) {
        self.ended.set(true);
        let left = std::mem::take(&mut *self.by_id.borrow_mut());
        for resolve in left.values() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::UNDEFINED);
        }
    }
}
