//! Texts of the bracket page.

use gongsai_wording::Lang;

crate::texts! {
    /// Fixed texts of the bracket page.
    BracketText {
        Find = "找名字（按 /）", "Find a name (press /)";
        Found = "找到的名字", "Names found";
        NothingFound = "没有这个名字。", "Nobody of this name.";
        Unpin = "取消突出显示", "Show all";
        Rounds = "轮次", "Rounds";
        Knockout = "淘汰赛", "Knockout";
        Hint = "点名字，看它一路的对手；方向键在场次间移动。", "Press a name to see its way; the arrow keys move between matches.";
    }
}

/// The way of an entrant in one line.
#[must_use]
pub fn path(language: Lang, name: &str, stands: usize, ahead: &[String]) -> String {
    let next = ahead.join(" → ");
    match (language, ahead.is_empty()) {
        (Lang::Zh, true) => format!("{name}：{stands} 场"),
        (Lang::En, true) => format!("{name}: {stands} matches"),
        (Lang::Zh, false) => format!("{name}：{stands} 场；继续获胜则进入 {next}"),
        (Lang::En, false) => format!("{name}: {stands} matches; by winning, on to {next}"),
    }
}
