//! Saved views and lanes: named, shared, retired, put in order; and the next case that comes from them.

use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{next, submitted};
use crate::portal::{Browser, Portal};

async fn save(browser: &Browser, query: &str, name: &str, shared: bool) {
    let page = browser
        .get(format!("/desk/views/new?{query}"))
        .await
        .is(200);
    let mut fields = vec![("name", name)];
    if shared {
        fields.push(("shared", "yes"));
    }
    page.submit(&fields).await.is(303);
}

async fn pin(browser: &Browser, name: &str) {
    let page = browser.get("/desk/views").await.is(200);
    let forms = page.forms("form[action$='/lane']");
    let names = page.select("form[action$='/lane'] button");
    let at = names.iter().position(|it| it.contains(name)).unwrap();
    browser.post(&forms[at].action, &[]).await.is(303);
}

async fn lanes(browser: &Browser) -> Vec<String> {
    let page = browser.get("/desk/views").await.is(200);
    page.select("ol.govuk-list--number > li > a")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_view_is_kept_as_the_program_writes_it_and_shown_to_whom_it_is_shared_with(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let (post, auditor) = (portal.post_officer(&["FR"]).await, portal.auditor().await);
    submitted(&portal, &ani, "Haus", "DE").await;
    submitted(&portal, &ani, "Maison", "FR").await;
    let hostile =
        "host=DE&kind=nonsense&held=%27%3Bdrop&order=name&column=host&evil=%3Cscript%3E&after=x";
    save(&board, hostile, "Germany", true).await;
    save(&board, "host=FR", "Mine alone", false).await;
    let kept: Vec<String> = sqlx::query_scalar("select query from desk_views order by id")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(kept, ["host=DE&order=name&column=host", "host=FR"]);

    let names = |page: crate::portal::Page| page.select(".app-side__link");
    assert_eq!(
        names(board.get("/desk/cases").await),
        ["Germany", "Mine alone"]
    );
    assert_eq!(names(chair.get("/desk/cases").await), ["Germany"]);
    assert_eq!(names(auditor.get("/desk/cases").await), ["Germany"]);
    assert!(names(post.get("/desk/cases").await).is_empty());
    let page = chair.get("/desk/cases").await.is(200);
    let view = page.attribute(".app-side__link", "href");
    let page = chair.get(&view).await.is(200);
    assert_eq!(page.select("tbody th a"), ["Haus"]);
    assert_eq!(page.select("thead th"), ["Case", "Host country"]);

    // Only its owner changes and retires it; a post keeps views for itself.
    let id: uuid::Uuid = sqlx::query_scalar("select id from desk_views order by id limit 1")
        .fetch_one(&pool)
        .await
        .unwrap();
    let path = format!("/desk/views/{id}");
    for (person, status) in [(&chair, 403), (&auditor, 403), (&post, 404), (&ani, 404)] {
        person.get(&path).await.is(status);
        person
            .post(&path, &[("name", "Other"), ("revision", "1")])
            .await
            .is(status);
        person
            .post(format!("{path}/retirement"), &[])
            .await
            .is(status);
    }
    auditor.get("/desk/views").await.is(200);
    auditor.get("/desk/views/new").await.is(403);
    let page = post.get("/desk/views/new?host=FR").await.is(200);
    assert!(!page.has("input[name=shared]"));
    page.submit(&[("name", "France"), ("shared", "yes")])
        .await
        .is(303);
    assert!(!names(chair.get("/desk/cases").await).contains(&"France".to_owned()));

    // A name once, and never none.
    let page = board.get("/desk/views/new").await.is(200);
    for name in ["", "germany", "\u{202E}x"] {
        let back = page.submit(&[("name", name)]).await.is(422);
        assert_eq!(back.wrong_fields(), ["name"], "{name}");
    }
    let page = board.get(&path).await.is(200);
    let (one, two) = tokio::join!(
        page.submit(&[("name", "Deutschland")]),
        page.submit(&[("name", "Allemagne")]),
    );
    let mut answers = [one.status.as_u16(), two.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    board.post(format!("{path}/retirement"), &[]).await.is(303);
    assert!(names(chair.get("/desk/cases").await).is_empty());
    board.get(&path).await.is(404);
    save(&board, "host=DE", "Germany", false).await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn lanes_have_an_order_and_the_next_case_comes_from_them(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let other = portal.person("Other", Role::Coordinator).await;
    let oldest = submitted(&portal, &ani, "Oldest", "IT").await;
    portal.wait(chrono::TimeDelta::minutes(1));
    let haus = submitted(&portal, &ani, "Haus", "DE").await;
    portal.wait(chrono::TimeDelta::minutes(1));
    let maison = submitted(&portal, &ani, "Maison", "FR").await;
    save(&board, "host=DE", "Germany", true).await;
    save(&board, "host=FR", "France", false).await;
    for name in ["Germany", "France"] {
        pin(&board, name).await;
    }
    assert_eq!(lanes(&board).await, ["Germany", "France"]);
    let page = board.get("/desk/views").await.is(200);
    let places = page.attributes("form[action$='/lane/place']", "action");
    for (to, expected) in [
        ("up", ["France", "Germany"]),
        ("up", ["France", "Germany"]),
        ("down", ["Germany", "France"]),
        ("up", ["France", "Germany"]),
    ] {
        board.post(&places[1], &[("to", to)]).await.is(303);
        assert_eq!(lanes(&board).await, expected, "{to}");
    }
    board.post(&places[1], &[("to", "sideways")]).await.is(404);
    // Two presses at once are one after the other.
    let (one, two) = tokio::join!(
        board.post(&places[1], &[("to", "down")]),
        board.post(&places[1], &[("to", "up")]),
    );
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303));
    board.post(&places[1], &[("to", "up")]).await.is(303);
    let desk = board.get("/desk").await.is(200);
    let counted = desk.text();
    assert!(counted.contains("France") && counted.contains("Germany"));

    let page = board.post("/desk/next", &[]).await.is(303);
    assert_eq!(page.location(), format!("/desk/cases/{maison}"));
    let page = page.follow().await.is(200);
    assert!(
        page.text().contains("in your lane “France”"),
        "{}",
        page.text()
    );
    // It is told to whoever was given it, and not to others.
    let page = other.get(format!("/desk/cases/{maison}")).await.is(200);
    assert!(!page.text().contains("in your lane"));
    assert_eq!(next(&portal, &board).await, Some(haus));
    let page = board.post("/desk/next", &[]).await.is(303).follow().await;
    assert!(
        page.text()
            .contains("No case is waiting in your lanes now.")
    );
    assert_eq!(next(&portal, &other).await, Some(oldest));

    // A colleague's lane goes when its owner stops sharing it.
    pin(&other, "Germany").await;
    assert_eq!(lanes(&other).await, ["Germany"]);
    let page = board.get("/desk/views").await.is(200);
    let own = page.attributes("main li p a[href^='/desk/views/']", "href");
    for path in own {
        board.post(format!("{path}/retirement"), &[]).await.is(303);
    }
    assert!(lanes(&other).await.is_empty() && lanes(&board).await.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_desk_has_twelve_lanes_and_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    for at in 0..13 {
        save(&board, "host=DE", &format!("View {at:02}"), false).await;
    }
    for at in 0..12 {
        pin(&board, &format!("View {at:02}")).await;
    }
    pin(&board, "View 12").await;
    assert_eq!(lanes(&board).await.len(), 12);
}
