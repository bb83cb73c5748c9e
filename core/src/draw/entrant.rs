//! Those who are drawn, and the order of their seeds.

use super::seed::Lot;
use super::{DrawError, MOST};
use crate::order;

/// One entrant of a draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entrant {
    /// The unit, by any number: entrants with the same number are of one unit.
    pub unit: Option<u32>,
    /// The seed number, from 1. Entrants with the same number are equal; the lot decides between them.
    pub seed: Option<u16>,
}

/// Refuses a list that cannot be drawn.
///
/// Seed numbers begin with 1. After seeds of one number comes the next number (1, 2, 3, 3, 4) or the one that counts
/// all before it (1, 2, 3, 3, 5).
pub(super) fn check(entrants: &[Entrant]) -> Result<(), DrawError> {
    if entrants.len() < 2 {
        return Err(DrawError::TooFew { entrants: entrants.len() });
    }
    if entrants.len() > usize::from(MOST) {
        return Err(DrawError::TooMany { entrants: entrants.len(), most: MOST });
    }
    let mut numbers: Vec<u16> = entrants.iter().filter_map(|entrant| entrant.seed).collect();
    order::sort(&mut numbers);
    let mut last = 0;
    for (before, number) in numbers.into_iter().enumerate() {
        let next = number == last && last > 0 || number == last + 1 || usize::from(number) == before + 1;
        if !next {
            return Err(DrawError::SeedNumber { number, before });
        }
        last = number;
    }
    Ok(())
}

/// The seeded entrants in seeding order, those with the same number in an order by lot.
pub(super) fn seeded(entrants: &[Entrant], lot: &mut Lot) -> Vec<usize> {
    let mut seeded: Vec<usize> = (0..entrants.len()).filter(|index| entrants[*index].seed.is_some()).collect();
    order::sort_by_key(&mut seeded, |index| entrants[*index].seed);
    for equal in seeded.chunk_by_mut(|a, b| entrants[*a].seed == entrants[*b].seed) {
        lot.shuffle(equal);
    }
    seeded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn checked(seeds: &[u16], expected: Result<(), DrawError>) {
        let entrants: Vec<Entrant> = seeds.iter().map(|seed| Entrant { unit: None, seed: Some(*seed) }).collect();
        assert_eq!(check(&entrants), expected);
    }

    #[test]
    fn tiers_may_be_counted_both_ways() {
        checked(&[1, 2, 3, 3, 5, 5], Ok(()));
        checked(&[1, 2, 3, 3, 4, 4], Ok(()));
        checked(&[2, 1, 1], Ok(()));
    }

    #[test]
    fn gaps_are_refused() {
        checked(&[1, 3], Err(DrawError::SeedNumber { number: 3, before: 1 }));
        checked(&[0, 1], Err(DrawError::SeedNumber { number: 0, before: 0 }));
        checked(&[2, 3], Err(DrawError::SeedNumber { number: 2, before: 0 }));
        checked(&[1, u16::MAX], Err(DrawError::SeedNumber { number: u16::MAX, before: 1 }));
        checked(&[], Err(DrawError::TooFew { entrants: 0 }));
    }
}
