//! The cells of a register, each read as what its column holds.

use crate::date::Date;
use crate::person::{Birth, Tri};
use crate::sex::Sex;
use crate::table::Cell;

/// A column's title, without any space.
pub(super) fn title(cell: &Cell) -> String {
    cell.text().chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

pub(super) fn sex(cell: &Cell) -> Option<Sex> {
    match cell.text().as_str() {
        "男" | "M" | "m" => Some(Sex::Male),
        "女" | "F" | "f" => Some(Sex::Female),
        _ => None,
    }
}

/// Whether the state is a ban.
pub(super) fn is_ban(cell: &Cell) -> bool {
    cell.text() == "禁赛"
}

/// 现役 is active, 退役 is not, nor is whoever is banned; nothing else is either.
pub(super) fn active(cell: &Cell) -> Option<Tri> {
    match cell.text().as_str() {
        "现役" => Some(Tri::Yes),
        "退役" | "禁赛" => Some(Tri::No),
        _ => None,
    }
}

pub(super) fn year(cell: &Cell) -> Option<u16> {
    match birth(cell)? {
        Birth::Year(year) | Birth::Month(year, _) => Some(year),
        Birth::Day(day) => Some(day.year()),
        Birth::Unknown => None,
    }
}

/// A birth date as far as it is written: `1983`, `1983.5`, `1983年5月`, `1983-05-06`, `19830506`.
pub(super) fn birth(cell: &Cell) -> Option<Birth> {
    if let Cell::Date(day) = cell {
        return Some(Birth::Day(*day));
    }
    let text = cell.text();
    let known = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '年' | '月' | '日');
    if !text.chars().all(known) {
        return None;
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u16>().ok();
    match parts.as_slice() {
        [one] if one.len() == 8 => day(number(one.get(..4)?)?, number(one.get(4..6)?)?, number(one.get(6..)?)?),
        [one] if one.len() == 6 => month(number(one.get(..4)?)?, number(one.get(4..)?)?),
        [one] => plausible(number(one)?).map(Birth::Year),
        // October typed as the number 1983.10 arrives as 1983.1: only the year is certain.
        [one, "1"] if matches!(cell, Cell::Number(_)) => plausible(number(one)?).map(Birth::Year),
        [one, two] => month(number(one)?, number(two)?),
        [one, two, three] => day(number(one)?, number(two)?, number(three)?),
        _ => None,
    }
}

fn day(year: u16, month: u16, day: u16) -> Option<Birth> {
    Date::new(plausible(year)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(Birth::Day)
}

fn month(year: u16, month: u16) -> Option<Birth> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    Some(Birth::Month(plausible(year)?, month))
}

/// The year, when somebody who lives may be registered with it.
fn plausible(year: u16) -> Option<u16> {
    (1900..=2200).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &Cell, expected: Option<Birth>) {
        assert_eq!(birth(cell), expected, "{cell:?}");
    }

    #[test]
    fn birth_dates_are_read_as_far_as_they_are_written() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let sixth_of_may = Date::new(1983, 5, 6).map(Birth::Day);
        for written in ["1983-05-06", "1983/5/6", "1983.5.6", "1983年5月6日", "19830506"] {
            check(&text(written), sixth_of_may);
        }
        for written in ["1983.5", "1983-05", "1983年5月", "198305"] {
            check(&text(written), Some(Birth::Month(1983, 5)));
        }
        check(&text("1983"), Some(Birth::Year(1983)));
        check(&text("1983年"), Some(Birth::Year(1983)));
        check(&Cell::Date(Date::new(1983, 5, 6).unwrap()), sixth_of_may);
    }

    #[test]
    fn a_month_lost_in_a_number_is_not_guessed() {
        check(&Cell::Number("1983.1".to_owned()), Some(Birth::Year(1983)));
        check(&Cell::Number("1983.5".to_owned()), Some(Birth::Month(1983, 5)));
    }

    #[test]
    fn odd_texts_are_no_birth_dates() {
        for written in ["", "约1983", "1983-02-30", "83", "1983-13", "1983-5-6-7", "１９８３", "99999999999999999999"]
        {
            check(&Cell::Text(written.to_owned()), None);
        }
    }
}
