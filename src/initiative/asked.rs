//! Who is asked to carry an initiative, as those see it who ask and those who are asked.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::InitiativeText;
use super::find::texts;
use crate::Result;
use crate::group::JoinAnswer;
use crate::ids::{AccountId, AssignmentId, InitiativeId, InitiativeInvitationId, OrganizationId};
use crate::values::{InitiativeRole, InitiativeStage, LanguageTag, Line, Prose, RegistryNumber};
use crate::vault::{Sealed, Vault};

/// Where it is sealed what people say with their answer.
pub(super) const WORDS: &str = "initiative_invitations.words";
/// How many answered questions are shown besides the open ones.
const SHOWN: i64 = 30;

/// An organization that is asked, as those see it who ask.
#[derive(Debug)]
pub struct Asked {
    /// The question.
    pub id: InitiativeInvitationId,
    /// Which organization.
    pub organization: OrganizationId,
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: Line,
    /// The language of that name.
    pub name_language: Option<LanguageTag>,
    /// As what.
    pub role: InitiativeRole,
    /// The organization whose team asks; nothing where the board does.
    pub asking: Option<OrganizationId>,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Until when it can answer.
    pub expires_at: DateTime<Utc>,
    /// What came of it.
    pub answer: Option<JoinAnswer>,
    /// What was said with that.
    pub words: Option<Prose>,
}

/// Who is asked to carry an initiative: the open questions first, then the latest answers.
pub async fn asked(
    conn: &mut PgConnection,
    vault: &Vault,
    initiative: InitiativeId,
) -> Result<Vec<Asked>> {
    let rows = sqlx::query!(
        r#"select i.id, i.organization_id, o.number, o.name as "name: Line", o.name_language, i.role, i.asking_id, i.asked_at,
            i.expires_at, i.answer, i.words_sealed
         from initiative_invitations i join organizations o on o.id = i.organization_id
         where i.initiative_id = $1
         order by i.answer is not null, i.answered_at desc, i.asked_at, i.id limit $2"#,
        initiative as _,
        SHOWN
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Asked {
                words: words(vault, row.id, row.words_sealed.as_ref())?,
                id: row.id,
                organization: row.organization_id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                role: row.role,
                asking: row.asking_id,
                asked_at: row.asked_at,
                expires_at: row.expires_at,
                answer: row.answer,
            })
        })
        .collect()
}

fn words(
    vault: &Vault,
    id: InitiativeInvitationId,
    sealed: Option<&Sealed>,
) -> Result<Option<Prose>> {
    Ok(match sealed {
        Some(sealed) => Prose::parse(&vault.open_text(WORDS, id, sealed)?, Prose::CEILING).ok(),
        None => None,
    })
}

/// A question that waits for an organization.
#[derive(Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InitiativeInvitationId,
    /// Into which initiative.
    pub initiative: InitiativeId,
    /// What it says of itself: whoever is asked reads it, published or not.
    pub texts: Vec<InitiativeText>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// Whether anybody sees it.
    pub is_published: bool,
    /// As what.
    pub role: InitiativeRole,
    /// The name of the organization whose team asks; nothing where the board does.
    pub asking: Option<Line>,
    /// Until when one can answer.
    pub expires_at: DateTime<Utc>,
}

/// The organizations for which somebody may answer invitations that are open, one for each.
pub async fn waiting_for(
    conn: &mut PgConnection,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        r#"select i.organization_id as "id!: OrganizationId" from initiative_invitations i
            join organization_team t on t.organization_id = i.organization_id
         where t.account_id = $1 and t.until is null and t.role in ('owner', 'editor') and i.answer is null
            and i.expires_at > $2"#,
        account as _,
        now
    )
    .fetch_all(conn)
    .await?)
}

/// The open questions to an organization.
pub async fn invitations(
    conn: &mut PgConnection,
    organization: OrganizationId,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>> {
    let rows = sqlx::query!(
        r#"select i.id, i.initiative_id, n.stage, exists (select from public_initiatives v where v.id = n.id) as "is_published!", i.role,
            a.name as "asking?: Line", i.expires_at
         from initiative_invitations i join initiatives n on n.id = i.initiative_id
            left join organizations a on a.id = i.asking_id
         where i.organization_id = $1 and i.answer is null and i.expires_at > $2
         order by i.asked_at, i.id"#,
        organization as _,
        now
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<InitiativeId> = rows.iter().map(|row| row.initiative_id).collect();
    let mut texts = texts(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Invitation {
            id: row.id,
            initiative: row.initiative_id,
            texts: texts.remove(&row.initiative_id).unwrap_or_default(),
            stage: row.stage,
            is_published: row.is_published,
            role: row.role,
            asking: row.asking,
            expires_at: row.expires_at,
        })
        .collect())
}

/// An initiative that an organization carries, as its own team sees it: published or not.
#[derive(Debug)]
pub struct Carried {
    /// Its part in it.
    pub id: AssignmentId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it says of itself.
    pub texts: Vec<InitiativeText>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// Whether anybody sees it.
    pub is_published: bool,
    /// What the organization is to it.
    pub role: InitiativeRole,
    /// Whether it leads it, and no other does.
    pub is_last_lead: bool,
}

/// What an organization carries, what it leads first.
pub async fn carried(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Carried>> {
    let rows = sqlx::query!(
        r#"select p.id, p.initiative_id, i.stage, exists (select from public_initiatives v where v.id = i.id) as "is_published!", p.role,
            p.role = 'lead' and not exists (select from initiative_leads o where o.initiative_id = p.initiative_id
                and o.id <> p.id) as "is_last_lead!"
         from initiative_partners p join initiatives i on i.id = p.initiative_id
         where p.organization_id = $1 and p.until is null
         order by array_position(array['lead', 'partner', 'supporter'], p.role), i.starts_on desc nulls first, i.id"#,
        organization as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<InitiativeId> = rows.iter().map(|row| row.initiative_id).collect();
    let mut texts = texts(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Carried {
            id: row.id,
            initiative: row.initiative_id,
            texts: texts.remove(&row.initiative_id).unwrap_or_default(),
            stage: row.stage,
            is_published: row.is_published,
            role: row.role,
            is_last_lead: row.is_last_lead,
        })
        .collect())
}
