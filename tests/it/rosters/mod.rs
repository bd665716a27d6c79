//! Rosters that leave: by the filter of the page, safe to open, on record, and the same when they come back.

mod matching;

use sqlx::PgPool;

use crate::directory::{ROSTER, arrange};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_those_with_a_desk_take_rosters(pool: PgPool) {
    let portal = Portal::new(pool);
    for path in ["/rosters", "/rosters/organizations.csv"] {
        let page = portal.visitor().get(path).await.is(303);
        assert!(page.location().starts_with("/sign-in"));
        portal.member("Ani").await.get(path).await.is(404);
        for somebody in [
            portal.post_officer(&["DE"]).await,
            portal.coordinator().await,
            portal.chair().await,
            portal.admin().await,
            portal.auditor().await,
        ] {
            somebody.get(path).await.is(200);
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_file_has_what_the_page_finds_and_comes_in_again_equal(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    arrange(
        &portal,
        "number,name,host_country\nCR-0000005-8,=cmd()|' /C calc'!A0,FR\n",
    )
    .await;
    let auditor = portal.auditor().await;
    let page = auditor.get("/rosters?host=FR").await.is(200);
    assert!(page.text().contains("Download 4 organizations as CSV"));
    let href = page.attribute("main a[download]", "href");
    assert_eq!(href, "/rosters/organizations.csv?host=FR");
    let file = auditor.get(&href).await.is(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"organizations-2026-11-24.csv\""
    );
    assert!(file.bytes.starts_with("\u{FEFF}number,name,".as_bytes()));
    assert!(file.body.contains("'=cmd()"), "{}", file.body);
    assert!(!file.body.contains(",=cmd()"));
    assert_eq!(file.body.matches("\r\n").count(), 5);
    let counts = arrange(&portal, &file.body).await;
    assert_eq!((counts.total, counts.unchanged), (4, 4));
    // Who took it, with which filter and how many rows.
    let (account, after): (uuid::Uuid, serde_json::Value) =
        sqlx::query_as("select account_id, after from history where act = 'roster_exported'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(account, auditor.account().uuid());
    assert_eq!(after["where"], "host=FR");
    assert_eq!(after["count"], 4);
}
