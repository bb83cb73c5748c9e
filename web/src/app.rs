//! The whole app: the session, the router, the frame and the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::frame::{Frame, MeetGate};
use crate::pages;
use crate::platform;
use crate::route::Route;
use crate::session::{SaveState, Session};

/// The app.
#[component]
pub fn App() -> Html {
    let session: Rc<Session> = (*use_memo((), |()| platform::session())).clone();
    {
        let session = session.clone();
        use_effect_with((), move |()| {
            let is_unsaved = {
                let session = session.clone();
                move || session.save_state() != SaveState::Saved
            };
            let leaving = platform::page::ask_before_leaving(is_unsaved);
            let keep = move |session: &Session| {
                platform::preferences::keep(session.language(), session.theme());
                platform::page::set_look(session.language(), session.theme());
            };
            keep(&session);
            let last = std::cell::Cell::new((session.language(), session.theme()));
            let watched = session.clone();
            let subscription = session.subscribe(move || {
                let now = (watched.language(), watched.theme());
                if last.replace(now) != now {
                    keep(&watched);
                }
                platform::snapshots::later(watched.clone());
            });
            move || drop((leaving, subscription))
        });
    }
    let route = use_state_eq(platform::address::route);
    {
        let route = route.setter();
        use_effect_with((), move |()| {
            let listener = platform::address::on_change(move |to| route.set(to));
            move || drop(listener)
        });
    }
    html! {
        <ContextProvider<Rc<Session>> context={session}>
            { page(&route) }
        </ContextProvider<Rc<Session>>>
    }
}

fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <pages::HomePage /> },
        Route::CheckDraw => html! { <pages::CheckDrawPage /> },
        Route::Meet { meet, step, event } => {
            html! { <MeetGate meet={*meet}><Frame step={*step} event={event.clone()} /></MeetGate> }
        }
    }
}
