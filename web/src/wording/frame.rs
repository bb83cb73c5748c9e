//! Texts of the frame around the pages.

use gongsai_wording::Lang;

use super::Words;
use crate::route::Step;
use crate::session::{LoadProblem, SaveFailure, StepState};

crate::texts! {
    /// Fixed texts of the frame.
    Frame {
        App = "工赛", "Gongsai";
        Mark = "工", "工";
        Window = "工赛 Gongsai", "Gongsai 工赛";
        Subtitle = "职工运动会，从规程到成绩册", "Workers’ sports meets, from the regulations to the results book";
        SkipToPage = "跳到正文", "Skip to the page";
        Home = "全部运动会", "All meets";
        Untitled = "未命名的运动会", "Untitled meet";
        Pipeline = "办赛步骤", "Steps of the meet";
        Event = "项目", "Event";
        Saved = "已保存", "Saved";
        Saving = "正在保存…", "Saving…";
        NotSaved = "未保存", "Not saved";
        Retry = "再试一次", "Try again";
        Export = "导出备份", "Export a copy";
        Reload = "重新打开", "Reload";
        LanguageToggle = "English", "中文";
        LanguageLabel = "Switch to English", "切换到中文";
        ThemeDevice = "外观：跟随系统", "Theme: as the device";
        ThemeLight = "外观：浅色", "Theme: light";
        ThemeDark = "外观：深色", "Theme: dark";
        Opening = "正在打开…", "Opening…";
        NotHere = "这台设备上没有这个运动会。", "This meet is not on this device.";
        NotHereHint = "它可能存在另一台设备或另一个浏览器里。在那里导出文件，再到首页打开。", "It may be on another device or in another browser. Export it there, then open the file on the home page.";
        CannotOpen = "打不开这个运动会。", "This meet cannot be opened.";
        NoEvent = "规程里没有这个项目。", "The regulations do not hold this event.";
        Close = "关闭", "Close";
        Cancel = "取消", "Cancel";
        Problems = "打开时发现的问题", "Found when opening";
        Following = "另一个窗口正在录入，这里只同步显示。", "Another window writes; this one follows it.";
        Reading = "正在读取全部记录，马上可以录入。", "Reading all records: entering is possible in a moment.";
        TakeOver = "改在这里录入", "Write here";
        ProblemsKept = "完好的记录都已读入，下面这些没有。", "Every record that is whole was read; these were not.";
    }
}

/// The state of a step, in words.
#[must_use]
pub fn step_state(language: Lang, state: StepState) -> String {
    match (state, language) {
        (StepState::Done(n), Lang::Zh) => format!("已完成，{n}"),
        (StepState::Done(n), Lang::En) => format!("done, {n}"),
        (StepState::Open(n), Lang::Zh) => format!("待办 {n}"),
        (StepState::Open(n), Lang::En) => format!("{n} to do"),
        (StepState::Ready, Lang::Zh) => "可查看".to_owned(),
        (StepState::Ready, Lang::En) => "ready".to_owned(),
        (StepState::After(step), Lang::Zh) => format!("{}之后", super::step(language, step)),
        (StepState::After(step), Lang::En) => format!("after {}", super::step(language, step).to_lowercase()),
        (StepState::None, Lang::Zh) => "本项目没有".to_owned(),
        (StepState::None, Lang::En) => "not in this event".to_owned(),
    }
}

/// A page that is not open yet: which step comes first.
#[must_use]
pub fn comes_after(language: Lang, step: Step) -> String {
    let name = super::step(language, step);
    language.pick(format!("先完成“{name}”，这一步才能开始。"), format!("Finish “{name}” first; then this step opens."))
}

/// Why something is not stored, and what to do.
#[must_use]
pub fn save_failure(language: Lang, failure: &SaveFailure) -> String {
    match (failure, language) {
        (SaveFailure::Full, Lang::Zh) => "磁盘空间不足：请导出备份，清出空间后再试。".to_owned(),
        (SaveFailure::Full, Lang::En) => "The disk is full: export a copy, make room and try again.".to_owned(),
        (SaveFailure::OtherTab, Lang::Zh) => "另一个标签页先改了这个运动会：请重新打开本页。".to_owned(),
        (SaveFailure::OtherTab, Lang::En) => "Another tab changed this meet first: reload this page.".to_owned(),
        (SaveFailure::Newer, Lang::Zh) => "程序已在另一个标签页更新：请重新打开本页。".to_owned(),
        (SaveFailure::Newer, Lang::En) => "The app was updated in another tab: reload this page.".to_owned(),
        (SaveFailure::Unavailable, Lang::Zh) => "浏览器不允许保存数据（可能是无痕窗口）：请导出备份。".to_owned(),
        (SaveFailure::Unavailable, Lang::En) => {
            "The browser allows no storage (a private window?): export a copy.".to_owned()
        }
        (SaveFailure::Other(why), Lang::Zh) => format!("保存失败，请导出备份后再试（{why}）。"),
        (SaveFailure::Other(why), Lang::En) => format!("Saving failed: export a copy and try again ({why})."),
    }
}

/// What is wrong with a meet that was opened.
#[must_use]
pub fn load_problem(language: Lang, problem: &LoadProblem) -> String {
    use gongsai::document::journal::Problem;
    let (zh, en) = match problem {
        LoadProblem::Line(Problem::Damaged { line }) => {
            (format!("第 {line} 行已损坏。"), format!("Line {line} is damaged."))
        }
        LoadProblem::Line(Problem::CutOff { line }) => {
            (format!("最后一行（第 {line} 行）不完整。"), format!("The last line ({line}) is cut off."))
        }
        LoadProblem::Line(Problem::OtherMeet { line }) => (
            format!("第 {line} 行属于另一个运动会，没有读入。"),
            format!("Line {line} is of another meet and was left out."),
        ),
        LoadProblem::Facts(_) => {
            ("有一个人的资料读不出来。".to_owned(), "The facts of one person cannot be read.".to_owned())
        }
        LoadProblem::Expired(count, day) => (
            format!(
                "按规程，个人资料自{}起删除：已从本机删除 {count} 人的资料，记录和成绩不受影响。",
                super::date(Lang::Zh, *day)
            ),
            format!(
                "By the regulations private facts are erased from {} on: those of {count} people were erased from this device; records and results stay.",
                super::date(Lang::En, *day)
            ),
        ),
        LoadProblem::Missing(count) => (
            format!("缺少 {count} 条记录，后面的已读入：请再导入另一份文件补齐。"),
            format!("{count} records are missing; those after them were read. Another copy of the file may hold them."),
        ),
        LoadProblem::Aside(count) => (
            format!("{count} 条记录未通过核对，已另放，不计入。"),
            format!("{count} records failed the check: they are kept aside and do not count."),
        ),
    };
    language.pick(zh, en)
}

/// The label of the button that changes the theme.
#[must_use]
pub fn theme(theme: crate::session::Theme) -> impl Words {
    match theme {
        crate::session::Theme::Device => Frame::ThemeDevice,
        crate::session::Theme::Light => Frame::ThemeLight,
        crate::session::Theme::Dark => Frame::ThemeDark,
    }
}
