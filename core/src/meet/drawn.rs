//! What is recorded of a draw: what was published before it, and what was drawn.

use crate::bracket::DrawStage;
use crate::draw::{Commitment, Target};
use crate::id::{EntryId, EventId};

/// A place that the staff set before the draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// Whose.
    pub entry: EntryId,
    /// Where: a position of the knockout that is drawn, or a group; both from 1.
    pub to: Target,
    /// Why, in the staff's words.
    pub reason: String,
}

/// What is published before a draw. From then on nobody can choose: the draw is of these entries, around these places,
/// by the secret that the commitment was made of, and else it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// The entries in the order in which they go into the draw.
    pub entrants: Vec<EntryId>,
    /// The places that are set by hand.
    pub by_hand: Vec<ByHand>,
    /// The commitment to the secret seed.
    pub commitment: Commitment,
    /// Why it takes the place of an announcement before it; empty for a first one.
    pub reason: String,
}

/// A draw that was made: everything that an outsider needs to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// The entries in the order in which they went into the draw.
    pub entrants: Vec<EntryId>,
    /// The seed, in words or digits as it was announced; of a draw announced before, the secret. Empty for a second draw by
    /// table, which has no lot.
    pub seed: String,
    /// The words that were called from the floor and mixed into the seed, in their order.
    pub words: Vec<String>,
    /// Who saw it, by name.
    pub witnesses: Vec<String>,
    /// The places that were set by hand.
    pub by_hand: Vec<ByHand>,
    /// The version of the drawing procedure.
    pub procedure: u16,
    /// The positions of the plan and who came to them; positions left out stay empty.
    pub placings: Vec<(u32, EntryId)>,
}

/// In what a draw is another than the one announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// The seed is not the secret of the commitment.
    Secret,
    /// Other entries are drawn, or in another order.
    Entrants,
    /// Other places are set by hand.
    ByHand,
}

impl Announced {
    /// Whether a draw is the one announced.
    ///
    /// # Errors
    /// The first thing in which it is not.
    pub fn check(&self, drawn: &Drawn) -> Result<(), Unlike> {
        if Commitment::to(&drawn.seed) != self.commitment {
            return Err(Unlike::Secret);
        }
        if drawn.entrants != self.entrants {
            return Err(Unlike::Entrants);
        }
        if drawn.by_hand == self.by_hand { Ok(()) } else { Err(Unlike::ByHand) }
    }
}
