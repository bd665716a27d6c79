//! Writing pairs: found by an import, judged by people, and carried over when one of two gives way.

use serde_json::json;
use uuid::Uuid;

use super::LikenessVerdict;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ImportId, OrganizationId};
use crate::organization::Weighed;
use crate::organization::policy::CanJudge;

/// A pair that an import found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The one that the file brought.
    pub new: OrganizationId,
    /// In which line.
    pub line: u64,
    /// The one that it is like.
    pub there: OrganizationId,
    /// How alike, and why.
    pub weighed: Weighed,
}

/// Hundredths, as they are kept.
pub fn hundredths(weighed: &Weighed) -> i16 {
    i16::try_from(weighed.percent().clamp(0, 100)).unwrap_or_default()
}

/// The keys of what speaks for a pair, as they are kept.
pub fn sign_keys(weighed: &Weighed) -> Vec<&'static str> {
    weighed.signs.iter().map(|sign| sign.key()).collect()
}

/// Keeps the pairs that an import found, in one statement. A pair that is known stays what people said of it; gives how
/// many are new.
pub async fn record(tx: &mut Tx, import: ImportId, found: &[Found]) -> Result<u64> {
    if found.is_empty() {
        return Ok(0);
    }
    let now = tx.now();
    let uuids = |of: fn(&Found) -> OrganizationId| -> Vec<Uuid> {
        found.iter().map(|it| of(it).uuid()).collect()
    };
    let ones = uuids(|it| it.new.min(it.there));
    let others = uuids(|it| it.new.max(it.there));
    let scores: Vec<i16> = found.iter().map(|it| hundredths(&it.weighed)).collect();
    // Arrays of arrays do not unnest; keys have no blanks in them.
    let signs: Vec<String> = found
        .iter()
        .map(|it| sign_keys(&it.weighed).join(" "))
        .collect();
    let lines: Vec<i64> = found
        .iter()
        .map(|it| i64::try_from(it.line).unwrap_or(i64::MAX))
        .collect();
    let done = sqlx::query!(
        "insert into likenesses (one_id, other_id, score, signs, source, import_id, line, found_at)
         select one, other, score, string_to_array(signs, ' '), 'import', $6, line, $7
         from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::bigint[])
            as r (one, other, score, signs, line)
         on conflict do nothing",
        &ones,
        &others,
        &scores,
        &signs,
        &lines,
        import as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// Writes what somebody says of a pair. It stays so until somebody says otherwise.
pub async fn judge(
    tx: &mut Tx,
    granted: &CanJudge,
    weighed: &Weighed,
    verdict: LikenessVerdict,
) -> Result<()> {
    let (one, other) = granted.pair();
    let (now, by) = (tx.now(), granted.actor().person()?.id);
    let signs: Vec<String> = sign_keys(weighed).into_iter().map(str::to_owned).collect();
    let before = sqlx::query_scalar!(
        r#"select verdict as "verdict: LikenessVerdict" from likenesses where one_id = $1 and other_id = $2 for update"#,
        one.id.min(other.id) as _,
        one.id.max(other.id) as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .flatten();
    if before == Some(verdict) {
        return Ok(());
    }
    sqlx::query!(
        "insert into likenesses (one_id, other_id, score, signs, source, found_at, verdict, judged_by, judged_at)
         values ($1, $2, $3, $4, 'desk', $5, $6, $7, $5)
         on conflict (one_id, other_id) do update set verdict = $6, judged_by = $7, judged_at = $5",
        one.id.min(other.id) as _,
        one.id.max(other.id) as _,
        hundredths(weighed),
        &signs,
        now,
        verdict as _,
        by as _,
    )
    .execute(&mut **tx)
    .await?;
    for (this, that) in [(one, other), (other, one)] {
        let subject = Subject::organization(this.id, this.number);
        let event = Event::new(Act::LikenessJudged, subject)
            .before(json!({ "verdict": before }))
            .after(json!({ "with": that.number, "verdict": verdict }));
        history::record(tx, granted.actor(), event).await?;
    }
    Ok(())
}

/// What was said of one that gives way holds for its survivor: those that it is not, the survivor is not either.
pub async fn go_over(tx: &mut Tx, survivor: OrganizationId, other: OrganizationId) -> Result<()> {
    sqlx::query!(
        "insert into likenesses (one_id, other_id, score, signs, source, import_id, line, found_at, verdict, judged_by,
            judged_at)
         select least($1, third.id), greatest($1, third.id), l.score, l.signs, l.source, l.import_id, l.line, l.found_at,
            l.verdict, l.judged_by, l.judged_at
         from likenesses l
         cross join lateral (select case when l.one_id = $2 then l.other_id else l.one_id end as id) third
         where (l.one_id = $2 or l.other_id = $2) and third.id <> $1
         on conflict (one_id, other_id) do update
            set verdict = excluded.verdict, judged_by = excluded.judged_by, judged_at = excluded.judged_at
            where excluded.verdict = 'different' and likenesses.verdict is distinct from 'different'",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
