//! Calendar days, as forms and regulations write them.

use std::fmt;

/// A day of the Gregorian calendar, years 1000 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or nothing when there is no such day.
    ///
    /// ```
    /// use gongsai::date::Date;
    /// assert!(Date::new(2024, 2, 29).is_some());
    /// assert!(Date::new(2023, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let in_range = (1000..=9999).contains(&year) && (1..=12).contains(&month);
        (in_range && (1..=days_in_month(year, month)).contains(&day)).then_some(Date { year, month, day })
    }

    /// The day written `2026-09-01`, and nothing else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let digits = |range: std::ops::Range<usize>| {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        if !shape {
            return None;
        }
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The same day so many months later; a day that the month lacks becomes its last day.
    ///
    /// ```
    /// use gongsai::date::Date;
    /// let day = Date::new(2026, 8, 31).and_then(|d| d.plus_months(6));
    /// assert_eq!(day, Date::new(2027, 2, 28));
    /// ```
    #[must_use]
    pub fn plus_months(self, months: u16) -> Option<Date> {
        let count = u32::from(self.year) * 12 + u32::from(self.month) - 1 + u32::from(months);
        let year = u16::try_from(count / 12).ok()?;
        let month = u8::try_from(count % 12 + 1).ok()?;
        Date::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The anniversary so many years later. Of 29 February in a common year it is 1 March.
    #[must_use]
    pub fn anniversary(self, years: u16) -> Option<Date> {
        let year = self.year.checked_add(years)?;
        Date::new(year, self.month, self.day).or_else(|| Date::new(year, 3, 1))
    }

    /// Full years from this day (a birthday) to the other; the year is full on the anniversary itself.
    /// Nothing when the other day is earlier.
    ///
    /// ```
    /// use gongsai::date::Date;
    /// let born = Date::new(2008, 9, 1).unwrap();
    /// assert_eq!(born.full_years_to(Date::new(2026, 9, 1).unwrap()), Some(18));
    /// assert_eq!(born.full_years_to(Date::new(2026, 8, 31).unwrap()), Some(17));
    /// ```
    #[must_use]
    pub fn full_years_to(self, later: Date) -> Option<u16> {
        let years = later.year.checked_sub(self.year)?;
        match self.anniversary(years) {
            Some(day) if day <= later => Some(years),
            _ => years.checked_sub(1),
        }
    }

    /// The day so many days after 1970-01-01 (UTC); negative numbers are days before it.
    ///
    /// ```
    /// use gongsai::date::Date;
    /// assert_eq!(Date::from_unix_day(0), Date::new(1970, 1, 1));
    /// assert_eq!(Date::from_unix_day(20_697), Date::new(2026, 9, 1));
    /// assert_eq!(Date::from_unix_day(i64::MAX), None);
    /// ```
    #[must_use]
    pub fn from_unix_day(days: i64) -> Option<Date> {
        // 719_468 days lie between 1 March of the year 0 and 1 January 1970; an era is 400 years.
        let days = days.checked_add(719_468)?;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era.checked_mul(400)? + year_of_era + i64::from(month <= 2);
        Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The days from 1970-01-01 to this day; negative before it.
    #[must_use]
    pub fn unix_day(self) -> i64 {
        self.day_number() - 719_468
    }

    /// Days since 1 March of the year 0, for differences.
    fn day_number(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (i64::from(self.year), i64::from(self.month) - 3)
        } else {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    /// Days from this day to the other; negative when the other is earlier.
    #[must_use]
    pub fn days_to(self, later: Date) -> i64 {
        later.day_number() - self.day_number()
    }
}

/// A month of the Gregorian calendar, years 1000 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month, or nothing when there is no such month.
    #[must_use]
    pub fn new(year: u16, month: u8) -> Option<Month> {
        Date::new(year, month, 1).map(Month::from)
    }

    /// The month written `2026-03`, and nothing else.
    ///
    /// ```
    /// use gongsai::date::Month;
    /// assert_eq!(Month::from_iso("2026-03"), Month::new(2026, 3));
    /// assert_eq!(Month::from_iso("2026-3"), None);
    /// ```
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Month> {
        Date::from_iso(&format!("{text}-01")).map(Month::from)
    }

    /// The month so many months earlier; nothing before the year 1000.
    ///
    /// ```
    /// use gongsai::date::Month;
    /// let march = Month::new(2026, 3).unwrap();
    /// assert_eq!(march.minus(11), Month::new(2025, 4));
    /// assert_eq!(march.minus(u16::MAX), None);
    /// ```
    #[must_use]
    pub fn minus(self, months: u16) -> Option<Month> {
        let count = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let count = count.checked_sub(u32::from(months))?;
        Month::new(u16::try_from(count / 12).ok()?, u8::try_from(count % 12 + 1).ok()?)
    }
}

impl From<Date> for Month {
    fn from(day: Date) -> Month {
        Month { year: day.year, month: day.month }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_between_count_leap_days() {
        let day = |text| Date::from_iso(text).unwrap();
        assert_eq!(day("2024-02-28").days_to(day("2024-03-01")), 2);
        assert_eq!(day("2026-07-21").days_to(day("2026-10-19")), 90);
        assert_eq!(day("2026-10-19").days_to(day("2026-07-21")), -90);
    }

    #[test]
    fn day_numbers_go_both_ways() {
        for day in (-350_000..2_900_000).step_by(97) {
            let date = Date::from_unix_day(day).unwrap();
            assert_eq!(date.unix_day(), day, "{date}");
        }
    }

    #[test]
    fn leap_day_birthday_counts_from_first_of_march() {
        let born = Date::new(2008, 2, 29).unwrap();
        assert_eq!(born.full_years_to(Date::new(2026, 2, 28).unwrap()), Some(17));
        assert_eq!(born.full_years_to(Date::new(2026, 3, 1).unwrap()), Some(18));
    }

    #[test]
    fn odd_texts_are_no_dates() {
        for text in ["", "2026-9-1", "2026-13-01", "2026/09/01", "２０２６-09-01", "2026-09-01 ", "20260901xx"] {
            assert_eq!(Date::from_iso(text), None, "{text}");
        }
    }
}
