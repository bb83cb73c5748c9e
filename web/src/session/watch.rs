//! One selected value and whether it changed.

use std::cell::RefCell;
use std::rc::Rc;

use super::Session;

type Select<T> = Rc<dyn Fn(&Session) -> T>;

/// What a component selected last time, and how.
pub(super) struct Watch<T> {
    last: RefCell<Option<(Select<T>, T)>>,
}

impl<T> Default for Watch<T> {
    fn default() -> Self {
        Watch { last: RefCell::new(None) }
    }
}

impl<T: PartialEq + Clone> Watch<T> {
    /// Selects from the session, and remembers what and how.
    pub(super) fn select(&self, session: &Session, select: impl Fn(&Session) -> T + 'static) -> T {
        let value = select(session);
        *self.last.borrow_mut() = Some((Rc::new(select), value.clone()));
        value
    }

    /// Whether selecting now gives another value than last time.
    pub(super) fn is_stale(&self, session: &Session) -> bool {
        match &*self.last.borrow() {
            Some((select, last)) => select(session) != *last,
            None => true,
        }
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
