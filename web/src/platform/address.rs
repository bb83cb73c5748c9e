//! The address of the page, of which the part after `#` is the app's.

use gloo::events::EventListener;

use crate::route::Route;

/// The page of the address.
#[must_use]
pub fn route() -> Route {
    Route::read(&gloo::utils::window().location().hash().unwrap_or_default())
}

/// Goes to a page.
pub fn go(route: &Route) {
    let _ = gloo::utils::window().location().set_hash(&route.address());
}

/// Calls the listener with each page that the address comes to, until what is given back is dropped.
pub fn on_change(listener: impl Fn(Route) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| listener(route()))
}
