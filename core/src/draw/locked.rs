//! Places that the staff set by hand before the draw.

use std::fmt;

use super::{DrawError, Task, groups as drawing};
use crate::format::byes;
use crate::order;

/// A place that is set by hand: the rest is drawn around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The entrant, as an index into the list that is drawn.
    pub entrant: usize,
    /// Where the entrant goes.
    pub to: Target,
}

/// Where somebody is set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// To a position of a knockout, from 1.
    Position(u32),
    /// Into a group, from 1.
    Group(u16),
}

/// Why a place cannot be set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// There is no such entrant.
    NoEntrant,
    /// There is no such place in this draw.
    NoPlace,
    /// The entrant is set twice.
    EntrantTwice,
    /// Somebody else is set there.
    Taken,
    /// The position stays empty: the plan of the matches has a bye there.
    Bye,
    /// The group has no place left.
    Full,
    /// All places are those of a table.
    ByTable,
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LockError::NoEntrant => "no such entrant",
            LockError::NoPlace => "no such place",
            LockError::EntrantTwice => "the entrant is set twice",
            LockError::Taken => "somebody else is set there",
            LockError::Bye => "the position has a bye",
            LockError::Full => "the group is full",
            LockError::ByTable => "all places are those of a table",
        })
    }
}

impl Task {
    /// How many are drawn.
    #[must_use]
    pub fn number(&self) -> usize {
        match self {
            Task::Knockout { entrants, .. } | Task::Groups { entrants, .. } => entrants.len(),
            Task::Crossing { qualifiers, .. } | Task::Table { qualifiers, .. } => qualifiers.len(),
        }
    }
}

/// Refuses places that cannot be set. What is only against the rules is no reason: see [`super::breaches`].
///
/// # Errors
/// [`DrawError::Lock`] with the first that cannot be set and why; for groups also what their sizes are refused for.
pub fn check_locked(task: &Task, locked: &[Locked]) -> Result<(), DrawError> {
    let number = u32::try_from(task.number()).unwrap_or(u32::MAX);
    let empty = match task {
        Task::Knockout { rule, .. } | Task::Crossing { rule, .. } => byes::positions(rule.table, number),
        Task::Groups { .. } | Task::Table { .. } => Vec::new(),
    };
    let (mut entrants, mut targets) = (Vec::new(), Vec::new());
    for (lock, Locked { entrant, to }) in locked.iter().enumerate() {
        let fault = match (task, *to) {
            (Task::Table { .. }, _) => Some(LockError::ByTable),
            _ if *entrant >= task.number() => Some(LockError::NoEntrant),
            _ if entrants.contains(entrant) => Some(LockError::EntrantTwice),
            (Task::Knockout { .. } | Task::Crossing { .. }, Target::Position(position)) => {
                let there = (1..=byes::size(number)).contains(&position);
                match there {
                    false => Some(LockError::NoPlace),
                    true if empty.contains(&position) => Some(LockError::Bye),
                    true => targets.contains(to).then_some(LockError::Taken),
                }
            }
            (Task::Groups { groups: sizes, .. }, Target::Group(group)) => {
                let taken = targets.iter().filter(|other| *other == to).count();
                let sizes = drawing::sizes(sizes, task.number())?;
                let size = usize::from(group).checked_sub(1).and_then(|index| sizes.get(index));
                match size {
                    None => Some(LockError::NoPlace),
                    Some(size) => (taken >= *size as usize).then_some(LockError::Full),
                }
            }
            (Task::Knockout { .. } | Task::Crossing { .. }, Target::Group(_))
            | (Task::Groups { .. }, Target::Position(_)) => Some(LockError::NoPlace),
        };
        if let Some(why) = fault {
            return Err(DrawError::Lock { lock, why });
        }
        entrants.push(*entrant);
        targets.push(*to);
    }
    Ok(())
}

/// The entrants set to positions, in the order of these.
pub(super) fn positions(locked: &[Locked]) -> Vec<(usize, u32)> {
    set(locked, |to| match to {
        Target::Position(position) => Some(position),
        Target::Group(_) => None,
    })
}

/// The entrants set into groups, in the order of these.
pub(super) fn groups(locked: &[Locked]) -> Vec<(usize, u16)> {
    set(locked, |to| match to {
        Target::Group(group) => Some(group),
        Target::Position(_) => None,
    })
}

fn set<T: Copy + Ord>(locked: &[Locked], number: impl Fn(Target) -> Option<T>) -> Vec<(usize, T)> {
    let numbered = |lock: &Locked| Some((lock.entrant, number(lock.to)?));
    let mut set: Vec<(usize, T)> = locked.iter().filter_map(numbered).collect();
    order::sort_by_key(&mut set, |(_, number)| *number);
    set
}
