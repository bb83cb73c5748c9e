//! Stored and exchanged forms of what the rules work on. The only module that speaks JSON and TOML.

pub mod case;
mod cells;
mod regulations;

pub use cells::{NotTables, tables_from_json, tables_to_json};
pub use regulations::{NotValues, regulations_from_toml, value_from_json, value_to_json};
