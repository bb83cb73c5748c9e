//! The census: random stories of results, corrections, walkovers, retirements, disqualifications and double absences in
//! every format, with everything that must always hold looked at after each step. A story that fails is cut down to a
//! short one.
//!
//! `GONGSAI_LONG=1` tells 10,000 stories a format, any other run 60; entrants from 1 to 64 (everybody against everybody:
//! to 10), and a few events of up to 1,024.

use gongsai::bracket::{Bracket, ChangeError};
use gongsai::id::MatchId;
use gongsai::regulations::FormatRule;
use gongsai::score::{Outcome, Stop};
use gongsai::side::Side;
use gongsai::simulate::random_outcome;
use gongsai_tests::always::always;
use gongsai_tests::event::{Event, RULE, enter, formats, seen};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// One thing that somebody does; numbers choose among what is possible then.
#[derive(Clone, Copy, Debug)]
enum Step {
    Play(u16, u8),
    Stop(u16, Side, Stop),
    BothAbsent(u16),
    Correct { which: u16, result: u8, cascade: bool },
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let side = prop::sample::select(vec![Side::A, Side::B]);
    let stop = prop::sample::select(vec![Stop::Walkover, Stop::Retired, Stop::Disqualified]);
    let step = prop_oneof![
        12 => (any::<u16>(), any::<u8>()).prop_map(|(which, result)| Step::Play(which, result)),
        3 => (any::<u16>(), side, stop).prop_map(|(which, side, why)| Step::Stop(which, side, why)),
        1 => any::<u16>().prop_map(Step::BothAbsent),
        4 => (any::<u16>(), any::<u8>(), any::<bool>())
            .prop_map(|(which, result, cascade)| Step::Correct { which, result, cascade }),
    ];
    prop::collection::vec(step, 0..most)
}

fn result(seed: u8) -> Outcome {
    if seed == 0 { Outcome::BothAbsent } else { random_outcome(&RULE, &mut ChaCha8Rng::seed_from_u64(u64::from(seed))) }
}

/// One of the matches that are as asked for.
fn one(bracket: &Bracket, which: u16, open: bool) -> Option<MatchId> {
    let fits = |found: &gongsai::bracket::MatchView<'_>| if open { found.is_open() } else { found.played.is_some() };
    let found: Vec<MatchId> = bracket.matches().filter(fits).map(|found| found.id).collect();
    found.get(usize::from(which).checked_rem(found.len())?).copied()
}

fn take(event: &mut Event, step: Step) -> Result<(), TestCaseError> {
    let (which, outcome) = match step {
        Step::Play(which, seed) => (which, result(seed)),
        Step::Stop(which, side, why) => (which, Outcome::Stopped { side, why, score: None }),
        Step::BothAbsent(which) => (which, Outcome::BothAbsent),
        Step::Correct { which, result: seed, cascade } => return correct(event, which, &result(seed), cascade),
    };
    event.draw_again();
    if let Some(id) = one(&event.bracket, which, true) {
        let taken = enter(&mut event.bracket, id, &outcome, false, false);
        prop_assert_eq!(taken, Ok(()), "an open match takes a valid result");
    }
    Ok(())
}

fn correct(event: &mut Event, which: u16, outcome: &Outcome, cascade: bool) -> Result<(), TestCaseError> {
    let Some(id) = one(&event.bracket, which, false) else { return Ok(()) };
    let before = seen(&event.bracket);
    match enter(&mut event.bracket, id, outcome, true, cascade) {
        Ok(()) => prop_assert_eq!(seen(&event.bracket), seen(&event.anew()), "corrected is entered anew: {}", id),
        Err(ChangeError::Consequences { .. }) => {
            prop_assert!(!cascade, "with its consequences a correction is taken");
            prop_assert_eq!(seen(&event.bracket), before, "a refusal changes nothing");
        }
        Err(other) => return Err(TestCaseError::fail(other.to_string())),
    }
    Ok(())
}

/// What holds when all is played.
fn at_the_end(event: &Event) -> Result<(), TestCaseError> {
    let bracket = &event.bracket;
    prop_assert!(bracket.matches().all(|found| found.over), "a match is left over");
    prop_assert_eq!(seen(bracket), seen(&event.anew()), "replayed it is the same");
    let both_absent =
        bracket.matches().any(|found| found.played.is_some_and(|played| played.outcome == Outcome::BothAbsent));
    let places = bracket.places();
    if !both_absent {
        prop_assert_eq!(places.len(), bracket.plan().entrants as usize, "everybody has a place: {:?}", places);
        // Shared places count everybody who shares them: 1, 2, 3, 3, 5 …
        for (place, _) in &places {
            let better = places.iter().filter(|(other, _)| other < place).count();
            prop_assert_eq!(*place as usize, better + 1, "{:?}", places);
        }
    }
    Ok(())
}

fn tell(format: &FormatRule, entrants: u32, story: &[Step]) -> Result<(), TestCaseError> {
    let Some(mut event) = Event::new(format, entrants) else { return Ok(()) };
    for step in story {
        take(&mut event, *step)?;
        always(&event.bracket).map_err(TestCaseError::fail)?;
    }
    for left in 0.. {
        event.draw_again();
        let Some(id) = one(&event.bracket, left, true) else { break };
        prop_assert!(left < u16::MAX, "play does not end");
        let taken = enter(&mut event.bracket, id, &result((left % 250) as u8 + 1), false, false);
        prop_assert_eq!(taken, Ok(()));
    }
    always(&event.bracket).map_err(TestCaseError::fail)?;
    at_the_end(&event)
}

fn census(cases: u32, sizes: impl Fn(&FormatRule) -> std::ops::RangeInclusive<u32>, most: usize) {
    for (number, format) in formats().into_iter().enumerate() {
        let seed = [u8::try_from(number).expect("few formats"); 32];
        let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
        let told = runner.run(&(sizes(&format), steps(most)), |(entrants, story)| tell(&format, entrants, &story));
        if let Err(failure) = told {
            panic!("{format:?}: {failure}");
        }
    }
}

fn is_long() -> bool {
    std::env::var_os("GONGSAI_LONG").is_some()
}

#[test]
fn every_story_in_every_format_holds() {
    let sizes = |format: &FormatRule| if matches!(format, FormatRule::RoundRobin { .. }) { 1..=10 } else { 1..=64 };
    census(if is_long() { 10_000 } else { 60 }, sizes, 120);
}

#[test]
fn great_events_hold_too() {
    let sizes =
        |format: &FormatRule| if matches!(format, FormatRule::RoundRobin { .. }) { 20..=24 } else { 500..=1024 };
    census(if is_long() { 20 } else { 1 }, sizes, 12);
}
