//! Why a result is refused.

mod unreadable;

pub use unreadable::unreadable;

use gongsai::regulations::{Decider, GameRule, Sport};
use gongsai::score::{Game, ScoreError, Stop};

use crate::Lang;

/// Says why a result cannot be right, with the article of the sport's rules where it is known.
///
/// ```
/// use gongsai::regulations::{GameRule, Sport};
/// use gongsai::score::{Game, check_game};
/// use gongsai_wording::{Lang, score::refusal};
/// let rule = GameRule::to(11, 5);
/// let error = check_game(&rule, Game { a: 11, b: 10 }).unwrap_err();
/// let sentence = refusal(Lang::Zh, Some(Sport::TableTennis), &error);
/// assert_eq!(sentence, "第 1 局 11:10 不能结束：11 分后须领先 2 分（规则 2.11.1）。");
/// ```
#[must_use]
pub fn refusal(lang: Lang, sport: Option<Sport>, error: &ScoreError) -> String {
    match lang {
        Lang::Zh => format!("{}。", chinese(sport, error)),
        Lang::En => format!("{}.", english(sport, error)),
    }
}

/// The name of a way to end a match early.
#[must_use]
pub fn stop(lang: Lang, why: Stop) -> &'static str {
    match (lang, why) {
        (Lang::Zh, Stop::Walkover) => "弃权",
        (Lang::En, Stop::Walkover) => "walkover",
        (Lang::Zh, Stop::Retired) => "中途退赛",
        (Lang::En, Stop::Retired) => "retirement",
        (Lang::Zh, Stop::Disqualified) => "取消资格",
        (Lang::En, Stop::Disqualified) => "disqualification",
        (Lang::Zh, Stop::Forfeit) => "因弃权告负",
        (Lang::En, Stop::Forfeit) => "forfeit",
        (Lang::Zh, Stop::Default) => "因缺少队员告负",
        (Lang::En, Stop::Default) => "default",
    }
}

fn chinese(sport: Option<Sport>, error: &ScoreError) -> String {
    let law = |about| article(sport, about).map_or(String::new(), |article| format!("（规则 {article}）"));
    match error {
        ScoreError::GameOpen { game, points, rule } => {
            let (a, b, target, lead) = (points.a, points.b, rule.target, rule.lead);
            if level(points, rule) {
                let cap = rule.cap.map_or(String::new(), |cap| format!("，或先得 {cap} 分"));
                format!("第 {game} 局 {a}:{b} 不能结束：{target} 分后须领先 {lead} 分{cap}{}", law(About::Lead(rule)))
            } else {
                format!("第 {game} 局 {a}:{b} 没有打完：先得 {target} 分者胜{}", law(About::Game))
            }
        }
        ScoreError::GameTooLong { game, points, rule } => {
            let about =
                if points.a.min(points.b) >= rule.target.saturating_sub(1) { About::Lead(rule) } else { About::Game };
            format!("第 {game} 局不会打到 {}:{}：此前这一局已经结束{}", points.a, points.b, law(about))
        }
        ScoreError::GameAfterEnd { game, games } => {
            format!("第 {game} 局多余：{}:{} 时比赛已经结束{}", games.a, games.b, law(About::Match))
        }
        ScoreError::MatchOpen { games, all: Some(all), .. } => {
            format!("比赛没有打完：规程要求打满 {all} 局，现有 {} 局", games.a.saturating_add(games.b))
        }
        ScoreError::MatchOpen { games, needed, all: None } => {
            format!("比赛没有打完：局数 {}:{}，须胜 {needed} 局{}", games.a, games.b, law(About::Match))
        }
        ScoreError::StoppedAfterEnd => "比赛已分出胜负，不能再记中途结束".to_owned(),
        ScoreError::WalkoverWithScore => "弃权的比赛没有开始，不能有比分".to_owned(),
        ScoreError::Draw { points } => {
            format!("比赛不能以 {}:{} 打平：须打决胜期直到分出胜负{}", points.a, points.b, law(About::Match))
        }
        ScoreError::Undecided { points, by } => {
            format!("{}:{} 打平，须写明{}的结果", points.a, points.b, decider(Lang::Zh, *by))
        }
        ScoreError::NoWinner { points } => {
            format!("{}:{} 打平，没有胜方：淘汰赛必须分出胜负", points.a, points.b)
        }
        ScoreError::DecisionNeedless { points } => {
            format!("{}:{} 已分出胜负，不能再有点球或加赛", points.a, points.b)
        }
        ScoreError::NoSuchDecision { by } => format!("本项目不以{}决胜", decider(Lang::Zh, *by)),
        ScoreError::ShootoutLevel { points } => format!("点球决胜不能是 {}:{}：须分出胜负", points.a, points.b),
        ScoreError::NoParts => "本项目不分节，只录总分".to_owned(),
        ScoreError::PartsMissing { given, needed } => format!("各节比分不全：应有 {needed} 节，录入了 {given} 节"),
        ScoreError::PartsSum { parts, points } => {
            format!("各节相加是 {}:{}，与总分 {}:{} 不符", parts.a, parts.b, points.a, points.b)
        }
        ScoreError::OvertimeNotLevel { overtime, points } => {
            format!("第 {overtime} 个决胜期（加时）多余：此前是 {}:{}，已分出胜负", points.a, points.b)
        }
        ScoreError::TooManyOvertimes { given, most } => format!("加时最多 {most} 次，录入了 {given} 次"),
        ScoreError::NoSuchStop { why } => format!("本项目没有“{}”这种结果", stop(Lang::Zh, *why)),
        ScoreError::OtherKind => "比分的形式与本项目不符".to_owned(),
        ScoreError::TooManyRubbers { given, rubbers } => format!("团体赛共 {rubbers} 场，录入了 {given} 场"),
        ScoreError::RubberMissing { rubber } => format!("第 {rubber} 场没有结果，后面的场次却有"),
        ScoreError::RubberAfterEnd { rubber } => format!("第 {rubber} 场多余：此前团体赛已分出胜负"),
        ScoreError::TieOpen { rubbers, needed } if rubbers.a.max(rubbers.b) >= *needed => {
            format!("团体赛没有打完：{}:{}，规程要求各场都打", rubbers.a, rubbers.b)
        }
        ScoreError::TieOpen { rubbers, needed } => {
            format!("团体赛没有打完：{}:{}，须胜 {needed} 场", rubbers.a, rubbers.b)
        }
        ScoreError::TieEqual { rubbers } => format!("团体赛 {}:{} 打平，没有胜方", rubbers.a, rubbers.b),
        ScoreError::InRubber { rubber, error } => format!("第 {rubber} 场：{}", chinese(sport, error)),
    }
}

fn english(sport: Option<Sport>, error: &ScoreError) -> String {
    let law = |about| article(sport, about).map_or(String::new(), |article| format!(" (rule {article})"));
    match error {
        ScoreError::GameOpen { game, points, rule } => {
            let (a, b, target, lead) = (points.a, points.b, rule.target, rule.lead);
            if level(points, rule) {
                let cap = rule.cap.map_or(String::new(), |cap| format!(" or {cap} points are reached"));
                format!(
                    "Game {game} cannot end at {a}:{b}: from {target} points it goes on until one side is {lead} \
                     ahead{cap}{}",
                    law(About::Lead(rule))
                )
            } else {
                format!("Game {game} is not finished at {a}:{b}: it is won with {target} points{}", law(About::Game))
            }
        }
        ScoreError::GameTooLong { game, points, rule } => {
            let about =
                if points.a.min(points.b) >= rule.target.saturating_sub(1) { About::Lead(rule) } else { About::Game };
            format!("Game {game} cannot come to {}:{}: it was over before{}", points.a, points.b, law(about))
        }
        ScoreError::GameAfterEnd { game, games } => {
            format!("Game {game} is one too many: the match was won {}:{}{}", games.a, games.b, law(About::Match))
        }
        ScoreError::MatchOpen { games, all: Some(all), .. } => format!(
            "The match is not finished: the regulations have all {all} games played, here are {}",
            games.a.saturating_add(games.b)
        ),
        ScoreError::MatchOpen { games, needed, all: None } => format!(
            "The match is not finished: {}:{} in games, {needed} are needed{}",
            games.a,
            games.b,
            law(About::Match)
        ),
        ScoreError::StoppedAfterEnd => "The match was decided before it was stopped".to_owned(),
        ScoreError::WalkoverWithScore => "A walkover never began and has no score".to_owned(),
        ScoreError::Draw { points } => format!(
            "The game cannot end {}:{}: overtime is played until there is a winner{}",
            points.a,
            points.b,
            law(About::Match)
        ),
        ScoreError::Undecided { points, by } => {
            format!("The match is level at {}:{}: the {} must be entered", points.a, points.b, decider(Lang::En, *by))
        }
        ScoreError::NoWinner { points } => {
            format!("{}:{} has no winner: in a knockout somebody must win", points.a, points.b)
        }
        ScoreError::DecisionNeedless { points } => {
            format!("{}:{} has a winner: nothing is left to decide", points.a, points.b)
        }
        ScoreError::NoSuchDecision { by } => format!("This event is not decided by a {}", decider(Lang::En, *by)),
        ScoreError::ShootoutLevel { points } => {
            format!("A shoot-out cannot end {}:{}: it goes on until somebody wins", points.a, points.b)
        }
        ScoreError::NoParts => "The matches of this event have no parts, only totals".to_owned(),
        ScoreError::PartsMissing { given, needed } => {
            format!("Parts are missing: there are {needed}, {given} are entered")
        }
        ScoreError::PartsSum { parts, points } => {
            format!("The parts make {}:{}, the total says {}:{}", parts.a, parts.b, points.a, points.b)
        }
        ScoreError::OvertimeNotLevel { overtime, points } => {
            format!("Overtime {overtime} is one too many: it was {}:{} before it", points.a, points.b)
        }
        ScoreError::TooManyOvertimes { given, most } => {
            format!("There are at most {most} overtimes, {given} are entered")
        }
        ScoreError::NoSuchStop { why } => format!("This sport knows no {}", stop(Lang::En, *why)),
        ScoreError::OtherKind => "The score does not have the form of this event's scores".to_owned(),
        ScoreError::TooManyRubbers { given, rubbers } => {
            format!("The tie has {rubbers} matches, {given} are entered")
        }
        ScoreError::RubberMissing { rubber } => format!("Match {rubber} has no result although a later one has"),
        ScoreError::RubberAfterEnd { rubber } => {
            format!("Match {rubber} is one too many: the tie was decided before")
        }
        ScoreError::TieOpen { rubbers, needed } if rubbers.a.max(rubbers.b) >= *needed => {
            format!("The tie is not finished at {}:{}: the regulations have every match played", rubbers.a, rubbers.b)
        }
        ScoreError::TieOpen { rubbers, needed } => {
            format!("The tie is not finished at {}:{}: {needed} matches are needed", rubbers.a, rubbers.b)
        }
        ScoreError::TieEqual { rubbers } => format!("The tie ends {}:{} without a winner", rubbers.a, rubbers.b),
        ScoreError::InRubber { rubber, error } => format!("Match {rubber}: {}", english(sport, error)),
    }
}

/// The name of what decides a level match.
#[must_use]
pub fn decider(lang: Lang, by: Decider) -> &'static str {
    match (lang, by) {
        (Lang::Zh, Decider::Shootout) => "点球",
        (Lang::En, Decider::Shootout) => "shoot-out",
        (Lang::Zh, Decider::GoldenPoint) => "金球（加赛）",
        (Lang::En, Decider::GoldenPoint) => "golden point",
    }
}

/// Whether the target is reached and only the lead is missing.
fn level(points: &Game, rule: &GameRule) -> bool {
    points.a.max(points.b) >= rule.target
}

/// What an article is about.
#[derive(Clone, Copy)]
enum About<'a> {
    Game,
    Lead(&'a GameRule),
    Match,
}

/// The article of the sport's rules: ITTF Laws 2.11.1 and 2.12.1, BWF Laws 7.1 to 7.5, FIBA Art. 8.7, FIVB 6.2 and
/// 6.3.
fn article(sport: Option<Sport>, about: About<'_>) -> Option<&'static str> {
    match (sport?, about) {
        (Sport::TableTennis, About::Game | About::Lead(_)) => Some("2.11.1"),
        (Sport::TableTennis, About::Match) => Some("2.12.1"),
        (Sport::Badminton, About::Game) => Some("7.2"),
        (Sport::Badminton, About::Lead(GameRule { cap: Some(_), .. })) => Some("7.4, 7.5"),
        (Sport::Badminton, About::Lead(_)) => Some("7.4"),
        (Sport::Badminton, About::Match) => Some("7.1"),
        (Sport::Basketball, About::Match) => Some("8.7"),
        (Sport::Basketball, About::Game | About::Lead(_)) => None,
        (Sport::Volleyball, About::Game | About::Lead(_)) => Some("6.2"),
        (Sport::Volleyball, About::Match) => Some("6.3"),
        (Sport::AirVolleyball | Sport::Football | Sport::TugOfWar, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::regulations::{ScoreRule, TieSystem, TotalRule};
    use gongsai::score::{MatchRule, parse};

    const TABLE_TENNIS: GameRule = GameRule::to(11, 5);
    const BADMINTON: GameRule = GameRule::to(21, 3).capped(30);

    #[track_caller]
    fn check(sport: Sport, tie: Option<&str>, text: &str, zh: &str, en: &str) {
        let score = match sport {
            Sport::TableTennis => ScoreRule::Games(TABLE_TENNIS),
            Sport::Badminton => ScoreRule::Games(BADMINTON),
            Sport::Basketball => ScoreRule::FIBA,
            Sport::Volleyball => ScoreRule::named("volleyball").unwrap(),
            Sport::AirVolleyball | Sport::Football | Sport::TugOfWar => ScoreRule::named("points").unwrap(),
        };
        let rule = MatchRule { score, tie: tie.and_then(TieSystem::named) };
        let error = gongsai::score::check(&rule, &parse(&rule, text).unwrap()).unwrap_err();
        assert_eq!(refusal(Lang::Zh, Some(sport), &error), zh);
        assert_eq!(refusal(Lang::En, Some(sport), &error), en);
    }

    #[test]
    fn a_game_without_the_lead_names_its_article() {
        check(
            Sport::TableTennis,
            None,
            "11-7 11-10",
            "第 2 局 11:10 不能结束：11 分后须领先 2 分（规则 2.11.1）。",
            "Game 2 cannot end at 11:10: from 11 points it goes on until one side is 2 ahead (rule 2.11.1).",
        );
        check(
            Sport::Volleyball,
            None,
            "25-20 20-25 25-20 20-25 15-14",
            "第 5 局 15:14 不能结束：15 分后须领先 2 分（规则 6.2）。",
            "Game 5 cannot end at 15:14: from 15 points it goes on until one side is 2 ahead (rule 6.2).",
        );
        check(
            Sport::Badminton,
            None,
            "29-28",
            "第 1 局 29:28 不能结束：21 分后须领先 2 分，或先得 30 分（规则 7.4, 7.5）。",
            "Game 1 cannot end at 29:28: from 21 points it goes on until one side is 2 ahead or 30 points are reached \
             (rule 7.4, 7.5).",
        );
    }

    /// Every reason of a match of points, in both languages; `zh | en`.
    #[test]
    fn matches_of_points_say_what_is_wrong() {
        let named = |name: &str| ScoreRule::named(name).unwrap();
        let decided = |by| match named("points") {
            ScoreRule::Total(rule) => ScoreRule::Total(TotalRule { draw: false, decision: Some(by), ..rule }),
            games @ ScoreRule::Games(_) => games,
        };
        for (score, text, zh, en) in [
            (
                decided(Decider::GoldenPoint),
                "1-1",
                "1:1 打平，须写明金球（加赛）的结果。",
                "The match is level at 1:1: the golden point must be entered.",
            ),
            (
                named("football"),
                "1-0 pen 4-3",
                "1:0 已分出胜负，不能再有点球或加赛。",
                "1:0 has a winner: nothing is left to decide.",
            ),
            (named("fiba"), "80-80 pen 4-3", "本项目不以点球决胜。", "This event is not decided by a shoot-out."),
            (
                named("football"),
                "1-1 pen 4-4",
                "点球决胜不能是 4:4：须分出胜负。",
                "A shoot-out cannot end 4:4: it goes on until somebody wins.",
            ),
            (
                named("points"),
                "2-0 (1-0 1-0)",
                "本项目不分节，只录总分。",
                "The matches of this event have no parts, only totals.",
            ),
            (
                named("fiba"),
                "80-75 (40-38 40-37)",
                "各节比分不全：应有 4 节，录入了 2 节。",
                "Parts are missing: there are 4, 2 are entered.",
            ),
            (
                named("football"),
                "2-0 (1-0 0-0)",
                "各节相加是 1:0，与总分 2:0 不符。",
                "The parts make 1:0, the total says 2:0.",
            ),
            (
                named("fiba"),
                "82-75 (20-18 15-20 25-20 20-17 2-0)",
                "第 1 个决胜期（加时）多余：此前是 80:75，已分出胜负。",
                "Overtime 1 is one too many: it was 80:75 before it.",
            ),
            (
                named("football"),
                "1-0 (0-0 0-0 0-0 0-0 1-0 0-0)",
                "加时最多 1 次，录入了 2 次。",
                "There are at most 1 overtimes, 2 are entered.",
            ),
        ] {
            let rule = MatchRule { score, tie: None };
            let error = gongsai::score::check(&rule, &parse(&rule, text).unwrap()).unwrap_err();
            assert_eq!(refusal(Lang::Zh, None, &error), zh);
            assert_eq!(refusal(Lang::En, None, &error), en);
        }
        let rule = MatchRule { score: named("points"), tie: None };
        let error = gongsai::score::check_winner(&rule, &parse(&rule, "3-3").unwrap()).unwrap_err();
        assert_eq!(refusal(Lang::Zh, None, &error), "3:3 打平，没有胜方：淘汰赛必须分出胜负。");
        assert_eq!(refusal(Lang::En, None, &error), "3:3 has no winner: in a knockout somebody must win.");
    }

    #[test]
    fn an_impossible_result_says_what_came_before() {
        check(
            Sport::Badminton,
            None,
            "25-10",
            "第 1 局不会打到 25:10：此前这一局已经结束（规则 7.2）。",
            "Game 1 cannot come to 25:10: it was over before (rule 7.2).",
        );
        check(
            Sport::Basketball,
            None,
            "80-80",
            "比赛不能以 80:80 打平：须打决胜期直到分出胜负（规则 8.7）。",
            "The game cannot end 80:80: overtime is played until there is a winner (rule 8.7).",
        );
        check(
            Sport::TableTennis,
            Some("workers_3"),
            "wo b / 11-7 9-5",
            "第 2 场：第 2 局 9:5 没有打完：先得 11 分者胜（规则 2.11.1）。",
            "Match 2: Game 2 is not finished at 9:5: it is won with 11 points (rule 2.11.1).",
        );
    }
}
