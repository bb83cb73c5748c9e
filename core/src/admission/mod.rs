//! How a person is admitted to a sport of a meet: reviewed, posted, challenged, final, checked in.
//!
//! | state | what brings it |
//! |---|---|
//! | [`State::Submitted`] | the form was taken in |
//! | [`State::Unendorsed`] | passed, and its delegation has not checked the list, where regulations ask for it |
//! | [`State::Open`] | the review left something for people to decide |
//! | [`State::Returned`] | sent back to the unit, with a day |
//! | [`State::Proposed`] | one reviewer said a word, another has to say the same |
//! | [`State::Passed`] · [`State::Failed`] | the verdict, as people's decisions change it |
//! | [`State::Published`] | [`Step::Publish`]: nobody of the sport is undecided |
//! | [`State::Challenged`] | [`Step::Challenge`], while the notice hangs |
//! | [`State::Final`] | [`Step::Finalise`], after the notice, no challenge open |
//! | [`State::CheckedIn`] | [`Step::CheckIn`], on the day |
//! | [`State::Withdrawn`] · [`State::Disqualified`] | replaced by another person · a sanction |
//!
//! A challenge that is upheld fails the person; one that is dismissed leaves the notice as it was. After `Final` nothing
//! changes but by [`Step::Reopen`]. No clock is read: each step says its day.

mod admissions;
mod challenge;
mod notice;
mod refusal;
mod review;
mod state;
mod step;

pub use admissions::Admissions;
pub use challenge::{Answer, Challenge, Challenger, Ruling};
pub use notice::Notice;
pub use refusal::NotAdmitted;
pub use review::{Correction, Proposed, Review};
pub use state::State;
pub use step::Step;

use crate::id::PersonId;
use crate::regulations::Sport;

/// A person in a sport: what is admitted.
pub type Candidacy = (PersonId, Sport);
