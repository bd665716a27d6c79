//! Rosters that come in by the browser.

use std::time::Duration;

use sqlx::PgPool;

use crate::directory::{ROSTER, arrange};
use crate::portal::{Browser, File, Page, Portal};

fn file(bytes: &[u8]) -> File<'_> {
    File {
        field: "file",
        name: "roster.csv",
        kind: "text/csv",
        bytes,
    }
}

/// The page of an import when it has ended.
async fn ended(browser: &Browser, page: &Page) -> Page {
    for _ in 0..600 {
        let page = browser.get(page.location()).await.is(200);
        if !page.has("meta[http-equiv=refresh]") {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the import does not end");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_admins_let_files_in(pool: PgPool) {
    let portal = Portal::new(pool);
    for path in ["/imports", "/imports/new"] {
        portal.visitor().get(path).await.is(303);
        portal.member("Ani").await.get(path).await.is(404);
        portal.coordinator().await.get(path).await.is(403);
        portal.auditor().await.get(path).await.is(403);
        portal.admin().await.get(path).await.is(200);
    }
    let fields = [("columns", "own")];
    let post = async |browser: Browser| {
        browser
            .post_file("/imports", &fields, file(ROSTER.as_bytes()))
            .await
    };
    post(portal.visitor()).await.is(401);
    post(portal.member("Ani").await).await.is(404);
    post(portal.coordinator().await).await.is(403);
    let count: i64 = sqlx::query_scalar("select count(*) from organizations")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(count, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_row_is_in_or_told_with_its_line(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let roster = format!(
        "{ROSTER},,,,,DE,,,,,,,,,,,\n,<script>alert(1)</script>,,,,Atlantis<b>,,,,,,,,,,,\n"
    );
    let page = admin
        .post_file("/imports", &[("columns", "own")], file(roster.as_bytes()))
        .await
        .is(303);
    let page = ended(&admin, &page).await;
    assert_eq!(page.first("h1"), "Import of roster.csv");
    assert!(
        page.text().contains("Rows 6")
            && page.text().contains("New 4")
            && page.text().contains("Refused 2"),
        "{}",
        page.text()
    );
    assert!(!page.body.contains("<b>"));
    assert!(
        page.select("tbody tr")
            .iter()
            .any(|row| row.starts_with("7") && row.contains("Atlantis<b>"))
    );
    let report = admin
        .get(page.attribute("a[download]", "href"))
        .await
        .is(200);
    assert!(
        report.body.contains("6,Row refused,Name,"),
        "{}",
        report.body
    );
    assert!(
        report
            .body
            .contains("7,Row refused,Host country,Atlantis<b>,")
    );
    let viewed: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'personal_data_viewed'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(viewed, 1);
    // The same again: nothing is new.
    let page = admin
        .post_file("/imports", &[("columns", "own")], file(roster.as_bytes()))
        .await
        .is(303);
    let page = ended(&admin, &page).await;
    let text = page.text();
    assert!(
        text.contains("Unchanged 4") && text.contains("New 0"),
        "{text}"
    );
    let page = admin.get("/imports").await.is(200);
    assert_eq!(page.select("tbody tr").len(), 2);
    assert!(page.text().contains("Admin"));
    for language in ["ru", "ar"] {
        let admin = portal.admin().await.reading(language);
        admin.get("/imports").await.is(200);
        admin.get("/imports/new").await.is(200);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_trial_takes_nothing_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let fields = [("columns", "own"), ("dry_run", "yes")];
    let page = admin
        .post_file("/imports", &fields, file(ROSTER.as_bytes()))
        .await
        .is(303);
    let page = ended(&admin, &page).await;
    assert!(page.text().contains("nothing was taken over") && page.text().contains("New 4"));
    let page = portal.visitor().get("/directory").await.is(200);
    assert_eq!(page.first(".app-count"), "No organizations");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_cannot_be_read_is_told_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let wrong = async |fields: &[(&str, &str)], bytes: &[u8]| {
        let page = admin
            .post_file("/imports", fields, file(bytes))
            .await
            .is(422);
        page.wrong_fields()
    };
    // A good file has to be chosen again where something else is wrong.
    assert_eq!(wrong(&[], ROSTER.as_bytes()).await, ["columns", "file"]);
    assert_eq!(
        wrong(&[("columns", "upload")], ROSTER.as_bytes()).await,
        ["map", "file"]
    );
    assert_eq!(wrong(&[("columns", "own")], b"").await, ["file"]);
    assert_eq!(
        wrong(&[("columns", "own")], b"PK\x03\x04 a workbook").await,
        ["file"]
    );
    assert_eq!(wrong(&[("columns", "own")], b"a,b\n1,2\n").await, ["file"]);
    assert!(wrong(&[("columns", "ror")], b"a,b\n1,2\n").await.len() > 1);
    let page = admin.post("/imports", &[("columns", "own")]).await;
    assert_eq!(page.status, 415);
    // Nothing of it was begun.
    let page = admin.get("/imports").await.is(200);
    assert!(page.select("tbody tr").is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_map_of_ones_own_reads_any_register(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let boundary = "x-boundary-x";
    let map = "title = \"Register\"\n[columns]\nname = \"Titel\"\nhost_country = { constant = \"DE\" }\nidentifiers = { scheme = \"DE-CR\", column = \"Nr\" }\n";
    let csv = "Nr;Titel\n1;Verein Eins\n2;Verein Zwei\n";
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"columns\"\r\n\r\nupload\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"map\"; filename=\"m.toml\"\r\n\r\n{map}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"verein.csv\"\r\n\r\n{csv}\r\n--{boundary}--\r\n"
    );
    let request = http::Request::post("/imports")
        .header(
            "content-type",
            format!("multipart/form-data; boundary={boundary}"),
        )
        .header("sec-fetch-site", "same-origin")
        .body(axum::body::Body::from(body.clone()))
        .unwrap();
    let page = admin.ask(request).await.is(303);
    let page = ended(&admin, &page).await;
    assert!(page.text().contains("New 2") && page.text().contains("Register"));
    // Another site's page cannot do it for an admin.
    let request = http::Request::post("/imports")
        .header(
            "content-type",
            format!("multipart/form-data; boundary={boundary}"),
        )
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::from(body))
        .unwrap();
    admin.ask(request).await.is(403);
    arrange(&portal, "name,host_country\nAfter,DE\n").await;
}
