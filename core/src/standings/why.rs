//! The steps that made a table.

use std::borrow::Cow;

use super::Value;
use crate::regulations::Criterion;

/// What separated entrants, or could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A criterion of the rule set.
    Criterion(Criterion),
    /// The match between the two who were equal.
    Match,
    /// A recorded lot.
    Lot,
    /// Nothing: only a lot can.
    LotNeeded,
}

impl Reason {
    /// The name in explanations and vectors (`game_ratio`, `h2h`, `lot`).
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Reason::Criterion(criterion) => criterion.id,
            Reason::Match => "h2h",
            Reason::Lot | Reason::LotNeeded => "lot",
        }
    }
}

/// One step of a ranking: entrants equal so far, and what separated them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The entrants, better first.
    pub entrants: Vec<usize>,
    /// What separated them.
    pub by: Reason,
    /// The value of each, in the same order: of a lot, the place drawn; none where a lot is still needed.
    pub values: Vec<Value>,
    /// The article of the sport's rules.
    pub clause: Cow<'static, str>,
}
