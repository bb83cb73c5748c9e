//! Words that the pages of an event share.

use gongsai::format::By;
use gongsai::publication::{Step, Title};
use gongsai_wording::{Lang, publication};

crate::texts! {
    /// Fixed texts of the pages of an event.
    Play {
        NotDrawn = "这个项目还没有抽签。", "This event is not drawn yet.";
        ToDraw = "去抽签", "Go to the draw";
        NoGroups = "这个项目没有小组赛。", "This event has no groups.";
        NoKnockout = "这个项目没有淘汰赛。", "This event has no knockout.";
        ToBracket = "看对阵", "See the bracket";
        ToGroups = "看小组", "See the groups";
        ToResults = "录成绩", "Enter results";
        All = "全部", "All";
        Cancel = "取消", "Cancel";
    }
}

/// What an event waits for.
#[must_use]
pub fn step(language: Lang, step: Step) -> String {
    match step {
        Step::Entries => language.pick("还没有报名", "no entries yet").to_owned(),
        Step::Draw => language.pick("待抽签", "to be drawn").to_owned(),
        Step::Results => language.pick("进行中", "under way").to_owned(),
        Step::Lot(group) => {
            let group = publication::group(language, group);
            language.pick(format!("{group}须抽签定名次"), format!("{group} needs a lot"))
        }
        Step::SecondDraw(By::Lot) => language.pick("待抽淘汰赛签", "knockout to be drawn").to_owned(),
        Step::SecondDraw(By::Table) => language.pick("待编排淘汰赛", "knockout to be placed").to_owned(),
        Step::Nothing => language.pick("已结束", "finished").to_owned(),
    }
}

/// How many matches of how many are played.
#[must_use]
pub fn played(language: Lang, played: usize, total: usize) -> String {
    language.pick(format!("已赛 {played}/{total}"), format!("{played} of {total} played"))
}

/// The name of a round without its group.
#[must_use]
pub fn round(language: Lang, title: Title) -> String {
    match title {
        Title::Group { round, .. } => language.pick(format!("第 {round} 轮"), format!("Round {round}")),
        Title::Final
        | Title::Of(_)
        | Title::Round(_)
        | Title::WinnerSide(_)
        | Title::Places(..)
        | Title::Preliminary(_)
        | Title::LoserSide(_)
        | Title::Deciding(_)
        | Title::Consolation(_)
        | Title::SecondConsolation(_)
        | Title::Compass { .. } => publication::title(language, title),
    }
}
