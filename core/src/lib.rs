//! Rules of workers' sports meets, from the regulations to the results book.
//!
//! The pipeline, one module a step:
//!
//! | step | function | gives |
//! |---|---|---|
//! | regulations | [`regulations::RegulationsDraft::verify`] | the rule book of a meet, or every defect of the draft |
//! | entries | [`entry::read_form`], [`entry::assemble`] | a unit's people and entries, and a finding for each doubtful cell |
//! | eligibility | [`eligibility::review`] | a verdict and findings for every person and team |
//! | draw | [`draw::draw`] | placings, and a receipt that an outsider can check |
//! | bracket | [`format::plan()`], [`bracket::Bracket::build`] | the graph of matches and groups |
//! | results | [`score::check`], [`bracket::Bracket::record`] | the advance that a result causes, or a refusal |
//! | standings | [`standings::rank`] | ranks, and for each why |
//! | final places, points of units, awards | [`overall::overall`] | what the meet comes to, and for each why |
//! | the meet | [`meet::Meet::apply`] | all of it, as the fold of a journal |
//!
//! This crate is pure: it knows no file, clock, entropy, locale, page or thread, and holds no sentence in any
//! language. What it says, it says in codes with parameters; the crate `gongsai-wording` turns them into words.

#![warn(missing_docs, missing_debug_implementations, clippy::float_arithmetic)]

pub mod clause;
pub mod date;
mod hex;
pub mod id;
pub mod order;
pub mod sex;
pub mod side;
pub mod table;
mod text;

pub mod finding;
pub mod key;

pub mod regulations;

pub mod format;
pub mod person;
pub mod score;

pub mod entry;
pub mod lineup;

pub mod eligibility;

pub mod admission;
pub mod draw;

pub mod bracket;

pub mod standings;

pub mod meet;

pub mod overall;

pub mod publication;

pub mod document;

pub mod simulate;
