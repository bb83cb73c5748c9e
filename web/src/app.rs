//! The whole app: the session, the router, the frame and the page.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::prelude::*;

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
            });
            move || drop((leaving, subscription))
        });
    }
    html! {
        <ContextProvider<Rc<Session>> context={session}>
            <HashRouter>
                <Switch<Route> render={page} />
            </HashRouter>
        </ContextProvider<Rc<Session>>>
    }
}

fn page(route: Route) -> Html {
    let (meet, step) = (route.meet(), route.step());
    match meet.zip(step) {
        None => html! { <pages::HomePage /> },
        Some((meet, step)) => {
            html! { <MeetGate {meet}><Frame {step} event={route.event()} /></MeetGate> }
        }
    }
}
