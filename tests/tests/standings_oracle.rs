//! `standings::rank` against a slow reading of `rules.md` A.1 to A.3, written from the pseudo code there: recursion over
//! plain lists, fractions as cross products, each sport on its own.
//!
//! `GONGSAI_LONG=1` draws 100,000 random groups for each rule set, any other run 20,000.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::cmp::Ordering;

use gongsai::regulations::{Notional, RankingRules, Scope, Withdrawal};
use gongsai::score::{Ending, Tally};
use gongsai::side::Side;
use gongsai::standings::{GroupResults, Meeting, Options, rank};
use gongsai_tests::dice::Dice;
use gongsai_tests::group;

/// A match that somebody may look at: who, and what each of the two has.
#[derive(Clone, Copy)]
struct Match {
    who: [usize; 2],
    tally: Tally,
}

impl Match {
    fn side(&self, entrant: usize) -> Option<Side> {
        if self.who[0] == entrant { Some(Side::A) } else { (self.who[1] == entrant).then_some(Side::B) }
    }
}

type Sets = Vec<Vec<usize>>;

/// Sum over the matches of an entrant that lie inside a set (or all), own and other side.
fn sum(matches: &[Match], inside: &[usize], who: usize, of: impl Fn(&Tally, Side) -> i128) -> (i128, i128) {
    let mut totals = (0, 0);
    for game in matches {
        if let Some(side) = game.side(who)
            && game.who.iter().all(|entrant| inside.contains(entrant))
        {
            totals.0 += of(&game.tally, side);
            totals.1 += of(&game.tally, side.other());
        }
    }
    totals
}

fn rubbers(tally: &Tally, side: Side) -> i128 {
    tally.rubbers[side].into()
}

fn games(tally: &Tally, side: Side) -> i128 {
    tally.games[side].into()
}

fn points(tally: &Tally, side: Side) -> i128 {
    tally.points[side].into()
}

fn wins(tally: &Tally, side: Side) -> i128 {
    i128::from(tally.winner == Some(side))
}

/// FIBA: 2, 1, 1 by default, 0 by forfeit.
fn fiba_points(tally: &Tally, side: Side) -> i128 {
    match (tally.winner == Some(side), tally.ending) {
        (true, _) => 2,
        (false, Ending::Unplayed) => 0,
        (false, _) => 1,
    }
}

/// ITTF: 2, 1, 0 for what was not played to its end.
fn ittf_points(tally: &Tally, side: Side) -> i128 {
    if tally.winner == Some(side) { 2 } else { i128::from(tally.ending == Ending::Played) }
}

/// Cuts by a comparison, best first.
fn cut(set: &[usize], compare: impl Fn(usize, usize) -> Ordering) -> Sets {
    let mut parts: Sets = Vec::new();
    for &entrant in set {
        match parts.iter().position(|part| compare(entrant, part[0]).is_eq()) {
            Some(at) => parts[at].push(entrant),
            None => {
                let at = parts.iter().position(|part| compare(entrant, part[0]).is_gt()).unwrap_or(parts.len());
                parts.insert(at, vec![entrant]);
            }
        }
    }
    parts
}

/// w1*l2 against w2*l1, with infinity for nothing lost and 0 for nothing at all.
fn ratio((w1, l1): (i128, i128), (w2, l2): (i128, i128)) -> Ordering {
    let infinite = |won: i128, lost: i128| lost == 0 && won > 0;
    match (infinite(w1, l1), infinite(w2, l2)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => (w1 * l2.max(1)).cmp(&(w2 * l1.max(1))),
    }
}

/// A.1: the pseudo code.
fn fiba(matches: &[Match], all: &[usize], set: &[usize]) -> Sets {
    if set.len() == 1 {
        return vec![set.to_vec()];
    }
    let h2h_points = |e| sum(matches, set, e, fiba_points).0;
    let diff = |inside: &[usize], e| {
        let (scored, conceded) = sum(matches, inside, e, points);
        scored - conceded
    };
    for parts in [
        cut(set, |x, y| h2h_points(x).cmp(&h2h_points(y))),
        cut(set, |x, y| diff(set, x).cmp(&diff(set, y))),
        cut(set, |x, y| sum(matches, set, x, points).0.cmp(&sum(matches, set, y, points).0)),
        cut(set, |x, y| diff(all, x).cmp(&diff(all, y))),
        cut(set, |x, y| sum(matches, all, x, points).0.cmp(&sum(matches, all, y, points).0)),
    ] {
        if parts.len() > 1 {
            return parts.iter().flat_map(|part| fiba(matches, all, part)).collect();
        }
    }
    vec![set.to_vec()]
}

/// A.1, the edition before 2014: quotients, of the games between them, then of all; points scored between them at the end.
fn average(matches: &[Match], all: &[usize], set: &[usize]) -> Sets {
    if set.len() == 1 {
        return vec![set.to_vec()];
    }
    let between =
        |of: fn(&Tally, Side) -> i128| cut(set, |x, y| sum(matches, set, x, of).0.cmp(&sum(matches, set, y, of).0));
    let quotient =
        |inside: &[usize]| cut(set, |x, y| ratio(sum(matches, inside, x, points), sum(matches, inside, y, points)));
    let steps = [between(fiba_points), quotient(set), quotient(all), between(points)];
    match steps.into_iter().find(|parts| parts.len() > 1) {
        Some(parts) => parts.iter().flat_map(|part| average(matches, all, part)).collect(),
        None => vec![set.to_vec()],
    }
}

/// A.2: among the tied only, ratios, and again without those placed.
fn ittf(matches: &[Match], all: &[usize], set: &[usize], team: bool, everywhere: bool) -> Sets {
    if set.len() == 1 {
        return vec![set.to_vec()];
    }
    let inside = if everywhere { all } else { set };
    let by =
        |of: fn(&Tally, Side) -> i128| cut(set, |x, y| ratio(sum(matches, inside, x, of), sum(matches, inside, y, of)));
    let mut steps =
        vec![cut(set, |x, y| sum(matches, inside, x, ittf_points).0.cmp(&sum(matches, inside, y, ittf_points).0))];
    if team {
        steps.push(by(rubbers));
    }
    steps.extend([by(games), by(points)]);
    match steps.into_iter().find(|parts| parts.len() > 1) {
        Some(parts) => parts.iter().flat_map(|part| ittf(matches, all, part, team, everywhere)).collect(),
        None => vec![set.to_vec()],
    }
}

/// A.3: two by their match, three and more by differences of the whole group, never back.
fn bwf(matches: &[Match], all: &[usize], set: &[usize], steps: &[fn(&Tally, Side) -> i128], tied: bool) -> Sets {
    if let [one, two] = *set {
        let won = |e| sum(matches, set, e, wins).0;
        match won(one).cmp(&won(two)) {
            Ordering::Greater => return vec![vec![one], vec![two]],
            Ordering::Less => return vec![vec![two], vec![one]],
            Ordering::Equal => {}
        }
    }
    let Some((of, later)) = steps.split_first() else { return vec![set.to_vec()] };
    let inside = if tied { set } else { all };
    let value = |e| {
        let (won, lost) = sum(matches, inside, e, of);
        won - lost
    };
    let parts = cut(set, |x, y| value(x).cmp(&value(y)));
    let more =
        |part: &Vec<usize>| if part.len() == 1 { vec![part.clone()] } else { bwf(matches, all, part, later, tied) };
    parts.iter().flat_map(more).collect()
}

/// The sets of equals from the top, and the removed.
fn oracle(id: &str, options: &Options, group: &GroupResults) -> (Sets, Vec<usize>) {
    let everybody: Vec<usize> = (0..group.entrants).collect();
    let lost = |e: usize, how: fn(Ending) -> bool| {
        let own = group.matches.iter().filter(|meeting| meeting.a == e || meeting.b == e);
        own.filter(|meeting| {
            let side = if meeting.a == e { Side::A } else { Side::B };
            how(meeting.tally.ending) && meeting.tally.winner != Some(side)
        })
        .count()
    };
    let gone = |e: &usize| match options.withdrawal {
        Some(Withdrawal::Keep) => false,
        // Domestic basketball: two absences, and the team is out with all its results.
        None if id.starts_with("cn_basketball") => lost(*e, |ending| ending == Ending::Unplayed) >= 2,
        None if !id.starts_with("bwf") && !id.starts_with("cn") => false,
        _ => lost(*e, |ending| ending != Ending::Played) > 0,
    };
    let (removed, all): (Vec<usize>, Vec<usize>) = everybody.into_iter().partition(gone);
    // Domestic basketball counts 20:0 for a game that is forfeited.
    let forfeit = id.starts_with("cn_basketball").then_some(Notional { rubbers: 0, games: 0, points: 20 });
    let walkover = options.walkover.or(forfeit);
    let matches: Vec<Match> = group
        .matches
        .iter()
        .filter(|meeting| all.contains(&meeting.a) && all.contains(&meeting.b))
        .map(|meeting| Match { who: [meeting.a, meeting.b], tally: with_walkover(meeting.tally, walkover) })
        .collect();
    let team: [fn(&Tally, Side) -> i128; 3] = [rubbers, games, points];
    let primary: fn(&Tally, Side) -> i128 = match id {
        "fiba_2014+" | "fiba_goal_average" | "cn_basketball" | "cn_basketball_average" => fiba_points,
        "bwf_gcr_16.2" | "bwf_team" | "cn_badminton_tied" => wins,
        _ => ittf_points,
    };
    let value = |e| sum(&matches, &all, e, primary).0;
    let blocks = cut(&all, |x, y| value(x).cmp(&value(y)));
    let resolve = |block: &Vec<usize>| match id {
        _ if block.len() < 2 => vec![block.clone()],
        "fiba_2014+" | "cn_basketball" => fiba(&matches, &all, block),
        "fiba_goal_average" | "cn_basketball_average" => average(&matches, &all, block),
        "cn_badminton_tied" => bwf(&matches, &all, block, &team[1..], options.scope != Some(Scope::All)),
        "bwf_gcr_16.2" => bwf(&matches, &all, block, &team[1..], options.scope == Some(Scope::Tied)),
        "bwf_team" => bwf(&matches, &all, block, &team, options.scope == Some(Scope::Tied)),
        _ => ittf(&matches, &all, block, id.ends_with("team"), options.scope == Some(Scope::All)),
    };
    (blocks.iter().flat_map(resolve).collect(), removed)
}

fn with_walkover(mut tally: Tally, walkover: Option<Notional>) -> Tally {
    let bare = Tally { winner: tally.winner, ..Tally::NOTHING };
    if let (Some(score), Some(winner), true) = (walkover, tally.winner, tally == bare) {
        tally.rubbers[winner] = score.rubbers;
        tally.games[winner] = score.games;
        tally.points[winner] = score.points;
    }
    tally
}

#[track_caller]
fn check(id: &str, seed: u64) {
    let rules = RankingRules::named(id).unwrap();
    let mut dice = Dice::new(seed);
    let (mut ties, mut cuts) = (0, 0);
    let rounds = if std::env::var_os("GONGSAI_LONG").is_some() { 100_000 } else { 20_000 };
    for round in 0..rounds {
        let group = group::random(&mut dice);
        let options = group::options(&mut dice);
        let table = rank(&rules, &options, &group);
        let sets: Sets = {
            let placed: Vec<(usize, usize)> = table.ranks.iter().copied().zip(table.order.iter().copied()).collect();
            placed.chunk_by(|x, y| x.0 == y.0).map(|set| set.iter().map(|(_, e)| *e).collect()).collect()
        };
        let (mut expected, removed) = oracle(id, &options, &group);
        expected.iter_mut().for_each(|set| set.sort_unstable());
        assert_eq!(sets, expected, "{id}, group {round} of seed {seed}: {options:?} {group:?} {table:?}");
        assert_eq!(table.removed, removed, "{id}, group {round} of seed {seed}");
        let equal: Sets = expected.into_iter().filter(|set| set.len() > 1).collect();
        assert_eq!(table.unresolved, equal, "{id}, group {round} of seed {seed}");
        ties += equal.len();
        cuts += table.why.len();
    }
    assert!(ties > 200 && cuts > 2_000, "{id}: the groups have too few ties to test anything ({ties}, {cuts})");
}

/// `rules.md` A.1.
#[test]
fn fiba_groups_agree_with_the_pseudo_code() {
    check("fiba_2014+", 1);
}

/// `rules.md` A.2.
#[test]
fn ittf_groups_agree_with_the_text() {
    check("ittf_3.7.5", 2);
    check("ittf_3.7.5_team", 3);
}

/// `rules.md` A.3.
#[test]
fn bwf_groups_agree_with_the_text() {
    check("bwf_gcr_16.2", 4);
    check("bwf_team", 5);
}

/// `rules.md` A.1, the older edition.
#[test]
fn groups_by_goal_average_agree_with_the_older_text() {
    check("fiba_goal_average", 6);
}

/// `rules.md` A.4: as the federations have it, but for who gives up and what a forfeit counts.
#[test]
fn domestic_groups_agree_with_the_text() {
    check("cn_table_tennis", 7);
    check("cn_table_tennis_team", 8);
    check("cn_badminton_tied", 9);
    check("cn_basketball", 10);
    check("cn_basketball_average", 11);
}

/// A name that is not in the group, and an entrant against itself, count nothing.
#[test]
fn nonsense_matches_count_nothing() {
    let rules = RankingRules::named("fiba_2014+").unwrap();
    let won = Tally { winner: Some(Side::A), ..Tally::NOTHING };
    let matches = vec![Meeting { a: 9, b: 0, round: 0, tally: won }, Meeting { a: 1, b: 1, round: 0, tally: won }];
    let group = GroupResults { entrants: 2, matches, finished: true, ..GroupResults::default() };
    let table = rank(&rules, &Options { withdrawal: Some(Withdrawal::Delete), ..Options::default() }, &group);
    assert_eq!((table.order, table.removed), (vec![0, 1], vec![]));
}
