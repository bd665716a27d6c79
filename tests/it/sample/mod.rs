//! The sample registry: it loads whole, once, and everybody in it can sign in.

use concord::db::MIGRATOR;
use concord::sample;
use concord::values::Role;
use secrecy::ExposeSecret as _;
use sqlx::PgPool;

use crate::portal::Portal;

#[sqlx::test(migrator = "MIGRATOR")]
async fn it_loads_whole_and_a_second_time_changes_nothing(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    sample::load(portal.db(), &portal.documents())
        .await
        .unwrap();
    let counts = db_counts(&pool).await;
    assert_eq!(
        counts.organizations, 307,
        "three hundred, and seven accepted cases"
    );
    assert_eq!(counts.groups, 14);
    assert_eq!(counts.initiatives, 78);
    assert_eq!(counts.cases, 66, "six of them are renewals");
    assert_eq!(counts.stages, 11, "a case in every stage");
    let ways: (i64, i64, i64) = sqlx::query_as(
        "select (select count(distinct way) from decision_rules), (select count(*) from case_proposals where ended_at is null),
            (select count(*) from sitting_items where off_at is null)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(ways, (3, 1, 2), "decided by one, by two, and in a session");
    sample::load(portal.db(), &portal.documents())
        .await
        .unwrap();
    assert_eq!(db_counts(&pool).await, counts);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn everybody_signs_in_and_reaches_their_own_pages(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    sample::load(portal.db(), &portal.documents())
        .await
        .unwrap();
    for person in sample::sign_ins(portal.db().vault()) {
        let browser = portal.visitor();
        let page = browser.get("/sign-in").await.is(200);
        let password = person.password.expose_secret();
        let fields = [("email", person.email), ("password", password)];
        page.submit(&fields).await.is(303);
        browser.get("/account").await.is(200);
        // Everybody has a renewal before them: to begin, to give an opinion on, to decide or to read.
        if person.role == Role::Member {
            let home = browser.get("/home").await.is(200);
            assert!(home.text().contains("Renew the registration"));
        } else {
            let queue = browser.get("/desk/cases?kind=renewal").await.is(200);
            let seen = queue.select("main a[href^='/desk/cases/']").len();
            let least = match person.email {
                "post@embassy.example" => 1,
                // In whose countries every case was typed in from paper.
                "post2@embassy.example" => 0,
                _ => 6,
            };
            assert!(seen >= least, "{:?}: {seen}", person.role);
        }
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_post_has_typed_in_forms_that_stand_at_different_stages(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    sample::load(portal.db(), &portal.documents())
        .await
        .unwrap();
    let stages: Vec<String> = sqlx::query_scalar(
        "select c.stage from cases c join case_papers p on p.case_id = c.id
         where c.applicant_id = c.typed_by order by 1",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        stages,
        ["accepted", "changes_requested", "draft", "submitted"]
    );
    let owners: i64 = sqlx::query_scalar(
        "select count(*) from organization_team t join cases c on c.organization_id = t.organization_id
         where c.typed_by is not null",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(owners, 0, "nobody looks after it yet");
}

#[derive(Debug, PartialEq, Eq)]
struct Counts {
    organizations: i64,
    groups: i64,
    initiatives: i64,
    cases: i64,
    stages: i64,
    history: i64,
}

/// What the tables hold. Run time: the tests have no database at compile time.
async fn db_counts(pool: &PgPool) -> Counts {
    let count =
        async |sql: &'static str| -> i64 { sqlx::query_scalar(sql).fetch_one(pool).await.unwrap() };
    Counts {
        organizations: count("select count(*) from organizations").await,
        groups: count("select count(*) from groups").await,
        initiatives: count("select count(*) from initiatives").await,
        cases: count("select count(*) from cases").await,
        stages: count("select count(distinct stage) from cases").await,
        history: count("select count(*) from history").await,
    }
}
