//! From the forms of a unit to its people and entries (报名).
//!
//! | step | function | gives |
//! |---|---|---|
//! | list of units | [`read_units`] | the units of the meet |
//! | one sheet | [`read_form`] | its rows with their facts, and a finding for each cell that a person must look at |
//! | one unit | [`assemble`] | its people, each once, and its entries in the events |
//! | a form to be filled in | [`template()`] | one sheet a sport, the columns that the regulations need |
//!
//! Nothing that stands on a form disappears unsaid: a row is taken in, refused, or named as skipped.

mod asked;
mod assemble;
mod cell;
mod column;
mod day;
mod enrolled;
mod event;
mod form;
mod header;
mod insurance;
mod known;
mod label;
mod mark;
mod name;
mod partner;
mod person;
mod role;
mod row;
mod template;
mod unit;

pub use assemble::{Assembled, assemble};
pub use column::Column;
pub use enrolled::{Enrolment, Entry, Member};
pub use form::{Form, read_form, repeated_forms};
pub use person::is_same_person;
pub use row::{Partner, RefusedRow, Row};
pub use template::{TEMPLATE_VERSION, Template, TemplateColumn, TemplateSheet, template};
pub use unit::{Unit, UnitMatch, find_unit, read_units};
