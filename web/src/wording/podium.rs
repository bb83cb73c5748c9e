//! Texts of the page of places.

crate::texts! {
    /// Fixed texts of the page of places.
    PodiumText {
        Final = "最终名次", "Final places";
        Provisional = "暂定：比赛还没结束", "Provisional: the event goes on";
        Open = "待定", "open";
        Shared = "并列", "shared";
        Without = "无名次", "Without a place";
    }
}
