//! The list of months insured, as people type it into forms.

use std::collections::BTreeMap;

use crate::date::{Date, Month};
use crate::text::half_width;

/// Words before the name of who pays instead of the unit.
const PAID_BY: &[&str] = &["代缴单位:", "代缴:", "代缴"];
/// Signs between the first and the last month. A hyphen is one where it does not stand inside a month.
const TO: &[&str] = &["..", "…", "——", "—", "–", "~", "至", "到", "-"];
/// Words for the month of the import.
const NOW: &[&str] = &["今", "现在", "目前"];
/// No list goes further back.
const LONGEST: u16 = 1200;

/// The months of a list with who paid them, empty where it does not say: `2025-04..2026-03`,
/// `2025-07—12 2026-02 2026-03 代缴:某公司`, `2025年7月至12月、2026.2`, `2025.7至今`. Parts between semicolons or on lines
/// of their own have each their payer; where two name one month, the last counts. Nothing where any of it is no month.
pub(super) fn read(text: &str, today: Date) -> Option<BTreeMap<Month, String>> {
    let text: String = text.chars().map(half_width).collect();
    let mut all = BTreeMap::new();
    for part in text.split([';', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        let (months, payer) = payer(part);
        let mut last_year = None;
        let mut any = false;
        for token in tokens(months) {
            let (from, to) = range(&token, &mut last_year, today)?;
            if from > to {
                return None;
            }
            let earlier = (0..LONGEST).map_while(|back| to.minus(back)).take_while(|month| *month >= from);
            all.extend(earlier.map(|month| (month, payer.clone())));
            any = true;
        }
        if !any {
            return None;
        }
    }
    Some(all)
}

/// The months of a part, and the name beside the word for another payer: `代缴:某公司`, `由某公司代缴`.
fn payer(part: &str) -> (&str, String) {
    let part = part.trim_end_matches([')', ' ']);
    let behind = part.strip_suffix("代缴").and_then(|part| part.split_once('由'));
    let found = behind.or_else(|| PAID_BY.iter().find_map(|word| part.split_once(word)));
    let Some((months, name)) = found else { return (part, String::new()) };
    (months.trim_end_matches(['(', ' ', ',']), name.trim_matches([' ', ':']).to_owned())
}

/// Months and ranges: spaces beside the sign between two months are taken out first.
fn tokens(months: &str) -> Vec<String> {
    let mut joined = months.trim().to_owned();
    for sign in TO {
        while joined.contains(&format!(" {sign}")) || joined.contains(&format!("{sign} ")) {
            joined = joined.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
        }
    }
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '、');
    joined.split(between).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

fn range(token: &str, last_year: &mut Option<u16>, today: Date) -> Option<(Month, Month)> {
    let whole = month(token, last_year);
    if let Some(month) = whole {
        return Some((month, month));
    }
    TO.iter().find_map(|sign| {
        let mut cuts = token.match_indices(sign);
        // Of several hyphens the middle one may stand between two months: `2025-07-2026-03`.
        cuts.find_map(|(at, _)| {
            let (from, to) = (&token[..at], &token[at + sign.len()..]);
            let mut year = *last_year;
            let from = month(from, &mut year)?;
            let to = if NOW.contains(&to) { Month::from(today) } else { last(to, *sign == "-", &mut year)? };
            *last_year = year;
            Some((from, to))
        })
    })
}

/// The last month of a range. `2025-07-12` may be a day in July and is none.
fn last(to: &str, hyphen: bool, year: &mut Option<u16>) -> Option<Month> {
    let alone = to.chars().all(|c| c.is_ascii_digit()) && to.len() <= 2;
    if hyphen && alone { None } else { month(to, year) }
}

/// One month: `2025-07`, `2025.7`, `2025/7`, `2025年7月`, `202507`; `7月` and `7` are of the year named before.
fn month(text: &str, last_year: &mut Option<u16>) -> Option<Month> {
    let text = text.strip_suffix('份').unwrap_or(text);
    let text = text.strip_suffix('月').unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = match text.split_once(['-', '.', '/', '年']) {
        Some((year, month)) if year.len() == 4 && digits(year) => (year.parse().ok()?, month),
        Some(_) => return None,
        None if text.len() == 6 && digits(text) => (text[..4].parse().ok()?, &text[4..]),
        None => ((*last_year)?, text),
    };
    if month.len() > 2 || !digits(month) || !(1900..=2100).contains(&year) {
        return None;
    }
    let month = Month::new(year, month.parse().ok()?)?;
    *last_year = Some(year);
    Some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The import is on 2026-04-10. Months as `from..to payer`, one run after another.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let read = read(text, Date::new(2026, 4, 10).unwrap()).map(|months| {
            let mut runs: Vec<(Month, Month, String)> = Vec::new();
            for (month, payer) in months {
                match runs.last_mut() {
                    Some((_, to, known)) if *known == payer && month.minus(1) == Some(*to) => *to = month,
                    _ => runs.push((month, month, payer)),
                }
            }
            runs.into_iter().map(|(from, to, payer)| format!("{from}..{to} {payer}").trim().to_owned()).collect()
        });
        assert_eq!(read.unwrap_or_else(|| vec!["none".to_owned()]), expected, "{text}");
    }

    #[test]
    fn ranges_and_single_months_are_read_as_people_write_them() {
        for text in [
            "2025-04..2026-03",
            "2025.4-2026.3",
            "2025年4月至2026年3月",
            "２０２５／４～２０２６／３",
            "202504-202603",
            "2025-04-2026-03",
            "2025年4月 — 2026年3月",
            "2025-04 到 2026-03",
        ] {
            check(text, &["2025-04..2026-03"]);
        }
        check("2025-07—12 2026-02 2026-03", &["2025-07..2025-12", "2026-02..2026-03"]);
        check("2025年7月至12月、2026.2,3", &["2025-07..2025-12", "2026-02..2026-03"]);
        check("2025.11至今", &["2025-11..2026-04"]);
        check("2026年1月、2月、3月份", &["2026-01..2026-03"]);
        check("2026-03", &["2026-03..2026-03"]);
    }

    #[test]
    fn another_payer_is_named_for_its_months() {
        check("2025-07—12 2026-02 代缴:某公司", &["2025-07..2025-12 某公司", "2026-02..2026-02 某公司"]);
        check("2025-07..09；2025-10..12（代缴：人力公司）", &["2025-07..2025-09", "2025-10..2025-12 人力公司"]);
        check("2025-07..09\n2025-10 由人力公司代缴", &["2025-07..2025-09", "2025-10..2025-10 人力公司"]);
    }

    #[test]
    fn what_is_no_list_of_months_is_none() {
        for text in
            ["", "全年", "12", "2025-07-12", "2025-13", "2026-03..2025-04", "2025", "7月", "代缴:某公司", "2025-07.."]
        {
            let expected: &[&str] = if text.is_empty() { &[] } else { &["none"] };
            check(text, expected);
        }
    }
}
