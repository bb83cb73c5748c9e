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
    let watch = use_watch(&session);
    watch.select(&session, select)
}

/// Renders the component again when what the watch remembers is stale.
#[hook]
fn use_watch(session: &Rc<Session>) -> Rc<Watch> {
    let update = use_force_update();
    let watch = use_ref(Watch::default);
    let (session, listened) = (session.clone(), watch.clone());
    use_effect_with((), move |()| {
        let listener = {
            let session = session.clone();
            move || {
                if listened.is_stale(&session) {
                    update.force_update();
                }
            }
        };
        // The session may have changed between the first rendering and this effect.
        listener();
        let subscription = session.subscribe(listener);
        move || drop(subscription)
    });
    watch
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
