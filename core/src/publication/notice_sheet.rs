//! The public notice of who passed, by sport and unit: names, sex and events, and nothing else of anybody.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::people::{Public, public_of};
use crate::date::Date;
use crate::id::UnitId;
use crate::meet::Meet;
use crate::order;
use crate::regulations::Sport;

/// A public notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeSheet {
    /// Its number, from 1.
    pub number: u16,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// How many are named.
    pub count: usize,
    /// Who is named, in the order of the sports and of the names of units.
    pub lists: Vec<NoticeList>,
}

/// The people of one unit in one sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeList {
    /// The sport.
    pub sport: Sport,
    /// The unit, by name.
    pub unit: Arc<str>,
    /// The people, in the order of the form.
    pub people: Vec<Public>,
}

/// A notice by its number, from 1. None where there is none.
#[must_use]
pub fn notice_sheet(meet: &Meet, number: u16) -> Option<NoticeSheet> {
    let notice = meet.admissions().notices().get(usize::from(number).checked_sub(1)?)?;
    let entered = meet.events_by_person();
    let mut lists: BTreeMap<(Sport, Arc<str>, UnitId), Vec<Public>> = BTreeMap::new();
    // The order of the form where it still names them; who was taken off it since comes last.
    let listed: Vec<_> = meet.candidacies().map(|(_, who)| who).filter(|who| notice.people.contains(who)).collect();
    let on_forms = order::set(listed.iter().copied());
    for who in listed.into_iter().chain(notice.people.difference(&on_forms).copied()) {
        let Some((person, unit)) = public_of(meet, &entered, who).zip(meet.people().get(&who.0).map(|one| one.unit))
        else {
            continue;
        };
        lists.entry((who.1, person.unit.clone(), unit)).or_default().push(person);
    }
    let lists = lists.into_iter().map(|((sport, unit, _), people)| NoticeList { sport, unit, people });
    let count = notice.people.len();
    Some(NoticeSheet { number, from: notice.from, until: notice.until, count, lists: lists.collect() })
}
