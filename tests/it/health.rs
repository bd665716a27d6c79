//! What machines that watch are told.

use sqlx::PgPool;

use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn it_lives_and_is_ready(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    assert_eq!(visitor.get("/health/live").await.is(200).body, "ok\n");
    assert_eq!(visitor.get("/health/ready").await.is(200).body, "ok\n");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn without_its_database_it_lives_and_is_not_ready(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let visitor = portal.visitor();
    pool.close().await;
    visitor.get("/health/live").await.is(200);
    let page = visitor.get("/health/ready").await.is(503);
    assert!(!page.body.contains("5432"), "{}", page.body);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn with_another_schema_it_is_not_ready(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    sqlx::query("update _sqlx_migrations set success = false where version = (select max(version) from _sqlx_migrations)")
        .execute(&pool)
        .await
        .unwrap();
    portal.visitor().get("/health/ready").await.is(503);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn numbers_count_routes_and_never_addresses(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    visitor.get("/assets/ani-petrosyan").await.is(404);
    visitor
        .get("/no-such-page/ani-petrosyan?q=petrosyan")
        .await
        .is(404);
    let numbers = visitor.get("/metrics").await.is(200).body;
    assert!(
        numbers.contains("concord_requests{status=\"404\"}"),
        "{numbers}"
    );
    assert!(numbers.contains("concord_db_connections "), "{numbers}");
    assert!(numbers.contains("route=\"/assets/{*name}\""), "{numbers}");
    assert!(!numbers.contains("petrosyan"), "{numbers}");
}
