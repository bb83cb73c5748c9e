//! What is to be played, and what was.

use crate::bracket::MatchView;
use crate::id::{EventId, MatchId};
use crate::meet::Meet;
use crate::order;

/// The matches that can be played now, in the order of the plan: round by round through the groups, then the knockout.
#[must_use]
pub fn open_matches(meet: &Meet, event: &EventId) -> Vec<MatchId> {
    in_order(meet, event, false)
}

/// The matches with a result, in the same order.
#[must_use]
pub fn played_matches(meet: &Meet, event: &EventId) -> Vec<MatchId> {
    in_order(meet, event, true)
}

fn in_order(meet: &Meet, event: &EventId, played: bool) -> Vec<MatchId> {
    let Some(state) = meet.event(event) else { return Vec::new() };
    let views = state.bracket().matches();
    // What is disputed waits for the staff, not for a result.
    let open = |view: &MatchView<'_>| view.is_open() && state.dispute(view.id).is_empty();
    let wanted = views.filter(|view| if played { view.played.is_some() } else { open(view) });
    let mut ids: Vec<MatchId> = wanted.map(|view| view.id).collect();
    // Groups play their first rounds before anyone plays a second.
    order::sort_by_key(&mut ids, |id| match id.part {
        crate::id::Part::Group(group) => (0, id.round, group, id.number),
        crate::id::Part::Winner
        | crate::id::Part::Placement(_)
        | crate::id::Part::Preliminary
        | crate::id::Part::Loser
        | crate::id::Part::Final
        | crate::id::Part::Consolation
        | crate::id::Part::SecondConsolation
        | crate::id::Part::Compass(_) => (1, 0, 0, 0),
    });
    ids
}
