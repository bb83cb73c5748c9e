//! The format of an event.
//!
//! In the regulations, under `format`:
//!
//! | `kind` | further fields (in brackets: may be left out) |
//! |---|---|
//! | `groups-knockout` | one of `group_size` 2 to 64, `groups`, `group_sizes` (a list); `through`, (`best`: how many more of the next rank), (`crossing`: `fixed`, `fixed-apart`, `drawn`, `shifted`, `mirrored`), (`third_place`) |
//! | `groups` | as `groups-knockout` without `third_place`; `then`: the format that they go on into |
//! | `knockout`, `preliminaries` | (`third_place`), (`places`: a power of two from 2) |
//! | `double-elimination` | (`reset`: a second final when the loser side wins the first; true) |
//! | `consolation` | (`rounds` whose losers are fed in; left out, it is for those who lose their first match) |
//! | `curtis`, `compass`, `olympic` | |
//! | `page-playoff`, `stepladder` | |
//! | `round-robin` | (`order`: `berger`, `circle`), (`legs`: 1 or 2) |

use super::value::{DefectKind, Fields, Value, whole_number};

/// How group winners and others come into the knockout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    /// By a fixed table, known before the first match.
    Fixed,
    /// By the same table when the groups are finished, with entries of a rank exchanged where two of a unit would meet in
    /// the first round.
    FixedApart,
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

/// In how many directions a compass draw is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directions {
    /// East, west, north and south: the Olympic draw, in which everybody may play twice.
    Four,
    /// The four between them too, in which everybody may play three times.
    Eight,
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

/// How entrants are divided into groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupSizes {
    /// As few groups as hold everybody when none has more than this; no two differ by more than one.
    AtMost(u16),
    /// So many groups, none greater than another by more than one.
    Number(u16),
    /// These sizes, which must add up to the entrants.
    Each(Vec<u16>),
}

/// Groups, and who goes on from them into what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsRule {
    /// The groups.
    pub sizes: GroupSizes,
    /// How many of each group go on.
    pub through: u16,
    /// How many more go on of those of the next rank, compared across the groups: the best thirds, say.
    pub best: u16,
    /// How they come into the next format.
    pub crossing: Crossing,
    /// The next format.
    pub next: Box<FormatRule>,
}

impl GroupsRule {
    /// Groups of a size, and a knockout of the best of each.
    #[must_use]
    pub fn knockout(group_size: u16, through: u16, crossing: Crossing, third_place: bool) -> GroupsRule {
        let places = if third_place { 4 } else { 2 };
        let next = Box::new(FormatRule::Knockout { places });
        GroupsRule { sizes: GroupSizes::AtMost(group_size), through, best: 0, crossing, next }
    }
}

/// The format of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatRule {
    /// Groups, then another format for the best of each.
    Groups(GroupsRule),
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
    /// Single elimination with two further knockouts, for those who lost in rounds 1 and 2, and in rounds 3 and 4.
    Curtis,
    /// Single elimination in which the losers of early rounds go on in knockouts of their own, and their losers too.
    Compass {
        /// In how many.
        directions: Directions,
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
            FormatRule::Groups(_) | FormatRule::RoundRobin { .. } => Positions::Groups,
            FormatRule::PagePlayoff | FormatRule::Stepladder => Positions::Ranks,
            FormatRule::Knockout { .. }
            | FormatRule::Preliminaries { .. }
            | FormatRule::DoubleElimination { .. }
            | FormatRule::Consolation { .. }
            | FormatRule::Curtis
            | FormatRule::Compass { .. } => Positions::Knockout,
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
    ("groups", Kind::Groups),
    ("knockout", Kind::Knockout),
    ("preliminaries", Kind::Preliminaries),
    ("double-elimination", Kind::DoubleElimination),
    ("consolation", Kind::Consolation),
    ("curtis", Kind::Curtis),
    ("compass", Kind::Compass),
    ("olympic", Kind::Olympic),
    ("page-playoff", Kind::PagePlayoff),
    ("stepladder", Kind::Stepladder),
    ("round-robin", Kind::RoundRobin),
];
pub(super) const CROSSINGS: &[(&str, Crossing)] = &[
    ("fixed", Crossing::Fixed),
    ("fixed-apart", Crossing::FixedApart),
    ("drawn", Crossing::Drawn),
    ("shifted", Crossing::Shifted),
    ("mirrored", Crossing::Mirrored),
];
pub(super) const ORDERS: &[(&str, RoundOrder)] = &[("berger", RoundOrder::Berger), ("circle", RoundOrder::Circle)];

#[derive(Clone, Copy)]
enum Kind {
    GroupsKnockout,
    Groups,
    Knockout,
    Preliminaries,
    DoubleElimination,
    Consolation,
    Curtis,
    Compass,
    Olympic,
    PagePlayoff,
    Stepladder,
    RoundRobin,
}

/// The most stages that are read, one inside the other.
const STAGES: u8 = 8;

/// Reads the format of an event; nothing when something needed is missing (a defect says what).
pub(super) fn read(fields: &mut Fields<'_>) -> Option<FormatRule> {
    read_stage(fields, "format", STAGES)
}

fn read_stage(fields: &mut Fields<'_>, name: &str, stages: u8) -> Option<FormatRule> {
    let inner = fields.inner(name);
    let mut format = fields.required(name, inner)?;
    let kind = format.one_of("kind", KINDS);
    let rule = match format.required("kind", kind) {
        Some(Kind::GroupsKnockout) => {
            let third_place = format.bool("third_place").unwrap_or(false);
            read_groups(&mut format, Some(FormatRule::Knockout { places: if third_place { 4 } else { 2 } }))
        }
        Some(Kind::Groups) if stages == 0 => {
            format.defect("then", DefectKind::Expected("fewer stages"));
            None
        }
        Some(Kind::Groups) => {
            let next = read_stage(&mut format, "then", stages - 1);
            read_groups(&mut format, next)
        }
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
        Some(Kind::Curtis) => Some(FormatRule::Curtis),
        Some(Kind::Compass) => Some(FormatRule::Compass { directions: Directions::Eight }),
        Some(Kind::Olympic) => Some(FormatRule::Compass { directions: Directions::Four }),
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

fn read_groups(format: &mut Fields<'_>, next: Option<FormatRule>) -> Option<FormatRule> {
    let sizes = read_sizes(format);
    let through = format.number("through");
    let through = format.required("through", through);
    let best = format.number("best").unwrap_or(0);
    let crossing = format.one_of("crossing", CROSSINGS).unwrap_or(Crossing::Fixed);
    let least = match &sizes {
        Some(GroupSizes::AtMost(size)) => Some(*size),
        Some(GroupSizes::Each(sizes)) => sizes.iter().min().copied(),
        Some(GroupSizes::Number(_)) | None => None,
    };
    if through.is_some_and(|through| through == 0 || least.is_some_and(|least| through > least)) {
        format.defect("through", DefectKind::Expected("a number from 1 to the group size"));
    }
    let by_table = matches!(crossing, Crossing::Shifted | Crossing::Mirrored);
    if by_table && (through.is_some_and(|through| through != 2) || best > 0) {
        format.defect("crossing", DefectKind::Expected("fixed or drawn, unless two of each group go on"));
    }
    if crossing == Crossing::FixedApart && (through == Some(1) || best > 0) {
        format.defect(
            "crossing",
            DefectKind::Expected("fixed or drawn, unless two or more of each group and no others go on"),
        );
    }
    let (sizes, through) = sizes.zip(through)?;
    Some(FormatRule::Groups(GroupsRule { sizes, through, best, crossing, next: Box::new(next?) }))
}

/// How the groups are named: by their size, their number, or one by one.
fn read_sizes(format: &mut Fields<'_>) -> Option<GroupSizes> {
    let size = format.number("group_size");
    let number = format.number("groups");
    let each = format.take("group_sizes");
    if size.is_some_and(|size| !(2..=64).contains(&size)) {
        format.defect("group_size", DefectKind::Expected("a group size from 2 to 64"));
    }
    if number == Some(0) {
        format.defect("groups", DefectKind::Expected("at least 1"));
    }
    let each = each.and_then(|each| {
        let sizes: Option<Vec<u16>> = match each {
            Value::List(sizes) => sizes.iter().map(whole_number).collect(),
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
        };
        let sizes = sizes.filter(|sizes| !sizes.is_empty() && sizes.iter().all(|size| (1..=64).contains(size)));
        if sizes.is_none() {
            format.defect("group_sizes", DefectKind::Expected("a list of group sizes from 1 to 64"));
        }
        sizes
    });
    match (size, number, each) {
        (Some(size), None, None) => Some(GroupSizes::AtMost(size)),
        (None, Some(number), None) => Some(GroupSizes::Number(number)),
        (None, None, Some(sizes)) => Some(GroupSizes::Each(sizes)),
        (None, None, None) => format.required("group_size", None),
        _ => {
            format.defect("group_size", DefectKind::Expected("only one of group_size, groups and group_sizes"));
            None
        }
    }
}

fn read_places(format: &mut Fields<'_>) -> u32 {
    let third_place = format.bool("third_place").unwrap_or(false);
    let places = format.number("places").unwrap_or(if third_place { 4 } else { 2 });
    if !places.is_power_of_two() || !(2..=1024).contains(&places) {
        format.defect("places", DefectKind::Expected("a power of two from 2 to 1024"));
    }
    places.into()
}
