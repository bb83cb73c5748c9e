//! What one component selected, and whether it changed.

use std::cell::RefCell;

use super::Session;

/// Tells of a session whether it gives another value than the one that a component shows.
type IsStale = Box<dyn Fn(&Session) -> bool>;

/// What a component selected last time. Knows no type, so that all components share what stands around it.
#[derive(Default)]
pub(super) struct Watch(RefCell<Option<IsStale>>);

impl Watch {
    /// Selects from the session, and remembers what and how.
    pub(super) fn select<T>(&self, session: &Session, select: impl Fn(&Session) -> T + 'static) -> T
    where
        T: PartialEq + Clone + 'static,
    {
        let value = select(session);
        let last = value.clone();
        self.0.replace(Some(Box::new(move |session| select(session) != last)));
        value
    }

    /// Whether selecting now gives another value than last time.
    pub(super) fn is_stale(&self, session: &Session) -> bool {
        self.0.borrow().as_ref().is_none_or(|is_stale| is_stale(session))
    }
}

#[cfg(test)]
mod tests {
    use gongsai::document::regulations_from_toml;
    use gongsai::id::{DeviceId, MeetId};
    use gongsai::meet::Command;
    use gongsai_wording::Lang;

    use super::*;
    use crate::session::{Opened, Theme, World};

    const REGULATIONS: &str = include_str!("../../sample/regulation.toml");

    #[test]
    fn only_a_change_of_the_selected_value_is_a_change() {
        let session = Session::new(World::still(), DeviceId(1), Lang::Zh, Theme::Device);
        session.open(Opened::new(MeetId(1)));
        let watch = Watch::default();
        let count = watch.select(&session, |session| {
            session.with_meet(|meet| meet.regulations().map(|regulations| regulations.events.len()))
        });
        assert_eq!(count, None);
        session.set_language(Lang::En);
        assert!(!watch.is_stale(&session), "another value changed");
        let draft = regulations_from_toml(REGULATIONS).expect("values");
        session.submit(Command::SetRegulations(draft)).expect("sound");
        assert!(watch.is_stale(&session), "the selected value changed");
    }
}
