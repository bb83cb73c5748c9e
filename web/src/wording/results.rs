//! Texts of the results page.

use gongsai::id::MatchId;
use gongsai::side::BySide;
use gongsai_wording::{Lang, publication};

crate::texts! {
    /// Fixed texts of the results page.
    ResultsText {
        Open = "待录成绩", "To be entered";
        NothingOpen = "现在没有可以录入的场次。", "No match can be entered now.";
        Played = "已录成绩", "Entered";
        NothingPlayed = "还没有成绩。", "No results yet.";
        Filter = "只看", "Show";
        Input = "成绩", "Result";
        Keys = "回车：录入并到下一场 · ↑ ↓：换场 · Esc：清空", "Enter: record, next match · ↑ ↓: other match · Esc: clear";
        GamesHelp = "例：11-7 9-11 11-5 11-8，或只写负方得分 7 -9 5 8；弃权：弃权乙；退赛：11-7 3-5 退赛乙", "e.g. 11-7 9-11 11-5 11-8, or the loser's points 7 -9 5 8; walkover: wo b; retired: 11-7 3-5 ret b";
        TieHelp = "各盘用 / 分开，例：11-7 11-5 11-3 / 9-11 8-11 7-11 / 11-4 11-4 11-4", "Rubbers are parted by /, e.g. 11-7 11-5 11-3 / 9-11 8-11 7-11 / 11-4 11-4 11-4";
        TotalHelp = "例：80-75，可加各节 80-75 (20-18 15-20 25-20 20-17)；点球：1-1 点球 4-3；拒赛：拒赛乙；缺员：60-48 缺员乙", "e.g. 80-75, with parts 80-75 (20-18 15-20 25-20 20-17); penalties: 1-1 pen 4-3; forfeit: ff b; default: 60-48 def b";
        Unfold = "分盘录入", "By rubbers";
        Fold = "收起", "Fold";
        Disputed = "成绩有争议", "Disputed results";
        DisputedLead = "两台设备录入的成绩不同。两份都保留，裁定之前这一场不晋级。", "Two devices entered different results. Both are kept, and nobody goes on from the match until it is decided.";
        Reason = "裁定理由", "Reason";
        RecordOf = "记录", "record";
        Rule = "以此为准", "This one counts";
        Correct = "更正", "Correct";
        Record = "录入", "Record";
        Cascade = "仍要更正，后面的成绩作废", "Correct, and set the later results aside";
        SideA = "甲", "a";
        SideB = "乙", "b";
    }
}

crate::texts! {
    /// Fixed texts of the form that takes an entry out.
    WithdrawText {
        Title = "退赛", "Withdrawal";
        Lead = "该队（人）没有打的场次一律判对方胜；已有的小组成绩按规程保留或取消。可在“记录”里撤销。", "What it has not played is won by the other side; its results in a group stay or go as the regulations say. It can be undone in the history.";
        Entry = "参赛者", "Entry";
        Reason = "理由", "Reason";
        Do = "退赛", "Withdraw";
        Gone = "已退赛：", "Withdrawn: ";
    }
}

crate::texts! {
    /// Fixed texts of the form that puts matches on a court.
    CourtText {
        Title = "安排场地和时间", "Courts and times";
        Lead = "把上面“只看”选中的待赛场次，按顺序排到一块场地（球台）上。", "Puts the open matches chosen above on one court (table), one after another.";
        Day = "日期", "Day";
        Court = "场地（台）号", "Court";
        Start = "第一场开始", "First begins";
        Minutes = "每场分钟", "Minutes each";
        Unclear = "日期、场地、时间请填完整；最后一场须在当天开始。", "Fill in day, court and time; the last match must begin on that day.";
    }
}

impl CourtText {
    /// The button that puts so many matches on the court.
    #[must_use]
    pub fn put(language: Lang, matches: usize) -> String {
        language.pick(format!("安排 {matches} 场"), format!("Put {matches} there"))
    }
}

/// What a typed result comes to.
#[must_use]
pub fn reading(language: Lang, score: BySide<u32>, winner: Option<&str>) -> String {
    let BySide { a, b } = score;
    match (language, winner) {
        (Lang::Zh, Some(winner)) => format!("{a}:{b} {winner} 胜"),
        (Lang::En, Some(winner)) => format!("{a}:{b} {winner} wins"),
        (_, None) => format!("{a}:{b}"),
    }
}

/// A result was recorded, for those who hear the page.
#[must_use]
pub fn recorded(language: Lang, id: MatchId, names: &BySide<String>, score: BySide<u32>) -> String {
    let number = publication::match_number(id);
    let BySide { a, b } = names;
    let (won, lost) = (score.a, score.b);
    language.pick(
        format!("第 {number} 场已录入：{a} {won} 比 {lost} {b}"),
        format!("Match {number} recorded: {a} {won} to {lost} {b}"),
    )
}

/// The label of a line's input.
#[must_use]
pub fn input_label(language: Lang, id: MatchId, names: &BySide<String>) -> String {
    let number = publication::match_number(id);
    let BySide { a, b } = names;
    language.pick(format!("第 {number} 场成绩：{a} 对 {b}"), format!("Result of match {number}: {a} against {b}"))
}
