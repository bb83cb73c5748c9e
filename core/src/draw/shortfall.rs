//! What a draw could not keep apart.

use crate::order;

use super::Entrant;

/// Something that is less well spread than the rules ask, because it could not be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// Entrants of one unit meet in the first round.
    FirstRound {
        /// The unit.
        unit: u32,
        /// In how many matches.
        matches: u16,
    },
    /// A unit is not spread evenly over the sections of a knockout (2 halves, 4 quarters …).
    Sections {
        /// The unit.
        unit: u32,
        /// The number of sections, the coarsest that are uneven.
        sections: u16,
        /// The entrants in the section with the fewest.
        fewest: u16,
        /// The entrants in the section with the most.
        most: u16,
        /// The first round, from 1, in which two of the unit can meet.
        round: u16,
    },
    /// A unit is not spread evenly over the groups.
    Groups {
        /// The unit.
        unit: u32,
        /// The entrants in the group with the fewest.
        fewest: u16,
        /// The entrants in the group with the most.
        most: u16,
    },
    /// Two of one group meet again in the first round of the knockout.
    SameGroup {
        /// The group, from 1.
        group: u16,
    },
    /// The first and the second of one group are in the same half of the knockout.
    SameHalf {
        /// The group, from 1.
        group: u16,
    },
}

/// What falls short in a knockout, by unit.
pub(super) fn of_knockout(entrants: &[Entrant], positions: &[Option<usize>]) -> Vec<Shortfall> {
    let mut shortfalls = Vec::new();
    for (unit, members) in units(entrants) {
        let mut places = vec![false; positions.len()];
        for (place, entrant) in places.iter_mut().zip(positions) {
            *place = entrant.is_some_and(|entrant| members.contains(&entrant));
        }
        let matches = count(places.chunks(2).filter(|pair| **pair == [true, true]).count());
        if matches > 0 {
            shortfalls.push(Shortfall::FirstRound { unit, matches });
        }
        let mut sections = 2;
        while sections * 4 <= places.len() {
            let counts = places.chunks(places.len() / sections).map(|part| part.iter().filter(|place| **place).count());
            if let Some((fewest, most)) = uneven(counts.collect(), members.len()) {
                shortfalls.push(Shortfall::Sections {
                    unit,
                    sections: count(sections),
                    fewest,
                    most,
                    round: first(&places),
                });
                break;
            }
            sections *= 2;
        }
    }
    shortfalls
}

/// What falls short in groups, by unit.
pub(super) fn of_groups(entrants: &[Entrant], groups: &[Vec<usize>]) -> Vec<Shortfall> {
    let mut shortfalls = Vec::new();
    for (unit, members) in units(entrants) {
        let inside = |group: &Vec<usize>| group.iter().filter(|entrant| members.contains(entrant)).count();
        if let Some((fewest, most)) = uneven(groups.iter().map(inside).collect(), members.len()) {
            shortfalls.push(Shortfall::Groups { unit, fewest, most });
        }
    }
    shortfalls
}

/// The first round in which two of these places meet.
fn first(places: &[bool]) -> u16 {
    let meet = |round: &u16| places.chunks(1 << round).any(|part| part.iter().filter(|place| **place).count() > 1);
    (1..16).find(meet).unwrap_or(16)
}

/// The units with more than one entrant.
fn units(entrants: &[Entrant]) -> Vec<(u32, Vec<usize>)> {
    let of_units = entrants.iter().enumerate().filter_map(|(index, entrant)| Some((entrant.unit?, index)));
    let mut units = order::groups(of_units);
    units.retain(|(_, members)| members.len() > 1);
    units
}

/// The least and the greatest count, if one of them is not the even share rounded down or up.
fn uneven(counts: Vec<usize>, total: usize) -> Option<(u16, u16)> {
    let (fewest, most) = (*counts.iter().min()?, *counts.iter().max()?);
    let even = total / counts.len() <= fewest && most <= total.div_ceil(counts.len());
    (!even).then_some((count(fewest), count(most)))
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(letters: &str, expected: &[Shortfall]) {
        let unit = |letter: char| letter.is_ascii_uppercase().then(|| u32::from(letter));
        let entrants: Vec<Entrant> = letters.chars().map(|letter| Entrant { unit: unit(letter), seed: None }).collect();
        let positions: Vec<Option<usize>> = (0..entrants.len()).map(Some).collect();
        assert_eq!(of_knockout(&entrants, &positions), expected);
    }

    const A: u32 = 'A' as u32;

    #[test]
    fn even_spreads_fall_short_of_nothing() {
        check("A..A", &[]);
        check("A.B.A.B.", &[]);
    }

    #[test]
    fn clashes_and_crowds_are_told() {
        check("AA..", &[Shortfall::FirstRound { unit: A, matches: 1 }]);
        check("A.A.....", &[Shortfall::Sections { unit: A, sections: 2, fewest: 0, most: 2, round: 2 }]);
        check("AA..AA..", &[Shortfall::FirstRound { unit: A, matches: 2 }]);
    }
}
