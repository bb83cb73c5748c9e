//! Whether a result can be right, and what it counts.

use super::{MatchRule, Outcome, Score, ScoreError, Tally, games, tie, total};
use crate::regulations::ScoreRule;

/// Checks a result against the rule of its match and tells what it counts (`rules.md` B).
///
/// Of a stopped match the games and points made so far count, those of an unfinished last game too; the game itself
/// counts for nobody. A match not begun counts nothing, unless the rule awards a score for it: 20:0 (FIBA Art. 20), 25:0 in
/// each set (FIVB 6.4.1). Who is disqualified after the end has lost a match not played (ITTF 3.7.5.1). A draw has no
/// winner; whether it may stand is for [`check_winner`] to say.
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
/// let games = GameRule::to(11, 5);
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
        (Outcome::Played(Score::Total(total)), None, ScoreRule::Total(rule)) => total::played(&rule, total),
        (Outcome::Played(Score::Tie(rubbers)), Some(system), ScoreRule::Games(rule)) => {
            tie::played(system, &rule, rubbers)
        }
        (Outcome::Stopped { side, why, score }, None, ScoreRule::Games(rule)) => match score {
            None => games::stopped(&rule, *side, *why, &[]),
            Some(Score::Games(games)) => games::stopped(&rule, *side, *why, games),
            Some(Score::Total(_) | Score::Tie(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Stopped { side, why, score }, None, ScoreRule::Total(rule)) => match score {
            None => total::stopped(&rule, *side, *why, None),
            Some(Score::Total(total)) => total::stopped(&rule, *side, *why, Some(total)),
            Some(Score::Games(_) | Score::Tie(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Stopped { side, why, score }, Some(system), ScoreRule::Games(rule)) => match score {
            None => tie::stopped(system, &rule, *side, *why, &[]),
            Some(Score::Tie(rubbers)) => tie::stopped(system, &rule, *side, *why, rubbers),
            Some(Score::Games(_) | Score::Total(_)) => Err(ScoreError::OtherKind),
        },
        (Outcome::Played(_), _, _) | (Outcome::Stopped { .. }, Some(_), ScoreRule::Total(_)) => {
            Err(ScoreError::OtherKind)
        }
    }
}

/// Checks that a match which somebody must win has a winner: in a knockout no draw stands. That neither side appeared does.
///
/// # Errors
/// [`ScoreError::Undecided`] where the rule has what decides, else [`ScoreError::NoWinner`].
///
/// ```
/// use gongsai::regulations::ScoreRule;
/// use gongsai::score::{MatchRule, check, check_winner, parse};
/// let rule = MatchRule { score: ScoreRule::named("football").unwrap(), tie: None };
/// let level = parse(&rule, "1-1")?;
/// assert!(check(&rule, &level).is_ok());
/// assert!(check_winner(&rule, &level).is_err());
/// assert!(check_winner(&rule, &parse(&rule, "1-1 pen 4-3")?).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_winner(rule: &MatchRule, outcome: &Outcome) -> Result<(), ScoreError> {
    match (outcome, rule.score) {
        (Outcome::Played(Score::Total(total)), ScoreRule::Total(rule))
            if total.decision.is_none() && total.points.greater().is_none() =>
        {
            let points = total.points;
            Err(rule.decision.map_or(ScoreError::NoWinner { points }, |by| ScoreError::Undecided { points, by }))
        }
        (Outcome::Played(_) | Outcome::Stopped { .. } | Outcome::BothAbsent, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::regulations::{Decider, GameRule, ScoreRule, TieSystem, TotalRule};
    use crate::score::{Ending, MatchRule, parse};

    const GAMES: ScoreRule = ScoreRule::Games(GameRule::to(11, 5));

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
        check_text(MatchRule { score: ScoreRule::FIBA, tie: None }, text, expected);
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

    /// FIVB 6.2, 6.3: to 25, the fifth set to 15. FIVB 6.4.1: 0:25 in each set; 6.4.3: the opponent is given the points and
    /// sets that it needs, the incomplete team keeps its own.
    #[test]
    fn volleyball_credits_what_was_not_played() {
        let check = |text: &str, expected: &str| {
            let score = ScoreRule::named("volleyball").unwrap();
            check_text(MatchRule { score, tie: None }, text, expected);
        };
        check("25-20 25-20 25-20", "A played 0:0 3:0 75:60");
        check("25-20 20-25 25-20 20-25 15-13", "A played 0:0 3:2 105:103");
        check("25-20 20-25 25-20 20-25 25-13", "game 5 was over before 25:13");
        check("15-13 25-20 25-20", "game 1 is not won at 15:13: 25 points and 2 ahead");
        check("25-20 20-25 25-20 20-25 14-13", "game 5 is not won at 14:13: 15 points and 2 ahead");
        check("wo b", "A unplayed 0:0 3:0 75:0");
        check("25-20 10-3 ff a", "B unplayed 0:0 0:3 0:75");
        check("25-20 10-3 def a", "B unfinished 0:0 1:3 35:95");
        check("20-25 24-24 def b", "A unfinished 0:0 3:1 96:49");
        check("25-20 20-25 25-20 20-25 3-14 def b", "A unfinished 0:0 3:2 106:104");
        check("25-20 25-20 25-20 def b", "the match was decided before it was stopped");
        check("25-20 25-20 25-20 dsq a", "B unplayed 0:0 0:3 0:75");
    }

    #[test]
    fn all_games_are_played_where_the_regulations_say_so() {
        let check = |text: &str, expected: &str| {
            let score = ScoreRule::Games(GameRule { play_all: true, ..GameRule::to(11, 3) });
            check_text(MatchRule { score, tie: None }, text, expected);
        };
        check("11-7 11-7 11-7", "A played 0:0 3:0 33:21");
        check("11-7 11-7 7-11", "A played 0:0 2:1 29:25");
        check("11-7 11-7", "all 3 games are played, here are 2");
        check("11-7 11-7 7-11 11-7", "game 4 follows although the match was won 2:1");
        check("11-7 11-7 3-1 ret a", "B unfinished 0:0 2:0 25:15");
        check("11-7 11-7 7-11 ret a", "the match was decided before it was stopped");
    }

    /// FIBA Art. 8: four quarters, overtimes until somebody leads.
    #[test]
    fn quarters_make_the_total() {
        check_total("80-75 (20-18 15-20 25-20 20-17)", "A played 0:0 0:0 80:75");
        check_total("80-75 (20-18 15-20 25-20 20-18)", "the parts make 80:76, not 80:75");
        check_total("80-75 (40-38 40-37)", "2 parts where there are 4");
        check_total("85-80 (20-20 20-20 20-20 15-15 10-5)", "A played 0:0 0:0 85:80");
        check_total("85-80 (20-20 20-20 20-20 15-15 5-5 5-0)", "A played 0:0 0:0 85:80");
        check_total("85-80 (20-20 20-20 20-20 15-14 10-6)", "overtime 1 although it was 75:74");
        check_total("85-80 (20-20 20-20 20-20 15-15 6-5 4-0)", "overtime 2 although it was 81:80");
        check_total("80-80 (20-20 20-20 20-20 15-15 5-5)", "a draw of 80:80");
        check_total("40-42 (20-22 20-20) def a", "B unfinished 0:0 0:0 40:42");
        check_total("40-42 (20-22 20-21) def a", "the parts make 40:43, not 40:42");
        check_total("80-80 pen 4-3", "these matches know no shoot-out");
    }

    /// Laws of the Game 7 and 10: two halves, an extra time of two, kicks from the penalty mark.
    #[test]
    fn football_knows_draws_and_penalties() {
        let check = |text: &str, expected: &str| {
            let score = ScoreRule::named("football").unwrap();
            check_text(MatchRule { score, tie: None }, text, expected);
        };
        check("1-1", "- played 0:0 0:0 1:1");
        check("0-0 pen 4-3", "A played 0:0 0:0 0:0");
        check("0-0 pen 4-4", "a shoot-out of 4:4");
        check("1-0 pen 4-3", "1:0 needs nothing that decides");
        check("1-1 gold a", "these matches know no golden point");
        check("2-1 (1-0 0-1 0-0 1-0)", "A played 0:0 0:0 2:1");
        check("2-1 (1-0 0-1 1-0)", "3 parts where there are 4");
        check("2-1 (1-0 0-0 1-1 0-0)", "overtime 1 although it was 1:0");
        check("1-0 (0-0 0-0 0-0 0-0 1-0 0-0)", "2 overtimes where 1 are the most");
        check("wo a", "B unplayed 0:0 0:0 0:3");
        check("2-1 ret a", "B unfinished 0:0 0:0 2:1");
        check("2-1 def a", "these matches know no default");
        check("1-1 pen 3-2 ret a", "the match was decided before it was stopped");
    }

    #[test]
    fn plain_points_may_be_level_or_not() {
        let rule = |draw, decision| match ScoreRule::named("points").unwrap() {
            ScoreRule::Total(total) => ScoreRule::Total(TotalRule { draw, decision, ..total }),
            games @ ScoreRule::Games(_) => games,
        };
        let golden = Some(Decider::GoldenPoint);
        let check = |rule, text: &str, expected: &str| check_text(MatchRule { score: rule, tie: None }, text, expected);
        check(rule(true, None), "1-1", "- played 0:0 0:0 1:1");
        check(rule(false, None), "1-1", "a draw of 1:1");
        check(rule(false, golden), "1-1", "level at 1:1 without a golden point");
        check(rule(false, golden), "1-1 gold b", "B played 0:0 0:0 1:1");
        check(rule(true, None), "2-0 (1-0 1-0)", "these matches have no parts");
        check(rule(true, None), "wo a", "B unplayed 0:0 0:0 0:0");
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
