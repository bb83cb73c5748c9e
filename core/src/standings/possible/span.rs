//! Counts that are known only within bounds.

use crate::regulations::{Measure, Unit};
use crate::side::Side;
use crate::standings::{Value, WonLost};

/// A count between two bounds, both of which can be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) least: i64,
    pub(super) most: i64,
}

impl Span {
    pub(super) fn exact(count: i64) -> Span {
        Span { least: count, most: count }
    }

    fn is_exact(self) -> bool {
        self.least == self.most
    }

    fn add(self, other: Span) -> Span {
        Span { least: self.least + other.least, most: self.most + other.most }
    }

    fn negated(self) -> Span {
        Span { least: -self.most, most: -self.least }
    }

    fn times(self, times: i64) -> Span {
        Span { least: self.least * times, most: self.most * times }
    }

    fn hull(self, other: Span) -> Span {
        Span { least: self.least.min(other.least), most: self.most.max(other.most) }
    }
}

/// What one side makes and lets in, within bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) won: Span,
    pub(super) lost: Span,
    /// Won less lost.
    pub(super) ahead: Span,
}

impl Made {
    pub(super) fn exact(count: WonLost) -> Made {
        let WonLost { won, lost } = count;
        Made { won: Span::exact(won), lost: Span::exact(lost), ahead: Span::exact(won - lost) }
    }

    pub(super) fn is_exact(self) -> bool {
        self.won.is_exact() && self.lost.is_exact()
    }

    /// The same for side B where this is for side A.
    pub(super) fn seen_by(self, side: Side) -> Made {
        match side {
            Side::A => self,
            Side::B => Made { won: self.lost, lost: self.won, ahead: self.ahead.negated() },
        }
    }

    pub(super) fn add(self, other: Made) -> Made {
        Made { won: self.won.add(other.won), lost: self.lost.add(other.lost), ahead: self.ahead.add(other.ahead) }
    }

    /// So many times, each time anew within the bounds.
    pub(super) fn times(self, times: i64) -> Made {
        Made { won: self.won.times(times), lost: self.lost.times(times), ahead: self.ahead.times(times) }
    }

    pub(super) fn hull(self, other: Made) -> Made {
        Made { won: self.won.hull(other.won), lost: self.lost.hull(other.lost), ahead: self.ahead.hull(other.ahead) }
    }

    /// The value by a measure, where it is known.
    pub(super) fn value(self, measure: Measure) -> Option<Value> {
        match measure {
            Measure::Sum if self.won.is_exact() => Some(Value::Count(self.won.least)),
            Measure::Difference if self.ahead.is_exact() => Some(Value::Count(self.ahead.least)),
            Measure::Ratio if self.is_exact() => {
                Some(Value::Ratio(WonLost { won: self.won.least, lost: self.lost.least }))
            }
            Measure::Sum
            | Measure::Difference
            | Measure::Ratio
            | Measure::Buchholz(_)
            | Measure::SonnebornBerger
            | Measure::Progressive
            | Measure::Encounter => None,
        }
    }
}

/// How many units there are, matches won among them.
pub(super) const UNITS: usize = 5;
/// The place of matches won.
pub(super) const WINS: usize = 4;

/// The place of a unit in a row of counts.
pub(super) fn place(unit: Unit) -> usize {
    match unit {
        Unit::MatchPoints => 0,
        Unit::Rubbers => 1,
        Unit::Games => 2,
        Unit::Points => 3,
        Unit::Wins => WINS,
    }
}

/// Both counts of two, added.
pub(super) fn sum(one: WonLost, other: WonLost) -> WonLost {
    WonLost { won: one.won + other.won, lost: one.lost + other.lost }
}
