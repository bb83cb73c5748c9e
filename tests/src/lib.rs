//! Generators for the tests of gongsai: random, but the same each time.

pub mod dice;
