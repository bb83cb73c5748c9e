//! What the tests of gongsai share: generators, random but the same each time, and fixtures.

pub mod dice;
pub mod games;
pub mod group;
pub mod sheet;
