//! What is still possible in a group, in words.

use gongsai::publication::{Hinge, PossibleRow};
use gongsai::side::Side;
use gongsai::standings::{Class, Fate, Margin};

use crate::Lang;

/// What all of it stands on: said above the list.
#[must_use]
pub fn condition(language: Lang) -> &'static str {
    language.pick(
        "以下以未赛各场都打完为前提；写明“有人弃权也不变”的，其他队（人）弃权、退赛也不受影响。",
        "All of this holds if every open match is played to its end; what holds “even if others give up” does so whoever \
         else does not appear.",
    )
}

/// Whether an entrant goes on; nothing where that is open, or where there is nothing to go on to.
#[must_use]
pub fn fate(language: Lang, row: &PossibleRow) -> Option<&'static str> {
    Some(match row.fate? {
        Fate::Through { always: true } => {
            language.pick("已确定出线（有人弃权也不变）", "through, even if others give up")
        }
        Fate::Through { always: false } => language.pick("已确定出线", "through whatever the scores"),
        Fate::Out { always: true } => language.pick("已确定出局（有人弃权也不变）", "out, even if others give up"),
        Fate::Out { always: false } => language.pick("已确定出局", "out whatever the scores"),
        Fate::Open => return None,
    })
}

/// The places that an entrant can still reach.
#[must_use]
pub fn places(language: Lang, row: &PossibleRow) -> String {
    let places = &row.places;
    let words = list(language, places);
    match (language, places.as_slice(), row.is_exact) {
        (Lang::Zh, [], _) => "成绩已删除，不计名次".to_owned(),
        (Lang::En, [], _) => "its results are deleted, and it has no place".to_owned(),
        (Lang::Zh, [_], _) => format!("已确定：{words}"),
        (Lang::En, [_], _) => format!("certain: {words}"),
        (Lang::Zh, _, true) => format!("仍可能：{words}"),
        (Lang::En, _, true) => format!("can still be {words}"),
        (Lang::Zh, _, false) => format!("不会在{words}之外（是否都能达到，未能判定）"),
        (Lang::En, _, false) => format!("nothing but {words} (whether all of these can be reached is open)"),
    }
}

/// What a match decides for an entrant: `胜：第 1 名；1-3 负：第 2 名`, or by the margin: `胜 7 分及以上：第 1 名`.
#[must_use]
pub fn hinge(language: Lang, hinge: &Hinge) -> String {
    let mut parts: Vec<String> = Vec::new();
    let sides = match hinge.side {
        Some(side) => [side, side.other()],
        None => Side::BOTH,
    };
    for winner in sides {
        // The clearest win first for the one, the closest defeat first for the other.
        let mut outcomes: Vec<&(Class, Vec<usize>, bool)> =
            hinge.outcomes.iter().filter(|(class, ..)| class.winner == winner).collect();
        if winner != sides[0] {
            outcomes.reverse();
        }
        let runs: Vec<&[&(Class, Vec<usize>, bool)]> =
            outcomes.chunk_by(|one, other| (&one.1, one.2) == (&other.1, other.2)).collect();
        for run in &runs {
            let Some((_, places, is_exact)) = run.first() else { continue };
            let scores: Vec<String> = if runs.len() == 1 {
                Vec::new()
            } else {
                run.iter().filter_map(|(class, ..)| score(*class, sides[0])).collect()
            };
            let mut result = result(language, hinge, winner, &scores.join(language.pick("、", ", ")));
            let margins = run.iter().filter(|_| runs.len() > 1).filter_map(|(class, ..)| class.margin);
            let margins: Vec<String> = margins.map(|by| margin(language, by)).collect();
            if !margins.is_empty() {
                result.push(' ');
                result.push_str(&margins.join(language.pick("、", ", ")));
            }
            let mut places = list(language, places);
            if !is_exact {
                places.push_str(language.pick("之内", " at most"));
            }
            parts.push(match language {
                Lang::Zh => format!("{result}：{places}"),
                Lang::En => format!("{result}: {places}"),
            });
        }
    }
    parts.join(language.pick("；", "; "))
}

/// How the match ends, as the entrant sees it.
fn result(language: Lang, hinge: &Hinge, winner: Side, scores: &str) -> String {
    let gap = if scores.is_empty() { "" } else { " " };
    match (language, hinge.side.map(|side| side == winner)) {
        (Lang::Zh, Some(true)) => format!("{scores}{gap}胜"),
        (Lang::Zh, Some(false)) => format!("{scores}{gap}负"),
        (Lang::En, Some(true)) => format!("wins{gap}{scores}"),
        (Lang::En, Some(false)) => format!("loses{gap}{scores}"),
        (Lang::Zh, None) => format!("{} {scores}{gap}胜", hinge.between[winner].name),
        (Lang::En, None) => format!("{} wins{gap}{scores}", hinge.between[winner].name),
    }
}

/// A score with the count of a side first.
fn score(class: Class, first: Side) -> Option<String> {
    class.score.map(|score| format!("{}-{}", score[first], score[first.other()]))
}

/// By how many points.
fn margin(language: Lang, margin: Margin) -> String {
    match (language, margin.least, margin.most) {
        (Lang::Zh, least, None) => format!("{least} 分及以上"),
        (Lang::En, least, None) => format!("by {least} or more"),
        (Lang::Zh, least, Some(most)) if least == most => format!("{least} 分"),
        (Lang::En, least, Some(most)) if least == most => format!("by {least}"),
        (Lang::Zh, least, Some(most)) => format!("{least}–{most} 分"),
        (Lang::En, least, Some(most)) => format!("by {least} to {most}"),
    }
}

/// Places, those next to each other drawn together: `第 1–3 名`, `1st to 3rd`.
#[must_use]
pub fn list(language: Lang, places: &[usize]) -> String {
    let runs = places.chunk_by(|one, other| one + 1 == *other).map(|run| {
        let (first, last) = (run.first().copied().unwrap_or(0), run.last().copied().unwrap_or(0));
        match language {
            Lang::Zh if first == last => format!("{first}"),
            Lang::Zh => format!("{first}–{last}"),
            Lang::En if first == last => ordinal(first),
            Lang::En => format!("{} to {}", ordinal(first), ordinal(last)),
        }
    });
    let runs: Vec<String> = runs.collect();
    match language {
        Lang::Zh => format!("第 {} 名", runs.join("、")),
        Lang::En => runs.join(" or "),
    }
}

fn ordinal(number: usize) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::id::EntryId;
    use gongsai::publication::Name;
    use gongsai::side::BySide;

    fn name(entry: u64, name: &str) -> Name {
        Name { entry: EntryId(entry), name: name.into(), unit: None }
    }

    fn row(places: &[usize], is_exact: bool, fate: Option<Fate>) -> PossibleRow {
        let (own, others) = (Vec::new(), Vec::new());
        PossibleRow { name: name(1, "太原"), places: places.to_vec(), is_exact, fate, own, others }
    }

    #[test]
    fn places_are_drawn_together() {
        let say = |language, places: &[usize], is_exact| super::places(language, &row(places, is_exact, None));
        assert_eq!(say(Lang::Zh, &[1, 2, 3], true), "仍可能：第 1–3 名");
        assert_eq!(say(Lang::En, &[1, 2, 4], true), "can still be 1st to 2nd or 4th");
        assert_eq!(say(Lang::En, &[12], true), "certain: 12th");
        assert_eq!(say(Lang::Zh, &[2, 3], false), "不会在第 2–3 名之外（是否都能达到，未能判定）");
        let fate = |fate| super::fate(Lang::Zh, &row(&[1], true, Some(fate)));
        assert_eq!(fate(Fate::Through { always: false }), Some("已确定出线"));
        assert_eq!(fate(Fate::Open), None);
    }

    /// A match by 3 games of a side with number 1 against one with number 2.
    #[track_caller]
    fn check(side: Option<Side>, won: [&[usize]; 3], lost: [&[usize]; 3], zh: &str, en: &str) {
        let outcome = |winner: Side, lost: u32, places: &[usize]| {
            let mut score = BySide { a: lost, b: lost };
            score[winner] = 3;
            (Class { winner, score: Some(score), margin: None }, places.to_vec(), true)
        };
        let counted = |places: [&[usize]; 3], winner: Side| -> Vec<_> {
            (0..).zip(places).map(|(lost, places)| outcome(winner, lost, places)).collect()
        };
        let hinge = Hinge {
            id: "G1.1.1".parse().unwrap(),
            between: BySide { a: name(1, "太原"), b: name(2, "大同") },
            side,
            outcomes: [counted(won, Side::A), counted(lost, Side::B)].concat(),
        };
        assert_eq!(super::hinge(Lang::Zh, &hinge), zh);
        assert_eq!(super::hinge(Lang::En, &hinge), en);
    }

    #[test]
    fn equal_outcomes_are_told_once() {
        check(
            Some(Side::A),
            [&[1], &[1], &[1]],
            [&[3], &[2], &[2]],
            "胜：第 1 名；2-3、1-3 负：第 2 名；0-3 负：第 3 名",
            "wins: 1st; loses 2-3, 1-3: 2nd; loses 0-3: 3rd",
        );
        check(
            None,
            [&[1], &[1], &[2]],
            [&[2], &[2], &[2]],
            "太原 3-0、3-1 胜：第 1 名；太原 3-2 胜：第 2 名；大同 胜：第 2 名",
            "太原 wins 3-0, 3-1: 1st; 太原 wins 3-2: 2nd; 大同 wins: 2nd",
        );
    }

    #[test]
    fn margins_are_told_by_points() {
        let outcome = |winner, least, most, place| {
            let margin = (least > 0).then_some(Margin { least, most });
            (Class { winner, score: None, margin }, vec![place], true)
        };
        let hinge = |side| Hinge {
            id: "G1.1.1".parse().unwrap(),
            between: BySide { a: name(1, "太原"), b: name(2, "大同") },
            side,
            outcomes: vec![
                outcome(Side::A, 7, None, 1),
                outcome(Side::A, 6, Some(6), 2),
                outcome(Side::A, 1, Some(5), 3),
                outcome(Side::B, 0, None, 3),
            ],
        };
        let say = |language, side| super::hinge(language, &hinge(side));
        let zh = "胜 7 分及以上：第 1 名；胜 6 分：第 2 名；胜 1–5 分：第 3 名；负：第 3 名";
        assert_eq!(say(Lang::Zh, Some(Side::A)), zh);
        let en = "wins by 7 or more: 1st; wins by 6: 2nd; wins by 1 to 5: 3rd; loses: 3rd";
        assert_eq!(say(Lang::En, Some(Side::A)), en);
        assert!(say(Lang::Zh, None).starts_with("太原 胜 7 分及以上：第 1 名；"));
        assert!(say(Lang::En, Some(Side::B)).starts_with("wins: 3rd; loses by 1 to 5: 3rd; loses by 6: 2nd;"));
    }
}
