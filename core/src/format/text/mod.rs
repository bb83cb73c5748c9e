//! A plan as text that people can read and programs can read back.
//!
//! ```text
//! entrants 3
//! positions 4
//! byes 2
//! W1.2 = [#3, #4] (1-3)
//! W2.1 = [#1, W:W1.2] (1-2)
//! 1: W:W2.1
//! 2: L:W2.1
//! 3: L:W1.2
//! ```
//!
//! | slot | who |
//! |---|---|
//! | `#5` | the entrant drawn to position 5 |
//! | `W:W1.2`, `L:W1.2` | the winner, the loser of a match |
//! | `F:W2.1`, `N:W2.1` | its loser, if it was the first match that the loser played, or if it was not |
//! | `R2:G3` | rank 2 of group 3 |
//! | `-` | nobody |
//!
//! A group is `G3 = #7, #8, #9`; a second draw `second draw of 2, from 17, size 8, byes 18 23`, or `of 2 best 1` when one
//! more of the next rank goes on, as the last group compares them, or `of 2 by table` when there is no lot; a match that may not be
//! needed ends in `if F1.1 = B`: only if side B wins that one. Empty lines are passed over.

mod error;
mod parse;

pub use error::{TextError, TextReason};
pub use parse::parse;

use std::fmt;

use super::{By, Plan, PlannedMatch, Slot};
use crate::side::Side;

/// A plan as text: the lines of this module's page, in the order of the plan.
///
/// ```
/// use gongsai::format::text::{PlanText, parse};
/// let plan = gongsai::format::page_playoff::plan(4)?;
/// let text = PlanText(&plan).to_string();
/// assert!(text.contains("W2.1 = [L:W1.1, W:W1.2] (1-3)"));
/// assert_eq!(parse(&text), Ok(plan));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PlanText<'a>(pub &'a Plan);

impl fmt::Display for PlanText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.0;
        writeln!(f, "entrants {}", plan.entrants)?;
        writeln!(f, "positions {}", plan.positions)?;
        if !plan.byes.is_empty() {
            writeln!(f, "byes{}", Numbers(&plan.byes))?;
        }
        for (number, group) in (1..).zip(&plan.groups) {
            write!(f, "G{number} =")?;
            for (index, slot) in group.iter().enumerate() {
                write!(f, "{} {slot}", if index == 0 { "" } else { "," })?;
            }
            writeln!(f)?;
        }
        if let Some(draw) = &plan.second_draw {
            write!(f, "second draw of {}", draw.through)?;
            if draw.best > 0 {
                write!(f, " best {}", draw.best)?;
            }
            if draw.by == By::Table {
                f.write_str(" by table")?;
            }
            write!(f, ", from {}, size {}, byes", draw.first, draw.size)?;
            writeln!(f, "{}", Numbers(&draw.byes))?;
        }
        plan.matches.iter().try_for_each(|planned| writeln!(f, "{planned}"))?;
        plan.places.iter().try_for_each(|(place, slot)| writeln!(f, "{place}: {slot}"))
    }
}

struct Numbers<'a>(&'a [u32]);

impl fmt::Display for Numbers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|number| write!(f, " {number}"))
    }
}

impl fmt::Display for PlannedMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = [{}, {}]", self.id, self.slots.a, self.slots.b)?;
        if let Some((best, worst)) = self.places {
            write!(f, " ({best}-{worst})")?;
        }
        match self.only_if {
            None => Ok(()),
            Some(only_if) => {
                let side = match only_if.winner {
                    Side::A => "A",
                    Side::B => "B",
                };
                write!(f, " if {} = {side}", only_if.id)
            }
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Slot::Position(position) => write!(f, "#{position}"),
            Slot::Winner(id) => write!(f, "W:{id}"),
            Slot::Loser(id) => write!(f, "L:{id}"),
            Slot::FirstLoser(id) => write!(f, "F:{id}"),
            Slot::LaterLoser(id) => write!(f, "N:{id}"),
            Slot::Rank { group, rank } => write!(f, "R{rank}:G{group}"),
            Slot::Bye => f.write_str("-"),
        }
    }
}
