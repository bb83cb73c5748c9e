//! The two sides of a match.

/// One of the two sides of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The upper or left side.
    A,
    /// The lower or right side.
    B,
}

impl Side {
    /// Both sides, A first.
    pub const BOTH: [Side; 2] = [Side::A, Side::B];

    /// The opponent's side.
    #[must_use]
    pub fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }
}

/// One value for each side of a match.
///
/// ```
/// use gongsai::side::{BySide, Side};
/// let games = BySide { a: 3, b: 1 };
/// assert_eq!(games[Side::B], 1);
/// assert_eq!(games.swapped(), BySide { a: 1, b: 3 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BySide<T> {
    /// The value of side A.
    pub a: T,
    /// The value of side B.
    pub b: T,
}

impl<T> BySide<T> {
    /// The two values turned by one function.
    pub fn map<U>(self, mut turn: impl FnMut(T) -> U) -> BySide<U> {
        BySide { a: turn(self.a), b: turn(self.b) }
    }

    /// References to the two values.
    pub fn as_ref(&self) -> BySide<&T> {
        BySide { a: &self.a, b: &self.b }
    }

    /// The two values with their sides, A first.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        [(Side::A, &self.a), (Side::B, &self.b)].into_iter()
    }

    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> BySide<T> {
        BySide { a: self.b, b: self.a }
    }
}

impl<T: Ord> BySide<T> {
    /// The side with the greater value; none when they are equal.
    pub fn greater(&self) -> Option<Side> {
        match self.a.cmp(&self.b) {
            std::cmp::Ordering::Greater => Some(Side::A),
            std::cmp::Ordering::Less => Some(Side::B),
            std::cmp::Ordering::Equal => None,
        }
    }
}

impl<T> std::ops::Index<Side> for BySide<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }
}

impl<T> std::ops::IndexMut<Side> for BySide<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::A => &mut self.a,
            Side::B => &mut self.b,
        }
    }
}
