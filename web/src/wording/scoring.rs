//! What regulations say of places, points of units and awards, in words.

use gongsai::regulations::{
    Award, AwardBy, AwardNumber, Event, Kept, PlacingRules, PointsRule, Regulations, Rounding, SharedPoints, UnitTies,
    Vacant,
};
use gongsai_wording::{Lang, overall};

crate::texts! {
    /// Fixed texts of the table.
    ScoringText {
        Title = "名次、计分与评奖", "Places, points and awards";
        Of = "对象", "For";
        Places = "名次", "Places";
        Points = "计分", "Points";
        Ties = "总分相等", "Equal points";
        Award = "评奖", "Award";
    }
}

/// One line of the table: what it is about, for what, what holds, the article.
pub struct ScoringLine {
    /// What it is about.
    pub text: ScoringText,
    /// The events, or the award.
    pub of: String,
    /// What holds.
    pub content: String,
    /// The article.
    pub clause: String,
}

/// All lines: places and points, events that are alike together; the table of units; awards.
#[must_use]
pub fn lines(language: Lang, regulations: &Regulations) -> Vec<ScoringLine> {
    let mut lines = Vec::new();
    for (of, rules) in alike(language, &regulations.events, |event| &event.placing) {
        let clause = rules.clause.to_string();
        lines.push(ScoringLine { text: ScoringText::Places, of, content: placing(language, rules), clause });
    }
    let scored = regulations.events.iter().any(|event| event.points.is_some());
    for (of, rule) in alike(language, &regulations.events, |event| &event.points).into_iter().filter(|_| scored) {
        let (content, clause) = match rule {
            Some(rule) => (points(language, rule), rule.clause.to_string()),
            None => (language.pick("不计分", "no points").to_owned(), String::new()),
        };
        lines.push(ScoringLine { text: ScoringText::Points, of, content, clause });
    }
    if let Some(table) = &regulations.points {
        let content = match table.ties {
            UnitTies::Places => language.pick(
                "第 1 名多者列前，再比第 2 名，依次类推；全部相等则并列",
                "more firsts come first, then more seconds, and so on; if all are equal, they share the place",
            ),
            UnitTies::Shared => language.pick("名次并列", "they share the place"),
        };
        let of = language.pick("单位总分", "units").to_owned();
        let clause = table.clause.to_string();
        lines.push(ScoringLine { text: ScoringText::Ties, of, content: content.to_owned(), clause });
    }
    lines.extend(regulations.awards.iter().map(|award| ScoringLine {
        text: ScoringText::Award,
        of: award.name.clone(),
        content: self::award(language, award),
        clause: award.clause.to_string(),
    }));
    lines
}

/// The events that have one rule, by name, in the order of the first of each.
fn alike<'a, T: PartialEq>(
    language: Lang,
    events: &'a [Event],
    rule: impl Fn(&'a Event) -> &'a T,
) -> Vec<(String, &'a T)> {
    let mut found: Vec<(Vec<&str>, &T)> = Vec::new();
    for event in events {
        let of = rule(event);
        match found.iter_mut().find(|(_, other)| *other == of) {
            Some((names, _)) => names.push(&event.name),
            None => found.push((vec![&event.name], of)),
        }
    }
    let all = |names: Vec<&str>| match names.len() == events.len() {
        true => language.pick("全部项目", "all events").to_owned(),
        false => names.join(language.pick("、", ", ")),
    };
    found.into_iter().map(|(names, rule)| (all(names), rule)).collect()
}

fn placing(language: Lang, rules: &PlacingRules) -> String {
    let without = [
        (rules.withdrawn, "抽签后退赛", "who withdraws after the draw"),
        (rules.disqualified, "被取消资格", "who is disqualified"),
        (rules.absent, "弃权", "who does not appear"),
    ];
    let without: Vec<&str> = without
        .into_iter()
        .filter(|(kept, ..)| *kept == Kept::Nothing)
        .map(|(_, zh, en)| language.pick(zh, en))
        .collect();
    if without.is_empty() {
        return language
            .pick(
                "按已定的场次排名；退赛、弃权、取消资格的保留名次",
                "as the matches that were decided give them; nobody loses a place",
            )
            .to_owned();
    }
    let names = without.join(language.pick("、", ", "));
    let then = match rules.vacant {
        Vacant::CloseUp => language.pick("后面的递补", "those below move up"),
        Vacant::Leave => language.pick("名次空缺，不递补", "the place stays vacant"),
    };
    language.pick(format!("{names}的不计名次，{then}"), format!("no place for {names}; {then}"))
}

/// What places are worth.
fn points(language: Lang, rule: &PointsRule) -> String {
    let worth: Vec<String> = rule
        .scale
        .iter()
        .take(usize::from(rule.places))
        .map(|worth| (u32::from(*worth) * u32::from(rule.factor)).to_string())
        .collect();
    let (places, all) = (rule.places, worth.join("-"));
    let mut parts = vec![language.pick(format!("前 {places} 名得 {all} 分"), format!("the first {places}: {all}"))];
    if rule.factor > 1 {
        let factor = rule.factor;
        parts.push(language.pick(format!("已乘 {factor}"), format!("times {factor} already")));
    }
    if rule.one_less_up_to > 0 {
        let most = rule.one_less_up_to;
        parts.push(language.pick(
            format!("参赛 {most} 个及以下减一名计分"),
            format!("of {most} entries or fewer one place less than entries"),
        ));
    }
    parts.push(
        match rule.shared {
            SharedPoints::Full => language.pick("并列的各得全分", "who share a place get it in full"),
            SharedPoints::Mean => language.pick("并列的取所占名次的平均分", "who share places get their mean"),
        }
        .to_owned(),
    );
    if let Some(most) = rule.entries_of_unit {
        parts.push(language.pick(format!("每单位只计最好的 {most} 个"), format!("the best {most} of a unit")));
    }
    parts.join(language.pick("；", "; "))
}

fn award(language: Lang, award: &Award) -> String {
    let to = overall::award_to(language, award.to);
    let number = match award.number {
        AwardNumber::Count(count) => language.pick(format!("{count} 个"), count.to_string()),
        AwardNumber::Share { percent, round } => {
            let (zh, en) = match round {
                Rounding::Up => ("进位取整", "rounded up"),
                Rounding::Down => ("舍去零头", "rounded down"),
                Rounding::Nearest => ("四舍五入", "rounded to the nearest"),
            };
            language.pick(format!("参赛数的 {percent}%，{zh}"), format!("{percent}% of those entered, {en}"))
        }
    };
    let by = match award.by {
        AwardBy::Points => language.pick("按单位总分产生", "by the points of units"),
        AwardBy::Committee => language.pick("由组委会评定", "named by the committee"),
    };
    language.pick(format!("授予{to}，{number}，{by}"), format!("to {to}; {number}; {by}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Words as _;
    use gongsai::document::regulations_from_toml;

    const MEET: &str = include_str!("../../../tests/data/games/regulation.toml");
    const SCORING: &str = "[points]\nscale = [5, 3, 2]\nshared = \"full\"\nentries_of_unit = 2\nties = \"shared\"\n\
        factor = { team = 3 }\n[placing]\nwithdrawn = \"none\"\ndisqualified = \"none\"\nvacant = \"leave\"\n\
        clause = \"第九条\"\n[[award]]\nid = \"fair\"\nname = \"风尚奖\"\nto = \"person\"\npercent = 15\n\
        round = \"up\"\nby = \"committee\"\n";

    #[track_caller]
    fn check(language: Lang, more: &str, expected: &[(&str, &str)]) {
        let draft = regulations_from_toml(&format!("{MEET}\n{more}")).expect("values");
        let lines = lines(language, &draft.verify().expect("sound"));
        let said: Vec<(String, String)> = lines
            .into_iter()
            .map(|line| (line.text.say(language).to_string(), [line.of, line.content, line.clause].join(" | ")))
            .collect();
        assert_eq!(said.len(), expected.len(), "{said:?}");
        for ((text, line), (expected, part)) in said.iter().zip(expected) {
            assert!(text == expected && line.contains(part), "{text} {line}: {expected} {part}");
        }
    }

    #[test]
    fn everything_that_the_regulations_say_is_told() {
        check(Lang::Zh, "", &[("名次", "全部项目 | 按已定的场次排名；退赛、弃权、取消资格的保留名次 | ")]);
        let zh = [
            ("名次", "全部项目 | 抽签后退赛、被取消资格的不计名次，名次空缺，不递补 | 第九条"),
            ("计分", "前 3 名得 15-9-6 分；已乘 3；并列的各得全分；每单位只计最好的 2 个"),
            ("计分", "前 3 名得 5-3-2 分；并列的各得全分；每单位只计最好的 2 个"),
            ("总分相等", "单位总分 | 名次并列"),
            ("评奖", "风尚奖 | 授予个人，参赛数的 15%，进位取整，由组委会评定"),
        ];
        check(Lang::Zh, SCORING, &zh);
        let en = [
            (
                "Places",
                "all events | no place for who withdraws after the draw, who is disqualified; the place stays vacant",
            ),
            ("Points", "the first 3: 15-9-6; times 3 already; who share a place get it in full; the best 2 of a unit"),
            ("Points", "the first 3: 5-3-2; who share a place get it in full; the best 2 of a unit"),
            ("Equal points", "units | they share the place"),
            ("Award", "风尚奖 | to people; 15% of those entered, rounded up; named by the committee"),
        ];
        check(Lang::En, SCORING, &en);
    }
}
