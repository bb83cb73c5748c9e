//! What a result comes to while it is typed.

use gongsai::regulations::ScoreRule;
use gongsai::score::{self, MatchRule, Outcome, Score};
use gongsai::side::{BySide, Side};

/// What a typed text comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Nothing is typed.
    Empty,
    /// It is no result, or not yet.
    Unfinished(BySide<u32>),
    /// A result that can be right.
    Whole {
        /// The result.
        outcome: Outcome,
        /// What it counts first: rubbers, games or points.
        score: BySide<u32>,
        /// Who won.
        winner: Option<Side>,
    },
}

/// Reads a text as far as it goes.
#[must_use]
pub fn read(rule: &MatchRule, text: &str) -> Reading {
    if text.trim().is_empty() {
        return Reading::Empty;
    }
    let Ok(outcome) = score::parse(rule, text) else { return Reading::Unfinished(BySide { a: 0, b: 0 }) };
    match score::check(rule, &outcome) {
        Ok(tally) => {
            let score = match (rule.tie.is_some(), rule.score) {
                (true, _) => tally.rubbers,
                (false, ScoreRule::Games(_)) => tally.games,
                (false, ScoreRule::Total(_)) => tally.points,
            };
            Reading::Whole { outcome, score, winner: tally.winner }
        }
        Err(_) => Reading::Unfinished(so_far(rule, &outcome)),
    }
}

/// The games won so far, by the greater number.
fn so_far(rule: &MatchRule, outcome: &Outcome) -> BySide<u32> {
    let (Outcome::Played(score) | Outcome::Stopped { score: Some(score), .. }) = outcome else {
        return BySide { a: 0, b: 0 };
    };
    match (score, rule.score) {
        (Score::Games(games), ScoreRule::Games(rule)) => {
            let numbered = (1..).zip(games);
            let won = numbered.filter_map(|(number, game)| score::check_game(&rule.game(number), *game).ok());
            won.fold(BySide { a: 0, b: 0 }, |mut sum, side| {
                sum[side] += 1;
                sum
            })
        }
        (Score::Total(total), _) => total.points.map(u32::from),
        (Score::Games(_) | Score::Tie(_), _) => BySide { a: 0, b: 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::regulations::GameRule;

    const RULE: MatchRule = MatchRule { score: ScoreRule::Games(GameRule::to(11, 5)), tie: None };

    #[test]
    fn a_text_is_read_as_far_as_it_goes() {
        assert_eq!(read(&RULE, "  "), Reading::Empty);
        assert_eq!(read(&RULE, "11-7 9-11 1"), Reading::Unfinished(BySide { a: 0, b: 0 }));
        assert_eq!(read(&RULE, "11-7 9-11"), Reading::Unfinished(BySide { a: 1, b: 1 }));
        for text in ["11-7 9-11 11-5 11-8", "7 -9 5 8", "７、－９、５、８"] {
            let whole = read(&RULE, text);
            assert!(matches!(whole, Reading::Whole { score: BySide { a: 3, b: 1 }, winner: Some(Side::A), .. }));
        }
        assert_eq!(read(&RULE, "7 -9"), Reading::Unfinished(BySide { a: 1, b: 1 }));
        let football = MatchRule { score: ScoreRule::named("football").unwrap(), tie: None };
        assert!(matches!(read(&football, "1比1"), Reading::Whole { score: BySide { a: 1, b: 1 }, winner: None, .. }));
        assert!(matches!(read(&football, "1:1 点球 4:3"), Reading::Whole { winner: Some(Side::A), .. }));
        let volleyball = MatchRule { score: ScoreRule::named("volleyball").unwrap(), tie: None };
        assert_eq!(read(&volleyball, "20 -20 20 -20 3-2"), Reading::Unfinished(BySide { a: 0, b: 0 }));
        assert!(matches!(read(&volleyball, "20 -20 20 -20 13"), Reading::Whole { winner: Some(Side::A), .. }));
        let whole = read(&RULE, "11-7 9-11 11-5 11-8");
        assert!(matches!(whole, Reading::Whole { score: BySide { a: 3, b: 1 }, winner: Some(Side::A), .. }));
    }
}
