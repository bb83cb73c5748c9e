//! Bounds of the places that hold even if others do not appear, give up or are disqualified.

use super::{MOST_OPEN, Unfinished};
use crate::regulations::{PointRule, Withdrawal};
use crate::side::{BySide, Side};
use crate::standings::WonLost;
use crate::standings::ledger::Ledger;
use crate::standings::removal;

/// The best and the worst place of each entrant by match points alone, when it plays on itself; none for one who is
/// deleted.
///
/// Where results stand, others have most match points when they lose as the point rule pays best, and fewest when it pays
/// least; equal match points can place either way. Where they are deleted, all sets of others who still have a match to
/// play may go.
pub(super) fn always(rest: &Unfinished<'_>) -> Vec<Option<(usize, usize)>> {
    let entrants = rest.group.entrants;
    let removed = removal::removed(rest.rules, rest.options, rest.group);
    let is_here = |entrant: usize| removed.get(entrant) == Some(&false);
    let open: Vec<BySide<usize>> =
        rest.open.iter().copied().filter(|open| open.a != open.b && is_here(open.a) && is_here(open.b)).collect();
    let ledger = Ledger::of(rest.group, &removed, &rest.rules.points, rest.options.walkover.or(rest.rules.walkover));
    let here: Vec<usize> = (0..entrants).filter(|entrant| is_here(*entrant)).collect();
    let pair = |one: usize, other: usize| {
        let WonLost { won, .. } = ledger.count(one, crate::regulations::Unit::MatchPoints, Some(&[other]));
        won
    };
    let points: Vec<Vec<i64>> =
        (0..entrants).map(|one| (0..entrants).map(|other| pair(one, other)).collect()).collect();
    let group = Group { points: &points, open: &open, rule: &rest.rules.points };
    let deletes = match rest.options.withdrawal.unwrap_or(rest.rules.withdrawal) {
        Withdrawal::Keep => false,
        Withdrawal::Delete | Withdrawal::Half | Withdrawal::Absences(_) => true,
    };
    let bounds = |entrant: usize| {
        is_here(entrant).then(|| {
            let others = || here.iter().copied().filter(|other| *other != entrant);
            let leaving: Vec<usize> = others()
                .filter(|other| deletes && open.iter().any(|open| open.a == *other || open.b == *other))
                .collect();
            if open.len() + leaving.len() > MOST_OPEN || !rest.rules.is_plain() {
                return (1, here.len());
            }
            let ways = (0..1_usize << leaving.len()).map(|way| {
                let gone = |other: &usize| {
                    leaving.iter().position(|leaving| leaving == other).is_some_and(|place| way >> place & 1 == 1)
                };
                group.bounds(entrant, &others().filter(|other| !gone(other)).collect::<Vec<_>>())
            });
            ways.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).unwrap_or((1, here.len()))
        })
    };
    (0..entrants).map(bounds).collect()
}

/// Match points of each against each, the open matches, and what they are worth.
struct Group<'a> {
    points: &'a [Vec<i64>],
    open: &'a [BySide<usize>],
    rule: &'a PointRule,
}

impl Group<'_> {
    /// The best and the worst place of an entrant among these others.
    fn bounds(&self, entrant: usize, others: &[usize]) -> (usize, usize) {
        let stays = |one: usize| one == entrant || others.contains(&one);
        let open: Vec<&BySide<usize>> = self.open.iter().filter(|open| stays(open.a) && stays(open.b)).collect();
        let PointRule { win, loss, unfinished, unplayed, .. } = *self.rule;
        let (win, own): (i64, i64) = (win.into(), loss.into());
        let losses: [i64; 3] = [loss, unfinished, unplayed].map(i64::from);
        let [most, least] = [losses.into_iter().max(), losses.into_iter().min()].map(Option::unwrap_or_default);
        let fixed = |one: usize| {
            let row = self.points.get(one).into_iter().flatten().enumerate();
            row.filter(|(other, _)| stays(*other)).map(|(_, points)| points).sum::<i64>()
        };
        let fixed: Vec<(usize, i64)> = others.iter().copied().chain([entrant]).map(|one| (one, fixed(one))).collect();
        let mut bounds = (others.len() + 1, 1);
        for way in 0..1_usize << open.len() {
            // The winner of each. Between two others perhaps neither appears: then nobody wins.
            let total = |one: usize, fixed: i64, lost: i64, is_won: bool| {
                let matches = open.iter().enumerate().filter(|(_, open)| open.a == one || open.b == one);
                let worth = |(index, open): (usize, &&BySide<usize>)| {
                    let winner = if way >> index & 1 == 1 { Side::A } else { Side::B };
                    let is_own = open.a == entrant || open.b == entrant;
                    if open[winner] == one && (is_own || is_won) { win } else { lost }
                };
                fixed + matches.map(worth).sum::<i64>()
            };
            let Some(mine) = fixed.last().map(|(one, fixed)| total(*one, *fixed, own, true)) else { continue };
            let rest = || fixed.iter().take(others.len());
            let above = rest().filter(|(one, fixed)| total(*one, *fixed, least, false) > mine).count();
            let not_below = rest().filter(|(one, fixed)| total(*one, *fixed, most, true) >= mine).count();
            bounds = (bounds.0.min(above + 1), bounds.1.max(not_below + 1));
        }
        bounds
    }
}
