//! The columns of entry forms.

use crate::text::plain;

/// What a column of a form holds. Columns that no rule reads are kept with the person's other facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// 序号.
    Sequence,
    /// 姓名.
    Name,
    /// 性别.
    Sex,
    /// 出生年月.
    Birth,
    /// 年龄: no birth date can be told from it.
    Age,
    /// 证件类型.
    DocumentKind,
    /// 身份证号.
    Document,
    /// 代表队.
    Delegation,
    /// 工作单位.
    Employer,
    /// 用工性质.
    Employment,
    /// 入职时间.
    Since,
    /// 职务.
    Post,
    /// 参保月数.
    InsuredMonths,
    /// 参保月份.
    Insurance,
    /// 参保单位.
    Payer,
    /// 会员号.
    UnionNumber,
    /// 队内身份.
    Role,
    /// 参赛项目.
    Events,
    /// 搭档.
    Partner,
    /// 号码.
    Jersey,
    /// 队长.
    Captain,
    /// 上届名次.
    LastPlace,
    /// 运动员等级.
    Grade,
    /// 专业经历申报.
    History,
    /// 工会会员.
    Member,
    /// 在校学生.
    Student,
    /// 体检日期.
    Health,
    /// 意外险.
    Cover,
    /// 承诺书.
    Consent,
    /// 证明材料.
    Papers,
    /// 国籍.
    Nationality,
    /// 户籍所在地.
    Household,
    /// 落户时间.
    HouseholdSince,
    /// 职级.
    Rank,
    /// 体育从业情况.
    Occupation,
    /// 现有排名.
    Ranking,
    /// 现属运动队.
    Squad,
    /// 参加选拔赛.
    LowerTier,
    /// 电话.
    Phone,
    /// 服装尺码.
    Size,
    /// 餐饮.
    Diet,
    /// 住宿.
    Lodging,
    /// 照片.
    Photo,
    /// 备注.
    Remark,
}

/// The headings of each column, as [`plain`] text.
const HEADINGS: &[(Column, &[&str])] = &[
    (Column::Sequence, &["序号", "编号", "no", "no."]),
    (Column::Name, &["姓名", "运动员", "队员", "运动员姓名", "队员姓名", "参赛人员", "name"]),
    (Column::Sex, &["性别", "sex"]),
    (Column::Birth, &["出生日期", "出生年月", "出生年月日", "生日"]),
    (Column::Age, &["年龄", "周岁"]),
    (Column::DocumentKind, &["证件类型", "证件种类", "证件名称"]),
    (
        Column::Document,
        &["身份证号", "身份证号码", "身份证", "证件号", "证件号码", "居民身份证号", "居民身份证号码", "公民身份号码"],
    ),
    (Column::Delegation, &["代表队", "参赛单位", "代表单位", "参赛队", "代表队名称", "队名"]),
    (Column::Employer, &["工作单位", "单位", "所在单位", "单位名称", "工作单位名称"]),
    (Column::Employment, &["用工性质", "用工形式", "用工类型", "人员性质"]),
    (Column::Since, &["入职时间", "入职日期", "入职年月", "到单位时间", "进单位时间"]),
    (Column::Post, &["职务", "岗位", "职称"]),
    (Column::InsuredMonths, &["近12个月参保月数", "社保月数", "参保月数", "近12个月社保月数", "社保缴纳月数"]),
    (
        Column::Insurance,
        &["参保月份", "社保月份", "社保缴纳月份", "社保缴费月份", "缴费月份", "参保明细", "社保明细", "参保起止"],
    ),
    (Column::Payer, &["参保单位", "缴费单位", "参保缴费单位", "社保缴纳单位", "社保缴费单位"]),
    (Column::UnionNumber, &["会员号", "会员证号", "工会会员号"]),
    (Column::Role, &["队内身份", "身份", "队内职务", "职务/身份", "队中职务", "角色"]),
    (Column::Events, &["参赛项目", "项目", "报名项目", "参加项目", "比赛项目"]),
    (Column::Partner, &["搭档", "双打搭档", "配对", "搭档姓名", "双打配对"]),
    (Column::Jersey, &["号码", "球衣号码", "球衣号", "队服号码", "号码布", "比赛号码", "参赛号码"]),
    (Column::Captain, &["队长", "是否队长"]),
    (Column::LastPlace, &["上届名次", "上届成绩", "种子信息"]),
    (Column::Grade, &["运动员等级", "技术等级", "等级", "运动等级"]),
    (Column::History, &["专业经历", "专业经历申报", "专业队经历", "专业运动经历"]),
    (Column::Member, &["工会会员", "是否工会会员", "会员"]),
    (Column::Student, &["在校学生", "是否在校学生", "全日制在校学生"]),
    (Column::Health, &["体检日期", "体检时间", "体检证明日期"]),
    (Column::Cover, &["意外险", "保险", "意外保险", "人身意外险", "意外伤害险", "意外伤害保险"]),
    (Column::Consent, &["承诺书", "安全承诺书", "自愿参赛承诺书"]),
    (Column::Papers, &["证明材料", "材料", "附件材料"]),
    (Column::Nationality, &["国籍", "国籍/地区", "国家或地区"]),
    (Column::Household, &["户籍", "户籍所在地", "户口所在地", "户籍地", "户口", "户籍地址"]),
    (Column::HouseholdSince, &["落户时间", "落户日期", "户籍迁入时间", "户口迁入时间", "迁入时间"]),
    (Column::Rank, &["职级", "职务级别", "行政级别", "职务职级"]),
    (Column::Occupation, &["体育从业情况", "从业情况", "体育从业", "体育职业", "从事体育工作"]),
    (Column::Ranking, &["排名", "现有排名", "积分排名", "世界排名", "全国排名", "省排名", "当前排名"]),
    (Column::Squad, &["现属运动队", "现属队伍", "集训队", "校队", "集训队/校队", "高校代表队"]),
    (Column::LowerTier, &["选拔赛", "是否参加选拔赛", "参加选拔赛", "选拔赛名单", "是否经选拔", "逐级选拔"]),
    (Column::Phone, &["电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"]),
    (Column::Size, &["服装尺码", "尺码", "服装型号"]),
    (Column::Diet, &["餐饮", "饮食", "饮食要求"]),
    (Column::Lodging, &["住宿", "住宿要求"]),
    (Column::Photo, &["照片", "相片"]),
    (Column::Remark, &["备注", "说明"]),
];

impl Column {
    /// The column of a heading; width, spaces, stars and remarks in brackets do not matter.
    ///
    /// ```
    /// use gongsai::entry::Column;
    /// assert_eq!(Column::of("姓　名"), Some(Column::Name));
    /// assert_eq!(Column::of("＊身份证号\n（18位）："), Some(Column::Document));
    /// assert_eq!(Column::of("血型"), None);
    /// ```
    #[must_use]
    pub fn of(heading: &str) -> Option<Column> {
        let key = key(heading);
        let known = HEADINGS.iter().find(|(_, headings)| headings.contains(&key.as_str()));
        known.map(|(column, _)| *column)
    }

    /// The heading by which forms call it.
    ///
    /// ```
    /// use gongsai::entry::Column;
    /// assert_eq!(Column::of(Column::InsuredMonths.heading()), Some(Column::InsuredMonths));
    /// ```
    #[must_use]
    pub fn heading(self) -> &'static str {
        let known = HEADINGS.iter().find(|(column, _)| *column == self);
        known.and_then(|(_, headings)| headings.first()).copied().unwrap_or_default()
    }

    /// Whether an unreadable cell keeps the row out: the column says who a person is, or a rule judges by it.
    pub(super) fn is_judged(self) -> bool {
        match self {
            Column::Name
            | Column::Sex
            | Column::Birth
            | Column::Document
            | Column::Employer
            | Column::Employment
            | Column::Since
            | Column::InsuredMonths
            | Column::Insurance
            | Column::Events
            | Column::Grade
            | Column::History
            | Column::Member
            | Column::Student
            | Column::Health
            | Column::Cover
            | Column::Consent
            | Column::Papers
            | Column::Nationality
            | Column::Household
            | Column::HouseholdSince
            | Column::Rank
            | Column::Occupation
            | Column::Ranking
            | Column::Squad
            | Column::LowerTier => true,
            Column::Sequence
            | Column::Age
            | Column::DocumentKind
            | Column::Delegation
            | Column::Post
            | Column::Payer
            | Column::UnionNumber
            | Column::Role
            | Column::Partner
            | Column::Jersey
            | Column::Captain
            | Column::LastPlace
            | Column::Phone
            | Column::Size
            | Column::Diet
            | Column::Lodging
            | Column::Photo
            | Column::Remark => false,
        }
    }
}

/// A heading without stars, a final colon and what stands in brackets.
pub(super) fn key(heading: &str) -> String {
    let mut key = String::new();
    let mut depth: u32 = 0;
    for c in plain(heading).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | ':' => {}
            _ if depth == 0 => key.push(c),
            _ => {}
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_heading() {
        let columns: Vec<Column> = HEADINGS.iter().map(|(column, _)| *column).collect();
        assert_eq!(columns.len(), 44);
        for column in columns {
            assert_eq!(Column::of(column.heading()), Some(column));
        }
    }

    #[test]
    fn no_heading_stands_for_two_columns() {
        let mut seen: Vec<&str> = Vec::new();
        for (_, headings) in HEADINGS {
            for heading in *headings {
                assert_eq!(key(heading), *heading, "headings are listed as they are compared");
                assert!(!seen.contains(heading), "{heading} stands twice");
                seen.push(heading);
            }
        }
    }
}
