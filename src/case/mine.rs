//! The cases of one person and of their organizations, with what each of them asks of the person.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::policy::Scope;
use super::row::StageCode;
use crate::Result;
use crate::ids::{CaseId, OrganizationId};
use crate::values::{CaseKind, LanguageTag, TrackingNumber};

/// A case as its applicant's side has it in a list.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What is to be decided.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: StageCode,
    /// Since when.
    pub stage_since: DateTime<Utc>,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// By when somebody is expected to act.
    pub due_on: Option<NaiveDate>,
    /// Until when a refusal can be appealed.
    pub appeal_until: Option<NaiveDate>,
    /// By when the board means to answer.
    pub answer_by: Option<NaiveDate>,
    /// When its form was last saved.
    pub draft_saved_at: DateTime<Utc>,
    /// Whether the person may write in it, as [`super::policy::edit`] has it.
    pub writes: bool,
    /// What it is about, where that is registered.
    pub organization_id: Option<OrganizationId>,
    /// How often it was refused; one appeals once.
    pub refusals: i64,
    /// How many messages of the board the person has not seen.
    pub unread: i64,
}

/// A person's own cases and those of their organizations, drafts too, the newest first.
pub async fn of_applicant(conn: &mut PgConnection, scope: &Scope) -> Result<Vec<Mine>> {
    Ok(sqlx::query_as!(
        Mine,
        r#"select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.due_on, c.appeal_until,
            c.answer_by, c.draft_saved_at, c.organization_id,
            (c.applicant_id = $1
                or (c.organization_id is null and case_typed_by(c, $1))
                or exists (select from organization_team t
                    where t.organization_id = c.organization_id and t.account_id = $1 and t.until is null
                        and t.role in ('owner', 'editor'))
                or (c.organization_id is null and exists (select from case_team w
                    where w.case_id = c.id and w.account_id = $1 and w.until is null
                        and w.role in ('owner', 'editor')))) as "writes!",
            (select count(*) from case_decisions d where d.case_id = c.id and d.outcome = 'refused') as "refusals!",
            (select count(*) from case_messages m
                where m.case_id = c.id and not m.internal and m.author_id <> c.applicant_id
                    and not case_typed_by(c, m.author_id)
                    and not exists (select from organization_team t
                        where t.organization_id = c.organization_id and t.account_id = m.author_id and t.until is null)
                    and not exists (select from case_team w
                        where w.case_id = c.id and w.account_id = m.author_id and w.until is null)
                    and not exists (select from case_readings r
                        where r.case_id = c.id and r.account_id = $1 and r.message_id >= m.id)) as "unread!"
         from cases c
         where case_seen_by(c, false, '{}', $1, $2, $3)
         order by c.created_at desc, c.id desc limit 200"#,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}
