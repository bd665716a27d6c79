//! Likely duplicates of what a file brings: the rows come in, and each pair is the same, different, or not known yet.

use concord::values::{RegistryNumber, Standing};
use sqlx::PgPool;

use super::{at, found, judged};
use crate::directory::arrange;
use crate::portal::Portal;

const THERE: &str = "number,name,host_country,city,website,identifiers\n\
    CR-0000001-5,Haus der Armenier,DE,Köln,,DE-CR:VR 1\n\
    CR-0000002-3,Chor Sayat Nova,DE,Bonn,https://chor.example.org,\n";

/// The first is the house in other letters, the second a like name elsewhere, the third nobody's.
const FILE: &str = "name,host_country,city,website\n\
    Дом армян,DE,Köln,\n\
    Chor Sajat Nowa,DE,Bonn,https://www.chor.example.org/start\n\
    Kegelverein Frohsinn,DE,Aachen,\n";

fn number(text: &str) -> RegistryNumber {
    RegistryNumber::parse(text).unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_looks_alike_comes_in_and_is_told(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    assert_eq!(arrange(&portal, THERE).await.added, 2);
    let counts = arrange(&portal, FILE).await;
    assert_eq!(
        (counts.added, counts.refused),
        (3, 0),
        "all of them come in"
    );
    let told: u64 = counts
        .reasons
        .iter()
        .filter(|(why, _)| why.key == "roster-looks-like")
        .map(|(_, times)| times)
        .sum();
    assert_eq!(told, 2);

    let admin = portal.admin().await;
    let id: String = sqlx::query_scalar(
        "select id::text from imports order by started_at desc, id desc limit 1",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    let import = format!("/imports/{id}");
    let page = admin.get(&import).await.is(200);
    let text = page.text();
    assert!(
        text.contains("2 pairs wait") && text.contains("Дом армян"),
        "{text}"
    );
    assert!(text.contains("Haus der Armenier") && !text.contains("Kegelverein Frohsinn CR"));
    let report = admin.get(format!("{import}/report.csv")).await.is(200);
    assert!(
        report.body.contains("It looks like CR-0000001-5"),
        "{}",
        report.body
    );

    // Said to be different from the page of the import: back there, and not asked again.
    let form = "main form[action$='CR-0000002-3/likenesses']";
    let back = page
        .submit_form(form, &[("verdict", "different")])
        .await
        .is(303);
    assert_eq!(back.location(), format!("{import}#pairs"));
    let page = admin.get(&import).await.is(200);
    assert!(page.text().contains("1 pair waits") && !page.has(form));
    // The same file again brings nothing new, and no pair a second time.
    assert_eq!(arrange(&portal, FILE).await.unchanged, 3);
    let pairs: i64 = sqlx::query_scalar("select count(*) from likenesses")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(pairs, 2);
    // The other is the same: side by side, and settled by that.
    let page = admin
        .get(page.link("The same: merge (Дом армян)"))
        .await
        .is(200);
    let page = page.submit(&[("reason", "One house.")]).await.is(200);
    page.submit(&[("confirmed", "yes")]).await.is(303);
    let page = admin.get(&import).await.is(200);
    assert!(!page.has("#pairs"), "all are settled");
    // Whoever brings it again by its old name or number means the one that goes on.
    let again = "name,host_country,city,community\nДом армян,DE,Köln,Armenians\n";
    let counts = arrange(&portal, again).await;
    assert_eq!((counts.added, counts.updated, counts.refused), (0, 1, 0));
    let house = found(&portal, number("CR-0000001-5")).await;
    assert_eq!(house.community.as_deref(), Some("Armenians"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_said_is_said_once(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    arrange(&portal, THERE).await;
    let board = portal.coordinator().await;
    let page = board
        .get(at(number("CR-0000001-5"), "mergers"))
        .await
        .is(200);
    assert!(page.text().contains("Nothing in the registry looks like"));
    // Two that are nothing alike can be judged too, and nobody is changed by it.
    let pair = (number("CR-0000001-5"), number("CR-0000002-3"));
    judged(&board, pair, "different").await.is(303);
    judged(&board, pair, "different").await.is(303);
    let acts: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'likeness_judged'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(acts, 2, "once on each side");
    assert_eq!(found(&portal, pair.0).await.standing, Standing::Good);
}
