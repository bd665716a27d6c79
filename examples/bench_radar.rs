//! How fast the radar looks at fifty thousand initiatives, and at a new one among them: `bin/bench-radar` runs it on a database of its own.
//!
//! They are mixed of the initiatives that the radar's quality is measured with: a title of one, words of another, and places, days, needs and
//! offers of others; every second has a name of its own.

use std::time::{Duration, Instant};

use concord::db::Db;
use concord::ids::InitiativeId;
use concord::radar;
use concord::vault::Vault;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

type Any<T> = Result<T, Box<dyn std::error::Error>>;

const INVENTED: &str = include_str!("../tests/radar/initiatives.tsv");

/// How many there are.
const INITIATIVES: usize = 50_000;

/// How many come after them, one by one.
const NEW: usize = 200;

/// How many are written at once.
const PART: usize = 1_000;

#[tokio::main]
async fn main() -> Any<()> {
    let options: PgConnectOptions = std::env::var("DATABASE_URL")?.parse()?;
    let vault = Vault::parse(&Vault::fresh_keys()?)?;
    let db = Db::connect(options, 4, vault).await?;
    db.migrate().await?;
    let mut mixer = Mixer::new();
    let mut read = db.read().await?;
    for _ in 0..INITIATIVES / PART {
        write(&mut read, &mixer.some(PART)).await?;
    }
    sqlx::raw_sql("vacuum (analyze) initiatives; vacuum (analyze) initiative_texts; vacuum (analyze) initiative_places")
        .execute(&mut *read)
        .await?;

    let began = Instant::now();
    let mut profiles = 0;
    loop {
        let mut tx = db.begin().await?;
        let some = radar::profile_waiting(&mut tx).await?;
        let _ = tx.commit().await?;
        profiles += some;
        if some == 0 {
            break;
        }
    }
    println!("{profiles} read in {:.0} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let mut compared = 0;
    loop {
        let mut tx = db.begin().await?;
        let some = radar::compare_waiting(&mut tx).await?;
        let _ = tx.commit().await?;
        compared += some;
        if some == 0 {
            break;
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    let pairs: i64 =
        sqlx::query_scalar("select count(*) from overlap_pairs where state = 'suggested'")
            .fetch_one(&mut *read)
            .await?;
    println!(
        "{compared} compared in {seconds:.0} s ({:.0} a second); {pairs} pairs",
        compared as f64 / seconds
    );

    let mut times = Vec::with_capacity(NEW);
    for _ in 0..NEW {
        let new = mixer.some(1);
        let mut tx = db.begin().await?;
        write(&mut tx, &new).await?;
        let began = Instant::now();
        radar::look(&mut tx, new.ids[0]).await?;
        times.push(began.elapsed());
        let _ = tx.commit().await?;
    }
    times.sort_unstable();
    let at = |share: usize| {
        let time: Duration = times[(NEW * share / 100).min(NEW - 1)];
        time.as_secs_f64() * 1e3
    };
    println!("a new one: {:.0} ms at p50, {:.0} at p95", at(50), at(95));
    db.close().await;
    Ok(())
}

/// Some initiatives, column by column.
#[derive(Default)]
struct Mixed {
    ids: Vec<InitiativeId>,
    areas: Vec<String>,
    starts: Vec<i32>,
    languages: Vec<&'static str>,
    titles: Vec<String>,
    summaries: Vec<&'static str>,
    hosts: Vec<&'static str>,
    homelands: Vec<&'static str>,
    needs: Vec<&'static str>,
    offers: Vec<&'static str>,
}

struct Mixer {
    lines: Vec<Vec<&'static str>>,
    state: u64,
}

impl Mixer {
    fn new() -> Self {
        let lines = INVENTED.lines().filter(|line| !line.starts_with('#'));
        Self {
            lines: lines.map(|line| line.split('\t').collect()).collect(),
            state: 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// Numbers that look random and are the same each time (xorshift64).
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 16) as usize % end
    }

    /// A column of some line.
    fn cell(&mut self, column: usize) -> &'static str {
        let line = self.below(self.lines.len());
        self.lines[line].get(column).copied().unwrap_or_default()
    }

    /// A name of its own: four syllables.
    fn name(&mut self) -> String {
        const FIRST: &[&str] = &["Ba", "Ke", "Lo", "Mi", "Nu", "Ra", "Se", "To", "Vi", "Zu"];
        const NEXT: &[&str] = &[
            "ban", "del", "gor", "kin", "lun", "mar", "nes", "pol", "rid", "sut", "tav", "zem",
        ];
        let mut name = FIRST[self.below(FIRST.len())].to_owned();
        for _ in 0..3 {
            name.push_str(NEXT[self.below(NEXT.len())]);
        }
        name
    }

    fn some(&mut self, many: usize) -> Mixed {
        let mut mixed = Mixed::default();
        for _ in 0..many {
            let text = self.cell(9).split(" || ").next().unwrap_or_default();
            let (language, words) = text.split_once(':').unwrap_or(("en", text));
            let title = words.split(" | ").next().unwrap_or_default();
            let other = self.cell(9).split(" || ").next().unwrap_or_default();
            let summary = other.split(" | ").nth(1).unwrap_or_default();
            let named = self.below(2) == 0;
            mixed.ids.push(InitiativeId::fresh());
            mixed.titles.push(match named {
                true => format!("{title} {}", self.name()),
                false => title.to_owned(),
            });
            mixed.languages.push(language);
            mixed.summaries.push(summary);
            let area = self.cell(1).split(',').next().unwrap_or_default();
            mixed
                .areas
                .push(area.rsplit('/').next().unwrap_or_default().to_owned());
            mixed
                .starts
                .push(i32::try_from(self.below(2_500)).unwrap_or_default());
            mixed.hosts.push(self.cell(2));
            mixed.homelands.push(self.cell(3));
            mixed.needs.push(self.cell(7));
            mixed.offers.push(self.cell(8));
        }
        mixed
    }
}

async fn write(conn: &mut PgConnection, mixed: &Mixed) -> Any<()> {
    sqlx::query(
        "insert into initiatives (id, areas, starts_on, ends_on, stage, search, published_at, created_at, updated_at)
         select id, case when area = '' then '{}' else array[area] end, date '2021-01-01' + starts, date '2021-04-01' + starts, 'under-way', '', now(), now(), now()
         from unnest($1::uuid[], $2::text[], $3::int[]) as n (id, area, starts)",
    )
    .bind(&mixed.ids)
    .bind(&mixed.areas)
    .bind(&mixed.starts)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "insert into initiative_texts (initiative_id, position, language, title, summary)
         select id, 0, language, title, nullif(summary, '')
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n (id, language, title, summary)",
    )
    .bind(&mixed.ids)
    .bind(&mixed.languages)
    .bind(&mixed.titles)
    .bind(&mixed.summaries)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "insert into initiative_places (initiative_id, position, side, country, place)
         select id, case side when 'host' then nth - 1 else 50 + nth end, side, split_part(spot, ':', 1), nullif(split_part(spot, ':', 2), '')
         from (select id, 'host' as side, hosts as spots from unnest($1::uuid[], $2::text[]) as n (id, hosts)
            union all select id, 'homeland', homelands from unnest($1::uuid[], $3::text[]) as n (id, homelands)) n
         cross join lateral string_to_table(spots, ';') with ordinality as s (spot, nth) where spot <> ''",
    )
    .bind(&mixed.ids)
    .bind(&mixed.hosts)
    .bind(&mixed.homelands)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "insert into initiative_wants (initiative_id, position, side, kind, is_met)
         select id, case side when 'need' then nth - 1 else 50 + nth end, side, kind, false
         from (select id, 'need' as side, needs as kinds from unnest($1::uuid[], $2::text[]) as n (id, needs)
            union all select id, 'offer', offers from unnest($1::uuid[], $3::text[]) as n (id, offers)) n
         cross join lateral string_to_table(kinds, ',') with ordinality as s (kind, nth) where kind <> ''",
    )
    .bind(&mixed.ids)
    .bind(&mixed.needs)
    .bind(&mixed.offers)
    .execute(&mut *conn)
    .await?;
    Ok(())
}
