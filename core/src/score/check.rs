//! Whether a result can be right, and what it counts.

use super::{MatchRule, Outcome, Score, ScoreError, Tally, games, tie, total};
use crate::regulations::ScoreRule;

/// Checks a result against the rule of its match and tells what it counts (`rules.md` B).
///
/// Of a stopped match the games and points made so far count, those of an unfinished last game too; the game itself
/// counts for nobody. A match not begun counts nothing; a basketball forfeit counts 20:0 (FIBA Art. 20). Who is
/// disqualified after the end has lost a match not played (ITTF 3.7.5.1).
///
/// # Errors
/// [`ScoreError`] says what cannot be right, and in which game or rubber.
///
/// # Complexity
/// Linear in the games.
///
/// ```
/// use gongsai::regulations::{GameRule, ScoreRule};
/// use gongsai::score::{MatchRule, check, parse};
/// use gongsai::side::{BySide, Side};
/// let games = GameRule { target: 11, lead: 2, cap: None, best_of: 5 };
/// let rule = MatchRule { score: ScoreRule::Games(games), tie: None };
/// let tally = check(&rule, &parse(&rule, "11-7 9-11 11-5 11-8")?)?;
/// assert_eq!((tally.winner, tally.games), (Some(Side::A), BySide { a: 3, b: 1 }));
/// assert!(check(&rule, &parse(&rule, "11-7 11-5")?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(rule: &MatchRule, outcome: &Outcome) -> Result<Tally, ScoreError> {
    match (outcome, &rule.tie, rule.score) {
        (Outcome::BothAbsent, _, _) => Ok(Tally::NOTHING),
        (Outcome::Played(Score::Games(games)), None, ScoreRule::Games(rule)) => games::played(&rule, games),
        (Outcome::Played(Score::Total(points)), None, ScoreRule::Total) => total::played(*points),
        (Outcome::Played(Score::Tie(rubbers)), Some(system), ScoreRule::Games(rule)) => {
            tie::played(system, &rule, rubbers)
        }
        (Outcome::Stopped { side, why, score }, None, ScoreRule::Games(rule)) => match score {
            None => games::stopped(&rule, *side, *why, &[]),
            Some(Score::Games(games)) => games::stopped(&rule, *side, *why, games),
            Some(Score::Total(_) | Score::Tie(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Stopped { side, why, score }, None, ScoreRule::Total) => match score {
            None => total::stopped(*side, *why, None),
            Some(Score::Total(points)) => total::stopped(*side, *why, Some(*points)),
            Some(Score::Games(_) | Score::Tie(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Stopped { side, why, score }, Some(system), ScoreRule::Games(rule)) => match score {
            None => tie::stopped(system, &rule, *side, *why, &[]),
            Some(Score::Tie(rubbers)) => tie::stopped(system, &rule, *side, *why, rubbers),
            Some(Score::Games(_) | Score::Total(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Played(_), _, _) | (Outcome::Stopped { .. }, Some(_), ScoreRule::Total) => Err(ScoreError::OtherKind),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::regulations::{GameRule, ScoreRule, TieSystem};
    use crate::score::{Ending, MatchRule, parse};

    const GAMES: ScoreRule = ScoreRule::Games(GameRule { target: 11, lead: 2, cap: None, best_of: 5 });

    /// `winner ending rubbers games points`, or the refusal.
    #[track_caller]
    fn check_text(rule: MatchRule, text: &str, expected: &str) {
        let outcome = parse(&rule, text).unwrap();
        let found = match check(&rule, &outcome) {
            Err(error) => error.to_string(),
            Ok(tally) => {
                let winner = tally.winner.map_or("-".to_owned(), |side| format!("{side:?}"));
                let ending = match tally.ending {
                    Ending::Played => "played",
                    Ending::Unfinished => "unfinished",
                    Ending::Unplayed => "unplayed",
                };
                let [rubbers, games, points] =
                    [tally.rubbers, tally.games, tally.points].map(|count| format!("{}:{}", count.a, count.b));
                format!("{winner} {ending} {rubbers} {games} {points}")
            }
        };
        assert_eq!(found, expected, "{text}");
    }

    #[track_caller]
    fn check_games(text: &str, expected: &str) {
        check_text(MatchRule { score: GAMES, tie: None }, text, expected);
    }

    #[track_caller]
    fn check_total(text: &str, expected: &str) {
        check_text(MatchRule { score: ScoreRule::Total, tie: None }, text, expected);
    }

    #[track_caller]
    fn check_tie(text: &str, expected: &str) {
        check_text(MatchRule { score: GAMES, tie: TieSystem::named("workers_3") }, text, expected);
    }

    #[test]
    fn a_match_ends_with_the_third_game() {
        check_games("11-7 9-11 11-5 11-8", "A played 0:0 3:1 42:31");
        check_games("11-7 11-5", "nobody has 3 games at 2:0");
        check_games("11-7 11-5 11-3 11-2", "game 4 follows although the match was won 3:0");
        check_games("11-7 11-10 11-3", "game 2 is not won at 11:10: 11 points and 2 ahead");
        check_games("11-7 13-10 11-3", "game 2 was over before 13:10");
    }

    #[test]
    fn a_stopped_match_counts_what_was_played() {
        check_games("11-7 5-3 ret a", "B unfinished 0:0 1:0 16:10");
        check_games("11-7 ret a", "B unfinished 0:0 1:0 11:7");
        check_games("5-3 11-7 ret a", "game 1 is not won at 5:3: 11 points and 2 ahead");
        check_games("11-7 14-3 ret a", "game 2 was over before 14:3");
        check_games("11-7 11-7 11-7 ret b", "the match was decided before it was stopped");
        check_games("11-7 11-7 11-7 0-0 ret b", "game 4 follows although the match was won 3:0");
        check_games("wo b", "A unplayed 0:0 0:0 0:0");
        check_games("1-0 wo b", "a match that never began has a score");
        check_games("both", "- unplayed 0:0 0:0 0:0");
        check_games("ff b", "these matches know no forfeit");
    }

    /// ITTF 3.7.5.1: defaulted after the match, lost as unplayed.
    #[test]
    fn disqualified_after_the_end_has_not_played() {
        check_games("11-7 11-7 11-7 dsq a", "B unplayed 0:0 0:0 0:0");
        check_games("11-7 dsq a", "B unfinished 0:0 1:0 11:7");
        check_games("dsq a", "B unplayed 0:0 0:0 0:0");
    }

    /// FIBA Art. 20 and 21.
    #[test]
    fn a_forfeit_is_twenty_to_nil_and_a_default_stands() {
        check_total("80-75", "A played 0:0 0:0 80:75");
        check_total("75-75", "a draw of 75:75");
        check_total("40-30 ff a", "B unplayed 0:0 0:0 0:20");
        check_total("wo a", "B unplayed 0:0 0:0 0:20");
        check_total("40-42 def a", "B unfinished 0:0 0:0 40:42");
        check_total("42-40 def a", "B unfinished 0:0 0:0 0:2");
        check_total("40-40 def b", "A unfinished 0:0 0:0 2:0");
        check_total("def b", "A unfinished 0:0 0:0 2:0");
        check_total("40-40 ret b", "these matches know no retirement");
    }

    #[test]
    fn a_tie_stops_at_its_majority() {
        check_tie("11-7 11-5 11-3 / wo a / 11-4 11-4 11-4", "A played 2:1 6:0 66:27");
        check_tie("11-7 11-5 11-3 / 11-4 11-4 11-4", "A played 2:0 6:0 66:27");
        check_tie("11-7 11-5 11-3", "the tie is not finished at 1:0 of 2");
        check_tie("wo a / wo a / wo b", "rubber 3 follows although the tie was won");
        check_tie("wo a / _ / wo a", "rubber 2 is missing before a later one");
        check_tie("wo a / wo b / wo a / wo b", "4 rubbers in a tie of 3");
        check_tie("wo a / 11-7", "rubber 2: nobody has 3 games at 1:0");
        check_tie("wo a / 11-7 ret a | ret b", "the match was decided before it was stopped");
        check_tie("wo a / 3-7 ret b | ret b", "A unfinished 1:1 0:0 3:7");
        check_tie("wo b", "A unplayed 0:0 0:0 0:0");
        check_tie("wo a | wo b", "a match that never began has a score");
    }
}
