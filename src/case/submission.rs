//! Submissions: validated particulars, frozen and kept, one for each time.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::amendment::changes;
use super::conversation::prose;
use super::draft::Glimpse;
use super::policy::{self, CanRead, CanSubmit};
use super::stage::Step;
use super::{keys, letters, likeness, save};
use crate::actor::Denied;
use crate::calendar::{self, Clock};
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::{AccountId, CaseId, SubmissionId};
use crate::organization::{self, Asked, Particulars, search_text};
use crate::values::{CaseKind, Country, Prose, TrackingNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where submissions are sealed.
const PARTICULARS: &str = "case_submissions.particulars";
/// Where the words that come with them are sealed.
const WORDS: &str = "case_submissions.words";

/// What was submitted, once.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The first is 1.
    pub ordinal: i16,
    /// What was said.
    pub particulars: Particulars,
    /// The words that came with it: evidence, or why.
    pub words: Option<Prose>,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Submits a case, for the first time or again after changes, and says its number.
pub async fn submit(
    tx: &mut Tx,
    granted: CanSubmit,
    particulars: &Particulars,
) -> Result<TrackingNumber> {
    submit_with(tx, granted, particulars, None).await
}

/// The same with words: the evidence of a claim, the reason of a change.
pub async fn submit_with(
    tx: &mut Tx,
    granted: CanSubmit,
    particulars: &Particulars,
    words: Option<&Prose>,
) -> Result<TrackingNumber> {
    let mut case = granted.case().clone();
    let person = granted.by().person()?.id;
    if !policy::may_send_from(granted.by(), &case, particulars.host_country) {
        return Err(Denied::Forbidden.into());
    }
    save::lock(tx, &case).await?;
    if let Some(about) = case.organization {
        organization::still_goes_on(tx, about).await?;
    }
    let number = match case.number {
        Some(number) => number,
        None => next_number(tx).await?,
    };
    case.number = Some(number);
    case.title = Glimpse::from(particulars).title;
    show_in_lists(tx, &case, number, particulars).await?;
    keep(tx, &case, (particulars, words), person).await?;
    mark_correction(tx, &case, particulars).await?;
    if keys::is_found(case.kind) {
        keys::write(tx, case.id, particulars).await?;
        let asked = Asked::at_desk(&tx.vault(), particulars);
        likeness::look(tx, case.id, &asked).await?;
    }

    let at = tx.now();
    let writers: Vec<AccountId> = [case.applicant]
        .into_iter()
        .chain(case.typed_by)
        .chain(case.typists.iter().copied())
        .collect();
    let has_post = post_for(tx, particulars.host_country, &writers).await?;
    let post = match has_post {
        true => {
            let today = tx.today();
            Some(calendar::calendar(tx).await?.until(Clock::Opinion, today))
        }
        false => None,
    };
    let to = save::step(tx, &case, Step::Submit { at, post }, None).await?;
    let event = save::moved(Act::CaseSubmitted, &case, to);
    history::record(tx, granted.by(), event).await?;
    letters::submitted(tx, &case, to, particulars.host_country).await?;
    Ok(number)
}

async fn next_number(tx: &mut Tx) -> Result<TrackingNumber> {
    let next = sqlx::query_scalar!(r#"select nextval('case_numbers') as "next!""#)
        .fetch_one(&mut **tx)
        .await?;
    u64::try_from(next)
        .map(TrackingNumber::from_sequence)
        .map_err(|_| Error::Contradiction("a sequence below zero"))
}

/// Whether some post looks after this country; not one that would judge its own form, or one that it typed in.
async fn post_for(tx: &mut Tx, host: Country, writers: &[AccountId]) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (
            select from accounts
            where role = 'post_officer' and closed_at is null and confirmed_at is not null
                and $1 = any(hosts) and id <> all($2)
        ) as "there!""#,
        host as _,
        writers as _,
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// What lists and searches know of it from now on, and the criteria that it is judged by: those of its first submission, whatever is
/// published later. The row is locked: its revision moves with the step that follows.
async fn show_in_lists(
    tx: &mut Tx,
    case: &super::Case,
    number: TrackingNumber,
    particulars: &Particulars,
) -> Result<()> {
    let glimpse = Glimpse::from(particulars);
    let written = number.to_string();
    let search = search_text(
        &particulars.names,
        particulars.city.as_ref(),
        &particulars.identifiers,
        Some(&written),
    );
    let now = tx.now();
    sqlx::query!(
        "update cases set number = $2, submitted_at = coalesce(submitted_at, $3), asked_at = $3, title = $4,
            title_language = $5, host_country = $6, homeland = $7, community = $8, areas = $9, search = $10,
            organization_kind = $11,
            criteria_edition = coalesce(criteria_edition,
                (select max(number) from criteria_editions where published_at is not null))
         where id = $1",
        case.id as _,
        number as _,
        now,
        glimpse.title,
        glimpse.title_language as _,
        glimpse.host_country as _,
        glimpse.homeland as _,
        glimpse.community,
        &glimpse.areas as _,
        search,
        glimpse.kind as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the entry is under a mark until the board has decided: a change that the board looks at first, and an amendment
/// always. A renewal that leaves such things as they are corrects nothing.
async fn mark_correction(tx: &mut Tx, case: &super::Case, particulars: &Particulars) -> Result<()> {
    let corrects = match case.kind {
        CaseKind::Amendment => true,
        CaseKind::Renewal => changes(tx, case, particulars)
            .await?
            .iter()
            .any(|change| change.field.is_material()),
        _ => return Ok(()),
    };
    sqlx::query!(
        "update cases set corrects = $2 where id = $1",
        case.id as _,
        corrects
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Freezes what was submitted.
async fn keep(
    tx: &mut Tx,
    case: &super::Case,
    (particulars, words): (&Particulars, Option<&Prose>),
    by: AccountId,
) -> Result<()> {
    let id = SubmissionId::fresh();
    let now = tx.now();
    let sealed = tx.vault().seal_json(PARTICULARS, id, particulars)?;
    let words = words
        .map(|words| tx.vault().seal_text(WORDS, id, words))
        .transpose()?;
    sqlx::query!(
        "insert into case_submissions (id, case_id, ordinal, particulars_sealed, submitted_by, submitted_at, words_sealed)
         select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6 from case_submissions where case_id = $2",
        id as _,
        case.id as _,
        sealed as _,
        by as _,
        now,
        words as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct Row {
    id: SubmissionId,
    ordinal: i16,
    particulars_sealed: Sealed,
    words_sealed: Option<Sealed>,
    submitted_by: AccountId,
    submitted_at: DateTime<Utc>,
}

/// Everything that was submitted, the first first.
pub async fn submissions(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Submission>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, ordinal, particulars_sealed, words_sealed, submitted_by, submitted_at
         from case_submissions where case_id = $1 order by ordinal",
        granted.case().id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Submission {
                id: row.id,
                ordinal: row.ordinal,
                particulars: vault.open_json(PARTICULARS, row.id, &row.particulars_sealed)?,
                words: row
                    .words_sealed
                    .map(|sealed| words(vault, row.id, &sealed))
                    .transpose()?,
                by: row.submitted_by,
                at: row.submitted_at,
            })
        })
        .collect()
}

/// The words of a submission.
pub(super) fn words(vault: &Vault, id: SubmissionId, sealed: &Sealed) -> Result<Prose> {
    prose(&vault.open_text(WORDS, id, sealed)?)
}

/// What these cases said when they were sent last.
pub(super) async fn opened(
    conn: &mut PgConnection,
    vault: &Vault,
    cases: &[CaseId],
) -> Result<Vec<(CaseId, Particulars)>> {
    let rows = sqlx::query!(
        "select distinct on (case_id) case_id, id, particulars_sealed from case_submissions
         where case_id = any($1) order by case_id, ordinal desc",
        cases as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let said = vault.open_json(PARTICULARS, row.id, &row.particulars_sealed)?;
            Ok((row.case_id, said))
        })
        .collect()
}

/// What was submitted last, and when.
pub(super) async fn last(tx: &mut Tx, case: &super::Case) -> Result<(Particulars, DateTime<Utc>)> {
    let row = sqlx::query!(
        "select id, particulars_sealed, submitted_at from case_submissions where case_id = $1 order by ordinal desc limit 1",
        case.id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Contradiction("a case under review that was never submitted"))?;
    let vault = tx.vault();
    let said = vault.open_json(PARTICULARS, row.id, &row.particulars_sealed)?;
    Ok((said, row.submitted_at))
}
