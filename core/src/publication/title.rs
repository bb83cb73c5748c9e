//! What the round of a match is called, as data.

use super::bracket_sheet::is_straight;
use crate::bracket::Bracket;
use crate::id::{Direction, MatchId, Part};

/// What the round of a match is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Title {
    /// The final.
    Final,
    /// The round of the knockout in which this many entrants are left: 4 for the semi-finals.
    Of(u32),
    /// A round of a knockout that does not halve who is left, from 1: of a Page playoff or a stepladder.
    Round(u16),
    /// A round of the winner side of a double elimination, from 1.
    WinnerSide(u16),
    /// A round of matches for places, the best and the worst of them; `(3, 4)` is the match for third place.
    Places(u32, u32),
    /// A round of preliminary matches, from 1.
    Preliminary(u16),
    /// A round of the loser side, from 1.
    LoserSide(u16),
    /// A final between the two sides, from 1: the second is played when the loser side wins the first.
    Deciding(u16),
    /// A round of the consolation, from 1.
    Consolation(u16),
    /// A round of the second consolation, from 1.
    SecondConsolation(u16),
    /// A round of one direction of a compass.
    Compass {
        /// The direction.
        direction: Direction,
        /// How many are left in it: 2 in its final.
        left: u32,
    },
    /// A round of a group, both from 1.
    Group {
        /// The group.
        group: u16,
        /// The round in it.
        round: u16,
    },
}

/// The title of the round that a match belongs to.
///
/// A knockout round is named by its distance from the final, so that the first round of 11 entrants is that of 16.
#[must_use]
pub fn title(bracket: &Bracket, id: MatchId) -> Title {
    match id.part {
        Part::Group(group) => Title::Group { group, round: id.round },
        Part::Preliminary => Title::Preliminary(id.round),
        Part::Loser => Title::LoserSide(id.round),
        Part::Final => Title::Deciding(id.round),
        Part::Consolation => Title::Consolation(id.round),
        Part::SecondConsolation => Title::SecondConsolation(id.round),
        Part::Winner | Part::Compass(_) => knockout_title(bracket, id),
        Part::Placement(place) => {
            let planned = bracket.planned(id);
            let worst = planned.and_then(|planned| planned.places).map_or(place + 1, |(_, worst)| worst);
            Title::Places(place, worst)
        }
    }
}

/// The title of a round of the knockout, or of one direction of a compass, by the way of a winner from there to its end.
fn knockout_title(bracket: &Bracket, id: MatchId) -> Title {
    let mut rounds: u32 = 0;
    let mut last = id;
    while let Some(next) = bracket.next_of_winner(last) {
        let halved = bracket.planned(next).is_some_and(|planned| !is_straight(planned));
        match next.part {
            Part::Final => return Title::WinnerSide(id.round),
            // Beside two byes a winner passes over a round.
            part if part == id.part && halved => {
                rounds += u32::from(next.round.saturating_sub(last.round));
                last = next;
            }
            Part::Winner => return Title::Round(id.round),
            _ => break,
        }
    }
    let left = 2u32.checked_shl(rounds).unwrap_or(u32::MAX);
    match (id.part, left) {
        (Part::Compass(direction), left) => Title::Compass { direction, left },
        (_, 2) => Title::Final,
        (_, left) => Title::Of(left),
    }
}
