//! Elements of the page: what an event happened on, and where the focus goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The value of a data attribute on what an event happened on, or on what is around it.
#[must_use]
pub fn closest_data(event: &Event, name: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// What a field for text holds; nothing where it is not on the page.
#[must_use]
pub fn value(field: &yew::NodeRef) -> String {
    field.cast::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}

/// Whether what an event happened on is open, as a `<details>` is when its summary was pressed.
#[must_use]
pub fn is_open(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// Moves the focus from one element to another of the same kind, in the order of the page; `by` counts up or down.
/// Tells whether there was one.
pub fn focus_step(from: &HtmlElement, selector: &str, by: i32) -> bool {
    let Ok(all) = gloo::utils::document().query_selector_all(selector) else { return false };
    let place = (0..all.length()).find(|at| all.item(*at).is_some_and(|node| node.is_same_node(Some(from))));
    let next = place.and_then(|at| at.checked_add_signed(by)).and_then(|at| all.item(at));
    let Some(next) = next.and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { return false };
    let _ = next.focus();
    true
}

/// Gives the focus to the first element that a selector finds, and brings it into view.
pub fn focus_first(selector: &str) {
    let found = gloo::utils::document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Brings the first element that a selector finds into the middle of the view.
pub fn show_first(selector: &str) {
    if let Some(element) = gloo::utils::document().query_selector(selector).ok().flatten() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The first input that a selector finds.
#[must_use]
pub fn first_input(selector: &str) -> Option<HtmlElement> {
    let found = gloo::utils::document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok())
}
