//! The sample files that come with the app.

use gloo::file::File;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A sample file as if it had been chosen; none when this build has none of that name.
pub async fn file(name: &str) -> Option<File> {
    Some(File::new(name, text(name).await?.as_str()))
}

/// The text of a sample file; none when this build has none of that name.
pub async fn text(name: &str) -> Option<String> {
    let app = Reflect::get(&gloo::utils::window(), &"gongsai".into()).ok()?;
    let sample: Function = Reflect::get(&app, &"sample".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = sample.call1(&app, &JsValue::from(name)).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
