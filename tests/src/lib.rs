//! Fixtures that the tests share.

pub mod games;
pub mod sheet;
