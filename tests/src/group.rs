//! Random groups with many ties: few entrants, small scores.

use gongsai::regulations::{Notional, Scope, Withdrawal};
use gongsai::score::{Ending, Tally};
use gongsai::side::{BySide, Side};
use gongsai::standings::{GroupResults, Meeting, Options};

use crate::dice::Dice;

/// A group of 2 to 8 entrants, met once or twice, with walkovers, retirements and matches not played yet.
pub fn random(dice: &mut Dice) -> GroupResults {
    let entrants = 2 + dice.below(7) as usize;
    let legs = 1 + u32::from(dice.once_in(4));
    let calm = dice.once_in(2);
    let complete = !dice.once_in(3);
    let mut group = GroupResults { entrants, finished: complete, ..GroupResults::default() };
    for a in 0..entrants {
        for b in a + 1..entrants {
            for _ in 0..legs {
                if complete || !dice.once_in(4) {
                    let (a, b) = if dice.once_in(2) { (a, b) } else { (b, a) };
                    group.matches.push(Meeting { a, b, round: 0, tally: tally(dice, calm) });
                }
            }
        }
    }
    group
}

/// What an event may set otherwise than its rule set does.
pub fn options(dice: &mut Dice) -> Options {
    let mut options = Options::default();
    match dice.below(6) {
        0 => options.withdrawal = Some(Withdrawal::Keep),
        1 => options.withdrawal = Some(Withdrawal::Delete),
        _ => {}
    }
    match dice.below(6) {
        0 => options.scope = Some(Scope::All),
        1 => options.scope = Some(Scope::Tied),
        _ => {}
    }
    if dice.once_in(3) {
        options.walkover = Some(Notional { rubbers: 1, games: 2, points: 3 });
    }
    options
}

/// A result; of a calm group always played to its end.
fn tally(dice: &mut Dice, calm: bool) -> Tally {
    let winner = if dice.once_in(2) { Side::A } else { Side::B };
    let mut loser = Tally::NOTHING;
    let small = |dice: &mut Dice| BySide { a: dice.below(3), b: dice.below(3) };
    loser.rubbers = small(dice);
    loser.games = small(dice);
    loser.points = BySide { a: dice.below(4), b: dice.below(4) };
    let tally = Tally { winner: Some(winner), ending: Ending::Played, ..loser };
    if calm {
        return tally;
    }
    match dice.below(20) {
        0 => Tally::NOTHING,
        1 => Tally { winner: Some(winner), ..Tally::NOTHING },
        2 => Tally { ending: Ending::Unplayed, ..tally },
        3 => Tally { ending: Ending::Unfinished, ..tally },
        _ => tally,
    }
}
