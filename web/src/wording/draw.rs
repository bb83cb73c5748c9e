//! Texts of the draw page.

use gongsai_wording::{Lang, publication};

crate::texts! {
    /// Fixed texts of the draw page.
    DrawText {
        First = "抽签", "Draw";
        Second = "淘汰赛抽签", "Draw of the knockout";
        Seed = "随机种子", "Random seed";
        SeedHelp = "可以改成当众决定的字，例如掷骰子的点数；也可以由在场的人再报几个词一起算进去。同样的报名、种子和词，谁来抽结果都一样。", "May be replaced by words chosen in public, such as dice; people in the hall may add words of theirs. The same entries, seed and words give the same draw to anybody.";
        Secret = "密种", "Secret seed";
        SecretHelp = "密种已经由承诺码固定，谁也换不了。请在场的人报几个词再抽：这样保管密种的人也不能事先知道结果。", "The secret is fixed by the commitment: nobody can change it. Let people in the hall call a few words before you draw, so that not even the keeper of the secret can know the result.";
        Words = "现场报的词（可不填）", "Words from the floor (optional)";
        Witnesses = "见证人（可不填）", "Witnesses (optional)";
        WordsCalled = "现场报的词", "Words from the floor";
        Witnessed = "见证人", "Witnesses";
        Announce = "公布抽签", "Announce the draw";
        AnnounceHelp = "先公布后抽签：现在公布名单、人工指定的位置和一个承诺码，密种留在这台设备上；抽签时公开密种，任何人都能核对没有换过。", "Publish first, draw later: now the list, the places set by hand and a commitment are published, the secret stays on this device; it is revealed at the draw, and anybody can check that it was not changed.";
        AnnounceTitle = "先公布后抽签（可选）", "Announce before drawing (optional)";
        AnnouncedTitle = "已公布", "Announced";
        Commitment = "承诺码", "Commitment";
        SecretHere = "密种保存在这台设备上。请另抄一份封存：没有密种就只能写明原因重新公布。", "The secret is kept on this device. Copy it down and seal it: without the secret, the draw must be announced anew with a reason.";
        SecretElsewhere = "密种不在这台设备上。请在公布的那台设备上抽签，或在下面输入密种。", "The secret is not on this device. Draw on the device that announced it, or type the secret below.";
        SecretNotKept = "这台设备存不住密种，不能公布。请换一个浏览器，或退出无痕模式。", "This device cannot keep a secret, so nothing was announced. Use another browser, or leave private browsing.";
        PlacesChanged = "⚠ 与已公布的不同：要用改动后的位置，请重新公布。", "⚠ Other than announced: to draw around these, announce the draw anew.";
        ShowSecret = "查看密种（抽签前不要让人看到）", "Show the secret (let nobody see it before the draw)";
        AnnounceAnew = "重新公布", "Announce anew";
        ByHand = "人工指定的位置", "Places set by hand";
        ByHandTitle = "人工指定位置（可选）", "Set places by hand (optional)";
        ByHandHelp = "其余参赛者围绕这些位置抽签。每个位置须写明原因，违反哪条规则会一并列在凭证上。", "All others are drawn around these places. Each needs a reason, and the rules that it breaks stand on the receipt.";
        Entrant = "参赛者", "Entrant";
        GroupNumber = "组号", "Group";
        Reason = "原因", "Reason";
        SetPlace = "指定", "Set";
        Remove = "取消", "Take back";
        Steps = "抽签步骤", "Steps of the draw";
        SaveReceipt = "保存凭证", "Save the receipt";
        CheckTitle = "核对抽签凭证", "Check a draw's receipt";
        CheckHelp = "不用相信主办方：打开或粘贴抽签凭证，这台设备会照着重抽一遍，逐项比对。凭证不会发到任何地方。", "You need not trust the organiser: open or paste a receipt, and this device draws again and compares everything. The receipt is sent nowhere.";
        CheckOpen = "打开凭证", "Open a receipt";
        CheckOpenHint = "从抽签页保存的 .json 文件，选择或拖到这里。", "A .json file saved on the page of the draw: choose it or drop it here.";
        CheckPaste = "或粘贴凭证的文字", "Or paste its text";
        CheckGo = "核对", "Check";
        CheckGood = "✓ 凭证属实：照它重抽，结果一字不差。", "✓ The receipt holds: drawn again, everything is the same.";
        NewSeed = "换一个", "Another";
        Run = "抽签", "Draw";
        RunSecond = "抽淘汰赛签", "Draw the knockout";
        SecondByTable = "淘汰赛编排", "Placing of the knockout";
        RunByTable = "按表编排", "Place by table";
        ByTableHelp = "小组出线者按固定对阵表进入淘汰赛，不抽签。首轮同单位相遇的，同名次之间对换，换得最少；小组第一不动。", "Those who go on follow the fixed table; there is no lot. Where two of a unit would meet in the first round, entries of one rank change places, as few as possible. Group winners stay.";
        ByTableWaits = "小组赛结束后，在这里按表编排淘汰赛。", "When the groups are finished, the knockout is placed here by table.";
        ReceiptByTable = "编排凭证", "Receipt of the placing";
        Means = "方式", "Method";
        NoLot = "按固定对阵表，不抽签", "By the fixed table, no lot";
        CheckByTable = "核对这次编排", "Check this placing";
        SameByTable = "✓ 按表重排，结果相同。", "✓ Placed again by table: the same result.";
        Units = "参赛单位", "Units";
        Several = "一个单位有多个参赛者", "units with more than one entry";
        Seeds = "种子", "Seeds";
        NoSeeds = "没有种子", "no seeds";
        Out = "未通过资格审查，不参加抽签", "Out by review, not drawn";
        Unit = "单位", "Unit";
        Entries = "参赛者", "Entries";
        Receipt = "抽签凭证", "Receipt";
        Procedure = "抽签程序", "Procedure";
        Order = "入签次序", "Order of entry";
        NobodyTogether = "同单位的参赛者都已尽量分开。", "Entries of one unit are kept apart as evenly as can be.";
        Together = "未能分开", "Could not be kept apart";
        Position = "签位", "Position";
        Bye = "轮空", "bye";
        GroupsOpen = "小组赛结束后，在这里抽淘汰赛的签。", "When the groups are finished, the knockout is drawn here.";
        Qualified = "出线者", "Those who go on";
        Check = "核对这次抽签", "Check this draw";
        Same = "✓ 用同样的报名和种子重抽，结果相同。", "✓ Drawn again with the same entries and seed: the same result.";
        TooFew = "参赛者不足两个，不能抽签。", "Fewer than two entries: nothing to draw.";
    }
}

/// What will be drawn, in numbers.
#[must_use]
pub fn summary(language: Lang, entries: usize, units: usize, groups: Option<usize>) -> String {
    match (language, groups) {
        (Lang::Zh, Some(groups)) => format!("{units} 个单位的 {entries} 个参赛者，分 {groups} 组"),
        (Lang::Zh, None) => format!("{units} 个单位的 {entries} 个参赛者，单淘汰"),
        (Lang::En, Some(groups)) => format!("{entries} entries of {units} units into {groups} groups"),
        (Lang::En, None) => format!("{entries} entries of {units} units, knockout"),
    }
}

/// A position of a knockout.
#[must_use]
pub fn position(language: Lang, position: u32) -> String {
    language.pick(format!("{position} 号位"), format!("position {position}"))
}

/// The groups that are not decided.
#[must_use]
pub fn open_groups(language: Lang, groups: &[u16]) -> String {
    let names: Vec<String> = groups.iter().map(|group| publication::group(language, *group)).collect();
    let names = names.join(language.pick("、", ", "));
    language.pick(format!("还没定名次：{names}"), format!("Not decided: {names}"))
}
