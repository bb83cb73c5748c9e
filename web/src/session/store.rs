//! The session: the one store of the app.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gongsai::document::journal::{self, Preview};
use gongsai::id::{DeviceId, MeetId, PersonId};
use gongsai::meet::{Command, Effects, Journal, Meet, Refused, Timestamp, Writer};
use gongsai::person::Facts;
use gongsai_wording::Lang;

use super::listeners::{Listeners, Subscription};
use super::saving::{SaveState, Saving};
use super::stored::{self, LoadProblem, Opened};
use super::{Import, ReviewDesk, RowKey, Shared, Summary, World};

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
struct Open {
    journal: Journal,
    vault: BTreeMap<PersonId, Facts>,
    problems: Rc<[LoadProblem]>,
}

impl Open {
    fn nothing() -> Self {
        Open { journal: Journal::new(MeetId(0)), vault: BTreeMap::new(), problems: Rc::new([]) }
    }
}

/// The open meet with everything around it. Shared by `Rc`; changes through `&self` and tells its listeners.
pub struct Session {
    world: World,
    writer: RefCell<Writer>,
    settings: RefCell<(Lang, Theme)>,
    open: RefCell<Open>,
    saving: RefCell<Rc<RefCell<Saving>>>,
    import: RefCell<Shared<Import>>,
    desk: RefCell<Shared<ReviewDesk>>,
    listeners: Listeners,
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
            writer: RefCell::new(Writer::staff(device)),
            settings: RefCell::new((language, theme)),
            open: RefCell::new(Open::nothing()),
            saving: RefCell::default(),
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
        read(self.open.borrow().journal.meet())
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
        self.saving.borrow().borrow().state()
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
        let Opened { journal, vault, problems, unsaved } = opened;
        let facts = if unsaved.is_empty() { Vec::new() } else { stored::fact_rows(&vault) };
        self.open.replace(Open { journal, vault, problems: problems.into() });
        self.saving.replace(Rc::default());
        self.import.replace(Shared::default());
        self.desk.replace(Shared::default());
        self.saving.borrow().borrow_mut().add(facts, unsaved);
        self.save();
    }

    /// Closes what is open.
    pub fn close(self: &Rc<Self>) {
        self.open(Opened {
            journal: Journal::new(MeetId(0)),
            vault: BTreeMap::new(),
            problems: vec![],
            unsaved: vec![],
        });
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
        self.saving.borrow().borrow_mut().add(rows, records);
        self.save();
        outcomes
    }

    /// What a command would do, without doing it.
    ///
    /// # Errors
    /// [`Refused`] as [`Session::submit`] would.
    pub fn preview(&self, command: Command) -> Result<Preview, Refused> {
        journal::preview(&self.open.borrow().journal, &self.writer.borrow(), self.now(), command)
    }

    fn ask(&self, command: Command) -> Result<((RowKey, String), Effects), Refused> {
        let mut open = self.open.borrow_mut();
        let asked = journal::ask(&mut open.journal, &self.writer.borrow(), self.now(), command)?;
        Ok(((RowKey { id: asked.id, copy: None }, asked.line), asked.effects))
    }

    /// Stores what waits; called again by whoever wants to try after a failure. Tells the listeners.
    pub fn save(self: &Rc<Self>) {
        let saving = self.saving.borrow().clone();
        let meet = self.with_meet(Meet::id);
        let batch = saving.borrow_mut().start(meet, Summary::of(&self.open.borrow().journal, self.now()));
        if let Some(batch) = batch {
            let session = self.clone();
            let done = move |outcome: Result<(), super::SaveFailure>| {
                let goes_on = outcome.is_ok();
                saving.borrow_mut().finish(outcome);
                let same = Rc::ptr_eq(&saving, &session.saving.borrow());
                if goes_on && same { session.save() } else { session.listeners.call() }
            };
            (self.world.save)(batch, Box::new(done));
        }
        self.listeners.call();
    }
}
