//! Events that are played without a meet around them, and the slow way to the same state: everything entered anew.

use gongsai::bracket::{Bracket, ChangeError, DrawStage, GroupRanking, NewResult, Occupant};
use gongsai::format::{self, Plan};
use gongsai::id::{EntryId, MatchId, Part};
use gongsai::regulations::{
    Crossing, Directions, DrawTable, Fed, Finals, FormatRule, GameRule, GroupSizes, GroupsRule, Legs, RoundOrder,
    ScoreRule,
};
use gongsai::score::{MatchRule, Outcome};

/// Best of five games to eleven.
pub const RULE: MatchRule = MatchRule { score: ScoreRule::Games(GameRule::to(11, 5)), tie: None };

/// Every kind of format.
#[must_use]
pub fn formats() -> Vec<FormatRule> {
    let grouped = |group_size, through, crossing, third_place| {
        FormatRule::Groups(GroupsRule::knockout(group_size, through, crossing, third_place))
    };
    let staged = |group_size, through, best, crossing, next: FormatRule| {
        let sizes = GroupSizes::AtMost(group_size);
        FormatRule::Groups(GroupsRule { sizes, through, best, crossing, next: Box::new(next) })
    };
    let double = FormatRule::DoubleElimination { finals: Finals::Reset };
    let last = staged(4, 1, 0, Crossing::Fixed, FormatRule::Knockout { places: 2 });
    vec![
        FormatRule::Knockout { places: 2 },
        FormatRule::Knockout { places: 4 },
        FormatRule::Knockout { places: 8 },
        FormatRule::Knockout { places: 64 },
        grouped(4, 2, Crossing::Drawn, false),
        grouped(3, 1, Crossing::Drawn, true),
        grouped(4, 2, Crossing::Fixed, true),
        grouped(4, 2, Crossing::FixedApart, true),
        grouped(4, 2, Crossing::Shifted, true),
        grouped(5, 2, Crossing::Mirrored, false),
        staged(4, 2, 2, Crossing::Drawn, FormatRule::Knockout { places: 4 }),
        staged(5, 2, 0, Crossing::Drawn, double.clone()),
        staged(3, 1, 0, Crossing::Fixed, double),
        staged(4, 2, 0, Crossing::Fixed, last),
        staged(6, 4, 0, Crossing::Fixed, FormatRule::PagePlayoff),
        FormatRule::Preliminaries { places: 4 },
        FormatRule::DoubleElimination { finals: Finals::Reset },
        FormatRule::DoubleElimination { finals: Finals::One },
        FormatRule::Consolation { fed: Fed::FirstMatch },
        FormatRule::Consolation { fed: Fed::Rounds(1) },
        FormatRule::Consolation { fed: Fed::Rounds(u16::MAX) },
        FormatRule::Curtis,
        FormatRule::Compass { directions: Directions::Eight },
        FormatRule::Compass { directions: Directions::Four },
        staged(4, 2, 0, Crossing::Drawn, FormatRule::Compass { directions: Directions::Four }),
        FormatRule::PagePlayoff,
        FormatRule::Stepladder,
        FormatRule::RoundRobin { order: RoundOrder::Circle, legs: Legs::Two },
    ]
}

/// A ranking that any group can have: by wins, then by number. Standings have tests of their own.
fn ranking(bracket: &Bracket, group: u16) -> GroupRanking {
    let members = &bracket.plan().groups[usize::from(group) - 1];
    if members.iter().any(|slot| bracket.occupant(*slot) == Occupant::Waiting) {
        return None;
    }
    let mut wins: Vec<(i32, EntryId)> = bracket.group_entries(group).into_iter().map(|entry| (0, entry)).collect();
    for found in bracket.group_matches(group) {
        if !bracket.match_view(found.id).is_some_and(|found| found.over) {
            return None;
        }
        let winner = found.played.and_then(|played| played.tally.winner).map(|side| found.entries[side]);
        wins.iter_mut().filter(|(_, entry)| Some(*entry) == winner).for_each(|(wins, _)| *wins -= 1);
    }
    wins.sort_unstable();
    Some(wins.into_iter().map(|(_, entry)| entry).collect())
}

/// Enters a result.
///
/// # Errors
/// [`ChangeError`] as the bracket gives it.
pub fn enter(
    bracket: &mut Bracket,
    id: MatchId,
    outcome: &Outcome,
    replaces: bool,
    cascade: bool,
) -> Result<(), ChangeError> {
    let new = NewResult { id, outcome: outcome.clone(), replaces, cascade };
    bracket.record(new, &ranking).map(|_| ())
}

/// Everything that can be seen of a bracket.
#[must_use]
pub fn seen(bracket: &Bracket) -> Vec<String> {
    let matches = bracket.matches().map(|found| format!("{found:?}"));
    let groups = (1..=bracket.groups()).map(|group| format!("{:?}", bracket.group_ranking(group)));
    matches.chain(groups).chain([format!("{:?}", bracket.places())]).collect()
}

/// An event that is played without a meet around it.
pub struct Event {
    /// Its bracket.
    pub bracket: Bracket,
    first: Vec<(u32, EntryId)>,
    second: Vec<(u32, EntryId)>,
}

impl Event {
    /// An event of a format, drawn in the order of the numbers; none where the format cannot be played by so many.
    #[must_use]
    pub fn new(format: &FormatRule, entrants: u32) -> Option<Event> {
        Some(Event::of(format::plan(format, DrawTable::Ittf, entrants).ok()?))
    }

    /// An event of a plan, drawn in the order of the numbers.
    ///
    /// # Panics
    /// When the plan is none of this crate.
    #[must_use]
    pub fn of(plan: Plan) -> Event {
        let last = plan.second_draw.as_ref().map_or(plan.positions, |draw| draw.first - 1);
        let seats = (1..=last).filter(|position| !plan.byes.contains(position));
        let first: Vec<(u32, EntryId)> = seats.map(|position| (position, EntryId(u64::from(position)))).collect();
        let mut bracket = Bracket::build(plan, RULE).expect("a plan of this crate");
        bracket.seat(DrawStage::First, &first).expect("the placings fit");
        Event { bracket, first, second: Vec::new() }
    }

    /// Makes the second draw when it is due: those who come out take the free positions in their order.
    ///
    /// # Panics
    /// When the placings do not fit.
    pub fn draw_again(&mut self) {
        let Some(draw) = self.bracket.plan().second_draw.clone() else { return };
        let due = (1..=self.bracket.groups()).all(|group| self.bracket.group_ranking(group).is_some());
        if !due || self.bracket.is_drawn(DrawStage::Second) {
            return;
        }
        let free = (draw.first..draw.first + draw.size).filter(|position| !draw.byes.contains(position));
        self.second = free.zip(self.bracket.qualified().into_iter().map(|(_, _, entry)| entry)).collect();
        self.bracket.seat(DrawStage::Second, &self.second).expect("the placings fit");
    }

    /// The same event entered anew from the results that stand.
    ///
    /// # Panics
    /// When a result that stands is refused.
    #[must_use]
    pub fn anew(&self) -> Bracket {
        let mut fresh = Bracket::build(self.bracket.plan().clone(), RULE).expect("a plan of this crate");
        fresh.seat(DrawStage::First, &self.first).expect("the placings fit");
        let results: Vec<(MatchId, Outcome)> =
            self.bracket.matches().filter_map(|found| Some((found.id, found.played?.outcome.clone()))).collect();
        for (id, outcome) in results.iter().filter(|(id, _)| matches!(id.part, Part::Group(_))) {
            enter(&mut fresh, *id, outcome, false, false).expect("a result that stands");
        }
        if self.bracket.is_drawn(DrawStage::Second) {
            fresh.seat(DrawStage::Second, &self.second).expect("the placings fit");
        }
        for (id, outcome) in results.iter().filter(|(id, _)| !matches!(id.part, Part::Group(_))) {
            enter(&mut fresh, *id, outcome, false, false).expect("a result that stands");
        }
        fresh
    }
}
