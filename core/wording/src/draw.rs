//! Why there is no plan or draw, what a draw could not keep apart, and its steps.

use gongsai::draw::{Difference, DrawError, How, Pot, Shortfall, Spot, Step};
use gongsai::format::PlanError;

use crate::Lang;
use crate::locked::no_lock;

/// Says why a format cannot be played with so many entrants.
///
/// ```
/// use gongsai::format::PlanError;
/// use gongsai_wording::{Lang, draw::no_plan};
/// let error = PlanError::TooFew { entrants: 1, least: 2 };
/// assert_eq!(no_plan(Lang::Zh, &error), "只有 1 个参赛者，至少需要 2 个。");
/// assert_eq!(no_plan(Lang::En, &error), "There are 1 entrants; at least 2 are needed.");
/// ```
#[must_use]
pub fn no_plan(lang: Lang, error: &PlanError) -> String {
    match (lang, error) {
        (Lang::Zh, PlanError::TooFew { entrants, least }) => {
            format!("只有 {entrants} 个参赛者，至少需要 {least} 个。")
        }
        (Lang::En, PlanError::TooFew { entrants, least }) => {
            format!("There are {entrants} entrants; at least {least} are needed.")
        }
        (Lang::Zh, PlanError::TooMany { entrants, most }) => {
            format!("有 {entrants} 个参赛者，最多 {most} 个。")
        }
        (Lang::En, PlanError::TooMany { entrants, most }) => {
            format!("There are {entrants} entrants; at most {most} are possible.")
        }
        (Lang::Zh, PlanError::Places { places }) => format!("不能决出前 {places} 名：名次数须为 2、4、8……"),
        (Lang::En, PlanError::Places { places }) => {
            format!("{places} places cannot be played out: the number must be 2, 4, 8 and so on.")
        }
        (Lang::Zh, PlanError::GroupSize { group_size }) => format!("不能按每组 {group_size} 个分组。"),
        (Lang::En, PlanError::GroupSize { group_size }) => format!("Groups of {group_size} cannot be made."),
        (Lang::Zh, PlanError::GroupSizes { sum, entrants }) => {
            format!("各组人数合计 {sum}，与参加的 {entrants} 个不符，请修改规程中的分组人数。")
        }
        (Lang::En, PlanError::GroupSizes { sum, entrants }) => {
            format!(
                "The groups hold {sum} and there are {entrants} entrants: change the group sizes in the regulations."
            )
        }
        (Lang::Zh, PlanError::Best { best, of }) => format!("只有 {of} 个同名次的，不能从中取 {best} 个。"),
        (Lang::En, PlanError::Best { best, of }) => format!("{best} cannot be taken of {of} of that rank."),
        (Lang::Zh, PlanError::BestByTable { best }) => {
            format!("另取的 {best} 个来自哪些组事先不知道，请在规程中把晋级办法改为“重新抽签”。")
        }
        (Lang::En, PlanError::BestByTable { best }) => {
            format!("Nobody knows from which groups the best {best} will come: let the regulations say a second draw.")
        }
        (Lang::Zh, PlanError::Through { through, group_size }) => {
            format!("每组 {group_size} 个，不能有 {through} 个出线。")
        }
        (Lang::En, PlanError::Through { through, group_size }) => {
            format!("{through} cannot go on from a group of {group_size}.")
        }
        (Lang::Zh, PlanError::GroupTooSmall { size, through }) => {
            format!("最小的组只有 {size} 个，不能有 {through} 个出线：请减少组数或出线名额。")
        }
        (Lang::En, PlanError::GroupTooSmall { size, through }) => {
            format!("The smallest group has {size}, so {through} cannot go on: make fewer groups or let fewer go on.")
        }
        (Lang::Zh, PlanError::Pairs { pairs }) => {
            format!("指定首轮相遇的 {pairs} 对排不进一轮：有人重复、不在参赛者中，或对数太多。")
        }
        (Lang::En, PlanError::Pairs { pairs }) => {
            format!(
                "The {pairs} pairs asked for do not fit into one round: someone is twice or no entrant, or they are too many."
            )
        }
        (Lang::Zh, PlanError::Stages { entrants }) => format!("{entrants} 个参赛者的下一阶段与前一阶段接不上。"),
        (Lang::En, PlanError::Stages { entrants }) => {
            format!("The next stage of {entrants} entrants does not fit the one before.")
        }
        (Lang::Zh, PlanError::Crossing { groups, through }) => {
            format!("这种交叉对阵表不适用于 {groups} 个组、每组前 {through} 名出线。")
        }
        (Lang::En, PlanError::Crossing { groups, through }) => {
            format!("The table of this crossing is not for {through} of each of {groups} groups.")
        }
        (Lang::Zh, PlanError::TooManyGroups { groups, most }) => format!("有 {groups} 个组，最多 {most} 个。"),
        (Lang::En, PlanError::TooManyGroups { groups, most }) => {
            format!("There are {groups} groups; at most {most} are possible.")
        }
    }
}

/// Says why a draw cannot be made.
///
/// ```
/// use gongsai::draw::DrawError;
/// use gongsai_wording::{Lang, draw::no_draw};
/// let error = DrawError::SeedNumber { number: 5, before: 3 };
/// assert_eq!(no_draw(Lang::Zh, &error), "种子号不连续：前面有 3 个种子，却出现了 5 号。");
/// ```
#[must_use]
pub fn no_draw(lang: Lang, error: &DrawError) -> String {
    match (lang, error) {
        (Lang::Zh, DrawError::TooFew { entrants }) => format!("只有 {entrants} 个参赛者，至少 2 个才能抽签。"),
        (Lang::En, DrawError::TooFew { entrants }) => {
            format!("There are {entrants} entrants; a draw needs at least 2.")
        }
        (Lang::Zh, DrawError::TooMany { entrants, most }) => format!("有 {entrants} 个参赛者，最多 {most} 个。"),
        (Lang::En, DrawError::TooMany { entrants, most }) => {
            format!("There are {entrants} entrants; at most {most} are possible.")
        }
        (Lang::Zh, DrawError::Groups { groups, most }) => format!("不能分成 {groups} 个组：须为 1 到 {most} 个。"),
        (Lang::En, DrawError::Groups { groups, most }) => {
            format!("{groups} groups cannot be drawn: it must be 1 to {most}.")
        }
        (Lang::Zh, DrawError::GroupSizes { sum, entrants }) => {
            format!("各组人数合计 {sum}，参加的有 {entrants} 个，对不上；每组至少 1 个。")
        }
        (Lang::En, DrawError::GroupSizes { sum, entrants }) => {
            format!("The groups hold {sum} and there are {entrants} entrants; each group needs at least 1.")
        }
        (Lang::Zh, DrawError::SeedNumber { number, before }) => {
            format!("种子号不连续：前面有 {before} 个种子，却出现了 {number} 号。")
        }
        (Lang::En, DrawError::SeedNumber { number, before }) => {
            format!("The seed numbers have a gap: after {before} seeds comes number {number}.")
        }
        (Lang::Zh, DrawError::Origin { group, rank }) => {
            format!("第 {group} 组第 {rank} 名不存在：组号和名次从 1 算起。")
        }
        (Lang::En, DrawError::Origin { group, rank }) => {
            format!("There is no rank {rank} in group {group}: groups and ranks count from 1.")
        }
        (Lang::Zh, DrawError::Missing { group, rank }) => format!("缺少第 {group} 组第 {rank} 名。"),
        (Lang::En, DrawError::Missing { group, rank }) => format!("Rank {rank} of group {group} is missing."),
        (Lang::Zh, DrawError::Twice { group, rank }) => format!("第 {group} 组第 {rank} 名出现了两次。"),
        (Lang::En, DrawError::Twice { group, rank }) => format!("Rank {rank} of group {group} stands twice."),
        (Lang::Zh, DrawError::Lock { lock, why }) => {
            format!("第 {} 个人工指定的位置不行：{}", lock + 1, no_lock(lang, *why))
        }
        (Lang::En, DrawError::Lock { lock, why }) => {
            format!("Place {} set by hand cannot be: {}", lock + 1, no_lock(lang, *why))
        }
    }
}

/// Says what could not be kept apart. `unit` names a unit.
///
/// ```
/// use gongsai::draw::Shortfall;
/// use gongsai_wording::{Lang, draw::shortfall};
/// let found = Shortfall::FirstRound { unit: 3, matches: 1 };
/// assert_eq!(shortfall(Lang::Zh, &found, |_| "矿务局".to_owned()), "矿务局：第一轮有 1 场同单位相遇，无法避免。");
/// ```
#[must_use]
pub fn shortfall(lang: Lang, shortfall: &Shortfall, unit: impl Fn(u32) -> String) -> String {
    match (lang, shortfall) {
        (Lang::Zh, Shortfall::FirstRound { unit: number, matches }) => {
            format!("{}：第一轮有 {matches} 场同单位相遇，无法避免。", unit(*number))
        }
        (Lang::En, Shortfall::FirstRound { unit: number, matches }) => {
            format!("{}: {matches} first-round matches within the unit could not be avoided.", unit(*number))
        }
        (Lang::Zh, Shortfall::Sections { unit: number, sections, fewest, most, round }) => {
            let (unit, sections) = (unit(*number), section_zh(*sections));
            format!("{unit}：在各{sections}区分布不均，最少 {fewest} 个，最多 {most} 个，从第 {round} 轮起可能相遇。")
        }
        (Lang::En, Shortfall::Sections { unit: number, sections, fewest, most, round }) => {
            let (unit, sections) = (unit(*number), section_en(*sections));
            format!(
                "{unit}: uneven over the {sections}, from {fewest} to {most} in one; two can meet from round {round} on."
            )
        }
        (Lang::Zh, Shortfall::Groups { unit: number, fewest, most }) => {
            format!("{}：在各组分布不均，最少 {fewest} 个，最多 {most} 个。", unit(*number))
        }
        (Lang::En, Shortfall::Groups { unit: number, fewest, most }) => {
            format!("{}: uneven over the groups, from {fewest} to {most} in one.", unit(*number))
        }
        (Lang::Zh, Shortfall::SameGroup { group }) => format!("第 {group} 组的两个出线者在第一轮再次相遇。"),
        (Lang::En, Shortfall::SameGroup { group }) => format!("Two of group {group} meet again in the first round."),
        (Lang::Zh, Shortfall::SameHalf { group }) => format!("第 {group} 组的第一名和第二名在同一半区。"),
        (Lang::En, Shortfall::SameHalf { group }) => {
            format!("The first and the second of group {group} are in the same half.")
        }
    }
}

/// Says one step of a draw. `entrant` is the name of who was drawn.
///
/// ```
/// use gongsai::draw::{How, Pot, Spot, Step};
/// use gongsai_wording::{Lang, draw::step};
/// let drawn = Step { entrant: 0, pot: Pot::Seeds { from: 3, to: 4 }, spot: Spot::Position(8), how: How::Lot };
/// assert_eq!(step(Lang::Zh, &drawn, "李明"), "3–4 号种子：李明抽入 8 号位。");
/// assert_eq!(step(Lang::En, &drawn, "Li Ming"), "Seeds 3–4: Li Ming is drawn to position 8.");
/// ```
#[must_use]
pub fn step(lang: Lang, step: &Step, entrant: &str) -> String {
    let pot = pot(lang, step.pot);
    let spot = spot(lang, step.spot);
    match (lang, step.how) {
        (Lang::Zh, How::Lot) => format!("{pot}：{entrant}抽入{spot}。"),
        (Lang::Zh, How::Forced) => format!("{pot}：{entrant}进入{spot}。"),
        (Lang::En, How::Lot) => format!("{pot}: {entrant} is drawn to {spot}."),
        (Lang::En, How::Forced) => format!("{pot}: {entrant} goes to {spot}."),
        (Lang::Zh, How::Exchanged) => format!("{pot}：{entrant}为回避同单位换到{spot}。"),
        (Lang::En, How::Exchanged) => format!("{pot}: {entrant} goes to {spot} by exchange, to keep units apart."),
        (Lang::Zh, How::Hand) => format!("{pot}：{entrant}定于{spot}。"),
        (Lang::En, How::Hand) => format!("{pot}: {entrant} is set to {spot}."),
    }
}

/// The name of a pot.
#[must_use]
pub fn pot(lang: Lang, pot: Pot) -> String {
    match (lang, pot) {
        (Lang::Zh, Pot::Seeds { from, to }) if from == to => format!("{from} 号种子"),
        (Lang::En, Pot::Seeds { from, to }) if from == to => format!("Seed {from}"),
        (Lang::Zh, Pot::Seeds { from, to }) => format!("{from}–{to} 号种子"),
        (Lang::En, Pot::Seeds { from, to }) => format!("Seeds {from}–{to}"),
        (Lang::Zh, Pot::Unseeded) => "非种子".to_owned(),
        (Lang::En, Pot::Unseeded) => "Unseeded".to_owned(),
        (Lang::Zh, Pot::Winners { from, to }) if from == to => format!("第 {from} 组第一名"),
        (Lang::En, Pot::Winners { from, to }) if from == to => format!("Winner of group {from}"),
        (Lang::Zh, Pot::Winners { from, to }) => format!("第 {from}–{to} 组第一名"),
        (Lang::En, Pot::Winners { from, to }) => format!("Winners of groups {from}–{to}"),
        (Lang::Zh, Pot::Rank(rank)) => format!("各组第 {rank} 名"),
        (Lang::En, Pot::Rank(rank)) => format!("Rank {rank} of the groups"),
        (Lang::Zh, Pot::Locked) => "人工指定".to_owned(),
        (Lang::En, Pot::Locked) => "Set by hand".to_owned(),
    }
}

/// The name of a place.
#[must_use]
pub fn spot(lang: Lang, spot: Spot) -> String {
    match (lang, spot) {
        (Lang::Zh, Spot::Position(position)) => format!(" {position} 号位"),
        (Lang::En, Spot::Position(position)) => format!("position {position}"),
        (Lang::Zh, Spot::Group { group, row }) => format!("第 {group} 组 {row} 号"),
        (Lang::En, Spot::Group { group, row }) => format!("group {group}, number {row}"),
    }
}

/// Says in what a receipt differs from the draw. `entrant` names who is meant by an index.
///
/// ```
/// use gongsai::draw::Difference;
/// use gongsai_wording::{Lang, draw::difference};
/// let found = Difference::Position { position: 3, claimed: Some(1), drawn: None };
/// let name = |index: usize| ["甲", "乙"][index].to_owned();
/// assert_eq!(difference(Lang::Zh, &found, name), "3 号位不符：凭证上是乙，重抽是轮空。");
/// ```
#[must_use]
pub fn difference(lang: Lang, difference: &Difference, entrant: impl Fn(usize) -> String) -> String {
    let seat = |seat: &Option<usize>| match (lang, seat) {
        (_, Some(index)) => entrant(*index),
        (Lang::Zh, None) => "轮空".to_owned(),
        (Lang::En, None) => "a bye".to_owned(),
    };
    match (lang, difference) {
        (Lang::Zh, Difference::Procedure { found }) => format!("抽签程序版本 {found} 不认识，无法核对。"),
        (Lang::En, Difference::Procedure { found }) => format!("Drawing procedure {found} is not known here."),
        (Lang::Zh, Difference::Refused(error)) => format!("按凭证无法抽签：{}", no_draw(lang, error)),
        (Lang::En, Difference::Refused(error)) => format!("This draw cannot be made: {}", no_draw(lang, error)),
        (Lang::Zh, Difference::Shape) => "凭证的结果与所抽的项目不是一种形式。".to_owned(),
        (Lang::En, Difference::Shape) => "The result has another shape than what was to be drawn.".to_owned(),
        (Lang::Zh, Difference::Position { position, claimed, drawn }) => {
            format!("{position} 号位不符：凭证上是{}，重抽是{}。", seat(claimed), seat(drawn))
        }
        (Lang::En, Difference::Position { position, claimed, drawn }) => {
            let (claimed, drawn) = (seat(claimed), seat(drawn));
            format!("Position {position} differs: {claimed} on the receipt, {drawn} in the draw.")
        }
        (Lang::Zh, Difference::Group { group, row, claimed, drawn }) => {
            let (claimed, drawn) = (entrant(*claimed), entrant(*drawn));
            format!("第 {group} 组 {row} 号不符：凭证上是{claimed}，重抽是{drawn}。")
        }
        (Lang::En, Difference::Group { group, row, claimed, drawn }) => {
            let (claimed, drawn) = (entrant(*claimed), entrant(*drawn));
            format!("Group {group}, number {row} differs: {claimed} on the receipt, {drawn} in the draw.")
        }
        (Lang::Zh, Difference::Shortfall) => "凭证所列的未能分开之处不符。".to_owned(),
        (Lang::En, Difference::Shortfall) => "What could not be kept apart differs.".to_owned(),
        (Lang::Zh, Difference::Step(number)) => format!("从第 {number} 步起抽签步骤不符。"),
        (Lang::En, Difference::Step(number)) => format!("The steps differ from number {number} on."),
    }
}

pub(crate) fn section_zh(sections: u16) -> String {
    if sections == 2 { "半".to_owned() } else { format!("1/{sections} ") }
}

pub(crate) fn section_en(sections: u16) -> String {
    match sections {
        2 => "halves".to_owned(),
        4 => "quarters".to_owned(),
        8 => "eighths".to_owned(),
        16 => "sixteenths".to_owned(),
        _ => format!("{sections} sections"),
    }
}
