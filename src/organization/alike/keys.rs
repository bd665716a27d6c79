//! The keys of names as the database has them, and how many names have each.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use sqlx::PgConnection;

use crate::Result;
use crate::names::{KEYS_VERSION, Rarity, keys};

/// The version of the keys that this program makes.
pub const VERSION: i16 = KEYS_VERSION;

/// The keys of a name as a literal of an array: arrays of arrays do not unnest.
pub fn keys_of(name: &str) -> String {
    let mut text = String::from("{");
    for (at, key) in keys(name).iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&key.to_string());
    }
    text.push('}');
    text
}

/// How rare words are in the registry.
///
/// Counts of the most frequent keys come from the statistics that PostgreSQL keeps of the column; a key that is not
/// among them is rare. They are old by some minutes anyway, so they are kept for a while: reading ten thousand of them
/// takes longer than a look-up may.
pub async fn rarity(conn: &mut PgConnection) -> Result<Arc<Frequencies>> {
    let database = sqlx::query_scalar!(r#"select current_database()::text as "name!""#)
        .fetch_one(&mut *conn)
        .await?;
    let fresh = |kept: &Kept| kept.0.elapsed() < KEPT_FOR;
    if let Ok(kept) = KEPT.lock()
        && let Some(kept) = kept.get(&database).filter(|kept| fresh(kept))
    {
        return Ok(kept.1.clone());
    }
    let read = Arc::new(read(conn).await?);
    if let Ok(mut kept) = KEPT.lock() {
        kept.retain(|_, kept| fresh(kept));
        kept.insert(database, (Instant::now(), read.clone()));
    }
    Ok(read)
}

/// How long frequencies are used once they were read.
const KEPT_FOR: Duration = Duration::from_secs(300);

/// Counts how frequent keys are anew, for a registry that has become another: PostgreSQL's own count of a table comes minutes after
/// it was filled, and until then every word is taken for rare, and every look-up for one of few rows.
pub async fn count_anew(conn: &mut PgConnection) -> Result<()> {
    sqlx::query("analyze organization_names, organizations")
        .execute(&mut *conn)
        .await?;
    if let Ok(mut kept) = KEPT.lock() {
        kept.clear();
    }
    Ok(())
}

/// For how many names the counts were made, about.
pub async fn counted(conn: &mut PgConnection) -> Result<u64> {
    let names = sqlx::query_scalar!(
        r#"select reltuples as "names!" from pg_class where oid = 'organization_names'::regclass"#
    )
    .fetch_one(conn)
    .await?;
    Ok(u64::from(whole(names.max(0.0))))
}

type Kept = (Instant, Arc<Frequencies>);

/// By database: a process may use several.
static KEPT: LazyLock<Mutex<HashMap<String, Kept>>> = LazyLock::new(Mutex::default);

/// How many names there are about, the frequent keys, and the share of names that each of these stands in.
type Statistics = (Option<f32>, Option<Vec<i32>>, Option<Vec<f32>>);

async fn read(conn: &mut PgConnection) -> Result<Frequencies> {
    // At run time: the columns of the statistics have a pseudo-type that the macros do not know.
    let row: Option<Statistics> = sqlx::query_as(
        "select c.reltuples, s.most_common_elems::text::int[], s.most_common_elem_freqs
         from pg_class c
         left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = 'keys'
         where c.oid = 'organization_names'::regclass",
    )
    .fetch_optional(conn)
    .await?;
    let (names, elements, shares) = row.unwrap_or_default();
    let names = names.unwrap_or(0.0).max(0.0);
    let counts: HashMap<i32, u32> = elements
        .unwrap_or_default()
        .into_iter()
        .zip(shares.unwrap_or_default())
        .map(|(key, share)| (key, whole(share * names)))
        .collect();
    let least = counts.values().copied().min().unwrap_or(0);
    Ok(Frequencies {
        rarity: Rarity::of(whole(names), counts.clone()),
        counts: Counts {
            names: whole(names),
            counts,
            least,
        },
    })
}

/// What is known of how frequent keys are.
#[derive(Clone, Debug)]
pub struct Frequencies {
    /// For comparing.
    pub rarity: Rarity,
    /// For looking up.
    pub counts: Counts,
}

/// How many names have the most frequent keys.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    names: u32,
    counts: HashMap<i32, u32>,
    least: u32,
}

impl Counts {
    /// How much it tells that a name has this key: more, the fewer have it.
    pub(super) fn worth(&self, key: i32) -> f32 {
        let rare = (self.names as f32 + 1.0) / (self.of(key) as f32 + 0.5);
        // Of a registry that nothing is known of, every key tells the same.
        rare.ln().max(0.1)
    }

    /// About how many names have this key, and at most how many where it is not among the frequent ones.
    pub fn of(&self, key: i32) -> u32 {
        self.counts
            .get(&key)
            .copied()
            .unwrap_or_else(|| (self.least / 2).clamp(1, 200))
    }
}

fn whole(count: f32) -> u32 {
    count.round() as u32
}
