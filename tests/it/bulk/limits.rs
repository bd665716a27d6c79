//! Five thousand organizations and no more, in a time that somebody waits for.

use std::time::{Duration, Instant};

use sqlx::PgPool;

use super::{db_organizations, form, group, planned, start, work};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn five_thousand_are_done_in_minutes_and_one_more_is_refused(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let board = portal.coordinator().await;
    db_organizations(&portal, 5_000).await;
    let id = group(&board, "Council").await;
    let fields = [("group", id.as_str()), ("role", "member")];
    let began = Instant::now();
    let path = planned(&board, "group", "host=DE", &fields).await;
    let page = board.get(&path).await.is(200);
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "looking took {:?}",
        began.elapsed()
    );
    assert!(
        page.text()
            .replace(',', "")
            .contains("Do it to 5000 organizations"),
        "{}",
        page.text()
    );
    assert_eq!(page.select("main tbody tr").len(), 100);
    start(&board, &path).await.is(303);
    let began = Instant::now();
    work(&portal).await;
    let took = began.elapsed();
    assert!(took < Duration::from_secs(180), "acting took {took:?}");
    let members: i64 = sqlx::query_scalar("select count(*) from group_members")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(members, 5_000);

    crate::coordination::registered(&portal, "One more", "DE").await;
    let page = form(&board, "group", "host=DE").await.is(200);
    assert!(page.text().contains("more than 5,000 organizations"));
    let wrong = page.submit(&fields).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["which"]);
    // Those that are ticked are another thing.
    let row = page.attributes("input[name=row]", "value").remove(0);
    let fields = [
        ("group", id.as_str()),
        ("role", "member"),
        ("which", "chosen"),
    ];
    let none = page.submit(&fields).await.is(422);
    assert_eq!(none.wrong_fields(), ["row"]);
    let ticked = [
        ("group", id.as_str()),
        ("role", "member"),
        ("which", "chosen"),
        ("row", row.as_str()),
    ];
    let path = page.submit(&ticked).await.is(303).location().to_owned();
    let page = board.get(&path).await.is(200);
    assert_eq!(page.select("main tbody tr").len(), 1);
}
