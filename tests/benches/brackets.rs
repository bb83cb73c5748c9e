//! Large brackets: made, played out, ranked. `cargo bench -p gongsai-tests --bench brackets`.
//!
//! Entrants are their seed numbers. Who wins is a function of the two and of how often they met (the policy "lcg" of
//! `tests/vectors/outcome-vectors.json`), so every program plays the same event.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use gongsai::bracket::{Bracket, DrawStage, NewResult};
use gongsai::format::{self, seeds};
use gongsai::id::{EntryId, MatchId, Part};
use gongsai::regulations::{DrawTable, Finals, FormatRule, GameRule, Legs, RankingRules, RoundOrder, ScoreRule};
use gongsai::score::{Game, MatchRule, Outcome, Score};
use gongsai::side::{BySide, Side};
use gongsai::standings::{self, GroupResults, Meeting, Options};
use gongsai_tests::timing;
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

const RULE: MatchRule =
    MatchRule { score: ScoreRule::Games(GameRule { target: 11, lead: 2, cap: None, best_of: 3 }), tie: None };

fn draw16(a: u64, b: u64, meeting: u64) -> u32 {
    let (low, high) = (a.min(b) as u32, a.max(b) as u32);
    let mut x =
        low.wrapping_mul(73_856_093) ^ high.wrapping_mul(19_349_663) ^ (meeting as u32).wrapping_mul(83_492_791);
    for _ in 0..3 {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    }
    x >> 16
}

/// Whether the lower number wins.
fn lower_wins(a: u64, b: u64, meeting: u64) -> bool {
    draw16(a, b, meeting) < 39_322
}

fn check_vectors() {
    let text = include_str!("../vectors/outcome-vectors.json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(text).expect("vectors");
    for case in cases {
        let number = |name: &str| case[name].as_u64().expect("a number");
        let (a, b, meeting) = (number("a"), number("b"), number("meeting"));
        assert_eq!(u64::from(draw16(a, b, meeting)), number("draw16"));
        let winner = if lower_wins(a, b, meeting) { a.min(b) } else { a.max(b) };
        assert_eq!(winner, number("winner_lcg"));
    }
}

fn seated(rule: &FormatRule, entrants: u32) -> Bracket {
    let plan = format::plan(rule, DrawTable::Standard, entrants).expect("a plan");
    let order = seeds::order(DrawTable::Standard, plan.positions);
    let grouped = !plan.groups.is_empty();
    let mut bracket = Bracket::build(plan, RULE).expect("a bracket");
    let placings: Vec<(u32, EntryId)> = if grouped {
        (1..=entrants).map(|seed| (seed, EntryId(seed.into()))).collect()
    } else {
        (1..=entrants).zip(order).map(|(seed, position)| (position, EntryId(seed.into()))).collect()
    };
    bracket.seat(DrawStage::First, &placings).expect("seated");
    bracket
}

fn outcome(side: Side) -> Outcome {
    let game = BySide { a: if side == Side::A { 11 } else { 5 }, b: if side == Side::A { 5 } else { 11 } };
    let games: Vec<Game> = vec![game; 2];
    Outcome::Played(Score::Games(games))
}

/// Plays every match that can be played until none is left; the times of the single results.
fn play(bracket: &mut Bracket, timed: bool) -> Vec<Duration> {
    let mut met: HashMap<(u64, u64), u64> = HashMap::new();
    let mut open: VecDeque<MatchId> = bracket.matches().filter(|view| view.is_open()).map(|view| view.id).collect();
    let mut times = Vec::new();
    while let Some(id) = open.pop_front() {
        let entries = bracket.entries(id).expect("an open match");
        let (a, b) = (entries.a.0, entries.b.0);
        let meeting = met.entry((a.min(b), a.max(b))).and_modify(|n| *n += 1).or_insert(1);
        let side = if lower_wins(a, b, *meeting) == (a < b) { Side::A } else { Side::B };
        let new = NewResult { id, outcome: outcome(side), replaces: false, cascade: false };
        let start = timed.then(Instant::now);
        let touched = bracket.record(new, &|_, _| None).expect("recorded");
        times.extend(start.map(|start| start.elapsed()));
        let next = touched.matches.into_iter().filter(|next| *next != id);
        open.extend(next.filter(|next| bracket.match_view(*next).is_some_and(|view| view.is_open())));
    }
    assert!(bracket.matches().all(|view| view.over || matches!(view.id.part, Part::Group(_))), "play ends");
    times
}

/// The median of some runs, and what the last one brought.
fn timed<T>(runs: usize, work: impl FnMut() -> T) -> (Duration, T) {
    let (times, brought) = timing::timed(runs, work);
    (middle(times), brought)
}

fn middle(times: Vec<Duration>) -> Duration {
    timing::median(times).unwrap_or_default()
}

fn ms(time: Duration) -> f64 {
    time.as_nanos() as f64 / 1e6
}

/// Creates, plays and ranks one event.
fn event(name: &str, rule: FormatRule, entrants: u32, runs: usize) {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let (create, fresh) = timed(runs, || seated(&rule, entrants));
    let (live, peak) = (HEAP.current_usage() - before, HEAP.peak_usage() - before);
    let (clone, _) = timed(runs, || fresh.clone());
    let (play_all, _) = timed(runs, || {
        let mut bracket = fresh.clone();
        play(&mut bracket, false);
        bracket
    });
    let mut bracket = fresh;
    let one = middle(play(&mut bracket, true));
    let (places, placed) = timed(runs, || bracket.places());
    let mb = |bytes: usize| bytes as f64 / 1e6;
    println!(
        "{name:22} {entrants:>8}: create {:>9.3} ms, play {:>9.3} ms, one result {:>5} ns, places {:>8.3} ms ({}), copy {:>7.3} ms, heap {:.1} MB, peak {:.1} MB",
        ms(create),
        ms(play_all),
        one.as_nanos(),
        ms(places),
        placed.len(),
        ms(clone),
        mb(live),
        mb(peak),
    );
}

/// A round robin played out, and its standings.
fn round_robin(entrants: u32, runs: usize) {
    let rule = FormatRule::RoundRobin { order: RoundOrder::Berger, legs: Legs::One };
    let (create, fresh) = timed(runs, || seated(&rule, entrants));
    let (play_all, bracket) = timed(runs, || {
        let mut bracket = fresh.clone();
        play(&mut bracket, false);
        bracket
    });
    for name in ["ittf_3.7.5", "bwf_gcr_16.2"] {
        let rules = RankingRules::named(name).expect("a rule set");
        let (rank, table) = timed(runs, || {
            let matches = bracket.group_matches(1).into_iter().filter_map(|found| {
                let entrant = |entry: EntryId| entry.0 as usize - 1;
                let (a, b) = (entrant(found.entries.a), entrant(found.entries.b));
                Some(Meeting { a, b, tally: found.played?.tally })
            });
            let results = GroupResults {
                entrants: entrants as usize,
                matches: matches.collect(),
                lots: Vec::new(),
                finished: true,
            };
            standings::rank(&rules, &Options::default(), &results)
        });
        println!(
            "round robin {name:13} {entrants:>5}: create {:>9.3} ms, play {:>9.3} ms, standings {:>9.3} ms ({} ranked)",
            ms(create),
            ms(play_all),
            ms(rank),
            table.order.len()
        );
    }
}

fn main() {
    check_vectors();
    let double = FormatRule::DoubleElimination { finals: Finals::Reset };
    event("double elimination", double.clone(), 1024, 15);
    event("double elimination", double, 4096, 15);
    round_robin(256, 7);
    for power in (10..=20).step_by(2) {
        event("single elimination", FormatRule::Knockout { places: 2 }, 1 << power, if power < 16 { 15 } else { 3 });
    }
    event("single elimination", FormatRule::Knockout { places: 2 }, 1_000_000, 3);
}
