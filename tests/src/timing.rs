//! How long work takes, for the benches: medians of several runs.

use std::time::{Duration, Instant};

/// The middle one of some times, the upper of two; none of none.
#[must_use]
pub fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

/// The times of some runs, at least one, and what the last one brought; what an earlier one brought is gone before the next
/// begins.
pub fn timed<T>(runs: usize, mut work: impl FnMut() -> T) -> (Vec<Duration>, T) {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let brought = work();
        times.push(start.elapsed());
        if times.len() >= runs {
            return (times, brought);
        }
    }
}

/// Tells how long something took.
#[expect(clippy::print_stdout, reason = "a bench reports on standard output")]
pub fn report(what: &str, times: &[Duration]) {
    println!("{}", line(what, times));
}

/// One line on some times: how many, the median and the slowest, in microseconds.
fn line(what: &str, times: &[Duration]) -> String {
    let micros = |time: Option<Duration>| time.unwrap_or_default().as_secs_f64() * 1e6;
    let (median, slowest) = (micros(median(times.to_vec())), micros(times.iter().max().copied()));
    format!("{what:<50} {:>6} times, median {median:>11.2} µs, slowest {slowest:>11.2} µs", times.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        let times = |times: &[u64]| times.iter().copied().map(Duration::from_micros).collect::<Vec<_>>();
        assert_eq!(median(times(&[9, 1, 5])), Some(Duration::from_micros(5)));
        assert_eq!(median(Vec::new()), None);
        assert!(line("work", &times(&[9, 1, 5])).ends_with("3 times, median        5.00 µs, slowest        9.00 µs"));
        let mut runs = 0;
        let (times, last) = timed(3, || {
            runs += 1;
            runs
        });
        assert_eq!((times.len(), last), (3, 3));
    }
}
