//! What is published in words: rounds, sides of a match, rubbers.

mod card;
mod reason;
mod rubber;
mod title;
mod typed;

pub use card::{card_name, card_state, line_name, source, stop_mark};
pub use reason::reason;
pub use rubber::{rubber, rubber_state, tie_place};
pub use title::{group, match_number, place, title};
pub use typed::typed;
