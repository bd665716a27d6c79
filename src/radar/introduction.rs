//! What two organizations that were introduced write to each other, where the board reads along.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanReadIntroduction, CanSeeForTeam, CanWriteIntroduction};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, IntroductionId, MessageId, OrganizationId, OverlapId};
use crate::notice::{Letter, OfOrganization};
use crate::organization::{self, Mention, team};
use crate::values::Prose;
use crate::vault::Vault;

/// Where messages are sealed.
const BODY: &str = "introduction_messages.body";

/// Two organizations that were introduced.
#[derive(Clone, Debug)]
pub struct Introduction {
    /// Its id.
    pub id: IntroductionId,
    /// Over which pair.
    pub overlap: OverlapId,
    /// One of them.
    pub one: OrganizationId,
    /// The other.
    pub other: OrganizationId,
    /// Since when.
    pub made_at: DateTime<Utc>,
}

/// Something that was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Who.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub body: String,
}

/// Who is introduced over what.
pub(super) struct Between<'a> {
    pub(super) pair: OverlapId,
    pub(super) one: &'a Mention,
    pub(super) other: &'a Mention,
}

/// Opens the conversation with its first words. Both teams hear of it.
pub(super) async fn open(
    tx: &mut Tx,
    by: &Actor,
    between: &Between<'_>,
    words: &Prose,
) -> Result<IntroductionId> {
    let (id, now, person) = (IntroductionId::fresh(), tx.now(), by.person()?.id);
    sqlx::query!(
        "insert into introductions (id, overlap_id, one_organization_id, other_organization_id, made_at, made_by)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        between.pair as _,
        between.one.id as _,
        between.other.id as _,
        now,
        person as _
    )
    .execute(&mut **tx)
    .await?;
    keep(tx, id, person, words).await?;
    for of in [between.one, between.other] {
        tell(tx, of, person, Letter::Introduced).await?;
    }
    Ok(id)
}

/// Writes there. Both teams hear of it, whoever wrote it aside.
pub async fn write(tx: &mut Tx, can: &CanWriteIntroduction, words: &Prose) -> Result<()> {
    let of = can.introduction();
    let person = can.by().person()?.id;
    let id = keep(tx, of.id, person, words).await?;
    for organization in [of.one, of.other] {
        let Some(mention) = organization::mention(tx, organization).await? else {
            continue;
        };
        let subject = Subject::organization(mention.id, mention.number);
        let event = Event::new(Act::IntroductionWritten, subject)
            .after(json!({ "introduction": of.id, "message": id }));
        history::record(tx, can.by(), event).await?;
        tell(tx, &mention, person, Letter::IntroductionMessage).await?;
    }
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    introduction: IntroductionId,
    by: AccountId,
    words: &Prose,
) -> Result<MessageId> {
    let (id, now, vault) = (MessageId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into introduction_messages (id, introduction_id, author_id, body_sealed, written_at)
         values ($1, $2, $3, $4, $5)",
        id as _,
        introduction as _,
        by as _,
        vault.seal_text(BODY, id, words)? as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Those of a team who can answer.
async fn tell(
    tx: &mut Tx,
    of: &Mention,
    author: AccountId,
    letter: fn(OfOrganization) -> Letter,
) -> Result<()> {
    let about = OfOrganization {
        number: of.number,
        title: of.name.to_string(),
    };
    team::tell(tx, of.id, Some(author), &letter(about)).await
}

/// The introduction with this id.
pub async fn find_introduction(
    conn: &mut PgConnection,
    id: IntroductionId,
) -> Result<Option<Introduction>> {
    Ok(sqlx::query_as!(
        Introduction,
        "select id, overlap_id as overlap, one_organization_id as one, other_organization_id as other, made_at
         from introductions where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?)
}

/// The latest that was made over a pair.
pub async fn introduced_over(
    conn: &mut PgConnection,
    pair: OverlapId,
) -> Result<Option<IntroductionId>> {
    Ok(sqlx::query_scalar!(
        "select id from introductions where overlap_id = $1 order by made_at desc, id desc limit 1",
        pair as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Those of an organization, the latest first.
pub async fn introductions_of(
    conn: &mut PgConnection,
    can: &CanSeeForTeam,
) -> Result<Vec<Introduction>> {
    Ok(sqlx::query_as!(
        Introduction,
        "select id, overlap_id as overlap, one_organization_id as one, other_organization_id as other, made_at
         from introductions where one_organization_id = $1 or other_organization_id = $1 order by made_at desc, id",
        can.own() as _
    )
    .fetch_all(conn)
    .await?)
}

/// What was written, the oldest first.
pub async fn conversation(
    conn: &mut PgConnection,
    vault: &Vault,
    can: &CanReadIntroduction,
) -> Result<Vec<Written>> {
    let rows = sqlx::query!(
        "select id, author_id, body_sealed, written_at from introduction_messages where introduction_id = $1 order by id",
        can.introduction().id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Written {
                by: row.author_id,
                at: row.written_at,
                body: vault.open_text(BODY, row.id, &row.body_sealed)?,
            })
        })
        .collect()
}
