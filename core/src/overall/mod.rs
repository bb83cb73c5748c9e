//! What a meet comes to: the final places of its events through all their stages, the points of its units, medals, awards.
//!
//! | what | function | by |
//! |---|---|---|
//! | who has which place of an event, how, or why none | [`placing`] | the format, the results, [`PlacingRules`](crate::regulations::PlacingRules) |
//! | what the places of an event are worth | [`scores`] | [`PointsRule`](crate::regulations::PointsRule) |
//! | the table of units, with medals | [`overall`] | [`UnitTable`](crate::regulations::UnitTable) |
//! | who has an award | [`awards`] | [`Award`](crate::regulations::Award) |
//!
//! Nothing is half counted: an event gives points and medals when each of its entries has a place, or none for good; before,
//! it says what it waits for.

mod awards;
mod open;
mod place;
mod ratio;
mod scores;
mod units;

pub use awards::{AwardRow, Edge, awards};
pub use open::Open;
pub use place::{How, NoPlace, Place, PlacedEntry, Placing, placing};
pub use ratio::Ratio;
pub use scores::{EventScores, Score, Worth, scores};
pub use units::{Counting, EventRow, Overall, Separation, UnitRow, UnitScore, overall};
