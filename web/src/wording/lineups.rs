//! Texts of the page of line-ups.

use gongsai::meet::LineupState;

crate::texts! {
    /// Fixed texts of the page.
    LineupText {
        Lead = "两队各自交阵，内容保密；双方都交齐后同时公开。", "Each team hands in its line-up, hidden; when both are in, they are opened together.";
        NoTie = "这个项目不是团体赛，不用排阵。", "This event has no team ties, so there are no line-ups.";
        Nothing = "现在没有两队都已确定的场次。", "There is no tie now whose teams are both known.";
        Ties = "场次", "Ties";
        Choose = "排阵", "Line-ups";
        NotIn = "未交阵", "not handed in";
        Committed = "已交阵，保密中", "handed in, hidden";
        Differ = "交了两份不同的阵容：请工作人员在“记录”里撤销一份", "two that differ are handed in: staff must undo one in the history";
        Opened = "已公开", "open";
        Nobody = "请选择", "choose";
        HandIn = "交阵（保密）", "Hand in (hidden)";
        HandedIn = "阵容和密钥只存在这台设备上，公开前请不要清除浏览器数据。", "The line-up and its secret are kept on this device alone: do not clear the browser’s data before it is open.";
        NotKept = "这台设备存不下密钥，没有交阵。", "This device cannot keep the secret: nothing was handed in.";
        Elsewhere = "这一队在别的设备交的阵，请在那台设备上公开。", "This team handed in on another device: open it there.";
        Open = "公开阵容", "Open the line-ups";
        NotYours = "本机只能交自己队的阵容。", "This device hands in the line-up of its own team only.";
        Sheet = "对阵单", "Score sheet";
        Print = "打印对阵单", "Print the score sheet";
        Score = "比分", "Score";
        Winner = "胜方", "Winner";
        ListLead = "赛前各队在名单内点出本场上场的人；本场有成绩以前可以更换。", "Before the match each team names who may play in it; until it has a result the list can be replaced.";
        Lists = "上场名单", "Match lists";
        Choice = "点名", "Name";
        NoMatch = "现在没有两队都已确定的场次。", "There is no match now whose teams are both known.";
        Listed = "已交名单", "list is in";
        NotListed = "未交名单", "no list yet";
        Save = "交名单", "Hand in the list";
        Replace = "更换名单", "Replace the list";
        OnCourt = "场上核对：点出同时上场的人", "Check on court: choose who plays together";
        Allowed = "可以同时上场 ✓", "They may play together ✓";
        PrintList = "打印名单", "Print the lists";
        ListSigned = "教练员签名　　　　　　　　　　记录员签名", "Coach                              Scorer";
        Signatures = "甲队签名　　　　　　　乙队签名　　　　　　　裁判员签名", "Team a                    Team b                    Umpire";
    }
}

/// How far a side is.
#[must_use]
pub fn state(state: Option<LineupState>) -> LineupText {
    match state {
        None => LineupText::NotIn,
        Some(LineupState::Committed) => LineupText::Committed,
        Some(LineupState::Differ) => LineupText::Differ,
        Some(LineupState::Opened) => LineupText::Opened,
    }
}
