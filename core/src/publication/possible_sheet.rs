//! What is still possible in a group that is not finished.

use super::names::{Name, name};
use crate::bracket::{Bracket, Occupant};
use crate::format::Slot;
use crate::id::{EventId, MatchId};
use crate::meet::Meet;
use crate::side::{BySide, Side};
use crate::standings::{self, Class, Fate, GroupResults, Meeting, Options, Unfinished};

/// With more open matches than this, what each of them decides is not told: it would be a long list of little use.
const MOST_TOLD: usize = 4;

/// The places that one entrant can still reach.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PossibleRow {
    /// Who.
    pub name: Name,
    /// The places that are not excluded, from 1; none for one whose results are deleted.
    pub places: Vec<usize>,
    /// Whether each of them is shown to be possible.
    pub is_exact: bool,
    /// Whether it is certain that the entrant goes on; none where nobody or everybody of the group does.
    pub fate: Option<Fate>,
    /// What the entrant's own open matches decide for it.
    pub own: Vec<Hinge>,
    /// What the open matches of others decide for it.
    pub others: Vec<Hinge>,
}

/// A match on which places of an entrant hang.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hinge {
    /// The match.
    pub id: MatchId,
    /// Who meet.
    pub between: BySide<Name>,
    /// The side of the entrant whose places these are, where it plays.
    pub side: Option<Side>,
    /// Each way in which the match can end, with the places that are then not excluded, and whether each is shown.
    pub outcomes: Vec<(Class, Vec<usize>, bool)>,
}

/// What is still possible in a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PossibleSheet {
    /// The group, from 1.
    pub group: u16,
    /// The entrants, as in the group.
    pub rows: Vec<PossibleRow>,
}

/// What is still possible in a group (from 1) if all its open matches are played to their end; none before the draw, for
/// a group without open matches, and for one whose members are not all known.
///
/// # Complexity
/// That of [`possible`](standings::possible()) for the group, and of [`decides`](standings::decides()) where four matches
/// are open at most.
#[must_use]
pub fn possible_sheet(meet: &Meet, event: &EventId, group: u16) -> Option<PossibleSheet> {
    let state = meet.event(event)?;
    let bracket = state.bracket();
    let members = usize::from(group).checked_sub(1).and_then(|index| bracket.plan().groups.get(index))?;
    if bracket.plan().compares(group) || members.iter().any(|slot| bracket.occupant(*slot) == Occupant::Waiting) {
        return None;
    }
    let entries = bracket.group_entries(group);
    let index = |entry| entries.iter().position(|other| *other == entry);
    let mut results = GroupResults { entrants: entries.len(), ..GroupResults::default() };
    let (mut open, mut ids) = (Vec::new(), Vec::new());
    for found in bracket.group_matches(group) {
        let (a, b) = (index(found.entries.a)?, index(found.entries.b)?);
        match found.played {
            Some(played) => results.matches.push(Meeting { a, b, round: found.id.round, tally: played.tally }),
            None if bracket.match_view(found.id).is_some_and(|view| view.over) => {}
            None => {
                open.push(BySide { a, b });
                ids.push(found.id);
            }
        }
    }
    if open.is_empty() {
        return None;
    }
    let options = Options::default();
    let rest = Unfinished {
        rules: state.ranking_rules()?,
        options: &options,
        group: &results,
        open: &open,
        rule: bracket.rule(),
    };
    let names: Vec<Name> = entries.iter().map(|entry| name(meet, *entry)).collect();
    let hinges = if open.len() > MOST_TOLD { Vec::new() } else { standings::decides(&rest) };
    let hinges: Vec<(usize, Hinge)> = hinges
        .into_iter()
        .filter_map(|decides| {
            let BySide { a, b } = *open.get(decides.open)?;
            let own = [(Side::A, a), (Side::B, b)].into_iter().find(|(_, entrant)| *entrant == decides.entrant);
            let outcomes = decides.outcomes.into_iter();
            let hinge = Hinge {
                id: *ids.get(decides.open)?,
                between: BySide { a: names.get(a)?.clone(), b: names.get(b)?.clone() },
                side: own.map(|(side, _)| side),
                outcomes: outcomes
                    .map(|outcome| {
                        let is_exact = outcome.shown == outcome.allowed;
                        (outcome.class, outcome.allowed.into_iter().collect(), is_exact)
                    })
                    .collect(),
            };
            Some((decides.entrant, hinge))
        })
        .collect();
    let (through, hope) = (usize::from(bracket.plan().through(group)), last_hope(bracket, group));
    let rows = standings::possible(&rest).into_iter().filter_map(|found| {
        let of = |is_own: bool| {
            let own =
                hinges.iter().filter(|(entrant, hinge)| *entrant == found.entrant && hinge.side.is_some() == is_own);
            own.map(|(_, hinge)| hinge.clone()).collect()
        };
        let fate = match (found.fate(through), found.fate(hope)) {
            (through @ Fate::Through { .. }, _) => through,
            (_, out @ Fate::Out { .. }) => out,
            _ => Fate::Open,
        };
        Some(PossibleRow {
            name: names.get(found.entrant)?.clone(),
            is_exact: found.is_exact(),
            fate: Some(fate).filter(|_| (1..entries.len()).contains(&through) && !found.allowed.is_empty()),
            places: found.allowed.iter().copied().collect(),
            own: of(true),
            others: of(false),
        })
    });
    Some(PossibleSheet { group, rows: rows.collect() })
}

/// The last rank of a group that can still go on: where the best of one rank of several groups do, that rank too.
fn last_hope(bracket: &Bracket, group: u16) -> usize {
    let plan = bracket.plan();
    let compared = (1..).zip(&plan.groups).filter(|(number, _)| plan.compares(*number)).flat_map(|(_, slots)| slots);
    let ranks = compared.filter_map(|slot| match slot {
        Slot::Rank { group: of, rank } if *of == group => Some(*rank),
        _ => None,
    });
    usize::from(ranks.chain([plan.through(group)]).max().unwrap_or(0))
}
