//! Why a format gives no plan, or a draw cannot be made.

use gongsai::draw::DrawError;
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
        _ => (format!("这个赛制排不出来（{error}）。"), format!("The format gives no plan ({error}).")),
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
        _ => (format!("抽签做不了（{error}）。"), format!("The draw cannot be made ({error}).")),
    };
    lang.pick(zh, en)
}
