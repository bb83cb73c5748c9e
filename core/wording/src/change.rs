//! Why a bracket refuses a change.

use gongsai::bracket::{BuildError, ChangeError, DrawStage};
use gongsai::id::MatchId;
use gongsai::regulations::Sport;

use crate::{Lang, publication, score};

/// The name of a match as cards and sheets have it: `第 C2-1 场`.
///
/// ```
/// use gongsai_wording::{Lang, change::match_name};
/// assert_eq!(match_name(Lang::Zh, "G3.2.1".parse()?), "第 C2-1 场");
/// assert_eq!(match_name(Lang::En, "W1.4".parse()?), "match 1-4");
/// # Ok::<(), gongsai::id::BadId>(())
/// ```
#[must_use]
pub fn match_name(lang: Lang, id: MatchId) -> String {
    let number = publication::match_number(id);
    lang.pick(format!("第 {number} 场"), format!("match {number}"))
}

/// Says why a bracket refuses a change, and what to do.
#[must_use]
pub fn refusal(lang: Lang, sport: Option<Sport>, error: &ChangeError) -> String {
    let named = |id: &MatchId| match_name(lang, *id);
    let (zh, en) = match error {
        ChangeError::Score(error) => return score::refusal(lang, sport, error),
        ChangeError::NoMatch(id) => (format!("没有这一场：{}。", named(id)), format!("No such match: {}.", named(id))),
        ChangeError::Waiting(id) => {
            (format!("{}还在等对手。", named(id)), format!("Still waiting for an entrant: {}.", named(id)))
        }
        ChangeError::NotPlayed(id) => {
            (format!("{}轮空，不用打。", named(id)), format!("A bye, not played: {}.", named(id)))
        }
        ChangeError::Decided(id) => (
            format!("{}已有成绩：要改请用“更正”。", named(id)),
            format!("There is a result: {}. To change it, correct it.", named(id)),
        ),
        ChangeError::Undecided(id) => {
            (format!("{}还没有成绩可更正。", named(id)), format!("No result to correct: {}.", named(id)))
        }
        ChangeError::Consequences { matches, draw } => consequences(lang, matches, *draw),
        ChangeError::NoDraw(stage) => {
            let (zh, en) = match stage {
                DrawStage::First => ("第一次抽签", "first draw"),
                DrawStage::Second => ("第二次抽签", "second draw"),
            };
            (format!("本项目没有待做的{zh}。"), format!("The event has no open {en}."))
        }
        ChangeError::GroupsOpen(groups) => {
            let list: Vec<String> = groups.iter().map(|group| publication::group(lang, *group)).collect();
            (
                format!("{}还没有排定名次，不能抽第二阶段。", list.join("、")),
                format!("Not decided, so the second draw waits: {}.", list.join(", ")),
            )
        }
        ChangeError::Position(position) => (
            format!("第 {position} 号位不对：没有、重复或应空着。"),
            format!("Position {position} is unknown, twice, or stays empty."),
        ),
        ChangeError::Entry(_) => (
            "有一个队不该在这次抽签里，或出现了两次。".to_owned(),
            "An entry does not belong in this draw, or stands twice.".to_owned(),
        ),
    };
    lang.pick(zh, en)
}

fn consequences(lang: Lang, matches: &[MatchId], draw: bool) -> (String, String) {
    let list: Vec<String> = matches.iter().map(|id| match_name(lang, *id)).collect();
    let zh_draw = if draw { "第二次抽签也要重做。" } else { "" };
    let en_draw = if draw { " The second draw would be made again." } else { "" };
    (
        format!("这个成绩影响后面已打的 {} 场：{}。{zh_draw}", list.len(), list.join("、")),
        format!("{} matches that follow from this result are played: {}.{en_draw}", list.len(), list.join(", ")),
    )
}

/// Says why a plan is no graph: a fault of this program, not of the person.
#[must_use]
pub fn build_error(lang: Lang, error: BuildError) -> String {
    lang.pick(format!("赛制编排出错（{error}）。"), format!("The plan of the format is faulty ({error})."))
}
