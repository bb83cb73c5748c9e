//! Stored and exchanged forms of what the rules work on. The only module that speaks JSON and TOML.

pub mod case;
mod cells;
pub mod compact;
pub mod draw;
pub mod journal;
pub mod plan;
mod regulations;
mod rules;
#[cfg(feature = "schema")]
pub mod schema;
mod sealed;
pub mod show;
pub mod snapshot;
mod v1;
pub mod vault;

pub use cells::{NotTables, refusal_to_json, tables_from_json, tables_to_json};
pub use journal::command_from_json;
pub use regulations::{
    NotValues, draft_from_json, draft_to_json, regulations_from_toml, value_from_json, value_to_json,
};
pub use rules::{PRESETS, bans_to_toml, rules_of, rules_to_toml, value_to_toml};
