//! One batch after another: what each row means, what it changes, and what is wrong with it.

use std::collections::HashMap;
use std::io;

use tokio::sync::mpsc;

use super::counts::Counts;
use super::feed::is_usable;
use super::find::{Asking, Known, Meant};
use super::merge::{hash, merge};
use super::save::{self, Write};
use super::{ImportError, Report, WAITING_MAX, store, twins};
use crate::db::{Db, Tx};
use crate::ids::{ImportId, OrganizationId};
use crate::organization::{Kept, keys};
use crate::roster::policy::CanImport;
use crate::roster::reason::{Reason, Remark};
use crate::roster::stored::{self, Stored};
use crate::roster::{ColumnMap, Entry, RosterField as Field, RosterRow, Taken};
use crate::values::{Problem, RegistryNumber, Standing};

/// How often a batch is tried when somebody takes a number at the same moment.
const TRIES: usize = 3;

/// An import under way.
pub(super) struct Job<'a> {
    db: Db,
    pub(super) granted: CanImport,
    id: ImportId,
    map: ColumnMap,
    dry_run: bool,
    report: Option<Report<'a>>,
    pub(super) counts: Counts,
    /// The line in which each organization was named first.
    seen: HashMap<OrganizationId, u64>,
    /// In a trial: the organizations that would be new.
    would_be: Known,
    /// Rows that were merged into one that is not there yet: it may stand further down.
    waiting: Vec<Entry>,
    /// How many names there were when words were last counted; nothing before that was asked.
    counted: Option<u64>,
    /// How many names came in since.
    since: u64,
}

/// What a batch comes to. It counts when the transaction has landed.
#[derive(Default)]
struct Outcome {
    counts: Counts,
    seen: HashMap<OrganizationId, u64>,
    waiting: Vec<Entry>,
    /// Line, whether the row is out, why.
    remarks: Vec<(u64, bool, Vec<Remark>)>,
    writes: Vec<Write>,
    known: Known,
}

/// A row that goes on.
struct Sorted<'a> {
    line: u64,
    taken: &'a Taken,
    id: OrganizationId,
    is_new: bool,
    merged_into: Option<OrganizationId>,
    hash: Vec<u8>,
    remarks: Vec<Remark>,
}

impl<'a> Job<'a> {
    pub(super) fn new(
        db: Db,
        granted: CanImport,
        id: ImportId,
        map: ColumnMap,
        dry_run: bool,
        report: Option<Report<'a>>,
    ) -> Self {
        Self {
            db,
            granted,
            id,
            map,
            dry_run,
            report,
            counts: Counts::default(),
            seen: HashMap::new(),
            would_be: Known::default(),
            waiting: Vec::new(),
            counted: None,
            since: 0,
        }
    }

    /// Takes all batches, and then the rows that waited for others, until none moves any more.
    pub(super) async fn all(
        &mut self,
        mut rows: mpsc::Receiver<io::Result<Vec<Entry>>>,
    ) -> Result<(), ImportError> {
        while let Some(batch) = rows.recv().await {
            let batch = batch.map_err(ImportError::Reading)?;
            let may_wait = self.waiting.len() < WAITING_MAX;
            self.batch(batch, may_wait).await?;
        }
        while !self.waiting.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            let before = waiting.len();
            for part in waiting.chunks(1_000) {
                self.batch(part.to_vec(), true).await?;
            }
            if self.waiting.len() == before {
                let rest = std::mem::take(&mut self.waiting);
                for part in rest.chunks(1_000) {
                    self.batch(part.to_vec(), false).await?;
                }
            }
        }
        Ok(())
    }

    async fn batch(&mut self, entries: Vec<Entry>, may_wait: bool) -> Result<(), ImportError> {
        let mut tries = 1;
        let mut outcome = loop {
            match self.attempt(&entries, may_wait).await {
                Err(error) if tries < TRIES && is_collision(&error) => tries += 1,
                other => break other?,
            }
        };
        let new = outcome.writes.iter().filter(|one| one.before.is_none());
        let names: usize = new.map(|one| one.row.names.len()).sum();
        self.since += u64::try_from(names).unwrap_or(u64::MAX);
        self.counts.add(outcome.counts);
        self.seen.extend(outcome.seen);
        self.waiting.append(&mut outcome.waiting);
        self.would_be = outcome.known;
        if let Some(report) = &mut self.report {
            for (line, refused, remarks) in &outcome.remarks {
                for remark in remarks {
                    report(*line, *refused, remark).map_err(ImportError::Report)?;
                }
            }
        }
        Ok(())
    }

    /// Has words counted anew where there are twice as many names as when they were counted, so that it costs little beside the rest.
    async fn count(&mut self, tx: &mut Tx) -> Result<(), crate::Error> {
        let counted = match self.counted {
            Some(counted) => counted,
            None => keys::counted(tx).await?,
        };
        self.counted = Some(counted);
        if self.since > counted && !self.dry_run {
            keys::count_anew(tx).await?;
            self.counted = Some(counted + self.since);
            self.since = 0;
        }
        Ok(())
    }

    /// A batch in one transaction.
    async fn attempt(
        &mut self,
        entries: &[Entry],
        may_wait: bool,
    ) -> Result<Outcome, crate::Error> {
        let mut tx = self.db.begin().await?;
        self.count(&mut tx).await?;
        let hashes: Vec<Vec<u8>> = entries
            .iter()
            .map(|entry| entry.result.as_ref().map(|taken| hash(taken, &self.map)))
            .map(Result::unwrap_or_default)
            .collect();
        let rows: Vec<Asking<'_>> = entries
            .iter()
            .zip(&hashes)
            .filter_map(|(entry, hash)| Some((&entry.result.as_ref().ok()?.row, hash.as_slice())))
            .collect();
        let mut outcome = Outcome {
            known: if self.dry_run {
                std::mem::take(&mut self.would_be)
            } else {
                Known::default()
            },
            ..Outcome::default()
        };
        outcome.known.look_up(&mut tx, &rows).await?;
        let sorted = self.sort((entries, hashes), may_wait, &mut outcome);
        self.weigh(&mut tx, sorted, &mut outcome).await?;
        if !self.dry_run {
            save::write(&mut tx, self.granted.by(), self.id, &outcome.writes).await?;
            outcome.known = Known::default();
        }
        let told = twins::look(&mut tx, self.id, &outcome.writes, self.dry_run).await?;
        outcome.also_told(told);
        store::remark(&mut tx, self.id, &outcome.remarks).await?;
        store::advance(&mut tx, self.id, &outcome.counts).await?;
        let _ = tx.commit().await?;
        Ok(outcome)
    }

    /// Which organization each row means; those that cannot go on are told.
    fn sort<'b>(
        &self,
        (entries, hashes): (&'b [Entry], Vec<Vec<u8>>),
        may_wait: bool,
        outcome: &mut Outcome,
    ) -> Vec<Sorted<'b>> {
        let mut sorted = Vec::with_capacity(entries.len());
        for (entry, hash) in entries.iter().zip(hashes) {
            let taken = match &entry.result {
                Ok(taken) => taken,
                Err(remarks) => {
                    outcome.refuse(entry.line, remarks.clone());
                    continue;
                }
            };
            let (merged_into, remarks) = match merger(&taken.row, &outcome.known) {
                Merger::Into(id, remarks) => (id, remarks),
                Merger::NotYet if may_wait => {
                    outcome.waiting.push(entry.clone());
                    continue;
                }
                Merger::NotYet => {
                    let number = taken.row.merged_into.map(|number| number.to_string());
                    let text = number.unwrap_or_default();
                    outcome.refuse_taken(
                        entry.line,
                        taken,
                        Remark::on(Field::MergedInto, &text, Reason::NoSuchNumber),
                    );
                    continue;
                }
                Merger::Refused(remark) => {
                    outcome.refuse_taken(entry.line, taken, remark);
                    continue;
                }
            };
            let meant = match taken.row.number {
                Some(number) if !is_usable(number) => {
                    let reason = Reason::Value(Problem::BadNumber);
                    let remark = Remark::on(Field::Number, &number.to_string(), reason);
                    outcome.refuse_taken(entry.line, taken, remark);
                    continue;
                }
                _ => outcome.known.meant((&taken.row, &hash)),
            };
            let (id, is_new) = match meant {
                Meant::Known(id) => (id, false),
                Meant::New => (OrganizationId::fresh(), true),
                Meant::Several => {
                    outcome.refuse_taken(entry.line, taken, Remark::row(Reason::Ambiguous));
                    continue;
                }
            };
            if let Some(line) = outcome.seen.get(&id).or_else(|| self.seen.get(&id)) {
                let reason = Reason::DuplicateOf { line: *line };
                outcome.refuse_taken(entry.line, taken, Remark::row(reason));
                continue;
            }
            if merged_into == Some(id) {
                let remark = Remark::on(Field::MergedInto, "", Reason::NoSuchNumber);
                outcome.refuse_taken(entry.line, taken, remark);
                continue;
            }
            outcome.seen.insert(id, entry.line);
            if is_new {
                outcome.known.add(id, &taken.row);
            }
            sorted.push(Sorted {
                line: entry.line,
                taken,
                id,
                is_new,
                merged_into,
                hash,
                remarks,
            });
        }
        sorted
    }

    /// What each row changes.
    async fn weigh(
        &mut self,
        tx: &mut Tx,
        sorted: Vec<Sorted<'_>>,
        outcome: &mut Outcome,
    ) -> Result<(), crate::Error> {
        let vault = tx.vault();
        let known: Vec<OrganizationId> = sorted
            .iter()
            .filter(|row| !row.is_new)
            .map(|row| row.id)
            .collect();
        let hashes = store::hashes(tx, &known).await?;
        // That it gave way meanwhile is said again each time to whoever does not say it.
        let is_told = |row: &Sorted<'_>| {
            outcome.known.gave_way(row.id) && row.taken.row.merged_into.is_none()
        };
        let other: Vec<OrganizationId> = sorted
            .iter()
            .filter(|row| !row.is_new && (hashes.get(&row.id) != Some(&row.hash) || is_told(row)))
            .map(|row| row.id)
            .collect();
        let stored = stored::locked(tx, &vault, &other).await?;
        let mut stored: HashMap<OrganizationId, Stored> =
            stored.into_iter().map(|one| (one.id, one)).collect();
        let unnumbered = sorted
            .iter()
            .filter(|row| row.is_new && row.taken.row.number.is_none())
            .count();
        let numbers = if self.dry_run {
            vec![RegistryNumber::from_sequence(0); unnumbered]
        } else {
            save::numbers(tx, unnumbered).await?
        };
        let mut numbers = numbers.into_iter();
        for row in sorted {
            let mut remarks = row.taken.remarks.clone();
            remarks.extend(row.remarks);
            if row.is_new {
                let mut new = row.taken.row.clone();
                new.standing = Some(match row.merged_into {
                    Some(_) => Standing::Merged,
                    None => new.standing.unwrap_or(Standing::Good),
                });
                let number = new.number.or_else(|| numbers.next());
                let number = number.ok_or(crate::Error::Contradiction("too few numbers"))?;
                outcome.counts.added += 1;
                outcome.writes.push(Write {
                    id: row.id,
                    line: row.line,
                    number,
                    row: new,
                    private: Vec::new(),
                    kept: Kept::default(),
                    merged_into: row.merged_into,
                    hash: row.hash,
                    before: None,
                });
            } else if let Some(current) = stored.remove(&row.id) {
                let merged = merge(&current.row, row.taken, &self.map);
                // Read while it is held, so that a merger of this moment counts.
                if let Some(to) = current.row.merged_into {
                    let is_so = row.taken.row.merged_into == Some(to) && merged.changed.is_empty();
                    let number = current.number;
                    remarks.extend((!is_so).then(|| Remark::row(Reason::GaveWay { number, to })));
                    outcome.counts.unchanged += 1;
                    outcome.counts.total += 1;
                    outcome.told(row.line, remarks);
                    continue;
                }
                remarks.extend(merged.remarks);
                if merged.changed.is_empty() {
                    outcome.counts.unchanged += 1;
                } else {
                    outcome.counts.updated += 1;
                    // Whom it was merged into already is kept by number; look it up again.
                    let into = match merged.row.merged_into {
                        Some(number) => outcome
                            .known
                            .numbered(number)
                            .or(store::numbered(tx, number).await?),
                        None => None,
                    };
                    outcome.writes.push(Write {
                        id: row.id,
                        line: row.line,
                        number: current.number,
                        row: merged.row,
                        private: current.private,
                        kept: current.kept,
                        merged_into: into,
                        hash: row.hash,
                        before: Some((current.row, merged.changed)),
                    });
                }
            } else {
                outcome.counts.unchanged += 1;
            }
            outcome.counts.total += 1;
            outcome.told(row.line, remarks);
        }
        Ok(())
    }
}

impl Outcome {
    /// A row that is out.
    fn refuse(&mut self, line: u64, remarks: Vec<Remark>) {
        self.counts.total += 1;
        self.counts.refused += 1;
        self.counts.remarked(true, &remarks);
        self.remarks.push((line, true, remarks));
    }

    /// A row that could be read and is out all the same, with everything that is wrong with it.
    fn refuse_taken(&mut self, line: u64, taken: &Taken, remark: Remark) {
        let mut remarks = vec![remark];
        remarks.extend(taken.remarks.iter().cloned());
        self.refuse(line, remarks);
    }

    /// What is said besides of rows that are in, behind what was wrong with them.
    fn also_told(&mut self, told: Vec<(u64, Vec<Remark>)>) {
        for (line, remarks) in told {
            self.counts.remarked(false, &remarks);
            let there = self
                .remarks
                .iter_mut()
                .find(|(of, refused, _)| *of == line && !refused);
            match there {
                Some((.., known)) => known.extend(remarks),
                None => self.remarks.push((line, false, remarks)),
            }
        }
        self.remarks.sort_by_key(|(line, ..)| *line);
    }

    /// What was wrong in a row that is in.
    fn told(&mut self, line: u64, remarks: Vec<Remark>) {
        if !remarks.is_empty() {
            self.counts.remarked(false, &remarks);
            self.remarks.push((line, false, remarks));
        }
    }
}

/// What a row says of a merger.
enum Merger {
    /// Into this one, or into none; and what of it does not count.
    Into(Option<OrganizationId>, Vec<Remark>),
    /// Into one that is not there, or not yet.
    NotYet,
    /// Merged, and nobody knows into what.
    Refused(Remark),
}

fn merger(row: &RosterRow, known: &Known) -> Merger {
    match (row.standing, row.merged_into) {
        (None | Some(Standing::Merged), Some(number)) => match known.numbered(number) {
            Some(id) => Merger::Into(Some(id), Vec::new()),
            None => Merger::NotYet,
        },
        (Some(_), Some(number)) => {
            let text = number.to_string();
            let remark = Remark::on(Field::MergedInto, &text, Reason::NotMerged);
            Merger::Into(None, vec![remark])
        }
        (Some(Standing::Merged), None) => Merger::Refused(Remark::on(
            Field::MergedInto,
            "",
            Reason::Value(Problem::Required),
        )),
        (_, None) => Merger::Into(None, Vec::new()),
    }
}

/// Whether somebody took the same number in the same moment.
fn is_collision(error: &crate::Error) -> bool {
    matches!(
        error.constraint(),
        Some("organizations_number_taken" | "organizations_pkey")
    )
}
