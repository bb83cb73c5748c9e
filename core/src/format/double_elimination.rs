//! Double elimination 双败淘汰: who has lost twice is out (rules D.1). Which loser goes where: [`routing`].

use super::knockout::{check_number, positions};
use super::rounds::{self, Out};
use super::{OnlyIf, Plan, PlanError, PlannedMatch, Slot, byes, routing};
use crate::id::{MatchId, Part};
use crate::regulations::{DrawTable, Finals};
use crate::side::Side;

/// The plan of a double elimination of any number of entrants: `2n - 2` matches, and one more that is played only if the
/// winner of the loser side wins the first final. Losers of one round of the loser side share a place.
///
/// ```
/// use gongsai::format::{double_elimination, Slot};
/// use gongsai::regulations::{DrawTable, Finals};
/// let plan = double_elimination::plan(Finals::Reset, DrawTable::Standard, 8)?;
/// assert_eq!(plan.matches.len(), 15);
/// let last = plan.matches.last().expect("a second final");
/// assert_eq!((last.id.to_string(), last.only_if.is_some()), ("F2.1".to_owned(), true));
/// assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 5, 7, 7]);
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants, or more than a knockout holds.
///
/// # Complexity
/// O(n) for n entrants.
pub fn plan(finals: Finals, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    check_number(entrants, 1)?;
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let (matches, places) = (Vec::with_capacity(2 * entrants as usize), Vec::with_capacity(entrants as usize));
    let mut plan = Plan { positions: size, matches, places, ..Plan::empty(entrants) };
    let sides = Sides::play(&mut plan.matches, positions(1, size, &byes), size);
    plan.byes = byes;
    if entrants == 1 {
        plan.places.push((1, sides.winner));
        return Ok(plan);
    }
    let (first, second) = add_finals(&mut plan.matches, finals, sides.winner, sides.loser);
    plan.places.extend([(1, first), (2, second)]);
    let mut next = 3;
    // By loser round: the worst place of those who lose there.
    let mut worst = vec![entrants; sides.out.len()];
    for (round, out) in sides.out.iter().enumerate().rev() {
        next = rounds::share(&mut plan.places, next, out);
        worst.iter_mut().skip(round).take(1).for_each(|worst| *worst = next - 1);
    }
    for planned in &mut plan.matches {
        let round = usize::from(planned.id.round);
        let lost_in = match planned.id.part {
            Part::Loser => round - 1,
            // Winner round 1 leads to loser round 1, round r to 2r - 2.
            Part::Winner => (2 * round).saturating_sub(3),
            _ => usize::MAX,
        };
        planned.places = Some((1, worst.get(lost_in).copied().unwrap_or(2)));
    }
    Ok(plan)
}

/// What comes out of both sides.
pub(super) struct Sides {
    pub(super) winner: Slot,
    pub(super) loser: Slot,
    /// By loser round: who loses there.
    pub(super) out: Vec<Vec<Slot>>,
}

impl Sides {
    /// Adds the matches of both sides: each round of losers comes right after the round of winners that feeds it.
    fn play(matches: &mut Vec<PlannedMatch>, slots: Vec<Slot>, size: u32) -> Sides {
        let mut winners = slots;
        let mut losers: Vec<Slot> = Vec::new();
        let mut out = Vec::new();
        for round in 1.. {
            if winners.len() < 2 {
                break;
            }
            let main = rounds::play(matches, Part::Winner, round, &winners);
            winners = main.winners;
            if round == 1 {
                losers = main.losers;
                continue;
            }
            let mut lost = |slots: &[Slot]| {
                let number = u16::try_from(out.len() + 1).unwrap_or(u16::MAX);
                let Out { winners, losers } = rounds::play(matches, Part::Loser, number, slots);
                out.push(losers);
                winners
            };
            losers = lost(&losers);
            let mask = routing::mask(size, round.into()) as usize;
            let routed = (0..main.losers.len()).filter_map(|place| main.losers.get(place ^ mask).copied());
            losers = lost(&rounds::in_turn(&routed.collect::<Vec<_>>(), &losers));
        }
        let only = |slots: &[Slot]| slots.first().copied().unwrap_or(Slot::Bye);
        Sides { winner: only(&winners), loser: only(&losers), out }
    }
}

/// Adds the finals; who is first and who is second.
fn add_finals(matches: &mut Vec<PlannedMatch>, finals: Finals, winner: Slot, loser: Slot) -> (Slot, Slot) {
    let id = |round| MatchId { part: Part::Final, round, number: 1 };
    let (first, second) = (id(1), id(2));
    matches.push(PlannedMatch::new(first, winner, loser));
    match finals {
        Finals::One => (Slot::Winner(first), Slot::Loser(first)),
        Finals::Reset => {
            let only_if = Some(OnlyIf { id: first, winner: Side::B });
            let (a, b) = (Slot::Loser(first), Slot::Winner(first));
            matches.push(PlannedMatch { only_if, ..PlannedMatch::new(second, a, b) });
            (Slot::Winner(second), Slot::Loser(second))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entrants: u32, expected: &str) {
        let plan = plan(Finals::One, DrawTable::Standard, entrants).unwrap();
        let ids: Vec<String> = plan.matches.iter().map(|planned| planned.id.to_string()).collect();
        assert_eq!(ids.join(" "), expected);
    }

    #[test]
    fn losers_who_are_not_there_make_no_match() {
        check(1, "");
        check(2, "W1.1 F1.1");
        check(3, "W1.2 W2.1 L2.1 F1.1");
        check(5, "W1.2 W2.1 W2.2 L2.1 W3.1 L3.1 L4.1 F1.1");
    }

    #[test]
    fn every_number_has_its_matches_and_places() {
        for entrants in 1..=200 {
            let plan = plan(Finals::Reset, DrawTable::Cn, entrants).unwrap();
            let matches = if entrants == 1 { 0 } else { 2 * entrants - 1 };
            assert_eq!(plan.matches.len(), matches as usize);
            assert_eq!(plan.places.len(), entrants as usize, "{entrants}");
        }
    }
}
