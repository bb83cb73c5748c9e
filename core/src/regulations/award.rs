//! Awards 评奖, as regulations write them: a list `[[award]]`.
//!
//! | field | what |
//! |---|---|
//! | `id`, `name` | the short name, and the name on the certificate |
//! | `to` | `unit`, `team` (an entry of a team event) or `person` (one who is entered) |
//! | `count` | how many there are; or |
//! | `percent`, `round` | as many as this share of those entered, from 1 to 100; what is no whole number is rounded `up`, `down` or to the `nearest` (a half up) |
//! | `by` | `points`: the first units of the table of points; `committee`: whom the organising committee names |
//! | `clause` | the article (may be left out) |

use super::value::{DefectKind, Fields, Value};
use crate::clause::Clause;
use crate::id::AwardId;

/// To whom an award goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwardTo {
    /// Units.
    Unit,
    /// Entries of team events.
    Team,
    /// People who are entered.
    Person,
}

/// How a share that is no whole number is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the next greater number.
    Up,
    /// To the next smaller number.
    Down,
    /// To the nearest number; a half goes up.
    Nearest,
}

/// How many of an award there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwardNumber {
    /// So many.
    Count(u16),
    /// A share of those who are entered.
    Share {
        /// In percent, from 1 to 100.
        percent: u16,
        /// How it is rounded.
        round: Rounding,
    },
}

impl AwardNumber {
    /// How many there are among so many.
    ///
    /// ```
    /// use gongsai::regulations::{AwardNumber, Rounding};
    /// let share = |round| AwardNumber::Share { percent: 15, round };
    /// assert_eq!([Rounding::Up, Rounding::Down, Rounding::Nearest].map(|round| share(round).among(50)), [8, 7, 8]);
    /// assert_eq!(AwardNumber::Count(6).among(50), 6);
    /// ```
    #[must_use]
    pub fn among(self, all: usize) -> usize {
        match self {
            AwardNumber::Count(count) => count.into(),
            AwardNumber::Share { percent, round } => {
                let hundredths = all.saturating_mul(percent.into());
                match round {
                    Rounding::Up => hundredths.div_ceil(100),
                    Rounding::Down => hundredths / 100,
                    Rounding::Nearest => hundredths.saturating_add(50) / 100,
                }
            }
        }
    }
}

/// Who says who gets an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwardBy {
    /// The table of points.
    Points,
    /// The organising committee.
    Committee,
}

/// One award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// The short name.
    pub id: AwardId,
    /// The full name.
    pub name: String,
    /// To whom it goes.
    pub to: AwardTo,
    /// How many there are.
    pub number: AwardNumber,
    /// Who says who gets it.
    pub by: AwardBy,
    /// The article; empty where the regulations name none.
    pub clause: Clause,
}

const TO: &[(&str, AwardTo)] = &[("unit", AwardTo::Unit), ("team", AwardTo::Team), ("person", AwardTo::Person)];
const ROUNDINGS: &[(&str, Rounding)] =
    &[("up", Rounding::Up), ("down", Rounding::Down), ("nearest", Rounding::Nearest)];
const BY: &[(&str, AwardBy)] = &[("points", AwardBy::Points), ("committee", AwardBy::Committee)];

/// Reads `award`; `points` says whether the meet has a table of points.
pub(super) fn read(fields: &mut Fields<'_>, points: bool) -> Vec<Award> {
    let list = match fields.take("award") {
        None => return Vec::new(),
        Some(Value::List(list)) => list,
        Some(Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_)) => {
            fields.defect("award", DefectKind::Expected("a list of awards"));
            return Vec::new();
        }
    };
    let mut awards: Vec<Award> = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let mut own = Fields::of(value, format!("award[{}]", index + 1));
        let award = read_one(&mut own, points);
        if award.as_ref().is_some_and(|award| awards.iter().any(|other| other.id == award.id)) {
            own.defect("id", DefectKind::Twice);
        }
        fields.absorb(own);
        awards.extend(award);
    }
    awards
}

fn read_one(own: &mut Fields<'_>, points: bool) -> Option<Award> {
    let id = own.text("id").and_then(|name| AwardId::new(name).ok());
    let id = own.required("id", id);
    let name = own.text("name").map(str::trim).filter(|name| !name.is_empty());
    let name = own.required("name", name);
    let to = own.one_of("to", TO);
    let to = own.required("to", to);
    let number = read_number(own);
    let by = own.one_of("by", BY);
    let by = own.required("by", by);
    if by == Some(AwardBy::Points) {
        if to.is_some_and(|to| to != AwardTo::Unit) {
            own.defect("to", DefectKind::Expected("unit: points are those of units"));
        }
        if !points {
            own.defect("by", DefectKind::Expected("committee, unless the meet has points"));
        }
    }
    let clause = Clause::new(own.text("clause").unwrap_or_default());
    Some(Award { id: id?, name: name?.to_owned(), to: to?, number: number?, by: by?, clause })
}

fn read_number(own: &mut Fields<'_>) -> Option<AwardNumber> {
    let (count, percent) = (own.number("count"), own.number("percent"));
    let round = own.one_of("round", ROUNDINGS);
    if count == Some(0) {
        own.defect("count", DefectKind::Expected("at least 1"));
    }
    if percent.is_some_and(|percent| !(1..=100).contains(&percent)) {
        own.defect("percent", DefectKind::Expected("a number from 1 to 100"));
    }
    match (count, percent) {
        (Some(count), None) if round.is_none() => Some(AwardNumber::Count(count)),
        (Some(_), None) => {
            own.defect("round", DefectKind::Expected("nothing: only a share is rounded"));
            None
        }
        (None, Some(percent)) => {
            let round = own.required("round", round)?;
            Some(AwardNumber::Share { percent, round })
        }
        (None, None) => own.required("count", None),
        (Some(_), Some(_)) => {
            own.defect("percent", DefectKind::Expected("only one of count and percent"));
            None
        }
    }
}
