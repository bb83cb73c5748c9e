//! Draws: who goes to which position or group, by the book, by lot, and so that anybody can check it.
//!
//! | clause | what | function |
//! |---|---|---|
//! | ITTF 3.6, BWF GCR 12, 种子位置号码表 (rules C.1 to C.3) | a knockout | [`knockout`] |
//! | 蛇形编排 and the drawn snake (rules C.4) | groups | [`groups`] |
//! | rules C.6 | the second draw, from groups to a knockout | [`crossing`] |
//! | rules C.6 | from groups to a knockout by table, units kept apart, without a lot | [`crossing_by_table`] |
//!
//! The lot is `ChaCha8` over a [`Seed`], read as 32-bit numbers: the same seed gives the same draw on every machine. No
//! clock, no other chance. A [`Commitment`] to the seed is published before, words from the floor are mixed in
//! ([`Seed::mixed`]). The staff may set places by hand ([`Locked`]); which rules that breaks is told ([`breaches`]), and
//! the rest is drawn around them. A [`Receipt`] holds all that went in and came out; [`verify`] draws again and compares.

mod apart;
mod bounds;
mod breach;
mod commitment;
mod crossing;
mod entrant;
mod error;
mod even;
mod exchange;
mod groups;
mod knockout;
mod locked;
mod lot_order;
mod natural;
mod procedure;
mod rank;
mod receipt;
mod seed;
mod separation;
mod shortfall;
mod step;
mod table;
mod ways;

pub use breach::{Breach, breaches};
pub use commitment::Commitment;
pub use crossing::{Qualifier, crossing};
pub use entrant::Entrant;
pub use error::DrawError;
pub use groups::{GroupDraw, groups};
pub use knockout::{KnockoutDraw, knockout};
pub use locked::{LockError, Locked, Target, check_locked};
pub use lot_order::lot_order;
pub use procedure::{PROCEDURE, Procedure};
pub use receipt::{Difference, Drawn, Receipt, Task, draw, draw_around, receipt, verify};
pub use seed::{BadSeed, Seed};
pub use shortfall::Shortfall;
pub use step::{How, Pot, Spot, Step};
pub use table::crossing_by_table;

/// The most entrants of one draw.
pub const MOST: u16 = 4096;
