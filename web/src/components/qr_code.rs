//! A QR code as one drawing.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};
use yew::prelude::*;

/// The code of a text, level M; nothing for a text that no code holds (more than about 2,300 bytes).
pub fn qr_code(text: &str) -> Html {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return html! { <svg hidden=true></svg> } };
    // A quiet zone of four modules belongs to the code (ISO/IEC 18004).
    const QUIET: usize = 4;
    let mut path = String::new();
    for y in 0..code.size {
        for x in (0..code.size).filter(|x| code[y][*x].value()) {
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let side = code.size + 2 * QUIET;
    html! {
        <svg class="qr-code" viewBox={format!("0 0 {side} {side}")} role="img" aria-label="QR" shape-rendering="crispEdges">
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path d={path} fill="#000" />
        </svg>
    }
}
