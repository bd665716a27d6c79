//! Linking by hand: any two that somebody finds, once, with a reason, and as the radar's own links are.

use concord::ids::InitiativeId;
use concord::initiative::WantSide;
use concord::radar;
use concord::values::Need;
use sqlx::PgPool;

use super::{close, french, led, state};
use crate::duties::seat;
use crate::portal::Portal;
use crate::teams::{of_home, owned};
use crate::workbench::initiative;

const NEED: (WantSide, Need) = (WantSide::Need, Need::Money);

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn another_is_looked_for_linked_for_a_reason_read_from_both_sides_and_let_go(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let fund = initiative(&portal, "Fund for books", "DE", NEED).await;
    let library = initiative(&portal, "Library on wheels", "FR", NEED).await;
    let path = format!("/desk/initiatives/{library}/links");
    board.get(&path).await.is(200);
    let found = board.get(format!("{path}?q=fund")).await.is(200);
    assert_eq!(found.select("main .app-results h2 a"), ["Fund for books"]);
    let none = board.get(format!("{path}?q=zzz%25%3Cb%3E")).await.is(200);
    assert!(none.text().contains("No other initiative matches"));
    let chosen = board
        .get(found.attribute("main .app-results h2 a", "href"))
        .await
        .is(200);
    let wrong = chosen.submit_to(&path, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["link", "link_words"]);
    let fields = [("link", "follows-other"), ("link_words", "It bought them.")];
    let wrong = chosen
        .submit_to(&path, &[("link", "eats-one"), fields[1]])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["link"]);
    assert!(
        wrong.body.contains("It bought them."),
        "nothing typed is lost"
    );
    chosen.submit_to(&path, &fields).await.is(303);
    let of_library = board.get(format!("/desk/initiatives/{library}")).await;
    let of_library = of_library.is(200).text();
    assert!(
        of_library.contains("It is followed by Fund for books"),
        "{of_library}"
    );
    let of_fund = board.get(format!("/desk/initiatives/{fund}")).await.is(200);
    assert!(of_fund.text().contains("It follows Library on wheels"));
    // Author and reason stand at the pair, where it is taken back.
    let pair = of_fund.link("why (Library on wheels)");
    let text = portal.chair().await.get(&pair).await.is(200).text();
    assert!(text.contains("It bought them.") && text.contains("Coordinator"));
    assert!(!text.contains("0 of 100"));
    let with = fund.to_string();
    let twice = [("with", with.as_str()), fields[0], fields[1]];
    let again = board.post(&path, &twice).await.is(422);
    assert!(again.text().contains("linked already"));
    assert_eq!(again.link("See what was said of the two"), pair);
    board
        .post(
            format!("{pair}/link/ending"),
            &[("unlink_words", "Wrong one.")],
        )
        .await
        .is(303);
    assert_eq!(state(&pool).await, ["stale"], "nobody ever suggested it");
    let acts: Vec<String> = sqlx::query_scalar(
        "select act from history where act like 'initiatives_%linked' order by at, id",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let (linked, unlinked) = ("initiatives_linked", "initiatives_unlinked");
    assert_eq!(acts, [linked, linked, unlinked, unlinked]);
    // From the other side, and the other way round: the same sentence.
    let path = format!("/desk/initiatives/{fund}/links");
    let library = library.to_string();
    let fields = [
        ("with", library.as_str()),
        ("link", "follows-one"),
        ("link_words", "Yes."),
    ];
    board.post(&path, &fields).await.is(303);
    let page = board.get(format!("/desk/initiatives/{fund}")).await.is(200);
    assert!(page.text().contains("It follows Library on wheels"));
    page.link("Link to another initiative");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_linked_by_hand_is_suggested_no_more_and_what_was_dismissed_stays_so(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (.., path) = close(&portal).await;
    let board = portal.coordinator().await;
    let ids: Vec<InitiativeId> = sqlx::query_scalar("select id from initiatives order by id")
        .fetch_all(&pool)
        .await
        .unwrap();
    let links = format!("/desk/initiatives/{}/links", ids[1]);
    let page = board.get(&links).await.is(200);
    let with = format!("{links}?with={}", ids[0]);
    assert!(
        page.attributes("main a", "href").contains(&with),
        "the radar's own come first"
    );
    let other = ids[0].to_string();
    let fields = [
        ("with", other.as_str()),
        ("link", "part_of-one"),
        ("link_words", "One school."),
    ];
    board.post(&links, &fields).await.is(303);
    let mut tx = portal.tx().await;
    for id in &ids {
        radar::look(&mut tx, *id).await.unwrap();
    }
    drop(tx.commit().await.unwrap());
    assert_eq!(state(&pool).await, ["linked"]);
    assert!(!board.get("/desk/radar").await.has("main .app-results a"));
    board
        .post(format!("{path}/link/ending"), &[("unlink_words", "No.")])
        .await
        .is(303);
    assert_eq!(state(&pool).await, ["suggested"], "it comes close as ever");
    board
        .post(
            format!("{path}/dismissal"),
            &[("dismiss_words", "Nothing.")],
        )
        .await
        .is(303);
    let page = board.post(&links, &fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["link"]);
    assert!(page.body.contains("One school."));
    assert_eq!(state(&pool).await, ["dismissed"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_links_what_they_carry_or_a_thing_to_itself_and_others_find_no_page(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let own = led(&portal, &home, &french()).await;
    let other = initiative(&portal, "Choir", "DE", NEED).await;
    let path = format!("/desk/initiatives/{own}/links");
    let fields = |with: InitiativeId| {
        [
            ("with", with.to_string()),
            ("link", "duplicates-one".to_owned()),
            ("link_words", "The same.".to_owned()),
        ]
    };
    let send = async |browser: &crate::portal::Browser, with| {
        let fields = fields(with);
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        browser.post(&path, &fields).await
    };
    let page = send(&board, own).await.is(422);
    assert_eq!(page.wrong_fields(), ["q"]);
    let page = send(&board, InitiativeId::fresh()).await.is(422);
    assert_eq!(page.wrong_fields(), ["q"]);
    for (browser, status) in [
        (portal.visitor(), 303),
        (portal.member("Vahan").await, 404),
        (portal.post_officer(&["FR"]).await, 404),
        (portal.auditor().await, 403),
        (portal.admin().await, 403),
    ] {
        browser.get(&path).await.is(status);
    }
    send(&portal.auditor().await, other).await.is(403);
    seat(&portal, of_home(&portal, &home).await, &board).await;
    send(&board, other).await.is(403);
    assert!(state(&pool).await.is_empty(), "nothing is left behind");
    send(&portal.chair().await, other).await.is(303);
    assert_eq!(state(&pool).await, ["linked"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_link_the_same_at_once_one_lands_and_the_other_is_told(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let one = initiative(&portal, "Choir", "DE", NEED).await;
    let other = initiative(&portal, "Singers", "DE", NEED).await;
    let (here, there) = (
        format!("/desk/initiatives/{one}/links"),
        format!("/desk/initiatives/{other}/links"),
    );
    let (this, that) = (one.to_string(), other.to_string());
    let words = ("link_words", "They sing together.");
    let first = [("with", that.as_str()), ("link", "part_of-one"), words];
    let second = [("with", this.as_str()), ("link", "supports-one"), words];
    let (first, second) = tokio::join!(board.post(&here, &first), chair.post(&there, &second));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
    assert_eq!(state(&pool).await, ["linked"]);
    let told: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'initiatives_linked'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(told, 2, "one act, once for each of the two");
}
