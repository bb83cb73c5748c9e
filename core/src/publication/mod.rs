//! Plain rows of what a meet shows, for screen and print. Public data only: names, units, scores and places; what the desk
//! sees of one person is a type of its own, [`Internal`], which no sheet holds.
//!
//! Rows hold data and no sentence: a title is [`Title::Final`], a waiting side is [`Source::Winner`] of a match; the
//! crate `gongsai-wording` turns them into words.
//!
//! | shown | rows |
//! |---|---|
//! | one match | [`card`] |
//! | the trees of a knockout | [`trees`], and the [`path`] of one entrant |
//! | a group | [`group_sheet`]: crosstable, ranking, and why |
//! | what is still possible in it | [`possible_sheet`] |
//! | what is to be drawn, and what was | [`draw_sheet`], [`drawn_sheet`], [`receipt_sheet`] |
//! | what is to be played | [`open_matches`], [`played_matches`] |
//! | the score sheet of a team tie | [`tie_sheet`] |
//! | a person, as anybody may see and as the desk sees | [`public`], [`internal`] |
//! | the public notice of who passed | [`notice_sheet`] |
//! | how far each unit is, and the letter that asks it for corrections | [`unit_rows`], [`letter()`] |
//! | the places | [`podium`] |
//! | what the meet comes to | [`overall_sheet`] |
//! | how far an event is | [`progress`] |

mod bracket_sheet;
mod card;
mod crosstable;
mod draw_sheet;
mod drawn_sheet;
mod names;
mod notice_sheet;
mod order_of_play;
mod overall_sheet;
mod path;
mod people;
mod podium;
mod possible_sheet;
mod progress;
mod receipt_sheet;
mod tie_sheet;
mod title;
mod unit_sheet;

pub use bracket_sheet::{Cell, Column, Joint, Tree, trees};
pub use card::{Card, CardState, Line, Source, Who, card};
pub use crosstable::{CrossCell, CrossRow, Ended, GroupSheet, Meeting, RankRow, Reason, group_sheet};
pub use draw_sheet::{DrawSheet, DrawUnit, draw_sheet};
pub use drawn_sheet::{DrawnSheet, drawn_sheet};
pub use names::{Name, name};
pub use notice_sheet::{NoticeList, NoticeSheet, notice_sheet};
pub use order_of_play::{open_matches, played_matches};
pub use overall_sheet::{OverallAward, OverallEvent, OverallSheet, OverallUnit, award_candidates, overall_sheet};
pub use path::{Path, path};
pub use people::{Internal, Public, internal, public};
pub use podium::{Podium, PodiumRow, podium};
pub use possible_sheet::{Hinge, PossibleRow, PossibleSheet, possible_sheet};
pub use progress::{Progress, Step, progress, round_progress};
pub use receipt_sheet::{DrawnName, HandPlace, ReceiptSheet, empty_place, receipt_sheet};
pub use tie_sheet::{RubberState, TieRow, TieSheet, tie_sheet};
pub use title::{Title, title};
pub use unit_sheet::{Letter, LetterLine, UnitList, UnitRow, letter, unit_rows};
