//! Reading pairs: those of an organization, and those that an import brought.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::LikenessVerdict;
use crate::Result;
use crate::ids::{AccountId, ImportId, OrganizationId};
use crate::organization::{Organization, Sign, find_many};

/// What is known of a pair, seen from one of the two.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// The other.
    pub with: OrganizationId,
    /// How alike, in hundredths.
    pub score: i64,
    /// Why.
    pub signs: Vec<Sign>,
    /// What people said of it.
    pub verdict: Option<LikenessVerdict>,
}

/// A pair that an import brought.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The line of the file.
    pub line: i64,
    /// What the file brought.
    pub new: Organization,
    /// What was there.
    pub there: Organization,
    /// How alike, in hundredths.
    pub score: i64,
    /// Why.
    pub signs: Vec<Sign>,
    /// What people said of it.
    pub verdict: Option<LikenessVerdict>,
}

/// The signs with these keys; what an older program found and this one does not know is left out.
pub fn signs(keys: &[String]) -> Vec<Sign> {
    keys.iter()
        .filter_map(|key| Sign::all().find(|sign| sign.key() == key))
        .collect()
}

/// The pairs of an organization, the likeliest first. Those of which one gave way already are told by that.
pub async fn of_organization(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Likeness>> {
    let rows = sqlx::query!(
        r#"select o.id as "with!: OrganizationId", l.score, l.signs, l.verdict as "verdict: LikenessVerdict"
           from likenesses l join organizations o on o.id = case when l.one_id = $1 then l.other_id else l.one_id end
           where (l.one_id = $1 or l.other_id = $1) and o.merged_into is null
           order by l.score desc, o.id limit 200"#,
        id as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Likeness {
            with: row.with,
            score: row.score.into(),
            signs: signs(&row.signs),
            verdict: row.verdict,
        })
        .collect())
}

/// Who called a pair different, and when.
#[derive(Clone, Copy, Debug)]
pub struct ToldApart {
    /// Who; nothing of one who was taken over from elsewhere.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Who called these two different, if somebody did.
pub async fn told_apart(
    conn: &mut PgConnection,
    one: OrganizationId,
    other: OrganizationId,
) -> Result<Option<ToldApart>> {
    let row = sqlx::query!(
        r#"select judged_by as "by: AccountId", judged_at as "at!" from likenesses
           where one_id = least($1::uuid, $2::uuid) and other_id = greatest($1::uuid, $2::uuid) and verdict = 'different'"#,
        one as _,
        other as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| ToldApart {
        by: row.by,
        at: row.at,
    }))
}

/// How many pairs an import brought, and how many of them nobody has judged yet.
pub async fn count_of_import(conn: &mut PgConnection, import: ImportId) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(*) as "all!", count(*) filter (where l.verdict is null and a.merged_into is null
                and b.merged_into is null) as "open!"
           from likenesses l join organizations a on a.id = l.one_id join organizations b on b.id = l.other_id
           where l.import_id = $1"#,
        import as _
    )
    .fetch_one(conn)
    .await?;
    Ok((row.all, row.open))
}

/// The pairs that an import brought and that are not settled, in the order of the file, after a line.
pub async fn of_import(conn: &mut PgConnection, import: ImportId, most: i64) -> Result<Vec<Pair>> {
    let rows = sqlx::query!(
        r#"select l.one_id as "one: OrganizationId", l.other_id as "other: OrganizationId", l.line as "line!", l.score,
                l.signs, l.verdict as "verdict: LikenessVerdict"
           from likenesses l join organizations a on a.id = l.one_id join organizations b on b.id = l.other_id
           where l.import_id = $1 and l.verdict is distinct from 'different' and a.merged_into is null
                and b.merged_into is null
           order by l.verdict nulls first, l.line, l.score desc, l.one_id, l.other_id limit $2"#,
        import as _,
        most
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<OrganizationId> = rows.iter().flat_map(|row| [row.one, row.other]).collect();
    let organizations = find_many(conn, &ids).await?;
    let of = |id: OrganizationId| organizations.iter().find(|it| it.id == id).cloned();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            // Ids grow with time, so the later of the two is the one that the file brought.
            Some(Pair {
                line: row.line,
                new: of(row.one.max(row.other))?,
                there: of(row.one.min(row.other))?,
                score: row.score.into(),
                signs: signs(&row.signs),
                verdict: row.verdict,
            })
        })
        .collect())
}
