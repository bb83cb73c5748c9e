//! Why the receipt of a draw does not hold.

use gongsai::document::case::{CaseError, CaseReason};

use crate::Lang;
use crate::draw::no_draw;

/// Says why a receipt does not hold, and where on it. What the reader of its text found wrong is named by its place alone.
///
/// ```
/// use gongsai::document::draw::checked;
/// use gongsai_wording::{Lang, receipt::unlike};
/// let why = checked("{}").unwrap_err();
/// assert_eq!(unlike(Lang::Zh, &why), "这不是抽签凭证：读不懂 procedure。");
/// assert_eq!(unlike(Lang::En, &why), "This is no receipt of a draw: procedure cannot be read.");
/// ```
#[must_use]
pub fn unlike(lang: Lang, error: &CaseError) -> String {
    let path = &error.path;
    match (lang, &error.reason) {
        (Lang::Zh, CaseReason::Differs) => format!("凭证不实：照它重抽，{path} 与凭证上的不同。"),
        (Lang::En, CaseReason::Differs) => {
            format!("The receipt does not hold: drawn again, {path} is not what the receipt says.")
        }
        (Lang::Zh, CaseReason::Commitment) => "凭证不实：密种与抽签前公布的承诺码不符。".to_owned(),
        (Lang::En, CaseReason::Commitment) => {
            "The receipt does not hold: the secret is not the one of the commitment published before the draw."
                .to_owned()
        }
        (Lang::Zh, CaseReason::Procedure { found, known }) => {
            format!("凭证用的是抽签程序第 {found} 版，这里只认识到第 {known} 版：请更新后再核对。")
        }
        (Lang::En, CaseReason::Procedure { found, known }) => {
            format!("The receipt is of procedure {found}; up to {known} are known here: update, then check again.")
        }
        (_, CaseReason::Draw(error)) => no_draw(lang, error),
        (Lang::Zh, _) if path.is_empty() => "这不是抽签凭证：文字不完整，或不是从抽签页保存的。".to_owned(),
        (Lang::En, _) if path.is_empty() => {
            "This is no receipt of a draw: the text is cut short, or was not saved on the page of a draw.".to_owned()
        }
        (Lang::Zh, _) => format!("这不是抽签凭证：读不懂 {path}。"),
        (Lang::En, _) => format!("This is no receipt of a draw: {path} cannot be read."),
    }
}
