//! What the last submission changed: at each field the old answer beside the new.

use crate::case::Submission;
use crate::organization::{Particular, compare};
use crate::values::Lang;
use crate::web::particulars::{Shown, rows, shown};

/// A field of what was submitted last.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which.
    pub field: Particular,
    /// The key of its name.
    pub key: &'static str,
    /// What it says.
    pub said: Vec<Shown>,
    /// What it said the time before, where that was something else.
    pub before: Option<Vec<Shown>>,
}

/// Every field of what was submitted last, in the order of the form.
pub fn submitted(lang: Lang, submissions: &[Submission]) -> Vec<Row> {
    let Some((last, earlier)) = submissions.split_last() else {
        return Vec::new();
    };
    let changes = earlier
        .last()
        .map(|before| compare(&before.particulars, &last.particulars))
        .unwrap_or_default();
    rows(lang, &last.particulars)
        .into_iter()
        .map(|row| Row {
            field: row.field,
            key: row.field.key(),
            before: changes
                .iter()
                .find(|change| change.field == row.field)
                .map(|change| shown(lang, &change.before)),
            said: row.said,
        })
        .collect()
}

/// Those fields alone that say something else than the time before.
pub fn changed(lang: Lang, submissions: &[Submission]) -> Vec<Row> {
    let mut rows = submitted(lang, submissions);
    rows.retain(|row| row.before.is_some());
    rows
}
