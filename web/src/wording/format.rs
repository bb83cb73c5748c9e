//! Texts for choosing a format.

use gongsai::format::Plan;
use gongsai::regulations::{Crossing, Directions, FormatRule, Legs, RoundOrder};
use gongsai_wording::Lang;

use super::Words as _;

crate::texts! {
    /// The formats by name.
    FormatKind {
        Groups = "分组循环", "Groups";
        Knockout = "单淘汰", "Knockout";
        Preliminaries = "单淘汰（抢号）", "Knockout with preliminary matches";
        DoubleElimination = "双败淘汰", "Double elimination";
        RoundRobin = "单组循环", "Round robin";
        Consolation = "单淘汰加安慰赛", "Knockout with consolation";
        Curtis = "柯蒂斯制（两个安慰赛）", "Curtis (two consolations)";
        Compass = "罗盘赛制（八个方向）", "Compass (eight directions)";
        Olympic = "奥林匹克赛制（四个方向）", "Olympic (four directions)";
        PagePlayoff = "佩奇制（四名以内）", "Page playoff (four at most)";
        Stepladder = "阶梯赛", "Stepladder";
    }
}

impl FormatKind {
    /// All, the most usual first.
    pub const ALL: [FormatKind; 11] = [
        FormatKind::Groups,
        FormatKind::Knockout,
        FormatKind::RoundRobin,
        FormatKind::DoubleElimination,
        FormatKind::Preliminaries,
        FormatKind::Consolation,
        FormatKind::Curtis,
        FormatKind::Compass,
        FormatKind::Olympic,
        FormatKind::PagePlayoff,
        FormatKind::Stepladder,
    ];

    /// The kind of a format.
    #[must_use]
    pub fn of(rule: &FormatRule) -> FormatKind {
        match rule {
            FormatRule::Groups(_) => FormatKind::Groups,
            FormatRule::Knockout { .. } => FormatKind::Knockout,
            FormatRule::Preliminaries { .. } => FormatKind::Preliminaries,
            FormatRule::DoubleElimination { .. } => FormatKind::DoubleElimination,
            FormatRule::RoundRobin { .. } => FormatKind::RoundRobin,
            FormatRule::Consolation { .. } => FormatKind::Consolation,
            FormatRule::Curtis => FormatKind::Curtis,
            FormatRule::Compass { directions: Directions::Eight } => FormatKind::Compass,
            FormatRule::Compass { directions: Directions::Four } => FormatKind::Olympic,
            FormatRule::PagePlayoff => FormatKind::PagePlayoff,
            FormatRule::Stepladder => FormatKind::Stepladder,
        }
    }
}

crate::texts! {
    /// The fields of a format.
    FormatText {
        Change = "改赛制", "Change";
        Title = "改赛制：", "Change the format of ";
        Kind = "赛制", "Format";
        Then = "小组赛之后", "After the groups";
        Sizes = "分组", "Groups by";
        AtMost = "每组最多几个", "Size at most";
        Number = "分几组", "Number of groups";
        Each = "各组个数", "Size of each";
        EachHint = "如 4 4 3", "as 4 4 3";
        Through = "每组出线", "Go on from each";
        Best = "另取下一名次成绩最好的", "More of the next rank";
        CrossingRule = "进入下一阶段的位置", "Places in the next stage";
        Places = "决出名次", "Places played out";
        Final = "只打决赛", "Final alone";
        All = "全部名次", "All places";
        Reset = "负者组胜出总决赛时加赛一场", "A second final if the losers’ side wins the first";
        Fed = "进入安慰赛的", "Into the consolation";
        FirstMatch = "首场告负者", "Who loses the first match";
        AllRounds = "各轮负者", "Losers of all rounds";
        Order = "轮次编排", "Order of rounds";
        Berger = "贝格尔编排", "Tables of Berger";
        Circle = "逆时针轮转", "Rotation";
        Legs = "循环", "Rounds";
        Once = "单循环", "Once";
        Twice = "双循环", "Twice";
        Ranking = "小组排名规则", "Rules of ranking";
        Kept = "按规程", "As in the regulations";
        Save = "采用这个赛制", "Use this format";
        Cancel = "不改", "Leave as it is";
    }
}

/// How those who come out of groups come into the next stage.
#[must_use]
pub fn crossing(language: Lang, rule: Crossing) -> &'static str {
    let (zh, en) = match rule {
        Crossing::Fixed => ("固定交叉", "Fixed table"),
        Crossing::FixedApart => ("固定交叉，同单位首轮回避", "Fixed table, units apart in the first round"),
        Crossing::Drawn => ("重新抽签", "Second draw"),
        Crossing::Shifted => ("移位对阵", "Shifted table"),
        Crossing::Mirrored => ("镜像对阵", "Mirrored table"),
    };
    language.pick(zh, en)
}

/// The places from the first to this one.
#[must_use]
pub fn places(language: Lang, places: u32) -> String {
    match places {
        2 => FormatText::Final.say(language).to_string(),
        1024 => FormatText::All.say(language).to_string(),
        places => language.pick(format!("前 {places} 名"), format!("1 to {places}")),
    }
}

/// The losers of rounds 1 to this one.
#[must_use]
pub fn fed(language: Lang, rounds: u16) -> String {
    match rounds {
        u16::MAX => FormatText::AllRounds.say(language).to_string(),
        1 => language.pick("第一轮负者".to_owned(), "Losers of round 1".to_owned()),
        rounds => language.pick(format!("前 {rounds} 轮负者"), format!("Losers of rounds 1 to {rounds}")),
    }
}

/// An order of rounds.
#[must_use]
pub fn order(order: RoundOrder) -> FormatText {
    match order {
        RoundOrder::Berger => FormatText::Berger,
        RoundOrder::Circle => FormatText::Circle,
    }
}

/// How often it goes round.
#[must_use]
pub fn legs(legs: Legs) -> FormatText {
    match legs {
        Legs::One => FormatText::Once,
        Legs::Two => FormatText::Twice,
    }
}

/// What a format makes of the entries.
#[must_use]
pub fn outlook(language: Lang, plan: &Plan) -> String {
    let (entries, matches) = (plan.entrants, plan.matches.len());
    let groups = plan.drawn_groups().iter().filter(|group| !group.is_empty()).count();
    let (zh, en) = match groups {
        0 => (String::new(), String::new()),
        groups => (format!("，分 {groups} 组"), format!(" in {groups} groups")),
    };
    language.pick(
        format!("现有 {entries} 个报名{zh}：共 {matches} 场。"),
        format!("{entries} entries{en}: {matches} matches."),
    )
}
