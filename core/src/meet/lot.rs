//! The order of entries that no rule separates, and how it came about: a lot, or a match.

use super::play::changed;
use super::{Effects, Meet, Refused};
use crate::draw;
use crate::id::{EntryId, EventId};
use crate::order;

/// How the order of equal entries came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LotBy {
    /// A lot drawn by hand.
    #[default]
    Hand,
    /// A lot by this seed: whoever knows it comes to the same order ([`Meet::lot_order`]).
    Seed(String),
    /// A match 加赛, with its result in words.
    Match(String),
}

impl Meet {
    /// The order that a seed gives to equal entries, in whatever order they are named.
    #[must_use]
    pub fn lot_order(entries: &[EntryId], seed: &str) -> Vec<EntryId> {
        let mut entries = entries.to_vec();
        order::sort(&mut entries);
        let places = draw::lot_order(entries.len(), seed);
        places.into_iter().filter_map(|place| entries.get(place).copied()).collect()
    }

    pub(super) fn keep_lot(
        &mut self,
        event: &EventId,
        group: u16,
        order: &[EntryId],
        by: &LotBy,
    ) -> Result<Effects, Refused> {
        match by {
            LotBy::Hand => {}
            LotBy::Seed(seed) if Meet::lot_order(order, seed) != order => return Err(Refused::LotDiffers),
            LotBy::Seed(_) => {}
            LotBy::Match(result) if result.trim().is_empty() => return Err(Refused::NoMatchResult),
            LotBy::Match(_) => {}
        }
        let state = self.event_state(event)?;
        let (entries, standings) = state.ranking().standings(&state.bracket, group).ok_or(Refused::NoGroup(group))?;
        let named = |set: &Vec<usize>| {
            let mut set: Vec<EntryId> = set.iter().filter_map(|index| entries.get(*index).copied()).collect();
            let mut order = order.to_vec();
            order::sort(&mut set);
            order::sort(&mut order);
            set == order
        };
        if !standings.unresolved.iter().any(named) {
            return Err(Refused::LotNotNeeded);
        }
        state.lots.entry(group).or_default().push(order.to_vec());
        match state.settle(group) {
            Ok(touched) => Ok(changed(event, touched)),
            Err(refused) => {
                state.lots.entry(group).and_modify(|lots| drop(lots.pop()));
                Err(refused.into())
            }
        }
    }
}
