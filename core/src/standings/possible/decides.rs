//! What an open match decides for an entrant.

use super::known::Found;
use super::margins::by_margin;
use super::solve::Solver;
use super::{Class, MOST_OPEN, Margin, Unfinished, places};
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
        let outcomes = match by_margin(&mut solver, &rest.rule.score) {
            Some(outcomes) => outcomes,
            None => by_class(&mut solver, index),
        };
        for entrant in 0..rest.group.entrants {
            let of = |(class, found): &(Class, Vec<Found>)| {
                let (shown, allowed) = found.get(entrant).map_or((0, 0), |found| (found.shown, found.allowed));
                Decided { class: *class, shown: places(shown), allowed: places(allowed) }
            };
            let outcomes = drawn_together(outcomes.iter().map(of));
            let first = outcomes.first().map(|outcome| &outcome.allowed);
            if outcomes.iter().any(|outcome| Some(&outcome.allowed) != first) {
                found.push(Decides { open: solver.listed[index], between, entrant, outcomes });
            }
        }
    }
    found
}

/// The places after each way in which an open match can end, by its games, its rubbers or its winner.
fn by_class(solver: &mut Solver<'_>, index: usize) -> Vec<(Class, Vec<Found>)> {
    let mut outcomes = Vec::new();
    for node in solver.tree.classes() {
        let Some(class) = solver.tree.node(node).and_then(|node| node.class) else { continue };
        let mut starts = vec![0; solver.open.len()];
        if let Some(start) = starts.get_mut(index) {
            *start = node;
        }
        outcomes.push((class, solver.run(&starts)));
    }
    outcomes
}

/// Margins next to each other that leave the same places, as one; no margin where all of a winner do.
fn drawn_together(outcomes: impl Iterator<Item = Decided>) -> Vec<Decided> {
    let mut together: Vec<Decided> = Vec::new();
    for next in outcomes {
        let last = together.last_mut().filter(|last| {
            last.class.winner == next.class.winner && (&last.shown, &last.allowed) == (&next.shown, &next.allowed)
        });
        match (last, next.class.margin) {
            (Some(Decided { class: Class { margin: Some(last), .. }, .. }), Some(margin)) => {
                *last = Margin { least: margin.least, ..*last };
            }
            _ => together.push(next),
        }
    }
    for outcome in &mut together {
        outcome.class.margin = outcome.class.margin.filter(|margin| *margin != Margin { least: 1, most: None });
    }
    together
}
