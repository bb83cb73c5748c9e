//! The professional past that a person declares on the form (`2008-2016省队`).

use crate::regulations::Level;

/// What a declaration says, as far as it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Declared {
    /// That there is nothing, or the column is blank: another rule asks for it.
    Nothing,
    /// A time in a squad that is over, with its last year.
    Past(Level, u16),
    /// A time in a squad that goes on.
    Ongoing,
    /// A named league: concerns rule R03 alone.
    League,
    /// Something that only a person can weigh.
    Unclear,
}

/// Words for squads, highest level first. 八一 and 解放军 are the army's teams, which compete as a province does.
const SQUADS: &[(&str, Level)] = &[
    ("国家", Level::Nation),
    ("省", Level::Province),
    ("自治区", Level::Province),
    ("直辖市", Level::Province),
    ("八一", Level::Province),
    ("解放军", Level::Province),
    ("市", Level::City),
];

/// The leagues that regulations name: the Chinese ones are written in Latin letters.
const LEAGUES: &[&str] = &["CBA", "WCBA", "NBL", "联赛"];

/// Words for a time that goes on.
const ONGOING: &[&str] = &["至今", "现役", "在役"];

/// Reads a declaration; a last year after `this_year` is no past.
pub(super) fn declared(text: &str, this_year: u16) -> Declared {
    let text = text.to_ascii_uppercase();
    let holds = |word: &&str| text.contains(*word);
    let squad = SQUADS.iter().find(|(word, _)| text.contains(word)).map(|(_, level)| *level);
    match (squad, years(&text).last()) {
        (None, _) if LEAGUES.iter().any(holds) => Declared::League,
        (Some(_), _) if ONGOING.iter().any(holds) => Declared::Ongoing,
        (Some(_), Some(last)) if *last > this_year => Declared::Ongoing,
        (Some(level), Some(last)) => Declared::Past(level, *last),
        (Some(_) | None, _) => Declared::Unclear,
    }
}

/// The four-digit years in a text, in order of time.
fn years(text: &str) -> Vec<u16> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut years: Vec<u16> = runs.filter_map(|run| run.parse().ok()).collect();
    years.retain(|year| (1900..=2200).contains(year));
    years.sort_unstable();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Declared) {
        assert_eq!(declared(text, 2026), expected, "{text}");
    }

    #[test]
    fn years_and_squad_are_a_past() {
        check("2008-2016省队", Declared::Past(Level::Province, 2016));
        check("2008年9月至2016年7月 山西省队", Declared::Past(Level::Province, 2016));
        check("2003-2006市队、2006-2010国家队", Declared::Past(Level::Nation, 2010));
        check("1995~2001 八一队", Declared::Past(Level::Province, 2001));
        check("2003-2006市队", Declared::Past(Level::City, 2006));
    }

    #[test]
    fn a_league_is_another_rule_s() {
        check("2014-2016 CBA", Declared::League);
        check("2014-2016 nbl", Declared::League);
        check("2008-2012省队，2014-2016 CBA", Declared::Past(Level::Province, 2016));
    }

    #[test]
    fn a_time_that_goes_on_is_no_past() {
        check("2019至今省队", Declared::Ongoing);
        check("2019-2028省队", Declared::Ongoing);
    }

    #[test]
    fn the_rest_is_for_people() {
        for text in ["省队", "2008-2016", "有", "体校", "2012-2014 大学队", "99999省队"] {
            check(text, Declared::Unclear);
        }
    }
}
