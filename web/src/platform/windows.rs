//! The windows of this browser that have one meet open: one writes, the others follow.
//!
//! The writer holds the meet's lock. What it has stored it tells the others through a channel. Where a browser has no
//! locks, every window writes; two that write at once are told by the storage, which takes each record number once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gongsai::id::MeetId;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

use super::storage;
use crate::session::Session;

thread_local! {
    static OPEN: RefCell<Option<Rc<Windows>>> = const { RefCell::new(None) };
}

/// This window among those that have a meet open.
struct Windows {
    meet: MeetId,
    session: Rc<Session>,
    /// Lets the lock go.
    release: RefCell<Option<Function>>,
    closed: Cell<bool>,
    /// Whether others may have written since this window read the storage.
    stale: Cell<bool>,
    channel: Option<BroadcastChannel>,
    listeners: RefCell<Vec<EventListener>>,
}

/// How a lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ask {
    IfFree,
    Wait,
    TakeOver,
}

/// Joins the windows that have the session's meet open; leaves those of the meet before. `stale` says whether others
/// may have written since the meet was read.
pub fn join(session: Rc<Session>, stale: bool) {
    let Some(meet) = session.meet_id() else { return leave() };
    if OPEN.with_borrow(|open| open.as_ref().is_some_and(|open| open.meet == meet)) {
        return;
    }
    leave();
    let channel = BroadcastChannel::new(&format!("gongsai {meet}")).ok();
    let windows = Rc::new(Windows {
        meet,
        session,
        release: RefCell::new(None),
        closed: Cell::new(false),
        stale: Cell::new(stale),
        channel,
        listeners: RefCell::default(),
    });
    windows.listen();
    OPEN.set(Some(windows.clone()));
    windows.ask(Ask::IfFree);
}

/// Closes the meet of this window for the others: one of them may write then.
pub fn leave() {
    let Some(windows) = OPEN.take() else { return };
    windows.closed.set(true);
    windows.listeners.take();
    if let Some(channel) = &windows.channel {
        channel.close();
    }
    windows.let_go();
}

/// Lets this window write; the one that wrote so far follows.
pub fn take_over() {
    if let Some(windows) = OPEN.with_borrow(Clone::clone) {
        windows.ask(Ask::TakeOver);
    }
}

/// Tells the other windows what is stored.
pub fn tell<'a>(meet: MeetId, lines: impl Iterator<Item = &'a str>) {
    let Some(windows) = OPEN.with_borrow(Clone::clone).filter(|windows| windows.meet == meet) else { return };
    let lines: Array = lines.map(JsValue::from_str).collect();
    // A window that misses a message reads the storage when it is looked at.
    let _ = windows.channel.as_ref().map(|channel| channel.post_message(&lines));
}

impl Windows {
    fn listen(self: &Rc<Self>) {
        let mut listeners = Vec::new();
        if let Some(channel) = &self.channel {
            let session = self.session.clone();
            listeners.push(EventListener::new(channel, "message", move |event| {
                let lines = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().dyn_into::<Array>().ok());
                session.hear(lines.iter().flat_map(Array::iter).filter_map(|line| line.as_string()));
            }));
        }
        let windows = Rc::downgrade(self);
        let document = gloo::utils::document();
        // A window that slept may have missed something.
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            let Some(windows) = windows.upgrade().filter(|windows| windows.session.is_following()) else { return };
            spawn_local(async move { windows.catch_up().await });
        }));
        self.listeners.replace(listeners);
    }

    /// Reads what others stored meanwhile.
    async fn catch_up(&self) {
        let Ok(rows) = storage::load(self.meet).await else { return };
        if self.closed.get() || self.session.meet_id() != Some(self.meet) {
            return;
        }
        let facts = rows
            .facts
            .iter()
            .filter_map(|(person, text)| Some((*person, gongsai::document::vault::decode(text).ok()?)));
        self.session.hear_facts(facts);
        self.session.hear(&rows.records);
    }

    fn ask(self: &Rc<Self>, ask: Ask) {
        let Some(promise) = self.request(ask) else { return };
        let windows = self.clone();
        spawn_local(async move {
            // The promise of a lock that another window took over is broken.
            if JsFuture::from(promise).await.is_err() && !windows.closed.get() {
                windows.release.take();
                windows.follow();
            }
        });
    }

    /// Another window writes: this one follows, and waits for its turn.
    fn follow(self: &Rc<Self>) {
        self.stale.set(true);
        self.session.set_following(true);
        self.ask(Ask::Wait);
    }

    /// Asks the browser; none where it has no locks.
    fn request(self: &Rc<Self>, ask: Ask) -> Option<Promise> {
        let navigator = gloo::utils::window().navigator();
        let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        match ask {
            Ask::IfFree => Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?,
            Ask::TakeOver => Reflect::set(&options, &"steal".into(), &JsValue::TRUE).ok()?,
            Ask::Wait => true,
        };
        let granted = {
            let windows = self.clone();
            Closure::once_into_js(move |lock: JsValue| windows.granted(&lock))
        };
        let name = JsValue::from(format!("gongsai {}", self.meet));
        request.call3(&locks, &name, &options, &granted).ok()?.dyn_into().ok()
    }

    /// The browser's answer: a lock, which is held until the promise that this gives back is kept, or null.
    fn granted(self: &Rc<Self>, lock: &JsValue) -> JsValue {
        if self.closed.get() {
            return JsValue::UNDEFINED;
        }
        if lock.is_null() {
            self.follow();
            return JsValue::UNDEFINED;
        }
        let held = Promise::new(&mut |resolve, _| drop(self.release.replace(Some(resolve))));
        let windows = self.clone();
        spawn_local(async move {
            // What the other window stored last comes before anything this one writes.
            if windows.stale.replace(false) {
                windows.catch_up().await;
            }
            if !windows.closed.get() && windows.release.borrow().is_some() {
                windows.session.set_following(false);
            }
        });
        held.into()
    }

    fn let_go(&self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}
