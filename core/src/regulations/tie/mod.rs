//! Team ties: which rubbers are played, by whom, and when the tie is decided.
//!
//! In the regulations, `tie` of an event is the name of a built-in system, or a table:
//!
//! | field | what (in brackets: may be left out) |
//! |---|---|
//! | (`system`) | the name of a built-in system; what stands beside it in the table replaces its own |
//! | `rubbers` | the rubbers in order, an odd number of them; needed where there is no `system` |
//! | (`wins_needed`) | rubbers that decide the tie: more than half of them |
//! | (`play_all`) | whether the rest is played when the tie is decided; false |
//! | (`order`) | `fixed`, or `free`: the rubbers are played in whatever order; `fixed` |
//! | (`limits`) | how many rubbers one person may play: (`singles`), (`doubles`), (`all`) |
//!
//! and each of the `rubbers`:
//!
//! | field | what |
//! |---|---|
//! | `place`, or `a` and `b` | who plays, by the places of the line-up: of both sides, or of each; `B&C` is the pair of two places |
//! | `kind` | `singles`, `doubles`, `mixed` |
//! | (`sex`) | `M` or `F`, of those who play; not of mixed doubles |

mod built_in;
mod read;

pub(super) use read::read;

use std::borrow::Cow;

use crate::order;
use crate::sex::Sex;
use crate::side::{BySide, Side};

/// Who plays a rubber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RubberKind {
    /// One person a side.
    Singles,
    /// Two people a side.
    Doubles,
    /// A woman and a man a side.
    Mixed,
}

/// The players of one rubber on the two sides, as the system names them (`A` against `X`, `MS` against `MS`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubberSlot {
    /// The name of the place in the line-up of side A; of two places that make a pair, `B&C`.
    pub a: Cow<'static, str>,
    /// The name of the place in the line-up of side B.
    pub b: Cow<'static, str>,
    /// Who plays.
    pub kind: RubberKind,
    /// The sex of those who play; none where it is open, and of mixed doubles.
    pub sex: Option<Sex>,
}

impl RubberSlot {
    /// The name of those who play for a side.
    #[must_use]
    pub fn name(&self, side: Side) -> &str {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// The places of the line-up that play for a side: two, or one, which a pair stands at in doubles.
    pub fn places(&self, side: Side) -> impl Iterator<Item = &str> {
        self.name(side).split('&')
    }

    /// How many people play it on a side.
    #[must_use]
    pub fn people(&self) -> usize {
        match self.kind {
            RubberKind::Singles => 1,
            RubberKind::Doubles | RubberKind::Mixed => 2,
        }
    }
}

/// In which order the rubbers are played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RubberOrder {
    /// In that of the system.
    Fixed,
    /// In whatever order the referee sets.
    Free,
}

/// How many rubbers of a tie one person may play. What is none is not limited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RubberLimits {
    /// Singles.
    pub singles: Option<u16>,
    /// Doubles, mixed ones included.
    pub doubles: Option<u16>,
    /// In all.
    pub all: Option<u16>,
}

/// One place of a line-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TiePlace<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many people stand at it: two where it is a pair.
    pub people: usize,
}

/// A system of team ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieSystem {
    /// The name in regulations and vectors (`workers_3`); empty for one that the regulations write out.
    pub id: Cow<'static, str>,
    /// The rubbers in order of play.
    pub rubbers: Cow<'static, [RubberSlot]>,
    /// Rubbers won that decide the tie.
    pub wins_needed: u16,
    /// Whether the rest is played when the tie is decided.
    pub play_all: bool,
    /// Whether the order of the rubbers is that of the system.
    pub order: RubberOrder,
    /// How many rubbers one person may play.
    pub limits: RubberLimits,
}

impl TieSystem {
    /// The built-in system of a name.
    ///
    /// ```
    /// use gongsai::regulations::TieSystem;
    /// let system = TieSystem::named("workers_3").unwrap();
    /// assert_eq!((system.rubbers.len(), system.wins_needed), (3, 2));
    /// assert!(TieSystem::named("workers_4").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<TieSystem> {
        built_in::SYSTEMS.iter().find(|system| system.id == name).cloned()
    }

    /// The same system with every rubber played.
    #[must_use]
    pub fn playing_all(self, play_all: bool) -> TieSystem {
        TieSystem { play_all, ..self }
    }

    /// The places of a side's line-up, in the order in which they first play.
    ///
    /// ```
    /// use gongsai::regulations::{TiePlace, TieSystem};
    /// use gongsai::side::Side;
    /// let system = TieSystem::named("ittf_corbillon").unwrap();
    /// let place = |name, people| TiePlace { name, people };
    /// assert_eq!(system.places(Side::B), [place("X", 1), place("Y", 1), place("doubles", 2)]);
    /// ```
    #[must_use]
    pub fn places(&self, side: Side) -> Vec<TiePlace<'_>> {
        let mut places: Vec<TiePlace<'_>> = Vec::new();
        for rubber in self.rubbers.iter() {
            let names: Vec<&str> = rubber.places(side).collect();
            let people = rubber.people().div_ceil(names.len().max(1));
            for name in names {
                if places.iter().all(|place| place.name != name) {
                    places.push(TiePlace { name, people });
                }
            }
        }
        places
    }
}

/// How many singles and doubles each place of one person plays, on either side.
fn plays_of_places(rubbers: &[RubberSlot]) -> Vec<BySide<u16>> {
    let mut plays = Vec::new();
    for side in Side::BOTH {
        let names = order::set(rubbers.iter().flat_map(|rubber| rubber.places(side)));
        for name in names {
            let of = rubbers.iter().filter(|rubber| rubber.places(side).any(|place| place == name));
            // Singles and doubles stand where the sides do.
            let mut count = BySide { a: 0_u16, b: 0 };
            for rubber in of {
                let kind = if rubber.kind == RubberKind::Singles { Side::A } else { Side::B };
                count[kind] = count[kind].saturating_add(1);
            }
            plays.push(count);
        }
    }
    plays
}
