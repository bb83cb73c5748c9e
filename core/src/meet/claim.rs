//! What was entered for a match: every result that anyone recorded, and which of them counts.
//!
//! A result says between whom it was played. It counts while just these two stand in the match and no later one
//! replaces it; when entrants change it waits, and counts again when they are back. Two results of which neither
//! replaces the other, and that differ, are a dispute: neither counts until staff decide.

use crate::bracket::Played;
use crate::id::{EntryId, RecordId};
use crate::side::BySide;

/// A result as somebody entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The record that holds it.
    pub record: RecordId,
    /// The records that it replaces.
    pub answers: Vec<RecordId>,
    /// Between whom the match was played.
    pub entries: BySide<EntryId>,
    /// The result.
    pub played: Played,
}

/// What the claims say of a match between two entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// Nothing.
    Open,
    /// All that is not replaced says the same.
    Agreed(&'a Played),
    /// These differ, and none replaces another.
    Disputed(Vec<&'a Claim>),
}

/// The claims for one match, in the order in which they were folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Claims {
    all: Vec<Claim>,
    /// For each claim whether another one between the same entries replaces it.
    replaced: Vec<bool>,
}

impl Claims {
    pub(super) fn all(&self) -> &[Claim] {
        &self.all
    }

    pub(super) fn push(&mut self, claim: Claim) {
        for (other, replaced) in self.all.iter().zip(&mut self.replaced) {
            *replaced |= other.entries == claim.entries && claim.answers.contains(&other.record);
        }
        self.replaced.push(self.is_replaced(&claim));
        self.all.push(claim);
    }

    /// Takes the last claim back.
    pub(super) fn pop(&mut self) {
        self.replaced.pop();
        let Some(gone) = self.all.pop() else { return };
        for at in 0..self.all.len() {
            if gone.answers.contains(&self.all[at].record) {
                self.replaced[at] = self.is_replaced(&self.all[at]);
            }
        }
    }

    fn is_replaced(&self, claim: &Claim) -> bool {
        self.all.iter().any(|other| other.entries == claim.entries && other.answers.contains(&claim.record))
    }

    /// The claims that nothing replaces.
    pub(super) fn unreplaced(&self) -> impl Iterator<Item = &Claim> {
        self.all.iter().zip(&self.replaced).filter(|(_, replaced)| !**replaced).map(|(claim, _)| claim)
    }

    /// The claims between these two that nothing replaces.
    pub(super) fn heads(&self, entries: BySide<EntryId>) -> impl Iterator<Item = &Claim> {
        self.unreplaced().filter(move |claim| claim.entries == entries)
    }

    /// What the claims say of a match between these two.
    pub(super) fn standing(&self, entries: BySide<EntryId>) -> Standing<'_> {
        let heads: Vec<&Claim> = self.heads(entries).collect();
        match heads.split_first() {
            None => Standing::Open,
            Some((first, rest)) if rest.iter().all(|other| other.played.outcome == first.played.outcome) => {
                Standing::Agreed(&first.played)
            }
            Some(_) => Standing::Disputed(heads),
        }
    }
}
