//! Forms that come in late (E07).
//!
//! | a form | is late after |
//! |---|---|
//! | the first of its unit and sport | `close` |
//! | one in the place of another | `change_until`, or `close` where that is left out |
//! | one that changes nobody but people who were sent back for correction | the day that each was given |
//! | one that changes nobody | never |

use std::collections::BTreeMap;

use super::Meet;
use crate::admission::State;
use crate::date::Date;
use crate::entry::Form;
use crate::finding::Finding;
use crate::id::PersonId;
use crate::person::Facts;

impl Meet {
    /// The finding that a form which is read on a day came in late, for a person to look at: it may have been sent before.
    /// The vault tells whom a form changes.
    ///
    /// # Complexity
    /// As [`Meet::reimport`].
    #[must_use]
    pub fn late(&self, form: &Form, vault: &BTreeMap<PersonId, Facts>, today: Date) -> Option<Finding> {
        let rule = self.regulations.as_ref()?.rules.e07.as_ref()?;
        let Some((changes, changed)) = self.compared(form, vault) else {
            return (today > rule.params.close).then(|| form.late(&rule.clause, rule.params.close));
        };
        let last = rule.params.last_change();
        let asked_for = |id: &PersonId| match self.admission((*id, form.sport)) {
            Some(State::Returned { until: Some(until) }) => today <= until,
            _ => false,
        };
        let free = changes.added.is_empty() && changes.removed.is_empty() && changed.iter().all(asked_for);
        (today > last && !free).then(|| form.late(&rule.clause, last))
    }
}
