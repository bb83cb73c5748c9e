//! Why a format gives no plan, or a draw cannot be made.

use gongsai::draw::{Difference, DrawError};
use gongsai::format::PlanError;

use crate::Lang;

/// Says why a format gives no plan for so many entrants.
#[must_use]
pub fn error(lang: Lang, error: &PlanError) -> String {
    let (zh, en) = match *error {
        PlanError::TooFew { entrants, least } => (
            format!("只有 {entrants} 个参赛者，这个赛制至少要 {least} 个。"),
            format!("{entrants} entrants; the format needs at least {least}."),
        ),
        PlanError::TooMany { entrants, most } => (
            format!("有 {entrants} 个参赛者，这个赛制最多 {most} 个。"),
            format!("{entrants} entrants; the format holds at most {most}."),
        ),
        PlanError::Places { places } => (
            format!("不能决出前 {places} 名：须为 2、4、8、16……"),
            format!("{places} places cannot be played out: 2, 4, 8, 16 … can."),
        ),
        PlanError::GroupSize { group_size } => {
            (format!("不能按每组 {group_size} 个分组。"), format!("Groups of {group_size} cannot be made."))
        }
        PlanError::Through { through, group_size } => (
            format!("每组 {group_size} 个，不能有 {through} 个出线。"),
            format!("{through} cannot go on from groups of {group_size}."),
        ),
        PlanError::GroupTooSmall { size, through } => (
            format!("最小的组只有 {size} 个，不够 {through} 个出线。"),
            format!("The smallest group has {size}, too few for {through} to go on."),
        ),
        PlanError::TooManyGroups { groups, most } => (
            format!("分成 {groups} 组太多，最多 {most} 组。"),
            format!("{groups} groups are too many: at most {most}."),
        ),
    };
    lang.pick(zh, en)
}

/// Says why a draw cannot be made.
#[must_use]
pub fn draw_error(lang: Lang, error: DrawError) -> String {
    let (zh, en) = match error {
        DrawError::TooFew { entrants } => (
            format!("只有 {entrants} 个参赛者，抽签至少要 2 个。"),
            format!("{entrants} entrants; a draw needs at least 2."),
        ),
        DrawError::TooMany { entrants, most } => (
            format!("有 {entrants} 个参赛者，最多能抽 {most} 个。"),
            format!("{entrants} entrants; a draw holds at most {most}."),
        ),
        DrawError::Groups { groups, most } => (
            format!("不能分成 {groups} 组，可分 1 到 {most} 组。"),
            format!("{groups} groups cannot be made; 1 to {most} can."),
        ),
        DrawError::SeedNumber { number, before } => (
            format!("种子序号不连续：前面有 {before} 个种子，后面却是 {number} 号。"),
            format!("Seed numbers have a gap: {before} seeds, then number {number}."),
        ),
        DrawError::Origin { group, rank } | DrawError::Missing { group, rank } => (
            format!("第 {group} 组没有第 {rank} 名。"),
            format!("Nobody has rank {rank} in group {group}."),
        ),
        DrawError::Twice { group, rank } => (
            format!("第 {group} 组有两个第 {rank} 名。"),
            format!("Two have rank {rank} in group {group}."),
        ),
    };
    lang.pick(zh, en)
}

/// Says where a draw that was made again differs from the one that is recorded.
#[must_use]
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let (zh, en) = match difference {
        Difference::Procedure { found } => (
            format!("这次抽签用的是第 {found} 版程序，本版不能复核。"),
            format!("The draw was made by procedure {found}, which this version cannot check."),
        ),
        Difference::Refused(error) => return draw_error(lang, *error),
        Difference::Shape => {
            ("复核得到的签位形式不同。".to_owned(), "Drawn again, it has another shape.".to_owned())
        }
        Difference::Position { position, .. } => (
            format!("复核时第 {position} 号签位是另一个参赛者。"),
            format!("Drawn again, another entrant stands at position {position}."),
        ),
        Difference::Group { group, row, .. } => (
            format!("复核时第 {group} 组第 {row} 位是另一个参赛者。"),
            format!("Drawn again, another entrant stands in group {group}, row {row}."),
        ),
        Difference::Step(step) => {
            (format!("复核时第 {step} 步不同。"), format!("Drawn again, step {step} differs."))
        }
        Difference::Shortfall => {
            ("复核得到的同单位相遇不同。".to_owned(), "Drawn again, other units meet early.".to_owned())
        }
    };
    lang.pick(zh, en)
}
