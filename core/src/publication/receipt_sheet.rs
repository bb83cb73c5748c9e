//! The receipt of a draw, as it is shown.

use std::sync::Arc;

use super::names::name;
use crate::bracket::DrawStage;
use crate::draw::{Breach, Commitment, Shortfall, Step, Target, Task};
use crate::id::{EntryId, EventId};
use crate::meet::{ByHand, Meet, Refused};
use crate::order;

/// Somebody who was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnName {
    /// The name: of the person, of the pair, or of the team.
    pub name: Arc<str>,
    /// The unit; none where the name is the unit's, or there is none.
    pub unit: Option<Arc<str>>,
}

/// A place that was set by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandPlace {
    /// Whose, by index into [`ReceiptSheet::entrants`].
    pub entrant: usize,
    /// Where.
    pub to: Target,
    /// Why.
    pub reason: Arc<str>,
    /// The rules that it breaks.
    pub breaks: Vec<Breach>,
}

/// The receipt of a draw: what went in, each step, and what could not be kept apart. Entrants are indices into
/// [`ReceiptSheet::entrants`], units into [`ReceiptSheet::units`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptSheet {
    /// What was drawn, in words, where it is known.
    pub title: Option<Arc<str>>,
    /// What was published before the draw.
    pub commitment: Option<Commitment>,
    /// The seed; of a draw announced before, the secret that the commitment was made of.
    pub seed: Arc<str>,
    /// The words called from the floor.
    pub words: Vec<String>,
    /// Who saw it.
    pub witnesses: Vec<String>,
    /// The version of the procedure.
    pub procedure: u16,
    /// Those who were drawn, in the order in which they went in.
    pub entrants: Vec<DrawnName>,
    /// The names of the units.
    pub units: Vec<Arc<str>>,
    /// The places that were set by hand.
    pub by_hand: Vec<HandPlace>,
    /// What could not be kept apart.
    pub shortfall: Vec<Shortfall>,
    /// The draw step by step.
    pub steps: Vec<Step>,
}

/// What a place is called that nobody comes to, of a group and a rank: `(2:1)`.
#[must_use]
pub fn empty_place(group: u16, rank: u16) -> String {
    format!("({group}:{rank})")
}

/// The receipt of a recorded draw, made again; none before the draw.
///
/// # Errors
/// [`Refused`] for one that cannot be made again, or gives another draw.
///
/// # Complexity
/// That of the draw.
pub fn receipt_sheet(meet: &Meet, event: &EventId, stage: DrawStage) -> Option<Result<ReceiptSheet, Refused>> {
    let drawn = meet.event(event)?.drawn(stage)?;
    let made = || {
        meet.verify_draw(event, stage)?;
        let again = meet.drawn_again(drawn)?;
        let breaches = meet.breaches_of(drawn)?;
        let named = |entry: &EntryId| {
            let name = name(meet, *entry);
            DrawnName { name: name.name, unit: name.unit }
        };
        let from = match meet.draw_task(event, stage, &drawn.entrants)? {
            Task::Crossing { qualifiers, .. } | Task::Table { qualifiers, .. } => qualifiers,
            Task::Knockout { .. } | Task::Groups { .. } => Vec::new(),
        };
        let empty = from.iter().skip(drawn.entrants.len());
        let empty = empty.map(|from| DrawnName { name: empty_place(from.group, from.rank).into(), unit: None });
        let place = |place: &ByHand| drawn.entrants.iter().position(|entry| *entry == place.entry);
        let by_hand = drawn.by_hand.iter().zip(breaches).filter_map(|(by_hand, breaks)| {
            let reason = by_hand.reason.as_str().into();
            Some(HandPlace { entrant: place(by_hand)?, to: by_hand.to, reason, breaks })
        });
        let title = meet.regulations().and_then(|rules| Some((rules, rules.event(event)?)));
        let numbers = meet.unit_numbers(&drawn.entrants).into_iter();
        let mut units: Vec<_> = numbers.map(|(unit, number)| (number, unit)).collect();
        order::sort(&mut units);
        let unit = |id| meet.units().get(id).map(|unit| unit.name.as_str()).unwrap_or_default().into();
        Ok(ReceiptSheet {
            title: title.map(|(rules, event)| format!("{} · {}", rules.title, event.name).into()),
            commitment: meet.announced(event, stage).map(|told| told.commitment),
            seed: drawn.seed.as_str().into(),
            words: drawn.words.clone(),
            witnesses: drawn.witnesses.clone(),
            procedure: drawn.procedure,
            entrants: drawn.entrants.iter().map(named).chain(empty).collect(),
            units: units.iter().map(|(_, id)| unit(id)).collect(),
            by_hand: by_hand.collect(),
            shortfall: again.shortfall,
            steps: again.steps,
        })
    };
    Some(made())
}
