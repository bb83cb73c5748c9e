//! Properties of brackets over random plans, results, corrections, walkovers and double absences.
//!
//! The oracle is slow and simple: a fresh bracket into which every surviving result is entered again in plan order.

use gongsai::bracket::{ChangeError, Occupant};
use gongsai::format::Slot;
use gongsai::id::{EntryId, MatchId, Part};
use gongsai::regulations::{Crossing, Fed, Finals, FormatRule, GroupSizes, GroupsRule};
use gongsai::score::{Outcome, Stop};
use gongsai::side::Side;
use gongsai::simulate::random_outcome;
use gongsai_tests::event::{Event, RULE, enter, formats, seen};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

fn random_result(rng: &mut ChaCha8Rng) -> Outcome {
    if rng.random_range(0..20_u32) == 0 { Outcome::BothAbsent } else { random_outcome(&RULE, rng) }
}

#[track_caller]
fn check(format: &FormatRule, entrants: u32, seed: u64) {
    if let Some(event) = Event::new(format, entrants) {
        check_event(event, &format!("{format:?} {entrants}"), seed);
    }
}

#[track_caller]
fn check_event(mut event: Event, format: &str, seed: u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    for step in 0..100_000 {
        event.draw_again();
        let open: Vec<MatchId> =
            event.bracket.matches().filter(|found| found.is_open()).map(|found| found.id).collect();
        if open.is_empty() {
            break;
        }
        assert!(step < 99_999, "{format}: play does not end");
        let id = open[rng.random_range(0..open.len() as u32) as usize];
        let outcome = random_result(&mut rng);
        enter(&mut event.bracket, id, &outcome, false, false).expect("an open match takes a valid result");
        if rng.random_range(0..6_u32) == 0 {
            correct_one(&mut event, &mut rng);
        }
    }
    assert_eq!(seen(&event.bracket), seen(&event.anew()), "{format} {seed}");
    assert!(event.bracket.matches().all(|found| found.over), "{format}: a match is left over");
    let mut placed: Vec<EntryId> = event.bracket.places().into_iter().map(|(_, entry)| entry).collect();
    let all = placed.len();
    placed.sort_unstable();
    placed.dedup();
    assert_eq!(placed.len(), all, "{format}: an entry has two places");
}

/// Corrects a random played match, sometimes with its consequences; a refusal changes nothing.
fn correct_one(event: &mut Event, rng: &mut ChaCha8Rng) {
    let played: Vec<MatchId> =
        event.bracket.matches().filter(|found| found.played.is_some()).map(|found| found.id).collect();
    let id = played[rng.random_range(0..played.len() as u32) as usize];
    let outcome = random_result(rng);
    let cascade = rng.random_range(0..4_u32) == 0;
    let before = seen(&event.bracket);
    match enter(&mut event.bracket, id, &outcome, true, cascade) {
        Ok(()) => {
            let now = event.bracket.match_view(id).and_then(|found| found.played.cloned());
            assert_eq!(now.map(|played| played.outcome), Some(outcome));
            assert_eq!(seen(&event.bracket), seen(&event.anew()), "after a correction of {id}");
        }
        Err(ChangeError::Consequences { matches, draw }) => {
            assert!(!cascade && (draw || !matches.is_empty()));
            assert_eq!(seen(&event.bracket), before, "a refused correction of {id} changed something");
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn every_event_ends_and_equals_its_results_entered_anew() {
    for (index, format) in formats().iter().enumerate() {
        // Everybody against everybody, twice: the slow oracle has enough with a few.
        let most = if matches!(format, FormatRule::RoundRobin { .. }) { 9 } else { 64 };
        for entrants in 1..=most {
            check(format, entrants, u64::from(entrants) * 100 + index as u64);
        }
    }
}

/// Groups, then groups of those who come out of them, then a final; and groups of given sizes before other formats.
#[test]
fn stages_in_a_row_end_too() {
    let rule = |sizes, through, next| {
        FormatRule::Groups(GroupsRule { sizes, through, best: 0, crossing: Crossing::Fixed, next: Box::new(next) })
    };
    let last = rule(GroupSizes::Number(2), 1, FormatRule::Knockout { places: 2 });
    let double = FormatRule::DoubleElimination { finals: Finals::Reset };
    for seed in 0..20 {
        check(&rule(GroupSizes::Number(3), 2, last.clone()), 11, seed);
        check(&rule(GroupSizes::Each(vec![6, 3, 2, 4, 2]), 2, double.clone()), 17, seed);
        check(&rule(GroupSizes::AtMost(6), 4, FormatRule::PagePlayoff), 6, seed);
    }
}

/// A second final is played just when the winner of the loser side wins the first; taken back, so is the second.
#[test]
fn a_second_final_is_played_only_if_it_must_be() {
    let mut event = Event::new(&FormatRule::DoubleElimination { finals: Finals::Reset }, 4).expect("a plan for four");
    let id = |text: &str| text.parse::<MatchId>().expect("an id");
    let win = |side: Side| Outcome::Stopped { side: side.other(), why: Stop::Retired, score: None };
    for open in ["W1.1", "W1.2", "W2.1", "L1.1", "L2.1"] {
        enter(&mut event.bracket, id(open), &win(Side::A), false, false).expect("recorded");
    }
    enter(&mut event.bracket, id("F1.1"), &win(Side::A), false, false).expect("recorded");
    assert!(event.bracket.match_view(id("F2.1")).is_some_and(|view| view.over && view.played.is_none()));
    let refused = enter(&mut event.bracket, id("F2.1"), &win(Side::A), false, false);
    assert_eq!(refused, Err(ChangeError::NotPlayed(id("F2.1"))));
    let places = event.bracket.places();
    assert_eq!(places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3, 4]);
    enter(&mut event.bracket, id("F1.1"), &win(Side::B), true, false).expect("corrected");
    assert!(event.bracket.match_view(id("F2.1")).is_some_and(|view| view.is_open()));
    enter(&mut event.bracket, id("F2.1"), &win(Side::A), false, false).expect("recorded");
    assert_eq!(event.bracket.places(), places, "the one who lost the first final has won the second");
    let taken_back = enter(&mut event.bracket, id("F1.1"), &win(Side::A), true, false);
    let matches = vec![id("F2.1")];
    assert_eq!(taken_back, Err(ChangeError::Consequences { matches, draw: false }));
    enter(&mut event.bracket, id("F1.1"), &win(Side::A), true, true).expect("corrected with its consequences");
    assert_eq!(event.bracket.places(), places);
}

/// Who loses in the second round after a walkover plays on in the consolation; who had won a match does not.
#[test]
fn a_walkover_is_no_first_match() {
    let id = |text: &str| text.parse::<MatchId>().expect("an id");
    let win = random_outcome(&RULE, &mut ChaCha8Rng::seed_from_u64(3));
    let absent = Outcome::Stopped { side: Side::B, why: Stop::Walkover, score: None };
    for (first, comes_in) in [(&absent, true), (&win, false)] {
        let rule = FormatRule::Consolation { fed: Fed::FirstMatch };
        let mut event = Event::new(&rule, 8).expect("a plan for eight");
        for open in ["W1.1", "W1.2", "W1.3", "W1.4"] {
            enter(&mut event.bracket, id(open), first, false, false).expect("recorded");
        }
        enter(&mut event.bracket, id("W2.1"), &win, false, false).expect("recorded");
        let loser = event.bracket.occupant(Slot::Loser(id("W2.1")));
        let inside = event.bracket.matches().filter(|view| view.id.part == Part::Consolation);
        let there = inside.flat_map(|view| [view.occupants.a, view.occupants.b]).any(|occupant| occupant == loser);
        assert_eq!(there, comes_in);
    }
}

#[test]
fn large_events_end_too() {
    check(&FormatRule::Knockout { places: 4 }, 300, 1);
    let grouped = FormatRule::Groups(GroupsRule::knockout(4, 2, Crossing::Drawn, true));
    check(&grouped, 96, 2);
}

#[test]
fn a_match_that_waits_or_is_decided_takes_no_result() {
    let mut event = Event::new(&FormatRule::Knockout { places: 4 }, 4).expect("a plan for four");
    let id = |text: &str| text.parse::<MatchId>().expect("an id");
    let win = random_outcome(&RULE, &mut ChaCha8Rng::seed_from_u64(3));
    let refused = |event: &mut Event, text, replaces| enter(&mut event.bracket, id(text), &win, replaces, false).err();
    assert_eq!(refused(&mut event, "W2.1", false), Some(ChangeError::Waiting(id("W2.1"))));
    assert_eq!(refused(&mut event, "W9.1", false), Some(ChangeError::NoMatch(id("W9.1"))));
    assert_eq!(refused(&mut event, "W1.1", true), Some(ChangeError::Undecided(id("W1.1"))));
    assert_eq!(refused(&mut event, "W1.1", false), None);
    assert_eq!(refused(&mut event, "W1.1", false), Some(ChangeError::Decided(id("W1.1"))));
}

#[test]
fn a_double_absence_sends_nobody_on() {
    let mut event = Event::new(&FormatRule::Knockout { places: 2 }, 4).expect("a plan for four");
    let id = |text: &str| text.parse::<MatchId>().expect("an id");
    let win = random_outcome(&RULE, &mut ChaCha8Rng::seed_from_u64(3));
    enter(&mut event.bracket, id("W1.1"), &Outcome::BothAbsent, false, false).expect("recorded");
    enter(&mut event.bracket, id("W1.2"), &win, false, false).expect("recorded");
    let last = event.bracket.match_view(id("W2.1")).expect("the final");
    assert_eq!(last.occupants.a, Occupant::Nobody);
    assert!(last.over, "the only one left has won");
    assert_eq!(event.bracket.places().iter().filter(|(place, _)| *place == 1).count(), 1);
}
