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
