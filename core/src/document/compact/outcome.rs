//! Results in few bytes: one for what happened, and as a rule one a game.
//!
//! A game of table tennis is 11 to something, or won by two after 10 all: the loser's points and the side say it. What
//! the games go to is said once and kept until a list of games is shorter with another number. A game that is neither
//! (one that was broken off) is written out.

use super::bytes::{Bytes, put};
use crate::score::{Decision, Game, Outcome, Rubber, Score, Stop, Total};
use crate::side::{BySide, Side};

const STOPS: [Stop; 5] = [Stop::Walkover, Stop::Retired, Stop::Disqualified, Stop::Forfeit, Stop::Default];

// The first byte: two bits for the shape of the score, three for the stop (0 for none), one each for the losing side,
// for both absent (with the shape of a total: that more stands beside it), and for the caller.
const GAMES: u8 = 1;
const TOTAL: u8 = 2;
const TIE: u8 = 3;
const LOSER_B: u8 = 0x20;
const BOTH_ABSENT: u8 = 0x40;
const BESIDE: u8 = BOTH_ABSENT;
const MARK: u8 = 0x80;

fn stop_code(side: Side, why: Stop) -> u8 {
    let place = STOPS.iter().position(|stop| *stop == why).map_or(0, |place| place as u8 + 1);
    place << 2 | if side == Side::B { LOSER_B } else { 0 }
}

fn stop_of(code: u8) -> Option<Option<(Side, Stop)>> {
    let side = if code & LOSER_B == 0 { Side::A } else { Side::B };
    match usize::from(code >> 2 & 7) {
        0 => (side == Side::A).then_some(None),
        place => STOPS.get(place - 1).map(|stop| Some((side, *stop))),
    }
}

/// Writes a result. `target` is what games go to, from one result to the next; `mark` comes back as it is.
pub(super) fn put_outcome(out: &mut Vec<u8>, target: &mut u16, outcome: &Outcome, mark: bool) {
    let mark = if mark { MARK } else { 0 };
    let (stop, score) = match outcome {
        Outcome::BothAbsent => return out.push(BOTH_ABSENT | mark),
        Outcome::Played(score) => (0, Some(score)),
        Outcome::Stopped { side, why, score } => (stop_code(*side, *why), score.as_ref()),
    };
    let shape = match score {
        None => 0,
        Some(Score::Games(_)) => GAMES,
        Some(Score::Total(_)) => TOTAL,
        Some(Score::Tie(_)) => TIE,
    };
    let beside = match score {
        Some(Score::Total(total)) if !total.parts.is_empty() || total.decision.is_some() => BESIDE,
        Some(_) | None => 0,
    };
    out.push(shape | stop | beside | mark);
    match score {
        None => {}
        Some(Score::Games(games)) => put_games(out, target, games),
        Some(Score::Total(total)) => {
            put_pair(out, total.points);
            if beside == BESIDE {
                put_beside(out, total);
            }
        }
        Some(Score::Tie(rubbers)) => {
            put(out, rubbers.len() as u64);
            rubbers.iter().for_each(|rubber| put_rubber(out, target, rubber));
        }
    }
}

/// A result with its mark.
pub(super) fn outcome(bytes: &mut Bytes<'_>, target: &mut u16) -> Option<(Outcome, bool)> {
    let code = bytes.byte()?;
    let mark = code & MARK != 0;
    let beside = code & BESIDE != 0 && code & 3 == TOTAL;
    if code & BOTH_ABSENT != 0 && !beside {
        return (code & !MARK == BOTH_ABSENT).then_some((Outcome::BothAbsent, mark));
    }
    let score = match code & 3 {
        GAMES => Some(Score::Games(games(bytes, target)?)),
        TOTAL if beside => Some(Score::Total(total(bytes)?)),
        TOTAL => Some(Score::Total(pair(bytes)?.into())),
        TIE => {
            let count = bytes.number()?;
            // Each takes a byte at least: what is not there cannot be asked for.
            Some(Score::Tie((0..count).map(|_| rubber(bytes, target)).collect::<Option<_>>()?))
        }
        _ => None,
    };
    let outcome = match (stop_of(code)?, score) {
        (Some((side, why)), score) => Outcome::Stopped { side, why, score },
        (None, Some(score)) => Outcome::Played(score),
        (None, None) => return None,
    };
    Some((outcome, mark))
}

/// How many parts there are, four times over, with the kind of the decision; the parts; the decision.
fn put_beside(out: &mut Vec<u8>, total: &Total) {
    let code = match total.decision {
        None => 0,
        Some(Decision::Shootout(_)) => 1,
        Some(Decision::GoldenPoint(Side::A)) => 2,
        Some(Decision::GoldenPoint(Side::B)) => 3,
    };
    put(out, total.parts.len() as u64 * 4 + code);
    total.parts.iter().for_each(|part| put_pair(out, *part));
    if let Some(Decision::Shootout(points)) = total.decision {
        put_pair(out, points);
    }
}

fn total(bytes: &mut Bytes<'_>) -> Option<Total> {
    let points = pair(bytes)?;
    let code = bytes.number()?;
    let parts: Vec<Game> = (0..code / 4).map(|_| pair(bytes)).collect::<Option<_>>()?;
    let decision = match code % 4 {
        0 => None,
        1 => Some(Decision::Shootout(pair(bytes)?)),
        2 => Some(Decision::GoldenPoint(Side::A)),
        _ => Some(Decision::GoldenPoint(Side::B)),
    };
    // Nothing beside it is written shorter.
    let something = !parts.is_empty() || decision.is_some();
    something.then_some(Total { points, parts, decision })
}

fn put_rubber(out: &mut Vec<u8>, target: &mut u16, rubber: &Rubber) {
    let (stop, games) = match rubber {
        Rubber::Unplayed => return out.push(0),
        Rubber::Played(games) => (0, games),
        Rubber::Stopped { side, why, games } => (stop_code(*side, *why), games),
    };
    out.push(GAMES | stop);
    put_games(out, target, games);
}

fn rubber(bytes: &mut Bytes<'_>, target: &mut u16) -> Option<Rubber> {
    let code = bytes.byte()?;
    if code == 0 {
        return Some(Rubber::Unplayed);
    }
    if code & (BOTH_ABSENT | MARK | 3) != GAMES {
        return None;
    }
    let games = games(bytes, target)?;
    Some(match stop_of(code)? {
        None => Rubber::Played(games),
        Some((side, why)) => Rubber::Stopped { side, why, games },
    })
}

/// The number of games twice over, and one more where the target is another; the target then; the games.
fn put_games(out: &mut Vec<u8>, target: &mut u16, games: &[Game]) {
    let length = |target: u16| -> usize {
        let mut codes = Vec::new();
        games.iter().for_each(|game| put_game(&mut codes, target, *game));
        codes.len()
    };
    // The first games show what a list goes to; a longer look would cost its square.
    let others = games.iter().take(8).map(|game| game.a.max(game.b));
    let best = others.min_by_key(|other| length(*other)).filter(|other| length(*other) + 1 < length(*target));
    put(out, games.len() as u64 * 2 + u64::from(best.is_some()));
    if let Some(best) = best {
        *target = best;
        put(out, u64::from(best));
    }
    games.iter().for_each(|game| put_game(out, *target, *game));
}

fn games(bytes: &mut Bytes<'_>, target: &mut u16) -> Option<Vec<Game>> {
    let code = bytes.number()?;
    if code & 1 == 1 {
        *target = bytes.small()?;
    }
    (0..code / 2).map(|_| game(bytes, *target)).collect()
}

/// 0 before the two numbers; or from 1 on, by the loser's points and the side, a game that went to the target, and after
/// those the games that went on beyond it until somebody led by two.
fn put_game(out: &mut Vec<u8>, target: u16, game: Game) {
    let (side, most, least) = if game.a > game.b { (0, game.a, game.b) } else { (1, game.b, game.a) };
    let (goal, most, least) = (u64::from(target), u64::from(most), u64::from(least));
    if most == goal && least < goal {
        put(out, 1 + 2 * least + side);
    } else if most > goal && most == least + 2 {
        put(out, 1 + 2 * goal + 2 * (most - goal - 1) + side);
    } else {
        out.push(0);
        put_pair(out, game);
    }
}

fn game(bytes: &mut Bytes<'_>, target: u16) -> Option<Game> {
    let Some(code) = bytes.number()?.checked_sub(1) else { return pair(bytes) };
    let (number, goal) = (code / 2, u64::from(target));
    let (most, least) = if number < goal { (goal, number) } else { (number.checked_add(1)?, number.checked_sub(1)?) };
    let (most, least) = (u16::try_from(most).ok()?, u16::try_from(least).ok()?);
    Some(if code % 2 == 0 { BySide { a: most, b: least } } else { BySide { a: least, b: most } })
}

fn put_pair(out: &mut Vec<u8>, pair: BySide<u16>) {
    put(out, u64::from(pair.a));
    put(out, u64::from(pair.b));
}

fn pair(bytes: &mut Bytes<'_>) -> Option<BySide<u16>> {
    Some(BySide { a: bytes.small()?, b: bytes.small()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(u16, u16)], expected: usize) {
        let games = pairs.iter().map(|(a, b)| BySide { a: *a, b: *b }).collect();
        let played = Outcome::Played(Score::Games(games));
        let (mut out, mut target) = (Vec::new(), 11);
        put_outcome(&mut out, &mut target, &played, true);
        let mut target = 11;
        assert_eq!(outcome(&mut Bytes::new(&out), &mut target), Some((played, true)));
        assert_eq!(out.len(), expected, "{pairs:?}");
    }

    #[test]
    fn a_game_takes_a_byte() {
        check(&[], 2);
        check(&[(11, 7), (9, 11), (15, 13), (11, 0)], 6);
        // Another target is said once.
        check(&[(21, 7), (19, 21), (24, 22)], 6);
        // A game broken off takes three, one without sense too.
        check(&[(11, 7), (5, 3)], 6);
        check(&[(65_535, 65_535), (0, 0), (0, 65_535), (2, 0), (11, 11)], 22);
    }

    #[test]
    fn what_stands_beside_a_total_comes_back() {
        let pair = |a, b| BySide { a, b };
        let plain = Total::from(pair(80, 75));
        let parts = vec![pair(20, 18), pair(15, 20), pair(25, 20), pair(20, 17)];
        let shootout = Some(Decision::Shootout(pair(4, 3)));
        let golden = |side| Some(Decision::GoldenPoint(side));
        for (total, expected) in [
            (plain.clone(), 3),
            (Total { parts, ..plain.clone() }, 12),
            (Total { decision: shootout, ..plain.clone() }, 6),
            (Total { decision: golden(Side::A), ..plain.clone() }, 4),
            (Total { decision: golden(Side::B), ..plain }, 4),
        ] {
            for stop in [None, Some((Side::B, Stop::Retired))] {
                let score = Score::Total(total.clone());
                let written = match stop {
                    None => Outcome::Played(score),
                    Some((side, why)) => Outcome::Stopped { side, why, score: Some(score) },
                };
                let mut out = Vec::new();
                put_outcome(&mut out, &mut 11, &written, false);
                assert_eq!(out.len(), expected);
                assert_eq!(outcome(&mut Bytes::new(&out), &mut 11), Some((written, false)));
            }
        }
    }

    #[test]
    fn any_first_byte_is_read_or_refused() {
        for code in 0..=u8::MAX {
            for tail in [[].as_slice(), &[0, 0], &[2, 1, 1], &[255; 12], &[3, 0, 1]] {
                let bytes = [&[code], tail].concat();
                let mut rest = Bytes::new(&bytes);
                if let Some((read, mark)) = outcome(&mut rest, &mut 0) {
                    let mut again = Vec::new();
                    put_outcome(&mut again, &mut 0, &read, mark);
                    assert_eq!(outcome(&mut Bytes::new(&again), &mut 0), Some((read, mark)));
                }
            }
        }
    }
}
