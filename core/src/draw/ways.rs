//! How many ways there are to keep within the bounds, section by section: so that each way is equally likely.
//!
//! A section is filled child by child. What a child may get of a class is one of at most two numbers, and classes
//! with the same bounds from here on and the same number left are counted together. So the ways of a section are a
//! sum of products over few cases, each remembered.

use std::collections::BTreeMap;

use super::bounds::{Bounds, Share};
use super::natural::{Natural, choices};
use super::separation::Sections;
use crate::order;

/// The most cases that are looked at.
const MOST_CASES: usize = 40_000;

/// The children of a section from one of them on.
#[derive(Clone, Debug)]
struct Rest {
    /// The number of what can be told apart in it.
    shape: u32,
    /// The places in it.
    room: usize,
    /// By class: equal where the bounds are equal everywhere in it.
    like: Vec<u32>,
}

/// A section of the tree.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// Those inside; empty for a leaf.
    pub(super) inside: Vec<usize>,
    /// The leaf, for a leaf.
    pub(super) leaf: usize,
    room: usize,
    open: bool,
    shares: Vec<Share>,
    /// From each child on; the last is empty.
    rests: Vec<Rest>,
}

/// One case of how the next child of a section is filled: classes that are alike, and how many of them get the most.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) ways: Natural,
    pub(super) most: Vec<usize>,
}

/// The tree of sections, with what was counted so far.
#[derive(Clone, Debug)]
pub(super) struct Ways {
    pub(super) sections: Vec<Section>,
    names: BTreeMap<[u32; 4], u32>,
    known: BTreeMap<(u32, Vec<(u32, usize)>), Natural>,
    cases: usize,
}

impl Ways {
    /// The tree over leaves with so much room. Section 0 is the whole.
    pub(super) fn new(tree: &Sections, bounds: &Bounds, room: &[usize]) -> Ways {
        let mut ways = Ways { sections: Vec::new(), names: BTreeMap::new(), known: BTreeMap::new(), cases: 0 };
        let whole = vec![Share { least: 0, most: i32::MAX }; bounds.shares.len()];
        ways.grow(tree, bounds, room, None, 0, whole);
        ways
    }

    /// Adds a section of a level with all that lies in it.
    fn grow(
        &mut self,
        tree: &Sections,
        bounds: &Bounds,
        room: &[usize],
        level: Option<usize>,
        number: usize,
        shares: Vec<Share>,
    ) -> usize {
        let at = self.sections.len();
        let next = level.map_or(0, |level| level + 1);
        let mut section = Section { inside: Vec::new(), leaf: number, room: 0, open: true, shares, rests: Vec::new() };
        let classes = section.shares.len();
        self.sections.push(section.clone());
        match tree.levels.get(next) {
            None => (section.room, section.open) = (room[number], bounds.open[number]),
            Some(fine) => {
                let mut children = Vec::new();
                for (leaf, child) in fine.iter().enumerate() {
                    let here = level.is_none_or(|level| tree.levels[level][leaf] == number);
                    if here && children.last() != Some(child) {
                        children.push(*child);
                    }
                }
                for child in children {
                    let shares = bounds.shares.iter().map(|class| class[next][child]).collect();
                    section.inside.push(self.grow(tree, bounds, room, Some(next), child, shares));
                }
            }
        }
        let mut rest = Rest { shape: 0, room: 0, like: vec![0; classes] };
        if section.inside.is_empty() {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            rest = Rest { shape: self.name([0, count(section.room), section.open.into(), 0]), ..rest };
        }
        section.rests = vec![rest.clone()];
        for child in section.inside.iter().rev() {
            let child = self.sections[*child].clone();
            let Some(first) = child.rests.first() else { continue };
            rest.shape = self.name([1, first.shape, rest.shape, 0]);
            rest.room += child.room;
            for class in 0..classes {
                let Share { least, most } = child.shares[class];
                let own = self.name([2, first.like[class], least.unsigned_abs(), most.unsigned_abs()]);
                rest.like[class] = self.name([3, own, rest.like[class], 0]);
            }
            section.rests.insert(0, rest.clone());
        }
        if !section.inside.is_empty() {
            section.room = rest.room;
        }
        self.sections[at] = section;
        at
    }

    fn name(&mut self, what: [u32; 4]) -> u32 {
        let next = u32::try_from(self.names.len() + 1).unwrap_or(u32::MAX);
        *self.names.entry(what).or_insert(next)
    }

    /// The ways to put so many of each class into the children of a section from the `from`-th on, or into a leaf;
    /// none when that is too much work.
    pub(super) fn count(&mut self, section: usize, from: usize, left: &[usize]) -> Option<Natural> {
        let here = &self.sections[section];
        if here.inside.is_empty() {
            return leaf(here, left);
        }
        let rest = here.rests.get(from)?;
        if from == here.inside.len() {
            return Some(Natural::new(left.iter().all(|count| *count == 0).into()));
        }
        let mut alike: Vec<(u32, usize)> = rest.like.iter().copied().zip(left.iter().copied()).skip(1).collect();
        order::sort(&mut alike);
        let key = (rest.shape, alike);
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        let mut sum = Natural::default();
        for case in self.cases(section, from, left)? {
            sum.add(&case.ways);
        }
        self.known.insert(key, sum.clone());
        Some(sum)
    }

    /// The classes that are alike from a child on, each with the same number left.
    pub(super) fn alike(&self, section: usize, from: usize, left: &[usize]) -> Vec<Vec<usize>> {
        let rest = self.sections[section].rests.get(from);
        let like = |class: usize| rest.and_then(|rest| rest.like.get(class)).copied();
        let classes = (1..left.len()).map(|class| ((like(class), left[class]), class));
        order::groups(classes).into_iter().map(|(_, classes)| classes).collect()
    }

    /// What a child gets of each class when these of the classes that are alike get the most.
    pub(super) fn given(&self, child: usize, classes: usize, most: impl Fn(usize) -> bool) -> Vec<usize> {
        let shares = &self.sections[child].shares;
        let given = |class: usize| {
            let Share { least, most: greatest } = shares[class];
            usize::try_from(if most(class) { greatest } else { least }).unwrap_or(0)
        };
        (0..classes).map(|class| if class == 0 { 0 } else { given(class) }).collect()
    }

    /// The cases for a child of a section, each with its ways for this child and those after it.
    pub(super) fn cases(&mut self, section: usize, from: usize, left: &[usize]) -> Option<Vec<Case>> {
        let child = *self.sections[section].inside.get(from)?;
        let alike = self.alike(section, from, left);
        let room = (self.sections[child].room, self.sections[section].rests.get(from + 1)?.room);
        let total: usize = left.iter().skip(1).sum();
        let mut open = vec![(Vec::new(), 0usize)];
        for classes in &alike {
            let Some(first) = classes.first() else { continue };
            let Share { least, most } = self.sections[child].shares[*first];
            let (least, most) = (usize::try_from(least).ok()?, usize::try_from(most.max(0)).ok()?);
            let greatest = if most > least && most <= left[*first] { classes.len() } else { 0 };
            let mut next = Vec::new();
            for (taken, sum) in open {
                for more in 0..=greatest {
                    let sum = sum + least * classes.len() + more;
                    if least <= left[*first] && most >= least && sum <= room.0 {
                        next.push(([taken.clone(), vec![more]].concat(), sum));
                    }
                }
            }
            self.cases += next.len();
            if self.cases > MOST_CASES {
                return None;
            }
            open = next;
        }
        let mut cases = Vec::new();
        for (most, sum) in open {
            if total - sum > room.1 {
                continue;
            }
            let mut ways = Natural::new(1);
            for (classes, most) in alike.iter().zip(&most) {
                ways = ways.times(&Natural::new(choices(classes.len(), *most)?));
            }
            let chosen: Vec<usize> =
                alike.iter().zip(&most).flat_map(|(classes, most)| &classes[..*most]).copied().collect();
            let given = self.given(child, left.len(), |class| chosen.contains(&class));
            let after: Vec<usize> = left.iter().zip(&given).map(|(left, given)| left - given).collect();
            let inner = self.count(child, 0, &given)?;
            if !inner.is_zero() {
                ways = ways.times(&inner).times(&self.count(section, from + 1, &after)?);
                if !ways.is_zero() {
                    cases.push(Case { ways, most });
                }
            }
        }
        Some(cases)
    }
}

/// The ways to put so many of each class on the places of a leaf, those of class 0 on the rest.
fn leaf(leaf: &Section, left: &[usize]) -> Option<Natural> {
    let mut room = leaf.room;
    let mut ways = Natural::new(1);
    for count in left.iter().skip(1) {
        if *count > room {
            return Some(Natural::default());
        }
        ways = ways.times(&Natural::new(choices(room, *count)?));
        room -= count;
    }
    Some(if room > 0 && !leaf.open { Natural::default() } else { ways })
}
