//! What each entrant has won and lost against whom.

use super::{GroupResults, WonLost};
use crate::regulations::{Notional, PointRule, Unit};
use crate::score::{Ending, Tally};
use crate::side::{BySide, Side};

/// The totals of one entrant over all matches that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The entrant.
    pub entrant: usize,
    /// Matches decided, walkovers too.
    pub played: u32,
    /// Matches won.
    pub won: u32,
    /// Matches without a winner that were played.
    pub drawn: u32,
    /// Matches lost, those too that neither side appeared for.
    pub lost: u32,
    /// Match points.
    pub match_points: i64,
    /// Rubbers of team ties.
    pub rubbers: WonLost,
    /// Games.
    pub games: WonLost,
    /// Points of games; goals in basketball.
    pub points: WonLost,
}

/// One match as one of its sides sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) opponent: usize,
    pub(super) won: bool,
    pub(super) drawn: bool,
    /// From 1.
    pub(super) round: u16,
    match_points: WonLost,
    rubbers: WonLost,
    games: WonLost,
    points: WonLost,
}

impl Line {
    fn is_lost(&self) -> bool {
        !self.won && !self.drawn
    }

    /// What the match counts.
    pub(super) fn count(&self, unit: Unit) -> WonLost {
        match unit {
            Unit::MatchPoints => self.match_points,
            Unit::Wins => WonLost { won: self.won.into(), lost: self.is_lost().into() },
            Unit::Rubbers => self.rubbers,
            Unit::Games => self.games,
            Unit::Points => self.points,
        }
    }
}

/// The matches that count, by entrant.
#[derive(Debug)]
pub(super) struct Ledger {
    lines: Vec<Vec<Line>>,
}

impl Ledger {
    /// The ledger of the matches between entrants who are not removed (`removed[entrant]`).
    pub(super) fn of(group: &GroupResults, removed: &[bool], rule: &PointRule, walkover: Option<Notional>) -> Ledger {
        let mut lines = vec![Vec::new(); group.entrants];
        let counts = |entrant: usize| removed.get(entrant) == Some(&false);
        for meeting in &group.matches {
            if !group.knows(meeting) || !counts(meeting.a) || !counts(meeting.b) {
                continue;
            }
            let tally = credited(meeting.tally, walkover);
            for (entrant, opponent, side) in [(meeting.a, meeting.b, Side::A), (meeting.b, meeting.a, Side::B)] {
                if let Some(own) = lines.get_mut(entrant) {
                    own.push(Line { round: meeting.round.max(1), ..line(opponent, side, rule, &tally) });
                }
            }
        }
        Ledger { lines }
    }

    /// The count of an entrant in his matches against `opponents`, which is in ascending order; against all where
    /// there is no list.
    pub(super) fn count(&self, entrant: usize, unit: Unit, opponents: Option<&[usize]>) -> WonLost {
        let mut sum = WonLost::default();
        for line in self.against(entrant, opponents) {
            let count = line.count(unit);
            sum = WonLost { won: sum.won + count.won, lost: sum.lost + count.lost };
        }
        sum
    }

    /// The matches that an entrant won against `opponents`, in ascending order.
    pub(super) fn wins(&self, entrant: usize, opponents: &[usize]) -> i64 {
        self.against(entrant, Some(opponents)).map(|line| i64::from(line.won)).sum()
    }

    /// The totals of an entrant.
    pub(super) fn row(&self, entrant: usize) -> Row {
        let mut row = Row { entrant, ..Row::default() };
        for line in self.against(entrant, None) {
            row.played += 1;
            row.won += u32::from(line.won);
            row.drawn += u32::from(line.drawn);
            row.lost += u32::from(line.is_lost());
        }
        row.match_points = self.count(entrant, Unit::MatchPoints, None).won;
        row.rubbers = self.count(entrant, Unit::Rubbers, None);
        row.games = self.count(entrant, Unit::Games, None);
        row.points = self.count(entrant, Unit::Points, None);
        row
    }

    /// The last round that was played.
    pub(super) fn rounds(&self) -> u16 {
        self.lines.iter().flatten().map(|line| line.round).max().unwrap_or(0)
    }

    /// The matches of an entrant against `opponents`, in ascending order; against all where there is no list.
    pub(super) fn against(&self, entrant: usize, opponents: Option<&[usize]>) -> impl Iterator<Item = &Line> {
        let meant = move |line: &&Line| opponents.is_none_or(|list| list.binary_search(&line.opponent).is_ok());
        self.lines.get(entrant).into_iter().flatten().filter(meant)
    }
}

fn line(opponent: usize, side: Side, rule: &PointRule, tally: &Tally) -> Line {
    let drawn = tally.winner.is_none() && tally.ending == Ending::Played;
    // To its last game: the loser is one game behind, and won one at least.
    let played = tally.ending == Ending::Played && tally.games.a.min(tally.games.b) > 0;
    let close = rule.close.filter(|_| played && tally.games.a.abs_diff(tally.games.b) == 1);
    let worth = |side: Side| match (tally.winner == Some(side), tally.ending, close) {
        (won, _, Some([win, loss])) => {
            if won {
                win
            } else {
                loss
            }
        }
        (true, _, None) => rule.win,
        (false, Ending::Played, None) if drawn => rule.draw.unwrap_or(rule.loss),
        (false, Ending::Played, None) => rule.loss,
        (false, Ending::Unfinished, None) => rule.unfinished,
        (false, Ending::Unplayed, None) => rule.unplayed,
    };
    let seen = |count: BySide<u32>| WonLost { won: count[side].into(), lost: count[side.other()].into() };
    Line {
        opponent,
        won: tally.winner == Some(side),
        drawn,
        round: 1,
        match_points: WonLost { won: worth(side).into(), lost: worth(side.other()).into() },
        rubbers: seen(tally.rubbers),
        games: seen(tally.games),
        points: seen(tally.points),
    }
}

/// The tally with a walkover's notional score, where it has none of its own.
fn credited(tally: Tally, walkover: Option<Notional>) -> Tally {
    let empty = [tally.rubbers, tally.games, tally.points].iter().all(|count| *count == BySide::default());
    match (walkover, tally.winner) {
        (Some(notional), Some(winner)) if empty && tally.ending == Ending::Unplayed => {
            let mut tally = tally;
            tally.rubbers[winner] = notional.rubbers;
            tally.games[winner] = notional.games;
            tally.points[winner] = notional.points;
            tally
        }
        _ => tally,
    }
}
