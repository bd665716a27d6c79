//! The story of a leader: a president changes, and the seat, the invitations and the public page follow; a consent is withdrawn, and
//! the name is gone from everywhere in the next request.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::{Somebody, somebody};
use crate::coordination::consents::{EMAIL, NAME, agree, council};
use crate::portal::{Browser, Portal};

const NEXT: &str = "Nare Simonian";
const HONOUR: &str = "Order of the Bridge";

/// Every place that strangers and programs read, and those files that leave the building.
fn places(one: &Somebody, group: &str) -> Vec<String> {
    let (id, number) = (one.id, one.number);
    let query = "%7B%22q0%22%3A%7B%22query%22%3A%22Zabelora%22%7D%7D";
    vec![
        format!("/leaders/{id}"),
        format!("/leaders/{id}/claim"),
        format!("/organizations/{number}"),
        format!("/organizations/{number}/leaders?on=2026-11-24"),
        format!("/organizations/{number}/map"),
        format!("{group}/map"),
        group.to_owned(),
        "/".to_owned(),
        "/directory?q=Zabelora".to_owned(),
        "/directory/suggestions?q=Zabelora".to_owned(),
        "/countries/DE".to_owned(),
        "/countries/DE/map".to_owned(),
        "/sitemap.xml".to_owned(),
        format!("/api/v1/organizations/{number}"),
        "/api/v1/organizations?q=Zabelora".to_owned(),
        "/api/reconcile/suggest/entity?prefix=Zabelora".to_owned(),
        format!("/api/reconcile?queries={query}"),
    ]
}

/// In which of these a reader finds her.
async fn shown(reader: &Browser, places: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for place in places {
        let body = reader.get(place).await.body;
        if ["Zabelora Q", EMAIL, HONOUR]
            .iter()
            .any(|it| body.contains(it))
        {
            found.push(place.clone());
        }
    }
    found
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn withdrawn_she_is_gone_from_everywhere_in_the_next_request(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let group = council(&one.board, one.number).await;
    let honour = [
        ("honour-0-title", HONOUR),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Gazette"),
    ];
    one.board_says(&honour).await.is(303);
    let all = places(&one, &group);
    let reader = portal.member("Reader").await;
    assert!(shown(&reader, &all).await.is_empty(), "before");
    let what = ["name", "office", "contact", "honours"].map(|it| ("public_page", it));
    agree(&one.board, one.number, one.id, &what).await;
    let there = shown(&reader, &all).await;
    for place in [0, 1, 2, 3, 6] {
        assert!(there.contains(&all[place]), "with consent: {}", all[place]);
    }
    let page = reader.get(&all[0]).await.is(200);
    let json = page.first("script[type='application/ld+json']");
    assert!(json.contains(NAME) && json.contains(HONOUR) && json.contains(EMAIL));
    // One field, and then the name, by her own hand.
    let withdrawal = format!("{}/withdrawal", one.link);
    let visitor = portal.visitor();
    visitor
        .post(&withdrawal, &[("what", "public_page.honours")])
        .await
        .is(303);
    assert!(!reader.get(&all[0]).await.is(200).body.contains(HONOUR));
    visitor
        .post(&withdrawal, &[("what", "public_page.name")])
        .await
        .is(303);
    assert!(shown(&reader, &all).await.is_empty(), "withdrawn");
    reader.get(&all[0]).await.is(404);
    let admin = portal.admin().await;
    let file = admin.get("/rosters/organizations.csv").await.is(200);
    assert!(file.body.contains("Haus") && !file.body.contains("Zabelora"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_president_changes_and_seat_invitations_page_and_team_follow(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    let group = council(&one.board, one.number).await;
    let (desk, invitees) = (format!("/desk{group}"), format!("/desk{group}/invitees"));
    let of = format!("/organizations/{}", one.number);
    let what = [
        ("public_page", "name"),
        ("public_page", "office"),
        ("invitations", "name"),
        ("invitations", "contact"),
    ];
    agree(&one.board, one.number, one.id, &what).await;
    for page in [&desk, &invitees] {
        assert!(
            one.board.get(page).await.is(200).text().contains(NAME),
            "{page}"
        );
    }
    let office: String =
        sqlx::query_scalar("select id::text from leader_offices where leader_id = $1")
            .bind(one.id.uuid())
            .fetch_one(&pool)
            .await
            .unwrap();
    let path = format!(
        "/desk/organizations/{}/offices/{office}/succession",
        one.number
    );
    let fields = [
        ("last-day", "30"),
        ("last-month", "11"),
        ("last-year", "2026"),
        ("successor", "new"),
        ("name", NEXT),
        ("name_language", "en"),
        ("email", "nare@example.net"),
    ];
    let form = one.board.get(&path).await.is(200);
    form.submit_to(&path, &fields).await.is(303);
    portal.wait(TimeDelta::days(7));
    let (visitor, board) = (portal.visitor(), portal.coordinator().await);
    // The seat is hers, and nobody is named or invited before she agrees.
    let seat = board.get(&desk).await.is(200);
    let taken = "Taken by somebody who is not named in public";
    assert!(
        seat.text().contains(taken) && !seat.body.contains(NAME),
        "{}",
        seat.text()
    );
    for page in [&invitees, &of, &group] {
        let body = board.get(page).await.is(200).body;
        assert!(!body.contains(NAME) && !body.contains(NEXT), "{page}");
    }
    // The team says more of the new president, and nothing of the one who left.
    let owner = portal.member("Ani").await;
    owner.get(&one.team).await.is(404);
    let leaders = format!("/home/organizations/{}/leaders", one.number);
    let page = owner.get(&leaders).await.is(200);
    let forms = page.attributes("main a[href$='/profile']", "href");
    assert!(!forms.contains(&one.team));
    let next: String = sqlx::query_scalar("select id::text from leaders order by id desc limit 1")
        .fetch_one(&pool)
        .await
        .unwrap();
    let hers = forms.iter().find(|it| it.contains(&next)).unwrap();
    let form = owner.get(hers).await.is(200);
    form.submit_to(hers, &[("country-0", "GE")]).await.is(303);
    for part in ["invitations", "public_page"] {
        let path = format!("/desk/organizations/{}/leaders/{next}/consents", one.number);
        let fields = [(part, "name"), (part, "office"), ("means", "letter")];
        board.post(&path, &fields).await.is(303);
    }
    for page in [&desk, &invitees, &of, &group] {
        let body = board.get(page).await.is(200).body;
        assert!(body.contains(NEXT) && !body.contains(NAME), "{page}");
    }
    let page = visitor.get(format!("/leaders/{}", one.id)).await.is(200);
    assert!(page.text().contains("former"));
    let then = visitor
        .get(format!("{of}/leaders?on=2026-11-30"))
        .await
        .is(200);
    assert!(then.text().contains(NAME) && !then.text().contains(NEXT));
}
