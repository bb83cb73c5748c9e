//! The format of an event.
//!
//! In the regulations, under `format`:
//!
//! | `kind` | further fields (in brackets: may be left out) |
//! |---|---|
//! | `groups-knockout` | `group_size` 2 to 64, `through`, (`crossing`: `fixed`, `drawn`, `shifted`, `mirrored`), (`third_place`) |
//! | `knockout`, `preliminaries` | (`third_place`), (`places`: a power of two from 2) |
//! | `double-elimination` | (`reset`: a second final when the loser side wins the first; true) |
//! | `consolation` | (`rounds` whose losers are fed in; left out, it is for those who lose their first match) |
//! | `page-playoff`, `stepladder` | |
//! | `round-robin` | (`order`: `berger`, `circle`), (`legs`: 1 or 2) |

use super::value::{DefectKind, Fields};

/// How group winners and others come into the knockout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    /// By a fixed table, known before the first match.
    Fixed,
    /// By a second draw when the groups are finished.
    Drawn,
    /// By a table: each winner meets the second of the group half of all groups further on.
    Shifted,
    /// By a table: each winner meets the second of the group as far from the last as its own is from the first.
    Mirrored,
}

/// The finals of a double elimination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finals {
    /// One final, whoever wins it.
    One,
    /// A second one when the winner of the loser side wins the first, so that nobody goes out after one defeat.
    Reset,
}

/// Whose losers come into a consolation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fed {
    /// Who loses the first match that they play: in the first round, or in the second after a bye or a walkover.
    FirstMatch,
    /// The losers of so many rounds, from the first on: 1 for those of the first round alone.
    Rounds(u16),
}

/// In which order a round robin is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundOrder {
    /// By the tables of Berger 贝格尔.
    Berger,
    /// By rotation around the first, counter-clockwise 逆时针轮转.
    Circle,
}

/// How often a round robin goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legs {
    /// Everybody meets everybody once.
    One,
    /// Twice, the second time with sides exchanged.
    Two,
}

/// The format of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatRule {
    /// Groups of a size, then a knockout of the best of each.
    GroupsKnockout {
        /// Entrants of a group, where the number allows.
        group_size: u16,
        /// How many of each group go on.
        through: u16,
        /// How they come into the knockout.
        crossing: Crossing,
        /// Whether third place is played.
        third_place: bool,
    },
    /// Single elimination.
    Knockout {
        /// Places that are played out: 2 (the final alone), 4 (with third place), 8 …
        places: u32,
    },
    /// Single elimination in which entries beyond a power of two play for its last positions first (抢号).
    Preliminaries {
        /// Places that are played out.
        places: u32,
    },
    /// Who has lost twice is out.
    DoubleElimination {
        /// Its finals.
        finals: Finals,
    },
    /// Single elimination with a second knockout for those who lost early.
    Consolation {
        /// Whose losers come into it.
        fed: Fed,
    },
    /// Page playoff, of four at most.
    PagePlayoff,
    /// From the last upwards, each winner against the next better one.
    Stepladder,
    /// Everybody against everybody, in one group.
    RoundRobin {
        /// The order of the rounds.
        order: RoundOrder,
        /// How often it goes round.
        legs: Legs,
    },
}

/// What the positions of a format are, and so how they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Positions {
    /// Lines of a knockout: seeds far apart, byes between them.
    Knockout,
    /// Members of groups.
    Groups,
    /// Ranks, the best first: seeds by their numbers, then all others by lot.
    Ranks,
}

impl FormatRule {
    /// What its positions are.
    ///
    /// ```
    /// use gongsai::regulations::{FormatRule, Positions};
    /// assert_eq!(FormatRule::Stepladder.positions(), Positions::Ranks);
    /// ```
    #[must_use]
    pub fn positions(&self) -> Positions {
        match self {
            FormatRule::GroupsKnockout { .. } | FormatRule::RoundRobin { .. } => Positions::Groups,
            FormatRule::PagePlayoff | FormatRule::Stepladder => Positions::Ranks,
            FormatRule::Knockout { .. }
            | FormatRule::Preliminaries { .. }
            | FormatRule::DoubleElimination { .. }
            | FormatRule::Consolation { .. } => Positions::Knockout,
        }
    }

    /// Whether the event has groups, which need a ranking.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.positions() == Positions::Groups
    }
}

/// The kinds by name; what is read besides follows from the kind.
const KINDS: &[(&str, Kind)] = &[
    ("groups-knockout", Kind::GroupsKnockout),
    ("knockout", Kind::Knockout),
    ("preliminaries", Kind::Preliminaries),
    ("double-elimination", Kind::DoubleElimination),
    ("consolation", Kind::Consolation),
    ("page-playoff", Kind::PagePlayoff),
    ("stepladder", Kind::Stepladder),
    ("round-robin", Kind::RoundRobin),
];
const CROSSINGS: &[(&str, Crossing)] = &[
    ("fixed", Crossing::Fixed),
    ("drawn", Crossing::Drawn),
    ("shifted", Crossing::Shifted),
    ("mirrored", Crossing::Mirrored),
];
const ORDERS: &[(&str, RoundOrder)] = &[("berger", RoundOrder::Berger), ("circle", RoundOrder::Circle)];

#[derive(Clone, Copy)]
enum Kind {
    GroupsKnockout,
    Knockout,
    Preliminaries,
    DoubleElimination,
    Consolation,
    PagePlayoff,
    Stepladder,
    RoundRobin,
}

/// Reads the format of an event; nothing when something needed is missing (a defect says what).
pub(super) fn read(fields: &mut Fields<'_>) -> Option<FormatRule> {
    let inner = fields.inner("format");
    let mut format = fields.required("format", inner)?;
    let kind = format.one_of("kind", KINDS);
    let rule = match format.required("kind", kind) {
        Some(Kind::GroupsKnockout) => read_groups(&mut format),
        Some(Kind::Knockout) => Some(FormatRule::Knockout { places: read_places(&mut format) }),
        Some(Kind::Preliminaries) => Some(FormatRule::Preliminaries { places: read_places(&mut format) }),
        Some(Kind::DoubleElimination) => {
            let reset = format.bool("reset").unwrap_or(true);
            Some(FormatRule::DoubleElimination { finals: if reset { Finals::Reset } else { Finals::One } })
        }
        Some(Kind::Consolation) => {
            let rounds = format.number("rounds");
            if rounds == Some(0) {
                format.defect("rounds", DefectKind::Expected("at least 1"));
            }
            Some(FormatRule::Consolation { fed: rounds.map_or(Fed::FirstMatch, Fed::Rounds) })
        }
        Some(Kind::PagePlayoff) => Some(FormatRule::PagePlayoff),
        Some(Kind::Stepladder) => Some(FormatRule::Stepladder),
        Some(Kind::RoundRobin) => {
            let order = format.one_of("order", ORDERS).unwrap_or(RoundOrder::Berger);
            let legs = format.number("legs").unwrap_or(1);
            if !(1..=2).contains(&legs) {
                format.defect("legs", DefectKind::Expected("1 or 2"));
            }
            Some(FormatRule::RoundRobin { order, legs: if legs == 2 { Legs::Two } else { Legs::One } })
        }
        None => None,
    };
    fields.absorb(format);
    rule
}

fn read_groups(format: &mut Fields<'_>) -> Option<FormatRule> {
    let third_place = format.bool("third_place").unwrap_or(false);
    let size = format.number("group_size");
    let size = format.required("group_size", size);
    let through = format.number("through");
    let through = format.required("through", through);
    let crossing = format.one_of("crossing", CROSSINGS).unwrap_or(Crossing::Fixed);
    if size.is_some_and(|size| !(2..=64).contains(&size)) {
        format.defect("group_size", DefectKind::Expected("a group size from 2 to 64"));
    }
    if through.zip(size).is_some_and(|(through, size)| through == 0 || through > size) {
        format.defect("through", DefectKind::Expected("a number from 1 to the group size"));
    }
    if matches!(crossing, Crossing::Shifted | Crossing::Mirrored) && through.is_some_and(|through| through != 2) {
        format.defect("crossing", DefectKind::Expected("fixed or drawn, unless two of each group go on"));
    }
    let (group_size, through) = size.zip(through)?;
    Some(FormatRule::GroupsKnockout { group_size, through, crossing, third_place })
}

fn read_places(format: &mut Fields<'_>) -> u32 {
    let third_place = format.bool("third_place").unwrap_or(false);
    let places = format.number("places").unwrap_or(if third_place { 4 } else { 2 });
    if !places.is_power_of_two() || !(2..=1024).contains(&places) {
        format.defect("places", DefectKind::Expected("a power of two from 2 to 1024"));
    }
    places.into()
}
