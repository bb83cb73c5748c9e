//! Where anybody checks the receipt of a draw: by drawing again, on the own device, without the meet.

use gongsai::document::case::CaseError;
use gongsai::document::draw::checked;
use gongsai::publication::ReceiptSheet;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::components::{FileDrop, draw_receipt};
use crate::frame::TopBar;
use crate::platform::{files, page};
use crate::session::use_language;
use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// What came of a receipt.
#[derive(Clone, PartialEq)]
enum Found {
    Nothing,
    Good(ReceiptSheet),
    Bad(CaseError),
}

/// The page.
#[component]
pub fn CheckDrawPage() -> Html {
    let language = use_language();
    let found = use_state_eq(|| Found::Nothing);
    let text = use_node_ref();
    use_effect_with(DrawText::CheckTitle.say(language), |title| page::set_title(title));
    let check = {
        let found = found.setter();
        use_callback((), move |text: String, ()| found.set(checked(&text).map_or_else(Found::Bad, Found::Good)))
    };
    let on_files = {
        let check = check.clone();
        Callback::from(move |files: Vec<gloo::file::File>| {
            let check = check.clone();
            spawn_local(async move {
                if let Some(file) = files.first() {
                    check.emit(files::text(file).await.unwrap_or_default());
                }
            });
        })
    };
    let onsubmit = {
        let text = text.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            check.emit(text.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default());
        })
    };
    let (good, bad) = match &*found {
        Found::Nothing => (None, None),
        Found::Good(sheet) => (Some(sheet), None),
        Found::Bad(why) => (None, Some(gongsai_wording::receipt::unlike(language, why))),
    };
    html! {
        <div class="frame frame-bare">
            <TopBar />
            <main id="page" class="page check-draw" tabindex="-1" data-test="check-draw-page">
                <h1>{ DrawText::CheckTitle.say(language) }</h1>
                <p class="lead no-print">{ DrawText::CheckHelp.say(language) }</p>
                <div class="check-ways no-print">
                    <FileDrop label={DrawText::CheckOpen.say(language)} hint={DrawText::CheckOpenHint.say(language)} accept=".json"
                        multiple=false test="check-file" {on_files} />
                    <form class="field" {onsubmit}>
                        <label class="field"><span>{ DrawText::CheckPaste.say(language) }</span>
                            <textarea ref={text} spellcheck="false" data-test="check-text" /></label>
                        <div class="buttons"><button type="submit" data-test="check-go">{ DrawText::CheckGo.say(language) }</button></div>
                    </form>
                </div>
                <p class="note good" role="status" hidden={good.is_none()} data-test="check-good">{ DrawText::CheckGood.say(language) }</p>
                <p class="note bad" role="alert" hidden={bad.is_none()} data-test="check-bad">{ bad.unwrap_or_default() }</p>
                <div>{ good.map_or_else(|| html! { <p hidden=true></p> }, |sheet| draw_receipt(language, sheet)) }</div>
            </main>
        </div>
    }
}
