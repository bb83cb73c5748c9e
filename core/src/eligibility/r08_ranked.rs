//! R08: players on a ranking list.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R08_RANKED` | the register or the form has the person at a place that bars | barred |
//! | `R08_RANKED` | perhaps the same person, or it is not clear which list or place | a person must look |
//!
//! Lists of another sport than the one entered do not count.

use super::Context;
use super::reading::{Identity, Reading, Registration};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::{RankingRule, Sport};

/// Whoever is ranked high enough to be barred.
pub(super) fn ranked(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.r08.as_ref()?;
    let by_register = reading.rankings.iter().filter_map(|row| {
        let counts = of_register(&rule.params, reading, row);
        let place = row.athlete.rank.map_or(Fact::Text(String::new()), |rank| Fact::Count(rank.into()));
        Some((severity(counts, row.identity)?, place))
    });
    let stated = reading.candidate.facts.ranking.as_ref().and_then(|text| {
        let counts = of_form(&rule.params, text, reading.candidate.sport);
        Some((severity(counts, Identity::Same)?, Fact::Text(text.clone())))
    });
    let (out, place) = by_register.chain(stated).max_by_key(|(severity, _)| *severity)?;
    let facts = vec![place, Fact::Count(rule.params.rank_max.into())];
    Some(reading.finding(&rule.clause, Code::R08Ranked, out, facts))
}

fn severity(counts: Tri, identity: Identity) -> Option<Severity> {
    match (counts, identity) {
        (Tri::No, _) => None,
        (Tri::Yes, Identity::Same) => Some(Severity::Ineligible),
        (Tri::Yes | Tri::Unknown, _) => Some(Severity::Review),
    }
}

fn of_register(rule: &RankingRule, reading: &Reading<'_>, row: &Registration<'_>) -> Tri {
    let high = row.athlete.rank.is_some_and(|rank| rank <= rule.rank_max);
    let of_list = rule.body.as_ref().is_none_or(|body| row.athlete.body.contains(body.as_str()));
    if high && of_list { reading.same_sport(row) } else { Tri::No }
}

/// What a form states: one number is the place, the rest names the list.
fn of_form(rule: &RankingRule, text: &str, sport: Sport) -> Tri {
    let mut named = Sport::named_in(text).peekable();
    if named.peek().is_some() && !named.any(|named| named == sport) {
        return Tri::No;
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let (Some(place), None) = (numbers.next().and_then(|run| run.parse::<u16>().ok()), numbers.next()) else {
        return Tri::Unknown;
    };
    let of_list = rule.body.as_ref().is_none_or(|body| text.contains(body.as_str()));
    let names_list = text.chars().any(|c| !c.is_ascii_digit() && !"第名位 ".contains(c));
    match (place <= rule.rank_max, of_list) {
        (false, _) => Tri::No,
        (true, true) => Tri::Yes,
        (true, false) if names_list => Tri::No,
        (true, false) => Tri::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    #[track_caller]
    fn check(params: &str, stated: &str, expected: &str) {
        let mut case = case(&format!("R08 = {{ rank_max = 20, {params} }}"));
        case.facts.ranking = Some(stated.to_owned());
        case.check(expected);
    }

    #[test]
    fn a_place_on_a_list_bars_to_the_last() {
        check("", "全国第20名", "Ineligible R08_RANKED");
        check("", "全国第21名", "Eligible");
        check("", "羽毛球全国第3", "Eligible");
        check("", "乒乓球全国第3", "Ineligible R08_RANKED");
        check("", "前列", "NeedsReview R08_RANKED");
        check("", "2025年第3", "NeedsReview R08_RANKED");
        check("body = \"世界\"", "世界15", "Ineligible R08_RANKED");
        check("body = \"世界\"", "全省15", "Eligible");
        check("body = \"世界\"", "第15名", "NeedsReview R08_RANKED");
    }

    #[test]
    fn the_register_may_hold_a_list() {
        let head = "姓名,性别,出生日期,项目,注册单位,级别,起始年,终止年,状态,证件尾号,排名";
        let row = |birth: &str, rank: &str| format!("甲,男,{birth},乒乓球,全国积分,,,,,,{rank}");
        let rules = "R08 = { rank_max = 20 }\nR01 = {}\nR02 = {}\nR04 = { retired_years = 1 }";
        let check = |row: &str, expected: &str| case(rules).register_with(head, &[row]).check(expected);
        check(&row("1990-01-01", "15"), "Ineligible R08_RANKED");
        check(&row("1990", "15"), "NeedsReview R08_RANKED");
        check(&row("1990-01-01", "21"), "Eligible");
        check(&row("1990-01-02", "15"), "Eligible");
        check(&row("1990-01-01", "15").replace("乒乓球", "羽毛球"), "Eligible");
    }
}
