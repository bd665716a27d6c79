//! What the organization says, and beside each answer the papers that prove it.

use super::view::When;
use crate::actor::Actor;
use crate::case::Case;
use crate::document::{Document, Slot, policy};
use crate::ids::OnceKey;
use crate::organization::Particular;
use crate::values::Lang;
use crate::web::documents::{Paper, Shown as Shelf};
use crate::web::particulars::{Row, Shown};
use crate::web::urls;

/// The answers with their papers.
pub struct Proof {
    /// Each answer, in the order of the form.
    pub rows: Vec<Proven>,
    /// How many are without the paper that was asked for.
    pub bare: usize,
}

/// An answer, and what is behind it.
pub struct Proven {
    /// Which.
    pub field: Particular,
    /// What it says.
    pub said: Vec<Shown>,
    /// The papers that prove it.
    pub papers: Vec<Behind>,
    /// What was asked for and is not there.
    pub missing: Vec<String>,
    /// Whether the board has a paper of the organization already.
    pub is_kept: bool,
}

/// A paper behind an answer.
pub struct Behind {
    /// The paper itself.
    pub paper: Paper,
    /// What it was added for.
    pub title: String,
    /// When a reviewer spoke of it last.
    pub judged: Option<When>,
    /// Where it is said that it is fine, and the key of that form; once on the page, for whoever may say so.
    pub fine: Option<(String, OnceKey)>,
}

impl Proof {
    /// The papers of a case beside its answers. `slots` and `shelves` are the same list, as it is kept and as it is shown.
    pub fn of(
        lang: Lang,
        actor: &Actor,
        case: &Case,
        rows: Vec<Row>,
        (slots, shelves): (&[Slot], &[Shelf]),
    ) -> Self {
        let mut offered = Vec::new();
        let rows: Vec<Proven> = rows
            .into_iter()
            .map(|row| {
                let mut proven = Proven::bare(row);
                for (slot, shelf) in slots.iter().zip(shelves) {
                    if !slot.item.asks.proves.contains(&proven.field) {
                        continue;
                    }
                    proven.is_kept |= slot.is_kept;
                    if slot.current.is_empty() && slot.is_asked && !slot.is_kept {
                        proven.missing.push(shelf.title.clone());
                    }
                    for (document, paper) in slot.current.iter().zip(&shelf.current) {
                        let may_judge = may_judge(actor, case, document);
                        let is_fine = document.verdict.as_ref().is_some_and(|it| it.fine);
                        let offers = may_judge && !is_fine && !offered.contains(&document.id);
                        if offers {
                            offered.push(document.id);
                        }
                        proven.papers.push(Behind {
                            paper: paper.clone(),
                            title: shelf.title.clone(),
                            judged: document
                                .verdict
                                .as_ref()
                                .map(|it| When::day(lang, it.at.date_naive())),
                            fine: offers.then(|| {
                                (urls::desk_document_verdict(document.id), OnceKey::fresh())
                            }),
                        });
                    }
                }
                proven
            })
            .collect();
        let bare = rows.iter().filter(|row| row.is_bare()).count();
        Self { rows, bare }
    }
}

impl Proven {
    fn bare(row: Row) -> Self {
        Self {
            field: row.field,
            said: row.said,
            papers: Vec::new(),
            missing: Vec::new(),
            is_kept: false,
        }
    }

    /// Whether it says something, a paper was asked for, and none is there.
    pub fn is_bare(&self) -> bool {
        !self.said.is_empty() && self.papers.is_empty() && !self.is_kept && !self.missing.is_empty()
    }

    /// Whether no paper is asked for that would prove it.
    pub fn is_unasked(&self) -> bool {
        self.papers.is_empty() && self.missing.is_empty() && !self.is_kept
    }
}

/// The same question that the page of the document asks.
fn may_judge(actor: &Actor, case: &Case, document: &Document) -> bool {
    policy::see(actor, document, Some(case), None)
        .and_then(|seen| policy::judge(&seen).map(drop))
        .is_ok()
}
