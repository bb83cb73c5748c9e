//! Exact values that entrants are compared by.

use std::cmp::Ordering;
use std::fmt;

/// A count won and lost (games 7:4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WonLost {
    /// Won, or made.
    pub won: i64,
    /// Lost, or let in.
    pub lost: i64,
}

impl fmt::Display for WonLost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.won, self.lost)
    }
}

/// A value that entrants are compared by; the greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A sum or a difference.
    Count(i64),
    /// A ratio, as it is.
    Ratio(WonLost),
    /// A number of halves.
    Halves(i64),
}

impl Value {
    /// Compares as exact fractions. Nothing lost is above every fraction, 0:0 is 0 (`rules.md` 0).
    ///
    /// ```
    /// use std::cmp::Ordering;
    /// use gongsai::standings::{Value, WonLost};
    /// let ratio = |won, lost| Value::Ratio(WonLost { won, lost });
    /// assert_eq!(ratio(6, 7).compare(&ratio(5, 6)), Ordering::Greater);
    /// assert_eq!(ratio(4, 4).compare(&ratio(3, 3)), Ordering::Equal);
    /// assert_eq!(ratio(1, 0).compare(&ratio(9, 1)), Ordering::Greater);
    /// assert_eq!(ratio(0, 0).compare(&ratio(0, 3)), Ordering::Equal);
    /// assert_eq!(Value::Halves(15).compare(&Value::Count(7)), Ordering::Greater);
    /// assert_eq!(Value::Halves(15).to_string(), "7.5");
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Value) -> Ordering {
        let ((won, lost), (other_won, other_lost)) = (self.fraction(), other.fraction());
        (won * other_lost).cmp(&(other_won * lost))
    }

    /// Numerator and denominator; the denominator 0 stands for infinity, with numerator 1.
    fn fraction(&self) -> (i128, i128) {
        match *self {
            Value::Count(count) => (count.into(), 1),
            Value::Halves(halves) => (halves.into(), 2),
            Value::Ratio(WonLost { won, lost: 0 }) => (i128::from(won > 0), i128::from(won <= 0)),
            Value::Ratio(WonLost { won, lost }) => (won.into(), lost.into()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Count(count) => count.fmt(f),
            Value::Ratio(ratio) => ratio.fmt(f),
            Value::Halves(halves) => {
                let sign = if *halves < 0 { "-" } else { "" };
                let half = if halves % 2 == 0 { "" } else { ".5" };
                write!(f, "{sign}{}{half}", halves.unsigned_abs() / 2)
            }
        }
    }
}
