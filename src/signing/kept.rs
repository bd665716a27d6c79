//! The signatures that stay with a submission, also when somebody is taken out later or signs anew.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{NAME, Signing, TYPED};
use crate::Result;
use crate::case::policy::CanRead;
use crate::db::Tx;
use crate::ids::{CaseId, SignatureId};
use crate::values::SigningOffice;
use crate::vault::Vault;

/// A signature under something that was submitted.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Under which submission.
    pub ordinal: i16,
    /// What the applicant calls who signed.
    pub name: String,
    /// What they typed themselves.
    pub typed: String,
    /// In which office.
    pub office: SigningOffice,
    /// When.
    pub at: DateTime<Utc>,
}

/// Keeps what was signed with what was submitted last, in the transaction that submits it.
pub async fn keep(tx: &mut Tx, case: CaseId, signing: &Signing) -> Result<()> {
    let signed: Vec<SignatureId> = signing
        .signatories
        .iter()
        .filter_map(|it| it.signature(signing.digest))
        .map(|it| it.id)
        .collect();
    sqlx::query!(
        "insert into case_submission_signatures (submission_id, signature_id)
         select s.id, signed.id
         from (select id from case_submissions where case_id = $1 order by ordinal desc limit 1) s,
            unnest($2::uuid[]) as signed (id)",
        case as _,
        &signed as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who signed what was submitted, the last submission first.
pub async fn kept(conn: &mut PgConnection, vault: &Vault, granted: &CanRead) -> Result<Vec<Kept>> {
    let rows = sqlx::query!(
        r#"select s.ordinal, a.id, a.name_sealed as "name_sealed!", a.answered_at, w.id as signatory_id,
            w.name_sealed as called_sealed, w.office
         from case_submission_signatures k
            join case_submissions s on s.id = k.submission_id
            join case_signatures a on a.id = k.signature_id
            join case_signatories w on w.id = a.signatory_id
         where s.case_id = $1 order by s.ordinal desc, a.id"#,
        granted.id() as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Kept {
                ordinal: row.ordinal,
                name: vault.open_text(NAME, row.signatory_id, &row.called_sealed)?,
                typed: vault.open_text(TYPED, row.id, &row.name_sealed)?,
                office: row.office,
                at: row.answered_at,
            })
        })
        .collect()
}
