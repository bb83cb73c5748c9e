//! Who may write what.
//!
//! A meet held under a key takes only signed records, from the holder of the key and from the devices that it gave a
//! right. A meet without a key takes records from anyone: one laptop in one hall needs no keys.
//!
//! Rights follow from the set of the organiser's records alone, whatever came first; a right that is taken back says
//! up to which record of the device it counted, so that nobody can write an old date on a new record.

use std::collections::{BTreeMap, BTreeSet};

use super::{Command, Meet, Record, Refused};
use crate::admission::Step;
use crate::date::Date;
use crate::id::{DeviceId, EntryId, EventId, MatchId, RecordId};
use crate::key::PublicKey;

/// What a device may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Everything, rights included.
    Organiser,
    /// Everything but rights.
    Staff,
    /// Results and match lists of the matches of one court on one day, and what it wrote itself undone.
    Referee {
        /// The court, from 1.
        court: u16,
        /// The day.
        day: Date,
    },
    /// The line-ups and match lists of one team.
    Captain {
        /// The team.
        entry: EntryId,
    },
    /// Nothing.
    Viewer,
}

/// The right of a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The key that it signs with.
    pub key: PublicKey,
    /// Who holds it.
    pub name: String,
    /// What it may write.
    pub right: Right,
    /// The last of its records that counts, where the right was taken back.
    pub until: Option<u32>,
}

/// The rights of a meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    organiser: Option<PublicKey>,
    organisers: BTreeSet<DeviceId>,
    grants: BTreeMap<DeviceId, Grant>,
}

impl Rights {
    /// The key under which the meet is held. None where anyone may write.
    #[must_use]
    pub fn organiser(&self) -> Option<PublicKey> {
        self.organiser
    }

    /// The devices that hold the organiser's key.
    #[must_use]
    pub fn organisers(&self) -> &BTreeSet<DeviceId> {
        &self.organisers
    }

    /// The rights given to devices, those taken back included.
    #[must_use]
    pub fn grants(&self) -> &BTreeMap<DeviceId, Grant> {
        &self.grants
    }

    /// What a device may write. None for one without a right; everyone is an organiser where the meet has no key.
    #[must_use]
    pub fn of(&self, device: DeviceId) -> Option<Right> {
        if self.organiser.is_none() || self.organisers.contains(&device) {
            return Some(Right::Organiser);
        }
        self.grants.get(&device).map(|grant| grant.right)
    }

    /// Whether a new record of a device, signed with this key, will be taken for its own.
    pub(super) fn check_key(&self, record: &Record, key: Option<PublicKey>) -> Result<(), Refused> {
        let RecordId { device, n } = record.id;
        let grant = self.grants.get(&device).filter(|grant| grant.until.is_none_or(|until| n <= until));
        match (self.organiser, &record.command) {
            (_, Command::Organise(organiser)) if key == Some(*organiser) => Ok(()),
            (_, Command::Organise(_)) => Err(Refused::OtherKey),
            (None, _) => Ok(()),
            (Some(organiser), _) if self.organisers.contains(&device) && key == Some(organiser) => Ok(()),
            (Some(_), _) if grant.is_some_and(|grant| key == Some(grant.key)) => Ok(()),
            (Some(_), _) => Err(Refused::NotAllowed(Right::Viewer)),
        }
    }

    /// How a device is refused what goes beyond its right.
    pub(super) fn refusal(&self, device: DeviceId) -> Refused {
        Refused::NotAllowed(self.of(device).unwrap_or(Right::Viewer))
    }

    /// Takes up a record of an organiser.
    pub(super) fn take(&mut self, record: &Record) -> Result<(), Refused> {
        let Some(organiser) = self.organiser else { return Err(Refused::NotOrganised) };
        match &record.command {
            Command::Grant { device, key, name, right } => {
                if self.grants.contains_key(device) || self.organisers.contains(device) || *key == organiser {
                    return Err(Refused::RightTwice(*device));
                }
                let grant = Grant { key: *key, name: name.clone(), right: *right, until: None };
                self.grants.insert(*device, grant);
            }
            Command::Revoke { device, until } => {
                let grant = self.grants.get_mut(device).ok_or(Refused::NoRight(*device))?;
                // Taken back twice, the earlier end counts.
                grant.until = Some(grant.until.map_or(*until, |before| before.min(*until)));
            }
            _ => {}
        }
        Ok(())
    }

    /// The rights of a meet before anybody was given one.
    pub(super) fn organised(organiser: PublicKey, organisers: BTreeSet<DeviceId>) -> Rights {
        Rights { organiser: Some(organiser), organisers, grants: BTreeMap::new() }
    }

    /// Whether the author of a record may write it. What an undo concerns is left to [`Rights::allows_undo`].
    pub(super) fn allows(&self, record: &Record, meet: &Meet) -> Result<(), Refused> {
        let right = self.of(record.id.device).unwrap_or(Right::Viewer);
        self.check_reviewer(record)?;
        let allowed = match (right, &record.command) {
            (Right::Organiser, _) => true,
            (_, Command::Organise(_) | Command::Grant { .. } | Command::Revoke { .. }) => false,
            (Right::Staff, _) | (Right::Referee { .. }, Command::Undo(_)) => true,
            (
                Right::Referee { court, day },
                Command::Result { event, id, .. }
                | Command::Correct { event, id, cascade: false, .. }
                | Command::MatchList { event, id, .. },
            ) => on_court(meet, event, *id, court, day),
            (
                Right::Captain { entry: mine },
                Command::CommitLineup { entry, .. }
                | Command::OpenLineup { entry, .. }
                | Command::MatchList { entry, .. },
            ) => mine == *entry,
            (Right::Referee { .. } | Right::Captain { .. } | Right::Viewer, _) => false,
        };
        if allowed { Ok(()) } else { Err(self.refusal(record.id.device)) }
    }

    /// Reviewers are told apart by name: whoever was given a right reviews under the name that it was given to, so that one
    /// device is never two pairs of eyes.
    fn check_reviewer(&self, record: &Record) -> Result<(), Refused> {
        let is_word = matches!(record.command, Command::Decide { .. } | Command::Admit(Step::Pass { .. }));
        match self.holder(record.id.device).filter(|holder| is_word && *holder != record.by.name) {
            Some(holder) => Err(Refused::OtherName(holder.to_owned())),
            None => Ok(()),
        }
    }

    /// To whom the right of a device was given. None for an organiser's, and where nobody needs a right.
    #[must_use]
    pub fn holder(&self, device: DeviceId) -> Option<&str> {
        let grant = self.grants.get(&device).filter(|_| self.organiser.is_some() && !self.organisers.contains(&device));
        grant.map(|grant| grant.name.as_str())
    }

    /// Whether a device may undo a record.
    pub(super) fn allows_undo(&self, device: DeviceId, record: RecordId) -> bool {
        match self.of(device) {
            Some(Right::Organiser | Right::Staff) => true,
            Some(Right::Referee { .. }) => record.device == device,
            Some(Right::Captain { .. } | Right::Viewer) | None => false,
        }
    }
}

fn on_court(meet: &Meet, event: &EventId, id: MatchId, court: u16, day: Date) -> bool {
    let slot = meet.event(event).and_then(|state| state.slot(id));
    slot.is_some_and(|slot| slot.court == court && slot.day == day)
}
