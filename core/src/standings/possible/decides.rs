//! What an open match decides for an entrant.

use super::solve::Solver;
use super::{Class, MOST_OPEN, Unfinished, places};
use crate::side::BySide;
use std::collections::BTreeSet;

/// One way in which a match can end, and the places that it leaves to an entrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// How the match ends.
    pub class: Class,
    /// The places that are then shown to be possible.
    pub shown: BTreeSet<usize>,
    /// The places that are then not excluded.
    pub allowed: BTreeSet<usize>,
}

/// What an open match decides for an entrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decides {
    /// The match, by its place in the list of open matches.
    pub open: usize,
    /// Who meet.
    pub between: BySide<usize>,
    /// The entrant.
    pub entrant: usize,
    /// All ways in which the match can end.
    pub outcomes: Vec<Decided>,
}

/// What each open match decides for each entrant whose places hang on it, if all open matches are played to their end.
///
/// With more than [`MOST_OPEN`] open matches it is too early to tell, and there are none.
///
/// # Complexity
/// That of [`possible`](super::possible()) for each way in which a match can end.
#[must_use]
pub fn decides(rest: &Unfinished<'_>) -> Vec<Decides> {
    let Some(mut solver) = Solver::of(rest) else { return Vec::new() };
    let mut found = Vec::new();
    if solver.open.len() > MOST_OPEN {
        return found;
    }
    for (index, between) in solver.open.clone().into_iter().enumerate() {
        let mut outcomes = Vec::new();
        for node in solver.tree.classes() {
            let Some(class) = solver.tree.node(node).and_then(|node| node.class) else { continue };
            let mut starts = vec![0; solver.open.len()];
            starts[index] = node;
            outcomes.push((class, solver.run(&starts)));
        }
        for entrant in 0..rest.group.entrants {
            let of = |(class, found): &(Class, Vec<super::solve::Found>)| {
                let (shown, allowed) = found.get(entrant).map_or((0, 0), |found| (found.shown, found.allowed));
                Decided { class: *class, shown: places(shown), allowed: places(allowed) }
            };
            let outcomes: Vec<Decided> = outcomes.iter().map(of).collect();
            let first = outcomes.first().map(|outcome| &outcome.allowed);
            if outcomes.iter().any(|outcome| Some(&outcome.allowed) != first) {
                found.push(Decides { open: solver.listed[index], between, entrant, outcomes });
            }
        }
    }
    found
}
