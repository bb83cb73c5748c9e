//! What is wrong with a line-up: everything, never only the first.

use std::collections::{BTreeMap, BTreeSet};

use super::Lineup;
use crate::id::PersonId;
use crate::order;
use crate::person::Person;
use crate::regulations::{Class, RubberKind, RubberSlot, TieSystem};
use crate::sex::Sex;
use crate::side::Side;

/// Who may stand in a line-up.
#[derive(Clone, Copy, Debug)]
pub struct Roster<'a> {
    /// Everybody of the meet.
    pub people: &'a BTreeMap<PersonId, Person>,
    /// The people of the entry.
    pub entry: &'a [PersonId],
    /// Those who may not play.
    pub barred: &'a BTreeSet<PersonId>,
}

/// What one person may not play too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plays {
    /// Singles.
    Singles,
    /// Doubles, mixed ones included.
    Doubles,
    /// Rubbers of any kind.
    All,
}

/// One thing that is wrong with a line-up. Rubbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineupFault {
    /// The system has no place of this name on this side.
    NoPlace {
        /// The name.
        place: String,
    },
    /// Nobody stands at a place.
    Empty {
        /// The place.
        place: String,
    },
    /// Too few or too many people stand at a place.
    People {
        /// The place.
        place: String,
        /// How many should.
        needed: usize,
        /// How many do.
        given: usize,
    },
    /// The meet knows no such person.
    Unknown {
        /// The place; none on a match list.
        place: Option<String>,
        /// The id.
        person: PersonId,
    },
    /// The person is not of the team.
    NotOnRoster {
        /// The place; none on a match list.
        place: Option<String>,
        /// Who.
        person: PersonId,
    },
    /// The review barred the person.
    Barred {
        /// The place; none on a match list.
        place: Option<String>,
        /// Who.
        person: PersonId,
    },
    /// A man in a rubber of women, or a woman in one of men.
    WrongSex {
        /// The first such rubber.
        rubber: usize,
        /// Who.
        person: PersonId,
        /// Who plays it.
        needed: Sex,
    },
    /// The pair of mixed doubles is not a woman and a man.
    NotMixed {
        /// The rubber.
        rubber: usize,
    },
    /// The sex of a person is not known in a rubber that asks for it: for people to look at. It bars nobody.
    SexUnknown {
        /// The first such rubber.
        rubber: usize,
        /// Who.
        person: PersonId,
    },
    /// One person stands twice in a doubles.
    SamePerson {
        /// The rubber.
        rubber: usize,
        /// Who.
        person: PersonId,
    },
    /// A person plays more rubbers than the system lets one play.
    TooOften {
        /// Who.
        person: PersonId,
        /// Of what.
        what: Plays,
        /// How many.
        plays: u16,
        /// How many one may.
        limit: u16,
    },
    /// Fewer people named for a match than must be.
    TooFewNamed {
        /// How many.
        count: u16,
        /// How many must be.
        least: u16,
    },
    /// More people named for a match than may be.
    TooManyNamed {
        /// How many.
        count: u16,
        /// How many may be.
        most: u16,
    },
    /// Too few appearances in the groups for a match behind them.
    TooFewAppearances {
        /// Who.
        person: PersonId,
        /// How many.
        count: u16,
        /// How many there must be.
        least: u16,
    },
    /// More people of a class on court than may be.
    TooManyOf {
        /// The class.
        class: Class,
        /// How many.
        count: u16,
        /// How many may be.
        most: u16,
    },
    /// Fewer leaders on court than must be.
    TooFewLeaders {
        /// How many.
        count: u16,
        /// How many must be.
        least: u16,
    },
    /// Fewer women or men on court than must be.
    TooFewOfSex {
        /// Of whom.
        sex: Sex,
        /// How many are known to be.
        count: u16,
        /// How many must be.
        least: u16,
        /// Whether those of whom the sex is not known make no difference.
        certain: bool,
    },
    /// Fewer people of some ages on court than must be.
    TooFewOfAge {
        /// The least age.
        from: u16,
        /// The greatest; the greatest number where there is none.
        to: u16,
        /// How many are known to be.
        count: u16,
        /// How many must be.
        least: u16,
        /// Whether those of whom the age is not known make no difference.
        certain: bool,
    },
    /// A total of the ages on court that is too low.
    TotalAge {
        /// The least that it is.
        years: u16,
        /// What it must be.
        least: u16,
        /// Whether ages that are not known make no difference.
        certain: bool,
    },
}

impl LineupFault {
    /// The rule of the catalogue that it breaks; none where it follows from the system or the roster.
    #[must_use]
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            LineupFault::TooManyOf { .. } | LineupFault::TooFewLeaders { .. } | LineupFault::TooFewOfSex { .. } => {
                Some("L01")
            }
            LineupFault::TooFewOfAge { .. } => Some("L02"),
            LineupFault::TooFewNamed { .. } | LineupFault::TooManyNamed { .. } => Some("L03"),
            LineupFault::TooOften { .. } => Some("L04"),
            LineupFault::TooFewAppearances { .. } => Some("L05"),
            LineupFault::TotalAge { .. } => Some("L06"),
            LineupFault::NoPlace { .. }
            | LineupFault::Empty { .. }
            | LineupFault::People { .. }
            | LineupFault::Unknown { .. }
            | LineupFault::NotOnRoster { .. }
            | LineupFault::Barred { .. }
            | LineupFault::WrongSex { .. }
            | LineupFault::NotMixed { .. }
            | LineupFault::SexUnknown { .. }
            | LineupFault::SamePerson { .. } => None,
        }
    }

    /// Whether the line-up must be changed for it. Unknown is never no.
    #[must_use]
    pub fn bars(&self) -> bool {
        let doubts = matches!(
            self,
            LineupFault::SexUnknown { .. }
                | LineupFault::TooFewOfSex { certain: false, .. }
                | LineupFault::TooFewOfAge { certain: false, .. }
                | LineupFault::TotalAge { certain: false, .. }
        );
        !doubts
    }
}

/// Everything that is wrong with the line-up of a side, place by place, then rubber by rubber, then by person.
///
/// # Complexity
/// The rubbers, times the people in them.
///
/// ```
/// use std::collections::{BTreeMap, BTreeSet};
/// use gongsai::lineup::{Lineup, LineupFault, Roster, check};
/// use gongsai::regulations::TieSystem;
/// use gongsai::side::Side;
/// let system = TieSystem::named("workers_3").unwrap();
/// let roster = Roster { people: &BTreeMap::new(), entry: &[], barred: &BTreeSet::new() };
/// let faults = check(&system, Side::A, roster, &Lineup::default());
/// assert_eq!(faults[0], LineupFault::Empty { place: "MS".to_owned() });
/// assert_eq!(faults.len(), 3);
/// ```
#[must_use]
pub fn check(system: &TieSystem, side: Side, roster: Roster<'_>, line_up: &Lineup) -> Vec<LineupFault> {
    let mut faults = of_places(system, side, roster, line_up);
    let mut told = BTreeSet::new();
    let mut plays: BTreeMap<PersonId, [u16; 2]> = BTreeMap::new();
    for (number, rubber) in (1..).zip(system.rubbers.iter()) {
        let players = line_up.players(rubber, side);
        let different = order::set(players.iter().copied());
        if rubber.kind != RubberKind::Singles {
            let twice = different.iter().filter(|one| players.iter().filter(|other| other == one).count() > 1);
            faults.extend(twice.map(|person| LineupFault::SamePerson { rubber: number, person: *person }));
        }
        faults.extend(of_sexes(rubber, number, roster, &different).into_iter().filter(|fault| told.insert(key(fault))));
        for person in different {
            let count = plays.entry(person).or_default();
            let kind = usize::from(rubber.kind != RubberKind::Singles);
            count[kind] = count[kind].saturating_add(1);
        }
    }
    for (person, [singles, doubles]) in plays {
        let limits = [
            (Plays::Singles, singles, system.limits.singles),
            (Plays::Doubles, doubles, system.limits.doubles),
            (Plays::All, singles.saturating_add(doubles), system.limits.all),
        ];
        faults.extend(limits.into_iter().filter_map(|(what, plays, limit)| {
            let limit = limit.filter(|limit| plays > *limit)?;
            Some(LineupFault::TooOften { person, what, plays, limit })
        }));
    }
    faults
}

/// What is wrong with who stands where.
fn of_places(system: &TieSystem, side: Side, roster: Roster<'_>, line_up: &Lineup) -> Vec<LineupFault> {
    let mut faults = Vec::new();
    let places = system.places(side);
    for place in &places {
        let given = line_up.places.get(place.name).map_or(0, Vec::len);
        let name = place.name.to_owned();
        if given == 0 {
            faults.push(LineupFault::Empty { place: name });
        } else if given != place.people {
            faults.push(LineupFault::People { place: name, needed: place.people, given });
        }
    }
    for (place, people) in &line_up.places {
        if places.iter().all(|known| known.name != place) {
            faults.push(LineupFault::NoPlace { place: place.clone() });
        }
        faults.extend(
            order::set(people.iter().copied()).into_iter().filter_map(|one| of_person(roster, Some(place), one)),
        );
    }
    faults
}

/// Why a person may not stand for an entry, at a place of its line-up or on its match list.
pub(super) fn of_person(roster: Roster<'_>, place: Option<&str>, person: PersonId) -> Option<LineupFault> {
    let place = place.map(str::to_owned);
    if !roster.people.contains_key(&person) {
        Some(LineupFault::Unknown { place, person })
    } else if !roster.entry.contains(&person) {
        Some(LineupFault::NotOnRoster { place, person })
    } else if roster.barred.contains(&person) {
        Some(LineupFault::Barred { place, person })
    } else {
        None
    }
}

/// What is wrong with the sexes in a rubber. Nobody knows that of people whom the meet does not know.
fn of_sexes(rubber: &RubberSlot, number: usize, roster: Roster<'_>, players: &BTreeSet<PersonId>) -> Vec<LineupFault> {
    let known = || players.iter().filter_map(|id| roster.people.get(id));
    let unknown = |person: &Person| LineupFault::SexUnknown { rubber: number, person: person.id };
    match (rubber.kind, rubber.sex) {
        (RubberKind::Mixed, _) => {
            let mut faults: Vec<LineupFault> = known().filter(|person| person.sex.is_none()).map(unknown).collect();
            let of = |sex: Sex| known().filter(|person| person.sex == Some(sex)).count();
            if of(Sex::Male) > 1 || of(Sex::Female) > 1 {
                faults.push(LineupFault::NotMixed { rubber: number });
            }
            faults
        }
        (RubberKind::Singles | RubberKind::Doubles, None) => Vec::new(),
        (RubberKind::Singles | RubberKind::Doubles, Some(needed)) => {
            let fault = |person: &Person| match person.sex {
                None => Some(unknown(person)),
                Some(sex) if sex == needed => None,
                Some(_) => Some(LineupFault::WrongSex { rubber: number, person: person.id, needed }),
            };
            known().filter_map(fault).collect()
        }
    }
}

/// What is said but once, however many rubbers it concerns.
fn key(fault: &LineupFault) -> LineupFault {
    match fault {
        LineupFault::WrongSex { person, needed, .. } => {
            LineupFault::WrongSex { rubber: 0, person: *person, needed: *needed }
        }
        LineupFault::SexUnknown { person, .. } => LineupFault::SexUnknown { rubber: 0, person: *person },
        other => other.clone(),
    }
}
