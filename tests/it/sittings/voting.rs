//! Votes: who takes part, what a quorum is, and how a tie is broken.

use concord::values::TeamRole;
use sqlx::PgPool;

use super::{attend, board, called, close, count, item, result, vote};
use crate::deciding::is_in_review;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_belongs_to_the_organization_or_declares_an_interest_takes_no_part(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    // One of the board applied, another is named as its president by the address that they sign in with.
    let mut said = crate::cases::particulars("Own", "DE");
    said.people[0].email = concord::values::Email::parse(board.two.email()).ok();
    let case = crate::cases::draft(&portal, &board.three).await;
    crate::cases::submit(&portal, &board.three, case, &said).await;
    crate::cases::take(&portal, &board.one, case).await;
    let place = super::put_on(&portal, &board, &path, case).await;
    let page = board.chair.get(&path).await.is(200);
    for name in [
        "Judge Two (own organization)",
        "Judge Three (own organization)",
    ] {
        assert!(page.text().contains(name), "{name}: {}", page.text());
    }
    let fields = [("vote", "accepted"), ("why", "It is mine.")];
    for judge in [&board.two, &board.three] {
        judge.post(format!("{place}/vote"), &fields).await.is(403);
    }
    // Of their own case the applicant among them reads nothing.
    vote(&board.one, &place, "refused").await;
    let page = board.three.get(&place).await.is(200);
    assert!(
        page.text().contains("your own organization's")
            && !page.text().contains("Because it is so.")
    );
    let page = board.three.get(&path).await.is(200);
    assert!(!page.text().contains("Judge Two (own"));

    // Two of four are left, and three are asked for.
    count(&board.chair, &place, &[]).await.is(303);
    assert_eq!(result(&portal, case).await.as_deref(), Some("inquorate"));

    let ani = portal.member("Ani").await;
    let (other, place) = item(&portal, &board, &path, &ani, "Another").await;
    vote(&board.one, &place, "refused").await;
    for judge in [&board.two, &board.three] {
        vote(judge, &place, "accepted").await;
    }
    let page = board.one.get(&place).await.is(200);
    let recusal = format!("{place}/recusal");
    assert_eq!(
        page.submit_to(&recusal, &[("interest", "")])
            .await
            .is(422)
            .wrong_fields(),
        ["interest"]
    );
    page.submit_to(&recusal, &[("interest", "My cousin is its treasurer.")])
        .await
        .is(303);
    board
        .one
        .post(format!("{place}/vote"), &fields)
        .await
        .is(403);
    board
        .one
        .post(&recusal, &[("interest", "Again.")])
        .await
        .is(409);
    let page = board.two.get(&place).await.is(200);
    assert!(
        page.text()
            .contains("Judge One: declared an interest — My cousin is its treasurer.")
    );
    // Their vote does not count, and three are there without them.
    count(&board.chair, &place, &[]).await.is(303);
    assert_eq!(result(&portal, other).await.as_deref(), Some("accepted"));
    close(&board.chair, &path).await.is(303);
    assert!(is_in_review(&portal, case).await && !is_in_review(&portal, other).await);
    let minutes = board.three.get(format!("{path}/minutes")).await.is(200);
    assert!(minutes.text().contains("My cousin is its treasurer."));
    assert!(minutes.text().contains("No quorum"));
    // Judge Three reads of the case that is theirs that it was there, and not who voted what.
    let own = minutes.select(".app-minutes__item");
    assert!(
        own[0].contains("Own") && !own[0].contains("Because"),
        "{}",
        own[0]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_joins_the_organization_later_does_not_vote_either(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    for judge in [&board.one, &board.two, &board.three] {
        vote(judge, &place, "accepted").await;
    }
    sqlx::query(
        "insert into case_team (case_id, account_id, role, since) values ($1, $2, $3, now())",
    )
    .bind(case)
    .bind(board.three.account())
    .bind(TeamRole::Reader.code())
    .execute(portal.db_pool())
    .await
    .unwrap();
    count(&board.chair, &place, &[]).await.is(303);
    let page = board.one.get(&path).await.is(200);
    assert!(
        page.text().contains("Judge Three (own organization)"),
        "{}",
        page.text()
    );
    close(&board.chair, &path).await.is(303);
    let minutes = board.one.get(format!("{path}/minutes")).await.is(200);
    assert!(minutes.text().contains("Accept: 2"), "{}", minutes.text());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn without_a_quorum_a_case_waits(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    attend(&board, &path, &[&board.chair, &board.one]).await;
    vote(&board.one, &place, "accepted").await;
    // Who is not there does not vote.
    let fields = [("vote", "accepted"), ("why", "Yes.")];
    board
        .two
        .post(format!("{place}/vote"), &fields)
        .await
        .is(409);
    let old = board.one.get(&place).await.is(200);
    count(&board.chair, &place, &[]).await.is(303);
    assert_eq!(result(&portal, case).await.as_deref(), Some("inquorate"));
    // The vote was closed while somebody wrote: they see what happened, and nothing that they wrote is lost.
    for (part, fields) in [
        (
            "vote",
            &[("vote", "refused"), ("why", "On second thought.")][..],
        ),
        ("recusal", &[("interest", "On second thought.")][..]),
    ] {
        let late = old.submit_to(&format!("{place}/{part}"), fields).await;
        let text = late.is(409).text();
        assert!(text.contains("On second thought."), "{text}");
    }
    close(&board.chair, &path).await.is(303);
    assert!(is_in_review(&portal, case).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_chair_breaks_a_tie_and_has_no_other_vote(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (tied, place) = item(&portal, &board, &path, &ani, "Haus").await;
    let fields = [("vote", "accepted"), ("why", "Yes.")];
    board
        .chair
        .post(format!("{place}/vote"), &fields)
        .await
        .is(403);
    vote(&board.one, &place, "accepted").await;
    vote(&board.two, &place, "refused").await;
    // Another keeper has no casting vote: the tie stays one.
    let admin = portal.admin().await;
    let page = admin.get(&place).await.is(200);
    assert!(!page.has("input[name=casting]"));
    count(&admin, &place, &[("casting", "accepted")])
        .await
        .is(303);
    assert_eq!(result(&portal, tied).await.as_deref(), Some("tied"));
    let page = board.chair.get(&place).await.is(200);
    page.submit_to(&format!("{place}/reopening"), &[])
        .await
        .is(303);

    // For what nobody voted for it does not count.
    count(&board.chair, &place, &[("casting", "deferred")])
        .await
        .is(303);
    assert_eq!(result(&portal, tied).await.as_deref(), Some("tied"));
    board
        .chair
        .post(format!("{place}/reopening"), &[])
        .await
        .is(303);
    let fields = [("casting", "refused"), ("reason", "No such street.")];
    count(&board.chair, &place, &fields).await.is(303);
    assert_eq!(result(&portal, tied).await.as_deref(), Some("refused"));

    let (waits, place) = item(&portal, &board, &path, &ani, "Another").await;
    vote(&board.one, &place, "accepted").await;
    vote(&board.two, &place, "deferred").await;
    count(&board.chair, &place, &[]).await.is(303);
    assert_eq!(result(&portal, waits).await.as_deref(), Some("tied"));
    let (off, place) = item(&portal, &board, &path, &ani, "A third").await;
    vote(&board.one, &place, "deferred").await;
    count(&board.chair, &place, &[]).await.is(303);
    close(&board.chair, &path).await.is(303);
    assert_eq!(result(&portal, off).await.as_deref(), Some("deferred"));
    assert!(!is_in_review(&portal, tied).await);
    assert!(is_in_review(&portal, waits).await && is_in_review(&portal, off).await);
    let minutes = board.one.get(format!("{path}/minutes")).await.is(200);
    assert!(
        minutes.text().contains("Casting vote of the chair: Refuse"),
        "{}",
        minutes.text()
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn conditions_are_set_when_the_vote_is_closed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    let page = board.one.get(&place).await.is(200);
    let wrong = page.submit_to(&format!("{place}/vote"), &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["vote", "why"]);
    vote(&board.one, &place, "accepted_with_conditions").await;
    let wrong = count(&board.chair, &place, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["conditions", "conditions_due"]);
    let fields = [
        ("conditions", "Send the statutes."),
        ("conditions_due-day", "20"),
        ("conditions_due-month", "12"),
        ("conditions_due-year", "2026"),
    ];
    count(&board.chair, &place, &fields).await.is(303);
    // Not until a day that has passed.
    let now = portal.now();
    portal.wait(chrono::TimeDelta::days(40));
    let late = close(&portal.chair().await, &path).await.is(303);
    assert!(late.location().contains("?hindered="));
    portal.clock().set(now);
    close(&board.chair, &path).await.is(303);
    let page = ani.get(format!("/cases/{case}")).await.is(200);
    assert!(
        page.text().contains("Send the statutes."),
        "{}",
        page.text()
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_voted_for_a_refusal_takes_no_part_in_the_appeal(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    vote(&board.one, &place, "refused").await;
    count(&board.chair, &place, &[("reason", "No such street.")])
        .await
        .is(303);
    close(&board.chair, &path).await.is(303);
    let form = ani.get(format!("/cases/{case}/appeal")).await.is(200);
    form.submit(&[("why", "It is there.")]).await.is(303);
    let other = portal
        .person("Another Chair", concord::values::Role::Chair)
        .await;
    crate::cases::take(&portal, &other, case).await;
    let next = super::call(&board.chair, &board, &[("date-day", "15")])
        .await
        .is(303)
        .location()
        .to_owned();
    super::put_on(&portal, &board, &next, case).await;
    let page = board.two.get(&next).await.is(200);
    for name in [
        "Chair (had a part in the first decision)",
        "Judge One (had a part in the first decision)",
    ] {
        assert!(page.text().contains(name), "{name}: {}", page.text());
    }
    assert!(!page.text().contains("Judge Two ("));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_typed_it_in_from_paper_or_typed_along_takes_no_part(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let case = crate::cases::held(&portal, &ani, &board.one, "Haus").await;
    for (statement, typist) in [
        ("update cases set typed_by = $2 where id = $1", &board.two),
        (
            "insert into case_typists (case_id, account_id, since) values ($1, $2, now())",
            &board.three,
        ),
    ] {
        sqlx::query(statement)
            .bind(case)
            .bind(typist.account())
            .execute(&pool)
            .await
            .unwrap();
    }
    super::put_on(&portal, &board, &path, case).await;
    let page = board.one.get(&path).await.is(200);
    for name in ["Judge Two", "Judge Three"] {
        let recused = format!("{name} (typed it in from paper)");
        assert!(page.text().contains(&recused), "{}", page.text());
    }
}
