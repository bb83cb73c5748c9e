//! What holds of a bracket at every moment, whatever was played, corrected or taken back.

use std::collections::{BTreeMap, BTreeSet};

use gongsai::bracket::{Bracket, MatchView, Occupant};
use gongsai::format::Slot;
use gongsai::id::{EntryId, Part};
use gongsai::side::Side;

/// What does not hold, in words.
///
/// # Errors
/// The first thing that is wrong.
pub fn always(bracket: &Bracket) -> Result<(), String> {
    let mut rounds: BTreeMap<(Part, u16), BTreeSet<EntryId>> = BTreeMap::new();
    let mut playing: BTreeSet<EntryId> = BTreeSet::new();
    for (planned, found) in bracket.plan().matches.iter().zip(bracket.matches()) {
        let id = found.id;
        sends(bracket, &found)?;
        for (side, slot) in planned.slots.iter() {
            // Every link carries what comes out of its source, no more and no less.
            let (here, there) = (found.occupants[side], bracket.occupant(*slot));
            holds(here == there, || format!("{id} side {side:?}: {here:?}, and {there:?} comes"))?;
            let Some(entry) = here.entry() else { continue };
            let once = rounds.entry((id.part, id.round)).or_default().insert(entry);
            holds(once, || format!("entry {entry} stands twice in the round of {id}"))?;
            if found.is_open() && !matches!(id.part, Part::Group(_)) {
                holds(playing.insert(entry), || format!("entry {entry} has two matches at once, one is {id}"))?;
            }
        }
    }
    let places = bracket.places();
    let placed: BTreeSet<EntryId> = places.iter().map(|(_, entry)| *entry).collect();
    holds(placed.len() == places.len(), || format!("an entry has two places: {places:?}"))?;
    holds(places.windows(2).all(|pair| pair[0].0 <= pair[1].0), || format!("out of order: {places:?}"))?;
    holds(placed.is_disjoint(&playing), || "an entry with a place still plays".to_owned())
}

/// Fails with these words unless it holds.
///
/// # Errors
/// The words.
pub fn holds(it: bool, words: impl FnOnce() -> String) -> Result<(), String> {
    if it { Ok(()) } else { Err(words()) }
}

/// What a match sends on: its winner and its loser, once; a bye never wins, and where nobody won nobody comes.
fn sends(bracket: &Bracket, found: &MatchView<'_>) -> Result<(), String> {
    let id = found.id;
    let sent = (bracket.occupant(Slot::Winner(id)), bracket.occupant(Slot::Loser(id)));
    let of = |side: Side| (found.occupants[side], found.occupants[side.other()]);
    let nobody = Occupant::Nobody;
    let wanted = match (found.played, found.occupants.a, found.occupants.b) {
        (Some(played), ..) => played.tally.winner.map_or((nobody, nobody), of),
        (None, Occupant::Entry(_), Occupant::Nobody) => of(Side::A),
        (None, Occupant::Nobody, Occupant::Entry(_)) => of(Side::B),
        (None, Occupant::Nobody, Occupant::Nobody) => (nobody, nobody),
        // A second final that is not needed: its winner is that of the first.
        (None, Occupant::Entry(_), Occupant::Entry(_)) if found.over => return Ok(()),
        (None, ..) => (Occupant::Waiting, Occupant::Waiting),
    };
    holds(sent == wanted, || format!("{id} sends {sent:?}, not {wanted:?}"))
}
