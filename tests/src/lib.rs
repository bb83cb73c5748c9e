//! Fixtures and generators that the tests share: what is random is the same each time.

#[cfg(feature = "browser")]
pub mod browser;
pub mod dice;
pub mod games;
pub mod group;
pub mod path;
pub mod schema;
pub mod sheet;
pub mod story;
