//! Changes: seats, results and rankings, with everything that they cause.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::effects::{Change, State, Touched};
use super::error::ChangeError;
use super::node::{MatchNode, Occupant, Played, Seats};
use super::{Bracket, DrawStage};
use crate::id::{EntryId, MatchId, Part};
use crate::order;
use crate::score::{self, Outcome, Tally};
use crate::side::BySide;

/// The ranking of a group, first to last, when it is decided; none while it is not.
pub type GroupRanking = Option<Vec<EntryId>>;

/// A result to be recorded.
#[derive(Clone, Debug)]
pub struct NewResult {
    /// The match.
    pub id: MatchId,
    /// Its outcome.
    pub outcome: Outcome,
    /// Whether it replaces a result that stands.
    pub replaces: bool,
    /// Whether results that follow from the old one are set aside; else the change is refused if there are any.
    pub cascade: bool,
}

/// Ranks a group (from 1) as the bracket stands; none while it is not decided. Of groups of one it is not asked.
pub type RankGroup<'a> = &'a dyn Fn(&Bracket, u16) -> GroupRanking;

/// What a change asks its caller about.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The result that was entered for a match between these two earlier and counts again when they meet there again.
    pub(crate) earlier: &'a dyn Fn(MatchId, BySide<EntryId>) -> Option<Played>,
    pub(crate) ranking: RankGroup<'a>,
}

/// Nothing was entered before, and no group is decided.
const NOTHING: Asked<'static> = Asked { earlier: &|_, _| None, ranking: &|_, _| None };

impl Bracket {
    /// Puts entries to positions; positions left out stay empty.
    ///
    /// # Errors
    /// [`ChangeError`] when the draw was made, when groups are still open, or when the placings do not fit.
    ///
    /// # Complexity
    /// O(n log n) for n positions.
    pub fn seat(&mut self, stage: DrawStage, placings: &[(u32, EntryId)]) -> Result<Touched, ChangeError> {
        self.seat_again(stage, placings, NOTHING)
    }

    /// The same where results may have been entered before: `earlier` tells those of a match between two entries.
    pub(crate) fn seat_again(
        &mut self,
        stage: DrawStage,
        placings: &[(u32, EntryId)],
        asked: Asked<'_>,
    ) -> Result<Touched, ChangeError> {
        let planned = stage == DrawStage::First || self.structure.second_draw.is_some();
        if !planned || self.is_drawn(stage) {
            return Err(ChangeError::NoDraw(stage));
        }
        let seats = self.checked_seats(stage, placings)?;
        Change::start(self, State::Draw(stage, Some(seats)), asked).finish(true)
    }

    /// Records the result of a match with everything that it causes, or replaces one. The groups that it bears on are ranked
    /// by `ranking`.
    ///
    /// # Errors
    /// [`ChangeError`]; the bracket is then as before.
    ///
    /// # Complexity
    /// O(t log t) for t nodes touched; the number of all matches enters as one look-up.
    pub fn record(&mut self, new: NewResult, ranking: RankGroup<'_>) -> Result<Touched, ChangeError> {
        self.check_open(new.id, new.replaces)?;
        let tally = self.check_result(new.id, &new.outcome)?;
        let played = Played { outcome: new.outcome, tally };
        self.put(new.id, Some(played), new.cascade, Asked { ranking, ..NOTHING })
    }

    /// Whether a result can be entered for a match, or the one that stands be replaced.
    ///
    /// # Errors
    /// [`ChangeError::NoMatch`], [`ChangeError::Waiting`], [`ChangeError::NotPlayed`], [`ChangeError::Decided`] or
    /// [`ChangeError::Undecided`].
    pub fn check_open(&self, id: MatchId, replaces: bool) -> Result<(), ChangeError> {
        let (_, node) = self.match_node(id)?;
        match (&node.played, replaces) {
            (Some(_), false) => return Err(ChangeError::Decided(id)),
            (None, true) => return Err(ChangeError::Undecided(id)),
            (Some(_), true) | (None, false) => {}
        }
        node.entries(id).map(|_| ())
    }

    /// What a result of a match counts; outside groups somebody must win it.
    ///
    /// # Errors
    /// [`ChangeError::Score`] with what cannot be right.
    pub fn check_result(&self, id: MatchId, outcome: &Outcome) -> Result<Tally, ChangeError> {
        let tally = score::check(&self.rule, outcome)?;
        if !matches!(id.part, Part::Group(_)) {
            score::check_winner(&self.rule, outcome)?;
        }
        Ok(tally)
    }

    /// Gives a match its result, or none, whatever stood before. Where entrants change because of it, the results of
    /// the matches that follow are what was entered earlier for the new entrants.
    pub(crate) fn put(
        &mut self,
        id: MatchId,
        played: Option<Played>,
        cascade: bool,
        asked: Asked<'_>,
    ) -> Result<Touched, ChangeError> {
        let (place, node) = self.match_node(id)?;
        node.entries(id)?;
        let node = MatchNode { played: played.map(Arc::new), ..node.clone() };
        Change::start(self, State::Match(place, node), asked).finish(cascade)
    }

    /// Gives a group its ranking (after a lot), or takes it away.
    ///
    /// # Errors
    /// [`ChangeError::Consequences`] when what follows from another ranking stands already and `cascade` is not set.
    pub fn settle(&mut self, group: u16, ranking: GroupRanking, cascade: bool) -> Result<Touched, ChangeError> {
        self.settle_again(group, ranking, cascade, NOTHING)
    }

    /// The same where results may have been entered before, as in [`Bracket::put`].
    pub(crate) fn settle_again(
        &mut self,
        group: u16,
        ranking: GroupRanking,
        cascade: bool,
        asked: Asked<'_>,
    ) -> Result<Touched, ChangeError> {
        let before = usize::from(group).checked_sub(1).and_then(|index| self.groups.get(index));
        match before {
            None => Err(ChangeError::GroupsOpen(vec![group])),
            Some(before) if *before == ranking => Ok(Touched::default()),
            Some(_) => Change::start(self, State::Group(group, ranking), asked).finish(cascade),
        }
    }

    /// The seats of a draw, when the placings fit.
    fn checked_seats(&self, stage: DrawStage, placings: &[(u32, EntryId)]) -> Result<Seats, ChangeError> {
        let plan = &self.structure.plan;
        let (first, size, byes) = match (stage, &plan.second_draw) {
            (DrawStage::Second, Some(draw)) => (draw.first, draw.size, &draw.byes),
            (_, Some(draw)) => (1, draw.first.saturating_sub(1), &plan.byes),
            (_, None) => (1, plan.positions, &plan.byes),
        };
        let mut byes: Vec<u32> = byes.clone();
        order::sort(&mut byes);
        let mut seats = Seats::empty(first, size);
        for (position, entry) in placings {
            let seat = seats.seat_mut(*position).filter(|seat| **seat == Occupant::Nobody);
            let seat = seat.filter(|_| byes.binary_search(position).is_err());
            *seat.ok_or(ChangeError::Position(*position))? = Occupant::Entry(*entry);
        }
        let mut entries: Vec<EntryId> = placings.iter().map(|(_, entry)| *entry).collect();
        order::sort(&mut entries);
        if let Some([entry, _]) = entries.windows(2).find(|pair| pair.first() == pair.last()) {
            return Err(ChangeError::Entry(*entry));
        }
        if stage == DrawStage::Second {
            self.check_qualified(&order::set(entries))?;
        }
        Ok(seats)
    }

    /// The second draw holds exactly those who come out of the groups.
    fn check_qualified(&self, entries: &BTreeSet<EntryId>) -> Result<(), ChangeError> {
        let open: Vec<u16> = (1..).zip(&self.groups).filter(|(_, g)| g.is_none()).map(|(number, _)| number).collect();
        if !open.is_empty() {
            return Err(ChangeError::GroupsOpen(open));
        }
        let through = order::set(self.qualified().into_iter().map(|(_, _, entry)| entry));
        match entries.symmetric_difference(&through).next() {
            Some(entry) => Err(ChangeError::Entry(*entry)),
            None => Ok(()),
        }
    }
}
