//! The session: the one store of the app.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gongsai::document::journal::{self, Preview};
use gongsai::document::snapshot;
use gongsai::id::{DeviceId, MeetId, PersonId};
use gongsai::meet::{Command, Effects, Journal, Meet, Refused, Timestamp, Writer};
use gongsai::person::Facts;
use gongsai_wording::Lang;

use super::listeners::{Listeners, Subscription};
use super::saving::{SaveState, Saving};
use super::stored::{self, LoadProblem, Opened};
use super::{Identity, Import, ReviewDesk, RowKey, Shared, Summary, World, retention};

/// Light, dark, or as the device has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// A command that was carried out.
pub type Accepted = Effects;

/// What is open.
pub(super) struct Open {
    /// The meet as it is shown while its journal is read.
    shown: Option<Meet>,
    pub(super) journal: Journal,
    pub(super) vault: BTreeMap<PersonId, Facts>,
    problems: Rc<[LoadProblem]>,
}

impl Open {
    fn nothing() -> Self {
        Open { shown: None, journal: Journal::new(MeetId(0)), vault: BTreeMap::new(), problems: Rc::new([]) }
    }
}

/// The open meet with everything around it. Shared by `Rc`; changes through `&self` and tells its listeners.
pub struct Session {
    world: World,
    device: DeviceId,
    writer: RefCell<Writer>,
    settings: RefCell<(Lang, Theme)>,
    pub(super) open: RefCell<Open>,
    /// The last is that of the open meet; those before it still wait, or failed.
    saving: RefCell<Vec<Rc<RefCell<Saving>>>>,
    following: Cell<bool>,
    import: RefCell<Shared<Import>>,
    desk: RefCell<Shared<ReviewDesk>>,
    pub(super) listeners: Listeners,
}

/// Two handles are equal when they are the same session.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Session {
    /// A session of a device, with no meet open.
    #[must_use]
    pub fn new(world: World, device: DeviceId, language: Lang, theme: Theme) -> Rc<Session> {
        Rc::new(Session {
            world,
            device,
            writer: RefCell::new(Writer::staff(device)),
            settings: RefCell::new((language, theme)),
            open: RefCell::new(Open::nothing()),
            saving: RefCell::default(),
            following: Cell::new(false),
            import: RefCell::default(),
            desk: RefCell::default(),
            listeners: Listeners::default(),
        })
    }

    /// Calls the listener after every change, until the subscription is dropped.
    #[must_use]
    pub fn subscribe(&self, listener: impl Fn() + 'static) -> Subscription {
        self.listeners.add(listener)
    }

    /// Reads the open meet; an empty one where none is open.
    pub fn with_meet<T>(&self, read: impl FnOnce(&Meet) -> T) -> T {
        let open = self.open.borrow();
        read(open.shown.as_ref().unwrap_or_else(|| open.journal.meet()))
    }

    /// Reads the journal of the open meet.
    pub fn with_journal<T>(&self, read: impl FnOnce(&Journal) -> T) -> T {
        read(&self.open.borrow().journal)
    }

    /// Reads the private facts of the open meet.
    pub fn with_vault<T>(&self, read: impl FnOnce(&BTreeMap<PersonId, Facts>) -> T) -> T {
        read(&self.open.borrow().vault)
    }

    /// The meet that is open.
    #[must_use]
    pub fn meet_id(&self) -> Option<MeetId> {
        Some(self.with_meet(Meet::id)).filter(|id| id.0 != 0)
    }

    /// The device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.writer.borrow().device
    }

    /// The name of the person at this device: to whom its right was given, else as they gave it; may be empty.
    #[must_use]
    pub fn person_name(&self) -> String {
        let writer = self.writer.borrow();
        let open = self.open.borrow();
        open.journal.rights().holder(writer.device).unwrap_or(&writer.by.name).to_owned()
    }

    /// Says who is at this device: what is recorded from now on bears the name.
    pub fn set_person_name(&self, name: &str) {
        name.trim().clone_into(&mut self.writer.borrow_mut().by.name);
        self.listeners.call();
    }

    /// A fresh number for an id or a seed.
    #[must_use]
    pub fn fresh(&self) -> u64 {
        (self.world.fresh)()
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.world.now)()
    }

    /// The language of the screens.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.settings.borrow().0
    }

    /// The theme of the screens.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.settings.borrow().1
    }

    /// Changes the language.
    pub fn set_language(&self, language: Lang) {
        self.settings.borrow_mut().0 = language;
        self.listeners.call();
    }

    /// Changes the theme.
    pub fn set_theme(&self, theme: Theme) {
        self.settings.borrow_mut().1 = theme;
        self.listeners.call();
    }

    /// What was found wrong in the stored journal when it was opened.
    #[must_use]
    pub fn problems(&self) -> Rc<[LoadProblem]> {
        self.open.borrow().problems.clone()
    }

    /// Whether everything that was done is stored.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        let states = self.saving.borrow();
        let states = states.iter().map(|saving| saving.borrow().state());
        states.reduce(|worst, state| if worst == SaveState::Saved { state } else { worst }).unwrap_or(SaveState::Saved)
    }

    /// Whether the records of the open meet are still being read: it is shown, and nothing is written.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.open.borrow().shown.is_some()
    }

    /// The snapshot of the open meet, for the next time it is opened; none while it is still read.
    #[must_use]
    pub fn snapshot(&self) -> Option<(MeetId, String)> {
        let open = self.open.borrow();
        let text = open.shown.is_none().then(|| snapshot::write(&open.journal)).flatten()?;
        Some((open.journal.meet().id(), text))
    }

    /// Whether another window of this device writes the open meet, and this one only shows it.
    #[must_use]
    pub fn is_following(&self) -> bool {
        self.following.get()
    }

    /// Says whether another window writes.
    pub fn set_following(&self, following: bool) {
        if self.following.replace(following) != following {
            self.listeners.call();
        }
    }

    /// The forms that were read and not yet taken in.
    #[must_use]
    pub fn import(&self) -> Shared<Import> {
        self.import.borrow().clone()
    }

    /// Changes the forms that were read and not yet taken in.
    pub fn change_import(&self, change: impl FnOnce(&mut Import)) {
        let mut import = Import::clone(&self.import.borrow());
        change(&mut import);
        self.import.replace(Shared::new(import));
        self.listeners.call();
    }

    /// The register and the findings of the review desk.
    #[must_use]
    pub fn desk(&self) -> Shared<ReviewDesk> {
        self.desk.borrow().clone()
    }

    /// Changes the review desk.
    pub fn change_desk(&self, change: impl FnOnce(&mut ReviewDesk)) {
        let mut desk = ReviewDesk::clone(&self.desk.borrow());
        change(&mut desk);
        self.desk.replace(Shared::new(desk));
        self.listeners.call();
    }

    /// Closes what is open and opens a meet from its stored form.
    pub fn open(self: &Rc<Self>, opened: Opened) {
        let Opened { shown, journal, vault, mut problems, unsaved, identity, new_identity } = opened;
        let facts = if unsaved.is_empty() { Vec::new() } else { stored::fact_rows(&vault) };
        let mut saving = Saving::of(journal.meet().id());
        saving.add_identity(identity.as_ref().filter(|_| new_identity).map(Identity::to_text));
        saving.add(facts, unsaved);
        self.saving.borrow_mut().push(Rc::new(RefCell::new(saving)));
        let by = self.writer.borrow().by.clone();
        self.writer.replace(Writer {
            by,
            key: identity.as_ref().map(|identity| identity.key.clone()),
            ..Writer::staff(identity.map_or(self.device, |identity| identity.device))
        });
        let (expired, told) = retention::expired(&journal, &vault, self.now());
        problems.extend(told);
        self.open.replace(Open { shown, journal, vault, problems: problems.into() });
        self.following.set(false);
        self.import.replace(Shared::default());
        self.desk.replace(Shared::default());
        self.erase_facts(expired);
    }

    /// Closes what is open.
    pub fn close(self: &Rc<Self>) {
        self.open(Opened::new(MeetId(0)));
    }

    /// Carries out a command and stores it.
    ///
    /// # Errors
    /// [`Refused`]; nothing is changed then.
    pub fn submit(self: &Rc<Self>, command: Command) -> Result<Accepted, Refused> {
        self.submit_all(vec![(command, BTreeMap::new())]).pop().unwrap_or(Ok(Effects::default()))
    }

    /// Carries out commands in order, each with the private facts that go with it, and stores all that were
    /// accepted together. One that is refused changes nothing and stops none of the others.
    pub fn submit_all(
        self: &Rc<Self>,
        commands: Vec<(Command, BTreeMap<PersonId, Facts>)>,
    ) -> Vec<Result<Accepted, Refused>> {
        let refused = match (self.is_opening(), self.is_following()) {
            (true, _) => Some(Refused::Opening),
            (false, true) => Some(Refused::Following),
            (false, false) => None,
        };
        if let Some(why) = refused {
            return commands.iter().map(|_| Err(why.clone())).collect();
        }
        let mut outcomes = Vec::with_capacity(commands.len());
        let (mut records, mut rows) = (Vec::new(), Vec::new());
        for (command, facts) in commands {
            let outcome = self.ask(command);
            outcomes.push(outcome.map(|(row, effects)| {
                records.push(row);
                rows.extend(stored::fact_rows(&facts));
                self.open.borrow_mut().vault.extend(facts);
                effects
            }));
        }
        self.keep(rows, records);
        outcomes
    }

    /// What a command would do, without doing it.
    ///
    /// # Errors
    /// [`Refused`] as [`Session::submit`] would.
    pub fn preview(&self, command: Command) -> Result<Preview, Refused> {
        if self.is_opening() {
            return Err(Refused::Opening);
        }
        let writer = self.author();
        journal::preview(&self.open.borrow().journal, &writer, self.now(), command)
    }

    /// Who writes, under the name that is known to all.
    fn author(&self) -> Writer {
        let mut writer = self.writer.borrow().clone();
        writer.by.name = self.person_name();
        writer
    }

    fn ask(&self, command: Command) -> Result<((RowKey, String), Effects), Refused> {
        let writer = self.author();
        let mut open = self.open.borrow_mut();
        let asked = journal::ask(&mut open.journal, &writer, self.now(), command)?;
        Ok(((RowKey { id: asked.id, copy: None }, asked.line), asked.effects))
    }

    /// Puts rows of the open meet out to be stored.
    pub(super) fn keep(self: &Rc<Self>, facts: Vec<(PersonId, String)>, records: Vec<(RowKey, String)>) {
        if let Some(saving) = self.saving.borrow().last() {
            saving.borrow_mut().add(facts, records);
        }
        self.save();
    }

    pub(super) fn erase(self: &Rc<Self>, people: Vec<PersonId>) {
        if let Some(saving) = self.saving.borrow().last() {
            saving.borrow_mut().erase(people);
        }
        self.save();
    }

    /// Stores what waits, that of meets opened before too; called again by whoever wants to try after a failure.
    /// Tells the listeners.
    pub fn save(self: &Rc<Self>) {
        if let Some(saving) = self.saving.borrow().last().filter(|_| !self.is_opening()) {
            saving.borrow_mut().summarise(Summary::of(&self.open.borrow().journal, self.now()));
        }
        let waiting: Vec<_> = self.saving.borrow().clone();
        for saving in waiting {
            let Some(batch) = saving.borrow_mut().start() else { continue };
            let session = self.clone();
            let done = move |outcome: Result<(), super::SaveFailure>| {
                let goes_on = outcome.is_ok();
                saving.borrow_mut().finish(outcome);
                session.forget_saved();
                if goes_on { session.save() } else { session.listeners.call() }
            };
            (self.world.save)(batch, Box::new(done));
        }
        self.listeners.call();
    }

    /// Meets that are no longer open are forgotten once everything of them is stored.
    fn forget_saved(&self) {
        let mut all = self.saving.borrow_mut();
        let Some(current) = all.pop() else { return };
        all.retain(|saving| saving.borrow().state() != SaveState::Saved);
        all.push(current);
    }
}
