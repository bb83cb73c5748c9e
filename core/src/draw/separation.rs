//! Keeping the entrants of a unit apart.
//!
//! What is wanted: as few pairs of one unit as possible in the same first-round match; among the draws with that
//! number, as few as possible in the same half; then in the same quarter; and so on. In groups: as few as possible in
//! the same group. Such pairs are fewest when each section holds the even share of a unit, rounded down or up.
//!
//! How: the entrants are split by lot into halves, quarters … so that each split is as even as it can be. That alone
//! is best possible unless seeds already stand in the way. Then [`exchange::improve`] exchanges entrants around circles
//! of places until no exchange helps; the draw is then the best there is, because the count of pairs is a sum of
//! convex costs on a network, and a flow without a circle of negative cost is a cheapest flow. Last, one of all the
//! best is drawn, each as likely as any other ([`even`]).

use crate::order;

use super::even;
use super::exchange;
use super::procedure::Procedure;
use super::seed::Lot;

/// Sections inside sections: the first-round matches (leaves) of a knockout with the parts they lie in, or groups.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    /// From coarse to fine, for each leaf its section; on the last level every leaf is one.
    pub(super) levels: Vec<Vec<usize>>,
}

impl Sections {
    /// The halves, quarters … and pairs of a knockout with this many positions.
    pub(super) fn of_knockout(size: usize) -> Sections {
        let leaves = (size / 2).max(1);
        let depth = leaves.ilog2().max(1);
        let level = |level: u32| (0..leaves).map(|leaf| leaf * (1 << level) / leaves.max(1 << level)).collect();
        Sections { levels: (1..=depth).map(level).collect() }
    }

    /// Groups, each its own section.
    pub(super) fn of_groups(groups: usize) -> Sections {
        Sections { levels: vec![(0..groups).collect()] }
    }

    pub(super) fn leaves(&self) -> usize {
        self.levels.first().map_or(0, Vec::len)
    }
}

/// A draw in the making: who is in which leaf, and how many of each unit in each section.
#[derive(Clone, Debug)]
pub(super) struct Board<'a> {
    pub(super) sections: &'a Sections,
    /// For each entrant its class: 0 for those who need not be kept from anybody, then the units.
    pub(super) class_of: Vec<usize>,
    pub(super) classes: usize,
    /// The entrants placed here, by leaf.
    pub(super) inside: Vec<Vec<usize>>,
    /// By class, level and section: those who stood there before and those placed here.
    pub(super) counts: Vec<Vec<Vec<i32>>>,
    /// The same, only those placed here.
    pub(super) movable: Vec<Vec<Vec<i32>>>,
}

/// For each place (given by its leaf) the entrant that comes to it, by index. There are as many places as entrants;
/// `fixed` are the leaves and units of those who stand already.
///
/// # Complexity
/// O(n u log n) for n entrants of u units, when the even split is possible. Each exchange costs O(u n) a round of
/// search, and as many rounds as the way is long; there are at most as many exchanges as misplaced pairs.
pub(super) fn separate(
    sections: &Sections,
    fixed: &[(usize, u32)],
    places: &[usize],
    entrants: &[Option<u32>],
    procedure: Procedure,
    lot: &mut Lot,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entrants.len()).collect();
    lot.shuffle(&mut order);
    let classes = classes(fixed, entrants);
    let class =
        |unit: Option<u32>| unit.and_then(|unit| classes.binary_search(&unit).ok()).map_or(0, |class| class + 1);
    let fixed: Vec<(usize, usize)> =
        fixed.iter().map(|(leaf, unit)| (*leaf, class(Some(*unit)))).filter(|(_, class)| *class > 0).collect();
    let mut room = vec![0; sections.leaves()];
    places.iter().for_each(|leaf| room[*leaf] += 1);
    let class_of = entrants.iter().map(|unit| class(*unit)).collect();
    let mut board = Board::new(sections, class_of, classes.len() + 1);
    fixed.iter().for_each(|(leaf, class)| board.count(*class, *leaf, 1));
    board.split((0, sections.leaves()), &room, order, &fixed, lot);
    let bounds = exchange::improve(&mut board, lot);
    if procedure >= Procedure::Even && board.classes > 1 {
        even::settle(&mut board, &bounds, lot);
    }
    for inside in &mut board.inside {
        lot.shuffle(inside);
    }
    places.iter().filter_map(|leaf| board.inside[*leaf].pop()).collect()
}

/// The units that need keeping apart, in ascending order: those with somebody to place and somebody to keep from.
fn classes(fixed: &[(usize, u32)], entrants: &[Option<u32>]) -> Vec<u32> {
    let free = entrants.iter().flatten().map(|unit| (*unit, true));
    let all = free.chain(fixed.iter().map(|(_, unit)| (*unit, false)));
    let several = order::groups(all).into_iter().filter(|(_, free)| free.len() > 1 && free.contains(&true));
    several.map(|(unit, _)| unit).collect()
}

impl<'a> Board<'a> {
    fn new(sections: &'a Sections, class_of: Vec<usize>, classes: usize) -> Self {
        let width = |level: &Vec<usize>| level.iter().max().map_or(0, |last| last + 1);
        let empty: Vec<Vec<i32>> = sections.levels.iter().map(|level| vec![0; width(level)]).collect();
        let inside = vec![Vec::new(); sections.leaves()];
        let (counts, movable) = (vec![empty.clone(); classes], vec![empty; classes]);
        Board { sections, class_of, classes, inside, counts, movable }
    }

    /// Counts one of a class in or out of a leaf and everything it lies in.
    fn count(&mut self, class: usize, leaf: usize, by: i32) {
        for (level, counts) in self.sections.levels.iter().zip(&mut self.counts[class]) {
            counts[level[leaf]] += by;
        }
    }

    /// Puts an entrant into a leaf.
    pub(super) fn put(&mut self, entrant: usize, leaf: usize) {
        self.inside[leaf].push(entrant);
        self.moved(self.class_of[entrant], leaf, 1);
    }

    /// Takes one of a class out of a leaf, by lot.
    pub(super) fn take(&mut self, class: usize, leaf: usize, lot: &mut Lot) -> Option<usize> {
        let of_class = |index: &usize| self.class_of[self.inside[leaf][*index]] == class;
        let candidates: Vec<usize> = (0..self.inside[leaf].len()).filter(of_class).collect();
        let index = *candidates.get(lot.index(candidates.len()))?;
        self.moved(class, leaf, -1);
        Some(self.inside[leaf].remove(index))
    }

    /// Exchanges two entrants, each given by leaf and place in it.
    pub(super) fn exchange(&mut self, one: (usize, usize), other: (usize, usize)) {
        let (mine, theirs) = (self.inside[one.0][one.1], self.inside[other.0][other.1]);
        (self.inside[one.0][one.1], self.inside[other.0][other.1]) = (theirs, mine);
        for (entrant, from, to) in [(mine, one.0, other.0), (theirs, other.0, one.0)] {
            self.moved(self.class_of[entrant], from, -1);
            self.moved(self.class_of[entrant], to, 1);
        }
    }

    fn moved(&mut self, class: usize, leaf: usize, by: i32) {
        self.count(class, leaf, by);
        for (level, counts) in self.sections.levels.iter().zip(&mut self.movable[class]) {
            counts[level[leaf]] += by;
        }
    }

    /// Whether every unit is spread as evenly as can be thought: then nothing can be better.
    pub(super) fn is_even(&self) -> bool {
        let even = |counts: &Vec<i32>| {
            let (least, most) = (counts.iter().min(), counts.iter().max());
            least.zip(most).is_none_or(|(least, most)| most - least <= 1)
        };
        self.counts.iter().skip(1).flatten().all(even)
    }

    /// Splits entrants over the leaves `from..to`, half and half and so on, each class as evenly as possible.
    fn split(
        &mut self,
        (from, to): (usize, usize),
        room: &[usize],
        entrants: Vec<usize>,
        fixed: &[(usize, usize)],
        lot: &mut Lot,
    ) {
        if to - from <= 1 {
            entrants.into_iter().for_each(|entrant| self.put(entrant, from));
            return;
        }
        let middle = usize::midpoint(from, to);
        let mut halves = vec![Half::default(); self.classes];
        for entrant in &entrants {
            halves[self.class_of[*entrant]].right += 1;
        }
        for (leaf, class) in fixed.iter().filter(|(leaf, _)| (from..to).contains(leaf)) {
            let half = &mut halves[*class];
            if *leaf < middle { half.fixed_left += 1 } else { half.fixed_right += 1 }
        }
        let weights = (i64::try_from(middle - from).unwrap_or(1), i64::try_from(to - middle).unwrap_or(1));
        for _ in 0..room[from..middle].iter().sum() {
            let open = || halves.iter().enumerate().filter(|(_, half)| half.right > 0);
            let cost = |(class, half): (usize, &Half)| if class == 0 { 0 } else { half.cost(weights) };
            let Some(least) = open().map(cost).min() else { break };
            // Every entrant of class 0 is a unit of its own.
            let balls =
                |(class, half): (usize, &Half)| std::iter::repeat_n(class, if class == 0 { half.right } else { 1 });
            let pot: Vec<usize> = open().filter(|both| cost(*both) == least).flat_map(balls).collect();
            if let Some(half) = pot.get(lot.index(pot.len())).and_then(|class| halves.get_mut(*class)) {
                (half.left, half.right) = (half.left + 1, half.right - 1);
            }
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for entrant in entrants {
            let half = &mut halves[self.class_of[entrant]];
            if half.left > 0 {
                half.left -= 1;
                left.push(entrant);
            } else {
                right.push(entrant);
            }
        }
        self.split((from, middle), room, left, fixed, lot);
        self.split((middle, to), room, right, fixed, lot);
    }
}

/// How a class is split: first all to the right, then one by one to the left.
#[derive(Clone, Copy, Default)]
struct Half {
    left: usize,
    right: usize,
    fixed_left: usize,
    fixed_right: usize,
}

impl Half {
    /// What one more on the left costs: new neighbours there, each against the size of its half, less those lost.
    fn cost(&self, (left, right): (i64, i64)) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 8192);
        count(self.left + self.fixed_left) * right - (count(self.right + self.fixed_right) - 1) * left
    }
}
