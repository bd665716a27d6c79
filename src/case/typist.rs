//! Officers of one post who type in a form together: who began what, who types along, and whose hand wrote which section.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanEdit, CanTypeAlong};
use super::save;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId};
use crate::organization::Section;
use crate::values::{Country, LanguageTag, TrackingNumber};
use crate::{Error, Result};

/// A form on paper that somebody of one's post types in.
#[derive(Clone, Debug)]
pub struct BeingTyped {
    /// The case.
    pub id: CaseId,
    /// What the organization is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Where it works.
    pub host_country: Option<Country>,
    /// Who began.
    pub began_by: AccountId,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
}

/// What colleagues of one's post type in and one does not yet, the newest first: forms that a post began for one of one's
/// host countries and that can be written in. Whoever gave an opinion on one does not type it.
pub async fn being_typed(
    conn: &mut PgConnection,
    granted: &CanTypeAlong,
) -> Result<Vec<BeingTyped>> {
    let person = granted.by();
    Ok(sqlx::query_as!(
        BeingTyped,
        "select c.id, c.title, c.title_language, c.host_country, c.applicant_id as began_by, c.draft_saved_at as saved_at
         from cases c join case_papers p on p.case_id = c.id
         where p.by_post and c.typed_by = c.applicant_id and c.organization_id is null
            and c.stage in ('draft', 'changes_requested') and c.host_country = any($2) and not case_typed_by(c, $1)
            and not exists (select from case_opinions o where o.case_id = c.id and o.given_by = $1)
         order by c.draft_saved_at desc, c.id limit 50",
        person.id as _,
        &person.hosts as _,
    )
    .fetch_all(conn)
    .await?)
}

/// Types along from now on. A second time nothing happens; what cannot be written in any more was overtaken, and what is not
/// of one's post is not there.
pub async fn type_along(tx: &mut Tx, granted: &CanTypeAlong, id: CaseId) -> Result<()> {
    let person = granted.by();
    let found = sqlx::query!(
        r#"select c.number as "number: TrackingNumber", c.stage in ('draft', 'changes_requested') as "is_open!",
            case_typed_by(c, $1) as "is_theirs!",
            exists (select from case_opinions o where o.case_id = c.id and o.given_by = $1) as "has_judged!"
         from cases c join case_papers p on p.case_id = c.id
         where c.id = $3 and p.by_post and c.typed_by = c.applicant_id and c.organization_id is null
            and c.host_country = any($2)
         for update of c"#,
        person.id as _,
        &person.hosts as _,
        id as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    if found.is_theirs {
        return Ok(());
    }
    if found.has_judged {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    if !found.is_open {
        return Err(Error::Overtaken);
    }
    let now = tx.now();
    // Of two at once the second one waited for the first, and saw the table as it was before.
    let joined = sqlx::query!(
        "insert into case_typists (case_id, account_id, since) values ($1, $2, $3) on conflict do nothing",
        id as _,
        person.id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if joined.rows_affected() == 0 {
        return Ok(());
    }
    let subject = Subject::case(id, found.number).of_case(id);
    let event = Event::new(Act::CaseTypedAlong, subject);
    history::record(tx, &Actor::Person(person.clone()), event).await
}

/// Those who typed a case in besides the one who began it.
pub(super) async fn typists(conn: &mut PgConnection, case: CaseId) -> Result<Vec<AccountId>> {
    Ok(sqlx::query_scalar!(
        "select account_id from case_typists where case_id = $1 order by since, account_id",
        case as _
    )
    .fetch_all(conn)
    .await?)
}

/// Writes down whose hand a section is typed in by, whenever it is another one than before: the section itself keeps the last.
pub(super) async fn note_hand(tx: &mut Tx, granted: &CanEdit, section: Section) -> Result<()> {
    let case = granted.case();
    if !case.awaits_hand_over() {
        return Ok(());
    }
    let last: Option<AccountId> = sqlx::query_scalar!(
        "select saved_by from case_sections where case_id = $1 and section = $2",
        case.id as _,
        section as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    if last == granted.by().account() {
        return Ok(());
    }
    let event =
        Event::new(Act::CaseSectionTyped, save::subject(case)).after(json!({ "section": section }));
    history::record(tx, granted.by(), event).await
}
