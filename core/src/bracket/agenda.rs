//! Which nodes a change is still to visit.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::num::NonZeroU32;

use petgraph::graph::NodeIndex;

/// Nodes to be visited, each once, lowest first, with the place at which its state before the change is kept. A node
/// that is visited adds only higher ones.
pub(super) enum Agenda {
    /// A result reaches few nodes of many.
    Few {
        /// A node that was added twice stands here twice; the lower place is that of its first state.
        open: BinaryHeap<Reverse<(NodeIndex, usize)>>,
        visited: Option<NodeIndex>,
    },
    /// A draw reaches most of them.
    Most {
        /// By node: the place, once it was added, from 1.
        places: Vec<Option<NonZeroU32>>,
        next: usize,
    },
}

impl Agenda {
    /// An agenda for few nodes, whatever there are.
    pub(super) fn few() -> Agenda {
        Agenda::Few { open: BinaryHeap::new(), visited: None }
    }

    /// An agenda for most of `nodes` nodes.
    pub(super) fn most(nodes: usize) -> Agenda {
        Agenda::Most { places: vec![None; nodes], next: 0 }
    }

    /// Adds a node. `false` says that it was there already, and that the place is not needed.
    pub(super) fn add(&mut self, node: NodeIndex, place: usize) -> bool {
        match self {
            Agenda::Few { open, .. } => {
                open.push(Reverse((node, place)));
                true
            }
            Agenda::Most { places, .. } => {
                let free = places.get_mut(node.index()).filter(|place| place.is_none());
                let place = u32::try_from(place + 1).ok().and_then(NonZeroU32::new);
                free.map(|free| *free = place).is_some()
            }
        }
    }

    /// Takes out the lowest node.
    ///
    /// # Complexity
    /// O(log n) for n nodes that wait among few; among most, O(1) over all visits.
    pub(super) fn take(&mut self) -> Option<(NodeIndex, usize)> {
        match self {
            Agenda::Few { open, visited } => loop {
                let Reverse((node, place)) = open.pop()?;
                if visited.replace(node) != Some(node) {
                    return Some((node, place));
                }
            },
            Agenda::Most { places, next } => {
                let mut ahead = places.get(*next..)?.iter().zip(*next..);
                let (place, node) = ahead.find_map(|(place, node)| Some(((*place)?, node)))?;
                *next = node + 1;
                Some((NodeIndex::new(node), place.get() as usize - 1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mut agenda: Agenda) {
        for (node, place) in [(3, 0), (7, 1), (3, 2), (5, 3)] {
            agenda.add(NodeIndex::new(node), place);
        }
        let mut take = || agenda.take().map(|(node, place)| (node.index(), place));
        assert_eq!([take(), take()], [Some((3, 0)), Some((5, 3))]);
        agenda.add(NodeIndex::new(6), 4);
        let mut take = || agenda.take().map(|(node, place)| (node.index(), place));
        assert_eq!([take(), take(), take()], [Some((6, 4)), Some((7, 1)), None]);
    }

    #[test]
    fn each_node_comes_once_with_its_first_place() {
        check(Agenda::few());
        check(Agenda::most(8));
    }
}
