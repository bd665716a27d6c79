//! A hand-over that was a mistake, undone: the former office goes on, whoever came never held theirs, and seats, invitations and letters
//! follow back. What was changed since is told, and then nothing is undone.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::entering::{alone, count, office_of};
use super::mergers::{entered, merger, send};
use super::{Somebody, somebody};
use crate::coordination::consents::{EMAIL, NAME, council};
use crate::coordination::registered;
use crate::meetings::{called, follow, newest_leader};
use crate::portal::{Browser, Letter, Page, Portal};

const NEXT: &str = "Levon Abelian";
const NEW: &str = "levon.abelian@example.org";
const WHY: &str = "It was the club <next> door.";

/// Hands an office over on the day on which the tests begin; the office that it became.
async fn handed_over(
    board: &Browser,
    portal: &Portal,
    (one, office): (&Somebody, &str),
    (name, email): (&str, &str),
) -> String {
    let path = of(one, office, "succession");
    let page = board.get(&path).await.is(200);
    let today = portal.now().date_naive();
    let part = |format: &str| today.format(format).to_string();
    let (day, month, year) = (part("%-d"), part("%-m"), part("%Y"));
    let fields = [
        ("last-day", day.as_str()),
        ("last-month", &month),
        ("last-year", &year),
        ("successor", "new"),
        ("name", name),
        ("name_language", "en"),
        ("email", email),
    ];
    page.submit_to(&path, &fields).await.is(303);
    newest(portal).await
}

async fn newest(portal: &Portal) -> String {
    sqlx::query_scalar("select id::text from leader_offices order by id desc limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

fn of(one: &Somebody, office: &str, part: &str) -> String {
    format!("/desk/organizations/{}/offices/{office}/{part}", one.number)
}

async fn undo(board: &Browser, one: &Somebody, office: &str) -> Page {
    let path = of(one, office, "reversal");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[("reason", WHY)]).await
}

/// What the worker writes to those who were entered.
async fn tell(portal: &Portal) {
    let mut tx = portal.tx().await;
    concord::leader::tell(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
}

fn told(letters: &[Letter]) -> Vec<(LetterKind, &str)> {
    letters.iter().map(|it| (it.kind, it.to.as_str())).collect()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn everything_is_as_if_it_had_never_been_handed_over_and_history_has_both(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let page = portal.visitor().get(&one.link).await.is(200);
    let agreed = [("invitations", "all"), ("public_page", "all")];
    page.submit_to(&one.link, &agreed).await.is(303);
    let public = council(&one.board, one.number).await;
    let at_desk = public.replacen("/groups", "/desk/groups", 1);
    called(&one.board, &at_desk, &[]).await.is(303);
    let office = office_of(&portal, one.id).await;
    tell(&portal).await;
    portal.letters().await;
    let next = handed_over(&one.board, &portal, (&one, &office), (NEXT, NEW)).await;
    let second = newest_leader(&pool).await;
    tell(&portal).await;
    follow(&portal).await;
    let letters = portal.letters().await;
    assert_eq!(
        told(&letters),
        [
            (LetterKind::LeaderEntered, NEW),
            (LetterKind::MeetingNotYours, EMAIL),
        ]
    );
    // He agrees to be shown, and speaks for it.
    let page = portal.visitor().get(letters[0].link()).await.is(200);
    page.submit_to(letters[0].link(), &[("public_page", "all")])
        .await
        .is(303);
    portal.wait(TimeDelta::days(5));
    let (board, visitor) = (portal.coordinator().await, portal.visitor());
    let leaders = format!("/desk/organizations/{}/leaders", one.number);
    let organization = format!("/organizations/{}", one.number);
    let spoke = [
        format!("{leaders}?on=2026-11-27"),
        format!("{organization}/leaders?on=2026-11-27"),
        organization.clone(),
        public.clone(),
    ];
    for path in &spoke {
        let text = board.get(path).await.is(200).text();
        assert!(
            text.contains(NEXT) && !text.contains(NAME),
            "{path}: {text}"
        );
    }

    let list = board.get(&leaders).await.is(200);
    let path = of(&one, &next, "reversal");
    assert_eq!(list.link("Undo the hand-over (Levon Abelian)"), path);
    let auditor = portal.auditor().await.get(&leaders).await.is(200);
    assert!(!auditor.text().contains("Undo the hand-over"));
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains(NAME) && page.text().contains(NEXT));
    let wrong = page.submit_to(&path, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["reason"]);
    let (first, second_one) = tokio::join!(
        page.submit_to(&path, &[("reason", WHY)]),
        page.submit_to(&path, &[("reason", WHY)])
    );
    let mut both = [first.status.as_u16(), second_one.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let late = page.submit_to(&path, &[("reason", WHY)]).await.is(409);
    assert!(late.text().contains("It was undone already"));
    assert!(late.text().contains(WHY), "nothing typed is lost");

    follow(&portal).await;
    let letters = portal.letters().await;
    assert_eq!(
        told(&letters),
        [
            (LetterKind::LeaderOfficeUndone, NEW),
            (LetterKind::MeetingCalled, EMAIL),
        ]
    );
    assert!(!letters[0].text.contains(NAME) && !letters[0].text.contains("door"));
    visitor.get(letters[0].link()).await.is(200);
    for path in &spoke {
        let text = board.get(path).await.is(200).text();
        assert!(
            text.contains(NAME) && !text.contains(NEXT),
            "{path}: {text}"
        );
    }
    let his = visitor.get(format!("/leaders/{second}")).await.is(200);
    assert!(!his.text().contains("Haus"), "{}", his.text());
    // The record and the history have both, and the row is what it was.
    let list = board.get(&leaders).await.is(200);
    assert!(list.text().contains(NEXT) && list.text().contains("handed over by mistake"));
    assert!(!list.attributes("main a", "href").contains(&path));
    let story = board
        .get(format!("/desk/organizations/{}", one.number))
        .await
        .is(200);
    for there in [
        "Office handed over",
        "Hand-over of an office undone",
        "Office goes on as before",
        WHY,
    ] {
        assert!(story.text().contains(there), "{there}: {}", story.text());
    }
    let back =
        format!("leader_offices where id = '{office}' and until is null and ended_at is null");
    assert_eq!(count(&portal, &back).await, 1);
    // Nothing is done any more with what was a mistake; its own people do not see it; and the office can be handed over again.
    board.get(of(&one, &next, "succession")).await.is(409);
    let edit = of(&one, &next, "");
    board.get(edit.trim_end_matches('/')).await.is(409);
    let owner = portal.member("Ani").await;
    let theirs = format!("/home/organizations/{}/leaders", one.number);
    assert!(!owner.get(&theirs).await.is(200).text().contains(NEXT));
    let path = of(&one, &office, "succession");
    let page = board.get(&path).await.is(200);
    let fields = [
        ("last-day", "29"),
        ("last-month", "11"),
        ("last-year", "2026"),
        ("successor", &*second.to_string()),
    ];
    page.submit_to(&path, &fields).await.is(303);
    assert_eq!(
        told(&portal.letters().await),
        [(LetterKind::LeaderEntered, NEW)]
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_was_changed_since_is_told_and_nothing_is_undone(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let office = office_of(&portal, one.id).await;
    let next = handed_over(&one.board, &portal, (&one, &office), (NEXT, "")).await;
    let path = of(&one, &next, "reversal");
    let seen = one.board.get(&path).await.is(200);
    let leaders = format!("/desk/organizations/{}/leaders", one.number);
    let edit = |office: &str| of(&one, office, "").trim_end_matches('/').to_owned();
    let proof = [("evidence_address", "https://example.org/minutes")];
    let until = [
        ("until-day", "1"),
        ("until-month", "11"),
        ("until-year", "2027"),
    ];
    let mut sentences = Vec::new();
    for (office, fields, sentence) in [
        (
            &next,
            &proof[..],
            "What is known of the new office was changed",
        ),
        (&next, &until[..], "The days of the new term were changed"),
        (
            &office,
            &proof[..],
            "What is known of the former office was changed",
        ),
    ] {
        let form = edit(office);
        let page = one.board.get(&form).await.is(200);
        page.submit_to(&form, fields).await.is(303);
        sentences.push(sentence);
        let told = seen.submit_to(&path, &[("reason", WHY)]).await.is(409);
        let now = one.board.get(&path).await.is(409);
        for sentence in &sentences {
            assert!(told.text().contains(sentence), "{}", told.text());
            assert!(now.text().contains(sentence));
        }
        assert!(told.text().contains(WHY) && !told.has("main form"));
        let list = one.board.get(&leaders).await.is(200);
        assert!(!list.attributes("main a", "href").contains(&path));
    }
    assert_eq!(
        count(&portal, "leader_offices where mistaken_at is not null").await,
        0
    );
    assert_eq!(
        count(&portal, "history where act = 'office_handover_undone'").await,
        0
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn of_hand_overs_in_a_row_the_last_is_undone_first_and_after_a_while_none_is(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let office = office_of(&portal, one.id).await;
    let next = handed_over(&one.board, &portal, (&one, &office), (NEXT, "")).await;
    portal.wait(TimeDelta::days(2));
    let board = portal.coordinator().await;
    let last = handed_over(&board, &portal, (&one, &next), ("Nare Simonian", "")).await;
    let path = of(&one, &next, "reversal");
    let told = board.get(&path).await.is(409);
    assert!(told.text().contains("handed on since"), "{}", told.text());
    undo(&board, &one, &last).await.is(303);
    undo(&board, &one, &next).await.is(303);
    let held = format!(
        "leader_offices where organization_id = (select organization_id from leader_offices where id = '{office}')
            and office = 'president' and until is null and mistaken_at is null"
    );
    assert_eq!(count(&portal, &held).await, 1);
    // For thirty days it is a mistake.
    let next = handed_over(&board, &portal, (&one, &office), ("Aram Petrosian", "")).await;
    let path = of(&one, &next, "reversal");
    let seen = board.get(&path).await.is(200);
    portal.wait(concord::leader::HANDOVER_UNDONE_FOR);
    let board = portal.coordinator().await;
    let told = board.get(&path).await.is(409);
    assert!(told.text().contains("more than 30 days ago"));
    let fields: Vec<(&str, &str)> = vec![("reason", WHY)];
    board.post(&path, &fields).await.is(409);
    let list = board
        .get(format!("/desk/organizations/{}/leaders", one.number))
        .await;
    assert!(!list.attributes("main a", "href").contains(&path) && seen.has("main form"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_undo_one_and_only_one_of_the_organization(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let office = office_of(&portal, one.id).await;
    tell(&portal).await;
    let next = handed_over(&one.board, &portal, (&one, &office), (NEXT, NEW)).await;
    let path = of(&one, &next, "reversal");
    for (browser, looks, undoes) in [
        (portal.visitor(), 303, 401),
        (portal.member("Mher").await, 404, 404),
        (one.owner.clone(), 404, 404),
        (portal.admin().await, 404, 404),
        (portal.post_officer(&["FR"]).await, 404, 404),
        (portal.post_officer(&["DE"]).await, 403, 403),
        (portal.auditor().await, 403, 403),
    ] {
        browser.get(&path).await.is(looks);
        browser.post(&path, &[("reason", WHY)]).await.is(undoes);
    }
    // Nobody came into the former office by a hand-over, and it is none of another organization.
    let board = &one.board;
    board.get(of(&one, &office, "reversal")).await.is(404);
    let (_, other) = registered(&portal, "Other", "FR").await;
    let elsewhere = format!("/desk/organizations/{other}/offices/{next}/reversal");
    board.get(&elsewhere).await.is(404);
    board.post(&elsewhere, &[("reason", WHY)]).await.is(404);
    // Nobody of the board undoes one of an organization of their own.
    sqlx::query(
        "insert into organization_team (organization_id, account_id, role, since)
        select organization_id, $2, 'reader', now() from leader_offices where id = $1::uuid",
    )
    .bind(&next)
    .bind(board.account().uuid())
    .execute(&pool)
    .await
    .unwrap();
    board.get(&path).await.is(403);
    board.post(&path, &[("reason", WHY)]).await.is(403);
    assert_eq!(
        count(&portal, "leader_offices where mistaken_at is not null").await,
        0
    );
    // Whoever was not written to yet is not written to, neither of the one nor of the other.
    portal.letters().await;
    undo(&portal.chair().await, &one, &next).await.is(303);
    tell(&portal).await;
    assert!(portal.letters().await.is_empty());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_empty_seat_that_was_filled_by_mistake_is_empty_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let group = council(&one.board, one.number).await;
    let office = office_of(&portal, one.id).await;
    let form = of(&one, &office, "").trim_end_matches('/').to_owned();
    let page = one.board.get(&form).await.is(200);
    let until = [
        ("until-day", "25"),
        ("until-month", "11"),
        ("until-year", "2026"),
    ];
    page.submit_to(&form, &until).await.is(303);
    portal.wait(TimeDelta::days(10));
    let board = portal.coordinator().await;
    let path = of(&one, &office, "succession");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[("name", NEXT)]).await.is(303);
    let at_desk = group.replacen("/groups", "/desk/groups", 1);
    let seats = async || {
        let page = board.get(&at_desk).await.is(200);
        page.first("#seats ~ ul")
    };
    assert!(!seats().await.contains("Empty"));
    undo(&board, &one, &newest(&portal).await).await.is(303);
    assert!(seats().await.contains("Empty"));
    // It is filled from the term that was there before, which has its last day as it had it.
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("since 25 November 2026"));
    let lapsed = format!(
        "leader_offices where id = '{office}' and until = '2026-11-25' and ended_at is null"
    );
    assert_eq!(count(&portal, &lapsed).await, 1);
    let list = board
        .get(format!("/desk/organizations/{}/leaders", one.number))
        .await;
    assert!(list.attributes("main a", "href").contains(&path));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_office_that_a_merger_took_along_is_not_taken_back_until_the_merger_is(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    alone(&portal, one.id).await;
    let office = office_of(&portal, one.id).await;
    let next = handed_over(&one.board, &portal, (&one, &office), (NEXT, "")).await;
    let second = newest_leader(&pool).await;
    // Whoever came was entered by another organization before, and that entry is the one that stays.
    let (first, number) = entered(&portal, "Левон Абелян", None).await;
    let stays = Somebody {
        id: first,
        number,
        owner: one.owner.clone(),
        board: one.board.clone(),
        desk: format!("/desk/organizations/{number}/leaders/{first}"),
        team: String::new(),
        link: String::new(),
    };
    let path = of(&one, &next, "reversal");
    let seen = one.board.get(&path).await.is(200);
    let page = one.board.get(merger(&stays, second)).await.is(200);
    let merged = send(&stays, &page, "merge", &[]).await.is(303);
    let told = seen.submit_to(&path, &[("reason", WHY)]).await.is(409);
    let now = one.board.get(&path).await.is(409);
    for page in [&told, &now] {
        let text = page.text();
        assert!(text.contains("went over to another entry"), "{text}");
        assert!(!page.has("main form"));
    }
    assert!(told.text().contains(WHY), "nothing typed is lost");
    assert_eq!(
        count(&portal, "leader_offices where mistaken_at is not null").await,
        0
    );
    let page = one.board.get(merged.location()).await.is(200);
    page.submit(&[("reason", "They are cousins.")])
        .await
        .is(303);
    undo(&one.board, &one, &next).await.is(303);
    let back =
        format!("leader_offices where id = '{office}' and until is null and ended_at is null");
    assert_eq!(count(&portal, &back).await, 1);
}
