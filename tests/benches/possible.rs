//! What is still possible in a group of six with five matches open. `cargo bench -p gongsai-tests --bench possible`.

use gongsai::regulations::RankingRules;
use gongsai::standings::{Options, Unfinished, decides, possible};
use gongsai_tests::dice::Dice;
use gongsai_tests::{played, timing};

fn main() {
    for (entrants, open) in [(4, 2), (6, 5), (8, 8), (8, 12), (16, 24)] {
        for (name, rule) in played::rules() {
            let rules = RankingRules::named(name).expect("a rule set");
            let mut dice = Dice::new(7);
            let (mut places, mut decided) = (Vec::new(), Vec::new());
            let (mut exact, mut all) = (0, 0);
            for _ in 0..40 {
                let (group, open) = played::group(&mut dice, &rule, entrants, open);
                let options = Options::default();
                let rest = Unfinished { rules: &rules, options: &options, group: &group, open: &open, rule: &rule };
                let (times, found) = timing::timed(1, || possible(&rest));
                places.extend(times);
                exact += found.iter().filter(|places| places.is_exact()).count();
                all += found.len();
                if open.len() <= 8 {
                    decided.extend(timing::timed(1, || decides(&rest)).0);
                }
            }
            timing::report(&format!("{entrants} with {open} open, {name}: {exact}/{all} exact"), &places);
            if !decided.is_empty() {
                timing::report("    what the matches decide", &decided);
            }
        }
    }
}
