//! A match of several games: table tennis, badminton, volleyball.

use super::{Ending, Game, ScoreError, Stop, Tally, game};
use crate::regulations::GameRule;
use crate::side::{BySide, Side};

/// Games and points counted so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Games won.
    pub(super) games: BySide<u32>,
    /// Points made, those of an unfinished game too.
    pub(super) points: BySide<u32>,
    /// The unfinished game.
    open: Option<Game>,
}

/// What a match played to its end counts.
pub(super) fn played(rule: &GameRule, games: &[Game]) -> Result<Tally, ScoreError> {
    let mut count = Count::default();
    for (index, points) in games.iter().enumerate() {
        count.add(rule, index + 1, *points)?;
    }
    let winner = winner(rule, &count).ok_or(ScoreError::MatchOpen {
        games: count.games,
        needed: needed(rule),
        all: rule.play_all.then_some(rule.best_of.into()),
    })?;
    Ok(count.tally(Some(winner), Ending::Played))
}

/// What a match counts that `side` lost by stopping. The last game may be unfinished.
pub(super) fn stopped(rule: &GameRule, side: Side, why: Stop, games: &[Game]) -> Result<Tally, ScoreError> {
    match why {
        Stop::Walkover if !games.is_empty() => return Err(ScoreError::WalkoverWithScore),
        Stop::Walkover | Stop::Retired | Stop::Disqualified => {}
        Stop::Forfeit | Stop::Default if rule.award.is_some() => {}
        Stop::Forfeit | Stop::Default => return Err(ScoreError::NoSuchStop { why }),
    }
    let mut count = Count::default();
    if let Some((last, before)) = games.split_last() {
        for (index, points) in before.iter().enumerate() {
            count.add(rule, index + 1, *points)?;
        }
        count.add_last(rule, games.len(), *last)?;
    }
    let winner = side.other();
    let decided = self::winner(rule, &count).is_some();
    let ending = match why {
        // Defaulted after the end of a match: lost as a match not played (ITTF 3.7.5.1).
        Stop::Disqualified if decided || games.is_empty() => Ending::Unplayed,
        Stop::Walkover | Stop::Forfeit => Ending::Unplayed,
        Stop::Retired | Stop::Disqualified | Stop::Default if decided => return Err(ScoreError::StoppedAfterEnd),
        Stop::Retired | Stop::Disqualified | Stop::Default => Ending::Unfinished,
    };
    let mut count = if ending == Ending::Unplayed { Count::default() } else { count };
    if rule.award.is_some() {
        count.complete(rule, winner);
    }
    Ok(count.tally(Some(winner), ending))
}

/// Games that win the match.
fn needed(rule: &GameRule) -> u32 {
    rule.needed().into()
}

/// The side that has won enough games; where all are played, more of them.
fn winner(rule: &GameRule, count: &Count) -> Option<Side> {
    if rule.play_all && count.played() < u32::from(rule.best_of) {
        return None;
    }
    Side::BOTH.into_iter().find(|side| count.games[*side] >= needed(rule))
}

impl Count {
    fn played(&self) -> u32 {
        self.games.a.saturating_add(self.games.b)
    }

    /// Adds a finished game.
    fn add(&mut self, rule: &GameRule, number: usize, points: Game) -> Result<(), ScoreError> {
        self.check_open(rule, number)?;
        let side = game::winner(&rule.game(number), number, points)?;
        self.games[side] += 1;
        self.add_points(points);
        Ok(())
    }

    /// Adds the last game of a stopped match, finished or not.
    fn add_last(&mut self, rule: &GameRule, number: usize, points: Game) -> Result<(), ScoreError> {
        if game::state(&rule.game(number), points) != game::State::Open {
            return self.add(rule, number, points);
        }
        self.check_open(rule, number)?;
        self.add_points(points);
        self.open = Some(points);
        Ok(())
    }

    /// Credits a side with the points and games that it still needs (FIVB 6.4.3); the other keeps what it has.
    fn complete(&mut self, rule: &GameRule, side: Side) {
        while self::winner(rule, self).is_none() {
            let number = usize::try_from(self.played()).unwrap_or(usize::MAX).saturating_add(1);
            let begun = self.open.take().unwrap_or_default();
            let goal = game::goal(&rule.game(number), begun[side.other()]);
            self.points[side] = self.points[side].saturating_add(goal.saturating_sub(begun[side]).into());
            self.games[side] += 1;
        }
    }

    fn check_open(&self, rule: &GameRule, number: usize) -> Result<(), ScoreError> {
        match winner(rule, self) {
            Some(_) => Err(ScoreError::GameAfterEnd { game: number, games: self.games }),
            None => Ok(()),
        }
    }

    fn add_points(&mut self, points: Game) {
        for side in Side::BOTH {
            self.points[side] = self.points[side].saturating_add(u32::from(points[side]));
        }
    }

    fn tally(self, winner: Option<Side>, ending: Ending) -> Tally {
        Tally { winner, ending, rubbers: BySide::default(), games: self.games, points: self.points }
    }
}
