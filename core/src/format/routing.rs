//! Which loser of a double elimination goes where, so that two who met meet again as late as can be.
//!
//! The loser side of a draw of `N = 2^k` has `2k - 2` rounds: in round `2r - 2` the losers of winner round `r` come in, in the
//! rounds between the winners of the loser side meet each other. A routing is, for each winner round, an order in which
//! its losers come in. Two who met in a winner match meet again where the ways of its loser and of its winner, who lost a later
//! match above it, come together.
//!
//! **The bound.** Ask for no such meeting before loser round `v`. Cut the loser side before round `v`: it falls into
//! `B = N / 2^(v / 2 + 1)` trees (`v / 2` rounded down), which hold the losers of the first `s = v / 2` winner rounds
//! (rounded up). Take a winner match of round `s` and a way down from it to round 1: the `s` matches on it feed each other, so their
//! losers must all go to different trees. Hence `s <= B`, whatever the routing.
//!
//! **The routing.** Where `s <= B`, the losers of winner round `r <= s` keep their order but for the tree: the one that
//! would go to tree `t` goes to tree `t xor (r - 1)`. Two matches of which one feeds the other would go to the same
//! `t`, and `r - 1 < s <= B` differs, so they go to different trees: the bound is met. So the greatest `v` with
//! `s * 2^(v / 2 + 1) <= N` is the best that any routing of these rounds gives, for every `N`.
//!
//! | N | 4 | 8 | 16 | 32 | 64 | 128 | 256 | 512 | 1024 | 4096 |
//! |---|---|---|---|---|---|---|---|---|---|---|
//! | first loser round with a second meeting | 2 | 3 | 4 | 5 | 7 | 8 | 9 | 11 | 13 | 16 |
//!
//! Byes take meetings away and add none, so for other numbers of entrants it is that round of the next power of two,
//! or a later one; that it is then the best possible is not shown. Nor is it shown that as few pairs as possible can
//! meet again in that round.

/// The first loser round in which two who met can meet again, in a draw of `size` positions; no routing makes it later.
///
/// 1 for sizes below 4, where there is no choice.
///
/// ```
/// use gongsai::format::routing::first_rematch;
/// assert_eq!([8, 16, 32, 64, 128, 256, 512, 1024].map(first_rematch), [3, 4, 5, 7, 8, 9, 11, 13]);
/// ```
#[must_use]
pub fn first_rematch(size: u32) -> u32 {
    let fits = |v: &u32| u64::from(v.div_ceil(2)) << (v / 2 + 1) <= u64::from(size);
    (1..).take_while(fits).last().unwrap_or(1)
}

/// Of a draw of `size` positions: the loser of match `i` of winner round `round` (from 2; `i` from 0) comes in at place
/// `i xor` this number.
///
/// ```
/// use gongsai::format::routing::mask;
/// assert_eq!([2, 3, 4, 5, 6].map(|round| mask(64, round)), [4, 4, 3, 0, 0]);
/// ```
#[must_use]
pub fn mask(size: u32, round: u32) -> u32 {
    let v = first_rematch(size);
    let moved = (1..=v.div_ceil(2)).contains(&round);
    if moved { (round - 1) << (v / 2 + 1).saturating_sub(round) } else { 0 }
}
