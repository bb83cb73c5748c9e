//! Why the private facts were not sealed or not opened, and what to do.

use gongsai::document::vault::{NotOpened, NotSealed, SHORTEST_PASSWORD};

use crate::{Lang, both};

/// Says why a vault was not sealed.
///
/// ```
/// use gongsai::document::vault::NotSealed;
/// use gongsai_wording::{Lang, vault::not_sealed};
/// let said = not_sealed(Lang::En, NotSealed::Password);
/// assert_eq!(said, "The password is too short: take at least 8 characters.");
/// ```
#[must_use]
pub fn not_sealed(lang: Lang, why: NotSealed) -> String {
    let (zh, en) = match why {
        NotSealed::Password => (
            format!("密码太短：请至少用 {SHORTEST_PASSWORD} 个字符。"),
            format!("The password is too short: take at least {SHORTEST_PASSWORD} characters."),
        ),
        NotSealed::Memory => memory(),
    };
    lang.pick(zh, en)
}

/// Says why a text was not opened as a sealed vault.
///
/// ```
/// use gongsai::document::vault::NotOpened;
/// use gongsai_wording::{Lang, vault::not_opened};
/// assert_eq!(not_opened(Lang::Zh, NotOpened::Password), "密码不对：请向发来文件的人核对密码。");
/// ```
#[must_use]
pub fn not_opened(lang: Lang, why: NotOpened) -> String {
    let (zh, en) = match why {
        NotOpened::Header => both(
            "这不是加密的人员资料：请选择导出的加密文件。",
            "This is no sealed file of personal facts: choose the sealed file that was exported.",
        ),
        NotOpened::Version(_) => both(
            "文件是更新版本的程序加密的：请更新程序后再打开。",
            "A later version of the program sealed the file: update the program.",
        ),
        NotOpened::Cost => both(
            "文件要求过多的内存或时间，不是本程序加密的：请不要使用。",
            "The file asks for more memory or time than this program ever does: do not use it.",
        ),
        NotOpened::Damaged => {
            both("文件在传送中损坏：请对方重新发送。", "The file was damaged on its way: have it sent again.")
        }
        NotOpened::Password => {
            both("密码不对：请向发来文件的人核对密码。", "The password is wrong: check it with whoever sent the file.")
        }
        NotOpened::Memory => memory(),
        NotOpened::OtherMeet(_) => both(
            "这是另一个运动会的人员资料：请先打开那个运动会。",
            "These are the facts of another meet: open that meet first.",
        ),
    };
    lang.pick(zh, en)
}

fn memory() -> (String, String) {
    both(
        "设备内存不足：请关闭其他程序或换一台设备再试。",
        "The device has too little memory: close other programs, or take another device.",
    )
}
