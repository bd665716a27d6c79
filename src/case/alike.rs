//! Cases about what may be the same organization: asked for twice, or refused before.

use sqlx::PgConnection;

use super::policy::Scope;
use super::row::StageCode;
use crate::Result;
use crate::db::Db;
use crate::ids::CaseId;
use crate::names::{Name, Rarity, compare, keys};
use crate::organization::keys::{VERSION, keys_of};
use crate::organization::{Asked, Known, Weighed, weigh};
use crate::values::TrackingNumber;

/// The cases that share keys and are compared.
const COMPARED: i64 = 500;

/// What is less likely is not shown.
const LEAST: f32 = 0.5;

/// A case that may be about the same organization.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub stage: StageCode,
    /// How likely, and why.
    pub weighed: Weighed,
}

/// Registrations under way or ended without one that may be for the same organization, of those that somebody sees:
/// the likeliest first.
pub async fn alike(
    conn: &mut PgConnection,
    scope: &Scope,
    asked: &Asked,
    except: CaseId,
    most: usize,
) -> Result<Vec<Alike>> {
    let mut wanted: Vec<i32> = asked.names.iter().flat_map(|name| keys(name)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let rows = sqlx::query!(
        r#"select c.id, c.number, c.title, c.stage, c.host_country
           from cases c
           where c.number is not null and c.kind = 'registration' and c.id <> $6 and c.keys && $7
              and c.stage not in ('draft', 'accepted', 'accepted_with_conditions')
              and case_seen_by(c, $1, $2, $3, $4, $5)
           order by (select count(*) from unnest(c.keys) as k (key) where k.key = any($7)) desc, c.id
           limit $8"#,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        except as _,
        &wanted,
        COMPARED
    )
    .fetch_all(conn)
    .await?;
    let names: Vec<(&String, Name)> = asked.names.iter().map(|it| (it, Name::read(it))).collect();
    let mut found: Vec<Alike> = rows
        .into_iter()
        .filter_map(|row| {
            let known = Known {
                host_country: row.host_country?,
                city: None,
                identifiers: Vec::new(),
                website_host: None,
                marks: Vec::new(),
            };
            let title = Name::read(&row.title);
            let weighed = names
                .iter()
                .map(|(said, name)| {
                    let likeness = compare(name, &title, &Rarity::unknown());
                    weigh(asked, said, &known, &likeness)
                })
                .max_by(|a, b| a.score.total_cmp(&b.score))?;
            (weighed.score >= LEAST).then_some(Alike {
                id: row.id,
                number: row.number,
                title: row.title,
                stage: row.stage,
                weighed,
            })
        })
        .collect();
    found.sort_by(|a, b| {
        b.weighed
            .score
            .total_cmp(&a.weighed.score)
            .then(a.id.cmp(&b.id))
    });
    found.truncate(most);
    Ok(found)
}

/// Makes the keys of cases that have none yet or those of an older program, from the name that lists show.
pub async fn refresh_keys(db: &Db) -> Result<u64> {
    let mut done = 0;
    loop {
        let mut tx = db.begin().await?;
        let rows = sqlx::query!(
            "select id, title from cases where number is not null and keys_version < $1
             limit 2000 for update skip locked",
            VERSION
        )
        .fetch_all(&mut *tx)
        .await?;
        if rows.is_empty() {
            return Ok(done);
        }
        let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
        let found: Vec<String> = rows.iter().map(|row| keys_of(&row.title)).collect();
        sqlx::query!(
            "update cases c set keys = r.keys::int[], keys_version = $3
             from unnest($1::uuid[], $2::text[]) as r (id, keys) where c.id = r.id",
            &ids as _,
            &found,
            VERSION
        )
        .execute(&mut *tx)
        .await?;
        let _ = tx.commit().await?;
        done += rows.len() as u64;
    }
}
