//! Requests and transactions of `IndexedDB` as futures.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest, IdbTransaction};

use crate::session::SaveFailure;

/// The result of a request.
pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, SaveFailure> {
    let promise = Promise::new(&mut |resolve, reject| {
        let succeeded = {
            let request = request.clone();
            Closure::once_into_js(move || {
                resolve.call1(&JsValue::NULL, &request.result().unwrap_or(JsValue::UNDEFINED))
            })
        };
        let failed = {
            let request = request.clone();
            Closure::once_into_js(move || reject.call1(&JsValue::NULL, &error_of(&request)))
        };
        request.set_onsuccess(Some(succeeded.unchecked_ref()));
        request.set_onerror(Some(failed.unchecked_ref()));
    });
    JsFuture::from(promise).await.map_err(|error| failure(&error))
}

/// Done when the transaction is, with everything in it.
pub(super) async fn completion(transaction: &IdbTransaction) -> Result<(), SaveFailure> {
    let promise = Promise::new(&mut |resolve, reject| {
        let completed = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
        let aborted = {
            let transaction = transaction.clone();
            Closure::once_into_js(move || {
                let error = transaction.error().map_or(JsValue::UNDEFINED, JsValue::from);
                reject.call1(&JsValue::NULL, &error)
            })
        };
        transaction.set_oncomplete(Some(completed.unchecked_ref()));
        transaction.set_onabort(Some(aborted.unchecked_ref()));
    });
    JsFuture::from(promise).await.map(|_| ()).map_err(|error| failure(&error))
}

fn error_of(request: &IdbRequest) -> JsValue {
    request.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from)
}

/// The browser's error as a reason that the screens can word.
pub(super) fn failure(error: &JsValue) -> SaveFailure {
    let Some(error) = error.dyn_ref::<DomException>() else {
        return SaveFailure::Other(error.as_string().unwrap_or_else(|| format!("{error:?}")));
    };
    match error.name().as_str() {
        "QuotaExceededError" => SaveFailure::Full,
        "ConstraintError" => SaveFailure::OtherTab,
        "VersionError" => SaveFailure::Newer,
        "SecurityError" | "InvalidStateError" => SaveFailure::Unavailable,
        name => SaveFailure::Other(format!("{name}: {}", error.message())),
    }
}
