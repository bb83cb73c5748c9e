//! The app in a real browser, through real clicks and keys.

mod bugs;
mod faults;
mod path;
mod policy;
mod ways;
