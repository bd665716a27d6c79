//! From a list to the result: planned, done once, gone on with after a stop, told where something changed, and read by few.

use std::time::Duration;

use concord::bulk;
use sqlx::PgPool;

use super::{db_organizations, fates, group, pairs, planned, start, work};
use crate::coordination::registered;
use crate::duties::assign;
use crate::portal::Portal;

async fn count(portal: &Portal, query: &'static str) -> i64 {
    sqlx::query_scalar(query)
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_coordinator_is_assigned_to_a_list_after_a_look_and_pressed_twice_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let other = portal
        .person("Other", concord::values::Role::Coordinator)
        .await;
    let (_, there) = registered(&portal, "Already", "FR").await;
    let (_, moved) = registered(&portal, "Moved", "FR").await;
    registered(&portal, "Nobodys", "FR").await;
    registered(&portal, "Elsewhere", "DE").await;
    assign(&board, &format!("/desk/organizations/{there}"), &chair).await;
    let roster = board.get("/rosters?host=FR").await.is(200);
    let way = roster.attribute("a[href*='act=assign']", "href");
    let page = board.get(&way).await.is(200);
    assert!(page.text().contains("All 3 organizations of the list"));
    let wrong = page.submit(&[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["coordinator"]);
    let to = chair.account().to_string();
    let fields = [("coordinator", to.as_str())];
    let (one, two) = tokio::join!(page.submit(&fields), page.submit(&fields));
    let path = one.is(303).location().to_owned();
    assert_eq!(two.is(303).location(), path, "planned once");
    let plan = board.get(&path).await.is(200);
    assert_eq!(
        fates(&plan),
        pairs(&[
            ("Already", "So already"),
            ("Moved", "Will be done"),
            ("Nobodys", "Will be done"),
        ])
    );
    assert!(plan.text().contains("Do it to 2 organizations"));
    assert_eq!(
        work(&portal).await,
        0,
        "nothing is done before somebody says so"
    );

    // Somebody gives one away between the look and the act: it is told, and stays theirs.
    assign(&board, &format!("/desk/organizations/{moved}"), &other).await;
    let (one, two) = tokio::join!(start(&board, &path), start(&board, &path));
    for answer in [one, two] {
        answer.is(303);
    }
    let (a, b) = tokio::join!(bulk::keep(portal.db()), bulk::keep(portal.db()));
    assert!(a.is_ok() && b.is_ok());
    let done = board.get(&path).await.is(200);
    assert_eq!(
        fates(&done),
        pairs(&[
            ("Already", "So already"),
            ("Moved", "Not done: changed since it was planned"),
            ("Nobodys", "Done"),
        ])
    );
    let acts =
        "select count(*) from history where act = 'coordinator_assigned' and bulk_id is not null";
    assert_eq!(count(&portal, acts).await, 1);
    let story = board
        .get("/desk/organizations/".to_owned() + &moved.to_string())
        .await;
    assert!(!story.text().contains("as part of an act on many"));

    // What came to nothing is planned again, and now it is so.
    let again = board.post(format!("{path}/again"), &[]).await.is(303);
    let again = again.location().to_owned();
    let plan = board.get(&again).await.is(200);
    assert_eq!(fates(&plan), pairs(&[("Moved", "Will be done")]));
    start(&board, &again).await.is(303);
    work(&portal).await;
    let done = board.get(&again).await.is(200);
    assert_eq!(fates(&done), pairs(&[("Moved", "Done")]));
    let nothing = board.post(format!("{again}/again"), &[]).await.is(303);
    assert_eq!(nothing.location(), again);
    let begun = "select count(*) from history where act in ('bulk_begun', 'bulk_done')";
    assert_eq!(count(&portal, begun).await, 4);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn killed_half_way_it_goes_on_where_it_stood_and_does_nothing_twice(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    db_organizations(&portal, 240).await;
    let id = group(&board, "Council").await;
    let fields = [("group", id.as_str()), ("role", "member")];
    let path = planned(&board, "group", "host=DE", &fields).await;
    start(&board, &path).await.is(303);
    assert!(bulk::batch(portal.db()).await.unwrap());
    let some = "select count(*) from bulk_rows where fate = 'done'";
    assert_eq!(count(&portal, some).await, 50);
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("50 of 240 are through"));
    // Cut off at any moment, again and again.
    let mut cut = 0;
    loop {
        let time = Duration::from_millis(20 + 15 * cut);
        match tokio::time::timeout(time, bulk::keep(portal.db())).await {
            // What was cut off lets go of its lock a moment later: until then there is nothing to do for others.
            Ok(done) => {
                done.unwrap();
                let over = "select count(*) from bulk_acts where state = 'done'";
                if count(&portal, over).await == 1 {
                    break;
                }
            }
            Err(_) => cut += 1,
        }
    }
    assert!(cut > 0, "it was never cut off");
    let members = "select count(*) from group_members";
    assert_eq!(count(&portal, members).await, 240);
    let acts =
        "select count(*) from history where act = 'group_member_added' and bulk_id is not null";
    assert_eq!(count(&portal, acts).await, 240);
    let ended = "select count(*) from history where act = 'bulk_done'";
    assert_eq!(count(&portal, ended).await, 1);
    assert_eq!(count(&portal, some).await, 240);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_result_is_read_by_whoever_did_it_a_chair_and_an_admin(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let other = portal
        .person("Other", concord::values::Role::Coordinator)
        .await;
    registered(&portal, "=HYPERLINK(\"x\")", "FR").await;
    let chair = portal.chair().await;
    let to = other.account().to_string();
    let path = planned(&board, "assign", "host=FR", &[("coordinator", to.as_str())]).await;
    let csv = format!("{path}/result.csv");
    for (who, status) in [
        (&board, 200),
        (&chair, 200),
        (&portal.admin().await, 200),
        (&other, 404),
        (&portal.auditor().await, 404),
        (&portal.post_officer(&["FR"]).await, 404),
        (&portal.member("Ani").await, 404),
    ] {
        assert_eq!(who.get(&path).await.status, status);
        assert_eq!(who.get(&csv).await.status, status);
    }
    let file = board.get(&csv).await.is(200);
    assert!(file.body.contains("\"'=HYPERLINK("), "{}", file.body);
    assert!(file.body.contains("Will be done"));
    // Only whoever planned it begins it; and left, it is not begun any more.
    start(&chair, &path).await.is(403);
    start(&other, &path).await.is(404);
    assert!(
        other
            .get("/desk/bulk")
            .await
            .is(200)
            .text()
            .contains("Nothing was done")
    );
    assert!(
        chair
            .get("/desk/bulk")
            .await
            .is(200)
            .has(&format!("a[href='{path}']"))
    );
    board.post(format!("{path}/drop"), &[]).await.is(303);
    start(&board, &path).await.is(303);
    assert_eq!(work(&portal).await, 0);
    for (who, status) in [
        (portal.member("Ani").await, 404),
        (portal.auditor().await, 403),
        (portal.admin().await, 403),
        (portal.post_officer(&["FR"]).await, 403),
    ] {
        let page = who.get("/desk/bulk/new?act=flag").await;
        assert_eq!(page.status, status);
        assert_eq!(
            who.post("/desk/bulk", &[("act", "flag")]).await.status,
            status
        );
        let roster = who.get("/rosters").await;
        assert!(!roster.has("a[href*='/desk/bulk/new']"));
    }
    board.get("/desk/bulk/new?act=closing").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_lost_their_role_does_nothing_more(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let board = portal.coordinator().await;
    db_organizations(&portal, 60).await;
    let id = group(&board, "Council").await;
    let fields = [("group", id.as_str()), ("role", "member")];
    let path = planned(&board, "group", "host=DE", &fields).await;
    start(&board, &path).await.is(303);
    assert!(bulk::batch(portal.db()).await.unwrap());
    sqlx::query("update accounts set role = 'member' where id = $1")
        .bind(board.account())
        .execute(&pool)
        .await
        .unwrap();
    work(&portal).await;
    let fates = "select count(*) from bulk_rows where fate = 'no_right'";
    assert_eq!(count(&portal, fates).await, 10);
    let chair = portal.chair().await;
    let page = chair.get(&path).await.is(200);
    assert!(page.text().contains("Not done: this is not yours to do"));
}
