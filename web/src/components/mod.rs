//! Things to show and to press. They know their properties alone.

mod confirm;
mod crosstable;
mod draw_result;
mod draw_units;
mod file_drop;
mod lot_entry;
mod match_card;
mod message;
mod name_finder;
mod podium_table;
mod qr_code;
mod ranking_table;
mod result_line;
pub mod result_reading;
mod rubber_entry;
mod seed_entry;
mod table_entry;

pub use confirm::Confirm;
pub use crosstable::crosstable;
pub use draw_result::draw_result;
pub use draw_units::draw_units;
pub use file_drop::FileDrop;
pub use lot_entry::LotEntry;
pub use match_card::{CardLook, match_card};
pub use message::{message, message_with};
pub use name_finder::NameFinder;
pub use podium_table::podium_table;
pub use qr_code::qr_code;
pub use ranking_table::RankingTable;
pub use result_line::{LineKey, Refusal, ResultLine};
pub use rubber_entry::RubberEntry;
pub use seed_entry::SeedEntry;
pub use table_entry::table_entry;
