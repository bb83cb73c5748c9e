//! Texts of the page of what a meet comes to.

use gongsai_wording::Lang;

crate::texts! {
    /// Fixed texts of the page.
    OverallText {
        Final = "最终成绩", "Final";
        Provisional = "暂定：还有项目没结束，只计已结束的项目", "Provisional: finished events alone are counted";
        NoPoints = "规程没有规定单位计分办法（[points]），这里按奖牌排列，不排名次。", "The regulations have no points of units ([points]): units stand by their medals, without a rank.";
        Units = "单位总分", "Points of units";
        Rank = "名次", "Rank";
        Unit = "单位", "Unit";
        Points = "总分", "Points";
        Gold = "金", "Gold";
        Silver = "银", "Silver";
        Bronze = "铜", "Bronze";
        WhyHint = "点单位名称看每一分从哪里来。", "Press a unit to see where each of its points comes from.";
        Open = "未结束", "open";
        Event = "项目", "Event";
        Entry = "运动员（队）", "Entry";
        Place = "名次", "Place";
        Nothing = "已结束的项目里没有名次。", "No place in a finished event.";
        TooFine = "总分的分数太细，无法准确相加。", "The points cannot be added exactly.";
        Events = "计分项目", "Events";
        State = "状态", "State";
        Drawn = "参赛", "Entries";
        Counted = "计分名次", "Places that count";
        Awards = "评奖", "Awards";
        Award = "奖项", "Award";
        Given = "获奖", "Given to";
        NotGiven = "还没有评出", "not given yet";
        Give = "授予", "Give";
        To = "授予谁", "To whom";
        Reason = "依据", "Why";
        Print = "打印", "Print";
    }
}

/// A place that is shared has a mark: `3=`.
#[must_use]
pub fn place(place: u32, shared: u32) -> String {
    if shared > 1 { format!("{place}=") } else { place.to_string() }
}

/// The medals, the best first.
#[must_use]
pub fn medals(language: Lang) -> [yew::AttrValue; 3] {
    use crate::wording::Words as _;
    [OverallText::Gold, OverallText::Silver, OverallText::Bronze].map(|text| text.say(language))
}
