//! What is still possible in a group, against all outcomes tried one by one, and against random ones.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gongsai::regulations::{GameRule, Notional, RankingRules, ScoreRule, TieSystem};
use gongsai::score::{Ending, Game, MatchRule, Outcome, Rubber, Score, Stop, Tally, check, check_game};
use gongsai::side::{BySide, Side};
use gongsai::standings::{Class, Fate, GroupResults, MOST_OPEN, Meeting, Options, Unfinished, decides, possible, rank};
use gongsai_tests::dice::Dice;
use gongsai_tests::{group, played};

const RULES: [&str; 8] = [
    "fiba_2014+",
    "fiba_goal_average",
    "ittf_3.7.5",
    "ittf_3.7.5_team",
    "bwf_gcr_16.2",
    "bwf_team",
    "cn_badminton_tied",
    "cn_basketball",
];

/// A group of which some matches are open.
struct Drawn {
    group: GroupResults,
    open: Vec<BySide<usize>>,
}

/// A random group with matches taken out again, at most so many.
fn drawn(dice: &mut Dice, entrants: std::ops::RangeInclusive<usize>, most: usize) -> Drawn {
    let mut group = loop {
        let group = group::random(dice);
        if entrants.contains(&group.entrants) {
            break group;
        }
    };
    group.finished = false;
    let mut open = Vec::new();
    for _ in 0..1 + dice.below(u32::try_from(most).unwrap()) {
        if !group.matches.is_empty() {
            let index = dice.below(u32::try_from(group.matches.len()).unwrap()) as usize;
            let meeting = group.matches.swap_remove(index);
            open.push(BySide { a: meeting.a, b: meeting.b });
        }
    }
    Drawn { group, open }
}

/// All games that a rule allows, played point by point.
fn games(rule: &GameRule) -> Vec<Game> {
    let all = (0..8).flat_map(|a| (0..8).map(move |b| Game { a, b }));
    all.filter(|game| check_game(rule, *game).is_ok()).collect()
}

/// All lists of some things that a test finds whole; those that it finds wrong are followed no further.
fn lists<T: Clone>(things: &[T], most: usize, is_whole: impl Fn(&[T]) -> bool) -> Vec<Vec<T>> {
    let mut whole = Vec::new();
    let mut begun = vec![Vec::new()];
    while let Some(list) = begun.pop() {
        if is_whole(&list) {
            whole.push(list);
        } else if list.len() < most {
            begun.extend(things.iter().map(|thing| [list.as_slice(), std::slice::from_ref(thing)].concat()));
        }
    }
    whole
}

/// All that a match can count that is played to its end; totals up to a bound.
fn tallies(rule: &MatchRule, bound: u16) -> Vec<(Class, Tally)> {
    let outcomes: Vec<Outcome> = match (&rule.score, &rule.tie) {
        (ScoreRule::Total(_), _) => {
            let all = (0..bound).flat_map(|a| (0..bound).map(move |b| Game { a, b }));
            all.map(|points| Outcome::Played(Score::Total(points.into()))).collect()
        }
        (ScoreRule::Games(game), tie) => {
            let is_right = |rule: &MatchRule, score: Score| check(rule, &Outcome::Played(score)).is_ok();
            let single = MatchRule { tie: None, ..*rule };
            let most = usize::from(game.best_of);
            let matches = lists(&games(game), most, |games| is_right(&single, Score::Games(games.to_vec())));
            match tie {
                None => matches.into_iter().map(|games| Outcome::Played(Score::Games(games))).collect(),
                Some(system) => {
                    // One list of games for all that count alike.
                    let alike: BTreeMap<String, Vec<Game>> = matches
                        .into_iter()
                        .map(|games| {
                            let tally = check(&single, &Outcome::Played(Score::Games(games.clone()))).unwrap();
                            (format!("{tally:?}"), games)
                        })
                        .collect();
                    let rubbers: Vec<Rubber> = alike.into_values().map(Rubber::Played).collect();
                    let whole = |rubbers: &[Rubber]| is_right(rule, Score::Tie(rubbers.to_vec()));
                    let ties = lists(&rubbers, system.rubbers.len(), whole);
                    ties.into_iter().map(|rubbers| Outcome::Played(Score::Tie(rubbers))).collect()
                }
            }
        }
    };
    let mut found: Vec<(Class, Tally)> = Vec::new();
    for tally in outcomes.iter().filter_map(|outcome| check(rule, outcome).ok()) {
        let score = match (&rule.score, &rule.tie) {
            (ScoreRule::Total(_), _) => None,
            (ScoreRule::Games(_), None) => Some(tally.games),
            (ScoreRule::Games(_), Some(_)) => Some(tally.rubbers),
        };
        let one = (Class { winner: tally.winner.unwrap(), score, margin: None }, tally);
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The places of each entrant in a finished group; lots give each place that a set of equals has.
fn places(rules: &RankingRules, options: &Options, group: &GroupResults) -> Vec<BTreeSet<usize>> {
    let table = rank(rules, options, group);
    let mut places = vec![BTreeSet::new(); group.entrants];
    for (entrant, rank) in table.order.iter().zip(&table.ranks) {
        let equal = table.ranks.iter().filter(|other| *other == rank).count();
        places[*entrant] = (*rank..rank + equal).collect();
    }
    places
}

/// Calls with each completion of a group, and the index of what each open match counts.
fn completions(drawn: &Drawn, outcomes: &[(Class, Tally)], mut each: impl FnMut(&GroupResults, &[usize])) {
    let mut picks = vec![0; drawn.open.len()];
    loop {
        let mut group = GroupResults { finished: true, ..drawn.group.clone() };
        for (open, pick) in drawn.open.iter().zip(&picks) {
            group.matches.push(Meeting { a: open.a, b: open.b, round: 0, tally: outcomes[*pick].1 });
        }
        each(&group, &picks);
        let Some(place) = picks.iter().position(|pick| pick + 1 < outcomes.len()) else { return };
        picks[place] += 1;
        picks[..place].fill(0);
    }
}

/// Random groups of a rule set against all outcomes; how many places are known exactly, of how many.
#[track_caller]
fn enumerated(name: &str, rule: &MatchRule, entrants: usize, most: usize, rounds: u32, seed: u64) -> (usize, usize) {
    let rules = RankingRules::named(name).unwrap();
    let mut dice = Dice::new(seed);
    let outcomes = tallies(rule, 14);
    let (mut exact, mut all) = (0, 0);
    for round in 0..rounds {
        let drawn = drawn(&mut dice, 2..=entrants, most);
        let options = group::options(&mut dice);
        let rest = Unfinished { rules: &rules, options: &options, group: &drawn.group, open: &drawn.open, rule };
        let mut found = vec![BTreeSet::new(); drawn.group.entrants];
        let mut by_class: BTreeMap<(usize, Class), Vec<BTreeSet<usize>>> = BTreeMap::new();
        completions(&drawn, &outcomes, |group, picks| {
            let places = places(&rules, &options, group);
            for (open, pick) in picks.iter().enumerate() {
                let entry =
                    by_class.entry((open, outcomes[*pick].0)).or_insert_with(|| vec![BTreeSet::new(); places.len()]);
                entry.iter_mut().zip(&places).for_each(|(all, places)| all.extend(places));
            }
            found.iter_mut().zip(places).for_each(|(all, places)| all.extend(places));
        });
        let context = format!("{name}, group {round} of seed {seed}: {options:?} {:?} {:?}", drawn.open, drawn.group);
        for (places, found) in possible(&rest).iter().zip(&found) {
            assert!(places.shown.is_subset(found), "shown but not so: {places:?} {found:?} {context}");
            assert!(found.is_subset(&places.allowed), "excluded but so: {places:?} {found:?} {context}");
            all += 1;
            exact += usize::from(places.is_exact());
        }
        for decided in decides(&rest) {
            // Margins have a test of their own.
            for outcome in decided.outcomes.iter().filter(|outcome| outcome.class.margin.is_none()) {
                let open = drawn.open.iter().position(|open| *open == decided.between).unwrap();
                let found = &by_class[&(open, outcome.class)][decided.entrant];
                assert!(outcome.shown.is_subset(found), "shown but not so: {decided:?} {found:?} {context}");
                assert!(found.is_subset(&outcome.allowed), "excluded but so: {decided:?} {found:?} {context}");
            }
        }
    }
    (exact, all)
}

/// A racket rule that is small enough to try everything.
fn small(best_of: u16) -> ScoreRule {
    ScoreRule::Games(GameRule::to(2, best_of).capped(3))
}

#[test]
fn single_games_are_as_all_outcomes_say() {
    for (seed, name) in (1..).zip(RULES) {
        let (exact, all) = enumerated(name, &MatchRule { score: small(1), tie: None }, 5, 4, 150, seed);
        assert!(exact * 100 >= all * 99, "{name}: {exact} of {all} are exact");
    }
}

#[test]
fn best_of_three_is_as_all_outcomes_say() {
    for (seed, name) in (11..).zip(RULES) {
        let (exact, all) = enumerated(name, &MatchRule { score: small(3), tie: None }, 5, 2, 60, seed);
        assert!(exact * 100 >= all * 97, "{name}: {exact} of {all} are exact");
    }
}

#[test]
fn ties_are_as_all_outcomes_say() {
    let score = ScoreRule::Games(GameRule { lead: 1, ..GameRule::to(2, 1) });
    for (seed, name) in (21..).zip(["ittf_3.7.5_team", "bwf_team"]) {
        for play_all in [false, true] {
            let tie = TieSystem::named("workers_3").map(|system| system.playing_all(play_all));
            let (exact, all) = enumerated(name, &MatchRule { score, tie }, 5, 2, 150, seed);
            assert!(exact * 100 >= all * 97, "{name}: {exact} of {all} are exact");
        }
    }
}

/// The scores of these groups are small, so that whatever a total can decide, a total below the bound decides.
#[test]
fn basketball_is_as_all_outcomes_say() {
    for (seed, name) in (31..).zip(["fiba_2014+", "fiba_goal_average"]) {
        let (exact, all) = enumerated(name, &MatchRule { score: ScoreRule::FIBA, tie: None }, 5, 2, 40, seed);
        assert!(exact * 100 >= all * 97, "{name}: {exact} of {all} are exact");
    }
}

/// Of one open match every score that can matter: who wins, each margin up to where a greater one changes nothing, each
/// number of points up to the most that anybody has made. What a margin is said to give is exactly what they give.
#[track_caller]
fn margins_of(rules: &RankingRules, options: &Options, group: &GroupResults, open: BySide<usize>) -> usize {
    let rule = MatchRule { score: ScoreRule::FIBA, tie: None };
    let rest = Unfinished { rules, options, group, open: &[open], rule: &rule };
    let decides = decides(&rest);
    let of = |entrant: usize, side: Side| {
        let met = group.matches.iter().filter(|met| met.a == entrant || met.b == entrant);
        met.map(|met| i64::from(met.tally.points[if met.a == entrant { side } else { side.other() }])).sum::<i64>()
    };
    let made = |entrant| of(entrant, Side::A) + 40;
    let apart: i64 = group
        .matches
        .iter()
        .map(|met| {
            let points = met.tally.points.map(i64::from);
            (points.a - points.b).abs() + 40 * i64::from(points == BySide::default())
        })
        .sum();
    let (most, farthest) = (2 + (0..group.entrants).map(made).max().unwrap(), 2 + apart);
    let mut told = 0;
    for (winner, margin) in Side::BOTH.into_iter().flat_map(|winner| (1..=farthest).map(move |margin| (winner, margin)))
    {
        let mut found = vec![BTreeSet::new(); group.entrants];
        for lost in 0..=most {
            let mut points = BySide { a: u16::try_from(lost).unwrap(), b: u16::try_from(lost).unwrap() };
            points[winner] += u16::try_from(margin).unwrap();
            let tally = check(&rule, &Outcome::Played(Score::Total(points.into()))).unwrap();
            let mut group = GroupResults { finished: true, ..group.clone() };
            group.matches.push(Meeting { a: open.a, b: open.b, round: 0, tally });
            found.iter_mut().zip(places(rules, options, &group)).for_each(|(all, places)| all.extend(places));
        }
        for decides in &decides {
            let of_winner = decides.outcomes.iter().filter(|outcome| outcome.class.winner == winner);
            let holds = |outcome: &&gongsai::standings::Decided| {
                outcome.class.margin.is_none_or(|bounds| {
                    i64::from(bounds.least) <= margin && bounds.most.is_none_or(|most| margin <= i64::from(most))
                })
            };
            let held: Vec<_> = of_winner.filter(holds).collect();
            let context = format!("{winner:?} by {margin}, {open:?}: {decides:?} {found:?} {options:?} {group:?}");
            assert_eq!(held.len(), 1, "{context}");
            assert_eq!(
                (&held[0].shown, &held[0].allowed),
                (&found[decides.entrant], &found[decides.entrant]),
                "{context}"
            );
            told += usize::from(held[0].class.margin.is_some());
        }
    }
    told
}

#[test]
fn margins_are_as_all_scores_say() {
    let rules = RankingRules::named("fiba_2014+").unwrap();
    let mut dice = Dice::new(61);
    let mut told = 0;
    for _ in 0..200 {
        let drawn = drawn(&mut dice, 2..=5, 1);
        let options = group::options(&mut dice);
        if let [open] = drawn.open[..] {
            told += margins_of(&rules, &options, &drawn.group, open);
        }
    }
    let fiba = MatchRule { score: ScoreRule::FIBA, tie: None };
    for _ in 0..8 {
        let (group, open) = played::group(&mut dice, &fiba, 4, 1);
        told += margins_of(&rules, &Options::default(), &group, open[0]);
    }
    assert!(told > 1_000, "{told}");
}

/// A match that somebody does not play to its end: not at all, not as far as its end, or neither appears.
fn stopped(dice: &mut Dice, rule: &MatchRule) -> Tally {
    let loser = if dice.once_in(2) { Side::A } else { Side::B };
    let stop = |why| Outcome::Stopped { side: loser, why, score: None };
    let outcome = match (dice.below(4), rule.score) {
        (0, _) => Outcome::BothAbsent,
        (1, ScoreRule::Total(_)) => stop(Stop::Default),
        (1, ScoreRule::Games(_)) => stop(Stop::Disqualified),
        _ => stop(Stop::Walkover),
    };
    let tally = check(rule, &outcome).unwrap();
    match dice.below(3) {
        // As far as it went.
        0 if tally.winner.is_some() && matches!(rule.score, ScoreRule::Games(_)) => {
            let games = BySide { a: dice.below(2), b: dice.below(2) };
            Tally { ending: Ending::Unfinished, games, points: games.map(|games| games * 11), ..tally }
        }
        _ => tally,
    }
}

/// Of whatever is played, nothing contradicts what was said; and what was said is mostly exact. Where others stop, the
/// bounds hold for those who do not.
#[test]
fn no_completion_contradicts_what_is_said() {
    let (mut tried, mut sure, mut stops) = (0, 0, 0);
    for (seed, (name, rule)) in (41..).zip(played::rules()) {
        let rules = RankingRules::named(name).unwrap();
        let mut dice = Dice::new(seed);
        let (mut exact, mut all) = (0, 0);
        for round in 0..90_usize {
            let entrants = 3 + dice.below(6) as usize;
            let most = if round % 10 == 0 { MOST_OPEN + 4 } else { 6 };
            let open = 1 + dice.below(u32::try_from(most).unwrap()) as usize;
            let (group, open) = played::group(&mut dice, &rule, entrants, open);
            let options = Options {
                walkover: dice.once_in(4).then_some(Notional { rubbers: 2, games: 3, points: 33 }),
                ..Options::default()
            };
            let rest = Unfinished { rules: &rules, options: &options, group: &group, open: &open, rule: &rule };
            let said = possible(&rest);
            assert!(said.iter().all(|places| places.shown.is_subset(&places.allowed) && !places.shown.is_empty()));
            if open.len() <= 6 {
                exact += said.iter().filter(|places| places.is_exact()).count();
                all += said.len();
            }
            let through = 1 + dice.below(2) as usize;
            for completion in 0..40 {
                let mut group = GroupResults { finished: true, ..group.clone() };
                let mut plays = vec![true; entrants];
                for pair in &open {
                    let is_stopped = completion >= 20 && dice.once_in(3);
                    let tally = if is_stopped {
                        stopped(&mut dice, &rule)
                    } else {
                        check(&rule, &played::outcome(&mut dice, &rule)).unwrap()
                    };
                    for (side, entrant) in [(Side::A, pair.a), (Side::B, pair.b)] {
                        plays[entrant] &= !is_stopped || tally.winner == Some(side);
                    }
                    group.matches.push(Meeting { a: pair.a, b: pair.b, round: 0, tally });
                    stops += usize::from(is_stopped);
                }
                for (said, places) in said.iter().zip(places(&rules, &options, &group)) {
                    let context = format!("{name}, group {round}: {said:?} {places:?} {group:?}");
                    let fate = said.fate(through);
                    let is_through = |all: bool| {
                        let mut places = places.iter().map(|place| *place <= through);
                        if all { places.all(|through| through) } else { places.any(|through| through) }
                    };
                    if completion < 20 {
                        assert!(places.is_subset(&said.allowed), "{context}");
                        match fate {
                            Fate::Through { .. } => assert!(is_through(true), "{context}"),
                            Fate::Out { .. } => assert!(!is_through(false), "{context}"),
                            Fate::Open => continue,
                        }
                        sure += 1;
                    } else if plays[said.entrant] {
                        let (best, worst) = said.always.unwrap();
                        assert!(places.iter().all(|place| (best..=worst).contains(place)), "{context}");
                        match fate {
                            Fate::Through { always: true } => assert!(is_through(true), "{context}"),
                            Fate::Out { always: true } => assert!(!is_through(false), "{context}"),
                            Fate::Through { .. } | Fate::Out { .. } | Fate::Open => {}
                        }
                    }
                }
                tried += 1;
            }
        }
        assert!(exact * 100 >= all * 85, "{name}: {exact} of {all} are exact");
    }
    assert!(tried > 20_000 && sure > 10_000 && stops > 10_000, "{tried} {sure} {stops}");
}
