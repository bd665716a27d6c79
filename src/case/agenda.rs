//! What a case knows of sessions of the board: that it waits for one, that it is on an agenda, and that it leaves it.

use serde_json::json;
use sqlx::PgConnection;

use super::decision::{Answer, Verdict, lock, verdict};
use super::policy::{CanPutOnAgenda, CanResolve, Scope};
use super::{Case, Listed, letters, proposal, save, submission};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId};
use crate::organization::PersonEntry;
use crate::values::TrackingNumber;

/// Hands a case to a session, for whoever puts it on the agenda. What a colleague proposed is overtaken.
pub async fn hand_to_session(tx: &mut Tx, granted: CanPutOnAgenda) -> Result<Case> {
    let case = granted.case().clone();
    save::touch(tx, &case).await?;
    proposal::overtake(tx, case.id).await?;
    Ok(case)
}

/// Gives the answer of a session.
pub async fn resolve(tx: &mut Tx, granted: CanResolve, answer: Answer) -> Result<Verdict> {
    lock(tx, granted.case()).await?;
    verdict(tx, granted.by(), granted.case(), answer).await
}

/// Whoever is named in what was submitted last.
pub async fn people_of(tx: &mut Tx, case: &Case) -> Result<Vec<PersonEntry>> {
    let (said, _) = submission::last(tx, case).await?;
    Ok(said.people)
}

/// A case that is not under review any more leaves the agenda that it is on.
pub(super) async fn leave(tx: &mut Tx, by: &Actor, case: &Case) -> Result<()> {
    let now = tx.now();
    let number = sqlx::query_scalar!(
        r#"update sitting_items i set off_at = $2, off_how = 'withdrawn', result = null, answer_sealed = null, casting = null,
            counted_at = null, counted_by = null
         from sittings s
         where s.id = i.sitting_id and i.case_id = $1 and i.off_at is null and i.settled_at is null
         returning s.number"#,
        case.id as _,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(number) = number else { return Ok(()) };
    let event = Event::new(Act::CaseOffAgenda, save::subject(case))
        .after(json!({ "session": number, "why": "withdrawn" }));
    history::record(tx, by, event).await?;
    tell_off_agenda(tx, by, &[case.id], number).await
}

/// Tells whoever is in charge of these cases that they dropped off the agenda of a session: whoever holds one now, and the coordinator of
/// its organization. Not whoever did it, nor anybody of a case of their own.
pub async fn tell_off_agenda(
    tx: &mut Tx,
    by: &Actor,
    cases: &[CaseId],
    session: i32,
) -> Result<()> {
    let now = tx.now();
    let rows = sqlx::query!(
        r#"select c.id as "id!: CaseId", c.number as "number!: TrackingNumber", c.title as "title!", a.id as "account!: AccountId"
         from cases c join accounts a on a.role in ('coordinator', 'chair') and a.closed_at is null
            and ((a.id = c.holder_id and c.held_until > $2) or exists (select from organization_coordinators o
                where o.organization_id = c.organization_id and o.account_id = a.id and o.until is null))
         where c.id = any($1) and c.number is not null and a.id is distinct from $3
            and c.applicant_id <> a.id and not case_typed_by(c, a.id) and not exists (select from organization_team t
                where t.organization_id = c.organization_id and t.account_id = a.id and t.until is null)
         order by c.id, a.id"#,
        cases as _,
        now,
        by.account() as _,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        letters::off_agenda(tx, row.account, (row.id, row.number, row.title), session).await?;
    }
    Ok(())
}

/// The cases that a session has to decide and that are on no agenda, the longest submitted first.
pub async fn awaiting_session(conn: &mut PgConnection, scope: &Scope) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        r#"select c.id, c.number, c.kind, c.stage, c.title, c.title_language, c.host_country, c.homeland, c.community,
            c.areas, c.holder_id, c.submitted_at, c.waits_on, c.waits_since, c.waits_until, c.typed_by,
            case_waits_for_second(c) as "waits_for_second!"
         from cases c
         where c.stage = 'in_review' and case_seen_by(c, $1, $2, $3, $4, $5)
            and case_way(c) = 'session' and case_sitting(c) is null
         order by c.submitted_at, c.id limit 200"#,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}
