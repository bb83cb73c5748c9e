//! How far the admission of each unit's people is, and the letter that asks a unit for corrections.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::admission::State;
use crate::clause::Clause;
use crate::date::Date;
use crate::finding::{Code, Severity};
use crate::id::UnitId;
use crate::meet::Meet;
use crate::order;
use crate::regulations::Sport;

/// How far a unit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: Arc<str>,
    /// The sports of which a list is in; none where the unit sent nothing.
    pub lists: Vec<UnitList>,
}

/// A unit's list in a sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitList {
    /// The sport.
    pub sport: Sport,
    /// Whether the delegation has checked it.
    pub endorsed: bool,
    /// How many people are on it.
    pub people: usize,
    /// How many of them people have to decide on: not reviewed, or open.
    pub open: usize,
    /// How many were sent back for correction.
    pub returned: usize,
    /// How many are not admitted.
    pub failed: usize,
    /// The codes found of the team.
    pub team: Vec<Code>,
}

/// The letter that asks a unit to correct what was sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The unit, by name.
    pub unit: Arc<str>,
    /// The last day of all that is asked for; none where no day was named.
    pub until: Option<Date>,
    /// What is asked for.
    pub lines: Vec<LetterLine>,
    /// What was found of the unit's teams, with the article.
    pub teams: Vec<(Sport, Vec<(Code, Clause)>)>,
}

/// What is asked for of one person. Codes and articles alone: the facts behind them stay on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterLine {
    /// Who, by name.
    pub name: Arc<str>,
    /// The sport.
    pub sport: Sport,
    /// What weighs, with the article.
    pub findings: Vec<(Code, Clause)>,
    /// What the review group asks for, in its words.
    pub reason: String,
    /// The last day.
    pub until: Option<Date>,
}

/// How far each unit is, in the order of the names; those that sent nothing too.
///
/// # Complexity
/// O(n log n) for n people.
#[must_use]
pub fn unit_rows(meet: &Meet) -> Vec<UnitRow> {
    let mut lists: BTreeMap<(UnitId, Sport), UnitList> = BTreeMap::new();
    for (unit, (_, sport), state) in meet.admission_states() {
        let list = lists.entry((unit, sport)).or_insert_with(|| UnitList {
            sport,
            endorsed: meet.admissions().endorsed().contains(&(unit, sport)),
            people: 0,
            open: 0,
            returned: 0,
            failed: 0,
            team: meet.team_codes().get(&(unit, sport)).cloned().unwrap_or_default(),
        });
        list.people += 1;
        match state {
            State::Submitted | State::Open | State::Proposed | State::Challenged => list.open += 1,
            State::Returned { .. } => list.returned += 1,
            State::Failed | State::Disqualified => list.failed += 1,
            _ => {}
        }
    }
    let mut by_unit: BTreeMap<UnitId, Vec<UnitList>> = BTreeMap::new();
    for ((unit, _), list) in lists {
        by_unit.entry(unit).or_default().push(list);
    }
    let rows = meet.units().values().map(|unit| UnitRow {
        unit: unit.id,
        name: unit.name.as_str().into(),
        lists: by_unit.remove(&unit.id).unwrap_or_default(),
    });
    let mut rows: Vec<UnitRow> = rows.collect();
    order::sort_by(&mut rows, |a, b| (&a.name, a.unit).cmp(&(&b.name, b.unit)));
    rows
}

/// The letter to a unit: everyone who was sent back. None for a unit that the meet does not have.
#[must_use]
pub fn letter(meet: &Meet, unit: UnitId) -> Option<Letter> {
    let name = meet.units().get(&unit)?.name.as_str().into();
    let rules = meet.regulations().map(|regulations| &regulations.rules);
    let clause = |code: Code| Clause::new(rules.map_or("", |rules| rules.clause(code.rule())));
    let of_unit = meet.candidacies().filter(|(of, _)| *of == unit).map(|(_, who)| who);
    let lines = of_unit.filter_map(|who| {
        let review = meet.reviews().get(&who)?;
        let asked = review.returned.as_ref()?;
        let weighing = review.codes.iter().filter(|(_, severity)| *severity > Severity::Note);
        Some(LetterLine {
            name: meet.people().get(&who.0)?.name.as_str().into(),
            sport: who.1,
            findings: weighing.map(|(code, _)| (*code, clause(*code))).collect(),
            reason: asked.reason.clone(),
            until: asked.until,
        })
    });
    let lines: Vec<LetterLine> = lines.collect();
    let teams = meet.team_codes().iter().filter(|((of, _), codes)| *of == unit && !codes.is_empty());
    let teams = teams.map(|((_, sport), codes)| (*sport, codes.iter().map(|code| (*code, clause(*code))).collect()));
    Some(Letter { unit: name, until: lines.iter().filter_map(|line| line.until).max(), teams: teams.collect(), lines })
}
