//! Where on the page.

use std::fmt;

/// An element, or several: the name in `data-test`, or a CSS selector by [`css`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot(String);

impl Spot {
    /// The CSS selector.
    #[must_use]
    pub fn selector(&self) -> &str {
        &self.0
    }

    /// What lies inside this spot.
    #[must_use]
    pub fn inside(&self, inner: impl Into<Spot>) -> Spot {
        Spot(format!("{} {}", self.0, inner.into().0))
    }
}

impl From<&str> for Spot {
    fn from(name: &str) -> Self {
        Spot(format!("[data-test=\"{name}\"]"))
    }
}

impl From<&String> for Spot {
    fn from(name: &String) -> Self {
        Spot::from(name.as_str())
    }
}

impl From<&Spot> for Spot {
    fn from(spot: &Spot) -> Self {
        spot.clone()
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// By a CSS selector.
#[must_use]
pub fn css(selector: &str) -> Spot {
    Spot(selector.to_owned())
}

/// All whose `data-test` begins so.
#[must_use]
pub fn starting(prefix: &str) -> Spot {
    Spot(format!("[data-test^=\"{prefix}\"]"))
}
