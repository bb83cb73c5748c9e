//! A lot among a few: who comes first where no rule says it.

use super::seed::{Lot, Seed};

/// The numbers from 0 to `count` − 1 in the order that a seed gives: whoever knows the seed comes to the same order, and
/// every order is equally likely.
///
/// ```
/// use gongsai::draw::lot_order;
/// let order = lot_order(4, "掷币 3 次");
/// assert_eq!(order, lot_order(4, "掷币 3 次"));
/// let mut all = order.clone();
/// all.sort_unstable();
/// assert_eq!(all, [0, 1, 2, 3]);
/// ```
#[must_use]
pub fn lot_order(count: usize, seed: &str) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    Lot::new(Seed::of_text(seed)).shuffle(&mut order);
    order
}
