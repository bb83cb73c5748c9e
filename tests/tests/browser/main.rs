//! The app in a real browser, through real clicks and keys.

mod admission;
mod announced;
mod awards;
mod bugs;
mod crash;
mod double;
mod faults;
mod forms;
mod journal;
mod lineups;
mod path;
mod policy;
mod regulations;
mod sanction;
mod storage;
mod wasm;
mod ways;
