//! Recorded lots.

use crate::order;

/// The order that a recorded lot gives to `equal`: the latest lot that names all of them.
pub(super) fn order(lots: &[Vec<usize>], equal: &[usize]) -> Option<Vec<usize>> {
    let place = |lot: &[usize], entrant: usize| lot.iter().position(|drawn| *drawn == entrant);
    lots.iter().rev().find_map(|lot| {
        let places: Option<Vec<_>> = equal.iter().map(|entrant| Some((place(lot, *entrant)?, *entrant))).collect();
        let mut places = places?;
        order::sort(&mut places);
        Some(places.into_iter().map(|(_, entrant)| entrant).collect())
    })
}
