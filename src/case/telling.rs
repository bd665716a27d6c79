//! Telling colleagues: somebody was named in a note, or a case was taken over from them. It stands on their desk until they
//! have read it.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::conversation::{BODY, prose};
use super::policy::{CanWrite, Reach};
use super::{Case, letters, policy};
use crate::Result;
use crate::account;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, CaseId, MessageId, TellingId};
use crate::values::{Country, LanguageTag, Prose, Role, TrackingNumber, codes};
use crate::vault::Vault;

/// How many a desk shows.
const MOST: i64 = 50;

codes! {
    /// Why somebody is told.
    pub enum TellingKind {
        Mentioned = "mentioned",
        TakenOver = "taken_over",
    }
}

/// What somebody was told and has not read.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Why.
    pub kind: TellingKind,
    /// Of which case.
    pub case: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// The note.
    pub words: Prose,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Colleagues who can be named in a note: the board and the posts of the host country, whoever has a part in the case aside.
pub async fn tellable(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanWrite,
) -> Result<Vec<(AccountId, String)>> {
    if granted.reach() != Reach::Internal {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select id, role, hosts as "hosts: Vec<Country>" from accounts
         where role in ('coordinator', 'chair', 'post_officer') and closed_at is null and confirmed_at is not null"#,
    )
    .fetch_all(&mut *conn)
    .await?;
    let me = granted.by().account();
    let ids: Vec<AccountId> = rows
        .into_iter()
        .filter(|row| {
            let role: Role = row.role;
            Some(row.id) != me && policy::may_be_told(row.id, role, &row.hosts, granted.case())
        })
        .map(|row| row.id)
        .collect();
    let names = account::called(conn, vault, &ids).await?;
    let mut people: Vec<(AccountId, String)> = names.into_iter().collect();
    people.sort_by_cached_key(|(id, name)| (crate::names::fold(name), *id));
    Ok(people)
}

/// Puts a note on the desks of those named, and writes to them.
pub(super) async fn tell(
    tx: &mut Tx,
    case: &Case,
    by: AccountId,
    message: MessageId,
    (kind, to): (TellingKind, &[AccountId]),
) -> Result<()> {
    let now = tx.now();
    let ids: Vec<TellingId> = to.iter().map(|_| TellingId::fresh()).collect();
    sqlx::query!(
        "insert into case_tellings (id, case_id, message_id, account_id, kind, told_by, told_at)
         select t.id, $3, $4, t.account, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) t (id, account)",
        &ids as _,
        to as _,
        case.id as _,
        message as _,
        kind as _,
        by as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    letters::told(tx, case, kind, to).await
}

/// What somebody was told and has not read, the newest first: of cases that they still see, and that are not their own.
pub async fn unread(conn: &mut PgConnection, vault: &Vault, actor: &Actor) -> Result<Vec<Telling>> {
    unread_by(conn, vault, actor, actor.person()?.id).await
}

/// What a colleague was told and has not read, as far as whoever asks sees those cases, and they are not their own.
pub async fn unread_by(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    colleague: AccountId,
) -> Result<Vec<Telling>> {
    let scope = policy::Scope::of(&mut *conn, actor).await?;
    let rows = sqlx::query!(
        "select t.kind as \"kind: TellingKind\", t.case_id as \"case_id: CaseId\", c.number, c.title, c.title_language, m.id as \"message_id: MessageId\", m.body_sealed,
            t.told_by as \"told_by: AccountId\", t.told_at
         from case_tellings t join cases c on c.id = t.case_id join case_messages m on m.id = t.message_id
         where t.account_id = $1 and t.read_at is null and case_seen_by(c, $2, $3, $4, $5, $6)
            and c.applicant_id <> $4 and (c.organization_id is null or c.organization_id <> all($5))
         order by t.told_at desc, t.id desc limit $7",
        colleague as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        MOST,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Telling {
                kind: row.kind,
                case: row.case_id,
                number: row.number,
                title: row.title,
                title_language: row.title_language,
                words: prose(&vault.open_text(BODY, row.message_id, &row.body_sealed)?)?,
                by: row.told_by,
                at: row.told_at,
            })
        })
        .collect()
}

/// Whoever opens the case has read what they were told of it.
pub async fn note_read(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update case_tellings set read_at = $3 where case_id = $1 and account_id = $2 and read_at is null",
        case.id as _,
        actor.person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
