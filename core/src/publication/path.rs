//! The way of one entrant through an event.

use crate::bracket::{Bracket, MatchView};
use crate::id::{EntryId, MatchId};

/// The way of one entrant through an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The matches that it stands in, in the order of the plan.
    pub stands: Vec<MatchId>,
    /// The matches that it comes to if it wins from now on; none once it is out or through.
    pub ahead: Vec<MatchId>,
}

/// The way of an entrant: where it stands, and where it comes to by winning.
#[must_use]
pub fn path(bracket: &Bracket, entry: EntryId) -> Path {
    let mut path = Path::default();
    let mut last = None;
    for view in bracket.matches() {
        if is_needless(&view) {
            continue;
        }
        let sides = view.occupants.iter().find(|(_, occupant)| occupant.entry() == Some(entry));
        let Some((side, _)) = sides else { continue };
        path.stands.push(view.id);
        let through = view.played.is_none_or(|played| played.tally.winner == Some(side));
        last = through.then_some(view.id);
    }
    while let Some(next) = last.and_then(|id| bracket.next_of_winner(id)) {
        if bracket.match_view(next).is_some_and(|view| is_needless(&view)) {
            break;
        }
        if !path.stands.contains(&next) {
            path.ahead.push(next);
        }
        last = Some(next);
    }
    path
}

/// Whether a match is not played although both its entrants are there: the one before it made it needless.
pub(super) fn is_needless(view: &MatchView<'_>) -> bool {
    let both = view.occupants.iter().all(|(_, occupant)| occupant.entry().is_some());
    both && view.over && view.played.is_none()
}
