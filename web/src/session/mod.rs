//! The open meet: one store, which pages read by selecting from it and change by commands.
//!
//! | what | how |
//! |---|---|
//! | read the meet | [`use_meet`]: renders again only when the selected value changed |
//! | read anything else | [`use_selected`], [`use_language`] |
//! | change the meet | [`Session::submit`]; the record is kept in memory at once and stored right after |
//! | whether it is stored | [`Session::save_state`] |

mod hooks;
mod identity;
mod import;
mod listeners;
mod pipeline;
mod retention;
mod review;
mod saving;
mod shared;
mod sharing;
mod store;
mod stored;
mod watch;
mod world;

pub use hooks::{use_language, use_meet, use_selected, use_session};
pub use identity::Identity;
pub use import::{Import, ImportedFile, ReadFile, ReadSheet, ReadState, read_answer, stopped, tables_of};
pub use listeners::Subscription;
pub use pipeline::{StepState, pipeline, units_sent};
pub use review::{LoadedRegister, ReviewDesk};
pub use saving::{SaveFailure, SaveState};
pub use shared::Shared;
pub use store::{Accepted, Session, Theme};
pub use stored::{LoadProblem, Opened, Summary, journal_file, journal_text, records_of_file};
pub use world::{Batch, OnSaved, RowKey, World};
