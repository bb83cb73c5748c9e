//! One event of a meet from its draw on.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Claim, Claims, Standing};
use super::ranking::Ranking;
use super::withdraw::walkover;
use super::{Announced, Drawn, HandedIn, Slot};
use crate::bracket::{Asked, Bracket, ChangeError, DrawStage, Played, Touched};
use crate::id::{EntryId, MatchId, PersonId, RecordId};
use crate::regulations::RankingRules;
use crate::score::MatchRule;
use crate::side::BySide;
use crate::standings::Standings;

/// An event that was drawn.
#[derive(Clone, Debug)]
pub struct EventState {
    pub(super) draws: BTreeMap<DrawStage, Drawn>,
    pub(super) announced: BTreeMap<DrawStage, Announced>,
    pub(super) bracket: Bracket,
    pub(super) ranking: Option<RankingRules>,
    pub(super) lots: BTreeMap<u16, Vec<Vec<EntryId>>>,
    pub(super) claims: BTreeMap<MatchId, Claims>,
    pub(super) slots: BTreeMap<MatchId, Slot>,
    pub(super) line_ups: BTreeMap<(MatchId, BySide<EntryId>), BySide<HandedIn>>,
    pub(super) match_lists: BTreeMap<(MatchId, EntryId), BTreeSet<PersonId>>,
    pub(super) withdrawn: BTreeSet<EntryId>,
}

impl EventState {
    /// A draw of the event, as it was recorded.
    #[must_use]
    pub fn drawn(&self, stage: DrawStage) -> Option<&Drawn> {
        self.draws.get(&stage)
    }

    /// Its matches and groups.
    #[must_use]
    pub fn bracket(&self) -> &Bracket {
        &self.bracket
    }

    /// Where and when a match is played, once it is known.
    #[must_use]
    pub fn slot(&self, id: MatchId) -> Option<&Slot> {
        self.slots.get(&id)
    }

    /// Everything that was entered for a match, in the order in which it was folded, whether it counts or not.
    #[must_use]
    pub fn claims(&self, id: MatchId) -> &[Claim] {
        self.claims.get(&id).map_or(&[], Claims::all)
    }

    /// The results of a match that differ while none replaces another; empty for a match that is not disputed.
    #[must_use]
    pub fn dispute(&self, id: MatchId) -> Vec<&Claim> {
        let claims = self.claims.get(&id).zip(self.bracket.entries(id).ok());
        match claims.map(|(claims, entries)| claims.standing(entries)) {
            Some(Standing::Disputed(claims)) => claims,
            Some(Standing::Open | Standing::Agreed(_)) | None => Vec::new(),
        }
    }

    /// The matches that are disputed, in the order of their ids.
    pub fn disputes(&self) -> impl Iterator<Item = MatchId> {
        self.claims.keys().copied().filter(|id| !self.dispute(*id).is_empty())
    }

    /// The ranking of a group (from 1) with its reasons, as far as it is played; entrants are indices into
    /// [`Bracket::group_entries`]. None for events without groups.
    #[must_use]
    pub fn standings(&self, group: u16) -> Option<Standings> {
        self.ranking().standings(&self.bracket, group).map(|(_, standings)| standings)
    }

    /// The rules that rank its groups; none for an event without groups.
    #[must_use]
    pub fn ranking_rules(&self) -> Option<&RankingRules> {
        self.ranking.as_ref()
    }

    /// What ranks its groups.
    pub(super) fn ranking(&self) -> Ranking<'_> {
        Ranking { rules: self.ranking.as_ref(), lots: &self.lots }
    }

    /// The records of the results that a new one for the match replaces.
    pub(super) fn answered(&self, id: MatchId) -> Vec<RecordId> {
        let Some((claims, entries)) = self.claims.get(&id).zip(self.bracket.entries(id).ok()) else {
            return Vec::new();
        };
        claims.heads(entries).map(|claim| claim.record).collect()
    }

    /// Takes up a claim with everything that it causes. `cascade` says whether results that follow from another one
    /// may be set aside.
    pub(super) fn claim(&mut self, id: MatchId, claim: Claim, cascade: bool) -> Result<Touched, ChangeError> {
        let now = self.bracket.match_view(id).ok_or(ChangeError::NoMatch(id))?.played.cloned();
        let entries = self.bracket.entries(id);
        let claims = self.claims.entry(id).or_default();
        claims.push(claim);
        // Between others than those who stand there: it waits for them.
        let Ok(entries) = entries else { return Ok(Touched::default()) };
        match claims.standing(entries) {
            Standing::Open => Ok(Touched::default()),
            Standing::Agreed(played) if Some(played) == now.as_ref() => Ok(Touched::default()),
            Standing::Agreed(played) => {
                let played = Some(played.clone());
                self.put(id, played, cascade).inspect_err(|_| self.unclaim(id))
            }
            // Where matches were played on from the first result, it stays until staff decide.
            Standing::Disputed(_) if now.is_some() => Ok(self.put(id, None, false).unwrap_or_default()),
            Standing::Disputed(_) => Ok(Touched::default()),
        }
    }

    /// Takes the last claim on a match back, as if it had never come in.
    fn unclaim(&mut self, id: MatchId) {
        let Some(claims) = self.claims.get_mut(&id) else { return };
        claims.pop();
        if claims.all().is_empty() {
            self.claims.remove(&id);
        }
    }

    pub(super) fn put(&mut self, id: MatchId, played: Option<Played>, cascade: bool) -> Result<Touched, ChangeError> {
        let EventState { bracket, ranking, lots, claims, withdrawn, .. } = self;
        let (rule, ranking) = (bracket.shared_rule(), Ranking { rules: ranking.as_ref(), lots });
        let asked = Asked {
            earlier: &earlier(&rule, claims, withdrawn),
            ranking: &|bracket, group| ranking.decided(bracket, group),
        };
        let touched = bracket.put(id, played, cascade, asked)?;
        if touched.draw_set_aside {
            self.draws.remove(&DrawStage::Second);
            // Its secret is out: it binds nobody any more.
            self.announced.remove(&DrawStage::Second);
        }
        Ok(touched)
    }

    /// Seats a draw. Who was drawn may have withdrawn meanwhile.
    pub(super) fn seat(&mut self, drawn: &Drawn) -> Result<Touched, ChangeError> {
        let mut after = self.clone();
        // Walkovers come in one by one afterwards, each with the ranking of its group.
        let (rule, nobody, ranking) = (self.bracket.shared_rule(), BTreeSet::new(), self.ranking());
        let mut touched = {
            let asked = Asked {
                earlier: &earlier(&rule, &self.claims, &nobody),
                ranking: &|bracket, group| ranking.decided(bracket, group),
            };
            after.bracket.seat_again(drawn.stage, &drawn.placings, asked)?
        };
        after.draws.insert(drawn.stage, drawn.clone());
        touched.matches.extend(after.walk_over()?.matches);
        *self = after;
        Ok(touched)
    }

    /// Gives a group the ranking that it has after a lot.
    pub(super) fn settle(&mut self, group: u16) -> Result<Touched, ChangeError> {
        let EventState { bracket, ranking, lots, claims, withdrawn, .. } = self;
        let (rule, ranking) = (bracket.shared_rule(), Ranking { rules: ranking.as_ref(), lots });
        let asked = Asked {
            earlier: &earlier(&rule, claims, withdrawn),
            ranking: &|bracket, group| ranking.decided(bracket, group),
        };
        let decided = ranking.decided(bracket, group);
        bracket.settle_again(group, decided, false, asked)
    }
}

/// What counts when two entries come together in a match: what was entered for them before, or the walkover of one
/// who withdrew.
fn earlier<'a>(
    rule: &'a MatchRule,
    claims: &'a BTreeMap<MatchId, Claims>,
    withdrawn: &'a BTreeSet<EntryId>,
) -> impl Fn(MatchId, BySide<EntryId>) -> Option<Played> + 'a {
    move |id, entries| match claims.get(&id).map_or(Standing::Open, |claims| claims.standing(entries)) {
        Standing::Agreed(played) => Some(played.clone()),
        Standing::Open => walkover(rule, withdrawn, entries),
        Standing::Disputed(_) => None,
    }
}
