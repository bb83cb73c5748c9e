//! What is published before a draw: the commitment to its secret seed.

use std::rc::Rc;

use gongsai::bracket::DrawStage;
use gongsai::draw::Commitment;
use gongsai::id::EventId;
use gongsai::meet::{Announced, ByHand, Command, Refused};
use yew::prelude::*;

use crate::components::qr_code;
use crate::pages::refused;
use crate::platform::{elements, secrets};
use crate::session::{Session, use_language, use_session};
use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// What is announced, or may be.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnnouncementProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// What is announced.
    pub announced: Option<Rc<Announced>>,
    /// The places set by hand, as they would be announced.
    pub by_hand: Rc<[ByHand]>,
    /// The secret, where this device keeps it.
    pub secret: Option<String>,
}

/// Announces a draw; of one that is announced, shows the commitment.
#[component]
pub(super) fn Announcement(props: &AnnouncementProps) -> Html {
    let session = use_session();
    let language = use_language();
    let AnnouncementProps { event, stage, announced, by_hand, secret } = props.clone();
    let reason = use_node_ref();
    let refusal = use_state_eq(|| None::<AttrValue>);
    let announce = {
        let (session, event, refusal, reason) = (session.clone(), event.clone(), refusal.setter(), reason.clone());
        move || {
            let reason = elements::value(&reason);
            let told = announce(&session, &event, stage, &by_hand, &reason);
            refusal.set(told.err().map(|why| match why {
                Trouble::Refused(why) => refused(&session, language, &event, &why),
                Trouble::NotKept => DrawText::SecretNotKept.say(language),
            }));
        }
    };
    let on_first = {
        let announce = announce.clone();
        Callback::from(move |_: MouseEvent| announce())
    };
    let on_anew = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        announce();
    });
    let commitment = announced.as_ref().map(|told| told.commitment.to_string());
    let kept = if secret.is_some() { DrawText::SecretHere } else { DrawText::SecretElsewhere };
    html! {
        <div class="announcement">
            <details class="card" hidden={announced.is_some()}>
                <summary data-test="announce">{ DrawText::AnnounceTitle.say(language) }</summary>
                <p class="muted">{ DrawText::AnnounceHelp.say(language) }</p>
                <button type="button" onclick={on_first} data-test="announce-do">{ DrawText::Announce.say(language) }</button>
            </details>
            <section class="card announced" hidden={announced.is_none()} data-test="announced">
                <div class="announced-code">
                    <h3>{ DrawText::AnnouncedTitle.say(language) }</h3>
                    <p class="muted">{ DrawText::Commitment.say(language) }</p>
                    <p class="seed-text" data-test="commitment">{ commitment.clone().unwrap_or_default() }</p>
                    <p class="muted no-print">{ kept.say(language) }</p>
                    <details class="no-print" hidden={secret.is_none()}>
                        <summary data-test="secret-show">{ DrawText::ShowSecret.say(language) }</summary>
                        <p class="seed-text" data-test="secret">{ secret.unwrap_or_default() }</p>
                    </details>
                    <details class="no-print">
                        <summary data-test="announce-anew">{ DrawText::AnnounceAnew.say(language) }</summary>
                        <form class="hand-entry" onsubmit={on_anew}>
                            <label class="field hand-reason"><span>{ DrawText::Reason.say(language) }</span>
                                <input ref={reason} type="text" autocomplete="off" required=true data-test="announce-reason" /></label>
                            <button type="submit" data-test="announce-again">{ DrawText::AnnounceAnew.say(language) }</button>
                        </form>
                    </details>
                </div>
                <div class="announced-qr">{ qr_code(commitment.as_deref().unwrap_or_default()) }</div>
            </section>
            <p class="refusal" role="alert" data-test="announce-refusal">{ (*refusal).clone().unwrap_or_default() }</p>
        </div>
    }
}

/// Why nothing was announced.
enum Trouble {
    Refused(Refused),
    /// This device keeps nothing: a secret that nobody has binds everybody to a draw that cannot be made.
    NotKept,
}

/// Announces a draw by a secret that is made now and stays on this device.
fn announce(
    session: &Rc<Session>,
    event: &EventId,
    stage: DrawStage,
    by_hand: &[ByHand],
    reason: &str,
) -> Result<(), Trouble> {
    let secret = format!("{:016x}{:016x}", session.fresh(), session.fresh());
    let commitment = Commitment::to(&secret);
    let told = session.with_meet(|meet| meet.prepare_announcement(event, stage, commitment, by_hand.to_vec(), reason));
    let told = told.map_err(Trouble::Refused)?;
    if !secrets::keep(&commitment, &secret) {
        return Err(Trouble::NotKept);
    }
    let kept = session.submit(Command::AnnounceDraw(told));
    kept.map(|_| ()).inspect_err(|_| secrets::forget(&commitment)).map_err(Trouble::Refused)
}
