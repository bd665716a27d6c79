//! How fast likely duplicates are found in a large registry, and whether the right one is among them: `bin/bench-registry` runs it on a
//! database in bulk.
//!
//! `look-up` prints the table; `rows N` prints a file of new organizations for an import to look at, every tenth under the name of one
//! that is there.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use concord::db::Db;
use concord::ids::OrganizationId;
use concord::names::{fold, script_of};
use concord::organization::{Asked, alike};
use concord::values::Country;
use concord::vault::Vault;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

type Any<T> = Result<T, Box<dyn std::error::Error>>;

/// How many questions of each kind are asked.
const TIMES: usize = 300;

/// How many candidates are asked for, as a case page does.
const MOST: usize = 10;

#[tokio::main]
async fn main() -> Any<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let options: PgConnectOptions = std::env::var("DATABASE_URL")?.parse()?;
    let vault = Vault::parse(&Vault::fresh_keys()?)?;
    let db = Db::connect(options, 4, vault).await?;
    let mut read = db.read().await?;
    match arguments[..] {
        ["look-up"] => look_up(&mut read).await,
        ["rows", count] => rows(&mut read, count.parse()?).await,
        _ => Err("bench_duplicates look-up | rows COUNT".into()),
    }
}

/// An organization that lends its name to questions.
#[derive(sqlx::FromRow)]
struct Lender {
    id: OrganizationId,
    name: String,
    host_country: Country,
    city: Option<String>,
    website_host: Option<String>,
}

async fn lenders(conn: &mut PgConnection, most: i64) -> Any<Vec<Lender>> {
    // Spread evenly, and the same in every run.
    let sql = "select id, name, host_country, city, website_host from organizations
        where slot % (select greatest(count(*) / $1, 1) from organizations) = 0 order by slot limit $1";
    Ok(sqlx::query_as(sql).bind(most).fetch_all(conn).await?)
}

/// A slip of the hand in the longest word: two letters change places.
fn slipped(name: &str) -> Option<String> {
    let longest = name
        .split_whitespace()
        .max_by_key(|it| it.chars().count())?;
    let mut letters: Vec<char> = longest.chars().collect();
    let middle = letters.len() / 2;
    if letters.len() < 5 || letters[middle] == letters[middle - 1] {
        return None;
    }
    letters.swap(middle - 1, middle);
    Some(name.replacen(longest, &letters.into_iter().collect::<String>(), 1))
}

/// Its words the other way round.
fn turned(name: &str) -> Option<String> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.reverse();
    (words.len() > 1).then(|| words.join(" "))
}

/// Questions for one that is there, each by its kind.
fn questions(one: &Lender) -> Vec<(&'static str, Asked)> {
    let named = |name: Option<String>| {
        name.map(|it| Asked {
            host_country: Some(one.host_country),
            ..Asked::name(&it)
        })
    };
    let latin = (script_of(&one.name) != "Latn").then(|| fold(&one.name));
    let whole = Asked {
        host_country: Some(one.host_country),
        city: one.city.clone(),
        website_host: one.website_host.clone(),
        ..Asked::name(&one.name)
    };
    [
        ("1 the name", named(Some(one.name.clone()))),
        ("2 a slip in its longest word", named(slipped(&one.name))),
        ("3 its words turned round", named(turned(&one.name))),
        ("4 another script, as Latin", named(latin)),
        ("5 with place and website", Some(whole)),
    ]
    .into_iter()
    .filter_map(|(kind, asked)| Some((kind, asked?)))
    .collect()
}

#[derive(Default)]
struct Kind {
    times: Vec<Duration>,
    found: usize,
}

fn quantile(times: &mut [Duration], part: f64) -> f64 {
    times.sort_unstable();
    let at = ((times.len() as f64 - 1.0) * part).round() as usize;
    times
        .get(at)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
}

async fn look_up(conn: &mut PgConnection) -> Any<()> {
    let mut kinds: BTreeMap<&'static str, Kind> = BTreeMap::new();
    let lenders = lenders(conn, 4_000).await?;
    // How frequent words are is read once in a while, and by whoever asks first.
    alike(conn, &Asked::name("Concord"), MOST).await?;
    for one in &lenders {
        for (name, asked) in questions(one) {
            let kind = kinds.entry(name).or_default();
            if kind.times.len() == TIMES {
                continue;
            }
            let began = Instant::now();
            let found = alike(conn, &asked, MOST).await?;
            kind.times.push(began.elapsed());
            kind.found += usize::from(found.iter().any(|it| it.organization.id == one.id));
        }
    }
    println!(
        "\n{:<34} {:>5} {:>9} {:>9} {:>17}",
        "likely duplicates, milliseconds", "n", "p50", "p95", "among first ten"
    );
    let mut all = Kind::default();
    for (name, mut kind) in kinds {
        tell(name, &mut kind);
        all.times.append(&mut kind.times);
        all.found += kind.found;
    }
    tell("all of them", &mut all);
    Ok(())
}

fn tell(name: &str, kind: &mut Kind) {
    let asked = kind.times.len();
    println!(
        "{name:<34} {asked:>5} {:>9.2} {:>9.2} {:>15.1} %",
        quantile(&mut kind.times, 0.5),
        quantile(&mut kind.times, 0.95),
        100.0 * kind.found as f64 / asked as f64
    );
}

async fn rows(conn: &mut PgConnection, count: i64) -> Any<()> {
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(["name", "host_country", "city"])?;
    let lenders = lenders(conn, count).await?;
    for (at, one) in lenders.iter().enumerate() {
        // The words of one and of its neighbour: new, and of words that the registry knows.
        let next = &lenders[(at + 1) % lenders.len()].name;
        let name = match at % 10 {
            0 => one.name.clone(),
            _ => one
                .name
                .split_whitespace()
                .take(2)
                .chain(next.split_whitespace().skip(1))
                .chain([format!("{at}").as_str()])
                .collect::<Vec<_>>()
                .join(" "),
        };
        let city = one.city.as_deref().unwrap_or_default();
        out.write_record([&name, one.host_country.code(), city])?;
    }
    out.flush()?;
    Ok(())
}
