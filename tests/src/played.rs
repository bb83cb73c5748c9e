//! Results as they are played, at random.

use gongsai::regulations::{GameRule, ScoreRule, TieSystem};
use gongsai::score::{Game, MatchRule, Outcome, Rubber, Score, check, check_tie};
use gongsai::side::{BySide, Side};
use gongsai::standings::{GroupResults, Meeting};

use crate::dice::Dice;

/// Table tennis: to 11, best of 5.
pub const TABLE_TENNIS: ScoreRule = ScoreRule::Games(GameRule::to(11, 5));
/// Badminton: to 21 and at most 30, best of 3.
pub const BADMINTON: ScoreRule = ScoreRule::Games(GameRule::to(21, 3).capped(30));

/// The rule sets, each with a rule that its matches are scored by.
#[must_use]
pub fn rules() -> Vec<(&'static str, MatchRule)> {
    let tie = TieSystem::named("cn_5_bo");
    vec![
        ("ittf_3.7.5", MatchRule { score: TABLE_TENNIS, tie: None }),
        ("ittf_3.7.5_team", MatchRule { score: TABLE_TENNIS, tie }),
        ("bwf_gcr_16.2", MatchRule { score: BADMINTON, tie: None }),
        ("bwf_team", MatchRule { score: BADMINTON, tie: TieSystem::named("workers_3") }),
        ("fiba_2014+", MatchRule { score: ScoreRule::FIBA, tie: None }),
        ("fiba_goal_average", MatchRule { score: ScoreRule::FIBA, tie: None }),
    ]
}

/// A match played to its end.
pub fn outcome(dice: &mut Dice, rule: &MatchRule) -> Outcome {
    Outcome::Played(match (&rule.score, &rule.tie) {
        (ScoreRule::Total(_), _) => Score::Total(total(dice).into()),
        (ScoreRule::Games(game), None) => Score::Games(games(dice, game)),
        (ScoreRule::Games(game), Some(system)) => {
            let (mut rubbers, mut winners) = (Vec::new(), Vec::new());
            while !check_tie(system, &winners).finished {
                let games = games(dice, game);
                winners.push(games.last().and_then(BySide::greater));
                rubbers.push(Rubber::Played(games));
            }
            Score::Tie(rubbers)
        }
    })
}

fn small(dice: &mut Dice, below: u32) -> u16 {
    u16::try_from(dice.below(below)).unwrap_or(0)
}

fn total(dice: &mut Dice) -> Game {
    let winner = if dice.once_in(2) { Side::A } else { Side::B };
    let (base, most) = if dice.once_in(2) { (60, 6) } else { (30, 60) };
    let loser = base + small(dice, most);
    let mut points = BySide { a: loser, b: loser };
    points[winner] += 1 + small(dice, most);
    points
}

/// The games of a match, until one side has enough.
fn games(dice: &mut Dice, rule: &GameRule) -> Vec<Game> {
    let (mut games, mut won) = (Vec::new(), BySide { a: 0, b: 0 });
    while won.a.max(won.b) <= rule.best_of / 2 {
        let winner = if dice.once_in(2) { Side::A } else { Side::B };
        // Mostly short of the deuce, now and then far beyond.
        let range = if dice.once_in(6) { rule.target + 20 } else { rule.target };
        let lost = small(dice, range.into()).min(rule.cap.map_or(u16::MAX, |cap| cap - 1));
        let mut points = BySide { a: lost, b: lost };
        points[winner] = rule.target.max(lost + rule.lead).min(rule.cap.unwrap_or(u16::MAX));
        won[winner] += 1;
        games.push(points);
    }
    games
}

/// A group in which all have met but so many pairs, and those.
///
/// # Panics
/// When a result that it made is refused.
pub fn group(dice: &mut Dice, rule: &MatchRule, entrants: usize, open: usize) -> (GroupResults, Vec<BySide<usize>>) {
    let mut group = GroupResults { entrants, ..GroupResults::default() };
    let mut pairs: Vec<BySide<usize>> =
        (0..entrants).flat_map(|a| (a + 1..entrants).map(move |b| BySide { a, b })).collect();
    let order = dice.order(pairs.len());
    pairs = order.into_iter().map(|index| pairs[index]).collect();
    let played = pairs.split_off(open.min(pairs.len()));
    for BySide { a, b } in played {
        let tally = check(rule, &outcome(dice, rule)).expect("a result as it is played");
        group.matches.push(Meeting { a, b, round: 0, tally });
    }
    (group, pairs)
}
