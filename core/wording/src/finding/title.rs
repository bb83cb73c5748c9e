//! Short names of findings, for lists and filters.

use gongsai::finding::Code;

use crate::Lang;

/// The short name of a code.
///
/// ```
/// use gongsai::finding::Code;
/// use gongsai_wording::{Lang, finding::code_title};
/// assert_eq!(code_title(Lang::Zh, Code::P03Under), "年龄不足");
/// assert_eq!(code_title(Lang::En, Code::P03Under), "Too young");
/// ```
#[must_use]
pub fn code_title(lang: Lang, code: Code) -> &'static str {
    let (chinese, english) = titles(code);
    match lang {
        Lang::Zh => chinese,
        Lang::En => english,
    }
}

fn titles(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::P01Checksum => ("证件号校验位错", "Wrong check digit"),
        Code::P01Date => ("证件号日期错", "Wrong date in the number"),
        Code::P01Format => ("证件号格式错", "Wrong form of number"),
        Code::P02Duplicate => ("证件号重复", "Number entered twice"),
        Code::P03Under => ("年龄不足", "Too young"),
        Code::P03Over => ("年龄超限", "Too old"),
        Code::P03Unknown => ("年龄不明", "Age not known"),
        Code::P04Mismatch => ("性别不一致", "Sex in doubt"),
        Code::P04Event => ("性别与项目不符", "Sex does not fit"),
        Code::P05NotEmployed => ("入职太晚", "Joined too late"),
        Code::P05Unknown => ("在职不明", "Employment not known"),
        Code::P06Short => ("工龄不足", "Too short in the unit"),
        Code::P06Unknown => ("工龄不明", "Service not known"),
        Code::P07Short => ("参保不足", "Insured too short"),
        Code::P07Gap => ("参保间断", "Gap in the insurance"),
        Code::P07Payer => ("他人缴费", "Another pays"),
        Code::P07Unknown => ("参保不明", "Insurance not known"),
        Code::P08Denied => ("用工性质不允许", "Employment not allowed"),
        Code::P08EvidenceMissing => ("缺用工材料", "Paper missing"),
        Code::P08Retired => ("退休，占限额", "Retired, in quota"),
        Code::P08UnknownKind => ("用工性质不明", "Employment unclear"),
        Code::P09NotMember => ("不是会员", "Not a member"),
        Code::P09Unknown => ("会员不明", "Membership not known"),
        Code::P10Student => ("在校学生", "Student"),
        Code::P10Unknown => ("是否学生不明", "Student or not"),
        Code::P11NoTie => ("地域不符", "No tie to the region"),
        Code::P11Unknown => ("地域不明", "Region not known"),
        Code::P12Nationality => ("国籍不允许", "Nationality not allowed"),
        Code::P12Document => ("证件类型不允许", "Document not taken"),
        Code::P12Foreign => ("外籍，占限额", "Foreigner, in quota"),
        Code::P12Unknown => ("国籍不明", "Nationality not known"),
        Code::P13Missing => ("无体检证明", "No health certificate"),
        Code::P13Expired => ("体检过期", "Old health certificate"),
        Code::P14Missing => ("无意外险", "No accident insurance"),
        Code::P15Missing => ("未签承诺书", "No consent"),
        Code::P16Banned => ("禁赛", "Banned"),
        Code::P16Possible => ("疑似禁赛", "Perhaps banned"),
        Code::P17Rank => ("职级不符", "Rank too low"),
        Code::P17Unknown => ("职级不明", "Rank not known"),
        Code::P17Leader => ("领导干部", "Leader"),
        Code::RDeclarationMissing => ("未申报专业经历", "No declaration"),
        Code::R01Active => ("现役运动员", "Active athlete"),
        Code::R01Possible => ("疑似现役", "Perhaps active"),
        Code::R02Current => ("限期内注册", "Registered lately"),
        Code::R02Past => ("曾经注册", "Once registered"),
        Code::R02YouthOnly => ("少年时注册", "Registered in youth"),
        Code::R03League => ("职业联赛经历", "Played in a league"),
        Code::R04Met => ("退役，占限额", "Former, in quota"),
        Code::R04ServiceShort => ("退役，工龄不足", "Former, joined too late"),
        Code::R04Cooling => ("退役年限不足", "Former, too recent"),
        Code::R04Unknown => ("疑似退役", "Perhaps former"),
        Code::R05AgeExempt => ("退役，年龄放宽", "Former, exempt by age"),
        Code::R06Grade => ("运动员等级", "Official grade"),
        Code::R07Specialist => ("体育专业人员", "Sport is the work"),
        Code::R07TooManyEvents => ("专业人员兼项过多", "Specialist, too many events"),
        Code::R08Ranked => ("有排名", "Ranked"),
        Code::R09Squad => ("集训队、高校队", "Squad or college team"),
        Code::T01TooMany => ("人数超限", "Too many players"),
        Code::T01TooFew => ("人数不足", "Too few players"),
        Code::T02TooMany => ("官员超额", "Too many officials"),
        Code::T02MayNotPlay => ("官员兼运动员", "Official who plays"),
        Code::T03Sex => ("男女人数不足", "Too few women or men"),
        Code::T04ExPro => ("退役运动员超额", "Too many former"),
        Code::T04Foreign => ("外籍超额", "Too many foreigners"),
        Code::T04Retired => ("退休人员超额", "Too many retired"),
        Code::T05TooManyTeams => ("队数超额", "Too many teams"),
        Code::T05Unknown => ("职工人数不明", "Staff not known"),
        Code::T06TooManyUnits => ("联队单位过多", "Too many units joined"),
        Code::T06TooLarge => ("联队单位过大", "Unit too large to join"),
        Code::T06Unknown => ("联队人数不明", "Staff of a part not known"),
        Code::E01TooManyEvents => ("兼项过多", "Too many events"),
        Code::E02TooManyEntries => ("报名超额", "Too many entries"),
        Code::E03Partner => ("搭档不同单位", "Partners of two employers"),
        Code::E05Group => ("组别不符", "Category may not enter"),
        Code::E05Unknown => ("单位类别不明", "Category not known"),
        Code::E06NotOnList => ("未经选拔", "Not from the lower tier"),
        Code::E06Unknown => ("选拔不明", "Lower tier not known"),
        Code::E06Replacement => ("替换人员", "Replacement"),
        Code::E06TooManyReplaced => ("替换超额", "Too many replaced"),
        Code::E07Late => ("逾期报名", "Late form"),
        Code::ImportIdPrecision => ("证件号丢位", "Number lost digits"),
        Code::ImportHeader => ("没有表头", "No headings"),
        Code::ImportCell => ("内容无法识别", "Unreadable cell"),
        Code::ImportEncrypted => ("有密码", "Password"),
        Code::ImportSize => ("文件太大", "Too large"),
        Code::ImportFormat => ("不是工作簿", "No workbook"),
        Code::ImportUnit => ("代表队不明", "Unit not known"),
        Code::ImportSport => ("比赛不明", "Sport not known"),
        Code::ImportEvent => ("项目不明", "Event not known"),
        Code::ImportPartner => ("搭档不符", "Partner in doubt"),
        Code::ImportRepeated => ("重复报表", "Second form"),
        Code::ImportTwice => ("重复填报", "Second row"),
        Code::ImportConflict => ("前后不一致", "Two statements"),
        Code::ImportVersion => ("模板版本不同", "Other version of the form"),
        Code::ImportSkipped => ("已跳过", "Passed over"),
    }
}
