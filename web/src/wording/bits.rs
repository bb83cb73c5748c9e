//! Words that many pages use.

use gongsai::date::Date;
use gongsai::regulations::{
    Crossing, Directions, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Kind, Legs, RoundOrder, Sport,
};
use gongsai::sex::Sex;
use gongsai_wording::Lang;
use yew::AttrValue;

use crate::route::Step;

/// The name of a step of the pipeline.
#[must_use]
pub fn step(language: Lang, step: Step) -> AttrValue {
    AttrValue::Static(match step {
        Step::Regulations => language.pick("规程", "Regulations"),
        Step::Entries => language.pick("报名", "Entries"),
        Step::Review => language.pick("资格", "Review"),
        Step::Draw => language.pick("抽签", "Draw"),
        Step::Groups => language.pick("小组", "Groups"),
        Step::Bracket => language.pick("对阵", "Bracket"),
        Step::Results => language.pick("成绩", "Results"),
        Step::Standings => language.pick("名次", "Standings"),
        Step::Lineups => language.pick("排阵", "Line-ups"),
        Step::Overall => language.pick("总成绩", "Overall"),
        Step::Units => language.pick("各单位", "Units"),
        Step::Notice => language.pick("公示", "Notice"),
        Step::CheckIn => language.pick("检录", "Check-in"),
        Step::History => language.pick("记录", "History"),
        Step::Devices => language.pick("设备", "Devices"),
    })
}

/// The name of a sport.
#[must_use]
pub fn sport(language: Lang, sport: Sport) -> AttrValue {
    AttrValue::Static(match sport {
        Sport::TableTennis => language.pick("乒乓球", "Table tennis"),
        Sport::Badminton => language.pick("羽毛球", "Badminton"),
        Sport::Basketball => language.pick("篮球", "Basketball"),
        Sport::Volleyball => language.pick("排球", "Volleyball"),
        Sport::AirVolleyball => language.pick("气排球", "Air volleyball"),
        Sport::Football => language.pick("足球", "Football"),
        Sport::TugOfWar => language.pick("拔河", "Tug of war"),
    })
}

/// Men or women.
#[must_use]
pub fn sex(language: Lang, sex: Option<Sex>) -> AttrValue {
    AttrValue::Static(match sex {
        Some(Sex::Male) => language.pick("男", "M"),
        Some(Sex::Female) => language.pick("女", "F"),
        None => language.pick("—", "–"),
    })
}

/// Who an entry is.
#[must_use]
pub fn event_kind(language: Lang, kind: Kind, sex: Option<Sex>) -> AttrValue {
    let (zh, en) = match (kind, sex) {
        (Kind::Team, None) => ("团体", "Teams"),
        (Kind::Team, Some(Sex::Male)) => ("男子团体", "Men’s teams"),
        (Kind::Team, Some(Sex::Female)) => ("女子团体", "Women’s teams"),
        (Kind::Singles, None) => ("单打", "Singles"),
        (Kind::Singles, Some(Sex::Male)) => ("男子单打", "Men’s singles"),
        (Kind::Singles, Some(Sex::Female)) => ("女子单打", "Women’s singles"),
        (Kind::Doubles, None) => ("双打", "Doubles"),
        (Kind::Doubles, Some(Sex::Male)) => ("男子双打", "Men’s doubles"),
        (Kind::Doubles, Some(Sex::Female)) => ("女子双打", "Women’s doubles"),
        (Kind::MixedDoubles, _) => ("混合双打", "Mixed doubles"),
    };
    AttrValue::Static(language.pick(zh, en))
}

/// Groups and what comes after them.
fn groups_rule(language: Lang, rule: &GroupsRule) -> String {
    let GroupsRule { sizes, through, best, crossing, next } = rule;
    let next = match (&**next, language) {
        (FormatRule::Knockout { places: 2 }, Lang::Zh) => "淘汰赛".to_owned(),
        (FormatRule::Knockout { places: 2 }, Lang::En) => "knockout".to_owned(),
        (FormatRule::Knockout { places: 4 }, Lang::Zh) => "淘汰赛，决第三名".to_owned(),
        (FormatRule::Knockout { places: 4 }, Lang::En) => "knockout, third place played".to_owned(),
        (next, Lang::Zh) => format!("下一阶段：{}", format_rule(language, next)),
        (next, Lang::En) => format!("then: {}", format_rule(language, next)),
    };
    let listed = |sizes: &[u16]| sizes.iter().map(u16::to_string).collect::<Vec<_>>().join(language.pick("、", ", "));
    let (zh, en) = match sizes {
        GroupSizes::AtMost(size) => (format!("每组 {size}"), format!("Groups of {size}")),
        GroupSizes::Number(number) => (format!("{number} 个组"), format!("{number} groups")),
        GroupSizes::Each(sizes) => (format!("各组 {}", listed(sizes)), format!("Groups of {}", listed(sizes))),
    };
    let (by_zh, by_en) = match crossing {
        Crossing::Fixed => ("按固定对阵", "by a fixed table"),
        Crossing::FixedApart => {
            ("按固定对阵（首轮回避同单位）", "by a fixed table, units kept apart in the first round")
        }
        Crossing::Drawn => ("重新抽签", "by a second draw"),
        Crossing::Shifted => ("按移位对阵", "by a shifted table"),
        Crossing::Mirrored => ("按镜像对阵", "by a mirrored table"),
    };
    match (language, best) {
        (Lang::Zh, 0) => format!("分组循环（{zh}），每组前 {through} 名{by_zh}进入{next}"),
        (Lang::Zh, best) => {
            let rank = through + 1;
            format!("分组循环（{zh}），每组前 {through} 名和成绩最好的 {best} 个第 {rank} 名{by_zh}进入{next}")
        }
        (Lang::En, 0) => format!("{en}, best {through} go on {by_en}, {next}"),
        (Lang::En, best) => {
            let rank = through + 1;
            format!("{en}, best {through} and the {best} best of rank {rank} go on {by_en}, {next}")
        }
    }
}

/// The format of an event in a few words.
#[must_use]
pub fn format_rule(language: Lang, format: &FormatRule) -> String {
    match (format, language) {
        (FormatRule::Groups(rule), _) => groups_rule(language, rule),
        (FormatRule::Knockout { places: 2 }, Lang::Zh) => "单淘汰".to_owned(),
        (FormatRule::Knockout { places: 2 }, Lang::En) => "Knockout".to_owned(),
        (FormatRule::Knockout { places }, Lang::Zh) => format!("单淘汰，决出前 {places} 名"),
        (FormatRule::Knockout { places }, Lang::En) => format!("Knockout, places 1 to {places} played out"),
        (FormatRule::Preliminaries { places: 2 }, Lang::Zh) => "单淘汰（抢号）".to_owned(),
        (FormatRule::Preliminaries { places: 2 }, Lang::En) => "Knockout with preliminary matches".to_owned(),
        (FormatRule::Preliminaries { places }, Lang::Zh) => format!("单淘汰（抢号），决出前 {places} 名"),
        (FormatRule::Preliminaries { places }, Lang::En) => {
            format!("Knockout with preliminary matches, places 1 to {places} played out")
        }
        (FormatRule::DoubleElimination { finals: Finals::Reset }, Lang::Zh) => {
            "双败淘汰，负者组胜出总决赛则加赛一场".to_owned()
        }
        (FormatRule::DoubleElimination { finals: Finals::Reset }, Lang::En) => {
            "Double elimination, with a second final if the losers’ side wins the first".to_owned()
        }
        (FormatRule::DoubleElimination { finals: Finals::One }, Lang::Zh) => "双败淘汰，总决赛一场".to_owned(),
        (FormatRule::DoubleElimination { finals: Finals::One }, Lang::En) => "Double elimination, one final".to_owned(),
        (FormatRule::Consolation { fed: Fed::FirstMatch }, Lang::Zh) => "单淘汰，首场负者另打安慰赛".to_owned(),
        (FormatRule::Consolation { fed: Fed::FirstMatch }, Lang::En) => {
            "Knockout, with a consolation for those who lose their first match".to_owned()
        }
        (FormatRule::Consolation { fed: Fed::Rounds(1) }, Lang::Zh) => "单淘汰，第一轮负者另打安慰赛".to_owned(),
        (FormatRule::Consolation { fed: Fed::Rounds(1) }, Lang::En) => {
            "Knockout, with a consolation for the losers of round 1".to_owned()
        }
        (FormatRule::Consolation { fed: Fed::Rounds(rounds) }, Lang::Zh) => {
            format!("单淘汰，前 {rounds} 轮负者逐轮进入安慰赛")
        }
        (FormatRule::Consolation { fed: Fed::Rounds(rounds) }, Lang::En) => {
            format!("Knockout, with a consolation fed by the losers of rounds 1 to {rounds}")
        }
        (FormatRule::Curtis, Lang::Zh) => "单淘汰，另设两个安慰赛（柯蒂斯制）".to_owned(),
        (FormatRule::Curtis, Lang::En) => "Knockout with two consolations (Curtis)".to_owned(),
        (FormatRule::Compass { directions: Directions::Eight }, Lang::Zh) => {
            "罗盘赛制，负者转入西、北、南等八个方向".to_owned()
        }
        (FormatRule::Compass { directions: Directions::Eight }, Lang::En) => {
            "Compass draw, losers go on in eight directions".to_owned()
        }
        (FormatRule::Compass { directions: Directions::Four }, Lang::Zh) => "奥林匹克赛制，东西南北四个方向".to_owned(),
        (FormatRule::Compass { directions: Directions::Four }, Lang::En) => {
            "Olympic draw, losers go on in four directions".to_owned()
        }
        (FormatRule::PagePlayoff, Lang::Zh) => "佩奇制（前四名）".to_owned(),
        (FormatRule::PagePlayoff, Lang::En) => "Page playoff of four".to_owned(),
        (FormatRule::Stepladder, Lang::Zh) => "阶梯赛（由末名逐级向上挑战）".to_owned(),
        (FormatRule::Stepladder, Lang::En) => "Stepladder, from the last entrant upwards".to_owned(),
        (FormatRule::RoundRobin { legs, order }, Lang::Zh) => {
            let legs = match legs {
                Legs::One => "单循环",
                Legs::Two => "双循环",
            };
            let order = match order {
                RoundOrder::Berger => "贝格尔编排",
                RoundOrder::Circle => "逆时针轮转",
            };
            format!("{legs}（{order}）")
        }
        (FormatRule::RoundRobin { legs, order }, Lang::En) => {
            let legs = match legs {
                Legs::One => "Round robin",
                Legs::Two => "Double round robin",
            };
            let order = match order {
                RoundOrder::Berger => "by the tables of Berger",
                RoundOrder::Circle => "by rotation",
            };
            format!("{legs} {order}")
        }
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day as people read it: 10月19日 周一 / Mon 19 Oct, with its year.
#[must_use]
pub fn date(language: Lang, day: Date) -> String {
    const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    // 1 January 2001 was a Monday.
    let monday = Date::new(2001, 1, 1).map_or(0, |monday| monday.days_to(day).rem_euclid(7));
    let weekday = usize::try_from(monday).unwrap_or(0);
    match language {
        Lang::Zh => format!("{}年{}月{}日 {}", day.year(), day.month(), day.day(), ZH[weekday]),
        Lang::En => {
            let month = MONTHS[usize::from(day.month().saturating_sub(1)).min(11)];
            format!("{} {} {} {}", EN[weekday], day.day(), month, day.year())
        }
    }
}

/// A moment of a month, day, hour and minute.
#[must_use]
pub fn moment(language: Lang, (month, day, hour, minute): (u32, u32, u32, u32)) -> String {
    let name = MONTHS[usize::try_from(month.saturating_sub(1)).unwrap_or(0).min(11)];
    language.pick(format!("{month}月{day}日 {hour:02}:{minute:02}"), format!("{day} {name}, {hour:02}:{minute:02}"))
}
