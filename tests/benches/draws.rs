//! How long draws take.
//!
//! `cargo bench -p gongsai-tests --bench draws`

#![expect(clippy::expect_used, reason = "a bench that fails stops")]

use gongsai::draw::{Entrant, Qualifier, Seed, Task, draw};
use gongsai::regulations::{DrawRule, DrawTable, GroupSizes};
use gongsai_tests::timing::{report, timed};

const RULE: DrawRule = DrawRule { table: DrawTable::Ittf, units_apart: true };

/// So many entrants of so many units, of which the first are seeded.
fn entrants(number: u32, units: u32, seeds: u16) -> Vec<Entrant> {
    let seed = |index: u32| u16::try_from(index + 1).ok().filter(|seed| *seed <= seeds);
    // Units of uneven size: a third of the entrants come from the first tenth of them.
    let unit = |index: u32| if index.is_multiple_of(3) { index / 3 % (units / 10).max(1) } else { index % units };
    (0..number).map(|index| Entrant { unit: Some(unit(index)), seed: seed(index) }).collect()
}

fn bench(what: &str, runs: usize, task: &Task) {
    let mut seed = 0;
    let (times, _) = timed(runs, || {
        seed += 1;
        draw(task, Seed::of_text(&format!("bench {seed}"))).expect("it can be drawn")
    });
    report(what, &times);
}

fn main() {
    for (number, units, seeds, runs) in [(32, 10, 8, 200), (128, 20, 16, 50), (1024, 50, 32, 9), (4096, 100, 64, 3)] {
        let task = Task::Knockout { entrants: entrants(number, units, seeds), rule: RULE };
        bench(&format!("knockout of {number}, {units} units, {seeds} seeds"), runs, &task);
    }
    for (number, units, runs) in [(32, 10, 200), (128, 20, 50), (1000, 100, 5)] {
        let groups = GroupSizes::AtMost(4);
        let task = Task::Groups { entrants: entrants(number, units, 0), groups, rule: RULE };
        bench(&format!("{number} in groups of 4, {units} units"), runs, &task);
    }
    for groups in [4, 8, 16, 64] {
        let through =
            |group: u16| [1, 2].map(|rank| Qualifier { group, rank, unit: Some(u32::from(group * 7 + rank * 3) % 20) });
        let qualifiers = (1..=groups).flat_map(through).collect();
        bench(&format!("the first two of {groups} groups, crossed"), 9, &Task::Crossing { qualifiers, rule: RULE });
    }
}
