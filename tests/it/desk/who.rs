//! Who sees the desk, and who may do what there.

use concord::case::{Answer, Stage};
use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{decide, held, prose, seen, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_desk_is_not_there_for_those_who_have_none(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let other = portal.member("Other").await;
    for path in [
        "/desk".to_owned(),
        "/desk/cases".to_owned(),
        format!("/desk/cases/{id}"),
        format!("/desk/cases/{id}/decision"),
    ] {
        other.get(&path).await.is(404);
        let visitor = portal.visitor().get(&path).await;
        assert!(
            visitor.status == 401
                || visitor
                    .location
                    .as_deref()
                    .is_some_and(|to| to.starts_with("/sign-in")),
            "{path}: {}",
            visitor.status
        );
    }
    other
        .post(
            format!("/desk/cases/{id}/decision"),
            &[("answer", "accepted")],
        )
        .await
        .is(404);
    // Their own case they see, and do not decide.
    ani.post(
        format!("/desk/cases/{id}/decision"),
        &[("answer", "accepted")],
    )
    .await
    .is(403);
    ani.post(format!("/desk/cases/{id}/messages"), &[("body", "Hello.")])
        .await
        .is(404);
    ani.post("/desk/next", &[]).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn those_who_only_look_are_offered_nothing_and_may_do_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    for person in [portal.auditor().await, portal.admin().await] {
        let page = person.get(format!("/desk/cases/{id}")).await.is(200);
        assert!(!page.has("main form") && !page.has("a[href$='/decision']"));
        assert!(
            !person
                .get("/desk")
                .await
                .is(200)
                .has("form[action='/desk/next']")
        );
        for (step, fields) in [
            ("decision", vec![("answer", "accepted")]),
            ("hold", vec![]),
            ("release", vec![]),
            ("opinion", vec![("view", "supports")]),
            ("messages", vec![("body", "Hello.")]),
        ] {
            person
                .post(format!("/desk/cases/{id}/{step}"), &fields)
                .await
                .is(403);
        }
        person.post("/desk/next", &[]).await.is(403);
    }
    let case = seen(&portal, &board, id).await.unwrap();
    assert!(matches!(case.stage, Stage::InReview { .. }));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_decides_on_their_own_organization(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let id = held(&portal, &board, &chair, "Haus").await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(303);
    assert_eq!(page.location(), format!("/cases/{id}"));
    for step in ["decision", "hold", "release"] {
        board
            .post(
                format!("/desk/cases/{id}/{step}"),
                &[("answer", "accepted")],
            )
            .await
            .is(403);
    }
    board
        .post(format!("/desk/cases/{id}/messages"), &[("body", "Hello.")])
        .await
        .is(404);

    // Nor does whoever is on the team of the organization, whoever applied.
    let ani = portal.member("Ani").await;
    let other = held(&portal, &ani, &chair, "Other").await;
    decide(&portal, &chair, id, Answer::Accept).await;
    sqlx::query("update cases set organization_id = (select organization_id from cases where id = $1) where id = $2")
        .bind(id)
        .bind(other)
        .execute(&pool)
        .await
        .unwrap();
    board
        .post(
            format!("/desk/cases/{other}/decision"),
            &[("answer", "accepted")],
        )
        .await
        .is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_appeal_is_decided_by_another_chair(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board, chair) = (
        portal.member("Ani").await,
        portal.coordinator().await,
        portal.chair().await,
    );
    let id = held(&portal, &ani, &chair, "Haus").await;
    let refusal = Answer::Refuse {
        words: prose("Not this."),
    };
    decide(&portal, &chair, id, refusal).await;
    let mut tx = portal.tx().await;
    let case = concord::case::find(&mut tx, &ani.actor().await, id)
        .await
        .unwrap();
    let granted = concord::case::policy::appeal(&ani.actor().await, &case).unwrap();
    concord::case::appeal(&mut tx, granted, &prose("But yes."))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());

    let hold = format!("/desk/cases/{id}/hold");
    board.post(&hold, &[]).await.is(403);
    chair.post(&hold, &[]).await.is(403);
    let second = portal.person("Second Chair", Role::Chair).await;
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("But yes."), "{}", page.text());
    page.submit_to(&hold, &[]).await.is(303);
    let decision = format!("/desk/cases/{id}/decision");
    board
        .post(&decision, &[("answer", "accepted")])
        .await
        .is(403);
    chair
        .post(&decision, &[("answer", "accepted")])
        .await
        .is(403);
    second
        .post(&decision, &[("answer", "accepted")])
        .await
        .is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_colleague_lets_go_only_of_what_they_hold(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let first = portal.person("First", Role::Coordinator).await;
    let second = portal.person("Second", Role::Coordinator).await;
    let id = held(&portal, &ani, &first, "Haus").await;
    let release = format!("/desk/cases/{id}/release");
    second.post(&release, &[]).await.is(403);
    first.post(&release, &[]).await.is(303);
    let case = seen(&portal, &first, id).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    let other = submitted(&portal, &ani, "Other", "DE").await;
    let next = second.post("/desk/next", &[]).await.is(303);
    assert_ne!(next.location(), format!("/desk/cases/{other}"));
}
