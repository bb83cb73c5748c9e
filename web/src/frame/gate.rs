//! Opens the meet of the address before its pages are shown.

use std::cell::Cell;
use std::rc::Rc;

use gongsai::id::MeetId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::TopBar;
use crate::components::message_with;
use crate::platform::{snapshots, storage, windows};
use crate::session::{Opened, SaveFailure, Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::frame::{Frame as Text, save_failure};

#[derive(PartialEq, Properties)]
pub struct MeetGateProps {
    /// The meet of the address.
    pub meet: MeetId,
    /// Its pages.
    pub children: Children,
}

#[derive(Clone, PartialEq)]
enum Gate {
    Opening,
    NotHere,
    Failed(SaveFailure),
}

/// Shows its children once the meet is open.
#[component]
pub fn MeetGate(props: &MeetGateProps) -> Html {
    let session = use_session();
    let language = use_language();
    let open = use_selected(Session::meet_id);
    let gate = use_state_eq(|| Gate::Opening);
    {
        let gate = gate.clone();
        use_effect_with(props.meet, move |meet| {
            let wanted = Rc::new(Cell::new(true));
            if session.meet_id() == Some(*meet) && !session.is_opening() {
                windows::join(session, true);
            } else {
                gate.set(Gate::Opening);
                spawn_local(open_meet(session, *meet, gate.setter(), wanted.clone()));
            }
            move || {
                wanted.set(false);
                windows::leave();
            }
        });
    }
    if open == Some(props.meet) {
        return html! { <div key="open" class="gate">{ props.children.clone() }</div> };
    }
    let (text, hint) = match &*gate {
        Gate::Opening => (Text::Opening.say(language), None),
        Gate::NotHere => (Text::NotHere.say(language), Some(Text::NotHereHint.say(language))),
        Gate::Failed(why) => (Text::CannotOpen.say(language), Some(save_failure(language, why).into())),
    };
    html! {
        <div key="closed" class="frame frame-bare">
            <TopBar />
            <main id="page" class="page">{ message_with(text, hint, html! { <a href="#/">{ Text::Home.say(language) }</a> }) }</main>
        </div>
    }
}

/// Opens a meet: shown by its snapshot at once, where it has one, and whole as soon as its records are read.
async fn open_meet(session: Rc<Session>, meet: MeetId, gate: UseStateSetter<Gate>, wanted: Rc<Cell<bool>>) {
    if let Some(shown) = snapshots::show(meet).await.filter(|_| wanted.get()) {
        session.open(Opened::shown(shown));
        snapshots::pause().await;
    }
    let rows = storage::load(meet).await;
    match rows {
        Ok(rows) if rows.records.is_empty() => gate.set(Gate::NotHere),
        Ok(rows) => {
            let opened = Opened::read(meet, &rows.records, &rows.facts, snapshots::pause).await;
            // Somebody may have gone elsewhere meanwhile.
            if wanted.get() {
                session.open(opened.as_stored(rows.identity.as_deref()));
                windows::join(session, false);
            }
        }
        Err(why) => gate.set(Gate::Failed(why)),
    }
}
