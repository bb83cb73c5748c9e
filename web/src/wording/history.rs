//! Texts of the pages that accompany the pipeline: the history and the devices.

use gongsai::meet::Absorbed;
use gongsai_wording::Lang;

crate::texts! {
    /// Fixed texts of the history.
    History {
        Title = "记录", "History";
        Lead = "每一步都在这里：谁、何时、做了什么。可以撤销，撤销也是一条记录，什么都不会丢。", "Every step is here: who did what, and when. A step can be undone; undoing is a record too, so nothing is lost.";
        MergeFile = "合并另一台设备的文件", "Merge the file of another device";
        MergeHint = "选择或拖入 .gongsai 文件。顺序和次数都无所谓，重复的只算一次。", "Choose or drop .gongsai files, in any order and as often as you like: what is known counts once.";
        Export = "导出本机记录", "Export this device’s records";
        Codes = "用二维码交接成绩", "Hand results over by QR code";
        CodesLead = "这是本机录入的成绩。用另一台设备逐页扫描，或把下面的文字发过去；顺序不限，重复无妨。", "These are the results that this device entered. Scan the pages with another device, or send the text below; in any order, as often as you like.";
        CodesNone = "本机还没有录入成绩。", "This device has entered no results yet.";
        CodesTake = "另一台设备的二维码文字（扫描后粘贴，一页一行）", "The text of another device’s codes (scanned and pasted, one page a line)";
        CodesTakeButton = "并入", "Take in";
        CodesBad = "读不出成绩：请逐页重新扫描或复制。", "No results can be read: scan or copy the pages again.";
        Aside = "另放、不计入的记录", "Records kept aside";
        AsideLead = "这些记录没有通过核对，留作证据，不影响成绩。", "These failed the check. They are kept as evidence and change nothing.";
        Missing = "缺少的记录", "Missing records";
        Records = "全部记录", "All records";
        More = "显示更早的", "Show earlier ones";
        Undo = "撤销", "Undo";
        UndoTitle = "撤销这条记录", "Undo this record";
        Keep = "保留", "Keep it";
        NothingChanges = "没有别的变化。", "Nothing else changes.";
        Device = "设备", "Device";
        NoJournal = "不是运动会文件。", "Not the file of a meet.";
        OtherMeet = "这个文件属于另一个运动会。", "The file is of another meet.";
    }
}

crate::texts! {
    /// Fixed texts of the devices.
    Devices {
        Title = "设备与授权", "Devices and rights";
        Open = "这个运动会没有密钥：任何拿到文件的人都能写。新建的运动会会自动带密钥。", "This meet is held under no key: whoever has the file may write. A new meet has a key from the start.";
        Held = "这个运动会由主办密钥签发：只有主办方和获授权的设备写的记录才计入。", "The meet is held under the organiser’s key: only records of the organiser and of devices with a right count.";
        You = "这台设备", "This device";
        Nobody = "没有录入权限，只能查看。", "It may not write, only look.";
        Rights = "已授权的设备", "Devices with a right";
        None = "还没有授权给别的设备。", "No other device has a right yet.";
        Give = "授权给一台设备", "Give a device a right";
        Name = "姓名", "Name";
        Role = "权限", "Right";
        Staff = "工作人员（全部）", "Staff (everything)";
        Referee = "裁判（一块场地、一天）", "Referee (one court, one day)";
        Captain = "领队（教练），只交本队排阵", "Captain (line-ups of one team)";
        Team = "球队", "Team";
        Viewer = "只看", "Viewer";
        Court = "场地（台）号", "Court";
        Day = "日期", "Day";
        Make = "生成授权码", "Make the code";
        Code = "授权码：请用那台设备扫描，或粘贴到它的首页。只给本人，用一次。", "The code: scan it with that device, or paste it on its home page. For that person only, once.";
        Revoke = "收回", "Take back";
        Revoked = "已收回", "taken back";
        Join = "使用授权码", "Use a code";
        JoinHint = "粘贴主办方给的授权码。", "Paste the code that the organiser gave you.";
        JoinButton = "使用", "Use it";
        BadCode = "授权码不完整，请重新复制或扫描。", "The code is not whole: copy or scan it again.";
    }
}

crate::texts! {
    /// Fixed texts of the private facts.
    Private {
        Title = "个人资料", "Private facts";
        Lead = "证件号、电话、出生日期等只存在这台设备上，不写入记录。需要交给另一位工作人员时，请加密导出。", "Document numbers, phones and birth dates stay on this device and never enter the records. To hand them to another member of staff, export them sealed.";
        Password = "密码（至少 8 个字符，请另行告知对方）", "Password (8 characters or more; tell it by another way)";
        Seal = "加密导出", "Export sealed";
        Open = "打开加密文件", "Open a sealed file";
        OpenHint = "先填密码，再选择 .vault 文件。", "Fill in the password, then choose the .vault file.";
        EraseAll = "清除全部个人资料", "Erase all private facts";
        EraseAllText = "这台设备上所有人的证件号、电话、出生日期等将被清除，不能恢复。报名、审查结论和成绩不受影响。", "The document numbers, phones and birth dates of everyone go from this device for good. Entries, verdicts and results stay.";
        EraseOne = "清除此人资料", "Erase this person’s facts";
        EraseOneText = "此人的证件号、电话、出生日期等将从这台设备清除，不能恢复。", "This person’s document number, phone and birth date go from this device for good.";
        Keep = "保留", "Keep them";
        Working = "正在处理…", "Working…";
        Stopped = "处理没有完成，请再试一次。", "It was not finished: try again.";
    }
}

/// How many people have private facts here.
#[must_use]
pub fn people_with_facts(language: Lang, count: usize) -> String {
    language.pick(format!("这台设备存有 {count} 人的资料。"), format!("This device holds the facts of {count} people."))
}

/// What came of merging a file.
#[must_use]
pub fn merged(language: Lang, absorbed: Absorbed) -> String {
    let Absorbed { new, known, .. } = absorbed;
    language
        .pick(format!("新增 {new} 条记录，{known} 条已有。"), format!("{new} new records; {known} were known already."))
}

/// Which of the pages is shown.
#[must_use]
pub fn page_of(language: Lang, page: usize, pages: usize) -> String {
    language.pick(format!("第 {page} 页，共 {pages} 页"), format!("page {page} of {pages}"))
}

/// The pages that are still missing; nothing where none is.
#[must_use]
pub fn missing_pages(language: Lang, missing: &[u16]) -> String {
    let list: Vec<String> = missing.iter().map(ToString::to_string).collect();
    match list.as_slice() {
        [] => String::new(),
        list => language
            .pick(format!("还缺第 {} 页。", list.join("、")), format!("Still missing: page {}.", list.join(", "))),
    }
}

/// What undoing would change, in a few words.
#[must_use]
pub fn would_change(language: Lang, changes: &[String], refused: usize) -> String {
    const SHOWN: usize = 6;
    let mut text = changes.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(language.pick("；", "; "));
    let more = changes.len().saturating_sub(SHOWN);
    if more > 0 {
        text += &language.pick(format!("；还有 {more} 处。"), format!("; and {more} more."));
    }
    if refused > 0 {
        text += &language
            .pick(format!(" 另有 {refused} 条记录将不再有效。"), format!(" {refused} records would no longer count."));
    }
    text
}

/// The day from which private facts are to be erased.
#[must_use]
pub fn facts_due(language: Lang, day: gongsai::date::Date, is_due: bool) -> String {
    let day = super::date(language, day);
    match is_due {
        true => language.pick(
            format!("比赛已结束，按规程应自 {day} 起删除个人资料：再次打开本会时自动删除，也可现在删除。"),
            format!(
                "The meet is over: by its regulations private facts are erased from {day} on, by themselves when the meet is opened again, or now."
            ),
        ),
        false => language.pick(
            format!("比赛已结束，个人资料将于 {day} 自动删除。"),
            format!("The meet is over: private facts are erased on {day} by themselves."),
        ),
    }
}
