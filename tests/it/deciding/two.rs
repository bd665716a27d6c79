//! Two who decide: what the first proposes, and what the second makes of it.

use concord::case::{self, Stage, Way, policy};
use concord::ids::CaseId;
use concord::notice::LetterKind;
use concord::outcome;
use concord::values::Role;
use sqlx::PgPool;

use super::{is_in_review, propose, rule_for_all};
use crate::cases::{held, seen, submitted, take};
use crate::portal::{Browser, Portal};

/// A case that two decide, in the hands of the first.
async fn begun(portal: &Portal, ani: &Browser, first: &Browser) -> CaseId {
    rule_for_all(portal, Way::Two).await;
    held(portal, ani, first, "Haus").await
}

async fn two(portal: &Portal) -> (Browser, Browser, Browser) {
    (
        portal.member("Ani").await,
        portal.person("First Judge", Role::Coordinator).await,
        portal.person("Second Judge", Role::Coordinator).await,
    )
}

/// The applicant, the first and a second, and a case whose acceptance the first proposed.
async fn proposed(portal: &Portal) -> ([Browser; 3], CaseId) {
    portal.ignore_letters();
    let (ani, first, second) = two(portal).await;
    let id = begun(portal, &ani, &first).await;
    propose(&first, id, &[("answer", "accepted")]).await;
    ([ani, first, second], id)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_one_proposes_and_another_confirms_is_decided_once_with_its_effect(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, first, second) = two(&portal).await;
    let quiet = portal.person("Quiet Judge", Role::Coordinator).await;
    let form = quiet.get("/account/letters").await.is(200);
    let page = quiet.post(
        form.attribute("main form", "action"),
        &[("pace", "at_once")],
    );
    page.await.is(303);
    let id = begun(&portal, &ani, &first).await;
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);

    let form = first
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    assert!(form.text().contains("Two people decide such a case."));
    propose(
        &first,
        id,
        &[
            ("answer", "accepted_with_conditions"),
            ("conditions", "Send the statutes."),
            ("conditions_due-day", "8"),
            ("conditions_due-month", "12"),
            ("conditions_due-year", "2026"),
        ],
    )
    .await;
    assert!(is_in_review(&portal, id).await);
    // To the other colleague, who wants it; not to the one who does not, nor to the applicant.
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::SecondWanted);
    assert_eq!(letter.to, second.email());
    assert_eq!(letter.link(), format!("/desk/cases/{id}"));

    let page = ani.get(format!("/cases/{id}")).await.is(200);
    for word in ["ropos", "statutes", "second"] {
        assert!(!page.text().contains(word), "{word}: {}", page.text());
    }
    let queue = first.get("/desk/cases?held=second").await.is(200);
    assert!(queue.text().contains("Haus") && queue.text().contains("Waits for a second person"));

    // It waits for a second person, not for the board; and for the colleague, not for whoever proposed it.
    let cells = queue.select("tbody td");
    let second_person = cells.iter().any(|it| it.starts_with("A second person"));
    assert!(second_person, "{cells:?}");
    for (person, waits) in [(&second, true), (&first, false)] {
        let desk = person.get("/desk").await.is(200);
        assert_eq!(desk.has("#second"), waits);
        let list = person.get("/desk/cases?held=my-second").await.is(200);
        assert_eq!(list.text().contains("Haus"), waits);
    }
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    let text = page.text();
    assert!(text.contains("A second person"), "{text}");
    assert!(
        text.contains("First Judge") && text.contains("Send the statutes."),
        "{text}"
    );
    assert!(!page.has("a[href$='/decision']"));
    let page = page
        .submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("CR-0000001-") && page.text().contains("Send the statutes."));
    assert!(page.text().contains("Proposal confirmed"));
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, &*letter.to),
        (LetterKind::AcceptedWithConditions, ani.email())
    );
    let queue = first.get("/desk/cases?held=second").await.is(200);
    assert!(!queue.text().contains("Haus"));

    let row: (String, i64, i64, bool) = sqlx::query_as(
        "select p.ending, (select count(*) from case_decisions), (select count(*) from organizations), p.decision_id is not null
         from case_proposals p",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(row, ("confirmed".to_owned(), 1, 1, true));
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!page.text().contains("ropos"), "{}", page.text());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn never_the_same_person_twice_and_nobody_without_a_part_in_deciding(pool: PgPool) {
    let portal = Portal::new(pool);
    let ([ani, first, second], id) = proposed(&portal).await;
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    let proposal = page.value("proposal");
    let fields = [("proposal", &*proposal), ("words", "No.")];
    for part in ["confirmation", "disagreement"] {
        let path = format!("/desk/cases/{id}/{part}");
        for (who, status) in [
            (&first, 403),
            (&portal.auditor().await, 403),
            (&portal.admin().await, 403),
            (&portal.post_officer(&["DE"]).await, 403),
            (&portal.post_officer(&["FR"]).await, 404),
            (&ani, 403),
            (&portal.member("Stranger").await, 404),
        ] {
            who.post(&path, &fields).await.is(status);
        }
    }
    let path = format!("/desk/cases/{id}/retraction");
    second.post(&path, &fields).await.is(403);
    // Whoever proposed does not decide beside it either.
    let path = format!("/desk/cases/{id}/decision");
    first.post(&path, &[("answer", "accepted")]).await.is(409);
    second.post(&path, &[("answer", "accepted")]).await.is(409);
    assert!(is_in_review(&portal, id).await);
    // Through the back door: one decision is not enough here.
    let other = submitted(&portal, &ani, "Another", "PT").await;
    take(&portal, &first, other).await;
    let mut tx = portal.tx().await;
    let actor = first.actor().await;
    let case = case::find(&mut tx, &actor, other).await.unwrap();
    let granted = policy::decide(&actor, &case).unwrap();
    let denied = case::decide(&mut tx, granted, case::Answer::Accept).await;
    assert!(matches!(denied, Err(concord::Error::Denied(_))));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_disagrees_says_why_and_the_first_reads_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, first, second) = two(&portal).await;
    let id = begun(&portal, &ani, &first).await;
    propose(
        &first,
        id,
        &[("answer", "refused"), ("reason", "No such street.")],
    )
    .await;
    assert_eq!(portal.letters().await.len(), 2);
    let form = second
        .get(format!("/desk/cases/{id}/disagreement"))
        .await
        .is(200);
    assert!(form.text().contains("No such street."));
    let page = form.submit(&[("words", " ")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["words"]);
    let page = form
        .submit(&[("words", "The street is there.")])
        .await
        .is(303);
    assert!(
        !page
            .follow()
            .await
            .is(200)
            .has("form[action$='/confirmation']")
    );
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, &*letter.to),
        (LetterKind::SecondDisagrees, first.email())
    );
    let page = first.get(format!("/desk/cases/{id}")).await.is(200);
    let text = page.text();
    assert!(
        text.contains("The street is there.") && text.contains("Second Judge"),
        "{text}"
    );
    assert!(is_in_review(&portal, id).await && page.has("a[href$='/decision']"));
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!page.text().contains("street"));
    // Another proposal, by the other way round.
    propose(&second, id, &[("answer", "accepted")]).await;
    let page = first.get(format!("/desk/cases/{id}")).await.is(200);
    page.submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(303);
    assert!(!is_in_review(&portal, id).await);
    portal.ignore_letters();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_first_takes_it_back_and_another_proposal_is_not_confirmed_unread(pool: PgPool) {
    let portal = Portal::new(pool);
    let ([_, first, second], id) = proposed(&portal).await;
    let read = second.get(format!("/desk/cases/{id}")).await.is(200);
    let page = first.get(format!("/desk/cases/{id}")).await.is(200);
    let back = format!("/desk/cases/{id}/retraction");
    let page = page
        .submit_to(&back, &[])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.has("a[href$='/decision']"));
    propose(&first, id, &[("answer", "refused"), ("reason", "No.")]).await;
    let late = read
        .submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(409);
    assert!(
        late.text().contains("Proposal taken back"),
        "{}",
        late.text()
    );
    assert!(is_in_review(&portal, id).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_confirm_at_once_one_lands_and_the_other_sees_what_happened(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ([_, _, second], id) = proposed(&portal).await;
    let third = portal.person("Third Judge", Role::Coordinator).await;
    let path = format!("/desk/cases/{id}");
    let (one, two) = tokio::join!(second.get(&path), third.get(&path));
    let path = format!("/desk/cases/{id}/confirmation");
    let (one, two) = tokio::join!(one.submit_to(&path, &[]), two.submit_to(&path, &[]));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let (late, winner) = match one.status.as_u16() {
        409 => (one, "Third Judge"),
        _ => (two, "Second Judge"),
    };
    assert!(late.text().contains(winner), "{}", late.text());
    let counts: (i64, i64) = sqlx::query_as(
        "select (select count(*) from case_decisions), (select count(*) from organizations)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(counts, (1, 1));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_that_is_withdrawn_overtakes_the_proposal(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ([ani, _, second], id) = proposed(&portal).await;
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    let form = ani.get(format!("/cases/{id}/withdrawal")).await.is(200);
    form.submit(&[]).await.is(303);
    page.submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(409);
    let ending: String = sqlx::query_scalar("select ending from case_proposals")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(ending, "overtaken");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_proposal_is_finished_as_it_was_begun_unless_a_session_has_to_decide_by_then(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let ([ani, first, second], id) = proposed(&portal).await;
    let confirmation = format!("/desk/cases/{id}/confirmation");
    let early = second.get(format!("/desk/cases/{id}")).await.is(200);
    rule_for_all(&portal, Way::Session).await;
    early.submit_to(&confirmation, &[]).await.is(409);
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(!page.has("form[action$='/confirmation']"));
    assert!(page.text().contains("this cannot be confirmed any more"));
    assert!(page.has("a[href$='/disagreement']"));
    // Only changes can be asked for by one; the form offers nothing else.
    let other = held(&portal, &ani, &first, "Another").await;
    let form = first
        .get(format!("/desk/cases/{other}/decision"))
        .await
        .is(200);
    assert_eq!(
        form.attributes("input[name=answer]", "value"),
        ["changes_requested"]
    );
    let page = form.submit(&[("answer", "accepted")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["answer"]);

    rule_for_all(&portal, Way::One).await;
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    page.submit_to(&confirmation, &[]).await.is(303);
    assert!(!is_in_review(&portal, id).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_answers_under_another_rule_than_their_page_said_is_asked_again(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, first, _) = two(&portal).await;
    let id = begun(&portal, &ani, &first).await;
    let form = first
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    rule_for_all(&portal, Way::One).await;
    let fields = [("answer", "refused"), ("reason", "My careful words.")];
    let page = form.submit(&fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["answer"]);
    assert_eq!(page.value("reason"), "My careful words.");
    assert!(is_in_review(&portal, id).await);
    page.submit(&[]).await.is(303);
    let case = seen(&portal, &first, id).await.unwrap();
    assert!(matches!(case.stage, Stage::Refused { .. }));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn changes_are_asked_for_by_one(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, first, _) = two(&portal).await;
    let id = begun(&portal, &ani, &first).await;
    let form = first
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    form.submit(&[
        ("answer", "changes_requested"),
        ("changes", "Say where you are."),
        ("changes_due-day", "8"),
        ("changes_due-month", "12"),
        ("changes_due-year", "2026"),
    ])
    .await
    .is(303);
    let case = seen(&portal, &first, id).await.unwrap();
    assert!(matches!(case.stage, Stage::ChangesRequested { .. }));
    let proposals: i64 = sqlx::query_scalar("select count(*) from case_proposals")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(proposals, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn both_who_refused_judge_no_appeal_which_one_other_chair_does(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let one = portal.person("Chair One", Role::Chair).await;
    let two = portal.person("Chair Two", Role::Chair).await;
    let three = portal.person("Chair Three", Role::Chair).await;
    rule_for_all(&portal, Way::Two).await;
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    take(&portal, &one, id).await;
    propose(
        &one,
        id,
        &[("answer", "refused"), ("reason", "No such street.")],
    )
    .await;
    let page = two.get(format!("/desk/cases/{id}")).await.is(200);
    page.submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(303);
    let form = ani.get(format!("/cases/{id}/appeal")).await.is(200);
    form.submit(&[("why", "It is there.")]).await.is(303);
    for chair in [&one, &two] {
        let page = chair.get(format!("/desk/cases/{id}")).await.is(200);
        assert!(!page.has("form[action$='/hold']"));
        chair
            .post(format!("/desk/cases/{id}/hold"), &[])
            .await
            .is(403);
        let desk = chair.get("/desk").await.is(200);
        let next = desk.submit_to("/desk/next", &[]).await.is(303);
        assert_eq!(next.location(), "/desk");
    }
    take(&portal, &three, id).await;
    let case = seen(&portal, &three, id).await.unwrap();
    assert_eq!(case.way, Way::One);
    let mut tx = portal.tx().await;
    let actor = three.actor().await;
    let granted = policy::decide(&actor, &case).unwrap();
    let verdict = case::decide(&mut tx, granted, case::Answer::Accept)
        .await
        .unwrap();
    outcome::apply(&mut tx, verdict).await.unwrap();
    drop(tx.commit().await.unwrap());
    assert!(!is_in_review(&portal, id).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_confirms_a_condition_whose_day_has_passed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, first, _) = two(&portal).await;
    let id = begun(&portal, &ani, &first).await;
    let fields = [
        ("answer", "accepted_with_conditions"),
        ("conditions", "Send the statutes."),
        ("conditions_due-day", "1"),
        ("conditions_due-month", "12"),
        ("conditions_due-year", "2026"),
    ];
    propose(&first, id, &fields).await;
    let second = portal.person("Second Judge", Role::Coordinator).await;
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    let proposal = page.value("proposal");
    portal.wait(chrono::TimeDelta::days(8));
    let second = portal.person("Second Judge", Role::Coordinator).await;
    second
        .post(
            format!("/desk/cases/{id}/confirmation"),
            &[("proposal", &proposal)],
        )
        .await
        .is(409);
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("The day of a condition has passed"));
    assert!(!page.has("form[action$='/confirmation']"));
    assert!(is_in_review(&portal, id).await);
}
