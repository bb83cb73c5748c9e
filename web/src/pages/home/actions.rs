//! What the home page does: opens, creates, exports.

use std::rc::Rc;

use gloo::file::File;
use gongsai::document::journal::NotAJournal;
use gongsai::document::{NotValues, draft_from_json, vault};
use gongsai::id::MeetId;
use gongsai::meet::{Command, Refused};
use gongsai::regulations::{RegulationsDraft, Value};
use gongsai_wording::Lang;

use crate::platform::{files, samples, sheets, storage};
use crate::route::Step;
use crate::session::{Identity, Opened, SaveFailure, Session, journal_file, records_of_file};
use crate::wording::Words;
use crate::wording::frame::save_failure;
use crate::wording::history::Devices as DevicesText;
use crate::wording::home::Home as Text;

/// The regulations of a provincial meet, as a model; they come with the app.
const MODEL: &str = "regulation.toml";

/// Why something was not opened.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pages) enum Trouble {
    Storage(SaveFailure),
    File(NotAJournal),
    Values(NotValues),
    Refused(Refused),
    /// The code of a right is not whole.
    Code,
    Plain(Text),
}

impl Trouble {
    pub(in crate::pages) fn sentence(&self, language: Lang) -> String {
        match self {
            Trouble::Storage(why) => save_failure(language, why),
            Trouble::File(NotAJournal::Header) => Text::NotAJournal.say(language).to_string(),
            Trouble::File(NotAJournal::Version(_)) => Text::LaterVersion.say(language).to_string(),
            Trouble::Values(why) => gongsai_wording::regulations::unreadable(language, why),
            Trouble::Refused(why) => gongsai_wording::refused::sentence(language, None, why),
            Trouble::Code => DevicesText::BadCode.say(language).to_string(),
            Trouble::Plain(text) => text.say(language).to_string(),
        }
    }
}

/// Opens the sample meet: as it is stored here, or else as it comes with the app.
pub(super) async fn open_sample(session: Rc<Session>) -> Result<(MeetId, Step), Trouble> {
    let text = samples::text("sample.gongsai").await.ok_or(Trouble::Plain(Text::NoSample))?;
    let facts = samples::text("sample-facts.txt").await.unwrap_or_default();
    let facts: Vec<_> = vault::rows(&facts).map(|(person, facts)| (person, facts.to_owned())).collect();
    open_text(session, &text, &facts).await
}

/// Opens a file that was exported, over what is stored here of the same meet.
pub(super) async fn open_file(session: Rc<Session>, file: &File) -> Result<(MeetId, Step), Trouble> {
    let name = file.name().to_lowercase();
    if [".xlsx", ".xls", ".csv", ".ods"].iter().any(|end| name.ends_with(end)) {
        return Err(Trouble::Plain(Text::Forms));
    }
    let text = files::text(file).await.ok_or(Trouble::Plain(Text::Unreadable))?;
    open_text(session, &text, &[]).await
}

async fn open_text(
    session: Rc<Session>,
    text: &str,
    facts: &[(gongsai::id::PersonId, String)],
) -> Result<(MeetId, Step), Trouble> {
    let (meet, records, problems) = records_of_file(text).map_err(Trouble::File)?;
    // Where the browser stores nothing, one works all the same: the header says that nothing is stored.
    let rows = match storage::load(meet).await {
        Err(SaveFailure::Unavailable) => storage::Rows::default(),
        rows => rows.map_err(Trouble::Storage)?,
    };
    let facts = if rows.facts.is_empty() { facts } else { &rows.facts };
    let opened = Opened::from_rows(meet, &rows.records, facts, records).with_problems(problems);
    session.open(opened.as_stored(rows.identity.as_deref()));
    Ok((meet, Step::Regulations))
}

/// The draft of regulations in a file.
pub(in crate::pages) async fn draft(file: &File) -> Result<RegulationsDraft, Trouble> {
    let answer = sheets::read_regulations(file).await;
    let read = answer.and_then(|answer| draft_from_json(&answer)).ok_or(Trouble::Plain(Text::Unreadable))?;
    read.map_err(Trouble::Values)
}

/// The draft of the model regulations.
pub(in crate::pages) async fn model() -> Result<RegulationsDraft, Trouble> {
    draft(&samples::file(MODEL).await.ok_or(Trouble::Plain(Text::NoSample))?).await
}

/// Begins a meet by the model regulations under a name and a first day.
pub(super) async fn create_from_model(
    session: Rc<Session>,
    title: &str,
    first_match: &str,
) -> Result<(MeetId, Step), Trouble> {
    let RegulationsDraft(mut values) = model().await?;
    if let Value::Map(fields) = &mut values {
        fields.insert("title".to_owned(), Value::Text(title.to_owned()));
        fields.insert("first_match".to_owned(), Value::Text(first_match.to_owned()));
        // Ages and times of service are counted on the first of that month, as the model does for its own date.
        let month = first_match.get(..8).unwrap_or_default();
        fields.insert("reference_date".to_owned(), Value::Text(format!("{month}01")));
    }
    create(&session, RegulationsDraft(values))
}

/// Begins a meet by the regulations of a file.
pub(super) async fn create_from_file(session: Rc<Session>, file: &File) -> Result<(MeetId, Step), Trouble> {
    create(&session, draft(file).await?)
}

fn create(session: &Rc<Session>, draft: RegulationsDraft) -> Result<(MeetId, Step), Trouble> {
    // Nothing is opened for regulations with defects.
    draft.clone().verify().map_err(|defects| Trouble::Refused(Refused::Defects(defects)))?;
    // Whoever begins a meet organises it: its id is that of the key that everything is signed with.
    let identity = Identity::fresh(|| session.fresh());
    let key = identity.key.public();
    let meet = key.meet();
    session.open(Opened::new(meet).as_new(identity));
    session.submit(Command::Organise(key)).map_err(Trouble::Refused)?;
    session.submit(Command::SetRegulations(draft)).map_err(Trouble::Refused)?;
    Ok((meet, Step::Regulations))
}

/// Gives a stored meet to the person as a file.
pub(super) async fn export(meet: MeetId, title: &str) -> Result<(), Trouble> {
    let rows = storage::load(meet).await.map_err(Trouble::Storage)?;
    let name = if title.is_empty() { meet.to_string() } else { title.to_owned() };
    files::download(&files::plain_name(&name, "gongsai"), "application/x-ndjson", &journal_file(meet, &rows.records));
    Ok(())
}
