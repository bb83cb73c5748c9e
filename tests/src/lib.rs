//! Generators for the tests of gongsai: random, but the same each time.

pub mod dice;
pub mod group;
//! Fixtures that the tests share.

pub mod games;
pub mod sheet;
