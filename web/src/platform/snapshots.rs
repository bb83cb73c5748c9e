//! Snapshots of great meets: shown at once when the meet is opened, while its records are read.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gongsai::document::snapshot;
use gongsai::id::MeetId;
use gongsai::meet::Meet;
use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::storage;
use crate::session::{SaveState, Session};

/// Meets of fewer records are read faster than a snapshot is worth.
const LEAST: usize = 1_500;

/// How long nothing may have been written before a snapshot is made, in milliseconds.
const QUIET: u32 = 3_000;

thread_local! {
    static NEXT: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// The meet as its snapshot shows it; none where there is none, or it is out of date.
pub async fn show(meet: MeetId) -> Option<Meet> {
    let (text, stored) = storage::snapshot(meet).await?;
    snapshot::read(meet, &text, stored)
}

/// Lets the page go on before the next portion is read.
pub async fn pause() {
    let timer = Promise::new(&mut |go_on, _| {
        drop(gloo::utils::window().set_timeout_with_callback(&go_on));
    });
    drop(JsFuture::from(timer).await);
}

/// Makes a snapshot of the open meet when nothing more is written for a while.
pub fn later(session: Rc<Session>) {
    if session.with_journal(|journal| journal.records().len()) < LEAST {
        return;
    }
    let make = move || {
        // One that is not made, or not kept, only costs time at the next opening.
        if session.is_following() || session.save_state() != SaveState::Saved {
            return;
        }
        let Some((meet, text)) = session.snapshot() else { return };
        spawn_local(async move { drop(storage::keep_snapshot(meet, &text).await) });
    };
    NEXT.set(Some(Timeout::new(QUIET, make)));
}
