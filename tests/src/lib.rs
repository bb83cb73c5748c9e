//! Fixtures and generators that the tests share: what is random is the same each time.

pub mod always;
pub mod asked;
#[cfg(feature = "browser")]
pub mod browser;
pub mod chronicle;
pub mod compound;
pub mod desk;
pub mod dice;
pub mod drawable;
pub mod event;
pub mod fuzz;
pub mod games;
pub mod group;
pub mod lineups;
pub mod one_unit;
pub mod overall;
pub mod package;
pub mod path;
pub mod played;
pub mod rules;
pub mod schema;
pub mod sheet;
pub mod story;
pub mod timing;
