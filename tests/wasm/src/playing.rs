//! Large events, made, played out and ranked; the caller holds the clock.
//!
//! Entrants are their seed numbers. Who wins is a function of the two and of how often they met (the policy "lcg" of
//! `tests/vectors/outcome-vectors.json`), so every program plays the same event.

use std::collections::{HashMap, VecDeque};

use gongsai::bracket::{Bracket, DrawStage, NewResult};
use gongsai::format::{self, seeds};
use gongsai::id::{EntryId, MatchId};
use gongsai::regulations::{DrawTable, Finals, FormatRule, GameRule, Legs, RankingRules, RoundOrder, ScoreRule};
use gongsai::score::{Game, MatchRule, Outcome, Score};
use gongsai::side::{BySide, Side};
use gongsai::standings::{self, GroupResults, Meeting, Options};
use wasm_bindgen::prelude::wasm_bindgen;

const RULE: MatchRule = MatchRule { score: ScoreRule::Games(GameRule::to(11, 3)), tie: None };

/// The draw of the policy, from 0 to 65535.
#[must_use]
pub fn draw16(a: u64, b: u64, meeting: u64) -> u32 {
    let (low, high) = (a.min(b) as u32, a.max(b) as u32);
    let mut x =
        low.wrapping_mul(73_856_093) ^ high.wrapping_mul(19_349_663) ^ (meeting as u32).wrapping_mul(83_492_791);
    for _ in 0..3 {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    }
    x >> 16
}

/// Whether the lower number wins.
#[must_use]
pub fn lower_wins(a: u64, b: u64, meeting: u64) -> bool {
    draw16(a, b, meeting) < 39_322
}

/// A double elimination whose second final is played only if it is needed.
#[must_use]
pub fn double_elimination() -> FormatRule {
    FormatRule::DoubleElimination { finals: Finals::Reset }
}

/// A round robin in Berger's order, once round.
#[must_use]
pub fn round_robin() -> FormatRule {
    FormatRule::RoundRobin { order: RoundOrder::Berger, legs: Legs::One }
}

/// The event with everyone in place.
///
/// # Panics
/// When there is no such event.
#[must_use]
pub fn seated(rule: &FormatRule, entrants: u32) -> Bracket {
    let plan = format::plan(rule, DrawTable::Standard, entrants).expect("a plan");
    let order = seeds::order(DrawTable::Standard, plan.positions);
    let grouped = !plan.groups.is_empty();
    let mut bracket = Bracket::build(plan, RULE).expect("a bracket");
    let placings: Vec<(u32, EntryId)> = if grouped {
        (1..=entrants).map(|seed| (seed, EntryId(seed.into()))).collect()
    } else {
        (1..=entrants).zip(order).map(|(seed, position)| (position, EntryId(seed.into()))).collect()
    };
    bracket.seat(DrawStage::First, &placings).expect("seated");
    bracket
}

/// An event that is being played.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Event {
    bracket: Bracket,
    met: HashMap<(u64, u64), u64>,
    open: VecDeque<MatchId>,
}

impl Event {
    /// Nothing is played yet.
    #[must_use]
    pub fn of(bracket: Bracket) -> Event {
        let open = bracket.matches().filter(|view| view.is_open()).map(|view| view.id).collect();
        Event { bracket, met: HashMap::new(), open }
    }

    /// How it stands.
    #[must_use]
    pub fn into_bracket(self) -> Bracket {
        self.bracket
    }

    /// The result of the next match that can be played, if there is one.
    ///
    /// # Panics
    /// When that match has not both its entries.
    pub fn next_result(&mut self) -> Option<NewResult> {
        let id = self.open.pop_front()?;
        let entries = self.bracket.entries(id).expect("an open match");
        let (a, b) = (entries.a.0, entries.b.0);
        let meeting = self.met.entry((a.min(b), a.max(b))).and_modify(|n| *n += 1).or_insert(1);
        let side = if lower_wins(a, b, *meeting) == (a < b) { Side::A } else { Side::B };
        Some(NewResult { id, outcome: outcome(side), replaces: false, cascade: false })
    }

    /// Enters a result; what can be played then will be.
    ///
    /// # Panics
    /// When the result is refused.
    pub fn enter(&mut self, new: NewResult) {
        let id = new.id;
        let touched = self.bracket.record(new, &|_, _| None).expect("recorded");
        let next = touched.matches.into_iter().filter(|next| *next != id);
        self.open.extend(next.filter(|next| self.bracket.match_view(*next).is_some_and(|view| view.is_open())));
    }
}

#[wasm_bindgen]
impl Event {
    /// A double elimination.
    #[must_use]
    pub fn double(entrants: u32) -> Event {
        Event::of(seated(&double_elimination(), entrants))
    }

    /// A round robin.
    #[must_use]
    pub fn robin(entrants: u32) -> Event {
        Event::of(seated(&round_robin(), entrants))
    }

    /// Plays at most so many of the matches that can be played; how many it were.
    pub fn play(&mut self, most: u32) -> u32 {
        for played in 0..most {
            let Some(new) = self.next_result() else { return played };
            self.enter(new);
        }
        most
    }

    /// Another one that stands as this one.
    #[must_use]
    pub fn copy(&self) -> Event {
        Event { bracket: self.bracket.clone(), met: self.met.clone(), open: self.open.clone() }
    }

    /// The places as text.
    #[must_use]
    pub fn places(&self) -> String {
        format!("{:?}", self.bracket.places())
    }

    /// How many places there are.
    #[must_use]
    pub fn count_places(&self) -> usize {
        self.bracket.places().len()
    }

    /// The order of the first group by a set of rules: its entrants from 0.
    ///
    /// # Panics
    /// When no rules have this name.
    #[must_use]
    pub fn rank(&self, rules: &str) -> Vec<usize> {
        let rules = RankingRules::named(rules).expect("a rule set");
        let found = self.bracket.group_matches(1);
        let entrant = |entry: EntryId| entry.0 as usize - 1;
        let matches = found.into_iter().filter_map(|found| {
            let (a, b) = (entrant(found.entries.a), entrant(found.entries.b));
            Some(Meeting { a, b, round: found.id.round, tally: found.played?.tally })
        });
        let entrants = self.bracket.plan().positions as usize;
        let results = GroupResults { entrants, matches: matches.collect(), lots: Vec::new(), finished: true };
        standings::rank(&rules, &Options::default(), &results).order
    }
}

fn outcome(side: Side) -> Outcome {
    let game = BySide { a: if side == Side::A { 11 } else { 5 }, b: if side == Side::A { 5 } else { 11 } };
    let games: Vec<Game> = vec![game; 2];
    Outcome::Played(Score::Games(games))
}
