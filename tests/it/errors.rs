//! What somebody reads when it goes wrong: a sentence, a way onward, and nothing of our insides.

use sqlx::PgPool;

use crate::portal::{Page, Portal};

/// Words that only our insides use.
const INSIDES: [&str; 9] = [
    "sqlx",
    "postgres",
    "PostgreSQL",
    "src/",
    ".rs",
    "panic",
    "relation",
    "column",
    "backtrace",
];

fn is_for_people(page: &Page) {
    assert!(page.is_html());
    assert!(page.has("main h1") && page.has("main p"), "{}", page.text());
    assert!(page.has("main a[href='/directory']") && page.has("main a[href='/']"));
    for word in INSIDES {
        assert!(!page.body.contains(word), "{word}: {}", page.text());
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_not_there_says_so_in_the_readers_language(pool: PgPool) {
    let portal = Portal::new(pool);
    for (language, title) in [
        ("en", "Page not found"),
        ("ru", "Страница не найдена"),
        ("ar", "الصفحة غير موجودة"),
    ] {
        let visitor = portal.visitor().reading(language);
        let page = visitor.get("/no-such-page").await.is(404);
        assert_eq!(page.first("h1"), title);
        assert_eq!(page.attribute("html", "lang"), language);
        is_for_people(&page);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_address_of_the_wrong_form_is_not_there(pool: PgPool) {
    let portal = Portal::new(pool);
    let member = portal.member("Ani").await;
    for path in [
        "/%ff%fe",
        "/%00",
        "/cases/not-an-id",
        "/organizations/%2e%2e%2f",
        "/health/live/",
    ] {
        let page = member.get(path).await.is(404);
        is_for_people(&page);
    }
    is_for_people(&member.post("/health/live", &[]).await.is(404));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_address_that_only_takes_forms_leads_to_what_stands_above_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    for (form, page) in [
        ("/desk/radar/1/dismissal", "/desk/radar/1"),
        ("/admin/calendar/preview", "/admin/calendar"),
        ("/sign-out", "/"),
    ] {
        assert_eq!(visitor.get(form).await.is(303).location(), page);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_fault_of_ours_has_a_number_and_tells_nothing(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await.expecting_faults();
    sqlx::query("alter table sessions rename column token_hash to moved")
        .execute(&pool)
        .await
        .unwrap();
    let page = ani.post("/sign-out", &[]).await.is(500);
    is_for_people(&page);
    let incident = page.first("main code");
    assert!(incident.parse::<uuid::Uuid>().is_ok(), "{incident}");
}
