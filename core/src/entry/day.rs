//! Days as they are typed into forms.

use crate::date::Date;
use crate::person::Birth;
use crate::table::Cell;
use crate::text::half_width;

/// Years that a form can speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// The day of a cell as far as it is told: `2016.6.6`, `2014年12月19日`, `20160606`, a day cell; `1985.6` and `1985`
/// stay as coarse as they are. Nothing when it is no day.
///
/// A *number* `1985.1` is a year alone: typed as `1985.10` it loses its nought.
pub(super) fn read(cell: &Cell) -> Option<Birth> {
    match cell {
        Cell::Date(day) => YEARS.contains(&day.year()).then_some(Birth::Day(*day)),
        Cell::Text(text) => read_text(text),
        Cell::Number(text) => match read_text(text)? {
            Birth::Month(year, 1) if text.ends_with(".1") => Some(Birth::Year(year)),
            told => Some(told),
        },
        Cell::Empty | Cell::Damaged | Cell::Bool(_) | Cell::Error => None,
    }
}

fn read_text(text: &str) -> Option<Birth> {
    let text: String = text.chars().map(half_width).collect();
    let text = without_time(text.trim());
    let mut groups: Vec<&str> = Vec::new();
    for group in text.split(|c: char| !c.is_ascii_digit()) {
        // `2014年12月19日` ends in an empty group; an empty one in the middle is two separators.
        groups.push(group);
    }
    let marks = text.chars().filter(|c| !c.is_ascii_digit());
    if !marks.clone().all(|c| matches!(c, '.' | '-' | '/' | '年' | '月' | '日' | '号' | '、' | '。' | '–' | '—' | ' '))
    {
        return None;
    }
    if groups.last().is_some_and(|last| last.is_empty()) {
        groups.pop();
    }
    // A space may stand beside a mark (`2016. 6. 6`), but marks never side by side.
    groups.retain(|group| !group.is_empty());
    let number = |group: &str| group.parse::<u16>().ok();
    let year = |group: &str| number(group).filter(|year| group.len() == 4 && YEARS.contains(year));
    let part = |group: &str| (group.len() <= 2).then(|| group.parse::<u8>().ok())?;
    match groups.as_slice() {
        [y, m, d] => Date::new(year(y)?, part(m)?, part(d)?).map(Birth::Day),
        [y, m] => month(year(y)?, part(m)?),
        [all] => match all.len() {
            8 => Date::new(year(&all[..4])?, part(&all[4..6])?, part(&all[6..])?).map(Birth::Day),
            6 => month(year(&all[..4])?, part(&all[4..])?),
            4 => year(all).map(Birth::Year),
            _ => None,
        },
        _ => None,
    }
}

fn month(year: u16, month: u8) -> Option<Birth> {
    (1..=12).contains(&month).then_some(Birth::Month(year, month))
}

/// The text before a time of day (`2026-09-01 00:00:00`, `2026-09-01T08:00`).
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    text[..colon].rfind([' ', 'T']).map_or(text, |end| text[..end].trim_end())
}

/// The last day of a month: the latest that a month can mean.
pub(super) fn last_of_month(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: Cell, expected: Option<Birth>) {
        assert_eq!(read(&cell), expected, "{cell:?}");
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn number(text: &str) -> Cell {
        Cell::Number(text.to_owned())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Some(Birth::Day(Date::new(2016, 6, 6).unwrap()));
        for typed in
            ["2016.6.6", "2016年6月6日", "2016/06/06", " ２０１６－６－６ ", "20160606", "2016. 6. 6", "2016年6月6号"]
        {
            check(text(typed), day);
        }
        check(text("2016-06-06 00:00:00"), day);
        check(text("2016-06-06T08:30"), day);
        check(number("20160606"), day);
        check(Cell::Date(Date::new(2016, 6, 6).unwrap()), day);
    }

    #[test]
    fn months_and_years_stay_coarse() {
        check(text("1985.6"), Some(Birth::Month(1985, 6)));
        check(text("1985年10月"), Some(Birth::Month(1985, 10)));
        check(text("198510"), Some(Birth::Month(1985, 10)));
        check(text("1985.1"), Some(Birth::Month(1985, 1)));
        check(number("1985.1"), Some(Birth::Year(1985)));
        check(number("1985.12"), Some(Birth::Month(1985, 12)));
        check(text("1985年"), Some(Birth::Year(1985)));
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for typed in
            ["2016.13.1", "2023-02-29", "85.6.1", "6/6/2016", "2016春", "42156", "", "1.1.1.1", "长期", "2016年6月底"]
        {
            check(text(typed), None);
        }
        for cell in [Cell::Damaged, Cell::Error, Cell::Bool(true), number("42156")] {
            check(cell, None);
        }
    }

    #[test]
    fn a_month_ends_where_the_calendar_says() {
        assert_eq!(last_of_month(2024, 2), Date::new(2024, 2, 29));
        assert_eq!(last_of_month(2026, 13), None);
    }
}
