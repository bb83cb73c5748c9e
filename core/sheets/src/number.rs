//! The numbers and days of workbooks as cells.

use calamine::ExcelDateTime;
use gongsai::date::Date;
use gongsai::table::Cell;

/// Spreadsheets keep 15 significant digits; from here on the last digits are lost (an 18-digit document number).
const LOST_FROM: f64 = 1e15;

/// The cell of a number: its text without the noise of binary fractions, or damaged where digits are lost.
///
/// Integers from 10^15 on are damaged. A fraction is rounded to the 15 digits that the program showed.
pub(crate) fn cell(value: f64) -> Cell {
    if !value.is_finite() {
        return Cell::Error;
    }
    if value.abs() >= LOST_FROM {
        return Cell::Damaged;
    }
    // `{:e}` with 14 decimals is 15 significant digits; parsed again, it prints in its shortest form.
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    Cell::Number(if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() })
}

/// The cell of a number in a date format: a day without its time. Times and spans without a day stay numbers.
pub(crate) fn day_cell(value: &ExcelDateTime) -> Cell {
    let serial = value.as_f64();
    // 9999-12-31 is day 2 958 465; what lies outside is a number in the wrong format.
    if value.is_duration() || !(1.0..2_958_466.0).contains(&serial) {
        return cell(serial);
    }
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    Date::new(year, month, day).map_or_else(|| cell(serial), Cell::Date)
}

/// The cell of a day written as ISO text (`2026-09-01T00:00:00`), or that text.
pub(crate) fn iso_cell(text: String) -> Cell {
    match text.get(..10).and_then(Date::from_iso) {
        Some(day) => Cell::Date(day),
        None => Cell::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[track_caller]
    fn check(value: f64, expected: Cell) {
        assert_eq!(cell(value), expected, "{value}");
    }

    fn number(text: &str) -> Cell {
        Cell::Number(text.to_owned())
    }

    #[test]
    fn numbers_lose_their_noise_and_never_a_digit() {
        check(12.0, number("12"));
        check(-0.0, number("0"));
        check(0.1 + 0.2, number("0.3"));
        check(1985.6, number("1985.6"));
        check(100_101_900_101_001.0, number("100101900101001"));
        check(999_999_999_999_999.0, number("999999999999999"));
        check(1e15, Cell::Damaged);
        check(1.001_011_990_010_1e17, Cell::Damaged);
        check(f64::NAN, Cell::Error);
    }

    #[track_caller]
    fn check_day(serial: f64, is_1904: bool, expected: Cell) {
        assert_eq!(day_cell(&ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904)), expected);
    }

    #[test]
    fn both_date_systems_give_the_day_without_its_time() {
        let day = |iso| Cell::Date(Date::from_iso(iso).unwrap());
        check_day(46_266.0, false, day("2026-09-01"));
        check_day(46_266.75, false, day("2026-09-01"));
        check_day(46_266.0 - 1_462.0, true, day("2026-09-01"));
        check_day(0.5, false, number("0.5"));
        check_day(60.0, false, number("60"));
        check_day(1.0e17, false, Cell::Damaged);
        check_day(-3.0, false, number("-3"));
    }
}
