//! The page around the app: its title, language and theme, and what happens when it is left.

use gloo::events::{EventListener, EventListenerOptions};
use gongsai_wording::Lang;
use wasm_bindgen::JsCast;

use crate::session::Theme;

/// The window's title.
pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Opens the device's dialog for printing.
pub fn print() {
    let _ = gloo::utils::window().print();
}

/// The language of the page, for fonts, voices and hyphenation, and its theme, for the style sheets.
pub fn set_look(language: Lang, theme: Theme) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    let language = match language {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    };
    let _ = root.set_attribute("lang", language);
    let _ = match theme {
        Theme::Device => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Asks before the page is left while `is_unsaved` says so.
pub fn ask_before_leaving(is_unsaved: impl Fn() -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, move |event| {
        if is_unsaved() {
            event.prevent_default();
        }
    })
}

/// Calls for each key that is pressed anywhere, except while something is being typed.
pub fn on_key(pressed: impl Fn(&web_sys::KeyboardEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let typing = target.is_some_and(|element| {
            let name = element.tag_name();
            ["INPUT", "TEXTAREA", "SELECT"].contains(&name.as_str())
                || element.closest("dialog").ok().flatten().is_some()
        });
        if !typing && !event.is_composing() && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            pressed(event);
        }
    })
}

/// Scrolls the page to its top, and the current step of the rail into view where the rail is a bar.
pub fn scroll_to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
    let Ok(Some(current)) = gloo::utils::document().query_selector(".rail-step.current") else { return };
    let (Some(rail), Ok(current)) =
        (current.closest(".rail").ok().flatten(), current.dyn_into::<web_sys::HtmlElement>())
    else {
        return;
    };
    // Only sideways: the page itself stays where it is.
    rail.set_scroll_left(current.offset_left() - (rail.client_width() - current.offset_width()) / 2);
}

/// Loads the page anew.
pub fn reload() {
    let _ = gloo::utils::window().location().reload();
}

/// Whether the page is too narrow for panes side by side.
#[must_use]
pub fn is_narrow() -> bool {
    let width = gloo::utils::window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width < 1024.0)
}

/// Brings an element into view and gives it the focus.
pub fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
