//! A group: who met whom, the ranking, and why it is so.

use std::borrow::Cow;

use super::card::{first_count, has_score, stopped};
use super::names::{Name, name};
use crate::bracket::{GroupMatch, Occupant};
use crate::format::Slot;
use crate::id::{EntryId, EventId, MatchId};
use crate::meet::Meet;
use crate::regulations::Event;
use crate::score::{Ending, Stop};
use crate::side::Side;
use crate::standings::{self, Standings, Value, WonLost};

/// How a match ended for the entrant of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ended {
    /// It won.
    Won,
    /// Nobody won, and the score rule has draws.
    Drawn,
    /// It lost, or neither appeared.
    Lost,
}

/// One meeting as the entrant of the row sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meeting {
    /// Not played yet.
    Open(MatchId),
    /// Played.
    Played {
        /// The match.
        id: MatchId,
        /// What counts first: rubbers, games or points; none for a match that never began.
        score: Option<WonLost>,
        /// How it ended for the entrant of the row.
        ended: Ended,
        /// How the loser lost by stopping, if so.
        stop: Option<Stop>,
    },
}

/// How the entrant of the row fares against the one of the column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CrossCell {
    /// The entrant itself.
    Own,
    /// Their meetings, round by round: one, or two where the group goes round twice; none if they do not meet.
    Met(Vec<Meeting>),
}

/// One row of the crosstable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CrossRow {
    /// The number in the group, from 1.
    pub number: u16,
    /// Who.
    pub name: Name,
    /// The meetings, in the order of the numbers.
    pub cells: Vec<CrossCell>,
}

/// One row of the ranking.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RankRow {
    /// The rank, from 1; equal entrants share it. None for one who was removed by a rule.
    pub rank: Option<u16>,
    /// Who.
    pub name: Name,
    /// Matches decided.
    pub played: u32,
    /// Matches won.
    pub won: u32,
    /// Matches drawn; none where the score rule has no draws.
    pub drawn: Option<u32>,
    /// Matches lost.
    pub lost: u32,
    /// Match points.
    pub match_points: i64,
    /// Rubbers of team ties; none in other events.
    pub rubbers: Option<WonLost>,
    /// Games; none in basketball.
    pub games: Option<WonLost>,
    /// Points.
    pub points: WonLost,
    /// Whether the entrant goes on to the knockout: true or false once the group is decided.
    pub through: Option<bool>,
    /// Whether nothing separates it from another.
    pub unresolved: bool,
}

/// One step of a ranking: entrants equal so far, and what separated them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reason {
    /// The entrants, better first, each with its value; no value where a lot is still needed.
    pub entrants: Vec<(Name, Option<Value>)>,
    /// What separated them.
    pub by: standings::Reason,
    /// The article.
    pub clause: Cow<'static, str>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupSheet {
    /// The group, from 1.
    pub group: u16,
    /// Instead of matches: the rank of which those of the other groups are compared here.
    pub compares: Option<u16>,
    /// The crosstable; empty where nothing is played.
    pub rows: Vec<CrossRow>,
    /// The ranking, best first, those removed by a rule last.
    pub ranking: Vec<RankRow>,
    /// The steps that separated entrants with equal match points.
    pub reasons: Vec<Reason>,
    /// Sets of entrants that only a lot can separate; none while matches are open.
    pub lots: Vec<Vec<Name>>,
    /// Matches played.
    pub played: usize,
    /// Matches in all.
    pub total: usize,
    /// How many go on; 0 where none do.
    pub through: u16,
    /// Whether the ranking is final.
    pub decided: bool,
}

/// A group (from 1) of an event; none before the draw or when there is no such group.
///
/// # Complexity
/// That of [`rank`](standings::rank) for the group.
#[must_use]
pub fn group_sheet(meet: &Meet, event: &EventId, group: u16) -> Option<GroupSheet> {
    let state = meet.event(event)?;
    let rules = meet.regulations()?.event(event)?;
    let bracket = state.bracket();
    let entries = bracket.group_entries(group);
    if entries.is_empty() {
        return None;
    }
    let standings = state.standings(group)?;
    let matches = bracket.group_matches(group);
    let names: Vec<Name> = entries.iter().map(|entry| name(meet, *entry)).collect();
    let row = |(number, own): (u16, &Name)| CrossRow {
        number,
        name: own.clone(),
        cells: names.iter().map(|other| cell(rules, &matches, own.entry, other.entry)).collect(),
    };
    let played = matches.iter().filter(|found| found.played.is_some()).count();
    let decided = bracket.group_ranking(group).is_some();
    let members = usize::from(group).checked_sub(1).and_then(|index| bracket.plan().groups.get(index))?;
    let through = bracket.plan().through(group);
    let compares = match members.first() {
        Some(Slot::Rank { rank, .. }) if bracket.plan().compares(group) => Some(*rank),
        _ => None,
    };
    let known = members.iter().all(|slot| bracket.occupant(*slot) != Occupant::Waiting);
    let over = known && played == matches.len();
    let named = |set: &Vec<usize>| set.iter().filter_map(|index| names.get(*index).cloned()).collect();
    Some(GroupSheet {
        group,
        compares,
        rows: (1..).zip(&names).filter(|_| compares.is_none()).map(row).collect(),
        ranking: ranking(rules, &standings, &names, decided.then_some(through)),
        reasons: reasons(&standings, &names),
        lots: standings.unresolved.iter().filter(|_| over).map(named).collect(),
        played,
        total: matches.len(),
        through,
        decided,
    })
}

/// How `own` fared against `other`.
fn cell(rules: &Event, matches: &[GroupMatch<'_>], own: EntryId, other: EntryId) -> CrossCell {
    if own == other {
        return CrossCell::Own;
    }
    let between = matches.iter().filter_map(|found| {
        let side = Side::BOTH.into_iter().find(|side| found.entries[*side] == own)?;
        (found.entries[side.other()] == other).then(|| meeting(rules, found, side))
    });
    CrossCell::Met(between.collect())
}

/// A match as one side sees it.
fn meeting(rules: &Event, found: &GroupMatch<'_>, side: Side) -> Meeting {
    let Some(played) = found.played else { return Meeting::Open(found.id) };
    let count = first_count(rules, &played.tally);
    let ended = match played.tally.winner {
        Some(winner) if winner == side => Ended::Won,
        None if rules.score.knows_draws() && played.tally.ending == Ending::Played => Ended::Drawn,
        Some(_) | None => Ended::Lost,
    };
    Meeting::Played {
        id: found.id,
        score: has_score(&played.outcome)
            .then(|| WonLost { won: count[side].into(), lost: count[side.other()].into() }),
        ended,
        stop: Side::BOTH.into_iter().find_map(|side| stopped(&played.outcome, side)),
    }
}

fn ranking(rules: &Event, standings: &Standings, names: &[Name], through: Option<u16>) -> Vec<RankRow> {
    use crate::regulations::ScoreRule;
    let ranked = standings.order.iter().zip(&standings.ranks).zip(&standings.rows);
    let placed = (1u16..).zip(ranked).filter_map(|(place, ((index, rank), row))| {
        Some(RankRow {
            rank: u16::try_from(*rank).ok(),
            name: names.get(*index)?.clone(),
            played: row.played,
            won: row.won,
            drawn: rules.score.knows_draws().then_some(row.drawn),
            lost: row.lost,
            match_points: row.match_points,
            rubbers: rules.tie.is_some().then_some(row.rubbers),
            games: matches!(rules.score, ScoreRule::Games(_)).then_some(row.games),
            points: row.points,
            through: through.map(|through| place <= through),
            unresolved: standings.unresolved.iter().any(|set| set.contains(index)),
        })
    });
    let removed = standings.removed.iter().filter_map(|index| names.get(*index)).map(|name| RankRow {
        rank: None,
        name: name.clone(),
        played: 0,
        won: 0,
        drawn: rules.score.knows_draws().then_some(0),
        lost: 0,
        match_points: 0,
        rubbers: None,
        games: None,
        points: WonLost::default(),
        through: Some(false),
        unresolved: false,
    });
    placed.chain(removed).collect()
}

fn reasons(standings: &Standings, names: &[Name]) -> Vec<Reason> {
    let reason = |why: &standings::Why| {
        let entrants = why.entrants.iter().enumerate();
        let entrants =
            entrants.filter_map(|(at, index)| Some((names.get(*index)?.clone(), why.values.get(at).copied())));
        Reason { entrants: entrants.collect(), by: why.by, clause: why.clause.clone() }
    };
    standings.why.iter().map(reason).collect()
}
