//! A stage of groups 分组循环: who plays whom, and who comes out of it (rules C.4 to C.6).

use super::crossing::MOST_GROUPS;
use super::{Plan, PlanError, PlannedMatch, Slot, knockout, round_robin, rounds, snake};
use crate::order;
use crate::regulations::{GroupSizes, GroupsRule, Legs, RoundOrder};

/// A stage of groups that can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupStage {
    /// The entrants of each group.
    pub(super) sizes: Vec<u32>,
    /// How many of each go on.
    pub(super) through: u16,
    /// How many of the next rank go on besides.
    pub(super) best: u16,
}

/// How many groups hold this many entrants when none holds more than `group_size`; none without a size.
///
/// ```
/// use gongsai::format::groups::groups_of;
/// assert_eq!((groups_of(9, 4), groups_of(8, 4)), (3, 2));
/// ```
#[must_use]
pub fn groups_of(entrants: u32, group_size: u16) -> u16 {
    if group_size == 0 { 0 } else { u16::try_from(entrants.div_ceil(group_size.into())).unwrap_or(u16::MAX) }
}

/// The sizes of the groups of so many entrants.
///
/// ```
/// use gongsai::format::{PlanError, groups::sizes};
/// use gongsai::regulations::GroupSizes;
/// assert_eq!(sizes(&GroupSizes::AtMost(4), 10)?, [3, 3, 4]);
/// assert_eq!(sizes(&GroupSizes::Each(vec![6, 4]), 10)?, [6, 4]);
/// let added = PlanError::GroupSizes { sum: 9, entrants: 10 };
/// assert_eq!(sizes(&GroupSizes::Each(vec![5, 4]), 10), Err(added));
/// # Ok::<(), PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for numbers that make no groups, and for sizes that do not add up to the entrants.
pub fn sizes(rule: &GroupSizes, entrants: u32) -> Result<Vec<u32>, PlanError> {
    knockout::check_number(entrants, 1)?;
    let number = match rule {
        GroupSizes::AtMost(size) if !(2..=64).contains(size) => {
            return Err(PlanError::GroupSize { group_size: *size });
        }
        GroupSizes::AtMost(size) => groups_of(entrants, *size),
        GroupSizes::Number(number) => *number,
        GroupSizes::Each(sizes) => u16::try_from(sizes.len()).unwrap_or(u16::MAX),
    };
    if number > MOST_GROUPS {
        return Err(PlanError::TooManyGroups { groups: number, most: MOST_GROUPS });
    }
    let sizes = match rule {
        GroupSizes::AtMost(_) | GroupSizes::Number(_) => snake::sizes(entrants, number),
        GroupSizes::Each(sizes) => sizes.iter().copied().map(u32::from).collect(),
    };
    let (sum, greatest) = (sizes.iter().sum(), sizes.iter().copied().max().unwrap_or(0));
    if number == 0 || sizes.contains(&0) || greatest > round_robin::MOST {
        let group_size = if sizes.contains(&0) { 0 } else { u16::try_from(greatest).unwrap_or(u16::MAX) };
        return Err(PlanError::GroupSize { group_size });
    }
    if sum != entrants {
        return Err(PlanError::GroupSizes { sum, entrants });
    }
    Ok(sizes)
}

impl GroupStage {
    /// The stage of a rule for so many entrants.
    pub(super) fn of(rule: &GroupsRule, entrants: u32) -> Result<GroupStage, PlanError> {
        let sizes = sizes(&rule.sizes, entrants)?;
        let (through, best) = (rule.through, rule.best);
        let smallest = sizes.iter().copied().min().unwrap_or(0);
        let greatest = u16::try_from(sizes.iter().copied().max().unwrap_or(0)).unwrap_or(u16::MAX);
        let most = match rule.sizes {
            GroupSizes::AtMost(size) => size,
            GroupSizes::Number(_) | GroupSizes::Each(_) => greatest,
        };
        if through == 0 || through > most {
            return Err(PlanError::Through { through, group_size: most });
        }
        if smallest < u32::from(through) {
            return Err(PlanError::GroupTooSmall { size: smallest, through });
        }
        let next = sizes.iter().filter(|size| **size > u32::from(through)).count();
        if usize::from(best) > next {
            return Err(PlanError::Best { best, of: u16::try_from(next).unwrap_or(u16::MAX) });
        }
        Ok(GroupStage { sizes, through, best })
    }

    /// The number of groups.
    pub(super) fn groups(&self) -> u16 {
        u16::try_from(self.sizes.len()).unwrap_or(u16::MAX)
    }

    /// How many go on.
    pub(super) fn qualified(&self) -> u32 {
        u32::from(self.groups()) * u32::from(self.through) + u32::from(self.best)
    }

    /// Those who go on: all of rank 1, all of rank 2, …, then the best of the next rank.
    pub(super) fn out(&self) -> Vec<Slot> {
        let ranks = 1..=self.through;
        let of_groups = ranks.flat_map(|rank| (1..=self.groups()).map(move |group| Slot::Rank { group, rank }));
        let compared = self.groups() + 1;
        of_groups.chain((1..=self.best).map(|rank| Slot::Rank { group: compared, rank })).collect()
    }

    /// The matches of the groups, with the places of those who do not go on: those of one rank share a place.
    ///
    /// Where the best of a rank go on, a group more compares those of that rank: its members come out of the other groups,
    /// it has no match, and each has a place of its own.
    pub(super) fn plan(&self) -> Plan {
        let mut first = 1;
        let mut plan = Plan::empty(self.sizes.iter().sum());
        let mut matches: Vec<PlannedMatch> = Vec::new();
        for (number, size) in (1..).zip(&self.sizes) {
            let slots: Vec<Slot> = (first..first + size).map(Slot::Position).collect();
            matches.extend(round_robin::matches(number, &slots, RoundOrder::Berger, Legs::One));
            plan.groups.push(slots);
            first += size;
        }
        order::sort_by_key(&mut matches, |planned| planned.id.round);
        plan.matches = matches;
        let mut next = self.qualified() + 1;
        let greatest = u16::try_from(self.sizes.iter().copied().max().unwrap_or(0)).unwrap_or(u16::MAX);
        for rank in self.through + 1..=greatest {
            let of_rank = (1..).zip(&self.sizes).filter(|(_, size)| **size >= rank.into());
            let members: Vec<Slot> = of_rank.map(|(group, _)| Slot::Rank { group, rank }).collect();
            if rank == self.through + 1 && self.best > 0 {
                let group = self.groups() + 1;
                for rank in self.best + 1..=u16::try_from(members.len()).unwrap_or(u16::MAX) {
                    next = rounds::share(&mut plan.places, next, &[Slot::Rank { group, rank }]);
                }
                plan.groups.push(members);
            } else {
                next = rounds::share(&mut plan.places, next, &members);
            }
        }
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulations::{Crossing, FormatRule};

    fn stage(sizes: GroupSizes, through: u16, best: u16, entrants: u32) -> Result<GroupStage, PlanError> {
        let next = Box::new(FormatRule::Knockout { places: 2 });
        GroupStage::of(&GroupsRule { sizes, through, best, crossing: Crossing::Drawn, next }, entrants)
    }

    #[test]
    fn those_of_one_rank_are_compared_in_a_group_without_matches() {
        let stage = stage(GroupSizes::Each(vec![4, 3, 3]), 2, 2, 10).unwrap();
        let plan = stage.plan();
        assert_eq!((stage.qualified(), plan.groups.len()), (8, 4));
        assert_eq!(plan.groups[3], [1, 2, 3].map(|group| Slot::Rank { group, rank: 3 }));
        assert!(plan.matches.iter().all(|planned| planned.id.to_string().as_bytes()[1] < b'4'));
        assert_eq!(plan.places, [(9, Slot::Rank { group: 4, rank: 3 }), (10, Slot::Rank { group: 1, rank: 4 })]);
    }

    #[test]
    fn impossible_numbers_are_refused() {
        let refused = |sizes, through, best, entrants| stage(sizes, through, best, entrants).unwrap_err();
        assert_eq!(refused(GroupSizes::Number(3), 2, 0, 5), PlanError::GroupTooSmall { size: 1, through: 2 });
        assert_eq!(refused(GroupSizes::Number(3), 2, 0, 0), PlanError::TooFew { entrants: 0, least: 1 });
        assert_eq!(refused(GroupSizes::Number(0), 2, 0, 5), PlanError::GroupSize { group_size: 0 });
        assert_eq!(refused(GroupSizes::Number(3), 0, 0, 5), PlanError::Through { through: 0, group_size: 2 });
        assert_eq!(refused(GroupSizes::Number(600), 2, 0, 4000), PlanError::TooManyGroups { groups: 600, most: 512 });
        assert_eq!(refused(GroupSizes::Each(vec![3, 2]), 2, 2, 5), PlanError::Best { best: 2, of: 1 });
        assert_eq!(refused(GroupSizes::Each(vec![3, 0]), 1, 0, 3), PlanError::GroupSize { group_size: 0 });
    }
}
