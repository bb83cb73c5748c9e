//! Roles on forms: officials alone 官员, players, and those who are both.
//!
//! | written | the row |
//! |---|---|
//! | `领队` · `教练` · `队医` · `主教练、队医` · `领队兼教练` | an official, of one role or two |
//! | `领队兼运动员` · `教练、队长` · `教练（兼）` · `教练` with the remark `兼项` | a player who is an official too |
//! | `运动员` · `队长` · nothing, or anything else | a player |

use crate::text::plain;

/// Words that make an official.
const LEADS: [&str; 5] = ["领队", "教练", "队医", "工作人员", "联络员"];
/// Words that make a player.
const PLAYS: [&str; 3] = ["运动员", "队员", "队长"];

/// Whether role and remark say an official who does not play.
pub(super) fn is_official_alone(role: &str, remark: &str) -> bool {
    let roles = plain(role);
    let leads = LEADS.iter().any(|word| roles.contains(word));
    leads && !plays(&roles) && !plays(&plain(remark).replace("不兼", ""))
}

/// The roles of a person who stands on a form twice.
pub(super) fn joined(first: Option<String>, second: Option<String>) -> Option<String> {
    let player = |other: &str| if is_official_alone(other, "") { "运动员" } else { "" }.to_owned();
    let (first, second) = match (first, second) {
        (None, None) => return None,
        (Some(first), Some(second)) => (first, second),
        (Some(first), None) => (player(&first), first),
        (None, Some(second)) => (player(&second), second),
    };
    Some(if first.is_empty() || first == second { second } else { format!("{first}兼{second}") })
}

/// Whether somebody plays by these words: 兼 joins two roles, or says alone that they play too.
fn plays(text: &str) -> bool {
    let second = |part: &str| LEADS.iter().any(|word| part.contains(word));
    PLAYS.iter().any(|word| text.contains(word)) || text.split('兼').skip(1).any(|part| !second(part))
}

#[cfg(test)]
mod tests {
    use super::{is_official_alone, joined};

    #[track_caller]
    fn check(role: &str, remark: &str, official: bool) {
        assert_eq!(is_official_alone(role, remark), official, "{role}/{remark}");
    }

    #[test]
    fn an_official_of_two_roles_is_no_player() {
        for role in ["领队", "教练", "队医", "主教练、队医", "领队兼教练", "领 队 兼 教练", "领队（兼教练）", "副领队"]
        {
            check(role, "", true);
        }
        check("教练", "联系人", true);
        check("教练", "兼领队", true);
        check("教练", "不兼项", true);
    }

    #[test]
    fn who_plays_too_is_a_player() {
        for role in ["领队兼运动员", "运动员兼教练", "教练、队长", "教练（兼）", "队员", "队长", "", "1号"]
        {
            check(role, "", false);
        }
        check("教练", "兼运动员", false);
        check("领队", "兼项", false);
    }

    #[test]
    fn roles_of_two_rows_are_both_kept() {
        let joined = |first: &str, second: &str| {
            let role = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            joined(role(first), role(second)).unwrap_or_default()
        };
        assert_eq!(joined("教练", "运动员"), "教练兼运动员");
        assert_eq!(joined("领队", "教练"), "领队兼教练");
        assert_eq!((joined("教练", ""), joined("", "教练")), ("运动员兼教练".to_owned(), "运动员兼教练".to_owned()));
        assert_eq!(
            (joined("队长", ""), joined("", ""), joined("队长", "队长")),
            ("队长".to_owned(), String::new(), "队长".to_owned())
        );
    }
}
