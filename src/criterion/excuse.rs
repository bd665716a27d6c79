//! Why the board accepts a case although required criteria are open or not met.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanAssess;
use crate::case::Case;
use crate::case::policy::CanRead;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CriterionId, ExcuseId};
use crate::values::Prose;
use crate::vault::Vault;
use crate::{Error, Result};

/// Where the words are sealed.
const WORDS: &str = "case_excuses.words";

/// Why something open did not stand in the way.
#[derive(Clone, Debug)]
pub struct Excuse {
    /// The words.
    pub words: Prose,
    /// What was open or not met.
    pub criteria: Vec<CriterionId>,
    /// Who says so.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Says why the case is accepted although these are open or not met; in the transaction that accepts or proposes it.
pub async fn excuse(
    tx: &mut Tx,
    granted: &CanAssess,
    criteria: &[CriterionId],
    words: &Prose,
) -> Result<()> {
    let (id, now, vault) = (ExcuseId::fresh(), tx.now(), tx.vault());
    let case = granted.case();
    sqlx::query!(
        "insert into case_excuses (id, case_id, words_sealed, criteria, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        case.id as _,
        vault.seal_text(WORDS, id, words)? as _,
        criteria as _,
        granted.by().account() as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(
        Act::CaseCriteriaExcused,
        Subject::case(case.id, case.number),
    )
    .after(json!({ "criteria": criteria }))
    .reason(Some(words));
    history::record(tx, granted.by(), event).await
}

/// What was said, the first first; nothing for whoever reads only what is meant for the applicant.
pub async fn excuses(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Excuse>> {
    if !granted.internal() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        "select id, words_sealed, criteria, given_by, given_at from case_excuses where case_id = $1 order by id",
        granted.id() as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let words = vault.open_text(WORDS, row.id, &row.words_sealed)?;
            Ok(Excuse {
                words: Prose::parse(&words, Prose::CEILING)
                    .map_err(|_| Error::Contradiction("sealed words that are no prose"))?,
                criteria: row.criteria,
                by: row.given_by,
                at: row.given_at,
            })
        })
        .collect()
}

/// By what the case cannot be accepted as it is: what is required and open or not met, and of which since the board was last asked
/// nobody said why it may be. A session that votes has its reasons in its minutes.
pub async fn hindering(conn: &mut PgConnection, case: &Case) -> Result<Vec<CriterionId>> {
    if case.sitting.is_some() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar!(
        r#"select k.id as "id: CriterionId" from cases c
            join criteria k on k.edition = c.criteria_edition
            left join lateral (select outcome from case_findings
                where case_id = c.id and criterion_id = k.id order by version desc limit 1) f on true
            where c.id = $1 and k.required and not k.withdrawn and (k.case_kinds = '{}' or c.kind = any(k.case_kinds))
                and coalesce(f.outcome, 'open') not in ('met', 'not_applicable')
                and not exists (select from case_excuses e
                    where e.case_id = c.id and k.id = any(e.criteria) and e.given_at >= coalesce(c.asked_at, c.created_at))
            order by k.position, k.id"#,
        case.id as _
    )
    .fetch_all(conn)
    .await?)
}

/// Whether the case cannot be accepted as it is.
pub async fn hinders(conn: &mut PgConnection, case: &Case) -> Result<bool> {
    Ok(!hindering(conn, case).await?.is_empty())
}
