//! Valid and invalid results, through the case border that the command `gongsai check-score` uses.
//!
//! Source of `vectors/score_validity.json`: ITTF 2.11.1 and 2.12.1, the BWF Laws since 2006 and the BWF decision of April
//! 2026, FIBA without draws; the cases are constructed.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::check_score;
use gongsai::regulations::{GameRule, ScoreRule, TieSystem};
use gongsai::score::{Decision, Game, MatchRule, Outcome, Rubber, Score, Stop, Total, check, format, parse};
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

/// Volleyball, and matches whose games are all played.
fn played_rules() -> [GameRule; 4] {
    let short = GameRule::to(5, 5);
    [GAMES, short.last(3), GameRule { play_all: true, ..short }, GameRule { play_all: true, ..short.last(7).capped(8) }]
}

/// Plays a match rally by rally: the games, the last one as far as it went after `rallies`.
fn play(dice: &mut Dice, rule: &GameRule, rallies: usize) -> (Vec<Game>, Option<Side>) {
    let mut games: Vec<Game> = vec![BySide { a: 0, b: 0 }];
    let mut won = BySide { a: 0, b: 0 };
    for _ in 0..rallies {
        let side = if dice.once_in(2) { Side::A } else { Side::B };
        let last = games.last_mut().unwrap();
        last[side] += 1;
        let (own, other) = (last[side], last[side.other()]);
        let is_last = games.len() == usize::from(rule.best_of);
        let (target, cap) =
            rule.last.filter(|_| is_last).map_or((rule.target, rule.cap), |last| (last.target, last.cap));
        if own >= other + rule.lead && own >= target || cap == Some(own) {
            won[side] += 1;
            let over = if rule.play_all { is_last } else { won[side] > rule.best_of / 2 };
            if over {
                return (games, won.greater());
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
    for _ in 0..5_000 {
        let played = played_rules()[dice.below(4) as usize];
        let rule = MatchRule { score: ScoreRule::Games(played), tie: None };
        let rallies = dice.below(120) as usize;
        let (games, winner) = play(&mut dice, &played, rallies);
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

/// What is played rally by rally is read back from each way to type it.
#[test]
fn a_match_is_typed_in_many_ways() {
    let mut dice = Dice::new(23);
    for _ in 0..3_000 {
        let played = played_rules()[dice.below(4) as usize];
        let rule = MatchRule { score: ScoreRule::Games(played), tie: None };
        let (games, winner) = play(&mut dice, &played, 2_000);
        assert!(winner.is_some());
        let outcome = Outcome::Played(Score::Games(games.clone()));
        let joined = |each: &dyn Fn(&Game) -> String, mark: &str| games.iter().map(each).collect::<Vec<_>>().join(mark);
        let short = joined(
            &|game| match game.greater().unwrap() {
                Side::A => game.b.to_string(),
                Side::B => format!("-{}", game.a),
            },
            " ",
        );
        let words = |game: &Game| format!("{}比{}", game.a, game.b);
        let wide = |text: &str| -> String {
            let wide = |letter: char| match letter {
                '0'..='9' | '-' => char::from_u32(u32::from(letter) + 0xfee0).unwrap(),
                ' ' => '，',
                other => other,
            };
            text.chars().map(wide).collect()
        };
        let plain = format(&outcome);
        for text in [&plain, &short, &wide(&plain), &wide(&short), &joined(&words, "、"), &joined(&words, "；")] {
            assert_eq!(parse(&rule, text).as_ref(), Ok(&outcome), "{text}");
        }
    }
}

/// A match of points, part by part: what comes about is accepted, and no other total, part or overtime beside it.
#[test]
fn every_total_that_play_reaches_is_accepted() {
    let mut dice = Dice::new(24);
    for _ in 0..3_000 {
        let name = ["fiba", "football"][dice.below(2) as usize];
        let rule = MatchRule { score: ScoreRule::named(name).unwrap(), tie: None };
        let (regular, overtime) = if name == "fiba" { (4, 1) } else { (2, 2) };
        let mut part = || BySide { a: dice.below(3) as u16, b: dice.below(3) as u16 };
        let sum = |parts: &[Game]| BySide {
            a: parts.iter().map(|part| part.a).sum::<u16>(),
            b: parts.iter().map(|part| part.b).sum::<u16>(),
        };
        let mut parts: Vec<Game> = (0..regular).map(|_| part()).collect();
        while sum(&parts).greater().is_none() && (name == "fiba" || parts.len() == regular) {
            parts.extend((0..overtime).map(|_| part()));
        }
        let points = sum(&parts);
        let decision = points.greater().is_none().then_some(Decision::Shootout(BySide { a: 3, b: 5 }));
        let total = Total { points, parts, decision };
        let of = |total: &Total| check(&rule, &Outcome::Played(Score::Total(total.clone())));
        let tally = of(&total).unwrap();
        assert_eq!(tally.winner, points.greater().or(Some(Side::B)), "{total:?}");
        assert_eq!(tally.points, points.map(u32::from));
        // A total without its parts is the same.
        assert_eq!(of(&Total { parts: Vec::new(), ..total.clone() }), Ok(tally));
        // One point more in the total, one part less, one overtime more.
        let other = Total { points: BySide { a: points.a + 1, ..points }, decision: None, ..total.clone() };
        assert!(of(&other).is_err(), "{other:?}");
        let mut fewer = total.clone();
        fewer.parts.pop();
        assert!(of(&fewer).is_err(), "{fewer:?}");
        if points.greater().is_some() {
            let mut more = total.clone();
            more.parts.extend((0..overtime).map(|_| BySide { a: 0, b: 0 }));
            assert!(of(&more).is_err(), "{more:?}");
        }
    }
}

fn some_total(dice: &mut Dice) -> Total {
    let parts = if dice.once_in(2) { some_games(dice, 0) } else { Vec::new() };
    let decision = match dice.below(4) {
        0 => Some(Decision::Shootout(some_games(dice, 1)[0])),
        1 => Some(Decision::GoldenPoint(Side::BOTH[dice.below(2) as usize])),
        _ => None,
    };
    Total { points: some_games(dice, 1)[0], parts, decision }
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
        ScoreRule::Total(_) => Score::Total(some_total(dice)),
    }
}

/// Any result, right or wrong, is written and read back as it was, and no text makes the reader panic.
#[test]
fn results_survive_their_text() {
    let mut dice = Dice::new(22);
    let rule = |score, tie| MatchRule { score, tie };
    let games = ScoreRule::Games(GAMES);
    let football = ScoreRule::named("football").unwrap();
    let rules = [
        rule(games, None),
        rule(football, None),
        rule(ScoreRule::FIBA, None),
        rule(games, TieSystem::named("workers_3")),
    ];
    for _ in 0..5_000 {
        let rule = &rules[dice.below(4) as usize];
        let (side, why) = some_stop(&mut dice);
        let outcome = match dice.below(4) {
            0 => Outcome::BothAbsent,
            1 => Outcome::Stopped { side, why, score: None },
            2 => Outcome::Stopped { side, why, score: Some(some_score(&mut dice, rule)) },
            _ => Outcome::Played(some_score(&mut dice, rule)),
        };
        let text = format(&outcome);
        assert_eq!(parse(rule, &text), Ok(outcome), "{text}");
        let letters: Vec<char> = text.chars().chain("／弃|:a1_(点球)- 金".chars()).collect();
        let noise: String = (0..12).map(|_| letters[dice.below(letters.len() as u32) as usize]).collect();
        if let Ok(read) = parse(rule, &noise) {
            let _ = check(rule, &read);
            assert_eq!(parse(rule, &format(&read)), Ok(read), "{noise}");
        }
    }
}
