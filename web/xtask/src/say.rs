//! What the tool tells the person who waits for it.

use std::time::Instant;

use anyhow::Result;

/// Says one line on standard error.
pub(crate) fn line(text: &str) {
    eprintln!("{text}");
}

/// Numbered steps, each with its time.
pub(crate) struct Steps {
    total: usize,
    done: usize,
    start: Instant,
    /// What was done, and in what time.
    times: Vec<(String, String)>,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: 0, start: Instant::now(), times: Vec::new() }
    }

    /// Does one step: says it before, and how long it took after.
    pub(crate) fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        let number = format!("{}/{}", self.done, self.total);
        line(&format!("{number} {what}"));
        let start = Instant::now();
        let result = work();
        let word = if result.is_ok() { "done" } else { "FAILED" };
        let time = seconds(start);
        line(&format!("{number} {what}: {word} in {time}"));
        self.times.push((what.to_owned(), time));
        result
    }

    /// The steps with their times, one a line.
    pub(crate) fn table(&self) -> String {
        let lines = self.times.iter().map(|(what, time)| format!("{what:12} {time:>12}"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// How long all steps took together.
    pub(crate) fn total(&self) -> String {
        seconds(self.start)
    }
}

fn seconds(start: Instant) -> String {
    let elapsed = start.elapsed();
    if elapsed.as_secs() < 100 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} min {:02} s", elapsed.as_secs() / 60, elapsed.as_secs() % 60)
    }
}
