//! The board fills an office that nobody holds, enters leaders, and finds those who are known, so that one person has one entry.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::somebody;
use crate::coordination::consents::{EMAIL, NAME, council};
use crate::coordination::registered;
use crate::portal::Portal;

/// An office as the form says it.
const OFFICE: &[(&str, &str)] = &[("title", "Secretary"), ("office", "secretary")];

pub(super) async fn office_of(portal: &Portal, id: concord::ids::LeaderId) -> String {
    sqlx::query_scalar(
        "select id::text from leader_offices where leader_id = $1 order by id limit 1",
    )
    .bind(id.uuid())
    .fetch_one(portal.db_pool())
    .await
    .unwrap()
}

pub(super) async fn count(portal: &Portal, what: &str) -> i64 {
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {what}")))
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

/// Nobody else presides there: those of its registration do other work.
pub(super) async fn alone(portal: &Portal, id: concord::ids::LeaderId) {
    sqlx::query(
        "update leader_offices set office = 'other', title = 'Adviser' where leader_id <> $1",
    )
    .bind(id.uuid())
    .execute(portal.db_pool())
    .await
    .unwrap();
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_act_beside_a_vacant_seat_fills_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let group = council(&one.board, one.number).await;
    let office = office_of(&portal, one.id).await;
    let path = format!("/desk/organizations/{}/offices/{office}", one.number);
    let page = one.board.get(&path).await.is(200);
    let until = [
        ("until-day", "30"),
        ("until-month", "11"),
        ("until-year", "2026"),
    ];
    page.submit_to(&path, &until).await.is(303);
    portal.wait(TimeDelta::days(10));
    let board = portal.coordinator().await;
    let succession = format!("{path}/succession");
    let seats = board.get("/desk/workbench/seats").await.is(200);
    assert!(
        seats.attributes("main a", "href").contains(&succession),
        "{}",
        seats.text()
    );
    let mut tx = portal.tx().await;
    concord::flag::keep(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    let flags = board.get("/desk/flags").await.is(200);
    let flag = flags.link("A seat in a group is empty");
    let flag = board.get(&flag).await.is(200);
    assert_eq!(flag.link("Say who comes into this office"), succession);
    let leaders = format!("/desk/organizations/{}/leaders", one.number);
    let list = board.get(&leaders).await.is(200);
    assert!(list.attributes("main a", "href").contains(&succession));

    // Whoever left is not asked about again, and two who fill it at once fill it once.
    let (page, other) = (
        board.get(&succession).await.is(200),
        board.get(&succession).await,
    );
    assert!(!page.has("#last-day") && page.text().contains("Nobody has held this office since"));
    let early = [
        ("name", "Nare"),
        ("first-day", "30"),
        ("first-month", "11"),
        ("first-year", "2026"),
    ];
    let wrong = page.submit_to(&succession, &early).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["first"]);
    page.submit_to(&succession, &[("name", "Nare Simonian")])
        .await
        .is(303);
    other
        .submit_to(&succession, &[("name", "Somebody Else")])
        .await
        .is(409);
    let list = board.get(&leaders).await.is(200);
    assert!(list.text().contains("Nare Simonian"));
    assert!(!list.attributes("main a", "href").contains(&succession));
    let seats = board.get("/desk/workbench/seats").await.is(200);
    assert!(!seats.attributes("main a", "href").contains(&succession));
    let seat = board
        .get(group.replacen("/groups", "/desk/groups", 1))
        .await
        .is(200);
    assert!(
        !seat.first("#seats ~ ul").contains("Empty"),
        "{}",
        seat.text()
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_held_an_office_that_stands_empty_may_come_back_into_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let (leaders, offices) = (
        count(&portal, "leaders").await,
        count(&portal, "leader_offices").await,
    );
    let office = office_of(&portal, one.id).await;
    let path = format!(
        "/desk/organizations/{}/offices/{office}/succession",
        one.number
    );
    let back = [("successor", &*one.id.to_string())];
    let last = [
        ("last-day", "24"),
        ("last-month", "11"),
        ("last-year", "2026"),
    ];
    let page = one.board.get(&path).await.is(200);
    let wrong = page
        .submit_to(&path, &[&last[..], &back[..]].concat())
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["successor"]);
    let edit = path.replace("/succession", "");
    let page = one.board.get(&edit).await.is(200);
    let until = [
        ("until-day", "24"),
        ("until-month", "11"),
        ("until-year", "2026"),
    ];
    page.submit_to(&edit, &until).await.is(303);
    portal.wait(TimeDelta::days(2));
    let board = portal.coordinator().await;
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &back).await.is(303);
    assert_eq!(count(&portal, "leaders").await, leaders);
    assert_eq!(count(&portal, "leader_offices").await, offices + 1);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_board_enters_a_leader_and_they_are_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let board = portal.coordinator().await;
    let leaders = format!("/desk/organizations/{number}/leaders");
    let new = format!("{leaders}/new");
    let page = board.get(&leaders).await.is(200);
    assert_eq!(page.link("Enter a leader"), new);
    let page = board.get(format!("{new}?office=secretary")).await.is(200);
    assert_eq!(page.value("title"), "Secretary");
    assert_eq!(
        page.attribute("input[name=office][checked]", "value"),
        "secretary"
    );
    let empty = board.get(&new).await.is(200);
    let empty = empty.submit_to(&new, &[]).await.is(422);
    assert_eq!(empty.wrong_fields(), ["name", "title", "office"]);
    let who = [
        ("name", "Նարէ Սիմոնեան"),
        ("name_language", "hyw"),
        ("email", "nare@example.org"),
    ];
    for (change, wrong) in [
        (("email", "nobody"), "email"),
        (("name", "a\u{202e}b"), "name"),
        (
            ("evidence_address", "javascript:alert(1)"),
            "evidence_address",
        ),
        (
            ("evidence_document", "0192f000-0000-7000-8000-000000000000"),
            "evidence_document",
        ),
        (
            ("successor", "0192f000-0000-7000-8000-000000000000"),
            "successor",
        ),
    ] {
        let mut fields = [&who[..], OFFICE].concat();
        fields.retain(|(name, _)| *name != change.0);
        fields.push(change);
        let page = page.submit_to(&new, &fields).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong], "{change:?}");
        assert_eq!(page.value("title"), "Secretary", "nothing is lost");
    }
    assert_eq!(count(&portal, "leaders").await, 0);
    let proof = [("evidence_address", "https://example.org/minutes")];
    let fields = [&who[..], OFFICE, &proof[..]].concat();
    let done = page.submit_to(&new, &fields).await.is(303);
    page.submit_to(&new, &fields).await.is(303);
    assert_eq!(
        count(&portal, "leaders").await,
        1,
        "a double click is one act"
    );
    let desk = board.get(done.location()).await.is(200);
    assert!(desk.text().contains("Said by the coordinating board"));
    let mut tx = portal.tx().await;
    concord::leader::tell(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::LeaderEntered, "nare@example.org")
    );
    portal.visitor().get(letter.link()).await.is(200);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_enter_a_leader_and_none_of_an_organization_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (organization, number) = registered(&portal, "Nor Keank", "FR").await;
    let new = format!("/desk/organizations/{number}/leaders/new");
    let fields = [&[("successor", "new"), ("name", "Nare")], OFFICE].concat();
    for (browser, looks, enters) in [
        (portal.visitor(), 303, 401),
        (portal.member("Ani").await, 404, 404),
        (portal.admin().await, 404, 404),
        (portal.post_officer(&["LB"]).await, 404, 404),
        (portal.post_officer(&["FR"]).await, 403, 403),
        (portal.auditor().await, 403, 403),
    ] {
        browser.get(&new).await.is(looks);
        browser.post(&new, &fields).await.is(enters);
    }
    let board = portal.coordinator().await;
    sqlx::query("insert into organization_team (organization_id, account_id, role, since) values ($1, $2, 'reader', now())")
        .bind(organization.uuid())
        .bind(board.actor().await.account().unwrap().uuid())
        .execute(&pool)
        .await
        .unwrap();
    board.get(&new).await.is(403);
    board.post(&new, &fields).await.is(403);
    assert_eq!(count(&portal, "leaders").await, 0);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn somebody_who_is_known_elsewhere_is_found_and_has_one_entry(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (leaders, offices) = (
        count(&portal, "leaders").await,
        count(&portal, "leader_offices").await,
    );
    portal.letters().await;
    let (_, other) = registered(&portal, "Nor Keank", "FR").await;
    let new = format!("/desk/organizations/{other}/leaders/new");
    let page = one.board.get(&new).await.is(200);
    let nobody = [("act", "look"), ("find", "Ingeborg Wilhelmsdottir")];
    let none = page.submit_to(&new, &nobody).await.is(422);
    assert_eq!(none.wrong_fields(), ["find"]);
    // In another script, and by how they are reached.
    for sought in ["Забелора Кешишян", EMAIL, NAME] {
        let found = page
            .submit_to(
                &new,
                &[("act", "look"), ("find", sought), ("title", "Kept")],
            )
            .await;
        let found = found.is(200);
        let label = found.text();
        assert!(
            label.contains(NAME) && label.contains(&one.number.to_string()),
            "{sought}: {label}"
        );
        assert_eq!(found.value("title"), "Kept");
    }
    // Whoever types her in anew is shown who she may be, once.
    let typed = [&[("name", NAME)], OFFICE].concat();
    let asked = page.submit_to(&new, &typed).await.is(422);
    assert_eq!(asked.wrong_fields(), ["successor"]);
    assert_eq!(asked.value("name"), NAME);
    assert!(asked.text().contains(&one.number.to_string()));
    assert_eq!(count(&portal, "leaders").await, leaders);
    let chosen = [("successor", &*one.id.to_string())];
    asked.submit_to(&new, &chosen).await.is(303);
    assert_eq!(count(&portal, "leaders").await, leaders);
    assert_eq!(count(&portal, "leader_offices").await, offices + 1);
    let letters = portal.letters().await;
    let told: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    assert_eq!(told, [(LetterKind::LeaderEntered, EMAIL)]);
    assert!(letters[0].text.contains("Nor Keank"));
    // The same office twice is a mistake; and somebody of the same name may be another.
    let page = one.board.get(&new).await.is(200);
    let again = page
        .submit_to(&new, &[&chosen[..], OFFICE].concat())
        .await
        .is(422);
    assert_eq!(again.wrong_fields(), ["successor"]);
    let asked = page.submit_to(&new, &typed).await.is(422);
    asked.submit_to(&new, &[("successor", "new")]).await.is(303);
    assert_eq!(count(&portal, "leaders").await, leaders + 1);
    let looked = "history where act = 'personal_data_viewed' and subject_number = ";
    assert!(
        count(&portal, &format!("{looked}'{other}'")).await >= 4,
        "that somebody looked is kept"
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_office_is_handed_to_somebody_who_is_known_elsewhere(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (elsewhere, _) = super::mergers::entered(&portal, "Levon Abelian", None).await;
    let leaders = count(&portal, "leaders").await;
    let office = office_of(&portal, one.id).await;
    let path = format!(
        "/desk/organizations/{}/offices/{office}/succession",
        one.number
    );
    let page = one.board.get(&path).await.is(200);
    let found = page
        .submit_to(&path, &[("act", "look"), ("find", "Abelian")])
        .await
        .is(200);
    let id = elsewhere.to_string();
    assert!(
        found
            .attributes("input[name=successor]", "value")
            .contains(&id)
    );
    let fields = [
        ("successor", &*id),
        ("last-day", "24"),
        ("last-month", "11"),
        ("last-year", "2026"),
    ];
    found.submit_to(&path, &fields).await.is(303);
    assert_eq!(count(&portal, "leaders").await, leaders);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_saw_an_older_office_is_shown_what_happened_and_loses_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let office = office_of(&portal, one.id).await;
    let path = format!("/desk/organizations/{}/offices/{office}", one.number);
    let (first, second) = (
        one.board.get(&path).await.is(200),
        one.board.get(&path).await,
    );
    first
        .submit_to(&path, &[("acting", "yes"), ("title", "Chairwoman")])
        .await
        .is(303);
    let proof = [("evidence_address", "https://example.org/minutes")];
    let told = second.submit_to(&path, &proof).await.is(409);
    assert!(
        told.text().contains("Somebody changed this office") && told.text().contains("Chairwoman")
    );
    assert_eq!(
        told.value("evidence_address"),
        proof[0].1,
        "nothing is lost"
    );
    let acting = "leader_offices where acting and evidence_address is null";
    assert_eq!(count(&portal, acting).await, 1);
    told.submit_to(&path, &[("acting", "yes"), ("title", "Chairwoman")])
        .await
        .is(303);
    let both = "leader_offices where acting and evidence_address is not null and title = 'Chairwoman' and office = 'president'";
    assert_eq!(count(&portal, both).await, 1);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_post_is_told_no_falsehood_and_nobody_asks_about_days_to_come(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let leaders = format!("/desk/organizations/{}/leaders", one.number);
    let post = portal.post_officer(&["DE"]).await;
    let page = post.get(&leaders).await.is(200);
    assert!(page.text().contains("has agreed to be shared with you"));
    assert!(
        !page
            .text()
            .contains("No leaders of this organization are known")
    );
    let public = format!("/organizations/{}/leaders", one.number);
    for day in ["9999-12-31", "2026-11-25", "0000-01-01"] {
        let page = portal.visitor().get(format!("{public}?on={day}")).await;
        assert_eq!(page.is(422).wrong_fields(), ["on"], "{day}");
    }
    portal
        .visitor()
        .get(format!("{public}?on=2026-11-24"))
        .await
        .is(200);
}
