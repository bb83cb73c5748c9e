//! The winners of the open matches in all ways, and each set of equals resolved by itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::known::{At, Found, Known, Set};
use super::span::{Made, Span, UNITS, WINS, place, sum};
use super::tree::Tree;
use super::{MOST_OPEN, Unfinished, search};
use crate::order;
use crate::regulations::{Criterion, Measure, RankingRules, Restart, Scope, Unit};
use crate::side::{BySide, Side};
use crate::standings::criterion::criteria;
use crate::standings::ledger::Ledger;
use crate::standings::removal;
use crate::standings::{Value, WonLost};

/// The most steps of resolving sets, all in all.
const MOST_WORK: u32 = 20_000;

/// How many ways are tried of those that are too many.
const SOME: usize = 256;

/// A set with what the matches count that it looks at, and what was found for it; places from 0.
type Memo = BTreeMap<(u64, Vec<usize>), Vec<Found>>;

pub(super) struct Solver<'a> {
    rules: &'a RankingRules,
    pub(super) criteria: Rc<[Criterion]>,
    /// Those who are not deleted, as bits.
    pub(super) here: u64,
    entrants: usize,
    /// What each has against each so far, by unit.
    fixed: Vec<[WonLost; UNITS]>,
    /// The open matches that count.
    pub(super) open: Vec<BySide<usize>>,
    /// The place of each in the list of open matches that was given.
    pub(super) listed: Vec<usize>,
    pub(super) tree: Tree,
    memo: Memo,
    work: u32,
}

/// The entrants of a set of bits.
pub(super) fn members(set: u64) -> impl Iterator<Item = usize> + Clone {
    let mut rest = set;
    std::iter::from_fn(move || {
        let entrant = usize::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
        rest &= rest - 1;
        Some(entrant)
    })
}

/// So many places from the first one.
fn places(first: u32, count: u32) -> u64 {
    let many = 1_u64.checked_shl(count).map_or(u64::MAX, |one| one - 1);
    many.checked_shl(first).unwrap_or(0)
}

impl<'a> Solver<'a> {
    /// None for a group that is too large, a rule that no result fits, and ranking rules of more than match points by who
    /// wins.
    pub(super) fn of(rest: &Unfinished<'a>) -> Option<Solver<'a>> {
        let entrants = rest.group.entrants;
        let tree = Tree::of(&rest.rules.points, rest.rule);
        if entrants > 64 || !rest.rules.is_plain() || tree.children(0).is_empty() {
            return None;
        }
        let removed = removal::removed(rest.rules, rest.options, rest.group);
        let ledger =
            Ledger::of(rest.group, &removed, &rest.rules.points, rest.options.walkover.or(rest.rules.walkover));
        let pair = |one: usize, other: usize| -> [WonLost; UNITS] {
            let against = Some(std::slice::from_ref(&other));
            let mut row = [WonLost::default(); UNITS];
            for unit in [Unit::MatchPoints, Unit::Wins, Unit::Rubbers, Unit::Games, Unit::Points] {
                row[place(unit)] = ledger.count(one, unit, against);
            }
            row
        };
        let fixed = (0..entrants).flat_map(|one| (0..entrants).map(move |other| (one, other)));
        let fixed = fixed.map(|(one, other)| pair(one, other)).collect();
        let counts = |entrant: usize| removed.get(entrant) == Some(&false);
        let meets = |open: &BySide<usize>| open.a != open.b && counts(open.a) && counts(open.b);
        let open = rest.open.iter().copied().enumerate().filter(|(_, open)| meets(open));
        let (listed, open) = open.unzip();
        Some(Solver {
            rules: rest.rules,
            criteria: criteria(rest.rules, rest.options).into(),
            here: (0..entrants).filter(|entrant| counts(*entrant)).fold(0, |set, entrant| set | 1 << entrant),
            entrants,
            fixed,
            open,
            listed,
            tree,
            memo: Memo::new(),
            work: 0,
        })
    }

    /// What each entrant can reach, when the open matches begin at these nodes.
    pub(super) fn run(&mut self, starts: &[usize]) -> Vec<Found> {
        let mut found = vec![Found::default(); self.entrants];
        self.work = 0;
        let ways: Vec<Vec<usize>> = starts.iter().map(|start| self.winners(*start)).collect();
        let all = ways.iter().try_fold(1_usize, |all, ways| all.checked_mul(ways.len()));
        let all = all.filter(|all| *all <= 1 << MOST_OPEN);
        search::at_random(self, starts, &mut found);
        if all.is_none() {
            self.by_match_points(starts, &mut found);
        }
        let lengths: Vec<usize> = ways.iter().map(Vec::len).collect();
        // Beyond the bound some ways are tried: what they give is shown.
        let picks: Vec<Vec<usize>> = match all {
            Some(all) => (0..all).map(|way| search::digits(way, &lengths)).collect(),
            None => search::chances(lengths, SOME).collect(),
        };
        for pick in picks {
            let nodes = ways.iter().zip(pick).map(|(ways, pick)| ways.get(pick).copied().unwrap_or_default());
            let at: Vec<At> = nodes.map(|node| At { node, points: Known::Nothing }).collect();
            self.blocks(&at, &mut found);
        }
        found
    }

    /// What each entrant can reach with what is known of the open matches, nothing tried twice.
    pub(super) fn run_at(&mut self, at: &[At]) -> Vec<Found> {
        let mut found = vec![Found::default(); self.entrants];
        self.work = 0;
        for set in self.sets(at) {
            self.solve(set, at, &mut found);
        }
        found
    }

    /// The nodes that say who wins.
    fn winners(&self, start: usize) -> Vec<usize> {
        match self.tree.node(start) {
            Some(node) if node.class.is_none() => node.children.clone(),
            _ => vec![start],
        }
    }

    /// Cuts by match points, and adds what each set gives that is not all shown yet.
    fn blocks(&mut self, at: &[At], found: &mut [Found]) {
        for set in self.sets(at) {
            if !news(set, found) {
                continue;
            }
            for (entrant, block) in members(set.equal).zip(self.block(set.equal, at)) {
                if let Some(found) = found.get_mut(entrant) {
                    found.shown |= block.shown << set.first;
                    found.allowed |= block.allowed << set.first;
                }
            }
        }
    }

    /// The sets of equal match points, best first.
    pub(super) fn sets(&self, at: &[At]) -> Vec<Set> {
        let points = |entrant: usize| self.made(entrant, place(Unit::MatchPoints), self.here, at).won.least;
        let parts = cut(members(self.here).map(|entrant| (entrant, Value::Count(points(entrant)))).collect());
        let mut first = 0;
        let set = |equal: u64| {
            first += equal.count_ones();
            Set { equal, next: 0, first: first - equal.count_ones() }
        };
        parts.into_iter().map(set).collect()
    }

    /// What a set of equal match points gives to each of its members.
    fn block(&mut self, equal: u64, at: &[At]) -> Vec<Found> {
        if equal.count_ones() == 1 {
            return vec![Found { shown: 1, allowed: 1 }];
        }
        let looked = |index: usize, at: &At| if self.looks(equal, index) { at.node } else { usize::MAX };
        let key = (equal, at.iter().enumerate().map(|(index, at)| looked(index, at)).collect());
        if let Some(known) = self.memo.get(&key) {
            return known.clone();
        }
        let mut found = vec![Found::default(); self.entrants];
        self.solve(Set { equal, next: 0, first: 0 }, at, &mut found);
        let found: Vec<Found> = members(equal).filter_map(|entrant| found.get(entrant).copied()).collect();
        self.memo.insert(key, found.clone());
        found
    }

    /// Whether the resolving of a set can look at an open match.
    pub(super) fn looks(&self, equal: u64, index: usize) -> bool {
        let everywhere = self.criteria.iter().any(|criterion| criterion.scope == Scope::All);
        self.open.get(index).is_some_and(|open| {
            let inside = |entrant: usize| equal >> entrant & 1 == 1;
            if everywhere { inside(open.a) || inside(open.b) } else { inside(open.a) && inside(open.b) }
        })
    }

    /// Resolves a set, and adds the places that its members can get.
    pub(super) fn solve(&mut self, set: Set, at: &[At], found: &mut [Found]) {
        let size = set.equal.count_ones();
        if size == 1 {
            return add(set, true, found);
        }
        if !news(set, found) {
            return;
        }
        self.work += 1;
        if self.is_spent() {
            return add(set, false, found);
        }
        if self.rules.restart == Restart::TwoByMatch && size == 2 {
            let won = |entrant| self.made(entrant, WINS, set.equal, at).value(Measure::Sum);
            if let Some(parts) = separated(set, won) {
                return self.go_on(set, &parts, set.next, at, found);
            }
        }
        let criteria = Rc::clone(&self.criteria);
        for (index, criterion) in criteria.iter().enumerate().skip(set.next) {
            let scope = self.scope(criterion, set.equal);
            let unit = place(criterion.unit);
            let known = |entrant| self.made(entrant, unit, scope, at).value(criterion.measure);
            if members(set.equal).any(|entrant| known(entrant).is_none()) {
                let set = Set { next: index, ..set };
                return match self.finer(set.equal, scope, unit, at) {
                    Some((open, children)) => self.each(set, open, &children, at, found),
                    None => self.by_points(set, criterion, at, found),
                };
            }
            if let Some(parts) = separated(set, known) {
                let next = match self.rules.restart {
                    Restart::FromBeginning => 0,
                    Restart::TwoByMatch | Restart::GoOn | Restart::AfterTied => index + 1,
                };
                return self.go_on(set, &parts, next, at, found);
            }
        }
        // A lot: whoever it is, it can be any of them.
        add(set, true, found);
    }

    /// Whether the work is at its bound: what comes then is not resolved.
    pub(super) fn is_spent(&self) -> bool {
        self.work > MOST_WORK
    }

    /// Goes on with each node under that of an open match.
    fn each(&mut self, set: Set, open: usize, children: &[usize], at: &[At], found: &mut [Found]) {
        let mut at = at.to_vec();
        for node in children {
            if let Some(at) = at.get_mut(open) {
                *at = At { node: *node, points: Known::Nothing };
            }
            self.solve(set, &at, found);
        }
    }

    fn go_on(&mut self, set: Set, parts: &[u64], next: usize, at: &[At], found: &mut [Found]) {
        let mut first = set.first;
        for equal in parts {
            self.solve(Set { equal: *equal, next, first }, at, found);
            first += equal.count_ones();
        }
    }

    /// An open match that a criterion looks at and that can be cut finer, with what is under it.
    fn finer(&self, equal: u64, scope: u64, unit: usize, at: &[At]) -> Option<(usize, Vec<usize>)> {
        let mut looked = self.looked(equal, scope, at);
        let (index, at) =
            looked.find(|(_, at)| !self.known(at, unit).is_exact() && !self.tree.children(at.node).is_empty())?;
        Some((index, self.tree.children(at.node).to_vec()))
    }

    /// The open matches of the members of a set against those of a scope.
    pub(super) fn looked<'b>(
        &'b self,
        equal: u64,
        scope: u64,
        at: &'b [At],
    ) -> impl Iterator<Item = (usize, &'b At)> + use<'a, 'b> {
        let inside = |set: u64, entrant: usize| set >> entrant & 1 == 1;
        let meant = move |open: &BySide<usize>| {
            inside(equal, open.a) && inside(scope, open.b) || inside(equal, open.b) && inside(scope, open.a)
        };
        at.iter().enumerate().filter(move |(index, _)| self.open.get(*index).is_some_and(meant))
    }

    /// Against whom a criterion counts, as bits.
    pub(super) fn scope(&self, criterion: &Criterion, equal: u64) -> u64 {
        match criterion.scope {
            Scope::All => self.here,
            Scope::Tied => equal,
        }
    }

    /// What an entrant has so far against another, by unit.
    pub(super) fn fixed(&self, entrant: usize, other: usize, unit: usize) -> WonLost {
        let row = self.fixed.get(entrant * self.entrants + other);
        row.and_then(|row| row.get(unit)).copied().unwrap_or_default()
    }

    /// What an entrant has against each so far, by unit.
    pub(super) fn fixed_row(&self, entrant: usize, unit: usize) -> impl Iterator<Item = WonLost> {
        members(self.here).map(move |other| self.fixed(entrant, other, unit))
    }

    /// What side A of an open match makes.
    pub(super) fn known(&self, at: &At, unit: usize) -> Made {
        match at.points {
            Known::All((won, lost)) if unit == place(Unit::Points) => Made::exact(WonLost { won, lost }),
            Known::Ahead(ahead) if unit == place(Unit::Points) => {
                Made { ahead: Span::exact(ahead), ..self.tree.made(at.node, unit) }
            }
            Known::Nothing | Known::Ahead(_) | Known::All(_) => self.tree.made(at.node, unit),
        }
    }

    /// What an entrant makes against those of a scope, within bounds.
    pub(super) fn made(&self, entrant: usize, unit: usize, scope: u64, at: &[At]) -> Made {
        let fixed = members(scope).fold(WonLost::default(), |all, other| sum(all, self.fixed(entrant, other, unit)));
        let mut made = Made::exact(fixed);
        for (open, at) in self.open.iter().zip(at) {
            let (side, other) = match entrant {
                own if own == open.a => (Side::A, open.b),
                own if own == open.b => (Side::B, open.a),
                _ => continue,
            };
            if scope >> other & 1 == 1 {
                made = made.add(self.known(at, unit).seen_by(side));
            }
        }
        made
    }

    /// Excludes places by the match points that each can still have.
    fn by_match_points(&self, starts: &[usize], found: &mut [Found]) {
        let unit = place(Unit::MatchPoints);
        let at: Vec<At> = starts.iter().map(|node| At { node: *node, points: Known::Nothing }).collect();
        let points = |entrant: usize| self.made(entrant, unit, self.here, &at).won;
        for entrant in members(self.here) {
            let own = points(entrant);
            let others = || members(self.here).filter(|other| *other != entrant).map(points);
            let above = others().filter(|other| other.least > own.most).count();
            let not_below = others().filter(|other| other.most >= own.least).count();
            if let Some(found) = found.get_mut(entrant) {
                found.allowed |= bits(above, not_below);
            }
        }
    }
}

/// The places from one to another, both from 0.
pub(super) fn bits(first: usize, last: usize) -> u64 {
    (first..=last.min(63)).fold(0, |bits, place| bits | 1 << place)
}

/// Each member of a set can have each of its places; that is shown, or only not excluded.
fn add(set: Set, is_shown: bool, found: &mut [Found]) {
    let all = places(set.first, set.equal.count_ones());
    for entrant in members(set.equal) {
        if let Some(found) = found.get_mut(entrant) {
            found.allowed |= all;
            found.shown |= if is_shown { all } else { 0 };
        }
    }
}

/// Whether there is a place in a set that is not shown yet for one of its members.
pub(super) fn news(set: Set, found: &[Found]) -> bool {
    let all = places(set.first, set.equal.count_ones());
    members(set.equal).any(|entrant| found.get(entrant).is_some_and(|found| found.shown & all != all))
}

/// The parts of a set by a value; none when a value is not known, or none separates.
fn separated(set: Set, value: impl Fn(usize) -> Option<Value>) -> Option<Vec<u64>> {
    let values: Option<Vec<_>> = members(set.equal).map(|entrant| Some((entrant, value(entrant)?))).collect();
    Some(cut(values?)).filter(|parts| parts.len() > 1)
}

/// Cuts by a value, greatest first; the parts as bits.
fn cut(mut values: Vec<(usize, Value)>) -> Vec<u64> {
    order::sort_by(&mut values, |one, other| other.1.compare(&one.1));
    let parts = values.chunk_by(|one, other| one.1.compare(&other.1).is_eq());
    parts.map(|part| part.iter().fold(0, |set, (entrant, _)| set | 1 << entrant)).collect()
}
