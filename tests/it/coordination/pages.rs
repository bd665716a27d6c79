//! Lists that are longer than a page say so, and lead on to the rest.

use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::joining::{add, group};
use crate::contributions::recorded;
use crate::initiatives::{begun, sent};
use crate::meetings::called;
use crate::portal::{Browser, Page, Portal};
use crate::teams::{of_home, owned};

/// How many `selector` finds on the page at this address, on the next one, and on the last: nothing leads on from that.
async fn on_two_pages(who: &Browser, path: &str, selector: &str) -> (usize, usize) {
    let count = |page: &Page| page.attributes(selector, "href").len();
    let first = who.get(path).await.is(200);
    assert!(!first.has("nav a[rel=prev]"));
    let next = first.attribute("nav a[rel=next]", "href");
    let second = who.get(&next).await.is(200);
    assert!(second.has("nav a[rel=prev]") && !second.has("nav a[rel=next]"));
    // What stands on the one does not stand on the other.
    let there = first.attributes(selector, "href");
    let more = second.attributes(selector, "href");
    assert!(more.iter().all(|it| !there.contains(it)));
    (count(&first), count(&second))
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn contributions_beyond_a_page_stand_on_the_next(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (_, number) = of_home(&portal, &home).await;
    let stated = [("evidence", "stated"), ("proof", "")];
    recorded(&ani, number, &stated).await.is(303);
    sqlx::query(
        "insert into contributions select (r).* from (
            select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'proof_sealed', null, 'evidence', 'stated')) as r
            from contributions c, generate_series(1, 26)) more",
    )
    .execute(portal.db_pool())
    .await
    .unwrap();
    let one = "main li a[href*='/contributions/']:not([href$='/proof'])";
    let path = format!("/home/organizations/{number}/contributions");
    assert_eq!(on_two_pages(&ani, &path, one).await, (25, 2));
    let found = on_two_pages(&board, "/desk/contributions", one).await;
    assert_eq!(found, (25, 2));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn proposals_beyond_a_page_stand_on_the_next(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (_, number) = of_home(&portal, &home).await;
    let initiatives = format!("/home/organizations/{number}/initiatives");
    for _ in 0..26 {
        let path = begun(&ani, &initiatives).await;
        sent(&ani, &path).await.is(303);
    }
    let one = "main th a[href*='/desk/proposals/']";
    let found = on_two_pages(&board, "/desk/proposals", one).await;
    assert_eq!(found, (25, 1));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn meetings_and_recommendations_beyond_a_page_stand_on_the_next(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (_, number) = of_home(&portal, &home).await;
    let council = group(&board, "Council of Choirs", "notice").await;
    add(&board, &council, number, &[]).await.is(303);
    called(&board, &council, &[]).await.is(303);
    sqlx::query(
        "insert into group_meetings select (r).* from (
            select jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(),
                'starts_local', m.starts_local + n * interval '1 day', 'starts_at', m.starts_at + n * interval '1 day')) as r
            from group_meetings m, generate_series(1, 26) n) more",
    )
    .execute(portal.db_pool())
    .await
    .unwrap();
    // The page of the group has the latest and leads to all; members see as many, and open the oldest.
    let page = board.get(&council).await.is(200);
    let of_desk = "main li a[href*='/desk/meetings/']";
    assert_eq!(page.attributes(of_desk, "href").len(), 10);
    let all = page.link("All meetings");
    assert_eq!(on_two_pages(&board, &all, of_desk).await, (25, 2));
    let path = format!("/home/organizations/{number}/meetings");
    let own = "main li a[href*='/meetings/']";
    assert_eq!(on_two_pages(&ani, &path, own).await, (25, 2));
    let last = ani.get(format!("{path}?page=2")).await.is(200);
    let oldest = last.attributes(own, "href").pop().unwrap();
    ani.get(&oldest).await.is(200);
    ani.get(&all).await.is(404);

    sqlx::query(
        "with items as (insert into group_meeting_items (id, meeting_id, position, title, kind, result, added_at)
            select gen_random_uuid(), m.id, 100 + n, 'Hymn book ' || n, 'recommendation', 'adopted', m.called_at
            from (select id, called_at from group_meetings limit 1) m, generate_series(1, 27) n returning id, added_at)
         insert into group_recommendations (item_id, made_at) select id, added_at from items",
    )
    .execute(portal.db_pool())
    .await
    .unwrap();
    let one = "main li a[href*='/desk/recommendations/']";
    let found = on_two_pages(&board, "/desk/recommendations", one).await;
    assert_eq!(found, (25, 2));
    let last = board.get("/desk/recommendations?page=2").await.is(200);
    board.get(last.attribute(one, "href")).await.is(200);
}
