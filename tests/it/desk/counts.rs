//! Counts say what lists show, whatever is filtered; they end at a thousand; and lists show what is open unless asked for more.

use chrono::TimeDelta;
use concord::case::{self, Cursor, Desk, InOrder, Looking};
use concord::values::{Country, Lang, Role};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use sqlx::PgPool;

use crate::cases::{submitted, take};
use crate::portal::{Browser, Portal};

/// Cases of every sort: stages, countries, kinds, ages, words, holders.
async fn many_sorts(portal: &Portal, pool: &PgPool) -> (Browser, Browser) {
    portal.ignore_letters();
    // There is a post from the beginning.
    portal.post_officer(&["DE", "FR"]).await;
    let hosts = ["DE", "FR", "US"];
    for at in 0..36_usize {
        let ani = portal.member("Ani").await;
        submitted(portal, &ani, &format!("Haus {at:02}"), hosts[at % 3]).await;
        portal.wait(TimeDelta::days(4));
    }
    let other = portal.person("Other", Role::Coordinator).await;
    let ani = portal.member("Ani").await;
    let held = submitted(portal, &ani, "Held", "US").await;
    take(portal, &other, held).await;
    for statement in [
        "update cases set stage = 'withdrawn', waits_on = null, waits_until = null, waits_since = null, due_on = null
         where right(title, 1) = '7' and stage in ('submitted', 'at_post')",
        "update cases set stage = 'changes_requested', waits_on = 'applicant', due_on = waits_until
         where right(title, 1) = '3' and stage in ('submitted', 'at_post')",
        "update cases set kind = 'claim' where right(title, 1) = '5'",
        "update cases set community = 'Hemshin', areas = '{festivals}' where title like '%1%'",
        "update cases set homeland = 'GE' where right(title, 1) in ('2', '5')",
    ] {
        sqlx::query(statement).execute(pool).await.unwrap();
    }
    (
        portal.coordinator().await,
        portal.post_officer(&["DE", "FR"]).await,
    )
}

/// A filter as addresses write it: some names, each with one of its values.
fn queries() -> impl Strategy<Value = String> {
    let of = |name: &'static str, values: &'static [&'static str]| {
        proptest::option::weighted(0.25, proptest::sample::select(values))
            .prop_map(move |value| value.map(|value| format!("{name}={value}")))
    };
    (
        of("state", &["open", "over", "all"]),
        of(
            "stage",
            &[
                "submitted",
                "at_post",
                "in_review",
                "changes_requested",
                "withdrawn",
                "accepted",
            ],
        ),
        of("waits", &["board", "post", "applicant", "nobody"]),
        of("kind", &["registration", "claim", "renewal"]),
        of("host", &["DE", "FR", "US", "NZ"]),
        of("homeland", &["AM", "GE"]),
        of("held", &["me", "nobody", "second", "my-second"]),
        of("age", &["week", "month", "quarter", "older"]),
        of("late", &["yes"]),
        (
            of("area", &["culture", "festivals", "sports"]),
            of("community", &["hemshin"]),
            of("q", &["haus", "1", "koln+2", "nothing"]),
        ),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i, (j, k, l))| {
            let all = [a, b, c, d, e, f, g, h, i, j, k, l];
            let said: Vec<String> = all.into_iter().flatten().collect();
            said.join("&")
        })
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_count_is_the_number_of_rows_whatever_is_filtered(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, post) = many_sorts(&portal, &pool).await;
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    let mut found_some = 0;
    for nth in 0..300 {
        let query = match nth {
            0 => String::new(),
            1 => "state=all".to_owned(),
            _ => queries().new_tree(&mut runner).unwrap().current(),
        };
        let looking = Looking::parse(&query);
        let person = if nth % 2 == 0 { &board } else { &post };
        let actor = person.actor().await;
        let mut read = portal.db().read().await.unwrap();
        let desk = Desk::of(&mut read, &actor).await.unwrap();
        let of = InOrder {
            filter: &looking.filter,
            order: looking.order,
            countries: Country::sorted(Lang::En),
        };
        let (mut rows, mut cursor) = (0_i64, Cursor::First);
        loop {
            let page = case::list(&mut read, &desk, of, cursor).await.unwrap();
            rows += i64::try_from(page.cases.len()).unwrap();
            let Some(next) = page.next else { break };
            cursor = Cursor::After(next);
        }
        let counts = case::count(&mut read, &desk, &looking.filter)
            .await
            .unwrap();
        let total = counts.found_by(&looking.filter);
        assert_eq!((total.count, total.or_more), (rows, false), "{query}");
        let lane = case::counts(&mut read, &desk, &[&looking.filter])
            .await
            .unwrap();
        assert_eq!((lane[0].count, lane[0].or_more), (rows, false), "{query}");
        found_some += usize::from(rows > 0);
    }
    assert!(
        found_some > 60,
        "{found_some} of the filters found anything"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_over_is_shown_by_choice(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, _) = many_sorts(&portal, &pool).await;
    let page = board.get("/desk/cases").await.is(200);
    assert_eq!(page.first(".app-count"), "34 cases");
    assert!(page.select(".app-chosen__one").is_empty());
    // Each way to look is an address, and the facets lead to the others.
    let withdrawn = "Withdrawn";
    for (query, count, chosen) in [
        ("state=open", "34 cases", 0),
        ("state=over", "3 cases", 1),
        ("state=all", "37 cases", 1),
        ("stage=withdrawn", "3 cases", 1),
        ("waits=nobody", "3 cases", 1),
        ("state=nonsense", "34 cases", 0),
    ] {
        let page = board.get(format!("/desk/cases?{query}")).await.is(200);
        assert_eq!(page.first(".app-count"), count, "{query}");
        assert_eq!(page.select(".app-chosen__one").len(), chosen, "{query}");
        // What is over is counted where it is shown.
        let facets = page.select(".app-facets__item");
        let is_counted = facets.iter().any(|it| it.contains(withdrawn));
        assert_eq!(is_counted, count != "34 cases", "{query}");
    }
    // Whoever searches from the desk looks among all; whoever finds nothing open is led there.
    let desk = board.get("/desk").await.is(200);
    assert_eq!(
        desk.attribute("main form[method=get] input[name=state]", "value"),
        "all"
    );
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani, "Zirkel", "US").await;
    sqlx::query(
        "update cases set stage = 'withdrawn', waits_on = null, waits_until = null, waits_since = null where title = 'Zirkel'",
    )
    .execute(&pool)
    .await
    .unwrap();
    let page = board.get("/desk/cases?q=zirkel").await.is(200);
    assert_eq!(page.first(".app-count"), "0 cases");
    let page = board
        .get(page.attribute(".app-empty a", "href"))
        .await
        .is(200);
    assert_eq!(page.select("table tbody th a"), ["Zirkel"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn counts_end_at_a_thousand_and_say_so(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    for at in 0..26 {
        submitted(&portal, &ani, &format!("Haus {at:02}"), "DE").await;
    }
    // A thousand more, newer than those: nothing reads their numbers.
    let add = |many: i32| {
        sqlx::query(
            "insert into cases (id, number, kind, stage, stage_since, applicant_id, title, host_country, search, draft_sealed,
                draft_saved_at, submitted_at, asked_at, created_at, waits_on, waits_since, waits_until, answer_by)
             select gen_random_uuid(), 'X' || gen_random_uuid(), kind, stage, stage_since, applicant_id, title, 'FR', search, draft_sealed,
                draft_saved_at, submitted_at + interval '1 day', asked_at, created_at, waits_on, waits_since, waits_until, answer_by
             from (select * from cases where title = 'Haus 00' limit 1) c, generate_series(1, $1)",
        )
        .bind(many)
    };
    add(974).execute(&pool).await.unwrap();
    let page = board.get("/desk/cases").await.is(200);
    assert_eq!(page.first(".app-count"), "1000 cases");
    add(1).execute(&pool).await.unwrap();
    let page = board.get("/desk/cases").await.is(200);
    assert_eq!(page.first(".app-count"), "More than 1,000 cases");
    assert_eq!(
        page.select(".app-facets__item"),
        ["The board 1,000+", "Submitted 1,000+"]
    );
    let page = board.get("/desk/cases?host=DE").await.is(200);
    assert_eq!(page.first(".app-count"), "26 cases");
    let desk = board.get("/desk").await.is(200);
    assert!(
        desk.text().contains("See all of them, more than 1,000"),
        "{}",
        desk.text()
    );
}
