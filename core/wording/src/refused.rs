//! Why a command was refused.

use gongsai::meet::{NotTaken, Refused, Right, Unlike};
use gongsai::regulations::Sport;

use crate::{Lang, admission, both, change, draw, lineup, overall, regulations};

/// Says why a command was refused, and what to do.
///
/// ```
/// use gongsai::meet::Refused;
/// use gongsai_wording::{Lang, refused::sentence};
/// assert_eq!(sentence(Lang::Zh, None, &Refused::NoRegulations), "还没有竞赛规程：请先载入规程。");
/// assert_eq!(sentence(Lang::En, None, &Refused::NoRegulations), "There are no regulations yet: load them first.");
/// ```
#[must_use]
pub fn sentence(lang: Lang, sport: Option<Sport>, refused: &Refused) -> String {
    let (zh, en) = match refused {
        Refused::Plan(error) => return draw::no_plan(lang, error),
        Refused::Build(error) => return change::build_error(lang, *error),
        Refused::Draw(error) => return draw::no_draw(lang, error),
        Refused::DrawDiffers(difference) => return draw::difference(lang, difference, |index| (index + 1).to_string()),
        Refused::Change(error) => return change::refusal(lang, sport, error),
        Refused::Defects(defects) => {
            let list = regulations::defects(lang, defects);
            let count = defects.len();
            (format!("规程有 {count} 处问题：{list}"), format!("The regulations have {count} defects: {list}"))
        }
        Refused::OtherMeet(_) => both("这条记录属于另一个运动会。", "The record is of another meet."),
        Refused::Gap(id) => (format!("记录 {id} 之前缺少记录。"), format!("Records before {id} are missing.")),
        Refused::NoRegulations => {
            both("还没有竞赛规程：请先载入规程。", "There are no regulations yet: load them first.")
        }
        Refused::RegulationsStand => both(
            "已按现行规程收下报名，规程不能再换。",
            "Entries were taken in by these regulations; they can no longer be replaced.",
        ),
        Refused::LaterVersion => both(
            "这条记录是更新版本的程序写的：请更新程序后再看。",
            "A later version of the program wrote this record: update the program.",
        ),
        Refused::NoRecord(id) => {
            (format!("此前没有可撤销的记录 {id}。"), format!("No record {id} stands before this one to be undone."))
        }
        Refused::NotUndone(_) => both(
            "授权不能撤销：请改用“收回授权”。",
            "Giving or taking a right is not undone: take the right back instead.",
        ),
        Refused::NotOrganised => both(
            "这个运动会没有密钥，人人可写，无从授权。",
            "The meet is held under no key: anyone may write, and there are no rights to give.",
        ),
        Refused::OtherKey => {
            both("密钥不是这个运动会的主办密钥。", "The key is not the one that the meet is held under.")
        }
        Refused::RightTwice(_) => {
            both("这台设备已有或曾有授权：请生成新的授权码。", "The device has, or had, a right: make a new one.")
        }
        Refused::NoRight(_) => both("这台设备没有授权可收回。", "The device has no right to be taken back."),
        Refused::NotAllowed(right) => not_allowed(*right),
        Refused::OtherName(holder) => (
            format!("这台设备授权给了{holder}：审查只能以{holder}的名义进行。"),
            format!("This device was given to {holder}: review under the name of {holder}."),
        ),
        Refused::Following => both(
            "另一个窗口正在录入，这里只同步显示：要在这里录入，请点“改在这里录入”。",
            "Another window writes and this one follows it: to write here, press “Write here”.",
        ),
        Refused::Opening => {
            both("记录还在读取，请稍候再试。", "The records of the meet are still being read: try again in a moment.")
        }
        Refused::Withdrawn(_) => both("已经退赛。", "This entry has withdrawn already."),
        Refused::NoName => both("名称不能为空。", "A name must not be empty."),
        Refused::Disputed(id) => (
            format!("{}有互相矛盾的成绩：须由工作人员裁定。", change::match_name(Lang::Zh, *id)),
            format!("Results differ and staff must decide: {}.", change::match_name(Lang::En, *id)),
        ),
        Refused::OtherEntrants(id) => (
            format!("{}的对阵已变：请核对后再录入。", change::match_name(Lang::Zh, *id)),
            format!("Others stand there now, look again: {}.", change::match_name(Lang::En, *id)),
        ),
        Refused::NoUnit(_) => both("单位名单里没有这个单位。", "The list of units does not hold this unit."),
        Refused::UnitTwice(name) => (format!("单位“{name}”出现了两次。"), format!("Unit “{name}” stands twice.")),
        Refused::NoPerson(_) => both("没有这个人。", "There is no such person."),
        Refused::PersonElsewhere(_) => both("这个人属于另一个单位。", "This person belongs to another unit."),
        Refused::NoEvent(id) => (format!("规程里没有项目 {id}。"), format!("The regulations do not hold event {id}.")),
        Refused::NoEntry(_) => both("这个项目里没有这份报名。", "The event has no such entry."),
        Refused::EntryTwice(_) => both("这份报名已属于别处。", "This entry belongs elsewhere already."),
        Refused::NoSport(sport) => {
            (format!("本次运动会不设{}。", sport.chinese()), format!("The meet does not hold {}.", sport.code()))
        }
        Refused::Drawn(id) => (
            format!("项目 {id} 已经抽签，报名不能再改。"),
            format!("Event {id} is drawn: its entries can no longer change."),
        ),
        Refused::Announced(id) => (
            format!("项目 {id} 的抽签已经公布：要重新公布，请写明原因。"),
            format!("The draw of event {id} is announced already: to announce another, give the reason."),
        ),
        Refused::FormatAnnounced(id) => (
            format!("项目 {id} 的抽签已按现行赛制公布：请先撤销公布，再改赛制。"),
            format!("The draw of event {id} is announced in this format: undo the announcement, then change it."),
        ),
        Refused::NoLot(id) => (
            format!("项目 {id} 按交叉表落位，不用抽签，无须公布。"),
            format!("The places of event {id} come from a table without a lot: there is nothing to announce."),
        ),
        Refused::NotAsAnnounced(Unlike::Secret) => both(
            "种子与公布的承诺码不符，不能抽签。",
            "The seed is not the one that the announced commitment was made of.",
        ),
        Refused::NotAsAnnounced(Unlike::Entrants) => both(
            "公布之后参加抽签的名单变了：请写明原因重新公布，再抽签。",
            "Those to be drawn are no longer those announced: announce the draw anew with the reason, then draw.",
        ),
        Refused::NotAsAnnounced(Unlike::ByHand) => both(
            "人工指定的位置与公布的不同：请写明原因重新公布，再抽签。",
            "The places set by hand are not those announced: announce the draw anew with the reason, then draw.",
        ),
        Refused::ByHand(_) => both(
            "人工指定位置须写明原因；按名次排位的赛制不能指定。",
            "A place set by hand needs a reason, and a format by ranks has no places to set.",
        ),
        Refused::NotDrawn(id) => (format!("项目 {id} 还没有抽签。"), format!("Event {id} is not drawn yet.")),
        Refused::NoGroup(group) => (format!("没有第 {group} 组。"), format!("There is no group {group}.")),
        Refused::Lineup(why) => not_taken(why),
        Refused::Admission(why) => admission::not_admitted(why),
        Refused::Substitution(why) => admission::not_substituted(why),
        Refused::Sanction(why) => admission::not_sanctioned(*why),
        Refused::Award(_, why) => overall::not_awarded(*why),
        Refused::LotDiffers => both(
            "先后次序与这个种子抽出的不同：请重新抽签。",
            "The order is not the one that the seed gives: draw the lot again.",
        ),
        Refused::NoMatchResult => both("请写明加赛的结果。", "Please give the result of the match."),
        Refused::LotNotNeeded => both(
            "抽签定名次只用于规则分不出先后的各队，且须全部列出。",
            "A lot is for entries that no rule separates, and must name all of them.",
        ),
    };
    lang.pick(zh, en)
}

fn not_taken(why: &NotTaken) -> (String, String) {
    match why {
        NotTaken::NoTie(id) => {
            (format!("项目 {id} 不是团体赛，没有出场名单。"), format!("Event {id} has no team ties and no line-ups."))
        }
        NotTaken::NoList(id) => (
            format!("项目 {id} 不交上场名单：团体赛交出场名单，单项不用交。"),
            format!("Event {id} has no match lists: teams in ties hand in line-ups, and others nothing."),
        ),
        NotTaken::Committed(_) => both(
            "本队已经交过出场名单，不能再换：确需更换，请工作人员撤销前一份。",
            "The team has handed in its line-up already: to replace it, staff must undo the first.",
        ),
        NotTaken::NotCommitted(_) => both(
            "双方都交了出场名单才能公开：还有一方没有交。",
            "Line-ups are opened when both sides have handed in: one has not yet.",
        ),
        NotTaken::Differ(_) => both(
            "有一方交了两份不同的出场名单：请工作人员撤销其中一份。",
            "One side has handed in two line-ups that differ: staff must undo one of them.",
        ),
        NotTaken::Opened => both("出场名单已经公开。", "The line-up is open already."),
        NotTaken::Unlike => both(
            "这份出场名单或密语与交上来的承诺码不符。",
            "The line-up, or its secret, is not the one that was handed in.",
        ),
        NotTaken::Faults { faults, names } => {
            let all = |lang: Lang| -> Vec<String> {
                let name = |id| names.get(&id).cloned().unwrap_or_default();
                faults.iter().map(|fault| lineup::fault(lang, fault, name)).collect()
            };
            (
                format!("名单不合规则：{}", all(Lang::Zh).concat()),
                format!("The list breaks rules: {}", all(Lang::En).join(" ")),
            )
        }
    }
}

fn not_allowed(right: Right) -> (String, String) {
    match right {
        Right::Organiser | Right::Staff => both("这一步只有主办方能做。", "Only the organiser may do this."),
        Right::Referee { court, day } => (
            format!("您的授权只限 {day} 第 {court} 号场地（台）的成绩。"),
            format!("Your right is for the results of court {court} on {day} only."),
        ),
        Right::Captain { .. } => {
            both("您的授权只限本队的出场名单。", "Your right is for the line-ups of your own team only.")
        }
        Right::Viewer => both("这台设备没有录入权限。", "This device may not write."),
    }
}
