//! Groups: creating one, and putting organizations into it.

use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::registered;
use crate::portal::{Browser, Portal};

/// A council, as a coordinator creates it; its page at the desk.
async fn council(coordinator: &Browser) -> String {
    let page = coordinator.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "council"),
        ("name-0-text", "Council of Schools"),
        ("name-0-language", "en"),
        ("name-1-text", "مجلس المدارس"),
        ("name-1-language", "ar"),
        ("name-0-purpose", "Curricula and examinations."),
    ];
    let page = page.submit(&fields).await.is(303);
    page.location().to_owned()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_coordinator_creates_a_group_adds_an_organization_and_everybody_sees_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let coordinator = portal.coordinator().await;
    let at_desk = council(&coordinator).await;
    let page = coordinator.get(&at_desk).await.is(200);
    let typed = number.to_string().to_lowercase();
    let fields = [("number", typed.as_str()), ("role", "chair")];
    let action = format!("{at_desk}/members");
    let page = page.submit_to(&action, &fields).await.is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Nor Keank"), "{}", page.text());
    assert!(page.text().contains("Member added to a group"));

    let public = at_desk.replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Nor Keank"), "{}", page.text());
    assert!(page.has("script[type='application/ld+json']"));
    let arabic = portal.visitor().reading("ar").get(&public).await.is(200);
    assert_eq!(arabic.first("h1"), "مجلس المدارس");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_same_organization_is_not_added_twice_and_the_field_says_so(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let coordinator = portal.coordinator().await;
    let at_desk = council(&coordinator).await;
    let number = number.to_string();
    let action = format!("{at_desk}/members");
    let fields = [("number", number.as_str()), ("role", "member")];
    coordinator.post(&action, &fields).await.is(303);
    let again = coordinator.post(&action, &fields).await.is(422);
    assert_eq!(again.wrong_fields(), ["number"]);
    let unknown = [("number", "CR-0009999-1"), ("role", "")];
    let page = coordinator.post(&action, &unknown).await.is(422);
    assert_eq!(page.wrong_fields(), ["number", "role"]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_organization_is_put_into_a_group_at_its_own_page_and_taken_out_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let coordinator = portal.coordinator().await;
    let at_desk = council(&coordinator).await;
    let id = at_desk.rsplit('/').next().unwrap();
    let of = format!("/desk/organizations/{number}");
    let form = coordinator.get(format!("{of}/memberships")).await.is(200);
    let page = form
        .submit(&[("group", id), ("role", "member")])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(
        page.text().contains("Council of Schools"),
        "{}",
        page.text()
    );
    let ending = page.attributes("form[action$='/ending']", "action");
    assert_eq!(ending.len(), 1);
    let page = coordinator
        .post(&ending[0], &[])
        .await
        .is(303)
        .follow()
        .await;
    assert!(page.is(200).text().contains("Member removed from a group"));
    coordinator.post(&ending[0], &[]).await.is(409);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_form_with_mistakes_comes_back_with_all_of_them(pool: PgPool) {
    let portal = Portal::new(pool);
    let coordinator = portal.coordinator().await;
    let fields = [
        ("name-0-text", ""),
        ("name-1-text", "Совет"),
        ("host-0", "XX"),
    ];
    let page = coordinator.post("/desk/groups", &fields).await.is(422);
    let wrong = page.wrong_fields();
    for field in ["name-0-text", "name-1-language", "kind", "host-0"] {
        assert!(wrong.iter().any(|it| it == field), "{field} in {wrong:?}");
    }
    assert_eq!(page.value("name-1-text"), "Совет");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_board_groups_the_auditor_looks_and_others_see_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let at_desk = council(&portal.coordinator().await).await;
    let of = format!("/desk/organizations/{number}");
    let auditor = portal.auditor().await;
    for path in ["/desk/groups", at_desk.as_str(), of.as_str()] {
        auditor.get(path).await.is(200);
    }
    auditor.get("/desk/groups/new").await.is(403);
    auditor
        .post(format!("{at_desk}/members"), &[])
        .await
        .is(403);
    auditor.post(format!("{of}/memberships"), &[]).await.is(403);
    auditor.post(format!("{of}/coordinator"), &[]).await.is(403);
    auditor.post(format!("{of}/initiatives"), &[]).await.is(403);
    let member = portal.member("Ani").await;
    for path in ["/desk/groups", at_desk.as_str(), of.as_str()] {
        member.get(path).await.is(404);
    }
    let post = portal.post_officer(&["LB"]).await;
    post.get(&of).await.is(404);
    portal.post_officer(&["FR"]).await.get(&of).await.is(200);
}

/// What is said of a group, as a coordinator changes it.
async fn put_into(board: &Browser, group: &str, parent: &str) -> crate::portal::Page {
    let path = format!("{group}/facts");
    let page = board.get(&path).await.is(200);
    let id = parent.rsplit('/').next().unwrap_or_default();
    page.submit_to(&path, &[("parent", id)]).await
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn groups_are_nested_say_what_they_are_in_each_language_and_close_no_circle(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    let (one, two) = (council(&board).await, council(&board).await);
    let three = council(&board).await;
    let path = format!("{one}/facts");
    let page = board.get(&path).await.is(200);
    let fields = [
        ("kind", "working-group"),
        ("name-1-terms", "نجتمع مرتين في السنة."),
        ("name-0-terms", "We meet twice a year."),
        ("areas", "culture"),
        ("host-0", "DE"),
        ("host-1", "FR"),
    ];
    page.submit_to(&path, &fields).await.is(303);
    // Whoever saw it before changes nothing over that.
    page.submit_to(&path, &[("kind", "programme")])
        .await
        .is(409);
    put_into(&board, &one, &two).await.is(303);
    put_into(&board, &two, &three).await.is(303);
    let public = |at: &str| at.replacen("/desk", "", 1);
    let page = portal.visitor().get(public(&one)).await.is(200);
    let text = page.text();
    for there in [
        "We meet twice a year.",
        "Working group",
        "Germany",
        "France",
    ] {
        assert!(text.contains(there), "{there} in {text}");
    }
    assert!(
        page.has(&format!("a[href='{}']", public(&two)))
            && page.has(&format!("a[href='{}']", public(&three)))
    );
    let page = portal.visitor().get(public(&two)).await.is(200);
    assert!(page.has(&format!("#parts ~ ul a[href='{}']", public(&one))));
    let arabic = portal
        .visitor()
        .reading("ar")
        .get(public(&one))
        .await
        .is(200);
    assert!(arabic.text().contains("نجتمع مرتين"));

    for (inner, outer) in [(&three, &one), (&three, &two), (&two, &one)] {
        let wrong = put_into(&board, inner, outer).await.is(422);
        assert_eq!(wrong.wrong_fields(), ["parent"]);
    }
    // Itself is not offered.
    put_into(&board, &one, &one).await.is(422);
    portal.auditor().await.get(&path).await.is(403);
    portal.member("Ani").await.get(&path).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn of_two_who_put_two_groups_into_each_other_at_once_one_lands(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    for _ in 0..5 {
        let (one, two) = (council(&board).await, council(&board).await);
        let (first, second) =
            tokio::join!(put_into(&board, &one, &two), put_into(&board, &two, &one));
        let mut both = [first.status.as_u16(), second.status.as_u16()];
        both.sort_unstable();
        assert_eq!(both, [303, 422]);
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_joins_a_group_that_is_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let board = portal.coordinator().await;
    let at_desk = council(&board).await;
    let path = format!("{at_desk}/facts");
    let page = board.get(&path).await.is(200);
    let early = super::ending::end(
        &board,
        &at_desk,
        "2020-03-01".parse().unwrap(),
        "It is done.",
    );
    let wrong = early.await.is(422);
    assert_eq!(wrong.wrong_fields(), ["last"]);
    let long_ago = [("started_on-year", "2019")];
    page.submit_to(&path, &long_ago).await.is(303);
    let day = "2020-03-01".parse().unwrap();
    super::ending::end(&board, &at_desk, day, "It is done.")
        .await
        .is(303);
    let number = number.to_string();
    let fields = [("number", number.as_str()), ("role", "member")];
    let wrong = board
        .post(format!("{at_desk}/members"), &fields)
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["number"]);
    assert!(
        portal
            .visitor()
            .get(at_desk.replacen("/desk", "", 1))
            .await
            .text()
            .contains("This group has ended")
    );
    assert!(
        !board
            .get("/desk/groups")
            .await
            .body
            .contains("Council of Schools")
    );
}
