//! How components read the session.

use std::rc::Rc;

use gongsai::meet::Meet;
use gongsai_wording::Lang;
use yew::prelude::*;

use super::Session;
use super::watch::Watch;

/// The session. Its identity never changes, so this alone renders nothing again.
///
/// # Panics
/// Outside of the app's context.
#[hook]
pub fn use_session() -> Rc<Session> {
    use_context::<Rc<Session>>().expect("the app provides the session")
}

/// A value selected from the session; the component renders again only when that value changed.
#[hook]
pub fn use_selected<T, F>(select: F) -> T
where
    T: PartialEq + Clone + 'static,
    F: Fn(&Session) -> T + 'static,
{
    let session = use_session();
    let update = use_force_update();
    let watch = use_ref(Watch::default);
    let value = watch.select(&session, select);
    use_effect_with((), move |()| {
        let listener = {
            let (session, watch, update) = (session.clone(), watch.clone(), update.clone());
            move || {
                if watch.is_stale(&session) {
                    update.force_update();
                }
            }
        };
        // The session may have changed between the first rendering and this effect.
        listener();
        let subscription = session.subscribe(listener);
        move || drop(subscription)
    });
    value
}

/// A value selected from the open meet; the component renders again only when that value changed.
#[hook]
pub fn use_meet<T, F>(select: F) -> T
where
    T: PartialEq + Clone + 'static,
    F: Fn(&Meet) -> T + 'static,
{
    use_selected(move |session| session.with_meet(&select))
}

/// The language of the screens.
#[hook]
pub fn use_language() -> Lang {
    use_selected(Session::language)
}
