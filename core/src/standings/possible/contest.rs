//! How the points of one game (in basketball of the match) can be spread over the two who play it.

use super::span::{Made, Span};
use crate::regulations::{GameRule, ScoreRule};

/// The points of the winner and of the loser.
pub(super) type Points = (i64, i64);

/// The greatest number of points that a score can hold.
const MOST: i64 = u16::MAX as i64;

/// What one contest can end with.
#[derive(Clone, Debug, Default)]
pub(super) struct Contest {
    /// The corners of all that it can end with: each linear function of the points is least and greatest at one of them.
    pub(super) corners: Vec<Points>,
    /// Some that it can end with, the clearest win first.
    pub(super) ways: Vec<Points>,
    /// Whether these are all.
    is_whole: bool,
}

impl Contest {
    pub(super) fn of(score: &ScoreRule) -> Contest {
        match score {
            ScoreRule::Games(rule) => Contest::game(rule),
            ScoreRule::Total(_) => Contest { corners: vec![(1, 0), (MOST, 0), (MOST, MOST - 1)], ..Contest::default() },
        }
    }

    /// A game is told by the points of its loser: the winner has as many as he then needs. The winner's points are first
    /// the target, then the lead more than the loser's, then the cap; the corners are where that changes.
    fn game(rule: &GameRule) -> Contest {
        let (lead, target) = (i64::from(rule.lead).max(1), i64::from(rule.target).max(1));
        let cap = rule.cap.map(i64::from);
        let won = |lost: i64| cap.unwrap_or(MOST).min(target.max(lost + lead));
        let closest = cap.unwrap_or(MOST).min(if lead == 1 { target } else { MOST - lead + 1 }) - 1;
        let corner = |lost: &i64| (0..=closest).contains(lost);
        let mut turns = vec![0, target - lead, cap.unwrap_or(0) - lead, closest];
        turns.retain(corner);
        // Point by point up to the target, then a few steps, then the longest game.
        let plain = (target - lead).clamp(0, closest);
        let step = plain / 32 + 1;
        let mut ways: Vec<i64> = (0..=plain).step_by(usize::try_from(step).unwrap_or(1)).collect();
        ways.extend([plain, plain + 1, plain + 2, plain + 3, plain + 8, closest - 1, closest]);
        ways.retain(corner);
        let (turns, ways) = (crate::order::set(turns), crate::order::set(ways));
        let game = |lost: i64| (won(lost), lost);
        let is_whole = i64::try_from(ways.len()) == Ok(closest + 1);
        Contest { corners: turns.into_iter().map(game).collect(), ways: ways.into_iter().map(game).collect(), is_whole }
    }

    /// What the winner makes and lets in.
    pub(super) fn made(&self) -> Option<Made> {
        let one = |points: &Points| Made {
            won: Span::exact(points.0),
            lost: Span::exact(points.1),
            ahead: Span::exact(points.0 - points.1),
        };
        self.corners.iter().map(one).reduce(Made::hull)
    }

    /// All points of a match of which side A wins `a` games and side B wins `b`, if they are no more than `most`.
    pub(super) fn all(&self, a: usize, b: usize, most: usize) -> Option<Vec<Points>> {
        let mut sums = crate::order::set([(0, 0)]);
        for game in 0..a + b {
            if !self.is_whole || sums.len() > most {
                return None;
            }
            let turn = |(winner, loser): Points| if game < a { (winner, loser) } else { (loser, winner) };
            let ways = || self.ways.iter().copied().map(turn);
            sums = crate::order::set(sums.iter().flat_map(|sum| ways().map(move |way| (sum.0 + way.0, sum.1 + way.1))));
        }
        Some(sums.into_iter().collect()).filter(|sums: &Vec<Points>| self.is_whole && sums.len() <= most)
    }

    /// A few points of a match of which side A wins `a` games and side B wins `b`.
    pub(super) fn few(&self, a: usize, b: usize) -> Vec<Points> {
        let last = self.ways.len().saturating_sub(1);
        let (won, lost) = (i64::try_from(a).unwrap_or(0), i64::try_from(b).unwrap_or(0));
        let of = |place: usize| self.ways.get(place).copied().unwrap_or_default();
        let total = |one: Points, other: Points| (won * one.0 + lost * other.1, won * one.1 + lost * other.0);
        let places = [0, last / 4, last / 2, last];
        places.iter().flat_map(|one| places.iter().map(move |other| total(of(*one), of(*other)))).collect()
    }

    /// Points of a match of which side A wins `a` games and side B wins `b`: from the clearest for A to the clearest for B,
    /// by way of much and of few points in all.
    pub(super) fn matches(&self, a: usize, b: usize) -> Vec<Points> {
        let last = self.ways.len().saturating_sub(1);
        let of = |place: usize| self.ways.get(place).copied().unwrap_or_default();
        let total = |for_a: &[usize], for_b: &[usize]| {
            let won = for_a.iter().map(|place| of(*place));
            let lost = for_b.iter().map(|place| of(*place)).map(|(winner, loser)| (loser, winner));
            won.chain(lost).fold((0, 0), |sum, points| (sum.0 + points.0, sum.1 + points.1))
        };
        let mut found = Vec::new();
        for a_first in [true, false] {
            let (mut for_a, mut for_b) = (vec![0; a], vec![last; b]);
            found.push(total(&for_a, &for_b));
            for turn in [a_first, !a_first] {
                for game in 0..if turn { a } else { b } {
                    for step in 1..=last {
                        if turn {
                            for_a[game] = step;
                        } else {
                            for_b[game] = last - step;
                        }
                        found.push(total(&for_a, &for_b));
                    }
                }
            }
        }
        for (one, other) in (0..=last).flat_map(|one| (0..=last).map(move |other| (one, other))) {
            if one % 4 == 0 && other % 4 == 0 || one == last || other == last {
                found.push(total(&vec![one; a], &vec![other; b]));
            }
        }
        crate::order::set(found).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Game, check_game};

    /// All that a game can end with, tried one by one, up to 60 points.
    #[track_caller]
    fn check(rule: GameRule) {
        let contest = Contest::game(&rule);
        let all = (0..60_u16).flat_map(|a| (0..60_u16).map(move |b| Game { a, b }));
        let won: Vec<Points> = all
            .filter(|game| game.a > game.b && check_game(&rule, *game).is_ok())
            .map(|game| (game.a.into(), game.b.into()))
            .collect();
        for way in contest.corners.iter().chain(&contest.ways).filter(|(winner, _)| *winner < 60) {
            assert!(won.contains(way), "{rule:?}: {way:?}");
        }
        for (x, y) in (-5..=5).flat_map(|x| (-5..=5).map(move |y| (x, y))) {
            let linear = |points: &Points| points.0 * x + points.1 * y;
            let most = contest.corners.iter().map(linear).max();
            assert!(won.iter().map(linear).max() <= most, "{rule:?}: {x} {y}");
        }
    }

    #[test]
    fn every_game_lies_within_the_corners() {
        for (target, lead, cap) in [(11, 2, None), (21, 2, Some(30)), (11, 1, None), (2, 2, Some(3)), (5, 3, Some(7))] {
            check(GameRule { lead, cap, ..GameRule::to(target, 3) });
        }
        for (target, lead, cap) in [(1, 1, Some(1)), (7, 2, Some(5)), (2, 5, None), (3, 1, Some(9)), (4, 0, None)] {
            check(GameRule { lead, cap, ..GameRule::to(target, 1) });
        }
    }
}
