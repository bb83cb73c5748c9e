//! Ranking groups: one of eight in which many are equal, and all groups of an event of 1,024. `cargo bench -p gongsai-tests
//! --bench standings`.

use std::hint::black_box;

use gongsai::regulations::RankingRules;
use gongsai::standings::{GroupResults, Options, rank};
use gongsai_tests::dice::Dice;
use gongsai_tests::{played, timing};

fn main() {
    for (name, rule) in played::rules() {
        let rules = RankingRules::named(name).expect("a rule set");
        let mut dice = Dice::new(7);
        let mut groups = |number: usize, entrants: usize| -> Vec<GroupResults> {
            (0..number).map(|_| played::group(&mut dice, &rule, entrants, 0).0).collect()
        };
        // Of many groups those with the most steps that broke ties.
        let mut eights = groups(1000, 8);
        eights.sort_by_key(|group| usize::MAX - rank(&rules, &Options::default(), group).why.len());
        eights.truncate(100);
        let mut all = Vec::new();
        for group in &eights {
            all.extend(timing::timed(31, || black_box(rank(&rules, &Options::default(), group))).0);
        }
        timing::report(&format!("a group of 8 with ties, {name}"), &all);
        let event = groups(256, 4);
        let (times, _) = timing::timed(31, || {
            event.iter().map(|group| rank(&rules, &Options::default(), group).order.len()).sum::<usize>()
        });
        timing::report(&format!("256 groups of 4, {name}"), &times);
    }
}
