//! The ranking of a group.

use super::criterion::{criteria, value};
use super::ledger::Ledger;
use super::{GroupResults, Options, Reason, Standings, Value, Why, lot, removal};
use crate::order;
use crate::regulations::{Criterion, RankingRules, Restart, Scope};

/// Ranks the entrants of a group by a rule set, and says why each tie was broken (`rules.md` A).
///
/// Entrants are sorted by match points (or by matches won, as the rule set says) and cut into sets of equals; each set is resolved on its own. The first
/// criterion that separates anybody cuts it again. Then the smaller sets start from the first criterion with their
/// own matches (FIBA D.1.4, ITTF 3.7.5.3), or go on with the next, and two are separated by the match between them
/// (BWF GCR 16.2). A set that nothing separates shares a rank and is `unresolved`, until a lot is recorded for it.
/// A group in play is ranked by what is played.
///
/// # Complexity
/// O(c · m · k · log n) for c criteria, m matches and k successive cuts of one set (at most n); no recursion.
///
/// ```
/// use gongsai::regulations::RankingRules;
/// use gongsai::score::{Ending, Tally};
/// use gongsai::side::{BySide, Side};
/// use gongsai::standings::{GroupResults, Meeting, Options, rank};
/// let rules = RankingRules::named("fiba_2014+").unwrap();
/// let game = |a, b, points: BySide<u32>| Meeting {
///     a,
///     b,
///     round: 0,
///     tally: Tally { winner: points.greater(), ending: Ending::Played, points, ..Tally::NOTHING },
/// };
/// let matches = vec![
///     game(0, 1, BySide { a: 70, b: 60 }),
///     game(1, 2, BySide { a: 80, b: 60 }),
///     game(2, 0, BySide { a: 70, b: 65 }),
/// ];
/// let group = GroupResults { entrants: 3, matches, finished: true, ..GroupResults::default() };
/// let table = rank(&rules, &Options::default(), &group);
/// assert_eq!(table.order, [1, 0, 2]);
/// assert_eq!(table.why[0].by.id(), "h2h_diff");
/// ```
#[must_use]
pub fn rank(rules: &RankingRules, options: &Options, group: &GroupResults) -> Standings {
    ranked(rules, criteria(rules, options), options, group, group.entrants)
}

/// Ranks the first `compared` entrants of a group by these criteria; the others are only met by them.
pub(super) fn ranked(
    rules: &RankingRules,
    criteria: Vec<Criterion>,
    options: &Options,
    group: &GroupResults,
    compared: usize,
) -> Standings {
    let removed = removal::removed(rules, options, group);
    let ledger = Ledger::of(group, &removed, &rules.points, options.walkover.or(rules.walkover));
    let ranking = Ranking { rules, criteria, ledger: &ledger };
    let (gone, here): (Vec<usize>, Vec<usize>) = (0..compared).partition(|entrant| removed[*entrant]);

    let mut standings = Standings { removed: gone, ..Standings::default() };
    let first = |entrant: &usize| Value::Count(ledger.count(*entrant, rules.first, None).won);
    let mut waiting: Vec<Set> = cut(&here, first).parts.into_iter().map(Set::whole).rev().collect();
    while let Some(set) = waiting.pop() {
        if let [entrant] = set.equal.as_slice() {
            standings.place(&[*entrant]);
            continue;
        }
        if let Some((by, cut, next)) = ranking.separate(&set) {
            standings.why.push(Why { entrants: cut.order, by, values: cut.values, clause: rules.clause.clone() });
            waiting.extend(cut.parts.into_iter().rev().map(|equal| ranking.part(&set, equal, next)));
        } else if let Some(again) = set.again() {
            waiting.push(again);
        } else {
            standings.settle(rules, group, &set.equal);
        }
    }
    standings.rows = standings.order.iter().map(|entrant| ledger.row(*entrant)).collect();
    standings
}

/// Entrants equal so far, in ascending order.
struct Set {
    equal: Vec<usize>,
    /// Those between whom the matches count, of criteria among the equal: these, or more (UEFA).
    among: Vec<usize>,
    /// The criterion that comes next.
    next: usize,
}

impl Set {
    fn whole(equal: Vec<usize>) -> Set {
        Set { among: equal.clone(), equal, next: 0 }
    }

    /// What is still equal after the criteria among more: it starts again with its own matches.
    fn again(&self) -> Option<Set> {
        (self.equal.len() < self.among.len()).then(|| Set::whole(self.equal.clone()))
    }
}

/// A set cut by a value.
struct Cut {
    /// The entrants, better first.
    order: Vec<usize>,
    /// Their values.
    values: Vec<Value>,
    /// The sets of equal value, better first, each in ascending order.
    parts: Vec<Vec<usize>>,
}

/// Cuts a set in ascending order by a value, greatest first.
fn cut(equal: &[usize], value: impl Fn(&usize) -> Value) -> Cut {
    let mut valued: Vec<(usize, Value)> = equal.iter().map(|entrant| (*entrant, value(entrant))).collect();
    order::sort_by(&mut valued, |one, other| other.1.compare(&one.1));
    let parts = valued.chunk_by(|one, other| one.1.compare(&other.1).is_eq());
    let parts = parts.map(|part| part.iter().map(|(entrant, _)| *entrant).collect()).collect();
    let (order, values) = valued.into_iter().unzip();
    Cut { order, values, parts }
}

struct Ranking<'a> {
    rules: &'a RankingRules,
    criteria: Vec<Criterion>,
    ledger: &'a Ledger,
}

impl Ranking<'_> {
    /// How many criteria among the equal come first.
    fn tied(&self) -> usize {
        self.criteria.iter().take_while(|criterion| criterion.scope == Scope::Tied).count()
    }

    /// A part of a set that was cut, and the criterion at which it goes on.
    fn part(&self, set: &Set, equal: Vec<usize>, next: usize) -> Set {
        let keeps = self.rules.restart == Restart::AfterTied && next <= self.tied();
        Set { among: if keeps { set.among.clone() } else { equal.clone() }, equal, next }
    }

    /// What separates a set first, and the criterion at which its parts go on; nothing when nothing does.
    fn separate(&self, set: &Set) -> Option<(Reason, Cut, usize)> {
        let separates = |cut: &Cut| cut.parts.len() > 1;
        if self.rules.restart == Restart::TwoByMatch && set.equal.len() == 2 {
            let wins = cut(&set.equal, |entrant| Value::Count(self.ledger.wins(*entrant, &set.equal)));
            if separates(&wins) {
                return Some((Reason::Match, wins, set.next));
            }
        }
        let last = if set.equal.len() < set.among.len() { self.tied() } else { self.criteria.len() };
        self.criteria.iter().enumerate().take(last).skip(set.next).find_map(|(index, criterion)| {
            let cut = cut(&set.equal, |entrant| value(self.ledger, criterion, *entrant, &set.among));
            let next = match self.rules.restart {
                Restart::FromBeginning => 0,
                Restart::TwoByMatch | Restart::GoOn | Restart::AfterTied => index + 1,
            };
            Some((Reason::Criterion(*criterion), cut, next)).filter(|(_, cut, _)| separates(cut))
        })
    }
}

impl Standings {
    /// Puts equal entrants below all others so far.
    fn place(&mut self, equal: &[usize]) {
        let rank = self.order.len() + 1;
        self.order.extend_from_slice(equal);
        self.ranks.extend(equal.iter().map(|_| rank));
    }

    /// Places a set that no criterion separates: by a recorded lot of a finished group, else together.
    fn settle(&mut self, rules: &RankingRules, group: &GroupResults, equal: &[usize]) {
        let clause = rules.clause.clone();
        let drawn = if group.finished { lot::order(&group.lots, equal) } else { None };
        if let Some(order) = drawn {
            let values = (1..).take(order.len()).map(Value::Count).collect();
            order.iter().for_each(|entrant| self.place(&[*entrant]));
            self.why.push(Why { entrants: order, by: Reason::Lot, values, clause });
            return;
        }
        self.place(equal);
        self.unresolved.push(equal.to_vec());
        if group.finished {
            self.why.push(Why { entrants: equal.to_vec(), by: Reason::LotNeeded, values: Vec::new(), clause });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Ending, Tally};
    use crate::side::{BySide, Side};
    use crate::standings::Meeting;

    /// A group drawn as results: `0>1 21:10` (points), `0>1` (no points), `0w1` (1 did not come), `0x1` (neither came).
    fn group(entrants: usize, results: &str, lots: &[&[usize]]) -> GroupResults {
        let mut group = GroupResults { entrants, finished: true, ..GroupResults::default() };
        group.lots = lots.iter().map(|lot| lot.to_vec()).collect();
        for text in results.split(", ") {
            let (pair, points) = text.split_once(' ').unwrap_or((text, "0:0"));
            let number = |place: usize| pair[place..place + 1].parse().unwrap();
            let points = points.split_once(':').map(|(a, b)| BySide { a: a.parse().unwrap(), b: b.parse().unwrap() });
            let tally = Tally { winner: Some(Side::A), points: points.unwrap(), ..Tally::NOTHING };
            let tally = match &pair[1..2] {
                ">" => Tally { ending: Ending::Played, ..tally },
                "w" => tally,
                _ => Tally::NOTHING,
            };
            group.matches.push(Meeting { a: number(0), b: number(2), round: 0, tally });
        }
        group
    }

    /// `rank entrant …; reasons`.
    #[track_caller]
    fn check(rules: &str, group: &GroupResults, expected: &str) {
        let rules = RankingRules::named(rules).unwrap();
        let table = rank(&rules, &Options::default(), group);
        let places = table.ranks.iter().zip(&table.order).map(|(rank, entrant)| format!("{rank}:{entrant}"));
        let why = table.why.iter().map(|why| format!("{} {:?}", why.by.id(), why.entrants));
        let removed = table.removed.iter().map(|entrant| format!("-{entrant}"));
        let found: Vec<String> = places.chain(removed).chain(why).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn a_cycle_shares_a_rank_until_lots_are_drawn() {
        let cycle = "0>1, 1>2, 2>0";
        check("ittf_3.7.5", &group(3, cycle, &[]), "1:0 1:1 1:2 lot [0, 1, 2]");
        check("ittf_3.7.5", &group(3, cycle, &[&[2, 0, 1]]), "1:2 2:0 3:1 lot [2, 0, 1]");
        check("ittf_3.7.5", &group(3, cycle, &[&[2, 0, 1], &[1, 0, 2]]), "1:1 2:0 3:2 lot [1, 0, 2]");
        check("ittf_3.7.5", &group(3, cycle, &[&[2, 0]]), "1:0 1:1 1:2 lot [0, 1, 2]");
    }

    #[test]
    fn a_group_in_play_draws_no_lots() {
        let playing = GroupResults { finished: false, ..group(3, "0>1, 1>2, 2>0", &[&[2, 0, 1]]) };
        check("ittf_3.7.5", &playing, "1:0 1:1 1:2");
        let begun = GroupResults { finished: false, ..group(3, "2>1", &[]) };
        check("ittf_3.7.5", &begun, "1:2 2:1 3:0");
    }

    #[test]
    fn two_legs_are_counted_together() {
        check("bwf_gcr_16.2", &group(2, "0>1 21:10, 1>0 21:12", &[]), "1:0 2:1 point_diff [0, 1]");
        check("fiba_2014+", &group(2, "0>1 70:60, 1>0 75:60", &[]), "1:1 2:0 h2h_diff [1, 0]");
        check("bwf_gcr_16.2", &group(3, "0>1 21:10, 1>0 21:9, 1>0, 2>1, 0>2", &[]), "1:1 2:0 3:2 h2h [1, 0]");
    }

    #[test]
    fn who_gives_up_is_deleted_from_a_badminton_group_only() {
        check("bwf_gcr_16.2", &group(3, "0>1, 1>2, 2w0", &[]), "1:1 2:2 -0");
        check("ittf_3.7.5", &group(3, "0>1, 1>2, 2w0", &[]), "1:1 2:2 3:0 match_points [1, 2]");
    }

    #[test]
    fn nobody_wins_where_nobody_came() {
        check("bwf_gcr_16.2", &group(3, "0>1, 0>2, 1x2", &[]), "1:0 -1 -2");
        check("fiba_2014+", &group(3, "0>1 9:8, 0>2 9:7, 1x2", &[]), "1:0 2:1 3:2 all_diff [1, 2]");
        check("ittf_3.7.5", &group(0, "0x1", &[]), "");
    }
}
