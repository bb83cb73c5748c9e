//! What the command line takes: results as they are typed, cases, draws, receipts, plans.

use std::collections::BTreeSet;

use gongsai::bracket::Bracket;
use gongsai::document::case::{check_score, standings, tie};
use gongsai::document::draw::{draw as draw_json, verify_draw};
use gongsai::document::plan::{PlanOptions, plan as plan_json};
use gongsai::draw::PROCEDURE;
use gongsai::format::{self, Plan, Slot, knockout};
use gongsai::id::MatchId;
use gongsai::regulations::{
    Crossing, Directions, DrawTable, Fed, Finals, FormatRule, GameRule, GroupsRule, Legs, RoundOrder, ScoreRule,
    TieSystem,
};
use gongsai::score::{MatchRule, check, parse};
use serde_json::Value as Json;

const GAMES: ScoreRule = ScoreRule::Games(GameRule::to(11, 5));

/// The first byte chooses the rule: games, a total, or a tie of rubbers.
pub(super) fn score(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let named = |name: &str| ScoreRule::named(name).unwrap_or(GAMES);
    let rule = match first % 5 {
        3 => MatchRule { score: named("football"), tie: None },
        4 => MatchRule { score: named("volleyball"), tie: None },
        0 => MatchRule { score: GAMES, tie: None },
        1 => MatchRule { score: ScoreRule::FIBA, tie: None },
        _ => MatchRule { score: GAMES, tie: TieSystem::named("workers_3") },
    };
    match parse(&rule, text) {
        Ok(outcome) => {
            let written = gongsai::score::format(&outcome);
            assert_eq!(parse(&rule, &written).as_ref(), Ok(&outcome), "{written}");
            assert_eq!(check(&rule, &outcome), check(&rule, &outcome));
        }
        Err(refused) => assert!(!refused.to_string().is_empty()),
    }
}

/// One case, asked of all three commands.
pub(super) fn case(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    for answer in [check_score(text), tie(text)] {
        answer.map_or_else(|refused| assert!(is_json(&refused.json())), |answer| assert!(is_json(&answer)));
    }
    let answer = match standings(text) {
        Ok(answer) => answer,
        Err(refused) => return assert!(is_json(&refused.json())),
    };
    assert_eq!(standings(text).as_ref(), Ok(&answer), "the same answer");
    let answer: Json = serde_json::from_str(&answer).expect("an answer is JSON");
    let entrants: Vec<&str> = answer["order"].as_array().expect("a list").iter().filter_map(Json::as_str).collect();
    let once: BTreeSet<&str> = entrants.iter().copied().collect();
    assert_eq!(once.len(), entrants.len(), "everybody is ranked once");
    let ranks: Vec<u64> = answer["ranks"].as_array().expect("a list").iter().filter_map(Json::as_u64).collect();
    assert_eq!(ranks.len(), entrants.len(), "a rank for everybody");
    assert!(ranks.is_sorted() && ranks.iter().zip(1..).all(|(rank, place)| *rank >= 1 && *rank <= place), "{ranks:?}");
}

/// A draw, and the receipt that comes of it.
pub(super) fn draw(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match draw_json(text) {
        Ok(drawn) => {
            assert_eq!(draw_json(text).as_ref(), Ok(&drawn), "the same draw");
            assert!(verify_draw(&drawn).is_ok(), "its receipt holds");
        }
        Err(refused) => assert!(is_json(&refused.json())),
    }
}

/// A receipt; one of the version that draws now is that of its input.
pub(super) fn receipt(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    if let Err(refused) = verify_draw(text) {
        return assert!(is_json(&refused.json()));
    }
    let receipt: Json = serde_json::from_str(text).expect("a receipt is JSON");
    let receipt = receipt.get("receipt").unwrap_or(&receipt);
    if receipt["procedure"] != PROCEDURE {
        return;
    }
    let again = draw_json(&receipt["input"].to_string()).expect("its input can be drawn");
    let again: Json = serde_json::from_str(&again).expect("a draw is JSON");
    assert_eq!(&again["receipt"], receipt, "the receipt of its input");
}

/// Words as for `gongsai plan`: format, entrants, then options of two words, or one for `third-place`.
pub(super) fn plan(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let mut words = text.split_whitespace();
    let (Some(name), Some(Ok(entrants))) = (words.next(), words.next().map(str::parse)) else { return };
    let mut options = PlanOptions::default();
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse::<u16>().ok());
        match word {
            "groups" => options.groups = number(),
            "group-size" => options.group_size = number(),
            "through" => options.through = number(),
            "down-to" => options.down_to = number().map(u32::from),
            "rounds" => options.rounds = number(),
            "legs" => options.legs = number(),
            "preliminary" => options.preliminary = true,
            "no-reset" => options.no_reset = true,
            "then" => options.then = words.next(),
            "order" => options.order = words.next(),
            "first" => options.first = words.next(),
            "third-place" => options.third_place = true,
            "crossing" => options.crossing = words.next(),
            "rule" => options.rule = words.next(),
            _ => return,
        }
    }
    // Plans of a million entrants are right, but long.
    if (10_000..=knockout::MOST).contains(&entrants) {
        return;
    }
    match plan_json(name, entrants, &options) {
        Ok(answer) => assert!(is_json(&answer)),
        Err(refused) => assert!(is_json(&refused.json())),
    }
    // Larger plans are made of the same parts, and take longer.
    if entrants <= 300 {
        check_plans(entrants, &options);
    }
}

/// The plans of these numbers as regulations ask for them.
fn check_plans(entrants: u32, options: &PlanOptions<'_>) {
    let tables = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];
    let table = tables[entrants as usize % tables.len()];
    let places = options.down_to.unwrap_or(2);
    let fed = options.rounds.map_or(Fed::FirstMatch, Fed::Rounds);
    let finals = if options.no_reset { Finals::One } else { Finals::Reset };
    let mut rules = vec![
        FormatRule::Knockout { places },
        FormatRule::Preliminaries { places },
        FormatRule::DoubleElimination { finals },
        FormatRule::Consolation { fed },
        FormatRule::Curtis,
        FormatRule::Compass { directions: Directions::Four },
        FormatRule::Compass { directions: Directions::Eight },
        FormatRule::PagePlayoff,
        FormatRule::Stepladder,
        FormatRule::RoundRobin { order: RoundOrder::Circle, legs: Legs::Two },
    ];
    for crossing in [Crossing::Fixed, Crossing::FixedApart, Crossing::Drawn, Crossing::Shifted, Crossing::Mirrored] {
        let (group_size, through) = (options.group_size.unwrap_or(4), options.through.unwrap_or(2));
        rules.push(FormatRule::Groups(GroupsRule::knockout(group_size, through, crossing, options.third_place)));
    }
    for rule in rules {
        if let Ok(plan) = format::plan(&rule, table, entrants) {
            check_plan(&plan);
            assert!(Bracket::build(plan, MatchRule { score: GAMES, tie: None }).is_ok(), "{rule:?} of {entrants}");
        }
    }
}

fn check_plan(plan: &Plan) {
    let mut known: BTreeSet<MatchId> = BTreeSet::new();
    for planned in &plan.matches {
        for slot in [planned.slots.a, planned.slots.b] {
            check_slot(plan, &known, slot);
        }
        assert!(known.insert(planned.id), "{} stands once", planned.id);
    }
    for (_, slot) in &plan.places {
        check_slot(plan, &known, *slot);
    }
}

#[track_caller]
fn check_slot(plan: &Plan, known: &BTreeSet<MatchId>, slot: Slot) {
    let good = match slot {
        Slot::Position(position) => (1..=plan.positions).contains(&position),
        Slot::Winner(id) | Slot::Loser(id) | Slot::FirstLoser(id) | Slot::LaterLoser(id) => known.contains(&id),
        Slot::Rank { group, rank } => {
            let group = plan.groups.get(usize::from(group).wrapping_sub(1));
            group.is_some_and(|group| (1..=group.len()).contains(&usize::from(rank)))
        }
        Slot::Bye => true,
    };
    assert!(good, "{slot:?} is of nothing before it");
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<Json>(text).is_ok()
}
