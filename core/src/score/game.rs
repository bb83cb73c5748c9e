//! One game of a racket match.

use super::{Game, ScoreError};
use crate::regulations::GameRule;
use crate::side::Side;

/// Tells who won a finished game, by target, lead and cap (ITTF 2.11.1, BWF Laws 7.2 to 7.5).
///
/// # Errors
/// [`ScoreError::GameOpen`] while nobody has won, [`ScoreError::GameTooLong`] when the game was over before. The game
/// has number 1.
///
/// # Complexity
/// Constant.
///
/// ```
/// use gongsai::regulations::GameRule;
/// use gongsai::score::{Game, check_game};
/// use gongsai::side::Side;
/// let rule = GameRule::to(11, 5);
/// assert_eq!(check_game(&rule, Game { a: 9, b: 11 }), Ok(Side::B));
/// assert!(check_game(&rule, Game { a: 12, b: 9 }).is_err());
/// ```
pub fn check_game(rule: &GameRule, game: Game) -> Result<Side, ScoreError> {
    winner(rule, 1, game)
}

/// The winner of the game with this number.
pub(super) fn winner(rule: &GameRule, number: usize, game: Game) -> Result<Side, ScoreError> {
    match state(rule, game) {
        State::Open => Err(ScoreError::GameOpen { game: number, points: game, rule: *rule }),
        State::Won(side) => Ok(side),
        State::Impossible => Err(ScoreError::GameTooLong { game: number, points: game, rule: *rule }),
    }
}

/// Where a game stands at some points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It goes on.
    Open,
    /// This side has just won it.
    Won(Side),
    /// It was over before these points.
    Impossible,
}

/// Where a game stands. The way to any points leads over the loser's points level, then point by point: one point
/// earlier the game must have been open, and it must have gone on from one point short of level.
pub(super) fn state(rule: &GameRule, game: Game) -> State {
    let (high, low) = (game.a.max(game.b), game.a.min(game.b));
    let levelled = low == 0 || !is_won(rule, low, low - 1);
    match game.greater() {
        _ if !levelled => State::Impossible,
        Some(side) if is_won(rule, high, low) => {
            if is_won(rule, high - 1, low) {
                State::Impossible
            } else {
                State::Won(side)
            }
        }
        Some(_) | None => State::Open,
    }
}

/// Whether these points, the winner's first, have ended the game, here or earlier.
fn is_won(rule: &GameRule, high: u16, low: u16) -> bool {
    let ahead = high > low && high >= rule.target && high - low >= rule.lead;
    ahead || rule.cap.is_some_and(|cap| high >= cap)
}

/// The points that a winner has when the loser has these: the target, or as many more as the lead asks, up to the cap.
pub(super) fn goal(rule: &GameRule, lost: u16) -> u16 {
    let goal = rule.target.max(lost.saturating_add(rule.lead.max(1)));
    rule.cap.map_or(goal, |cap| goal.min(cap))
}

/// The game that `side` won when the other made `lost` points; none where no game ends so.
pub(super) fn won(rule: &GameRule, side: Side, lost: u16) -> Option<Game> {
    let mut game = Game { a: lost, b: lost };
    game[side] = goal(rule, lost);
    (state(rule, game) == State::Won(side)).then_some(game)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE_TENNIS: GameRule = GameRule::to(11, 5);
    const BADMINTON: GameRule = GameRule::to(21, 3).capped(30);
    const SHORT: GameRule = GameRule { lead: 1, ..GameRule::to(11, 1) };

    #[track_caller]
    fn check(rule: GameRule, a: u16, b: u16, expected: State) {
        assert_eq!(state(&rule, Game { a, b }), expected, "{a}:{b}");
        let mirrored = match expected {
            State::Won(side) => State::Won(side.other()),
            State::Open | State::Impossible => expected,
        };
        assert_eq!(state(&rule, Game { a: b, b: a }), mirrored, "{b}:{a}");
    }

    #[test]
    fn table_tennis_goes_on_until_two_ahead() {
        check(TABLE_TENNIS, 11, 9, State::Won(Side::A));
        check(TABLE_TENNIS, 25, 23, State::Won(Side::A));
        check(TABLE_TENNIS, 11, 10, State::Open);
        check(TABLE_TENNIS, 0, 0, State::Open);
        check(TABLE_TENNIS, 12, 9, State::Impossible);
        check(TABLE_TENNIS, u16::MAX, 0, State::Impossible);
        check(TABLE_TENNIS, u16::MAX, u16::MAX, State::Open);
    }

    #[test]
    fn badminton_ends_at_the_cap() {
        check(BADMINTON, 30, 29, State::Won(Side::A));
        check(BADMINTON, 30, 28, State::Won(Side::A));
        check(BADMINTON, 30, 27, State::Impossible);
        check(BADMINTON, 31, 29, State::Impossible);
        check(BADMINTON, 30, 30, State::Impossible);
        check(BADMINTON, 29, 28, State::Open);
    }

    #[test]
    fn a_lead_of_one_needs_no_deuce() {
        check(SHORT, 11, 10, State::Won(Side::A));
        check(SHORT, 12, 11, State::Impossible);
    }

    #[test]
    fn every_state_is_what_play_reaches() {
        let fifteen = GameRule::to(15, 3).capped(21);
        for rule in [TABLE_TENNIS, BADMINTON, SHORT, fifteen, GameRule { lead: 3, ..GameRule::to(5, 3).capped(7) }] {
            let mut reached = vec![vec![State::Impossible; 45]; 45];
            reached[0][0] = State::Open;
            for a in 0..44_usize {
                for b in 0..44_usize {
                    if reached[a][b] != State::Open {
                        continue;
                    }
                    for (x, y) in [(a + 1, b), (a, b + 1)] {
                        let (high, low) = (x.max(y), x.min(y));
                        let enough = high >= usize::from(rule.target) && high - low >= usize::from(rule.lead);
                        let over = enough || rule.cap.is_some_and(|cap| high == usize::from(cap));
                        let side = if x > y { Side::A } else { Side::B };
                        reached[x][y] = if over { State::Won(side) } else { State::Open };
                    }
                }
            }
            for (a, row) in reached.iter().enumerate().take(40) {
                for (b, expected) in row.iter().enumerate().take(40) {
                    let game = Game { a: a as u16, b: b as u16 };
                    assert_eq!(state(&rule, game), *expected, "{rule:?} {a}:{b}");
                    // The points of the loser tell the game.
                    if let State::Won(side) = *expected {
                        assert_eq!(won(&rule, side, game[side.other()]), Some(game), "{rule:?} {a}:{b}");
                    }
                }
            }
        }
    }
}
