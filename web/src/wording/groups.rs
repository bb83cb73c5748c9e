//! Texts of the groups page.

use gongsai::publication::GroupSheet;
use gongsai_wording::{Lang, publication};

crate::texts! {
    /// Fixed texts of the groups page.
    Groups {
        Entrant = "队（人）", "Entrant";
        Rank = "名次", "Rank";
        WonLost = "胜–负", "W–L";
        WonDrawnLost = "胜–平–负", "W–D–L";
        MatchPoints = "积分", "Pts";
        Rubbers = "盘", "Rubbers";
        Games = "局", "Games";
        Points = "分", "Points";
        Through = "出线", "goes on";
        Decided = "名次已定", "decided";
        Compared = "按各自在小组中的成绩；组大的，对组内末位的场次不计", "by what each did in its group; in greater groups matches against the last are left out";
        Removed = "因弃权，成绩被删除，不计名次。", "Gave up: its results are deleted, and it has no rank.";
        LotTitle = "须抽签定名次", "A lot must be drawn";
        LotHelp = "规则的各项都不能分出先后。抽签后，按抽出的先后点名字，再确认。", "No criterion of the rules separates them. Draw lots, press the names in the order drawn, then confirm.";
        LotSubmit = "记下先后", "Record the order";
        LotMatch = "如由加赛决定，写明加赛结果", "If a match decided, its result";
        LotDraw = "由程序抽签（种子公开，可复核）", "Let the program draw (by a seed that anybody can check)";
        Possible = "还有什么可能", "What is still possible";
        Against = "对", "against";
        WhyHint = "点一行，看名次的理由", "Press a row to see why it ranks there";
    }
}

/// The title of a group, or of the table that compares those of one rank.
#[must_use]
pub fn title(language: Lang, sheet: &GroupSheet) -> String {
    match sheet.compares {
        None => publication::group(language, sheet.group),
        Some(rank) => language.pick(format!("各组第 {rank} 名比较"), format!("Those of rank {rank}, compared")),
    }
}

/// The caption of a crosstable.
#[must_use]
pub fn crosstable(language: Lang, group: u16) -> String {
    let group = publication::group(language, group);
    language.pick(format!("{group}交叉表"), format!("Crosstable of {group}"))
}

/// The caption of a ranking.
#[must_use]
pub fn ranking(language: Lang, sheet: &GroupSheet) -> String {
    let group = title(language, sheet);
    language.pick(format!("{group}名次"), format!("Ranking of {group}"))
}

/// The reason of a rank that match points alone decide.
#[must_use]
pub fn by_match_points(language: Lang, points: i64, decided: bool) -> String {
    match (language, decided) {
        (Lang::Zh, true) => format!("积 {points} 分，没有同分者。"),
        (Lang::En, true) => format!("{points} match points; nobody else has as many."),
        (Lang::Zh, false) => format!("目前积 {points} 分；小组赛还没打完。"),
        (Lang::En, false) => format!("{points} match points so far; the group is not finished."),
    }
}

/// How many of a group go on.
#[must_use]
pub fn through(language: Lang, count: u16) -> String {
    language.pick(format!("前 {count} 名出线"), format!("best {count} go on"))
}
