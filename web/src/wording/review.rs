//! Texts of the review desk.

use gongsai::eligibility::{Decision, Verdict};
use gongsai::person::{Birth, History, Tri};
use gongsai::regulations::Level;
use gongsai_wording::Lang;
use gongsai_wording::finding::code_title;

crate::texts! {
    /// Fixed texts of the desk.
    Review {
        Title = "资格审查", "Review of eligibility";
        NoPeople = "还没有收下报名表。", "No form has been taken in yet.";
        NoPeopleHint = "先到“报名”收下报名表，再回来审查。", "Take in the forms at “Entries” first.";
        ToEntries = "去收报名表", "Take in forms";
        Register = "载入运动员注册名录", "Load the register of athletes";
        RegisterHint = "CSV（GB18030 或 UTF-8）或 Excel。只留在内存里，不保存。", "CSV (GB18030 or UTF-8) or Excel. Kept in memory alone, never stored.";
        ReadingRegister = "正在读名录…", "Reading the register…";
        SampleRegister = "用示例名录", "Use the sample register";
        NoRegister = "没有名录就无法核对现役和注册，其他条件照常审查。", "Without the register, active and registered athletes cannot be told; every other rule is checked.";
        RegisterFirst = "上次审查用过名录：重新审查前请先载入，否则现役和注册的结论会丢失。", "The last review used a register: load it before reviewing again, or what it found would be lost.";
        Run = "审查全部", "Review everyone";
        RunAgain = "重新审查", "Review again";
        Open = "待审查", "To decide";
        Proposed = "待复核", "Second word";
        Returned = "已退回", "Sent back";
        Barred = "不合格", "Ineligible";
        Limited = "占限额", "In a quota";
        Passed = "合格", "Eligible";
        All = "全部", "All";
        VerdictLabel = "结论", "Verdict";
        RuleLabel = "条件", "Rule";
        UnitLabel = "单位", "Unit";
        SportLabel = "运动项目", "Sport";
        AnyRule = "所有条件", "Any rule";
        AnyUnit = "所有单位", "Any unit";
        AnySport = "所有项目", "Any sport";
        Queue = "待看名单", "Queue";
        QueueEmpty = "这里没有人。", "Nobody here.";
        QueueDone = "没有待审查的人了。", "Nobody is left to decide on.";
        Findings = "审查所见", "What was found";
        NoFindings = "没有发现问题。", "Nothing was found.";
        Facts = "报名表上的资料", "From the form";
        NoFacts = "这个人的私密资料不在这台设备上。", "The private facts of this person are not on this device.";
        Evidence = "名录比对", "In the register";
        NoEvidence = "名录里没有同名的人。", "Nobody of this name is in the register.";
        EvidenceNeeds = "载入名录后，这里显示同名的登记。", "Once the register is loaded, rows of the same name are shown here.";
        Form = "报名表", "Form";
        InRegister = "名录", "Register";
        Differs = "不同", "differs";
        Decisions = "审查组的决定", "Decisions";
        NoDecisions = "还没有决定。", "None yet.";
        Confirm = "确认通过", "Confirm";
        Waive = "豁免", "Waive";
        Reject = "不予通过", "Reject";
        Return = "退回单位", "Return to the unit";
        Reason = "理由", "Reason";
        Until = "期限", "Until";
        SeenPapers = "已核对原件", "Papers seen";
        SamePerson = "核实为同一人", "Found to be the same person";
        OtherPerson = "核实为重名，不是同一人", "Found to be a namesake";
        PaperMissing = "请补交证明材料", "Please hand in the missing paper";
        NeedsReason = "请写明理由。", "Please give a reason.";
        Rename = "更正姓名", "Correct the name";
        RightName = "正确的姓名（抽签和成绩不受影响）", "The right name (draw and results stay)";
        Record = "记录决定", "Record the decision";
        WaiveWhat = "豁免哪一条？", "Waive which finding?";
        Keys = "键盘：J/K 下一个、上一个，A 确认，W 豁免，X 不予通过，R 退回", "Keys: J/K next and previous, A confirm, W waive, X reject, R return";
        Teams = "队伍人数等问题", "Teams with findings";
        Choose = "从名单里选一个人。", "Choose somebody from the queue.";
        Next = "下一个", "Next";
        Previous = "上一个", "Previous";
        Document = "证件号末四位", "Number ends with";
        Birth = "出生日期", "Born";
        Sex = "性别", "Sex";
        Age = "计算日年龄", "Age on the reference date";
        Employer = "工作单位", "Employer";
        Employment = "用工性质", "Employment";
        Since = "入职", "Joined";
        Insured = "近 12 个月参保", "Insured of 12 months";
        Member = "工会会员", "Union member";
        Student = "在校学生", "Student";
        History = "专业经历申报", "Professional past declared";
        Grade = "运动员等级", "Grade";
        Health = "体检", "Health certificate";
        Cover = "意外险", "Accident insurance";
        Consent = "承诺书", "Consent";
        Papers = "证明材料", "Papers";
        Sport = "项目", "Sport";
        Body = "注册单位", "Registered by";
        Level = "级别", "Level";
        Years = "年份", "Years";
        Status = "状态", "Status";
        Active = "现役", "active";
        Past = "退役", "past";
        Unknown = "不明", "not stated";
        Dropped = "最终确认后已删除", "dropped when final";
        Blank = "未填", "left blank";
        Never = "无", "none";
        Yes = "是", "yes";
        No = "否", "no";
    }
}

/// A verdict.
#[must_use]
pub fn verdict(language: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => language.pick("合格", "Eligible"),
        Verdict::Limited => language.pick("合格，占限额", "Eligible, in a quota"),
        Verdict::NeedsReview => language.pick("待审查", "To decide"),
        Verdict::Ineligible => language.pick("不合格", "Ineligible"),
    }
}

/// How many there are to decide on.
#[must_use]
pub fn open_count(language: Lang, open: usize, barred: usize, all: usize) -> String {
    language.pick(
        format!("{all} 人次，待审查 {open}，不合格 {barred}"),
        format!("{all} to review: {open} to decide, {barred} ineligible"),
    )
}

/// Nobody was reviewed yet.
#[must_use]
pub fn unread(language: Lang, count: usize) -> String {
    language.pick(format!("{count} 人次还没有审查。"), format!("{count} have not been reviewed yet."))
}

/// The register that is loaded.
#[must_use]
pub fn register_loaded(language: Lang, name: &str, rows: usize, doubtful: usize) -> String {
    let doubt = match doubtful {
        0 => String::new(),
        _ => language.pick(format!("，{doubtful} 处读不清"), format!(", {doubtful} cells in doubt")),
    };
    language.pick(format!("名录：{name}，{rows} 条{doubt}"), format!("Register: {name}, {rows} rows{doubt}"))
}

/// Where one is in the queue.
#[must_use]
pub fn position(language: Lang, index: usize, count: usize) -> String {
    language.pick(format!("第 {index} 个，共 {count} 个"), format!("{index} of {count}"))
}

/// A decision, with its reason beside it.
#[must_use]
pub fn decision(language: Lang, decision: Decision) -> String {
    match decision {
        Decision::Confirm => language.pick("确认通过", "Confirmed").to_owned(),
        Decision::Waive(code) => {
            let what = code_title(language, code);
            language.pick(format!("豁免“{what}”"), format!("Waived “{what}”"))
        }
        Decision::Reject => language.pick("不予通过", "Rejected").to_owned(),
        Decision::Return => language.pick("退回单位", "Returned to the unit").to_owned(),
    }
}

/// A word that waits for another reviewer.
#[must_use]
pub fn proposed(language: Lang, what: Decision, by: &str) -> String {
    let what = decision(language, what);
    language.pick(
        format!("{by}已决定“{what}”，须另一位审查人同样决定才生效。"),
        format!("{by} said “{what}”: it counts when another reviewer says the same."),
    )
}

/// Yes, no or not stated.
#[must_use]
pub fn tri(language: Lang, value: Tri) -> &'static str {
    match value {
        Tri::Yes => language.pick("是", "yes"),
        Tri::No => language.pick("否", "no"),
        Tri::Unknown => language.pick("未填", "left blank"),
    }
}

/// A birth date as far as it is known.
#[must_use]
pub fn birth(language: Lang, birth: Birth) -> String {
    match birth {
        Birth::Unknown => language.pick("不明", "not known").to_owned(),
        Birth::Year(year) => language.pick(format!("{year} 年"), year.to_string()),
        Birth::Month(year, month) => format!("{year}-{month:02}"),
        Birth::Day(day) => day.to_string(),
    }
}

/// What was declared of a professional past.
#[must_use]
pub fn history(language: Lang, history: &History) -> String {
    match history {
        History::Blank => language.pick("未填", "left blank").to_owned(),
        History::Never => language.pick("无", "none").to_owned(),
        History::Declared(text) => text.clone(),
    }
}

/// The level of a registration.
#[must_use]
pub fn level(language: Lang, level: Option<Level>) -> &'static str {
    match level {
        Some(Level::League) => language.pick("联赛", "league"),
        Some(Level::College) => language.pick("高校", "college"),
        Some(Level::City) => language.pick("市级", "city"),
        Some(Level::Province) => language.pick("省级", "province"),
        Some(Level::Nation) => language.pick("国家级", "nation"),
        None => language.pick("不明", "not stated"),
    }
}

/// A number of months.
#[must_use]
pub fn months(language: Lang, count: u16) -> String {
    language.pick(format!("{count} 个月"), format!("{count} months"))
}

/// A number of years.
#[must_use]
pub fn years(language: Lang, count: u16) -> String {
    language.pick(format!("{count} 周岁"), format!("{count} years"))
}
