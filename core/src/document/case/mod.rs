//! Cases for the command `gongsai`: JSON in, JSON out.
//!
//! | command | function | case |
//! |---|---|---|
//! | `gongsai standings` | [`standings`] | a group with its matches |
//! | `gongsai check-score` | [`check_score`] | one game, match or total |
//! | `gongsai tie` | [`tie`] | the winners of a tie's rubbers |
//!
//! Fields with other names (`source`, `note`) are ignored.

mod error;
mod group;
mod lineups;
mod matches;
pub(in crate::document) mod node;
mod possible;
mod score;
mod standings;
mod tie;

pub use error::{CaseError, CaseReason};
pub use score::check_score;
pub use standings::{Ranked, ranked, standings};
pub use tie::tie;
