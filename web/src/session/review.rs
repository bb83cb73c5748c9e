//! The review desk: the register of athletes and what the review found. In memory alone.

/// What lies on the desk.
#[derive(Clone, Default)]
pub struct ReviewDesk {}
