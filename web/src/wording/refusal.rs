//! Why something was refused, in one sentence.

use gongsai::meet::Refused;
use gongsai_wording::Lang;
use yew::AttrValue;

/// Why something was refused.
#[must_use]
pub fn refused(_language: Lang, refused: &Refused) -> AttrValue {
    refused.to_string().into()
}

/// Why a typed text is no result.
#[must_use]
pub fn unreadable(_language: Lang, error: &gongsai::score::ParseError) -> AttrValue {
    error.to_string().into()
}
