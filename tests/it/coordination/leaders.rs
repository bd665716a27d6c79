//! Leaders: seen with their consent, and by few without.

use concord::actor::Actor;
use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::leader::{self, LeaderName, NewLeader, NewOffice, Term};
use concord::values::{Email, LanguageTag, Line, RegistryNumber};
use sqlx::PgPool;

use super::registered;
use crate::portal::Portal;

const NAME: &str = "Անի Սարգսեան";
const EMAIL: &str = "ani.sargsian@example.org";

async fn leader(portal: &Portal) -> (LeaderId, RegistryNumber) {
    let (organization, number) = registered(portal, "Nor Keank", "FR").await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse(NAME, 300).unwrap(),
            language: LanguageTag::parse("hyw").ok(),
        }],
        languages: Vec::new(),
        email: Email::parse(EMAIL).ok(),
        office: NewOffice {
            organization,
            title: Line::parse("President", 300).unwrap(),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: None,
            until: None,
            signs: false,
            term: Term::default(),
        },
        consent: None,
    };
    let id = leader::create(&mut tx, &Actor::System, new).await.unwrap();
    let _ = tx.commit().await.unwrap();
    (id, number)
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_is_public_from_their_consent_until_it_is_withdrawn(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number) = leader(&portal).await;
    let (visitor, coordinator) = (portal.visitor(), portal.coordinator().await);
    let public = format!("/leaders/{id}");
    let of = format!("/organizations/{number}");
    visitor.get(&public).await.is(404);
    assert!(!visitor.get(&of).await.is(200).body.contains(NAME));
    assert_eq!(db_public_names(&pool).await, 0);

    let leaders = format!("/desk/organizations/{number}/leaders");
    let page = coordinator.get(&leaders).await.is(200);
    assert!(page.text().contains(NAME) && page.text().contains(EMAIL));
    let consents = format!("{leaders}/{id}/consents");
    let fields = [
        ("public_page", "name"),
        ("public_page", "office"),
        ("means", "letter"),
    ];
    coordinator.post(&consents, &fields).await.is(303);
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains(NAME) && !page.body.contains(EMAIL));
    assert!(visitor.get(&of).await.is(200).body.contains(NAME));

    let withdrawal = format!("{leaders}/{id}/withdrawal");
    let all = [("what", "everything")];
    coordinator.post(&withdrawal, &all).await.is(303);
    visitor.get(&public).await.is(404);
    assert!(!visitor.get(&of).await.is(200).body.contains(NAME));
    assert_eq!(db_public_names(&pool).await, 0);
    coordinator.post(&withdrawal, &all).await.is(409);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_looks_at_leaders_is_on_record_and_few_may(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number) = leader(&portal).await;
    let leaders = format!("/desk/organizations/{number}/leaders");
    let consents = format!("{leaders}/{id}/consents");
    let means = [("public_page", "name"), ("means", "letter")];
    for (browser, looks, records) in [
        (portal.visitor(), 303, 401),
        (portal.member("Ani").await, 404, 404),
        (portal.admin().await, 404, 404),
        (portal.post_officer(&["LB"]).await, 404, 404),
        (portal.post_officer(&["FR"]).await, 200, 403),
        (portal.auditor().await, 200, 403),
    ] {
        browser.get(&leaders).await.is(looks);
        browser.post(&consents, &means).await.is(records);
    }
    // The post was shown nobody: nobody agreed to be shared with it.
    assert_eq!(db_viewings(&pool).await, 1);
}

/// How many leaders have their names in the clear.
async fn db_public_names(pool: &PgPool) -> i64 {
    sqlx::query_scalar("select count(*) from leaders where public_names is not null")
        .fetch_one(pool)
        .await
        .unwrap()
}

async fn db_viewings(pool: &PgPool) -> i64 {
    sqlx::query_scalar("select count(*) from history where act = 'personal_data_viewed'")
        .fetch_one(pool)
        .await
        .unwrap()
}
