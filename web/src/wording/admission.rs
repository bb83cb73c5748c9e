//! Texts of the pages from the review to the final list.

use gongsai::admission::Challenge;
use gongsai::publication::{NoticeSheet, UnitList};
use gongsai_wording::Lang;

use super::date;

crate::texts! {
    /// Fixed texts of the pages.
    Admission {
        Nav = "资格审查的各页", "Pages of the review";
        Desk = "审查台", "Desk";
        Units = "各单位", "Units";
        Notices = "公示与异议", "Notice and challenges";
        CheckIn = "检录与换人", "Check-in and replacements";
        Reviewer = "审查人姓名", "Reviewer";
        Unit = "单位", "Unit";
        Sport = "运动项目", "Sport";
        Lists = "名单", "Lists";
        Open = "待审查", "To decide";
        Returned = "已退回", "Sent back";
        Failed = "未通过", "Not admitted";
        People = "人次", "People";
        Team = "队伍问题", "Team findings";
        NothingSent = "没有报名", "sent nothing";
        Endorse = "核对名单", "Check the list";
        Endorsed = "已核对 ✓", "Checked ✓";
        Letter = "补正通知", "Correction letter";
        LetterTitle = "补正通知书", "Request for correction";
        NoLetter = "这个单位没有需要补正的。", "Nothing is to be corrected by this unit.";
        LetterWhat = "须补正", "To correct";
        LetterSeal = "（资格审查组盖章）", "(Seal of the review group)";
        LetterLead = "经资格审查，贵单位下列报名须在期限内补正；逾期未补正的，不能参赛。", "On review, the following entries of your unit are to be corrected by the day named; who is not corrected by then cannot play.";
        Print = "打印", "Print";
        Close = "收起", "Close";
        Post = "发布公示", "Post a notice";
        From = "开始", "From";
        Until = "截止", "Until";
        NotYet = "审结以下项目后才能公示：", "To be decided before the notice: ";
        NobodyToPost = "没有可以公示的人。", "There is nobody to post.";
        NoNotice = "还没有发布公示。", "No notice was posted yet.";
        NoticeTitle = "参赛人员资格公示", "Public notice of eligibility";
        NoticeLead = "下列人员经资格审查合格，现予公示。", "The following people were found eligible.";
        Name = "姓名", "Name";
        Sex = "性别", "Sex";
        Events = "参赛项目", "Events";
        Challenges = "异议", "Challenges";
        NoChallenge = "没有异议。", "No challenge.";
        NewChallenge = "登记异议", "Enter a challenge";
        Whom = "对谁", "Whom";
        ByUnit = "提出单位", "By which unit";
        Anyone = "其他人（写姓名）", "Somebody else, by name";
        Deposit = "保证金（元）", "Deposit (yuan)";
        Grounds = "理由和证据", "Grounds and evidence";
        Day = "日期", "Day";
        Enter = "登记", "Enter";
        Answer = "答复", "Answer";
        Uphold = "异议成立", "Uphold";
        Dismiss = "异议不成立", "Dismiss";
        Reason = "理由", "Reason";
        Finalise = "最终确认", "Make final";
        FinalLead = "公示期满、没有未决异议的人可以最终确认。确认后证件号码从本机删除（规程另有规定的除外）。", "People whose notice is over and who are not challenged can be made final. Their document numbers are then dropped from this device, unless the regulations keep them.";
        NoSecret = "这台设备存不下密钥，无法安全删除证件号码。请释放浏览器存储空间后再试。", "This device cannot keep the secret under which numbers are dropped. Free some of the browser’s storage and try again.";
        Search = "找姓名", "Find a name";
        DoCheckIn = "检录", "Check in";
        CheckedIn = "已检录 ✓", "Checked in ✓";
        NothingFound = "没有符合的人。", "Nobody is found.";
        ReadyOnly = "只看未检录", "Only those not checked in";
        State = "状态", "State";
        Replace = "换人", "Replace a person";
        ReplaceLead = "抽签前同单位同性别可换；抽签后只因伤病或不可抗力，且被换下的人还没有出场。签位不变，换上的人须经审查。", "Before the draw by anybody of the same unit and sex; after it for medical reasons or force majeure alone, and before the first match of who leaves. The place in the draw stays; who comes in is reviewed.";
        Entry = "报名", "Entry";
        Leaves = "换下", "Leaves";
        ComesIn = "换上（姓名）", "Comes in (name)";
        Number = "证件号码", "Document number";
        Cause = "原因", "Cause";
        DoReplace = "换人", "Replace";
        Replaced = "已换人，新人待审查。", "Replaced: who came in is to be reviewed.";
        Changes = "变更通知", "Notices of change";
        Reopen = "重新审查", "Open again";
        ReopenLead = "已最终确认。只有组委会决定才能重新审查。", "Final. It is opened again by a decision of the committee alone.";
        Choose = "请选择", "Choose";
        Sanction = "处罚", "Sanction";
        SanctionLead = "选好要判负的场次，先看名次变化，再由组委会批准。", "Choose the matches that are lost, look at what becomes of the rankings, then approve.";
        Account = "因谁", "On whose account";
        WholeTeam = "全队（组）", "The whole entry";
        Matches = "判负场次", "Matches that are lost";
        NoMatches = "还没有打过比赛。", "No match was played.";
        Out = "取消余下比赛资格", "Out of the rest of the event";
        Ban = "禁赛届数", "Barred from so many meets";
        Preview = "先看变化", "See what changes";
        Bans = "下届禁赛名单", "Barred from the next meets";
        BansLead = "并入下届规程的 [rules]，替换其中的 P16。只有姓名，没有证件号：补上 tail（证件号末几位）才能直接判定，否则只作疑似。期满的请删去。", "Put it into the regulations of the next meet in place of their P16. It holds names and no document numbers: with tail (the last digits) the rule bars, without it people look. Take out whose time is over.";
        BansSave = "存为文件", "Save as a file";
        Approve = "批准", "Approve";
        NoChange = "名次和成绩没有变化。", "Rankings and results do not change.";
    }
}

/// How many reviewers must agree.
#[must_use]
pub fn eyes(language: Lang, needed: u8) -> String {
    match needed {
        1 => language.pick("一人决定即生效。", "One reviewer’s word counts.").to_owned(),
        _ => language.pick(
            format!("须 {needed} 位审查人同样决定才生效；换人操作时先改姓名。"),
            format!("{needed} reviewers must say the same; give your own name before you decide."),
        ),
    }
}

/// Passes everyone listed of whom nothing was found.
#[must_use]
pub fn pass_all(language: Lang, count: usize) -> String {
    language.pick(format!("没有问题的 {count} 人次全部通过"), format!("Pass all {count} without findings"))
}

/// How far the units are, in one line.
#[must_use]
pub fn units_line(language: Lang, sent: usize, units: usize, open: usize, returned: usize) -> String {
    language.pick(
        format!("{units} 个单位，{sent} 个已报名；待审查 {open} 人次，已退回 {returned} 人次"),
        format!("{units} units, {sent} have entered; {open} to decide, {returned} sent back"),
    )
}

/// Posts so many people.
#[must_use]
pub fn post(language: Lang, count: usize) -> String {
    language.pick(format!("公示 {count} 人次"), format!("Post {count} people"))
}

/// Makes so many people final.
#[must_use]
pub fn finalise(language: Lang, count: usize) -> String {
    language.pick(format!("最终确认 {count} 人次"), format!("Make {count} people final"))
}

/// The head of a notice.
#[must_use]
pub fn notice_head(language: Lang, sheet: &NoticeSheet) -> String {
    let (from, until) = (date(language, sheet.from), date(language, sheet.until));
    language.pick(
        format!("第 {} 号公示：{from} 至 {until}，{} 人次", sheet.number, sheet.count),
        format!("Notice {}: {from} to {until}, {} people", sheet.number, sheet.count),
    )
}

/// How a challenge is brought, under a notice.
#[must_use]
pub fn how_to_challenge(language: Lang, deposit: u16, days: u16) -> String {
    language.pick(
        format!("对名单有异议的，请在公示期内书面提出，交保证金 {deposit} 元（异议成立的退还）；被异议单位 {days} 日内举证答复，逾期视为异议成立。"),
        format!("Challenges are brought in writing while the notice hangs, with a deposit of {deposit} yuan (returned if upheld). The unit challenged answers within {days} days; its silence upholds the challenge."),
    )
}

/// Where a challenge is.
#[must_use]
pub fn challenge_state(language: Lang, challenge: &Challenge) -> String {
    match (&challenge.ruling, &challenge.answer) {
        (Some(ruling), _) if ruling.upheld => language.pick("成立，保证金退还", "Upheld: deposit returned").to_owned(),
        (Some(_), _) => language.pick("不成立", "Dismissed").to_owned(),
        (None, Some(_)) => language.pick("已答复，待裁定", "Answered, to be decided").to_owned(),
        (None, None) => {
            let day = date(language, challenge.respond_by);
            language.pick(format!("待答复，限 {day}"), format!("To be answered by {day}"))
        }
    }
}

/// A unit's list in a few words.
#[must_use]
pub fn list_line(language: Lang, list: &UnitList) -> String {
    let sport = super::sport(language, list.sport);
    language.pick(format!("{sport} {} 人", list.people), format!("{sport}: {}", list.people))
}

/// How many are there on the day.
#[must_use]
pub fn checked_line(language: Lang, there: usize, all: usize) -> String {
    language.pick(format!("{all} 人次，已检录 {there}"), format!("{all} people, {there} checked in"))
}
