//! What a draw brought.

use super::draw_sheet::by;
use super::names::{Name, name};
use crate::bracket::DrawStage;
use crate::format::By;
use crate::id::EventId;
use crate::meet::Meet;

/// Where a draw put everybody; how it came to that is on its [`receipt_sheet`](super::receipt_sheet()).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawnSheet {
    /// Which draw.
    pub stage: DrawStage,
    /// What placed the entries: only a second draw can be by table.
    pub by: By,
    /// Who was drawn into each group; empty for a knockout.
    pub groups: Vec<Vec<Name>>,
    /// The positions of a knockout, from 1, with who came to them, top to bottom; nobody at a bye. Empty for groups.
    pub positions: Vec<(u32, Option<Name>)>,
}

/// A draw that was made; none before it.
#[must_use]
pub fn drawn_sheet(meet: &Meet, event: &EventId, stage: DrawStage) -> Option<DrawnSheet> {
    let state = meet.event(event)?;
    let drawn = state.drawn(stage)?;
    let plan = state.bracket().plan();
    let placed = |position: u32| drawn.placings.iter().find(|(placed, _)| *placed == position);
    let at = |position: u32| placed(position).map(|(_, entry)| name(meet, *entry));
    let groups: Vec<Vec<Name>> = match stage {
        DrawStage::First => {
            // Groups that others feed come after those that are drawn.
            let drawn = plan.drawn_groups().into_iter().filter(|group| !group.is_empty());
            drawn.map(|group| group.into_iter().filter_map(at).collect()).collect()
        }
        DrawStage::Second => Vec::new(),
    };
    let (first, last) = match (stage, &plan.second_draw) {
        (DrawStage::Second, Some(draw)) => (draw.first, draw.first + draw.size - 1),
        (DrawStage::First | DrawStage::Second, _) => (1, plan.positions),
    };
    let positions = if groups.is_empty() {
        (first..=last).map(|position| (position - first + 1, at(position))).collect()
    } else {
        Vec::new()
    };
    Some(DrawnSheet { stage, by: by(state.bracket(), stage), groups, positions })
}
