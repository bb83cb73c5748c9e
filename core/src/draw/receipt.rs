//! The receipt of a draw: all that went in, and what came out, so that anybody can draw it again.

use std::fmt;

use super::seed::Lot;
use super::{
    DrawError, Entrant, GroupDraw, KnockoutDraw, Locked, Procedure, Qualifier, Seed, Shortfall, Step, crossing, groups,
    knockout, locked, table,
};
use crate::regulations::{DrawRule, GroupSizes};

/// What is to be drawn: everything that a draw depends on, except its seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// A knockout.
    Knockout {
        /// Who is drawn, in the order in which they go in.
        entrants: Vec<Entrant>,
        /// How.
        rule: DrawRule,
    },
    /// Groups.
    Groups {
        /// Who is drawn, in the order in which they go in.
        entrants: Vec<Entrant>,
        /// The groups: their number, or the size of each.
        groups: GroupSizes,
        /// How.
        rule: DrawRule,
    },
    /// The knockout after groups.
    Crossing {
        /// Who came out of the groups, in the order in which they go in.
        qualifiers: Vec<Qualifier>,
        /// How.
        rule: DrawRule,
    },
    /// The knockout after groups by table: no lot, so that the seed is without meaning.
    Table {
        /// Who came out of the groups, in the order in which they go in.
        qualifiers: Vec<Qualifier>,
        /// Whether those of a unit are kept apart in the first round.
        units_apart: bool,
    },
}

/// What was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// A knockout, with or without groups before it.
    Knockout(KnockoutDraw),
    /// Groups.
    Groups(GroupDraw),
}

/// A draw with everything that an outsider needs to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The version of the procedure.
    pub procedure: u16,
    /// What was to be drawn.
    pub task: Task,
    /// The places that were set by hand.
    pub locked: Vec<Locked>,
    /// The seed.
    pub seed: Seed,
    /// What was drawn.
    pub drawn: Drawn,
}

/// The first thing in which a receipt differs from the draw that its inputs give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was made by a procedure that this version does not know.
    Procedure {
        /// The version on the receipt.
        found: u16,
    },
    /// Its inputs cannot be drawn at all.
    Refused(DrawError),
    /// It holds groups where a knockout was to be drawn, or the other way round, or another number of places.
    Shape,
    /// Somebody else stands at a position.
    Position {
        /// The position, from 1.
        position: u32,
        /// Who stands there on the receipt, by index.
        claimed: Option<usize>,
        /// Who was drawn there.
        drawn: Option<usize>,
    },
    /// Somebody else stands in a group.
    Group {
        /// The group, from 1.
        group: u16,
        /// The row, from 1.
        row: u16,
        /// Who stands there on the receipt, by index.
        claimed: usize,
        /// Who was drawn there.
        drawn: usize,
    },
    /// The shortfalls are others.
    Shortfall,
    /// The steps are others, from this one on (from 1).
    Step(usize),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Procedure { found } => write!(f, "procedure {found} is not known"),
            Difference::Refused(error) => write!(f, "the draw cannot be made: {error}"),
            Difference::Shape => f.write_str("the result has another shape than the draw"),
            Difference::Position { position, .. } => write!(f, "position {position} differs"),
            Difference::Group { group, row, .. } => write!(f, "group {group} differs at number {row}"),
            Difference::Shortfall => f.write_str("the shortfalls differ"),
            Difference::Step(step) => write!(f, "step {step} differs"),
        }
    }
}

impl std::error::Error for Difference {}

/// Draws.
///
/// # Errors
/// [`DrawError`] for a task that cannot be drawn.
pub fn draw(task: &Task, seed: Seed) -> Result<Drawn, DrawError> {
    draw_around(task, &[], seed, Procedure::default())
}

/// Draws around places that are set by hand, by a version of the procedure.
///
/// ```
/// use gongsai::draw::{Drawn, Entrant, Locked, Procedure, Seed, Target, Task, draw_around};
/// use gongsai::regulations::{DrawRule, DrawTable, GroupSizes};
/// let task = Task::Groups {
///     entrants: vec![Entrant::default(); 6],
///     groups: GroupSizes::Number(2),
///     rule: DrawRule { table: DrawTable::Cn, units_apart: true },
/// };
/// let locked = [Locked { entrant: 4, to: Target::Group(2) }];
/// let Drawn::Groups(drawn) = draw_around(&task, &locked, Seed::of_text("noon"), Procedure::Even)? else { return Ok(()) };
/// assert!(drawn.groups[1].contains(&4));
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # Errors
/// [`DrawError`] for a task that cannot be drawn, and for places that cannot be set.
pub fn draw_around(task: &Task, by_hand: &[Locked], seed: Seed, procedure: Procedure) -> Result<Drawn, DrawError> {
    let lot = Lot::new(seed);
    locked::check_locked(task, by_hand)?;
    let positions = locked::positions(by_hand);
    match task {
        Task::Knockout { entrants, rule } => {
            knockout::around(entrants, *rule, &positions, lot, procedure).map(Drawn::Knockout)
        }
        Task::Groups { entrants, groups: number, rule } => {
            let into = locked::groups(by_hand);
            groups::around(entrants, number, *rule, &into, lot, procedure).map(Drawn::Groups)
        }
        Task::Crossing { qualifiers, rule } => {
            crossing::around(qualifiers, *rule, &positions, lot, procedure).map(Drawn::Knockout)
        }
        Task::Table { qualifiers, units_apart } => {
            table::crossing_by_table(qualifiers, *units_apart).map(Drawn::Knockout)
        }
    }
}

/// Draws, and keeps all that went in.
///
/// # Errors
/// [`DrawError`] for a task that cannot be drawn, and for places that cannot be set.
pub fn receipt(task: Task, locked: Vec<Locked>, seed: Seed) -> Result<Receipt, DrawError> {
    let procedure = Procedure::default();
    let drawn = draw_around(&task, &locked, seed, procedure)?;
    Ok(Receipt { procedure: procedure.version(), task, locked, seed, drawn })
}

/// Draws again and compares.
///
/// ```
/// use gongsai::draw::{receipt, verify, Drawn, Entrant, Seed, Task};
/// use gongsai::regulations::{DrawRule, DrawTable};
/// let rule = DrawRule { table: DrawTable::Cn, units_apart: true };
/// let task = Task::Knockout { entrants: vec![Entrant::default(); 8], rule };
/// let mut receipt = receipt(task, Vec::new(), Seed::of_text("opened at noon"))?;
/// assert!(verify(&receipt).is_ok());
/// if let Drawn::Knockout(drawn) = &mut receipt.drawn {
///     drawn.positions.swap(2, 5);
/// }
/// assert_eq!(verify(&receipt).unwrap_err().to_string(), "position 3 differs");
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # Errors
/// The first [`Difference`].
pub fn verify(receipt: &Receipt) -> Result<(), Difference> {
    let found = receipt.procedure;
    let procedure = Procedure::of(found).ok_or(Difference::Procedure { found })?;
    let again = draw_around(&receipt.task, &receipt.locked, receipt.seed, procedure).map_err(Difference::Refused)?;
    match (&receipt.drawn, &again) {
        (Drawn::Knockout(claimed), Drawn::Knockout(drawn)) => {
            if claimed.positions.len() != drawn.positions.len() {
                return Err(Difference::Shape);
            }
            for (position, (claimed, drawn)) in (1..).zip(claimed.positions.iter().zip(&drawn.positions)) {
                if claimed != drawn {
                    return Err(Difference::Position { position, claimed: *claimed, drawn: *drawn });
                }
            }
            same_rest((&claimed.shortfall, &claimed.steps), (&drawn.shortfall, &drawn.steps))
        }
        (Drawn::Groups(claimed), Drawn::Groups(drawn)) => {
            if !claimed.groups.iter().map(Vec::len).eq(drawn.groups.iter().map(Vec::len)) {
                return Err(Difference::Shape);
            }
            for (group, (claimed, drawn)) in (1..).zip(claimed.groups.iter().zip(&drawn.groups)) {
                for (row, (claimed, drawn)) in (1..).zip(claimed.iter().zip(drawn)) {
                    if claimed != drawn {
                        return Err(Difference::Group { group, row, claimed: *claimed, drawn: *drawn });
                    }
                }
            }
            same_rest((&claimed.shortfall, &claimed.steps), (&drawn.shortfall, &drawn.steps))
        }
        (Drawn::Knockout(_), Drawn::Groups(_)) | (Drawn::Groups(_), Drawn::Knockout(_)) => Err(Difference::Shape),
    }
}

fn same_rest(claimed: (&[Shortfall], &[Step]), drawn: (&[Shortfall], &[Step])) -> Result<(), Difference> {
    if claimed.0 != drawn.0 {
        return Err(Difference::Shortfall);
    }
    let same = claimed.1.iter().zip(drawn.1).take_while(|(claimed, drawn)| claimed == drawn).count();
    if same < claimed.1.len().max(drawn.1.len()) { Err(Difference::Step(same + 1)) } else { Ok(()) }
}
