//! How far an event is.

use super::draw_sheet::by;
use crate::bracket::{Bracket, DrawStage};
use crate::format::By;
use crate::id::{EventId, MatchId};
use crate::meet::Meet;

/// What an event waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Its entries: there is none.
    Entries,
    /// Its draw.
    Draw,
    /// Results.
    Results,
    /// A lot in a group, where no rule breaks a tie: the group, from 1.
    Lot(u16),
    /// The draw of the knockout, by lot or by table.
    SecondDraw(By),
    /// Nothing: all places are decided.
    Nothing,
}

/// How far an event is, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Progress {
    /// The entries.
    pub entries: usize,
    /// The matches that are to be played in all, as far as is known; 0 before the draw.
    pub total: usize,
    /// The matches with a result.
    pub played: usize,
    /// The matches that can be played now.
    pub open: usize,
    /// What the event waits for.
    pub step: Step,
}

/// How far an event is.
///
/// # Complexity
/// O(m) for m matches.
#[must_use]
pub fn progress(meet: &Meet, event: &EventId) -> Progress {
    let entries = meet.entries_of(event).count();
    let Some(state) = meet.event(event) else {
        let step = if entries == 0 { Step::Entries } else { Step::Draw };
        return Progress { entries, total: 0, played: 0, open: 0, step };
    };
    let bracket = state.bracket();
    let Counts { total, played, open } = counts(bracket, |_| true);
    let undecided = (1..=bracket.groups()).filter(|group| bracket.group_ranking(*group).is_none());
    let tied = undecided.clone().find(|group| bracket.group_matches(*group).iter().all(|found| found.played.is_some()));
    let step = match tied {
        Some(group) => Step::Lot(group),
        None if open > 0 || undecided.count() > 0 => Step::Results,
        None if bracket.plan().second_draw.is_some() && !bracket.is_drawn(DrawStage::Second) => {
            Step::SecondDraw(by(bracket, DrawStage::Second))
        }
        None if played < total => Step::Results,
        None => Step::Nothing,
    };
    Progress { entries, total, played, open, step }
}

/// How many matches of a round are played, and how many there are.
#[must_use]
pub fn round_progress(bracket: &Bracket, ids: &[MatchId]) -> (usize, usize) {
    let counts = counts(bracket, |id| ids.contains(&id));
    (counts.played, counts.total)
}

struct Counts {
    total: usize,
    played: usize,
    open: usize,
}

fn counts(bracket: &Bracket, counted: impl Fn(MatchId) -> bool) -> Counts {
    let mut counts = Counts { total: 0, played: 0, open: 0 };
    for view in bracket.matches().filter(|view| counted(view.id)) {
        // A side that is empty for good makes no match, nor does one that may yet prove needless.
        let counted =
            if view.over { view.played.is_some() } else { view.is_open() || !is_conditional(bracket, view.id) };
        if !counted {
            continue;
        }
        counts.total += 1;
        counts.played += usize::from(view.played.is_some());
        counts.open += usize::from(view.is_open());
    }
    counts
}

fn is_conditional(bracket: &Bracket, id: MatchId) -> bool {
    bracket.planned(id).is_some_and(|planned| planned.only_if.is_some())
}
