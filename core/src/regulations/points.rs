//! Unit points 团体总分, as regulations write them: `[points]` for the meet, `points` in an event for that event alone.
//!
//! | field | where | what | left out |
//! |---|---|---|---|
//! | `scale` | both | what the places from the first on are worth, none more than a better one: `[9, 7, 6, 5, 4, 3, 2, 1]` | needed |
//! | `shared` | both | what each who shares a place gets: `full`, what the place is worth, or `mean`, the mean of the places shared | needed |
//! | `places` | both | how many places count | the length of the scale |
//! | `one_less_up_to` | both | of so many entries in the draw, or fewer, one place less than entries counts | no such rule |
//! | `entries_of_unit` | both | how many entries of a unit count in an event, the best of them | all |
//! | `factor` | meet | by kind of entry: `{ team = 2, doubles = 2 }` | 1 |
//! | `factor` | event | a number | that of its kind |
//! | `ties` | meet | what orders units with equal points: `places`, the number of firsts, then of seconds, to the last that counts; `shared`, nothing | `shared` |
//! | `clause` | both | the article | none |
//!
//! An event whose `points` are the text `none` gives no points. An event may have a table of its own where the meet has none.

use super::event::{KINDS, Kind};
use super::value::{DefectKind, Fields, Value, whole_number};
use crate::clause::Clause;

/// What each who shares a place gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedPoints {
    /// What the place is worth.
    Full,
    /// The exact mean of the places that are shared.
    Mean,
}

/// What orders units with equal points; what is still equal then shares a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitTies {
    /// The number of firsts, then of seconds, and so on.
    Places,
    /// Nothing.
    Shared,
}

/// What the places of one event are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsRule {
    /// What the places from the first on are worth.
    pub scale: Vec<u16>,
    /// How many places count; not more than the scale has.
    pub places: u16,
    /// Of so many entries in the draw, or fewer, one place less than entries counts.
    pub one_less_up_to: u16,
    /// What each who shares a place gets.
    pub shared: SharedPoints,
    /// How many entries of a unit count; none for all of them.
    pub entries_of_unit: Option<u16>,
    /// By how much everything is multiplied.
    pub factor: u16,
    /// The article; empty where the regulations name none.
    pub clause: Clause,
}

impl PointsRule {
    /// How many places count among so many entries.
    ///
    /// ```
    /// use gongsai::clause::Clause;
    /// use gongsai::regulations::{PointsRule, SharedPoints};
    /// let rule = PointsRule {
    ///     scale: vec![9, 7, 6, 5, 4, 3, 2, 1],
    ///     places: 8,
    ///     one_less_up_to: 8,
    ///     shared: SharedPoints::Full,
    ///     entries_of_unit: None,
    ///     factor: 1,
    ///     clause: Clause::new("第十条"),
    /// };
    /// assert_eq!([0, 1, 8, 9, 30].map(|entries| rule.counted(entries)), [0, 0, 7, 8, 8]);
    /// ```
    #[must_use]
    pub fn counted(&self, entries: usize) -> u16 {
        let entries = u16::try_from(entries).unwrap_or(u16::MAX);
        let most = if entries <= self.one_less_up_to { entries.saturating_sub(1) } else { entries };
        self.places.min(most)
    }
}

/// What holds for the points of the meet as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTable {
    /// What orders units with equal points.
    pub ties: UnitTies,
    /// The article; empty where the regulations name none.
    pub clause: Clause,
}

/// What is read so far.
#[derive(Clone, Debug)]
pub(super) struct Partial {
    scale: Option<Vec<u16>>,
    shared: Option<SharedPoints>,
    places: Option<u16>,
    one_less_up_to: u16,
    entries_of_unit: Option<u16>,
    by_kind: Vec<(Kind, u16)>,
    clause: Clause,
}

impl Partial {
    fn nothing() -> Partial {
        Partial {
            scale: None,
            shared: None,
            places: None,
            one_less_up_to: 0,
            entries_of_unit: None,
            by_kind: Vec::new(),
            clause: Clause::new(""),
        }
    }
}

const SHARED: &[(&str, SharedPoints)] = &[("full", SharedPoints::Full), ("mean", SharedPoints::Mean)];
const TIES: &[(&str, UnitTies)] = &[("places", UnitTies::Places), ("shared", UnitTies::Shared)];
/// More places than any table has: what is beyond is a slip.
const MOST: usize = 64;

/// Reads `points` of the meet; nothing where it is absent.
pub(super) fn read_meet(fields: &mut Fields<'_>) -> Option<(Partial, UnitTable)> {
    let mut own = fields.inner("points")?;
    let mut partial = read_over(&mut own, Partial::nothing());
    if let Some(mut factors) = own.inner("factor") {
        for (name, kind) in KINDS {
            partial.by_kind.extend(read_factor(&mut factors, name).map(|factor| (*kind, factor)));
        }
        own.absorb(factors);
    }
    own.required("scale", partial.scale.as_ref());
    own.required("shared", partial.shared);
    let ties = own.one_of("ties", TIES).unwrap_or(UnitTies::Shared);
    fields.absorb(own);
    let table = UnitTable { ties, clause: partial.clause.clone() };
    Some((partial, table))
}

/// Reads `points` of an event over those of the meet; nothing where it gives none.
pub(super) fn read_event(fields: &mut Fields<'_>, base: Option<&Partial>, kind: Kind) -> Option<PointsRule> {
    let by_kind =
        |partial: &Partial| partial.by_kind.iter().find(|(of, _)| *of == kind).map_or(1, |(_, factor)| *factor);
    match fields.take("points") {
        None => finished(base?.clone(), by_kind(base?)),
        Some(Value::Text(none)) if none == "none" => None,
        Some(value) => {
            let mut own = Fields::of(value, fields.path_of("points"));
            let partial = read_over(&mut own, base.cloned().unwrap_or_else(Partial::nothing));
            let factor = read_factor(&mut own, "factor").unwrap_or_else(|| by_kind(&partial));
            own.required("scale", partial.scale.as_ref());
            own.required("shared", partial.shared);
            fields.absorb(own);
            finished(partial, factor)
        }
    }
}

fn finished(partial: Partial, factor: u16) -> Option<PointsRule> {
    let Partial { scale, shared, places, one_less_up_to, entries_of_unit, clause, .. } = partial;
    let (scale, shared) = scale.zip(shared)?;
    let length = u16::try_from(scale.len()).unwrap_or(u16::MAX);
    let places = places.map_or(length, |places| places.min(length));
    Some(PointsRule { scale, places, one_less_up_to, shared, entries_of_unit, factor, clause })
}

/// Reads what the meet and an event may both say over what holds without it.
fn read_over(own: &mut Fields<'_>, mut partial: Partial) -> Partial {
    if let Some(value) = own.take("scale") {
        partial.scale = read_scale(value);
        // A scale of one's own has as many places as it names.
        partial.places = None;
        if partial.scale.is_none() {
            let expected = "a list of up to 64 whole numbers, none greater than the one before, the first at least 1";
            own.defect("scale", DefectKind::Expected(expected));
        }
    }
    partial.shared = own.one_of("shared", SHARED).or(partial.shared);
    if let Some(places) = own.number("places") {
        let length = partial.scale.as_ref().map_or(MOST, Vec::len);
        if places == 0 || usize::from(places) > length {
            own.defect("places", DefectKind::Expected("a number from 1 to the length of the scale"));
        }
        partial.places = Some(places);
    }
    partial.one_less_up_to = own.number("one_less_up_to").unwrap_or(partial.one_less_up_to);
    if let Some(entries) = own.number("entries_of_unit") {
        if entries == 0 {
            own.defect("entries_of_unit", DefectKind::Expected("at least 1"));
        }
        partial.entries_of_unit = Some(entries);
    }
    if let Some(clause) = own.text("clause") {
        partial.clause = Clause::new(clause);
    }
    partial
}

fn read_scale(value: &Value) -> Option<Vec<u16>> {
    let scale: Option<Vec<u16>> = match value {
        Value::List(list) if list.len() <= MOST => list.iter().map(whole_number).collect(),
        Value::List(_) | Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
    };
    scale.filter(|scale| scale.first().is_some_and(|first| *first > 0) && scale.is_sorted_by(|one, next| one >= next))
}

fn read_factor(own: &mut Fields<'_>, name: &str) -> Option<u16> {
    let factor = own.number(name)?;
    if !(1..=1000).contains(&factor) {
        own.defect(name, DefectKind::Expected("a number from 1 to 1000"));
        return None;
    }
    Some(factor)
}
