//! How fast the directory answers, and how well it ranks: `bin/bench-registry` runs it on a database in bulk.
//!
//! `speed` prints the table of latencies, each beside a trigram search of the same table in the same run;
//! `ranking PAIRS.csv` prints how often the right organization is among the first, in three orders.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use concord::db::Db;
use concord::names::{fold, script_of};
use concord::search::{Cursor, Directory, Facet, Filter, Question, Results, Sort};
use concord::values::RegistryNumber;
use concord::vault::Vault;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

type Any<T> = Result<T, Box<dyn std::error::Error>>;

/// How many questions of each kind are asked.
const TIMES: usize = 200;

/// How many of the slow ones.
const SLOW_TIMES: usize = 5;

const FACETS: &[Facet] = Facet::ALL;

#[tokio::main]
async fn main() -> Any<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["rows", path] = arguments[..] {
        println!("{}", csv::Reader::from_path(path)?.records().count());
        return Ok(());
    }
    let url = std::env::var("DATABASE_URL")?;
    let options: PgConnectOptions = url.parse()?;
    let vault = Vault::parse(&Vault::fresh_keys()?)?;
    let db = Db::connect(options, 4, vault).await?;
    let mut read = db.read().await?;
    let directory = Directory::new(db.clone());
    let before = resident();
    let began = Instant::now();
    directory.index().read_now(&mut read).await?;
    let (count, bytes) = directory.index().size();
    println!(
        "index of {count} organizations: read in {:.1} s, {} MiB by its own count, {} MiB more resident",
        began.elapsed().as_secs_f64(),
        bytes >> 20,
        (resident().saturating_sub(before)) >> 10
    );
    match arguments[..] {
        ["speed"] => speed(&directory, &mut read).await,
        ["ranking", pairs] => ranking(&directory, &mut read, pairs).await,
        _ => Err("bench_search speed | ranking PAIRS.csv | rows FILE.csv".into()),
    }
}

/// The memory that the process holds, in KiB.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .unwrap_or_default()
}

fn filter(pairs: &[(&str, &str)]) -> Filter {
    Filter::of_pairs(pairs.iter().copied())
}

async fn ask(
    directory: &Directory,
    conn: &mut PgConnection,
    filter: &Filter,
    cursor: Cursor,
    sort: Sort,
) -> Any<Results> {
    let question = Question {
        filter,
        sort,
        cursor,
        most: 20,
        facets: FACETS,
    };
    Ok(directory.search(conn, &question).await?)
}

/// An organization that lends its name to questions.
#[derive(sqlx::FromRow)]
struct Lender {
    name: String,
    host_country: String,
    areas: Vec<String>,
}

async fn lenders(conn: &mut PgConnection) -> Any<Vec<Lender>> {
    // Spread evenly, and the same in every run.
    let sql = "select name, host_country, areas from organizations where array_length(string_to_array(name, ' '), 1) > 2
        and slot % (select greatest(count(*) / 2000, 1) from organizations) = 0 order by slot limit 2000";
    Ok(sqlx::query_as(sql).fetch_all(conn).await?)
}

fn words_of(name: &str) -> Vec<String> {
    let words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
    words
        .into_iter()
        .filter(|word| fold(word).len() > 3)
        .collect()
}

/// A slip of the hand in the middle of a word: two letters change places.
fn slipped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    letters.swap(middle - 1, middle);
    letters.into_iter().collect()
}

/// Kinds of questions, each with what is asked.
fn questions(lenders: &[Lender]) -> BTreeMap<&'static str, Vec<Filter>> {
    let mut all: BTreeMap<&'static str, Vec<Filter>> = BTreeMap::new();
    let mut add = |kind: &'static str, filter: Filter| {
        let some = all.entry(kind).or_default();
        if some.len() < TIMES {
            some.push(filter);
        }
    };
    for one in lenders {
        let words = words_of(&one.name);
        let [first, .., last] = words.as_slice() else {
            continue;
        };
        let longest = words
            .iter()
            .max_by_key(|word| word.chars().count())
            .unwrap_or(first);
        add("01 one word", filter(&[("q", longest)]));
        add(
            "02 two words, turned round",
            filter(&[("q", &format!("{last} {first}"))]),
        );
        add("03 the whole name", filter(&[("q", &one.name)]));
        add(
            "04 three letters, as one types",
            filter(&[("q", &first.chars().take(3).collect::<String>())]),
        );
        add(
            "05 one letter, as one types",
            filter(&[("q", &first.chars().take(1).collect::<String>())]),
        );
        add("06 a slip in a word", filter(&[("q", &slipped(longest))]));
        add(
            "07 slips in two words",
            filter(&[("q", &format!("{} {}", slipped(first), slipped(last)))]),
        );
        if script_of(&one.name) != "Latn" {
            add(
                "08 another script, as Latin",
                filter(&[("q", &fold(&one.name))]),
            );
        }
        add(
            "09 in quotes",
            filter(&[("q", &format!("\"{first} {}\"", words[1]))]),
        );
        let area = one.areas.first().map_or("culture", String::as_str);
        add(
            "10 a word, host and area",
            filter(&[("q", first), ("host", &one.host_country), ("area", area)]),
        );
        add(
            "11 host and area, no word",
            filter(&[("host", &one.host_country), ("area", area)]),
        );
        add("12 everything", Filter::default());
        add("13 the most frequent word", filter(&[("q", "university")]));
        add(
            "14 nothing has it",
            filter(&[("q", &format!("{}qzx {last}", slipped(first)))]),
        );
    }
    all
}

fn quantile(times: &mut [Duration], part: f64) -> f64 {
    times.sort_unstable();
    let at = ((times.len() as f64 - 1.0) * part).round() as usize;
    times
        .get(at)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
}

async fn speed(directory: &Directory, conn: &mut PgConnection) -> Any<()> {
    let lenders = lenders(conn).await?;
    let questions = questions(&lenders);
    println!(
        "{:<34} {:>5} {:>9} {:>9} {:>9}",
        "milliseconds, with counts of 7 filters", "n", "p50", "p95", "found"
    );
    let mut everything = Vec::new();
    for (kind, filters) in &questions {
        let mut times = Vec::new();
        let mut found = Vec::new();
        for filter in filters {
            let began = Instant::now();
            let results = ask(directory, conn, filter, Cursor::First, Sort::Relevance).await?;
            times.push(began.elapsed());
            found.push(results.count);
        }
        found.sort_unstable();
        everything.extend(times.iter().copied());
        println!(
            "{kind:<34} {:>5} {:>9.2} {:>9.2} {:>9}",
            times.len(),
            quantile(&mut times, 0.5),
            quantile(&mut times, 0.95),
            found.get(found.len() / 2).copied().unwrap_or_default()
        );
    }
    pages(directory, conn, &mut everything).await?;
    println!(
        "{:<34} {:>5} {:>9.2} {:>9.2}",
        "all of them",
        everything.len(),
        quantile(&mut everything, 0.5),
        quantile(&mut everything, 0.95)
    );
    scans(directory, conn, &questions).await
}

/// Pages forwards, by fit and by name.
async fn pages(
    directory: &Directory,
    conn: &mut PgConnection,
    everything: &mut Vec<Duration>,
) -> Any<()> {
    for (kind, filter, sort) in [
        (
            "15 further pages by fit",
            filter(&[("q", "university")]),
            Sort::Relevance,
        ),
        ("16 further pages by name", Filter::default(), Sort::Name),
    ] {
        let mut times = Vec::new();
        let mut behind: Option<RegistryNumber> = None;
        for _ in 0..50 {
            let cursor = behind.map_or(Cursor::First, Cursor::After);
            let began = Instant::now();
            let results = ask(directory, conn, &filter, cursor, sort).await?;
            times.push(began.elapsed());
            behind = results.listed.after;
        }
        everything.extend(times.iter().copied());
        println!(
            "{kind:<34} {:>5} {:>9.2} {:>9.2}",
            times.len(),
            quantile(&mut times, 0.5),
            quantile(&mut times, 0.95)
        );
    }
    Ok(())
}

/// The same questions put to PostgreSQL, in the same run.
async fn scans(
    directory: &Directory,
    conn: &mut PgConnection,
    questions: &BTreeMap<&'static str, Vec<Filter>>,
) -> Any<()> {
    println!(
        "\n{:<34} {:>12} {:>12} {:>12} {:>12}",
        "p50 in milliseconds", "index", "trgm scan", "trgm GIN", "SQL+facets"
    );
    for kind in [
        "01 one word",
        "02 two words, turned round",
        "06 a slip in a word",
        "10 a word, host and area",
        "12 everything",
    ] {
        let filters: Vec<&Filter> = questions
            .get(kind)
            .into_iter()
            .flatten()
            .take(SLOW_TIMES)
            .collect();
        let mut times: [Vec<Duration>; 4] = Default::default();
        for filter in &filters {
            let began = Instant::now();
            ask(directory, conn, filter, Cursor::First, Sort::Relevance).await?;
            times[0].push(began.elapsed());
            for (nth, by_index) in [(1, "off"), (2, "on")] {
                if filter.text.is_empty() {
                    continue;
                }
                // Settings of this connection; it is closed at the end.
                sqlx::query("select set_config('enable_bitmapscan', $1, false), set_config('enable_indexscan', $1, false),
                    set_config('pg_trgm.word_similarity_threshold', '0.6', false)")
                    .bind(by_index)
                    .execute(&mut *conn)
                    .await?;
                let began = Instant::now();
                sqlx::query(
                    "select id, count(*) over () from organizations where $1 <% search
                    order by word_similarity($1, search) desc, name limit 20",
                )
                .bind(fold(&filter.text))
                // A plan that is kept would not see the settings.
                .persistent(false)
                .fetch_all(&mut *conn)
                .await?;
                times[nth].push(began.elapsed());
            }
            sqlx::query("reset all").execute(&mut *conn).await?;
            let question = Question {
                filter,
                sort: Sort::Relevance,
                cursor: Cursor::First,
                most: 20,
                facets: FACETS,
            };
            let began = Instant::now();
            directory.search_database(conn, &question).await?;
            times[3].push(began.elapsed());
        }
        let [a, b, c, d] = times.map(|mut times| quantile(&mut times, 0.5));
        println!(
            "{kind:<34} {a:>12.2} {b:>12.0} {c:>12.0} {d:>12.0}    {:.0} × the scan, {:.0} × the trigram index, {:.0} × SQL",
            b / a,
            c / a,
            d / a
        );
    }
    Ok(())
}

/// Whether a pair belongs to the half that the order may be tuned on; the other half says whether that was luck.
fn is_tuned_on(id: &str) -> bool {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash & 0x100 == 0
}

/// How often an organization is among the first, by script.
#[derive(Default)]
struct Hits {
    asked: usize,
    first: [usize; 3],
    ten: [usize; 3],
}

async fn ranking(directory: &Directory, conn: &mut PgConnection, pairs: &str) -> Any<()> {
    let mut table: BTreeMap<String, Hits> = BTreeMap::new();
    for row in csv::Reader::from_path(pairs)?.records() {
        let row = row?;
        let (Some(id), Some(name), Some(query), Some(script)) =
            (row.get(0), row.get(1), row.get(2), row.get(3))
        else {
            continue;
        };
        let half = match is_tuned_on(id) {
            true => "all, tuned on",
            false => "all, held back",
        };
        let there: bool = sqlx::query_scalar(
            "select exists (select from organizations where name = $1 and standing <> 'merged')",
        )
        .bind(name)
        .fetch_one(&mut *conn)
        .await?;
        if !there {
            continue;
        }
        let filter = filter(&[("q", query)]);
        let question = |sort| Question {
            filter: &filter,
            sort,
            cursor: Cursor::First,
            most: 10,
            facets: &[],
        };
        let answers = [
            directory.search(conn, &question(Sort::Relevance)).await?,
            directory.search(conn, &question(Sort::Name)).await?,
            directory
                .search_database(conn, &question(Sort::Relevance))
                .await?,
        ];
        for key in [script, half, "all"] {
            let hits = table.entry(key.to_owned()).or_default();
            hits.asked += 1;
            for (nth, answer) in answers.iter().enumerate() {
                let place = answer
                    .listed
                    .hits
                    .iter()
                    .position(|hit| hit.name.as_str() == name);
                hits.first[nth] += usize::from(place == Some(0));
                hits.ten[nth] += usize::from(place.is_some());
            }
        }
    }
    println!(
        "{:<14} {:>6}   {:>22} {:>22} {:>22}",
        "script", "pairs", "by fit: first, ten", "by name: first, ten", "SQL: first, ten"
    );
    for (script, hits) in &table {
        let part = |count: usize| 100.0 * count as f64 / hits.asked as f64;
        print!("{script:<14} {:>6}  ", hits.asked);
        for nth in 0..3 {
            print!(
                " {:>12.1} %{:>6.1} %",
                part(hits.first[nth]),
                part(hits.ten[nth])
            );
        }
        println!();
    }
    Ok(())
}
