//! Who wants to know that the session changed.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

type Listener = Rc<dyn Fn()>;

#[derive(Default)]
struct Inner {
    next: Cell<u64>,
    /// In the order of their numbers.
    listening: RefCell<Vec<(u64, Listener)>>,
}

impl Inner {
    fn get(&self, number: u64) -> Option<Listener> {
        let listening = self.listening.borrow();
        let place = listening.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        Some(listening[place].1.clone())
    }
}

/// The listeners of a session, called in the order in which they came.
#[derive(Default)]
pub(super) struct Listeners(Rc<Inner>);

/// Listens until it is dropped.
pub struct Subscription {
    number: u64,
    inner: Weak<Inner>,
}

impl Listeners {
    pub(super) fn add(&self, listener: impl Fn() + 'static) -> Subscription {
        let number = self.0.next.get();
        self.0.next.set(number + 1);
        self.0.listening.borrow_mut().push((number, Rc::new(listener)));
        Subscription { number, inner: Rc::downgrade(&self.0) }
    }

    /// Calls everyone who listens; a listener may come or go meanwhile.
    pub(super) fn call(&self) {
        let numbers: Vec<u64> = self.0.listening.borrow().iter().map(|(number, _)| *number).collect();
        for number in numbers {
            let listener = self.0.get(number);
            if let Some(listener) = listener {
                listener();
            }
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(inner) = self.inner.upgrade() {
            inner.listening.borrow_mut().retain(|(number, _)| *number != self.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_left_is_not_called() {
        let (listeners, count) = (Listeners::default(), Rc::new(Cell::new(0)));
        let counted = count.clone();
        let listening = listeners.add(move || counted.set(counted.get() + 1));
        listeners.call();
        drop(listening);
        listeners.call();
        assert_eq!(count.get(), 1);
    }
}
