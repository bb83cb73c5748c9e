//! The professional past that a person declares on the form (`2008-2016省队`).

use crate::order;
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

/// How the names of squads end, and their level. 八一 and 解放军 are the army's teams, which compete as a province does.
const SQUADS: &[(&str, Level)] = &[
    ("国家队", Level::Nation),
    ("省队", Level::Province),
    ("自治区队", Level::Province),
    ("八一队", Level::Province),
    ("解放军队", Level::Province),
    ("北京队", Level::Province),
    ("北京市队", Level::Province),
    ("上海队", Level::Province),
    ("上海市队", Level::Province),
    ("天津队", Level::Province),
    ("天津市队", Level::Province),
    ("重庆队", Level::Province),
    ("重庆市队", Level::Province),
    ("市队", Level::City),
];

/// The leagues that regulations name.
const LEAGUES: &[&str] = &["CBA", "WCBA", "NBL"];

/// Words for a time that goes on.
const ONGOING: &[&str] = &["至今", "现役", "在役"];

/// Words inside a squad's name that say nothing of its level.
const NEUTRAL: &[&str] = &["乒乓球", "羽毛球", "篮球", "专业", "代表"];

/// Signs that the squad is not what its name ends like (未入选省队, 省职工队, 业余 …).
const DOUBTS: &[char] = &['未', '没', '非', '无', '不', '落', '试', '陪', '余', '校', '学', '青', '少', '职'];

/// The longest name of a place before `省队` or `市队`, in characters (呼和浩特).
const LONGEST_PLACE: usize = 4;

/// Reads a declaration; a last year after `this_year` is no past. Only the plainest sentences are understood: a machine
/// bars nobody for a word that it misread.
pub(super) fn declared(text: &str, this_year: u16) -> Declared {
    let parts = text.split(['、', '，', ',', '；', ';', '和']);
    let all = parts.map(|part| one(part, this_year)).reduce(|one, other| match (one, other) {
        (Declared::Past(level, first), Declared::Past(other, second)) if level == other => {
            Declared::Past(level, first.max(second))
        }
        _ if one == other => one,
        _ => Declared::Unclear,
    });
    all.unwrap_or(Declared::Unclear)
}

fn one(text: &str, this_year: u16) -> Declared {
    let mut name = text.to_ascii_uppercase();
    if LEAGUES.iter().any(|league| name.contains(league)) {
        return if SQUADS.iter().any(|(ending, _)| name.contains(ending)) {
            Declared::Unclear
        } else {
            Declared::League
        };
    }
    let ongoing = ONGOING.iter().any(|word| name.contains(word));
    for word in ONGOING.iter().chain(NEUTRAL) {
        name = name.replace(word, "");
    }
    name.retain(|c| !c.is_ascii_digit() && !c.is_whitespace() && !"-–—~～至年月日./:：()（）".contains(c));
    let last = years(text).last().copied();
    match (level(&name), last) {
        (Some(_), _) if ongoing => Declared::Ongoing,
        (Some(_), Some(last)) if last > this_year => Declared::Ongoing,
        (Some(level), Some(last)) => Declared::Past(level, last),
        (Some(_) | None, _) => Declared::Unclear,
    }
}

fn level(name: &str) -> Option<Level> {
    let (place, level) = SQUADS.iter().find_map(|(ending, level)| Some((name.strip_suffix(ending)?, *level)))?;
    let plain = place.chars().count() <= LONGEST_PLACE && !name.contains(DOUBTS);
    plain.then_some(level)
}

/// The four-digit years in a text, in order of time.
pub(super) fn years(text: &str) -> Vec<u16> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut years: Vec<u16> = runs.filter_map(|run| run.parse().ok()).collect();
    years.retain(|year| (1900..=2200).contains(year));
    order::sort(&mut years);
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
        check("2003-2006省队、2006-2010 山西省乒乓球队", Declared::Past(Level::Province, 2010));
        check("2003-2006 北京市队", Declared::Past(Level::Province, 2006));
        check("1995~2001 八一队", Declared::Past(Level::Province, 2001));
        check("2003-2006市队", Declared::Past(Level::City, 2006));
    }

    #[test]
    fn a_league_is_another_rule_s() {
        check("2014-2016 CBA", Declared::League);
        check("2014-2016 nbl", Declared::League);
        check("2008-2012省队，2014-2016 CBA", Declared::Unclear);
        check("2008-2016 CBA省队", Declared::Unclear);
    }

    #[test]
    fn a_time_that_goes_on_is_no_past() {
        check("2019至今省队", Declared::Ongoing);
        check("2019-2028省队", Declared::Ongoing);
    }

    #[test]
    fn the_rest_is_for_people() {
        let odd = ["", "省队", "2008-2016", "有", "体校", "2012-2014 大学队", "99999省队", "2010年未入选省队"];
        let alike = ["2010-2012省职工队", "2010省运会", "2010-2012省青年队", "2003-2006市队、2006-2010国家队"];
        for text in odd.iter().chain(&alike) {
            check(text, Declared::Unclear);
        }
    }
}
