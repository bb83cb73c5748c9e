//! Whose place counts, as regulations write it: `[placing]` for the meet, `placing` in an event for that event alone.
//!
//! | field | what | left out |
//! |---|---|---|
//! | `withdrawn` | `keep` or `none`: the place of an entry that was taken out of its event after the draw | `keep` |
//! | `disqualified` | the same of one that lost a match by disqualification | `keep` |
//! | `absent` | the same of one that did not appear to a match, or refused to play it | `keep` |
//! | `vacant` | `close-up` or `leave`: whether those below move up into a place that is taken away | `close-up` |
//! | `clause` | the article, shown with every place that is taken away | none |
//!
//! What is left out is as in the sports' own books: the matches that were decided give the place. There the opponent goes on and
//! the loser has the place of those who lose in that round; in a group the ranking rules say what stays (ITTF 3.7.5), or
//! delete the entry, which then has no place (BWF GCR 16.3).

use super::value::Fields;
use crate::clause::Clause;

/// What becomes of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The entry keeps it.
    Keep,
    /// The entry has none.
    Nothing,
}

/// What becomes of those below a place that was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vacant {
    /// They move up 递补.
    CloseUp,
    /// They keep their places, and that one stays vacant 空缺.
    Leave,
}

/// Whose place counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacingRules {
    /// The place of an entry that withdrew after the draw.
    pub withdrawn: Kept,
    /// The place of an entry that was disqualified.
    pub disqualified: Kept,
    /// The place of an entry that did not appear.
    pub absent: Kept,
    /// What becomes of those below.
    pub vacant: Vacant,
    /// The article; empty where the regulations name none.
    pub clause: Clause,
}

impl PlacingRules {
    /// As the sports' own books have it.
    #[must_use]
    pub fn of_the_books() -> PlacingRules {
        let keep = Kept::Keep;
        PlacingRules {
            withdrawn: keep,
            disqualified: keep,
            absent: keep,
            vacant: Vacant::CloseUp,
            clause: Clause::new(""),
        }
    }
}

const KEPT: &[(&str, Kept)] = &[("keep", Kept::Keep), ("none", Kept::Nothing)];
const VACANT: &[(&str, Vacant)] = &[("close-up", Vacant::CloseUp), ("leave", Vacant::Leave)];

/// Reads `placing` over what holds without it.
pub(super) fn read(fields: &mut Fields<'_>, base: &PlacingRules) -> PlacingRules {
    let mut rules = base.clone();
    let Some(mut own) = fields.inner("placing") else { return rules };
    for (name, to) in
        [("withdrawn", &mut rules.withdrawn), ("disqualified", &mut rules.disqualified), ("absent", &mut rules.absent)]
    {
        *to = own.one_of(name, KEPT).unwrap_or(*to);
    }
    rules.vacant = own.one_of("vacant", VACANT).unwrap_or(rules.vacant);
    if let Some(clause) = own.text("clause") {
        rules.clause = Clause::new(clause);
    }
    fields.absorb(own);
    rules
}
