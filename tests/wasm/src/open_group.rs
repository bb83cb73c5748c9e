//! A group of six of which five matches are open, as it is by the rules of three sports; the caller holds the clock.

use gongsai::regulations::{GameRule, RankingRules, ScoreRule, TieSystem};
use gongsai::score::{Game, MatchRule, Outcome, Rubber, Score, check, check_tie};
use gongsai::side::{BySide, Side};
use gongsai::standings::{GroupResults, Meeting, Options, Unfinished, decides, possible};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::playing::draw16;

const ENTRANTS: usize = 6;
const OPEN: usize = 5;

/// A group that is not finished.
#[wasm_bindgen]
#[derive(Debug)]
pub struct OpenGroup {
    rules: RankingRules,
    rule: MatchRule,
    group: GroupResults,
    open: Vec<BySide<usize>>,
}

/// Numbers that are the same on every machine.
struct Numbers {
    seed: u64,
    drawn: u64,
}

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.drawn += 1;
        draw16(self.seed, self.drawn, self.drawn) % bound
    }

    fn side(&mut self) -> Side {
        if self.below(2) == 0 { Side::A } else { Side::B }
    }

    /// Points of the loser below a bound, and the winner ahead by as many as the rule wants.
    fn game(&mut self, rule: &GameRule) -> (Side, Game) {
        let winner = self.side();
        let lost = u16::try_from(self.below(u32::from(rule.target) + 4)).unwrap_or(0);
        let lost = lost.min(rule.cap.map_or(u16::MAX, |cap| cap - 1));
        let won = rule.target.max(lost + rule.lead).min(rule.cap.unwrap_or(u16::MAX));
        let mut game = BySide { a: lost, b: lost };
        game[winner] = won;
        (winner, game)
    }

    fn games(&mut self, rule: &GameRule) -> (Side, Vec<Game>) {
        let (mut games, mut won) = (Vec::new(), BySide { a: 0, b: 0 });
        loop {
            let (winner, game) = self.game(rule);
            games.push(game);
            won[winner] += 1;
            if won[winner] > rule.best_of / 2 {
                return (winner, games);
            }
        }
    }

    fn score(&mut self, rule: &MatchRule) -> Score {
        match (&rule.score, &rule.tie) {
            (ScoreRule::Total(_), _) => {
                let winner = self.side();
                let lost = 60 + u16::try_from(self.below(8)).unwrap_or(0);
                let mut points = BySide { a: lost, b: lost };
                points[winner] += 1 + u16::try_from(self.below(8)).unwrap_or(0);
                Score::Total(points.into())
            }
            (ScoreRule::Games(game), None) => Score::Games(self.games(game).1),
            (ScoreRule::Games(game), Some(system)) => {
                let (mut rubbers, mut winners) = (Vec::new(), Vec::new());
                while !check_tie(system, &winners).finished {
                    let (winner, games) = self.games(game);
                    winners.push(Some(winner));
                    rubbers.push(Rubber::Played(games));
                }
                Score::Tie(rubbers)
            }
        }
    }
}

#[wasm_bindgen]
impl OpenGroup {
    /// A group by built-in rules, as a number has it.
    ///
    /// # Panics
    /// When no rules have this name.
    #[must_use]
    pub fn of(rules: &str, seed: u32) -> OpenGroup {
        let table_tennis = ScoreRule::Games(GameRule::to(11, 5));
        let (score, tie) = match rules {
            "ittf_3.7.5_team" => (table_tennis, TieSystem::named("cn_5_bo")),
            "bwf_team" => (ScoreRule::Games(GameRule::to(21, 3).capped(30)), TieSystem::named("workers_3")),
            "bwf_gcr_16.2" => (ScoreRule::Games(GameRule::to(21, 3).capped(30)), None),
            "fiba_2014+" => (ScoreRule::FIBA, None),
            _ => (table_tennis, None),
        };
        let (rules, rule) = (RankingRules::named(rules).expect("a rule set"), MatchRule { score, tie });
        let mut numbers = Numbers { seed: seed.into(), drawn: 0 };
        let mut pairs: Vec<BySide<usize>> =
            (0..ENTRANTS).flat_map(|a| (a + 1..ENTRANTS).map(move |b| BySide { a, b })).collect();
        let mut group = GroupResults { entrants: ENTRANTS, ..GroupResults::default() };
        while pairs.len() > OPEN {
            let count = u32::try_from(pairs.len()).expect("few");
            let BySide { a, b } = pairs.swap_remove(numbers.below(count) as usize);
            let tally = check(&rule, &Outcome::Played(numbers.score(&rule))).expect("a result as it is played");
            group.matches.push(Meeting { a, b, round: 0, tally });
        }
        OpenGroup { rules, rule, group, open: pairs }
    }

    /// The places that are not excluded, in all.
    #[must_use]
    pub fn count_possible(&self) -> usize {
        self.asked(|rest| possible(rest).iter().map(|places| places.allowed.len()).sum())
    }

    /// What the open matches decide, in all.
    #[must_use]
    pub fn count_decided(&self) -> usize {
        self.asked(|rest| decides(rest).iter().map(|decides| decides.outcomes.len()).sum())
    }

    /// The same with so many matches open, the first of them.
    #[must_use]
    pub fn with_open(mut self, open: usize) -> OpenGroup {
        let mut numbers = Numbers { seed: 7, drawn: 0 };
        for BySide { a, b } in self.open.split_off(open.min(self.open.len())) {
            let outcome = Outcome::Played(numbers.score(&self.rule));
            let tally = check(&self.rule, &outcome).expect("a result as it is played");
            self.group.matches.push(Meeting { a, b, round: 0, tally });
        }
        self
    }
}

impl OpenGroup {
    fn asked(&self, ask: impl Fn(&Unfinished<'_>) -> usize) -> usize {
        let OpenGroup { rules, rule, group, open } = self;
        ask(&Unfinished { rules, options: &Options::default(), group, open, rule })
    }
}

#[cfg(test)]
mod tests {
    use super::OpenGroup;

    #[test]
    fn groups_are_open_and_alike() {
        for rules in ["ittf_3.7.5_team", "bwf_team", "bwf_gcr_16.2", "fiba_2014+"] {
            let places = |seed| OpenGroup::of(rules, seed).count_possible();
            assert!((6..=36).contains(&places(1)), "{rules}");
            assert_eq!(places(1), places(1), "{rules}");
            assert!((1..40).any(|seed| OpenGroup::of(rules, seed).with_open(1).count_decided() > 0), "{rules}");
        }
    }
}
