//! Texts of the home page.

use gongsai_wording::Lang;

use crate::session::Summary;

crate::texts! {
    /// Fixed texts of the home page.
    Home {
        Meets = "运动会", "Meets";
        EmptyTitle = "这台设备上还没有运动会。", "There is no meet on this device yet.";
        EmptyHint = "第一次用，先打开示例走一遍：看规程，收报名表，审资格，抽签，记成绩。要办自己的，点“新建”。", "New here? Open the sample and walk through it: regulations, entry forms, review, draw, results. For a meet of your own, choose “New meet”.";
        Sample = "打开示例运动会", "Open the sample meet";
        SampleHint = "三个项目、50 个单位、46 份报名表，随意改，不影响别处。", "Three sports, 50 units, 46 entry forms. Change what you like; nothing else is touched.";
        New = "新建运动会", "New meet";
        NewHint = "从省级职工运动会规程范本开始，或用自己的规程文件。", "From the model regulations of a provincial meet, or from a file of your own.";
        OpenFile = "打开文件", "Open a file";
        OpenFileHint = "从另一台设备导出的 .gongsai 文件，选择或拖到这里。", "A .gongsai file exported on another device: choose it or drop it here.";
        Open = "打开", "Open";
        Export = "导出", "Export";
        Delete = "删除", "Delete";
        DeleteTitle = "删除这个运动会？", "Delete this meet?";
        DeleteText = "它的记录和人员资料会从这台设备上全部删掉，不能恢复。要留底，请先导出。导出的文件不含证件号等私密资料。", "Its records and the facts of its people are removed from this device for good. Export it first to keep a copy; the file holds no private facts.";
        Title = "名称", "Name";
        FirstMatch = "开赛日期", "First day of play";
        Create = "按范本新建", "Create from the model";
        Own = "用自己的规程文件", "Use a regulations file";
        OwnHint = "选择 .toml 规程文件。", "Choose a .toml file.";
        NeedsTitle = "请填写名称和开赛日期。", "Please give a name and the first day of play.";
        NoSample = "这个版本没有带示例。", "This build carries no sample.";
        NoRules = "没有 [rules] 一节：请把条件写在它下面。", "There is no table [rules]: write the rules below it.";
        Unreadable = "文件读不出来。", "The file cannot be read.";
        NotAJournal = "这不是运动会文件（.gongsai）。", "This is not a meet file (.gongsai).";
        LaterVersion = "文件由更新版本的程序写成，请先更新。", "The file is of a later version: update the app first.";
        Forms = "报名表请在打开运动会之后，到“报名”一步收取。", "Entry forms are taken in at the step “Entries”, after a meet is opened.";
        Untitled = "未命名", "Untitled";
        Working = "正在打开…", "Opening…";
        Private = "所有数据只在这台设备上，不上传。", "All data stays on this device; nothing is sent anywhere.";
    }
}

/// How far a meet is, in one line.
#[must_use]
pub fn state_line(language: Lang, summary: &Summary) -> String {
    let Summary { units, people, events, matches, .. } = summary;
    let mut parts = Vec::new();
    let (zh, en) = match (matches, events, people) {
        ((over, planned), (drawn, all), _) if *planned > 0 && over == planned && drawn == all => ("已结束", "Finished"),
        (_, (drawn, _), _) if *drawn > 0 => ("进行中", "Under way"),
        (_, _, people) if *people > 0 => ("报名审查", "Entries and review"),
        _ => ("筹备", "In preparation"),
    };
    parts.push(language.pick(zh, en).to_owned());
    if units.1 > 0 {
        parts.push(
            language.pick(
                format!("{}/{} 个单位已报", units.0, units.1),
                format!("{} of {} units entered", units.0, units.1),
            ),
        );
    }
    if *people > 0 {
        parts.push(language.pick(format!("{people} 人"), format!("{people} people")));
    }
    if events.0 > 0 {
        parts.push(
            language.pick(
                format!("{}/{} 项已抽签", events.0, events.1),
                format!("{} of {} events drawn", events.0, events.1),
            ),
        );
        parts.push(language.pick(
            format!("{}/{} 场已赛", matches.0, matches.1),
            format!("{} of {} matches over", matches.0, matches.1),
        ));
    }
    parts.join(" · ")
}

/// When a meet was changed last.
#[must_use]
pub fn changed(language: Lang, moment: &str) -> String {
    language.pick(format!("{moment} 改动"), format!("changed {moment}"))
}
