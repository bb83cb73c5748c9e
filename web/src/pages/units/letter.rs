//! The letter to a unit, on the screen as it is printed.

use gongsai::clause::Clause;
use gongsai::finding::Code;
use gongsai::id::UnitId;
use gongsai::publication::{Letter, letter};
use gongsai_wording::Lang;
use gongsai_wording::finding::code_title;
use yew::prelude::*;

use crate::platform::{clock, page};
use crate::session::{use_language, use_meet};
use crate::wording::admission::Admission as Text;
use crate::wording::{Words as _, date, sport};

#[derive(PartialEq, Properties)]
pub(super) struct LetterSheetProps {
    /// To whom; none where no letter is open.
    pub(super) unit: Option<UnitId>,
    /// It is to be closed.
    pub(super) on_close: Callback<()>,
}

/// The letter.
#[component]
pub(super) fn LetterSheet(props: &LetterSheetProps) -> Html {
    let language = use_language();
    let unit = props.unit;
    let found: Option<Letter> = use_meet(move |meet| letter(meet, unit?));
    let title = use_meet(|meet| meet.regulations().map(|regulations| regulations.title.clone()).unwrap_or_default());
    let on_close = props.on_close.reform(|_: MouseEvent| ());
    let Some(found) = found else { return html! { <div hidden=true></div> } };
    let line = |index: usize, who: String, findings: &[(Code, Clause)], reason: &str, until: String| {
        html! {
            <li key={index} class="keep">
                <strong>{ who }</strong>
                <p>{ listed(language, findings) }</p>
                <p hidden={reason.is_empty()}>{ Text::LetterWhat.say(language) }{ language.pick("：", ": ") }{ reason.to_owned() }</p>
                <p class="muted" hidden={until.is_empty()}>{ Text::Until.say(language) }{ " " }{ until }</p>
            </li>
        }
    };
    let people = found.lines.iter().map(|one| {
        let until = one.until.map(|day| date(language, day)).unwrap_or_default();
        (format!("{}（{}）", one.name, sport(language, one.sport)), one.findings.as_slice(), one.reason.as_str(), until)
    });
    let teams =
        found.teams.iter().map(|(of, codes)| (sport(language, *of).to_string(), codes.as_slice(), "", String::new()));
    let lines = people.chain(teams).enumerate();
    html! {
        <article class="paper letter" data-test="letter">
            <p class="muted">{ title }</p>
            <h2>{ Text::LetterTitle.say(language) }</h2>
            <p>{ found.unit.to_string() }{ language.pick("：", ",") }</p>
            <p>{ Text::LetterLead.say(language) }</p>
            <ol>{ for lines.map(|(index, (who, findings, reason, until))| line(index, who, findings, reason, until)) }</ol>
            <p hidden={!found.lines.is_empty() || !found.teams.is_empty()}>{ Text::NoLetter.say(language) }</p>
            <p class="letter-seal">{ Text::LetterSeal.say(language) }<br />{ date(language, clock::today()) }</p>
            <div class="buttons">
                <button type="button" class="primary" onclick={|_: MouseEvent| page::print()} data-test="letter-print">{ Text::Print.say(language) }</button>
                <button type="button" class="quiet" onclick={on_close}>{ Text::Close.say(language) }</button>
            </div>
        </article>
    }
}

/// What was found, each with its article. The facts behind a finding are not told.
fn listed(language: Lang, findings: &[(Code, Clause)]) -> String {
    let one = |(code, clause): &(Code, Clause)| match clause.as_str() {
        "" => code_title(language, *code).to_owned(),
        clause => format!("{}（{clause}）", code_title(language, *code)),
    };
    findings.iter().map(one).collect::<Vec<_>>().join(language.pick("；", "; "))
}
