//! From text to a plan.

use std::str::FromStr;

use super::{TextError, TextReason};
use crate::format::{By, OnlyIf, Plan, PlannedMatch, SecondDraw, Slot, knockout};
use crate::id::MatchId;
use crate::side::Side;

/// The most positions of a plan read from text: of a draw and of a second one.
const MOST_POSITIONS: u32 = 4 * knockout::MOST;

/// The plan that a text says. Whether its matches feed each other as a graph must,
/// [`Bracket::build`](crate::bracket::Bracket::build) says.
///
/// ```
/// use gongsai::format::text::{TextReason, parse};
/// let plan = parse("entrants 2\npositions 2\nW1.1 = [#1, #2]\n1: W:W1.1\n2: L:W1.1")?;
/// assert_eq!(plan.matches.len(), 1);
/// let error = parse("entrants 2\npositions 2\nW1.1 = [#1, Q]").unwrap_err();
/// assert_eq!((error.line, error.reason), (3, TextReason::Slot));
/// # Ok::<(), gongsai::format::text::TextError>(())
/// ```
///
/// # Errors
/// [`TextError`] with the first line that is wrong.
///
/// # Complexity
/// O(t) for t bytes.
pub fn parse(text: &str) -> Result<Plan, TextError> {
    let mut read = Read { entrants: None, positions: None, plan: Plan::empty(0) };
    let mut last = 0;
    for (line, text) in (1..).zip(text.lines()) {
        last = line;
        let text = text.trim();
        if !text.is_empty() {
            read.line(text).map_err(|reason| TextError { line, reason })?;
        }
    }
    let missing = TextError { line: last + 1, reason: TextReason::Missing };
    let (entrants, positions) = read.entrants.zip(read.positions).ok_or(missing)?;
    Ok(Plan { entrants, positions, ..read.plan })
}

/// What is read so far.
struct Read {
    entrants: Option<u32>,
    positions: Option<u32>,
    plan: Plan,
}

impl Read {
    fn line(&mut self, text: &str) -> Result<(), TextReason> {
        if let Some(number) = text.strip_prefix("entrants ") {
            return once(&mut self.entrants, small(number)?);
        }
        if let Some(number) = text.strip_prefix("positions ") {
            return once(&mut self.positions, small(number)?);
        }
        if let Some(list) = text.strip_prefix("byes ") {
            if !self.plan.byes.is_empty() {
                return Err(TextReason::Twice);
            }
            self.plan.byes = numbers(list)?;
            return Ok(());
        }
        if let Some(rest) = text.strip_prefix("second draw of ") {
            return once(&mut self.plan.second_draw, second_draw(rest)?);
        }
        if let Some((name, slots)) = text.split_once('=').filter(|(name, _)| !name.contains('.')) {
            return self.group(name.trim(), slots);
        }
        if let Some((id, rest)) = text.split_once('=') {
            self.plan.matches.push(planned(id.trim(), rest.trim())?);
            return Ok(());
        }
        let (place, taken) = text.split_once(':').ok_or(TextReason::Line)?;
        self.plan.places.push((small(place)?, slot(taken)?));
        Ok(())
    }

    fn group(&mut self, name: &str, slots: &str) -> Result<(), TextReason> {
        let number: usize = number(name.strip_prefix('G').ok_or(TextReason::Line)?)?;
        if number != self.plan.groups.len() + 1 || number > usize::from(u16::MAX) {
            return Err(TextReason::Group);
        }
        let slots =
            if slots.trim().is_empty() { Vec::new() } else { slots.split(',').map(slot).collect::<Result<_, _>>()? };
        self.plan.groups.push(slots);
        Ok(())
    }
}

/// What may be said once.
fn once<T>(place: &mut Option<T>, value: T) -> Result<(), TextReason> {
    if place.is_some() {
        return Err(TextReason::Twice);
    }
    *place = Some(value);
    Ok(())
}

/// `[#1, W:W1.2] (1-4) if F1.1 = B`, what stands behind the brackets may be left out.
fn planned(id: &str, rest: &str) -> Result<PlannedMatch, TextReason> {
    let id: MatchId = id.parse().map_err(|_| TextReason::Id)?;
    let (slots, rest) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or(TextReason::Line)?;
    let (a, b) = slots.split_once(',').ok_or(TextReason::Line)?;
    let mut planned = PlannedMatch::new(id, slot(a)?, slot(b)?);
    let mut rest = rest.trim();
    if let Some((range, after)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let (best, worst) = range.split_once('-').ok_or(TextReason::Number)?;
        planned.places = Some((number(best)?, number(worst)?));
        rest = after.trim();
    }
    if let Some(condition) = rest.strip_prefix("if ") {
        let (id, side) = condition.split_once('=').ok_or(TextReason::Line)?;
        let winner = match side.trim() {
            "A" => Side::A,
            "B" => Side::B,
            _ => return Err(TextReason::Line),
        };
        planned.only_if = Some(OnlyIf { id: id.trim().parse().map_err(|_| TextReason::Id)?, winner });
        rest = "";
    }
    if rest.is_empty() { Ok(planned) } else { Err(TextReason::Line) }
}

/// `2 best 1, from 17, size 8, byes 18 23`, or `2 by table, from …`.
fn second_draw(text: &str) -> Result<SecondDraw, TextReason> {
    let mut parts = text.split(',').map(str::trim);
    let mut part = |name: &str| parts.next().and_then(|part| part.strip_prefix(name)).ok_or(TextReason::Line);
    let of = part("")?;
    let (of, by) = of.strip_suffix(" by table").map_or((of, By::Lot), |of| (of, By::Table));
    let (through, best) = of.split_once(" best ").unwrap_or((of, "0"));
    let (through, best) = (number(through)?, number(best)?);
    let (first, size) = (small(part("from ")?)?, small(part("size ")?)?);
    let byes = numbers(part("byes")?)?;
    if parts.next().is_some() { Err(TextReason::Line) } else { Ok(SecondDraw { by, through, best, first, size, byes }) }
}

fn slot(text: &str) -> Result<Slot, TextReason> {
    let text = text.trim();
    if text == "-" {
        return Ok(Slot::Bye);
    }
    if let Some(position) = text.strip_prefix('#') {
        return small(position).map(Slot::Position);
    }
    let (kind, of) = text.split_once(':').ok_or(TextReason::Slot)?;
    if let Some(rank) = kind.strip_prefix('R') {
        let group = of.strip_prefix('G').ok_or(TextReason::Slot)?;
        return Ok(Slot::Rank { group: number(group)?, rank: number(rank)? });
    }
    let slot = match kind {
        "W" => Slot::Winner,
        "L" => Slot::Loser,
        "F" => Slot::FirstLoser,
        "N" => Slot::LaterLoser,
        _ => return Err(TextReason::Slot),
    };
    of.parse().map(slot).map_err(|_| TextReason::Id)
}

fn number<T: FromStr>(text: &str) -> Result<T, TextReason> {
    text.trim().parse().map_err(|_| TextReason::Number)
}

/// A number of entrants, a position or a place.
fn small(text: &str) -> Result<u32, TextReason> {
    number(text).and_then(|number| if number <= MOST_POSITIONS { Ok(number) } else { Err(TextReason::Number) })
}

fn numbers(text: &str) -> Result<Vec<u32>, TextReason> {
    text.split_whitespace().map(small).collect()
}
