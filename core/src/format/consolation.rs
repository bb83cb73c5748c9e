//! A second knockout for those who lost early, beside the first.

use super::knockout::{check_number, positions};
use super::rounds::{self, Out};
use super::{Plan, PlanError, PlannedMatch, Slot, byes, routing};
use crate::id::Part;
use crate::regulations::{DrawTable, Fed};

/// The plan of a knockout with a consolation; [`Fed`] says whose losers come into it.
///
/// The losers of the first round meet each other; those of a later round meet who is left, in the order of [`routing`].
/// With [`Fed::FirstMatch`] the losers of the second round come in only if they had a bye or a walkover before, so that
/// everybody plays twice; the match of a place left empty is not played. Those whom the consolation does not take have the
/// places of the knockout, and its own places follow. Their numbers count everybody who may come in: where
/// somebody does not, [`Bracket::places`](crate::bracket::Bracket::places) closes the gap.
///
/// ```
/// use gongsai::format::consolation;
/// use gongsai::regulations::{DrawTable, Fed};
/// let matches = |fed| consolation::plan(fed, DrawTable::Standard, 16).map(|plan| plan.matches.len());
/// assert_eq!((matches(Fed::FirstMatch)?, matches(Fed::Rounds(1))?, matches(Fed::Rounds(4))?), (26, 22, 29));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than a knockout holds.
///
/// # Complexity
/// O(n) for n entrants.
pub fn plan(fed: Fed, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    check_number(entrants, 1)?;
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let mut plan = Plan { positions: size, ..Plan::empty(entrants) };
    let mut side = Side::new(Part::Consolation, size);
    let mut winners = positions(1, size, &byes);
    plan.byes = byes;
    // By round: the losers who do not come into the consolation.
    let mut main: Vec<Vec<Slot>> = Vec::new();
    for round in 1..=size.ilog2() {
        let from = plan.matches.len();
        let number = u16::try_from(round).unwrap_or(u16::MAX);
        let out = rounds::play(&mut plan.matches, Part::Winner, number, &winners);
        winners = out.winners;
        let (kept, taken) = parted(fed, round, out.losers, plan.matches.get(from..).unwrap_or_default());
        if let Some(losers) = taken {
            side.take(&mut plan.matches, round, losers);
        }
        main.push(kept);
    }
    side.finish(&mut plan.matches);
    let mut next = rounds::share(&mut plan.places, 1, &winners);
    for losers in main.iter().rev() {
        next = rounds::share(&mut plan.places, next, losers);
    }
    let first = next;
    side.place(&mut plan.places, next);
    for planned in &mut plan.matches {
        let best = if planned.id.part == Part::Consolation { first } else { 1 };
        planned.places = Some((best, entrants));
    }
    Ok(plan)
}

/// The losers of a round: who keeps the place of the knockout, and who comes into the consolation; a bye where nobody
/// is. `played` are the matches of the round.
fn parted(fed: Fed, round: u32, losers: Vec<Slot>, played: &[PlannedMatch]) -> (Vec<Slot>, Option<Vec<Slot>>) {
    match fed {
        Fed::Rounds(rounds) if round > u32::from(rounds.max(1)) => (losers, None),
        Fed::FirstMatch if round > 2 => (losers, None),
        Fed::FirstMatch if round == 2 => {
            let mut played = played.iter().peekable();
            let mut part = |slot: Slot| match (slot, played.next_if(|planned| slot == Slot::Loser(planned.id))) {
                (Slot::Loser(id), Some(planned)) if planned.slots.iter().any(|(_, s)| matches!(s, Slot::Winner(_))) => {
                    (Slot::LaterLoser(id), Slot::FirstLoser(id))
                }
                (other, _) => (Slot::Bye, other),
            };
            let (kept, taken): (Vec<Slot>, Vec<Slot>) = losers.into_iter().map(&mut part).unzip();
            (kept, Some(taken))
        }
        Fed::Rounds(_) | Fed::FirstMatch => (Vec::new(), Some(losers)),
    }
}

/// A consolation while it is planned.
pub(super) struct Side {
    part: Part,
    size: u32,
    left: Vec<Slot>,
    out: Vec<Vec<Slot>>,
}

impl Side {
    /// A consolation beside a knockout of so many positions.
    pub(super) fn new(part: Part, size: u32) -> Side {
        Side { part, size, left: Vec::new(), out: Vec::new() }
    }

    /// The losers of a round of the knockout come in, those of round 1 first.
    pub(super) fn take(&mut self, matches: &mut Vec<PlannedMatch>, round: u32, losers: Vec<Slot>) {
        if round == 1 {
            self.left = losers;
            return;
        }
        self.play(matches);
        let mask = routing::mask(self.size, round) as usize;
        let routed: Vec<Slot> = (0..losers.len()).filter_map(|place| losers.get(place ^ mask).copied()).collect();
        self.left = rounds::in_turn(&routed, &self.left);
        self.play(matches);
    }

    /// Plays to its end.
    pub(super) fn finish(&mut self, matches: &mut Vec<PlannedMatch>) {
        while self.left.len() > 1 {
            self.play(matches);
        }
    }

    /// Gives places from this one on to those who were in it, and returns the next place.
    pub(super) fn place(&self, places: &mut Vec<(u32, Slot)>, mut next: u32) -> u32 {
        next = rounds::share(places, next, &self.left);
        for losers in self.out.iter().rev() {
            next = rounds::share(places, next, losers);
        }
        next
    }

    fn play(&mut self, matches: &mut Vec<PlannedMatch>) {
        let round = u16::try_from(self.out.len() + 1).unwrap_or(u16::MAX);
        let Out { winners, losers } = rounds::play(matches, self.part, round, &self.left);
        self.left = winners;
        self.out.push(losers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The counts of other programs, for 8, 16 and 32: first-match losers, and everybody fed in.
    #[test]
    fn matches_are_as_many_as_elsewhere() {
        let count = |fed, entrants| plan(fed, DrawTable::Standard, entrants).unwrap().matches.len();
        assert_eq!([8, 16, 32].map(|n| count(Fed::FirstMatch, n)), [12, 26, 54]);
        assert_eq!([8, 16, 32].map(|n| count(Fed::Rounds(u16::MAX), n)), [13, 29, 61]);
        assert_eq!([1, 2, 3].map(|n| count(Fed::Rounds(1), n)), [0, 1, 2]);
    }
}
