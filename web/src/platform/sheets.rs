//! The reader of workbooks and regulations, which writes forms too: a worker with its own module, started when the first file comes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::file::File;
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// Who waits for an answer, by the number of the message; and whether the reader is past use.
#[derive(Default)]
struct Waiting {
    by_id: RefCell<Vec<(u32, Function)>>,
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

/// What a workbook or CSV file holds, as the reader's JSON; none when the file cannot be read any more or the reader
/// stopped at it.
pub async fn read_file(file: &File) -> Option<String> {
    read("read", file).await
}

/// The regulations in a TOML file, as the reader's JSON; none as of [`read_file`].
pub async fn read_regulations(file: &File) -> Option<String> {
    read("regulations", file).await
}

/// Private facts sealed under a password, or opened: what the reader answers to a text and a request.
pub async fn vault(kind: VaultKind, text: &str, request: &str) -> Option<String> {
    let kind = match kind {
        VaultKind::Seal => "seal",
        VaultKind::Open => "open",
    };
    answer(kind, request, &Uint8Array::from(text.as_bytes()).buffer()).await
}

/// What is done with private facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultKind {
    /// They are sealed.
    Seal,
    /// They are opened.
    Open,
}

/// The reader's answer of one kind to a file. The bytes are handed over, not copied.
async fn read(kind: &str, file: &File) -> Option<String> {
    answer(kind, &file.name(), &super::files::bytes(file).await?).await
}

/// The form of a delegation by regulations, as a workbook; of several names, each on a line, a package.
pub async fn template(regulations: &str, names: &str) -> Option<ArrayBuffer> {
    let bytes = Uint8Array::from(regulations.as_bytes()).buffer();
    Some(answered("template", names, &bytes).await?.dyn_into::<Uint8Array>().ok()?.buffer())
}

async fn answer(kind: &str, name: &str, bytes: &ArrayBuffer) -> Option<String> {
    answered(kind, name, bytes).await?.as_string()
}

async fn answered(kind: &str, name: &str, bytes: &ArrayBuffer) -> Option<JsValue> {
    let answer = READER.with_borrow_mut(|reader| {
        if reader.as_ref().is_none_or(|reader| reader.waiting.ended.get()) {
            *reader = start();
        }
        reader.as_mut().and_then(|reader| reader.ask(kind, name, bytes))
    });
    JsFuture::from(answer?).await.ok()
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
    fn ask(&mut self, kind: &str, name: &str, bytes: &ArrayBuffer) -> Option<Promise> {
        self.next += 1;
        let id = self.next;
        let message = Object::new();
        Reflect::set(&message, &"id".into(), &id.into()).ok()?;
        Reflect::set(&message, &"kind".into(), &kind.into()).ok()?;
        Reflect::set(&message, &"name".into(), &name.into()).ok()?;
        Reflect::set(&message, &"bytes".into(), bytes).ok()?;
        let waiting = self.waiting.clone();
        let promise = Promise::new(&mut |resolve, _| waiting.by_id.borrow_mut().push((id, resolve)));
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
        let waits = self.by_id.borrow().iter().position(|(waits, _)| *waits == id);
        if let Some(place) = waits {
            let (_, resolve) = self.by_id.borrow_mut().remove(place);
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
        for (_, resolve) in left {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::UNDEFINED);
        }
    }
}
