//! Findings in Chinese.

use gongsai::finding::Code;

use super::{Facts, Said};

/// What a finding says in Chinese.
pub(super) fn say(code: Code, facts: Facts<'_>) -> Said {
    let fact = |index| facts.at(index);
    match code {
        Code::P01Checksum => Said::new("证件号码的校验位不对", "请对照证件原件核对。"),
        Code::P01Date => Said::new("证件号码中的日期不存在，或晚于今天", "请对照证件原件核对。"),
        Code::P01Format => Said::new("证件号码的位数或字符与证件类型不符", "请核对证件类型和号码。"),
        Code::P02Duplicate => Said::new("同一证件号码在两处报名", "请与有关单位核实此人代表哪一方。"),
        Code::P03Under => Said::new(format!("现年 {} 周岁，未满 {} 周岁", fact(0), fact(1)), "请更换人员。"),
        Code::P03Over => Said::new(format!("现年 {} 周岁，超过 {} 周岁", fact(0), fact(1)), "请更换人员。"),
        Code::P03Unknown => Said::new("出生日期不明，无法计算年龄", "请补报出生日期。"),
        Code::P04Mismatch => Said::new("表上的性别与证件号码不一致", "请对照证件原件核对性别和号码。"),
        Code::P04Event => Said::new(format!("性别与所报项目“{}”不符，或性别不明", fact(0)), "请核对性别，或改报项目。"),
        Code::P05NotEmployed => {
            Said::new(format!("须在 {} 前已在本单位工作，入职日期为 {}", fact(0), fact(1)), "请更换人员。")
        }
        Code::P05Unknown => Said::new("工作单位或入职日期没有填写", "请补报并附在职证明。"),
        Code::P06Short => {
            Said::new(format!("须在本单位工作满 {} 个月，入职日期为 {}", fact(0), fact(1)), "请更换人员。")
        }
        Code::P06Unknown => Said::new("入职日期没有填写，无法计算工龄", "请补报入职日期。"),
        Code::P07Short => Said::new(format!("近 12 个月参保 {} 个月，须满 {} 个月", fact(0), fact(1)), "请更换人员。"),
        Code::P07Gap => {
            let wrong = format!("参保月数够，但中间有间断：连续 {} 个月，须连续 {} 个月", fact(0), fact(1));
            Said::new(wrong, "请核实间断的原因。")
        }
        Code::P07Payer => {
            let who = if fact(2).is_empty() { String::new() } else { format!("，其余由“{}”缴纳", fact(2)) };
            let wrong = format!("由本单位缴纳的参保月数 {} 个月，须满 {} 个月{who}", fact(0), fact(1));
            Said::new(wrong, "请核实缴费单位。")
        }
        Code::P07Unknown => Said::new("参保月数没有填写", "请补报参保证明。"),
        Code::P08Denied => Said::new(format!("用工性质为“{}”，规程不允许参赛", fact(0)), "请更换人员。"),
        Code::P08EvidenceMissing => Said::new(format!("用工性质为“{}”，缺少“{}”", fact(0), fact(1)), "请补交材料。"),
        Code::P08Retired => Said::new(format!("用工性质为“{}”，可以参赛，占退休人员限额", fact(0)), ""),
        Code::P08UnknownKind => Said::new(format!("用工性质“{}”不在规程所列之内", fact(0)), "请核实用工性质。"),
        Code::P09NotMember => Said::new("不是工会会员", "请核实会员身份。"),
        Code::P09Unknown => Said::new("没有填写是否工会会员", "请补报会员身份。"),
        Code::P10Student => Said::new("在校学生", "请更换人员。"),
        Code::P10Unknown => Said::new("没有填写是否在校学生", "请补报。"),
        Code::P11NoTie => Said::new("户籍、证件号码、参保都不符合规程的地域条件", "请更换人员。"),
        Code::P11Unknown => Said::new("是否符合规程的地域条件不明", "请补报户籍，或补交居住证等材料。"),
        Code::P12Nationality => Said::new(format!("国籍{}不在规程允许之内", named(&fact(0))), "请更换人员。"),
        Code::P12Document => Said::new(format!("证件类型“{}”不在规程所列之内", fact(0)), "请核对证件。"),
        Code::P12Foreign => Said::new(format!("外籍{}，可以参赛，占外籍限额", named(&fact(0))), ""),
        Code::P12Unknown => Said::new("国籍没有填写", "请补报国籍。"),
        Code::P13Missing => Said::new("没有体检证明", "请补交体检证明。"),
        Code::P13Expired => Said::new(format!("体检日期 {}，到开赛已超过 {} 天", fact(0), fact(1)), "请重新体检。"),
        Code::P14Missing => Said::new("没有意外伤害保险", "请补办保险。"),
        Code::P15Missing => Said::new("没有签承诺书", "请补签承诺书。"),
        Code::P16Banned => Said::new(format!("在禁赛名单中{}", until(&fact(0))), "请更换人员。"),
        Code::P16Possible => Said::new(format!("可能在禁赛名单中{}", until(&fact(0))), "请核实身份和禁赛期限。"),
        Code::P17Rank => Said::new(format!("职级“{}”，所报项目要求{}以上", fact(0), fact(1)), "请改报项目。"),
        Code::P17Unknown => Said::new(format!("职级不明，所报项目要求{}以上", fact(0)), "请补报职级。"),
        Code::P17Leader => Said::new(format!("职级“{}”，按领导干部计", fact(0)), ""),
        Code::RDeclarationMissing => Said::new("没有申报专业运动经历；没有的应填“无”", "请补填。"),
        Code::R01Active => Said::new(format!("注册名册中的现役运动员{}", register(facts)), "请更换人员。"),
        Code::R01Possible => Said::new(format!("可能是现役运动员{}", register(facts)), "请核实身份。"),
        Code::R02Current => Said::new(format!("在规程所限期间注册过{}", register(facts)), "请按规程审定。"),
        Code::R02Past => {
            let until = if fact(2).is_empty() { String::new() } else { format!("，至 {} 年", fact(2)) };
            let whose = Facts(facts.0.get(..2).unwrap_or(facts.0));
            Said::new(format!("曾是注册运动员{}{until}", register(whose)), "请按规程审定。")
        }
        Code::R02YouthOnly => {
            let until = if fact(2).is_empty() { String::new() } else { format!("，至 {} 年", fact(2)) };
            let whose = Facts(facts.0.get(..2).unwrap_or(facts.0));
            Said::new(format!("只在少年时注册过{}{until}", register(whose)), "请按规程审定。")
        }
        Code::R03League => Said::new(format!("参加过规程所列的联赛：{}", fact(0)), "请按规程审定。"),
        Code::R04Met => Said::new("退役运动员，已满足规程的年限，计入限额", ""),
        Code::R04ServiceShort => {
            let wrong = format!("退役运动员，须在本单位工作满 {} 个月，入职日期为 {}", fact(0), fact(1));
            Said::new(wrong, "请更换人员。")
        }
        Code::R04Cooling => {
            let wrong = format!("退役运动员，须退役满 {} 年，最后注册年份为 {}", fact(0), fact(1));
            Said::new(wrong, "请更换人员。")
        }
        Code::R04Unknown => Said::new(format!("可能是退役运动员{}", register(facts)), "请核实退役时间和入职时间。"),
        Code::R05AgeExempt => {
            Said::new(format!("退役运动员，现年 {} 周岁，已满 {} 周岁，予以放宽", fact(0), fact(1)), "")
        }
        Code::R06Grade => Said::new(format!("运动员等级“{}”", fact(0)), "请按规程审定。"),
        Code::R07Specialist => Said::new(format!("从事体育工作：{}", fact(0)), "请按规程审定。"),
        Code::R07TooManyEvents => {
            let wrong = format!("{}从事体育工作，报了 {} 项，最多 {} 项", fact(0), fact(1), fact(2));
            Said::new(wrong, "请减少项目。")
        }
        Code::R08Ranked => Said::new(format!("排名在前 {} 名之内，或可能在内：{}", fact(1), fact(0)), "请按规程审定。"),
        Code::R09Squad => Said::new(format!("现属集训队或高校队，或可能属于：{}", fact(0)), "请按规程审定。"),
        Code::T01TooMany => Said::new(format!("报名 {} 人，最多 {} 人", fact(0), fact(1)), "请减少人员。"),
        Code::T01TooFew => Said::new(format!("报名 {} 人，至少 {} 人", fact(0), fact(1)), "请补报人员。"),
        Code::T02TooMany => Said::new(format!("{} {} 人，最多 {} 人", fact(0), fact(1), fact(2)), "请减少官员。"),
        Code::T02MayNotPlay => Said::new(format!("领队或教练{}兼报运动员，规程不允许", fact(0)), "请更换人员。"),
        Code::T03Sex => Said::new(
            format!("{}队员 {} 人，至少 {} 人", if fact(0) == "F" { "女" } else { "男" }, fact(1), fact(2)),
            "请调整人员。",
        ),
        Code::T04ExPro => Said::new(format!("退役运动员 {} 人，最多 {} 人", fact(0), fact(1)), "请减少退役运动员。"),
        Code::T04Foreign => Said::new(format!("外籍人员 {} 人，最多 {} 人", fact(0), fact(1)), "请减少外籍人员。"),
        Code::T04Retired => Said::new(format!("退休人员 {} 人，最多 {} 人", fact(0), fact(1)), "请减少退休人员。"),
        Code::T05TooManyTeams => {
            let wrong = format!("报了 {} 队，职工 {} 人的单位最多 {} 队", fact(0), fact(2), fact(1));
            Said::new(wrong, "请减少队数。")
        }
        Code::T05Unknown => Said::new(format!("报了 {} 队，但职工人数没有填写", fact(0)), "请补报职工人数。"),
        Code::T06TooManyUnits => {
            Said::new(format!("由 {} 个单位组成联队，最多 {} 个", fact(0), fact(1)), "请减少单位。")
        }
        Code::T06TooLarge => {
            let wrong = format!("联队中的“{}”有职工 {} 人，须少于 {} 人", fact(0), fact(1), fact(2));
            Said::new(wrong, "请单独组队。")
        }
        Code::T06Unknown => Said::new(format!("联队中的“{}”没有写明职工人数", fact(0)), "请补报职工人数。"),
        Code::E01TooManyEvents => {
            Said::new(format!("{}报了 {} 项，最多 {} 项", fact(0), fact(1), fact(2)), "请减少项目。")
        }
        Code::E02TooManyEntries => {
            Said::new(format!("“{}”报了 {} 个，最多 {} 个", fact(0), fact(1), fact(2)), "请减少报名。")
        }
        Code::E03Partner => {
            Said::new(format!("{}、{}不在同一工作单位，或工作单位不明", fact(0), fact(1)), "请更换搭档。")
        }
        Code::E05Group => Said::new(format!("“{}”类单位不能参加“{}”", fact(1), fact(0)), "请改报项目。"),
        Code::E05Unknown => Said::new(format!("单位类别不明，不能确定可否参加“{}”", fact(0)), "请补报单位类别。"),
        Code::E06NotOnList => Said::new("没有参加下一级选拔", "请核对选拔赛名单。"),
        Code::E06Unknown => Said::new("是否参加过下一级选拔不明", "请核对选拔赛名单。"),
        Code::E06Replacement => Said::new("没有参加下一级选拔，按替换人员计", ""),
        Code::E06TooManyReplaced => {
            Said::new(format!("替换人员 {} 人，最多 {} 人", fact(0), fact(1)), "请减少替换人员。")
        }
        Code::E07Late => Said::new(format!("报名表在截止日期 {} 之后导入", fact(0)), "请核实收到报名表的日期。"),
        Code::ImportIdPrecision => Said::new("证件号码按数字录入，末几位已丢失", "请把该列设为文本格式后重新填写。"),
        Code::ImportHeader => Said::new("没有找到表头，或表是空的", "表头至少要有“姓名”和另一个列名，请用报名表模板。"),
        Code::ImportCell => cell(facts),
        Code::ImportEncrypted => Said::new("文件有密码保护", "请取消密码，另存后重新导入。"),
        Code::ImportSize => Said::new("文件太大，不像报名表", "请删去图片和多余的行、表，另存后重新导入。"),
        Code::ImportFormat => super::format::chinese(&fact(0)),
        Code::ImportUnit => unit(facts),
        Code::ImportSport => {
            let wrong = format!("“{}”不是本届设项，或与工作表名称不一致", fact(0));
            Said::new(wrong, "请改正标题或工作表名称。")
        }
        Code::ImportEvent if fact(0).is_empty() => Said::new("没有填写参赛项目", "请补填。"),
        Code::ImportEvent => Said::new(format!("没有“{}”这个参赛项目", fact(0)), "请按规程的项目名称填写。"),
        Code::ImportPartner if fact(0).is_empty() => Said::new("没有填写搭档", "请补填。"),
        Code::ImportPartner => Said::new(format!("搭档“{}”不在表上，或没有互相填写", fact(0)), "请核对两人的搭档栏。"),
        Code::ImportRepeated => Said::new(format!("“{}”的这个项目已有一份报名表", fact(0)), "请只保留一份。"),
        Code::ImportTwice => Said::new(format!("{} 在第 {} 行已经填报，两行按一人计", fact(0), fact(1)), "请核对。"),
        Code::ImportConflict => {
            Said::new(format!("{} 两处填写的“{}”不一致，以先填的为准", fact(0), fact(1)), "请核对。")
        }
        Code::ImportVersion => Said::new(
            format!("此表按另一版本的报名表模板制作（表内版本 {}，现用版本 {}）", fact(0), fact(1)),
            "已照常读取，请核对各栏内容。",
        ),
        Code::ImportSkipped => Said::new(format!("这一行不是报名人员，已跳过：“{}”", fact(0)), ""),
    }
}

/// A name in quotation marks; nothing where there is none.
fn named(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("“{name}”") }
}

/// The last day of a ban, behind a comma.
fn until(day: &str) -> String {
    if day.is_empty() { String::new() } else { format!("，至 {day}") }
}

/// Sport, body and level of a registration, or what was declared, behind a colon.
fn register(facts: Facts<'_>) -> String {
    let level = |text: String| match text.as_str() {
        "nation" => "国家级".to_owned(),
        "province" => "省级".to_owned(),
        "city" => "市级".to_owned(),
        "league" => "联赛".to_owned(),
        _ => text,
    };
    let parts: Vec<String> = facts.from(0).into_iter().map(level).collect();
    if parts.is_empty() { String::new() } else { format!("：{}", parts.join("，")) }
}

fn cell(facts: Facts<'_>) -> Said {
    let advice = "请改正后重新导入。";
    match facts.0.len() {
        0 => Said::new("有一格内容无法识别", advice),
        1 => Said::new(format!("“{}”列的内容无法识别", facts.at(0)), advice),
        _ if facts.at(1).is_empty() => Said::new(format!("“{}”列是空的，或是错误值", facts.at(0)), advice),
        _ => {
            let wrong = format!("“{}”列的内容“{}”无法识别，或晚于今天", facts.at(0), facts.at(1));
            Said::new(wrong, advice)
        }
    }
}

fn unit(facts: Facts<'_>) -> Said {
    let (name, close) = (facts.at(0), facts.from(1));
    if name.is_empty() {
        return Said::new("没有写明代表队", "请选定代表队。");
    }
    let close = if close.is_empty() { String::new() } else { format!("；相近的有：{}", close.join("、")) };
    Said::new(format!("“{name}”不在代表队名单中，或在名单中重名{close}"), "请选定代表队。")
}
