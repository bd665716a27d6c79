//! How fast the desk answers with a hundred thousand open cases: `bin/bench-queue` runs it on a database of its own.
//!
//! Each line is what a page asks of the database: the list with its counts, the desk, its numbers, the next case.

use std::sync::Arc;
use std::time::{Duration, Instant};

use concord::actor::{Actor, Person};
use concord::case::numbers::{self, Period};
use concord::case::{self, Cursor, Desk, Filter, InOrder, Looking, policy};
use concord::db::{Db, Read};
use concord::ids::{AccountId, SessionId};
use concord::values::{Country, Lang, Role};
use concord::vault::Vault;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;
use tokio::sync::Barrier;

type Any<T> = Result<T, Box<dyn std::error::Error>>;

/// How many cases are open.
const CASES: i64 = 100_000;

/// How often each page is asked for.
const TIMES: usize = 60;

/// How many press for the next case at once, and how often they do.
const CROWD: usize = 20;
const ROUNDS: usize = 10;

/// The pages: single filters, the pairs that people use, the orders.
const PAGES: &[&str] = &[
    "",
    "stage=submitted",
    "waits=board",
    "waits=applicant",
    "kind=registration",
    "kind=renewal",
    "host=DE",
    "host=NZ",
    "homeland=AM",
    "community=hemshin",
    "area=culture",
    "area=chess",
    "held=me",
    "held=nobody",
    "held=second",
    "state=all",
    "state=over",
    "age=week",
    "age=older",
    "late=yes",
    "flagged=yes",
    "paper=yes",
    "q=CT-0045678",
    "q=Ереван",
    "q=dom erevan",
    "q=union",
    "host=DE&kind=registration",
    "host=DE&held=nobody",
    "held=nobody&late=yes",
    "waits=board&area=culture",
    "homeland=AM&kind=renewal",
    "q=union&host=DE",
    "order=newest",
    "order=day",
    "order=name",
    "order=host",
    "order=host&area=chess",
    "order=name&held=nobody",
    "order=day&late=yes",
];

#[tokio::main]
async fn main() -> Any<()> {
    let url = std::env::var("DATABASE_URL")?;
    let options: PgConnectOptions = url.parse()?;
    let vault = Vault::parse(&Vault::fresh_keys()?)?;
    let db = Db::connect(options, 24, vault).await?;
    db.migrate().await?;
    let began = Instant::now();
    let mut read = db.read().await?;
    fill(&mut read).await?;
    println!(
        "{CASES} cases, made in {:.1} s; milliseconds of {TIMES} runs",
        began.elapsed().as_secs_f64()
    );
    let people: Vec<AccountId> = sqlx::query_scalar("select id from accounts order by id")
        .fetch_all(&mut *read)
        .await?;
    let chair = person(people[1], Role::Chair, &[]);
    let post = person(people[0], Role::PostOfficer, &["DE", "AT"]);
    println!("{:<34} {:>8} {:>8}", "page", "p50", "p95");
    let desk = Desk::of(&mut read, &chair).await?;
    for page in PAGES {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            times.push(list(&mut read, &desk, page).await?);
        }
        say(if page.is_empty() { "all" } else { page }, &mut times);
    }
    let of_post = Desk::of(&mut read, &post).await?;
    for page in ["", "asks=me", "order=name"] {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            times.push(list(&mut read, &of_post, page).await?);
        }
        say(&format!("post of two countries: {page}"), &mut times);
    }
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        times.push(home(&mut read, &desk).await?);
    }
    say("desk with twelve lanes", &mut times);
    for (what, who) in [
        ("numbers of a year", &chair),
        ("numbers of a year, a post", &post),
    ] {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            times.push(of_a_year(&mut read, who).await?);
        }
        say(what, &mut times);
    }
    next(&db, &people[2..2 + CROWD]).await?;
    // The pool closes when all of its connections are back.
    drop(read);
    db.close().await;
    Ok(())
}

fn person(id: AccountId, role: Role, hosts: &[&str]) -> Actor {
    Actor::Person(Person {
        id,
        session: SessionId::fresh(),
        name: String::new(),
        role,
        hosts: hosts
            .iter()
            .filter_map(|it| Country::from_code(it))
            .collect(),
    })
}

fn say(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{what:<34} {:>8.1} {:>8.1}", ms(at(50)), ms(at(95)));
}

/// What the page of a list asks: its counts and its first page.
async fn list(conn: &mut PgConnection, desk: &Desk, page: &str) -> Any<Duration> {
    let looking = Looking::parse(page);
    let of = InOrder {
        filter: &looking.filter,
        order: looking.order,
        countries: Country::sorted(Lang::En),
    };
    let began = Instant::now();
    case::count(&mut *conn, desk, &looking.filter).await?;
    case::list(conn, desk, of, Cursor::First).await?;
    Ok(began.elapsed())
}

/// What the desk asks: the counts of its parts and lanes, and the first few of each part.
async fn home(conn: &mut PgConnection, desk: &Desk) -> Any<Duration> {
    let pages: Vec<Looking> = PAGES
        .iter()
        .filter(|page| !page.starts_with("q=") && !page.starts_with("order="))
        .take(12)
        .chain(["held=me", "asks=me", "late=yes", "held=nobody"].iter())
        .map(|page| Looking::parse(page))
        .collect();
    let filters: Vec<&Filter> = pages.iter().map(|it| &it.filter).collect();
    let began = Instant::now();
    let all = Looking::parse("state=all").filter;
    case::count(&mut *conn, desk, &all).await?;
    case::counts(&mut *conn, desk, &filters).await?;
    for filter in &filters[12..] {
        case::few(&mut *conn, desk, filter, 8).await?;
    }
    Ok(began.elapsed())
}

/// What the page of the numbers asks.
async fn of_a_year(read: &mut Read, actor: &Actor) -> Any<Duration> {
    let granted = numbers::policy::see(actor)?;
    let period = Period::new(None, None, read.today());
    let began = Instant::now();
    numbers::numbers(read, &granted, period).await?;
    Ok(began.elapsed())
}

/// Twenty press at once, each holding what they got until all have something.
async fn next(db: &Db, people: &[AccountId]) -> Any<()> {
    let mut times = Vec::new();
    let mut taken = std::collections::HashSet::new();
    for _ in 0..ROUNDS {
        let all = Arc::new(Barrier::new(people.len()));
        let mut tasks = Vec::new();
        for id in people {
            let (db, all) = (db.clone(), all.clone());
            let actor = person(*id, Role::Coordinator, &[]);
            tasks.push(tokio::spawn(async move {
                let mut tx = db.begin().await?;
                all.wait().await;
                let began = Instant::now();
                let desk = Desk::of(&mut tx, &actor).await?;
                let granted = policy::take_next(&actor)?;
                let next = case::take_next(&mut tx, granted, &desk, &[]).await?;
                let took = began.elapsed();
                all.wait().await;
                let _ = tx.commit().await?;
                Ok::<_, concord::Error>((next, took))
            }));
        }
        for task in tasks {
            let (next, took) = task.await??;
            assert!(
                taken.insert(next.ok_or("no case")?),
                "a case was given twice"
            );
            times.push(took);
        }
    }
    say("next, twenty at once", &mut times);
    println!("{} different cases, none given twice", taken.len());
    Ok(())
}

/// Cases as a busy year leaves them, made by SQL: nobody wrote them, so nothing in them can be opened.
async fn fill(conn: &mut PgConnection) -> Any<()> {
    // A database that is full already is measured once more.
    let full: bool = sqlx::query_scalar("select exists (select from cases)")
        .fetch_one(&mut *conn)
        .await?;
    if full {
        return Ok(());
    }
    for statement in FILL {
        sqlx::query(*statement).execute(&mut *conn).await?;
    }
    Ok(())
}

const FILL: &[&str] = &[
    // A vacuum of the server's own in between would keep ours from seeing all rows as settled.
    "alter table cases set (autovacuum_enabled = off)",
    "select setseed(0.5)",
    "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at, confirmed_at)
     select gen_random_uuid(), decode(md5(i::text), 'hex'), '\\x01', '\\x02', 'none', 'coordinator', 'en', now(), now()
     from generate_series(1, 40) i",
    "insert into organizations (id, number, name, host_country, standing, search, created_at, updated_at)
     select gen_random_uuid(), 'CR-' || i, 'Organization ' || i, 'DE', 'good', 'organization ' || i, now(), now()
     from generate_series(1, 5000) i",
    // ISO/IEC 7064 MOD 11,10, as numbers have it: what is read back must be a number.
    "create function pg_temp.check_digit(digits text) returns integer language plpgsql as $$
     declare p integer := 10; s integer; d text;
     begin
        foreach d in array string_to_array(digits, null) loop
            s := (p + d::integer) % 10;
            p := (case when s = 0 then 10 else s end * 2) % 11;
        end loop;
        return (11 - p) % 10;
     end $$",
    "create temporary table hosts as
     select row_number() over () as n, code from unnest(array['DE','FR','US','RU','GB','NL','BE','AT','CH','SE','NO','DK','FI','PL','CZ','IT','ES','PT',
        'GR','BG','RO','HU','UA','GE','TR','LB','SY','JO','EG','IL','AE','SA','KW','QA','IR','IQ','KZ','UZ','IN','CN','JP','AU','NZ','CA','MX','BR','AR','CL']) code",
    "create temporary table words as
     select row_number() over () as n, word from unnest(array['erevan','dom','maison','union','haus','center','assotsiatsiia','hay','kultur','shkola',
        'ararat','nairi','masis','urartu','van','kars','sevan','komitas','narekatsi','khachaturian']) word",
    "create temporary table people as select row_number() over (order by id) as n, id from accounts",
    "create temporary table owned as select row_number() over (order by id) as n, id from organizations",
    "create temporary table area_codes as select row_number() over (order by code) as n, code from areas",
    // The share of each stage, kind and country: a few are many and most are few.
    "insert into cases (id, number, kind, stage, stage_since, applicant_id, typed_by, organization_id, title, host_country, homeland,
        community, areas, search, draft_sealed, draft_saved_at, holder_id, held_since, held_until, submitted_at, asked_at, due_on,
        decided_at, created_at, waits_on, waits_since, waits_until, answer_by)
     select gen_random_uuid(), number, kind, stage, at, applicant, typed, organization, title, host, homeland, community, areas,
        title_folded || ' koln ' || lower(number), draft, at, holder, case when holder is not null then now() end,
        case when holder is not null then now() + interval '30 minutes' end, at, at,
        case when stage in ('changes_requested', 'at_post', 'accepted_with_conditions') then due end,
        case when stage = 'accepted_with_conditions' then at end, at,
        case when holder is not null then 'holder' when stage = 'at_post' then 'post'
            when stage in ('changes_requested', 'accepted_with_conditions') then 'applicant' else 'board' end, at,
        case when stage in ('changes_requested', 'at_post', 'accepted_with_conditions') then due else at::date + 30 end,
        case when stage in ('submitted', 'in_review', 'at_post') then at::date + 30 end
     from (
        select i, 'CT-' || lpad(i::text, 7, '0') || '-' || pg_temp.check_digit(lpad(i::text, 7, '0')) as number, r.kind, r.stage,
            now() - r.days * interval '1 day' as at,
            (select id from people where n = 21 + i % 19) as applicant,
            case when i % 33 = 0 and r.kind = 'registration' then (select id from people where n = 40) end as typed,
            case when r.kind <> 'registration' or r.stage = 'accepted_with_conditions' then (select id from owned where n = 1 + i % 5000) end as organization,
            initcap(w.a || ' ' || w.b || ' ' || w.c) || ' ' || i as title,
            w.a || ' ' || w.b || ' ' || w.c || ' ' || i as title_folded,
            (select code from hosts where n = 1 + floor(48 * power(r.p, 3))) as host,
            (array['AM','GE','SY','LB','TR','UA'])[1 + floor(6 * power(r.q, 2))::int] as homeland,
            current_date + (i * 31 % 60) - 20 as due,
            case when i % 50 = 0 then 'Hemshin' when i % 3 = 0 then 'Armenian' end as community,
            array(select code from area_codes where n in (1 + (i * 7) % 100, 1 + (i * 13) % 100)) as areas,
            (select decode(string_agg(md5((i * 100 + k)::text), ''), 'hex') from generate_series(1, 50) k) as draft,
            case when r.stage = 'in_review' and i % 2 = 0 then (select id from people where n = 1 + i % 20) end as holder
        from generate_series(1, 100000) i
            cross join lateral (select i + 0 * random() as same, random() as p, random() as q, 300 * power(random(), 2) as days,
                case when random() < 0.7 then 'registration' when random() < 0.5 then 'renewal' when random() < 0.7 then 'amendment' else 'claim' end as kind,
                (array['submitted','submitted','submitted','submitted','in_review','in_review','in_review','at_post','changes_requested','accepted_with_conditions'])
                    [1 + floor(random() * 10)::int] as stage) r
            cross join lateral (select
                (select word from words where n = 1 + i % 20) as a,
                (select word from words where n = 1 + (i / 20) % 20) as b,
                (select word from words where n = 1 + (i / 400) % 20) as c) w
     ) made",
    "update cases set stage = 'appealed', waits_on = 'chair' where stage = 'submitted' and substr(number, 9, 2) = '37'",
    // Thirty thousand that are over, of the same sorts, each with its waits and its answer.
    "insert into cases (id, number, kind, stage, stage_since, applicant_id, organization_id, title, host_country, homeland, areas, search,
        draft_sealed, draft_saved_at, submitted_at, asked_at, decided_at, appeal_until, created_at)
     select gen_random_uuid(), 'CT-' || lpad((n + 100000)::text, 7, '0') || '-' || pg_temp.check_digit(lpad((n + 100000)::text, 7, '0')), kind, 'refused', ended,
        applicant_id, organization_id, title, host_country, homeland, areas, search, draft_sealed, draft_saved_at, submitted_at - interval '60 days', asked_at,
        ended, current_date + 30, created_at
     from (select *, row_number() over (order by number) as n, submitted_at - random() * interval '30 days' as ended from cases order by number limit 30000) c",
    "insert into case_waits (case_id, nth, waits_on, since, until)
     select c.id, k, (array['post', 'board', 'applicant', 'board'])[k], c.submitted_at + (c.stage_since - c.submitted_at) * (k - 1) / 4,
        c.submitted_at + (c.stage_since - c.submitted_at) * k / 4
     from cases c, generate_series(1, 4) k where waits_on is null",
    "insert into case_waits (case_id, nth, waits_on, holder_id, since) select id, 1, waits_on, holder_id, waits_since from cases where waits_on is not null",
    "insert into case_decisions (id, case_id, outcome, appeal_until, decided_by, decided_at)
     select gen_random_uuid(), id, 'refused', current_date + 30, (select id from people where n = 1 + length(title) % 20), stage_since from cases where waits_on is null",
    "insert into flags (id, organization_id, kind, words_sealed, raised_at, raised_by, due_on)
     select gen_random_uuid(), id, 'other', '\\x01', now(), (select id from people where n = 1), current_date + 9 from owned where n % 5 = 0",
    "vacuum (analyze) cases",
    "vacuum (analyze) case_waits",
    "vacuum (analyze) case_decisions",
    "vacuum (analyze) flags",
    "vacuum (analyze) organizations",
];
