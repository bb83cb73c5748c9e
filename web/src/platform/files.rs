//! Files that a person gives to the app, and files that it gives back.

use gloo::file::{Blob, File, FileList, ObjectUrl};
use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, HtmlAnchorElement, HtmlInputElement};

/// The files chosen in an input; the input is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = input.files().map(FileList::from).map(|files| files.to_vec()).unwrap_or_default();
    input.set_value("");
    files
}

/// The files dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    let files = event.data_transfer().and_then(|data| data.files());
    files.map(FileList::from).map(|files| files.to_vec()).unwrap_or_default()
}

/// The bytes of a file, as the browser holds them; none when the file cannot be read any more.
pub async fn bytes(file: &File) -> Option<ArrayBuffer> {
    let blob: &web_sys::Blob = file.as_ref();
    JsFuture::from(blob.array_buffer()).await.ok()?.dyn_into().ok()
}

/// The text of a file in UTF-8; none when the file cannot be read any more.
pub async fn text(file: &File) -> Option<String> {
    let blob: &web_sys::Blob = file.as_ref();
    JsFuture::from(blob.text()).await.ok()?.as_string()
}

/// Gives a text to the person as a file of this name.
pub fn download(name: &str, kind: &str, text: &str) {
    give(name, Blob::new_with_options(text, Some(kind)));
}

/// Gives bytes to the person as a file of this name.
pub fn download_bytes(name: &str, kind: &str, bytes: ArrayBuffer) {
    give(name, Blob::new_with_options(bytes, Some(kind)));
}

fn give(name: &str, blob: Blob) {
    let url = ObjectUrl::from(blob);
    let anchor = gloo::utils::document().create_element("a").ok();
    let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser takes the address at the click; a moment later nobody needs it.
    gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
}

/// A file name of a title: without what file systems do not take.
#[must_use]
pub fn plain_name(title: &str, extension: &str) -> String {
    let plain: String = title.chars().map(|c| if "\\/:*?\"<>|".contains(c) { '-' } else { c }).collect();
    format!("{plain}.{extension}")
}
