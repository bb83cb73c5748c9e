//! The sample files that come with the app.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The text of a sample file; none when this build has none of that name.
pub async fn text(name: &str) -> Option<String> {
    let app = Reflect::get(&gloo::utils::window(), &"gongsai".into()).ok()?;
    let sample: Function = Reflect::get(&app, &"sample".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = sample.call1(&app, &JsValue::from(name)).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
