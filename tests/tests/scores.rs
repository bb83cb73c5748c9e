//! Valid and invalid results, through the case border that the command `gongsai check-score` uses.
//!
//! Source of `vectors/score_validity.json`: ITTF 2.11.1 and 2.12.1, the BWF Laws since 2006 and the BWF decision of April
//! 2026, FIBA without draws; the cases are constructed.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::check_score;
use gongsai::regulations::{GameRule, ScoreRule, TieSystem};
use gongsai::score::{Game, MatchRule, Outcome, Rubber, Score, Stop, check, format, parse};
use gongsai::side::{BySide, Side};
use gongsai_tests::dice::Dice;
use serde_json::Value;

#[test]
fn scores_are_valid_or_not_by_the_books() {
    let file: Value = serde_json::from_str(include_str!("../vectors/score_validity.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 47);
    for case in cases {
        let answer: Value = serde_json::from_str(&check_score(&case.to_string()).unwrap()).unwrap();
        assert_eq!(answer["valid"], case["valid"], "{}: {}", case["id"], answer["why"]);
        assert_eq!(answer["why"] == "", answer["valid"] == true, "{}: a refusal has a reason", case["id"]);
    }
}

const GAMES: GameRule = GameRule::to(11, 5).capped(15);

/// Plays a match rally by rally: the games, the last one as far as it went after `rallies`.
fn play(dice: &mut Dice, rule: &GameRule, rallies: usize) -> (Vec<Game>, Option<Side>) {
    let mut games: Vec<Game> = vec![BySide { a: 0, b: 0 }];
    let mut won = BySide { a: 0, b: 0 };
    for _ in 0..rallies {
        let side = if dice.once_in(2) { Side::A } else { Side::B };
        let last = games.last_mut().unwrap();
        last[side] += 1;
        let (own, other) = (last[side], last[side.other()]);
        if own >= other + rule.lead && own >= rule.target || rule.cap == Some(own) {
            won[side] += 1;
            if won[side] > rule.best_of / 2 {
                return (games, Some(side));
            }
            games.push(BySide { a: 0, b: 0 });
        }
    }
    games.pop_if(|game| *game == BySide { a: 0, b: 0 });
    (games, None)
}

/// What comes about by play is accepted, and as what it is.
#[test]
fn every_score_that_play_reaches_is_accepted() {
    let mut dice = Dice::new(21);
    let rule = MatchRule { score: ScoreRule::Games(GAMES), tie: None };
    for _ in 0..5_000 {
        let rallies = dice.below(120) as usize;
        let (games, winner) = play(&mut dice, &GAMES, rallies);
        let played = check(&rule, &Outcome::Played(Score::Games(games.clone())));
        assert_eq!(played.as_ref().ok().and_then(|tally| tally.winner), winner, "{games:?}");
        let score = Some(Score::Games(games.clone()));
        let retired = check(&rule, &Outcome::Stopped { side: Side::A, why: Stop::Retired, score });
        assert_eq!(retired.is_ok(), winner.is_none(), "{games:?}");
        let points: u32 = games.iter().map(|game| u32::from(game.a) + u32::from(game.b)).sum();
        for tally in [played.ok(), retired.ok()].into_iter().flatten() {
            assert_eq!(tally.points.a + tally.points.b, points);
        }
    }
}

fn some_games(dice: &mut Dice, least: u32) -> Vec<Game> {
    let many = least + dice.below(4);
    (0..many).map(|_| BySide { a: dice.below(70_000).min(65_535) as u16, b: dice.below(12) as u16 }).collect()
}

fn some_stop(dice: &mut Dice) -> (Side, Stop) {
    let why = [Stop::Walkover, Stop::Retired, Stop::Disqualified, Stop::Forfeit, Stop::Default];
    (Side::BOTH[dice.below(2) as usize], why[dice.below(5) as usize])
}

fn some_score(dice: &mut Dice, rule: &MatchRule) -> Score {
    let rubber = |dice: &mut Dice| match dice.below(3) {
        0 => Rubber::Unplayed,
        1 => Rubber::Played(some_games(dice, 1)),
        _ => {
            let (side, why) = some_stop(dice);
            Rubber::Stopped { side, why, games: some_games(dice, 0) }
        }
    };
    match rule.score {
        _ if rule.tie.is_some() => Score::Tie((0..=dice.below(4)).map(|_| rubber(dice)).collect()),
        ScoreRule::Games(_) => Score::Games(some_games(dice, 1)),
        ScoreRule::Total(_) => Score::Total(some_games(dice, 1)[0]),
    }
}

/// Any result, right or wrong, is written and read back as it was, and no text makes the reader panic.
#[test]
fn results_survive_their_text() {
    let mut dice = Dice::new(22);
    let rule = |score, tie| MatchRule { score, tie };
    let games = ScoreRule::Games(GAMES);
    let rules = [rule(games, None), rule(ScoreRule::Total(_), None), rule(games, TieSystem::named("workers_3"))];
    for _ in 0..5_000 {
        let rule = &rules[dice.below(3) as usize];
        let (side, why) = some_stop(&mut dice);
        let outcome = match dice.below(4) {
            0 => Outcome::BothAbsent,
            1 => Outcome::Stopped { side, why, score: None },
            2 => Outcome::Stopped { side, why, score: Some(some_score(&mut dice, rule)) },
            _ => Outcome::Played(some_score(&mut dice, rule)),
        };
        let text = format(&outcome);
        assert_eq!(parse(rule, &text), Ok(outcome), "{text}");
        let letters: Vec<char> = text.chars().chain("／弃|:a1_".chars()).collect();
        let noise: String = (0..12).map(|_| letters[dice.below(letters.len() as u32) as usize]).collect();
        if let Ok(read) = parse(rule, &noise) {
            let _ = check(rule, &read);
            assert_eq!(parse(rule, &format(&read)), Ok(read), "{noise}");
        }
    }
}
