//! What separated entrants, in a few words.

use gongsai::standings::Reason;

use crate::Lang;
use crate::standings::criterion;

/// What separated entrants with equal match points.
#[must_use]
pub fn reason(language: Lang, reason: &Reason) -> String {
    match reason {
        Reason::Criterion(by) => criterion(language, by),
        Reason::Match => language.pick("两者之间的比赛", "The match between the two").to_owned(),
        Reason::Lot => language.pick("抽签", "The lot that was drawn").to_owned(),
        Reason::LotNeeded => language.pick("各项仍相等，须抽签", "Equal in everything: a lot must be drawn").to_owned(),
    }
}
