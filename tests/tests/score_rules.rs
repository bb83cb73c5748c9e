//! Score rules as regulations write them, and what becomes of draws, awarded scores and decisions in a meet.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::bracket::{ChangeError, DrawStage};
use gongsai::document::case::check_score;
use gongsai::document::journal;
use gongsai::document::value_from_json;
use gongsai::id::{EventId, MatchId, MeetId};
use gongsai::meet::{Command, Journal, Refused};
use gongsai::publication::{CrossCell, Ended, Meeting, group_sheet};
use gongsai::regulations::{
    AwardedScore, Decider, Defect, DrawTable, FormatRule, GameRule, LastGame, Legs, PartRule, RegulationsDraft,
    RoundOrder, ScoreRule, TotalRule, Value,
};
use gongsai::score::{ScoreError, parse};
use gongsai::side::BySide;
use gongsai::simulate::{EVENT, Simulation, regulations};
use serde_json::{Value as Json, json};

fn value(json: &Json) -> Value {
    value_from_json(json).unwrap()
}

#[track_caller]
fn rule(json: &Json) -> ScoreRule {
    ScoreRule::of_value(&value(json)).unwrap()
}

#[track_caller]
fn defects(json: &Json) -> Vec<String> {
    let all: Vec<Defect> = ScoreRule::of_value(&value(json)).unwrap_err();
    all.iter().map(Defect::to_string).collect()
}

/// The forms of the first regulations mean what they meant.
#[test]
fn the_first_forms_are_read_as_ever() {
    let games = rule(&json!({"target": 11, "lead": 2, "best_of": 5}));
    assert_eq!(games, ScoreRule::Games(GameRule::to(11, 5)));
    let capped = rule(&json!({"kind": "games", "target": 21, "cap": 30, "best_of": 3}));
    assert_eq!(capped, ScoreRule::Games(GameRule::to(21, 3).capped(30)));
    assert_eq!(rule(&json!({"kind": "basketball"})), ScoreRule::FIBA);
}

#[test]
fn a_rule_is_a_name_or_a_table_over_one() {
    for (name, built_in) in ScoreRule::BUILT_IN {
        assert_eq!(rule(&json!(name)), *built_in);
        assert_eq!(rule(&json!({"base": name})), *built_in);
    }
    let own = json!({"base": "volleyball", "best_of": 3, "last": 13, "last_cap": 15, "cap": 27, "award": false});
    let last = Some(LastGame { target: 13, cap: Some(15) });
    let expected = GameRule { last, cap: Some(27), ..GameRule::to(25, 3) };
    assert_eq!(rule(&own), ScoreRule::Games(expected));
    let all = rule(&json!({"base": "tt_11", "best_of": 3, "play_all": true, "award": true}));
    assert_eq!(all, ScoreRule::Games(GameRule { play_all: true, award: Some(""), ..GameRule::to(11, 3) }));
    let tug = json!({"kind": "points", "decision": "golden-point", "forfeit": 2, "parts": 2, "overtimes": 1});
    let expected = TotalRule {
        parts: Some(PartRule { regular: 2, overtime: 1, overtimes: Some(1) }),
        draw: false,
        decision: Some(Decider::GoldenPoint),
        forfeit: Some(AwardedScore { points: 2, clause: "" }),
        default: None,
    };
    assert_eq!(rule(&tug), ScoreRule::Total(expected));
    let plain = rule(&json!({"base": "football", "parts": 0, "decision": "none", "forfeit": 3}));
    let clause = AwardedScore { points: 3, clause: "FIFA Disciplinary Code" };
    let expected = TotalRule { parts: None, draw: true, decision: None, forfeit: Some(clause), default: None };
    assert_eq!(plain, ScoreRule::Total(expected));
}

#[test]
fn every_defect_of_a_score_rule_is_named() {
    let one = |json: Json| defects(&json).join("; ");
    assert!(one(json!("cricket")).starts_with("score: expected one of tt_11, badminton_21, "));
    assert!(one(json!({"base": "cricket", "target": 1, "best_of": 1})).starts_with("score.base: expected one of"));
    assert_eq!(one(json!(11)), "score: expected a score rule, or its name");
    assert_eq!(one(json!({"target": 11})), "score.best_of: missing");
    assert_eq!(
        one(json!({"target": 0, "best_of": 2, "lead": 0})),
        "score.target: expected at least 1; score.best_of: expected an odd number up to 99; \
         score.cap: expected a cap not below the target, and a lead of at least 1"
    );
    assert_eq!(one(json!({"target": 25, "best_of": 5, "last_cap": 17})), "score.last: missing");
    assert_eq!(
        one(json!({"target": 25, "best_of": 5, "last": 15, "last_cap": 14})),
        "score.last: expected at least 1, and a cap not below it"
    );
    assert_eq!(one(json!({"target": 25, "best_of": 5, "draw": true})), "score.draw: unknown name");
    assert_eq!(one(json!({"kind": "points", "target": 25})), "score.target: unknown name");
    assert_eq!(one(json!({"kind": "points", "overtimes": 1})), "score.parts: missing");
    assert_eq!(
        one(json!({"kind": "points", "parts": 100, "overtime": 0})),
        "score.parts: expected a number up to 99; score.overtime: expected a number from 1 to 99"
    );
    assert_eq!(
        one(json!({"base": "fiba", "kind": "games", "target": 11})),
        "score.kind: expected the kind of the base, or none"
    );
    assert_eq!(
        one(json!({"kind": "points", "decision": "coin"})),
        "score.decision: expected one of shootout, golden-point, none"
    );
}

/// Who does not appear loses by this score, by the article beside it: FIBA Art. 20, FIVB 6.4.1 and beach 7.4.1, football
/// 3:0; table tennis and badminton count nothing (ITTF 3.7.5.1).
#[test]
fn an_awarded_score_is_data() {
    let of = |rule: &str| {
        let answer = check_score(&json!({"rule": rule, "result": "wo b"}).to_string()).unwrap();
        let answer: Json = serde_json::from_str(&answer).unwrap();
        assert_eq!((&answer["valid"], &answer["winner"]), (&json!(true), &json!("a")), "{rule}");
        (answer["games"].clone(), answer["points"].clone())
    };
    for (rule, games, points) in [
        ("tt_11", 0, 0),
        ("badminton_21", 0, 0),
        ("volleyball", 3, 75),
        ("beach_volleyball", 2, 42),
        ("fiba", 0, 20),
        ("football", 0, 3),
        ("points", 0, 0),
    ] {
        assert_eq!(of(rule), (json!([games, 0]), json!([points, 0])), "{rule}");
    }
    for (name, rule) in ScoreRule::BUILT_IN {
        let clauses = match rule {
            ScoreRule::Games(rule) => vec![rule.award],
            ScoreRule::Total(rule) => [rule.forfeit, rule.default].map(|award| Some(award?.clause)).to_vec(),
        };
        assert!(clauses.iter().flatten().all(|clause| !clause.is_empty()), "{name}");
    }
}

#[test]
fn the_command_says_how_a_result_is_read() {
    let answer = |case: Json| -> Json { serde_json::from_str(&check_score(&case.to_string()).unwrap()).unwrap() };
    assert_eq!(
        answer(json!({"rule": "tt_11", "result": "7 -9 0 10"})),
        json!({"valid": true, "why": "", "read": "11-7 9-11 11-0 12-10", "winner": "a", "games": [3, 1], "points": [43, 28]})
    );
    assert_eq!(
        answer(json!({"rule": "football", "result": "1-1"})),
        json!({"valid": true, "why": "", "read": "1-1", "winner": null, "games": [0, 0], "points": [1, 1]})
    );
    assert_eq!(
        answer(json!({"rule": "football", "result": "1-1", "knockout": true})),
        json!({"valid": false, "why": "level at 1:1 without a shoot-out", "read": "1-1"})
    );
    assert_eq!(
        answer(json!({"rule": {"target": 31, "best_of": 1}, "result": "31"})),
        json!({"valid": true, "why": "", "read": "33-31", "winner": "a", "games": [1, 0], "points": [33, 31]})
    );
    assert_eq!(
        answer(json!({"rule": "tt_11", "result": "elf"})),
        json!({"valid": false, "why": "unknown word at 1: e"})
    );
    let refused = check_score(&json!({"rule": {"target": 11}, "result": "1"}).to_string()).unwrap_err();
    assert_eq!(refused.to_string(), "rule.best_of: missing");
}

/// Regulations of one event with this score rule.
fn draft(format: &FormatRule, ranking: &str, score: &Json) -> RegulationsDraft {
    let RegulationsDraft(mut whole) = regulations(format, DrawTable::Ittf, ranking);
    let Value::Map(fields) = &mut whole else { panic!("a table") };
    let Some(Value::List(events)) = fields.get_mut("event") else { panic!("events") };
    let Some(Value::Map(event)) = events.first_mut() else { panic!("an event") };
    event.insert("score".to_owned(), value(score));
    RegulationsDraft(whole)
}

const ROBIN: FormatRule = FormatRule::RoundRobin { order: RoundOrder::Berger, legs: Legs::One };
const CUP: FormatRule = FormatRule::Knockout { places: 2 };

fn drawn(format: &FormatRule, score: &Json, units: u16) -> (Simulation, EventId) {
    let event = EventId::new(EVENT).unwrap();
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "scores");
    simulation.ask(Command::SetRegulations(draft(format, "football_fifa_2022", score))).unwrap();
    simulation.enter_units(units).unwrap();
    let prepared = simulation.journal().meet().prepare_draw(&event, DrawStage::First, "7").unwrap();
    simulation.ask(Command::Draw(prepared.drawn)).unwrap();
    (simulation, event)
}

fn enter(simulation: &mut Simulation, event: &EventId, id: MatchId, text: &str) -> Result<(), Refused> {
    let rule = simulation.journal().meet().event(event).unwrap().bracket().rule().clone();
    let outcome = parse(&rule, text).unwrap();
    simulation.ask(Command::Result { event: event.clone(), id, entries: None, outcome })
}

fn open(simulation: &Simulation, event: &EventId) -> Vec<MatchId> {
    let state = simulation.journal().meet().event(event).unwrap();
    state.bracket().matches().filter(|found| found.is_open()).map(|found| found.id).collect()
}

/// FIFA World Cup 2022, Art. 12: 3 points for a win, 1 for a draw.
#[test]
fn a_draw_counts_in_a_group() {
    let (mut simulation, event) = drawn(&ROBIN, &json!("football"), 3);
    let texts = ["1-1 (0-1 1-0)", "2-0", "0-0"];
    for (id, text) in open(&simulation, &event).into_iter().zip(texts) {
        enter(&mut simulation, &event, id, text).unwrap();
    }
    let standings = simulation.journal().meet().event(&event).unwrap().standings(1).unwrap();
    let rows: Vec<(i64, u32, u32, u32)> =
        standings.rows.iter().map(|row| (row.match_points, row.won, row.drawn, row.lost)).collect();
    assert_eq!(rows, [(4, 1, 1, 0), (2, 0, 2, 0), (1, 0, 1, 1)]);
    assert!(standings.unresolved.is_empty());
    // The same on the page: rows of the ranking, and how each met each.
    let sheet = group_sheet(simulation.journal().meet(), &event, 1).unwrap();
    let shown: Vec<_> = sheet.ranking.iter().map(|row| (row.won, row.drawn, row.lost)).collect();
    assert_eq!(shown, [(1, Some(1), 0), (0, Some(2), 0), (0, Some(1), 1)]);
    let met = |cell: &CrossCell| match cell {
        CrossCell::Met(met) => match met[..] {
            [Meeting::Played { ended, .. }] => Some(ended),
            _ => None,
        },
        CrossCell::Own => None,
    };
    let mut ended: Vec<Ended> = sheet.rows.iter().flat_map(|row| row.cells.iter().filter_map(met)).collect();
    ended.sort_by_key(|ended| format!("{ended:?}"));
    assert_eq!(ended, [Ended::Drawn, Ended::Drawn, Ended::Drawn, Ended::Drawn, Ended::Lost, Ended::Won]);
    // What is stored beside a total comes back.
    let read = journal::read(&journal::write(simulation.journal())).unwrap();
    let meet = read.journal.meet();
    let first = meet.event(&event).unwrap().bracket().matches().find_map(|found| {
        found.played.map(|played| gongsai::score::format(&played.outcome)).filter(|text| text.contains('('))
    });
    assert_eq!(first.as_deref(), Some("1-1 (0-1 1-0)"));
}

/// Law 10: where the rules of the competition want a winner, kicks from the penalty mark.
#[test]
fn a_knockout_refuses_a_draw_until_it_is_decided() {
    let (mut simulation, event) = drawn(&CUP, &json!("football"), 4);
    let first = open(&simulation, &event)[0];
    let points = BySide { a: 1, b: 1 };
    let by = Decider::Shootout;
    let refused = enter(&mut simulation, &event, first, "1-1").unwrap_err();
    assert_eq!(refused, Refused::Change(ChangeError::Score(ScoreError::Undecided { points, by })));
    enter(&mut simulation, &event, first, "1-1 pen 5-4").unwrap();

    let (mut simulation, event) = drawn(&CUP, &json!("points"), 4);
    let first = open(&simulation, &event)[0];
    let refused = enter(&mut simulation, &event, first, "1-1").unwrap_err();
    assert_eq!(refused, Refused::Change(ChangeError::Score(ScoreError::NoWinner { points })));
    let before = open(&simulation, &event);
    enter(&mut simulation, &event, first, "2-1").unwrap();
    assert_eq!(before.len() - 1, open(&simulation, &event).len());
    // Nobody came: nobody goes on.
    let second = open(&simulation, &event)[0];
    enter(&mut simulation, &event, second, "both").unwrap();
}

#[test]
fn draws_need_points_in_the_ranking() {
    let verify = |ranking: &str| draft(&ROBIN, ranking, &json!("football")).verify();
    assert!(verify("football_fifa_2022").is_ok());
    let defects = verify("fiba_2014+").unwrap_err();
    let text: Vec<String> = defects.iter().map(Defect::to_string).collect();
    let expected = "event[1].ranking: expected rules with points for a draw, for matches that may be drawn";
    assert_eq!(text, [expected]);
}

#[test]
fn meets_of_every_score_rule_are_played_to_the_end() {
    for (name, _) in ScoreRule::BUILT_IN {
        let (mut simulation, event) = drawn(&ROBIN, &json!(name), 5);
        simulation.play_out(&event).unwrap();
        assert!(open(&simulation, &event).is_empty(), "{name}");
    }
}

const MEET: &str = r#"
format = 1
id = "scores"
title = "职工运动会"
reference_date = "2026-09-01"
first_match = "2026-10-19"
sports = ["VB", "TW"]

[[event]]
id = "VB_M"
name = "男子排球"
sport = "VB"
form = "男子"
kind = "team"
sex = "M"
format = { kind = "round-robin" }
ranking = "volleyball_fivb"
score = "volleyball"

[[event]]
id = "TW"
name = "拔河"
sport = "TW"
form = "拔河"
kind = "team"
format = { kind = "knockout" }
score = { kind = "points", decision = "golden-point", forfeit = 2 }
"#;

/// A meet of volleyball and tug of war from its regulations to the end: 3:0 and 3:1 give 3 points and none, 3:2 gives 2 and
/// 1 (FIVB).
#[test]
fn a_meet_of_volleyball_and_tug_of_war() {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "volleyball");
    let draft = gongsai::document::regulations_from_toml(MEET).unwrap();
    simulation.ask(Command::SetRegulations(draft)).unwrap();
    simulation.enter_units(6).unwrap();
    assert_eq!(simulation.play_all().len(), 0);
    let read = journal::read(&journal::write(simulation.journal())).unwrap();
    assert!(read.problems.is_empty());
    let meet = read.journal.meet();
    let volleyball = meet.event(&EventId::new("VB_M").unwrap()).unwrap();
    let table = volleyball.standings(1).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.match_points).sum::<i64>(), 3 * 15);
    let close = volleyball.bracket().matches().filter(|found| found.played.unwrap().tally.games.a.min(2) == 2).count();
    assert!(close > 0);
    let tug = meet.event(&EventId::new("TW").unwrap()).unwrap();
    assert_eq!(tug.bracket().places().first().map(|(place, _)| *place), Some(1));
    let entry = |text: &str| {
        let rule = tug.bracket().rule();
        gongsai::score::check(rule, &parse(rule, text).unwrap()).unwrap().winner
    };
    assert_eq!((entry("1-1 加赛 乙"), entry("2:0")), (Some(gongsai::side::Side::B), Some(gongsai::side::Side::A)));
}

/// A total as it was ever stored, and what may now stand beside it.
#[test]
fn what_stands_beside_nothing_is_refused() {
    let read = |outcome: Json| {
        let command = json!({"do": "result", "event": "FB", "id": "W1.1", "outcome": outcome});
        gongsai::document::command_from_json(&command.to_string()).is_ok()
    };
    assert!(read(json!({"total": [80, 75]})));
    assert!(read(json!({"total": [1, 1], "parts": [[1, 0], [0, 1]], "shootout": [4, 3]})));
    assert!(!read(json!({"parts": [[1, 0]]})));
    assert!(!read(json!({"games": [[11, 7]], "shootout": [4, 3]})));
    assert!(!read(json!({"total": [1, 1], "shootout": [4, 3], "golden_point": "a"})));
    assert!(!read(json!({"total": [1, 1], "golden_point": "c"})));
}
