//! Exact points.

use std::cmp::Ordering;
use std::fmt;

/// A number of points, from 0, as a fraction in its lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

impl Ratio {
    /// No points.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };

    /// So many points shared by so many; by none as by one.
    ///
    /// ```
    /// use gongsai::overall::Ratio;
    /// assert_eq!(Ratio::of(10, 4).to_string(), "5/2");
    /// assert_eq!(Ratio::of(8, 4).to_string(), "2");
    /// ```
    #[must_use]
    pub fn of(points: u64, by: u64) -> Ratio {
        let by = by.max(1);
        let common = greatest_common(points.into(), by.into());
        // A divisor of a 64-bit number is one.
        let common = u64::try_from(common).unwrap_or(1).max(1);
        Ratio { numerator: points / common, denominator: by / common }
    }

    /// The sum; none where it is too fine, or too great, for 64 bits.
    #[must_use]
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let cross = |one: u64, two: u64| u128::from(one) * u128::from(two);
        let (one, two) = (cross(self.numerator, other.denominator), cross(other.numerator, self.denominator));
        let (sum, by) = (one.checked_add(two)?, cross(self.denominator, other.denominator));
        let common = greatest_common(sum, by).max(1);
        let (numerator, denominator) = (u64::try_from(sum / common).ok()?, u64::try_from(by / common).ok()?);
        Some(Ratio { numerator, denominator })
    }

    /// The number above the line.
    #[must_use]
    pub fn numerator(self) -> u64 {
        self.numerator
    }

    /// The number below the line, from 1.
    #[must_use]
    pub fn denominator(self) -> u64 {
        self.denominator
    }
}

fn greatest_common(mut one: u128, mut two: u128) -> u128 {
    while two > 0 {
        (one, two) = (two, one % two);
    }
    one
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let one = u128::from(self.numerator) * u128::from(other.denominator);
        one.cmp(&(u128::from(other.numerator) * u128::from(self.denominator)))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => self.numerator.fmt(f),
            by => write!(f, "{}/{by}", self.numerator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: Ratio, other: Ratio, sum: &str) {
        assert_eq!(one.plus(other).map(|sum| sum.to_string()).as_deref(), Some(sum));
        assert_eq!(one.plus(other), other.plus(one));
    }

    #[test]
    fn sums_are_exact() {
        check(Ratio::of(1, 3), Ratio::of(1, 6), "1/2");
        check(Ratio::of(5, 2), Ratio::of(5, 2), "5");
        check(Ratio::ZERO, Ratio::of(7, 0), "7");
        assert_eq!(Ratio::of(u64::MAX, 1).plus(Ratio::of(1, 1)), None);
        assert_eq!(Ratio::of(1, u64::MAX).plus(Ratio::of(1, u64::MAX - 1)), None);
    }

    #[test]
    fn the_greater_fraction_is_greater() {
        assert!(Ratio::of(1, 3) > Ratio::of(3, 10) && Ratio::of(u64::MAX, 2) > Ratio::of(u64::MAX, 3));
    }
}
