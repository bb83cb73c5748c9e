//! Texts of the draw page.

use gongsai::publication::Together;
use gongsai_wording::{Lang, publication};

crate::texts! {
    /// Fixed texts of the draw page.
    DrawText {
        First = "抽签", "Draw";
        Second = "淘汰赛抽签", "Draw of the knockout";
        Seed = "随机种子", "Random seed";
        SeedHelp = "可以改成当众决定的字，例如掷骰子的点数。同样的报名和同样的种子，谁来抽结果都一样。", "May be replaced by words chosen in public, such as dice. The same entries and the same seed give the same draw to anybody.";
        NewSeed = "换一个", "Another";
        Run = "抽签", "Draw";
        RunSecond = "抽淘汰赛签", "Draw the knockout";
        SecondByTable = "淘汰赛编排", "Placing of the knockout";
        RunByTable = "按表编排", "Place by table";
        ByTableHelp = "小组出线者按固定对阵表进入淘汰赛，不抽签。首轮同单位相遇的，同名次之间对换，换得最少；小组第一不动。", "Those who go on follow the fixed table; there is no lot. Where two of a unit would meet in the first round, entries of one rank change places, as few as possible. Group winners stay.";
        ByTableWaits = "小组赛结束后，在这里按表编排淘汰赛。", "When the groups are finished, the knockout is placed here by table.";
        ReceiptByTable = "编排凭证", "Receipt of the placing";
        Means = "方式", "Method";
        NoLot = "按固定对阵表，不抽签", "By the fixed table, no lot";
        CheckByTable = "核对这次编排", "Check this placing";
        SameByTable = "✓ 按表重排，结果相同。", "✓ Placed again by table: the same result.";
        Units = "参赛单位", "Units";
        Several = "一个单位有多个参赛者", "units with more than one entry";
        Seeds = "种子", "Seeds";
        NoSeeds = "没有种子", "no seeds";
        Out = "未通过资格审查，不参加抽签", "Out by review, not drawn";
        Unit = "单位", "Unit";
        Entries = "参赛者", "Entries";
        Receipt = "抽签凭证", "Receipt";
        Procedure = "抽签程序", "Procedure";
        Order = "入签次序", "Order of entry";
        NobodyTogether = "没有同单位的参赛者同组，或在第一轮相遇。", "No two entries of one unit share a group or meet in the first round.";
        Together = "未能分开", "Could not be kept apart";
        Position = "签位", "Position";
        Bye = "轮空", "bye";
        GroupsOpen = "小组赛结束后，在这里抽淘汰赛的签。", "When the groups are finished, the knockout is drawn here.";
        Qualified = "出线者", "Those who go on";
        Check = "核对这次抽签", "Check this draw";
        Same = "✓ 用同样的报名和种子重抽，结果相同。", "✓ Drawn again with the same entries and seed: the same result.";
        TooFew = "参赛者不足两个，不能抽签。", "Fewer than two entries: nothing to draw.";
    }
}

/// What will be drawn, in numbers.
#[must_use]
pub fn summary(language: Lang, entries: usize, units: usize, groups: Option<usize>) -> String {
    match (language, groups) {
        (Lang::Zh, Some(groups)) => format!("{units} 个单位的 {entries} 个参赛者，分 {groups} 组"),
        (Lang::Zh, None) => format!("{units} 个单位的 {entries} 个参赛者，单淘汰"),
        (Lang::En, Some(groups)) => format!("{entries} entries of {units} units into {groups} groups"),
        (Lang::En, None) => format!("{entries} entries of {units} units, knockout"),
    }
}

/// Entries of one unit that stand together.
#[must_use]
pub fn together(language: Lang, together: &Together) -> String {
    let Together { unit, group, entries } = together;
    match (language, group) {
        (Lang::Zh, Some(group)) => {
            format!("{unit}：{entries} 个参赛者同在{}", publication::group(language, *group))
        }
        (Lang::En, Some(group)) => format!("{unit}: {entries} entries in {}", publication::group(language, *group)),
        (Lang::Zh, None) => format!("{unit}：首轮相遇"),
        (Lang::En, None) => format!("{unit}: meet in the first round"),
    }
}

/// The groups that are not decided.
#[must_use]
pub fn open_groups(language: Lang, groups: &[u16]) -> String {
    let names: Vec<String> = groups.iter().map(|group| publication::group(language, *group)).collect();
    let names = names.join(language.pick("、", ", "));
    language.pick(format!("还没定名次：{names}"), format!("Not decided: {names}"))
}
