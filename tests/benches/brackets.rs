//! Large brackets: made, played out, ranked. `cargo bench -p gongsai-tests --bench brackets`.
//!
//! Entrants are their seed numbers. Who wins is a function of the two and of how often they met (the policy "lcg" of
//! `tests/vectors/outcome-vectors.json`), so every program plays the same event.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::time::{Duration, Instant};

use gongsai::bracket::Bracket;
use gongsai::id::Part;
use gongsai::regulations::FormatRule;
use gongsai_tests::timing;
use gongsai_tests_wasm::playing::{Event, double_elimination, draw16, lower_wins, seated};
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

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

/// Plays every match that can be played until none is left; the times of the single results, if they are asked for.
fn play(fresh: &Bracket, is_timed: bool) -> (Bracket, Vec<Duration>) {
    let mut event = Event::of(fresh.clone());
    let mut times = Vec::new();
    while let Some(new) = event.next_result() {
        let start = is_timed.then(Instant::now);
        event.enter(new);
        times.extend(start.map(|start| start.elapsed()));
    }
    let bracket = event.into_bracket();
    assert!(bracket.matches().all(|view| view.over || matches!(view.id.part, Part::Group(_))), "play ends");
    (bracket, times)
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
    let (play_all, _) = timed(runs, || play(&fresh, false));
    let (bracket, times) = play(&fresh, true);
    let one = middle(times);
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
    let (create, fresh) = timed(runs, || Event::robin(entrants));
    let (play_all, event) = timed(runs, || {
        let mut event = fresh.copy();
        event.play(u32::MAX);
        event
    });
    for name in ["ittf_3.7.5", "bwf_gcr_16.2"] {
        let (rank, order) = timed(runs, || event.rank(name));
        println!(
            "round robin {name:13} {entrants:>5}: create {:>9.3} ms, play {:>9.3} ms, standings {:>9.3} ms ({} ranked)",
            ms(create),
            ms(play_all),
            ms(rank),
            order.len()
        );
    }
}

fn main() {
    check_vectors();
    event("double elimination", double_elimination(), 1024, 15);
    event("double elimination", double_elimination(), 4096, 15);
    round_robin(256, 7);
    for power in (10..=20).step_by(2) {
        event("single elimination", FormatRule::Knockout { places: 2 }, 1 << power, if power < 16 { 15 } else { 3 });
    }
    event("single elimination", FormatRule::Knockout { places: 2 }, 1_000_000, 3);
}
