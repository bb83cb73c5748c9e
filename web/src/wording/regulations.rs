//! Texts of the page of the regulations.

use gongsai::regulations::{DrawRule, DrawTable, ScoreRule};
use gongsai_wording::Lang;

crate::texts! {
    /// Fixed texts of the page.
    Regs {
        NoneYet = "这个运动会还没有规程。", "This meet has no regulations yet.";
        NoneYetHint = "载入 .toml 规程文件：名称、日期、项目、赛制、资格条件都在里面。", "Load a .toml file: name, dates, events, formats and rules of eligibility are all in it.";
        Load = "载入规程文件", "Load a regulations file";
        LoadHint = "收下报名之后，规程不能再换。", "Once entries are taken in, the regulations can no longer be replaced.";
        Model = "使用省级职工运动会规程范本", "Use the model regulations of a provincial meet";
        FirstMatch = "开赛", "First day";
        Reference = "年龄与工龄计算日", "Ages and service counted on";
        Events = "项目", "Events";
        Event = "项目", "Event";
        Kind = "报名方式", "Entries are";
        Format = "赛制", "Format";
        Score = "计分", "Score";
        Draw = "抽签", "Draw";
        Ranking = "小组排名", "Ranking in groups";
        Entries = "已报", "Entered";
        Rules = "资格条件", "Rules of eligibility";
        Rule = "条件", "Rule";
        Content = "内容", "Content";
        Clause = "条款", "Article";
        Checked = "自动审查", "Checked here";
        Unchecked = "由人工审查", "For people to check";
        UncheckedHint = "规程写了、但本版程序不自动审查的条件，一律交人工，不会当作通过。", "Rules that the regulations name and this version does not check are left to people; none of them counts as passed.";
        Units = "参赛单位", "Units";
        NoUnits = "还没有单位名单。", "There is no list of units yet.";
        NoUnitsHint = "载入单位名单（CSV 或 Excel，一列“代表队”），报名表才能对上单位。", "Load the list of units (CSV or Excel with a column 代表队), so that forms find their unit.";
        LoadUnits = "载入单位名单", "Load the list of units";
        LoadUnitsHint = "CSV 或 Excel。已有的单位不会重复。", "CSV or Excel. Units that are there already are not added twice.";
        NotSent = "没有报名表", "No form yet";
        SentAll = "所有单位都已报名。", "Every unit has sent a form.";
        Unit = "单位", "Unit";
        Category = "类别", "Category";
        Export = "导出运动会文件", "Export the meet";
        Next = "下一步：收报名表", "Next: take in the forms";
    }
}

/// How many units sent forms and how many did not.
#[must_use]
pub fn unit_count(language: Lang, sent: usize, all: usize) -> String {
    language.pick(
        format!("{all} 个单位，{sent} 个已报名，{} 个未报", all - sent),
        format!("{all} units: {sent} have sent forms, {} have not", all - sent),
    )
}

/// Units were added.
#[must_use]
pub fn units_added(language: Lang, added: usize, known: usize) -> String {
    language.pick(
        format!("新增 {added} 个单位，{known} 个原已在名单里。"),
        format!("{added} units added; {known} were in the list already."),
    )
}

/// How an event is scored.
#[must_use]
pub fn score(language: Lang, rule: &ScoreRule) -> String {
    match rule {
        ScoreRule::Total(total) => {
            let draw = if total.draw { language.pick("，可平局", ", draws") } else { "" };
            let decision = total.decision.map(|by| gongsai_wording::score::decider(language, by));
            let decision = decision
                .map(|by| language.pick(format!("，{by}决胜"), format!(", decided by {by}")))
                .unwrap_or_default();
            let forfeit = total
                .forfeit
                .map(|award| {
                    let (points, article) = (award.points, article(language, award.clause));
                    language.pick(format!("，弃权 {points}:0{article}"), format!(", forfeit {points}:0{article}"))
                })
                .unwrap_or_default();
            format!("{}{draw}{decision}{forfeit}", language.pick("总比分", "Total score"))
        }
        ScoreRule::Games(game) => {
            let needed = game.needed();
            let cap = game
                .cap
                .map(|cap| language.pick(format!("，{cap} 分封顶"), format!(", cap {cap}")))
                .unwrap_or_default();
            let last = game
                .last
                .map(|last| language.pick(format!("，末局 {} 分", last.target), format!(", the last {}", last.target)))
                .unwrap_or_default();
            let award = game
                .award
                .map(|clause| {
                    let (points, article) = (game.target, article(language, clause));
                    language
                        .pick(format!("，弃权每局 {points}:0{article}"), format!(", forfeit {points}:0 each{article}"))
                })
                .unwrap_or_default();
            let rest = format!("{cap}{last}{award}");
            if game.play_all {
                return language.pick(
                    format!("打满 {} 局，每局 {} 分{rest}", game.best_of, game.target),
                    format!("All {} games, {} points{rest}", game.best_of, game.target),
                );
            }
            language.pick(
                format!("{} 局 {needed} 胜，每局 {} 分{rest}", game.best_of, game.target),
                format!("Best of {}, {} points{rest}", game.best_of, game.target),
            )
        }
    }
}

/// An article in brackets; nothing where there is none.
fn article(language: Lang, clause: &str) -> String {
    if clause.is_empty() { String::new() } else { language.pick(format!("（{clause}）"), format!(" ({clause})")) }
}

/// How an event is drawn.
#[must_use]
pub fn draw(language: Lang, rule: &DrawRule) -> String {
    let (zh, en) = match rule.table {
        DrawTable::Ittf => ("国际乒联 3.6", "ITTF 3.6"),
        DrawTable::Bwf => ("世界羽联 GCR 12", "BWF GCR 12"),
        DrawTable::Cn => ("国内种子位表", "Chinese tables"),
        DrawTable::Standard => ("标准种子位", "Standard seeding"),
    };
    let apart = if rule.units_apart { language.pick("，同单位分开", ", units kept apart") } else { "" };
    language.pick(format!("{zh}{apart}"), format!("{en}{apart}"))
}
