//! What a registration was found to be like when it was sent, and what the board said of it: what was called different is not shown
//! again, and what was said goes over to the organization when it is registered.

use serde_json::json;
use sqlx::PgConnection;

use super::alike::alike;
use super::policy::{CanTellApart, Scope};
use super::{Case, save, submission};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::{CaseId, CaseLikenessId, OrganizationId};
use crate::organization::likeness::{LikenessVerdict, hundredths, sign_keys, signs};
use crate::organization::{self, Asked, Organization, Sign, Weighed};
use crate::{Error, Result};

/// The likeliest of either that are kept.
const MOST: usize = 10;

/// What a case is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikeWhat {
    /// An organization of the registry.
    Organization(OrganizationId),
    /// Another registration.
    Case(CaseId),
}

/// A pair as it is kept.
#[derive(Clone, Debug)]
pub struct CaseLikeness {
    /// The other.
    pub with: LikeWhat,
    /// How alike, in hundredths.
    pub score: i64,
    /// Why.
    pub signs: Vec<Sign>,
    /// What people said of it.
    pub verdict: Option<LikenessVerdict>,
}

/// Keeps what a registration looks like as it is sent, whoever may see that later. A pair that is known stays what was said of it.
pub(super) async fn look(tx: &mut Tx, case: CaseId, asked: &Asked) -> Result<()> {
    let vault = tx.vault();
    let scope = Scope::of(tx, &Actor::System).await?;
    let organizations = organization::alike(tx, asked, MOST).await?;
    let cases = alike(tx, &vault, &scope, asked, Some(case), MOST).await?;
    let found = (organizations.iter())
        .map(|it| (LikeWhat::Organization(it.organization.id), &it.weighed))
        .chain(cases.iter().map(|it| (LikeWhat::Case(it.id), &it.weighed)));
    for (with, weighed) in found {
        put(tx, case, with, weighed).await?;
    }
    Ok(())
}

async fn put(tx: &mut Tx, case: CaseId, with: LikeWhat, weighed: &Weighed) -> Result<()> {
    let (organization, other) = with.ids();
    let now = tx.now();
    let signs: Vec<String> = sign_keys(weighed).into_iter().map(str::to_owned).collect();
    sqlx::query!(
        "insert into case_likenesses (id, case_id, organization_id, other_case_id, score, signs, found_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (case_id, organization_id, other_case_id) do update
            set score = excluded.score, signs = excluded.signs, found_at = excluded.found_at",
        CaseLikenessId::fresh() as _,
        case as _,
        organization as _,
        other as _,
        hundredths(weighed),
        &signs,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

impl LikeWhat {
    const fn ids(self) -> (Option<OrganizationId>, Option<CaseId>) {
        match self {
            Self::Organization(id) => (Some(id), None),
            Self::Case(id) => (None, Some(id)),
        }
    }
}

/// What is kept of a case, from either side: pairs that were found when it was sent, and what was said of any. Of an organization
/// that gave way it holds for the one that goes on.
pub async fn likenesses(conn: &mut PgConnection, case: &Case) -> Result<Vec<CaseLikeness>> {
    let rows = sqlx::query!(
        r#"select coalesce(o.merged_into, o.id) as "organization: OrganizationId", l.other_case_id as "other: CaseId",
                l.score as "score!", l.signs as "signs!", l.verdict as "verdict: LikenessVerdict"
           from case_likenesses l left join organizations o on o.id = l.organization_id where l.case_id = $1
           union all
           select null, l.case_id, l.score, l.signs, l.verdict from case_likenesses l where l.other_case_id = $1
           union all
           select null, l.case_id, l.score, l.signs, l.verdict from case_likenesses l
           where l.organization_id in (select id from organizations where id = $2 or merged_into = $2)
                and l.verdict is not null
           order by 5 nulls last, 3 desc"#,
        case.id as _,
        case.organization as _,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let with = match (row.organization, row.other) {
                (Some(id), _) => LikeWhat::Organization(id),
                (None, Some(id)) => LikeWhat::Case(id),
                (None, None) => return None,
            };
            Some(CaseLikeness {
                with,
                score: row.score.into(),
                signs: signs(&row.signs),
                verdict: row.verdict,
            })
        })
        .collect())
}

/// The registrations that somebody told apart from an organization.
pub async fn told_apart_from(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select case_id from case_likenesses
         where organization_id in (select id from organizations where id = $1 or merged_into = $1) and verdict = 'different'",
        organization as _,
    )
    .fetch_all(conn)
    .await?)
}

/// Writes what somebody says of a case and an organization: of a registration with the case, and of a case about another
/// organization with that.
pub async fn judge_organization(
    tx: &mut Tx,
    granted: &CanTellApart,
    with: &Organization,
    verdict: LikenessVerdict,
) -> Result<()> {
    let vault = tx.vault();
    let (said, _) = submission::last(tx, granted.case()).await?;
    let asked = Asked::at_desk(&vault, &said);
    let found = organization::alike(tx, &asked, 50).await?;
    let found = found.into_iter().find(|it| it.organization.id == with.id);
    let weighed = found.map_or_else(Weighed::nothing, |it| it.weighed);
    let of = (LikeWhat::Organization(with.id), with.number.to_string());
    judge(tx, granted, (granted.case(), of), &weighed, verdict).await
}

/// The same of two cases: kept with the registration of the two that asks for an organization.
pub async fn judge_cases(
    tx: &mut Tx,
    granted: &CanTellApart,
    with: &CanTellApart,
    verdict: LikenessVerdict,
) -> Result<()> {
    let (case, other) = (granted.case(), with.case());
    let vault = tx.vault();
    let (said, _) = submission::last(tx, case).await?;
    let scope = Scope::of(tx, &Actor::System).await?;
    let asked = Asked::at_desk(&vault, &said);
    let found = alike(tx, &vault, &scope, &asked, Some(case.id), 50).await?;
    let found = found.into_iter().find(|it| it.id == other.id);
    let weighed = found.map_or_else(Weighed::nothing, |it| it.weighed);
    match case.organization {
        Some(about) => {
            let organization = organization::find(tx, about).await?;
            let organization = organization.ok_or(Error::NotFound)?;
            let of = (
                LikeWhat::Organization(about),
                organization.number.to_string(),
            );
            judge(tx, granted, (other, of), &weighed, verdict).await
        }
        None => {
            let number = other.number.map(|it| it.to_string());
            let of = (LikeWhat::Case(other.id), number.unwrap_or_default());
            judge(tx, granted, (case, of), &weighed, verdict).await
        }
    }
}

async fn judge(
    tx: &mut Tx,
    granted: &CanTellApart,
    (case, (with, number)): (&Case, (LikeWhat, String)),
    weighed: &Weighed,
    verdict: LikenessVerdict,
) -> Result<()> {
    let (organization, other) = with.ids();
    let (now, by) = (tx.now(), granted.by().person()?.id);
    let held = sqlx::query_scalar!(
        "select id from cases where id = $1 for update",
        case.id as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    held.ok_or(Error::NotFound)?;
    // A pair of cases is kept once, whichever of the two it was found from.
    let known = sqlx::query!(
        r#"select id, verdict as "verdict: LikenessVerdict" from case_likenesses
           where case_id = $1 and organization_id is not distinct from $2 and other_case_id is not distinct from $3
              or $2::uuid is null and case_id = $3 and other_case_id = $1
           for update"#,
        case.id as _,
        organization as _,
        other as _,
    )
    .fetch_all(&mut **tx)
    .await?;
    let before = known.iter().find_map(|row| row.verdict);
    if before == Some(verdict) {
        return Ok(());
    }
    if known.is_empty() {
        put(tx, case.id, with, weighed).await?;
    }
    sqlx::query!(
        "update case_likenesses set verdict = $4, judged_by = $5, judged_at = $6
         where case_id = $1 and organization_id is not distinct from $2 and other_case_id is not distinct from $3
            or $2::uuid is null and case_id = $3 and other_case_id = $1",
        case.id as _,
        organization as _,
        other as _,
        verdict as _,
        by as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = history::Event::new(Act::LikenessJudged, save::subject(case))
        .before(json!({ "verdict": before }))
        .after(json!({ "with": number, "verdict": verdict }));
    history::record(tx, granted.by(), event).await
}

/// What was said of a registration holds for the organization that came of it, and for what it was told apart from.
pub async fn hand_over_likenesses(
    tx: &mut Tx,
    case: CaseId,
    organization: OrganizationId,
) -> Result<()> {
    sqlx::query!(
        "insert into likenesses (one_id, other_id, score, signs, source, found_at, verdict, judged_by, judged_at)
         select distinct on (third.id) least($2, third.id), greatest($2, third.id), l.score, l.signs, 'desk', l.found_at,
            l.verdict, l.judged_by, l.judged_at
         from case_likenesses l
         left join cases c on c.id = case when l.case_id = $1 then l.other_case_id else l.case_id end
         left join organizations o on o.id = coalesce(l.organization_id, c.organization_id)
         cross join lateral (select coalesce(o.merged_into, o.id) as id) third
         where (l.case_id = $1 or l.other_case_id = $1) and l.verdict is not null and third.id <> $2
         order by third.id, l.verdict
         on conflict do nothing",
        case as _,
        organization as _,
    )
    .execute(&mut **tx)
    .await?;
    // Those that wait themselves are told apart from the organization from now on.
    let waiting = sqlx::query!(
        r#"select case when l.case_id = $1 then l.other_case_id else l.case_id end as "other!: CaseId", l.id
           from case_likenesses l
           where (l.case_id = $1 and l.other_case_id is not null or l.other_case_id = $1) and l.verdict is not null"#,
        case as _,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in waiting {
        sqlx::query!(
            "insert into case_likenesses (id, case_id, organization_id, score, signs, found_at, verdict, judged_by, judged_at)
             select $1, $2, $3, score, signs, found_at, verdict, judged_by, judged_at from case_likenesses where id = $4
             on conflict (case_id, organization_id, other_case_id) do update
                set verdict = excluded.verdict, judged_by = excluded.judged_by, judged_at = excluded.judged_at
                where case_likenesses.verdict is distinct from 'different'",
            CaseLikenessId::fresh() as _,
            row.other as _,
            organization as _,
            row.id as _,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
