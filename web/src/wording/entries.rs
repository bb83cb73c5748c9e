//! Texts of the page of the entries.

use gongsai::meet::TooSmall;
use gongsai::regulations::{Regulations, Sport};
use gongsai_wording::Lang;

use super::rules::held_if;

crate::texts! {
    /// Fixed texts of the page.
    Entries {
        Title = "报名", "Entries";
        Drop = "选择报名表，或把文件拖到这一页", "Choose entry forms, or drop them anywhere on this page";
        DropHint = "Excel、WPS 表格或 CSV，可以一次选很多份。读完先看，点“收下”才记入。", "Excel, ODS or CSV, as many at once as you like. They are read and shown first; nothing is kept before you take them in.";
        NoUnits = "单位名单还没有载入，报名表会对不上单位。", "The list of units is not loaded yet, so forms will not find their unit.";
        NoUnitsWay = "去载入单位名单", "Load the list of units";
        File = "文件", "File";
        Unit = "单位", "Unit";
        Forms = "报名表", "Forms";
        Cells = "单元格", "Cells";
        Found = "要看的", "To look at";
        State = "状态", "State";
        Reading = "正在读…", "Reading…";
        Unreadable = "读不出来", "Cannot be read";
        NoForm = "没有报名表", "No form in it";
        Ready = "可收下", "Ready";
        NoUnit = "要指定单位", "Needs its unit";
        TakenIn = "已收下 ✓", "Taken in ✓";
        Refused = "未收下", "Not taken in";
        ChooseUnit = "这份表属于哪个单位？", "Which unit is this form of?";
        Choose = "请选择…", "Choose…";
        Remove = "移除", "Remove";
        Show = "查看", "Show";
        Hide = "收起", "Hide";
        ShowAll = "显示所有人", "Show everyone";
        ShowFound = "只看有问题的", "Only what was found";
        Row = "行", "Row";
        Name = "姓名", "Name";
        Sex = "性别", "Sex";
        Events = "项目", "Events";
        Official = "官员（不参赛）", "Official, does not play";
        Partner = "搭档", "Partner";
        Role = "身份", "Role";
        Note = "情况", "What was found";
        RowOut = "这一行不收", "This row is left out";
        TakeIn = "收下", "Take in";
        Clear = "清除已完成", "Clear what is done";
        People = "已收下的人", "People taken in";
        PeopleHint = "按单位折叠。证件号、电话等私密资料只在资格审查里能看。", "Folded by unit. Document numbers and telephone numbers are shown in the review alone.";
        Nothing = "还没有收下报名表。", "No form has been taken in yet.";
        Next = "下一步：审查资格", "Next: review";
        Paste = "粘贴表格", "Paste a table";
        PasteHint = "在 Excel 或 WPS 里选中整张表（带表头）复制，粘贴到这里；身份证号那一列要先设成文本。读法和文件一样，先看后收。", "Copy the whole table with its headings in Excel or WPS and paste it here; the column of document numbers must be text. It is read as a file is, and shown first.";
        PasteSport = "哪个运动项目的表", "The sport of the table";
        PasteRead = "读取", "Read it";
        Template = "报名表模板", "Entry form to be filled in";
        TemplateHint = "按本届规程生成的 Excel 报名表：只有要填的栏，证件号是文本格式，性别、项目等可以下拉选择。", "An Excel form by the regulations of this meet: only the columns that are needed, document numbers as text, lists to choose from.";
        TemplateOfNone = "空白（不写单位）", "Blank (no unit)";
        TemplateOfAll = "所有单位，每单位一份（ZIP）", "All units, one each (ZIP)";
        TemplateGive = "下载", "Download";
        TemplateFailed = "模板没有生成，请刷新页面再试。", "The form could not be made. Reload the page and try again.";
        AlreadyRead = "已经读过、还没收下的同名文件会被替换。", "A file of the same name that was read and not yet taken in is replaced.";
    }
}

/// The name of a pasted table: the sport stands in it, as in the name of a sheet.
#[must_use]
pub fn pasted(language: Lang, sport: Sport, count: u32) -> String {
    let name = super::sport(Lang::Zh, sport);
    language.pick(format!("{name}（粘贴 {count}）.csv"), format!("{name} (pasted {count}).csv"))
}

/// How many files are read.
#[must_use]
pub fn progress(language: Lang, done: usize, all: usize) -> String {
    language.pick(format!("已读 {done}/{all}"), format!("{done} of {all} read"))
}

/// How many people are on a form, and on how many.
#[must_use]
pub fn people(language: Lang, count: usize) -> String {
    language.pick(format!("{count} 人"), if count == 1 { "1 person".to_owned() } else { format!("{count} people") })
}

/// How many findings there are.
#[must_use]
pub fn found(language: Lang, count: usize) -> String {
    match count {
        0 => language.pick("无", "nothing").to_owned(),
        _ => language.pick(format!("{count} 处"), count.to_string()),
    }
}

/// What stands ready to be taken in.
#[must_use]
pub fn ready(language: Lang, forms: usize, people: usize, found: usize, replaced: usize) -> String {
    let mut parts = vec![language.pick(format!("{forms} 份可收下"), format!("{forms} files ready"))];
    parts.push(self::people(language, people));
    if found > 0 {
        parts.push(language.pick(format!("{found} 处要看"), format!("{found} to look at")));
    }
    if replaced > 0 {
        parts.push(language.pick(format!("将替换 {replaced} 份原表"), format!("{replaced} forms will be replaced")));
    }
    parts.join(" · ")
}

/// What was taken in just now.
#[must_use]
pub fn taken_in(language: Lang, people: usize) -> String {
    language.pick(format!("收下了 {people} 人。"), format!("{people} people were taken in."))
}

/// An event that has too few entries or units, and what the regulations ask; none where they ask nothing.
#[must_use]
pub fn too_small(language: Lang, regulations: &Regulations, small: &TooSmall) -> Option<String> {
    let rule = regulations.rules.e04.as_ref()?;
    let event = &regulations.event(&small.event)?.name;
    let TooSmall { entries, units, .. } = small;
    let asks = held_if(language, rule.params);
    let clause = match rule.clause.as_str() {
        "" => String::new(),
        clause => language.pick(format!("（{clause}）"), format!(" ({clause})")),
    };
    Some(language.pick(
        format!("{event}只有 {units} 个单位、{entries} 个报名；规程：{asks}{clause}。"),
        format!("{event}: {units} units, {entries} entries; the regulations: {asks}{clause}."),
    ))
}

/// People of a form in whose rows nothing was found.
#[must_use]
pub fn clean(language: Lang, count: usize) -> String {
    language.pick(format!("其余 {count} 人没有问题。"), format!("Nothing was found in the other {count}."))
}

/// How many units and people are taken in.
#[must_use]
pub fn summary(language: Lang, units: usize, all: usize, people: usize) -> String {
    language.pick(
        format!("{units}/{all} 个单位已报名，共 {people} 人"),
        format!("{units} of {all} units entered, {people} people"),
    )
}
