//! Likely duplicates of what a file brings: the rows come in, and each pair is the same, different, or not known yet.

use concord::roster::import::Counts;
use concord::values::{RegistryNumber, Standing};
use sqlx::PgPool;

use super::{at, found, judged, merged, undone};
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
    // Whoever brings it again by its old name is told where it went, and neither is changed.
    let again = "name,host_country,city,community\nДом армян,DE,Köln,Armenians\n";
    let counts = arrange(&portal, again).await;
    assert_eq!((counts.added, counts.updated, counts.unchanged), (0, 0, 1));
    assert_eq!(times(&counts, "roster-gave-way"), 1);
    let house = found(&portal, number("CR-0000001-5")).await;
    assert_eq!(house.community, None);
}

fn times(counts: &Counts, key: &str) -> u64 {
    let told = counts.reasons.iter().filter(|(why, _)| why.key == key);
    told.map(|(_, times)| times).sum()
}

/// Everything of an organization that a file could write.
async fn rows(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "select to_jsonb(o)::text from organizations o union all select to_jsonb(n)::text from organization_names n
         union all select to_jsonb(i)::text from organization_identifiers i order by 1",
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn no_file_writes_to_one_that_gave_way_or_through_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let there = "number,name,host_country,city,website,identifiers\n\
        CR-0000001-5,Haus der Armenier,DE,Köln,,DE-CR:VR 1\n\
        CR-0000002-3,Armenisches Haus,DE,Bonn,,DE-CR:VR 2\n";
    let unnumbered = "name,host_country,city\nChor Sayat Nova,DE,Bonn\nSayat-Nova-Chor,DE,Köln\n";
    arrange(&portal, there).await;
    assert_eq!(arrange(&portal, unnumbered).await.added, 2);
    let of = async |name: &str| -> RegistryNumber {
        let number: String = sqlx::query_scalar("select number from organizations where name = $1")
            .bind(name)
            .fetch_one(&pool)
            .await
            .unwrap();
        RegistryNumber::parse(&number).unwrap()
    };
    let choirs = (of("Chor Sayat Nova").await, of("Sayat-Nova-Chor").await);
    let board = portal.coordinator().await;
    let pair = (number("CR-0000001-5"), number("CR-0000002-3"));
    let page = merged(&board, pair, &[]).await;
    // The survivor takes the other's name and city: its own row would else look like a third choir.
    let taken = [("keep-names", "other"), ("keep-city", "other")];
    merged(&board, choirs, &taken).await;
    let before = rows(&pool).await;

    // By the number of the registry, by one of another register in whatever spelling, and as the same row again.
    for (file, told) in [
        ("number,name,host_country\nCR-0000002-3,Haus neu,DE\n", 1),
        (
            "name,host_country,city,website,identifiers\nHaus neu,DE,Bonn,https://neu.example.org,DE-CR:vr-2\n",
            1,
        ),
        (there, 1),
        (unnumbered, 1),
    ] {
        let counts = arrange(&portal, file).await;
        assert_eq!(
            (counts.added, counts.updated, counts.refused),
            (0, 0, 0),
            "{file}"
        );
        assert_eq!(times(&counts, "roster-gave-way"), told, "{file}");
        assert_eq!(rows(&pool).await, before, "{file}");
    }
    let admin = portal.admin().await;
    let import: String =
        sqlx::query_scalar("select id::text from imports order by id limit 1 offset 2")
            .fetch_one(&pool)
            .await
            .unwrap();
    let report = admin
        .get(format!("/imports/{import}/report.csv"))
        .await
        .is(200);
    assert!(
        report
            .body
            .contains("CR-0000002-3 gave way to CR-0000001-5"),
        "{}",
        report.body
    );
    // What the survivor's own row says is written to it, and the other's still is not.
    let own = "number,name,host_country\nCR-0000001-5,Haus der Armenier,DE\n";
    assert_eq!(arrange(&portal, own).await.refused, 0);
    undone(&page).await;
    for number in [pair.0, pair.1] {
        assert_eq!(found(&portal, number).await.standing, Standing::Good);
    }
    let changed = "number,name,host_country\nCR-0000002-3,Haus neu,DE\n";
    assert_eq!(
        arrange(&portal, changed).await.updated,
        1,
        "it is itself again"
    );
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
