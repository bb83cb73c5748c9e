//! Crossings of groups by tables: the usual one, and those of other books for the first two of each group.

use super::crossing::{Came, Leaning, Seats};
use super::{PlanError, Slot, byes, seeds};
use crate::order;
use crate::regulations::{Crossing, DrawTable};

/// The slots of a knockout that begins with the first two of each group, a power of two of them.
///
/// [`Crossing::Shifted`]: the winner of a group meets the second of the group half of all groups further on (A1-C2, B1-D2,
/// C1-A2, D1-B2). [`Crossing::Mirrored`]: that of the group as far from the last (A1-D2, B1-C2, C1-B2, D1-A2). Both put
/// the two of a group into different halves. Where the matches are no power of two, the winners of the first groups of each
/// half wait a round more. For three groups both are A1, B1-C2 | C1, A2-B2.
///
/// # Errors
/// [`PlanError::Crossing`] for another number than two of each group, and for odd numbers of groups but 1 and 3.
pub(super) fn slots(crossing: Crossing, groups: u16, through: u16) -> Result<Vec<Slot>, PlanError> {
    let rank = |group, rank| Slot::Rank { group, rank };
    if through != 2 || (groups % 2 == 1 && ![1, 3].contains(&groups)) {
        return Err(PlanError::Crossing { groups, through });
    }
    if groups == 1 {
        return Ok(vec![rank(1, 1), rank(1, 2)]);
    }
    if groups == 3 {
        let waiting = |group| [rank(group, 1), Slot::Bye];
        return Ok([waiting(1), [rank(2, 1), rank(3, 2)], waiting(3), [rank(1, 2), rank(2, 2)]].concat());
    }
    let half = groups / 2;
    let other = |group: u16| match crossing {
        Crossing::Mirrored => groups + 1 - group,
        Crossing::Shifted | Crossing::Fixed | Crossing::FixedApart | Crossing::Drawn => (group - 1 + half) % groups + 1,
    };
    let size = usize::from(half.checked_next_power_of_two().unwrap_or(half));
    let mut slots = Vec::new();
    for first in [1, half + 1] {
        // Those who wait stand alone in a quarter of their own.
        let mut free = size - usize::from(half);
        for group in first..first + half {
            slots.extend([rank(group, 1), rank(other(group), 2)]);
            if free > 0 {
                slots.extend([Slot::Bye, Slot::Bye]);
                free -= 1;
            }
        }
    }
    Ok(slots)
}

/// The fixed crossing: of one from each group the usual seeding by groups (1 against the last); of more, the winners
/// of odd groups in the upper half and of even groups in the lower, mirrored, and the others as in [`Seats`].
pub(crate) fn fixed(groups: u16, through: u16) -> Vec<Slot> {
    let qualified = u32::from(groups) * u32::from(through);
    let size = byes::size(qualified);
    let mut order = seeds::order(DrawTable::Cn, size);
    order.truncate(qualified as usize);
    if through > 1 {
        order.chunks_mut(2).for_each(order::sort);
    }
    let mut seats = Seats::new(size);
    for (rank, places) in (1..=through).zip(order.chunks(usize::from(groups))) {
        let people: Vec<Came> = (1..=groups).map(|group| Came { group, rank, unit: None }).collect();
        if rank == 1 {
            people.iter().zip(places).for_each(|(came, place)| seats.put(*place, *came));
        } else {
            seats.put_rank(&people, places, Leaning::PartnerGroups);
        }
    }
    let mut slots = Vec::new();
    for pair in seats.seats.chunks(2) {
        let mut pair = pair.to_vec();
        order::sort_by_key(&mut pair, |came| came.map_or((u16::MAX, 0), |came| (came.rank, came.group)));
        slots.extend(pair.into_iter().map(|came| match came {
            Some(Came { group, rank, .. }) => Slot::Rank { group, rank },
            None => Slot::Bye,
        }));
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(slots: &[Slot], expected: &str) {
        let letter = |group: u16| char::from(b'A' + u8::try_from(group - 1).unwrap());
        let name = |slot: &Slot| match slot {
            Slot::Rank { group, rank } => format!("{}{rank}", letter(*group)),
            _ => "-".to_owned(),
        };
        assert!(slots.len().is_power_of_two());
        let pairs: Vec<String> = slots.chunks(2).map(|pair| pair.iter().map(name).collect()).collect();
        assert_eq!(pairs.join(" "), expected);
    }

    #[track_caller]
    fn check(crossing: Crossing, groups: u16, expected: &str) {
        same(&slots(crossing, groups, 2).unwrap(), expected);
    }

    /// The two conventions of other programs.
    #[test]
    fn tables_are_those_of_the_books() {
        check(Crossing::Shifted, 2, "A1B2 B1A2");
        check(Crossing::Shifted, 3, "A1- B1C2 C1- A2B2");
        check(Crossing::Shifted, 4, "A1C2 B1D2 C1A2 D1B2");
        check(Crossing::Shifted, 6, "A1D2 -- B1E2 C1F2 D1A2 -- E1B2 F1C2");
        check(Crossing::Shifted, 8, "A1E2 B1F2 C1G2 D1H2 E1A2 F1B2 G1C2 H1D2");
        check(Crossing::Mirrored, 4, "A1D2 B1C2 C1B2 D1A2");
    }

    #[test]
    fn other_numbers_are_refused() {
        assert_eq!(slots(Crossing::Mirrored, 5, 2), Err(PlanError::Crossing { groups: 5, through: 2 }));
        assert_eq!(slots(Crossing::Shifted, 4, 3), Err(PlanError::Crossing { groups: 4, through: 3 }));
    }

    /// Vectors `cross_2x2`, `cross_2x4_all`, `cross_4x2`.
    #[test]
    fn crossings_are_those_of_the_tables() {
        same(&fixed(2, 2), "A1B2 B1A2");
        same(&fixed(2, 4), "A1B4 B2A3 A2B3 B1A4");
        same(&fixed(4, 2), "A1B2 C1D2 D1C2 B1A2");
        same(&fixed(8, 2), "A1B2 G1H2 E1F2 C1D2 D1C2 F1E2 H1G2 B1A2");
    }

    #[test]
    fn one_of_each_group_is_seeded_by_groups() {
        same(&fixed(4, 1), "A1D1 B1C1");
        same(&fixed(3, 1), "A1- B1C1");
        same(&fixed(1, 1), "A1");
    }

    #[test]
    fn winners_have_the_byes() {
        same(&fixed(3, 2), "A1- C1B2 A2C2 B1-");
    }

    /// The first pairs in which the bye table has a bye.
    #[test]
    fn the_fixed_crossing_has_its_byes_in_the_pairs_of_the_table() {
        for (groups, through) in (1..=20).flat_map(|groups| (1..=4).map(move |through| (groups, through))) {
            let slots = fixed(groups, through);
            let mut byes: Vec<u32> = byes::positions(DrawTable::Cn, (groups * through).into())
                .into_iter()
                .map(|bye| bye.div_ceil(2))
                .collect();
            byes.sort_unstable();
            let pairs = (1..).zip(slots.chunks(2));
            let empty = pairs.filter(|(_, pair)| pair.contains(&Slot::Bye)).map(|(pair, _)| pair);
            assert_eq!(empty.collect::<Vec<u32>>(), byes, "{through} of {groups}");
        }
    }
}
