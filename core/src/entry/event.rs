//! The events that a form names.

use crate::id::EventId;
use crate::regulations::{Event, Kind, Regulations, Sport};
use crate::text::plain;

/// The events of one sport.
#[derive(Clone, Copy, Debug)]
pub(super) struct Events<'a> {
    regulations: &'a Regulations,
    sport: Sport,
}

impl<'a> Events<'a> {
    pub(super) fn of(regulations: &'a Regulations, sport: Sport) -> Self {
        Events { regulations, sport }
    }

    pub(super) fn all(self) -> impl Iterator<Item = &'a Event> {
        self.regulations.events.iter().filter(move |event| event.sport == self.sport)
    }

    /// The event that a form calls by this name, when only one can be meant.
    pub(super) fn named(self, name: &str) -> Option<&'a Event> {
        let exact = |event: &&Event| plain(&event.form) == plain(name) || event.id.as_str() == name.trim();
        if let Some(event) = only(self.all().filter(exact)) {
            return Some(event);
        }
        let wanted = key(name, self.sport);
        only(
            self.all().filter(|event| key(&event.form, self.sport) == wanted || key(&event.name, self.sport) == wanted),
        )
    }

    /// The event of an id, if it is played by two.
    pub(super) fn doubles(self, id: &EventId) -> Option<&'a Event> {
        self.all().find(|event| event.id == *id && matches!(event.kind, Kind::Doubles | Kind::MixedDoubles))
    }

    /// The event, where the sport has but one.
    pub(super) fn only(self) -> Option<&'a Event> {
        only(self.all())
    }
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// A name of an event in its shortest form: `羽毛球混合双打` and `混双` are one.
fn key(name: &str, sport: Sport) -> String {
    let mut key = plain(name).replace(sport.chinese(), "");
    for (long, short) in [
        ("单打", "单"),
        ("双打", "双"),
        ("团体赛", "团"),
        ("团体", "团"),
        ("混合", "混"),
        ("男子", "男"),
        ("女子", "女"),
        ("男篮", "男"),
        ("女篮", "女"),
        ("男排", "男"),
        ("女排", "女"),
        ("男足", "男"),
        ("女足", "女"),
    ] {
        key = key.replace(long, short);
    }
    key
}
