//! The directory shows what was written in the next request, whichever server is asked.

use concord::config::WebConfig;
use concord::organization::{self, policy, standing};
use concord::search::{Directory, Filter};
use concord::values::{Prose, RegistryNumber, Standing};
use concord::web::{self, App};
use sqlx::PgPool;
use tower::ServiceExt as _;

use super::{ROSTER, arrange, listed};
use crate::portal::{Portal, URL};

async fn found(portal: &Portal, query: &str) -> Vec<String> {
    listed(
        &portal
            .visitor()
            .get(format!("/directory?{query}"))
            .await
            .is(200),
    )
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_change_shows_in_the_next_request(pool: PgPool) {
    let portal = Portal::new(pool);
    assert!(found(&portal, "q=hay").await.is_empty());
    arrange(&portal, ROSTER).await;
    assert_eq!(found(&portal, "q=hay").await, ["4-0", "1-5"]);
    // Renamed, and moved.
    arrange(
        &portal,
        &ROSTER
            .replace("Hay Dprots", "Aygestan")
            .replace("FR,Paris,AM", "DE,Bonn,AM"),
    )
    .await;
    assert_eq!(found(&portal, "q=hay").await, ["1-5"]);
    assert_eq!(found(&portal, "q=aygestan").await, ["4-0"]);
    assert_eq!(found(&portal, "q=bonn&host=DE").await, ["4-0"]);
    // In the order of names it stands where it belongs now.
    let order = found(&portal, "").await;
    assert_eq!(order, ["4-0", "2-3", "3-1", "1-5"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_change_of_what_a_name_means_shows_in_the_next_request(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let union = "q=%D1%81%D0%BE%D1%8E%D0%B7";
    assert!(found(&portal, union).await.is_empty());
    arrange(&portal, &ROSTER.replace("Hay Dprots", "Lyon Union")).await;
    assert_eq!(found(&portal, union).await, ["4-0"]);
    assert_eq!(found(&portal, &format!("{union}&host=DE")).await.len(), 0);
    arrange(&portal, &ROSTER.replace("Hay Dprots", "Lyon Zoo")).await;
    assert!(found(&portal, union).await.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_transaction_that_takes_long_is_not_missed(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    assert_eq!(found(&portal, "q=slow").await.len(), 0);
    // One begins to write first and lands last; the directory looks in between.
    let mut slow = portal.tx().await;
    sqlx::query("update organizations set name = 'Slow School' where number = 'CR-0000002-3'")
        .execute(&mut *slow)
        .await
        .unwrap();
    let mut fast = portal.tx().await;
    sqlx::query("update organizations set name = 'Fast School' where number = 'CR-0000004-0'")
        .execute(&mut *fast)
        .await
        .unwrap();
    let _ = fast.commit().await.unwrap();
    assert_eq!(found(&portal, "q=fast").await, ["4-0"]);
    assert_eq!(found(&portal, "q=slow").await.len(), 0);
    let _ = slow.commit().await.unwrap();
    assert_eq!(found(&portal, "q=slow").await, ["2-3"]);
    assert_eq!(found(&portal, "q=school").await.len(), 2);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_server_sees_what_another_wrote(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let app = App::new(portal.db().clone(), portal.documents(), WebConfig::at(URL));
    let second = web::router(app);
    let body = async || {
        let request = axum::http::Request::get("/directory?standing=suspended")
            .header("host", "127.0.0.1:8080")
            .body(axum::body::Body::empty())
            .unwrap();
        let response = second.clone().oneshot(request).await.unwrap();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20)
            .await
            .unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    };
    assert!(!body().await.contains("CR-0000001-5"));
    assert_eq!(found(&portal, "standing=suspended").await.len(), 0);
    let mut tx = portal.tx().await;
    let number = RegistryNumber::parse("CR-0000001-5").unwrap();
    let seen = organization::find_by_number(&mut tx, number)
        .await
        .unwrap()
        .unwrap();
    let can = policy::change_standing(&portal.chair().await.actor().await, &seen, None).unwrap();
    let why = Prose::parse("The accounts are missing.", 100).unwrap();
    standing::change(&mut tx, can, Standing::Suspended, None, &why)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
    assert!(body().await.contains("CR-0000001-5"));
    assert_eq!(found(&portal, "standing=suspended").await, ["1-5"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_server_that_has_not_read_the_directory_answers_alike(pool: PgPool) {
    use concord::search::{Cursor, Facet, Question, Sort};
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let directory = Directory::new(portal.db().clone());
    let mut read = portal.db().read().await.unwrap();
    for query in [
        "",
        "host=FR",
        // Letters alone: meaning waits for the index.
        "q=paris",
        "q=hay&host=DE",
        "kind=school&standing=due",
        "area=culture&area=education",
        "city=DE-Cologne",
        "city=FR-Paris&city=FR-Lyon&kind=school",
        "city=FR-Lyon&host=DE",
    ] {
        let filter = Filter::parse(query).unwrap();
        let question = Question {
            filter: &filter,
            sort: Sort::Name,
            cursor: Cursor::First,
            most: 20,
            facets: Facet::ALL,
        };
        let slow = directory
            .search_database(&mut read, &question)
            .await
            .unwrap();
        let fast = directory.search(&mut read, &question).await.unwrap();
        assert!(directory.index().is_ready());
        let numbers =
            |hits: &[concord::search::Hit]| hits.iter().map(|hit| hit.number).collect::<Vec<_>>();
        assert_eq!(
            numbers(&slow.listed.hits),
            numbers(&fast.listed.hits),
            "{query}"
        );
        assert_eq!(slow.count, fast.count, "{query}");
        for facet in Facet::ALL {
            assert_eq!(
                slow.facets.of(*facet),
                fast.facets.of(*facet),
                "{query} {facet:?}"
            );
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_roster_leaves_with_those_whom_the_page_shows(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let board = portal.coordinator().await;
    for query in [
        "q=georgain+scool",
        "q=%22hay+tun%22",
        "q=school&host=FR",
        // By meaning: a school of Georgians, and a society.
        "q=%D0%B3%D1%80%D1%83%D0%B7%D0%B8%D0%BD%D1%81%D0%BA%D0%B0%D1%8F+%D1%88%D0%BA%D0%BE%D0%BB%D0%B0",
        "q=society",
    ] {
        let page = listed(&board.get(format!("/rosters?{query}")).await.is(200));
        let file = board
            .get(format!("/rosters/organizations.csv?{query}"))
            .await
            .is(200);
        assert_eq!(file.body.lines().count(), page.len() + 1, "{query}");
        assert!(
            !page.is_empty()
                && page
                    .iter()
                    .all(|number| file.body.contains(&format!("CR-000000{number}")))
        );
    }
}
